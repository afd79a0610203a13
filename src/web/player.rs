//! What a reader's engine does with a story: opens a compiled one and tells its words.
//!
//! **Invariant**: bytes that are no compiled story change nothing.

use crate::describe::content;
use crate::story::compiled;
use crate::web::Engine;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Engine {
    /// Shows a compiled story; `false`, and the one before stays, where the bytes are none of this version.
    pub fn read(&mut self, bytes: &[u8]) -> bool {
        let story = compiled::read(bytes);
        let there = story.is_some();
        story.into_iter().for_each(|story| self.show(story));
        there
    }

    /// What the page shows around the scenes, as JSON: see `paint::told`.
    pub fn whole(&self) -> String {
        self.story.as_ref().map_or(String::from("{}"), content::whole)
    }

    /// The words of the current scene, as JSON: see `paint::told`.
    pub fn told(&self) -> String {
        let (Some(story), Some(placed)) = (&self.story, &self.placed) else { return String::from("{}") };
        content::scene(story, self.scene, placed)
    }
}
