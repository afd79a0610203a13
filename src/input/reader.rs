//! What is known while a story is being read: the file, the diagnostics so far, and what every name stands for.
//!
//! **Invariant**: holds what the steps of loading share, and takes none of them.

use crate::diagnostic::{Both, Diagnostics, Severity};
use crate::input::document::Document;
use crate::input::json::Node;
use crate::input::names::{Names, Target};
use crate::locale::Locale;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

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
    pub(crate) names: Names,
    /// Series with a problem in their file: their points may be missing for that reason.
    pub(crate) broken_series: BTreeSet<String>,
    /// What is defined in a section that is not there or no object: nothing that it lacks is told.
    pub(crate) broken_sections: BTreeSet<Target>,
    /// Names that nothing defines, with their places.
    pub(crate) unknown: BTreeMap<(Target, String), Vec<Use>>,
    /// How many uses of unknown names there are, noted or not.
    pub(crate) unknown_uses: usize,
}

impl Reader<'_> {
    pub(crate) fn error(&mut self, code: &'static str, at: usize, path: &str, message: Both, help: Both) {
        self.diagnostics.add(Severity::Error, code, &self.doc.text, at, path, message, help);
    }

    /// Reads one entry of a section, or one part of the story.
    pub(crate) fn read<T: for<'de> Deserialize<'de>>(&mut self, node: &Node, key: Option<&str>) -> Option<T> {
        self.doc.read(node, key, &self.names, &mut self.diagnostics)
    }

    /// Reads a part of the story by its name.
    pub(crate) fn part<T: for<'de> Deserialize<'de>>(&mut self, name: &str) -> Option<T> {
        let doc = self.doc;
        self.read(doc.tree.get(name)?, None)
    }

    /// Reads all entries of a section; nothing where one of them is not sound.
    pub(crate) fn section<T: for<'de> Deserialize<'de>>(&mut self, name: &str) -> Option<Vec<T>> {
        let doc = self.doc;
        let all: Vec<Option<T>> =
            doc.section(name).iter().map(|(key, node)| self.read(node, Some(&key.name))).collect();
        all.into_iter().collect()
    }

    /// Reads all items of a list; nothing where one of them is not sound.
    pub(crate) fn items<T: for<'de> Deserialize<'de>>(&mut self, name: &str) -> Option<Vec<T>> {
        let doc = self.doc;
        let items = doc.tree.get(name).map(Node::items).unwrap_or_default();
        let all: Vec<Option<T>> = items.iter().map(|node| self.read(node, None)).collect();
        all.into_iter().collect()
    }
}
