//! Where a chart or a part of one may stand, in CSS px.
//!
//! **Invariant**: places and sizes only; nothing is drawn here.

use crate::layout::scene_builder::SceneBuilder;

/// A part of a chart: its upper left corner and its width. Its height is its own answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub w: f64,
}

impl Area {
    pub fn new(x: f64, y: f64, w: f64) -> Self {
        Area { x, y, w }
    }

    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    pub fn down(&self, by: f64) -> Area {
        Area { y: self.y + by, ..*self }
    }
}

/// Where a chart may stand: its upper left corner, its width, and its height where one is given. CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    /// Without one a chart is as high as it needs to be.
    pub height: Option<f64>,
    /// In a full-bleed picture: what the page keeps of it for its text.
    pub bleed: Option<Bleed>,
}

/// What a page keeps of a full-bleed picture, CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bleed {
    /// Width and height in the upper left corner of the space in which nothing is drawn.
    pub text: (f64, f64),
    /// From the space to the window's edge at its left and at its right: grounds go on there, words do not.
    pub edge: f64,
}

impl Space {
    /// A space without a height.
    pub fn new(x: f64, y: f64, width: f64) -> Self {
        Space { x, y, width, height: None, bleed: None }
    }

    /// Returns how many px more than a chart of usual height needs it has, fewer as a negative number; 0 without a height.
    pub fn spare(&self, builder: &mut SceneBuilder, usual: impl FnOnce(&mut SceneBuilder) -> f64) -> f64 {
        self.height.map_or(0.0, |height| height - builder.tried(usual))
    }

    /// Its upper left corner and its width.
    pub fn area(&self) -> Area {
        Area::new(self.x, self.y, self.width)
    }
}
