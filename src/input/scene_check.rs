//! Checks what a scene says around its charts: that its note fits the one line that pictures keep for it, and that a
//! full-bleed scene begins with a chart that leaves room for the text.
//!
//! **Invariant**: adds diagnostics and changes nothing.

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::locale::Locale;
use crate::rules::{Locator, Place};
use crate::story::{Scene, Story};

/// Most characters of a note, as readers see it. A Chinese character is about as wide as two Latin letters.
fn limit(locale: Locale) -> usize {
    match locale {
        Locale::Zh => 30,
        _ => 60,
    }
}

pub(crate) fn check(story: &Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    for (i, scene) in story.scenes().iter().enumerate() {
        if scene.full_bleed && !fills_the_window(scene) {
            let message = Both::new(
                "铺满窗口的章，第一行须是一幅会给文字让位的图",
                "the first row of a full-bleed scene is one chart that leaves room for the text",
            );
            let help = Both::new(
                "第一行只放一幅 two-fields 或 timeline，或删去 full_bleed",
                "put a two-fields or a timeline alone into the first row, or remove full_bleed",
            );
            let at = places.locate(&Place::FullBleed(i));
            diagnostics.push(Diagnostic::new(Severity::Error, "full-bleed", at, message, help));
        }
        for locale in story.languages() {
            let printed = scene.note.as_ref().map(|note| story.expand_plain(note, *locale));
            let length = printed.as_deref().map_or(0, |note| note.chars().count());
            let most = limit(*locale);
            if length <= most {
                continue;
            }
            let message = Both::new(
                format!("小注有 {length} 字，至多 {most} 字（{}）", locale.code()),
                format!("the note has {length} characters, at most {most} fit ({})", locale.code()),
            );
            let help = Both::new(
                "缩短它；要说的多，写进数字的 note，读者在出处里看到",
                "shorten it; what is longer belongs into the note of a figure, which its record shows",
            );
            let at = places.locate(&Place::Note(i));
            diagnostics.push(Diagnostic::new(Severity::Error, "long-note", at, message, help));
        }
    }
}

fn fills_the_window(scene: &Scene) -> bool {
    scene.rows.first().is_some_and(|row| row.len() == 1 && row[0].chart.as_type().bleeds())
}
