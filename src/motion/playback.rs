//! What a reader asks for and a clock to what is shown: which chapter, which moment, moving or not.
//!
//! Page and stepper share it. It is told the time and never asks for it, so that tests turn the clock by hand
//! (tests/playback.rs).
//!
//! **Invariant**: knows no scene and no picture. `seconds` never leaves 0..=`duration`; at rest it is `duration`; out of
//! sight and at rest no frame is wanted, and the clock goes on from where it stood.

/// Longest step of the clock, in seconds: after a stall (a busy page, a laptop woken up) the picture goes on instead of
/// jumping.
pub const LONGEST_STEP: f64 = 0.1;
/// Share of a chapter's motion after which coming back shows it at rest.
pub const SEEN_FROM: f64 = 0.5;
/// Share of a chapter's motion up to which going out of sight takes it back to its beginning: it was not begun.
pub const BEGUN_FROM: f64 = 0.1;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Playing,
    Paused,
    /// Everything has arrived.
    Rest,
}

impl State {
    pub fn name(self) -> &'static str {
        match self {
            State::Playing => "playing",
            State::Paused => "paused",
            State::Rest => "rest",
        }
    }
}

#[derive(Clone, Debug)]
pub struct Playback {
    chapter: usize,
    seen: Vec<bool>,
    state: State,
    seconds: f64,
    duration: f64,
    /// Nothing may move: the reader prefers it so, or the picture is a still.
    still: bool,
    in_sight: bool,
    /// The clock when it was last told, in seconds; `None` while nobody looks at it.
    clock: Option<f64>,
    /// While the story plays by itself: seconds a finished chapter stays, and how long it has stayed.
    tour: Option<(f64, f64)>,
}

impl Playback {
    /// At the first of `chapters` chapters, at rest, in sight.
    pub fn new(chapters: usize) -> Playback {
        Playback {
            chapter: 0,
            seen: vec![false; chapters.max(1)],
            state: State::Rest,
            seconds: 0.0,
            duration: 0.0,
            still: false,
            in_sight: true,
            clock: None,
            tour: None,
        }
    }

    pub fn chapter(&self) -> usize {
        self.chapter
    }
    pub fn state(&self) -> State {
        self.state
    }
    /// The moment of the chapter, in seconds since it began.
    pub fn seconds(&self) -> f64 {
        self.seconds
    }
    pub fn touring(&self) -> bool {
        self.tour.is_some()
    }

    /// The moment to be drawn. Out of sight a chapter that has not begun waits as a finished picture, not as an empty
    /// first frame: it may be printed or photographed.
    pub fn shown(&self) -> f64 {
        if self.in_sight || self.seconds > 0.0 {
            self.seconds
        } else {
            self.duration
        }
    }

    /// Whether the clock has to be told again soon.
    pub fn wants_frames(&self) -> bool {
        self.in_sight && (self.state == State::Playing || self.state == State::Rest && self.tour.is_some())
    }

    /// Goes to another chapter; `false` when it is the one on show or there is none such. Whether it comes moving says
    /// `will_move`; `begin` follows when it is laid out.
    pub fn go(&mut self, chapter: usize) -> bool {
        if chapter == self.chapter || chapter >= self.seen.len() {
            return false;
        }
        // before the first one is laid out there is nothing to have seen: the address may name another
        if self.duration > 0.0 && self.seconds >= self.duration * SEEN_FROM {
            self.seen[self.chapter] = true;
        }
        self.chapter = chapter;
        true
    }

    pub fn next_chapter(&mut self) -> bool {
        self.go(self.chapter + 1)
    }

    pub fn previous_chapter(&mut self) -> bool {
        self.chapter > 0 && self.go(self.chapter - 1)
    }

    /// Whether the chapter on show comes moving, or at rest because it was seen or nothing may move.
    pub fn will_move(&self) -> bool {
        !self.still && !self.seen[self.chapter]
    }

    /// The chapter on show was laid out: it begins. `duration` in seconds.
    pub fn begin(&mut self, duration: f64) {
        self.duration = sane(duration);
        if self.will_move() {
            self.start();
        } else {
            self.rest();
        }
    }

    /// The view has changed under the same moment: another size, language or theme.
    pub fn relaid(&mut self, duration: f64) {
        self.duration = sane(duration);
        self.seconds =
            if self.state == State::Rest { self.duration } else { self.seconds.min(self.duration) };
        if self.still {
            self.rest();
        }
    }

    /// Goes on from a pause; at rest, plays again from the beginning. Nothing where nothing may move.
    pub fn play(&mut self) {
        match self.state {
            _ if self.still => {}
            State::Paused => self.turn(State::Playing),
            State::Rest => self.start(),
            State::Playing => {}
        }
    }

    pub fn pause(&mut self) {
        self.tour = None;
        if self.state == State::Playing {
            self.turn(State::Paused);
        }
    }

    /// Stands at a moment; the last one is rest.
    pub fn seek(&mut self, seconds: f64) {
        let seconds = sane(seconds);
        if seconds >= self.duration || self.still {
            return self.rest();
        }
        self.seconds = seconds;
        self.turn(State::Paused);
    }

    /// Everything arrives at once.
    pub fn rest(&mut self) {
        self.seconds = self.duration;
        self.seen[self.chapter] = true;
        self.turn(State::Rest);
    }

    /// Whether anything may move at all.
    pub fn set_still(&mut self, still: bool) {
        self.still = still;
        if still && self.state != State::Rest {
            self.rest();
        }
    }

    /// False in a hidden tab and off screen.
    pub fn set_in_sight(&mut self, in_sight: bool) {
        if in_sight == self.in_sight {
            return;
        }
        self.in_sight = in_sight;
        self.clock = None;
        if !in_sight && self.state == State::Playing && self.seconds <= self.duration * BEGUN_FROM {
            self.seconds = 0.0;
        }
    }

    /// From now on the story plays by itself, a finished chapter staying `stay` seconds; `None` ends that.
    pub fn tour(&mut self, stay: Option<f64>) {
        self.tour = stay.map(|s| (sane(s), 0.0));
        self.clock = None;
        if self.tour.is_some() && self.state == State::Paused {
            self.play();
        }
    }

    /// The clock shows `now`, in seconds from any beginning. `true` when the next chapter is due.
    pub fn tick(&mut self, now: f64) -> bool {
        if !self.wants_frames() || !now.is_finite() {
            self.clock = None;
            return false;
        }
        let step = self.clock.map_or(0.0, |last| (now - last).clamp(0.0, LONGEST_STEP));
        self.clock = Some(now);
        if self.state == State::Playing {
            self.seconds = (self.seconds + step).min(self.duration);
            if self.seconds >= self.duration {
                self.rest();
                // the stay is counted by the same clock
                self.clock = Some(now);
            }
            return false;
        }
        let last = self.chapter + 1 >= self.seen.len();
        let Some((stay, stayed)) = &mut self.tour else { return false };
        *stayed += step;
        let due = *stayed >= *stay;
        if due {
            *stayed = 0.0;
            if last {
                self.tour = None;
            }
        }
        due && !last
    }

    fn start(&mut self) {
        self.seconds = 0.0;
        self.turn(State::Playing);
        if self.duration <= 0.0 {
            self.rest();
        }
    }

    fn turn(&mut self, state: State) {
        if state != self.state {
            self.clock = None;
        }
        self.state = state;
    }
}

/// Seconds from what a caller hands in: not-a-number and what is below 0 count as 0, an hour is the most.
fn sane(seconds: f64) -> f64 {
    if seconds.is_finite() {
        seconds.clamp(0.0, 3600.0)
    } else {
        0.0
    }
}
