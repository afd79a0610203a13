//! What figures that stand beside each other must have in common: unit, whole, definition, base, period.
//!
//! **Invariant**: a refusal names the first figure that the refused one does not go with.

use crate::chart::acceptance::{Reason, Refusal, Slot};
use crate::model::figure::Figure;
use crate::model::Facts;
use crate::statement::Measure;

/// Whether two figures that share a scale may: same unit, and for shares and rates the same whole, for changes the
/// same base.
pub fn one_scale(facts: &Facts, slots: &[Slot]) -> Vec<Refusal> {
    let Some((first, rest)) = slots.split_first() else { return Vec::new() };
    let like = facts.figure(first.figure);
    let mut all = Vec::new();
    for slot in rest {
        let figure = facts.figure(slot.figure);
        let with = first.figure;
        if figure.unit().id != like.unit().id {
            all.push(Refusal::of(slot, Reason::MixedUnit(with)));
        } else if family(figure.measure()) != family(like.measure()) {
            all.push(Refusal::of(slot, Reason::MixedMeasure(with)));
        }
        // a change is of no whole, and of unlike units that is reason enough
        let is_alike = figure.unit().id == like.unit().id;
        if is_alike && !like.measure().is_change() && !same_whole(like, figure) {
            all.push(Refusal::of(slot, Reason::MixedWhole(with)));
        }
        if !same_definition(like, figure) {
            all.push(Refusal::of(slot, Reason::MixedDefinition(with)));
        } else if facts.are_at_unlike_prices(like, figure) {
            all.push(Refusal::of(slot, Reason::MixedPrices(with)));
        }
    }
    all
}

/// Whether the only number of an axis of time is a change.
pub fn one_change(facts: &Facts, slots: &[Slot]) -> Option<Refusal> {
    let mut numbers = slots.iter().filter(|slot| facts.figure(slot.figure).ends().is_some());
    let (only, None) = (numbers.next()?, numbers.next()) else { return None };
    facts.figure(only.figure).measure().is_change().then(|| Refusal::of(only, Reason::OneChange))
}

/// Whether changes that stand side by side are changes from one base.
pub fn one_base(facts: &Facts, slots: &[Slot]) -> Vec<Refusal> {
    let has_base = |slot: &&Slot| {
        let measure = facts.figure(slot.figure).measure();
        measure.is_change() || matches!(measure, Measure::Multiple | Measure::Index)
    };
    let mut changes = slots.iter().filter(has_base);
    let Some(first) = changes.next() else { return Vec::new() };
    let of = facts.figure(first.figure);
    let reason = |slot: &Slot| match facts.figure(slot.figure) {
        figure if !figure.has_base_of(of) => Some(Reason::MixedBase(first.figure)),
        // other words for prices are told where the two are not known to be unlike ones
        figure => (figure.states_other_prices(of) && !facts.are_at_unlike_prices(of, figure))
            .then_some(Reason::MixedPrices(first.figure)),
    };
    changes.filter_map(|slot| Some(Refusal::of(slot, reason(slot)?))).collect()
}

/// Whether of two figures that a line joins one is what there is at a time and the other what comes over a time: no
/// amount went from one to the other.
pub fn not_both_of_a_time(facts: &Facts, (a, b): (&Slot, &Slot)) -> Option<Refusal> {
    let is_flow = |slot: &Slot| match facts.figure(slot.figure).measure() {
        Measure::Flow => Some(true),
        Measure::Level => Some(false),
        _ => None,
    };
    let (own, other) = is_flow(a).zip(is_flow(b))?;
    (own != other).then(|| Refusal::of(b, Reason::MixedMeasure(a.figure)))
}

/// Whether figures that stand side by side are of one period.
pub fn one_period(facts: &Facts, slots: &[Slot]) -> Vec<Refusal> {
    let Some((first, rest)) = slots.split_first() else { return Vec::new() };
    let period = |slot: &Slot| facts.figure(slot.figure).period();
    let other = |slot: &&Slot| !period(slot).is_same(period(first));
    rest.iter().filter(other).map(|slot| Refusal::of(slot, Reason::MixedPeriod(first.figure))).collect()
}

/// The lowest and the highest number of some figures, and 0.
pub fn range_with_zero<'f>(figures: impl Iterator<Item = &'f Figure>) -> (f64, f64) {
    figures
        .filter_map(Figure::ends)
        .fold((0.0, 0.0), |(low, high): (f64, f64), (a, b)| (low.min(a), high.max(b)))
}

/// Whether neither is a share, or both are of one known whole.
pub fn same_whole(a: &Figure, b: &Figure) -> bool {
    let is_share =
        |f: &Figure| matches!(f.measure(), Measure::Share | Measure::Rate) || f.unit().is_percent();
    if !is_share(a) && !is_share(b) {
        return true;
    }
    match (a.denominator(), b.denominator()) {
        (Some(x), Some(y)) => x.id == y.id,
        _ => false,
    }
}

/// Whether two points of one series follow one definition; what is of no series follows none that could differ.
fn same_definition(a: &Figure, b: &Figure) -> bool {
    let series = |f: &Figure| f.id().split_once('@').map(|(series, _)| series.to_string());
    series(a).is_none() || series(a) != series(b) || a.definition() == b.definition()
}

/// Measures whose numbers may stand on one scale: amounts of a unit with each other, everything else with its like
/// only.
fn family(measure: Measure) -> Measure {
    match measure {
        Measure::Level | Measure::Flow | Measure::Count => Measure::Level,
        Measure::Share
        | Measure::Rate
        | Measure::Growth
        | Measure::Change
        | Measure::Points
        | Measure::Multiple
        | Measure::Ratio
        | Measure::Rank
        | Measure::Index
        | Measure::Date => measure,
    }
}
