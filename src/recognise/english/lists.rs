//! Numbers of a list that take the unit and power of its last one: 12, 15 and 18 schools; from 3.2 to 4.1 gigawatts.
//!
//! In: the amounts of a text, some without unit. Out: the same with the units of their lists.
//!
//! **Invariant**: only numbers that stand side by side share a unit.

use super::{Found, Words};
use crate::recognise::amount::Amount;
use crate::statement::Bound;

impl Words<'_> {
    /// Gives each number without unit that of the next in its list.
    pub(super) fn share_units(&self, all: &mut [Found]) {
        for i in (1..all.len()).rev() {
            let (left, right) = all.split_at_mut(i);
            let (Some(one), Some(next)) = (left.last_mut(), right.first()) else { continue };
            let between: Vec<&str> = (one.end..next.at).map(|t| self.token(t).text.as_str()).collect();
            let from = between == ["to"] && self.prior(one.at).is("from");
            let listed =
                matches!(between.as_slice(), [","] | ["and"] | ["or"] | [",", "and"] | [",", "or"]) || from;
            // a bound word begins another statement, and 2100 is a year
            let apart = other_bound(next) || self.is_bare_year(one.at);
            let is_time = self.lexicon.times.contains(&next.draft.unit.as_str());
            let (draft, other) = (&mut one.draft, &next.draft);
            if !listed
                || apart && !from
                || !draft.unit.is_empty()
                || draft.measure.is_some()
                || other.unit.is_empty()
                || is_time && !from
            {
                continue;
            }
            let Amount::Number(value) = &draft.amount else { continue };
            if draft.power == 0 && other.power > 0 {
                draft.amount = Amount::Number(value.clone().shift(other.power));
                draft.power = other.power;
            }
            draft.unit = other.unit.clone();
        }
    }

    fn is_bare_year(&self, t: usize) -> bool {
        let token = self.token(t);
        token.places.len() == 4 && token.text.parse().is_ok_and(|year: u32| (1800..=2100).contains(&year))
    }
}

fn other_bound(found: &Found) -> bool {
    found.draft.bound != Bound::Exact && found.draft.bound != Bound::Between
}
