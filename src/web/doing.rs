//! What the reader does in a scene: a guess, until it is answered and after; one of several lists.
//!
//! **Invariant**: an engine that was told of nothing shows the answer; so do all engines that lay pages and files out.

use crate::describe::json::{object, quote};
use crate::geometry::Point;
use crate::layout::interaction::{Guessing, Interaction};
use crate::story::guess::Guess;
use crate::web::Engine;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Engine {
    /// The guess of a scene: `stage` 0 shows the answer, 1 waits at a value, 2 shows the answer with the value beside it.
    /// The value becomes the nearest one of the scale. `lay` follows.
    pub fn guess(&mut self, scene: usize, stage: u32, value: f64) {
        let asked = self.asked(scene).map(|guess| (guess.figure, guess.nearest(value), guess.from, guess.to));
        let guess = asked.filter(|_| stage > 0).map(|(figure, value, from, to)| Guessing {
            figure,
            value,
            from,
            to,
            told: stage > 1,
        });
        let before = self.done(scene);
        self.become_done(scene, Interaction { guess, ..before });
    }

    /// Chooses one of the lists that a scene compares, by its place among them. `lay` follows.
    pub fn choose(&mut self, scene: usize, list: usize) {
        let before = self.done(scene);
        self.become_done(scene, Interaction { list, ..before });
    }

    /// The value that a point of the picture stands for while its guess waits, in CSS px; no number elsewhere.
    pub fn guess_at(&self, x: f64, y: f64) -> f64 {
        let place = self.placed.as_ref().and_then(|placed| placed.guess);
        let asked = self.asked(self.scene).zip(place);
        asked.map_or(f64::NAN, |(guess, place)| guess.nearest(place.value_at(Point::new(x, y))).to_f64())
    }

    /// Left, top, width and height of where the guess is dragged, and the middle of its handle; empty where it is not in
    /// this picture, or not waiting.
    pub fn guess_place(&self) -> Vec<f64> {
        let place = self.placed.as_ref().and_then(|placed| placed.guess);
        place.map_or_else(Vec::new, |place| {
            let (reach, handle) = (place.reach(), place.handle);
            vec![reach.x, reach.y, reach.w, reach.h, handle.x, handle.y]
        })
    }

    /// Whether the picture on show has the figure that its scene asks for.
    pub fn shows_guess(&self) -> bool {
        let (Some(placed), Some(guess)) = (&self.placed, self.asked(self.scene)) else { return false };
        placed.guess.is_some() || placed.data.iter().any(|datum| datum.figure == Some(guess.figure))
    }

    /// A value of a scene's scale in words, as JSON: with its unit, as the reader's own, and judged.
    pub fn guess_told(&self, scene: usize, value: f64) -> String {
        let (Some(story), Some(guess)) = (&self.story, self.asked(scene)) else { return String::from("{}") };
        let (locale, figure) = (story.language(self.locale), story.figure(guess.figure));
        let value = guess.nearest(value);
        object(&[
            ("value", quote(&guess.value_text(figure, value, locale))),
            ("verdict", quote(&guess.verdict_text(figure, value, locale))),
        ])
    }
}

impl Engine {
    fn asked(&self, scene: usize) -> Option<&Guess> {
        self.story.as_ref()?.scenes().get(scene)?.guess.as_ref()
    }

    fn become_done(&mut self, scene: usize, done: Interaction) {
        if done == self.done(scene) {
            return;
        }
        self.interactions.insert(scene, done);
        if scene == self.scene {
            self.placed = None;
        }
    }

    /// What the reader has done in a scene.
    pub(super) fn done(&self, scene: usize) -> Interaction {
        self.interactions.get(&scene).copied().unwrap_or_default()
    }
}
