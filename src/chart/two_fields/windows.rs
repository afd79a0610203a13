//! The windows above the ground, lit floor by floor.
//!
//! **Invariant**: one window a mark of the amount, the last as wide as what is left; walls carry no number.

use super::counted::Count;
use super::skyline::{Skyline, STREET};
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::Enter;
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;

/// How a skyline stands, CSS px.
#[derive(Clone, Debug)]
pub struct Placed {
    pub skyline: Skyline,
    /// Left edge of the first window, and the ground.
    pub foot: Point,
    /// Width of a column and height of a floor.
    pub pitch: (f64, f64),
    /// Room left open in the middle: from this building on they stand so much further to the right.
    pub gap: Option<(usize, f64)>,
}

/// Part of a column or floor that a window takes.
const GLASS: f64 = 0.72;

impl Placed {
    fn x(&self, building: usize, columns: f64) -> f64 {
        let apart = self.gap.filter(|(from, _)| building >= *from).map_or(0.0, |(_, gap)| gap);
        self.foot.x + apart + columns * self.pitch.0
    }

    /// The wall around the windows of a building.
    pub fn wall(&self, i: usize) -> Rect {
        let building = self.skyline.buildings[i];
        let edge = self.pitch.0 * STREET * 0.3;
        let height = building.floors as f64 * self.pitch.1 + edge;
        let width = building.columns as f64 * self.pitch.0 - self.pitch.0 * (1.0 - GLASS);
        Rect::new(self.x(i, building.left) - edge, self.foot.y - height, width + 2.0 * edge, height)
    }

    /// Where the windows on the roof stand.
    pub fn roof(&self) -> Rect {
        let i = self.skyline.tallest;
        let x = self.x(i, self.skyline.roof_column());
        let top = self.foot.y - (self.skyline.buildings[i].floors + 1) as f64 * self.pitch.1;
        Rect::new(x, top, self.skyline.roof as f64 * self.pitch.0, self.pitch.1)
    }

    pub fn top(&self) -> f64 {
        self.foot.y - self.skyline.floors() as f64 * self.pitch.1
    }

    fn window(&self, x: f64, floor: usize, part: f64) -> Rect {
        let (w, h) = (self.pitch.0 * GLASS, self.pitch.1 * GLASS);
        Rect::new(x, self.foot.y - floor as f64 * self.pitch.1 - h - self.pitch.1 * 0.14, w * part, h)
    }

    /// Draws walls and windows, within `seconds` after the builder's delay.
    pub fn draw(&self, builder: &mut SceneBuilder, count: &Count, paint: Paint, seconds: f64) {
        let start = builder.delay;
        for i in 0..self.skyline.buildings.len() {
            let wall = self.wall(i);
            if wall.h > self.pitch.1 {
                // light around it in the dark, next to nothing on paper
                let glow = wall.inset(-self.pitch.0 * 0.22);
                let glow = Rect::new(glow.x, glow.y, glow.w, self.foot.y - glow.y);
                builder.rect("wall", glow, Fill::Solid(paint.fade(0.05)), Enter::fade(start));
                builder.rect("wall", wall, Fill::Solid(paint.fade(0.1)), Enter::fade(start));
            }
        }
        let floors = self.skyline.floors();
        let delay = |floor: usize| start + seconds * floor as f64 / floors.max(1) as f64;
        let mut number = 0;
        for floor in 0..floors {
            let mut lit = Vec::new();
            for (i, building) in self.skyline.buildings.iter().enumerate() {
                let on_roof = i == self.skyline.tallest && floor == building.floors;
                let (from, columns) = match on_roof {
                    true => (self.skyline.roof_column(), self.skyline.roof),
                    false if floor < building.floors => (building.left, building.columns),
                    false => continue,
                };
                for column in 0..columns {
                    let part =
                        if on_roof && column + 1 == columns && count.rest > 0.0 { count.rest } else { 1.0 };
                    let rect = self.window(self.x(i, from + column as f64), floor, part);
                    lit.push(Instance::new(rect, 0.0, paint.fade(count.opacity(number))));
                    number += 1;
                }
            }
            if !lit.is_empty() {
                builder.put("window", Shape::Instances(lit), Fill::None, None, Enter::field(delay(floor)));
            }
        }
        if count.open {
            self.open_end(builder, count, paint, start + seconds);
        }
    }

    /// Beside the last window three hatched ones and an arrow: nobody says how many more.
    fn open_end(&self, builder: &mut SceneBuilder, count: &Count, paint: Paint, delay: f64) {
        let roof = self.roof();
        let floor = self.skyline.buildings[self.skyline.tallest].floors;
        let enter = Enter::fade(delay);
        let middle = |x: f64| self.window(x, floor, 1.0).center();
        if count.inclusive {
            let x = roof.right() - self.pitch.0 * 0.14;
            bound_marks::tick(builder, x, roof.y - 2.0, roof.bottom() - 1.0, enter);
        }
        for (i, opacity) in [1.0, 0.7, 0.4].into_iter().enumerate() {
            let rect = self.window(roof.right() + i as f64 * self.pitch.0, floor, 1.0);
            builder.rect("open", rect, bound_marks::hatch(paint.fade(opacity), 0.0, None), enter);
        }
        let from = middle(roof.right() + 3.0 * self.pitch.0);
        builder.arrow(from, Point::new(from.x + 20.0, from.y), paint, enter);
    }

    /// How much room the open end takes to the right of the roof's windows.
    pub fn open_room(&self) -> f64 {
        4.0 * self.pitch.0 + 26.0
    }
}
