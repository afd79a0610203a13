//! A story's words as JSON: what the page writes beside its pictures.
//!
//! **Invariant**: nothing in it depends on the size or the colours of a picture, so that it can be written before there is one.

use crate::describe;
use crate::describe::json::{array, map, object, quote};
use crate::describe::reading_order;
use crate::describe::reading_order::Entry;
use crate::describe::summary;
use crate::describe::summary::Detail;
use crate::layout::{Datum, PlacedScene};
use crate::locale::{Locale, Text};
use crate::story::act::Act;
use crate::story::Story;
use crate::theme::{Role, Theme};

/// A name and a value that is JSON already.
type Member = (&'static str, String);

fn text(t: &Text) -> String {
    let members: Vec<Member> = t.iter().map(|(locale, words)| (locale.code(), quote(words))).collect();
    object(&members)
}

/// The colour of a role in each theme.
fn colours(role: Role) -> String {
    let hex = |theme: Theme| (theme.name(), quote(&theme.color(role).to_hex()));
    object(&Theme::ALL.map(hex))
}

/// What the page shows around the scenes, in all languages of the story.
pub fn whole(story: &Story) -> String {
    let scene = |s: &crate::story::Scene| {
        object(&[("id", quote(&s.id)), ("number", s.number.to_string()), ("name", text(&s.name))])
    };
    let act = |a: &Act| {
        object(&[
            ("id", quote(&a.id)),
            ("name", text(&a.name)),
            ("accent", quote(a.accent.name())),
            ("accents", colours(a.accent)),
            ("first", a.first.to_string()),
        ])
    };
    object(&[
        ("id", quote(story.id())),
        ("languages", array(story.languages().iter().map(|locale| quote(locale.code())))),
        ("notice", text(story.notice())),
        ("scenes", array(story.scenes().iter().map(scene))),
        ("acts", array(story.acts().iter().map(act))),
    ])
}

/// A datum of the twin: where it stands, what it is called, and the note it sounds.
fn mark(story: &Story, d: &Datum, entry: &Entry) -> String {
    let mut members = vec![
        ("datum", entry.datum.to_string()),
        ("key", quote(&d.key)),
        ("figure", quote(d.figure.map(|ix| story.figure(ix).id()).unwrap_or(""))),
        ("name", quote(&d.name)),
        ("source", quote(&entry.source)),
    ];
    if let Some(note) = &entry.note {
        members.push(("scale", quote(&note.scale)));
        members.push(("value", note.value.clone().unwrap_or_else(|| String::from("null"))));
        members.push(("bound", quote(note.bound)));
        members.extend(note.years.map(|(from, to)| ("years", format!("[{from},{to}]"))));
    }
    object(&members)
}

/// The words of a scene; `datum` of a mark is its index in the placed scene's data.
pub fn scene(story: &Story, index: usize, placed: &PlacedScene) -> String {
    object(&[beside(story, index, placed.locale), behind(story, index, placed)].concat())
}

/// What is read beside the picture of a scene.
fn beside(story: &Story, index: usize, locale: Locale) -> Vec<Member> {
    let scene = &story.scenes()[index];
    let sentences = describe::sentences(story, scene, locale).into_iter().map(|pieces| {
        array(pieces.into_iter().map(|(t, figure)| match figure {
            Some(id) => object(&[("text", quote(&t)), ("figure", quote(&id))]),
            None => object(&[("text", quote(&t))]),
        }))
    });
    vec![
        ("id", quote(&scene.id)),
        ("index", index.to_string()),
        ("number", scene.number.to_string()),
        ("name", quote(scene.name.get(locale))),
        ("accents", colours(scene.accent)),
        ("hue", quote(scene.accent.name())),
        ("narration", array(sentences)),
        ("note", quote(&scene.note.as_ref().map_or(String::new(), |note| story.expand_plain(note, locale)))),
    ]
}

/// What a reader of it asks for: the twin, the table, the records, what is said aloud.
fn behind(story: &Story, index: usize, placed: &PlacedScene) -> Vec<Member> {
    let scene = &story.scenes()[index];
    let locale = placed.locale;
    let table = describe::table(story, scene, locale);
    let rows = table.rows.iter().map(|(figure, cells)| {
        object(&[("figure", quote(figure)), ("cells", array(cells.iter().map(|c| quote(c))))])
    });
    let groups = reading_order::groups(story, scene, placed).into_iter().map(|group| {
        let marks = group.entries.iter().map(|entry| mark(story, &placed.data[entry.datum], entry));
        object(&[("name", quote(&group.name)), ("marks", array(marks))])
    });
    let records = describe::records(story, scene, locale).map(|r| {
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
        (r.id, record)
    });
    let told = [("short", Detail::Short), ("normal", Detail::Normal), ("full", Detail::Full)].map(
        |(name, detail)| {
            (name, array(summary::summary(story, scene, locale, detail).iter().map(|line| quote(line))))
        },
    );
    vec![
        ("title", quote(&placed.title)),
        ("subtitle", quote(&story.expand_plain(&scene.subtitle, locale))),
        ("announcement", quote(&summary::announcement(story, scene, locale))),
        ("told", object(&told)),
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
        ("records", map(records)),
    ]
}
