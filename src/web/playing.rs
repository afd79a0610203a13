//! What plays, pauses and stands still, and when the next scene is due: the clock of the page to the moment that is drawn.
//!
//! **Invariant**: keeps no time of its own: the page says what its clock shows. What is drawn is not its matter.

use crate::motion::playback::State;
use crate::web::{Engine, MOMENT, MOST_BEATS};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Engine {
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
}
