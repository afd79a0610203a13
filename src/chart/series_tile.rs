//! One tile of `series_tiles`: its words, its dots over their years, its squares.
//!
//! A series and a place come in; marks of one datum go out, and the height that the tile needs. Knows no other tile.
//!
//! **Invariant**: bounds stay open, gaps stay empty, and no number is drawn that its source has not printed.

mod marks;
mod words;

use crate::chart::dot_line::year_of;
use crate::geometry::Rect;
use crate::layout::enter::Enter;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::locale::Text;
use crate::model::{Series, SeriesIx};
use crate::text::Font;
use crate::theme::Role;
use marks::{grid, outline, plot, squares};
use serde::{Deserialize, Serialize};
use words::{name_of, span_of, unit_of, Words};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tile {
    /// 序列 · series
    pub series: SeriesIx,
    /// 另起的名称，短 · short name in place of the series'
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub label: Option<Text>,
    /// 看图前要知道的一句，如“市外” · what readers must know first, such as "outside the city"
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub tag: Option<Text>,
}

/// Key of the datum that the tile of a series is.
pub fn tile_key(series: &str) -> String {
    ["tile-", series].concat()
}

/// Key of the last tile.
pub const MISSING_KEY: &str = "tiles-missing";

/// The measures of a tile, CSS px.
struct Size {
    /// Beside its words.
    pad: f64,
    /// From its top to the baseline of its name.
    first: f64,
    /// From one baseline to the next.
    line: f64,
    /// From the baseline of its name to that of its number.
    value_line: f64,
    name: Font,
    value: Font,
    /// Of the dots, from zero to the largest number.
    plot: f64,
    dot: f64,
    /// Of a year's cell.
    cell: f64,
    square: f64,
    /// Below all that.
    foot: f64,
}

const SMALL: Font = Font::sans(13.0);

fn size(builder: &SceneBuilder) -> Size {
    match builder.compact {
        true => Size {
            pad: 12.0,
            first: 24.0,
            line: 19.0,
            value_line: 24.0,
            name: Font::bold(15.0),
            value: Font::bold(20.0),
            plot: 24.0,
            dot: 4.0,
            cell: 8.0,
            square: 11.0,
            foot: 10.0,
        },
        false => Size {
            pad: 8.0,
            first: 17.0,
            line: 16.0,
            value_line: 18.0,
            name: Font::bold(13.0),
            value: Font::bold(17.0),
            plot: 13.0,
            dot: 3.0,
            cell: 6.0,
            square: 9.0,
            foot: 5.0,
        },
    }
}

/// Room above the highest dot for its arrow, CSS px.
const ARROW: f64 = 9.0;
/// Length of that arrow beyond the dot, CSS px.
const SHAFT: f64 = 6.0;
/// Between two words of a line that are two things, CSS px.
const BETWEEN: f64 = 8.0;
/// Widest year, CSS px.
const WIDEST: f64 = 12.0;
/// A year narrower than this has a tick in place of an outlined cell, CSS px.
const NARROW: f64 = 4.0;

/// Draws the tile of a series, at least `height` high; returns how high it is. `axis`: its points stand on one.
pub(super) fn series(builder: &mut SceneBuilder, area: Area, tile: &Tile, axis: bool, height: f64) -> f64 {
    let facts = builder.facts;
    let series = facts.series(tile.series);
    let name = name_of(builder, series, axis);
    let size = size(builder);
    builder.begin_named(tile_key(&series.id), None, name);
    // marks are put down back to front, and how high the frame is comes out at the end
    let frame = builder.marks.len();
    let label = builder.say(tile.label.as_ref().unwrap_or(&series.label)).to_string();
    let inner = Area::new(area.x + size.pad, area.y, area.w - 2.0 * size.pad);
    let shown = if axis { &series.plotted } else { &series.points };
    let one = shown.last().copied().filter(|_| axis || shown.len() == 1);
    let ink = builder.paint(Role::Ink);
    let muted = builder.paint(Role::Muted);
    let mut late = None;
    let mut words = Words { inner, baseline: area.y + size.first, line: size.line };
    let unit = one.map(|ix| unit_of(builder, ix)).unwrap_or_default();
    // a name with the unit in it says it
    let said = unit.chars().count() > 2 && label.to_ascii_lowercase().contains(&unit.to_ascii_lowercase());
    let unit = if said { String::new() } else { unit };
    let rest = match &tile.tag {
        Some(tag) => {
            let (tag, accent) = (builder.say(tag).to_string(), builder.accent_paint());
            words.name(builder, (&label, size.name, ink), (&tag, Font::bold(13.0), accent), true);
            unit
        }
        None if words.name(builder, (&label, size.name, ink), (&unit, SMALL, muted), false) => String::new(),
        None => unit,
    };
    words.baseline += size.value_line;
    match one {
        Some(ix) => {
            let figure = builder.figure(ix);
            let value = figure.phrase(builder.locale).without_unit(figure.unit(), builder.locale);
            let span = match axis {
                true => span_of(builder, series),
                false => builder.say(&figure.period().text).to_string(),
            };
            // beside a short rail there is room for its years
            let short = axis && {
                let used = pitch_of(inner.w, years_of(builder, series)) * span_len(years_of(builder, series));
                used + BETWEEN + builder.measure.width(&span, SMALL) <= inner.w
            };
            let said = words.number(builder, (value.trim(), size.value, ink), (&rest, &span), muted, short);
            late = (!said).then_some(span);
            builder.legend_for(ix);
        }
        None => {
            let text = Message::TileRecords.count(builder.locale, shown.len());
            words.lines(builder, (&text, SMALL, muted));
        }
    }
    if axis {
        for status in facts.status_years(series, builder.locale) {
            words.baseline += words.line;
            words.lines(builder, (&status, SMALL, muted));
        }
    }
    let top = words.baseline + 4.0;
    let bottom = match axis {
        true => plot(builder, Area { y: top, ..inner }, &size, tile.series),
        false => squares(builder, Area { y: top + 6.0, ..inner }, &size, shown),
    };
    if let Some(span) = late {
        words.baseline = bottom;
        words.right(builder, (&span, SMALL, muted));
    }
    let natural = bottom + size.foot - area.y;
    let accent = builder.accent_paint();
    let rule = builder.paint(Role::Rule);
    outline(builder, frame, Rect::new(area.x, area.y, area.w, natural.max(height)), rule, Some(accent));
    builder.end();
    natural.max(height)
}

/// Draws the last tile, at least `height` high; returns how high it is.
pub(super) fn missing(builder: &mut SceneBuilder, area: Area, count: usize, height: f64) -> f64 {
    let size = size(builder);
    let title = Message::WhatIsMissing.get(builder.locale);
    let text = Message::MissingItems.count(builder.locale, count);
    let name = [title, Message::Colon.get(builder.locale), &text].concat();
    builder.begin_named(MISSING_KEY.to_string(), None, name);
    let frame = builder.marks.len();
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let inner = Area::new(area.x + size.pad, area.y, area.w - 2.0 * size.pad);
    let mut words = Words { inner, baseline: area.y + size.first, line: size.line };
    words.lines(builder, (title, size.name, ink));
    words.baseline += size.value_line;
    words.lines(builder, (&text, SMALL, muted));
    let enter = Enter::fade(builder.delay);
    let stroke = Stroke { paint: muted, width: 1.0, dash: None };
    let mut bottom = words.baseline;
    for rect in grid(Area { y: words.baseline + 10.0, ..inner }, size.square, count) {
        let shape = Shape::Rect { rect: rect.inset(0.5), radius: 0.0 };
        builder.put("record", shape, Fill::None, Some(stroke), enter);
        bottom = rect.bottom();
    }
    let natural = bottom + size.foot - area.y;
    outline(builder, frame, Rect::new(area.x, area.y, area.w, natural.max(height)), ink, None);
    builder.end();
    natural.max(height)
}

/// First and last year of a series.
fn years_of(builder: &SceneBuilder, series: &Series) -> (i32, i32) {
    let years = series.plotted.iter().filter_map(|ix| year_of(builder.figure(*ix)));
    years.fold((i32::MAX, i32::MIN), |(from, to), year| (from.min(year), to.max(year)))
}

fn span_len((from, to): (i32, i32)) -> f64 {
    f64::from(to) - f64::from(from) + 1.0
}

/// How wide a year is where all have `room` px.
fn pitch_of(room: f64, years: (i32, i32)) -> f64 {
    (room / span_len(years)).min(WIDEST)
}
