//! Draws a story's numbers as the statements they are: floors stay open, goals stay outlines, gaps stay gaps.
//!
//! ```text
//! data/…/story.json, sources.json, series/*.csv
//!    │ story::Story::load            bytes → validated model, or every problem with file, line, path, code, remedy
//!    ▼
//! Story                              no pixels, no time
//!    │ layout::lay_out               + scene, viewport, locale, theme, text measure
//!    ▼
//! PlacedScene                        CSS px at rest; no time, nothing to look up
//!    │ scene::frame_at               + seconds; pure, any t, in any order
//!    ▼
//! Frame                              flat list of marks, back to front
//!    │ paint                         one list of primitives for every output
//!    └─► plotters backends (canvas, recorder) · SVG
//! ```
//!
//! Imports go one way: units, color ← text, locale, theme, scale, motion ← story ← layout ← scene ← paint ← web, bin.
#![forbid(unsafe_code)]

pub mod color;
pub mod layout;
pub mod locale;
pub mod motion;
pub mod paint;
pub mod scale;
pub mod scene;
pub mod story;
pub mod text;
pub mod theme;
pub mod units;
#[cfg(target_arch = "wasm32")]
pub mod web;
