//! What may not be concluded from a statement, by what kind of statement it is.
//!
//! **Invariant**: one sentence a kind; the rules that refuse charts say the same with more words.

use crate::locale::Locale;
use crate::model::figure::{Figure, Value};
use crate::statement::{Bound, Form, Measure, Status};

/// A sentence in Chinese, English and Russian.
type Caution = [&'static str; 3];

const FLOOR: Caution = [
    "超出多少没有写明，不能拿来相加、相减、算增长",
    "how much more is not said: no sum, difference or growth can be computed from it",
    "насколько больше, не сказано: складывать, вычитать и считать прирост нельзя",
];
const CEILING: Caution = [
    "低多少没有写明，不能拿来相加、相减、算增长",
    "how much less is not said: no sum, difference or growth can be computed from it",
    "насколько меньше, не сказано: складывать, вычитать и считать прирост нельзя",
];
const SOFT: Caution = [
    "是约数，不能和确数比出小的差别",
    "it is approximate: small differences from exact numbers mean nothing",
    "число приблизительное: малые отличия от точных ничего не значат",
];
const BETWEEN: Caution = [
    "是一个范围，取哪一端、取中间，来源都没有说",
    "it is a range: the source does not say where in it the value lies",
    "это диапазон: где внутри него значение, источник не говорит",
];
const CLASS: Caution =
    ["是量级，不是数值", "it names a size class, not a value", "это порядок величины, а не значение"];
const OPEN_LIST: Caution = [
    "名单没有写完，个数只是写出来的个数",
    "the list goes on: the count is of what is named only",
    "список не закончен: посчитано только названное",
];
const TARGET: Caution = ["是目标，不是结果", "it is a goal, not a result", "это цель, а не результат"];
const FORECAST: Caution =
    ["是预测，不是结果", "it is a forecast, not a result", "это прогноз, а не результат"];
const NOT_FINAL: Caution = ["还会修订", "it may still be revised", "число ещё могут уточнить"];
const NO_WHOLE: Caution = [
    "来源没有写整体是什么，不能画成整体的一部分",
    "the source does not say of which whole: it cannot be shown as a part of one",
    "источник не называет целого: показывать частью целого нельзя",
];
const NO_BASE: Caution = [
    "来源没有写以什么为基数，算不出基数和增量",
    "the source does not state the base: neither base nor increase can be computed",
    "источник не называет базу: ни базу, ни прирост вычислить нельзя",
];
const MISSING: Caution =
    ["没有公布，不等于零", "not published does not mean zero", "не опубликовано не значит ноль"];
const POINTS: Caution = [
    "是百分点，不是百分之几",
    "these are percentage points, not per cent",
    "это процентные пункты, а не проценты",
];

/// The sentences for a figure, in a language.
pub fn of(f: &Figure, locale: Locale) -> Vec<&'static str> {
    let mut all: Vec<Caution> = Vec::new();
    match (f.form(), f.written_bound()) {
        (Form::Class, _) => all.push(CLASS),
        (Form::OpenList, _) => all.push(OPEN_LIST),
        (Form::Amount, Bound::MoreThan | Bound::AtLeast) => all.push(FLOOR),
        (Form::Amount, Bound::UpTo | Bound::LessThan) => all.push(CEILING),
        (Form::Amount, Bound::About | Bound::Nearly) => all.push(SOFT),
        (Form::Amount, Bound::Between) => all.push(BETWEEN),
        (Form::Amount, Bound::Exact) => {}
    }
    match f.status() {
        Status::Target => all.push(TARGET),
        Status::Forecast => all.push(FORECAST),
        Status::Final => {}
        _ => all.push(NOT_FINAL),
    }
    let has_whole = f.denominator().is_some_and(|whole| whole.stated);
    match f.measure() {
        Measure::Share if !has_whole => all.push(NO_WHOLE),
        Measure::Growth | Measure::Multiple if f.base().is_none() => all.push(NO_BASE),
        Measure::Points => all.push(POINTS),
        _ => {}
    }
    if f.value() == Value::Missing {
        all.push(MISSING);
    }
    let at = match locale {
        Locale::Zh => 0,
        Locale::En => 1,
        Locale::Ru => 2,
    };
    all.into_iter().map(|caution| caution[at]).collect()
}
