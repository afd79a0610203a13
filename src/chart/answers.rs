//! Answers that several charts give: what they take, and what their figures must have in common.
//!
//! **Invariant**: each answer names every case; a chart that differs writes its own.

mod sharing;
mod size;
mod tables;

use crate::chart::acceptance::{Absence, Look, Reason, Sign, Whole};
use crate::model::ListStatus;
use crate::statement::{Bound, Form, Measure, Precision, Status};
pub use sharing::*;
pub use size::*;
pub use tables::*;

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
