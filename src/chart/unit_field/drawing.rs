//! Fields one below the other, each under its number; a field at another scale on a ground of its own, beside the one
//! before it where both have room.
//!
//! **Invariant**: fields of one scale have marks of one size, and a field of another scale says so.

use super::marks::{dots, icons, open_end, open_width, Grid};
use super::Dots;
use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::locale::number::{form_of, Decimal, Format};
use crate::locale::Text;
use crate::text::Font;
use crate::theme::Role;

/// From this width on a field of another scale may stand beside the one before it, CSS px.
const WIDE: f64 = 640.0;
/// From this width on dots stand beside their number, CSS px.
const BESIDE: f64 = 520.0;
/// Height in CSS px that a field of many fills.
const TALLEST: f64 = 560.0;
/// More of them are dots.
const MOST_ICONS: usize = 400;
/// Height in CSS px of a field beside the words of its card on a phone.
const LOW_CARD: f64 = 88.0;
/// Up to so many pictograms are large.
const FEW: usize = 12;
/// The digits of a field of pictograms, CSS px.
const SIZE: f64 = 32.0;
/// The least and the greatest width of a field beside another one, and the gap between the two, CSS px.
const STRIP: (f64, f64) = (270.0, 360.0);
const GAP: f64 = 16.0;
/// From a field to the line above the next, and from there on, CSS px.
const BETWEEN: f64 = 10.0;
const NOTE: Font = Font::sans(13.0);

pub(super) fn place(builder: &mut SceneBuilder, area: Area, fields: &[Dots], scale_note: &Text) -> f64 {
    let Some(first) = fields.first() else { return 0.0 };
    let start = builder.delay;
    let mut y = area.y;
    let note = builder.say(scale_note).to_string();
    // the note stands at the end of the first line where that has room, and below a field that is alone
    let aside = beside_number(builder, first) && {
        let label = label_of(builder, first);
        let line = builder.number_width(first.figure, SIZE) + builder.measure.width(&label, Font::bold(15.0));
        line + builder.measure.width(&note, NOTE) + 48.0 <= area.w
    };
    let inside = aside || fields.len() == 1;
    if !inside {
        y += builder.note(area.x, y, area.w, &note) + 8.0;
    }
    let pitch = icon_pitch(builder, fields, area.w);
    // dots of fields of one scale are as small as the largest of them needs
    let alike = fields.iter().filter(|field| field.per == first.per && !is_pictured(builder, field));
    let most = alike.map(|field| count(builder, field)).max().unwrap_or(0);
    let mut i = 0;
    while let Some(field) = fields.get(i) {
        builder.delay = start + i as f64 * 0.18;
        let other_scale = field.per != first.per;
        let strip_width = fields
            .get(i + 1)
            .filter(|next| area.w >= WIDE && !other_scale && next.per != first.per)
            .and_then(|_| strip_beside(builder, field, area.w, pitch));
        let room = strip_width.map_or(area.w, |strip| area.w - strip - GAP);
        if i > 0 && !other_scale {
            builder.rule(area.x, y, room);
            y += BETWEEN;
        }
        let said = inside.then_some(note.as_str()).filter(|_| i == 0);
        let mut used = match other_scale {
            true => strip(builder, Area::new(area.x, y, area.w), field),
            false => one(builder, Area::new(area.x, y, room), field, (pitch, most), said),
        };
        if let Some(width) = strip_width {
            i += 1;
            builder.delay += 0.18;
            let beside = Area::new(area.right() - width, y, width);
            used = used.max(strip(builder, beside, &fields[i]));
        }
        y += used + BETWEEN;
        i += 1;
    }
    y - area.y - BETWEEN
}

/// How wide a field at another scale can be beside this one; nothing where one of the two has no room.
fn strip_beside(builder: &SceneBuilder, field: &Dots, width: f64, pitch: f64) -> Option<f64> {
    let n = count(builder, field);
    field.icon.filter(|_| n > FEW && n <= MOST_ICONS)?;
    let open = if builder.figure(field.figure).opens_up() { open_width(pitch) } else { 0.0 };
    let left = width - n as f64 * pitch - open - GAP;
    (left >= STRIP.0).then_some(left.min(STRIP.1))
}

/// How many dots; the rule `mark-count` has seen to it that there are between one and 10,000.
fn count(builder: &SceneBuilder, field: &Dots) -> usize {
    (builder.figure(field.figure).amount() / field.per).round().clamp(0.0, 10_000.0) as usize
}

/// The distance of pictograms that many fields share: a little closer than usual where the largest field then has no
/// row with only a few.
fn icon_pitch(builder: &SceneBuilder, fields: &[Dots], width: f64) -> f64 {
    let usual = if builder.compact { 17.0 } else { 24.0 };
    let counts = fields.iter().filter(|field| field.icon.is_some()).map(|field| count(builder, field));
    let most = counts.filter(|n| *n <= MOST_ICONS).max().unwrap_or(0);
    let columns = ((width / usual) as usize).max(5);
    let rows = most.div_ceil(columns);
    if rows < 2 {
        return usual;
    }
    let closer = width / most.div_ceil(rows - 1) as f64;
    if closer >= usual * 0.92 {
        closer
    } else {
        usual
    }
}

/// What a field is called.
fn label_of(builder: &SceneBuilder, field: &Dots) -> String {
    let label = field.label.as_ref().unwrap_or(builder.figure(field.figure).label());
    builder.say(label).to_string()
}

/// Whether number and label of a field stand on one line.
fn beside_number(builder: &SceneBuilder, field: &Dots) -> bool {
    field.icon.is_some() && !builder.framed
}

/// Whether the marks of a field are pictograms.
fn is_pictured(builder: &SceneBuilder, field: &Dots) -> bool {
    field.icon.is_some() && !field.hollow && count(builder, field) <= MOST_ICONS
}

/// `shared`: the distance of pictograms, CSS px, and the most dots that a field of this scale has.
fn one(
    builder: &mut SceneBuilder,
    area: Area,
    field: &Dots,
    shared: (f64, usize),
    said: Option<&str>,
) -> f64 {
    let ix = field.figure;
    let color = builder.paint(field.accent.unwrap_or(builder.accent));
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let n = count(builder, field);
    // a field of many has the whole width and is no taller than a screen: its dots get smaller instead
    let icon = field.icon.filter(|_| is_pictured(builder, field));
    let most = if icon.is_some() { n } else { shared.1.max(n) };
    let halves = builder.card_halves(area);
    let side_by_side = halves.is_some() || area.w >= BESIDE && most <= MANY && icon.is_none();
    let label_width = match halves {
        Some((words, _)) => words.w + 16.0,
        None if side_by_side => area.w * 0.36,
        None => area.w,
    };
    let w = match halves {
        Some((_, marks)) => marks.w,
        None if side_by_side => area.w - label_width,
        None => area.w,
    };
    if field.hollow {
        builder.legend(LegendEntry::Hollow);
    }
    let few_in_rows = builder.framed && (4..=FEW).contains(&n);
    let (radius, pitch) = if icon.is_some() {
        let pitch = match n {
            // in a card in two rows, which then are large
            _ if few_in_rows => (w / n.div_ceil(2) as f64).min(if builder.compact { 44.0 } else { 62.0 }),
            0..=FEW => (w / n.max(1) as f64).min(44.0),
            _ => shared.0,
        };
        (pitch * 0.46, pitch)
    } else if most > MANY {
        let pitch = (area.w * TALLEST / most as f64).sqrt().min(7.0);
        (pitch * 0.37, pitch)
    } else if most > 400 {
        (2.6, 7.0)
    } else if most > 160 && builder.framed {
        (3.7, 10.0)
    } else if most > 160 {
        (4.2, 11.5)
    } else {
        (6.0, 16.0)
    };
    // beside its words a field is no higher than they are
    let closer = match halves {
        Some(_) if most > FEW => ((w * LOW_CARD / most as f64).sqrt() / pitch).min(1.0),
        _ => 1.0,
    };
    let (radius, pitch) = (radius * closer, pitch * closer);
    builder.begin(ix);
    let mut said = said;
    let label = label_of(builder, field);
    let head = if beside_number(builder, field) {
        let (head, end) = builder.headline_beside(area, &label, ix, SIZE, ink);
        if let Some(text) = said.filter(|text| end + 16.0 + builder.measure.width(text, NOTE) <= area.right())
        {
            let at = Point::new(area.right(), area.y + SIZE * 0.92);
            builder.text(at, text, NOTE, muted, Anchor::End);
            said = None;
        }
        head
    } else {
        let size = if side_by_side || builder.framed { 40.0 } else { SIZE };
        builder.headline_as(Area::new(area.x, area.y, label_width - 16.0), &label, ix, size, ink)
    };
    let (x, top) = if let Some((_, marks)) = halves {
        (marks.x, area.y + 4.0)
    } else if side_by_side {
        (area.x + label_width, area.y + 6.0)
    } else {
        (area.x, area.y + head + if icon.is_some() { 3.0 } else { 6.0 })
    };
    let longest = if few_in_rows {
        n.div_ceil(2)
    } else if most > MANY || icon.is_some() {
        usize::MAX
    } else if most > 160 {
        100
    } else {
        25
    };
    // a pitch that fills the row to its end must not lose the last place to rounding
    let least = if builder.framed { 1 } else { 5 };
    let columns = (((w + 0.01) / pitch) as usize).clamp(least, longest);
    let grid = Grid { x, top, w, columns, pitch, radius };
    match icon {
        Some(icon) => icons(builder, icon, n, grid, color),
        None => dots(builder, n, grid, color, field.hollow),
    }
    let rows = open_end(builder, ix, n, grid, color);
    builder.end();
    let below = top + rows as f64 * pitch + 2.0;
    let (x, y, w) = match halves {
        Some((words, _)) => (words.x, area.y + head, words.w),
        None => (x, below, w),
    };
    let mut bottom = y + builder.note_of(x, y, w, field.note.as_ref());
    bottom += said.map_or(0.0, |text| builder.note(x, bottom + 2.0, w, text) + 2.0);
    (area.y + head).max(bottom).max(below) - area.y
}

/// A field at another scale: smaller dots on a tinted strip that says what one of them is.
fn strip(builder: &mut SceneBuilder, area: Area, field: &Dots) -> f64 {
    let ix = field.figure;
    let ink = builder.paint(Role::Ink);
    let color = builder.paint(field.accent.unwrap_or(builder.accent));
    let start = builder.delay;
    let ground = builder.marks.len();
    let pad = 12.0;
    let inner = Area::new(area.x + pad, area.y + 10.0, area.w - 2.0 * pad);
    let side_by_side = area.w >= BESIDE;
    builder.begin(ix);
    let label_width = if side_by_side { area.w * 0.36 - pad } else { inner.w };
    let label = label_of(builder, field);
    let mut y = inner.y
        + match side_by_side {
            true => {
                builder.headline_as(Area::new(inner.x, inner.y, label_width - 12.0), &label, ix, 30.0, ink)
            }
            false => builder.headline_beside(inner, &label, ix, 26.0, ink).0,
        };
    let (x, top, w) = if side_by_side {
        (inner.x + label_width, inner.y + 6.0, inner.w - label_width)
    } else {
        (inner.x, y + 2.0, inner.w)
    };
    let n = count(builder, field);
    // a little closer where that spares a row with only a few
    let rows = n.div_ceil(((w / 8.0) as usize).max(1));
    let closer = w / n.div_ceil(rows.saturating_sub(1).max(1)).max(1) as f64;
    let pitch = if rows > 1 && closer >= 7.0 { closer.min(8.0) } else { 8.0 };
    let radius = pitch * 0.375;
    let columns = (((w + 0.01) / pitch) as usize).clamp(10, 50);
    let grid = Grid { x, top, w, columns, pitch, radius };
    dots(builder, n, grid, color, field.hollow);
    let rows = open_end(builder, ix, n, grid, color);
    builder.end();
    let mut bottom = top + rows as f64 * pitch + 4.0;
    let (one, font) = (one_dot_is(builder, field), Font::bold(13.0));
    let end = builder.measure.width(&one, font) + 12.0;
    let note = field.note.as_ref().map(|note| builder.say(note).to_string());
    // scale and note share a line where they have room
    let beside = note.as_ref().is_some_and(|note| end + builder.measure.width(note, NOTE) <= w);
    let used = builder.paragraph(x, bottom, w, &one, font, ink);
    let note = note.map_or(0.0, |note| match beside {
        true => builder.note(x + end, bottom, w - end + 1.0, &note) - used,
        false => builder.note(x, bottom + used, w, &note),
    });
    bottom += used + note;
    y = y.max(bottom) + 8.0;
    let rect = Rect::new(area.x, area.y, area.w, y - area.y);
    builder.rect("strip", rect, Fill::Solid(ink.fade(0.05)), Enter::fade(start));
    // the ground lies under what it carries
    if let Some(mark) = builder.marks.pop() {
        builder.marks.insert(ground, mark);
    }
    y - area.y
}

/// "此栏换比例：1点＝1人", from the figure's own unit.
fn one_dot_is(builder: &SceneBuilder, field: &Dots) -> String {
    let figure = builder.figure(field.figure);
    let per = Decimal { mantissa: (field.per * 1000.0).round() as i64, places: 3 }.trimmed();
    if figure.format() != Format::Plain {
        let amount = figure.value_text(per, builder.locale);
        return Message::OtherScale.with(builder.locale, &[&amount, ""]).trim_end().to_string();
    }
    let unit = figure.unit();
    let catalogue = builder.locale.catalogue();
    let name = form_of(unit.forms(builder.locale), (catalogue.plural)(per));
    Message::OtherScale.with(builder.locale, &[&per.written(&catalogue.digits), name])
}
