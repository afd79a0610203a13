//! Milestones beside a series of dots: a line at the year of each, with its date and words.
//!
//! **Invariant**: the words lie on nothing else; what finds no room in the plot stands under the axis.

use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::label::LabelPlacer;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::MilestoneIx;
use crate::text::{wrap, Font};
use crate::theme::Role;
use std::ops::RangeInclusive;

/// A vertical line at a milestone's year with its date and words; answers whether they found room.
#[allow(clippy::too_many_arguments)]
pub(super) fn milestone(
    builder: &mut SceneBuilder,
    ix: MilestoneIx,
    x: &dyn Fn(i32) -> f64,
    frame: Rect,
    years: RangeInclusive<i32>,
    spots: &[Point],
    placer: &mut LabelPlacer,
) -> bool {
    let milestone = builder.facts.milestone(ix).clone();
    let year = milestone.date.year;
    if !years.contains(&year) {
        return true;
    }
    let ink = builder.paint(Role::Ink);
    let at = x(year);
    let (top, base) = (frame.y, frame.bottom());
    let dot = spots.iter().find(|p| (p.x - at).abs() < 1.0).map_or(base, |p| p.y);
    let date = milestone.date.display(builder.locale);
    let text = builder.say(&milestone.label).to_string();
    let (bold, font) = (Font::bold(13.0), Font::sans(13.0));
    let room = if builder.compact { 108.0 } else { 190.0 };
    let lines = wrap::balanced(&text, font, room, builder.measure);
    let widest = lines
        .iter()
        .map(|l| builder.measure.width(l, font))
        .fold(builder.measure.width(&date, bold), f64::max);
    let h = 18.0 * (lines.len() + 1) as f64;
    let name = builder.facts.milestone_statement(&milestone, builder.locale);
    builder.begin_named(milestone.id.clone(), None, name);
    // beside the upper end of its line, or beside a line that hangs from the dot, wherever there is room
    let up = (top + 6.0).min(dot - 20.0);
    let down = dot + 14.0;
    let places = [
        (Anchor::End, up - 2.0, up),
        (Anchor::Start, up - 2.0, up),
        (Anchor::End, down + 24.0, down + 24.0 + h),
        (Anchor::Start, down + 24.0, down + 24.0 + h),
        (Anchor::Start, base - h - 6.0, base - 6.0),
        (Anchor::End, base - h - 6.0, base - 6.0),
    ];
    for (anchor, text_top, end) in places {
        let left = if anchor == Anchor::End { at - 8.0 - widest } else { at + 8.0 };
        if !placer.take(Rect::new(left, text_top, widest, h)) {
            continue;
        }
        let from = dot + if end < dot { -9.0 } else { 9.0 };
        builder.line(
            "milestone",
            vec![Point::new(at, from), Point::new(at, end)],
            ink,
            1.0,
            Enter::fade(builder.delay),
        );
        let x = if anchor == Anchor::End { at - 8.0 } else { at + 8.0 };
        builder.text(Point::new(x, text_top + 14.0), &date, bold, ink, anchor);
        for (i, line) in lines.iter().enumerate() {
            builder.text(Point::new(x, text_top + 32.0 + i as f64 * 18.0), line, font, ink, anchor);
        }
        placer.block(Rect::new(at - 2.0, from.min(end), 4.0, (end - from).abs()));
        builder.end();
        return true;
    }
    builder.line(
        "milestone",
        vec![Point::new(at, dot - 9.0), Point::new(at, dot - 20.0)],
        ink,
        1.0,
        Enter::fade(builder.delay),
    );
    builder.end();
    false
}

/// A milestone that found no room in the plot, under the axis. Returns its height.
pub(super) fn milestone_below(builder: &mut SceneBuilder, area: Area, ix: MilestoneIx) -> f64 {
    let milestone = builder.facts.milestone(ix).clone();
    let ink = builder.paint(Role::Ink);
    let colon = Message::Colon.get(builder.locale);
    let text = format!("{}{colon}{}", milestone.date.display(builder.locale), builder.say(&milestone.label));
    builder.begin_named(milestone.id.clone(), None, text.clone());
    let h = builder.paragraph(area.x, area.y, area.w, &text, Font::sans(13.0), ink);
    builder.end();
    h
}
