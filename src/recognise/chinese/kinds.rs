//! Amounts of Chinese that are no plain number with a unit: places, ratios, fractions, halves, tenths, doublings.
//!
//! In: a place of the text. Out: the amount that begins there, without the bound words around it.
//!
//! **Invariant**: a form that may be something else (第三产业, 10:30, 成立) is not taken.

use super::Words;
use crate::recognise::amount::{Amount, Plain};
use crate::recognise::draft::Draft;
use crate::statement::{Bound, Measure};

impl Words<'_> {
    /// The amount of a special form that begins at a place.
    pub(super) fn special(&self, i: usize) -> Option<Draft> {
        self.place(i)
            .or_else(|| self.ratio(i))
            .or_else(|| self.fraction(i))
            .or_else(|| self.half(i))
            .or_else(|| self.tenths(i))
            .or_else(|| self.doubling(i))
    }

    /// 第3位, 全国第一; 世界第二大.
    fn place(&self, i: usize) -> Option<Draft> {
        let s = self.source;
        if s.get(i) != '第' {
            return None;
        }
        let numeral = self.numeral(i + 1).filter(|n| n.power == 0 && n.within.is_none() && !n.is_bare)?;
        let end = numeral.end;
        let place = Amount::Number(numeral.value);
        let mut draft = Draft::new(i..end, place);
        draft.measure = Some(Measure::Rank);
        let unit = s.starts_any(end, self.lexicon.places).map(|(word, end)| (word.to_string(), end));
        let in_order = s.ends_any(i, self.lexicon.orders).is_some();
        match unit {
            // 第一位书记
            Some((word, _)) if !in_order && !self.lexicon.named_places.contains(&word.as_str()) => None,
            Some((word, end)) if self.lexicon.named_places.contains(&word.as_str()) => {
                let sure = in_order || !s.get(end).is_alphabetic() || s.get(end) == '的';
                draft.places.end = end;
                draft.unit = word;
                sure.then_some(draft)
            }
            Some(_) => Some(draft),
            None => (in_order && !self.continues(end)).then_some(draft),
        }
    }

    /// What follows is part of the same word: 全国第一批.
    fn continues(&self, end: usize) -> bool {
        let s = self.source;
        s.starts_any(end, self.lexicon.units).is_some() || s.starts_any(end, self.lexicon.no_places).is_some()
    }

    /// 3:1, 6.3:41.2:52.5, 3比1.
    fn ratio(&self, i: usize) -> Option<Draft> {
        let s = self.source;
        let first = self.numeral(i).filter(|n| n.power == 0 && n.within.is_none())?;
        let mut parts = vec![first.value];
        let (mut end, mut in_words) = (first.end, false);
        while parts.len() < 4 {
            let sign = s.get(end);
            if !matches!(sign, ':' | '：' | '∶' | '比') {
                break;
            }
            let Some(next) = self.numeral(end + 1).filter(|n| n.power == 0) else { break };
            in_words |= sign == '比';
            parts.push(next.value);
            end = next.end;
        }
        let is_score = in_words && self.unit_at(end).is_none();
        let before = s.plain(i.saturating_sub(12)..i);
        let said = before.contains('比') || self.lexicon.ratio.iter().any(|word| before.contains(word));
        // 10:30 is a time of day
        let is_time = parts.len() < 4
            && parts[0].as_whole().is_some_and(|h| h < 25)
            && s.plain(i..end).rsplit([':', '：', '∶']).next().is_some_and(|m| m.len() == 2);
        let sure = parts.len() > 1 && self.unit_at(end).is_none() && (said || is_score || !is_time);
        sure.then(|| {
            let mut draft = Draft::new(i..end, Amount::Ratio(parts));
            draft.measure = Some(Measure::Ratio);
            draft
        })
    }

    /// 三分之一; 百分之五 is 5 %.
    fn fraction(&self, i: usize) -> Option<Draft> {
        let s = self.source;
        if s.is(i, "万分之") {
            let part = self.numeral(i + 3)?;
            let mut draft = Draft::new(i..part.end, Amount::Fraction(part.value.as_whole()?, 10_000));
            draft.measure = Some(Measure::Share);
            return Some(draft);
        }
        let whole = self.numeral(i).filter(|n| n.within.is_none())?;
        if s.get(whole.end) == '/' && !whole.in_words {
            return self.digit_fraction(i);
        }
        if !s.is(whole.end, "分之") {
            return None;
        }
        let part = self.numeral(whole.end + 2)?;
        let (text, unit) = (s.plain(i..whole.end), part.end);
        let sign = match text.as_str() {
            "百" => "%",
            "千" => "‰",
            _ => "",
        };
        let amount = match sign {
            "" => Amount::Fraction(part.value.as_whole()?, whole.value.as_whole()?),
            _ => Amount::Number(part.value),
        };
        let mut draft = Draft::new(i..unit, amount);
        draft.unit = sign.to_string();
        draft.measure = Some(Measure::Share);
        Some(draft)
    }

    /// 全国1/8000的面积; 9/11 and 3/8 are dates.
    fn digit_fraction(&self, i: usize) -> Option<Draft> {
        let s = self.source;
        let part = self.numeral(i)?;
        let whole = self.numeral(part.end + 1)?;
        let (a, b) = (part.value.as_whole()?, whole.value.as_whole()?);
        let sure = a < b
            && (s.get(whole.end) == '的'
                || self.bound_before(i, false).is_some()
                || self.bound_after(whole.end, "").is_some());
        let mut draft = Draft::new(i..whole.end, Amount::Fraction(a, b));
        draft.measure = Some(Measure::Share);
        sure.then_some(draft)
    }

    /// 半数, 一半; 过半.
    fn half(&self, i: usize) -> Option<Draft> {
        let s = self.source;
        if s.is(i, "减半") {
            let mut draft = Draft::new(i..i + 2, Amount::Fraction(1, 2));
            draft.measure = Some(Measure::Multiple);
            return Some(draft);
        }
        // 过半; but 超过半数 has a bound word of its own
        if s.is(i, "过半") && !"超通经不越".contains(s.before(i)) {
            let end = i + 2 + usize::from(s.get(i + 2) == '数');
            let mut draft = Draft::new(i..end, Amount::Fraction(1, 2));
            draft.measure = Some(Measure::Share);
            (draft.bound, draft.bound_words) = (Bound::MoreThan, "过".to_string());
            return Some(draft);
        }
        let (word, end) = s.starts_any(i, &["半数", "一半", "半"])?;
        if word == "半"
            && (self.bound_before(i, false).is_none() || s.get(end).is_alphabetic() && s.get(end) != '的')
        {
            return None;
        }
        // 上半年 and 一半山 are something else
        let mut draft = Draft::new(i..end, Amount::Fraction(1, 2));
        draft.measure = Some(Measure::Share);
        Some(draft)
    }

    /// 八成, 三成五.
    fn tenths(&self, i: usize) -> Option<Draft> {
        let s = self.source;
        let numeral = self.numeral(i).filter(|n| n.power == 0 && !n.is_bare)?;
        let is_small = numeral.value.approximate() <= 10.0;
        let next = s.get(numeral.end + 1);
        if !is_small || s.get(numeral.end) != '成' || self.lexicon.no_tenths.contains(next) {
            return None;
        }
        let mut end = numeral.end + 1;
        let mut value = numeral.value.shift(1);
        if let Some(digit) =
            self.numeral(end).filter(|n| n.in_words && n.end == end + 1 && self.unit_at(n.end).is_none())
        {
            let five = digit.value.as_whole().filter(|d| *d < 10)?;
            value = Plain::whole(value.as_whole()? + five);
            end = digit.end;
        }
        if s.get(end) == '半' && end == numeral.end + 1 {
            (value, end) = (Plain::whole(value.as_whole()? + 5), end + 1);
        }
        let mut draft = Draft::new(i..end, Amount::Number(value));
        draft.unit = "%".to_string();
        Some(draft)
    }

    /// 翻一番 is twice as much, 翻两番 four times.
    fn doubling(&self, i: usize) -> Option<Draft> {
        let s = self.source;
        if s.get(i) != '翻' {
            return None;
        }
        let at = i + 1 + usize::from(s.get(i + 1) == '了');
        let (times, end) = match self.numeral(at) {
            Some(numeral) => (numeral.value.as_whole().filter(|n| (1..=6).contains(n))?, numeral.end),
            None => (1, at),
        };
        let end = if s.get(end) == '番' { end + 1 } else { return None };
        let mut draft = Draft::new(i..end, Amount::Number(Plain::whole(2u64.pow(times as u32))));
        draft.measure = Some(Measure::Multiple);
        Some(draft)
    }
}
