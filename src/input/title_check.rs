//! Checks that the titles of charts and chapters are of the years and the units of what is drawn below them, and claim
//! nothing of it that is not so.
//!
//! **Invariant**: warns; a title beside anything but figures is never in the way, and a year is held against every year
//! that a figure names.

use super::beside::Beside;
use super::document::Document;
use super::validate::Findings;
use crate::diagnostic::{Both, Diagnostics, Severity};
use crate::locale::recognition::claims::claims;
use crate::locale::Locale;
use crate::model::figure::Figure;
use crate::model::Seen;
use crate::rules::comparison_word::said::has_any;
use crate::rules::comparison_word::titles;
use crate::rules::direction_word::titles as directions;
use crate::rules::loose_number::year_beside::{years, years_of};
use crate::rules::loose_number::CODE;
use crate::rules::mixed_unit::{kind_of_name, kind_of_unit, unit_at_end};
use crate::story::Story;
use std::collections::BTreeSet;

pub(super) fn check(story: &Story, findings: &Findings, doc: &Document, diagnostics: &mut Diagnostics) {
    for (text, at, path) in findings.remarks.iter().chain(&findings.templates) {
        let Some(beside) = Beside::of(story, path).filter(|beside| beside.is_title) else { continue };
        let own = other_year(story, text, &beside).or_else(|| other_unit(story, text, &beside));
        let own = own.map(|(message, help)| (message, help, CODE));
        let claimed = || titles::check(story, text, beside.locale, &beside.charts);
        let is_heading = path.rsplit_once('.').is_some_and(|(member, _)| member.ends_with(".title"));
        let went = || directions::check(story, text, beside.locale, &beside.charts).filter(|_| is_heading);
        let Some((message, help, code)) = own.or_else(claimed).or_else(went) else { continue };
        diagnostics.add(Severity::Warning, code, &doc.text, at + 1, path, message, help);
    }
}

/// A title of other years than all that is drawn below it.
fn other_year(story: &Story, text: &str, beside: &Beside) -> Option<(Both, Both)> {
    // what a text quotes has its own year
    let said = years(text);
    let others = story.shown(beside.charts.iter().copied());
    let only_figures = others.iter().all(|seen| matches!(seen, Seen::Figure(_)));
    let claims = claims(beside.locale);
    let from = [claims.since, claims.since_behind];
    let lower = text.to_lowercase();
    let goes_on = from.iter().any(|words| has_any(&lower, words, beside.locale.catalogue().spaced));
    if said.is_empty() || goes_on || text.contains('{') || !only_figures || beside.figures.is_empty() {
        return None;
    }
    let mut own = BTreeSet::new();
    for ix in &beside.figures {
        own.extend(years_of(story.figure(*ix)));
        let series = story.facts().all_series().iter().filter(|series| series.points.contains(ix));
        own.extend(series.flat_map(|series| &series.points).flat_map(|ix| years_of(story.figure(*ix))));
    }
    let (first, last) = (*own.first()?, *own.last()?);
    // a run of years that goes beyond what is drawn; that of a chapter may be the name of a plan
    let is_run = matches!(said[..], [from, to] if from < to && is_run(text, from, to));
    let beyond = is_run && beside.in_chart && (said[0] < first || said[1] > last);
    if !beyond && said.iter().any(|year| own.contains(year)) {
        return None;
    }
    let said = said.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
    let own = if first == last { first.to_string() } else { format!("{first}–{last}") };
    Some((
        Both::new(
            format!("标题写的是 {said}，画的却是 {own} 的数"),
            format!("this title says {said}, and what is drawn below it is of {own}"),
        ),
        Both::new(
            "改成数字自己的年份，或不写年份；数值不用改",
            "write the years of the figures, or none; no number changes",
        ),
    ))
}

/// Two years with nothing but a dash or "to" between them.
fn is_run(text: &str, from: i32, to: i32) -> bool {
    let (Some(a), Some(b)) = (text.find(&from.to_string()), text.rfind(&to.to_string())) else {
        return false;
    };
    let between = text.get(a + 4..b).unwrap_or("").trim_matches(|c: char| c.is_whitespace() || c == '年');
    ["-", "–", "—", "——", "~", "～", "至", "到", "to", "through"].contains(&between)
}

/// A unit at the end of a title, in brackets or behind a comma, that is none of the figures'.
fn other_unit(story: &Story, text: &str, beside: &Beside) -> Option<(Both, Both)> {
    let last = unit_at_end(text)?;
    let said = kind_of_name(last, beside.locale)?;
    let units: Vec<_> = beside.figures.iter().map(|ix| story.figure(*ix).unit()).collect();
    let known: Option<Vec<(usize, i32)>> =
        units.iter().map(|unit| kind_of_unit(unit, beside.locale)).collect();
    let known = known.filter(|known| !known.is_empty())?;
    if known.iter().any(|(kind, _)| *kind == said.0) {
        return other_power(story, last, said, &known, beside);
    }
    let own = name(units.first()?, beside.locale);
    Some((
        Both::new(
            format!("标题里的单位是“{last}”，数字的单位却是“{own}”"),
            format!("the unit in this title is \"{last}\", and that of the figures is \"{own}\""),
        ),
        Both::new(
            "改成数字自己的单位，或不写单位；数值不用改",
            "write the unit of the figures, or none; no number changes",
        ),
    ))
}

/// A power of ten in a title that no number below it is printed in.
fn other_power(
    story: &Story,
    last: &str,
    said: (usize, i32),
    known: &[(usize, i32)],
    beside: &Beside,
) -> Option<(Both, Both)> {
    let figures = || beside.figures.iter().map(|ix| story.figure(*ix));
    let words = beside.locale.catalogue().powers.iter().map(|power| power.word);
    let word = words.filter(|word| last.to_lowercase().contains(word)).max_by_key(|word| word.len())?;
    let prints = |figure: &Figure| figure.display(beside.locale).to_lowercase().contains(word);
    if known.iter().any(|(_, power)| *power == said.1) || figures().any(prints) {
        return None;
    }
    let shown = figures().next()?.display(beside.locale);
    Some((
        Both::new(
            format!("标题里写着“{last}”，数却印作“{shown}”，读者会再乘一次"),
            format!("this title says \"{last}\", but numbers are printed as \"{shown}\": readers would multiply them"),
        ),
        Both::new(
            format!("单位里写“{word}”，或用 format；标题里删去它"),
            format!("write \"{word}\" in the unit, or as format, and take it out of the title"),
        ),
    ))
}

fn name(unit: &crate::locale::number::Unit, locale: Locale) -> String {
    unit.name(locale).to_string()
}
