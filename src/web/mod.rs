//! The story in a browser: files in, JSON and pixels out.
//!
//! JavaScript owns the clock and the DOM; this owns the picture. Nothing here keeps time or touches the page.
//!
//! **Invariant**: the only place that knows wasm-bindgen, web-sys, js-sys and plotters-canvas. A story that fails to load
//! leaves the one before it in place.

mod json;
mod measure;
mod screen;
mod system;

use crate::color::Color;
use crate::layout::mark::{Mark, Shape};
use crate::layout::{lay_out, PlacedScene, Viewport};
use crate::locale::Locale;
use crate::motion::playback::Playback;
use crate::paint::command::Commands;
use crate::paint::{pixels, plotters, svg};
use crate::scene::summary::{summary, Detail};
use crate::scene::transition::{Change, TRAVEL};
use crate::scene::{describe, frame_at, pick, walk, Frame};
use crate::story::{Files, Story};
use crate::theme::Theme;
use crate::units::{Point, Rect, Seconds};
use measure::Screen as TextScreen;
use screen::Canvas;
use system::System;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

/// Seconds between two looks at a mark's place, to know its speed: one frame at 60 a second.
const MOMENT: f64 = 1.0 / 60.0;

/// Seconds into a change at which the first mark is half-way.
const TRAVEL_MIDDLE: f64 = TRAVEL / 2.0;

#[wasm_bindgen]
pub struct Engine {
    files: Files,
    story: Option<Story>,
    text: TextScreen,
    viewport: Viewport,
    locale: Locale,
    theme: Theme,
    /// The reader's own colours, for the contrast theme.
    system: Option<System>,
    scene: usize,
    placed: Option<PlacedScene>,
    /// The change by which the current scene came, while it was begun by `depart`.
    change: Option<Change>,
    /// What was to be seen when the reader left, and a moment before.
    departure: Option<(Frame, Frame)>,
    commands: Commands,
    playback: Playback,
    /// How the current scene comes from the one before, and the current scene, for stills.
    way: Option<(Change, PlacedScene)>,
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
            files: Files::new(),
            story: None,
            text: TextScreen::default(),
            viewport: Viewport::new(720.0),
            locale: Locale::Zh,
            theme: Theme::Light,
            system: None,
            scene: 0,
            placed: None,
            change: None,
            departure: None,
            commands: Commands::default(),
            playback: Playback::new(1),
            way: None,
        }
    }

    /// Takes a file of the story's folder: `story.json`, `sources.json`, `series/x.csv`.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.files.insert(name, bytes);
    }

    /// Names of the files still needed, one a line.
    pub fn missing(&self) -> String {
        Story::missing(&self.files).join("\n")
    }

    /// Reads and checks the files; the answer is JSON with `ok`, `problems` and `story`.
    pub fn open(&mut self) -> String {
        let files = std::mem::take(&mut self.files);
        match Story::load(&files) {
            Ok((story, warnings)) => {
                let answer = json::opened(Some(&story), &warnings);
                self.playback = Playback::new(story.scenes().len());
                self.story = Some(story);
                self.placed = None;
                self.change = None;
                self.departure = None;
                answer
            }
            Err(problems) => json::opened(None, &problems),
        }
    }

    /// Sets what pictures are made for. Unknown languages and themes keep the one before.
    pub fn view(&mut self, width: f64, text_scale: f64, lang: &str, theme: &str) {
        self.viewport = Viewport { width, text_scale };
        self.locale = Locale::parse(lang).unwrap_or(self.locale);
        self.theme = Theme::parse(theme).unwrap_or(self.theme);
        self.placed = None;
    }

    /// What ground and ink are on the reader's system (0xRRGGBB), for the contrast theme; `forced`: there are no others.
    pub fn system(&mut self, surface: u32, ink: u32, forced: bool) {
        let system = System { surface: Color::hex(surface), ink: Color::hex(ink), forced };
        self.system = Some(system);
    }

    /// Lays a scene out and makes it current; the answer is the scene in words, as JSON.
    pub fn scene(&mut self, index: usize) -> String {
        let Some(story) = &self.story else { return String::from("{}") };
        self.scene = index.min(story.scenes().len() - 1);
        self.commands.forget_texts();
        let placed = lay_out(story, self.scene, self.viewport, self.locale, self.theme, &self.text);
        let answer = json::scene(story, self.scene, &placed);
        // a departure is for the next scene only; laying the same one out again goes on without it
        self.change =
            self.departure.take().map(|(now, before)| Change::new(&now, Some((&before, MOMENT)), &placed));
        self.placed = Some(placed);
        answer
    }

    /// The reader leaves the current scene at `seconds`: the next `scene` begins with what is to be seen now.
    pub fn depart(&mut self, seconds: f64) {
        let at = |t: f64| self.frame(t);
        self.departure = at(seconds).zip(at((seconds - MOMENT).max(0.0)));
    }

    /// Goes to another scene: `false` when it is on show. One that comes moving departs from what is to be seen now.
    /// `scene` and `begin` follow.
    pub fn go(&mut self, index: usize) -> bool {
        let seconds = self.playback.shown();
        let gone = self.playback.go(index);
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

    /// The clock shows `now`, in seconds; `true` when the next scene is due.
    pub fn tick(&mut self, now: f64) -> bool {
        self.playback.tick(now)
    }

    /// playing, paused or rest.
    pub fn state(&self) -> String {
        self.playback.state().name().to_string()
    }

    /// The moment to be drawn, in seconds since the scene began.
    pub fn shown(&self) -> f64 {
        self.playback.shown()
    }

    /// Whether the clock has to be told with the next animation frame.
    pub fn wants_frames(&self) -> bool {
        self.playback.wants_frames()
    }

    /// Whether the story plays by itself.
    pub fn touring(&self) -> bool {
        self.playback.touring()
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

    /// Seconds from the scene's beginning to rest.
    pub fn duration(&self) -> f64 {
        match (&self.placed, &self.change) {
            (Some(placed), Some(change)) => change.duration(placed),
            (Some(placed), None) => placed.duration(),
            _ => 0.0,
        }
    }

    /// Writes the frame at `seconds` as the words of `paint::command`; returns their number, 0 before the first scene. The
    /// canvas is `width` × `height` device px, `dpr` of them a CSS px.
    pub fn draw(&mut self, seconds: f64, dpr: f64, width: u32, height: u32) -> usize {
        let Some(placed) = &self.placed else { return 0 };
        let commands = &mut self.commands;
        commands.clear();
        let system = self.system.filter(|_| self.theme == Theme::Contrast);
        let surface = system.map_or(placed.surface(), |s| s.color(placed.surface()));
        let _ = plotters::begin(placed.width, placed.height, surface, commands);
        let mut see = |mark: &Mark| {
            let own;
            let mark = match system {
                Some(system) => {
                    own = system.mark(mark);
                    &own
                }
                None => mark,
            };
            match &mark.shape {
                Shape::Cells(cells) if cells.len() >= pixels::FROM => {
                    if let Some(w) = pixels::write(cells, dpr, (width, height), &mut commands.pixels) {
                        commands.put_pixels(w.x, w.y, w.w, w.h);
                    }
                }
                _ => {
                    let _ = plotters::paint_mark(mark, commands);
                }
            }
        };
        let t = Seconds::new(seconds);
        match &self.change {
            Some(change) => change.walk(placed, t, &mut see),
            None => walk(placed, t, &mut see),
        }
        commands.words().len()
    }

    /// Where in `memory` the words of the last `draw` begin, in bytes.
    pub fn words(&mut self) -> *const f32 {
        self.commands.words().as_ptr()
    }

    /// Where in `memory` the bytes of its pixels begin.
    pub fn pixels(&self) -> *const u8 {
        self.commands.pixels.as_ptr()
    }

    /// The texts and fonts that words name by number, a NUL before each.
    pub fn texts(&self) -> String {
        self.commands.texts().to_string()
    }

    /// The memory that words and pixels are in.
    pub fn memory(&self) -> JsValue {
        wasm_bindgen::memory()
    }

    /// Draws the whole frame at `seconds`. The canvas is `width * dpr` device px wide.
    pub fn render(
        &mut self,
        context: CanvasRenderingContext2d,
        dpr: f64,
        seconds: f64,
    ) -> Result<(), JsValue> {
        let Some(mut frame) = self.frame(seconds) else { return Ok(()) };
        // only what is drawn: a departure goes on from the theme's own colours
        if let Some(system) = self.system.filter(|_| self.theme == Theme::Contrast) {
            frame.surface = system.color(frame.surface);
            frame.marks = frame.marks.iter().map(|mark| system.mark(mark)).collect();
        }
        let mut canvas = Canvas::new(context, dpr).ok_or_else(|| JsValue::from_str("no canvas"))?;
        plotters::paint(&frame, &mut canvas).map_err(|e| JsValue::from_str(&e.to_string()))
    }

    /// Key of what is at a point in CSS px, or "".
    pub fn pick(&self, x: f64, y: f64, seconds: f64) -> String {
        let (Some(placed), Some(frame)) = (&self.placed, self.frame(seconds)) else { return String::new() };
        let datum = pick::pick(&frame, Point::new(x, y)).and_then(|i| placed.data.get(i as usize));
        datum.map(|d| d.key.clone()).unwrap_or_default()
    }

    /// Where a datum is to be seen at `seconds`: left, top, width, height in CSS px; nothing while it is not.
    pub fn place(&self, key: &str, seconds: f64) -> Vec<f64> {
        let Some(placed) = &self.placed else { return Vec::new() };
        let Some(datum) = placed.data.iter().position(|d| d.key == key) else { return Vec::new() };
        let mut place: Option<Rect> = None;
        let mut see = |mark: &Mark| {
            if mark.datum == Some(datum as u32) {
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

    /// Lays out how the current scene comes from the one before, for `draw_still`: how many marks travel; 0 where none do.
    pub fn way(&mut self) -> usize {
        self.way = None;
        let (Some(story), Some(_)) = (&self.story, self.scene.checked_sub(1)) else { return 0 };
        let lay = |scene: usize| lay_out(story, scene, self.viewport, self.locale, self.theme, &self.text);
        let (before, after) = (lay(self.scene - 1), lay(self.scene));
        let rest = frame_at(&before, Seconds::new(before.duration()));
        let change = Change::new(&rest, None, &after);
        let trips = change.trips();
        self.way = Some((change, after));
        trips
    }

    /// Height of the taller of the two scenes of `way`, in CSS px.
    pub fn way_height(&self) -> f64 {
        self.way.as_ref().map_or(0.0, |(change, after)| after.height.max(change.departs_from()))
    }

    /// As `draw`, one still of the way: `part` 0 is the scene before, 1 the scene at rest. Without words and lines, which
    /// would be too small to read.
    pub fn draw_still(&mut self, part: f64, dpr: f64, width: u32, height: u32) -> usize {
        let Some((change, after)) = &self.way else { return 0 };
        let commands = &mut self.commands;
        commands.clear();
        let (w, h) = (f64::from(width) / dpr.max(1e-3), f64::from(height) / dpr.max(1e-3));
        let _ = plotters::begin(w, h, after.surface(), commands);
        let seconds = TRAVEL_MIDDLE * 2.0 * part.clamp(0.0, 1.0);
        let seconds = if part >= 1.0 { change.duration(after) } else { seconds };
        change.walk(after, Seconds::new(seconds), &mut |mark| {
            if !matches!(mark.shape, Shape::Text(_) | Shape::Path { closed: false, .. }) {
                let _ = plotters::paint_mark(mark, commands);
            }
        });
        commands.words().len()
    }

    /// The current scene at rest as a standalone SVG.
    pub fn svg(&self) -> String {
        let (Some(story), Some(placed)) = (&self.story, &self.placed) else { return String::new() };
        let frame = frame_at(placed, Seconds::new(placed.duration()));
        svg::write(placed, &frame, &story.scenes()[self.scene].id, &|ix| story.figure(ix).id().to_string())
    }

    /// The current scene's table as CSV.
    pub fn csv(&self) -> String {
        let Some(story) = &self.story else { return String::new() };
        describe::csv(&describe::table(story, &story.scenes()[self.scene], self.locale))
    }

    /// The current scene in sentences, one a line; `detail` is short, normal or full.
    pub fn tell(&self, detail: &str) -> String {
        let (Some(story), Some(detail)) = (&self.story, Detail::parse(detail)) else { return String::new() };
        summary(story, &story.scenes()[self.scene], self.locale, detail).join("\n")
    }

    /// What `render` would draw, as JSON, for tests: one entry a primitive.
    pub fn shape(&self, seconds: f64) -> String {
        self.frame(seconds).map_or(String::from("[]"), |frame| json::primitives(&frame))
    }
}
