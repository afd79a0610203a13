//! Which mark is which.
//!
//! **Invariant**: the same thing has the same id in every width, language and theme; an id is unique in its scene. It
//! is compared, never taken apart as text.

use std::fmt;

/// The name of one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkId {
    pub scope: Scope,
    pub part: Part,
    /// From 1 on, counted within its part: a title of one line more does not rename the cells of a waffle.
    pub serial: u32,
    pub piece: Piece,
}

/// What of a scene a mark belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Title and kicker.
    Head,
    /// Key and source.
    Foot,
    /// One of its charts, by the numbers of the scene, the row and the chart in the row.
    Chart { scene: u32, row: u32, column: u32 },
}

/// What of a chart a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: &'static str,
    /// Whether each such mark is one thing, one share or one amount: those travel from scene to scene.
    pub is_item: bool,
}

impl Part {
    /// A part whose marks count or measure.
    pub const fn item(name: &'static str) -> Part {
        Part { name, is_item: true }
    }
}

/// A part whose marks only go with others, as lines and words do.
impl From<&'static str> for Part {
    fn from(name: &'static str) -> Part {
        Part { name, is_item: false }
    }
}

/// Which piece of a mark this is; at rest, all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    Whole,
    /// A piece on its way to the mark, by its number in the transition.
    Arriving(u32),
    /// The look that a piece had where it comes from, while that fades.
    Leaving(u32),
}

/// For test messages and the engine's list of primitives: `5-0-0/cell80`, `foot/text2`; with `~` and a number on the way.
impl fmt::Display for MarkId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.scope {
            Scope::Head => f.write_str("head")?,
            Scope::Foot => f.write_str("foot")?,
            Scope::Chart { scene, row, column } => write!(f, "{scene}-{row}-{column}")?,
        }
        write!(f, "/{}{}", self.part.name, self.serial)?;
        match self.piece {
            Piece::Whole => Ok(()),
            Piece::Arriving(number) => write!(f, "~{number}"),
            Piece::Leaving(number) => write!(f, "~-{number}"),
        }
    }
}
