//! Draws a pictogram of a story: its lines as strokes, in one colour and without a ground.
//!
//! **Invariant**: a pictogram names a thing and is never scaled by an amount.

use crate::geometry::Point;
use crate::layout::enter::Enter;
use crate::layout::mark::{Fill, Paint, Part, Shape, Stroke};
use crate::layout::scene_builder::SceneBuilder;
use crate::pictogram::{Pictogram, GRID, UNIT};

/// Draws one of many that are counted: as a silhouette where its lines enclose all that it shows.
pub fn counted(
    builder: &mut SceneBuilder,
    icon: Pictogram,
    at: Point,
    size: f64,
    paint: Paint,
    enter: Enter,
) {
    if !icon.is_silhouette() {
        return draw(builder, icon, at, size, paint, enter);
    }
    let stroke = Stroke { paint, width: size / GRID, dash: None };
    for (_, steps) in icon.lines() {
        let shape = Shape::Path { points: points(steps, at, size), closed: true };
        builder.put(Part::item("icon"), shape, Fill::Solid(paint), Some(stroke), enter);
    }
}

/// Draws one as large as a sign, dashed: the thing that it names is not there yet.
pub fn dashed(builder: &mut SceneBuilder, icon: Pictogram, at: Point, size: f64, paint: Paint, enter: Enter) {
    let stroke = Stroke { paint, width: 2.5, dash: Some((10.0, 6.0)) };
    for (closed, steps) in icon.lines() {
        let shape = Shape::Path { points: points(steps, at, size), closed: *closed };
        builder.put(Part::item("icon"), shape, Fill::None, Some(stroke), enter);
    }
}

/// The points of a line in a square of `size` CSS px whose upper left corner is `at`.
fn points(steps: &[u8], at: Point, size: f64) -> Vec<Point> {
    let unit = size / GRID / UNIT;
    let point = |step: &[u8]| Point::new(at.x + f64::from(step[0]) * unit, at.y + f64::from(step[1]) * unit);
    steps.chunks_exact(2).map(point).collect()
}

/// Draws one in a square of `size` CSS px whose upper left corner is `at`.
pub fn draw(builder: &mut SceneBuilder, icon: Pictogram, at: Point, size: f64, paint: Paint, enter: Enter) {
    let stroke = Stroke { paint, width: (size / GRID * 1.6).clamp(1.5, 2.5), dash: None };
    for (closed, steps) in icon.lines() {
        let points = points(steps, at, size);
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
