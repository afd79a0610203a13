//! Numbers of a list that take the unit and power of its last one: 1.2、1.5和1.8万人次.
//!
//! In: the drafts of a text, some without unit. Out: the same with the units of their lists.
//!
//! **Invariant**: only numbers that stand side by side share a unit.

use super::Words;
use crate::recognise::amount::Amount;
use crate::recognise::draft::Draft;

impl Words<'_> {
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
