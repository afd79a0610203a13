//! Strands that rise side by side from one point, part to both sides and end in a drop with a name.
//!
//! **Invariant**: strands never cross, and no name lies on one. They are contents: none is a datum, none is measured.

use super::Jet;
use crate::geometry::{Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::text::Font;

/// Between two strands at their foot, CSS px.
const PITCH: f64 = 4.6;
/// From a strand's tip to its name beside it, CSS px.
const BESIDE: f64 = 12.0;
/// Names stand below the tips where the strands rise so high, CSS px; else beside them.
const HIGH: f64 = 230.0;

/// Where the strands may go.
pub struct Fan {
    /// Where they begin, side by side.
    pub foot: Point,
    /// They rise together up to here, and part above it.
    pub parting: f64,
    /// How far to each side names may reach, CSS px.
    pub half: f64,
    /// Names and strands stay below it.
    pub top: f64,
    pub font: Font,
    pub delay: f64,
}

/// One strand's end and bend, relative to the parting: how far out, how high.
struct Course {
    out: f64,
    tip: f64,
    bend: f64,
}

impl Fan {
    fn height(&self) -> f64 {
        (self.parting - self.top).max(40.0)
    }

    fn below(&self) -> bool {
        self.height() >= HIGH
    }

    /// How far out the outermost tips are, such that the widest name fits.
    fn reach(&self, builder: &SceneBuilder, jets: &[Jet]) -> f64 {
        let width = |jet: &Jet| builder.measure.width(builder.say(&jet.name), self.font);
        let outermost = jets.first().map_or(0.0, width).max(jets.last().map_or(0.0, width));
        let name = if self.below() { outermost / 2.0 } else { outermost + BESIDE };
        (self.half - name).clamp(24.0, 260.0)
    }

    /// The course of the `i`th of `count` strands from the left: the outermost are the lowest.
    fn course(&self, i: usize, count: usize, reach: f64) -> Course {
        let from_outside = i.min(count - 1 - i) as f64;
        let inward = from_outside / ((count.div_ceil(2) - 1).max(1) as f64);
        let side = if 2 * i + 1 < count { -1.0 } else { 1.0 };
        let h = self.height();
        Course {
            out: side * reach * (1.0 - 0.744 * inward),
            tip: h * (0.12 + 0.66 * inward),
            bend: h * (0.34 + 0.7 * inward),
        }
    }

    pub fn draw(&self, builder: &mut SceneBuilder, jets: &[Jet]) {
        let reach = self.reach(builder, jets);
        for (i, jet) in jets.iter().enumerate() {
            let pair = i.min(jets.len() - 1 - i) as f64;
            let course = self.course(i, jets.len(), reach);
            self.strand(builder, jet, (i as f64 - (jets.len() - 1) as f64 / 2.0) * PITCH, &course, pair);
        }
    }

    fn strand(&self, builder: &mut SceneBuilder, jet: &Jet, offset: f64, course: &Course, pair: f64) {
        let paint = builder.paint(jet.accent);
        let first = jet.accent == builder.accent;
        let x = self.foot.x + offset;
        let start = Point::new(x, self.parting);
        let tip = Point::new(self.foot.x + course.out, self.parting - course.tip);
        let bend = self.parting - course.bend;
        let bends = [Point::new(x + 0.1 * course.out, bend), Point::new(x + 0.8 * course.out, bend)];
        let mut points = vec![Point::new(x, self.foot.y)];
        points.extend((0..=32).map(|i| cubic(start, bends, tip, f64::from(i) / 32.0)));
        let delay = self.delay + 0.12 * pair;
        let enter = Enter { effect: Effect::Draw, delay, duration: 0.7 };
        let strokes = if self.below() { [5.25, 3.75] } else { [4.5, 3.0] };
        builder.line("jet", points, paint, strokes[usize::from(!first)], enter);
        let radius = if first { 8.0 } else { 7.0 } * if self.below() { 1.0 } else { 0.8 };
        let shape = Shape::Path { points: drop(tip, radius), closed: true };
        builder.put("tip", shape, Fill::Solid(paint), None, Enter::new(Effect::Pop, delay + 0.55));
        builder.delay = delay + 0.6;
        self.name(builder, jet, tip, course.out, paint);
    }

    fn name(&self, builder: &mut SceneBuilder, jet: &Jet, tip: Point, out: f64, paint: Paint) {
        let name = builder.say(&jet.name).to_string();
        let half = builder.measure.width(&name, self.font) / 2.0;
        if self.below() {
            // the names of the innermost keep off the strands between them
            let least = half + PITCH * 5.0;
            let dx = if out < 0.0 { -(-out).max(least) } else { out.max(least) };
            let at = Point::new(self.foot.x + dx, tip.y + 14.0 + self.font.size);
            builder.text(at, &name, self.font, paint, Anchor::Middle);
        } else {
            let (dx, anchor) = if out < 0.0 { (-BESIDE, Anchor::End) } else { (BESIDE, Anchor::Start) };
            builder.text(
                Point::new(tip.x + dx, tip.y + self.font.size * 0.4),
                &name,
                self.font,
                paint,
                anchor,
            );
        }
    }
}

fn cubic(from: Point, [a, b]: [Point; 2], to: Point, t: f64) -> Point {
    let u = 1.0 - t;
    let mix = |p: f64, q: f64, r: f64, s: f64| {
        u * u * u * p + 3.0 * u * u * t * q + 3.0 * u * t * t * r + t * t * t * s
    };
    Point::new(mix(from.x, a.x, b.x, to.x), mix(from.y, a.y, b.y, to.y))
}

/// A drop whose round part has this middle and radius; its point is 1.9 radii above the middle.
pub fn drop(middle: Point, radius: f64) -> Vec<Point> {
    let point = Point::new(middle.x, middle.y - 1.9 * radius);
    // from where the sides touch the round part, clockwise over its foot
    let side = 1.03;
    // small ones are many, and as round with fewer points
    let steps = if radius < 5.0 { 8 } else { 14 };
    let arc = (0..=steps).map(|i| {
        let angle = side + (std::f64::consts::TAU - 2.0 * side) * f64::from(i) / f64::from(steps);
        middle.around(radius, angle)
    });
    std::iter::once(point).chain(arc).collect()
}

/// What is left of a closed shape to the left of the place that cuts off `part` of its area.
pub fn cut(points: &[Point], bounds: Rect, part: f64) -> Vec<Point> {
    let whole = area(points);
    let (mut low, mut high) = (bounds.x, bounds.right());
    for _ in 0..40 {
        let middle = (low + high) / 2.0;
        if area(&left_of(points, middle)) < part * whole {
            low = middle;
        } else {
            high = middle;
        }
    }
    left_of(points, high)
}

fn left_of(points: &[Point], x: f64) -> Vec<Point> {
    let mut out = Vec::new();
    for (i, p) in points.iter().enumerate() {
        let next = points[(i + 1) % points.len()];
        if p.x <= x {
            out.push(*p);
        }
        if (p.x <= x) != (next.x <= x) {
            out.push(p.towards(next, (x - p.x) / (next.x - p.x)));
        }
    }
    out
}

fn area(points: &[Point]) -> f64 {
    let twice: f64 = (0..points.len())
        .map(|i| {
            let (p, q) = (points[i], points[(i + 1) % points.len()]);
            p.x * q.y - q.x * p.y
        })
        .sum();
    (twice / 2.0).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail: with the width cut in proportion, which leaves more of the middle than of the sides.
    #[test]
    fn the_last_drop_is_cut_by_area() {
        let whole = drop(Point::new(50.0, 50.0), 10.0);
        let bounds = Rect::new(40.0, 31.0, 20.0, 29.0);
        for part in [0.1, 0.25, 0.5, 0.9] {
            let seen = area(&cut(&whole, bounds, part)) / area(&whole);
            assert!((seen - part).abs() < 1e-6, "{part}: {seen}");
        }
    }
}
