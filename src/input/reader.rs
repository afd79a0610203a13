//! What is known while a story is being read: the file, the diagnostics so far, and what every name stands for.
//!
//! **Invariant**: holds what the steps of loading share, and takes none of them.

use crate::diagnostic::Diagnostics;
use crate::input::document::Document;
use crate::input::json::Node;
use crate::input::languages;
use crate::input::schema::Target;
use crate::locale::number::Unit;
use crate::locale::{Locale, Text};
use crate::model::figure::{FigureIx, SourceIx};
use crate::model::{ListIx, MilestoneIx, NameIx, SeriesIx};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A name used somewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Use {
    /// Not story.json: those come after.
    pub elsewhere: bool,
    pub file: String,
    pub line: u32,
    pub column: u32,
    pub path: String,
    /// Whether it stands in braces in a sentence.
    pub quoted: bool,
}

/// Everything known while a story is being read.
pub(crate) struct Reader<'a> {
    pub(crate) doc: &'a Document,
    /// The languages that every text has.
    pub(crate) languages: Vec<Locale>,
    pub(crate) diagnostics: Diagnostics,
    pub(crate) units: BTreeMap<String, Arc<Unit>>,
    pub(crate) source_ids: BTreeMap<String, SourceIx>,
    pub(crate) figure_ids: BTreeMap<String, FigureIx>,
    pub(crate) list_ids: BTreeMap<String, ListIx>,
    pub(crate) name_ids: BTreeMap<String, NameIx>,
    pub(crate) milestone_ids: BTreeMap<String, MilestoneIx>,
    pub(crate) series_ids: BTreeMap<String, SeriesIx>,
    /// Series with a diagnostic in their file: their points may be missing for that reason.
    pub(crate) broken_series: BTreeSet<String>,
    /// What is defined in a section that is not there or no object: nothing that it lacks is told.
    pub(crate) broken_sections: BTreeSet<Target>,
    /// Names that nothing defines, with their places.
    pub(crate) unknown: BTreeMap<(Target, String), Vec<Use>>,
    /// How many uses of unknown names there are, noted or not.
    pub(crate) unknown_uses: usize,
}

impl Reader<'_> {
    /// Returns the text of an object in the story's languages.
    pub(crate) fn spoken(&self, node: &Node) -> Option<Text> {
        languages::spoken(node, &self.languages)
    }
}
