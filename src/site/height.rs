//! How high an embed is at each published width: the space that an article keeps for it before it has said so.
//!
//! The picture's height comes from layout; below it stand the buttons, of a fixed height, and the sentences, whose lines are
//! counted with the built-in widths. `www/ui/style.js` has the sizes; tests/browser/publish.spec.mjs compares.
//!
//! **Invariant**: what is published is no lower than what a browser needs by more than a line.

use crate::chart::Chart;
use crate::describe;
use crate::locale::Locale;
use crate::site::{picture, WIDTHS};
use crate::story::{Scene, Story};
use crate::text::metrics::BuiltIn;
use crate::text::{wrap, Font};

/// Heights by width, CSS px.
#[derive(Clone, Debug, PartialEq)]
pub struct Heights(pub Vec<(f64, u32)>);

/// Widest picture of an embed.
const WIDEST: f64 = 960.0;
/// The row of buttons with its margins, and the row of dots above it in an embed of several chapters.
const BUTTONS: f64 = 61.0;
const DOTS: f64 = 25.0;
/// Below this width the buttons have signs only; above it a second row of them is so high.
const SMALL: f64 = 760.0;
const SECOND: f64 = 44.0;
/// What the row has besides its words: slider, least room for the chapter's name, gaps, margins; and the buttons for one
/// step or for three.
const FIXED: f64 = 304.0;
const STEP: f64 = 44.0;
const STEPS: f64 = 148.0;
/// The column of sentences: its widest, its margins, its text.
const COLUMN: f64 = 672.0;
const SIDE: f64 = 16.0;
const ABOVE: f64 = 8.0;
const BELOW: f64 = 16.0;
const FONT: Font = Font::sans(17.0);
const LINE: f64 = 27.2;
const BETWEEN: f64 = 12.0;
/// The story's notice, which stands below a single chapter and below the last one.
const NOTICE: Font = Font::sans(14.0);
const NOTICE_LINE: f64 = 22.4;
const NOTICE_ABOVE: f64 = 37.0;

impl Heights {
    /// Of one scene, or of the whole story.
    pub fn of(story: &Story, scene: Option<usize>, locale: Locale) -> Heights {
        match scene {
            Some(index) => Heights::of_scene(story, index, locale),
            None => Heights::of_story(story, locale),
        }
    }

    /// Of one scene.
    pub fn of_scene(story: &Story, index: usize, locale: Locale) -> Heights {
        let at = |width: f64| {
            picture_height(story, index, width, locale)
                + buttons(story, width, locale, STEP)
                + words(story, index, width, locale, true)
        };
        Heights(WIDTHS.map(|width| (width, whole(at(width)))).into())
    }

    /// Of a story in which readers step from scene to scene, at its highest.
    pub fn of_story(story: &Story, locale: Locale) -> Heights {
        let scenes = || 0..story.scenes().len();
        let at = |width: f64| {
            // the picture's place does not change from scene to scene
            let tallest =
                scenes().map(|index| picture_height(story, index, width, locale)).fold(0.0, f64::max);
            let last = story.scenes().len() - 1;
            let longest =
                scenes().map(|index| words(story, index, width, locale, index == last)).fold(0.0, f64::max);
            tallest + DOTS + buttons(story, width, locale, STEPS) + longest
        };
        Heights(WIDTHS.map(|width| (width, whole(at(width)))).into())
    }

    /// At a published width.
    pub fn at(&self, width: f64) -> u32 {
        self.0.iter().find(|(own, _)| *own == width).map_or(0, |(_, height)| *height)
    }

    /// As embed.js reads them: "360:812 720:640".
    pub fn list(&self) -> String {
        self.0.iter().map(|(width, height)| format!("{width}:{height}")).collect::<Vec<_>>().join(" ")
    }
}

/// The row of buttons, which in wide embeds has words beside its signs: where they do not fit there are two rows.
fn buttons(story: &Story, width: f64, locale: Locale, steps: f64) -> f64 {
    let labels = match locale {
        Locale::Zh => 499.0,
        Locale::En => 596.0,
        Locale::Ru => 680.0,
    };
    let switch = match story.languages().len() {
        1 => 0.0,
        languages => 43.0 * languages as f64,
    };
    let is_narrow = width < SMALL;
    match is_narrow || FIXED + steps + labels + switch <= width.min(WIDEST) {
        true => BUTTONS,
        false => BUTTONS + SECOND,
    }
}

/// The lists that a chapter lets readers choose from, a line each.
fn lists(scene: &Scene) -> f64 {
    let compared = scene.charts().find_map(|chart| match chart {
        Chart::Hub(hub) if !hub.compare.is_empty() => Some(hub.compare.len() + 1),
        _ => None,
    });
    compared.map_or(0.0, |count| 61.0 + 52.0 * count as f64)
}

fn whole(height: f64) -> u32 {
    height.ceil() as u32
}

fn picture_height(story: &Story, index: usize, width: f64, locale: Locale) -> f64 {
    picture::place(story, index, width.min(WIDEST), None, locale).height
}

fn words(story: &Story, index: usize, width: f64, locale: Locale, has_notice: bool) -> f64 {
    let scene: &Scene = &story.scenes()[index];
    let room = width.min(COLUMN) - 2.0 * SIDE;
    let mut paragraphs: Vec<String> = describe::sentences(story, scene, locale)
        .into_iter()
        .map(|pieces| pieces.into_iter().map(|(text, _)| text).collect())
        .collect();
    paragraphs.retain(|text| !text.is_empty());
    let lines =
        |text: &str, font: Font, line: f64| wrap::wrap(text, font, room, &BuiltIn).len() as f64 * line;
    let text: f64 = paragraphs.iter().map(|text| lines(text, FONT, LINE)).sum();
    let notice = match has_notice {
        true => NOTICE_ABOVE + lines(story.notice().get(locale), NOTICE, NOTICE_LINE),
        false => 0.0,
    };
    ABOVE + text + BETWEEN * paragraphs.len().saturating_sub(1) as f64 + notice + lists(scene) + BELOW
}
