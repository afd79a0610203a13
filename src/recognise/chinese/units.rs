//! Units and classifiers of Chinese, and the bound words around a number.
//!
//! In: a place of the text. Out: the unit or bound word that begins or ends there.
//!
//! **Invariant**: a character that begins another word is no unit: 年 in 年级, 分 in 分别.

use super::Words;
use crate::recognise::draft::both;
use crate::statement::Bound;
use std::ops::Range;

/// A bound word before a number.
pub(super) struct Before {
    pub bound: Bound,
    pub word: Range<usize>,
    /// It stands directly before the number and belongs to what is printed.
    pub touches: bool,
}

impl Words<'_> {
    /// The end of the unit that begins at a place.
    pub(super) fn unit_at(&self, i: usize) -> Option<usize> {
        let s = self.source;
        if s.get(i) == '级' {
            // 6.2级地震, 8级大风; but 5级 and 千亿级 are classes
            let near = s.plain(i.saturating_sub(8)..s.len().min(i + 4));
            let is_force =
                s.before(i).is_ascii_digit() && self.lexicon.forces.iter().any(|word| near.contains(word));
            return is_force.then_some(i + 1);
        }
        let (word, end) = s.starts_any(i, self.lexicon.units)?;
        if word.chars().all(|c| c.is_ascii_alphabetic()) {
            // 5G and 4K are names, 5g is a mass
            let is_name = word.len() == 1 && "gmt".contains(word) && s.is_capital(i);
            return (!is_name && !s.get(end).is_ascii_alphanumeric()).then_some(end);
        }
        if self.lexicon.no_unit.iter().any(|(unit, next)| *unit == word && s.starts_any(end, next).is_some())
        {
            return None;
        }
        // 册次, 场次, 课次: as often as so many of them
        let often = self.lexicon.counted.contains(&word)
            && !matches!(word, "个" | "次")
            && s.is(end, "次")
            && !self
                .lexicon
                .no_unit
                .iter()
                .any(|(unit, next)| *unit == "次" && s.starts_any(end + 1, next).is_some());
        let end = end + usize::from(often);
        // 元/吨: a price for each
        let each = (s.get(end) == '/').then(|| s.starts_any(end + 1, self.lexicon.units)).flatten();
        Some(each.map_or(end, |(_, end)| end))
    }

    /// The bound word before a number that begins at a place; `is_bare` where the number is a power without a number.
    pub(super) fn bound_before(&self, at: usize, is_bare: bool) -> Option<Before> {
        if let Some((bound, start)) = self.word_before(at, is_bare) {
            // 至少约300: two words, which claim what both claim
            let more = self.word_before(start, false);
            let (bound, start) = more.map_or((bound, start), |(other, start)| (both(other, bound), start));
            return Some(Before { bound, word: start..at, touches: true });
        }
        let (link, end) = self.source.ends_any(at, self.lexicon.links)?;
        let (bound, start) = self.word_before(end, false)?;
        let touches = link == "了";
        Some(Before { bound, word: start..if touches { at } else { end }, touches })
    }

    /// 约占总人口的12%, 不到全国的三分之一: the bound word of a share stands before its whole.
    pub(super) fn bound_of_share(&self, at: usize) -> Option<Before> {
        let s = self.source;
        let of = s.ends(at, "的")?;
        let far = of.saturating_sub(16);
        let words = (far..of).rev().take_while(|k| s.get(*k).is_alphabetic());
        let before = |end: usize| self.word_before(end, false).map(|(bound, start)| (bound, start..end));
        let (bound, word) = words.into_iter().find_map(|k| {
            let divides = self.lexicon.parts.iter().any(|word| s.is(k, word));
            // 超 in 超市 is no bound word: those of one character need 占 behind them
            before(k).filter(|(_, word)| divides || word.len() > 1)
        })?;
        Some(Before { bound, word, touches: false })
    }

    fn word_before(&self, at: usize, is_bare: bool) -> Option<(Bound, usize)> {
        let s = self.source;
        let found = self.before.iter().filter_map(|(word, bound)| Some((*word, *bound, s.ends(at, word)?)));
        // of two of one length the first counts: min_by_key keeps it
        let (word, bound, start) = found.min_by_key(|(_, _, start)| *start)?;
        let part_of = self.lexicon.no_bound.iter().find(|(bound, _)| *bound == word);
        if part_of.is_some_and(|(_, before)| s.ends_any(start, before).is_some()) {
            return None;
        }
        (word != "上" || is_bare).then_some((bound, start))
    }

    /// The bound word that begins at a place, and its end; `unit` is the unit before it.
    pub(super) fn bound_after(&self, at: usize, unit: &str) -> Option<(Bound, usize)> {
        let s = self.source;
        let found = self.after.iter().filter(|(word, _)| s.is(at, word));
        // of two of one length the first counts
        let (word, bound) = found.longest()?;
        let end = at + word.chars().count();
        let ends_here = end >= s.len() || !s.get(end).is_alphabetic() || s.get(end) == '的';
        let sure = match *word {
            // 三年多, 3倍多; but 10元多次
            "多" | "余" => {
                // 翻一番多, 六成多
                (self.lexicon.with_more.contains(&unit) || "番成半".contains(s.before(at)))
                    && !s.get(end).is_ascii_digit()
                    && self.numeral(at).is_none()
                    && s.get(end) != '种'
            }
            "起" | "不到" => ends_here,
            _ => true,
        };
        sure.then_some((*bound, end))
    }
}

/// The longest word, the first of equals.
trait Longest<'a> {
    fn longest(self) -> Option<&'a (&'static str, Bound)>;
}

impl<'a, I: Iterator<Item = &'a (&'static str, Bound)>> Longest<'a> for I {
    fn longest(self) -> Option<&'a (&'static str, Bound)> {
        self.fold(None, |best, next| match best {
            Some((word, _)) if word.len() >= next.0.len() => best,
            _ => Some(next),
        })
    }
}
