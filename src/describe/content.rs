//! A story's words as JSON: what the page writes beside its pictures.
//!
//! **Invariant**: nothing in it depends on the size or the colours of a picture, so that it can be written before there is one.

use crate::chart::Chart;
use crate::describe;
use crate::describe::json::{array, map, object, quote};
use crate::describe::reading_order;
use crate::describe::reading_order::Entry;
use crate::describe::summary;
use crate::describe::summary::Detail;
use crate::layout::{Datum, PlacedScene};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::story::act::Act;
use crate::story::{Scene, Story};
use crate::theme::{Role, Theme};

/// A name and a value that is JSON already.
type Member = (&'static str, String);

fn text(t: &Text) -> String {
    let members: Vec<Member> = t.iter().map(|(locale, words)| (locale.code(), quote(words))).collect();
    object(&members)
}

/// The colour of a role in each theme.
pub(super) fn colours(role: Role) -> String {
    let hex = |theme: Theme| (theme.name(), quote(&theme.color(role).to_hex()));
    object(&Theme::ALL.map(hex))
}

/// What the page shows around the scenes, in all languages of the story.
pub fn whole(story: &Story) -> String {
    let scene = |s: &crate::story::Scene| {
        object(&[
            ("id", quote(&s.id)),
            ("number", s.number.to_string()),
            ("name", text(&s.name)),
            ("asks", s.guess.is_some().to_string()),
            ("explores", s.explores().to_string()),
            ("bleeds", s.full_bleed.to_string()),
        ])
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
        ("subtitle", text(story.subtitle())),
        ("notice", text(story.notice())),
        ("closing", story.closing().map_or(String::from("null"), text)),
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
    members.extend(entry.opens.as_ref().map(|id| ("opens", quote(id))));
    members.extend(entry.goes.as_ref().map(|id| ("goes", quote(id))));
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
    object(
        &[beside(story, index, placed), behind(story, index, placed), asked(story, index, placed)].concat(),
    )
}

/// What is read beside the picture of a scene.
fn beside(story: &Story, index: usize, placed: &PlacedScene) -> Vec<Member> {
    let scene = &story.scenes()[index];
    let locale = placed.locale;
    let waiting = placed.hidden.is_some();
    let sentences = if waiting { Vec::new() } else { describe::sentences(story, scene, locale) };
    let guess = scene.guess.as_ref().filter(|_| waiting);
    let note = guess.and_then(|guess| guess.note.as_ref()).or(scene.note.as_ref());
    let sentences = sentences.into_iter().map(|pieces| {
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
        ("note", quote(&note.map_or(String::new(), |note| story.expand_plain(note, locale)))),
    ]
}

/// What a reader of it asks for: the twin, the table, the records, what is said aloud.
fn behind(story: &Story, index: usize, placed: &PlacedScene) -> Vec<Member> {
    let scene = &story.scenes()[index];
    let locale = placed.locale;
    // what is being guessed is in none of it
    let hidden = placed.hidden.map(|ix| story.figure(ix).id());
    let mut table = describe::table(story, scene, locale);
    table.rows.retain(|(figure, _)| hidden != Some(figure.as_str()));
    let rows = table.rows.iter().map(|(figure, cells)| {
        object(&[("figure", quote(figure)), ("cells", array(cells.iter().map(|c| quote(c))))])
    });
    let groups = reading_order::groups(story, scene, placed).into_iter().map(|group| {
        let marks = group.entries.iter().map(|entry| mark(story, &placed.data[entry.datum], entry));
        object(&[("name", quote(&group.name)), ("marks", array(marks))])
    });
    let records = describe::records(story, scene, locale).filter(|r| hidden != Some(r.id.as_str()));
    let records = records.map(|r| {
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
            let lines = match hidden {
                Some(_) => vec![placed.title.clone(), placed.description.clone()],
                None => summary::summary(story, scene, locale, detail),
            };
            (name, array(lines.iter().map(|line| quote(line))))
        },
    );
    let announcement = match hidden {
        Some(_) => Message::GuessAnnounced.with(locale, &[&placed.title]),
        None => summary::announcement(story, scene, locale),
    };
    vec![
        ("title", quote(&placed.title)),
        ("subtitle", quote(&story.expand_plain(&scene.subtitle, locale))),
        ("announcement", quote(&announcement)),
        ("told", object(&told)),
        ("key", array(placed.key.iter().map(|k| quote(k)))),
        ("source", quote(&story.source_line(scene, locale).0)),
        (
            "table",
            object(&[
                ("caption", quote(if hidden.is_some() { &placed.title } else { &table.caption })),
                ("columns", array(table.columns.iter().map(|c| quote(c)))),
                ("rows", array(rows)),
            ]),
        ),
        ("groups", array(groups)),
        ("records", map(records)),
    ]
}

/// The lists of the first chart that compares some: what each is called, how many it names, whether it goes on.
fn compared(story: &Story, scene: &Scene, locale: Locale) -> Option<Vec<String>> {
    let hub = scene.charts().find_map(|chart| match chart {
        Chart::Hub(hub) if !hub.compare.is_empty() => Some(hub),
        _ => None,
    })?;
    let lists = std::iter::once(&hub.list).chain(&hub.compare).map(|list| {
        let list = story.list(*list);
        let open = if list.open { Message::And.get(locale) } else { "" };
        object(&[
            ("name", quote(list.label.get(locale))),
            ("count", list.items.len().to_string()),
            ("open", quote(open)),
        ])
    });
    Some(lists.collect())
}

/// What the reader is asked to do in a scene: a guess with its scale, and whether the title tells its answer; lists to
/// choose from.
fn asked(story: &Story, index: usize, placed: &PlacedScene) -> Vec<Member> {
    let scene = &story.scenes()[index];
    let locale = placed.locale;
    let guess = scene.guess.as_ref().map(|guess| {
        let title = story.expand(&scene.title, locale);
        object(&[
            ("question", quote(&story.expand_plain(&guess.question, locale))),
            ("figure", quote(story.figure(guess.figure).id())),
            ("from", guess.from.digits().replace('−', "-")),
            ("to", guess.to.digits().replace('−', "-")),
            ("step", guess.step.digits()),
            ("start", guess.start().digits().replace('−', "-")),
            ("waits", placed.hidden.is_some().to_string()),
            ("titled", title.iter().any(|(_, figure)| *figure == Some(guess.figure)).to_string()),
        ])
    });
    let lists = compared(story, scene, locale).map(|lists| ("compare", array(lists)));
    guess.map(|guess| ("guess", guess)).into_iter().chain(lists).collect()
}
