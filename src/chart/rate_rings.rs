//! Rates as rings, each with its own denominator; never stacked, never on one axis.
//!
//! **Invariant**: a ring's arc is its rate of a full turn; a floor's arc ends open and short of the full turn.

use crate::geometry::Point;
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::Text;
use crate::model::chart::Noted;
use crate::theme::Role;
use std::f64::consts::TAU;

pub fn place(builder: &mut SceneBuilder, area: Area, items: &[Noted], note: Option<&Text>) -> f64 {
    let (accent, ink, muted) = (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Muted));
    let start = builder.delay;
    let outer = if area.w < 260.0 { 36.0 } else { 44.0 };
    let inner = outer * 0.64;
    let mut y = area.y;
    for (i, item) in items.iter().enumerate() {
        let figure = builder.figure(item.figure);
        builder.delay = start + i as f64 * 0.15;
        let center = Point::new(area.x + outer + 1.0, y + outer + 2.0);
        builder.begin(item.figure);
        for radius in [outer, inner] {
            let stroke = Stroke { paint: muted, width: 1.0, dash: None };
            builder.circle("rim", center, radius, Fill::None, Some(stroke), Enter::fade(builder.delay));
        }
        let share = (figure.amount() / 100.0).clamp(0.0, 1.0);
        let enter = Enter::new(Effect::Draw, builder.delay);
        let arc = |from: f64, to: f64| Shape::Sector { center, inner, outer, from: from * TAU, to: to * TAU };
        if figure.opens_down() {
            builder.put("arc", arc(0.0, share), bound_marks::hatch(accent, 16.0, None), None, enter);
        } else {
            builder.put("arc", arc(0.0, share), Fill::Solid(accent), None, enter);
        }
        if figure.opens_up() {
            let end = (share + 0.09).min(0.5 + share / 2.0);
            builder.put(
                "open",
                arc(share, end),
                bound_marks::hatch(accent, 16.0, None),
                None,
                Enter::fade(builder.delay + 0.6),
            );
        }
        let x = area.x + 2.0 * outer + 20.0;
        let w = area.right() - x;
        let mut text = builder.headline(Area::new(x, y, w), item.figure, 34.0, ink);
        builder.end();
        text += builder.note_of(x, y + text, w, item.note.as_ref());
        y += text.max(2.0 * outer + 4.0) + 16.0;
    }
    y -= 6.0;
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}
