//! Draws the numbers of a story as the statements they are: "more than 80 %" stays open at its end, a goal stays a dashed outline, a
//! missing year stays a gap.
//!
//! ```text
//! story.json, sources.json, series/*.csv
//!    │ story::Story::load            bytes → checked story, or every problem with file, line, path, code, remedy   (author)
//!    │                               a chart that breaks a rule becomes words
//!    ▼
//! Story                              the same in the command line and, compiled (story::compiled), in a reader's page
//!    │ layout::lay_out               + scene, width, text size, language, theme → marks at rest, in CSS px
//!    ▼
//! PlacedScene                        no time, nothing to look up
//!    │ scene::frame_at, transition   + seconds → frame; a pure function of time
//!    ▼
//! Frame                              a flat list of marks, back to front
//!    │ paint                         one list of primitives for every output
//!    └─► plotters backends (canvas, recorder) · SVG · animated SVG · PNG, GIF, PDF
//! ```
//!
//! The crate has two builds. The player has what a reader's page needs; the feature `author` adds the modules that read, check and
//! explain plain stories and write files, and `cli` the command line. They differ by modules only.
//!
//! Modules import in one direction: units, color ← text, locale, theme, scale, motion ← story ← layout ← scene ← paint ← web, bin.
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
