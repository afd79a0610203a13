//! `loose-number`, of round numbers in words: "hundreds of homes", 数十家. No figure of the story is so large.
//!
//! **Invariant**: warns; only such words right before what is counted are read, so that 千方百计 and 百年 are free; a
//! figure of the same power of ten, in whatever power its unit is, is enough.

use crate::locale::recognition::sayings::sayings;
use crate::locale::Locale;
use crate::model::figure::Figure;
use crate::model::template::{split, Piece};
use crate::rules::comparison_word::said::words_only;
use crate::rules::loose_number::amounts::{unsaid, words_of};
use crate::rules::loose_number::CODE;
use crate::rules::{texts_by_language, Bench, Place};

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    // a subtitle says the unit: thousands of people
    let is_subtitle = |place: &Place| matches!(place, Place::Scene(_, member) if member == "subtitle");
    for (place, locale, text) in
        texts_by_language(story).into_iter().filter(|(place, ..)| !is_subtitle(place))
    {
        for piece in split(text) {
            let Piece::Text(words) = piece else { continue };
            let Some((word, power)) = round(&words.to_lowercase(), locale) else { continue };
            let is_told = || {
                let told = unsaid(story, text, locale);
                told.iter().any(|(own, _)| own.contains(&word) || word.contains(own.as_str()))
            };
            if story.figures().iter().any(|figure| is_like(figure, power)) || is_told() {
                continue;
            }
            let (message, help) = words_of(&word);
            bench.warn(CODE, place.clone().in_language(locale), message, help);
        }
    }
}

/// The first round number in words of a text, with its power of ten.
fn round(text: &str, locale: Locale) -> Option<(String, u32)> {
    let sayings = sayings(locale);
    for (word, power) in sayings.round {
        for (at, _) in text.match_indices(*word) {
            let (before, behind) = (&text[..at], &text[at + word.len()..]);
            if locale.catalogue().spaced {
                let next =
                    behind.split(|c: char| !c.is_alphabetic()).find(|own| !own.is_empty()).unwrap_or("");
                // exports, thousands of tonnes; in thousands of tonnes: a unit
                let is_unit =
                    before.trim_end().ends_with([',', '(', ':']) || before.trim_end().ends_with(" in");
                if words_only(text, at, word, true) && !sayings.counters.contains(&next) && !is_unit {
                    return Some((word.to_string(), *power));
                }
                continue;
            }
            let is_part = before.ends_with(|c: char| "一二两三四五六七八九十百千万亿几数成第".contains(c));
            let rest = behind.trim_start_matches(['余', '多', '万', '亿']);
            let counter = sayings.counters.iter().find(|counter| rest.starts_with(**counter));
            if let Some(counter) = counter.filter(|_| !is_part) {
                let more = behind[..behind.len() - rest.len()].chars();
                let power = more.fold(*power, |power, c| {
                    power
                        + if c == '万' {
                            4
                        } else if c == '亿' {
                            8
                        } else {
                            0
                        }
                });
                let end = at + word.len() + (behind.len() - rest.len()) + counter.len();
                return Some((text[at..end].to_string(), power));
            }
        }
    }
    None
}

/// Whether a figure is of a power of ten.
fn is_like(figure: &Figure, power: u32) -> bool {
    let Some((low, high)) = figure.ends() else { return false };
    let (low, high) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
    let first = 10f64.powi(power as i32);
    // about a hundred is ninety as well
    let fits = |scale: f64| high * scale >= first * 0.8 && low * scale < first * 10.0;
    let names: Vec<String> =
        figure.unit().words.iter().map(|words| format!("{:?}", words).to_lowercase()).collect();
    let powers = ["百", "千", "万", "亿", "hundred", "thousand", "million", "billion", "bn"];
    let scaled = figure.unit().words.iter().any(|words| words.shift != 0)
        || names.iter().any(|name| powers.iter().any(|power| name.contains(power)));
    let scales: &[f64] = if scaled { &[1.0, 1e2, 1e3, 1e4, 1e6, 1e8, 1e9] } else { &[1.0] };
    scales.iter().any(|scale| fits(*scale))
}
