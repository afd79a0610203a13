//! A figure is a statement, not a number: value, bound, unit, period, source.
//!
//! **Invariant**: fields are private to the story room; a `Figure` that exists has a source that exists, a unit where
//! its value is a number, and a value of the kind it claims.

use crate::locale::date::{Date, Part};
use crate::locale::number;
use crate::locale::number::{Decimal, Format, Phrase, Unit};
use crate::locale::{Locale, Text};
use crate::model::interval::Interval;
use crate::statement::{Bound, Form, Measure, Precision, Status};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Index of a figure in its story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FigureIx(pub(crate) usize);

impl FigureIx {
    pub fn get(self) -> usize {
        self.0
    }
}

/// Index of a source in its story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceIx(pub(crate) usize);

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    Number(Decimal),
    /// From the lower to the higher of two printed numbers.
    Range(Decimal, Decimal),
    Date(Date),
    /// Not published; drawn as a gap, never as 0.
    Missing,
    /// There can be no such number.
    NotApplicable,
}

#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Period {
    pub text: Text,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub inferred: bool,
    /// plan, trailing, quarter, average, undated.
    pub window: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Denominator {
    pub id: String,
    pub text: Text,
    pub stated: bool,
}

impl Period {
    /// How precisely it is dated.
    pub fn precision(&self) -> Precision {
        let Some(start) = self.start.or(self.end) else { return Precision::Named };
        let end = self.end.unwrap_or(start);
        if start != end {
            return if start.year == end.year { Precision::Months } else { Precision::Years };
        }
        match start.part {
            Part::Year => Precision::Year,
            Part::Quarter(_) => Precision::Quarter,
            Part::Month(_) => Precision::Month,
            Part::Day(..) => Precision::Day,
        }
    }
}

/// Where a statement was read.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceRef {
    pub source: SourceIx,
    /// Paragraph of the article, from 1.
    pub paragraph: Option<u32>,
}

/// What another source prints for the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Other {
    pub value: Value,
    pub unit: Arc<Unit>,
    pub bound: Bound,
    pub form: Form,
    pub printed: String,
    pub period: Text,
    pub source: SourceRef,
    pub note: Option<Text>,
}

/// How a derived figure comes about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Derivation {
    pub operation: Operation,
    pub inputs: Vec<FigureIx>,
    /// For conversions: multiply by the first, divide by the second.
    pub factor: (i64, i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operation {
    Sum,
    Difference,
    Ratio,
    Share,
    Convert,
}

/// There may be fifty thousand in a browser's 64 MiB: what few have is boxed, what the points of a series share is shared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    pub(crate) id: String,
    pub(crate) label: Arc<Text>,
    pub(crate) value: Value,
    pub(crate) unit: Arc<Unit>,
    pub(crate) measure: Measure,
    pub(crate) bound: Bound,
    pub(crate) status: Status,
    pub(crate) form: Form,
    pub(crate) printed: String,
    pub(crate) format: Format,
    pub(crate) name: Option<Box<Text>>,
    pub(crate) period: Period,
    pub(crate) base: Option<Box<Text>>,
    pub(crate) denominator: Option<Arc<Denominator>>,
    pub(crate) part_of: Option<String>,
    pub(crate) disjoint_with: Vec<String>,
    pub(crate) deadline: Option<Box<Text>>,
    pub(crate) counted: bool,
    pub(crate) derivation: Option<Box<Derivation>>,
    pub(crate) source: SourceRef,
    pub(crate) note: Option<Box<Text>>,
    pub(crate) others: Vec<Other>,
    /// Which definition a point of a series follows; empty outside series.
    pub(crate) definition: Arc<str>,
    /// JSON path or CSV row it was read from, for messages.
    pub(crate) path: String,
}

impl Figure {
    pub fn id(&self) -> &str {
        &self.id
    }
    pub fn label(&self) -> &Text {
        &self.label
    }
    pub fn value(&self) -> Value {
        self.value
    }
    pub fn unit(&self) -> &Unit {
        &self.unit
    }
    pub fn measure(&self) -> Measure {
        self.measure
    }
    pub fn bound(&self) -> Bound {
        self.bound
    }
    pub fn status(&self) -> Status {
        self.status
    }
    pub fn form(&self) -> Form {
        self.form
    }
    /// The word of its bound as the source prints it; empty for exact figures.
    pub fn printed(&self) -> &str {
        &self.printed
    }
    pub fn format(&self) -> Format {
        self.format
    }
    pub fn name(&self) -> Option<&Text> {
        self.name.as_deref()
    }
    pub fn period(&self) -> &Period {
        &self.period
    }
    pub fn base(&self) -> Option<&Text> {
        self.base.as_deref()
    }
    pub fn denominator(&self) -> Option<&Denominator> {
        self.denominator.as_deref()
    }
    pub fn part_of(&self) -> Option<&str> {
        self.part_of.as_deref()
    }
    pub fn deadline(&self) -> Option<&Text> {
        self.deadline.as_deref()
    }
    pub fn counted(&self) -> bool {
        self.counted
    }
    pub fn derivation(&self) -> Option<&Derivation> {
        self.derivation.as_deref()
    }
    pub fn source(&self) -> SourceRef {
        self.source
    }
    pub fn note(&self) -> Option<&Text> {
        self.note.as_deref()
    }
    pub fn others(&self) -> &[Other] {
        &self.others
    }
    pub fn definition(&self) -> &str {
        &self.definition
    }

    /// The date at which it may stand on a time axis: its own value, or the start of its period.
    pub fn date(&self) -> Option<Date> {
        match self.value {
            Value::Date(date) => Some(date),
            _ => self.period.start.filter(|_| !self.is_undated()),
        }
    }

    /// Its period is known, but not when in it.
    pub(crate) fn is_undated(&self) -> bool {
        self.period.window.as_deref() == Some("undated")
    }

    /// Words stand for its number.
    pub fn is_named(&self) -> bool {
        self.name.is_some()
    }

    /// It is a part of another figure's whole.
    pub fn is_part(&self) -> bool {
        self.part_of.is_some()
    }

    /// The number, where it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self.value {
            Value::Number(d) => Some(d),
            _ => None,
        }
    }

    /// Where its true value may lie; nothing for a date, for what has no number and for a size class, which is no amount.
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

    /// An aim, not a result.
    pub fn is_target(&self) -> bool {
        self.status == Status::Target
    }

    /// The name of a size class, not a number.
    pub fn is_class(&self) -> bool {
        self.form == Form::Class
    }

    /// What is said of its number in one word of the format: its bound, or `class` or `open_list`.
    pub fn said(&self) -> &'static str {
        match self.form {
            Form::Amount => self.bound.name(),
            Form::Class | Form::OpenList => self.form.name(),
        }
    }

    /// The number as a float; 0 where there is none (callers that draw check `number` first).
    pub fn amount(&self) -> f64 {
        self.number().map_or(0.0, Decimal::to_f64)
    }

    /// The printed phrase in its parts.
    pub fn phrase(&self, locale: Locale) -> Phrase {
        if let Some(name) = &self.name {
            return Phrase { digits: name.get(locale).to_string(), ..Phrase::default() };
        }
        match self.value {
            Value::Number(d) => {
                number::phrase(d, &self.unit, self.format, self.bound, self.form, &self.printed, locale)
            }
            Value::Range(low, high) => number::range_phrase(low, high, &self.unit, self.format, locale),
            Value::Date(date) => Phrase { digits: date.display(locale), ..Phrase::default() },
            Value::Missing => {
                Phrase { digits: locale.pick("未公布", "not published").to_string(), ..Phrase::default() }
            }
            Value::NotApplicable => {
                Phrase { digits: locale.pick("不适用", "not applicable").to_string(), ..Phrase::default() }
            }
        }
    }

    /// The printed phrase as one string: 超过80%, 33000余人, 1955年10月29日.
    pub fn display(&self, locale: Locale) -> String {
        self.phrase(locale).to_string()
    }
}

impl Other {
    pub fn display(&self, locale: Locale) -> String {
        match self.value {
            Value::Number(d) => {
                number::phrase(d, &self.unit, Format::Plain, self.bound, self.form, &self.printed, locale)
                    .to_string()
            }
            Value::Range(low, high) => {
                number::range_phrase(low, high, &self.unit, Format::Plain, locale).to_string()
            }
            Value::Date(date) => date.display(locale),
            Value::Missing => locale.pick("未公布", "not published").to_string(),
            Value::NotApplicable => locale.pick("不适用", "not applicable").to_string(),
        }
    }
}
