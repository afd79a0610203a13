//! `loose-number`, of a name with a year over what is of a part of it: "Jobs 2023" of its first half.
//!
//! **Invariant**: what there is at a time (a level at the end of a year) may go by its year; a name that says any part
//! of a year is never in the way.

use crate::diagnostic::Both;
use crate::locale::date::{Date, Part};
use crate::locale::recognition::claims::claims;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, Period};
use crate::rules::loose_number::year_beside::years;
use crate::rules::{Bench, Place};
use crate::statement::{Measure, Precision};

/// A word of the period's text that names a part of a year, where the period is dated as the whole of it.
pub(crate) fn part_of_year(period: &Period) -> Option<&'static str> {
    let whole = |date: Date| date.part == Part::Year;
    let (start, end) = (period.start?, period.end.or(period.start)?);
    if !whole(start) || start != end {
        return None;
    }
    period.text.iter().find_map(|(locale, text)| {
        let (catalogue, text) = (locale.catalogue(), text.to_lowercase());
        catalogue.year_parts.iter().copied().find(|part| match catalogue.spaced {
            true => text.split(|c: char| !c.is_alphanumeric()).any(|word| word == *part),
            false => text.contains(part),
        })
    })
}

/// The year of which a figure's period is a part.
fn of_part(figure: &Figure) -> Option<i32> {
    let period = figure.period();
    let year = period.start.or(period.end)?.year;
    let at_a_time = !matches!(
        figure.measure(),
        Measure::Flow | Measure::Growth | Measure::Change | Measure::Points | Measure::Multiple
    );
    let is_part = match period.precision() {
        Precision::Months | Precision::Quarter => {
            let first = period.start.or(period.end)?.first_day();
            let last = period.end.or(period.start)?.last_day();
            (first.1, first.2, last.1, last.2) != (1, 1, 12, 31)
        }
        Precision::Month | Precision::Day => !at_a_time,
        Precision::Year => part_of_year(period).is_some(),
        Precision::Years | Precision::Named => false,
    };
    (is_part && figure.measure() != Measure::Date).then_some(year)
}

/// Whether a name says a year and no part of one.
fn says_whole(name: &str, year: i32, locale: Locale) -> bool {
    let (name, spaced) = (name.to_lowercase(), locale.catalogue().spaced);
    let mut runs = name.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let alone = runs.all(|run| run.parse() == Ok(year)) && name.contains(&year.to_string());
    let parts = locale.catalogue().year_parts.iter().chain(claims(locale).year_parts);
    let mut parts = parts.copied();
    alone
        && !parts.any(|part| match spaced {
            true => name.split(|c: char| !c.is_alphanumeric()).any(|word| word == part),
            false => name.contains(part),
        })
}

/// What a name says of a figure that is of less than its year.
fn words(figure: &Figure, name: &Text) -> Option<(Both, Both)> {
    let year = of_part(figure)?;
    let (locale, name) = name.iter().find(|(locale, words)| says_whole(words, year, *locale))?;
    let period = figure.period().text.get(locale);
    let own = &figure.period().text;
    Some((
        Both::new(
            format!("“{name}”像是 {year} 全年的，它的数却是“{period}”的"),
            format!("\"{name}\" reads as the whole of {year}, and its figure is of \"{period}\""),
        ),
        Both::new(
            format!("名称里写明是哪一段，如“{}”，或不写年份；数值不用改", own.zh()),
            format!("say which part it is, such as \"{}\", or write no year; the number stays", own.en()),
        ),
    ))
}

/// Whether a name says the month in which the figure's source came out: "First estimate, February 2024", of 2023.
fn names_release(name: &str, released: Date, locale: Locale) -> bool {
    let (Part::Month(month) | Part::Day(month, _)) = released.part else { return false };
    let written = Date { year: released.year, part: Part::Month(month) }.display(locale).to_lowercase();
    let name = name.to_lowercase();
    if !locale.catalogue().spaced {
        return name.contains(&written);
    }
    let called = written.split_whitespace().next().unwrap_or_default();
    let stem: String = called.chars().take(called.chars().count().saturating_sub(1)).collect();
    let is_called =
        |word: &str| word.chars().count() > 2 && called.starts_with(word) || word.starts_with(&stem);
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| is_called(pair[0]) && pair[1].parse() == Ok(released.year))
}

/// A figure's own name with a year that is nowhere in what the figure is of.
fn other_year(figure: &Figure, released: Option<Date>) -> Option<(Both, Both)> {
    let said: Vec<i32> = figure.label().iter().flat_map(|(_, words)| years(words)).collect();
    let period = figure.period();
    let dated = [period.start, period.end].into_iter().flatten().map(|date| date.year);
    let (first, last) = (dated.clone().min()?, dated.max()?);
    let texts = [Some(&period.text), figure.base(), figure.deadline(), figure.note()];
    let texts = texts.into_iter().flatten().flat_map(Text::iter);
    let own: Vec<i32> = texts.flat_map(|(_, words)| years(words)).chain(first..=last).collect();
    let year = said.iter().find(|_| said.iter().all(|year| !own.contains(year)))?;
    let of_release =
        |date: Date| figure.label().iter().any(|(locale, name)| names_release(name, date, locale));
    if released.is_some_and(of_release) {
        return None;
    }
    Some((
        Both::new(
            format!("名称写的是 {year}，数却是“{}”的", period.text.zh()),
            format!("this name says {year}, and its figure is of \"{}\"", period.text.en()),
        ),
        Both::new(
            "名称改成数字自己的年份，或不写年份；说的是发布时间，就连月份写上，与来源的 date 同月，如“2025年3月”；期间错了就改 period",
            "write the year of the figure in its name, or none; the time of a release is written with its month, that of its \
             source's date, such as \"March 2025\"; where the period is wrong, correct that",
        ),
    ))
}

/// Names of figures; of a series' points only the period is shown.
pub(in crate::rules) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        if figure.id().contains('@') {
            continue;
        }
        let released = bench.story.source(figure.source().source).dated();
        let own = other_year(figure, released).or_else(|| words(figure, figure.label()));
        if let Some((message, help)) = own {
            bench.warn("loose-number", Place::Figure(ix, "label"), message, help);
        }
    }
}

/// A name that a chart gives its figures.
pub(super) fn check_name(bench: &mut Bench, member: &str, name: &Text, figures: &[&Figure]) {
    if let Some((message, help)) = figures.iter().find_map(|figure| words(figure, name)) {
        bench.refuse("loose-number", member, message, help);
    }
}
