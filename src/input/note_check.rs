//! Checks that the note of a scene fits the one line that pictures keep for it.
//!
//! **Invariant**: adds diagnostics and changes nothing.

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::locale::Locale;
use crate::rules::{Locator, Place};
use crate::story::Story;

/// Most characters of a note, as readers see it. A Chinese character is about as wide as two Latin letters.
fn limit(locale: Locale) -> usize {
    match locale {
        Locale::Zh => 30,
        _ => 60,
    }
}

pub(crate) fn check(story: &Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    for (i, scene) in story.scenes().iter().enumerate() {
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
