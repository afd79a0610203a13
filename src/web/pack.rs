//! What only the reader's engine does: opens packs.
//!
//! **Invariant**: bytes that are no pack change nothing.

use super::Engine;
use crate::story::pack;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Engine {
    /// Takes a story from the bytes of its pack; `false`, and the one before stays, when they are none.
    pub fn unpack(&mut self, bytes: &[u8]) -> bool {
        let story = pack::read(bytes);
        let whole = story.is_some();
        story.into_iter().for_each(|story| self.show(story));
        whole
    }
}
