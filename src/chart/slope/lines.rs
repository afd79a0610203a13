//! The lines of a slope chart and their ends, each drawn as what its figure says.
//!
//! **Invariant**: an aim is dashed and hollow, a bound is open, what has no number is not drawn.

use crate::chart::plot::Statement;
use crate::chart::point_mark;
use crate::chart::slope::{Pair, RADIUS};
use crate::geometry::Point;
use crate::layout::backend::LayoutBackend;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::model::figure::{Figure, FigureIx};
use crate::theme::Role;

/// An axis, or the zero.
pub(super) struct Line {
    pub(super) part: &'static str,
    pub(super) role: Role,
    pub(super) width: f64,
    pub(super) delay: f64,
}

impl Statement for Line {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let builder = &mut *backend.builder;
        let paint = builder.paint(self.role);
        builder.line(self.part, at.to_vec(), paint, self.width, Enter::fade(self.delay));
    }
}

/// The line of an item from its earlier value to its later one.
pub(super) struct Change<'a> {
    pub(super) item: &'a Pair,
    pub(super) delay: f64,
}

impl Statement for Change<'_> {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [from, to] = at else { return };
        line(backend.builder, self.item, *from, *to, self.delay);
    }
}

/// What an item was, or what it is.
pub(super) struct End {
    pub(super) ix: FigureIx,
    pub(super) delay: f64,
}

impl Statement for End {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        at.iter().for_each(|at| dot(backend.builder, self.ix, *at, self.delay));
    }
}

/// The line of an item: solid between results, dashed to an aim, paler where an end is no exact number.
fn line(builder: &mut SceneBuilder, item: &Pair, a: Point, b: Point, delay: f64) {
    let (from, to) = (builder.figure(item.from), builder.figure(item.to));
    if from.number().is_none() || to.number().is_none() {
        return;
    }
    builder.begin(item.to);
    // it ends at the rim of what is hollow
    let rim =
        |figure: &Figure| if figure.status().is_result() { 0.0 } else { RADIUS / a.distance(b).max(1.0) };
    let points = vec![a.towards(b, rim(from)), b.towards(a, rim(to))];
    let enter = Enter { effect: Effect::Draw, delay, duration: 0.5 };
    let results = from.status().is_result() && to.status().is_result();
    let exact = !from.is_bounded() && !to.is_bounded();
    let stroke = match (results, exact) {
        (false, _) => {
            let aim = if to.status().is_result() { item.from } else { item.to };
            builder.aim_stroke(aim, builder.paint(Role::GENERAL))
        }
        (true, true) => Stroke { paint: builder.accent_paint(), width: 2.0, dash: None },
        (true, false) => Stroke { paint: builder.paint(Role::Muted), width: 1.25, dash: None },
    };
    builder.put("line", Shape::Path { points, closed: false }, Fill::None, Some(stroke), enter);
    builder.end();
}

/// One end, drawn as what it says.
fn dot(builder: &mut SceneBuilder, ix: FigureIx, at: Point, delay: f64) {
    let look = point_mark::Look { radius: RADIUS, paint: builder.accent_paint(), shape: 0 };
    point_mark::draw(builder, ix, (at, at), true, look, Enter::new(Effect::Pop, delay));
}
