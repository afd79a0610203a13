//! Which charts take chosen statements, and why the others do not.
//!
//! In: the files of a story, ids of figures, series and lists. Out: for each chart yes with its JSON, or the reason; and a story with a
//! chapter for each chart, to draw them small.
//!
//! The charts are tried as an editor would try them: each is put into a chapter of a copy of the story, and the copy is checked. So a chart
//! refuses here what it refuses there, in the same words.
//!
//! **Invariant**: a chart is accepted only where the check has no error about it.

use crate::diagnostic::{Both, Diagnostic, Severity};
use crate::editor::candidates::{Chosen, Made};
use crate::editor::statements::series_id;
use crate::editor::trial::with_charts;
use crate::editor::words::chart_name;
use crate::input::draft::Draft;
use crate::locale::Locale;
use crate::model::Files;
use crate::story::Story;
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// What became of a chart.
struct Answer {
    name: &'static str,
    /// Its JSON, where it has the right shape.
    chart: Option<Value>,
    refusal: Option<Refusal>,
}

struct Refusal {
    message: Both,
    help: Option<Both>,
    /// Its member that is meant: `items[0].figure`.
    member: String,
    /// The ids that it takes, where it takes some of them.
    takes: Vec<String>,
}

/// The answers, and the story that draws those that take everything: a chapter each, in their order.
pub struct Answers {
    all: Vec<Answer>,
    locale: Locale,
    pub story: Option<Story>,
}

/// Tries all charts on statements of a story; ids that it does not have are passed over.
pub fn answers(files: &Files, ids: &[String], locale: Locale) -> Answers {
    let mut nothing = Answers { all: Vec::new(), locale, story: None };
    let Some(story) = Story::draft(files).story else { return nothing };
    let mut all: Vec<Answer> = chosen(&story, ids).charts().into_iter().map(shaped).collect();
    let mut trial = Trial { files, story: &story, checked: Draft::default() };
    // a chart that is refused when a file is read hides what the rules would say of the others
    while let Some(refused) = trial.check(&all) {
        refused.into_iter().for_each(|(place, refusal)| all[place].refusal = Some(refusal));
    }
    if !trial.checked.is_ruled {
        nothing.all = all.into_iter().map(unjudged).collect();
        return nothing;
    }
    let drawn = trial.checked.story.take();
    for (place, takes) in others(&mut trial, &all, ids) {
        if let Some(refusal) = &mut all[place].refusal {
            refusal.takes = takes;
        }
    }
    Answers { all, story: drawn, locale }
}

/// A chart that has the right shape, or why none has.
fn shaped((name, made): (&'static str, Made)) -> Answer {
    match made {
        Ok(chart) => Answer { name, chart: Some(chart), refusal: None },
        Err(message) => {
            let refusal = Refusal { message, help: None, member: String::new(), takes: Vec::new() };
            Answer { name, chart: None, refusal: Some(refusal) }
        }
    }
}

/// What is said where the rules could not be asked.
fn unjudged(answer: Answer) -> Answer {
    let message = Both::new(
        "先改好陈述、数表和来源里的错误，才知道能不能画",
        "mend the errors in statements, tables and sources first: until then nobody knows",
    );
    let refusal = Refusal { message, help: None, member: String::new(), takes: Vec::new() };
    Answer { refusal: answer.refusal.or(Some(refusal)), ..answer }
}

/// A copy of the story that charts are put into.
struct Trial<'s> {
    files: &'s Files,
    story: &'s Story,
    /// What the last check said.
    checked: Draft,
}

impl Trial<'_> {
    /// Checks a copy with a chapter for each answer that is not refused; what is refused now, by its place, or nothing where no other is.
    fn check(&mut self, all: &[Answer]) -> Option<Vec<(usize, Refusal)>> {
        let places = (0..all.len()).filter(|place| all[*place].refusal.is_none());
        let tried: Vec<(usize, &Value)> =
            places.filter_map(|place| Some((place, all[place].chart.as_ref()?))).collect();
        let charts: Vec<&Value> = tried.iter().map(|(_, chart)| *chart).collect();
        self.checked = Story::draft(&with_charts(self.files, self.story, &charts));
        let found = &self.checked.diagnostics;
        let refused: Vec<(usize, Refusal)> =
            (0..tried.len()).filter_map(|scene| Some((tried[scene].0, refusal(found, scene)?))).collect();
        Some(refused).filter(|refused| !refused.is_empty())
    }
}

/// The ids that a chart takes which refuses one of several, by the chart's place.
fn others(trial: &mut Trial, all: &[Answer], ids: &[String]) -> Vec<(usize, Vec<String>)> {
    let mut fewer = Vec::new();
    for (place, answer) in all.iter().enumerate() {
        let Answer { name, chart: Some(chart), refusal: Some(refusal) } = answer else { continue };
        let left = without(chart, &refusal.member, ids);
        if left.len() > 1 && left.len() < ids.len() {
            let charts = chosen(trial.story, &left).charts();
            let made = charts.into_iter().find(|(other, _)| other == name);
            fewer.extend(made.map(|made| (place, left, shaped(made))));
        }
    }
    let mut tried: Vec<Answer> = Vec::new();
    let mut takes: Vec<(usize, Vec<String>)> = Vec::new();
    for (place, left, answer) in fewer {
        takes.push((place, left));
        tried.push(answer);
    }
    while let Some(refused) = trial.check(&tried) {
        refused.into_iter().for_each(|(at, refusal)| tried[at].refusal = Some(refusal));
    }
    let fits = tried.iter().map(|answer| answer.refusal.is_none() && answer.chart.is_some());
    takes.into_iter().zip(fits).filter(|(_, fits)| *fits).map(|(takes, _)| takes).collect()
}

/// The id that a member of a chart names.
fn named<'c>(chart: &'c Value, member: &str) -> Option<&'c str> {
    let pointer = format!("/{}", member.replace("].", "/").replace(['[', '.'], "/").replace(']', ""));
    chart.pointer(&pointer).and_then(Value::as_str)
}

/// The ids without the one that a member names.
fn without(chart: &Value, member: &str, ids: &[String]) -> Vec<String> {
    let refused = named(chart, member);
    ids.iter().filter(|id| Some(id.as_str()) != refused).cloned().collect()
}

/// What the check says against the only chart of a chapter.
fn refusal(found: &[Diagnostic], scene: usize) -> Option<Refusal> {
    let prefix = format!("scenes[{scene}].rows[0][0]");
    let about = |one: &&Diagnostic| one.severity == Severity::Error && one.path.starts_with(&prefix);
    let first = found.iter().find(about)?;
    let member = first.path[prefix.len()..].trim_start_matches('.').to_string();
    let (message, help) = (first.message.clone(), Some(first.help.clone()));
    Some(Refusal { message, help, member, takes: Vec::new() })
}

fn chosen<'s>(story: &'s Story, ids: &[String]) -> Chosen<'s> {
    let mut chosen = Chosen::default();
    for id in ids {
        match story.find_figure(id) {
            Some(ix) => chosen.figures.push(story.figure(ix)),
            None => {
                chosen.series.extend(story.all_series().iter().find(|one| series_id(story, one) == *id));
                chosen.lists.extend(story.lists().iter().find(|list| list.id == *id));
            }
        }
    }
    chosen
}

impl Answers {
    /// All of them as JSON: those that take everything first, each with its place among these.
    pub fn json(&self) -> String {
        let of = |both: &Both| json!({"zh": both.zh(), "en": both.en()});
        let mut groups: BTreeMap<bool, Vec<Value>> = BTreeMap::new();
        for answer in &self.all {
            let mut value = json!({
                "type": answer.name,
                "name": chart_name(answer.name, self.locale),
                "accepted": answer.refusal.is_none(),
            });
            match &answer.refusal {
                None => value["chart"] = json!(answer.chart),
                Some(refusal) => {
                    value["reason"] = of(&refusal.message);
                    value["help"] = json!(refusal.help.as_ref().map(of));
                    value["takes"] = json!(refusal.takes);
                    let named = answer.chart.as_ref().and_then(|chart| named(chart, &refusal.member));
                    value["figure"] = json!(named);
                }
            }
            groups.entry(answer.refusal.is_some()).or_default().push(value);
        }
        Value::Array(groups.into_values().flatten().collect()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::example;
    use serde_json::json;

    fn example() -> Files {
        example::files(&Locale::ALL).map(|(name, text)| (name.to_string(), text.into_bytes())).into()
    }

    fn of(files: &Files, ids: &[&str]) -> BTreeMap<&'static str, bool> {
        let ids: Vec<String> = ids.iter().map(|id| id.to_string()).collect();
        let found = answers(files, &ids, Locale::En);
        found.all.iter().map(|answer| (answer.name, answer.refusal.is_none())).collect()
    }

    #[test]
    fn a_chart_takes_what_the_check_lets_through_and_nothing_else() {
        let files = example();
        let share = of(&files, &["children-share"]);
        assert!(share["waffle"] && share["rate-rings"] && share["callouts"] && share["words"], "{share:?}");
        assert!(!share["clock"] && !share["dot-line"] && !share["timeline"], "{share:?}");
        let goal = of(&files, &["rooms-goal"]);
        assert!(goal["callouts"] && goal["bars"] && !goal["waffle"] && !goal["unit-field"], "{goal:?}");
        let series = of(&files, &["books"]);
        assert!(series["dot-line"] && !series["bars"], "{series:?}");
        let list = of(&files, &["activities"]);
        assert!(list["plaques"] && list["words"] && !list["callouts"], "{list:?}");
    }

    #[test]
    fn where_one_of_several_is_in_the_way_the_others_are_named() {
        let files = example();
        let ids = ["members", "books-now", "children-share"].map(String::from);
        let found = answers(&files, &ids, Locale::En);
        let bars = found.all.iter().find(|answer| answer.name == "bars").unwrap();
        assert!(bars.refusal.is_some());
        let accepted = found.all.iter().filter(|answer| answer.refusal.is_none()).count();
        assert_eq!(found.story.unwrap().scenes().len(), accepted);
    }

    /// Bars once said of a share beside people that it was thinner than a pixel.
    #[test]
    fn unlike_units_are_the_reason_not_how_small_one_is() {
        let mut files = example();
        let mut story: serde_json::Value = serde_json::from_slice(&files["story.json"]).unwrap();
        story["figures"]["members"]["value"] = json!(4_128_000);
        files.insert("story.json".into(), story.to_string().into_bytes());
        let ids = ["members", "children-share"].map(String::from);
        let found = answers(&files, &ids, Locale::En);
        let bars = found.all.iter().find(|answer| answer.name == "bars").unwrap();
        let message = bars.refusal.as_ref().unwrap().message.en();
        assert!(message.contains("different units"), "{message}");
    }

    /// Two numbers of a day were once drawn as an earlier and a later one.
    #[test]
    fn only_two_dated_numbers_of_one_thing_are_drawn_as_before_and_after() {
        let drawn = |label: &str, start: Option<&str>| {
            let mut files = example();
            let mut story: serde_json::Value = serde_json::from_slice(&files["story.json"]).unwrap();
            story["figures"]["members"]["period"]["start"] = "2019".into();
            story["figures"]["members"]["period"]["end"] = "2019".into();
            let mut later = story["figures"]["members"].clone();
            for language in ["zh", "en", "ru"] {
                if label != "same" {
                    later["label"][language] = label.into();
                }
            }
            later["period"] = json!({"zh": "后来", "en": "later on", "ru": "позже"});
            if let Some(start) = start {
                later["period"]["start"] = start.into();
                later["period"]["end"] = start.into();
            }
            story["figures"]["members-later"] = later;
            files.insert("story.json".into(), story.to_string().into_bytes());
            let found = of(&files, &["members", "members-later"]);
            [found["grouped-bars"], found["slope"]]
        };
        assert_eq!(drawn("same", Some("2020")), [true, true]);
        assert_eq!(drawn("Staff", Some("2020")), [false, false]);
        assert_eq!(drawn("same", None), [false, false]);
    }

    #[test]
    fn with_errors_in_its_statements_nothing_is_promised() {
        let mut files = example();
        let text = String::from_utf8(files["story.json"].clone()).unwrap();
        let broken = text.replacen("\"measure\": \"count\"", "\"measure\": \"count\", \"colour\": 1", 1);
        assert_ne!(broken, text);
        files.insert("story.json".into(), broken.into_bytes());
        assert!(of(&files, &["members"]).values().all(|accepted| !accepted));
    }

    /// It once refused every chart until the label was translated.
    #[test]
    fn a_label_that_is_not_translated_yet_is_no_reason_against_a_chart() {
        let mut files = example();
        let text = String::from_utf8(files["story.json"].clone()).unwrap();
        let lacking = text.replacen("\"en\": \"Members (illustrative)\", ", "", 1);
        assert_ne!(lacking, text);
        files.insert("story.json".into(), lacking.into_bytes());
        assert!(of(&files, &["members"])["callouts"]);
    }
}
