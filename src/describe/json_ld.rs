//! A scene's figures as schema.org JSON-LD: a `Dataset` whose floors are `minValue`, whose ceilings are `maxValue`.
//!
//! **Invariant**: a bounded figure never has a `value`; a class and a missing figure have none of the three.

use crate::describe::json::{array, object, quote};
use crate::locale::date::{Date, Part};
use crate::locale::message::Message;
use crate::locale::number::Decimal;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx, Period, Value};
use crate::model::interval::{End, Interval};
use crate::model::record::bound_words;
use crate::story::{Scene, Story};

pub fn write(story: &Story, scene: &Scene, locale: Locale) -> String {
    let figures = story.figures_of_scene(scene);
    let mut citations: Vec<String> = Vec::new();
    for ix in &figures {
        let line = story.cite_source(story.figure(*ix).source(), locale);
        if !citations.contains(&line) {
            citations.push(line);
        }
    }
    let dataset = object(&[
        ("@context", quote("https://schema.org")),
        ("@type", quote("Dataset")),
        ("identifier", quote(&format!("{}/{}", story.id(), scene.id))),
        ("name", quote(&story.expand_plain(&scene.title, locale))),
        ("description", quote(&story.expand_plain(&scene.subtitle, locale))),
        ("inLanguage", quote(locale.tag())),
        ("version", quote(story.version())),
        ("citation", array(citations.iter().map(|c| quote(c)))),
        ("variableMeasured", array(figures.into_iter().map(|ix| measured(story, ix, locale)))),
    ]);
    format!("{dataset}\n")
}

fn measured(story: &Story, ix: FigureIx, locale: Locale) -> String {
    let f = story.figure(ix);
    let mut members = vec![
        ("@type", quote("PropertyValue")),
        ("propertyID", quote(f.id())),
        ("name", quote(f.label().get(locale))),
    ];
    if let Value::Date(date) = f.value() {
        members.push(("value", quote(&date.iso())));
    }
    // the printed numbers in the unit of the source, whatever the language moves their points to
    if f.number().is_some() || f.interval().is_some() {
        members.extend(f.interval().iter().flat_map(limits));
        members.push(("unitText", quote(f.unit().first_name())));
    }
    members.push(("description", quote(&description(story, f, ix, locale))));
    members.extend(coverage(f.period()).map(|dates| ("temporalCoverage", quote(&dates))));
    object(&members)
}

/// A period as ISO 8601 has it: a year, month or day, or the first and the last of several. Nothing of a period without dates,
/// which the description says in words.
fn coverage(period: &Period) -> Option<String> {
    let first = period.start?;
    let last = period.end.unwrap_or(first);
    // a quarter has no sign of its own there
    let month = |date: Date, (year, month, _): (i32, u8, u8)| match date.part {
        Part::Quarter(_) => format!("{year:04}-{month:02}"),
        _ => date.iso(),
    };
    let (from, to) = (month(first, first.first_day()), month(last, last.last_day()));
    Some(if from == to { from } else { format!("{from}/{to}") })
}

/// The members that say where a value lies: itself, or the ends that its source states. What lies around a number is near it.
fn limits(interval: &Interval) -> Vec<(&'static str, String)> {
    let digits = |number: Decimal| number.digits().replace('−', "-");
    if let (End::Near(number), End::Near(_)) = (interval.low, interval.high) {
        return vec![("value", digits(number))];
    }
    let (low, high) = (interval.low.limit(), interval.high.limit());
    if interval.is_exact() {
        return low.into_iter().map(|number| ("value", digits(number))).collect();
    }
    let ends = [("minValue", low), ("maxValue", high)];
    ends.into_iter().filter_map(|(name, end)| Some((name, digits(end?)))).collect()
}

/// The printed phrase, what its bound means, and whether it is a goal.
fn description(story: &Story, f: &Figure, ix: FigureIx, locale: Locale) -> String {
    let comma = Message::Semicolon.get(locale);
    let goal =
        if f.is_target() { format!("{comma}{}", Message::KindTarget.get(locale)) } else { String::new() };
    // what has no number has said so
    let bound = match f.value() {
        Value::Missing | Value::NotApplicable if !f.is_class() => String::new(),
        _ => format!("{comma}{}", bound_words(f, locale)),
    };
    format!("{}{bound}{goal}", story.statement(ix, locale))
}
