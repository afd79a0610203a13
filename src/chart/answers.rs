//! Answers that several charts give: what they take, and what their figures must have in common.
//!
//! **Invariant**: each answer names every case; a chart that differs writes its own.

use crate::chart::acceptance::{Absence, Look, Reason, Refusal, Sign, Slot, Table, Whole};
use crate::model::figure::Figure;
use crate::model::{Facts, ListStatus};
use crate::statement::{Bound, Form, Measure, Precision, Status};

/// The mark of a result by its bound, for charts whose marks end at their number and can be open or soft there.
pub fn closed_open_or_soft(bound: Bound) -> Result<Look, Reason> {
    match bound {
        Bound::Exact => Ok(Look::Solid),
        Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::UpTo => Ok(Look::Open),
        Bound::About => Ok(Look::Soft),
        Bound::Nearly | Bound::Between => Err(Reason::Bound(bound)),
    }
}

/// The mark of a result by its bound, for charts with a mark for each of them.
pub fn any_bound(bound: Bound) -> Result<Look, Reason> {
    match bound {
        Bound::Exact => Ok(Look::Solid),
        Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::UpTo => Ok(Look::Open),
        Bound::About | Bound::Nearly => Ok(Look::Soft),
        Bound::Between => Ok(Look::Range),
    }
}

/// The mark of any statement, for charts with a mark for each bound and an outline for what has not happened.
pub fn any_statement(status: Status, bound: Bound) -> Result<Look, Reason> {
    match status {
        Status::Final | Status::Preliminary | Status::Revised | Status::Estimated => any_bound(bound),
        Status::Forecast | Status::Target => any_bound(bound).map(|_| Look::Outline),
    }
}

/// The mark of a result by its bound, for charts that show a number and what may lie beyond it, but nothing soft.
pub fn closed_or_open(bound: Bound) -> Result<Look, Reason> {
    match bound {
        Bound::Exact => Ok(Look::Solid),
        Bound::MoreThan | Bound::AtLeast => Ok(Look::Open),
        Bound::LessThan | Bound::UpTo | Bound::About | Bound::Nearly | Bound::Between => {
            Err(Reason::Bound(bound))
        }
    }
}

/// The mark of a result by its bound, for charts whose marks say one number and nothing else.
pub fn closed(bound: Bound) -> Result<Look, Reason> {
    match bound {
        Bound::Exact => Ok(Look::Solid),
        Bound::MoreThan
        | Bound::AtLeast
        | Bound::LessThan
        | Bound::UpTo
        | Bound::About
        | Bound::Nearly
        | Bound::Between => Err(Reason::Bound(bound)),
    }
}

/// Refuses goals and forecasts, and asks for the mark of a result.
pub fn result(status: Status, look: Result<Look, Reason>) -> Result<Look, Reason> {
    match status {
        Status::Final | Status::Preliminary | Status::Revised | Status::Estimated => look,
        Status::Forecast | Status::Target => Err(Reason::NoResult(status)),
    }
}

/// Refuses results, and asks for the mark of a goal or a forecast.
pub fn goal(status: Status, look: Result<Look, Reason>) -> Result<Look, Reason> {
    match status {
        Status::Target | Status::Forecast => look.map(|_| Look::Outline),
        Status::Final | Status::Preliminary | Status::Revised | Status::Estimated => Err(Reason::NoGoal),
    }
}

/// Takes lists of what is, each item with the mark of a result.
pub fn list_of_results(status: ListStatus) -> Result<Look, Reason> {
    match status {
        ListStatus::Stated => Ok(Look::Solid),
        ListStatus::Target => Err(Reason::NoResult(Status::Target)),
    }
}

/// Takes lists of aims, each item as a dashed outline.
pub fn list_of_aims(status: ListStatus) -> Result<Look, Reason> {
    match status {
        ListStatus::Target => Ok(Look::Outline),
        ListStatus::Stated => Err(Reason::NoGoal),
    }
}

/// Takes any list, as words that say what it is.
pub fn list_in_words(status: ListStatus) -> Result<Look, Reason> {
    match status {
        ListStatus::Stated | ListStatus::Target => Ok(Look::Words),
    }
}

/// Takes numbers only.
pub fn amounts(form: Form) -> Result<(), Reason> {
    match form {
        Form::Amount => Ok(()),
        Form::Class => Err(Reason::Class),
        Form::OpenList => Err(Reason::OpenList),
    }
}

/// Takes what is counted or measured in a unit of its own; a change is no amount.
pub fn sizes(measure: Measure) -> Result<(), Reason> {
    match measure {
        Measure::Level | Measure::Flow | Measure::Count => Ok(()),
        Measure::Growth | Measure::Change | Measure::Points => Err(Reason::Change),
        Measure::Share
        | Measure::Rate
        | Measure::Multiple
        | Measure::Ratio
        | Measure::Rank
        | Measure::Index
        | Measure::Date => Err(Reason::Measure(measure)),
    }
}

/// Takes shares of a whole.
pub fn shares(measure: Measure) -> Result<(), Reason> {
    match measure {
        Measure::Share => Ok(()),
        Measure::Level
        | Measure::Flow
        | Measure::Count
        | Measure::Rate
        | Measure::Growth
        | Measure::Change
        | Measure::Points
        | Measure::Multiple
        | Measure::Ratio
        | Measure::Rank
        | Measure::Index
        | Measure::Date => Err(Reason::NotAShare),
    }
}

/// Takes any period, dated or not: for charts that show no time.
pub fn any_period(precision: Precision) -> Result<(), Reason> {
    match precision {
        Precision::Day
        | Precision::Month
        | Precision::Months
        | Precision::Quarter
        | Precision::Year
        | Precision::Years
        | Precision::Named => Ok(()),
    }
}

/// Refuses what has no number.
pub fn numbers(absence: Absence) -> Result<Look, Reason> {
    match absence {
        Absence::Missing => Err(Reason::Missing),
        Absence::NotApplicable => Err(Reason::NotApplicable),
    }
}

/// Takes any sign: for charts whose axis goes below zero, with zero marked.
pub fn any_sign(sign: Sign) -> Result<(), Reason> {
    match sign {
        Sign::Negative | Sign::Zero | Sign::Positive => Ok(()),
    }
}

/// Takes what has no number, as an empty place that says so.
pub fn gaps(absence: Absence) -> Result<Look, Reason> {
    match absence {
        Absence::Missing | Absence::NotApplicable => Ok(Look::Gap),
    }
}

/// Refuses what lies below zero.
pub fn not_below_zero(sign: Sign) -> Result<(), Reason> {
    match sign {
        Sign::Negative => Err(Reason::Negative),
        Sign::Zero | Sign::Positive => Ok(()),
    }
}

/// Takes any whole: for charts that draw no whole.
pub fn any_whole(whole: Whole) -> Result<(), Reason> {
    match whole {
        Whole::Stated | Whole::Noted | Whole::Unknown => Ok(()),
    }
}

/// Takes everything, as its printed phrase.
pub struct Words;

impl Table for Words {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Level
            | Measure::Flow
            | Measure::Count
            | Measure::Share
            | Measure::Rate
            | Measure::Growth
            | Measure::Change
            | Measure::Points
            | Measure::Multiple
            | Measure::Ratio
            | Measure::Rank
            | Measure::Index
            | Measure::Date => Ok(()),
        }
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        match (status, bound) {
            (
                Status::Final
                | Status::Preliminary
                | Status::Revised
                | Status::Estimated
                | Status::Forecast
                | Status::Target,
                Bound::Exact
                | Bound::MoreThan
                | Bound::AtLeast
                | Bound::LessThan
                | Bound::UpTo
                | Bound::About
                | Bound::Nearly
                | Bound::Between,
            ) => Ok(Look::Words),
        }
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        match form {
            Form::Amount | Form::Class | Form::OpenList => Ok(()),
        }
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        match sign {
            Sign::Negative | Sign::Zero | Sign::Positive => Ok(()),
        }
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        match absence {
            Absence::Missing | Absence::NotApplicable => Ok(Look::Words),
        }
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

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
        // a change is of no whole
        if !like.measure().is_change() && !same_whole(like, figure) {
            all.push(Refusal::of(slot, Reason::MixedWhole(with)));
        }
        if !same_definition(like, figure) {
            all.push(Refusal::of(slot, Reason::MixedDefinition(with)));
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
        figure => figure.states_other_prices(of).then_some(Reason::MixedPrices(first.figure)),
    };
    changes.filter_map(|slot| Some(Refusal::of(slot, reason(slot)?))).collect()
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

/// Amounts and changes on an axis that goes below zero.
pub struct OfAnySign;

impl Table for OfAnySign {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Level | Measure::Flow | Measure::Count | Measure::Share | Measure::Rate => Ok(()),
            Measure::Growth | Measure::Change | Measure::Points => Ok(()),
            Measure::Multiple | Measure::Ratio | Measure::Rank | Measure::Index | Measure::Date => {
                Err(Reason::Measure(measure))
            }
        }
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        any_statement(status, bound)
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        any_sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        gaps(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

/// Whether a number that is not zero would be thinner than a pixel on a scale of so many px.
pub fn too_small(figure: &Figure, (low, high): (f64, f64), room: f64) -> bool {
    let is_small = |value: f64| value != 0.0 && value.abs() / (high - low) * room < 1.0;
    figure.ends().is_some_and(|(low, high)| is_small(low) || is_small(high))
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
