//! The places of seats around a core: the smallest ring on which none meets another.
//!
//! **Invariant**: places depend on the seats alone, not on the list that is chosen.

use crate::chart::hub::compare::{Block, Seat, Size, APART, CELL, OPEN, SPOKE, TALLEST, WIDEST};
use crate::geometry::{math, Point, Rect};
use crate::layout::scene_builder::SceneBuilder;
use crate::model::{Facts, ListIx};
use crate::text::{wrap, Font};
use std::f64::consts::TAU;

/// The place of 等 among the seats, behind those of the first list that goes on.
pub(super) fn open_seat(facts: &Facts, lists: &[ListIx], seats: &[Seat]) -> Option<usize> {
    let open = lists.iter().position(|list| facts.list(*list).open)?;
    seats.iter().rposition(|seat| seat.named[open].is_some()).map(|last| last + 1)
}

/// Which seat stands at a place; none at that of 等.
pub(super) fn seat_index(place: usize, open_at: Option<usize>) -> Option<usize> {
    match open_at {
        Some(open) if place == open => None,
        Some(open) if place > open => Some(place - 1),
        _ => Some(place),
    }
}

/// Angles of so many places, clockwise from twelve o'clock.
pub(super) fn places(count: usize) -> Vec<f64> {
    (0..count).map(|i| i as f64 / count.max(1) as f64 * TAU).collect()
}

pub(super) fn block(builder: &SceneBuilder, seat: &Seat, size: &Size) -> Block {
    let text = builder.say(&seat.item.text);
    let lines = wrap::balanced(text, Font::bold(size.font), size.font * 6.2, builder.measure);
    let wide = |font: Font| lines.iter().map(|l| builder.measure.width(l, font)).fold(0.0, f64::max);
    let width = wide(Font::bold(size.font)).max(size.icon).max(size.cells);
    let height = size.icon + 2.0 + lines.len() as f64 * size.font * 1.3 + 5.0 + CELL.1;
    Block { lines, width, height }
}

/// The half axes of the smallest ring on which no seat meets another one or the core; none where there is no room.
pub(super) fn ring(blocks: &[Block], open_at: Option<usize>, size: &Size, width: f64) -> Option<(f64, f64)> {
    let count = blocks.len() + usize::from(open_at.is_some());
    let widest = blocks.iter().map(|block| block.width).fold(44.0, f64::max);
    let most = ((width - widest) / 2.0).min(WIDEST);
    let extent = |i: usize| match seat_index(i, open_at) {
        Some(seat) => (blocks[seat].width, blocks[seat].height),
        None => OPEN,
    };
    let free = |rx: f64, ry: f64| {
        let rects: Vec<Rect> = places(count)
            .iter()
            .enumerate()
            .map(|(i, angle)| {
                let (w, h) = extent(i);
                Rect::new(rx * math::sin(*angle) - w / 2.0, -ry * math::cos(*angle) - h / 2.0, w, h)
                    .inset(-APART / 2.0)
            })
            .collect();
        let apart = |a: &Rect, b: &Rect| {
            a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y
        };
        let clear = |r: &Rect| {
            let near = Point::new(0f64.clamp(r.x, r.right()), 0f64.clamp(r.y, r.bottom()));
            near.x.hypot(near.y) >= size.core + SPOKE
        };
        rects.iter().all(clear)
            && rects.iter().enumerate().all(|(i, a)| rects[i + 1..].iter().all(|b| apart(a, b)))
    };
    let step = |from: f64, to: f64| {
        let count = ((to - from) / 6.0).floor().max(0.0) as usize;
        (0..=count).map(move |i| from + i as f64 * 6.0)
    };
    let least = size.core + SPOKE;
    step(least, TALLEST)
        .find_map(|ry| step(least.min(most), most).find(|rx| free(*rx, ry)).map(|rx| (rx, ry)))
}
