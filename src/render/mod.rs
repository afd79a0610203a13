//! Frames to a display list, to plotters backends and to SVG; and which mark lies at a point of a frame.
//!
//! **Invariant**: every output draws the same primitives in the same order; no output lays anything out.

#[cfg(feature = "author")]
pub mod call_log;
pub mod display_list;
pub mod palette;
pub mod pick;
pub mod plotters;
pub mod primitive;
#[cfg(feature = "author")]
pub mod smil;
#[cfg(feature = "author")]
pub mod svg;
