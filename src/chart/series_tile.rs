//! One tile of `series_tiles`: its words, its dots over their years, its squares.
//!
//! A series and a place come in; marks of one datum go out, and the height that the tile needs. Knows no other tile.
//!
//! **Invariant**: bounds stay open, gaps stay empty, and no number is drawn that its source has not printed.

use crate::chart::dot_line::marks::columns;
use crate::chart::dot_line::{year_of, DENSE};
use crate::chart::period_axis::joined;
use crate::geometry::{sort_by_key, Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::model::{Series, SeriesIx};
use crate::text::{wrap, Font};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

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

/// Words in lines of a tile.
struct Words {
    inner: Area,
    baseline: f64,
    line: f64,
}

type Said<'w> = (&'w str, Font, Paint);

impl Words {
    /// As many lines as it needs; returns the width of the last. Ends at the baseline of the last line, as all of these.
    fn lines(&mut self, builder: &mut SceneBuilder, (text, font, paint): Said) -> f64 {
        let lines = wrap::wrap(text, font, self.inner.w, builder.measure);
        for (i, line) in lines.iter().enumerate() {
            self.baseline += if i > 0 { self.line.max(font.size * 1.15) } else { 0.0 };
            builder.text(Point::new(self.inner.x, self.baseline), line, font, paint, Anchor::Start);
        }
        lines.last().map_or(0.0, |line| builder.measure.width(line, font))
    }

    fn right(&self, builder: &mut SceneBuilder, (text, font, paint): Said) {
        let at = Point::new(self.inner.right(), self.baseline);
        builder.text(at, text, font, paint, Anchor::End);
    }

    /// A name with something at the right end of its last line, or below it where that `must` be said; answers whether
    /// it is said.
    fn name(&mut self, builder: &mut SceneBuilder, name: Said, beside: Said, must: bool) -> bool {
        let used = self.lines(builder, name);
        let fits = used + BETWEEN + builder.measure.width(beside.0, beside.1) <= self.inner.w;
        if fits && !beside.0.is_empty() {
            self.right(builder, beside);
        } else if must {
            self.baseline += self.line;
            self.lines(builder, beside);
        }
        fits || must
    }

    /// A number with its unit behind it and its years at the right end; in lines of their own what has no room. `later`:
    /// the years may stand elsewhere instead; answers whether they are said.
    fn number(
        &mut self,
        builder: &mut SceneBuilder,
        value: Said,
        (unit, span): (&str, &str),
        muted: Paint,
        later: bool,
    ) -> bool {
        let small = |text: &str| builder.measure.width(text, SMALL);
        let (unit_width, span_width) = (if unit.is_empty() { 0.0 } else { 5.0 + small(unit) }, small(span));
        let used = self.lines(builder, value);
        let all = used + unit_width + BETWEEN + span_width <= self.inner.w;
        let years = all || used + BETWEEN + span_width <= self.inner.w;
        if years {
            self.right(builder, (span, SMALL, muted));
        }
        if !unit.is_empty() && (all || (!years && used + unit_width <= self.inner.w)) {
            let at = Point::new(self.inner.x + used + 5.0, self.baseline);
            builder.text(at, unit, SMALL, muted, Anchor::Start);
        } else if !unit.is_empty() {
            self.baseline += self.line;
            self.lines(builder, (unit, SMALL, muted));
        }
        if !years && !later {
            self.baseline += self.line;
            self.lines(builder, (span, SMALL, muted));
        }
        years || !later
    }
}

/// The unit of a number whose digits do not carry it, as a percent sign does.
fn unit_of(builder: &SceneBuilder, ix: FigureIx) -> String {
    let unit = builder.figure(ix).unit();
    if unit.is_percent() {
        String::new()
    } else {
        unit.name(builder.locale).to_string()
    }
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

fn span_of(builder: &SceneBuilder, series: &Series) -> String {
    let (from, to) = years_of(builder, series);
    match from == to {
        true => Message::YearLabel.with(builder.locale, &[&from.to_string()]),
        false => Message::Years.with(builder.locale, &[&from.to_string(), &to.to_string()]),
    }
}

/// What the tile is called aloud.
fn name_of(builder: &SceneBuilder, series: &Series, axis: bool) -> String {
    let (facts, locale) = (builder.facts, builder.locale);
    if !axis {
        let count = Message::TileRecords.count(locale, series.points.len());
        return [series.label.get(locale), Message::Colon.get(locale), &count].concat();
    }
    let mut parts = vec![facts.points_statement(series, locale)];
    if let Some(ix) = series.plotted.last() {
        let figure = facts.figure(*ix);
        let (period, phrase) = (figure.period().text.get(locale), figure.display(locale));
        let point = Message::PointInPeriod.with(locale, &[period, &phrase]);
        parts.push(Message::TileLatest.with(locale, &[&point]));
    }
    let missing = facts.missing_years(series);
    if missing > 0 {
        parts.push(Message::CountYearsMissing.count(locale, missing));
    }
    parts.join(Message::Semicolon.get(locale))
}

/// The frame of a tile, behind what is drawn in it already: `first` is its first mark.
fn outline(builder: &mut SceneBuilder, first: usize, rect: Rect, paint: Paint, top: Option<Paint>) {
    let enter = Enter::fade(builder.delay);
    let end = builder.marks.len();
    let stroke = Stroke { paint, width: 1.0, dash: None };
    let shape = Shape::Rect { rect: rect.inset(0.5), radius: 0.0 };
    builder.put("tile", shape, Fill::None, Some(stroke), enter);
    if let Some(accent) = top {
        builder.rect("theme", Rect { h: 3.0, ..rect }, Fill::Solid(accent), enter);
    }
    let added = builder.marks.len() - end;
    builder.marks[first..].rotate_right(added);
}

/// A square each, as many in a line as fit.
fn grid(area: Area, side: f64, count: usize) -> impl Iterator<Item = Rect> {
    let pitch = side + 3.5;
    let columns = ((area.w + 3.5) / pitch).floor().max(1.0) as usize;
    (0..count).map(move |i| {
        Rect::new(area.x + (i % columns) as f64 * pitch, area.y + (i / columns) as f64 * pitch, side, side)
    })
}

/// Most squares of a tile; the count is in its words.
const MOST: usize = 60;

/// A square a record: solid for results, an outline for goals and forecasts. Returns the y below them.
fn squares(builder: &mut SceneBuilder, area: Area, size: &Size, records: &[FigureIx]) -> f64 {
    let (accent, enter) = (builder.accent_paint(), Enter::fade(builder.delay));
    let mut bottom = area.y;
    for (rect, ix) in grid(area, size.square, records.len().min(MOST)).zip(records) {
        if builder.figure(*ix).status().is_result() {
            builder.rect("record", rect, Fill::Solid(accent), enter);
        } else {
            let stroke = builder.aim_stroke(*ix, accent);
            let shape = Shape::Rect { rect: rect.inset(1.0), radius: 0.0 };
            builder.put("record", shape, Fill::None, Some(stroke), enter);
        }
        bottom = rect.bottom();
    }
    bottom
}

/// The dots from zero with the rail of years below; returns the y below it.
fn plot(builder: &mut SceneBuilder, area: Area, size: &Size, series: SeriesIx) -> f64 {
    let facts = builder.facts;
    let points = &facts.series(series).plotted;
    let years: Vec<i32> = points.iter().filter_map(|ix| year_of(facts.figure(*ix))).collect();
    let (first, last) = years_of(builder, facts.series(series));
    let pitch = pitch_of(area.w, (first, last));
    let zero = area.y + ARROW + size.plot;
    let most = points.iter().map(|ix| facts.figure(*ix).amount()).fold(0.0, f64::max);
    let at = |ix: FigureIx| {
        let figure = facts.figure(ix);
        let time = figure.period().start.or(figure.period().end).map_or(0.0, |date| date.years());
        let part = if most > 0.0 { figure.amount() / most } else { 0.0 };
        Point::new(area.x + (time - f64::from(first)) * pitch, zero - part * size.plot)
    };
    let (accent, rule) = (builder.accent_paint(), builder.paint(Role::Rule));
    let enter = Enter::fade(builder.delay);
    let end = area.x + pitch * span_len((first, last));
    builder.line("zero", vec![Point::new(area.x, zero), Point::new(end, zero)], rule, 1.0, enter);
    let dense = points.len() > DENSE;
    let mut alone = Vec::new();
    let mut run: Vec<Point> = Vec::new();
    for (i, ix) in points.iter().enumerate() {
        run.push(at(*ix));
        let next = points.get(i + 1).map(|next| facts.figure(*next));
        if next.is_some_and(|next| joined(facts, facts.figure(*ix), next)) {
            continue;
        }
        let line = std::mem::take(&mut run);
        match line[..] {
            [at] if dense => alone.push(Instance::disc(at, 1.5, accent)),
            [_] => {}
            _ => {
                let enter = Enter { effect: Effect::Draw, delay: builder.delay + 0.2, duration: 0.4 };
                let line = if dense { columns(&line) } else { line };
                builder.line("line", line, accent, 1.5, enter);
                builder.legend(LegendEntry::Adjacent);
            }
        }
    }
    if !alone.is_empty() {
        builder.put("dot", Shape::Instances(alone), Fill::None, None, enter);
    }
    for ix in points {
        if !dense || facts.figure(*ix).is_bounded() {
            dot(builder, *ix, at(*ix), size.dot);
        }
    }
    // an arrow that points down from near zero ends above the years
    let below = points.iter().filter(|ix| facts.figure(**ix).opens_down());
    let below = below.map(|ix| at(*ix).y + size.dot + SHAFT - zero).fold(0.0, f64::max);
    let top = zero + 4.0 + below;
    rail(builder, Area::new(area.x, top, pitch), size.cell, years, (first, last));
    top + size.cell
}

/// A point as what it says: solid, with a halo for about, with an arrow for a bound and a tick where that includes its
/// number.
fn dot(builder: &mut SceneBuilder, ix: FigureIx, at: Point, radius: f64) {
    let (accent, figure) = (builder.accent_paint(), builder.figure(ix));
    let enter = Enter::new(Effect::Pop, builder.delay);
    if figure.is_soft() {
        builder.circle("about", at, radius * 2.2, Fill::Soft(accent), None, enter);
        builder.circle("dot", at, radius * 0.75, Fill::Solid(accent), None, enter);
    } else {
        builder.circle("dot", at, radius, Fill::Solid(accent), None, enter);
    }
    if figure.is_inclusive() {
        let ink = builder.paint(Role::Ink);
        let ends = vec![Point::new(at.x - radius * 1.8, at.y), Point::new(at.x + radius * 1.8, at.y)];
        builder.line("tick", ends, ink, 1.5, enter);
    }
    if figure.opens_up() || figure.opens_down() {
        let way = if figure.opens_up() { -1.0 } else { 1.0 };
        let tip = at.y + way * (radius + SHAFT);
        let shaft = vec![Point::new(at.x, at.y + way * radius), Point::new(at.x, tip)];
        let head = [-2.5, 0.0, 2.5].map(|x: f64| Point::new(at.x + x, tip - way * x.abs())).to_vec();
        builder.line("arrow", shaft, accent, 1.25, enter);
        builder.line("arrowhead", head, accent, 1.25, enter);
    }
    builder.legend_for(ix);
}

/// A cell a year where there is a figure, a gap strip where none was found. `area` is as wide as one year.
fn rail(builder: &mut SceneBuilder, area: Area, high: f64, mut years: Vec<i32>, (first, last): (i32, i32)) {
    let (accent, muted) = (builder.accent_paint(), builder.paint(Role::Muted));
    let enter = Enter::fade(builder.delay);
    let pitch = area.w;
    let wide = (pitch - 1.5).clamp(0.75, 10.0);
    let x = |year: i32| area.x + (f64::from(year - first) + 0.5) * pitch - wide / 2.0;
    sort_by_key(&mut years, |year| *year);
    years.dedup();
    // neighbouring years that no eye tells apart are one cell
    let runs: Vec<&[i32]> = years.chunk_by(|a, b| pitch < 2.0 && b - a == 1).collect();
    for run in runs {
        let (from, to) = (x(run[0]), x(run[run.len() - 1]));
        builder.rect("year", Rect::new(from, area.y, to - from + wide, high), Fill::Solid(accent), enter);
    }
    let empty: Vec<i32> = (first..=last).filter(|year| years.binary_search(year).is_err()).collect();
    if empty.is_empty() {
        return;
    }
    builder.legend(LegendEntry::Missing);
    if pitch < NARROW {
        // where ticks would run into each other not every year has one
        let every = (2.0 / pitch).ceil().max(1.0) as usize;
        for year in empty.into_iter().step_by(every) {
            let middle = x(year) + wide / 2.0;
            let tick = Rect::new(middle - 0.5, area.y + high / 2.0 - 1.5, 1.0, 3.0);
            builder.rect("gap", tick, Fill::Solid(muted), enter);
        }
        return;
    }
    for run in empty.chunk_by(|a, b| b - a == 1) {
        let (from, to) = (x(run[0]), x(run[run.len() - 1]));
        bound_marks::gap(builder, Rect::new(from, area.y, to - from + wide, high), enter);
    }
}
