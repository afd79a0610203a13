//! Words of equal standing around a centre; side by side or in columns where there is no room for a ring.
//!
//! **Invariant**: the ring gives no word more room than another, because the source gives none a share.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::{math, Point};
use crate::layout::enter::{stagger, Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Item, ListIx, Seen, SeriesIx};
use crate::pictogram::Pictogram;
use crate::text::{wrap, Font};
use crate::theme::Role;
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WordRing {
    /// 名单 · list
    pub list: ListIx,
    /// 数字 · figure
    pub figure: Option<FigureIx>,
    /// 中心小字 · small words in the centre
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub center: Text,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for WordRing {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        self.figure.iter().for_each(|ix| see(Seen::Figure(*ix)));
        see_list(facts, self.list, see);
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        facts.list(self.list).label.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        300.0
    }
    fn least_height(&self) -> f64 {
        220.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self.list, self.figure, &self.center, self.note.as_ref())
    }
}

impl Acceptance for WordRing {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        self.figure.map(|ix| Slot::new(ix, "figure", &Words)).into_iter().collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        vec![ListSlot::new(self.list, "list", list_of_results)]
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// Width and height of a pictogram, CSS px.
const ICON: f64 = 24.0;

pub(super) fn place(
    builder: &mut SceneBuilder,
    area: Area,
    list: ListIx,
    figure: Option<FigureIx>,
    center: &Text,
    note: Option<&Text>,
) -> f64 {
    let items = entries(builder, list);
    let size = 15.0;
    let widest = items.iter().map(|i| builder.measure.width(&i.word, Font::sans(size))).fold(0.0, f64::max);
    let center_text = builder.say(center).to_string();
    let start = builder.delay;
    let radius = ((area.w - 2.0 * widest - 36.0) / 2.0).min(96.0);
    let number = if figure.is_some() { NUMBER } else { 0.0 };
    let used = if area.w >= number + EACH * items.len() as f64 {
        across(builder, area, list, figure, &center_text, size)
    } else if radius >= 56.0 {
        ring(builder, area, list, figure, &center_text, radius, size)
    } else {
        listed(builder, area, list, figure, &center_text, size)
    };
    builder.end();
    builder.delay = start + 0.4;
    used + builder.note_of(area.x, area.y + used, area.w, note)
}

/// What stands at a place of the ring: an item of the list, or that the list goes on.
struct Entry {
    /// The item's place in the list; nothing where the list goes on.
    item: Option<usize>,
    word: String,
    role: Option<String>,
    icon: Option<Pictogram>,
}

fn entries(builder: &SceneBuilder, list: ListIx) -> Vec<Entry> {
    let l = builder.facts.list(list);
    let of = |(i, item): (usize, &Item)| Entry {
        item: Some(i),
        word: builder.say(&item.text).to_string(),
        role: item.role.as_ref().map(|role| builder.say(role).to_string()),
        icon: item.icon,
    };
    let mut all: Vec<Entry> = l.items.iter().enumerate().map(of).collect();
    if l.open {
        let word = Message::And.get(builder.locale).to_string();
        let at = l.open_after.unwrap_or(all.len()).min(all.len());
        all.insert(at, Entry { item: None, word, role: None, icon: None });
    }
    all
}

fn begin_item(builder: &mut SceneBuilder, list: ListIx, entry: &Entry) {
    let l = builder.facts.list(list);
    let role = entry.role.as_ref().map(|role| format!("{}{role}", Message::Comma.get(builder.locale)));
    let (colon, role) = (Message::Colon.get(builder.locale), role.unwrap_or_default());
    let name = format!("{}{colon}{}{role}", builder.say(&l.label), entry.word);
    match entry.item {
        Some(i) => builder.begin_named(format!("{}-{i}", l.id), l.items[i].figure, name),
        None => builder.begin_named(format!("{}-open", l.id), None, name),
    }
}

/// The dot of an entry; hollow where the list goes on.
fn dot(builder: &mut SceneBuilder, entry: &Entry, at: Point, radius: f64) {
    let accent = builder.accent_paint();
    let enter = Enter::new(Effect::Pop, builder.delay);
    if entry.item.is_some() {
        builder.circle(Part::item("dot"), at, radius, Fill::Solid(accent), None, enter);
        return;
    }
    let (surface, slate) = (builder.paint(Role::Surface), builder.paint(Role::GENERAL));
    let stroke = Stroke { paint: slate, width: 2.0, dash: None };
    builder.circle("open", at, radius, Fill::Solid(surface), Some(stroke), enter);
    builder.legend(LegendEntry::OpenList);
}

fn ring(
    builder: &mut SceneBuilder,
    area: Area,
    list: ListIx,
    figure: Option<FigureIx>,
    center_text: &str,
    radius: f64,
    size: f64,
) -> f64 {
    let (accent, ink, rule, muted) = (
        builder.accent_paint(),
        builder.paint(Role::Ink),
        builder.paint(Role::Rule),
        builder.paint(Role::Muted),
    );
    let items = entries(builder, list);
    let start = builder.delay;
    // pictograms stand within the ring, around what its middle says
    let pictured = radius >= 80.0 && items.iter().any(|i| i.icon.is_some());
    let room = if pictured { 2.0 * (radius - ICON - 12.0) } else { radius * 1.75 };
    let has_roles = items.iter().any(|i| i.role.is_some());
    let lift = if has_roles { 46.0 } else { 28.0 };
    let center = Point::new(area.x + area.w / 2.0, area.y + radius + lift);
    let stroke = Stroke { paint: rule, width: 1.5, dash: None };
    let shape = Shape::Sector { center, inner: radius, outer: radius, from: 0.0, to: TAU };
    builder.put("ring", shape, Fill::None, Some(stroke), Enter::new(Effect::Draw, start));
    if let Some(ix) = figure {
        builder.begin(ix);
        builder.number(Point::new(center.x, center.y + 12.0), ix, 44.0, room, accent, Anchor::Middle);
        builder.end();
        builder.text(
            Point::new(center.x, center.y + 36.0 + builder.more_height(ix, 44.0, room)),
            center_text,
            Font::sans(13.0),
            muted,
            Anchor::Middle,
        );
    } else {
        let lines = wrap::balanced(center_text, Font::bold(17.0), room.min(radius * 1.5), builder.measure);
        let top = center.y - lines.len() as f64 * 13.0;
        for (i, line) in lines.iter().enumerate() {
            let at = Point::new(center.x, top + i as f64 * 26.0 + baseline(17.0));
            builder.text(at, line, Font::bold(17.0), accent, Anchor::Middle);
        }
    }
    let mut bottom = center.y + radius;
    for (i, item) in items.iter().enumerate() {
        let angle = i as f64 / items.len().max(1) as f64 * TAU;
        let dot = center.around(radius, angle);
        builder.delay = start + 0.1 + stagger(i, items.len()) * 3.0;
        begin_item(builder, list, item);
        self::dot(builder, item, dot, 5.0);
        if let Some(icon) = item.icon.filter(|_| pictured) {
            let middle = center.around(radius - 8.0 - ICON / 2.0, angle);
            let corner = Point::new(middle.x - ICON / 2.0, middle.y - ICON / 2.0);
            pictogram::draw(builder, icon, corner, ICON, accent, Enter::fade(builder.delay));
        }
        let word = item.word.clone();
        let out = center.around(radius + 14.0, angle);
        let (sin, cos) = (math::sin(angle), math::cos(angle));
        let anchor = if sin.abs() < 0.3 {
            Anchor::Middle
        } else if sin > 0.0 {
            Anchor::Start
        } else {
            Anchor::End
        };
        // words above the ring stand on it, words below hang from it; at the foot they part from the middle
        let y = out.y
            + if cos > 0.9 {
                -2.0
            } else if cos < -0.6 {
                14.0
            } else {
                5.0
            };
        let (anchor, x) = if cos < -0.6 && sin.abs() > 0.1 {
            if sin > 0.0 {
                (Anchor::Start, dot.x - 4.0)
            } else {
                (Anchor::End, dot.x + 4.0)
            }
        } else {
            (anchor, out.x)
        };
        let role = item.role.clone();
        let raise = if role.is_some() && cos > 0.9 { -18.0 } else { 0.0 };
        builder.text(Point::new(x, y + raise), &word, Font::sans(size), ink, anchor);
        if let Some(role) = role {
            builder.text(Point::new(x, y + raise + 19.0), &role, Font::sans(13.0), muted, anchor);
            bottom = bottom.max(y + raise + 26.0);
        }
        bottom = bottom.max(y + 8.0);
    }
    builder.end();
    bottom - area.y + 6.0
}

/// An item needs this width for all to stand in one row, CSS px.
const EACH: f64 = 80.0;
/// The same of the number in front of them.
const NUMBER: f64 = 108.0;
/// Width and height of a pictogram above a name in such a row, CSS px.
const LARGE: f64 = 44.0;

/// The items side by side across the picture, behind the number. No line joins them: it would make steps of them.
fn across(
    builder: &mut SceneBuilder,
    area: Area,
    list: ListIx,
    figure: Option<FigureIx>,
    center_text: &str,
    size: f64,
) -> f64 {
    let (accent, ink, muted) = (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Muted));
    let items = entries(builder, list);
    let start = builder.delay;
    let mut top = area.y + builder.heading(area.x, area.y, area.w, center_text) + 4.0;
    let mut left = area.x;
    if let Some(ix) = figure {
        builder.begin(ix);
        let room = area.w * 0.18;
        let (width, _) =
            builder.number(Point::new(area.x, top + 44.0), ix, 44.0, room, accent, Anchor::Start);
        builder.end();
        left += width.max(80.0) + 28.0;
    }
    if items.iter().any(|item| item.icon.is_some()) {
        top += LARGE + 8.0;
    }
    let line = top + 8.0;
    let pitch = (area.right() - left) / items.len().max(1) as f64;
    let middle = |i: usize| left + pitch * (i as f64 + 0.5);
    let mut bottom = line;
    for (i, item) in items.iter().enumerate() {
        builder.delay = start + stagger(i, items.len()) * 3.0;
        let x = middle(i);
        begin_item(builder, list, item);
        match item.icon {
            Some(icon) => {
                let corner = Point::new(x - LARGE / 2.0, line - 8.0 - LARGE);
                pictogram::draw(builder, icon, corner, LARGE, accent, Enter::fade(builder.delay));
            }
            None => dot(builder, item, Point::new(x, line), 6.0),
        }
        let word = item.word.clone();
        let role = item.role.clone().unwrap_or_default();
        let mut y = line + 26.0;
        for (text, font, paint) in [(word, Font::bold(size), ink), (role, Font::sans(13.0), muted)] {
            for text in wrap::balanced(&text, font, pitch - 12.0, builder.measure) {
                builder.text(Point::new(x, y), &text, font, paint, Anchor::Middle);
                y += 19.0;
            }
        }
        bottom = bottom.max(y);
    }
    builder.end();
    bottom - area.y - 8.0
}

/// The items in one column or two.
fn listed(
    builder: &mut SceneBuilder,
    area: Area,
    list: ListIx,
    figure: Option<FigureIx>,
    center_text: &str,
    size: f64,
) -> f64 {
    let (accent, ink, muted) = (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Muted));
    let items = entries(builder, list);
    let start = builder.delay;
    let mut y = area.y + builder.heading(area.x, area.y, area.w, center_text) + 4.0;
    if let Some(ix) = figure {
        builder.begin(ix);
        builder.number(Point::new(area.x, y + 32.0), ix, 36.0, area.w, accent, Anchor::Start);
        builder.end();
        y += 46.0 + builder.more_height(ix, 36.0, area.w);
    }
    let columns = if area.w >= 250.0 && items.len() > 4 { 2 } else { 1 };
    let pictured = items.iter().any(|item| item.icon.is_some());
    let (inset, least) = if pictured { (ICON + 6.0, ICON + 6.0) } else { (16.0, 0.0) };
    let per = items.len().div_ceil(columns);
    let width = area.w / columns as f64;
    let mut deepest = y;
    for column in 0..columns {
        let x = area.x + column as f64 * width + 6.0;
        let mut at = y;
        for (i, item) in items.iter().enumerate().skip(column * per).take(per) {
            builder.delay = start + stagger(i, items.len()) * 3.0;
            begin_item(builder, list, item);
            match item.icon {
                Some(icon) => {
                    let corner = Point::new(x - 6.0, at);
                    pictogram::draw(builder, icon, corner, ICON, accent, Enter::fade(builder.delay));
                }
                None => dot(builder, item, Point::new(x, at + 11.0), 5.0),
            }
            let word = item.word.clone();
            let (left, room) = (x + inset, width - inset - 10.0);
            let mut h = builder.paragraph(left, at, room, &word, Font::sans(size), ink);
            if let Some(role) = &item.role {
                h += builder.paragraph(left, at + h - 2.0, room, role, Font::sans(13.0), muted);
            }
            at += h.max(least) + 6.0;
        }
        deepest = deepest.max(at);
    }
    builder.end();
    deepest - area.y
}
