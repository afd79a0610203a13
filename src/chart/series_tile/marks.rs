//! What is drawn in a tile: dots over their years with a rail below, squares for records, the frame behind.
//!
//! **Invariant**: dots stand on one scale from zero; a year without a figure has an empty cell.

use crate::chart::dot_line::marks::columns;
use crate::chart::dot_line::{year_of, DENSE};
use crate::chart::period_axis::joined;
use crate::chart::series_tile::{pitch_of, span_len, years_of, Size, ARROW, NARROW, SHAFT};
use crate::geometry::{sort_by_key, Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::model::figure::FigureIx;
use crate::model::SeriesIx;
use crate::theme::Role;

/// The frame of a tile, behind what is drawn in it already: `first` is its first mark.
pub(super) fn outline(
    builder: &mut SceneBuilder,
    first: usize,
    rect: Rect,
    paint: Paint,
    top: Option<Paint>,
) {
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
pub(super) fn grid(area: Area, side: f64, count: usize) -> impl Iterator<Item = Rect> {
    let pitch = side + 3.5;
    let columns = ((area.w + 3.5) / pitch).floor().max(1.0) as usize;
    (0..count).map(move |i| {
        Rect::new(area.x + (i % columns) as f64 * pitch, area.y + (i / columns) as f64 * pitch, side, side)
    })
}

/// Most squares of a tile; the count is in its words.
const MOST: usize = 60;

/// A square a record: solid for results, an outline for goals and forecasts. Returns the y below them.
pub(super) fn squares(builder: &mut SceneBuilder, area: Area, size: &Size, records: &[FigureIx]) -> f64 {
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
pub(super) fn plot(builder: &mut SceneBuilder, area: Area, size: &Size, series: SeriesIx) -> f64 {
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
