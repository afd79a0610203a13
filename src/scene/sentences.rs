//! Which of a chapter's sentences is read beside which of its pictures.
//!
//! What each beat shows comes in; a run of sentences for a beat goes out.
//!
//! **Invariant**: each sentence is read at one beat, in the order of the story, and the first one at the first beat.

use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::story::{Scene, Story};
use std::ops::Range;

/// What a beat shows.
pub(super) struct Shown {
    /// The first row that begins in it.
    pub row: usize,
    pub figures: Vec<FigureIx>,
}

/// Returns the sentences that are read at a beat.
pub(super) fn of_beat(story: &Story, scene: &Scene, beats: &[Shown], beat: usize) -> Range<usize> {
    let read_at = read_at(story, scene, beats);
    let before = |beat: usize| read_at.iter().filter(|at| **at < beat).count();
    before(beat)..before(beat + 1)
}

/// The beat of each sentence: the first that shows a figure which the sentence quotes. One that quotes nothing shown is
/// read where its row begins, where there are rows enough; else one is read a beat, and the last ones at the last.
fn read_at(story: &Story, scene: &Scene, beats: &[Shown]) -> Vec<usize> {
    let usual = |sentence: usize| match scene.rows.len() >= scene.narration.len() {
        true => beats.iter().rposition(|beat| beat.row <= sentence).unwrap_or(0),
        false => sentence.min(beats.len().saturating_sub(1)),
    };
    let mut last = 0;
    let at = |(i, text): (usize, &Text)| {
        let quoted: Vec<FigureIx> = (story.languages().iter())
            .flat_map(|locale| story.expand(text, *locale))
            .filter_map(|(_, figure)| figure)
            .collect();
        let quotes = |beat: &usize| beats[*beat].figures.iter().any(|ix| quoted.contains(ix));
        if i > 0 {
            last = (last..beats.len()).find(quotes).unwrap_or_else(|| usual(i).max(last));
        }
        last
    };
    scene.narration.iter().enumerate().map(at).collect()
}
