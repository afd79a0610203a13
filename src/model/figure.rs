//! A figure is a statement, not a number: value, bound, unit, period, source.
//!
//! **Invariant**: fields are private to the story room; a `Figure` that exists has a source that exists, a unit where
//! its value is a number, and a value of the kind it claims.

mod amount;
mod derivation;
mod other;
mod period;
mod phrase;

use crate::locale::date::Date;
use crate::locale::number::{Decimal, Format, Unit};
use crate::locale::Text;
use crate::model::printed::Printed;
use crate::statement::{Bound, Form, Measure, Status};
pub use derivation::{Derivation, Factor, Operation};
pub use other::Other;
pub use period::{Period, Window};
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
}
