//! A story's pictures as files: HTML, PNG, GIF, PDF, storyboards, articles for platforms; and what platforms take.
//!
//! **Invariant**: never in a reader's engine; the same input and fonts give the same bytes.

pub mod html;

// For the command line only: the WASM build has none of their dependencies.
#[cfg(feature = "cli")]
pub mod animation;
#[cfg(feature = "cli")]
pub mod brief;
#[cfg(feature = "cli")]
pub mod fonts;
pub mod limits;
#[cfg(feature = "cli")]
pub mod pdf;
#[cfg(feature = "cli")]
pub mod raster;
#[cfg(feature = "cli")]
pub mod storyboard;
#[cfg(feature = "cli")]
pub mod validators;
#[cfg(feature = "cli")]
pub mod wechat;
