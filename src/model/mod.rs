//! The statements of a story: figures, series, lists, milestones, names and their sources, all references resolved.
//!
//! **Invariant**: every index is valid; no charts, no pixels, no time, no files.

pub mod base;
pub mod figure;
pub mod interval;
pub mod printed;
pub mod record;
#[cfg(feature = "author")]
pub mod schema;
pub mod source;
pub mod template;
pub mod verdict;
#[cfg(feature = "author")]
pub mod vocabulary;

use crate::locale::date::Date;
use crate::locale::message::Message;
use crate::locale::number::{Format, Unit};
use crate::locale::{Locale, Text};
use crate::pictogram::Pictogram;
use crate::statement::{Form, Measure, Status};
use figure::{Figure, FigureIx, SourceIx, SourceRef};
use serde::{Deserialize, Serialize};
use source::Source;
use std::collections::BTreeMap;
use std::sync::Arc;
use template::Piece;

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
    pub denominator: Option<Arc<figure::Denominator>>,
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

    /// The statement in words: label, phrase, period, and what a change is compared with.
    pub fn statement(&self, ix: FigureIx, locale: Locale) -> String {
        let words = self.statement_without_base(ix, locale);
        match self.figure(ix).against(locale) {
            Some(against) => [&words, Message::Comma.get(locale), &against].concat(),
            None => words,
        }
    }

    /// As `statement`, for what says the base elsewhere.
    pub fn statement_without_base(&self, ix: FigureIx, locale: Locale) -> String {
        let f = self.figure(ix);
        let (label, phrase) = (f.label().get(locale), f.display(locale));
        let mut words = [label, Message::Colon.get(locale), &phrase].concat();
        if f.is_target() {
            words += &Message::InBrackets.with(locale, &[Message::Goal.get(locale)]);
        }
        // a date is its own period
        let period = f.period().text.get(locale);
        if period != phrase {
            words += Message::Comma.get(locale);
            words += period;
        }
        words
    }

    /// A template in one language: pieces of text, each with the figure it came from.
    pub fn expand(&self, text: &Text, locale: Locale) -> Vec<(String, Option<FigureIx>)> {
        let pieces = template::split(text.get(locale)).into_iter();
        let mut pieces: Vec<(String, Option<FigureIx>)> = pieces
            .map(|piece| match piece {
                Piece::Text(t) => (t, None),
                Piece::Reference(id) => match self.figure_ids.get(&id) {
                    Some(&ix) => (self.figure(ix).display(locale), Some(ix)),
                    None => match self.sized(&id) {
                        Some(ix) => (self.figure(ix).size(locale), Some(ix)),
                        None => (self.said_of(&id, locale).unwrap_or_default(), None),
                    },
                },
            })
            .collect();
        self.say_status_once(&mut pieces, locale);
        pieces
    }

    /// Where all of several quoted figures are as firm, the last of them says so for all: (all preliminary).
    fn say_status_once(&self, pieces: &mut [(String, Option<FigureIx>)], locale: Locale) {
        let mut quoted: Vec<(&mut String, &Figure)> = Vec::new();
        for (text, ix) in pieces {
            quoted.extend(ix.map(|ix| (text, self.figure(ix))));
        }
        let Some(word) = quoted.first().and_then(|(_, figure)| figure.status_word(locale)) else { return };
        let own = Message::InBrackets.with(locale, &[word]);
        let is_so = |(text, _): &(&mut String, &Figure)| text.ends_with(&own);
        if quoted.len() < 2 || !quoted.iter().all(is_so) {
            return;
        }
        let all = if quoted.len() == 2 { Message::StatusOfBoth } else { Message::StatusOfAll };
        let all = Message::InBrackets.with(locale, &[&all.with(locale, &[word])]);
        let last = quoted.len() - 1;
        for (i, (text, _)) in quoted.into_iter().enumerate() {
            text.truncate(text.len() - own.len());
            text.push_str(if i == last { &all } else { "" });
        }
    }

    /// The figure of `{figure.size}`.
    fn sized(&self, reference: &str) -> Option<FigureIx> {
        let (id, _) = reference.rsplit_once('.').filter(|(_, what)| *what == "size")?;
        self.find_figure(id)
    }

    /// The same as one string.
    pub fn expand_plain(&self, text: &Text, locale: Locale) -> String {
        self.expand(text, locale).into_iter().map(|(t, _)| t).collect()
    }

    /// `{year:2022}`, `{figure.period}`, and the numbers that the engine counts: `{list.count}`, `{series.points}`,
    /// `{series.gaps}`.
    fn said_of(&self, reference: &str, locale: Locale) -> Option<String> {
        if let Some(year) = template::year(reference) {
            return Some((locale.catalogue().date)(year));
        }
        let (id, what) = reference.rsplit_once('.')?;
        if what == "period" {
            return Some(self.figure(self.find_figure(id)?).period().text.get(locale).to_string());
        }
        let count = match what {
            "count" => self.lists[self.list_ids.get(id)?.0].items.len(),
            "points" => self.series.iter().find(|s| s.id == id)?.plotted.len(),
            "gaps" => self.missing_years(self.series.iter().find(|s| s.id == id)?),
            _ => return None,
        };
        Some(count.to_string())
    }

    /// Years of a series for which it has no point.
    pub fn missing_years(&self, series: &Series) -> usize {
        self.gaps(series).iter().map(|(from, to)| (to - from + 1) as usize).sum()
    }

    /// The points of a series for which its file has a period and no number: nobody has published it.
    pub fn unpublished<'s>(&'s self, series: &'s Series) -> impl Iterator<Item = &'s Figure> {
        let all = series.points.iter().map(|ix| self.figure(*ix));
        all.filter(|figure| figure.value() == figure::Value::Missing && figure.period().start.is_some())
    }

    /// Whether a series has a number of another definition for a year of a gap: then nothing is missing but one of its own.
    pub fn has_other_definition(&self, series: &Series, (from, to): (i32, i32)) -> bool {
        let others =
            series.points.iter().filter(|ix| !series.plotted.contains(ix)).map(|ix| self.figure(*ix));
        // a point beside the drawn ones may have its year in its id alone: population@2019-registered
        let named = |figure: &Figure| figure.id().split_once('@')?.1.get(..4)?.parse().ok();
        let year = |figure: &Figure| {
            figure.period().start.or(figure.period().end).map(|date| date.year).or_else(|| named(figure))
        };
        let is_number = |figure: &Figure| figure.value() != figure::Value::Missing;
        { others }.any(|figure| is_number(figure) && year(figure).is_some_and(|y| (from..=to).contains(&y)))
    }

    /// The runs of years without a point of a series, from the first to the last that its file names: first and last year of each.
    pub fn gaps(&self, series: &Series) -> Vec<(i32, i32)> {
        let mut years: Vec<i32> =
            series.plotted.iter().filter_map(|ix| self.figure(*ix).period().start.map(|d| d.year)).collect();
        crate::geometry::sort_by_key(&mut years, |year| *year);
        let between = years.windows(2).filter(|w| w[1] - w[0] > 1).map(|w| (w[0] + 1, w[1] - 1));
        let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else {
            return Vec::new();
        };
        let named = || self.unpublished(series).filter_map(|figure| figure.period().start.map(|d| d.year));
        let before = named().min().filter(|year| *year < first).map(|year| (year, first - 1));
        let behind = named().max().filter(|year| *year > last).map(|year| (last + 1, year));
        before.into_iter().chain(between).chain(behind).collect()
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
