//! Plaques with a pictogram above the name, side by side across a wide picture.
//!
//! **Invariant**: all are equally large, because the source ranks none above another; 等 stands after the item after
//! which the source has it.

use super::{date, date_of, undated, Plaques};
use crate::geometry::{Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::model::{Facts, List};
use crate::text::{wrap, Font};
use crate::theme::Role;

/// From this width on plaques stand so, CSS px.
const WIDE: f64 = 580.0;
const COLUMNS: usize = 3;
const GAP: f64 = 16.0;
/// What a plaque keeps free beside its name, CSS px.
const PAD: f64 = 28.0;
/// Width and height of a pictogram, CSS px: beside names of few lines and of more.
const ICONS: [f64; 2] = [60.0, 48.0];
/// The sizes of names.
const NAMES: [f64; 4] = [24.0, 20.0, 17.0, 14.0];
const OPEN: Font = Font::bold(13.0);

/// Whether the items of a list can stand so.
pub(super) fn fits(facts: &Facts, spec: &Plaques, width: f64) -> bool {
    let items = &facts.list(spec.list).items;
    width >= WIDE && items.len() >= COLUMNS && items.iter().all(|item| item.icon.is_some())
}

/// As high as its space lets it be, up to half as high again as it needs to be.
pub(super) fn place(builder: &mut SceneBuilder, space: Space, spec: &Plaques) -> f64 {
    let area = space.area();
    let spare = space.spare(builder, |builder| in_rows(builder, area, spec, 0.0));
    in_rows(builder, area, spec, spare.max(0.0))
}

/// `spare`: px that all rows together are higher than they need to be.
fn in_rows(builder: &mut SceneBuilder, area: Area, spec: &Plaques, spare: f64) -> f64 {
    let list = builder.facts.list(spec.list).clone();
    let (accent, ink) = (builder.accent_paint(), builder.paint(Role::Ink));
    let start = builder.delay;
    let facts = builder.facts;
    let dated = |i: usize| date_of(facts, &list.items[i]);
    // the node of 等 stands between two plaques, or below them where its place is the end of a row
    let open = list.open.then(|| list.open_after.unwrap_or(list.items.len()).min(list.items.len()));
    let between = open.filter(|at| at % COLUMNS != 0 && *at < list.items.len());
    let words = wrap::wrap(Message::And.get(builder.locale), OPEN, 48.0, builder.measure);
    let radius = if words.len() > 1 { 31.0 } else { 16.0 };
    // every gap is as wide as the one that the node stands in
    let gap = if between.is_some() { 2.0 * radius + 10.0 } else { GAP };
    let width = (area.w - gap * (COLUMNS - 1) as f64) / COLUMNS as f64;
    let left = |column: usize| area.x + column as f64 * (width + gap);
    let set = |size: f64| -> Vec<Vec<String>> {
        let one = |i: usize| {
            let text = builder.say(&list.items[i].text);
            wrap::balanced(text, Font::title(size), width - PAD, builder.measure)
        };
        (0..list.items.len()).map(one).collect()
    };
    let small = set(NAMES[1]).iter().any(|lines| lines.len() > 2);
    let broken = |size: &f64| {
        let longest = |text| wrap::longest_word(builder.say(text), Font::title(*size), builder.measure);
        list.items.iter().any(|item| longest(&item.text) > width - PAD)
    };
    let lines = |size: f64| set(size).iter().map(Vec::len).max().unwrap_or(1);
    let least = lines(NAMES[NAMES.len() - 1]);
    // the largest size at which no word is broken and no name has more lines than it must
    let sizes = NAMES.iter().copied().filter(|size| !broken(size) && lines(*size) <= least);
    let size = sizes.reduce(f64::max).unwrap_or(NAMES[NAMES.len() - 1]);
    let (names, font, step) = (set(size), Font::title(size), size * 1.35);
    let most = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let year = if (0..list.items.len()).any(|i| dated(i).is_some()) { 26.0 } else { 0.0 };
    let (icon_size, pad) = (ICONS[usize::from(small)], if small { 18.0 } else { 24.0 });
    let high = pad + icon_size + 10.0 + most * step + year + pad - 2.0;
    let more = (spare / list.items.len().div_ceil(COLUMNS) as f64).min(high / 2.0);
    // the pictogram takes a part of what is more
    let icon_size = icon_size + more * 0.4;
    let (high, pad) = (high + more, pad + more * 0.3);
    let mut bottom = area.y;
    for (i, lines) in names.iter().enumerate() {
        let at = (i % COLUMNS, i / COLUMNS);
        let corner = Point::new(left(at.0), area.y + at.1 as f64 * (high + GAP));
        let rect = Rect::new(corner.x + 1.0, corner.y + 1.0, width - 2.0, high - 2.0);
        builder.delay = start + 0.07 * i as f64;
        // at full size: a growing frame would cut through its words
        let enter = Enter::fade(builder.delay);
        let text = builder.say(&list.items[i].text);
        let spoken = [builder.say(&list.label), Message::Colon.get(builder.locale), text].concat();
        builder.begin_named(format!("{}-{i}", list.id), list.items[i].figure, spoken);
        let frame = |rect: Rect| Shape::Rect { rect, radius: 0.0 };
        let stroke = |width: f64| Some(Stroke { paint: accent, width, dash: None });
        builder.put("plaque", frame(rect), Fill::Solid(accent.fade(0.07)), stroke(2.0), enter);
        builder.put("inlay", frame(rect.inset(8.0)), Fill::None, stroke(1.0), enter);
        let middle = rect.center().x;
        if let Some(icon) = list.items[i].icon {
            let corner = Point::new(middle - icon_size / 2.0, rect.y + pad);
            pictogram::draw(builder, icon, corner, icon_size, accent, Enter::fade(builder.delay));
        }
        let top = rect.y + pad + icon_size + 10.0;
        for (k, line) in lines.iter().enumerate() {
            let at = Point::new(middle, top + size + k as f64 * step);
            builder.text(at, line, font, ink, Anchor::Middle);
        }
        if let Some(dated) = dated(i) {
            date(builder, dated, Point::new(middle, rect.bottom() - pad), width - PAD, Anchor::Middle);
        } else if year > 0.0 {
            undated(builder, Point::new(middle, rect.bottom() - pad), Anchor::Middle);
        }
        builder.end();
        bottom = bottom.max(corner.y + high);
    }
    builder.delay = start + 0.4;
    if let Some(at) = open {
        let center = match between {
            Some(at) => {
                let (column, row) = (at % COLUMNS, at / COLUMNS);
                let x = left(column) - gap / 2.0;
                Point::new(x, area.y + row as f64 * (high + GAP) + high / 2.0)
            }
            None => {
                let x = left(at % COLUMNS);
                let y = area.y + (at / COLUMNS) as f64 * (high + GAP);
                bottom = bottom.max(y + 2.0 * radius + 30.0);
                Point::new(x + radius + 2.0, y + radius + 2.0)
            }
        };
        open_node(builder, &list, center, radius, &words);
    }
    bottom + builder.note_of(area.x, bottom + 8.0, area.w, spec.note.as_ref()) - area.y
}

/// 等 with an arrow into nothing.
fn open_node(builder: &mut SceneBuilder, list: &List, center: Point, radius: f64, words: &[String]) {
    let (slate, surface) = (builder.paint(Role::GENERAL), builder.paint(Role::Surface));
    let enter = Enter::new(Effect::Pop, builder.delay);
    let name =
        [builder.say(&list.label), Message::Colon.get(builder.locale), Message::And.get(builder.locale)];
    builder.begin_named(format!("{}-open", list.id), None, name.concat());
    let stroke = Stroke { paint: slate, width: 2.0, dash: None };
    builder.circle("open", center, radius, Fill::Solid(surface), Some(stroke), enter);
    let top = center.y - (words.len() as f64 - 1.0) * 8.5 + OPEN.size * 0.36;
    for (k, line) in words.iter().enumerate() {
        let at = Point::new(center.x, top + k as f64 * 17.0);
        builder.text(at, line, OPEN, slate, Anchor::Middle);
    }
    let tail = Point::new(center.x, center.y + radius + 4.0);
    builder.arrow(tail, Point::new(tail.x, tail.y + 20.0), slate, enter);
    builder.end();
    builder.legend(LegendEntry::OpenList);
}
