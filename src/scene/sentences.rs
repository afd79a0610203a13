//! Which of a chapter's sentences is read beside which of its panels.
//!
//! What each panel shows comes in; the panel of each sentence goes out.
//!
//! **Invariant**: each sentence is read at one panel, in the order of the story, and the first one at the first panel.

use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::story::{Scene, Story};

/// What a panel shows.
pub(super) struct Shown {
    /// The row that begins with it, or the next one.
    pub row: usize,
    pub figures: Vec<FigureIx>,
}

/// The panel of each sentence: the first that shows a figure which the sentence quotes. One that quotes nothing shown is
/// read where its row begins, where there are rows enough; else one is read a panel, and the last ones at the last.
pub(super) fn read_at(story: &Story, scene: &Scene, panels: &[Shown]) -> Vec<usize> {
    let usual = |sentence: usize| match scene.rows.len() >= scene.narration.len() {
        true => panels.iter().rposition(|panel| panel.row <= sentence).unwrap_or(0),
        false => sentence.min(panels.len().saturating_sub(1)),
    };
    let mut last = 0;
    let at = |(i, text): (usize, &Text)| {
        let quoted: Vec<FigureIx> = (story.languages().iter())
            .flat_map(|locale| story.expand(text, *locale))
            .filter_map(|(_, figure)| figure)
            .collect();
        let quotes = |panel: &usize| panels[*panel].figures.iter().any(|ix| quoted.contains(ix));
        if i > 0 {
            last = (last..panels.len()).find(quotes).unwrap_or_else(|| usual(i).max(last));
        }
        last
    };
    scene.narration.iter().enumerate().map(at).collect()
}
