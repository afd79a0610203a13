//! A figure is a statement, not a number: value, bound, unit, period, source.
//!
//! **Invariant**: fields are private to the story room; a `Figure` that exists has a source that exists, a unit where
//! its value is a number, and a value of the kind it claims.

use crate::locale::date::{Date, Part};
use crate::locale::message::Message;
use crate::locale::number;
use crate::locale::number::{Decimal, Format, Phrase, Scale, Unit};
use crate::locale::{Locale, Text};
use crate::model::interval::Interval;
use crate::model::printed::Printed;
use crate::statement::{Bound, Form, Measure, Precision, Status};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
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

/// What a story's file says where no such number can exist.
pub const NOT_APPLICABLE: &str = "not_applicable";

/// In a story's file a number, two numbers for a range, a date, null or `not_applicable`.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize, Deserialize)]
pub enum Value {
    Number(Decimal),
    /// From the lower to the higher of two printed numbers.
    Range(Decimal, Decimal),
    Date(Date),
    /// Not published; drawn as a gap, never as 0.
    #[default]
    Missing,
    /// There can be no such number.
    NotApplicable,
}

#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    #[cfg_attr(feature = "author", schemars(flatten))]
    pub text: Text,
    /// 起：2016、2020-10 或 2021Q1 · start: 2016, 2020-10 or 2021Q1
    pub start: Option<Date>,
    /// 止 · end
    pub end: Option<Date>,
    /// 期间系推断 · the period is inferred
    #[serde(default)]
    pub inferred: bool,
    /// 期间的性质 · nature of the window
    pub window: Option<Window>,
}

/// What a period is besides its first and last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Window {
    Plan,
    Trailing,
    Quarter,
    Average,
    Undated,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Denominator {
    /// 分母代号；同号才可比 · id; only equal ids may be compared
    pub id: String,
    #[cfg_attr(feature = "author", schemars(flatten))]
    pub text: Text,
    /// 来源是否写明 · whether the source states it
    #[serde(default = "yes")]
    pub stated: bool,
}

fn yes() -> bool {
    true
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

    /// Both are one time: by their first and last days, where both are dated; else by their words. 2025年上半年 is
    /// January to June 2025.
    pub fn is_same(&self, other: &Period) -> bool {
        let days = |period: &Period| {
            let start = period.start?;
            Some((start.first_day(), period.end.unwrap_or(start).last_day()))
        };
        match (days(self), days(other)) {
            (Some(own), Some(others)) => own == others,
            _ => self.text == other.text,
        }
    }
}

/// Where a statement was read.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SourceRef {
    /// 来源的代号 · id of the source
    #[serde(rename = "id")]
    pub source: SourceIx,
    /// 原文第几段 · paragraph of the article
    pub paragraph: Option<u32>,
}

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

/// How a derived figure comes about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// 运算 · operation
    pub operation: Operation,
    /// 用到的数字 · input figures
    pub inputs: Vec<FigureIx>,
    /// 换算系数，写成分数，如 10000/15 · factor as a fraction, such as 10000/15
    pub factor: Option<Factor>,
    /// 保留几位小数 · decimals kept
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(range(max = 6)))]
    pub places: u8,
}

/// What a conversion multiplies by, and what it divides by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Factor(pub i64, pub i64);

impl Factor {
    /// Reads `10000/15` or `15`; a divisor is above 0.
    pub fn parse(text: &str) -> Option<Factor> {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        let below = below.trim().parse().ok().filter(|below| *below > 0)?;
        Some(Factor(above.trim().parse().ok()?, below))
    }
}

impl<'de> Deserialize<'de> for Factor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let (above, below) = Deserialize::deserialize(deserializer)?;
            return Ok(Factor(above, below));
        }
        let text = String::deserialize(deserializer)?;
        Factor::parse(&text).ok_or_else(|| Error::custom("no fraction"))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    Sum,
    Difference,
    Ratio,
    Share,
    Convert,
}

/// There may be fifty thousand in a browser's 64 MiB: what few have is boxed, what the points of a series share is
/// shared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    #[cfg_attr(feature = "author", schemars(skip))]
    pub(crate) id: String,
    /// 图上名称，短 · short name drawn in charts
    #[cfg_attr(feature = "author", schemars(with = "crate::locale::schema::Remark"))]
    pub(crate) label: Arc<Text>,
    /// 所印数值、日期或 [低, 高]；null 为未公布 · number, date or [low, high] as printed; null: not published
    #[serde(default)]
    pub(crate) value: Value,
    /// 单位 · unit
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(schema_with = "crate::locale::schema::unit", default))]
    pub(crate) unit: Arc<Unit>,
    /// 量的是什么 · what it measures
    #[cfg_attr(feature = "author", schemars(schema_with = "crate::model::vocabulary::measure_schema"))]
    pub(crate) measure: Measure,
    /// 限定；缺省为确数 · bound; absent: exact
    #[serde(default)]
    #[cfg_attr(
        feature = "author",
        schemars(schema_with = "crate::model::vocabulary::bound_schema", default)
    )]
    pub(crate) bound: Bound,
    /// 状态；缺省为终值 · how firm it is; absent: final
    #[serde(default)]
    #[cfg_attr(
        feature = "author",
        schemars(schema_with = "crate::model::vocabulary::status_schema", default)
    )]
    pub(crate) status: Status,
    /// 写的是什么；缺省为数值 · what is printed; absent: a number
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(schema_with = "crate::model::vocabulary::form_schema", default))]
    pub(crate) form: Form,
    /// 原文限定词：超、余、以上、约…；或写成文字的数：三分之一、翻一番 · the word of the bound as printed; or the number in words: a third, doubled
    #[serde(default)]
    pub(crate) printed: Printed,
    /// 名次所在的总数：21 个里的第 3 · of how many a rank is one: 3rd of 21
    #[cfg_attr(feature = "author", schemars(range(min = 2)))]
    pub(crate) of: Option<u32>,
    /// 按万、亿或千、百万、十亿写 · printed in 万 or 亿, or in thousands, millions or billions
    #[serde(default)]
    pub(crate) format: Format,
    /// 量级的名称 · name of a size class
    pub(crate) name: Option<Box<Text>>,
    /// 期间 · period
    pub(crate) period: Period,
    /// 增速的基期 · base period of a growth rate
    pub(crate) base: Option<Arc<Text>>,
    /// 比例的分母 · denominator of a share
    pub(crate) denominator: Option<Arc<Denominator>>,
    /// 来源写明的整体 · the whole, where the source states it
    pub(crate) part_of: Option<String>,
    /// 写明互不重叠者 · declared not to overlap with
    #[serde(default)]
    pub(crate) disjoint_with: Vec<FigureIx>,
    /// 目标期限 · deadline of a target
    pub(crate) deadline: Option<Box<Text>>,
    /// 由名单数出 · counted from a list
    #[serde(default)]
    pub(crate) counted: bool,
    /// 由引擎算出 · computed by the engine
    #[serde(rename = "derived")]
    pub(crate) derivation: Option<Box<Derivation>>,
    /// 来源 · source
    pub(crate) source: SourceRef,
    /// 说明 · note
    pub(crate) note: Option<Box<Text>>,
    /// 他源所记 · what other sources say
    #[serde(default)]
    pub(crate) others: Vec<Other>,
    /// Which definition a point of a series follows; empty outside series.
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(skip))]
    pub(crate) definition: Arc<str>,
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
    /// What the source prints in words: of its bound, or of the number itself.
    pub fn printed(&self) -> &Printed {
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
        self.period.window == Some(Window::Undated)
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

    /// The printed phrase in another power of ten, for labels that stand beside each other; bound word, unit and
    /// status stay.
    pub fn phrase_in(&self, scale: Scale, locale: Locale) -> Phrase {
        let status = self.status_word(locale).filter(|_| !self.is_target());
        let in_brackets = |word| Message::InBrackets.with(locale, &[word]);
        Phrase { status: status.map_or(String::new(), in_brackets), ..self.value_phrase(scale, locale) }
    }

    /// As `phrase_in`, with the direction of a fall in words where its number is exact too: down by 3.8%.
    pub fn fall_in(&self, scale: Scale, locale: Locale) -> Phrase {
        let exact = self.number().filter(|n| n.mantissa < 0 && self.measure.is_change());
        let exact = exact.filter(|_| self.bound == Bound::Exact && self.form == Form::Amount);
        let Some(number) = exact.filter(|_| self.name.is_none()) else {
            return self.phrase_in(scale, locale);
        };
        let size = Value::Number(Decimal { mantissa: -number.mantissa, ..number });
        let mut phrase = Figure { value: size, ..self.clone() }.phrase_in(scale, locale);
        let word = if self.measure == Measure::Change { Message::Decrease } else { Message::Fall };
        phrase.before.insert_str(0, word.get(locale));
        phrase
    }

    /// Returns how firm it is, in a word; nothing for what is final, and where there is no value to say it of.
    pub fn status_word(&self, locale: Locale) -> Option<&'static str> {
        if matches!(self.value, Value::Missing | Value::NotApplicable) && self.name.is_none() {
            return None;
        }
        let message = match self.status {
            Status::Final => return None,
            Status::Preliminary => Message::StatusPreliminary,
            Status::Revised => Message::StatusRevised,
            Status::Estimated => Message::StatusEstimated,
            Status::Forecast => Message::StatusForecast,
            Status::Target => Message::Goal,
        };
        Some(message.get(locale))
    }

    /// The printed phrase in its parts, with how firm it is. Aims say so in their marks and names: a sentence that
    /// quotes one has its own words for it.
    pub fn phrase(&self, locale: Locale) -> Phrase {
        self.phrase_in(Scale::Printed(self.format), locale)
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

    /// A bounded number below zero: 下降超过5%, below −5.
    fn fall(&self, number: Decimal, scale: Scale, locale: Locale) -> Option<Phrase> {
        if number.mantissa >= 0 || self.form != Form::Amount {
            return None;
        }
        let (number, bound, printed, word) = match (self.measure.is_change(), self.written_bound()) {
            (_, Bound::Exact | Bound::Between) | (false, Bound::About | Bound::Nearly) => return None,
            (true, bound) => {
                let word = if self.measure == Measure::Change { Message::Decrease } else { Message::Fall };
                (Decimal { mantissa: -number.mantissa, ..number }, bound, self.printed.word(locale), word)
            }
            (false, Bound::LessThan) => (number, Bound::Exact, "", Message::Below),
            (false, Bound::UpTo) => (number, Bound::Exact, "", Message::NotAbove),
            (false, Bound::MoreThan) => (number, Bound::Exact, "", Message::Above),
            (false, Bound::AtLeast) => (number, Bound::Exact, "", Message::NotBelow),
        };
        let phrase = number::phrase(number, &self.unit, scale, bound, self.form, printed, locale);
        Some(Phrase { before: [word.get(locale), &phrase.before].concat(), ..phrase })
    }

    /// A number that its source prints in words, in a language that has them: a third, 翻一番.
    fn in_words(&self, number: Decimal, locale: Locale) -> Option<Phrase> {
        let falls = number.mantissa < 0;
        if self.form != Form::Amount || falls && !self.measure.is_change() {
            return None;
        }
        let usual = || number::bound_phrase(self.bound, locale);
        let mut phrase = self.printed.number(self.bound, locale, usual)?;
        if falls {
            let word = if self.measure == Measure::Change { Message::Decrease } else { Message::Fall };
            phrase.before.insert_str(0, word.get(locale));
        }
        // a third says of what, and "half a million people" its people; a dozen does not
        let says_unit = self.unit.is_percent() || matches!(self.measure, Measure::Multiple | Measure::Ratio);
        let words = phrase.digits.to_lowercase();
        let named = |form: &String| words.contains(form.trim_matches(['…', ' ']).to_lowercase().as_str());
        if !says_unit && !self.unit.forms(locale).iter().any(named) {
            phrase.unit = number::plain_phrase(number, &self.unit, Scale::Shared(None), locale).unit;
        }
        Some(phrase)
    }

    /// A place in an order: 3rd of 21. An own unit with words around the digits ("第…座") is written as it is.
    fn rank(&self, number: Decimal, locale: Locale) -> Option<Phrase> {
        let forms = self.unit.forms(locale);
        let own = forms.iter().any(|form| form.contains('…'));
        if self.measure != Measure::Rank
            || self.form != Form::Amount
            || number.places > 0
            || number.mantissa < 1
            || own
        {
            return None;
        }
        // "items" names nothing
        let forms = if self.unit.id == "items" { &[] } else { forms };
        let (place, of) = (number.mantissa, self.of.map(i64::from));
        Some((locale.catalogue().rank)(number::Rank { place, of, forms, bound: self.bound }))
    }

    fn value_phrase(&self, scale: Scale, locale: Locale) -> Phrase {
        if let Some(name) = &self.name {
            return Phrase { digits: name.get(locale).to_string(), ..Phrase::default() };
        }
        let own = |number| {
            let words = || self.in_words(number, locale);
            words().or_else(|| self.rank(number, locale)).or_else(|| self.fall(number, scale, locale))
        };
        if let Some(phrase) = self.number().and_then(own) {
            return phrase;
        }
        match self.value {
            Value::Number(d) => {
                let printed = self.printed.word(locale);
                number::phrase(d, &self.unit, scale, self.bound, self.form, printed, locale)
            }
            Value::Range(low, high) => number::range_phrase(low, high, &self.unit, scale, locale),
            Value::Date(date) => Phrase { digits: date.display(locale), ..Phrase::default() },
            Value::Missing => {
                Phrase { digits: Message::NotFound.get(locale).to_string(), ..Phrase::default() }
            }
            Value::NotApplicable => {
                Phrase { digits: Message::NotApplicable.get(locale).to_string(), ..Phrase::default() }
            }
        }
    }

    /// Another number with its unit, exact: 700万吨.
    pub fn value_text(&self, value: Decimal, locale: Locale) -> String {
        number::plain_phrase(value, &self.unit, Scale::Printed(self.format), locale).to_string()
    }

    /// The same in another unit, where a question counts in one: 85元 of a hundred.
    pub fn value_in(&self, unit: Option<&Text>, value: Decimal, locale: Locale) -> String {
        let Some(unit) = unit else { return self.value_text(value, locale) };
        [&value.written(&locale.catalogue().digits), Message::Space.get(locale), unit.get(locale)].concat()
    }

    /// Its size without a direction, for a sentence that says the direction itself: fell by more than 5%, 减少85万人.
    pub fn size(&self, locale: Locale) -> String {
        let size = |number: Decimal| Decimal { mantissa: number.mantissa.abs(), ..number };
        let value = match self.value {
            Value::Number(number) => Value::Number(size(number)),
            Value::Range(low, high) if high.mantissa <= 0 => Value::Range(size(high), size(low)),
            value => value,
        };
        Figure { value, ..self.clone() }.display(locale)
    }

    /// The printed phrase as one string: 超过80%, 33000余人, 1955年10月29日, 5亿元（初步数）.
    pub fn display(&self, locale: Locale) -> String {
        self.phrase(locale).to_string()
    }
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
