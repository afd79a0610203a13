//! A time as part of a clock face; as a goal it is dashed and empty, because nobody measured it.
//!
//! **Invariant**: the sector is the minutes of an hour; it is never filled, for the chart takes goals only.

use crate::geometry::Point;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::theme::Role;
use std::f64::consts::TAU;

pub fn place(builder: &mut SceneBuilder, area: Area, ix: FigureIx, title: &Text, note: Option<&Text>) -> f64 {
    let figure = builder.figure(ix);
    let (slate, muted, ink) =
        (builder.paint(Role::GENERAL), builder.paint(Role::Muted), builder.paint(Role::Ink));
    let start = builder.delay;
    let title = builder.say(title).to_string();
    let mut y = area.y + builder.heading(area.x, area.y, area.w, &title) + 8.0;
    let radius = 52.0f64.min(area.w / 2.0 - 4.0);
    let center = Point::new(area.x + radius + 2.0, y + radius + 2.0);
    builder.begin(ix);
    let stroke = builder.goal_stroke(slate);
    builder.circle("face", center, radius, Fill::None, Some(stroke), Enter::new(Effect::Draw, start));
    for hour in 0..12 {
        let angle = hour as f64 / 12.0 * TAU;
        let inner = if hour % 3 == 0 { radius - 10.0 } else { radius - 6.0 };
        builder.line(
            "hour",
            vec![center.around(inner, angle), center.around(radius - 2.0, angle)],
            muted,
            1.25,
            Enter::fade(start),
        );
    }
    let part = (figure.amount() / 60.0).clamp(0.0, 1.0) * TAU;
    let shape = Shape::Sector { center, inner: 0.0, outer: radius - 13.0, from: 0.0, to: part };
    builder.put("minutes", shape, Fill::None, Some(stroke), Enter::new(Effect::Draw, start + 0.2));
    y = center.y + radius + 10.0;
    builder.number(Point::new(area.x, y + 30.0), ix, 34.0, area.w, ink, Anchor::Start);
    y += 40.0;
    y += builder.goal_tag(area.x, y);
    builder.end();
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}
