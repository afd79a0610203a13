//! What only the reader's engine does: opens packs.
//!
//! **Invariant**: bytes that are no pack change nothing.

use super::Engine;
use crate::layout::PlacedScene;
use crate::motion::playback::Playback;
use crate::paint::pack::{self, Picture};
use crate::theme::Theme;
use wasm_bindgen::prelude::*;

/// The scenes of a pack in the colours of one theme.
#[derive(Default)]
pub struct Scenes {
    bytes: Vec<u8>,
    theme: Option<Theme>,
    width: f64,
    pictures: Vec<Picture>,
}

impl Scenes {
    pub fn is_empty(&self) -> bool {
        self.pictures.is_empty()
    }

    pub fn len(&self) -> usize {
        self.pictures.len()
    }

    /// Reads the bytes again for the colours of another theme.
    pub fn turn(&mut self, theme: Theme) {
        if self.theme == Some(theme) {
            return;
        }
        if let Some((width, pictures)) = pack::read(&self.bytes, theme as usize) {
            (self.width, self.pictures, self.theme) = (width, pictures, Some(theme));
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
    /// Takes a story from the bytes of its pack; `false`, and the one before stays, when they are none. The same story laid out for
    /// another width goes on where it was.
    pub fn unpack(&mut self, bytes: Vec<u8>) -> bool {
        let mut scenes = Scenes { bytes, ..Scenes::default() };
        scenes.turn(self.theme);
        if scenes.is_empty() {
            return false;
        }
        if scenes.len() != self.scenes.len() {
            self.playback = Playback::new(scenes.len());
            self.placed = None;
            self.change = None;
            self.departure = None;
        }
        self.scenes = scenes;
        true
    }
}
