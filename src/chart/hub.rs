//! One lead in the middle, named fields around it, and a hollow node for 等; a string of them where a ring has no room.
//!
//! **Invariant**: nodes have one size, because the source gives none; an open list always ends in the hollow node.

pub mod compare;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::Point;
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, ListIx, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::{wrap, Font};
use crate::theme::Role;
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hub {
    /// 核心 · core figure
    pub core: FigureIx,
    /// 核心名称 · name of the core
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub core_label: Text,
    /// 核心小字 · small words above it
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub core_small: Text,
    /// 核心颜色 · color of the core
    #[serde(default)]
    pub accent: Option<Role>,
    /// 名单 · list
    pub list: ListIx,
    /// 另外几份名单，读者可以换着看谁留下 · other lists: the reader chooses one and sees who stays
    #[serde(default)]
    pub compare: Vec<ListIx>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for Hub {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        see(Seen::Figure(self.core));
        see_list(facts, self.list, see);
        self.compare.iter().for_each(|list| see_list(facts, *list, see));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        facts.list(self.list).label.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        // a ring of several lists has more names on it
        if self.compare.is_empty() {
            300.0
        } else {
            400.0
        }
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
        let of_scene = builder.accent;
        builder.accent = self.accent.unwrap_or(of_scene);
        let height = place(builder, space.area(), self);
        builder.accent = of_scene;
        height
    }
}

impl Acceptance for Hub {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        vec![Slot::new(self.core, "core", &Core)]
    }
    fn lists(&self) -> Vec<ListSlot> {
        let others = self.compare.iter().enumerate();
        let others = others.map(|(i, list)| ListSlot::new(*list, format!("compare[{i}]"), list_of_results));
        std::iter::once(ListSlot::new(self.list, "list", list_of_results)).chain(others).collect()
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// Something that is; its circle has the size of its words.
pub struct Core;

impl Table for Core {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        Words.measure(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, Words.look(status, bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        Words.form(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        Words.sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        Words.absence(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

/// Width and height of a pictogram, CSS px.
const ICON: f64 = 24.0;

fn place(builder: &mut SceneBuilder, area: Area, hub: &Hub) -> f64 {
    let start = builder.delay;
    let used = match hub.compare.is_empty() {
        true => of_one_list(builder, area, hub),
        false => compare::place(builder, area, hub),
    };
    builder.end();
    builder.delay = start + 0.4;
    used + builder.note_of(area.x, area.y + used, area.w, hub.note.as_ref())
}

fn of_one_list(builder: &mut SceneBuilder, area: Area, hub: &Hub) -> f64 {
    let Hub { core, core_label: label, core_small: small, list, .. } = hub;
    let (core, list) = (*core, *list);
    let l = builder.facts.list(list);
    let count = l.items.len() + usize::from(l.open);
    let spaced = builder.locale.catalogue().spaced;
    let font = Font::bold(if builder.compact || spaced { 13.0 } else { 15.0 });
    let longest_word = |text: &str| {
        wrap::wrap(text, font, 1.0, builder.measure)
            .iter()
            .map(|w| builder.measure.width(w, font))
            .fold(0.0, f64::max)
    };
    let word = l
        .items
        .iter()
        .map(|i| match spaced {
            true => {
                builder.say(&i.text).split(' ').map(|w| builder.measure.width(w, font)).fold(0.0, f64::max)
            }
            false => longest_word(builder.say(&i.text)),
        })
        .fold(0.0, f64::max);
    // a pictogram over its words
    let lines = l
        .items
        .iter()
        .filter(|item| item.icon.is_some())
        .map(|item| wrap::balanced(builder.say(&item.text), font, 60.0, builder.measure).len() as f64);
    let tallest = lines.map(|lines| (ICON + lines * font.size * 1.3) / 2.0 + 13.0).fold(28.0, f64::max);
    let node = (word / 2.0 + 8.0).max(tallest).clamp(28.0, 52.0);
    let core_radius = node * 1.5;
    let around = (count as f64 * (node + 6.0) / std::f64::consts::PI).max(core_radius + node + 8.0);
    if 2.0 * (around + node) <= area.w {
        let around = around.max((area.w / 2.0 - node).min(around * 1.1));
        ring(builder, area, core, label, small, list, node, core_radius, around, font)
    } else {
        string(builder, area, core, label, small, list)
    }
}

/// What the core is called, with how firm its figure is.
fn named(builder: &SceneBuilder, core: FigureIx, label: &Text) -> String {
    format!("{}{}", builder.say(label), builder.figure(core).phrase(builder.locale).status)
}

/// The disc in the middle: what it is called, the small words above.
fn draw_core(
    builder: &mut SceneBuilder,
    core: FigureIx,
    center: Point,
    core_radius: f64,
    label: &Text,
    small: &Text,
) {
    let (lead, surface, start) = (builder.accent_paint(), builder.paint(Role::Surface), builder.delay);
    builder.begin(core);
    builder.circle(
        Part::item("core"),
        center,
        core_radius,
        Fill::Solid(lead),
        None,
        Enter::new(Effect::Pop, start),
    );
    let (small, label) = (builder.say(small).to_string(), named(builder, core, label));
    // the largest size at which no word has to be broken
    let fits = |size: f64| {
        label.split(' ').all(|w| builder.measure.width(w, Font::bold(size)) <= core_radius * 1.72)
    };
    let size = [17.0, 15.0, 14.0].into_iter().find(|s| fits(*s)).unwrap_or(13.0);
    let lines = wrap::balanced(&label, Font::bold(size), core_radius * 1.75, builder.measure);
    let top = center.y - (lines.len() as f64 * 21.0 + 18.0) / 2.0;
    builder.text(Point::new(center.x, top + 12.0), &small, Font::sans(13.0), surface, Anchor::Middle);
    for (i, line) in lines.iter().enumerate() {
        let at = Point::new(center.x, top + 35.0 + i as f64 * 21.0);
        builder.text(at, line, Font::bold(size), surface, Anchor::Middle);
    }
    builder.end();
}

#[allow(clippy::too_many_arguments)]
fn ring(
    builder: &mut SceneBuilder,
    area: Area,
    core: FigureIx,
    label: &Text,
    small: &Text,
    list: ListIx,
    node: f64,
    core_radius: f64,
    around: f64,
    font: Font,
) -> f64 {
    let l = builder.facts.list(list).clone();
    let (slate, rule, surface) =
        (builder.paint(Role::GENERAL), builder.paint(Role::Rule), builder.paint(Role::Surface));
    let start = builder.delay;
    let count = l.items.len() + usize::from(l.open);
    let center = Point::new(area.x + area.w / 2.0, area.y + around + node + 2.0);
    let stroke = Stroke { paint: rule, width: 2.0, dash: None };
    let shape = Shape::Sector { center, inner: around, outer: around, from: 0.0, to: TAU };
    builder.put("ring", shape, Fill::None, Some(stroke), Enter::new(Effect::Draw, start));
    for i in 0..count {
        let angle = i as f64 / count as f64 * TAU;
        let ends = vec![center.around(core_radius, angle), center.around(around - node, angle)];
        builder.line(
            "spoke",
            ends,
            if i < l.items.len() { slate } else { rule },
            2.0,
            Enter { effect: Effect::Draw, delay: start + 0.25, duration: 0.4 },
        );
    }
    draw_core(builder, core, center, core_radius, label, small);
    for i in 0..count {
        let angle = i as f64 / count as f64 * TAU;
        let at = center.around(around, angle);
        builder.delay = start + 0.35 + i as f64 * 0.06;
        let enter = Enter::new(Effect::Pop, builder.delay);
        let open = i == l.items.len();
        let text = if open {
            Message::And.get(builder.locale).to_string()
        } else {
            builder.say(&l.items[i].text).to_string()
        };
        let name = format!("{}{}{text}", builder.say(&l.label), Message::Colon.get(builder.locale));
        builder.begin_named(format!("{}-{i}", l.id), if open { None } else { l.items[i].figure }, name);
        if open {
            let stroke = Stroke { paint: slate, width: 2.0, dash: None };
            builder.circle(Part::item("node"), at, node - 1.0, Fill::Solid(surface), Some(stroke), enter);
            builder.legend(LegendEntry::OpenList);
            // an arrow to nowhere: the list goes on
            let from = center.around(around + node * 0.55, angle + node * 1.12 / around);
            let to = center.around(around + node * 0.85, angle + node * 1.12 / around + 0.16);
            builder.arrow(from, to, slate, Enter::fade(builder.delay + 0.3));
        } else {
            builder.circle(Part::item("node"), at, node, Fill::Solid(slate), None, enter);
        }
        let color = if open { slate } else { surface };
        // below a pictogram the circle has less room across
        let pictured = !open && l.items[i].icon.is_some();
        let across = if pictured { node * 1.4 } else { node * 1.75 };
        let lines = wrap::balanced(&text, font, across, builder.measure);
        let step = font.size * 1.3;
        let mut top = at.y - (lines.len() as f64 - 1.0) * step / 2.0 + font.size * 0.36;
        if let Some(icon) = (!open).then(|| l.items[i].icon).flatten() {
            let corner = Point::new(at.x - ICON / 2.0, at.y - (ICON + lines.len() as f64 * step) / 2.0);
            pictogram::draw(builder, icon, corner, ICON, surface, Enter::fade(builder.delay));
            top += ICON / 2.0;
        }
        for (i, line) in lines.iter().enumerate() {
            builder.text(Point::new(at.x, top + i as f64 * step), line, font, color, Anchor::Middle);
        }
        builder.end();
    }
    2.0 * (around + node) + 6.0
}

fn string(
    builder: &mut SceneBuilder,
    area: Area,
    core: FigureIx,
    label: &Text,
    small: &Text,
    list: ListIx,
) -> f64 {
    let l = builder.facts.list(list).clone();
    let (lead, slate, rule, ink, surface, muted) = (
        builder.accent_paint(),
        builder.paint(Role::GENERAL),
        builder.paint(Role::Rule),
        builder.paint(Role::Ink),
        builder.paint(Role::Surface),
        builder.paint(Role::Muted),
    );
    let start = builder.delay;
    let radius = 22.0;
    let center = Point::new(area.x + radius, area.y + radius + 2.0);
    let count = l.items.len() + usize::from(l.open);
    let columns = if area.w >= 260.0 { 2 } else { 1 };
    let rows = count.div_ceil(columns);
    let step = 44.0;
    let title = wrap::balanced(
        &named(builder, core, label),
        Font::bold(17.0),
        area.w - 2.0 * radius - 12.0,
        builder.measure,
    );
    let first = center.y + radius + 30.0 + (title.len() as f64 - 1.0) * 22.0;
    let column = (area.w - radius) / columns as f64;
    for c in 0..columns {
        let in_column = count.saturating_sub(c * rows).min(rows);
        if in_column == 0 {
            continue;
        }
        let x = center.x + c as f64 * column;
        let foot = first + (in_column - 1) as f64 * step;
        let mut stem = vec![Point::new(x, foot)];
        if c == 0 {
            stem.push(center);
        } else {
            stem.push(Point::new(x, center.y + radius + 6.0));
            stem.push(Point::new(center.x, center.y + radius + 6.0));
        }
        stem.reverse();
        builder.line("stem", stem, rule, 2.0, Enter { effect: Effect::Draw, delay: start, duration: 0.6 });
    }
    builder.begin(core);
    builder.circle(
        Part::item("core"),
        center,
        radius,
        Fill::Solid(lead),
        None,
        Enter::new(Effect::Pop, start),
    );
    let small = builder.say(small).to_string();
    builder.text(
        Point::new(center.x + radius + 12.0, center.y - 6.0),
        &small,
        Font::sans(13.0),
        muted,
        Anchor::Start,
    );
    for (i, line) in title.iter().enumerate() {
        let at = Point::new(center.x + radius + 12.0, center.y + 15.0 + i as f64 * 22.0);
        builder.text(at, line, Font::bold(17.0), ink, Anchor::Start);
    }
    builder.end();
    for i in 0..count {
        let at = Point::new(center.x + (i / rows) as f64 * column, first + (i % rows) as f64 * step);
        builder.delay = start + 0.2 + i as f64 * 0.05;
        let enter = Enter::new(Effect::Pop, builder.delay);
        let open = i == l.items.len();
        let text = if open {
            Message::And.get(builder.locale).to_string()
        } else {
            builder.say(&l.items[i].text).to_string()
        };
        let name = format!("{}{}{text}", builder.say(&l.label), Message::Colon.get(builder.locale));
        builder.begin_named(format!("{}-{i}", l.id), if open { None } else { l.items[i].figure }, name);
        if open {
            let stroke = Stroke { paint: slate, width: 2.0, dash: None };
            builder.circle(Part::item("node"), at, 10.0, Fill::Solid(surface), Some(stroke), enter);
            builder.legend(LegendEntry::OpenList);
        } else {
            builder.circle(Part::item("node"), at, 11.0, Fill::Solid(slate), None, enter);
        }
        let font = Font::sans(15.0);
        let lines = wrap::wrap(&text, font, column - 30.0, builder.measure);
        let top = at.y - (lines.len() as f64 - 1.0) * 9.5 + 5.5;
        for (i, line) in lines.iter().enumerate() {
            builder.text(Point::new(at.x + 20.0, top + i as f64 * 19.0), line, font, ink, Anchor::Start);
        }
        builder.end();
    }
    first + (rows - 1) as f64 * step + 18.0 - area.y
}
