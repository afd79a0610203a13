//! Checks that a caution is about something that readers see: it stands in the records of its figures and nowhere else.
//!
//! **Invariant**: adds diagnostics and changes nothing; one figure that is shown is enough.

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::model::figure::FigureIx;
use crate::rules::{Locator, Place};
use crate::story::Story;
use std::collections::BTreeSet;

pub(crate) fn check(story: &Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    if story.facts().cautions.is_empty() {
        return;
    }
    let scenes = story.scenes().iter();
    let mut shown: BTreeSet<FigureIx> = scenes.flat_map(|scene| story.figures_of_scene(scene)).collect();
    for text in [&story.title, &story.subtitle, &story.notice].into_iter().chain(&story.closing) {
        for locale in story.languages() {
            shown.extend(story.expand(text, *locale).into_iter().filter_map(|(_, figure)| figure));
        }
    }
    let cautioned = |index: usize| {
        shown.iter().any(|ix| {
            let all = story.cautions(*ix);
            all.into_iter().any(|caution| std::ptr::eq(caution, &story.facts().cautions[index]))
        })
    };
    for (i, caution) in story.facts().cautions.iter().enumerate() {
        let names_nothing =
            caution.figures.is_empty() && caution.series.is_empty() && caution.source.is_none();
        let (message, help) = if names_nothing {
            (
                Both::new(
                    "这条告诫没有写是关于哪些数字的，读者哪里也看不到",
                    "this caution names nothing that it is about, so no reader sees it",
                ),
                Both::new(
                    "写上 figures、series 或 source；不需要就删去这一条",
                    "write figures, series or source, or take the caution out",
                ),
            )
        } else if !cautioned(i) {
            (
                Both::new(
                    "这条告诫所说的数字都没有出现在图上和句子里，读者看不到它",
                    "nothing that this caution is about stands in a chart or a sentence, so no reader sees it",
                ),
                Both::new(
                    "写上图里所用的数字的代号；不需要就删去这一条",
                    "name the figures that the story shows, or take the caution out",
                ),
            )
        } else {
            continue;
        };
        let at = places.locate(&Place::Caution(i));
        diagnostics.push(Diagnostic::new(Severity::Warning, "idle-caution", at, message, help));
    }
}
