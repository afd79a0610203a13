//! Frames to outputs: one list of primitives, drawn by plotters backends or written as SVG.
//!
//! **Invariant**: every output draws the same primitives in the same order; no output lays anything out.

pub mod command;
#[cfg(feature = "author")]
pub mod html;
pub mod json;
#[cfg(feature = "author")]
pub mod jsonld;
pub mod plotters;
pub mod primitive;
#[cfg(feature = "author")]
pub mod record;
#[cfg(feature = "author")]
pub mod smil;
#[cfg(feature = "author")]
pub mod svg;
pub mod told;

// for the command line only: none of what they depend on is in the WASM
#[cfg(feature = "cli")]
pub mod fonts;
#[cfg(feature = "cli")]
pub mod limits;
#[cfg(feature = "cli")]
pub mod moving;
#[cfg(feature = "cli")]
pub mod pdf;
#[cfg(feature = "cli")]
pub mod raster;
#[cfg(feature = "cli")]
pub mod storyboard;
#[cfg(feature = "cli")]
pub mod valid;
#[cfg(feature = "cli")]
pub mod wechat;
