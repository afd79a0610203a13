//! The story in a browser: files in, JSON and pixels out.
//!
//! JavaScript owns the clock and the DOM; this owns the picture. Nothing here keeps time or touches the page.
//!
//! **Invariant**: the only place that knows wasm-bindgen, web-sys, js-sys and plotters-canvas. A story that fails to load
//! leaves the one before it in place.

#[cfg(feature = "author")]
pub mod author;
mod doing;
mod drawing;
#[cfg(feature = "author")]
pub mod editing;
mod exploring;
mod player;
mod playing;
#[cfg(feature = "author")]
pub mod publishing;
mod screen;
mod staging;
mod still;
mod system;

use crate::color::Color;
use crate::geometry::Rect;
use crate::layout::interaction::Interaction;
use crate::layout::{Beside, Datum, PlacedScene, Viewport};
use crate::locale::Locale;
use crate::motion::frame::Frame;
use crate::motion::playback::Playback;
use crate::motion::transition::Transition;
use crate::render::display_list::DisplayList;
use crate::render::palette::Palette;
use crate::story::Story;
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

    /// For tests: stops as a fault of our own would, and poisons this instance as one would.
    pub fn trap(&mut self) {
        panic!("asked for by a test");
    }
}
