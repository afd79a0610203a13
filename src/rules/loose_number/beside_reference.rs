//! `loose-number`, of what stands right beside a reference and changes its amount: a minus before it, "million" or a percent
//! sign behind it.
//!
//! **Invariant**: a reference prints its number with sign, power and unit; nothing beside it may be read as one of them.

use crate::diagnostic::Both;
use crate::model::figure::Value;
use crate::model::template::{split, Piece};
use crate::rules::{texts_by_language, Bench};

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        let (pieces, catalogue) = (split(text), locale.catalogue());
        for (i, piece) in pieces.iter().enumerate() {
            let Piece::Reference(reference) = piece else { continue };
            let id = reference.strip_suffix(".size").unwrap_or(reference);
            let Some(figure) = story.find_figure(id).map(|ix| story.figure(ix)) else { continue };
            if !matches!(figure.value(), Value::Number(_) | Value::Range(..)) {
                continue;
            }
            let minus = match i.checked_sub(1).and_then(|at| pieces.get(at)) {
                Some(Piece::Text(before)) => sign(before, i > 1),
                _ => None,
            };
            let power = match pieces.get(i + 1) {
                Some(Piece::Text(behind)) => {
                    let behind = behind.trim_start().to_lowercase();
                    let begins = |word: &&&str| match behind.strip_prefix(**word) {
                        Some(rest) => !catalogue.spaced || !rest.starts_with(char::is_alphabetic),
                        None => false,
                    };
                    catalogue.behind_numbers.iter().find(begins).map(|word| word.to_string())
                }
                _ => None,
            };
            let Some(word) = minus.or(power) else { continue };
            let shown = figure.display(locale);
            bench.error(
                "loose-number",
                place.clone().in_language(locale),
                Both::new(
                    format!("“{word}”紧挨着 {{{reference}}}，会改掉它的数：它自己印作“{shown}”"),
                    format!("\"{word}\" stands right beside {{{reference}}} and changes its amount: it prints \"{shown}\" itself"),
                ),
                Both::new(
                    format!("删去“{word}”；引用自己会印正负、万亿和单位"),
                    format!("take \"{word}\" out: the reference prints its sign, its power and its unit itself"),
                ),
            );
        }
    }
}

/// A minus that ends a text: no hyphen of a word, and no dash from one reference to the next.
fn sign(before: &str, follows: bool) -> Option<String> {
    let minus = before.chars().last().filter(|c| "-−－".contains(*c))?;
    let rest = &before[..before.len() - minus.len_utf8()];
    let is_sign = match rest.chars().last() {
        Some(c) => !c.is_ascii_alphanumeric() && !"-−－".contains(c),
        None => !follows,
    };
    is_sign.then(|| minus.to_string())
}
