//! `direction-word`: a sentence says which way something went as its figure does, and says it once: "fell by −5%" and "rose by
//! −5%" both mislead.

pub(super) mod fall_names;
pub(super) mod from_to;
pub(super) mod multiple;
pub(super) mod quote;
pub(super) mod rates;
pub(crate) mod titles;
pub(super) mod two_levels;

use crate::diagnostic::Both;
use crate::locale::catalogue::Directions;
use crate::locale::Locale;
use crate::model::figure::{Figure, Value};
use crate::rules::direction_word::quote::{quotes, Quote};
use crate::rules::{texts_by_language, Bench};

const CODE: &str = "direction-word";

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Rise,
    Fall,
}

pub(super) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        for quote in quotes(text) {
            let id = quote.reference.strip_suffix(".size").unwrap_or(&quote.reference);
            let Some(ix) = story.find_figure(id) else { continue };
            let figure = story.figure(ix);
            let said = way_said(&quote, locale);
            let is_size = id.len() < quote.reference.len();
            if is_size && said.is_none() && way_of(figure) == Some(Way::Fall) && !says_any(text, locale) {
                let (message, help) = unsaid(figure, id, locale);
                bench.error(CODE, place.clone().in_language(locale), message, help);
                continue;
            }
            let (Some(way), Some((said, word))) = (way_of(figure), said) else { continue };
            if way == said && (is_size || way == Way::Rise) {
                continue;
            }
            let (message, help) = words(figure, id, way == said, &word, locale);
            let from = format!("{{{}}}", quote.reference);
            let place = place.clone().in_language(locale);
            let edit = match way == said {
                true => bench.replace(&place, (&from, quote.nth), &format!("{{{id}.size}}")),
                false => None,
            };
            bench.error_with(CODE, place, (message, help), edit);
        }
    }
}

/// Whether a text has a word of a direction anywhere.
fn says_any(text: &str, locale: Locale) -> bool {
    let Directions { rises, falls, rises_behind, falls_behind, .. } = &locale.catalogue().directions;
    let (text, spaced) = (text.to_lowercase(), locale.catalogue().spaced);
    [rises, falls, rises_behind, falls_behind].into_iter().copied().flatten().any(|word| match spaced {
        true => text.split(|c: char| !c.is_alphabetic()).any(|own| is_word(own, word, true)),
        false => text.contains(word),
    })
}

/// The size of a fall without a word that it is one.
fn unsaid(figure: &Figure, id: &str, locale: Locale) -> (Both, Both) {
    let (size, shown) = (figure.size(locale), figure.display(locale));
    (
        Both::new(
            format!("{{{id}.size}} 只印“{size}”，这句话没有说它是下降：来源说的是{shown}"),
            format!("{{{id}.size}} prints \"{size}\" alone, and nothing here says that it is a fall: the source says {shown}"),
        ),
        Both::new(
            format!("写“下降{{{id}.size}}”一类的说法，或写 {{{id}}}"),
            format!("say that it fell, as in \"fell by {{{id}.size}}\", or write {{{id}}}"),
        ),
    )
}

/// What is wrong: the direction twice, or another one than the figure's.
fn words(figure: &Figure, id: &str, twice: bool, word: &str, locale: Locale) -> (Both, Both) {
    let shown = figure.display(locale);
    if twice {
        return (
            Both::new(
                format!("“{word}”后面的 {{{id}}} 印作“{shown}”，下降说了两遍"),
                format!("\"{word}\" stands with {{{id}}}, which prints \"{shown}\": the fall is said twice"),
            ),
            Both::new(
                format!("写成 {{{id}.size}}，只印大小"),
                format!("write {{{id}.size}}, which prints the size alone"),
            ),
        );
    }
    let is_fall = way_of(figure) == Some(Way::Fall);
    let (zh, en) = if is_fall { ("下降", "a fall") } else { ("增长", "a rise") };
    let (do_zh, do_en) = if is_fall {
        (
            format!("改成“下降{{{id}.size}}”一类的说法"),
            format!("say that it fell, as in \"fell by {{{id}.size}}\""),
        )
    } else {
        (format!("改成“增长{{{id}}}”一类的说法"), format!("say that it rose, as in \"rose by {{{id}}}\""))
    };
    (
        Both::new(
            format!("“{word}”和 {{{id}}} 方向相反：来源说的是{zh}（{shown}）"),
            format!("\"{word}\" and {{{id}}} go different ways: the source says {en} ({shown})"),
        ),
        Both::new(format!("{do_zh}；或核对数值的正负"), format!("{do_en}, or check the sign of the value")),
    )
}

/// Which way a figure says that something went; none where it says none.
fn way_of(figure: &Figure) -> Option<Way> {
    let (low, high) = match figure.value() {
        Value::Number(number) => (number.mantissa, number.mantissa),
        Value::Range(low, high) => (low.mantissa, high.mantissa),
        Value::Date(_) | Value::Missing | Value::NotApplicable => return None,
    };
    match (low.signum(), high.signum()) {
        _ if !figure.measure().is_change() || figure.is_named() => None,
        (_, 1) if low >= 0 => Some(Way::Rise),
        (-1, 0 | -1) => Some(Way::Fall),
        _ => None,
    }
}

/// Which way the words next to a reference say that something went, and the word that does.
fn way_said(quote: &Quote, locale: Locale) -> Option<(Way, String)> {
    let Directions { rises, falls, links, rises_behind, falls_behind, .. } = &locale.catalogue().directions;
    let spaced = locale.catalogue().spaced;
    let before = without_links(&quote.before, links, spaced);
    let last = if spaced { before.rsplit(' ').next().unwrap_or("") } else { before };
    let found = |words: &[&str]| longest(words, |word| is_word(last, word, spaced));
    let behind = quote.behind.trim_start();
    let first = if spaced { behind.split(' ').next().unwrap_or("") } else { behind };
    let follows =
        |words: &[&str]| longest(words, |word| if spaced { first == word } else { first.starts_with(word) });
    let of = |way, word: Option<String>| word.map(|word| (way, word));
    let near = [of(Way::Rise, found(rises)), of(Way::Fall, found(falls))];
    let far = [of(Way::Rise, follows(rises_behind)), of(Way::Fall, follows(falls_behind))];
    let longest =
        |all: [Option<(Way, String)>; 2]| all.into_iter().flatten().max_by_key(|(_, word)| word.len());
    longest(near).or_else(|| longest(far))
}

fn longest(words: &[&str], fits: impl Fn(&str) -> bool) -> Option<String> {
    let word = words.iter().filter(|word| fits(word)).max_by_key(|word| word.len())?;
    Some(word.trim_end_matches('*').to_string())
}

/// A whole word or, with `*`, the beginning of one; without spaces between words what a text ends in.
fn is_word(text: &str, word: &str, spaced: bool) -> bool {
    match word.strip_suffix('*') {
        _ if !spaced => text.ends_with(word),
        Some(stem) => text.starts_with(stem),
        None => text == word,
    }
}

/// A text without the words at its end that lead from a direction to its number.
fn without_links<'t>(text: &'t str, links: &[&str], spaced: bool) -> &'t str {
    let mut text = text.trim_end();
    loop {
        let link = links.iter().find(|link| match text.strip_suffix(**link) {
            Some(rest) => !spaced || rest.ends_with(' '),
            None => false,
        });
        match link {
            Some(link) => text = text[..text.len() - link.len()].trim_end(),
            None => return text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, locale: Locale) -> Option<Way> {
        way_said(quotes(text).last()?, locale).map(|(way, _)| way)
    }

    #[test]
    fn a_direction_is_read_next_to_its_number_only() {
        let (zh, en, ru) = (Locale::Zh, Locale::En, Locale::Ru);
        for (text, locale, way) in [
            ("fell by {x}", en, Some(Way::Fall)),
            ("Down {x} on the year", en, Some(Way::Fall)),
            ("after a rise in 2020 it fell by more than {x}", en, Some(Way::Fall)),
            ("a {x} decline", en, Some(Way::Fall)),
            ("rose from {a} to {x}", en, None),
            ("the growth was {x}", en, None),
            ("It fell. The rate: {x}", en, None),
            ("update {x}", en, None),
            ("同比下降了{x}", zh, Some(Way::Fall)),
            ("增长{x}", zh, Some(Way::Rise)),
            ("减少{x}", zh, Some(Way::Fall)),
            ("增速为{x}", zh, None),
            ("下降到{x}", zh, None),
            ("снизилось на {x}", ru, Some(Way::Fall)),
            ("вырос почти на {x}", ru, Some(Way::Rise)),
        ] {
            assert_eq!(said(text, locale), way, "{text}");
        }
    }
}
