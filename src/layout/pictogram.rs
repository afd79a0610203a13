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

/// From this size on the chords of a pictogram's curves would be seen, CSS px.
const LARGE: f64 = 44.0;
/// What is longer is a straight line, in units of the grid.
const CHORD: f64 = 5.2;
/// And what is so many times as long as the lines before and behind it.
const LONGER: f64 = 1.7;
/// The greatest turn between two chords of a curve, in radians.
const TURN: f64 = 0.87;
/// Into how many lines a chord is divided.
const FINE: usize = 4;

/// A line whose curves are round again: each chord becomes an arc that goes on as its neighbours do; corners and straight
/// lines stay as they are.
fn rounded(points: Vec<Point>, size: f64) -> Vec<Point> {
    let n = points.len();
    if n < 3 || size < LARGE {
        return points;
    }
    let chord = CHORD * size / GRID;
    let is_ring = points[0].distance(points[n - 1]) < 0.01;
    let length = |i: usize| points[i].distance(points[i + 1]);
    let is_straight = |i: usize| {
        let before = if i > 0 { Some(i - 1) } else { is_ring.then_some(n - 2) };
        let behind = if i + 2 < n { Some(i + 1) } else { is_ring.then_some(0) };
        let beside = before.into_iter().chain(behind).map(length).fold(0.0, f64::max);
        length(i) > chord || length(i) > LONGER * beside
    };
    let edge = |i: usize| (points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
    let angle = |(x, y): (f64, f64)| y.atan2(x);
    let turn = |a: f64, b: f64| {
        (b - a + 3.0 * std::f64::consts::PI).rem_euclid(std::f64::consts::TAU) - std::f64::consts::PI
    };
    // which way the line goes at each point, nothing at a corner
    let way = |i: usize| -> Option<f64> {
        let (before, after) = match i {
            0 if is_ring => (n - 2, 0),
            _ if i == n - 1 && is_ring => (n - 2, 0),
            _ if i == 0 || i == n - 1 => return None,
            _ => (i - 1, i),
        };
        let (a, b) = (angle(edge(before)), angle(edge(after)));
        let by = turn(a, b);
        match [is_straight(before), is_straight(after)] {
            [true, true] => None,
            _ if by.abs() > TURN => None,
            // a curve leaves a straight line in its direction
            [true, false] => Some(a),
            [false, true] => Some(b),
            [false, false] => Some(a + by / 2.0),
        }
    };
    let mut fine = vec![points[0]];
    for i in 0..n - 1 {
        let (from, to, across) = (points[i], points[i + 1], edge(i));
        let (chord_length, direction) = (length(i), angle(across));
        // an end that is free or a corner bends as the other end does
        let bends = [way(i).map(|way| turn(way, direction)), way(i + 1).map(|way| turn(direction, way))];
        let (out, into) = match bends {
            [None, None] => (0.0, 0.0),
            [Some(one), None] => (one, one),
            [None, Some(other)] => (other, other),
            [Some(one), Some(other)] => (one, other),
        };
        if is_straight(i) || (out.abs() < 0.02 && into.abs() < 0.02) {
            fine.push(to);
            continue;
        }
        let (leave, arrive) = (direction - out, direction + into);
        for step in 1..=FINE {
            let t = step as f64 / FINE as f64;
            let (t2, t3) = (t * t, t * t * t);
            let [a, b, c, d] = [2.0 * t3 - 3.0 * t2 + 1.0, t3 - 2.0 * t2 + t, 3.0 * t2 - 2.0 * t3, t3 - t2];
            let at =
                |p: f64, q: f64, m: f64, k: f64| a * p + b * chord_length * m + c * q + d * chord_length * k;
            fine.push(Point::new(
                at(from.x, to.x, leave.cos(), arrive.cos()),
                at(from.y, to.y, leave.sin(), arrive.sin()),
            ));
        }
    }
    fine
}

/// The points of a line in a square of `size` CSS px whose upper left corner is `at`.
fn points(steps: &[u8], at: Point, size: f64) -> Vec<Point> {
    let unit = size / GRID / UNIT;
    let point = |step: &[u8]| Point::new(at.x + f64::from(step[0]) * unit, at.y + f64::from(step[1]) * unit);
    rounded(steps.chunks_exact(2).map(point).collect(), size)
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
