//! Both fields with what stands between them: beside each other where there is room, else around the line.
//!
//! **Invariant**: words keep off windows, strands and units; whatever the height, all marks of both amounts are drawn.

use super::captions::{self, Named, Sizes};
use super::city::{self, City};
use super::counted::Count;
use super::grains::{self, Rows};
use super::jets::Fan;
use super::plan::{Plan, Words};
use super::windows::Placed;
use super::TwoFields;
use crate::geometry::{Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::text::Font;
use crate::theme::Role;

/// Least height above the ground, in a narrow picture and in others, CSS px.
const LEAST: [f64; 2] = [132.0, 236.0];
/// On a phone the picture is as high as this where its words let it, so that all of it is seen at once, CSS px; and the
/// greatest height above the ground there.
const AT_ONCE: f64 = 400.0;
const HIGHEST: f64 = 212.0;
/// Above and below the words under the ground, and below the units, CSS px.
const PAD: f64 = 12.0;
/// From words to the line and to the edge, in wide and in narrow pictures, CSS px.
const BESIDE: (f64, f64) = (16.0, 12.0);
const COLUMNS: (f64, f64) = (10.0, 6.0);
/// How opaque the earth is: words on it stay readable.
const EARTH: f64 = 0.19;
/// Seconds from the beginning at which each part enters.
const DOWN: f64 = 0.5;
const UNITS: f64 = 0.8;
const UP: f64 = 1.5;
const STRANDS: f64 = 1.65;
const LIGHTS: f64 = 2.3;
const WORDS: f64 = 3.5;

pub fn place(builder: &mut SceneBuilder, chart: &TwoFields, space: Space) -> f64 {
    // what enters after what tells how they belong together
    builder.own_pace = true;
    let area = space.area();
    let compact = area.w < 520.0;
    let sizes = Sizes::of(area.w, compact);
    let (below, above) = (Count::of(builder, &chart.below), Count::of(builder, &chart.above));
    let date = captions::date_width(builder, chart.date, sizes);
    let part = if chart.jets.is_empty() { 0.16 } else { 0.19 };
    let (text, edge) = space.bleed.map_or(((0.0, 0.0), 0.0), |bleed| (bleed.text, bleed.edge));
    let clear = area.x + text.0;
    let room = area.w - text.0;
    let x = clear + if compact { area.w / 2.0 } else { (room * part).max(date + BESIDE.0 + BESIDE.1) };
    let least = captions::least_width(builder, [&chart.below, &chart.above]).max(date);
    let words = match compact {
        false if text.0 > 0.0 => Words::Across,
        false => Words::Beside,
        true if area.w / 2.0 - COLUMNS.0 - COLUMNS.1 >= least => Words::Columns,
        true => Words::Stacked,
    };
    let high = builder.tried(|builder| words_below(builder, chart, area, sizes, (x, area.y), words));
    let units = PAD + high + 8.0;
    let depth = units + Rows::of(&below, area.w + 2.0 * edge).height() + 6.0;
    let height = space.height.map_or(0.0, |height| height - depth);
    let at_once = if compact { (AT_ONCE - depth).min(HIGHEST) } else { 0.0 };
    let least = LEAST[usize::from(!compact)].max(text.1).max(at_once);
    let ground = area.y + height.clamp(least, area.w.max(least));
    let plan = Plan { area, clear, edge, sizes, compact, words, x, ground, units, depth, below, above };
    draw(builder, chart, &plan);
    ground + depth - area.y
}

fn draw(builder: &mut SceneBuilder, chart: &TwoFields, plan: &Plan) {
    let start = builder.delay;
    let Plan { area, ground, x, edge, .. } = *plan;
    let (ink, rule) = (builder.paint(Role::Ink), builder.paint(Role::Rule));
    let across = Area::new(area.x - edge, ground, area.w + 2.0 * edge);
    let earth = Rect::new(across.x, ground, across.w, plan.depth);
    builder.rect("earth", earth, Fill::Solid(rule.fade(EARTH)), Enter::fade(start));
    builder.delay = start + LIGHTS;
    let side = (chart.above.accent).map_or(ink, |role| builder.paint(role));
    let City { placed: city, told, over } = city::place(builder, chart, plan);
    builder.begin(chart.above.figure);
    city.draw(builder, &plan.above, side, 0.9);
    builder.delay = start + WORDS;
    if let Some((at, words)) = &told {
        let muted = builder.paint(Role::Muted);
        builder.text(*at, words, Font::sans(plan.sizes.small), muted, Anchor::Start);
    }
    if !plan.compact {
        let words = city::caption_area(plan, &city, over);
        captions::side(builder, words, &chart.above, Named::WINDOW, plan.sizes, told.is_none());
    }
    builder.end();
    builder.begin(chart.below.figure);
    builder.delay = start + UNITS;
    let units = across.down(plan.units);
    let paint = chart.below.accent.map_or(builder.accent_paint(), |role| builder.paint(role));
    grains::draw(builder, units, &plan.below, chart.grain, paint, (x, 0.6));
    builder.end();
    builder.delay = start;
    let icon = (city_height(plan, &city) * 0.62).clamp(40.0, 110.0);
    if chart.icon.is_some() || !chart.jets.is_empty() || chart.date.is_some() {
        rising(builder, chart, plan, icon, city.top());
    }
    let line = |builder: &mut SceneBuilder, to: f64| {
        let enter = Enter { effect: Effect::Draw, delay: start, duration: 0.5 };
        builder.line("ground", vec![Point::new(x, ground), Point::new(to, ground)], ink, 2.0, enter);
    };
    line(builder, across.x);
    line(builder, across.right());
    builder.delay = start + WORDS;
    words_below(builder, chart, area, plan.sizes, (x, ground + PAD), plan.words);
}

/// How high the skyline may reach on which the pictogram's size depends.
fn city_height(plan: &Plan, city: &Placed) -> f64 {
    match plan.compact {
        true => plan.ground - city.top(),
        false => (plan.ground - plan.area.y) * 0.45,
    }
}

/// The line that goes down and comes up again, the pictogram on the ground, and the strands.
fn rising(builder: &mut SceneBuilder, chart: &TwoFields, plan: &Plan, icon: f64, roofs: f64) {
    let Plan { ground, x, .. } = *plan;
    let start = builder.delay;
    let accent = builder.accent_paint();
    let width = if plan.compact { 4.0 } else { 5.0 };
    let crown = ground - if chart.icon.is_some() { icon } else { 0.0 };
    let down = Enter { effect: Effect::Draw, delay: start + DOWN, duration: 0.4 };
    let deep = ground + if plan.words == Words::Stacked { PAD - 2.0 } else { plan.units - 2.0 };
    builder.line("line", vec![Point::new(x, ground), Point::new(x, deep)], accent, width, down);
    if crown < ground && !chart.jets.is_empty() {
        let up = Enter { effect: Effect::Draw, delay: start + UP, duration: 0.2 };
        builder.line("line", vec![Point::new(x, ground), Point::new(x, crown)], accent, width, up);
    }
    let parting = if plan.compact { crown.min(roofs - 6.0) } else { crown };
    if !chart.jets.is_empty() {
        let fan = Fan {
            foot: Point::new(x, crown),
            parting,
            half: (x - plan.clear).min(plan.area.right() - x) - 2.0,
            top: plan.area.y + 4.0,
            font: Font::bold(plan.sizes.caption),
            delay: start + STRANDS,
        };
        fan.draw(builder, &chart.jets);
    }
    if let Some(icon_name) = chart.icon {
        let ink = builder.paint(Role::Ink);
        let enter = Enter { effect: Effect::Draw, delay: start + 0.1, duration: 0.5 };
        pictogram::draw(builder, icon_name, Point::new(x - icon / 2.0, crown), icon, ink, enter);
    }
    builder.delay = start;
}

/// Draws the words under the ground; returns their height.
fn words_below(
    builder: &mut SceneBuilder,
    chart: &TwoFields,
    area: Area,
    sizes: Sizes,
    (x, y): (f64, f64),
    words: Words,
) -> f64 {
    let (gap, edge) = match words {
        Words::Beside => BESIDE,
        Words::Across => (BESIDE.0, 0.0),
        Words::Columns | Words::Stacked => COLUMNS,
    };
    let whole = Area::new(area.x + edge, y, area.w - 2.0 * edge);
    let (left, right) = match words {
        Words::Stacked => (whole, whole),
        Words::Beside | Words::Across | Words::Columns => {
            (Area { w: x - gap - whole.x, ..whole }, Area::new(x + gap, y, whole.right() - x - gap))
        }
    };
    let delay = builder.delay;
    let (mut on_left, mut on_right) = (0.0, 0.0);
    if let Some(ix) = chart.date {
        builder.delay = (delay - WORDS + 0.35).max(0.0);
        let role = builder.accent;
        if words == Words::Beside {
            on_left = captions::date(builder, left, ix, role, sizes, Anchor::End);
        } else {
            on_right = captions::date(builder, right, ix, role, sizes, Anchor::Start) + 6.0;
        }
        builder.delay = delay;
    }
    builder.begin(chart.below.figure);
    let named = Named::of(chart.grain);
    if words == Words::Across {
        on_left = captions::side(builder, left, &chart.below, named, sizes, true);
    } else {
        on_right += captions::side(builder, right.down(on_right), &chart.below, named, sizes, true);
    }
    builder.end();
    if matches!(words, Words::Columns | Words::Stacked) {
        let stacked = words == Words::Stacked;
        let top = if stacked { left.down(on_right + 6.0) } else { left };
        builder.begin(chart.above.figure);
        let used = captions::side(builder, top, &chart.above, Named::WINDOW, sizes, true);
        builder.end();
        if stacked {
            on_right += 6.0 + used;
        } else {
            on_left = used;
        }
    }
    on_left.max(on_right)
}
