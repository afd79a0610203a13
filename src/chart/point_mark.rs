//! One statement as a point: solid, soft, open with an arrow, hollow where it has not happened, a bar for a range.
//!
//! A figure and its place in CSS px come in; marks on the builder go out. Series of dots and lines share it.
//!
//! **Invariant**: the point is at the number; an arrow points to the side on which the value may lie; what has not
//! happened is never filled.

use crate::chart::point_shapes;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::Enter;
use crate::layout::legend::PALE;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::model::figure::FigureIx;
use crate::statement::Status;
use crate::theme::Role;

/// From a point to the tip of its arrow, CSS px.
pub const OPEN: f64 = 24.0;

/// How a point looks.
#[derive(Clone, Copy)]
pub struct Look {
    /// CSS px.
    pub radius: f64,
    pub paint: Paint,
    /// Number of a shape of `point_shapes`; 0 is a disc.
    pub shape: usize,
    /// A number that is preliminary or an estimate is pale in an outline: where the point is large enough to show it.
    pub pale: bool,
}

/// Draws the point of a figure at `at`; of a range, a bar from its lower number at `at` to its higher one at `high`.
/// On an upright axis larger values are further up, else further to the right.
pub fn draw(
    builder: &mut SceneBuilder,
    ix: FigureIx,
    (at, high): (Point, Point),
    upright: bool,
    look: Look,
    enter: Enter,
) {
    let Look { radius, paint, shape, pale } = look;
    let figure = builder.figure(ix);
    let Some((least, most)) = figure.ends() else { return };
    builder.begin(ix);
    let result = figure.status().is_result();
    let color = if result { paint } else { builder.paint(Role::GENERAL) };
    // so far along the axis, and so far across it
    let off = |along: f64, across: f64| match upright {
        true => Point::new(at.x + across, at.y - along),
        false => Point::new(at.x + along, at.y + across),
    };
    if least != most {
        let (a, b) = match upright {
            true => (Point::new(at.x - radius, high.y), at),
            false => (Point::new(at.x, at.y - radius), high),
        };
        let bar = match upright {
            true => Rect::new(a.x, a.y, radius * 2.0, b.y - a.y),
            false => Rect::new(a.x, a.y, b.x - a.x, radius * 2.0),
        };
        if result {
            bound_marks::between(builder, bar, color, enter);
        } else {
            builder.rect("range", bar, bound_marks::hatch(color, bar.h.min(bar.w), None), enter);
            let shape = Shape::Rect { rect: bar.inset(1.0), radius: 0.0 };
            builder.put(Part::item("goal"), shape, Fill::None, Some(builder.aim_stroke(ix, color)), enter);
        }
        builder.legend(LegendEntry::Between);
    } else if !result {
        let stroke = builder.aim_ring(ix, color);
        builder.circle(Part::item("goal"), at, radius, Fill::None, Some(stroke), enter);
    } else if figure.is_soft() {
        builder.circle(Part::item("about"), at, radius * 2.2, Fill::Soft(color), None, enter);
        point_shapes::draw(builder, shape, at, (radius * 0.7, color), enter);
    } else if pale && matches!(figure.status(), Status::Preliminary | Status::Estimated) {
        let stroke = Stroke { paint: color, width: 1.5, dash: None };
        let fill = Fill::Solid(color.fade(PALE));
        builder.circle(Part::item("dot"), at, radius - 0.75, fill, Some(stroke), enter);
        builder.legend(LegendEntry::NotFinal);
    } else {
        point_shapes::draw(builder, shape, at, (radius, color), enter);
    }
    if figure.is_inclusive() {
        let ink = builder.paint(Role::Ink);
        let half = radius + 4.0;
        builder.line("tick", vec![off(0.0, -half), off(0.0, half)], ink, 2.0, enter);
    }
    if figure.opens_up() || figure.opens_down() {
        let way = if figure.opens_up() { 1.0 } else { -1.0 };
        builder.arrow(off(way * (radius + 2.0), 0.0), off(way * OPEN, 0.0), color, enter);
    }
    builder.legend_for(ix);
    builder.end();
}
