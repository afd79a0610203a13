//! Which numbers the marks of a chart can show: as whole marks, at least a pixel high, within a whole.
//!
//! **Invariant**: compares numbers with what there is room for; a number is never rounded to fit.

use crate::chart::acceptance::{Reason, Slot};
use crate::model::figure::Figure;
use crate::model::Facts;
use crate::statement::Measure;

/// Whether a number that is not zero would be thinner than a pixel on a scale of so many px.
pub fn too_small(figure: &Figure, (low, high): (f64, f64), room: f64) -> bool {
    let is_small = |value: f64| value != 0.0 && value.abs() / (high - low) * room < 1.0;
    figure.ends().is_some_and(|(low, high)| is_small(low) || is_small(high))
}

/// The largest number of some slots; 0 where there is none.
pub fn largest(facts: &Facts, slots: &[Slot]) -> f64 {
    slots.iter().map(|slot| facts.figure(slot.figure).amount()).fold(0.0, f64::max)
}

/// Most marks of one field or stack that a reader's browser moves smoothly.
pub const MOST_MARKS: f64 = 10_000.0;

/// Whether a number is a whole number of marks, and no more than `most`.
pub fn whole_marks(facts: &Facts, slot: &Slot, most: f64) -> Option<Reason> {
    let amount = facts.figure(slot.figure).amount();
    if amount > most {
        Some(Reason::AtMost(most as u32))
    } else if amount > 0.0 && amount.fract() != 0.0 {
        Some(Reason::Broken)
    } else {
        None
    }
}

/// As `whole_marks`, of outlines: at least one, and all together no more than `most`.
pub fn outlines(facts: &Facts, slot: &Slot, all: f64, most: f64) -> Option<Reason> {
    if all > most {
        return Some(Reason::AtMost(most as u32));
    }
    let amount = facts.figure(slot.figure).amount();
    (amount < 1.0 || amount.fract() != 0.0).then_some(Reason::Broken)
}

/// Whether a share in percent lies within its whole, and is 0 or at least so many percent.
pub fn part_of_whole(facts: &Facts, slot: &Slot, least: f64) -> Option<Reason> {
    let figure = facts.figure(slot.figure);
    let amount = figure.amount();
    if figure.measure() == Measure::Share && !figure.unit().is_percent() {
        Some(Reason::Unit("percent"))
    } else if amount > 100.0 {
        Some(Reason::BeyondWhole)
    } else if amount > 0.0 && amount < least {
        Some(Reason::TooSmall)
    } else {
        None
    }
}
