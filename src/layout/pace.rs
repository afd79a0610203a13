//! The delays of a scene's marks to the pace of a story: axes and words stand at once, marks grow within a second.
//!
//! Charts say in which order their marks enter. This decides how long that takes, for all charts alike, so that a reader
//! never waits for words, and never sees words without the axis that they belong to.
//!
//! **Invariant**: the order of entrances stays. A mark that lies on another one never enters before it.

use crate::geometry::Rect;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::{Fill, Mark, Shape};

/// All marks of a scene have entered by then, in seconds. A transition takes 0.24 s before, so that a change of chapter
/// takes 0.9 s.
pub const ENTERED: f64 = 0.66;
/// What stands there from the first frame on.
const AT_ONCE: f64 = -1.0;

/// Sets the pace of a whole scene.
pub fn set(marks: &mut [Mark]) {
    let mut bodies: Vec<(Rect, Enter)> = Vec::new();
    for mark in marks.iter_mut().filter(|mark| mark.enter.delay >= 0.0) {
        let bounds = mark.bounds();
        if let Some((_, body)) = bodies.iter().rev().find(|(body, _)| body.contains(bounds.center())) {
            // its body has nearly its full size by then
            let delay = mark.enter.delay.max(body.delay + body.duration / 2.0);
            mark.enter = Enter { delay, ..mark.enter };
        } else if !grows(mark) {
            mark.enter.delay = AT_ONCE;
        }
        if is_body(mark) {
            bodies.push((bounds, mark.enter));
        } else if mark.enter.effect == Effect::Pop && matches!(mark.fill, Fill::None) {
            // an outline that grows would cross the words in it
            mark.enter.effect = Effect::Fade;
        }
    }
    let last = marks.iter().map(|mark| mark.enter.end()).fold(0.0, f64::max);
    if last > ENTERED {
        let part = ENTERED / last;
        for enter in marks.iter_mut().map(|mark| &mut mark.enter).filter(|enter| enter.delay >= 0.0) {
            *enter = Enter { delay: enter.delay * part, duration: enter.duration * part, ..*enter };
        }
    }
}

/// Whether it shows an amount or a thing, and comes in its turn; words, axes and rules do not.
fn grows(mark: &Mark) -> bool {
    let words = matches!(mark.shape, Shape::Text(_));
    !words && (mark.datum.is_some() || mark.enter.effect != Effect::Fade)
}

/// Whether other marks can lie on it: an area with a paint of its own.
fn is_body(mark: &Mark) -> bool {
    mark.id.part.is_item
        && matches!(mark.shape, Shape::Rect { .. } | Shape::Circle { .. })
        && matches!(mark.fill, Fill::Solid(_) | Fill::Hatch(_))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::geometry::Point;
    use crate::layout::mark::{Anchor, MarkId, Paint, Part, Piece, Run, Scope};
    use crate::text::Font;
    use crate::theme::Role;

    fn mark(part: Part, shape: Shape, datum: Option<u32>, enter: Enter) -> Mark {
        let id = MarkId { scope: Scope::Head, part, serial: 1, piece: Piece::Whole };
        Mark { id, datum, shape, fill: Fill::Solid(Paint::new(Role::Ink)), stroke: None, enter }
    }

    fn bar(delay: f64) -> Mark {
        let shape = Shape::Rect { rect: Rect::new(0.0, 0.0, 80.0, 20.0), radius: 0.0 };
        mark(Part::item("bar"), shape, Some(0), Enter::new(Effect::GrowRight, delay))
    }

    #[test]
    fn words_and_axes_stand_at_once_and_marks_enter_in_their_order() {
        let axis = Shape::Path { points: vec![Point::new(0.0, 90.0), Point::new(80.0, 90.0)], closed: false };
        let mut marks = vec![
            mark("axis".into(), axis, None, Enter::fade(1.2)),
            bar(0.5),
            bar(2.0),
            mark("text".into(), text(Point::new(4.0, 14.0)), Some(0), Enter::fade(0.0)),
            mark("text".into(), text(Point::new(4.0, 60.0)), Some(0), Enter::fade(3.0)),
        ];
        set(&mut marks);
        let [axis, first, second, on_a_bar, beside] = &marks[..] else { panic!("as many marks as before") };
        assert!(axis.enter.delay < 0.0 && beside.enter.delay < 0.0);
        assert!(0.0 < first.enter.delay && first.enter.delay < second.enter.delay);
        assert!(on_a_bar.enter.delay > second.enter.delay);
        assert!(marks.iter().all(|mark| mark.enter.end() <= ENTERED + 1e-9), "{marks:#?}");
    }

    fn text(at: Point) -> Shape {
        let (font, paint) = (Font::sans(15.0), Paint::new(Role::Ink));
        Shape::Text(Run { text: "word".into(), at, anchor: Anchor::Start, font, paint, width: 40.0 })
    }
}
