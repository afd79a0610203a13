//! Rows of horizontal bars on one scale: a name, and bars with their labels beside their ends.
//!
//! Rows of figures come in; marks on the builder and the height that was used go out.
//!
//! **Invariant**: all bars have one scale and one zero, which is marked; no label lies on a bar. Where the labels would
//! leave the bars too little room they stand above their bars.

use crate::chart::bar_mark::{self, Lane};
use crate::chart::label_text::Labels;
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::enter::Enter;
use crate::layout::mark::{Anchor, Paint};
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;

/// A name and its bars.
pub struct Row<'a> {
    pub name: String,
    pub bars: Vec<(FigureIx, Paint)>,
    pub note: Option<&'a Text>,
}

/// From this width on names stand in a column beside the bars, CSS px.
const WIDE: f64 = 520.0;
/// Between a mark and its label, CSS px.
const GAP: f64 = 7.0;
/// Length in CSS px that bars have for the whole scale at least, in the narrowest picture.
pub const ROOM: f64 = 112.0;
/// Between two rows, and how much more there may be in a space with room to spare, CSS px.
const BETWEEN: f64 = 14.0;
const APART: f64 = 40.0;
/// How much thicker bars may be in a space with room to spare, CSS px.
const THICKER: f64 = 20.0;
const NAME: Font = Font::sans(15.0);

/// Where the parts of the rows stand.
struct Layout<'l> {
    /// Width of the column of names; 0 where they stand above their bars.
    names: f64,
    /// Labels stand beside the ends of the bars, and not above the bars.
    beside: bool,
    /// From where to where the scale runs.
    left: f64,
    right: f64,
    /// The lowest and the highest value.
    scale: (f64, f64),
    labels: &'l Labels,
    label: Font,
    thickness: f64,
}

/// Returns the room that labels and open ends take at the left and at the right of the scale.
fn sides(builder: &SceneBuilder, rows: &[Row], font: Font, labels: Option<&Labels>) -> (f64, f64) {
    let mut sides: (f64, f64) = (1.0, 1.0);
    for (ix, _) in rows.iter().flat_map(|row| &row.bars) {
        let figure = builder.figure(*ix);
        let (below, above) = bar_mark::beyond(figure);
        let label = labels.map_or(0.0, |labels| GAP + builder.measure.width(&labels.of(figure), font));
        let (left, right) = match is_left(builder, *ix) {
            true => (below + label, above),
            false => (below, above + label),
        };
        sides = (sides.0.max(left), sides.1.max(right));
    }
    sides
}

/// Whether the label of a figure stands at the left of its bar: where all of it lies below zero.
fn is_left(builder: &SceneBuilder, ix: FigureIx) -> bool {
    let figure = builder.figure(ix);
    figure.ends().is_some_and(|(low, high)| high < 0.0 || high == 0.0 && (low < 0.0 || figure.opens_down()))
}

impl<'l> Layout<'l> {
    fn new(
        builder: &SceneBuilder,
        area: Area,
        rows: &[Row],
        scale: (f64, f64),
        labels: &'l Labels,
    ) -> Layout<'l> {
        let label = Font::bold(if builder.compact { 13.0 } else { 15.0 });
        let widest = rows.iter().map(|row| builder.measure.width(&row.name, NAME)).fold(0.0, f64::max);
        let column = if area.w >= WIDE { widest.min(area.w * 0.34) + 16.0 } else { 0.0 };
        let several = rows.iter().any(|row| row.bars.len() > 1);
        let thickness = if several { 16.0 } else { 20.0 };
        let with = |names: f64, beside: bool| {
            let (left, right) = sides(builder, rows, label, beside.then_some(labels));
            let (left, right) = (area.x + names + left, area.right() - right);
            Layout { names, beside, left, right, scale, labels, label, thickness }
        };
        // the first that leaves the bars nearly half of the width
        let fits = |layout: &Layout| layout.right - layout.left >= (area.w * 0.45).max(ROOM);
        let all = [(column, true), (0.0, true)].map(|(names, beside)| with(names, beside));
        all.into_iter().find(fits).unwrap_or_else(|| with(0.0, false))
    }

    fn axes(&self, y: f64) -> Axes {
        let frame = Rect::new(self.left, y, self.right - self.left, self.thickness);
        Axes::new(frame, Axis::amounts_between(self.scale.0, self.scale.1), Axis::across())
    }
}

/// Draws rows from the top of an area and returns their height. `scale` reaches from the lowest to the highest value and
/// holds 0; `spare` CSS px more than the rows need go into thicker bars and between the rows, as far as that looks well.
pub fn place(
    builder: &mut SceneBuilder,
    area: Area,
    rows: &[Row],
    (scale, spare): ((f64, f64), f64),
    labels: &Labels,
) -> f64 {
    let mut layout = Layout::new(builder, area, rows, scale, labels);
    let bars = rows.iter().map(|row| row.bars.len()).sum::<usize>().max(1) as f64;
    let thicker = (spare * 0.4 / bars).clamp(0.0, THICKER);
    layout.thickness += thicker;
    let apart = BETWEEN + ((spare - thicker * bars) / rows.len().max(1) as f64).clamp(0.0, APART);
    let start = builder.delay;
    let mut y = area.y + 6.0;
    let top = y;
    for (i, row) in rows.iter().enumerate() {
        builder.delay = start + 0.06 * i as f64;
        y += one(builder, Area::new(area.x, y, area.w), row, &layout);
        y += builder.note_of(area.x + layout.names, y, area.w - layout.names, row.note);
        y += apart;
    }
    if layout.names > 0.0 {
        zero(builder, &layout, top - 6.0, y - apart + 6.0);
    }
    builder.delay = start + 0.4;
    y - apart + BETWEEN - 4.0 - area.y
}

/// The zero that the bars stand on.
fn zero(builder: &mut SceneBuilder, layout: &Layout, top: f64, bottom: f64) {
    let (x, ink) = (layout.axes(top).at(0.0, 0.0).x, builder.paint(Role::Ink));
    let enter = Enter::fade(builder.delay);
    builder.line("zero", vec![Point::new(x, top), Point::new(x, bottom)], ink, 1.25, enter);
}

/// One row; returns its height.
fn one(builder: &mut SceneBuilder, area: Area, row: &Row, layout: &Layout) -> f64 {
    let ink = builder.paint(Role::Ink);
    let above = layout.names == 0.0;
    let bars = row.bars.len() as f64 * (layout.thickness + 4.0) - 4.0;
    if let Some((first, _)) = row.bars.first() {
        builder.begin(*first);
    }
    let mut y = area.y;
    let mut height = bars;
    if above {
        y += builder.paragraph(area.x, y, area.w, &row.name, NAME, ink) + 3.0;
    } else {
        let room = layout.names - 16.0;
        let lines = wrap::balanced(&row.name, NAME, room, builder.measure);
        let step = 20.0;
        let all = lines.len() as f64 * step;
        height = bars.max(all);
        y += (height - bars) / 2.0;
        let middle = area.y + height / 2.0 - all / 2.0;
        for (i, line) in lines.iter().enumerate() {
            let at = Point::new(area.x, middle + i as f64 * step + 15.5);
            builder.text(at, line, NAME, ink, Anchor::Start);
        }
    }
    builder.end();
    let from = y;
    for (ix, paint) in &row.bars {
        builder.begin(*ix);
        y += bar(builder, Area { y, ..area }, *ix, *paint, layout) + 4.0;
        builder.end();
    }
    if !above {
        return height;
    }
    // the labels that stand above the bars hide no part of the zero: each bar has its own
    if layout.beside {
        zero(builder, layout, from - 2.0, y - 2.0);
    }
    y - 4.0 - area.y
}

/// One bar with its label; returns their height.
fn bar(builder: &mut SceneBuilder, area: Area, ix: FigureIx, paint: Paint, layout: &Layout) -> f64 {
    let figure = builder.figure(ix);
    let text = layout.labels.of(figure);
    let role = if figure.ends().is_some() { Role::Ink } else { Role::Muted };
    let color = builder.paint(role);
    let mut y = area.y;
    if !layout.beside {
        y += builder.paragraph(area.x, y, area.w, &text, layout.label, color);
        // a tick stands proud of its bar
        y += 5.0;
    }
    let axes = layout.axes(y);
    let (low, high) = figure.ends().unwrap_or((0.0, 0.0));
    axes.draw(builder, |chart| {
        let at = [0.0, low, high].map(|value| (value, 1.0)).to_vec();
        chart.draw_series([Element { at, statement: Drawn { ix, paint, thickness: layout.thickness } }])?;
        Ok(())
    });
    if layout.beside {
        let (below, above) = bar_mark::beyond(figure);
        let base = y + layout.thickness / 2.0 + layout.label.size * 0.36;
        let (x, anchor) = match is_left(builder, ix) {
            true => (axes.at(low, 0.0).x - below - GAP, Anchor::End),
            false => (axes.at(high, 0.0).x + above + GAP, Anchor::Start),
        };
        builder.text(Point::new(x, base), &text, layout.label, color, anchor);
    } else {
        zero(builder, layout, y - 1.0, y + layout.thickness + 2.0);
    }
    y + layout.thickness - area.y
}

/// A statement as a bar; its places are on its upper edge: zero, its lower number and its higher one.
struct Drawn {
    ix: FigureIx,
    paint: Paint,
    thickness: f64,
}

impl Statement for Drawn {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [zero, low, high] = *at else { return };
        let lane = Lane { upright: false, edge: zero.y, thickness: self.thickness };
        bar_mark::draw(backend.builder, self.ix, lane, zero.x, (low.x, high.x), self.paint);
    }
}
