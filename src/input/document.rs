//! A parsed file with its text.
//!
//! **Invariant**: every node has its place in the text, so that whatever is said of it names a line and a column.

use crate::diagnostic::SourceText;
use crate::input::json::Node;

/// A parsed file with its text, so that any node can be turned into a line and column.
pub(crate) struct Document {
    pub text: SourceText,
    pub tree: Node,
}

impl Document {
    /// Byte offset of the deepest part of a path (`scenes[3].title.zh`) that exists.
    pub fn offset(&self, path: &str) -> usize {
        let mut node = &self.tree;
        for segment in path.split(['.', '[']).filter(|s| !s.is_empty()) {
            let next = match segment.strip_suffix(']') {
                Some(number) => number.parse::<usize>().ok().and_then(|i| node.items().get(i)),
                None => node.get(segment),
            };
            match next {
                Some(n) => node = n,
                None => break,
            }
        }
        node.at
    }
}
