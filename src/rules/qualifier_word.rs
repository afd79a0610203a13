//! `qualifier-word`: the printed word and the qualifier agree: 超 and 余 are strict, 以上 includes the number (Civil Code,
//! art. 1259), 近 is about. A sentence says no bound next to a figure that prints its own, and no "exactly" of what is
//! none. What words say is in the catalogues. A warning where words have more uses than a table.

use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::model::figure::{Figure, Value};
use crate::model::printed::{is_number, parts};
use crate::rules::direction_word::quote::{quotes, Quote};
use crate::rules::{texts_by_language, Bench, Place};
use crate::statement::{Bound, Form};

/// What some printed words usually say, in whichever language they are, and whether they state the number too.
fn usual(figure: &Figure) -> Option<(String, &'static str, bool)> {
    // what is nearly a number is about it too, and 近 says both
    let agrees = |word: &str, usual: &str| {
        let said = figure.said();
        usual == said || usual == "nearly" && said == "about" || word.starts_with('近') && said == "nearly"
    };
    figure.printed().iter().find_map(|(locale, words)| {
        let known = Locale::ALL.iter().flat_map(|locale| locale.catalogue().bound_words);
        let word = known.into_iter().find(|(word, _)| *word == words).map(|(_, said)| (*said, false));
        let exactly = locale.catalogue().bounds_said.exact.contains(&words);
        let word = word.or(exactly.then_some((Bound::Exact.name(), false)));
        let catalogue = locale.catalogue();
        let states = |bound: &&Bound| {
            let (before, number, after) = parts(words, **bound, catalogue);
            !(before.is_empty() && after.is_empty()) && is_number(number, catalogue)
        };
        let (said, is_number) =
            word.or_else(|| Bound::ALL.iter().find(states).map(|bound| (bound.name(), true)))?;
        (!agrees(words, said)).then(|| (words.to_string(), said, is_number))
    })
}

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let Some((word, usual, is_number)) = usual(figure) else { continue };
        let (name, path) = (bench.name(ix), Place::Figure(ix, "bound"));
        // a bound of a fall is about its size
        let falls = figure.measure().is_change() && figure.amount() < 0.0;
        let (of_zh, of_en) = if falls { ("降幅", " of a fall") } else { ("", "") };
        let ((usual_zh, usual_en), (given_zh, given_en)) = (meaning(usual), meaning(figure.said()));
        let message = Both::new(
            format!("{}印作“{word}”，通常是{of_zh}{usual_zh}，却写成{of_zh}{given_zh}", name.zh()),
            format!(
                "{} is printed with \"{word}\", usually {usual_en}{of_en}, but is typed as {given_en}{of_en}",
                name.en()
            ),
        );
        let help = Both::new(
            "核对原文：改它的限定，或改所印的词",
            "check the source: change its bound, or the word that is printed",
        );
        // these words are what readers see, beside a mark that says something else
        match is_number {
            true => bench.error("qualifier-word", path, message, help),
            false => bench.warn("qualifier-word", path, message, help),
        }
    }
}

/// What a bound, a size class or an open list says of a number, for whoever edits.
fn meaning(said: &str) -> (&'static str, &'static str) {
    match said {
        "more_than" => ("多于此数", "more than the number"),
        "at_least" => ("此数或更多", "the number or more"),
        "less_than" => ("少于此数", "less than the number"),
        "up_to" => ("此数或更少", "the number or less"),
        "about" => ("在此数上下", "about the number"),
        "nearly" => ("略少于此数", "just below the number"),
        "between" => ("两数之间", "between two numbers"),
        "class" => ("量级的名称", "the name of a size class"),
        "open_list" => ("未完的名单", "a list that goes on"),
        _ => ("确数", "exactly the number"),
    }
}

/// What a sentence says next to its references of how exact they are.
pub(super) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        for quote in quotes(text) {
            let id = quote.reference.strip_suffix(".size").unwrap_or(&quote.reference);
            let Some(ix) = story.find_figure(id) else { continue };
            let figure = story.figure(ix);
            let has_number = matches!(figure.value(), Value::Number(_) | Value::Range(..));
            let Some(said) = bound_said(&quote, locale) else { continue };
            if !has_number || figure.form() == Form::Class {
                continue;
            }
            let is_exact = figure.said() == Bound::Exact.name();
            let (message, help) = words(figure, &quote.reference, &said, locale);
            let place = place.clone().in_language(locale);
            match is_exact {
                true if said.bound == Bound::Exact.name() || said.is_ambiguous => {}
                true => bench.warn(CODE, place, message, help),
                false => bench.error(CODE, place, message, help),
            }
        }
    }
}

const CODE: &str = "qualifier-word";

/// A word of a bound, and what it says.
struct Said {
    word: &'static str,
    bound: &'static str,
    is_ambiguous: bool,
}

/// What the words directly before or behind a reference say of how exact it is.
fn bound_said(quote: &Quote, locale: Locale) -> Option<Said> {
    let (said, spaced) = (&locale.catalogue().bounds_said, locale.catalogue().spaced);
    let before = quote.before.trim_end();
    let ends = |word: &str| match before.strip_suffix(word) {
        Some(rest) => !spaced || !rest.ends_with(char::is_alphabetic),
        None => false,
    };
    let behind = quote.behind.trim_start();
    let begins = |word: &str| match behind.strip_prefix(word) {
        Some(rest) => !spaced || !rest.starts_with(char::is_alphabetic),
        None => false,
    };
    let stands_behind = |word: &str| !spaced && said.behind.iter().any(|(own, _)| *own == word);
    let bounds = locale.catalogue().bound_words.iter().filter(|(word, _)| !stands_behind(word));
    let exact = said.exact.iter().map(|word| (*word, Bound::Exact.name()));
    let before = bounds.copied().chain(exact).filter(|(word, _)| ends(word));
    let behind = said.behind.iter().copied().filter(|(word, _)| begins(word));
    let longest = before.max_by_key(|(word, _)| word.len()).or(behind.max_by_key(|(word, _)| word.len()));
    longest.map(|(word, bound)| Said { word, bound, is_ambiguous: said.ambiguous.contains(&word) })
}

/// The bound twice, another one than the figure's, or one that the source does not have.
fn words(figure: &Figure, reference: &str, said: &Said, locale: Locale) -> (Both, Both) {
    let (word, shown) = (said.word, figure.display(locale));
    let given = figure.said();
    let agrees = said.bound == given || said.bound == "about" && given == "nearly";
    let take_out = Both::new(
        format!("删去“{word}”：引用自己会印出限定"),
        format!("take \"{word}\" out: the reference prints its bound itself"),
    );
    if agrees {
        return (
            Both::new(
                format!("“{word}”和 {{{reference}}} 连用，限定说了两遍：它印作“{shown}”"),
                format!("\"{word}\" stands with {{{reference}}}, which prints \"{shown}\": the bound is said twice"),
            ),
            take_out,
        );
    }
    let message = Both::new(
        format!("“{word}”和 {{{reference}}} 不合：来源说的是“{shown}”"),
        format!("\"{word}\" and {{{reference}}} do not agree: the source says \"{shown}\""),
    );
    match given == Bound::Exact.name() {
        true => (
            message,
            Both::new(
                format!("来源有这个词，就写进数字的 bound 和 printed；没有就删去“{word}”"),
                format!("where the source has it, write it as bound and printed of the figure; else take \"{word}\" out"),
            ),
        ),
        false => (message, take_out),
    }
}
