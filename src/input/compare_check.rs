//! Checks that lists which a chart compares can be told apart, and the things in them too.
//!
//! **Invariant**: adds diagnostics and changes nothing.

use crate::chart::Chart;
use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::model::ListIx;
use crate::rules::{Locator, Place};
use crate::story::Story;

pub(crate) fn check(story: &Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    let mut tell = |code, place: Place, message, help| {
        let at = places.locate(&place);
        diagnostics.push(Diagnostic::new(Severity::Error, code, at, message, help));
    };
    for (s, scene) in story.scenes().iter().enumerate() {
        for (r, row) in scene.rows.iter().enumerate() {
            for (c, placed) in row.iter().enumerate() {
                let Chart::Hub(hub) = &placed.chart else { continue };
                let mut seen = vec![hub.list];
                for (i, list) in hub.compare.iter().enumerate() {
                    if seen.contains(list) {
                        let id = &story.list(*list).id;
                        let message = Both::new(
                            format!("名单“{id}”在这张图里已经有了"),
                            format!("this chart has the list \"{id}\" already"),
                        );
                        let help =
                            Both::new("写另一份名单，或删去它", "name another list, or take this one out");
                        tell(
                            "repeated-list",
                            Place::Chart((s, r, c), format!("compare[{i}]")),
                            message,
                            help,
                        );
                    }
                    seen.push(*list);
                }
            }
        }
    }
    for (l, list) in story.lists().iter().enumerate() {
        for (i, item) in list.items.iter().enumerate() {
            let Some(same) = &item.same else { continue };
            if list.items[..i].iter().any(|other| other.same.as_ref() == Some(same)) {
                let message = Both::new(
                    format!("一份名单里有两项写了同一个 same：“{same}”"),
                    format!("two items of one list have the same word in \"same\": \"{same}\""),
                );
                let help = Both::new(
                    "same 只连起几份名单里的同一项；两项各写各的词",
                    "\"same\" joins one thing across lists: give the two items different words",
                );
                tell("repeated-item", Place::List(ListIx(l), "items"), message, help);
            }
        }
    }
}
