//! The acts of a story: its scenes in larger parts, as the bar below the picture names them.
//!
//! **Invariant**: an act knows where it begins; it ends where the next one begins, or with the story.

use crate::locale::Text;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Act {
    pub id: String,
    pub name: Text,
    pub accent: Role,
    /// Index of its first scene.
    pub first: usize,
}
