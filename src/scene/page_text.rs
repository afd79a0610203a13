//! The page around a picture in a window: how much there is beside it, and how high its text stands there.
//!
//! A viewport and a scene's words come in; lengths in the units of the layout go out.
//!
//! **Invariant**: sizes of type are those of `www/ui/style.js`; a browser test sees that no mark of a full-bleed picture
//! lies under the text.

use crate::layout::scene_builder::Area;
use crate::layout::{Beside, Viewport};
use crate::locale::{Locale, Text};
use crate::story::Story;
use crate::text::{wrap, Font, Measure};
use std::ops::Range;

/// Sizes of the page's text, CSS px: of a chapter's title, of a cover's in Chinese and in other languages, of sentences.
const TITLE: f64 = 28.0;
const COVER: [f64; 2] = [64.0, 44.0];
/// Of a title below a picture, and the space at the sides of words there.
const TITLE_BELOW: f64 = 24.0;
const SIDE: f64 = 16.0;
/// So much of a picture's foot may be under the words below it.
const HIDDEN: f64 = 40.0;
const SENTENCE: f64 = 17.0;
/// Heights of their lines, in parts of the size.
const TITLE_LINE: f64 = 1.43;
const COVER_LINE: f64 = 1.2;
const SENTENCE_LINE: f64 = 1.65;
/// Above and between them, CSS px: the chapter's name above its title, space below the title, between two sentences, a
/// cover's button, and below all of it.
const NAME: f64 = 28.0;
const UNDER_TITLE: f64 = 20.0;
const BETWEEN: f64 = 12.0;
const BUTTON: f64 = 68.0;
const UNDER: f64 = 16.0;

/// What a page has beside a picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    beside: Beside,
    /// Units of the layout a CSS px of the page's text.
    text: f64,
}

impl Page {
    /// `k`: units of the layout a CSS px.
    pub fn of(viewport: Viewport, k: f64) -> Page {
        let sound = |length: f64| if length.is_finite() { length.clamp(0.0, 4096.0) * k } else { 0.0 };
        let Beside { left, right, text, below } = viewport.beside;
        let scale = if viewport.text_scale.is_finite() { viewport.text_scale.clamp(0.5, 4.0) } else { 1.0 };
        let beside =
            Beside { left: sound(left), right: sound(right), text: sound(text), below: sound(below) };
        Page { beside, text: k * scale }
    }

    /// Whether the chapter's text stands at the picture's left.
    pub fn has_text(&self) -> bool {
        self.beside.text > 0.0 && self.beside.left > self.beside.text
    }

    /// By how much a picture may be higher beside which these sentences are read, below the chapter's title where `titled`:
    /// what they leave of the room below it. `width`: of the picture, below which they stand.
    pub fn below_words(
        &self,
        story: &Story,
        index: usize,
        (sentences, titled): (Range<usize>, bool),
        width: f64,
        locale: Locale,
        measure: &dyn Measure,
    ) -> f64 {
        let below = self.beside.below;
        if below <= 0.0 || sentences.is_empty() {
            return below.max(0.0);
        }
        let scene = &story.scenes()[index];
        let room = width / self.text - 2.0 * SIDE;
        let lines = |text: &Text, font: Font| {
            wrap::wrap(&story.expand_plain(text, locale), font, room, measure).len() as f64 * font.size
        };
        // the room is that below a title of one line, which stands above the first of the sentences only
        let line = TITLE_BELOW * TITLE_LINE;
        let title = if titled { lines(&scene.title, Font::title(TITLE_BELOW)) * TITLE_LINE } else { 0.0 };
        let said = scene.narration[sentences].iter();
        let said: f64 = said.map(|text| lines(text, Font::sans(SENTENCE)) * SENTENCE_LINE + BETWEEN).sum();
        // the foot of the picture may go under the words a little: it is read by scrolling
        (below - (title - line + said - HIDDEN) * self.text).max(0.0)
    }

    /// How far a full-bleed picture goes beyond its own width, at its left and at its right.
    pub fn beside(&self) -> (f64, f64) {
        (self.beside.left, self.beside.right)
    }

    /// From the outermost words to the window's edge.
    pub fn edge(&self) -> f64 {
        self.beside.right
    }

    /// From where the text begins to the right end of a full-bleed picture that is `width` wide, which is laid out from the
    /// window's left edge.
    pub fn whole(&self, width: f64, y: f64) -> Area {
        let x = self.beside.right;
        Area::new(x, y, self.beside.left + width - x)
    }

    /// How high a chapter's text is, from the top of its picture.
    pub fn text_height(&self, story: &Story, index: usize, locale: Locale, measure: &dyn Measure) -> f64 {
        let scene = &story.scenes()[index];
        let lines = |text: &str, font: Font| {
            wrap::wrap(text, font, self.beside.text / self.text, measure).len() as f64 * font.size
        };
        let title = story.expand_plain(&scene.title, locale);
        let high = if index == 0 {
            let font = Font::title(COVER[usize::from(locale != Locale::Zh)]);
            let subtitle = story.subtitle().get(locale);
            lines(&title, font) * COVER_LINE
                + lines(subtitle, Font::sans(SENTENCE)) * SENTENCE_LINE
                + UNDER_TITLE
                + BUTTON
        } else {
            let sentences = scene.narration.iter().map(|sentence| story.expand_plain(sentence, locale));
            let said: f64 = sentences
                .map(|sentence| lines(&sentence, Font::sans(SENTENCE)) * SENTENCE_LINE + BETWEEN)
                .sum();
            // its clauses are kept whole, so that it may take a line more
            let kept = if title.contains(['，', '；', '：']) { TITLE } else { 0.0 };
            NAME + (lines(&title, Font::title(TITLE)) + kept) * TITLE_LINE + UNDER_TITLE + said
        };
        (high + UNDER) * self.text
    }
}
