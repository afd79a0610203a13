//! One lead in the middle, named fields around it, and a hollow node for 等; a string of them where a ring has no room.
//!
//! **Invariant**: nodes have one size, because the source gives none; an open list always ends in the hollow node.

pub mod compare;
mod ring;
mod string;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::Point;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, ListIx, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::{wrap, Font};
use crate::theme::Role;
use ring::ring;
use serde::{Deserialize, Serialize};
use string::string;

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
