//! What a reader looks for among the tiles of a scene: one theme, some words, one series or two side by side.
//!
//! A scene with tiles and a wish come in; the scene that shows it goes out, made of the charts that any story has. It is
//! laid out, described and drawn as every scene is.
//!
//! **Invariant**: a series is drawn as its tile is, on an axis from zero or as a list; two of them never share one. Every
//! index in the scene is one of the story's.

use crate::chart::callouts::Callouts;
use crate::chart::dot_line::DotLine;
use crate::chart::parts::Noted;
use crate::chart::series_tile::{Tile, MISSING_KEY};
use crate::chart::series_tiles::{has_axis, SeriesTheme, SeriesTiles};
use crate::chart::{Chart, Placed};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::record::years_text;
use crate::model::{Series, SeriesIx};
use crate::story::{Scene, Story};

/// What a reader looks for; by default all there is.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Wish {
    /// Of the scene's themes, by its place among them.
    pub theme: Option<usize>,
    /// Words, each of which is in a series' name, unit or sources, or in the name of its theme.
    pub search: String,
    /// Ids of the series that fill the picture: one, or two side by side; `MISSING_KEY` for what was found in no source.
    pub opened: Vec<String>,
}

/// A tile with its theme, and the place of that among the themes of its scene.
pub struct Found<'s> {
    pub tile: &'s Tile,
    pub theme: &'s SeriesTheme,
    pub place: usize,
}

impl Scene {
    fn tiles(&self) -> impl Iterator<Item = &SeriesTiles> {
        self.charts().filter_map(|chart| match chart {
            Chart::SeriesTiles(tiles) => Some(tiles),
            _ => None,
        })
    }

    /// Whether it has tiles that can be looked through.
    pub fn explores(&self) -> bool {
        self.tiles().next().is_some()
    }

    /// Returns the themes of its tiles, in order.
    pub fn themes(&self) -> impl Iterator<Item = &SeriesTheme> {
        self.tiles().flat_map(|tiles| &tiles.themes)
    }

    /// Returns its tiles, theme by theme.
    pub fn found<'s>(&'s self) -> impl Iterator<Item = Found<'s>> {
        let of =
            |place, theme: &'s SeriesTheme| theme.tiles.iter().map(move |tile| Found { tile, theme, place });
        self.themes().enumerate().flat_map(move |(place, theme)| of(place, theme))
    }
}

impl Story {
    /// Returns the scene as the reader wishes to see it, in the language in which the words are looked for; nothing where
    /// that is the scene itself. An id that no tile has opens nothing.
    pub fn explored(&self, scene: &Scene, wish: &Wish, locale: Locale) -> Option<Scene> {
        if wish.opened.first().is_some_and(|id| id == MISSING_KEY) {
            if let Some(missing) = self.missing_of(scene) {
                return Some(missing);
            }
        }
        let opened = |id: &String| scene.found().find(|found| self.series(found.tile.series).id == *id);
        let opened: Vec<Found> = wish.opened.iter().filter_map(opened).take(2).collect();
        match &opened[..] {
            [] => self.filtered(scene, wish, locale),
            [one] => Some(self.alone(scene, one)),
            several => Some(self.beside(scene, several)),
        }
    }

    /// Puts a scene that `explored` has made in the place of another; returns that one.
    pub fn show_instead(&mut self, index: usize, scene: Scene) -> Scene {
        std::mem::replace(&mut self.scenes[index], scene)
    }

    /// Whether a tile is what the reader looks for.
    pub fn matches(&self, found: &Found, wish: &Wish, locale: Locale) -> bool {
        let series = self.series(found.tile.series);
        let labels = found.tile.label.iter().chain([&*series.label, &found.theme.name]);
        let units = series.points.iter().map(|ix| self.figure(*ix).unit().name(locale).to_string());
        let sources = series.points.iter().map(|ix| self.cite_source(self.figure(*ix).source(), locale));
        let mut said: Vec<String> = labels.map(|text| text.get(locale).to_string()).chain(units).collect();
        said.extend(sources);
        let said = said.join("\n").to_lowercase();
        let wanted = wish.search.to_lowercase();
        wish.theme.is_none_or(|theme| theme == found.place)
            && wanted.split_whitespace().all(|word| said.contains(word))
    }

    /// The same scene with fewer tiles, and nothing else in it; nothing where all are looked for.
    fn filtered(&self, scene: &Scene, wish: &Wish, locale: Locale) -> Option<Scene> {
        if wish.theme.is_none() && wish.search.trim().is_empty() {
            return None;
        }
        let mut found = scene.found();
        let mut fewer = |tiles: &SeriesTiles| {
            let mut fewer = tiles.clone();
            for theme in &mut fewer.themes {
                theme.tiles.retain(|_| found.next().is_some_and(|tile| self.matches(&tile, wish, locale)));
            }
            fewer.themes.retain(|theme| !theme.tiles.is_empty());
            // what was found in no source is of no theme
            fewer.missing.clear();
            Placed { chart: Chart::SeriesTiles(fewer), weight: 1.0, under: false, frame: false, noted: false }
        };
        let rows: Vec<Vec<Placed>> = scene.tiles().map(|tiles| vec![fewer(tiles)]).collect();
        let mut fewer = Scene { rows, notice: scene.notice, ..blank(scene) };
        if fewer.found().next().is_none() {
            fewer.subtitle = self.say(|locale| Message::NothingFound.get(locale).to_string());
        }
        Some(fewer)
    }

    /// A scene of one series: its chart, its definition, its caution.
    fn alone(&self, scene: &Scene, found: &Found) -> Scene {
        let series = self.series(found.tile.series);
        Scene {
            accent: found.theme.accent,
            title: (*series.label).clone(),
            subtitle: self.say(|locale| self.measured(found.tile.series, locale)),
            narration: vec![self.say(|locale| sentence(series.definition.get(locale), locale))],
            note: series.note.clone(),
            rows: vec![vec![self.chart_of(found.tile.series, false)]],
            ..blank(scene)
        }
    }

    /// A scene of several series, each in a chart of its own with its caution below.
    fn beside(&self, scene: &Scene, opened: &[Found]) -> Scene {
        let all = || opened.iter().map(|found| self.series(found.tile.series));
        let defined = |series: &Series| {
            let said = |locale: Locale| {
                let (label, what) = (series.label.get(locale), series.definition.get(locale));
                sentence(&[label, Message::Colon.get(locale), what].concat(), locale)
            };
            self.say(said)
        };
        let names = |locale: Locale| all().map(|series| series.label.get(locale)).collect::<Vec<_>>();
        Scene {
            accent: opened[0].theme.accent,
            title: self.say(|locale| Message::SideBySide.with(locale, &names(locale))),
            subtitle: self.say(|locale| Message::EachItsScale.get(locale).to_string()),
            narration: all().map(defined).collect(),
            note: None,
            rows: vec![opened.iter().map(|found| self.chart_of(found.tile.series, true)).collect()],
            ..blank(scene)
        }
    }

    /// A scene of what was found in no source.
    fn missing_of(&self, scene: &Scene) -> Option<Scene> {
        let missing: Vec<_> = scene.tiles().flat_map(|tiles| tiles.missing.iter().cloned()).collect();
        let count = missing.len();
        let chart = Chart::Callouts(Callouts { items: Vec::new(), missing, note: None });
        (count > 0).then(|| Scene {
            title: self.say(|locale| Message::WhatIsMissing.get(locale).to_string()),
            subtitle: self.say(|locale| Message::MissingItems.count(locale, count)),
            narration: Vec::new(),
            note: None,
            rows: vec![vec![Placed { chart, weight: 1.0, under: false, frame: false, noted: false }]],
            ..blank(scene)
        })
    }

    /// `noted`: its caution stands below it.
    fn chart_of(&self, ix: SeriesIx, noted: bool) -> Placed {
        let series = self.series(ix);
        let note = series.note.clone().filter(|_| noted);
        let chart = match has_axis(self, ix) {
            true => Chart::DotLine(DotLine {
                title: Some(self.say(|locale| self.named(series, locale))),
                series: ix,
                band: None,
                milestones: Vec::new(),
                rail: true,
                compare: Vec::new(),
                definitions: true,
                stems: false,
                note,
            }),
            false => {
                let item = |ix: &crate::model::figure::FigureIx| Noted {
                    figure: *ix,
                    label: series.definitions.get(self.figure(*ix).definition()).map(|d| d.text.clone()),
                    note: self.figure(*ix).note().cloned(),
                };
                Chart::Callouts(Callouts {
                    items: series.points.iter().map(item).collect(),
                    missing: Vec::new(),
                    note,
                })
            }
        };
        Placed { chart, weight: 1.0, under: false, frame: false, noted: false }
    }

    /// A series with its unit: 绿化覆盖率，%.
    fn named(&self, series: &Series, locale: Locale) -> String {
        [series.label.get(locale), Message::Comma.get(locale), series.unit.name(locale)].concat()
    }

    /// What its picture shows: its years, and that it begins at zero; of a list, how many records it has.
    fn measured(&self, ix: SeriesIx, locale: Locale) -> String {
        let series = self.series(ix);
        if !has_axis(self, ix) {
            return Message::TileRecords.count(locale, series.points.len());
        }
        let years =
            series.plotted.iter().filter_map(|ix| self.figure(*ix).period().start.map(|date| date.year));
        let (from, to) = years.fold((i32::MAX, i32::MIN), |(from, to), year| (from.min(year), to.max(year)));
        let zero = Message::FromZero.with(locale, &[&years_text((from, to), locale)]);
        match self.gaps(series).is_empty() {
            true => zero,
            false => [&zero, Message::Semicolon.get(locale), Message::YearsEmpty.get(locale)].concat(),
        }
    }

    fn say(&self, words: impl FnMut(Locale) -> String) -> Text {
        Text::each(&self.languages, words)
    }
}

/// A scene of the same name and words, with no chart in it.
fn blank(scene: &Scene) -> Scene {
    Scene {
        id: scene.id.clone(),
        number: scene.number,
        name: scene.name.clone(),
        accent: scene.accent,
        title: scene.title.clone(),
        subtitle: scene.subtitle.clone(),
        narration: scene.narration.clone(),
        note: scene.note.clone(),
        guess: None,
        notice: false,
        full_bleed: false,
        rows: Vec::new(),
    }
}

fn sentence(text: &str, locale: Locale) -> String {
    match text.ends_with(['。', '！', '？', '.', '!', '?']) {
        true => text.to_string(),
        false => [text, Message::Stop.get(locale)].concat(),
    }
}
