//! Both fields with what stands between them: beside each other where there is room, else around the line.
//!
//! **Invariant**: words keep off windows, strands and units; whatever the height, all marks of both amounts are drawn.

use super::captions::{self, Named, Sizes};
use super::counted::Count;
use super::grains::{self, Rows};
use super::jets::Fan;
use super::skyline::Skyline;
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
const LEAST: [f64; 2] = [212.0, 236.0];
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

/// How the words under the ground stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Words {
    /// The date left of the line, the amount right of it; the other amount's words stand above the ground.
    Beside,
    /// The amount above the ground left of the line, date and the other amount right of it.
    Columns,
    /// One below the other, in a picture too narrow for two columns; the line ends above them.
    Stacked,
}

/// Where the parts stand, CSS px.
struct Plan {
    area: Area,
    sizes: Sizes,
    compact: bool,
    words: Words,
    /// Of the line.
    x: f64,
    ground: f64,
    /// Height and width below the ground.
    units: f64,
    depth: f64,
    below: Count,
    above: Count,
}

pub fn place(builder: &mut SceneBuilder, chart: &TwoFields, space: Space) -> f64 {
    // what enters after what tells how they belong together
    builder.own_pace = true;
    let area = space.area();
    let compact = area.w < 520.0;
    let sizes = Sizes::of(area.w, compact);
    let (below, above) = (Count::of(builder, &chart.below), Count::of(builder, &chart.above));
    let date = captions::date_width(builder, chart.date, sizes);
    let part = if chart.jets.is_empty() { 0.16 } else { 0.23 };
    let x = area.x + if compact { area.w / 2.0 } else { (area.w * part).max(date + BESIDE.0 + BESIDE.1) };
    let least = captions::least_width(builder, [&chart.below, &chart.above]).max(date);
    let words = match compact {
        false => Words::Beside,
        true if area.w / 2.0 - COLUMNS.0 - COLUMNS.1 >= least => Words::Columns,
        true => Words::Stacked,
    };
    let high = builder.tried(|builder| words_below(builder, chart, area, sizes, (x, area.y), words));
    let units = PAD + high + 8.0;
    let depth = units + Rows::of(&below, area.w).height() + 6.0;
    let height = space.height.map_or(0.0, |height| height - depth);
    let least = LEAST[usize::from(!compact)];
    let ground = area.y + height.clamp(least, area.w.max(least));
    let plan = Plan { area, sizes, compact, words, x, ground, units, depth, below, above };
    draw(builder, chart, &plan);
    ground + depth - area.y
}

fn draw(builder: &mut SceneBuilder, chart: &TwoFields, plan: &Plan) {
    let start = builder.delay;
    let Plan { area, ground, x, .. } = *plan;
    let (ink, rule) = (builder.paint(Role::Ink), builder.paint(Role::Rule));
    let earth = Rect::new(area.x, ground, area.w, plan.depth);
    builder.rect("earth", earth, Fill::Solid(rule.fade(EARTH)), Enter::fade(start));
    builder.delay = start + LIGHTS;
    let side = (chart.above.accent).map_or(ink, |role| builder.paint(role));
    let (city, told) = skyline(builder, chart, plan);
    builder.begin(chart.above.figure);
    city.draw(builder, &plan.above, side, 0.9);
    builder.delay = start + WORDS;
    if let Some((at, words)) = &told {
        let muted = builder.paint(Role::Muted);
        builder.text(*at, words, Font::sans(plan.sizes.small), muted, Anchor::Start);
    }
    if !plan.compact {
        let words = caption_area(plan, &city);
        captions::side(builder, words, &chart.above, Named::WINDOW, plan.sizes, told.is_none());
    }
    builder.end();
    builder.begin(chart.below.figure);
    builder.delay = start + UNITS;
    let units = Area::new(area.x, ground + plan.units, area.w);
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
    line(builder, area.x);
    line(builder, area.right());
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
            half: (x - plan.area.x).min(plan.area.right() - x) - 2.0,
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
    let (gap, edge) = if words == Words::Beside { BESIDE } else { COLUMNS };
    let whole = Area::new(area.x + edge, y, area.w - 2.0 * edge);
    let (left, right) = match words {
        Words::Stacked => (whole, whole),
        Words::Beside | Words::Columns => {
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
    on_right += captions::side(builder, right.down(on_right), &chart.below, named, sizes, true);
    builder.end();
    if words != Words::Beside {
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

/// Where the words above a skyline may stand: over its first buildings.
fn caption_area(plan: &Plan, city: &Placed) -> Area {
    let x = city.wall(0).x.min(plan.area.right() - 190.0);
    let to = city.wall(city.skyline.tallest).x;
    Area::new(x, plan.area.y, (to - x - 8.0).max(150.0))
}

/// The skyline where it fits, with where the last window is told if that stands beside it.
fn skyline(builder: &mut SceneBuilder, chart: &TwoFields, plan: &Plan) -> (Placed, Option<(Point, String)>) {
    let room = plan.ground - plan.area.y;
    if plan.compact {
        return (around(plan, room), None);
    }
    let left = plan.area.x + 2.0 * (plan.x - plan.area.x) + 8.0;
    let width = plan.area.right() - left - 4.0;
    let skyline = Skyline::of(&plan.above, width / room);
    let open = if plan.above.open { 6.0 } else { 0.0 };
    let widest = (width / (skyline.width + open + 0.4)).min(20.0);
    let mut last = captions::last_mark(builder, &chart.above, Named::WINDOW);
    loop {
        let highest = widest.min((room - 6.0) / (skyline.floors() as f64 + 0.4));
        for step in 0..40 {
            let floor = highest * (1.0 - 0.02 * f64::from(step));
            let column = widest.min(floor / 0.62);
            let x = plan.area.right() - 4.0 - (skyline.width + open) * column;
            let city = Placed {
                skyline: skyline.clone(),
                foot: Point::new(x, plan.ground - 1.0),
                pitch: (column, floor),
                gap: None,
            };
            let told = last.as_ref().map(|words| beside_roof(builder, &city, plan, words));
            if told.as_ref().is_some_and(Option::is_none) {
                continue;
            }
            if free(builder, chart, plan, &city, told.is_none()) || (step == 39 && last.is_none()) {
                return (city, told.flatten());
            }
        }
        // no place beside the roof: it is told among the words
        last = None;
    }
}

/// Where the words about the last window stand beside it, if they fit there.
fn beside_roof(builder: &SceneBuilder, city: &Placed, plan: &Plan, words: &str) -> Option<(Point, String)> {
    let font = Font::sans(plan.sizes.small);
    let (roof, width) = (city.roof(), builder.measure.width(words, font));
    // on the roof, as the window is
    let at = Point::new(roof.right() + 5.0, city.wall(city.skyline.tallest).y - 8.0);
    let words_box = Rect::new(at.x, at.y - font.size, width, font.size * 1.25);
    let walls = (0..city.skyline.buildings.len()).map(|i| city.wall(i).inset(-4.0));
    let clear = walls.into_iter().all(|wall| !wall.overlaps(&words_box));
    (clear && words_box.right() <= plan.area.right() && words_box.y >= plan.area.y)
        .then(|| (at, words.to_string()))
}

/// Whether the words above the skyline touch no wall.
fn free(builder: &mut SceneBuilder, chart: &TwoFields, plan: &Plan, city: &Placed, last: bool) -> bool {
    let words = caption_area(plan, city);
    let height = builder
        .tried(|builder| captions::side(builder, words, &chart.above, Named::WINDOW, plan.sizes, last));
    let words = Rect::new(words.x, words.y, words.w, height + 10.0);
    let roof = city.roof();
    let roof =
        Rect::new(roof.x, roof.y, roof.w + if plan.above.open { city.open_room() } else { 0.0 }, roof.h);
    let walls = (0..city.skyline.buildings.len()).map(|i| city.wall(i));
    walls.chain([roof]).all(|wall| !wall.overlaps(&words))
}

/// The skyline in two halves around the line.
fn around(plan: &Plan, room: f64) -> Placed {
    let apart = 58.0;
    let skyline = Skyline::of(&plan.above, (plan.area.w - apart) / (room * 0.5));
    let starts: Vec<f64> = skyline.buildings.iter().map(|b| b.left).collect();
    let near = |left: &f64| (left - skyline.width / 2.0).abs();
    let from = (1..starts.len()).min_by(|a, b| near(&starts[*a]).total_cmp(&near(&starts[*b])));
    let half = (plan.area.w - apart) / 2.0 - 3.0;
    let open = if plan.above.open { 6.0 } else { 0.0 };
    let (left, right) = match from {
        Some(from) => (starts[from] - super::skyline::STREET, skyline.width - starts[from] + open),
        None => (0.0, skyline.width + open),
    };
    let column = (half / left.max(right).max(1.0)).min(14.0);
    let floor = (column * 0.8).min(room * 0.46 / (skyline.floors() as f64 + 0.5));
    let foot = Point::new(plan.x - apart / 2.0 - left * column, plan.ground - 1.0);
    let gap = match from {
        Some(from) => (from, apart - super::skyline::STREET * column),
        None => (0, apart),
    };
    Placed { skyline, foot, pitch: (column, floor), gap: Some(gap) }
}
