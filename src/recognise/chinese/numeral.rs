//! Numbers of Chinese: digits with 万 and 亿, and numbers in words.
//!
//! In: a place of the text. Out: the number that begins there, its end, and the bound word inside it (十余万, 3300多).
//!
//! **Invariant**: knows no units; a number is read whole or not at all.

use super::Words;
use crate::recognise::amount::Plain;
use crate::statement::Bound;

/// A number as it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Numeral {
    pub value: Plain,
    pub end: usize,
    /// The bound word in or behind its digits.
    pub within: Option<(Bound, String)>,
    /// Written in words.
    pub in_words: bool,
    /// Words that begin with a power: 百, 千, 万. They state an amount only with a bound word before them.
    pub is_bare: bool,
    /// It has 万, 亿 or another power.
    pub power: usize,
}

impl Words<'_> {
    /// Reads the number that begins at a place.
    pub(super) fn numeral(&self, i: usize) -> Option<Numeral> {
        let found = if self.source.get(i).is_ascii_digit() { self.in_digits(i) } else { self.in_words(i) }?;
        Some(self.with_power(found))
    }

    fn in_digits(&self, i: usize) -> Option<Numeral> {
        let before = self.source.before(i);
        if before.is_ascii_alphanumeric()
            || before == '.'
            || before == ',' && i > 1 && self.source.get(i - 2).is_ascii_digit()
        {
            return None;
        }
        let (text, end) = self.source.digits(i)?;
        Some(Numeral {
            value: Plain::parse(&text)?,
            end,
            within: None,
            in_words: false,
            is_bare: false,
            power: 0,
        })
    }

    fn digit(&self, i: usize) -> Option<u64> {
        let c = self.source.get(i);
        self.lexicon.digits.iter().find(|(word, _)| word.starts_with(c)).map(|(_, value)| *value)
    }

    fn ten(&self, i: usize) -> Option<u64> {
        let c = self.source.get(i);
        self.lexicon.tens.iter().find(|(word, _)| word.starts_with(c)).map(|(_, value)| *value)
    }

    /// A part of a number in words, as digits with a point: 三点五.
    fn places_in_words(&self, mut i: usize) -> Option<(String, usize)> {
        if self.source.get(i) != '点' {
            return None;
        }
        i += 1;
        let mut text = String::from(".");
        while let Some(digit) = self.digit(i) {
            text.push_str(&digit.to_string());
            i += 1;
        }
        (text.len() > 1).then_some((text, i))
    }

    /// 十二, 三百五十, 两千, 一百零五: below 万; powers come after. Two digits side by side (三四百) are no number.
    fn in_words(&self, start: usize) -> Option<Numeral> {
        if self.digit(start.wrapping_sub(1)).is_some() || self.ten(start.wrapping_sub(1)).is_some() {
            return None;
        }
        let (mut i, mut total, mut pending, mut last_ten, mut zero) = (start, 0u64, None, 0u64, false);
        let is_bare = self.ten(i).is_some_and(|ten| ten > 10);
        loop {
            if let Some(digit) = self.digit(i) {
                if pending.is_some() {
                    return None;
                }
                zero |= digit == 0;
                pending = (digit > 0 || i == start).then_some(digit);
            } else if let Some(ten) = self.ten(i).filter(|_| !self.unit_takes(i)) {
                let next_is_power = pending.is_none() && i > start;
                if next_is_power || last_ten > 0 && ten >= last_ten {
                    break;
                }
                total += pending.take().unwrap_or(1) * ten;
                last_ten = ten;
            } else {
                break;
            }
            i += 1;
        }
        if i == start {
            return None;
        }
        // 一百五 is 150
        match pending {
            Some(digit) if last_ten > 10 && !zero => total += digit * last_ten / 10,
            Some(digit) => total += digit,
            None => {}
        }
        let mut text = total.to_string();
        if let Some((places, end)) = self.places_in_words(i) {
            text.push_str(&places);
            i = end;
        }
        Some(Numeral { value: Plain::parse(&text)?, end: i, within: None, in_words: true, is_bare, power: 0 })
    }

    /// A unit begins here with what would be a power: 千瓦, 千米, 百帕.
    fn unit_takes(&self, i: usize) -> bool {
        "千百".contains(self.source.get(i)) && self.unit_at(i).is_some()
    }

    /// The power that stands at a place, and its end.
    fn power(&self, i: usize) -> Option<(usize, usize)> {
        if self.unit_takes(i) {
            return None;
        }
        let found = self.lexicon.powers.iter().filter(|(word, _)| self.source.is(i, word));
        // the rest of a power may be a unit: 3千万千瓦
        let (word, places) = found.max_by_key(|(word, _)| word.len())?;
        Some((*places, i + word.chars().count()))
    }

    fn with_power(&self, mut found: Numeral) -> Numeral {
        for _ in 0..3 {
            if found.within.is_none() {
                if let Some((bound, word, end)) = self.within(found.end) {
                    found.within = Some((bound, word));
                    found.end = end;
                }
            }
            let Some((places, end)) = self.power(found.end) else { break };
            found.value = found.value.shift(places);
            found.power += places;
            found.end = end;
            // 2万3千 is one number
            let rest = self.in_words(end).filter(|rest| found.in_words && !rest.is_bare);
            if let Some(rest) = rest.filter(|_| places >= 4 && found.within.is_none()) {
                found = self.joined(found, rest, places);
            }
        }
        found
    }

    /// 三万五千: the part behind the power is added; 三万五 is 35,000.
    fn joined(&self, found: Numeral, rest: Numeral, places: usize) -> Numeral {
        let (Some(whole), Some(more)) = (found.value.as_whole(), rest.value.as_whole()) else { return found };
        let is_digit = rest.end == found.end + 1 && more < 10;
        let more = if is_digit { more * 10u64.pow(places as u32 - 1) } else { more };
        Numeral { value: Plain::whole(whole.saturating_add(more)), end: rest.end, ..found }
    }

    /// 余 or 多 between digits and a power or a unit.
    fn within(&self, i: usize) -> Option<(Bound, String, usize)> {
        let (word, bound) = self.lexicon.within.iter().find(|(word, _)| self.source.is(i, word))?;
        let end = i + word.chars().count();
        let follows = self.power(end).is_some() || self.unit_at(end).is_some();
        follows.then(|| (*bound, word.to_string(), end))
    }
}
