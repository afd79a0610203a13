//! A scene's numbers as files: CSV that spreadsheets open, and linked data.
//!
//! **Invariant**: they say what the table of the page says.

use crate::describe::{self, json_ld};
use crate::site::{address, Published};

/// A byte order mark: without it, spreadsheet programs take Chinese in UTF-8 for something else.
const MARK: &str = "\u{feff}";

/// The files of all scenes in all languages, with their paths in the folder of the story.
pub fn files(shown: &Published) -> Vec<(String, String)> {
    let story = &shown.story;
    let mut out = Vec::new();
    for scene in story.scenes() {
        for &locale in shown.languages() {
            let of = |ending: &str| address::data(&scene.id, locale, ending);
            let csv = describe::csv(&describe::table(story, scene, locale));
            out.push((of("csv"), format!("{MARK}{csv}")));
            out.push((of("jsonld"), json_ld::write(story, scene, locale)));
        }
    }
    out
}
