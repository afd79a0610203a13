//! A parsed file: its text and its tree, so that any part of it has a line and a column.
//!
//! **Invariant**: knows one file, and nothing of what is being read from it.

use crate::diagnostic::{Both, Diagnostics, Severity, SourceText};
use crate::input::json::{Key, Node};
use crate::input::names::Names;
use crate::input::tree;
use crate::locale::Locale;
use serde::Deserialize;

/// A parsed file with its text, so that any node can be turned into a line and column.
pub(crate) struct Document {
    pub text: SourceText,
    pub tree: Node,
}

impl Document {
    /// Byte offset of the deepest part of a path (`scenes[3].title.zh`) that exists.
    pub fn offset(&self, path: &str) -> usize {
        self.node(path).at
    }

    /// Returns the deepest part of a path that exists; a language by either of its names.
    pub fn node(&self, path: &str) -> &Node {
        let mut node = &self.tree;
        for segment in path.split(['.', '[']).filter(|s| !s.is_empty()) {
            let next = match segment.strip_suffix(']') {
                Some(number) => number.parse::<usize>().ok().and_then(|i| node.items().get(i)),
                None => node.get(segment).or_else(|| node.get(Locale::parse(segment)?.tag())),
            };
            match next {
                Some(n) => node = n,
                None => break,
            }
        }
        node
    }

    /// The entries of a section, each with its id.
    pub fn section(&self, name: &str) -> &[(Key, Node)] {
        self.tree.get(name).map(Node::members).unwrap_or_default()
    }

    /// Reads a value of any type from one of its nodes. A failure that the validator did not foresee is told with its
    /// place.
    pub fn read<'a, T: Deserialize<'a>>(
        &self,
        node: &'a Node,
        key: Option<&'a str>,
        names: &'a Names,
        diagnostics: &mut Diagnostics,
    ) -> Option<T> {
        let error = match tree::read(node, key, names) {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        let at = error.at.unwrap_or(node.at);
        // outside, for example in the definition of a unit, it is told where it stands
        let is_inside = (node.at..=node.end).contains(&at);
        // finding a column takes as long as its line is: only where it may be needed
        let is_told = || {
            let (from, to) = (self.text.place(node.at), self.text.place(node.end));
            diagnostics.has_error_between(&self.text.name, from, to)
        };
        if is_inside && !error.is_reference && !diagnostics.is_full() && !is_told() {
            let message = Both::new(
                format!("这里读不出来（{}）", error.reason),
                format!("this cannot be read: {}", error.reason),
            );
            let help = Both::new(
                "对照 duoyuan schema 核对这一处的写法",
                "compare what stands here with duoyuan schema",
            );
            let path = key.unwrap_or("");
            diagnostics.add(Severity::Error, "unreadable", &self.text, at, path, message, help);
        }
        None
    }
}
