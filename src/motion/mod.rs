//! A scene and a time to a frame; two scenes and a time to a frame of the transition; when each is played.
//!
//! **Invariant**: a frame is a pure function of scenes and time: any time, in any order, gives the same marks.

pub mod frame;
pub mod item;
pub mod matching;
pub mod playback;
pub mod transition;
pub mod tween;
