//! "{a}, up from {b}", "{a}，增加到{b}", "{b}较{a}增加": two amounts that follow each other in one clause.
//!
//! **Invariant**: only two exact numbers of one unit are compared, and only words that can mean nothing else are
//! read.

use crate::locale::recognition::claims::claims;
use crate::locale::recognition::sayings::sayings;
use crate::locale::Locale;
use crate::rules::comparison_word::said::flat;
use crate::rules::direction_word::from_to::{tell, went};
use crate::rules::direction_word::Way;
use crate::rules::{texts_by_language, Bench};

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        let flat = flat(story, text, locale);
        for (i, pair) in flat.figures.windows(2).enumerate() {
            let around = [&*flat.between[i], &flat.between[i + 1], &flat.between[i + 2]];
            let (said, (from, to)) = match (forward(around, locale), backward(around, locale)) {
                (Some(said), None) => (said, (pair[0], pair[1])),
                (None, Some(said)) => (said, (pair[1], pair[0])),
                _ => continue,
            };
            let went = went(story.figure(from), story.figure(to)).filter(|went| *went != said);
            if let Some(went) = went {
                tell(bench, place.clone().in_language(locale), (from, to), went, locale);
            }
        }
    }
}

/// Which way the number behind is said to lie from the one before it.
fn forward([before, between, _]: [&str; 3], locale: Locale) -> Option<Way> {
    let directions = &locale.catalogue().directions;
    let middle = between.trim();
    if locale.catalogue().spaced {
        // from {a} in 2021 it rose to {b}
        let from = directions.from.iter().any(|from| ends_with(before.trim_end(), from));
        let rest = directions.to.iter().find_map(|to| middle.strip_suffix(to))?.trim_end();
        let (way, rest) = last_way(rest, locale)?;
        let few = rest.split_whitespace().count() <= 5 && !rest.contains([',', '.', ';', ':', '(', '–', '—']);
        let plain = rest.split_whitespace().all(|own| last_way(own, locale).is_none());
        // where nothing stands between them, from and to are read elsewhere
        return Some(way).filter(|_| from && few && plain && !rest.trim().is_empty());
    }
    // {a}，增加到{b}; 从2021年的{a}升到2022年的{b}
    let is_year = |c: char| c.is_ascii_digit() || "年的".contains(c);
    let own = middle.trim_end_matches(is_year);
    let rest = directions.to.iter().find_map(|to| own.strip_suffix(to))?;
    let has_year = own.len() < middle.len();
    let clause = before.rsplit(['，', '。', '；', '：']).next().unwrap_or("");
    let from = directions.from.iter().any(|from| clause.starts_with(from));
    let comma = rest.strip_prefix('，').filter(|_| before.trim().is_empty());
    let (way, left) = last_way(comma.or(Some(rest).filter(|_| from && has_year))?, locale)?;
    Some(way).filter(|_| left.is_empty())
}

/// The same of the one before it from the one behind.
fn backward([before, between, behind]: [&str; 3], locale: Locale) -> Option<Way> {
    let directions = &locale.catalogue().directions;
    let middle = between.trim();
    if locale.catalogue().spaced {
        let clause = before.rsplit(['.', ';', ':']).next().unwrap_or("");
        // fell by 5 to {a}, up from {b}: no reading is certain
        let plain = clause.split_whitespace().all(|own| last_way(own, locale).is_none());
        let rest =
            directions.from.iter().find_map(|from| middle.strip_prefix(',')?.trim().strip_suffix(from));
        // to {a}, up from {b}: read elsewhere
        let plain = plain && !directions.to.iter().any(|to| ends_with(before.trim_end(), to));
        return match rest?.trim() {
            "up" if plain => Some(Way::Rise),
            "down" if plain => Some(Way::Fall),
            _ => None,
        };
    }
    let starts = |words: &str| {
        let words = ["有所", "略有", "明显"].iter().find_map(|own| words.strip_prefix(own)).unwrap_or(words);
        let ways = [(sayings(locale).went_up, Way::Rise), (sayings(locale).went_down, Way::Fall)];
        let (word, way) = ways
            .iter()
            .find_map(|(list, way)| Some((list.iter().find(|word| words.starts_with(**word))?, *way)))?;
        let rest = &words[word.len()..];
        (rest.is_empty() || rest.starts_with(['。', '；', '，', '了'])).then_some(way)
    };
    if ["较", "比"].contains(&middle) {
        return starts(behind.trim());
    }
    // {a}，上年为{b}，有所增长
    let older = middle.strip_prefix('，')?.strip_suffix(['为', '是'])?;
    let is_older = claims(locale).earlier.contains(&older);
    starts(behind.trim().strip_prefix('，')?).filter(|_| is_older)
}

fn ends_with(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
}

/// The word of a direction with which some words end, and what stands before it.
fn last_way(words: &str, locale: Locale) -> Option<(Way, &str)> {
    let spaced = locale.catalogue().spaced;
    let directions = &locale.catalogue().directions;
    let find = |list: &[&str]| {
        let fits = list.iter().filter_map(|word| match spaced {
            true => {
                let last = words.rsplit(' ').next().unwrap_or("");
                super::is_word(last, word, true).then(|| &words[..words.len() - last.len()])
            }
            false => words.strip_suffix(word),
        });
        fits.min_by_key(|rest| rest.len())
    };
    match (find(directions.rises), find(directions.falls)) {
        (Some(rest), None) => Some((Way::Rise, rest)),
        (None, Some(rest)) => Some((Way::Fall, rest)),
        (Some(_), Some(_)) | (None, None) => None,
    }
}
