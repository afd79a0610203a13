//! `not-missing`: what is called missing is not among the story's own figures and series.

use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::Text;
use crate::model::figure::Value;
use crate::rules::Bench;

/// The chart that is looked at.
pub(super) fn check(bench: &mut Bench, chart: &Chart) {
    let Chart::Callouts(callouts) = chart else { return };
    for (i, missing) in callouts.missing.iter().enumerate() {
        let Some(id) = published(bench, &missing.label) else { continue };
        bench.refuse(
            "not-missing",
            format!("missing[{i}].label"),
            Both::new(
                format!("说“{}”未见公布，故事里却有它的数（{id}）", missing.label.zh()),
                format!("\"{}\" is called missing, and the story has a figure of that name ({id})", missing.label.en()),
            ),
            Both::new(
                format!("去掉这一项，或在 items 里画 {id}；若是另一个量，把名称写得让读者分得清"),
                format!(
                    "take it out, or draw {id} under items; if it is another quantity, give it a name that readers can \
                     tell apart"
                ),
            ),
        );
    }
}

/// Returns the id of a figure with a value, or of a series with points, that has this name in any language.
fn published(bench: &Bench, name: &Text) -> Option<String> {
    let plain = |words: &str| {
        words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let same = |other: &Text| {
        name.iter().any(|(locale, words)| {
            let other = other.iter().find(|(language, _)| *language == locale);
            other.is_some_and(|(_, other)| plain(words) == plain(other))
        })
    };
    let story = bench.story;
    let known = |value: &Value| !matches!(value, Value::Missing | Value::NotApplicable);
    let figure = story.figures().iter().find(|f| known(&f.value()) && same(f.label()));
    let series = story.facts().all_series().iter().find(|s| !s.plotted.is_empty() && same(&s.label));
    figure.map(|f| f.id().to_string()).or(series.map(|s| s.id.clone()))
}
