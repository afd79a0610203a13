//! What the page needs to know, as JSON text.
//!
//! **Invariant**: only writes; every string is escaped in one place.

use crate::layout::{Datum, PlacedScene};
use crate::locale::Text;
use crate::paint::json::{array, object, quote};
use crate::paint::primitive::{lower, Primitive};
use crate::paint::svg::number;
use crate::scene::reading::{self, Entry};
use crate::scene::summary::{self, Detail};
use crate::scene::{describe, Frame};
use crate::story::problem::{Both, Problem, Severity};
use crate::story::Story;

fn text(t: &Text) -> String {
    object(&[("zh", quote(&t.zh)), ("en", quote(&t.en))])
}

fn both(b: &Both) -> String {
    object(&[("zh", quote(&b.zh)), ("en", quote(&b.en))])
}

fn problem(p: &Problem) -> String {
    object(&[
        ("severity", quote(if p.severity == Severity::Error { "error" } else { "warning" })),
        ("code", quote(p.code)),
        ("file", quote(&p.file)),
        ("line", p.line.to_string()),
        ("column", p.column.to_string()),
        ("path", quote(&p.path)),
        ("message", both(&p.message)),
        ("remedy", both(&p.remedy)),
    ])
}

/// The answer of `open`.
pub fn opened(story: Option<&Story>, problems: &[Problem]) -> String {
    let mut members =
        vec![("ok", story.is_some().to_string()), ("problems", array(problems.iter().map(problem)))];
    if let Some(story) = story {
        // titles quote figures, so they are expanded here
        let scene = |s: &crate::story::Scene| {
            let title = Text::new(
                story.expand_plain(&s.title, crate::locale::Locale::Zh),
                story.expand_plain(&s.title, crate::locale::Locale::En),
            );
            object(&[
                ("id", quote(&s.id)),
                ("number", s.number.to_string()),
                ("name", text(&s.name)),
                ("title", text(&title)),
                ("accent", quote(&crate::theme::Theme::Light.color(s.accent).to_hex())),
            ])
        };
        members.push((
            "story",
            object(&[
                ("id", quote(story.id())),
                ("version", quote(story.version())),
                ("title", text(story.title())),
                ("subtitle", text(story.subtitle())),
                ("notice", text(story.notice())),
                ("scenes", array(story.scenes().iter().map(scene))),
            ]),
        ));
    }
    object(&members)
}

/// A datum of the twin: where it stands, what it is called, and the note it sounds.
fn mark(story: &Story, d: &Datum, entry: &Entry) -> String {
    let mut members = vec![
        ("key", quote(&d.key)),
        ("figure", quote(d.figure.map(|ix| story.figure(ix).id()).unwrap_or(""))),
        ("name", quote(&d.name)),
        ("source", quote(&entry.source)),
        ("x", number(d.bounds.x)),
        ("y", number(d.bounds.y)),
        ("w", number(d.bounds.w)),
        ("h", number(d.bounds.h)),
    ];
    if let Some(note) = &entry.note {
        members.push(("scale", quote(&note.scale)));
        members.push(("value", note.value.clone().unwrap_or_else(|| String::from("null"))));
        members.push(("bound", quote(note.bound)));
        members.extend(note.years.map(|(from, to)| ("years", format!("[{from},{to}]"))));
    }
    object(&members)
}

/// The answer of `scene`.
pub fn scene(story: &Story, index: usize, placed: &PlacedScene) -> String {
    let scene = &story.scenes()[index];
    let locale = placed.locale;
    let sentences = describe::sentences(story, scene, locale).into_iter().map(|pieces| {
        array(pieces.into_iter().map(|(t, figure)| match figure {
            Some(id) => object(&[("text", quote(&t)), ("figure", quote(&id))]),
            None => object(&[("text", quote(&t))]),
        }))
    });
    let table = describe::table(story, scene, locale);
    let rows = table.rows.iter().map(|(figure, cells)| {
        object(&[("figure", quote(figure)), ("cells", array(cells.iter().map(|c| quote(c))))])
    });
    let groups = reading::groups(story, scene, placed).into_iter().map(|group| {
        let marks = group.entries.iter().map(|entry| mark(story, &placed.data[entry.datum], entry));
        object(&[("name", quote(&group.name)), ("marks", array(marks))])
    });
    let records: Vec<String> = describe::records(story, scene, locale)
        .into_iter()
        .map(|r| {
            let rows = r.rows.iter().map(|row| {
                let mut members = vec![("label", quote(&row.label)), ("text", quote(&row.text))];
                members.extend(row.href.as_ref().map(|h| ("href", quote(h))));
                object(&members)
            });
            let record = object(&[
                ("id", quote(&r.id)),
                ("number", quote(&r.number)),
                ("label", quote(&r.label)),
                ("rows", array(rows)),
                ("cite", quote(&r.cite)),
            ]);
            format!("{}:{record}", quote(&r.id))
        })
        .collect();
    object(&[
        ("id", quote(&scene.id)),
        ("index", index.to_string()),
        ("number", scene.number.to_string()),
        ("name", quote(scene.name.get(locale))),
        ("accent", quote(&placed.theme.color(scene.accent).to_hex())),
        ("title", quote(&placed.title)),
        ("subtitle", quote(&story.expand_plain(&scene.subtitle, locale))),
        ("narration", array(sentences)),
        ("announcement", quote(&summary::announcement(story, scene, locale))),
        (
            "description",
            quote(&summary::summary(story, scene, locale, Detail::Normal).join(locale.pick("", " "))),
        ),
        ("key", array(placed.key.iter().map(|k| quote(k)))),
        ("source", quote(&story.source_line(scene, locale).0)),
        (
            "table",
            object(&[
                ("caption", quote(&table.caption)),
                ("columns", array(table.columns.iter().map(|c| quote(c)))),
                ("rows", array(rows)),
            ]),
        ),
        ("groups", array(groups)),
        ("records", format!("{{{}}}", records.join(","))),
    ])
}

/// A frame's primitives: kind, colour and box or text.
pub fn primitives(frame: &Frame) -> String {
    array(lower(frame).into_iter().map(|(mark, p)| {
        let key = quote(&frame.marks[mark].key);
        match p {
            Primitive::Rect { rect, color } => object(&[
                ("kind", quote("rect")),
                ("key", key),
                ("color", quote(&color.to_hex())),
                ("x", number(rect.x)),
                ("y", number(rect.y)),
                ("w", number(rect.w)),
                ("h", number(rect.h)),
            ]),
            Primitive::Circle { center, radius, color } => object(&[
                ("kind", quote("circle")),
                ("key", key),
                ("color", quote(&color.to_hex())),
                ("x", number(center.x)),
                ("y", number(center.y)),
                ("r", number(radius)),
            ]),
            Primitive::Text(run) => object(&[
                ("kind", quote("text")),
                ("key", key),
                ("color", quote(&run.color.to_hex())),
                ("text", quote(&run.text)),
                ("x", number(run.at.x)),
                ("y", number(run.at.y)),
                ("size", number(run.font.size)),
            ]),
            Primitive::Cells(cells) => {
                object(&[("kind", quote("cells")), ("key", key), ("count", cells.len().to_string())])
            }
            Primitive::Polygons { color, .. } => {
                object(&[("kind", quote("polygon")), ("key", key), ("color", quote(&color.to_hex()))])
            }
            Primitive::Ring { stroke, .. } | Primitive::Line { stroke, .. } => {
                object(&[("kind", quote("line")), ("key", key), ("color", quote(&stroke.color.to_hex()))])
            }
        }
    }))
}
