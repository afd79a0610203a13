//! What a timeline takes: events with a date, and years counted from the first of them.
//!
//! **Invariant**: each answer names every case.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::statement::{Bound, Form, Measure, Precision, Status};

/// Dates, and whatever else its source dates.
pub struct Events;

impl Table for Events {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        Words.measure(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        // its place is its date; its number, if it has one, is told in words
        match status {
            Status::Final | Status::Preliminary | Status::Revised | Status::Estimated => {
                Words.look(status, bound).map(|_| Look::Solid)
            }
            Status::Forecast | Status::Target => Words.look(status, bound).map(|_| Look::Outline),
        }
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        Words.form(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        Words.sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        Words.absence(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

/// Years that are counted from the first event.
pub struct Span;

impl Table for Span {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        not_below_zero(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        numbers(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}
