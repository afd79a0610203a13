//! The story in a browser: files in, JSON and pixels out.
//!
//! JavaScript owns the clock and the DOM; this owns the picture. Nothing here keeps time or touches the page.
//!
//! **Invariant**: the only place that knows wasm-bindgen, web-sys, js-sys and plotters-canvas. A story that fails to load
//! leaves the one before it in place.

#[cfg(feature = "author")]
pub mod author;
mod doing;
#[cfg(feature = "author")]
pub mod editing;
mod exploring;
mod player;
#[cfg(feature = "author")]
pub mod publishing;
mod screen;
mod still;
mod system;

use crate::color::Color;
use crate::geometry::{Point, Rect, Seconds};
use crate::layout::interaction::Interaction;
use crate::layout::mark::{Mark, Shape};
use crate::layout::{Beside, Datum, PlacedScene, Viewport};
use crate::locale::Locale;
use crate::motion::frame::{frame_at, walk, Frame};
use crate::motion::playback::{Playback, State};
use crate::motion::transition::Transition;
use crate::render::display_list::DisplayList;
use crate::render::palette::Palette;
use crate::render::pick;
use crate::render::plotters;
use crate::scene::lay_out_for;
use crate::story::Story;
use crate::text::metrics::BuiltIn;
use crate::theme::{Role, Theme};
use std::collections::BTreeMap;
use system::System;
use wasm_bindgen::prelude::*;

/// Seconds between two looks at a mark's place, to know its speed: one frame at 60 a second.
const MOMENT: f64 = 1.0 / 60.0;
/// Pictures that a scene is divided into at most: what playback calls a chapter is one of them.
const MOST_BEATS: usize = 8;

/// What shows when the reader leaves a scene.
struct Departure {
    now: Frame,
    /// A moment earlier.
    before: Frame,
    /// What its marks stand for.
    data: Vec<Datum>,
}

#[wasm_bindgen]
pub struct Engine {
    story: Option<Story>,
    locale: Locale,
    viewport: Viewport,
    theme: Theme,
    /// The reader's own colours, for the contrast theme.
    system: Option<System>,
    /// What the page around wants in place of a theme's colours, in the order of `Role::ALL`.
    own: [Option<Color>; Role::ALL.len()],
    /// The colours of the theme or of the system, with those of the page.
    palette: Palette,
    scene: usize,
    /// Which of the scene's pictures, where this view has several.
    beat: usize,
    placed: Option<PlacedScene>,
    /// The change by which the current scene came, while it was begun by `depart`.
    change: Option<Transition>,
    /// Where the next scene begins, after `depart`.
    departure: Option<Departure>,
    commands: DisplayList,
    playback: Playback,
    /// What the reader has done, by scene.
    interactions: BTreeMap<usize, Interaction>,
    /// What the reader looks for, by scene.
    explored: BTreeMap<usize, exploring::Explored>,
}

/// What is painted of a picture in a page: with what the page has beside it.
fn ground(placed: &PlacedScene, viewport: Viewport) -> Rect {
    let Beside { left, right, .. } = viewport.beside;
    Rect::new(-left, 0.0, left + placed.width + right, placed.height)
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

#[wasm_bindgen]
impl Engine {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine {
            story: None,
            locale: Locale::Zh,
            viewport: Viewport::new(720.0),
            theme: Theme::Light,
            system: None,
            own: [None; Role::ALL.len()],
            palette: Palette::of(Theme::Light),
            scene: 0,
            beat: 0,
            placed: None,
            change: None,
            departure: None,
            commands: DisplayList::default(),
            playback: Playback::new(1),
            interactions: BTreeMap::new(),
            explored: BTreeMap::new(),
        }
    }

    /// Sets what pictures are made for. Unknown languages and themes keep the one before. Another theme is only other
    /// colours: what is laid out stays. `height`: CSS px that the page gives a picture whose heading it shows itself; 0:
    /// the picture carries its heading and is as high as it needs to be.
    pub fn view(&mut self, width: f64, height: f64, text_scale: f64, lang: &str, theme: &str) {
        let height = Some(height).filter(|height| *height > 0.0);
        let viewport = Viewport { width, text_scale, height, ..self.viewport };
        let locale = Locale::parse(lang).unwrap_or(self.locale);
        if (viewport, locale) != (self.viewport, self.locale) {
            let translated = locale != self.locale;
            (self.viewport, self.locale) = (viewport, locale);
            self.placed = None;
            if translated {
                self.explore_all_again();
            }
        }
        self.theme = Theme::parse(theme).unwrap_or(self.theme);
        self.mix();
    }

    /// What a page has beside its pictures, CSS px, all of it painted with them: from the window's edge to the picture at its
    /// left and at its right, and the width of the text at the left; 0: nothing. `below`: by how much a picture may be higher
    /// that no sentence is read beside.
    pub fn beside(&mut self, left: f64, right: f64, text: f64, below: f64) {
        let beside = Beside { left, right, text, below };
        if beside != self.viewport.beside {
            self.viewport.beside = beside;
            self.placed = None;
        }
    }

    /// What ground and ink are on the reader's system (0xRRGGBB), for the contrast theme; `forced`: there are no others.
    pub fn system(&mut self, surface: u32, ink: u32, forced: bool) {
        let system = System { surface: Color::hex(surface), ink: Color::hex(ink), forced };
        self.system = Some(system);
        self.mix();
    }

    /// What the page around wants in place of the theme's colours: 0xRRGGBB or, for what stays, a negative number, in the order
    /// of `Role::ALL`.
    pub fn own(&mut self, colours: &[i32]) {
        self.own = [None; Role::ALL.len()];
        for (own, colour) in self.own.iter_mut().zip(colours) {
            *own = u32::try_from(*colour).ok().map(Color::hex);
        }
        self.mix();
    }

    /// Lays a beat of a scene out and makes it current. One that is on show in this view already stays as it is, unless it came by a
    /// transition: laid out again, it begins by itself.
    pub fn lay(&mut self, index: usize, beat: usize) {
        let came_by_itself = self.departure.is_none() && self.change.is_none();
        if (self.scene, self.beat) == (index, beat) && self.placed.is_some() && came_by_itself {
            return;
        }
        let Some(placed) = self.place(index, beat) else { return };
        (self.scene, self.beat) = (index, beat);
        self.commands.forget_texts();
        // a departure is for the next scene only; laying the same one out again goes on without it
        self.change = self
            .departure
            .take()
            .map(|from| Transition::new((&from.now, &from.data), Some((&from.before, MOMENT)), &placed));
        let leaving = self.change.iter().flat_map(Transition::leaving);
        for mark in placed.marks.iter().chain(leaving) {
            if let Shape::Text(run) = &mark.shape {
                self.commands.know(run);
            }
        }
        self.placed = Some(placed);
        self.mix();
    }

    /// The colours of this view, and all mixes that its frames have.
    fn mix(&mut self) {
        self.palette = match self.system.filter(|_| self.theme == Theme::Contrast) {
            Some(system) => system.palette(),
            None => Palette::of(self.theme),
        };
        for (role, own) in Role::ALL.into_iter().zip(self.own) {
            if let Some(color) = own {
                self.palette.set(role, color);
            }
        }
        self.palette.learn(self.change.iter().flat_map(Transition::tints));
    }

    /// Left, top, width and height at rest of each datum of the current scene, in CSS px.
    pub fn boxes(&self) -> Vec<f64> {
        let data = self.placed.iter().flat_map(|placed| &placed.data);
        data.flat_map(|d| [d.bounds.x, d.bounds.y, d.bounds.w, d.bounds.h]).collect()
    }

    /// The reader leaves the current scene at `seconds`: the next `lay` begins with the marks that show at that moment.
    pub fn depart(&mut self, seconds: f64) {
        let at = |t: f64| self.frame(t);
        let frames = at(seconds).zip(at((seconds - MOMENT).max(0.0)));
        self.departure = frames.zip(self.placed.as_ref()).map(|((now, before), placed)| Departure {
            now,
            before,
            data: placed.data.clone(),
        });
    }

    /// Goes to a beat of a scene: `false` when it is on show. A transition begins with the marks that show now.
    /// `lay` and `begin` follow.
    pub fn go(&mut self, index: usize, beat: usize) -> bool {
        let seconds = self.playback.shown();
        let gone = self.playback.go(index * MOST_BEATS + beat.min(MOST_BEATS - 1));
        if gone && self.playback.will_move() {
            self.depart(seconds);
        }
        gone
    }

    /// The current scene begins: it plays, or stands at rest when it was seen or nothing may move.
    pub fn begin(&mut self) {
        self.playback.begin(self.duration());
    }

    /// The same moment in another view.
    pub fn relaid(&mut self) {
        self.playback.relaid(self.duration());
    }

    /// "play", "pause" or "rest".
    pub fn ask(&mut self, what: &str) {
        match what {
            "play" => self.playback.play(),
            "pause" => self.playback.pause(),
            "rest" => self.playback.rest(),
            _ => {}
        }
    }

    /// Stands still at a moment, in seconds since the scene began.
    pub fn seek(&mut self, seconds: f64) {
        self.playback.seek(seconds);
    }

    /// From now on the story plays by itself, each finished scene staying `stay` seconds; a negative number ends that.
    pub fn tour(&mut self, stay: f64) {
        self.playback.tour((stay >= 0.0).then_some(stay));
    }

    /// Whether nothing may move, and whether anybody can see it.
    pub fn circumstances(&mut self, still: bool, in_sight: bool) {
        self.playback.set_still(still);
        self.playback.set_in_sight(in_sight);
    }

    /// The clock shows `now`, in milliseconds as animation frames have it; `true` when the next scene is due.
    pub fn tick(&mut self, now: f64) -> bool {
        self.playback.tick(now / 1000.0)
    }

    /// 0 at rest, 1 playing, 2 paused: a number, as this is asked with every frame.
    pub fn state(&self) -> u32 {
        match self.playback.state() {
            State::Rest => 0,
            State::Playing => 1,
            State::Paused => 2,
        }
    }

    /// The moment to be drawn, in seconds since the scene began.
    pub fn shown(&self) -> f64 {
        self.playback.shown()
    }

    /// How much of the scene has gone by at that moment, in fiftieths: a whole number, as this is asked with every frame.
    pub fn fiftieths(&self) -> u32 {
        (self.shown() / self.duration().max(MOMENT) * 50.0 + 0.5) as u32
    }

    /// Whether the clock has to be told with the next animation frame.
    pub fn wants_frames(&self) -> bool {
        self.playback.wants_frames()
    }

    /// Whether the story plays by itself.
    pub fn touring(&self) -> bool {
        self.playback.touring()
    }

    fn place(&self, scene: usize, beat: usize) -> Option<PlacedScene> {
        let story = self.story.as_ref().filter(|story| scene < story.scenes().len())?;
        let (locale, done) = (story.language(self.locale), self.done(scene));
        let viewport = Viewport { height: self.height_of(scene), ..self.viewport };
        Some(lay_out_for(story, (scene, beat), viewport, done, locale, &BuiltIn))
    }

    fn show(&mut self, story: Story) {
        self.playback = Playback::new(story.scenes().len() * MOST_BEATS);
        self.story = Some(story);
        self.interactions = BTreeMap::new();
        self.explored = BTreeMap::new();
        self.placed = None;
        self.change = None;
        self.departure = None;
    }

    /// Shows another state of the story that is being edited; the scene and the moment stay where they are.
    #[cfg(feature = "author")]
    fn replace(&mut self, story: Story) {
        self.story = Some(story);
        self.placed = None;
        self.change = None;
        self.departure = None;
    }

    fn frame(&self, seconds: f64) -> Option<Frame> {
        let placed = self.placed.as_ref()?;
        let t = Seconds::new(seconds);
        Some(match &self.change {
            Some(change) => change.frame_at(placed, t),
            None => frame_at(placed, t),
        })
    }

    /// For tests: stops as a fault of our own would, and poisons this instance as one would.
    pub fn trap(&mut self) {
        panic!("asked for by a test");
    }

    /// CSS px of the current scene; 0 before the first.
    pub fn height(&self) -> f64 {
        self.placed.as_ref().map_or(0.0, |p| p.height)
    }

    /// Of how many beats the current scene consists in this view.
    pub fn beats(&self) -> usize {
        self.placed.as_ref().map_or(1, |p| p.beats)
    }

    /// The first of the scene's sentences that is read beside the current picture, and the first that no longer is.
    pub fn sentences(&self) -> Vec<u32> {
        let of = |placed: &PlacedScene| vec![placed.sentences.start as u32, placed.sentences.end as u32];
        self.placed.as_ref().map(of).unwrap_or_default()
    }

    /// Seconds from the scene's beginning to rest.
    pub fn duration(&self) -> f64 {
        match (&self.placed, &self.change) {
            (Some(placed), Some(change)) => change.duration(placed),
            (Some(placed), None) => placed.duration(),
            _ => 0.0,
        }
    }

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
