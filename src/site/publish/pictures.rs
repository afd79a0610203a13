//! Which pictures in pixels a story's pages name, each as a drawing: cards for those who pass an address on, stills for feeds and for
//! editors who upload a picture.
//!
//! **Invariant**: composes, and paints nothing; the same story gives the same drawings.

use crate::color::Color;
use crate::locale::Locale;
use crate::site::card::{self, Card};
use crate::site::{address, picture, Published, WIDTHS};
use crate::theme::Theme;

/// A picture that is to be drawn: its path in the site, and how it is composed.
pub struct Job {
    pub path: String,
    scene: usize,
    locale: Locale,
    kind: Kind,
}

#[derive(Clone, Copy)]
pub enum Kind {
    Card((u32, u32)),
    Still(Theme),
}

/// A picture as a document, with its size in pixels and its ground.
pub struct Drawing {
    pub card: Card,
    pub size: (u32, u32),
    pub ground: Color,
}

impl Job {
    /// Composes it.
    pub fn drawing(&self, shown: &Published) -> Drawing {
        let ground = |theme: Theme| shown.settings.colours().palette(theme).surface();
        match self.kind {
            Kind::Card(size) => {
                let card = card::compose(shown, self.scene, self.locale, size);
                Drawing { card, size, ground: ground(Theme::Light) }
            }
            Kind::Still(theme) => {
                let story = &shown.story;
                let placed = picture::place(story, self.scene, STILL, None, self.locale);
                let palette = shown.settings.colours().palette(theme);
                let card = Card {
                    svg: picture::still(story, self.scene, &placed, &palette),
                    frame: picture::rest(&placed),
                    words: String::new(),
                    title: story.expand_plain(&story.scenes()[self.scene].title, self.locale),
                    description: placed.description.clone(),
                };
                let size = (placed.width.round() as u32, placed.height.ceil() as u32);
                Drawing { card, size, ground: ground(theme) }
            }
        }
    }
}

/// CSS px: width of stills in pixels.
const STILL: f64 = WIDTHS[2];

/// All pictures of a story.
pub fn jobs(shown: &Published) -> Vec<Job> {
    let mut jobs = Vec::new();
    for (scene, told) in shown.story.scenes().iter().enumerate() {
        for &locale in shown.languages() {
            let mut put = |name: String, kind: Kind| {
                jobs.push(Job { path: format!("{}{name}", shown.folder()), scene, locale, kind });
            };
            for size in card::SIZES {
                put(address::card(&told.id, locale, size), Kind::Card(size));
            }
            for theme in [Theme::Light, Theme::Dark] {
                put(address::still_in_pixels(&told.id, STILL, locale, theme), Kind::Still(theme));
            }
        }
    }
    jobs
}
