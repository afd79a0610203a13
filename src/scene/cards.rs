//! Charts of a row in cards of one size: a frame each, with a strong upper edge.
//!
//! Charts of a row and a place come in; marks on the builder go out, and the height used.
//!
//! **Invariant**: cards side by side are equally wide and high, whatever they hold: an empty one equals its neighbours.

use super::column::{self, At};
use crate::chart::Placed;
use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::mark::{Fill, Scope, Shape, Stroke};
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::theme::Role;

/// Between two cards, CSS px.
const GAP: f64 = 20.0;
/// Narrower cards stand one below the other, CSS px.
const LEAST: f64 = 256.0;
/// Between a frame and what it holds, at its sides, and above and below, on a phone less, CSS px.
const PAD: f64 = 16.0;
const PAD_Y: f64 = 12.0;
const LOW_PAD_Y: f64 = 9.0;
/// Width of the upper edge, CSS px.
const EDGE: f64 = 3.0;
/// On a phone all cards of a row are as high as the highest, up to so much, CSS px: beyond it none has room that only
/// another needs.
pub(super) const LOW: f64 = 168.0;
/// In a wide picture a card is at most so much higher than it needs to be.
const HIGHEST: f64 = 1.4;

/// Whether the charts of a row stand in cards.
pub(super) fn is_row(row: &[Placed]) -> bool {
    row.iter().any(|placed| placed.frame)
}

/// How many cards of a row stand side by side.
pub(super) fn columns(count: usize, width: f64) -> usize {
    let most = (((width + GAP) / (LEAST + GAP)) as usize).clamp(1, count.max(1));
    // no row with only one of them where they can be spread evenly
    count.div_ceil(count.div_ceil(most).max(1)).max(1)
}

/// Draws the cards of a row; returns the height used. `height`: what they may take together, all of them equally high;
/// without one those side by side are as high as the highest of them needs to be.
pub(super) fn place(
    builder: &mut SceneBuilder,
    row: &[Placed],
    at: At,
    area: Area,
    height: Option<f64>,
) -> f64 {
    let framed = std::mem::replace(&mut builder.framed, true);
    let columns = columns(row.len(), area.w);
    let rows = row.len().div_ceil(columns);
    let width = (area.w - GAP * (columns - 1) as f64) / columns as f64;
    let inner = Area::new(0.0, 0.0, width - 2.0 * PAD);
    let at = |i: usize| (at.0, at.1, at.2 + i);
    let least = height.filter(|_| !builder.compact).map(|_| 0.0);
    let needs = |builder: &mut SceneBuilder, (i, placed): (usize, &Placed)| {
        builder.tried(|builder| column::chart(builder, placed, at(i), inner, (least, 1.0)))
    };
    let needed: Vec<f64> = row.iter().enumerate().map(|card| needs(builder, card)).collect();
    let tallest = needed.iter().copied().fold(0.0, f64::max);
    let pad = if builder.compact { LOW_PAD_Y } else { PAD_Y };
    let frame = EDGE + 2.0 * pad;
    let share = height.map_or(0.0, |height| (height - GAP * (rows - 1) as f64) / rows as f64 - frame);
    // on a phone it has been given the height of the others of its row
    let highest = if builder.compact { f64::INFINITY } else { tallest * HIGHEST };
    let shared = height.map(|_| tallest.max(share.min(highest)));
    let mut y = area.y;
    for (r, (cards, needed)) in row.chunks(columns).zip(needed.chunks(columns)).enumerate() {
        let least = if builder.compact { tallest.min(LOW - frame) } else { 0.0 };
        let high = shared.unwrap_or_else(|| needed.iter().copied().fold(least, f64::max));
        for (c, placed) in cards.iter().enumerate() {
            let i = r * columns + c;
            let rect = Rect::new(area.x + c as f64 * (width + GAP), y, width, high + frame);
            card(builder, rect, at(i));
            let room = Area::new(rect.x + PAD, y + EDGE + pad, inner.w);
            column::chart(builder, placed, at(i), room, (height.map(|_| high), 1.0));
        }
        y += high + frame + GAP;
    }
    builder.framed = framed;
    y - GAP - area.y
}

/// The frame of a card: a hairline around it and a strong line above.
fn card(builder: &mut SceneBuilder, rect: Rect, (scene, row, column): At) {
    builder.scope(Scope::Chart { scene: scene as u32, row: row as u32, column: column as u32 });
    let enter = Enter::fade(-1.0);
    let stroke = Stroke { paint: builder.paint(Role::Rule), width: 1.0, dash: None };
    let shape = Shape::Rect { rect: rect.inset(0.5), radius: 0.0 };
    builder.put("frame", shape, Fill::None, Some(stroke), enter);
    let (y, ink) = (rect.y + EDGE / 2.0, builder.paint(Role::Ink));
    builder.line("edge", vec![Point::new(rect.x, y), Point::new(rect.right(), y)], ink, EDGE, enter);
}
