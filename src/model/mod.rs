//! The typed story: figures, series, lists, sources and scenes, all references resolved.
//!
//! **Invariant**: every index in a story is valid; no pixels, no time, no files. `input` makes it from files, `compiled`
//! from bytes.

pub mod chart;
pub mod compiled;
pub mod correction;
pub mod figure;
pub mod interval;
pub mod record;
pub mod source;
pub mod template;

use crate::locale::date::Date;
use crate::locale::{Locale, Text};
use crate::theme::Role;
use figure::{Figure, FigureIx, SourceIx, SourceRef};
use serde::{Deserialize, Serialize};
use source::Source;
use std::collections::{BTreeMap, BTreeSet};
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
pub struct Name {
    pub id: String,
    pub text: Text,
    pub note: Option<Text>,
    pub source: SourceRef,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub text: Text,
    pub role: Option<Text>,
    /// The figure that dates or counts it.
    pub figure: Option<FigureIx>,
}

/// Named items; `open` keeps the 等 of the source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct List {
    pub id: String,
    pub label: Text,
    pub open: bool,
    /// After how many items the 等 stands, where not after all.
    pub open_after: Option<usize>,
    /// Aims rather than results.
    pub target: bool,
    pub source: SourceRef,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    pub id: String,
    pub date: Date,
    pub label: Text,
    pub note: Option<Text>,
    pub source: SourceRef,
}

/// Points of one indicator; `points` are figures of the story, in the order of the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    pub id: String,
    pub label: Text,
    pub definition: Text,
    pub scope: Text,
    pub note: Option<Text>,
    /// Points that may stand on an axis: a date as period and `use` = plot.
    pub plotted: Vec<FigureIx>,
    /// All points.
    pub points: Vec<FigureIx>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    pub id: String,
    pub number: u32,
    pub name: Text,
    pub accent: Role,
    pub title: Text,
    pub subtitle: Text,
    pub narration: Vec<Text>,
    pub rows: Vec<Vec<chart::Placed>>,
    /// JSON path, for messages.
    pub path: String,
}

impl Scene {
    /// Its charts, row by row.
    pub fn charts(&self) -> impl Iterator<Item = &chart::Chart> {
        self.rows.iter().flatten().map(|placed| &placed.chart)
    }
}

/// A validated story. Every index in it is valid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Story {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) title: Text,
    pub(crate) subtitle: Text,
    pub(crate) notice: Text,
    pub(crate) figures: Vec<Figure>,
    pub(crate) names: Vec<Name>,
    pub(crate) lists: Vec<List>,
    pub(crate) milestones: Vec<Milestone>,
    pub(crate) series: Vec<Series>,
    pub(crate) sources: Vec<Source>,
    pub(crate) scenes: Vec<Scene>,
    pub(crate) corrections: Vec<correction::Correction>,
    pub(crate) figure_ids: BTreeMap<String, FigureIx>,
    pub(crate) list_ids: BTreeMap<String, ListIx>,
}

/// The files of a story's folder by name: `story.json`, `sources.json`, `series/crude-output.csv`.
pub type Files = BTreeMap<String, Vec<u8>>;

impl Story {
    pub fn id(&self) -> &str {
        &self.id
    }
    pub fn version(&self) -> &str {
        &self.version
    }
    pub fn title(&self) -> &Text {
        &self.title
    }
    pub fn subtitle(&self) -> &Text {
        &self.subtitle
    }
    pub fn notice(&self) -> &Text {
        &self.notice
    }
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }
    pub fn scenes(&self) -> &[Scene] {
        &self.scenes
    }
    /// As the story lists them, the latest last.
    pub fn corrections(&self) -> &[correction::Correction] {
        &self.corrections
    }
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }
    pub fn all_series(&self) -> &[Series] {
        &self.series
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

    /// The scene's index by id.
    pub fn find_scene(&self, id: &str) -> Option<usize> {
        self.scenes.iter().position(|s| s.id == id)
    }

    /// The statement in words: label, phrase, period.
    pub fn statement(&self, ix: FigureIx, locale: Locale) -> String {
        let f = self.figure(ix);
        let goal = f.is_target();
        let (label, phrase) = (f.label().get(locale), f.display(locale));
        // a date is its own period
        let period = match f.period().text.get(locale) {
            p if p == phrase => String::new(),
            p => format!("{}{p}", locale.pick("，", ", ")),
        };
        match locale {
            Locale::Zh => format!("{label}：{phrase}{}{period}", if goal { "（目标）" } else { "" }),
            Locale::En => format!("{label}: {phrase}{}{period}", if goal { " (goal)" } else { "" }),
        }
    }

    /// A text of a scene with the figures that it quotes.
    pub(crate) fn say(&self, text: &Text, locale: Locale) -> String {
        self.expand_plain(text, locale)
    }

    /// The source line of a scene, and whether it names other sources than the article.
    pub(crate) fn source_line_of(&self, scene: &Scene, locale: Locale) -> (String, bool) {
        self.source_line(scene, locale)
    }

    /// A template in one language: pieces of text, each with the figure it came from.
    pub fn expand(&self, text: &Text, locale: Locale) -> Vec<(String, Option<FigureIx>)> {
        template::split(text.get(locale))
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(t) => (t, None),
                Piece::Reference(id) => match self.figure_ids.get(&id) {
                    Some(&ix) => (self.figure(ix).display(locale), Some(ix)),
                    None => (self.count_of(&id, locale).unwrap_or_default(), None),
                },
            })
            .collect()
    }

    /// The same as one string.
    pub fn expand_plain(&self, text: &Text, locale: Locale) -> String {
        self.expand(text, locale).into_iter().map(|(t, _)| t).collect()
    }

    /// `{list.count}` and `{series.points}`, `{series.gaps}`: numbers that the engine counts.
    pub(crate) fn count_of(&self, reference: &str, locale: Locale) -> Option<String> {
        let (id, what) = reference.rsplit_once('.')?;
        let count = match what {
            "count" => self.lists[self.list_ids.get(id)?.0].items.len(),
            "points" => self.series.iter().find(|s| s.id == id)?.plotted.len(),
            "gaps" => self.missing_years(self.series.iter().find(|s| s.id == id)?),
            _ => return None,
        };
        Some(locale.pick(&count.to_string(), &count.to_string()).to_string())
    }

    /// Years between the first and the last point of a series for which it has none.
    pub fn missing_years(&self, series: &Series) -> usize {
        self.gaps(series).iter().map(|(from, to)| (to - from + 1) as usize).sum()
    }

    /// The runs of years without a point between the first and the last one of a series: first and last year of each.
    pub fn gaps(&self, series: &Series) -> Vec<(i32, i32)> {
        let mut years: Vec<i32> =
            series.plotted.iter().filter_map(|ix| self.figure(*ix).period().start.map(|d| d.year)).collect();
        crate::geometry::sort_by_key(&mut years, |year| *year);
        years.windows(2).filter(|w| w[1] - w[0] > 1).map(|w| (w[0] + 1, w[1] - 1)).collect()
    }

    /// What charts show, in drawing order, each once.
    pub fn shown<'c>(&self, charts: impl IntoIterator<Item = &'c chart::Chart>) -> Vec<Seen> {
        let (mut shown, mut known) = (Vec::new(), BTreeSet::new());
        for chart in charts {
            self.visit(chart, &mut |seen| {
                if known.insert(seen) {
                    shown.push(seen);
                }
            });
        }
        shown
    }

    /// The figures that charts show, in drawing order, each once.
    pub fn shown_figures<'c>(&self, charts: impl IntoIterator<Item = &'c chart::Chart>) -> Vec<FigureIx> {
        let figure = |seen| match seen {
            Seen::Figure(ix) => Some(ix),
            _ => None,
        };
        self.shown(charts).into_iter().filter_map(figure).collect()
    }

    /// All figures, milestones and lists a chart draws, as figures and sources: for source lines, keys and tables.
    pub fn sources_of_scene(&self, scene: &Scene) -> Vec<SourceRef> {
        let mut refs = Vec::new();
        for seen in self.shown(scene.charts()) {
            let source = match seen {
                Seen::Figure(ix) => self.figure(ix).source(),
                Seen::List(ix) => self.list(ix).source,
                Seen::Milestone(ix) => self.milestone(ix).source,
                Seen::Name(ix) => self.name(ix).source,
            };
            if !refs.contains(&source) {
                refs.push(source);
            }
        }
        refs
    }

    /// Calls `see` for whatever a chart shows, in drawing order; figures of list items included.
    pub fn visit(&self, chart: &chart::Chart, see: &mut dyn FnMut(Seen)) {
        use chart::{Chart::*, Event, Word};
        let list = |ix: ListIx, see: &mut dyn FnMut(Seen)| {
            see(Seen::List(ix));
            for item in &self.list(ix).items {
                if let Some(f) = item.figure {
                    see(Seen::Figure(f));
                }
            }
        };
        let words = |items: &[Word], see: &mut dyn FnMut(Seen)| {
            for word in items {
                match word {
                    Word::List(ix) => list(*ix, see),
                    Word::Name(ix) => see(Seen::Name(*ix)),
                    Word::Figure(ix) => see(Seen::Figure(*ix)),
                }
            }
        };
        match chart {
            Timeline { events, span, undated, .. } => {
                for event in events {
                    match event {
                        Event::Figure(ix) => see(Seen::Figure(*ix)),
                        Event::Milestone(ix) => see(Seen::Milestone(*ix)),
                    }
                }
                span.iter().for_each(|ix| see(Seen::Figure(*ix)));
                words(undated, see);
            }
            DotLine { series, band, milestones, compare, .. } => {
                self.series(*series).plotted.iter().for_each(|ix| see(Seen::Figure(*ix)));
                milestones.iter().for_each(|ix| see(Seen::Milestone(*ix)));
                band.iter().chain(compare).for_each(|ix| see(Seen::Figure(*ix)));
            }
            Hub { core, list: l, .. } => {
                see(Seen::Figure(*core));
                list(*l, see);
            }
            Plots { parts, .. } => parts.iter().for_each(|p| see(Seen::Figure(p.figure))),
            GoalCells { figure, class, .. } => {
                see(Seen::Figure(*figure));
                see(Seen::Figure(*class));
            }
            Callouts { items, .. } | RateRings { items, .. } | Bars { items, .. } => {
                items.iter().for_each(|i| see(Seen::Figure(i.figure)))
            }
            IndexPair { figure, .. }
            | Waffle { figure, .. }
            | BlockStack { figure, .. }
            | Clock { figure, .. } => see(Seen::Figure(*figure)),
            WordRing { list: l, figure, .. } => {
                figure.iter().for_each(|ix| see(Seen::Figure(*ix)));
                list(*l, see);
            }
            UnitField { fields, .. } => fields.iter().for_each(|f| see(Seen::Figure(f.figure))),
            Stacks { figures, .. } => figures.iter().for_each(|ix| see(Seen::Figure(*ix))),
            IconRows { rows } => {
                for row in rows {
                    row.figure.iter().for_each(|ix| see(Seen::Figure(*ix)));
                    row.list.iter().for_each(|ix| list(*ix, see));
                }
            }
            AreaSquares { items, reference, .. } => {
                for item in items {
                    see(Seen::Figure(item.figure));
                    item.derived.iter().for_each(|ix| see(Seen::Figure(*ix)));
                }
                reference.iter().for_each(|r| see(Seen::Figure(r.figure)));
            }
            WordWheel { list: l, .. } | Plaques { list: l, .. } | Outlines { list: l, .. } => list(*l, see),
            Words { items, .. } => words(items, see),
            Refused { figures, .. } => figures.iter().for_each(|ix| see(Seen::Figure(*ix))),
        }
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
