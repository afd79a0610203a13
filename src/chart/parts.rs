//! Parameters that several charts have.
//!
//! **Invariant**: references are indices into the facts; nothing is looked up by name.

use crate::locale::Text;
use crate::model::figure::FigureIx;
use serde::{Deserialize, Serialize};

/// A figure with a note beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 另起的名称 · name in place of the figure's
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub label: Option<Text>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// A figure under a label of the chart's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 名称 · label
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub label: Text,
}
