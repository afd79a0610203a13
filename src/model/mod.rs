//! The statements of a story: figures, series, lists, milestones, names and their sources, all references resolved.
//!
//! **Invariant**: every index is valid; no charts, no pixels, no time, no files.

pub mod base;
pub mod figure;
mod gaps;
pub mod interval;
mod list;
mod prices;
pub mod printed;
mod quoting;
pub mod record;
#[cfg(feature = "author")]
pub mod schema;
mod series;
pub mod source;
pub mod template;
pub mod verdict;
#[cfg(feature = "author")]
pub mod vocabulary;

use crate::locale::date::Date;
use crate::locale::Text;
use figure::{Figure, FigureIx, SourceIx, SourceRef};
pub use list::{Item, List, ListStatus};
use serde::{Deserialize, Serialize};
pub use series::{Definition, Series};
use source::Source;
use std::collections::BTreeMap;

/// Largest story file taken, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub(crate) usize);
    )*};
}
index!(
    /// Index of a list in its story.
    ListIx,
    /// Index of a name in its story.
    NameIx,
    /// Index of a milestone in its story.
    MilestoneIx,
    /// Index of a series in its story.
    SeriesIx
);

/// A slogan, code or wording that looks like a number and is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Name {
    #[cfg_attr(feature = "author", schemars(skip))]
    pub id: String,
    /// 名称、口号或编号 · name, slogan or code
    pub text: Text,
    /// 为何不是数量 · why it is no quantity
    pub note: Option<Text>,
    /// 来源 · source
    pub source: SourceRef,
}

/// What must not be concluded from some numbers; it stands in their records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// 不能得出的结论 · what must not be concluded
    #[cfg_attr(feature = "author", schemars(with = "crate::locale::schema::Remark"))]
    pub text: Text,
    /// 关于哪些数字 · about which figures
    #[serde(default)]
    pub figures: Vec<FigureIx>,
    /// 关于哪些序列的所有数字 · about all figures of which series
    #[serde(default)]
    pub series: Vec<SeriesIx>,
    /// 关于哪个来源的所有数字 · about all figures of which source
    pub source: Option<SourceIx>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    #[cfg_attr(feature = "author", schemars(skip))]
    pub id: String,
    /// 2002-12-22、2002-12 或 2002 · 2002-12-22, 2002-12 or 2002
    pub date: Date,
    /// 事件 · event
    #[cfg_attr(feature = "author", schemars(with = "crate::locale::schema::Remark"))]
    pub label: Text,
    /// 来源 · source
    pub source: SourceRef,
    /// 说明 · note
    pub note: Option<Text>,
}

/// The files of a story's folder by name: `story.json`, `sources.json`, `series/crude-output.csv`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a story states: its figures with their sources, its names, lists, dates and series. Every index in it is valid.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Facts {
    pub(crate) figures: Vec<Figure>,
    pub(crate) names: Vec<Name>,
    pub(crate) lists: Vec<List>,
    pub(crate) milestones: Vec<Milestone>,
    pub(crate) series: Vec<Series>,
    pub(crate) sources: Vec<Source>,
    pub(crate) cautions: Vec<Caution>,
    pub(crate) figure_ids: BTreeMap<String, FigureIx>,
    pub(crate) list_ids: BTreeMap<String, ListIx>,
}

impl Facts {
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }
    /// Returns what must not be concluded from a figure.
    pub fn cautions(&self, ix: FigureIx) -> impl Iterator<Item = &Caution> {
        let figure = self.figure(ix);
        let series = figure.id().split_once('@').map(|(series, _)| series);
        self.cautions.iter().filter(move |caution| {
            caution.figures.contains(&ix)
                || caution.series.iter().any(|of| Some(self.series[of.0].id.as_str()) == series)
                || caution.source == Some(figure.source().source)
        })
    }
    pub fn all_series(&self) -> &[Series] {
        &self.series
    }
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    pub fn lists(&self) -> &[List] {
        &self.lists
    }

    pub fn figure(&self, ix: FigureIx) -> &Figure {
        &self.figures[ix.0]
    }
    pub fn source(&self, ix: SourceIx) -> &Source {
        &self.sources[ix.0]
    }
    pub fn list(&self, ix: ListIx) -> &List {
        &self.lists[ix.0]
    }
    pub fn name(&self, ix: NameIx) -> &Name {
        &self.names[ix.0]
    }
    pub fn milestone(&self, ix: MilestoneIx) -> &Milestone {
        &self.milestones[ix.0]
    }
    pub fn series(&self, ix: SeriesIx) -> &Series {
        &self.series[ix.0]
    }

    pub fn find_figure(&self, id: &str) -> Option<FigureIx> {
        self.figure_ids.get(id).copied()
    }
}

/// Something a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    Figure(FigureIx),
    List(ListIx),
    Milestone(MilestoneIx),
    Name(NameIx),
}
