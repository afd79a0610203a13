//! Plain numbers of Chinese with their bound words, units and ranges, and the walk over a text that finds all amounts.
//!
//! In: the text and its dates. Out: drafts in the order of the text.
//!
//! **Invariant**: drafts do not overlap each other nor a date.

use super::dates::Dated;
use super::numeral::Numeral;
use super::parts::JOINS;
use super::Words;
use crate::recognise::amount::{Amount, Plain};
use crate::recognise::draft::{both, Draft};
use crate::statement::{Bound, Measure};
use std::ops::Range;

impl Words<'_> {
    /// All amounts of the text.
    pub(super) fn amounts(&self, dates: &[Dated]) -> Vec<Draft> {
        let mut taken: Vec<Range<usize>> = dates.iter().map(|dated| dated.places.clone()).collect();
        taken.extend(self.names());
        let (mut all, mut i, mut free): (Vec<Draft>, _, _) = (Vec::new(), 0, 0);
        while i < self.source.len() {
            if let Some(range) = taken.iter().filter(|range| range.contains(&i)).max_by_key(|range| range.end)
            {
                (i, free) = (range.end, range.end);
                continue;
            }
            let limit = taken.iter().map(|range| range.start).filter(|start| *start > i).min();
            let Some(draft) =
                self.candidate(i, free).filter(|draft| limit.is_none_or(|limit| draft.places.end <= limit))
            else {
                i = self.beyond(i);
                continue;
            };
            (i, free) = (draft.places.end, draft.places.end);
            if self.is_amount(&draft) {
                all.push(draft);
            }
        }
        self.share_units(&mut all);
        all.retain(|draft| !draft.unit.is_empty() || self.stands_alone(draft));
        all
    }

    /// The next place where an amount may begin: digits that are not taken are not taken in part.
    fn beyond(&self, i: usize) -> usize {
        let s = self.source;
        let mut end = i;
        while s.get(end).is_ascii_digit()
            || end > i && matches!(s.get(end), '.' | ',' | ':' | '/' | '-') && s.get(end + 1).is_ascii_digit()
        {
            end += 1;
        }
        end.max(i + 1)
    }

    /// What may be an amount and begins at a place; the bound word before it begins at `free` or later.
    pub(super) fn candidate(&self, i: usize, free: usize) -> Option<Draft> {
        let s = self.source;
        if self.is_vague(i) {
            return None;
        }
        let draft = match self.special(i) {
            Some(draft) => draft,
            None => self.number(i)?,
        };
        let is_bare = matches!(s.get(i), '百' | '千' | '万' | '亿') && draft.measure.is_none();
        let mut draft = self.bounded(draft, free, is_bare);
        if is_bare && draft.bound_words.is_empty() && draft.unit != "%" && draft.unit != "‰" {
            return None;
        }
        if let Some(start) = s
            .ends_any(draft.places.start, &["零下", "负"])
            .map(|(_, start)| start)
            .filter(|start| *start >= free)
        {
            draft.places.start = start;
            draft.amount = draft.amount.negative();
        }
        draft.places.end = self.compound_end(&draft);
        Some(draft)
    }

    /// Adds the bound words before and behind.
    fn bounded(&self, mut draft: Draft, free: usize, is_bare: bool) -> Draft {
        let s = self.source;
        let mut words = vec![draft.bound_words.clone()];
        let part = matches!(draft.unit.as_str(), "%" | "‰") || draft.measure == Some(Measure::Share);
        let before = self
            .bound_before(draft.core, is_bare)
            .or_else(|| self.bound_of_share(draft.core).filter(|_| part));
        if let Some(before) = before.filter(|before| before.word.start >= free) {
            if draft.bound != Bound::Between {
                draft.bound = both(before.bound, draft.bound);
            }
            if before.touches {
                draft.places.start = before.word.start;
            }
            words.insert(0, s.text(before.word).to_string());
        }
        if let Some((bound, end)) = self.bound_after(draft.places.end, &draft.unit) {
            // 65岁及以上 names a group
            if draft.bound != Bound::Between {
                draft.bound = both(draft.bound, bound);
            }
            words.push(s.text(draft.places.end..end).to_string());
            draft.places.end = end;
        }
        if draft.bound == Bound::Between && s.is(draft.places.end, "之间") {
            draft.places.end += 2;
        }
        draft.bound_words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("…");
        draft
    }

    /// A number, or a range of two, with its unit.
    fn number(&self, i: usize) -> Option<Draft> {
        let s = self.source;
        if s.get(i) == '-' && !s.before(i).is_ascii_alphanumeric() && s.get(i + 1).is_ascii_digit() {
            let minus = self.number(i + 1)?;
            return Some(Draft {
                places: i..minus.places.end,
                core: i,
                amount: minus.amount.negative(),
                ..minus
            });
        }
        let symbol = s.starts_any(i, &["us$", "$", "￥", "¥", "€", "£", "hk$"]);
        let at = symbol.map_or(i, |(_, end)| end);
        let first = match self.numeral(at) {
            Some(numeral) => numeral,
            None => self.bare_power(at)?,
        };
        let unit_end = self.unit_at(first.end);
        let mut draft = match self.range(at, &first, unit_end) {
            Some(draft) => draft,
            None if self.is_code(&first) => return None,
            None => self.single(at, &first, unit_end)?,
        };
        if let Some((word, _)) = symbol {
            draft.places.start = i;
            draft.core = i;
            draft.unit = match word {
                "€" => "欧元",
                "£" => "英镑",
                "￥" | "¥" => "元",
                "hk$" => "港元",
                "$" if self.lexicon.other_dollars.iter().any(|name| s.plain(0..s.len()).contains(name)) => {
                    "$"
                }
                _ => "美元",
            }
            .to_string();
        }
        Some(draft)
    }

    fn single(&self, at: usize, numeral: &Numeral, unit_end: Option<usize>) -> Option<Draft> {
        let s = self.source;
        let end = unit_end.unwrap_or(numeral.end);
        let mut draft = Draft::new(at..end, Amount::Number(numeral.value.clone()));
        draft.unit = self.source.narrow(numeral.end..end);
        draft.power = numeral.power;
        if let Some((bound, word)) = &numeral.within {
            (draft.bound, draft.bound_words) = (*bound, word.clone());
        }
        if let Some((more, end)) = self.behind_unit(&draft) {
            let Amount::Number(value) = draft.amount else { return None };
            draft.amount = Amount::Number(value.with_places(&more)?);
            draft.places.end = end;
            if draft.unit == "个" {
                draft.unit = s
                    .starts_any(end, self.lexicon.half_units)
                    .map_or(String::new(), |(word, _)| word.to_string());
                draft.places.end = end + draft.unit.chars().count();
            }
        }
        // 两个多月
        if draft.unit == "个" && s.starts_any(end, &["多月", "多小时"]).is_some() {
            let (word, end) = s.starts_any(end, &["多月", "多小时"])?;
            draft.places.end = end;
            draft.unit = word.replace('多', "个");
            (draft.bound, draft.bound_words) = (Bound::MoreThan, "多".to_string());
        }
        // 一个, 二次, 三门: one character and a word that is often no unit may be a name
        let short = numeral.in_words && numeral.power == 0 && numeral.end == at + 1;
        let unit = draft.unit.as_str();
        let one = short && matches!(s.get(at), '一' | '二') && !self.lexicon.sure_units.contains(&unit);
        let loose = short && self.lexicon.loose_units.contains(&unit);
        // 上升一位
        let moved = self.lexicon.ranks.contains(&unit)
            && [self.lexicon.rise, self.lexicon.fall]
                .iter()
                .any(|words| s.ends_any(s.ends(at, "了").unwrap_or(at), words).is_some());
        let counts = !one && !loose || moved || unit_end.is_some() && self.bound_before(at, false).is_some();
        (counts && (unit_end.is_some() || !numeral.in_words || numeral.power > 0)).then_some(draft)
    }

    /// 9秒98, 1米85, 两天半, 一个半小时: the decimals behind the unit, and where they end.
    fn behind_unit(&self, draft: &Draft) -> Option<(String, usize)> {
        let (s, at) = (self.source, draft.places.end);
        let unit = draft.unit.as_str();
        if s.get(at) == '半' {
            let counted = unit == "个" && s.starts_any(at + 1, self.lexicon.half_units).is_some();
            return (counted || self.lexicon.times.contains(&unit) || unit == "倍")
                .then(|| ("5".to_string(), at + 1));
        }
        let (text, end) = s.digits(at).filter(|(text, _)| text.len() <= 2)?;
        (self.lexicon.split.contains(&unit) && self.unit_at(end).is_none()).then_some((text, end))
    }

    /// 10至15万人, 5—8毫米, 2.5%~3.2%: one estimate with two ends.
    fn range(&self, at: usize, first: &Numeral, unit_end: Option<usize>) -> Option<Draft> {
        let s = self.source;
        let (join, next) = s.starts_any(unit_end.unwrap_or(first.end), &JOINS)?;
        let second = self.numeral(next).filter(|second| second.within.is_none())?;
        let end = self.unit_at(second.end)?;
        let unit = s.text(second.end..end);
        let same = unit_end.is_none_or(|end| s.text(first.end..end) == unit);
        let from = s.ends_any(at, &["由", "从"]);
        let changes =
            from.is_some_and(|(word, _)| word == "由" || unit_end.is_some()) && matches!(join, "至" | "到");
        if !same || changes || first.within.is_some() || !second.in_words && self.is_code(&second) {
            return None;
        }
        let shared = first.power == 0 && second.power > 0 && unit_end.is_none();
        let low = if shared
            && first.value.approximate() < second.value.approximate() / 10f64.powi(second.power as i32)
        {
            first.value.clone().shift(second.power)
        } else {
            first.value.clone()
        };
        if low.approximate() >= second.value.approximate() {
            return None;
        }
        let mut draft = Draft::new(at..end, Amount::Range(low, second.value));
        draft.bound = Bound::Between;
        draft.unit = self.source.narrow(second.end..end);
        Some(draft)
    }

    /// 万 or 亿 without a number: one of it, where a bound word stands before (近万人).
    fn bare_power(&self, at: usize) -> Option<Numeral> {
        let s = self.source;
        if s.is(at + 1, "分之") {
            return None;
        }
        let places = match s.get(at) {
            '万' if s.get(at + 1) == '亿' => 12,
            '万' => 4,
            '亿' => 8,
            _ => return None,
        };
        self.bound_before(at, true).filter(|before| before.touches)?;
        let end = at + if places == 12 { 2 } else { 1 };
        let value = Plain::whole(1).shift(places);
        Some(Numeral { value, end, within: None, in_words: true, is_bare: true, power: places })
    }
}
