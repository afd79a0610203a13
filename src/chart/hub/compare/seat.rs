//! One seat: its pictogram, its words and a cell for each list; and the place that says that a list goes on.
//!
//! **Invariant**: full colour means the chosen list names it; what is thin is named by others only.

use crate::chart::hub::compare::{Block, Seat, Size, BETWEEN, CELL};
use crate::geometry::{Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::message::Message;
use crate::model::ListIx;
use crate::text::Font;
use crate::theme::Role;

#[allow(clippy::too_many_arguments)]
pub(super) fn draw_seat(
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
pub(super) fn begin(builder: &mut SceneBuilder, seat: &Seat, lists: &[ListIx]) {
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
pub(super) fn cells(builder: &mut SceneBuilder, seat: &Seat, chosen: usize, at: Point, enter: Enter) {
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
pub(super) fn draw_open(
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
