//! What may not be concluded from a story: one file a rule, each with its code, its reason and its remedy.
//!
//! **Invariant**: rules see a story whose shape is sound and whose references resolve; they add problems and change
//! nothing.

mod target_as_result;
pub mod undated;
mod unstated_whole;

use super::chart::Placed;
use super::figure::FigureIx;
use super::load::Document;
use super::problem::{Both, Problems, Severity};
use super::{Scene, Story};

/// What a rule sees and where it reports.
pub(super) struct Bench<'a> {
    pub story: &'a Story,
    doc: &'a Document,
    problems: &'a mut Problems,
}

impl Bench<'_> {
    /// Reports an error at a JSON path.
    pub fn error(&mut self, code: &'static str, path: &str, message: Both, remedy: Both) {
        let at = self.doc.offset(path);
        self.problems.add(Severity::Error, code, &self.doc.text, at, path, message, remedy);
    }

    /// A figure's name in messages: `label (id)`.
    pub fn name(&self, ix: FigureIx) -> Both {
        let f = self.story.figure(ix);
        Both::new(format!("“{}”（{}）", f.label().zh, f.id()), format!("\"{}\" ({})", f.label().en, f.id()))
    }
}

/// A chart with its place: scene, chart and JSON path.
pub(super) type Site<'a> = (&'a Scene, &'a Placed, String);

fn sites(story: &Story) -> Vec<Site<'_>> {
    let mut all = Vec::new();
    for scene in story.scenes() {
        for (r, row) in scene.rows.iter().enumerate() {
            for (c, placed) in row.iter().enumerate() {
                all.push((scene, placed, format!("{}.rows[{r}][{c}]", scene.path)));
            }
        }
    }
    all
}

/// Runs every rule over a story.
pub(super) fn judge(story: &Story, doc: &Document, problems: &mut Problems) {
    let mut bench = Bench { story, doc, problems };
    for (_, placed, path) in sites(story) {
        unstated_whole::check(&mut bench, &placed.chart, &path);
        target_as_result::check(&mut bench, &placed.chart, &path);
        undated::check(&mut bench, &placed.chart, &path);
    }
}
