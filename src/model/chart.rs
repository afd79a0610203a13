//! What a chart says, with every reference resolved.
//!
//! The descriptions of members are those of the JSON Schema: Chinese · English.
//!
//! **Invariant**: figures are indices into the story; layout looks nothing up by name.

use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::model::{ListIx, MilestoneIx, NameIx, SeriesIx};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

/// A figure with a note beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 另起的名称 · name in place of the figure's
    pub label: Option<Text>,
    /// 图上说明 · note in the picture
    pub note: Option<Text>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 名称 · label
    pub label: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// 数字 · figure
    Figure(FigureIx),
    /// 大事 · milestone
    Milestone(MilestoneIx),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// 名单 · list
    List(ListIx),
    /// 名称 · name
    Name(NameIx),
    /// 数字 · figure
    Figure(FigureIx),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dots {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 一点代表多少 · how many one dot stands for
    #[cfg_attr(feature = "author", schemars(extend("exclusiveMinimum" = 0)))]
    pub per: f64,
    /// 图上说明 · note in the picture
    pub note: Option<Text>,
    /// 颜色 · accent
    pub accent: Option<Role>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IconRow {
    /// 图标 · icon
    pub icon: Icon,
    /// 小标题 · heading
    pub title: Text,
    /// 名单 · list
    pub list: Option<ListIx>,
    /// 数字 · figure
    pub figure: Option<FigureIx>,
    /// 图上说明 · note in the picture
    pub note: Option<Text>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Icon {
    School,
    Clinic,
    Health,
    Document,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Square {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 换算后的数字 · converted figure
    pub derived: Option<FigureIx>,
}

/// What stands on the line of a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Emblem {
    /// A derrick, for stories that begin with a well.
    Well,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "author", schemars(tag = "type"))]
pub enum Chart {
    Timeline {
        /// 有日期的事 · dated events
        events: Vec<Event>,
        /// 从第一件事算起的年数 · years counted from the first event
        span: Option<FigureIx>,
        /// 线上端的图形：well 油井 · what stands on the line: well, a derrick
        emblem: Option<Emblem>,
        /// 无日期者的小标题 · heading of the undated
        undated_title: Option<Text>,
        /// 无日期者，不上轴 · undated items, off the axis
        #[serde(default)]
        undated: Vec<Word>,
    },
    DotLine {
        /// 小标题 · heading
        title: Option<Text>,
        /// 序列 · series
        series: SeriesIx,
        /// 量级带 · size class as a band
        band: Option<FigureIx>,
        /// 标注的大事 · annotated milestones
        #[serde(default)]
        milestones: Vec<MilestoneIx>,
        /// 年份格 · rail of year cells
        #[serde(default)]
        rail: bool,
        /// 原文所印，画空心环 · the article's own, as rings
        #[serde(default)]
        compare: Vec<FigureIx>,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    Hub {
        /// 核心 · core figure
        core: FigureIx,
        /// 核心名称 · name of the core
        core_label: Text,
        /// 核心小字 · small words above it
        core_small: Text,
        /// 名单 · list
        list: ListIx,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    Plots {
        /// 小标题 · heading
        title: Text,
        /// 标签 · tag
        tag: Text,
        /// 各部分 · parts
        parts: Vec<Labelled>,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    GoalCells {
        /// 数字 · figure
        figure: FigureIx,
        /// 每个的量级 · size class of each
        class: FigureIx,
        /// 名称 · label
        label: Text,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    Callouts {
        /// 各数 · figures
        items: Vec<Noted>,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    Bars {
        /// 小标题 · heading
        title: Option<Text>,
        /// 各条，同一单位 · bars of one unit
        items: Vec<Noted>,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    IndexPair {
        /// 数字 · figure
        figure: FigureIx,
        /// 基期 · base period
        base_label: Text,
        /// 当期 · current period
        now_label: Text,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    Waffle {
        /// 小标题 · heading
        title: Option<Text>,
        /// 数字 · figure
        figure: FigureIx,
        /// 一百格是什么 · what the hundred cells are
        cell_note: Text,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    WordRing {
        /// 名单 · list
        list: ListIx,
        /// 数字 · figure
        figure: Option<FigureIx>,
        /// 中心小字 · small words in the centre
        center: Text,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    UnitField {
        /// 各组点 · fields of dots
        fields: Vec<Dots>,
        /// 比例说明 · what one dot stands for
        scale_note: Text,
    },
    Stacks {
        /// 小标题 · heading
        title: Text,
        /// 各数 · figures
        figures: Vec<FigureIx>,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    IconRows {
        /// 各行 · rows
        rows: Vec<IconRow>,
    },
    BlockStack {
        /// 数字 · figure
        figure: FigureIx,
        /// 每行几块 · blocks a row
        #[serde(default = "blocks_a_row")]
        #[cfg_attr(feature = "author", schemars(range(min = 2, max = 60)))]
        columns: usize,
        /// 一块是多少 · what one block is
        block_note: Text,
        /// 期间说明 · note on the window
        window_note: Text,
    },
    RateRings {
        /// 各率 · rates
        items: Vec<Noted>,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    AreaSquares {
        /// 各块 · areas
        items: Vec<Square>,
        /// 作比例的方块 · square that gives the scale
        reference: Option<Labelled>,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    WordWheel {
        /// 名单 · list
        list: ListIx,
        /// 中心文字 · words in the centre
        center: Text,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    Clock {
        /// 数字 · figure
        figure: FigureIx,
        /// 小标题 · heading
        title: Text,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    Plaques {
        /// 名单 · list
        list: ListIx,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    Outlines {
        /// 名单 · list
        list: ListIx,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    Words {
        /// 小标题 · heading
        title: Text,
        /// 各项 · items
        items: Vec<Word>,
        /// 图上说明 · note in the picture
        note: Option<Text>,
    },
    /// A chart that would say more than its sources: its figures as words, with the reason. No file holds it.
    #[cfg_attr(feature = "author", schemars(skip))]
    Refused { figures: Vec<FigureIx>, reason: Text, help: Text },
}

fn blocks_a_row() -> usize {
    24
}

/// A chart with its share of the row it stands in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    pub chart: Chart,
    /// Above 0; 1 where the story says nothing.
    #[serde(default = "whole_share")]
    pub weight: f64,
}

fn whole_share() -> f64 {
    1.0
}
