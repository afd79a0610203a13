//! Checks that the years of a figure agree: of its period and the words for it, of its base, of its deadline.
//!
//! A typed story comes in; a diagnostic for each figure whose years contradict each other. That a result is not of a time
//! after its source is the matter of the rule `target-as-result`.
//!
//! **Invariant**: adds diagnostics and changes nothing; words without a year are never in the way.

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::locale::date::{Date, Part};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx, Period};
use crate::model::SeriesIx;
use crate::rules::loose_number::part_year::part_of_year;
use crate::rules::{Locator, Place};
use crate::statement::Measure;
use crate::story::Story;
use std::collections::BTreeSet;

/// How grave it is, a member of the figure, what is wrong and what to do.
type Fault = (Severity, &'static str, Both, Both);

pub(crate) fn check(story: &Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    for (i, figure) in story.figures().iter().enumerate() {
        for (severity, member, message, help) in faults(figure) {
            // a series says the base of all its points
            let series = figure.id().split_once('@').filter(|_| member == "base");
            let series = series
                .and_then(|(id, _)| story.all_series().iter().position(|series| series.id == id))
                .map(SeriesIx);
            if series.is_some_and(|series| !told.insert(series)) {
                continue;
            }
            let place = match series {
                Some(series) => Place::Series(series, member),
                None => Place::Figure(FigureIx(i), member),
            };
            diagnostics.push(Diagnostic::new(severity, "bad-period", places.locate(&place), message, help));
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
    let other = |(locale, words): &(Locale, &str)| {
        let said = years_in(words);
        let is_far = !said.is_empty() && !said.iter().any(|year| (first - 1..=last + 1).contains(year));
        is_far || is_beside(period, words, *locale)
    };
    if let Some((_, words)) = period.text.iter().find(other) {
        let said = years_in(words);
        let said = said.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
        let span = if first == last { first.to_string() } else { format!("{first}–{last}") };
        all.push((
            Severity::Error,
            "period",
            name(
                &format!("的期间文字写的是 {said}，start、end 却是 {span}"),
                &format!("has {said} in the words of its period, and {span} in start and end"),
            ),
            Both::new("改成同一期间", "write the same period in both"),
        ));
    }
    let run = run_of_months(period);
    if let Some(words) = other_part(period).filter(|_| run.is_none()) {
        let own = period.start.map(Date::iso).unwrap_or_default();
        all.push((
            Severity::Error,
            "period",
            name(
                &format!("的期间文字写的是“{words}”，start 却是 {own}"),
                &format!("has \"{words}\" as the words of its period, and {own} as its start"),
            ),
            Both::new("改成同一期间", "write the same period in both"),
        ));
    }
    if let Some(words) = run {
        let own = period.start.map(Date::iso).unwrap_or_default();
        all.push((
            Severity::Error,
            "period",
            name(
                &format!("的期间文字写的是一段时间“{words}”，start 却只有 {own}"),
                &format!("has the run \"{words}\" as the words of its period, and {own} alone as its start"),
            ),
            Both::new(
                format!("start 写第一个月，end 写最后一个月，如 {first}-01 和 {first}-05；数值不用改"),
                format!(
                    "write the first month as start and the last one as end, such as {first}-01 and {first}-05; the \
                     number stays"
                ),
            ),
        ));
    } else if let Some(word) = part_of_year(period) {
        all.push((
            Severity::Warning,
            "period",
            name(
                &format!("的期间文字写着“{word}”，start 却是整个 {first} 年"),
                &format!("has \"{word}\" in the words of its period, but its start is the whole of {first}"),
            ),
            Both::new(
                format!("把 start 写到月或季，如 {first}-06、{first}Q1，一段时间再写 end"),
                format!("write the month or the quarter as start, such as {first}-06 or {first}Q1, and for a run an end"),
            ),
        ));
    }
    let is_change = figure.measure().is_change() || figure.measure() == Measure::Multiple;
    // a revision refers to an older estimate, which was published after the period: only what begins with a date is one
    let is_dated = |base: &&Text| base.iter().all(|(_, words)| !is_document(words));
    let base = figure.base().filter(is_dated).map(years).unwrap_or_default();
    let same = |base: &Text| base.iter().all(|(locale, words)| words == period.text.get(locale));
    if is_change && figure.base().is_some_and(same) {
        all.push((
            Severity::Error,
            "base",
            name("的基期就是它自己的期间", "has its own period as its base"),
            Both::new("base 写来源所比的那一期", "write as base the period that the source compares with"),
        ));
    }
    if let Some(year) = base.iter().min().filter(|year| is_change && **year > last) {
        all.push((
            Severity::Error,
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
            Severity::Error,
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

/// Whether words are those of the same year, quarter or month of the year before or after, and of nothing else.
fn is_beside(period: &Period, words: &str, locale: Locale) -> bool {
    let start = period.start.filter(|start| period.end.is_none_or(|end| end == *start));
    start.is_some_and(|start| {
        let name = |year: i32| Date { year, ..start }.display(locale).to_lowercase();
        [start.year - 1, start.year + 1].into_iter().any(|year| name(year) == words.trim().to_lowercase())
    })
}

/// The words of a period that name another month, or another quarter, than its one date has.
fn other_part(period: &Period) -> Option<&str> {
    let start = period.start.filter(|start| period.end.is_none_or(|end| end == *start))?;
    let parts: Vec<Part> = match start.part {
        Part::Month(_) => (1..=12).map(Part::Month).collect(),
        Part::Quarter(_) => (1..=4).map(Part::Quarter).collect(),
        Part::Year | Part::Day(..) => return None,
    };
    let says = |words: &str, locale: Locale, part: Part| {
        let name = (locale.catalogue().date)(Date { part, ..start }).to_lowercase();
        let words = words.to_lowercase();
        let mut places = words.match_indices(&name).map(|(at, _)| at);
        places.any(|at| !words[..at].ends_with(|c: char| c.is_ascii_digit()))
    };
    let mut texts = period.text.iter().filter(|(locale, words)| !says(words, *locale, start.part));
    texts.find(|(locale, words)| parts.iter().any(|part| says(words, *locale, *part))).map(|(_, words)| words)
}

/// The words of a period that name several months or quarters, where it has one date: "1—5月", "January to May" of 2023-05.
fn run_of_months(period: &Period) -> Option<&str> {
    let start = period.start.filter(|start| period.end.is_none_or(|end| end == *start))?;
    if matches!(start.part, Part::Day(..)) {
        return None;
    }
    let months: Vec<Date> = (1..=12).map(|month| Date { part: Part::Month(month), ..start }).collect();
    let is_run = |words: &str, locale: Locale| {
        let words = words.to_lowercase();
        match locale.catalogue().spaced {
            false => is_chinese_run(&words, start.part == Part::Year),
            true => {
                let words: Vec<&str> =
                    words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
                let names = months.iter().map(|month| month.display(locale).to_lowercase());
                let named = names.filter(|name| {
                    let mut short = words.iter().filter(|word| word.chars().count() > 2);
                    short.any(|word| name.split(' ').next().is_some_and(|name| name.starts_with(word)))
                });
                let quarters = words.iter().filter(|word| ["q1", "q2", "q3", "q4"].contains(word)).count();
                // twelve months are a run, unless they are a year that has its date
                let is_whole = start.part == Part::Year
                    && words.windows(2).any(|two| matches!(two, ["12" | "twelve", "months"]));
                let is_counted =
                    !is_whole && words.iter().any(|word| ["months", "quarters", "ytd"].contains(word));
                named.count() > 1
                    || quarters > 1
                    || is_counted
                    || words.windows(2).any(|two| two == ["to", "date"])
            }
        }
    };
    period.text.iter().find(|(locale, words)| is_run(words, *locale)).map(|(_, words)| words)
}

/// Whether Chinese words name a run: 1—5月, 1月至5月, 前5个月, 前三季度; the twelve months of a year are none.
fn is_chinese_run(words: &str, is_year: bool) -> bool {
    let is_counted = words.contains("个月") && !(is_year && words.contains("12个月"));
    if is_counted || words.contains("前三季") || words.contains("前两季") {
        return true;
    }
    let is_between = |c: char| matches!(c, '-' | '–' | '—' | '~' | '～' | '－' | '至' | '到');
    let Some((before, after)) = words.split_once(is_between) else { return false };
    let after = after.trim_start_matches(is_between);
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    // 2023-5月 is one month
    let first = before.rsplit('年').next().unwrap_or_default().trim_end_matches('月');
    let is_month = |part: &str| (1..=2).contains(&part.len()) && digits(part) == part.len();
    let last = after.rsplit('年').next().unwrap_or_default().split('月').next().unwrap_or_default();
    after.contains('月') && is_month(first) && is_month(last)
}

/// Whether a base in words names an estimate or a plan, whose own date may be later than what it is of.
fn is_document(words: &str) -> bool {
    let words = words.to_lowercase();
    [
        "estimate",
        "release",
        "published",
        "forecast",
        "plan",
        "估计",
        "初步",
        "公布",
        "预测",
        "计划",
        "оценк",
        "прогноз",
    ]
    .iter()
    .any(|word| words.contains(word))
}

/// The years that a text names in any language.
fn years(text: &Text) -> BTreeSet<i32> {
    text.iter().flat_map(|(_, words)| years_in(words)).collect()
}

/// The years that some words name: four digits from 1000 to 2999 that stand alone.
fn years_in(words: &str) -> BTreeSet<i32> {
    words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|y| (1000..3000).contains(y))
        .collect()
}
