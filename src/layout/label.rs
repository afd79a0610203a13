//! Labels beside points: each takes the nearest free place; what finds none stays unlabelled and is in the table.
//!
//! **Invariant**: a placed label overlaps no obstacle, no other label, lies inside the bounds, and is nearer to its own
//! point than to another, or joined to it.

use crate::geometry::{sort_by, Point, Rect};
use crate::layout::mark::{Mark, Shape};
use std::ops::Range;

/// Where to look first: above, below, the sides, then ever further around.
const DIRECTIONS: [(f64, f64); 16] = [
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (-0.7, -1.0),
    (0.7, -1.0),
    (-0.7, 1.0),
    (0.7, 1.0),
    (1.0, -0.8),
    (-1.0, -0.8),
    (1.0, 0.8),
    (-1.0, 0.8),
    (-0.35, -1.0),
    (0.35, -1.0),
    (-0.35, 1.0),
    (0.35, 1.0),
];

/// Remembers what is taken.
#[derive(Clone, Debug)]
pub struct LabelPlacer {
    bounds: Rect,
    taken: Vec<Rect>,
    /// Points that may have labels.
    points: Vec<Point>,
}

/// By how much nearer its own point has to be to a label than any other, where no leader joins them, CSS px.
const NEARER: f64 = 4.0;
/// How far a label at the end of a leader keeps from other points, CSS px.
const APART: f64 = 10.0;
/// How far from its point a label may stand, and how finely free room is looked for, CSS px.
const FAR: f64 = 156.0;
const RASTER: f64 = 6.0;

/// A place that was free.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub rect: Rect,
    /// Whether a leader line should join label and point.
    pub leader: bool,
}

impl LabelPlacer {
    pub fn new(bounds: Rect) -> Self {
        LabelPlacer { bounds, taken: Vec::new(), points: Vec::new() }
    }

    pub fn block(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Keeps labels off all words among some marks.
    pub fn block_words(&mut self, marks: &[Mark]) {
        let is_text = |mark: &&Mark| matches!(mark.shape, Shape::Text(_));
        self.taken.extend(marks.iter().filter(is_text).map(Mark::bounds));
    }

    /// Keeps labels of other points from a point.
    pub fn point(&mut self, at: Point) {
        self.points.push(at);
    }

    /// Whether a label would be read as that of another point.
    fn is_of_another(&self, at: Point, label: &Rect, leader: bool) -> bool {
        let least = if leader { APART } else { label.distance(at) + NEARER };
        self.points.iter().any(|other| other.distance(at) > 0.5 && label.distance(*other) < least)
    }

    /// Takes a place if it is free.
    pub fn take(&mut self, rect: Rect) -> bool {
        let free = self.free(&rect);
        if free {
            self.taken.push(rect.inset(-2.0));
        }
        free
    }

    /// Whether nothing is in a place.
    pub fn is_free(&self, rect: &Rect) -> bool {
        self.free(rect)
    }

    fn free(&self, rect: &Rect) -> bool {
        let inside = rect.x >= self.bounds.x
            && rect.y >= self.bounds.y
            && rect.right() <= self.bounds.right()
            && rect.bottom() <= self.bounds.bottom();
        inside && !self.taken.iter().any(|t| t.overlaps(rect))
    }

    /// The nearest free place for a label of `w` × `h` around a point of `radius`, and takes it.
    pub fn place(&mut self, at: Point, radius: f64, w: f64, h: f64) -> Option<Spot> {
        self.around(at, radius, (w, h), 0..12).or_else(|| self.place_anywhere(at, radius, w, h))
    }

    /// A free place right beside a point, to which no leader is needed, and takes it.
    pub fn place_beside(&mut self, at: Point, radius: f64, w: f64, h: f64) -> Option<Spot> {
        self.around(at, radius, (w, h), 0..1)
    }

    /// The first free place around a point, `steps` away from it.
    fn around(&mut self, at: Point, radius: f64, (w, h): (f64, f64), steps: Range<i32>) -> Option<Spot> {
        for step in steps {
            let away = radius + 3.0 + f64::from(step) * 13.0;
            for (dx, dy) in DIRECTIONS {
                let (x, y) = (at.x + dx * (w / 2.0 + away) - w / 2.0, at.y + dy * (h / 2.0 + away) - h / 2.0);
                let rect = Rect::new(x, y, w, h);
                if !self.free(&rect) {
                    continue;
                }
                let leader = step > 0;
                if self.is_of_another(at, &rect, leader) {
                    continue;
                }
                let path = leader.then(|| leader_boxes(at, radius, &rect));
                // a leader that crosses another label or another point leads to the wrong one
                if path.iter().flatten().any(|b| self.taken.iter().any(|t| t.overlaps(b))) {
                    continue;
                }
                self.taken.extend(path.into_iter().flatten());
                self.taken.push(rect.inset(-2.0));
                return Some(Spot { rect, leader });
            }
        }
        None
    }

    /// The free place nearest to a point to which a leader finds its way, and takes it: where none around it was free.
    fn place_anywhere(&mut self, at: Point, radius: f64, w: f64, h: f64) -> Option<Spot> {
        let steps = (FAR / RASTER) as i32;
        let offsets = || (-steps..=steps).map(|step| f64::from(step) * RASTER);
        let around = offsets().flat_map(|dy| offsets().map(move |dx| (dx, dy)));
        let rects = around.map(|(dx, dy)| Rect::new(at.x + dx - w / 2.0, at.y + dy - h / 2.0, w, h));
        let mut free: Vec<(f64, Rect)> =
            rects.filter(|rect| self.free(rect)).map(|rect| (rect.distance(at), rect)).collect();
        sort_by(&mut free, |a, b| a.0.total_cmp(&b.0));
        let (path, rect) = free.into_iter().find_map(|(_, rect)| {
            let path = leader_boxes(at, radius, &rect);
            let is_clear = path.iter().all(|part| !self.taken.iter().any(|taken| taken.overlaps(part)));
            (is_clear && !self.is_of_another(at, &rect, true)).then_some((path, rect))
        })?;
        self.taken.extend(path);
        self.taken.push(rect.inset(-2.0));
        Some(Spot { rect, leader: true })
    }
}

/// Small boxes along the line from a point to its label, leaving out what lies on the point itself.
fn leader_boxes(at: Point, radius: f64, label: &Rect) -> Vec<Rect> {
    let to =
        Point::new(at.x.clamp(label.x, label.right()), if label.y > at.y { label.y } else { label.bottom() });
    let length = at.distance(to).max(1.0);
    let steps = (length / 4.0).ceil() as usize;
    (0..=steps)
        .map(|i| i as f64 / steps.max(1) as f64)
        .filter(|part| part * length > radius + 6.0 && (1.0 - part) * length > 3.0)
        .map(|part| {
            let p = at.towards(to, part);
            Rect::new(p.x - 1.5, p.y - 1.5, 3.0, 3.0)
        })
        .collect()
}

/// Spreads desired positions so that neighbours are at least their gap apart, inside `low..=high` where they fit,
/// moving each as little as a forward and a backward pass allow. Keeps the order.
pub fn spread(desired: &[f64], heights: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut at: Vec<f64> = desired.to_vec();
    let gap = |i: usize| (heights[i] + heights[i + 1]) / 2.0;
    for i in 0..at.len() {
        let least = if i == 0 { low + heights[0] / 2.0 } else { at[i - 1] + gap(i - 1) };
        at[i] = at[i].max(least);
    }
    for i in (0..at.len()).rev() {
        let most = if i + 1 == at.len() { high - heights[i] / 2.0 } else { at[i + 1] - gap(i) };
        at[i] = at[i].min(most);
    }
    at
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn crowded_labels_find_different_places() {
        let mut placer = LabelPlacer::new(Rect::new(0.0, 0.0, 400.0, 300.0));
        let spots: Vec<Rect> = (0..4)
            .filter_map(|i| placer.place(Point::new(200.0 + i as f64 * 9.0, 150.0), 5.0, 80.0, 18.0))
            .map(|s| s.rect)
            .collect();
        assert_eq!(spots.len(), 4);
        for (i, a) in spots.iter().enumerate() {
            assert!(spots[i + 1..].iter().all(|b| !a.overlaps(b)), "{spots:?}");
        }
    }

    proptest! {
        /// Seen to fail: without `is_of_another`.
        #[test]
        fn a_label_is_nearest_to_its_own_point(xs in proptest::collection::vec((10.0..390.0f64, 10.0..290.0f64), 2..9)) {
            let mut placer = LabelPlacer::new(Rect::new(0.0, 0.0, 400.0, 300.0));
            let points: Vec<Point> = xs.into_iter().map(|(x, y)| Point::new(x, y)).collect();
            points.iter().for_each(|at| placer.point(*at));
            for (i, at) in points.iter().enumerate() {
                let Some(Spot { rect, leader: false }) = placer.place(*at, 5.0, 60.0, 18.0) else { continue };
                let is_near = |j: &usize| points[*j].distance(*at) > 0.5 && rect.distance(points[*j]) < rect.distance(*at);
                prop_assert_eq!((0..points.len()).filter(|j| *j != i).find(is_near), None);
            }
        }

        #[test]
        fn spread_keeps_order_and_distance(mut wanted in proptest::collection::vec(0.0..300.0f64, 1..9)) {
            wanted.sort_by(f64::total_cmp);
            let heights = vec![30.0; wanted.len()];
            let at = spread(&wanted, &heights, 0.0, 300.0);
            for pair in at.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 30.0 - 1e-9, "{at:?}");
            }
            prop_assert!(at[0] >= 15.0 - 1e-9 && at[at.len() - 1] <= 285.0 + 1e-9);
        }
    }
}
