//! The acts of story.json: which scene each begins with.
//!
//! **Invariant**: acts are returned only where each begins at a later scene than the one before, so that no scene
//! belongs to two of them and none of them is empty.

use crate::diagnostic::{nearest, Both};
use crate::input::files::ActFile;
use crate::input::id::is_plain;
use crate::input::json::Node;
use crate::input::reader::Reader;
use crate::story::act::Act;

impl Reader<'_> {
    /// Reads the acts; nothing where one of them is not sound. `scenes` are the ids of all scenes.
    pub(crate) fn read_acts(&mut self, scenes: &[&str]) -> Option<Vec<Act>> {
        let doc = self.doc;
        // without any scene the acts are not what is wrong
        if scenes.is_empty() {
            return None;
        }
        let nodes = doc.tree.get("acts").map(Node::items).unwrap_or_default();
        let mut acts: Vec<Act> = Vec::new();
        for (i, (node, act)) in nodes.iter().zip(self.items::<ActFile>("acts")?).enumerate() {
            self.check_act_id(&act.id, node, i, &acts);
            let at = node.get("first").map_or(node.at, |n| n.at);
            let path = format!("acts[{i}].first");
            let Some(first) = scenes.iter().position(|id| *id == act.first) else {
                let message =
                    Both::new(format!("没有章“{}”", act.first), format!("there is no scene {:?}", act.first));
                let help = match nearest(&act.first, scenes.iter().copied()) {
                    Some(n) => Both::new(
                        format!("是不是想写“{n}”？写 scenes 里一章的代号"),
                        format!("did you mean \"{n}\"? It is the id of one of the scenes"),
                    ),
                    None => Both::new(
                        format!("写 scenes 里一章的代号：{}", scenes.join("、")),
                        format!("write the id of one of the scenes: {}", scenes.join(", ")),
                    ),
                };
                self.error("unknown-scene", at, &path, message, help);
                continue;
            };
            if let Some(other) = acts.iter().find(|a| a.first == first) {
                let message = Both::new(
                    format!("章“{}”已经是“{}”这一幕的第一章", act.first, other.id),
                    format!("the act \"{}\" begins with the scene {:?} already", other.id, act.first),
                );
                let help = Both::new(
                    "写另一章的代号，或删去其中一幕",
                    "write the id of another scene, or remove one of the two acts",
                );
                self.error("repeated-scene", at, &path, message, help);
            } else if let Some(before) = acts.last().filter(|a| a.first > first) {
                let message = Both::new(
                    format!("这一幕从“{}”起，排在前面的“{}”却起得更晚", act.first, before.id),
                    format!(
                        "this act begins with {:?}, before the act \"{}\" above it",
                        act.first, before.id
                    ),
                );
                let help = Both::new(
                    "各幕按第一章在 scenes 里的先后来排",
                    "list the acts in the order in which \"scenes\" has their first scenes",
                );
                self.error("act-order", at, &path, message, help);
            }
            acts.push(Act { id: act.id, name: act.name, accent: act.accent, first });
        }
        Some(acts)
    }

    fn check_act_id(&mut self, id: &str, node: &Node, i: usize, before: &[Act]) {
        if is_plain(id) && before.iter().all(|a| a.id != id) {
            return;
        }
        let at = node.get("id").map_or(node.at, |n| n.at);
        let message = Both::new(
            format!("幕的代号“{id}”不可用或重复"),
            format!("the act id \"{id}\" is not usable or used twice"),
        );
        let help = Both::new(
            "只用小写字母、数字和连字符，各幕不同",
            "use lower-case letters, digits and hyphens, different for each act",
        );
        self.error("bad-act-id", at, &format!("acts[{i}].id"), message, help);
    }
}
