//! `loose-number`, of a year that a sentence gives a number: "In 2024 there were {a}", of 2019.
//!
//! **Invariant**: warns; only a year that leads the clause of the number, or ends it, is held against every year that
//! the figure names.

use crate::diagnostic::Both;
use crate::locale::recognition::claims::claims;
use crate::locale::{Locale, Text};
use crate::model::figure::Figure;
use crate::rules::comparison_word::said::{flat, has_any};
use crate::rules::{texts, Bench};

/// Every year that a figure names.
pub(crate) fn years_of(figure: &Figure) -> Vec<i32> {
    let period = figure.period();
    let dated: Vec<i32> = [period.start, period.end].into_iter().flatten().map(|date| date.year).collect();
    let run = dated.first().zip(dated.last()).into_iter().flat_map(|(first, last)| *first..=*last);
    let texts = [Some(&period.text), figure.base(), figure.deadline(), Some(figure.label()), figure.note()];
    let said = texts.into_iter().flatten().flat_map(Text::iter).flat_map(|(_, words)| years(words));
    run.chain(said).chain(figure.date().map(|date| date.year)).collect()
}

/// The years that a text types: four digits from 1900 to 2099 that stand alone.
pub(crate) fn years(text: &str) -> Vec<i32> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    runs.filter_map(|run| run.parse().ok()).filter(|year| (1900..2100).contains(year)).collect()
}

/// The one year that the words before or behind a number give it.
fn given((before, is_first): (&str, bool), behind: &str, locale: Locale) -> Option<i32> {
    let (claims, spaced) = (claims(locale), locale.catalogue().spaced);
    let hard = |c: char| "。；！？;!?.:：".contains(c);
    let only = |words: &str| match years(words)[..] {
        [year] => Some(year),
        _ => None,
    };
    let stop = |c: char| hard(c) || c == '，' && !spaced;
    // behind another number the words may be that one's
    let is_own = is_first || before.contains(stop);
    let before = if is_own { before } else { "" };
    let clause = before.rsplit(stop).next().unwrap_or("").trim();
    if !spaced {
        let rest =
            clause.strip_prefix(|c: char| c.is_ascii_digit()).map(|_| clause.get(4..).unwrap_or(""))?;
        let rest = rest.strip_prefix('年')?;
        let vague = has_any(rest, claims.since_behind, false) || has_any(rest, claims.apart, false);
        return only(clause).filter(|_| !vague && rest.chars().count() <= 8);
    }
    let leads = || {
        let mut words = clause.split_whitespace();
        let first = words.next().filter(|word| claims.in_year.contains(word))?;
        let rest = clause[first.len()..].trim_start();
        let (year, rest) = rest.split_at_checked(4)?;
        let rest = rest.strip_prefix(',').unwrap_or(rest);
        let few = rest.split_whitespace().count() <= 6 && !rest.contains([',', '(', '–', '—']);
        years(year).first().copied().filter(|_| few && !has_any(rest, claims.apart, true))
    };
    let ends = || {
        let clause = behind.split(|c: char| hard(c) || ",，(（–—".contains(c)).next().unwrap_or("").trim();
        let (rest, year) = clause.split_at_checked(clause.len().checked_sub(4)?)?;
        let last = rest.split_whitespace().last().filter(|word| claims.in_year.contains(word));
        let few = rest.split_whitespace().count() <= 6 && !has_any(rest, claims.apart, true);
        last.and_then(|_| years(year).first().copied()).filter(|_| few)
    };
    only(clause).and_then(|_| leads()).or_else(|| only(behind).and_then(|_| ends()))
}

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, text) in texts(story) {
        for locale in story.languages() {
            let Some((_, text)) = text.iter().find(|(l, _)| l == locale) else { continue };
            let flat = flat(story, text, *locale);
            for (i, ix) in flat.figures.iter().enumerate() {
                let figure = story.figure(*ix);
                let Some(year) = given((&flat.between[i], i == 0), &flat.between[i + 1], *locale) else {
                    continue;
                };
                let own = years_of(figure);
                if own.is_empty() || own.contains(&year) {
                    continue;
                }
                let (shown, name) = (figure.display(*locale), bench.name(*ix));
                let period = &figure.period().text;
                bench.warn(
                    "loose-number",
                    place.clone().in_language(*locale),
                    Both::new(
                        format!("这里说 {year} 年是“{shown}”，{}却是“{}”的", name.zh(), period.zh()),
                        format!(
                            "\"{shown}\" is said of {year} here, and {} is of \"{}\"",
                            name.en(),
                            period.en()
                        ),
                    ),
                    Both::new(
                        format!("写成 {{{}.period}}，或引用那一年的数字；数值不用改", figure.id()),
                        format!(
                            "write {{{}.period}}, or quote the figure of that year; no number changes",
                            figure.id()
                        ),
                    ),
                );
            }
        }
    }
}
