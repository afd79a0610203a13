//! Lists of years, 2021、2022年, and of numbers that take the unit and power of the last: 1.2、1.5和1.8万人次.
//!
//! In: a place of the text, or its drafts, some without unit. Out: the years, or the drafts with the units of their lists.
//!
//! **Invariant**: only numbers that stand side by side share a unit.

use super::Words;
use crate::recognise::amount::Amount;
use crate::recognise::draft::Draft;
use std::ops::Range;

/// Years with their places.
type Years = Vec<(Range<usize>, i32)>;

impl Words<'_> {
    /// 2020、2021、2022年: the years with their places, and where they end.
    pub(super) fn year_list(&self, i: usize) -> Option<(Years, usize)> {
        let s = self.source;
        let (mut years, mut at) = (Vec::new(), i);
        loop {
            let (year, end) = self.year(at)?;
            years.push((at..end, year));
            let long = usize::from(s.is(end, "年"));
            match s
                .starts_any(end + long, &["、", "和", "及", "与"])
                .filter(|(_, next)| self.year(*next).is_some())
            {
                Some((_, next)) => at = next,
                None if long == 1 && years.len() > 1 => return Some((years, end + 1)),
                None => return None,
            }
        }
    }

    /// Gives each number without unit that of the next in its list.
    pub(super) fn share_units(&self, all: &mut [Draft]) {
        for i in (1..all.len()).rev() {
            let (left, right) = all.split_at_mut(i);
            let (Some(one), Some(next)) = (left.last_mut(), right.first()) else { continue };
            let between = self.source.plain(one.places.end..next.places.start);
            let listed = ["、", "和", "及", "与", "以及", "，"].contains(&between.as_str());
            let is_time = self.lexicon.times.contains(&next.unit.as_str());
            // 1.1个和5.5个百分点
            if listed && one.unit == "个" && next.unit.starts_with("个") {
                one.unit = next.unit.clone();
            }
            if !listed || !one.unit.is_empty() || one.measure.is_some() || next.unit.is_empty() || is_time {
                continue;
            }
            let Amount::Number(value) = &one.amount else { continue };
            if one.power == 0 && next.power > 0 {
                one.amount = Amount::Number(value.clone().shift(next.power));
                one.power = next.power;
            }
            one.unit = next.unit.clone();
        }
    }
}
