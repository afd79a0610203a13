//! The marks of a field: dots, pictograms, and the open end of a floor.
//!
//! **Invariant**: a mark is one unit; what is not there yet is hollow, and what nobody counted is hatched.

use crate::geometry::Point;
use crate::layout::bound_marks;
use crate::layout::enter::{stagger, Effect, Enter};
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::SceneBuilder;
use crate::model::figure::FigureIx;
use crate::pictogram::Pictogram;

/// Where the marks of a field stand, CSS px.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub x: f64,
    pub top: f64,
    /// The room that its rows have.
    pub w: f64,
    pub columns: usize,
    pub pitch: f64,
    pub radius: f64,
}

impl Grid {
    /// The middle of the `i`th mark.
    pub fn at(&self, i: usize) -> Point {
        let (column, row) = ((i % self.columns) as f64, (i / self.columns) as f64);
        Point::new(self.x + self.radius + column * self.pitch, self.top + self.radius + row * self.pitch)
    }
}

/// `n` pictograms, one after another.
pub(super) fn icons(builder: &mut SceneBuilder, icon: Pictogram, n: usize, grid: Grid, color: Paint) {
    let (start, radius) = (builder.delay, grid.radius);
    for i in 0..n {
        let (at, enter) = (grid.at(i), Enter::new(Effect::Pop, start + stagger(i, n)));
        let corner = Point::new(at.x - radius, at.y - radius);
        pictogram::counted(builder, icon, corner, radius * 2.0, color, enter);
    }
}

/// `n` dots, one after another: marks of their own, or the cells of one where they are many.
pub(super) fn dots(builder: &mut SceneBuilder, n: usize, grid: Grid, color: Paint, hollow: bool) {
    let (start, radius) = (builder.delay, grid.radius);
    if n > MANY {
        // rings of this size would be discs
        let paint = if hollow { color.fade(0.45) } else { color };
        let cells = (0..n).map(|i| Instance::disc(grid.at(i), radius, paint)).collect();
        builder.put(Part::item("dot"), Shape::Instances(cells), Fill::None, None, Enter::field(start));
        return;
    }
    let width = if radius < 4.0 { 1.0 } else { 1.25 };
    for i in 0..n {
        let enter = Enter::new(Effect::Pop, start + stagger(i, n));
        let (fill, stroke, radius) = match hollow {
            true => (Fill::None, Some(Stroke { paint: color, width, dash: None }), radius - width / 2.0),
            false => (Fill::Solid(color), None, radius),
        };
        // rings fade: those that are wrapped otherwise would cross each other on their way
        let part = if hollow { "dot".into() } else { Part::item("dot") };
        builder.circle(part, grid.at(i), radius, fill, stroke, enter);
    }
}

/// Behind the marks of a floor three hatched dots and an arrow: nobody says how many more. Returns the rows used.
pub(super) fn open_end(
    builder: &mut SceneBuilder,
    ix: FigureIx,
    n: usize,
    grid: Grid,
    color: Paint,
) -> usize {
    let Grid { columns, pitch, w, .. } = grid;
    let rows = n.div_ceil(columns);
    let figure = builder.figure(ix);
    if !figure.opens_up() {
        return rows;
    }
    // they need room: where the row has none they begin the next
    let full = n % columns == 0 || (n % columns) as f64 * pitch + open_width(pitch) > w;
    let (next, rows) = if full { (rows * columns, rows + 1) } else { (n, rows) };
    let (tick, enter) = (figure.is_inclusive(), Enter::fade(builder.delay + 0.6));
    bound_marks::dots(builder, grid.at(next), pitch, grid.radius, color, tick, enter);
    rows
}

/// How wide an open end is behind the last mark.
pub(super) fn open_width(pitch: f64) -> f64 {
    3.0 * pitch + 30.0
}
