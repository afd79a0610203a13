//! What only the reader's engine does: opens packs.
//!
//! **Invariant**: bytes that are no pack change nothing.

use super::Engine;
use crate::layout::PlacedScene;
use crate::motion::playback::Playback;
use crate::paint::pack::{self, Picture};
use crate::theme::Theme;
use wasm_bindgen::prelude::*;

/// The scenes of a story, as far as their packs have come, in the colours of one theme.
#[derive(Default)]
pub struct Scenes {
    /// One pack after another, as they came.
    packs: Vec<Vec<u8>>,
    /// How many scenes the story has.
    count: usize,
    theme: Theme,
    width: f64,
    pictures: Vec<Picture>,
}

impl Scenes {
    /// Adds the scenes of a pack; `false` where the bytes are none.
    fn add(&mut self, bytes: Vec<u8>) -> bool {
        let Some((width, pictures)) = pack::read(&bytes, self.theme as usize) else { return false };
        self.width = width;
        self.pictures.extend(pictures);
        self.packs.push(bytes);
        true
    }

    /// Reads the packs again for the colours of another theme.
    pub fn turn(&mut self, theme: Theme) {
        if self.theme == theme {
            return;
        }
        self.theme = theme;
        self.pictures.clear();
        for bytes in std::mem::take(&mut self.packs) {
            self.add(bytes);
        }
    }
}

impl Engine {
    pub(super) fn place(&self, scene: usize) -> Option<PlacedScene> {
        let scenes = &self.scenes;
        let picture = scenes.pictures.get(scene)?;
        let size = (scenes.width, picture.height);
        Some(PlacedScene::unpacked(size, picture.marks.clone(), picture.data, self.theme, self.viewport))
    }
}

#[wasm_bindgen]
impl Engine {
    /// Takes a story of `count` scenes from the bytes of its first pack; `false`, and the one before stays, when they are none. The
    /// same story laid out for another width goes on where it was.
    pub fn unpack(&mut self, bytes: Vec<u8>, count: usize) -> bool {
        let mut scenes = Scenes { count, theme: self.theme, ..Scenes::default() };
        if !scenes.add(bytes) {
            return false;
        }
        if count != self.scenes.count {
            self.playback = Playback::new(count);
            self.placed = None;
            self.change = None;
            self.departure = None;
        }
        self.scenes = scenes;
        true
    }

    /// The scenes behind those that are there; `false`, and nothing is added, when the bytes are no pack.
    pub fn append(&mut self, bytes: Vec<u8>) -> bool {
        self.scenes.add(bytes)
    }
}
