//! The rows of ranges: where their names, their axis and their labels stand, and the marks of each.
//!
//! Comes in: items with their words, and the ends of the axis. Goes out: marks, and the height of a row.
//!
//! **Invariant**: all rows have one axis; a label stands beside its marks or above them, never on one.

use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::chart::point_mark::{self, Look};
use crate::chart::ranges::said::Said;
use crate::chart::ranges::{Ranges, Span, BETWEEN, GAP, HIGH, NAME, RADIUS, ROOM, WIDE};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::Anchor;
use crate::layout::scale::ticks_between;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::model::figure::{Figure, FigureIx};
use crate::text::{wrap, Font};
use crate::theme::Role;

/// Where the parts of the rows stand.
pub(super) struct Layout<'l> {
    pub(super) names: f64,
    pub(super) beside: bool,
    pub(super) left: f64,
    pub(super) right: f64,
    /// How far marks reach beyond the axis.
    pub(super) reach: f64,
    pub(super) ticks: Vec<f64>,
    pub(super) said: &'l Said<'l>,
    pub(super) font: Font,
}

/// How far the marks of a figure reach beyond its numbers, at either side.
fn reach(figure: &Figure) -> f64 {
    let open = figure.opens_up() || figure.opens_down();
    let soft = if figure.is_soft() { RADIUS * 2.2 } else { RADIUS + 1.0 };
    if open {
        point_mark::OPEN
    } else {
        soft
    }
}

pub(super) fn layout<'l>(
    builder: &SceneBuilder,
    area: Area,
    spec: &Ranges,
    said: &'l Said<'l>,
    scale: (f64, f64),
) -> Layout<'l> {
    let facts = builder.facts;
    let font = Font::bold(if builder.compact { 13.0 } else { 15.0 });
    let name = |item: &Span| builder.measure.width(&said.name(item), NAME);
    let widest = spec.items.iter().map(name).fold(0.0, f64::max);
    let column = if area.w >= WIDE { widest.min(area.w * 0.34) + 16.0 } else { 0.0 };
    let words = |item: &Span| {
        let widths = item.figures().map(|ix| builder.measure.width(&said.value(item, ix), font) + BETWEEN);
        widths.sum::<f64>() - BETWEEN
    };
    let reach = spec.all().map(|ix| reach(facts.figure(ix))).fold(0.0, f64::max);
    let widest = spec.items.iter().map(words).fold(0.0, f64::max);
    let with = |names: f64, beside: bool| {
        let right = area.right() - reach - if beside { GAP + widest } else { 0.0 };
        {
            let ticks = ticks_between(scale.0, scale.1, 4);
            Layout { names, beside, left: area.x + names + reach, right, reach, ticks, said, font }
        }
    };
    let fits = |layout: &Layout| layout.right - layout.left >= (area.w * 0.4).max(ROOM);
    let all = [(column, true), (0.0, true)].map(|(names, beside)| with(names, beside));
    all.into_iter().find(fits).unwrap_or_else(|| with(0.0, false))
}

impl Layout<'_> {
    /// Where the axis begins and ends.
    fn ends(&self) -> (f64, f64) {
        (self.ticks.first().copied().unwrap_or(0.0), self.ticks.last().copied().unwrap_or(1.0))
    }

    /// The axis of a row whose marks lie at the height `y`.
    pub(super) fn axes(&self, y: f64) -> Axes {
        let frame = Rect::new(self.left, y - HIGH / 2.0, self.right - self.left, HIGH);
        let (first, last) = self.ends();
        Axes::new(frame, Axis::positions(first, last), Axis::across())
    }
}

/// The zero, where the axis has it.
pub(super) fn zero(builder: &mut SceneBuilder, layout: &Layout, top: f64, bottom: f64) {
    let (first, last) = layout.ends();
    if first > 0.0 || last < 0.0 {
        return;
    }
    let (x, ink) = (layout.axes(top).at(0.0, 0.0).x, builder.paint(Role::Ink));
    let enter = Enter::fade(builder.delay);
    builder.line("zero", vec![Point::new(x, top), Point::new(x, bottom)], ink, 1.25, enter);
}

/// One row; returns its height.
pub(super) fn row(builder: &mut SceneBuilder, area: Area, item: &Span, layout: &Layout) -> f64 {
    let (facts, ink) = (builder.facts, builder.paint(Role::Ink));
    let name = layout.said.name(item);
    let mut y = area.y;
    let mut height = HIGH;
    builder.begin(item.figure);
    if layout.names == 0.0 {
        y += builder.paragraph(area.x, y, area.w, &name, NAME, ink) + 2.0;
    } else {
        let lines = wrap::balanced(&name, NAME, layout.names - 16.0, builder.measure);
        height = height.max(lines.len() as f64 * 20.0);
        let first = area.y + height / 2.0 - lines.len() as f64 * 10.0;
        for (i, line) in lines.iter().enumerate() {
            builder.text(Point::new(area.x, first + i as f64 * 20.0 + 15.5), line, NAME, ink, Anchor::Start);
        }
        y += (height - HIGH) / 2.0;
    }
    builder.end();
    if !layout.beside {
        for ix in item.figures() {
            let text = layout.said.value(item, ix);
            builder.begin(ix);
            y += builder.paragraph(area.x, y, area.w, &text, layout.font, ink);
            builder.end();
        }
        y += 4.0;
    }
    let middle = y + HIGH / 2.0;
    let axes = layout.axes(middle);
    let value = |ix: FigureIx| facts.figure(ix).ends();
    // a number stands below a range, and two numbers on one line, which joins them
    let is_range = |ix: FigureIx| value(ix).is_some_and(|(low, high)| low != high);
    let apart = item.to.is_some() && item.figures().any(is_range);
    // where the second dot would hide the first, the first is a ring around it
    let at = |ix: FigureIx| value(ix).map(|(low, _)| axes.at(low, 0.5).x);
    let both = (at(item.figure), item.to.and_then(at));
    let hides = !apart && matches!(both, (Some(a), Some(b)) if (a - b).abs() < 3.0);
    axes.draw(builder, |chart| {
        if let (false, Some((a, _)), Some((b, _))) = (apart, value(item.figure), item.to.and_then(value)) {
            chart.draw_series([Element { at: vec![(a, 0.5), (b, 0.5)], statement: Between }])?;
        }
        for (i, ix) in item.figures().enumerate() {
            let Some((low, high)) = value(ix) else { continue };
            let lane = match (apart, i) {
                (false, _) => 0.5,
                (true, 0) => 0.78,
                (true, _) => 0.22,
            };
            let at = vec![(low, lane), (high, lane)];
            chart.draw_series([Element {
                at,
                statement: Mark { ix, second: i > 0, around: i == 0 && hides },
            }])?;
        }
        Ok(())
    });
    if layout.beside {
        let mut x = layout.right + layout.reach + GAP;
        for ix in item.figures() {
            let text = layout.said.value(item, ix);
            builder.begin(ix);
            let role = if facts.figure(ix).ends().is_some() { Role::Ink } else { Role::Muted };
            let paint = builder.paint(role);
            let base = Point::new(x, middle + layout.font.size * 0.36);
            x += builder.text(base, &text, layout.font, paint, Anchor::Start) + BETWEEN;
            builder.end();
        }
    }
    if layout.names == 0.0 {
        zero(builder, layout, middle - HIGH / 2.0, middle + HIGH / 2.0);
    }
    (y + HIGH - area.y).max(height)
}

/// From a first number to a second one.
struct Between;

impl Statement for Between {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let builder = &mut *backend.builder;
        let (muted, enter) = (builder.paint(Role::Muted), Enter::fade(builder.delay));
        builder.line("between", at.to_vec(), muted, 1.5, enter);
    }
}

/// A figure on the axis of its row: a second value in the scene's colour, beside a muted first one.
struct Mark {
    ix: FigureIx,
    second: bool,
    /// It shows around the second one, which lies on it.
    around: bool,
}

impl Statement for Mark {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [low, high] = *at else { return };
        let builder = &mut *backend.builder;
        let range = builder.figure(self.ix).ends().is_some_and(|(a, b)| a != b);
        let paint = if self.second || range { builder.accent_paint() } else { builder.paint(Role::Muted) };
        let enter = Enter::new(Effect::Pop, builder.delay);
        let radius = if self.around { RADIUS + 3.5 } else { RADIUS };
        let look = Look { radius, paint, shape: 0 };
        point_mark::draw(builder, self.ix, (low, high), false, look, enter);
    }
}
