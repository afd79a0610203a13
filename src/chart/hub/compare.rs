//! Several lists of named things around one core: which of them stays when another list is chosen.
//!
//! **Invariant**: a thing has one seat, whichever list is chosen; what is drawn thin is named elsewhere and not in the
//! list that was chosen. Two names are one thing only where they are equal or the story says so (`same`).

use super::{draw_core, named, Hub};
use crate::geometry::{math, Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::{Facts, Item, ListIx};
use crate::text::{wrap, Font};
use crate::theme::Role;
use std::f64::consts::TAU;

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

/// The place of 等 among the seats, behind those of the first list that goes on.
fn open_seat(facts: &Facts, lists: &[ListIx], seats: &[Seat]) -> Option<usize> {
    let open = lists.iter().position(|list| facts.list(*list).open)?;
    seats.iter().rposition(|seat| seat.named[open].is_some()).map(|last| last + 1)
}

/// Which seat stands at a place; none at that of 等.
fn seat_index(place: usize, open_at: Option<usize>) -> Option<usize> {
    match open_at {
        Some(open) if place == open => None,
        Some(open) if place > open => Some(place - 1),
        _ => Some(place),
    }
}

/// Angles of so many places, clockwise from twelve o'clock.
fn places(count: usize) -> Vec<f64> {
    (0..count).map(|i| i as f64 / count.max(1) as f64 * TAU).collect()
}

fn block(builder: &SceneBuilder, seat: &Seat, size: &Size) -> Block {
    let text = builder.say(&seat.item.text);
    let lines = wrap::balanced(text, Font::bold(size.font), size.font * 6.2, builder.measure);
    let wide = |font: Font| lines.iter().map(|l| builder.measure.width(l, font)).fold(0.0, f64::max);
    let width = wide(Font::bold(size.font)).max(size.icon).max(size.cells);
    let height = size.icon + 2.0 + lines.len() as f64 * size.font * 1.3 + 5.0 + CELL.1;
    Block { lines, width, height }
}

/// The half axes of the smallest ring on which no seat meets another one or the core; none where there is no room.
fn ring(blocks: &[Block], open_at: Option<usize>, size: &Size, width: f64) -> Option<(f64, f64)> {
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

#[allow(clippy::too_many_arguments)]
fn draw_seat(
    builder: &mut SceneBuilder,
    seat: &Seat,
    block: &Block,
    lists: &[ListIx],
    chosen: usize,
    (center, at): (Point, Point),
    size: &Size,
) {
    let (ink, muted, slate) =
        (builder.paint(Role::Ink), builder.paint(Role::Muted), builder.paint(Role::GENERAL));
    let on = seat.named[chosen].is_some();
    let enter = Enter::fade(builder.delay);
    let rect = Rect::new(at.x - block.width / 2.0, at.y - block.height / 2.0, block.width, block.height);
    if on {
        let width = if seat.in_all() { 4.0 } else { 2.0 };
        let ends = spoke(center, at, size.core, rect);
        let enter = Enter { effect: Effect::Draw, delay: builder.delay, duration: 0.4 };
        builder.line("spoke", ends, slate, width, enter);
    }
    begin(builder, seat, lists);
    let paint = if on { slate } else { muted };
    let mut y = rect.y;
    match seat.item.icon {
        Some(icon) => {
            let corner = Point::new(at.x - size.icon / 2.0, y);
            pictogram::draw(
                builder,
                icon,
                corner,
                size.icon,
                if on { paint } else { paint.fade(0.7) },
                enter,
            );
        }
        None => {
            let stroke = Stroke { paint, width: if on { 2.25 } else { 1.25 }, dash: None };
            let middle = Point::new(at.x, y + size.icon / 2.0);
            builder.circle("node", middle, size.icon / 4.0, Fill::None, Some(stroke), enter);
        }
    }
    y += size.icon + 2.0;
    let (font, color) = if on { (Font::bold(size.font), ink) } else { (Font::sans(size.font), muted) };
    for line in &block.lines {
        builder.text(Point::new(at.x, y + size.font), line, font, color, Anchor::Middle);
        y += size.font * 1.3;
    }
    cells(builder, seat, chosen, Point::new(at.x - size.cells / 2.0, y + 5.0), enter);
}

/// What follows belongs to a seat, whose name says which lists name it.
fn begin(builder: &mut SceneBuilder, seat: &Seat, lists: &[ListIx]) {
    let named: Vec<(ListIx, usize)> =
        lists.iter().zip(&seat.named).filter_map(|(list, at)| Some((*list, (*at)?))).collect();
    let Some((first, index)) = named.first().copied() else { return };
    let labels: Vec<&str> =
        named.iter().map(|(list, _)| builder.say(&builder.facts.list(*list).label)).collect();
    let labels = labels.join(Message::Enumeration.get(builder.locale));
    let name = [builder.say(&seat.item.text), Message::Colon.get(builder.locale), &labels].concat();
    let key = format!("{}-{index}", builder.facts.list(first).id);
    builder.begin_named(key, seat.item.figure, name);
}

/// A cell a list, from the upper left corner of the first.
fn cells(builder: &mut SceneBuilder, seat: &Seat, chosen: usize, at: Point, enter: Enter) {
    for (l, named) in seat.named.iter().enumerate() {
        let rect = Rect::new(at.x + l as f64 * (CELL.0 + BETWEEN), at.y, CELL.0, CELL.1);
        cell(builder, rect, named.is_some(), l == chosen, enter);
    }
}

/// One cell a list: solid where it names the thing, in full colour where it is the list that was chosen.
fn cell(builder: &mut SceneBuilder, rect: Rect, named: bool, chosen: bool, enter: Enter) {
    let paint = builder.paint(if chosen { Role::GENERAL } else { Role::Muted });
    match named {
        true => builder.rect("cell", rect, Fill::Solid(paint), enter),
        false => {
            let stroke = Stroke { paint, width: 1.0, dash: None };
            let shape = Shape::Rect { rect: rect.inset(0.5), radius: 0.0 };
            builder.put("cell", shape, Fill::None, Some(stroke), enter);
        }
    }
}

/// From the core to a seat, ending before its words.
fn spoke(center: Point, at: Point, core: f64, rect: Rect) -> Vec<Point> {
    let length = center.distance(at).max(1.0);
    let from = center.towards(at, (core + 5.0) / length);
    let around = rect.inset(-5.0);
    let inside = |p: Point| p.x > around.x && p.x < around.right() && p.y > around.y && p.y < around.bottom();
    let steps = 64;
    let to = (0..=steps)
        .map(|i| from.towards(at, i as f64 / steps as f64))
        .take_while(|p| !inside(*p))
        .last()
        .unwrap_or(from);
    vec![from, to]
}

/// 等: a hollow node with an arrow to nowhere, where the chosen list goes on; else only its place, thin.
fn draw_open(
    builder: &mut SceneBuilder,
    lists: &[ListIx],
    chosen: usize,
    (center, at): (Point, Point),
    size: &Size,
) {
    let list = builder.facts.list(lists[chosen]);
    let on = list.open;
    let paint = builder.paint(if on { Role::GENERAL } else { Role::Muted });
    let enter = Enter::fade(builder.delay);
    let radius = 15.0;
    if on {
        let length = center.distance(at).max(1.0);
        let from = center.towards(at, (size.core + 5.0) / length);
        let to = at.towards(center, (radius + 5.0) / length);
        let stroke = Stroke { paint, width: 2.0, dash: Some((2.0, 3.0)) };
        let shape = Shape::Path { points: vec![from, to], closed: false };
        builder.put("spoke", shape, Fill::None, Some(stroke), enter);
        let text = Message::And.get(builder.locale);
        let name = [builder.say(&list.label), Message::Colon.get(builder.locale), text].concat();
        builder.begin_named(format!("{}-open", list.id), None, name);
        builder.legend(LegendEntry::OpenList);
    }
    let stroke = Stroke { paint, width: if on { 2.0 } else { 1.0 }, dash: None };
    builder.circle("node", at, radius, Fill::None, Some(stroke), enter);
    let way = if at.x < center.x { -1.0 } else { 1.0 };
    let (from, to) = (radius + 4.0, radius + 17.0);
    if on {
        let [from, to] = [from, to].map(|x| Point::new(at.x + way * x, at.y));
        builder.arrow(from, to, paint, enter);
    }
    // a short word stands in the node, a long one below it
    let text = Message::And.get(builder.locale);
    let font = if on { Font::bold(13.0) } else { Font::sans(13.0) };
    let below = if builder.measure.width(text, font) < 1.6 * radius { 4.7 } else { radius + 15.0 };
    let ink = builder.paint(if on { Role::Ink } else { Role::Muted });
    builder.text(Point::new(at.x, at.y + below), text, font, ink, Anchor::Middle);
    builder.end();
}
