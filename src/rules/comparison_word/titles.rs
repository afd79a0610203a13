//! What titles without figures say of those below them: that one thing has the most or more than another, by the names
//! of its bars, parts or rings, and that a series went one way all the time.
//!
//! **Invariant**: warns; only a chart's own names are read, and only where all its bars are amounts of one kind.

use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::recognition::claims::{claims, Claims};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::Series;
use crate::rules::comparison_word::said::{has_any, words_only};
use crate::rules::comparison_word::{order, Order, CODE};
use crate::statement::Measure;
use crate::story::Story;

/// What is wrong with a title above some charts; nothing where it cannot be told.
pub(crate) fn check(
    story: &Story,
    text: &str,
    locale: Locale,
    charts: &[&Chart],
) -> Option<(Both, Both, &'static str)> {
    if text.contains('{') {
        return None;
    }
    let (text, claims, spaced) = (text.to_lowercase(), claims(locale), locale.catalogue().spaced);
    let text = claims.nouns.iter().fold(text, |text, noun| text.replace(noun, &" ".repeat(noun.len())));
    let unclear = [claims.not_first, claims.lately];
    if let Some(found) = steps(story, &text, locale, charts) {
        return Some((found.0, found.1, CODE));
    }
    let [chart] = charts else { return None };
    let names = names(story, chart, locale)?;
    let found = two(story, &text, claims, &names, spaced).or_else(|| {
        let vague = unclear.iter().any(|list| has_any(&text, list, spaced));
        one(story, &text, claims, &names, spaced).filter(|_| !vague)
    });
    let (first, second, word) = found?;
    let [a, b] = [first, second].map(|ix| {
        let figure = story.figure(ix);
        format!("{}: {}", figure.label().get(locale), figure.display(locale))
    });
    Some((
        Both::new(
            format!("标题说“{word}”，图上却是“{a}”，“{b}”"),
            format!("this title says \"{word}\", and the chart has \"{a}\" and \"{b}\""),
        ),
        Both::new(
            "改标题里比较的词，或改所说的名称",
            "change the word that compares, or the name that it is said of",
        ),
        CODE,
    ))
}

/// A bar with what its name has that no other has.
type Bar = (FigureIx, String);

/// The bars, parts or rings of a chart by what tells their names apart.
fn names(story: &Story, chart: &Chart, locale: Locale) -> Option<Vec<Bar>> {
    let items = match chart {
        Chart::Bars(chart) => &chart.items,
        Chart::DivergingBars(chart) => &chart.items,
        Chart::StackedParts(chart) => &chart.items,
        Chart::RateRings(chart) => &chart.items,
        _ => return None,
    };
    let label = |i: usize| -> &Text {
        let own = items[i].label.as_ref();
        own.unwrap_or_else(|| story.figure(items[i].figure).label())
    };
    let spaced = locale.catalogue().spaced;
    let cut = |words: &str| -> Vec<String> {
        match spaced {
            true => words.to_lowercase().split_whitespace().map(str::to_string).collect(),
            false => words.chars().map(String::from).collect(),
        }
    };
    let all: Vec<Vec<String>> = (0..items.len()).map(|i| cut(label(i).get(locale))).collect();
    let first = all.first().filter(|_| all.len() > 1)?;
    let shared = |at: &dyn Fn(&Vec<String>, usize) -> Option<String>| {
        (0..first.len()).take_while(|i| all.iter().all(|own| at(own, *i) == at(first, *i))).count()
    };
    let start = shared(&|own, i| own.get(i).cloned());
    let end = shared(&|own, i| own.len().checked_sub(i + 1).map(|at| own[at].clone()));
    let own = all.iter().map(|own| {
        let to = own.len().checked_sub(end).filter(|to| *to > start)?;
        Some(own[start..to].join(if spaced { " " } else { "" }))
    });
    let own: Vec<String> = own.collect::<Option<_>>()?;
    Some(items.iter().map(|item| item.figure).zip(own).collect())
}

/// Where a text names a bar.
fn place(text: &str, name: &str, spaced: bool) -> Option<usize> {
    let mut all = text.match_indices(name).map(|(at, _)| at);
    all.find(|at| words_only(text, *at, name, spaced))
}

/// One bar is said to have the most, or the least, and another has more.
fn one<'w>(
    story: &Story,
    text: &str,
    claims: &'w Claims,
    names: &[Bar],
    spaced: bool,
) -> Option<(FigureIx, FigureIx, &'w str)> {
    let mut named = names.iter().filter(|(_, name)| place(text, name, spaced).is_some());
    let (ix, name) = named.next().filter(|_| named.next().is_none())?;
    let at = place(text, name, spaced)? + name.len();
    let behind = text[at..].split(['，', '。', '；', ',', ';', '.']).next()?;
    // right behind the name, and of nothing else: 最多的是
    let find = |words: &'w [&'static str]| {
        let follows = |word: &&&'static str| {
            let Some(at) = place(behind, word, spaced) else { return false };
            let (between, rest) = (&behind[..at], &behind[at + word.len()..]);
            match spaced {
                true => between.split_whitespace().all(|own| claims.links.contains(&own)),
                false => between.chars().count() <= 6 && !rest.starts_with('的') && !between.contains('的'),
            }
        };
        words.iter().find(follows).copied()
    };
    // what is drawn is growth itself
    let is_growth = names.iter().all(|(ix, _)| story.figure(*ix).measure() == Measure::Growth);
    let fastest = if is_growth { find(claims.fastest) } else { None };
    let (word, beyond) = match (find(claims.tops).or(fastest), find(claims.bottoms)) {
        (Some(word), None) => (word, Order::Below),
        (None, Some(word)) => (word, Order::Above),
        (Some(_), Some(_)) | (None, None) => return None,
    };
    let other = names
        .iter()
        .find(|(other, _)| other != ix && order(story.figure(*ix), story.figure(*other)) == Some(beyond))?;
    Some((*ix, other.0, word))
}

/// One bar is said to have more than another, and has less.
fn two<'w>(
    story: &Story,
    text: &str,
    claims: &'w Claims,
    names: &[Bar],
    spaced: bool,
) -> Option<(FigureIx, FigureIx, &'w str)> {
    let mut named: Vec<(usize, &Bar)> =
        names.iter().filter_map(|bar| place(text, &bar.1, spaced).map(|at| (at, bar))).collect();
    named.sort_by_key(|(at, _)| *at);
    let [(from, (a, name)), (to, (b, _))] = named[..] else { return None };
    let between = text.get(from + name.len()..to)?;
    if has_any(between, claims.others, spaced) || between.contains(['，', '。', '；', ',', ';', '.', '、'])
    {
        return None;
    }
    let find =
        |words: &'w [&'static str]| words.iter().find(|word| place(between, word, spaced).is_some()).copied();
    let (word, wrong) = match (find(claims.above), find(claims.below)) {
        (Some(word), None) => (word, [Order::Below, Order::Equal]),
        (None, Some(word)) => (word, [Order::Above, Order::Equal]),
        (Some(_), Some(_)) | (None, None) => return None,
    };
    let found = order(story.figure(*a), story.figure(*b))?;
    wrong.contains(&found).then_some((*a, *b, word))
}

/// The series of the only chart.
pub(in crate::rules) fn only_series<'s>(story: &'s Story, charts: &[&Chart]) -> Option<&'s Series> {
    let series = match charts {
        [Chart::Lines(chart)] => match &chart.items[..] {
            [item] => item.series,
            _ => return None,
        },
        [chart] => chart.as_type().series()?,
        _ => return None,
    };
    Some(story.series(series))
}

/// A series that is said to have gone one way all the time, and has a step the other way.
fn steps(story: &Story, text: &str, locale: Locale, charts: &[&Chart]) -> Option<(Both, Both)> {
    let (claims, spaced) = (claims(locale), locale.catalogue().spaced);
    let directions = &locale.catalogue().directions;
    let has = |words: &[&str]| match spaced {
        true => {
            let mut own = text.split(|c: char| !c.is_alphabetic());
            own.any(|own| words.iter().any(|word| own == word.trim_end_matches('*')))
        }
        false => words.iter().any(|word| text.contains(word)),
    };
    if !has_any(text, claims.steadily, spaced) {
        return None;
    }
    let wrong = match (has(directions.rises), has(directions.falls)) {
        (true, false) => Order::Above,
        (false, true) => Order::Below,
        (true, true) | (false, false) => return None,
    };
    let series = only_series(story, charts)?;
    // a rate that falls is no fall
    if series.measure.is_change() {
        return None;
    }
    let results: Vec<FigureIx> =
        series.plotted.iter().copied().filter(|ix| story.figure(*ix).status().is_result()).collect();
    let step =
        results.windows(2).find(|pair| order(story.figure(pair[0]), story.figure(pair[1])) == Some(wrong))?;
    let [a, b] = [step[0], step[1]].map(|ix| {
        let figure = story.figure(ix);
        format!("{}: {}", figure.period().text.get(locale), figure.display(locale))
    });
    Some((
        Both::new(
            format!("标题说一直是一个方向，序列里却有“{a}”，“{b}”"),
            format!(
                "this title says that it went one way all the time, and the series has \"{a}\" and \"{b}\""
            ),
        ),
        Both::new("改标题的说法，如只说从哪年到哪年", "say it otherwise, such as from which year to which"),
    ))
}
