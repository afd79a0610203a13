//! A scene's figures as schema.org JSON-LD: a `Dataset` whose floors are `minValue`, whose ceilings are `maxValue`.
//!
//! **Invariant**: a bounded figure never has a `value`; a class and a missing figure have none of the three.

use crate::describe::json::{array, object, quote};
use crate::locale::number::Qualifier;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx, Kind, Value};
use crate::model::record::bound_words;
use crate::model::{Scene, Story};

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
    // the printed number in the unit of the source, whatever the language moves its point to
    if let Some(number) = f.number() {
        let digits = number.digits(false).replace('−', "-");
        match f.qualifier() {
            Qualifier::MoreThan | Qualifier::AtLeast | Qualifier::OpenList => {
                members.push(("minValue", digits))
            }
            Qualifier::UpTo | Qualifier::LessThan => members.push(("maxValue", digits)),
            Qualifier::Class => {}
            Qualifier::Exact | Qualifier::About => members.push(("value", digits)),
        }
        members.push(("unitText", quote(&f.unit().zh)));
    }
    members.push(("description", quote(&description(story, f, ix, locale))));
    members.push(("temporalCoverage", quote(f.period().text.get(locale))));
    object(&members)
}

/// The printed phrase, what its bound means, and whether it is a goal.
fn description(story: &Story, f: &Figure, ix: FigureIx, locale: Locale) -> String {
    let comma = locale.pick("；", "; ");
    let goal =
        if f.kind() == Kind::Target { format!("{comma}{}", f.kind().words(locale)) } else { String::new() };
    format!("{}{comma}{}{goal}", story.statement(ix, locale), bound_words(f, locale))
}
