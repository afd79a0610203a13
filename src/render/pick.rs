//! Which mark is here: the same geometry that is painted answers.
//!
//! **Invariant**: the topmost mark that stands for something wins; a target is never smaller than 24 px.

use crate::geometry::Point;
use crate::layout::mark::{Fill, Mark, Shape};
use crate::motion::frame::Frame;

/// Index of the datum under a point of the frame, in CSS px.
pub fn pick(frame: &Frame, at: Point) -> Option<u32> {
    let hit = |slack: f64| {
        let over = |m: &&Mark| m.datum.is_some() && covers(m, at, slack);
        frame.marks.iter().rev().find(over).and_then(|m| m.datum)
    };
    hit(0.0).or_else(|| hit(24.0))
}

/// Whether a mark, grown to at least `least` px, lies under a point. A line counts where it is, not where its box is.
fn covers(mark: &Mark, at: Point, least: f64) -> bool {
    if let (Shape::Path { points, closed: false }, Fill::None) = (&mark.shape, &mark.fill) {
        let width = mark.stroke.map_or(0.0, |s| s.width);
        let reach = (least / 2.0).max(width / 2.0 + 1.0);
        return points.windows(2).any(|w| distance(at, w[0], w[1]) <= reach);
    }
    let b = mark.bounds();
    let grow = ((least - b.w.min(b.h)) / 2.0).max(0.0);
    match &mark.shape {
        Shape::Circle { center, radius } => center.distance(at) <= radius + grow,
        _ => b.inset(-grow).contains(at),
    }
}

/// From a point to a stretch of line.
fn distance(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let part = if length > 0.0 { ((p.x - a.x) * dx + (p.y - a.y) * dy) / length } else { 0.0 };
    p.distance(a.towards(b, part.clamp(0.0, 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;
    use crate::layout::enter::Enter;
    use crate::layout::mark::{MarkId, Paint, Piece, Scope, Stroke};
    use crate::theme::Role;

    /// A leader line passes diagonally over a plate: only on the line itself does it win.
    /// Seen to fail: with open paths hit by their boxes.
    #[test]
    fn a_line_counts_where_it_is() {
        let mark = |datum, shape, fill, stroke| Mark {
            id: MarkId { scope: Scope::Head, part: "mark".into(), serial: datum, piece: Piece::Whole },
            datum: Some(datum),
            shape,
            fill,
            stroke,
            enter: Enter::fade(-1.0),
        };
        let plate = Shape::Rect { rect: Rect::new(0.0, 0.0, 100.0, 100.0), radius: 0.0 };
        let line =
            Shape::Path { points: vec![Point::new(0.0, 0.0), Point::new(100.0, 100.0)], closed: false };
        let ink = Paint::new(Role::Ink);
        let stroke = Stroke { paint: ink, width: 1.0, dash: None };
        let frame = Frame {
            width: 100.0,
            height: 100.0,
            marks: vec![mark(0, plate, Fill::Solid(ink), None), mark(1, line, Fill::None, Some(stroke))],
        };
        assert_eq!(pick(&frame, Point::new(50.0, 50.0)), Some(1));
        assert_eq!(pick(&frame, Point::new(80.0, 20.0)), Some(0));
    }
}
