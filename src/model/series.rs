//! A series of a story: what it measures, by which definitions, and which figures are its points.
//!
//! **Invariant**: knows no numbers: the points are figures of the story, and each has its own statement.

use crate::locale::number::{Format, Unit};
use crate::locale::{Locale, Text};
use crate::model::figure::Denominator;
use crate::model::figure::FigureIx;
use crate::statement::{Form, Measure, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the points of a series that have its id in their column of definitions follow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// 名称 · name
    #[cfg_attr(feature = "author", schemars(flatten))]
    pub text: Text,
    /// 这一口径所比的那一期，与序列的不同时写 · what its changes are compared with, where that is not what the series says
    pub base: Option<Arc<Text>>,
}

/// Points of one indicator; `points` are figures of the story, in the order of the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Series {
    #[cfg_attr(feature = "author", schemars(skip))]
    pub id: String,
    /// 名称 · name
    #[cfg_attr(feature = "author", schemars(with = "crate::locale::schema::Remark"))]
    pub label: Arc<Text>,
    /// 单位 · unit
    #[cfg_attr(feature = "author", schemars(schema_with = "crate::locale::schema::unit"))]
    pub unit: Arc<Unit>,
    /// 量的是什么 · what it measures
    #[cfg_attr(feature = "author", schemars(schema_with = "crate::model::vocabulary::measure_schema"))]
    pub measure: Measure,
    /// 状态；缺省为终值 · how firm its points are; absent: final
    #[serde(default)]
    #[cfg_attr(
        feature = "author",
        schemars(schema_with = "crate::model::vocabulary::status_schema", default)
    )]
    pub status: Status,
    /// 写的是什么；缺省为数值 · what is printed; absent: a number
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(schema_with = "crate::model::vocabulary::form_schema", default))]
    pub form: Form,
    /// 按万、亿或千、百万、十亿写 · printed in 万 or 亿, or in thousands, millions or billions
    #[serde(default)]
    pub format: Format,
    /// 名次所在的总数 · of how many a rank is one
    #[cfg_attr(feature = "author", schemars(range(min = 2)))]
    pub of: Option<u32>,
    /// 指标定义 · definition
    pub definition: Text,
    /// 口径 · scope
    pub scope: Text,
    /// CSV 文件 · CSV file
    pub file: String,
    /// 各口径的名称，按 CSV 里 definition 一栏的代号 · names of the definitions, by their ids in the column definition of the CSV
    #[serde(default)]
    pub definitions: BTreeMap<String, Definition>,
    /// 增速、增减所比的那一期，各点相同：上年同期、上季 · what growth rates and changes are compared with, the same for all points: the year before, the quarter before
    pub base: Option<Arc<Text>>,
    /// 分母 · denominator
    pub denominator: Option<Arc<Denominator>>,
    /// 整体 · whole
    pub part_of: Option<String>,
    /// 说明 · note
    pub note: Option<Text>,
    /// Points that may stand on an axis: a date as period and `use` = plot.
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(skip))]
    pub plotted: Vec<FigureIx>,
    /// All points.
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(skip))]
    pub points: Vec<FigureIx>,
}

impl Series {
    /// Returns the name of a definition, or its id where the story gives it no name.
    pub fn definition_name<'s>(&'s self, id: &'s str, locale: Locale) -> &'s str {
        self.definitions.get(id).map_or(id, |definition| definition.text.get(locale))
    }

    /// Returns what a point that follows a definition is compared with: what the definition says, else what the series says.
    pub fn base_of(&self, definition: &str) -> Option<&Arc<Text>> {
        let own = self.definitions.get(definition).and_then(|definition| definition.base.as_ref());
        own.or(self.base.as_ref())
    }
}
