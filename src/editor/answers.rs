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
use crate::editor::candidates::{text, Chosen, Made};
use crate::editor::words::chart_name;
use crate::locale::{Locale, Text};
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
    let (Some(story), _) = Story::draft(files) else {
        return Answers { all: Vec::new(), locale, story: None };
    };
    let mut all = tried(files, &story, ids);
    // a chart that refuses some of them may take the others
    for answer in all.iter_mut().filter(|answer| answer.refusal.is_some() && answer.chart.is_some()) {
        let Answer { name, chart: Some(chart), refusal: Some(refusal) } = answer else { continue };
        let left = without(chart, &refusal.member, ids);
        if left.len() > 1 && left.len() < ids.len() {
            let again = tried(files, &story, &left);
            let takes = again.iter().any(|other| other.name == *name && other.refusal.is_none());
            refusal.takes = if takes { left } else { Vec::new() };
        }
    }
    let accepted: Vec<&Value> = all
        .iter()
        .filter(|answer| answer.refusal.is_none())
        .filter_map(|answer| answer.chart.as_ref())
        .collect();
    let shown = Story::draft(&with_charts(files, &story, &accepted)).0;
    Answers { all, locale, story: shown }
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

fn tried(files: &Files, story: &Story, ids: &[String]) -> Vec<Answer> {
    let charts = chosen(story, ids).charts();
    let whole: Vec<&Value> = charts.iter().filter_map(|(_, made)| made.as_ref().ok()).collect();
    let (_, found) = Story::draft(&with_charts(files, story, &whole));
    let mut place = 0;
    let mut answer = |(name, made): (&'static str, Made)| match made {
        Err(message) => {
            let refusal = Refusal { message, help: None, member: String::new(), takes: Vec::new() };
            Answer { name, chart: None, refusal: Some(refusal) }
        }
        Ok(chart) => {
            let refusal = refusal(&found, place);
            place += 1;
            Answer { name, chart: Some(chart), refusal }
        }
    };
    charts.into_iter().map(&mut answer).collect()
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
        if let Some(ix) = story.find_figure(id) {
            chosen.figures.push(story.figure(ix));
        }
        chosen.series.extend(story.all_series().iter().filter(|series| series.id == *id));
        chosen.lists.extend(story.lists().iter().filter(|list| list.id == *id));
    }
    chosen
}

/// The files with a chapter for each of the charts in place of the story's own.
fn with_charts(files: &Files, story: &Story, charts: &[&Value]) -> Files {
    let mut copy = files.clone();
    let read = files.get("story.json").and_then(|bytes| serde_json::from_slice::<Value>(bytes).ok());
    let Some(Value::Object(mut document)) = read else { return copy };
    let words = text(&Text::each(story.languages(), |_| "…".to_string()));
    let scene = |(place, chart): (usize, &&Value)| {
        json!({
            "id": format!("chart-{}", place + 1),
            "number": place + 1,
            "name": words,
            "accent": "hue-1",
            "title": words,
            "subtitle": words,
            "narration": [],
            "rows": [[chart]],
        })
    };
    document.insert("scenes".into(), charts.iter().enumerate().map(scene).collect());
    ["acts", "corrections"].into_iter().for_each(|member| {
        document.remove(member);
    });
    copy.insert("story.json".into(), Value::Object(document).to_string().into_bytes());
    copy
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
