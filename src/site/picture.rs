//! Pictures of scenes for pages: inside the page, as stills, and the sizes that they are laid out for.
//!
//! **Invariant**: pictures are at rest; those inside a page have the page's colours, files have the palette's.

use crate::geometry::Seconds;
use crate::layout::{Beside, PlacedScene, Viewport};
use crate::locale::Locale;
use crate::motion::frame::{frame_at, Frame};
use crate::render::palette::Palette;
use crate::render::svg;
use crate::scene::lay_out;
use crate::story::Story;
use crate::text::metrics::BuiltIn;

/// A window of the reading page as most phones have it: width and height of the picture, CSS px.
pub const PHONE: (f64, f64) = (375.0, 438.0);
/// The same of most desktop windows, and what the page has beside the picture there.
pub const DESKTOP: (f64, f64) = (912.0, 672.0);
const BESIDE: Beside = Beside { left: 344.0, right: 24.0, text: 288.0, below: 0.0 };

/// A scene as it ends, with its words and its size.
pub fn place(story: &Story, index: usize, width: f64, height: Option<f64>, locale: Locale) -> PlacedScene {
    let viewport = Viewport { height, ..Viewport::new(width) };
    lay_out(story, index, viewport, locale, &BuiltIn)
}

/// The frame at rest.
pub fn rest(placed: &PlacedScene) -> Frame {
    frame_at(placed, Seconds::new(placed.duration()))
}

/// A file of a scene.
pub fn still(story: &Story, index: usize, placed: &PlacedScene, palette: &Palette) -> String {
    let figure = |ix| story.figure(ix).id().to_string();
    svg::write(placed, &rest(placed), palette, &story.scenes()[index].id, &figure)
}

/// The picture of a page for wide and for narrow screens: the style sheet shows one of them. The wide one is first: where it
/// is shown, the page is painted before the narrow one has come. `heights`: as the reading page has them, or as high as they
/// need to be.
pub fn pair(story: &Story, index: usize, palette: &Palette, locale: Locale, in_window: bool) -> String {
    let size = |(width, height): (f64, f64)| (width, in_window.then_some(height));
    let (narrow, wide) = (size(PHONE), size(if in_window { DESKTOP } else { (720.0, 0.0) }));
    let one = |(width, height): (f64, Option<f64>), beside: Beside, prefix: &str, attributes: &str| {
        let viewport = Viewport { height, beside, ..Viewport::new(width) };
        let placed = lay_out(story, index, viewport, locale, &BuiltIn);
        let figure = |ix| story.figure(ix).id().to_string();
        let text = svg::write_inline(&placed, &rest(&placed), palette, prefix, &figure);
        text.replacen("<svg", &format!("<svg {attributes}"), 1)
    };
    let wide = one(wide, BESIDE, "w", "class=\"wide\" id=\"still-wide\" display=\"none\"");
    let narrow = one(narrow, Beside::default(), "n", "class=\"narrow\"");
    let class = if story.scenes()[index].full_bleed && in_window { "still bleeds" } else { "still" };
    format!("<div class=\"{class}\" id=\"still\">{wide}{narrow}</div>")
}
