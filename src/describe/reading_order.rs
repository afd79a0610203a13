//! A placed scene in reading order: overview, then a group a chart, then each datum, with what is said of it beside its
//! name: its source, and for ears its value, bound and year.
//!
//! **Invariant**: every datum of the placed scene is in exactly one group, once; a series is in the order of its years,
//! gaps included; nothing is said that the story does not hold.

use crate::chart::callouts::Missing;
use crate::chart::dot_line::{gap_key, points_key};
use crate::chart::outlines::link_key;
use crate::chart::series_tile::{tile_key, MISSING_KEY};
use crate::chart::series_tiles::{SeriesTheme, SeriesTiles};
use crate::chart::Chart;
use crate::geometry::sort_by_key;
use crate::layout::{Datum, PlacedScene};
use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::{FigureIx, SourceRef};
use crate::model::{Seen, Series};
use crate::statement::Measure;
use crate::story::{Scene, Story};
use std::collections::{BTreeMap, BTreeSet};

/// What one chart says.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The chart's heading, with the number of its data.
    pub name: String,
    pub entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Index into the placed scene's data.
    pub datum: usize,
    /// "来源：原文第7段"; empty for gaps, which no source states.
    pub source: String,
    /// For what can be heard: a number, or a year without one.
    pub note: Option<Note>,
    /// What it opens in place of a record: the id of a series, or the key of what was found in no source.
    pub opens: Option<String>,
    /// The chapter that it leads to in place of a record.
    pub goes: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Series or unit: only notes of one scale may be compared by pitch.
    pub scale: String,
    /// The printed number; `None` is a gap.
    pub value: Option<String>,
    /// Name of the qualifier; empty for gaps.
    pub bound: &'static str,
    /// First and last year, where the figure has one.
    pub years: Option<(i32, i32)>,
}

/// The groups of a scene, in drawing order; a chart without data of its own is left out.
pub fn groups(story: &Story, scene: &Scene, placed: &PlacedScene) -> Vec<Group> {
    let locale = placed.locale;
    let mut left: Vec<usize> = (0..placed.data.len()).collect();
    let mut groups = Vec::new();
    for chart in scene.charts() {
        let drawn = Drawn::new(story, chart);
        let (mut own, others): (Vec<usize>, Vec<usize>) =
            left.into_iter().partition(|i| drawn.owner(&placed.data[*i]).is_some());
        left = others;
        if drawn.series.is_some() {
            // what belongs to the series first, year by year; band, events and rings after it
            sort_by_key(&mut own, |i| {
                let datum = &placed.data[*i];
                match (drawn.gaps.get(&datum.key), datum.figure.filter(|ix| drawn.plotted.contains(ix))) {
                    (Some((from, _)), _) => (0, *from),
                    (None, Some(ix)) => (0, year_of(story, ix)),
                    (None, None) => (1, 0),
                }
            });
        }
        if own.is_empty() {
            continue;
        }
        if let Chart::SeriesTiles(tiles) = chart {
            groups.extend(by_theme(story, tiles, placed, &own));
            continue;
        }
        let entries = own.into_iter().map(|i| drawn.entry(&placed.data[i], i, locale)).collect();
        groups.push(Group { name: chart.as_type().heading(story, locale), entries });
    }
    // the sum of the charts is the scene; what no chart claims is still read
    if !left.is_empty() {
        let entries = left.iter().map(|i| Entry::plain(*i)).collect();
        groups.push(Group { name: scene.name.get(locale).to_string(), entries });
    }
    for group in &mut groups {
        let count = group.entries.len().to_string();
        group.name = Message::GroupItems.with(locale, &[&group.name, &count]);
    }
    groups
}

impl Entry {
    /// What has neither a source nor a sound.
    fn plain(datum: usize) -> Entry {
        Entry { datum, source: String::new(), note: None, opens: None, goes: None }
    }
}

/// A group a theme, so that few keys lead to any tile; the tile of what is missing after them, by itself.
fn by_theme(story: &Story, tiles: &SeriesTiles, placed: &PlacedScene, own: &[usize]) -> Vec<Group> {
    let entry = |key: &str, id: &str| {
        let at = own.iter().find(|i| placed.data[**i].key == key)?;
        Some(Entry { opens: Some(id.to_string()), ..Entry::plain(*at) })
    };
    let theme = |theme: &SeriesTheme| {
        let ids = theme.tiles.iter().map(|tile| &story.series(tile.series).id);
        let entries = ids.filter_map(|id| entry(&tile_key(id), id)).collect();
        Group { name: theme.name.get(placed.locale).to_string(), entries }
    };
    let missing = Group {
        name: Message::WhatIsMissing.get(placed.locale).to_string(),
        entries: entry(MISSING_KEY, MISSING_KEY).into_iter().collect(),
    };
    let groups = tiles.themes.iter().map(theme).chain([missing]);
    groups.filter(|group| !group.entries.is_empty()).collect()
}

fn year_of(story: &Story, ix: FigureIx) -> i32 {
    let period = story.figure(ix).period();
    period.start.or(period.end).map_or(0, |d| d.year)
}

/// A chart with what it shows, by the names that data have.
struct Drawn<'s> {
    story: &'s Story,
    shown: Vec<Seen>,
    known: BTreeSet<Seen>,
    series: Option<&'s Series>,
    plotted: BTreeSet<FigureIx>,
    /// Years without a point, by the keys of their data.
    gaps: BTreeMap<String, (i32, i32)>,
    /// What has no one source, by the keys of its data: a whole series, or what was found in none.
    unsourced: BTreeSet<String>,
    /// Chapters that it leads to, by the keys of their data.
    links: BTreeMap<String, String>,
}

impl Drawn<'_> {
    fn new<'s>(story: &'s Story, chart: &Chart) -> Drawn<'s> {
        let shown = story.shown([chart]);
        let series = chart.as_type().series().map(|series| story.series(series));
        let gaps = |s: &Series| story.gaps(s).into_iter().map(|gap| (gap_key(&s.id, gap.0), gap)).collect();
        Drawn {
            story,
            known: shown.iter().copied().collect(),
            // few charts show words, some thousands of points: only words are looked for one by one
            shown: shown.into_iter().filter(|seen| !matches!(seen, Seen::Figure(_))).collect(),
            series,
            plotted: series.map_or(BTreeSet::new(), |s| s.plotted.iter().copied().collect()),
            gaps: series.map_or(BTreeMap::new(), gaps),
            unsourced: match chart {
                Chart::Callouts(callouts) => callouts.missing.iter().map(Missing::key).collect(),
                Chart::SeriesTiles(tiles) => {
                    let keys = tiles.all().map(|series| tile_key(&story.series(series).id));
                    keys.chain([MISSING_KEY.to_string()]).collect()
                }
                _ => BTreeSet::new(),
            },
            links: match chart {
                Chart::Outlines(outlines) => {
                    let list = &story.list(outlines.list).id;
                    let link = |(item, id): (usize, &str)| (link_key(list, item, id), id.to_string());
                    outlines.links().map(link).collect()
                }
                _ => BTreeMap::new(),
            },
        }
    }

    /// What a datum belongs to among the things a chart shows: the source of it, or `None` within for gaps.
    fn owner(&self, datum: &Datum) -> Option<Option<SourceRef>> {
        let story = self.story;
        let key = &datum.key;
        if self.gaps.contains_key(key) || self.unsourced.contains(key) || self.links.contains_key(key) {
            return Some(None);
        }
        if let Some(series) = self.series.filter(|s| points_key(&s.id) == datum.key) {
            return Some(series.plotted.first().map(|ix| story.figure(*ix).source()));
        }
        // the item of a list first: it may be dated by a figure that another chart draws too
        let word = self.shown.iter().find_map(|s| match s {
            Seen::List(ix) => {
                let list = story.list(*ix);
                let rest = datum.key.strip_prefix(&list.id)?.strip_prefix('-')?;
                (rest == "open" || rest.bytes().all(|b| b.is_ascii_digit())).then_some(list.source)
            }
            Seen::Name(ix) => (story.name(*ix).id == datum.key).then(|| story.name(*ix).source),
            Seen::Milestone(ix) => {
                (story.milestone(*ix).id == datum.key).then(|| story.milestone(*ix).source)
            }
            Seen::Figure(_) => None,
        });
        if word.is_some() {
            return Some(word);
        }
        let ix = datum.figure?;
        self.known.contains(&Seen::Figure(ix)).then(|| Some(story.figure(ix).source()))
    }

    fn entry(&self, datum: &Datum, i: usize, locale: Locale) -> Entry {
        let story = self.story;
        let source = self.owner(datum).flatten().map_or(String::new(), |at| {
            format!("{}{}", Message::Source.get(locale), story.cite_short(at, locale))
        });
        let gap = self.series.zip(self.gaps.get(&datum.key));
        let gap =
            gap.map(|(s, years)| Note { scale: s.id.clone(), value: None, bound: "", years: Some(*years) });
        let number = datum.figure.and_then(|ix| {
            let f = story.figure(ix);
            // a rank, a year and the name of a class are no amounts
            if matches!(f.measure(), Measure::Rank | Measure::Date) || f.is_class() || f.name().is_some() {
                return None;
            }
            let of = self.series.filter(|_| self.plotted.contains(&ix)).map(|s| s.id.clone());
            Some(Note {
                scale: of.unwrap_or_else(|| f.unit().id.clone()),
                value: Some(f.number()?.digits().replace('−', "-")),
                bound: f.said(),
                years: Some(year_of(story, ix)).filter(|y| *y != 0).map(|y| (y, y)),
            })
        });
        let goes = self.links.get(&datum.key).cloned();
        Entry { source, note: gap.or(number), goes, ..Entry::plain(i) }
    }
}
