//! Which mark is here: the same geometry that is painted answers.
//!
//! **Invariant**: the topmost mark that stands for something wins; a target is never smaller than 24 px.

use super::Frame;
use crate::units::Point;

/// Index of the datum under a point of the frame, in CSS px.
pub fn pick(frame: &Frame, at: Point) -> Option<u32> {
    let hit = |slack: f64| {
        frame
            .marks
            .iter()
            .rev()
            .filter(|m| m.datum.is_some())
            .find(|m| {
                let b = m.bounds();
                let grow = ((slack - b.w.min(b.h)) / 2.0).max(0.0);
                b.inset(-grow).contains(at)
            })
            .and_then(|m| m.datum)
    };
    hit(0.0).or_else(|| hit(24.0))
}
