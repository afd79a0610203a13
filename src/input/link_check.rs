//! Checks that links in charts lead to chapters, and gives them the names of those.
//!
//! **Invariant**: a story without diagnostics of this kind has a name for every link.

use crate::chart::Chart;
use crate::diagnostic::{nearest, Both, Diagnostic, Diagnostics, Severity};
use crate::locale::Text;
use crate::rules::{Locator, Place};
use crate::story::Story;

pub(crate) fn check(story: &mut Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    let chapters: Vec<(String, Text)> =
        story.scenes().iter().map(|scene| (scene.id.clone(), scene.name.clone())).collect();
    let counts: Vec<usize> = story.lists().iter().map(|list| list.items.len()).collect();
    for (s, scene) in story.scenes.iter_mut().enumerate() {
        for (r, row) in scene.rows.iter_mut().enumerate() {
            for (c, placed) in row.iter_mut().enumerate() {
                let Chart::Outlines(chart) = &mut placed.chart else { continue };
                let mut tell = |code, member, (message, help)| {
                    let at = places.locate(&Place::Chart((s, r, c), member));
                    diagnostics.push(Diagnostic::new(Severity::Error, code, at, message, help));
                };
                if chart.items.len() > counts[chart.list.0] {
                    tell("too-many-items", String::from("items"), too_many(counts[chart.list.0]));
                }
                let mut found = Vec::new();
                for (i, aim) in chart.items.iter().enumerate() {
                    for (k, id) in aim.to.iter().enumerate() {
                        match chapters.iter().find(|(known, _)| known == id) {
                            Some((_, name)) => found.push((id.clone(), name.clone())),
                            None => {
                                let ids = chapters.iter().map(|(id, _)| id.as_str());
                                tell("unknown-scene", format!("items[{i}].to[{k}]"), nowhere(id, ids));
                            }
                        }
                    }
                }
                chart.chapters.extend(found);
            }
        }
    }
}

fn too_many(count: usize) -> (Both, Both) {
    let message = Both::new(
        format!("名单只有 {count} 项，这里写得更多"),
        format!("the list has {count} items, and more are written here"),
    );
    let help = Both::new("一项写一个，按名单的次序", "write one for each item, in the order of the list");
    (message, help)
}

/// What is wrong with a link to no chapter, and what to do.
fn nowhere<'i>(id: &str, ids: impl Iterator<Item = &'i str> + Clone) -> (Both, Both) {
    let message = Both::new(format!("没有章“{id}”"), format!("there is no scene {id:?}"));
    let help = match nearest(id, ids.clone()) {
        Some(n) => Both::new(format!("是不是想写“{n}”？"), format!("did you mean \"{n}\"?")),
        None => {
            let ids: Vec<&str> = ids.collect();
            Both::new(
                format!("写 scenes 里一章的代号：{}", ids.join("、")),
                format!("write the id of one of the scenes: {}", ids.join(", ")),
            )
        }
    };
    (message, help)
}
