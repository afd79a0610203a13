//! The named items of a story: what a list says, whether it goes on, and whether its items are aims.
//!
//! **Invariant**: items are in the order of the source; what dates or counts one is an index of the story.

use crate::locale::Text;
use crate::model::figure::{FigureIx, SourceRef};
use crate::model::MilestoneIx;
use crate::pictogram::Pictogram;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    #[cfg_attr(feature = "author", schemars(flatten))]
    pub text: Text,
    /// 作用 · role
    pub role: Option<Text>,
    /// 为它定年或计数的数字 · figure that dates or counts it
    pub figure: Option<FigureIx>,
    /// 名单自己没写日期、另有来源写明的那件事 · milestone that dates it, where the list itself does not
    pub milestone: Option<MilestoneIx>,
    /// 图标名 · name of its pictogram
    pub icon: Option<Pictogram>,
    /// 几份名单里叫法不同的同一项，各写同一个词 · the same word for what several lists name differently
    pub same: Option<String>,
}

/// Named items; `open` keeps the 等 of the source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    #[cfg_attr(feature = "author", schemars(skip))]
    pub id: String,
    /// 名称 · name
    #[cfg_attr(feature = "author", schemars(with = "crate::locale::schema::Remark"))]
    pub label: Text,
    /// 名单是否未完（等） · whether the list goes on (等)
    pub open: bool,
    /// 等 · 等
    #[serde(default)]
    pub printed: String,
    /// 等字收在第几项之后 · after how many items 等 stands
    pub open_after: Option<usize>,
    /// 已有或目标 · stated or target
    #[serde(default)]
    pub status: ListStatus,
    /// 来源 · source
    pub source: SourceRef,
    /// 各项 · items
    pub items: Vec<Item>,
}

impl List {
    /// Returns whether its items are aims rather than results.
    pub fn is_target(&self) -> bool {
        self.status == ListStatus::Target
    }
}

/// What the items of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ListStatus {
    #[default]
    Stated,
    Target,
}
