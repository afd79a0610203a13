//! "Rose from {a} to {b}": the second figure lies on the side that the word says.
//!
//! **Invariant**: only two exact numbers of one unit, and a clause with words of one direction, are compared.

use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx};
use crate::model::template::{split, Piece};
use crate::rules::direction_word::{is_word, Way, CODE};
use crate::rules::{texts, Bench};
use crate::statement::Bound;

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, text) in texts(story) {
        for locale in story.languages() {
            let Some((_, text)) = text.iter().find(|(l, _)| l == locale) else { continue };
            let pieces = split(text);
            for four in pieces.windows(4) {
                let [Piece::Text(before), Piece::Reference(a), Piece::Text(between), Piece::Reference(b)] =
                    four
                else {
                    continue;
                };
                let Some((a, b)) = story.find_figure(a).zip(story.find_figure(b)) else { continue };
                let Some(said) = said(before, between, *locale) else { continue };
                let Some(went) = went(story.figure(a), story.figure(b)).filter(|went| *went != said) else {
                    continue;
                };
                tell(bench, place.clone().in_language(*locale), (a, b), went, *locale);
            }
        }
    }
}

fn tell(
    bench: &mut Bench,
    place: crate::rules::Place,
    (a, b): (FigureIx, FigureIx),
    went: Way,
    locale: Locale,
) {
    let [from, to] = [a, b].map(|ix| bench.story.figure(ix).display(locale));
    let (zh, en) = if went == Way::Rise { ("升", "rise") } else { ("降", "fall") };
    bench.error(
        CODE,
        place,
        Both::new(
            format!("这句话的升降说反了：从“{from}”到“{to}”是{zh}"),
            format!("this sentence goes the wrong way: from \"{from}\" to \"{to}\" is a {en}"),
        ),
        Both::new(
            "改升降的词，或调换两个引用",
            "change the word of the direction, or swap the two references",
        ),
    );
}

/// Which way a sentence says that something went between its two references.
fn said(before: &str, between: &str, locale: Locale) -> Option<Way> {
    let directions = &locale.catalogue().directions;
    let (before, between) = (before.to_lowercase(), between.to_lowercase());
    let before = directions.from.iter().find_map(|from| before.trim_end().strip_suffix(from))?;
    let middle = directions.to.iter().find_map(|to| between.trim().strip_suffix(to))?;
    let clause = before.rsplit(|c: char| "，。；、：！？,.;:!?()—–".contains(c)).next().unwrap_or("");
    let has = |words: &[&str], text: &str| match locale.catalogue().spaced {
        true => {
            let mut own = text.split(|c: char| !c.is_alphabetic());
            own.any(|own| words.iter().any(|word| is_word(own, word, true)))
        }
        false => words.iter().any(|word| text.contains(word)),
    };
    let says = |words: &[&str]| has(words, middle) || middle.trim().is_empty() && has(words, clause);
    match (says(directions.rises), says(directions.falls)) {
        (true, false) => Some(Way::Rise),
        (false, true) => Some(Way::Fall),
        (true, true) | (false, false) => None,
    }
}

/// Which way it went, where that is certain.
fn went(a: &Figure, b: &Figure) -> Option<Way> {
    let is_exact = |figure: &Figure| figure.bound() == Bound::Exact && !figure.is_class();
    let comparable = a.unit().id == b.unit().id && a.measure() == b.measure() && is_exact(a) && is_exact(b);
    let ((a, _), (b, _)) = a.ends().zip(b.ends()).filter(|_| comparable)?;
    match a.partial_cmp(&b)? {
        std::cmp::Ordering::Less => Some(Way::Rise),
        std::cmp::Ordering::Greater => Some(Way::Fall),
        std::cmp::Ordering::Equal => None,
    }
}
