//! `comparison-word`: a text that calls one number more or less than another, or the most of all, says what the numbers
//! say. A bound or a gap that cannot show it is told as well.
//!
//! **Invariant**: only what a text says of two figures that follow each other, or of a point of a series, is held
//! against them; a text that may mean something else is never in the way.

pub(super) mod highest;
pub(super) mod majority;
pub(crate) mod said;
pub(crate) mod titles;

use crate::diagnostic::Both;
use crate::locale::recognition::claims::claims;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx};
use crate::model::interval::End;
use crate::rules::comparison_word::said::{flat, has_any, without_links, words_only, Flat};
use crate::rules::{texts_by_language, Bench, Place};
use crate::statement::Measure;

const CODE: &str = "comparison-word";

/// How one number lies to another, as far as their bounds show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Order {
    Above,
    Below,
    Equal,
    /// Their bounds do not show it.
    Open,
}

/// How one figure lies to another; nothing where they are no two amounts of one kind.
pub(in crate::rules) fn order(a: &Figure, b: &Figure) -> Option<Order> {
    let ranked = |figure: &Figure| matches!(figure.measure(), Measure::Rank | Measure::Date | Measure::Ratio);
    if a.unit().id != b.unit().id || a.measure() != b.measure() || ranked(a) {
        return None;
    }
    let ((low_a, high_a), (low_b, high_b)) = (ends(a)?, ends(b)?);
    // larger falls are lower numbers: what a text means by more of them is anybody's guess
    if a.measure().is_change() && a.amount() < 0.0 && b.amount() < 0.0 {
        return None;
    }
    // the lower end of one beyond the higher end of the other
    let beyond = |low: Option<(f64, bool)>, high: Option<(f64, bool)>| match low.zip(high) {
        Some(((low, in_low), (high, in_high))) => low > high || low == high && !(in_low && in_high),
        None => false,
    };
    let is_one = |low: Option<(f64, bool)>, high: Option<(f64, bool)>| match low.zip(high) {
        Some((low, high)) => low == high && low.1,
        None => false,
    };
    Some(if beyond(low_a, high_b) {
        Order::Above
    } else if beyond(low_b, high_a) {
        Order::Below
    } else if is_one(low_a, high_a) && is_one(low_b, high_b) && low_a == low_b {
        Order::Equal
    } else {
        Order::Open
    })
}

/// The ends between which the true value lies, and whether each is one of its values; an end nobody states is none.
/// What is about a number, or nearly it, counts as that number.
type Ends = (Option<(f64, bool)>, Option<(f64, bool)>);

fn ends(figure: &Figure) -> Option<Ends> {
    let interval = figure.interval()?;
    let end = |end: End| match end {
        End::Inclusive(number) | End::Near(number) => Some((number.to_f64(), true)),
        End::Exclusive(number) => Some((number.to_f64(), figure.is_soft())),
        End::Unknown => None,
    };
    Some((end(interval.low), end(interval.high)))
}

pub(super) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        let flat = flat(story, text, locale);
        for (i, pair) in flat.figures.windows(2).enumerate() {
            let [a, b] = [pair[0], pair[1]];
            let Some(order) = order(story.figure(a), story.figure(b)) else { continue };
            let place = place.clone().in_language(locale);
            let beyond = part(&flat.between[i + 1], locale).filter(|(beyond, _)| order == *beyond);
            if let Some((_, word)) = beyond {
                tell_part(bench, place, (a, b), word, locale);
                continue;
            }
            let Some((above, word)) = compared(&flat, i, locale) else { continue };
            match (order, above) {
                (Order::Above, true) | (Order::Below, false) => {}
                (Order::Open, _) => tell_open(bench, place, (a, b), &word, locale),
                _ => tell_wrong(bench, place, (a, b), (&word, order), locale),
            }
        }
    }
}

/// What a text says of a figure and the next one: that it is above it or below, and the word that does.
fn compared(flat: &Flat, at: usize, locale: Locale) -> Option<(bool, String)> {
    let claims = claims(locale);
    let (between, behind) = (&flat.between[at + 1], &flat.between[at + 2]);
    let spaced = locale.catalogue().spaced;
    if has_any(between, claims.others, spaced) {
        return None;
    }
    let mut found: Vec<(usize, &str, Option<bool>)> = Vec::new();
    for (words, above) in [(claims.above, Some(true)), (claims.below, Some(false)), (claims.than, None)] {
        found.extend(words.iter().filter_map(|word| {
            let mut at = between.match_indices(word).map(|(at, _)| at);
            Some((at.next()?, *word, above)).filter(|(at, ..)| words_only(between, *at, word, spaced))
        }));
    }
    let (start, word, above) = *found.first()?;
    if found.len() > 1 {
        return None;
    }
    let (head, tail) = (&between[..start], &between[start + word.len()..]);
    let is_stop = |c: char| "，。；：！？,.;:!?()（）—–".contains(c);
    let few = |words: &str| match spaced {
        true => words.split_whitespace().count() <= 6,
        false => words.chars().count() <= 12,
    };
    let direct = head.rsplit(is_stop).next().unwrap_or("");
    let opening = head[..head.len() - direct.len()].trim_end_matches(is_stop);
    let follows = !tail.contains(is_stop) && few(tail);
    let leads = !opening.contains(is_stop) && few(opening) && without_links(direct, claims.links, spaced);
    // not "5 men. More than 9 women", and "5 more than 9" says a difference
    let ends = head[..head.len() - direct.len()].ends_with(|c: char| is_stop(c) && !",，—–(（".contains(c));
    let is_alone = spaced && head.trim().is_empty() && !claims.alone.contains(&word);
    if !follows || !leads || ends || is_alone {
        return None;
    }
    let above = match above {
        Some(above) => above,
        None => {
            let begins = |words: &[&str]| words.iter().any(|word| behind.trim_start().starts_with(word));
            match (begins(claims.more_behind), begins(claims.less_behind)) {
                (true, false) => true,
                (false, true) => false,
                (true, true) | (false, false) => return None,
            }
        }
    };
    Some((above, word.trim().to_string()))
}

/// How two figures may not lie to each other where one is called a part of the other, and the word that does.
fn part(between: &str, locale: Locale) -> Option<(Order, &'static str)> {
    let (claims, spaced) = (claims(locale), locale.catalogue().spaced);
    let of_whole = claims.of_whole.iter().find(|word| between.trim() == **word);
    let of_which = || {
        let is_one = !between.contains(['。', '；', '.', ';']);
        claims.of_which.iter().find(|word| is_one && has_any(between, &[word], spaced))
    };
    let whole = of_whole.map(|word| (Order::Above, *word));
    whole.or_else(|| of_which().map(|word| (Order::Below, *word)))
}

fn shown(bench: &Bench, (a, b): (FigureIx, FigureIx), locale: Locale) -> [String; 2] {
    [a, b].map(|ix| bench.story.figure(ix).display(locale))
}

fn tell_wrong(
    bench: &mut Bench,
    place: Place,
    pair: (FigureIx, FigureIx),
    (word, order): (&str, Order),
    locale: Locale,
) {
    let [a, b] = shown(bench, pair, locale);
    let (zh, en) = match order {
        Order::Above => ("前一个数大", "the first is the larger one"),
        Order::Below => ("前一个数小", "the first is the smaller one"),
        Order::Equal | Order::Open => ("两个数相等", "the two are equal"),
    };
    bench.error(
        CODE,
        place,
        Both::new(
            format!("“{a}”“{word}”“{b}”：与数字不符，{zh}"),
            format!("\"{a}\" is said to be \"{word}\" \"{b}\", but {en}"),
        ),
        Both::new("改比较的词，或调换两个引用", "change the word that compares, or swap the two references"),
    );
}

fn tell_part(bench: &mut Bench, place: Place, pair: (FigureIx, FigureIx), word: &str, locale: Locale) {
    let [a, b] = shown(bench, pair, locale);
    bench.error(
        CODE,
        place,
        Both::new(
            format!("“{a}”“{word}”“{b}”：部分大于整体"),
            format!("\"{a}\" \"{word}\" \"{b}\": the part is larger than the whole"),
        ),
        Both::new("调换两个引用，或改说法", "swap the two references, or say it otherwise"),
    );
}

fn tell_open(bench: &mut Bench, place: Place, pair: (FigureIx, FigureIx), word: &str, locale: Locale) {
    let [a, b] = shown(bench, pair, locale);
    bench.warn(
        CODE,
        place,
        Both::new(
            format!("“{a}”是否“{word}”“{b}”，从来源的限定看不出来"),
            format!("whether \"{a}\" is \"{word}\" \"{b}\" does not follow from what the source says"),
        ),
        Both::new("两数分开说，不作比较", "state the two numbers and compare them no further"),
    );
}
