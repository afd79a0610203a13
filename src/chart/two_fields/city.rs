//! The skyline as large as its words let it be, and where those stand.
//!
//! A plan comes in; the place of each building goes out, with the area of the words above them.
//!
//! **Invariant**: no words lie on a wall or a window.

use super::captions::{self, Named};
use super::plan::Plan;
use super::skyline::{Skyline, STREET};
use super::windows::Placed;
use super::TwoFields;
use crate::geometry::{Point, Rect};
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::text::Font;

/// Where the words above a skyline may stand: over its first buildings, or in fewer lines over all of it. They begin
/// where it might: a smaller one leaves them room beside its first roofs.
pub fn caption_area(plan: &Plan, city: &Placed, over: Over) -> Area {
    let x = if plan.compact { city.wall(0).x } else { city.wall(0).x.min(left_of(plan)) };
    let x = x.min(plan.area.right() - 190.0);
    let to = match over {
        Over::First => city.wall(city.skyline.tallest).x - 8.0,
        Over::All => plan.area.right(),
    };
    Area::new(x, plan.area.y, (to - x).max(150.0))
}

/// How much of a skyline its words stand over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    First,
    All,
}

/// The larger of the two ways in which a skyline and its words stand together.
pub fn place(builder: &mut SceneBuilder, chart: &TwoFields, plan: &Plan) -> City {
    let room = plan.ground - plan.area.y;
    if plan.compact {
        return City { placed: around(plan, room), told: None, over: Over::First };
    }
    let first = beside_words(builder, chart, plan, Over::First);
    let all = beside_words(builder, chart, plan, Over::All);
    // words over all of it have to be worth it
    if all.placed.pitch.1 > 1.15 * first.placed.pitch.1 {
        all
    } else {
        first
    }
}

/// Where it begins at its largest: right of the strands, which reach as far to the right as to the left.
fn left_of(plan: &Plan) -> f64 {
    plan.clear + 2.0 * (plan.x - plan.clear) + 8.0
}

/// A skyline with where the last window is told, if that stands beside it, and how its words stand.
pub struct City {
    pub placed: Placed,
    pub told: Option<(Point, String)>,
    pub over: Over,
}

/// The skyline as large as its words let it be.
fn beside_words(builder: &mut SceneBuilder, chart: &TwoFields, plan: &Plan, over: Over) -> City {
    let room = plan.ground - plan.area.y;
    let left = left_of(plan);
    let width = plan.area.right() - left - 4.0;
    let skyline = Skyline::of(&plan.above, width / room);
    let open = if plan.above.open { 6.0 } else { 0.0 };
    let widest = (width / (skyline.width + open + 0.4)).min(20.0);
    // beside a roof it would stand under words that go over all of it
    let told = |builder: &SceneBuilder| captions::last_mark(builder, &chart.above, Named::WINDOW);
    let mut last = if over == Over::First { told(builder) } else { None };
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
            let words = caption_area(plan, &city, over);
            if free(builder, chart, plan, &city, words, told.is_none()) || (step == 39 && last.is_none()) {
                return City { placed: city, told: told.flatten(), over };
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
    // on the roof, as the window is, clear of the wall whatever the size of the words
    let above = 5.0 + 0.25 * font.size;
    let at = Point::new(roof.right() + 5.0, city.wall(city.skyline.tallest).y - above);
    let words_box = Rect::new(at.x, at.y - font.size, width, font.size * 1.25);
    let walls = (0..city.skyline.buildings.len()).map(|i| city.wall(i).inset(-4.0));
    let clear = walls.into_iter().all(|wall| !wall.overlaps(&words_box));
    (clear && words_box.right() <= plan.area.right() && words_box.y >= plan.area.y)
        .then(|| (at, words.to_string()))
}

/// Whether the words above the skyline touch no wall.
fn free(
    builder: &mut SceneBuilder,
    chart: &TwoFields,
    plan: &Plan,
    city: &Placed,
    words: Area,
    last: bool,
) -> bool {
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
        Some(from) => (starts[from] - STREET, skyline.width - starts[from] + open),
        None => (0.0, skyline.width + open),
    };
    let column = (half / left.max(right).max(1.0)).min(14.0);
    let floor = (column * 0.8).min(room * 0.46 / (skyline.floors() as f64 + 0.5));
    let foot = Point::new(plan.x - apart / 2.0 - left * column, plan.ground - 1.0);
    let gap = match from {
        Some(from) => (from, apart - STREET * column),
        None => (0, apart),
    };
    Placed { skyline, foot, pitch: (column, floor), gap: Some(gap) }
}
