//! Where the parts of the picture stand.
//!
//! **Invariant**: what stands above the ground begins at `clear`, right of a page's text.

use super::captions::Sizes;
use super::counted::Count;
use crate::layout::scene_builder::Area;

/// How the words under the ground stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// The date left of the line, the amount right of it; the other amount's words stand above the ground.
    Beside,
    /// The same the other way round, below the text of a full-bleed picture.
    Across,
    /// The amount above the ground left of the line, date and the other amount right of it.
    Columns,
    /// One below the other, in a picture too narrow for two columns; the line ends above them.
    Stacked,
}

/// Where the parts stand, CSS px.
pub struct Plan {
    pub area: Area,
    /// Where what stands above the ground may begin, and how far the ground goes on beyond the area.
    pub clear: f64,
    pub edge: f64,
    pub sizes: Sizes,
    pub compact: bool,
    pub words: Words,
    /// Of the line.
    pub x: f64,
    pub ground: f64,
    /// Height and width below the ground.
    pub units: f64,
    pub depth: f64,
    pub below: Count,
    pub above: Count,
}
