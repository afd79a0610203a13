//! A story that is being written, with all that is wrong with it.
//!
//! In: its files. Out: the story where it can be drawn, and every diagnostic.
//!
//! **Invariant**: what can be drawn here need not be publishable; only `load` says that.

use crate::diagnostic::Diagnostic;
use crate::input::load::{read_all, Outcome};
use crate::model::Files;
use crate::story::Story;

/// A story that is being written.
#[derive(Default)]
pub struct Draft {
    /// Where it can be drawn, perhaps with mistakes.
    pub story: Option<Story>,
    pub diagnostics: Vec<Diagnostic>,
    /// It was held against the rules; else there may be more to say once these mistakes are mended.
    pub is_ruled: bool,
}

impl Story {
    /// Reads a story that is being written, with all that is wrong with it.
    pub fn draft(files: &Files) -> Draft {
        let (outcome, diagnostics) = read_all(files);
        match outcome {
            Outcome::Sound(story) | Outcome::Faulty(story) => {
                Draft { story: Some(story), diagnostics, is_ruled: true }
            }
            Outcome::Unruled(story) => Draft { story: Some(story), diagnostics, is_ruled: false },
            Outcome::Unreadable => Draft { story: None, diagnostics, is_ruled: false },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::example;
    use crate::locale::Locale;

    #[test]
    fn a_story_that_lacks_words_is_drawn_and_not_loaded() {
        let all = example::files(&Locale::ALL);
        let mut files: Files = all.map(|(name, text)| (name.to_string(), text.into_bytes())).into();
        assert!(Story::draft(&files).is_ruled);
        let whole = String::from_utf8(files["story.json"].clone()).unwrap();
        let lacking = whole.replacen("\"en\": \"What is planned is not yet a result\", ", "", 1);
        assert_ne!(lacking, whole);
        files.insert("story.json".into(), lacking.into_bytes());
        let draft = Story::draft(&files);
        assert!(draft.story.is_some() && !draft.diagnostics.is_empty() && !draft.is_ruled);
        assert!(Story::load(&files).is_err());
    }
}
