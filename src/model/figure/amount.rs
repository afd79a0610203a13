//! What may be counted with and drawn of a figure: its number, its ends, and where its true value may lie.
//!
//! **Invariant**: no number is made up: what has none answers with nothing, and an end that no source states stays open.

use crate::locale::number::Decimal;
use crate::model::figure::{Figure, Value};
use crate::model::interval::Interval;
use crate::statement::{Bound, Form};

impl Figure {
    /// The number, where it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self.value {
            Value::Number(d) => Some(d),
            _ => None,
        }
    }

    /// Where its true value may lie; nothing for a date, for what has no number and for a size class, which is no
    /// amount.
    pub fn interval(&self) -> Option<Interval> {
        match (self.value, self.form) {
            (Value::Date(_) | Value::Missing | Value::NotApplicable, _) | (_, Form::Class) => None,
            (Value::Range(low, high), _) => Some(Interval::range(low, high)),
            (Value::Number(number), Form::OpenList) => Some(Interval::open_list(number)),
            (Value::Number(number), Form::Amount) => Some(Interval::new(number, self.bound)),
        }
    }

    /// It is anything but one plain number: no arithmetic with it.
    pub fn is_bounded(&self) -> bool {
        self.bound != Bound::Exact || self.form != Form::Amount
    }

    /// Its mark goes on upward from its number, for nobody says how far.
    pub fn opens_up(&self) -> bool {
        self.form == Form::Amount && self.interval().is_some_and(|i| i.opens_up())
    }

    /// Its mark goes on downward from its number.
    pub fn opens_down(&self) -> bool {
        self.form == Form::Amount && self.interval().is_some_and(|i| i.opens_down())
    }

    /// The number at its closed end is meant too: 以上, 以下.
    pub fn is_inclusive(&self) -> bool {
        self.form == Form::Amount && self.interval().is_some_and(|i| i.is_inclusive())
    }

    /// Its mark has a soft edge, for its value lies somewhere near the number: 约, 近.
    pub fn is_soft(&self) -> bool {
        self.interval().is_some_and(|i| i.is_soft())
    }

    /// The number as a float; 0 where there is none (callers that draw check `number` first).
    pub fn amount(&self) -> f64 {
        self.number().map_or(0.0, Decimal::to_f64)
    }

    /// The lower and the higher of its numbers, equal where it prints one; nothing where there is none.
    pub fn ends(&self) -> Option<(f64, f64)> {
        match self.value {
            Value::Number(number) => Some((number.to_f64(), number.to_f64())),
            Value::Range(a, b) => {
                let (a, b) = (a.to_f64(), b.to_f64());
                Some((a.min(b), a.max(b)))
            }
            Value::Date(_) | Value::Missing | Value::NotApplicable => None,
        }
    }

    /// Its bound, as words say it of the number that is written: of a change it is about the size; another number below
    /// zero has more below it where its source says "more than".
    pub fn written_bound(&self) -> Bound {
        let below = self.number().is_some_and(|number| number.mantissa < 0);
        match self.bound {
            bound if !below || self.measure.is_change() => bound,
            Bound::MoreThan => Bound::LessThan,
            Bound::LessThan => Bound::MoreThan,
            Bound::AtLeast => Bound::UpTo,
            Bound::UpTo => Bound::AtLeast,
            bound @ (Bound::Exact | Bound::About | Bound::Nearly | Bound::Between) => bound,
        }
    }
}
