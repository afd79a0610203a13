//! `loose-number`, of what a sentence says a change is compared with: "on the year before" beside a change since
//! 2010, "a year" beside the total of five years.
//!
//! **Invariant**: warns; only words right beside the number are read, and only where its own period and base are
//! years for sure. A number that is called an average is never in the way.

use crate::diagnostic::Both;
use crate::locale::recognition::sayings::sayings;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::rules::comparison_word::said::{flat, words_only};
use crate::rules::loose_number::year_beside::years;
use crate::rules::loose_number::CODE;
use crate::rules::{texts_by_language, Bench, Place};
use crate::statement::{Measure, Precision};

/// What a change is compared with by its words.
enum Said {
    /// On the year before, or for each year.
    Year(String),
    /// A year by its number.
    Since(i32),
    /// On the month or the quarter before: 环比.
    Before(String),
}

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        let flat = flat(story, text, locale);
        for (i, ix) in flat.figures.iter().enumerate() {
            let figure = story.figure(*ix);
            let around = (&*flat.between[i], &*flat.between[i + 1]);
            if is_average(figure) {
                continue;
            }
            let place = place.clone().in_language(locale);
            let is_total = figure.measure() == Measure::Flow
                && figure.period().precision() == Precision::Years
                && figure.period().start.zip(figure.period().end).is_some_and(|(a, b)| a.year < b.year);
            if let Some(word) = each_year(around, locale).filter(|_| is_total) {
                tell_total(bench, place, *ix, &word, locale);
                continue;
            }
            let Some(said) = said(around, locale).filter(|said| is_other(figure, said)) else {
                continue;
            };
            let word = match said {
                Said::Year(word) | Said::Before(word) => word,
                Said::Since(year) => year.to_string(),
            };
            tell_base(bench, place, *ix, &word);
        }
    }
}

/// Whether a figure is called an average anywhere.
pub(in crate::rules) fn is_average(figure: &Figure) -> bool {
    let texts = [Some(figure.label()), figure.note(), figure.base(), Some(&figure.period().text)];
    let said = |(locale, words): (Locale, &str)| {
        let words = words.to_lowercase();
        sayings(locale).average.iter().any(|word| words.contains(word))
    };
    texts.into_iter().flatten().flat_map(Text::iter).any(said)
}

/// The one year that a change is compared with, and whether its base is called the year before.
pub(in crate::rules) fn base_of(figure: &Figure) -> (Option<i32>, bool) {
    let Some(base) = figure.base().filter(|_| figure.measure().is_change()) else { return (None, false) };
    // the year alone, or before a comma: in "the year 2015 at prices of 2020" another may be meant
    let period = |words: &'_ str| -> Option<i32> {
        let own = words.split(['，', ',', '；', ';', '（', '(']).next()?.trim().trim_end_matches('年').trim();
        own.parse().ok().filter(|year| (1000..3000).contains(year))
    };
    let mut all: Vec<i32> = base.iter().filter_map(|(_, words)| period(words)).collect();
    all.dedup();
    let relative = base.iter().any(|(locale, words)| {
        let words = words.to_lowercase();
        locale.catalogue().year_before.iter().any(|word| words.starts_with(word))
    });
    (Some(all).filter(|all| all.len() == 1 && !relative).map(|all| all[0]), relative)
}

fn is_other(figure: &Figure, said: &Said) -> bool {
    let (base, relative) = base_of(figure);
    let own = figure.period().start.filter(|_| figure.period().precision() != Precision::Years);
    let Some(own) = own.map(|date| date.year) else { return false };
    let precision = figure.period().precision();
    match said {
        Said::Year(_) => precision == Precision::Year && base.is_some_and(|base| base + 1 < own),
        Said::Since(year) => {
            base.is_some_and(|base| base != *year)
                || relative && precision == Precision::Year && own - 1 != *year
        }
        Said::Before(_) => match precision {
            Precision::Year => base.is_some_and(|base| base + 1 < own),
            Precision::Month | Precision::Quarter => relative,
            _ => false,
        },
    }
}

fn is_stop(c: char) -> bool {
    "，。；：！？,.;:!?()（）".contains(c)
}

/// The words before a number and behind it, each of its own clause.
fn clauses<'t>((before, behind): (&'t str, &'t str)) -> (&'t str, &'t str) {
    let before = before.rsplit(is_stop).next().unwrap_or("").trim();
    (before, behind.split(is_stop).next().unwrap_or("").trim())
}

/// Words that spread a number over years, right beside it.
fn each_year(around: (&str, &str), locale: Locale) -> Option<String> {
    let (sayings, spaced) = (sayings(locale), locale.catalogue().spaced);
    let (before, behind) = clauses(around);
    let find = |words: &str, first: bool| {
        let fits = |word: &&&'static str| {
            let Some(at) = words.find(**word).filter(|at| words_only(words, *at, word, spaced)) else {
                return false;
            };
            let rest = match first {
                true => &words[..at],
                false => &words[at + word.len()..],
            };
            match spaced {
                true => first && rest.split_whitespace().count() <= 1 && words.ends_with(**word),
                false => !first && rest.chars().count() <= 4,
            }
        };
        sayings.each_year.iter().find(fits).map(|word| word.to_string())
    };
    find(behind, true).or_else(|| find(before, false))
}

fn said(around: (&str, &str), locale: Locale) -> Option<Said> {
    let (sayings, spaced) = (sayings(locale), locale.catalogue().spaced);
    let (before, behind) = clauses(around);
    let starts = |words: &str, list: &[&'static str]| {
        let own = list.iter().find(|word| {
            words.strip_prefix(**word).is_some_and(|rest| !spaced || !rest.starts_with(char::is_alphabetic))
        });
        own.map(|word| word.to_string())
    };
    let ends = |words: &str, own: &str| {
        let rest = words.get(own.len()..).unwrap_or("").trim_start();
        rest.is_empty() || starts(rest, sayings.goes_on).is_some()
    };
    // not "a year after": only what ends its clause is of each year
    let each = || {
        let behind = starts(behind, sayings.each_year).filter(|own| ends(behind, own));
        behind.or_else(|| starts(before, sayings.each_year_first))
    };
    let beside = |list: &[&'static str]| match spaced {
        true => starts(behind, list).or_else(|| starts(before, list)),
        false => list
            .iter()
            .find(|word| {
                before.rfind(**word).is_some_and(|at| before[at + word.len()..].chars().count() <= 4)
            })
            .map(|word| word.to_string()),
    };
    let of_each = if spaced { each() } else { beside(sayings.each_year) };
    if let Some(word) = of_each.or_else(|| beside(sayings.on_year)) {
        return Some(Said::Year(word));
    }
    if let Some(word) = beside(sayings.on_period) {
        return Some(Said::Before(word));
    }
    // since 2019 it grew by {x}; 比2019年增长{x}
    let year_of = |words: &str| {
        let all = years(words);
        Some(all).filter(|all| all.len() == 1).map(|all| all[0])
    };
    match spaced {
        true => {
            // the year stands right behind the word
            let since = |words: &str| {
                let first = starts(words, sayings.since)?;
                let year = year_of(words)?;
                words[first.len()..].trim_start().starts_with(&year.to_string()).then_some(year)
            };
            since(behind).or_else(|| since(before))
        }
        false => {
            let at = before.rfind(['比', '较'])?;
            let rest = &before[at + '比'.len_utf8()..];
            let year = year_of(rest)?;
            let tail = rest.strip_prefix(&format!("{year}年"))?;
            (tail.chars().count() <= 4).then_some(year)
        }
    }
    .map(Said::Since)
}

fn tell_total(bench: &mut Bench, place: Place, ix: FigureIx, word: &str, locale: Locale) {
    let (shown, name) = (bench.story.figure(ix).display(locale), bench.name(ix));
    let figure = bench.story.figure(ix);
    let (period, id) = (figure.period().text.clone(), figure.id().to_string());
    bench.warn(
        CODE,
        place,
        Both::new(
            format!("这里说“{shown}”是“{word}”的，{}却是“{}”合计的", name.zh(), period.zh()),
            format!("\"{shown}\" is said of \"{word}\", and {} is the total of \"{}\"", name.en(), period.en()),
        ),
        Both::new(
            format!("写明是这几年合计，如 {{{id}.period}}；来源给的是年均数，就在名称里写“年均”；数值不用改"),
            format!(
                "say of which years it is the total, as with {{{id}.period}}; where the source gives an average, \
                 call it one in its name; no number changes"
            ),
        ),
    );
}

fn tell_base(bench: &mut Bench, place: Place, ix: FigureIx, word: &str) {
    let name = bench.name(ix);
    let base = bench.story.figure(ix).base().cloned().unwrap_or_default();
    bench.warn(
        CODE,
        place,
        Both::new(
            format!("这里写着“{word}”，{}却是和“{}”相比", name.zh(), base.zh()),
            format!("this says \"{word}\", and {} is compared with \"{}\"", name.en(), base.en()),
        ),
        Both::new(
            "改成数字自己所比的那一期；来源给的是年均数，就在名称里写“年均”；数值不用改",
            "say what the figure is compared with; where the source gives a yearly average, call it one in its name; no \
             number changes",
        ),
    );
}
