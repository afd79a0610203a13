//! A row of icons across a wide picture: number and title in one line, below it the icons with their names beside them.
//!
//! **Invariant**: the icons of a row are alike and evenly spaced; the titles of all rows begin at one place.

use super::{begin, draw, names, roles, IconRow, ROLE};
use crate::geometry::Point;
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder, LINE};
use crate::text::{wrap, Font};
use crate::theme::Role;

/// From this width on rows stand so, CSS px.
pub(super) const WIDE: f64 = 700.0;
/// The digits of a row's figure, CSS px.
const SIZE: f64 = 36.0;
/// Between number and title, CSS px.
const GAP: f64 = 20.0;

/// Where the titles of all rows begin, from the left of the picture, CSS px.
pub(super) fn text_at(builder: &SceneBuilder, rows: &[IconRow]) -> f64 {
    let widths = rows.iter().filter_map(|row| row.figure).map(|ix| builder.number_width(ix, SIZE) + GAP);
    widths.fold(0.0, f64::max).min(240.0)
}

/// The icons and names of a row: large where they are few, with the width of a column and the room of a name beside its icon,
/// CSS px.
struct Sizes {
    column: f64,
    icon: f64,
    font: Font,
    beside: f64,
    room: f64,
}

impl Sizes {
    fn of(names: &[String], width: f64) -> Sizes {
        let column = width / names.len().max(1) as f64;
        let large = column >= 250.0;
        let (icon, font) = if large { (56.0, Font::bold(19.0)) } else { (36.0, Font::sans(15.0)) };
        let named = names.iter().any(|name| !name.is_empty());
        let column = if named { column } else { column.min(icon + 24.0) };
        // what is drawn begins a little inside the grid: its lines, not the grid, begin with the words
        let beside = icon - icon / 8.0 + if large { 20.0 } else { 12.0 };
        Sizes { column, icon, font, beside, room: column - beside - 28.0 }
    }
}

/// Whether no word of a row's names is broken in this width.
pub(super) fn keeps_words(builder: &SceneBuilder, width: f64, row: &IconRow) -> bool {
    let names = names(builder, row);
    let Sizes { font, room, .. } = Sizes::of(&names, width);
    super::longest_word(builder, &names, font).is_none_or(|word| word <= room)
}

/// Draws one row; returns its height.
pub(super) fn one(builder: &mut SceneBuilder, area: Area, row: &IconRow, text: f64) -> f64 {
    let accent = builder.paint(row.accent.unwrap_or(builder.accent));
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let start = builder.delay;
    let line = area.y + SIZE * 0.86;
    let mut head = SIZE + 8.0;
    if let Some(ix) = row.figure {
        builder.begin(ix);
        let (_, high) = builder.number(Point::new(area.x, line), ix, SIZE, text - GAP, ink, Anchor::Start);
        head = head.max(high);
    }
    let title = builder.say(&row.title).to_string();
    let x = area.x + text;
    let wide = builder.text(Point::new(x, line), &title, Font::bold(17.0), ink, Anchor::Start);
    builder.end();
    let mut end = x + wide + GAP;
    if let Some(note) = &row.note {
        let note = builder.say(note).to_string();
        let font = Font::sans(13.0);
        if end + builder.measure.width(&note, font) <= area.right() {
            end += builder.text(Point::new(end, line), &note, font, muted, Anchor::Start) + GAP;
        } else {
            head += builder.paragraph(x, area.y + head, area.right() - x, &note, font, muted);
            end = area.right();
        }
    }
    // read after what the row lists, as it is below narrow rows
    let place = ((end, line), area.down(head));
    head += builder.tried(|builder| wording(builder, place.0, place.1, row));
    let names = names(builder, row);
    let Sizes { column, icon, font, beside, room } = Sizes::of(&names, area.w);
    let inset = icon / 8.0;
    let top = area.y + head + 6.0;
    let lines: Vec<Vec<String>> =
        names.iter().map(|name| wrap::balanced(name, font, room, builder.measure)).collect();
    let step = font.size * LINE * 0.9;
    let roles = roles(builder, row);
    let high =
        (0..names.len()).map(|i| lines[i].len() as f64 * step + role_height(&roles[i])).fold(icon, f64::max);
    for (i, name) in names.iter().enumerate() {
        builder.delay = start + 0.08 * i as f64;
        let pictogram = begin(builder, row, i, name);
        let x = area.x + i as f64 * column;
        let corner = Point::new(x - inset, top + (high - icon) / 2.0);
        draw(builder, pictogram, corner, icon, accent);
        let block = lines[i].len() as f64 * step + role_height(&roles[i]);
        let first = top + (high - block) / 2.0 + (step - font.size * LINE) / 2.0;
        for (k, line) in lines[i].iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            let at = Point::new(x + beside, first + k as f64 * step + baseline(font.size));
            builder.text(at, line, font, ink, Anchor::Start);
        }
        if let Some(role) = &roles[i] {
            let y = first + lines[i].len() as f64 * step + baseline(ROLE.size);
            builder.text(Point::new(x + beside, y), role, ROLE, muted, Anchor::Start);
        }
        builder.end();
    }
    builder.delay = start;
    wording(builder, place.0, place.1, row);
    if names.is_empty() {
        head
    } else {
        head + 6.0 + high
    }
}

/// How much a role takes under its name, CSS px.
fn role_height(role: &Option<String>) -> f64 {
    role.as_ref().map_or(0.0, |_| ROLE.size * LINE)
}

/// A wording ends at the right of the row's first line where it has room there, else it has a line of its own; returns
/// how much lower the row is for it.
fn wording(builder: &mut SceneBuilder, (from, line): (f64, f64), below: Area, row: &IconRow) -> f64 {
    let Some(ix) = row.wording else { return 0.0 };
    let name = builder.facts.name(ix);
    let (text, font) = (builder.say(&name.text).to_string(), Font::sans(15.0));
    let ink = builder.paint(Role::Ink);
    builder.begin_named(name.id.clone(), None, text.clone());
    let beside = from + builder.measure.width(&text, font) <= below.right();
    let used = if beside {
        builder.text(Point::new(below.right(), line), &text, font, ink, Anchor::End);
        0.0
    } else {
        builder.paragraph(below.x, below.y, below.w, &text, font, ink)
    };
    builder.end();
    used
}
