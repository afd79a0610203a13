//! Scenes laid out for the reader's view, and the change from one to the next.
//!
//! Comes in: which scene and which of its pictures. Goes out: marks at rest, their places, height and duration.
//!
//! **Invariant**: the clock and the pixels are not its matter; a scene that cannot be laid out leaves the one before it.

use crate::geometry::Seconds;
use crate::layout::mark::Shape;
use crate::layout::{PlacedScene, Viewport};
use crate::motion::frame::{frame_at, Frame};
use crate::motion::transition::Transition;
use crate::scene::lay_out_for;
use crate::text::metrics::BuiltIn;
use crate::web::{Departure, Engine, MOMENT};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Engine {
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
}

impl Engine {
    pub(super) fn place(&self, scene: usize, beat: usize) -> Option<PlacedScene> {
        let story = self.story.as_ref().filter(|story| scene < story.scenes().len())?;
        let (locale, done) = (story.language(self.locale), self.done(scene));
        let viewport = Viewport { height: self.height_of(scene), ..self.viewport };
        Some(lay_out_for(story, (scene, beat), viewport, done, locale, &BuiltIn))
    }

    pub(super) fn frame(&self, seconds: f64) -> Option<Frame> {
        let placed = self.placed.as_ref()?;
        let t = Seconds::new(seconds);
        Some(match &self.change {
            Some(change) => change.frame_at(placed, t),
            None => frame_at(placed, t),
        })
    }
}
