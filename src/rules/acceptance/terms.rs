//! The terms of statements in a refusal: units, how firm a number is, its bound, the length of its period.
//!
//! **Invariant**: each word of a closed list in Chinese and English; knows no figure.

use crate::locale::Locale;
use crate::statement::{Bound, Precision, Status};

/// A built-in unit as a reader of the language calls it.
pub(super) fn unit_name(id: &'static str, locale: Locale) -> &'static str {
    match locale.catalogue().units.get(id).and_then(|forms| forms.last()) {
        Some(&"%") if locale == Locale::En => "percent",
        Some(&"%") if locale == Locale::Zh => "百分比",
        Some(name) => name,
        None => id,
    }
}

pub(super) fn status_words(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Final => ("最终数", "final"),
        Status::Preliminary => ("初步数", "preliminary"),
        Status::Revised => ("修订数", "revised"),
        Status::Estimated => ("估计数", "an estimate"),
        Status::Forecast => ("预测，不是结果", "a forecast, not a result,"),
        Status::Target => ("目标，不是结果", "a goal, not a result,"),
    }
}

pub(super) fn bound_words(bound: Bound) -> (&'static str, &'static str) {
    match bound {
        Bound::Exact => ("确数", "an exact number"),
        Bound::MoreThan | Bound::AtLeast => ("下限（超过、以上）", "a lower limit (more than, at least)"),
        Bound::LessThan | Bound::UpTo => ("上限（不足、以下）", "an upper limit (less than, at most)"),
        Bound::About => ("约数", "an approximate number"),
        Bound::Nearly => ("近于此数", "a number that is nearly reached"),
        Bound::Between => ("一个范围", "a range"),
    }
}

pub(super) fn precision_words(precision: Precision) -> (&'static str, &'static str) {
    match precision {
        Precision::Day => ("一天", "a day"),
        Precision::Month => ("一个月", "a month"),
        Precision::Months => ("几个月", "some months"),
        Precision::Quarter => ("一个季度", "a quarter"),
        Precision::Year => ("一年", "a year"),
        Precision::Years => ("几年", "some years"),
        Precision::Named => ("没有写明的时候", "a time that is not given"),
    }
}
