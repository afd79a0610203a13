//! Whole tables of answers that several charts share: everything as words, and amounts of any sign on an axis.
//!
//! **Invariant**: each answer names every case.

use crate::chart::acceptance::{Absence, Look, Reason, Sign, Table, Whole};
use crate::chart::answers::{amounts, any_period, any_sign, any_statement, any_whole, gaps};
use crate::statement::{Bound, Form, Measure, Precision, Status};

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
