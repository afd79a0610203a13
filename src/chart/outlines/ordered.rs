//! Dashed outlines with a number, a pictogram and links; where the order means something, the first is the largest.
//!
//! **Invariant**: outlines of a row are equally high, and their names and links stand on common lines.

use super::{link_key, Outlines};
use crate::chart::plaques::open_node;
use crate::geometry::{Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::List;
use crate::pictogram::Pictogram;
use crate::text::{wrap, Font};
use crate::theme::Role;

/// From this width on the largest outline stands beside the others, CSS px.
const WIDE: f64 = 720.0;
/// From this width on outlines stand side by side, CSS px.
const TWO: f64 = 460.0;
/// Between two outlines, CSS px.
const GAP: f64 = 20.0;
const SMALL_GAP: f64 = 10.0;
const PAD: f64 = 18.0;
/// Width and height of a pictogram on a phone, CSS px.
const SMALL_ICON: f64 = 30.0;
const NUMBER: Font = Font::bold(20.0);
const LINK: Font = Font::sans(14.0);
/// Height of a line of links, and the gap between two of them, CSS px.
const LINK_LINE: f64 = 28.0;
const LINK_GAP: f64 = 20.0;
/// A row is at most so much higher than it needs to be, CSS px.
const MOST_SPARE: f64 = 140.0;
/// Dashes break a smaller pictogram into pieces, CSS px.
const DASHED: f64 = 90.0;

/// One outline: an item of the list, or the node of 等.
#[derive(Clone, Copy)]
struct Cell {
    item: Option<usize>,
    rect: Rect,
    large: bool,
}

/// What stands in an outline, measured for its width.
struct Content {
    name: Vec<String>,
    font: Font,
    icon: f64,
    /// Each link with its words, in lines.
    links: Vec<Vec<(String, String)>>,
}

/// `spare`: px that the outlines together are higher than they need to be.
pub(super) fn place(builder: &mut SceneBuilder, area: Area, spec: &Outlines, spare: f64) -> f64 {
    let list = builder.facts.list(spec.list).clone();
    let start = builder.delay;
    let (cells, bottom) = cells(builder, (area, spare), spec, &list);
    for (i, cell) in cells.iter().enumerate() {
        builder.delay = start + 0.1 * i as f64;
        match cell.item {
            Some(item) => outline(builder, spec, &list, *cell, item),
            None => open_node(builder, &list, cell.rect),
        }
    }
    builder.delay = start + 0.4;
    let bottom = bottom + builder.note_of(area.x, bottom + 8.0, area.w, spec.note.as_ref());
    bottom - area.y
}

/// Where the outlines stand, and the y below them.
fn cells(
    builder: &SceneBuilder,
    (area, spare): (Area, f64),
    spec: &Outlines,
    list: &List,
) -> (Vec<Cell>, f64) {
    let mut items: Vec<Option<usize>> = (0..list.items.len()).map(Some).collect();
    if list.open {
        items.insert(list.open_after.unwrap_or(list.items.len()).min(list.items.len()), None);
    }
    let needs = |item: Option<usize>, width: f64, large: bool| match item {
        Some(item) => height(&content(builder, spec, list, item, width, large), large, builder.compact),
        None => 88.0,
    };
    let large = spec.ordered && items.len() > 2;
    let beside = large && area.w >= WIDE;
    let columns = if area.w >= WIDE {
        if beside {
            2
        } else {
            3
        }
    } else if area.w >= TWO {
        2
    } else {
        1
    };
    let mut cells = Vec::new();
    let (mut x, mut y, mut room) = (area.x, area.y, area.w);
    let gap = if builder.compact { SMALL_GAP } else { GAP };
    let rest = if large { 1 } else { 0 };
    if large && !beside {
        let high = needs(items[0], area.w, columns > 1);
        cells.push(Cell { item: items[0], rect: Rect::new(x, y, area.w, high), large: columns > 1 });
        y += high + gap;
    } else if beside {
        // a little more than a third of the width
        let first = (area.w - 2.0 * GAP) * 0.385;
        x += first + GAP;
        room -= first + GAP;
    }
    let width = (room - GAP * (columns - 1) as f64) / columns as f64;
    let others = &items[rest.min(items.len())..];
    let rows = others.len().div_ceil(columns).max(1) as f64;
    let high = others.iter().map(|item| needs(*item, width, false)).fold(0.0, f64::max);
    // as high as the others together, and these high enough for the first
    let high = match beside {
        true => {
            let first = needs(items[0], x - GAP - area.x, true);
            let high = high.max((first - GAP * (rows - 1.0)) / rows) + (spare / rows).min(MOST_SPARE);
            let all = high * rows + GAP * (rows - 1.0);
            let rect = Rect::new(area.x, area.y, x - GAP - area.x, all);
            cells.push(Cell { item: items[0], rect, large: true });
            high
        }
        false => high,
    };
    for (i, item) in others.iter().enumerate() {
        let at = (i % columns, i / columns);
        let rect = Rect::new(x + at.0 as f64 * (width + GAP), y + at.1 as f64 * (high + gap), width, high);
        cells.push(Cell { item: *item, rect, large: false });
    }
    let bottom = cells.iter().map(|cell| cell.rect.bottom()).fold(area.y, f64::max);
    (cells, bottom)
}

/// Measures what stands in an outline of this width.
fn content(
    builder: &SceneBuilder,
    spec: &Outlines,
    list: &List,
    item: usize,
    width: f64,
    large: bool,
) -> Content {
    let inner = width - 2.0 * PAD;
    // on a phone pictogram and number stand beside the name
    let beside = if list.items[item].icon.is_some() { SMALL_ICON + 12.0 } else { 0.0 };
    let words = if builder.compact { inner - beside - 22.0 } else { inner };
    let name = builder.say(&list.items[item].text).to_string();
    let fits = |size: &f64| builder.measure.width(&name, Font::title(*size)) <= inner;
    // on one line where it has room there, for a break may fall inside a word
    let size = match (large, builder.compact) {
        (true, _) => [38.0, 34.0, 30.0, 28.0, 26.0, 24.0].into_iter().find(fits).unwrap_or(30.0),
        (false, true) => 18.0,
        (false, false) => [22.0, 20.0].into_iter().find(fits).unwrap_or(20.0),
    };
    let font = Font::title(size);
    let icon = match (list.items[item].icon, large, builder.compact) {
        (None, ..) => 0.0,
        (Some(_), true, _) => (inner * 0.46).clamp(44.0, 140.0),
        (Some(_), false, true) => SMALL_ICON,
        (Some(_), false, false) => 44.0,
    };
    let mut links: Vec<Vec<(String, String)>> = Vec::new();
    let mut end = 0.0;
    for id in spec.items.get(item).map_or(&[][..], |aim| &aim.to) {
        let Some(chapter) = spec.chapters.get(id) else { continue };
        let text = format!("{} ›", builder.say(chapter));
        let wide = builder.measure.width(&text, LINK);
        if links.is_empty() || end + LINK_GAP + wide > inner {
            links.push(Vec::new());
            end = -LINK_GAP;
        }
        end += LINK_GAP + wide;
        links.iter_mut().last().into_iter().for_each(|line| line.push((id.clone(), text.clone())));
    }
    Content { name: wrap::balanced(&name, font, words, builder.measure), font, icon, links }
}

/// The least height of an outline, CSS px; on a phone pictogram and name stand side by side.
fn height(content: &Content, large: bool, compact: bool) -> f64 {
    if compact {
        let name = content.name.len() as f64 * content.font.size * 1.3;
        return 12.0 + content.icon.max(name) + below(content) + 12.0;
    }
    let gap = if large { 20.0 } else { 14.0 };
    let top = content.icon.max(NUMBER.size * 1.3) + gap;
    PAD + top + content.name.len() as f64 * content.font.size * 1.3 + below(content) + PAD
}

/// How much of an outline its links take.
fn below(content: &Content) -> f64 {
    if content.links.is_empty() {
        0.0
    } else {
        4.0 + content.links.len() as f64 * LINK_LINE
    }
}

fn outline(builder: &mut SceneBuilder, spec: &Outlines, list: &List, cell: Cell, item: usize) {
    let Cell { rect, large, .. } = cell;
    let content = content(builder, spec, list, item, rect.w, large);
    let paint = builder.paint(spec.items.get(item).and_then(|aim| aim.accent).unwrap_or(Role::GENERAL));
    let ink = builder.paint(Role::Ink);
    let start = builder.delay;
    let text = builder.say(&list.items[item].text).to_string();
    let spoken = [builder.say(&list.label), Message::Colon.get(builder.locale), &text].concat();
    builder.begin_named(format!("{}-{item}", list.id), list.items[item].figure, spoken);
    let shape = Shape::Rect { rect: rect.inset(1.0), radius: 4.0 };
    let stroke = builder.goal_stroke(paint);
    builder.put(Part::item("goal"), shape, Fill::None, Some(stroke), Enter::new(Effect::Pop, start));
    builder.legend(LegendEntry::Target);
    if spec.ordered {
        let down = if builder.compact { 12.0 } else { PAD };
        let at = Point::new(rect.right() - PAD, rect.y + down + NUMBER.size * 0.8);
        builder.text(at, &(item + 1).to_string(), NUMBER, paint, Anchor::End);
    }
    // names stand on a common line whether there are links below or not
    let reserved = match spec.items.iter().any(|aim| !aim.to.is_empty()) {
        true => below(&content).max(4.0 + LINK_LINE),
        false => 0.0,
    };
    let step = content.font.size * 1.3;
    let high = content.name.len() as f64 * step;
    let top = rect.bottom() - PAD - reserved - high;
    let (left, top) = match builder.compact {
        true => {
            let row = content.icon.max(high);
            let x = rect.x + PAD + if content.icon > 0.0 { content.icon + 12.0 } else { 0.0 };
            (x, rect.y + 12.0 + (row - high) / 2.0)
        }
        false => (rect.x + PAD, top),
    };
    if let Some(icon) = list.items[item].icon {
        let (corner, size) = icon_at(rect, (icon, &content), top, large, builder.compact);
        let enter = Enter::fade(start);
        match size >= DASHED {
            true => pictogram::dashed(builder, icon, corner, size, paint, enter),
            false => pictogram::draw(builder, icon, corner, size, paint, enter),
        }
    }
    for (k, line) in content.name.iter().enumerate() {
        let at = Point::new(left, top + k as f64 * step + content.font.size);
        builder.text(at, line, content.font, ink, Anchor::Start);
    }
    builder.end();
    let mut y = match builder.compact {
        true => rect.y + 12.0 + content.icon.max(high) + 4.0,
        false => rect.bottom() - PAD - reserved + 4.0,
    };
    for line in &content.links {
        let mut x = rect.x + PAD;
        for (id, text) in line {
            x += link(builder, Point::new(x, y), link_key(&list.id, item, id), (&spec.chapters[id], text))
                + LINK_GAP;
        }
        y += LINK_LINE;
    }
}

/// Where a pictogram stands, and its size: in the middle of the room above the name where it is large.
fn icon_at(
    rect: Rect,
    (icon, content): (Pictogram, &Content),
    top: f64,
    large: bool,
    compact: bool,
) -> (Point, f64) {
    // what is drawn begins a little inside the grid: its lines, not the grid, begin with the words
    let inset = |size: f64| rect.x + PAD - size * icon.left();
    if compact {
        let name = content.name.len() as f64 * content.font.size * 1.3;
        let y = rect.y + 12.0 + (content.icon.max(name) - content.icon) / 2.0;
        return (Point::new(inset(content.icon), y), content.icon);
    }
    let room = top - rect.y - PAD;
    let size =
        if large { content.icon.max((room - 24.0).min(rect.w * 0.66)) } else { content.icon }.min(room);
    let down = if large { (room - size).max(0.0) / 2.0 } else { -size / 8.0 };
    (Point::new(inset(size), rect.y + PAD + down), size)
}

/// The name of a chapter, underlined as links are; returns its width.
fn link(
    builder: &mut SceneBuilder,
    at: Point,
    key: String,
    (chapter, text): (&crate::locale::Text, &str),
) -> f64 {
    let ink = builder.paint(Role::Ink);
    let name = Message::GoTo.with(builder.locale, &[builder.say(chapter)]);
    builder.begin_named(key, None, name);
    let line = at.y + baseline(LINK.size);
    let wide = builder.text(Point::new(at.x, line), text, LINK, ink, Anchor::Start);
    let y = line + 5.0;
    let enter = Enter::fade(builder.delay);
    builder.line("link", vec![Point::new(at.x, y), Point::new(at.x + wide, y)], ink, 1.0, enter);
    builder.end();
    wide
}
