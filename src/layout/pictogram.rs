//! Draws a pictogram of a story: its lines as strokes, in one colour and without a ground.
//!
//! **Invariant**: a pictogram names a thing and is never scaled by an amount.

use crate::geometry::Point;
use crate::layout::enter::Enter;
use crate::layout::mark::{Fill, Paint, Part, Shape, Stroke};
use crate::layout::scene_builder::SceneBuilder;
use crate::pictogram::{Pictogram, GRID, UNIT};

/// Draws one in a square of `size` CSS px whose upper left corner is `at`.
pub fn draw(builder: &mut SceneBuilder, icon: Pictogram, at: Point, size: f64, paint: Paint, enter: Enter) {
    let stroke = Stroke { paint, width: (size / GRID * 1.6).clamp(1.5, 2.5), dash: None };
    let unit = size / GRID / UNIT;
    for (closed, steps) in icon.lines() {
        let points: Vec<Point> = steps
            .chunks_exact(2)
            .map(|step| Point::new(at.x + f64::from(step[0]) * unit, at.y + f64::from(step[1]) * unit))
            .collect();
        // a line of no length is a dot: its round ends are all of it
        let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
        if points.len() < 3 && (first.x - last.x).hypot(first.y - last.y) < 0.5 * size / GRID {
            let radius = stroke.width * 0.6;
            builder.circle(Part::item("icon"), *first, radius, Fill::Solid(paint), None, enter);
            continue;
        }
        let shape = Shape::Path { points, closed: *closed };
        builder.put(Part::item("icon"), shape, Fill::None, Some(stroke), enter);
    }
}
