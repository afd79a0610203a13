//! What the reader looks for among the tiles of a scene: the scene that shows it stands in the place of the story's own.
//!
//! **Invariant**: an engine that was told of nothing has all tiles and no series open; so do all engines that lay stills,
//! print and files of the whole story out.

use crate::describe::explore;
use crate::story::explore::Wish;
use crate::story::Scene;
use crate::web::Engine;
use wasm_bindgen::prelude::*;

/// A scene that shows less than the story's own, or a part of it enlarged.
#[derive(Default)]
pub(super) struct Explored {
    /// The story's own, while another one stands in its place.
    own: Option<Scene>,
    wish: Wish,
    /// CSS px of its picture in a page's window; 0: as much as any scene.
    height: f64,
}

#[wasm_bindgen]
impl Engine {
    /// Shows of a scene with tiles what the reader looks for: those of a theme (negative: all), with these words; or the
    /// series that are opened, ids with a NUL between them. `height`: CSS px of its picture in a page's window; 0: as of
    /// every scene. `lay` follows.
    pub fn explore(&mut self, scene: usize, theme: i32, search: &str, opened: &str, height: f64) {
        let opened = opened.split('\0').filter(|id| !id.is_empty()).map(str::to_string).collect();
        let wish = Wish { theme: usize::try_from(theme).ok(), search: search.to_string(), opened };
        if !self.own_scene(scene).is_some_and(Scene::explores) {
            return;
        }
        let explored = self.explored.entry(scene).or_default();
        if explored.wish != wish || explored.height != height {
            (explored.wish, explored.height) = (wish, height);
            self.explore_again(scene);
        }
    }

    /// What stands beside the tiles of a scene, as JSON: see `describe::explore`. `null` where it has none.
    pub fn explored(&self, scene: usize) -> String {
        let own = self.own_scene(scene).filter(|own| own.explores());
        let (Some(story), Some(own)) = (&self.story, own) else { return String::from("null") };
        let wish = self.explored.get(&scene).map_or_else(Wish::default, |explored| explored.wish.clone());
        explore::explored(story, own, &wish, story.language(self.locale))
    }
}

impl Engine {
    /// A scene as the story has it, whatever the reader looks for in it.
    fn own_scene(&self, scene: usize) -> Option<&Scene> {
        let explored = self.explored.get(&scene).and_then(|explored| explored.own.as_ref());
        explored.or_else(|| self.story.as_ref()?.scenes().get(scene))
    }

    /// Makes a scene anew after another wish, or in another language: words are looked for in the reader's.
    fn explore_again(&mut self, scene: usize) {
        let (Some(story), Some(explored)) = (&mut self.story, self.explored.get_mut(&scene)) else { return };
        let locale = story.language(self.locale);
        let own = explored.own.as_ref().unwrap_or(&story.scenes()[scene]);
        match (story.explored(own, &explored.wish, locale), explored.own.take()) {
            (Some(shown), own) => {
                let before = story.show_instead(scene, shown);
                explored.own = own.or(Some(before));
            }
            (None, Some(own)) => drop(story.show_instead(scene, own)),
            (None, None) => {}
        }
        if scene == self.scene {
            self.placed = None;
        }
    }

    /// The same in a language that has just been chosen.
    pub(super) fn explore_all_again(&mut self) {
        let scenes: Vec<usize> = self.explored.keys().copied().collect();
        scenes.into_iter().for_each(|scene| self.explore_again(scene));
    }

    /// CSS px that the page gives the picture of a scene; none where the picture carries its heading.
    pub(super) fn height_of(&self, scene: usize) -> Option<f64> {
        let own = self.explored.get(&scene).map(|explored| explored.height).filter(|height| *height > 0.0);
        self.viewport.height.map(|height| own.unwrap_or(height))
    }
}
