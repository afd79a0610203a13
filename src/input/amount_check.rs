//! Amounts in words that are typed into pictures and into the titles of the story: 近四成, "doubled". Chapters' own texts are for the rules.
//!
//! **Invariant**: warns; a note of a scale is held against its chart elsewhere.

use super::document::Document;
use super::validate::Findings;
use crate::diagnostic::{Diagnostics, Severity};
use crate::locale::Locale;
use crate::rules::loose_number::{amounts::in_picture, CODE};
use crate::story::Story;

/// Members of a chapter whose texts the rules read.
const OF_CHAPTERS: [&str; 4] = ["].title.", "].subtitle.", "].note.", "].narration["];

pub(super) fn check(story: &Story, findings: &Findings, doc: &Document, diagnostics: &mut Diagnostics) {
    let titles = findings.templates.iter().filter(|(.., path)| {
        let chapter = path.starts_with("scenes[") && !path.contains(".rows[");
        !chapter || !OF_CHAPTERS.iter().any(|member| path.contains(member))
    });
    for (text, at, path) in findings.remarks.iter().chain(titles) {
        let locale = Locale::ALL.into_iter().find(|locale| path.ends_with(&format!(".{}", locale.code())));
        let Some(locale) = locale.filter(|_| !path.contains("_note.")) else { continue };
        if let Some((message, help)) = in_picture(story, text, locale) {
            diagnostics.add(Severity::Warning, CODE, &doc.text, at + 1, path, message, help);
        }
    }
}
