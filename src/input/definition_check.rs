//! Checks that the names of a series' definitions are names of what its rows follow.
//!
//! **Invariant**: adds diagnostics and changes nothing.

use crate::diagnostic::Both;
use crate::input::json::Node;
use crate::input::reader::Reader;
use crate::input::suggest;
use std::collections::BTreeSet;

impl Reader<'_> {
    /// `used`: what the rows of the series have in their column of definitions.
    pub(super) fn check_definitions(&mut self, id: &str, node: &Node, used: &BTreeSet<&str>) {
        let names = node.get("definitions").map_or(&[][..], Node::members);
        for (key, _) in names.iter().filter(|(key, _)| !used.contains(key.name.as_str())) {
            let known = used.iter().copied().filter(|name| !name.is_empty());
            let list = known.clone().collect::<Vec<_>>().join(", ");
            let message = Both::new(
                format!("CSV 的 definition 一栏没有“{}”", key.name),
                format!("no row of the CSV has the definition \"{}\"", key.name),
            );
            let help = match suggest::choice(&key.name, known) {
                Some(n) => Both::new(
                    format!("是不是“{n}”？CSV 里有：{list}"),
                    format!("did you mean \"{n}\"? the CSV has: {list}"),
                ),
                None => Both::new(
                    format!("改成 CSV 里的代号，或删去；CSV 里有：{list}"),
                    format!("write an id that the CSV has, or remove it; the CSV has: {list}"),
                ),
            };
            let path = format!("series.{id}.definitions.{}", key.name);
            self.error("unknown-value", key.at, &path, message, help);
        }
    }
}
