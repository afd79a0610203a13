//! Parts of English whose whole stands beside them: of the 312 schools, 87; a third of 12 schools.
//!
//! In: the amounts of a text. Out: the parts with the places of their wholes.
//!
//! **Invariant**: a part has a whole only where the words between them say so, and is not larger than it.

use super::{Found, Words};
use crate::recognise::amount::Amount;
use crate::recognise::draft::Draft;
use crate::statement::Measure;

const THE: [&str; 8] = ["the", "its", "their", "these", "those", "all", "our", "some"];

impl Words<'_> {
    /// Gives each part the places of its whole.
    pub(super) fn set_wholes(&self, all: &mut [Found]) {
        for k in 1..all.len() {
            let (left, right) = (&all[k - 1], &all[k]);
            let between: Vec<&str> = (left.end..right.at).map(|t| self.token(t).text.as_str()).collect();
            let before = match &between[..] {
                // 87 of the 312 schools, a third of 12
                ["of"] | ["of", "the" | "its" | "their" | "these" | "those" | "all" | "our"] => {
                    is_part(&left.draft, &right.draft, true).then_some(true)
                }
                // of the 312 schools, only 87
                [","] | [",", "only" | "just"] if self.is_of(left) || self.is_of_them(right) => {
                    is_part(&right.draft, &left.draft, false).then_some(false)
                }
                // 18 stations, of which 3
                [",", "of", "which" | "whom" | "them"] | ["of", "which" | "whom"] => {
                    is_part(&right.draft, &left.draft, false).then_some(false)
                }
                _ => None,
            };
            let Some(before) = before else { continue };
            let (part, whole) = if before { (k - 1, k) } else { (k, k - 1) };
            all[part].draft.whole = Some(all[whole].draft.places.clone());
        }
    }

    /// 312 schools, 87 of them new.
    fn is_of_them(&self, found: &Found) -> bool {
        self.phrase_in(found.end, self.lexicon.of_which).is_some()
    }

    /// "Of the" stands before it, at the beginning of a clause.
    fn is_of(&self, found: &Found) -> bool {
        let at = if THE.contains(&self.prior(found.at).text.as_str()) { found.at - 1 } else { found.at };
        let of = at.wrapping_sub(1);
        let opens = self.begins_sentence(of) || [",", "and", "but"].contains(&self.prior(of).text.as_str());
        self.token(of).is("of") && opens
    }
}

/// A share of a number, or a smaller number of the same.
fn is_part(part: &Draft, whole: &Draft, shares: bool) -> bool {
    let Amount::Number(all) = &whole.amount else { return false };
    let countable = !whole.unit.is_empty() && whole.unit != "%" && whole.unit != "percentage points";
    match &part.amount {
        Amount::Number(some) if part.unit == "%" => {
            shares
                && !part.measure.is_some_and(|measure| measure.is_change())
                && some.approximate() <= 100.0
                && countable
        }
        Amount::Number(some) => {
            let same = part.unit.is_empty() || part.unit == whole.unit;
            let plain = !matches!(part.measure, Some(Measure::Rank | Measure::Multiple));
            countable && same && plain && some.approximate() <= all.approximate()
        }
        Amount::Fraction(..) => shares && countable && part.measure == Some(Measure::Share),
        _ => false,
    }
}
