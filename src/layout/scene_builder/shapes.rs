//! Shapes that charts put down: rectangles, circles, lines, arrows, and the strokes of what has not happened.
//!
//! **Invariant**: each is one or two marks of the datum that is begun; colours are roles.

use crate::geometry::{math, Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::mark::*;
use crate::layout::scene_builder::{SceneBuilder, FORECAST};
use crate::model::figure::FigureIx;
use crate::statement::Status;
use crate::theme::Role;

impl SceneBuilder<'_> {
    pub fn rect(&mut self, part: impl Into<Part>, rect: Rect, fill: Fill, enter: Enter) {
        self.put(part, Shape::Rect { rect, radius: 0.0 }, fill, None, enter);
    }

    pub fn circle(
        &mut self,
        part: impl Into<Part>,
        center: Point,
        radius: f64,
        fill: Fill,
        stroke: Option<Stroke>,
        enter: Enter,
    ) {
        self.put(part, Shape::Circle { center, radius }, fill, stroke, enter);
    }

    pub fn line(&mut self, part: &'static str, points: Vec<Point>, paint: Paint, width: f64, enter: Enter) {
        let stroke = Stroke { paint, width, dash: None };
        self.put(part, Shape::Path { points, closed: false }, Fill::None, Some(stroke), enter);
    }

    /// A hairline across.
    pub fn rule(&mut self, x: f64, y: f64, w: f64) {
        let paint = self.paint(Role::Rule);
        let enter = Enter::fade(self.delay);
        self.line("rule", vec![Point::new(x, y), Point::new(x + w, y)], paint, 1.0, enter);
    }

    /// An arrow without a cap at its tail: shaft from `from` to `to`, head 6 long and 5 to each side.
    pub fn arrow(&mut self, from: Point, to: Point, paint: Paint, enter: Enter) {
        let angle = math::atan2(to.y - from.y, to.x - from.x);
        let (sin, cos) = (math::sin(angle), math::cos(angle));
        let wing =
            |side: f64| Point::new(to.x - 6.0 * cos - side * 5.0 * sin, to.y - 6.0 * sin + side * 5.0 * cos);
        self.line("arrow", vec![from, to], paint, 1.75, enter);
        self.line("arrowhead", vec![wing(-1.0), to, wing(1.0)], paint, 1.75, enter);
    }

    pub fn goal_stroke(&self, paint: Paint) -> Stroke {
        Stroke { paint, width: 1.75, dash: Some((6.0, 4.0)) }
    }

    /// The outline of what has not happened: dashes for a goal, dots for a forecast.
    pub fn aim_stroke(&self, ix: FigureIx, paint: Paint) -> Stroke {
        let stroke = self.goal_stroke(paint);
        match self.figure(ix).status() == Status::Forecast {
            true => Stroke { dash: Some(FORECAST), ..stroke },
            false => stroke,
        }
    }

    /// The same around a small mark, which has room for short dashes only.
    pub fn aim_ring(&self, ix: FigureIx, paint: Paint) -> Stroke {
        let dash = if self.figure(ix).status() == Status::Forecast { (1.25, 2.25) } else { (2.5, 1.75) };
        Stroke { dash: Some(dash), ..self.goal_stroke(paint) }
    }
}
