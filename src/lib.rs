//! Draws the numbers of a story as the statements they are: "more than 80 %" stays open at its end, a goal stays a dashed outline, a
//! missing year stays a gap.
//!
//! ```text
//! story.json, sources.json, series/*.csv
//!    │ input::load, rules            bytes → validated story, or all diagnostics with file, line, path, code, help   (author)
//!    │                               a chart that breaks a rule becomes words
//!    ▼
//! Story                              the same in the command line and, compiled (story::compiled), in a reader's page
//!    │ scene::lay_out, chart         + scene, width, text size, language → marks at rest, in CSS px
//!    ▼
//! PlacedScene                        no time, and of colours only the roles
//!    │ motion                        + seconds → frame; a pure function of time
//!    ▼
//! Frame                              a flat list of marks, back to front
//!    │ render, export                + palette (a theme's colours) → one list of primitives for every output
//!    └─► plotters backends (canvas, call log) · SVG · animated SVG · PNG, GIF, PDF
//! describe                           the same scene as words, table, records and JSON-LD
//! site                               stories as a site for any web server                                (author)
//! recognise                          the amounts of a paragraph, as statements to be confirmed           (author)
//! ```
//!
//! The crate has two builds. The player has what a reader's page needs; the feature `author` adds the modules that read, check and
//! explain plain stories and write files, and `cli` the command line. They differ by modules only.
//!
//! Modules import in one direction: geometry, color, statement, pictogram ← theme, locale, text ← model ← diagnostic ← layout ← chart ← story ←
//! input, rules, scene ← motion, describe ← render ← export ← site ← editor ← web, bin. recognise stands below rules and knows no story.
#![forbid(unsafe_code)]

pub mod chart;
pub mod color;
pub mod describe;
#[cfg(feature = "author")]
pub mod diagnostic;
#[cfg(feature = "author")]
pub mod editor;
#[cfg(feature = "author")]
pub mod export;
pub mod geometry;
#[cfg(feature = "author")]
pub mod input;
pub mod layout;
pub mod locale;
pub mod model;
pub mod motion;
pub mod pictogram;
#[cfg(feature = "author")]
pub mod recognise;
pub mod render;
#[cfg(feature = "author")]
pub mod rules;
pub mod scene;
#[cfg(feature = "author")]
pub mod site;
pub mod statement;
pub mod story;
pub mod text;
pub mod theme;
#[cfg(target_arch = "wasm32")]
pub mod web;
