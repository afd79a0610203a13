//! A label with its lead above its value, which takes less width than one line.
//!
//! **Invariant**: such a label stands right beside its point, and says all that it says on one line.

use super::{Label, BIG, SMALL};
use crate::geometry::{Point, Rect};
use crate::layout::label::LabelPlacer;
use crate::layout::mark::Anchor;
use crate::layout::scene_builder::SceneBuilder;
use crate::theme::Role;

/// Of a line of the lead, and of the value with the room below it, CSS px.
const LINE: f64 = 16.0;
const LAST_LINE: f64 = 17.0;

/// Writes a label with its lead on one line above its value or, where that is too wide, with the name of its definition on
/// a line of its own. Returns whether there was room.
pub(super) fn place(builder: &mut SceneBuilder, label: &Label, placer: &mut LabelPlacer) -> bool {
    [std::slice::from_ref(&label.lead), &label.lines].into_iter().any(|lines| {
        let widths = lines.iter().map(|line| builder.measure.width(line, SMALL));
        let w = widths.fold(label.width - label.lead_width, f64::max);
        let seat = placer.place_beside(label.at, label.radius, w, LINE * lines.len() as f64 + LAST_LINE);
        seat.inspect(|seat| draw(builder, label, lines, seat.rect)).is_some()
    })
}

fn draw(builder: &mut SceneBuilder, label: &Label, lines: &[String], r: Rect) {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let (x, anchor) = match r.center().x < label.at.x {
        true => (r.right(), Anchor::End),
        false => (r.x, Anchor::Start),
    };
    if !label.guess {
        builder.begin(label.ix);
    }
    let mut y = r.y + 13.0;
    for line in lines {
        builder.text(Point::new(x, y), line, SMALL, muted, anchor);
        y += LINE;
    }
    builder.text(Point::new(x, y), &label.value, BIG, ink, anchor);
    builder.end();
}
