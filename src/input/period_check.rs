//! Checks that the years of a figure agree: of its period and the words for it, of its base, of its deadline.
//!
//! A typed story comes in; a diagnostic for each figure whose years contradict each other. That a result is not of a time
//! after its source is the matter of the rule `target-as-result`.
//!
//! **Invariant**: adds diagnostics and changes nothing; words without a year are never in the way.

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::locale::Text;
use crate::model::figure::Figure;
use crate::rules::{Locator, Place};
use crate::statement::Measure;
use crate::story::Story;
use std::collections::BTreeSet;

/// A member of the figure, what is wrong and what to do.
type Fault = (&'static str, Both, Both);

pub(crate) fn check(story: &Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    for (i, figure) in story.figures().iter().enumerate() {
        for (member, message, help) in faults(figure) {
            let at = places.locate(&Place::Figure(crate::model::figure::FigureIx(i), member));
            diagnostics.push(Diagnostic::new(Severity::Error, "bad-period", at, message, help));
        }
    }
}

fn faults(figure: &Figure) -> Vec<Fault> {
    let period = figure.period();
    let Some(first) = period.start.or(period.end).map(|date| date.year) else { return Vec::new() };
    let last = period.end.map_or(first, |date| date.year);
    let name = |zh: &str, en: &str| {
        let (own_zh, own_en) = (figure.label().zh(), figure.label().en());
        Both::new(
            format!("“{own_zh}”（{}）{zh}", figure.id()),
            format!("\"{own_en}\" ({}) {en}", figure.id()),
        )
    };
    let mut all = Vec::new();
    // 2011/12 is called after both of its years
    let said = years(&period.text);
    if !said.is_empty() && !said.iter().any(|year| (first - 1..=last + 1).contains(year)) {
        let said = said.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
        let span = if first == last { first.to_string() } else { format!("{first}–{last}") };
        all.push((
            "period",
            name(
                &format!("的期间文字写的是 {said}，start、end 却是 {span}"),
                &format!("has {said} in the words of its period, and {span} in start and end"),
            ),
            Both::new("改成同一期间", "write the same period in both"),
        ));
    }
    let is_change = figure.measure().is_change() || figure.measure() == Measure::Multiple;
    let base = figure.base().map(years).unwrap_or_default();
    if let Some(year) = base.iter().min().filter(|year| is_change && **year > last) {
        all.push((
            "base",
            name(
                &format!("的基期 {year} 在期间 {last} 之后"),
                &format!("has a base of {year}, after its own period, {last}"),
            ),
            Both::new("核对 base 和 period：基期在前", "check base and period: the base comes first"),
        ));
    }
    let deadline = figure.deadline().map(years).unwrap_or_default();
    if let Some(year) = deadline.iter().max().filter(|year| **year < first) {
        all.push((
            "deadline",
            name(
                &format!("的期限 {year} 在期间 {first} 之前"),
                &format!("has a deadline of {year}, before its own period, {first}"),
            ),
            Both::new("核对 deadline 和 period", "check deadline and period"),
        ));
    }
    all
}

/// The years that a text names in any language: four digits from 1000 to 2999 that stand alone.
fn years(text: &Text) -> BTreeSet<i32> {
    let all = text.iter().flat_map(|(_, words)| words.split(|c: char| !c.is_ascii_digit()));
    all.filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|y| (1000..3000).contains(y))
        .collect()
}
