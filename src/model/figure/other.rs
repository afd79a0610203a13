//! What another source prints for the same thing as a figure, and its words beside that figure.
//!
//! **Invariant**: a statement of its own, with its own bound, period and source; it never changes the figure.

use crate::locale::message::Message;
use crate::locale::number::{Format, Scale, Unit};
use crate::locale::{number, Locale, Text};
use crate::model::figure::{Figure, Period, SourceRef, Value};
use crate::model::printed::Printed;
use crate::statement::{Bound, Form};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What another source prints for the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// 他源所记数值 · what the other source prints
    pub value: Value,
    /// 单位 · unit
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(schema_with = "crate::locale::schema::unit", default))]
    pub unit: Arc<Unit>,
    /// 限定 · bound
    #[serde(default)]
    #[cfg_attr(
        feature = "author",
        schemars(schema_with = "crate::model::vocabulary::bound_schema", default)
    )]
    pub bound: Bound,
    /// 写的是什么；缺省为数值 · what is printed; absent: a number
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(schema_with = "crate::model::vocabulary::form_schema", default))]
    pub form: Form,
    /// 原文限定词，或写成文字的数（三分之一） · the word of the bound as printed, or the number in words (a third)
    #[serde(default)]
    pub printed: Printed,
    /// 期间 · period
    pub period: Period,
    /// 来源 · source
    pub source: SourceRef,
    /// 口径差别 · how it differs
    pub note: Option<Text>,
}

impl Other {
    /// Returns what it says, beside a figure: in the same power of ten where the unit is the same.
    pub fn display(&self, beside: &Figure, locale: Locale) -> String {
        let format = if self.unit.id == beside.unit.id { beside.format } else { Format::Plain };
        let scale = Scale::Printed(format);
        match self.value {
            Value::Number(d) => {
                let printed = self.printed.word(locale);
                number::phrase(d, &self.unit, scale, self.bound, self.form, printed, locale).to_string()
            }
            Value::Range(low, high) => number::range_phrase(low, high, &self.unit, scale, locale).to_string(),
            Value::Date(date) => date.display(locale),
            Value::Missing => Message::NotFound.get(locale).to_string(),
            Value::NotApplicable => Message::NotApplicable.get(locale).to_string(),
        }
    }
}
