//! Many series at once, a tile each (small multiples): what each measures, its points from zero, the years without a
//! figure, its latest number. What has no common axis is a list: one square a record. The last tile counts what was
//! found in no source.
//!
//! Themes with their series come in; one datum a tile goes out. Draws no axis with numbers: a tile shows the course of
//! a series and where it has gaps, its amounts are in the words.
//!
//! **Invariant**: each tile has a scale of its own, from zero, and is never overlaid with another; points are joined
//! only where `dot_line` joins them.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::callouts::Missing;
use crate::chart::chart_type::*;
use crate::chart::series_tile::{self, Tile};
use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::mark::{Anchor, Fill};
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeriesTiles {
    /// 各主题，按次序 · themes in order
    pub themes: Vec<SeriesTheme>,
    /// 未见公布的数，合为末格 · what was found in no source, together in the last tile
    #[serde(default)]
    pub missing: Vec<Missing>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// Series that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeriesTheme {
    /// 名称 · name
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub name: Text,
    /// 颜色的含义 · accent colour by meaning
    pub accent: Role,
    /// 各组数据，一组一格 · series, a tile each
    pub tiles: Vec<Tile>,
}

impl SeriesTiles {
    /// Returns its series, theme by theme.
    pub fn all(&self) -> impl Iterator<Item = SeriesIx> + '_ {
        self.themes.iter().flat_map(|theme| &theme.tiles).map(|tile| tile.series)
    }
}

impl ChartType for SeriesTiles {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        self.all().flat_map(|series| &facts.series(series).points).for_each(|ix| see(Seen::Figure(*ix)));
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        Message::HeadingTiles.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        110.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self)
    }
}

impl Acceptance for SeriesTiles {
    fn slots(&self, facts: &Facts) -> Vec<Slot> {
        let table = |series: SeriesIx| -> &'static dyn Table {
            if has_axis(facts, series) {
                &Dots
            } else {
                &Words
            }
        };
        let of = |series: SeriesIx| {
            let series_facts = facts.series(series);
            let drawn = if has_axis(facts, series) { &series_facts.plotted } else { &series_facts.points };
            drawn.iter().map(move |ix| Slot::new(*ix, "themes", table(series))).collect::<Vec<_>>()
        };
        self.all().flat_map(of).collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        // a tile's scale reaches to the largest number of its series
        Vec::new()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        // what has no common axis is a list
        Vec::new()
    }
}

/// Whether the dated points of a series stand on one axis from zero: else its tile is a list.
pub fn has_axis(facts: &Facts, series: SeriesIx) -> bool {
    let slots: Vec<Slot> =
        facts.series(series).plotted.iter().map(|ix| Slot::new(*ix, "themes", &Dots)).collect();
    let takes = |slot: &Slot| against(&Dots, facts.figure(slot.figure)).is_empty();
    let like = |slot: &Slot| {
        slots.first().map(|first| facts.figure(first.figure).unit().id.clone())
            == Some(facts.figure(slot.figure).unit().id.clone())
    };
    !slots.is_empty() && slots.iter().all(|slot| takes(slot) && like(slot))
}

/// The points of a tile with an axis.
pub struct Dots;

impl Table for Dots {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Level | Measure::Flow | Measure::Count | Measure::Share | Measure::Rate => Ok(()),
            Measure::Growth | Measure::Change | Measure::Points => Err(Reason::Change),
            Measure::Multiple | Measure::Ratio | Measure::Rank | Measure::Index | Measure::Date => {
                Err(Reason::Measure(measure))
            }
        }
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed_open_or_soft(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        not_below_zero(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        numbers(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        match precision {
            Precision::Day | Precision::Month | Precision::Quarter | Precision::Year => Ok(()),
            Precision::Months | Precision::Years | Precision::Named => Err(Reason::Precision(precision)),
        }
    }
}

/// Between two tiles, CSS px.
const GAP: (f64, f64) = (15.0, 7.0);
/// The narrowest tile, CSS px; on a phone a tile is as wide as the picture.
const LEAST: f64 = 160.0;

/// What stands in a tile: a series with the colour of its theme, or the count of what was not found.
enum Content<'c> {
    Series(&'c Tile, Role),
    Missing(usize),
}

fn place(builder: &mut SceneBuilder, area: Area, spec: &SeriesTiles) -> f64 {
    let (start, accent) = (builder.delay, builder.accent);
    let mut y = area.y + names(builder, area, spec);
    let mut tiles: Vec<Content> = Vec::new();
    for theme in &spec.themes {
        let accent = theme.accent;
        tiles.extend(theme.tiles.iter().map(|tile| Content::Series(tile, accent)));
    }
    if !spec.missing.is_empty() {
        tiles.push(Content::Missing(spec.missing.len()));
    }
    let columns = match builder.compact {
        true => 1,
        false => ((area.w + GAP.0) / (LEAST + GAP.0)).floor().max(1.0) as usize,
    };
    let width = (area.w - GAP.0 * (columns - 1) as f64) / columns as f64;
    for (r, row) in tiles.chunks(columns).enumerate() {
        builder.delay = start + (0.05 * r as f64).min(0.4);
        let draw = |builder: &mut SceneBuilder, content: &Content, cell: Area, height: f64| match content {
            Content::Series(tile, accent) => {
                builder.accent = *accent;
                series_tile::series(builder, cell, tile, has_axis(builder.facts, tile.series), height)
            }
            Content::Missing(count) => series_tile::missing(builder, cell, *count, height),
        };
        let cell = |c: usize| Area::new(area.x + c as f64 * (width + GAP.0), y, width);
        let heights: Vec<f64> = row
            .iter()
            .enumerate()
            .map(|(c, content)| builder.tried(|builder| draw(builder, content, cell(c), 0.0)))
            .collect();
        let height = heights.into_iter().fold(0.0, f64::max);
        for (c, content) in row.iter().enumerate() {
            draw(builder, content, cell(c), height);
        }
        y += height + GAP.1;
    }
    builder.accent = accent;
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y, area.w, spec.note.as_ref()) - GAP.1;
    y - area.y
}

/// The themes by their colours, in a line that breaks where it must; returns its height.
fn names(builder: &mut SceneBuilder, area: Area, spec: &SeriesTiles) -> f64 {
    let (ink, font) = (builder.paint(Role::Ink), Font::sans(13.0));
    let (mut x, mut y) = (area.x, area.y);
    for theme in &spec.themes {
        let name = builder.say(&theme.name).to_string();
        let width = 14.0 + builder.measure.width(&name, font);
        if x > area.x && x + width > area.right() {
            (x, y) = (area.x, y + 20.0);
        }
        let swatch = Rect::new(x, y + 3.0, 9.0, 9.0);
        let paint = builder.paint(theme.accent);
        builder.rect("theme", swatch, Fill::Solid(paint), Enter::fade(builder.delay));
        let at = Point::new(x + 14.0, y + 12.0);
        builder.text(at, &name, font, ink, Anchor::Start);
        x += width + 18.0;
    }
    if spec.themes.is_empty() {
        0.0
    } else {
        y + 21.0 - area.y
    }
}
