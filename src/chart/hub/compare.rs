//! Several lists of named things around one core: which of them stays when another list is chosen.
//!
//! **Invariant**: a thing has one seat, whichever list is chosen; what is drawn thin is named elsewhere and not in the
//! list that was chosen. Two names are one thing only where they are equal or the story says so (`same`).

mod ring;
mod seat;

use super::{draw_core, named, Hub};
use crate::geometry::{math, Point};
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::{Facts, Item, ListIx};
use crate::text::Font;
use crate::theme::Role;
use ring::{block, open_seat, places, ring, seat_index};
use seat::{begin, cells, draw_open, draw_seat};

/// A named thing, and where each of the lists names it.
pub struct Seat<'s> {
    pub item: &'s Item,
    /// By list: the index of its item there.
    pub named: Vec<Option<usize>>,
}

impl Seat<'_> {
    fn in_all(&self) -> bool {
        self.named.iter().all(Option::is_some)
    }
}

/// Returns the things that lists name, each once: those of all lists first, then as the lists have them.
pub fn seats<'s>(facts: &'s Facts, lists: &[ListIx]) -> Vec<Seat<'s>> {
    let mut seats: Vec<Seat> = Vec::new();
    for (l, list) in lists.iter().enumerate() {
        for (i, item) in facts.list(*list).items.iter().enumerate() {
            match seats.iter_mut().find(|seat| alike(seat.item, item)) {
                Some(seat) => seat.named[l] = Some(i),
                None => {
                    let mut named = vec![None; lists.len()];
                    named[l] = Some(i);
                    seats.push(Seat { item, named });
                }
            }
        }
    }
    let (mut all, rest): (Vec<Seat>, Vec<Seat>) = seats.into_iter().partition(Seat::in_all);
    all.extend(rest);
    all
}

/// Whether two items are one thing.
fn alike(a: &Item, b: &Item) -> bool {
    match (&a.same, &b.same) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a.text == b.text,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

const CELL: (f64, f64) = (10.0, 7.0);
const BETWEEN: f64 = 3.0;
/// Least space between two seats, and between a seat and the core, CSS px.
const APART: f64 = 5.5;
const SPOKE: f64 = 12.0;
/// Width and height of what says that a list goes on, with its arrow and its word.
const OPEN: (f64, f64) = (80.0, 72.0);
/// Half axes of the ring are tried up to these.
const WIDEST: f64 = 230.0;
const TALLEST: f64 = 330.0;

/// What a seat is drawn with, and how much room that takes.
struct Block {
    lines: Vec<String>,
    width: f64,
    height: f64,
}

struct Size {
    icon: f64,
    font: f64,
    core: f64,
    cells: f64,
}

impl Size {
    /// The core is as large as the longest word of its name needs.
    fn of(builder: &SceneBuilder, hub: &Hub, lists: usize) -> Size {
        let spaced = builder.locale.catalogue().spaced;
        let cells = lists as f64 * (CELL.0 + BETWEEN) - BETWEEN;
        let words = builder.say(&hub.core_label).split(' ').filter(|_| spaced);
        let longest = words.map(|word| builder.measure.width(word, Font::bold(13.0))).fold(0.0, f64::max);
        let least = longest / 1.72 + 1.0;
        match builder.compact {
            true => Size { icon: 24.0, font: 13.0, core: f64::max(44.0, least), cells },
            false => Size {
                icon: 30.0,
                font: if spaced { 13.0 } else { 15.0 },
                core: f64::max(66.0, least),
                cells,
            },
        }
    }
}

/// Draws them from the top of an area, in a ring or where that has no room in rows; returns the height used.
pub fn place(builder: &mut SceneBuilder, area: Area, hub: &Hub) -> f64 {
    let lists: Vec<ListIx> = std::iter::once(hub.list).chain(hub.compare.iter().copied()).collect();
    let chosen = builder.interaction.list.min(lists.len() - 1);
    let seats = seats(builder.facts, &lists);
    let size = Size::of(builder, hub, lists.len());
    let blocks: Vec<Block> = seats.iter().map(|seat| block(builder, seat, &size)).collect();
    let open_at = open_seat(builder.facts, &lists, &seats);
    let label = |list: &ListIx| builder.say(&builder.facts.list(*list).label).to_string();
    let labels: Vec<String> = lists.iter().map(label).collect();
    // as high as the longest name needs, so that nothing moves with another
    let font = Font::bold(15.0);
    let head = labels.iter().map(|label| builder.paragraph_height(area.w, label, font)).fold(0.0, f64::max);
    builder.heading(area.x, area.y, area.w, &labels[chosen]);
    builder.legend(LegendEntry::Lists);
    let area = area.down(head + 8.0);
    let below = match ring(&blocks, open_at, &size, area.w) {
        Some(half) => in_ring(builder, area, hub, &lists, chosen, (&seats, &blocks, open_at), &size, half),
        None => in_rows(builder, area, hub, &lists, chosen, &seats, &size),
    };
    head + 8.0 + below + 3.0
}

type Seats<'s> = (&'s [Seat<'s>], &'s [Block], Option<usize>);

#[allow(clippy::too_many_arguments)]
fn in_ring(
    builder: &mut SceneBuilder,
    area: Area,
    hub: &Hub,
    lists: &[ListIx],
    chosen: usize,
    (seats, blocks, open_at): Seats,
    size: &Size,
    (rx, ry): (f64, f64),
) -> f64 {
    let start = builder.delay;
    let places = places(blocks.len() + usize::from(open_at.is_some()));
    let middle = |angle: f64| Point::new(rx * math::sin(angle), -ry * math::cos(angle));
    let (mut above, mut below) = (size.core, size.core);
    let tall = |i: usize| seat_index(i, open_at).map_or(OPEN.1, |seat| blocks[seat].height);
    for (i, angle) in places.iter().enumerate() {
        let at = middle(*angle);
        above = f64::max(above, tall(i) / 2.0 - at.y);
        below = f64::max(below, tall(i) / 2.0 + at.y);
    }
    let center = Point::new(area.x + area.w / 2.0, area.y + above);
    for (i, angle) in places.iter().enumerate() {
        let at = middle(*angle);
        let at = Point::new(center.x + at.x, center.y + at.y);
        builder.delay = start + 0.2 + i as f64 * 0.05;
        match seat_index(i, open_at) {
            Some(seat) => {
                let (seat, block) = (&seats[seat], &blocks[seat]);
                draw_seat(builder, seat, block, lists, chosen, (center, at), size);
            }
            None => draw_open(builder, lists, chosen, (center, at), size),
        }
        builder.end();
    }
    builder.delay = start;
    draw_core(builder, hub.core, center, size.core, &hub.core_label, &hub.core_small);
    above + below
}

/// A row a thing, below the core: where the picture is too narrow for a ring.
fn in_rows(
    builder: &mut SceneBuilder,
    area: Area,
    hub: &Hub,
    lists: &[ListIx],
    chosen: usize,
    seats: &[Seat],
    size: &Size,
) -> f64 {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let (radius, start) = (22.0, builder.delay);
    let center = Point::new(area.x + radius, area.y + radius);
    let lead = builder.accent_paint();
    builder.begin(hub.core);
    let enter = Enter::new(Effect::Pop, start);
    builder.circle(Part::item("core"), center, radius, Fill::Solid(lead), None, enter);
    let x = area.x + 2.0 * radius + 12.0;
    let small = builder.say(&hub.core_small).to_string();
    let label = named(builder, hub.core, &hub.core_label);
    let used = builder.paragraph(x, area.y, area.right() - x, &small, Font::sans(13.0), muted);
    let name = Font::bold(17.0);
    let used = used + builder.paragraph(x, area.y + used, area.right() - x, &label, name, ink);
    builder.end();
    let mut y = area.y + used.max(2.0 * radius) + 10.0;
    for seat in seats {
        let on = seat.named[chosen].is_some();
        begin(builder, seat, lists);
        cells(builder, seat, chosen, Point::new(area.x, y + 7.0), Enter::fade(builder.delay));
        let (font, paint) = if on { (Font::bold(15.0), ink) } else { (Font::sans(15.0), muted) };
        let text = builder.say(&seat.item.text).to_string();
        let x = area.x + size.cells + 10.0;
        builder.paragraph(x, y, area.right() - x, &text, font, paint);
        // as high as in bold, so that no row moves with another list
        y += builder.paragraph_height(area.right() - x, &text, Font::bold(15.0)) + 3.0;
        builder.end();
    }
    if lists.iter().any(|list| builder.facts.list(*list).open) {
        let on = builder.facts.list(lists[chosen]).open;
        let (font, paint) = if on { (Font::bold(15.0), ink) } else { (Font::sans(15.0), muted) };
        let (x, text) = (area.x + size.cells + 10.0, Message::And.get(builder.locale));
        builder.text(Point::new(x, y + 17.0), text, font, paint, Anchor::Start);
        y += 24.0;
    }
    y - area.y
}
