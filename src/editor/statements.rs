//! Every statement of a story in words, for whoever edits it: figures, points of series, series and lists.
//!
//! In: the story, its ticks, a language. Out: a JSON list, those that readers meet first at the beginning.
//!
//! **Invariant**: says of each what the fact sheet says, with the ids of what it was made of.

use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx, SourceRef};
use crate::model::Series;
use crate::site::facts::checks::{Checks, State};
use crate::site::facts::{facts, Fact};
use crate::story::Story;
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// Returns all statements as JSON.
pub fn statements(story: &Story, checks: &Checks, locale: Locale) -> String {
    let locale = story.language(locale);
    let series_of = series_of(story);
    let mut all: Vec<Value> =
        story.all_series().iter().map(|series| of_series(story, series, locale)).collect();
    all.extend(facts(story, checks, locale).iter().map(|fact| {
        let mut value = of_fact(fact);
        match story.find_figure(&fact.id) {
            Some(ix) => add_figure(&mut value, story, ix, series_of.get(&ix).copied(), locale),
            None => add_list(&mut value, story, &fact.id, locale),
        }
        value
    }));
    Value::Array(all).to_string()
}

/// The series of each point.
fn series_of(story: &Story) -> BTreeMap<FigureIx, &str> {
    let all = story.all_series().iter();
    all.flat_map(|series| series.points.iter().map(|point| (*point, series.id.as_str()))).collect()
}

fn of_fact(fact: &Fact) -> Value {
    let (state, tick) = match &fact.state {
        State::Open => ("open", None),
        State::Changed(tick) => ("changed", Some(tick)),
        State::Ticked(tick) => ("ticked", Some(tick)),
    };
    json!({
        "id": fact.id,
        "label": fact.label,
        "phrase": fact.phrase,
        "bound": fact.bound,
        "period": fact.period,
        "base": fact.base,
        "source": fact.source,
        "others": fact.others,
        "cautions": fact.cautions,
        "derived": fact.derived,
        "places": fact.places,
        "state": state,
        "by": tick.map_or("", |tick| tick.by.as_str()),
        "on": tick.map_or(String::new(), |tick| tick.on.iso()),
    })
}

fn add_figure(value: &mut Value, story: &Story, ix: FigureIx, series: Option<&str>, locale: Locale) {
    let figure: &Figure = story.figure(ix);
    value["kind"] = json!(if series.is_some() { "point" } else { "figure" });
    value["series"] = json!(series);
    value["boundId"] = json!(figure.bound().name());
    value["measure"] = json!(figure.measure().name());
    value["status"] = json!(figure.status().name());
    // a phrase is what a sentence quotes, which has its own word for a goal; a list of statements needs one too
    value["statusWord"] = json!(figure.status_word(locale).unwrap_or_default());
    value["form"] = json!(figure.form().name());
    value["unit"] = json!(figure.unit().id);
    add_source(value, story, figure.source());
}

fn add_list(value: &mut Value, story: &Story, id: &str, locale: Locale) {
    value["kind"] = json!("list");
    for list in story.lists().iter().filter(|list| list.id == id) {
        value["boundId"] = json!(if list.open { "at_least" } else { "exact" });
        value["status"] = json!(if list.is_target() { "target" } else { "final" });
        value["statusWord"] = json!(if list.is_target() { Message::Goal.get(locale) } else { "" });
        add_source(value, story, list.source);
    }
}

fn add_source(value: &mut Value, story: &Story, from: SourceRef) {
    value["sourceId"] = json!(story.source(from.source).id());
    value["paragraph"] = json!(from.paragraph);
}

/// What a series is called among the statements: by its id, or with `series:` in front where a figure has the same one.
pub fn series_id(story: &Story, series: &Series) -> String {
    match story.find_figure(&series.id) {
        Some(_) => format!("series:{}", series.id),
        None => series.id.clone(),
    }
}

/// A series as a statement: its points together.
fn of_series(story: &Story, series: &Series, locale: Locale) -> Value {
    let point = |ix: Option<&FigureIx>| ix.map(|ix| story.figure(*ix));
    let (first, last) = (point(series.points.first()), point(series.points.last()));
    let period =
        |figure: Option<&Figure>| figure.map_or("", |figure| figure.period().text.get(locale)).to_string();
    let span = match (period(first), period(last)) {
        (from, to) if from == to => from,
        (from, to) => [&from, locale.catalogue().digits.range, &to].concat(),
    };
    let mut value = json!({
        "id": series_id(story, series),
        "kind": "series",
        "label": series.label.get(locale),
        "phrase": story.points_statement(series, locale),
        "bound": "",
        "boundId": "exact",
        "measure": series.measure.name(),
        "status": series.status.name(),
        "statusWord": first.and_then(|figure| figure.status_word(locale)).unwrap_or_default(),
        "unit": series.unit.id,
        "period": span,
        "base": "",
        "source": "",
        "others": [],
        "cautions": [],
        "derived": "",
        "places": [],
        "state": "open",
        "by": "",
        "on": "",
        "points": series.points.len(),
    });
    if let Some(figure) = first {
        value["source"] = json!(story.cite_source(figure.source(), locale));
        add_source(&mut value, story, figure.source());
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::example;

    /// A goal in a list of statements once looked like a result.
    #[test]
    fn a_goal_says_so_in_the_readers_language() {
        let files = example::files(&Locale::ALL).map(|(name, text)| (name.to_string(), text.into_bytes()));
        let (story, _) = Story::load(&files.into()).unwrap();
        for (locale, word) in [(Locale::Zh, "目标"), (Locale::En, "goal"), (Locale::Ru, "цель")] {
            let all: Value = serde_json::from_str(&statements(&story, &Checks::default(), locale)).unwrap();
            let said = |id: &str| {
                let found = all.as_array().unwrap().iter().find(|statement| statement["id"] == id);
                found.unwrap()["statusWord"].as_str().unwrap().to_string()
            };
            assert_eq!(said("rooms-goal"), word);
            assert_eq!(said("members"), "");
        }
    }
}
