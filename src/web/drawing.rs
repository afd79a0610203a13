//! A moment of the current scene as values in memory, and the datum at a point of it.
//!
//! **Invariant**: the same moment is the same values, asked twice and in any order; nothing here changes what is laid out.

use crate::geometry::{Point, Rect, Seconds};
use crate::layout::mark::Mark;
use crate::motion::frame::walk;
use crate::render::{pick, plotters};
use crate::web::{ground, Engine};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Engine {
    /// Writes the frame at `seconds` as the values of `render::display_list`; returns their number, 0 before the first scene.
    pub fn draw(&mut self, seconds: f64) -> usize {
        self.write(seconds, false)
    }

    /// As `draw`, the moment that `shown` says, which then need not go out and come back as an object of JavaScript's.
    pub fn draw_shown(&mut self) -> usize {
        self.write(self.shown(), false)
    }

    /// As `draw`, for a file: the values also say which datum follows.
    pub fn draw_data(&mut self, seconds: f64) -> usize {
        self.write(seconds, true)
    }
}

impl Engine {
    fn write(&mut self, seconds: f64, with_data: bool) -> usize {
        let Some(placed) = &self.placed else { return 0 };
        let commands = &mut self.commands;
        commands.clear();
        let _ = plotters::begin(ground(placed, self.viewport), &self.palette, commands);
        let mut datum = None;
        let mut see = |mark: &Mark| {
            if with_data && mark.datum != datum {
                datum = mark.datum;
                commands.begin(datum);
            }
            let _ = plotters::paint_mark(mark, &self.palette, commands);
        };
        let t = Seconds::new(seconds);
        match &self.change {
            Some(change) => change.walk(placed, t, &mut see),
            None => walk(placed, t, &mut see),
        }
        commands.values().len()
    }
}

#[wasm_bindgen]
impl Engine {
    /// Where in `memory` the values of the last `draw` begin, in bytes.
    pub fn values(&mut self) -> *const f32 {
        self.commands.values().as_ptr()
    }

    /// The texts and fonts that values name by number, from a number on, a NUL before each.
    pub fn texts(&self, from: usize) -> String {
        self.commands.texts(from).to_string()
    }

    /// The memory that the values are in.
    pub fn memory(&self) -> JsValue {
        wasm_bindgen::memory()
    }

    /// Index of the datum at a point in CSS px, or -1.
    pub fn pick(&self, x: f64, y: f64, seconds: f64) -> i32 {
        let found = self.frame(seconds).and_then(|frame| pick::pick(&frame, Point::new(x, y)));
        found.map_or(-1, |datum| datum as i32)
    }

    /// Left, top, width and height in CSS px of a datum at `seconds`; empty while it does not show.
    #[wasm_bindgen(js_name = place)]
    pub fn place_of(&self, datum: u32, seconds: f64) -> Vec<f64> {
        let Some(placed) = &self.placed else { return Vec::new() };
        let mut place: Option<Rect> = None;
        let mut see = |mark: &Mark| {
            if mark.datum == Some(datum) {
                let b = mark.bounds();
                place = Some(place.map_or(b, |p| p.union(&b)));
            }
        };
        let t = Seconds::new(seconds);
        match &self.change {
            Some(change) => change.walk(placed, t, &mut see),
            None => walk(placed, t, &mut see),
        }
        place.map(|b| vec![b.x, b.y, b.w, b.h]).unwrap_or_default()
    }
}
