//! `direction-word`, of multiples: 增长{x} beside 3倍, which is three times as much, would be four times.
//!
//! **Invariant**: warns; only a word of a rise right before the number, with "by" where a language has it, is read.

use crate::diagnostic::Both;
use crate::locale::recognition::sayings::sayings;
use crate::rules::direction_word::quote::quotes;
use crate::rules::direction_word::CODE;
use crate::rules::{texts_by_language, Bench};
use crate::statement::Measure;

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        for quote in quotes(text) {
            let Some(ix) = story.find_figure(&quote.reference) else { continue };
            let figure = story.figure(ix);
            // doubled is a word of its own
            if figure.measure() != Measure::Multiple
                || figure.printed().own(locale).is_some_and(|own| !own.is_empty())
            {
                continue;
            }
            let before = quote.before.trim_end();
            let word = sayings(locale).went_up.iter().find(|word| match locale.catalogue().spaced {
                true => sayings(locale).by.iter().any(|by| before.ends_with(&format!("{word} {by}"))),
                false => before.strip_suffix('了').unwrap_or(before).ends_with(**word),
            });
            let Some(word) = word else { continue };
            let (shown, id) = (figure.display(locale), figure.id());
            bench.warn(
                CODE,
                place.clone().in_language(locale),
                Both::new(
                    format!("“{word}”“{shown}”是加上这么多倍；{{{id}}} 说的是原来的这么多倍（measure: multiple）"),
                    format!(
                        "\"{word}\" by \"{shown}\" adds so many times as much; {{{id}}} is so many times its base \
                         (measure: multiple)"
                    ),
                ),
                Both::new(
                    format!("写成“增长到原来的{{{id}}}”或“是原来的{{{id}}}”；数值不用改"),
                    format!("say what it is now, as in \"it is {{{id}}} what it was\"; no number changes"),
                ),
            );
        }
    }
}
