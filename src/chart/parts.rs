//! Parameters that several charts have.
//!
//! **Invariant**: references are indices into the facts; nothing is looked up by name.

use crate::locale::Text;
use crate::model::figure::FigureIx;
use serde::{Deserialize, Serialize};

/// A figure with a note beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    pub figure: FigureIx,
    /// Replaces the figure's own label, for points of a series that holds several things.
    pub label: Option<Text>,
    pub note: Option<Text>,
}

/// A figure under a label of the chart's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    pub figure: FigureIx,
    pub label: Text,
}
