//! What may not be concluded from a story: one file a rule, each with its code, its reason and its help.
//!
//! **Invariant**: rules see a story whose shape is sound and whose references resolve; they add diagnostics and change
//! nothing.

mod acceptance;
pub(crate) mod bounded_arithmetic;
mod inferred;
pub(crate) mod loose_number;
mod mixed_denominator;
pub(crate) mod name_not_number;
mod open_list;
mod overlapping_sum;
mod qualifier_word;
mod series_break;
mod single_growth;
mod target_as_result;
pub(crate) mod unsourced;
mod window;
pub(crate) mod zero_baseline;

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::input::document::Document;
use crate::model::figure::FigureIx;
use crate::story::Story;

/// What a rule sees and where it reports.
pub(crate) struct Bench<'a> {
    pub story: &'a Story,
    doc: &'a Document,
    diagnostics: &'a mut Diagnostics,
    /// The first error since a chart was begun, told or not: the list of diagnostics ends at its cap, the rules do not.
    first: Option<(Both, Both)>,
}

impl Bench<'_> {
    /// Reports an error at a JSON path or a CSV row.
    pub fn error(&mut self, code: &'static str, path: &str, message: Both, help: Both) {
        self.first.get_or_insert_with(|| (message.clone(), help.clone()));
        self.report(Severity::Error, code, path, message, help);
    }

    /// Reports what is drawn all the same.
    pub fn warn(&mut self, code: &'static str, path: &str, message: Both, help: Both) {
        self.report(Severity::Warning, code, path, message, help);
    }

    fn report(&mut self, severity: Severity, code: &'static str, path: &str, message: Both, help: Both) {
        // points of a series are at "series/x.csv row 4"
        if let Some((file, rest)) = path.split_once(" row ") {
            let (line, field) = rest.split_once('.').unwrap_or((rest, ""));
            let line = line.parse().unwrap_or(1);
            let path = format!("row {line}, {field}");
            let file = file.to_string();
            self.diagnostics.push(Diagnostic { severity, code, file, line, column: 1, path, message, help });
            return;
        }
        let at = self.doc.offset(path);
        self.diagnostics.add(severity, code, &self.doc.text, at, path, message, help);
    }

    pub fn all_figures(&self) -> Vec<FigureIx> {
        (0..self.story.figures().len()).map(FigureIx).collect()
    }

    /// A figure's name in messages: `label (id)`.
    pub fn name(&self, ix: FigureIx) -> Both {
        let f = self.story.figure(ix);
        Both::new(format!("“{}”（{}）", f.label().zh, f.id()), format!("\"{}\" ({})", f.label().en, f.id()))
    }
}

/// Runs every rule over a story. Returns the charts that may not be drawn, each with what its first error says.
pub(crate) fn judge(story: &Story, doc: &Document, diagnostics: &mut Diagnostics) -> Vec<Refusal> {
    let mut bench = Bench { story, doc, diagnostics, first: None };
    qualifier_word::check_figures(&mut bench);
    target_as_result::check_figures(&mut bench);
    single_growth::check_figures(&mut bench);
    overlapping_sum::check_figures(&mut bench);
    mixed_denominator::check_figures(&mut bench);
    window::check_figures(&mut bench);
    inferred::check_figures(&mut bench);
    open_list::check_lists(&mut bench);
    let mut refused = Vec::new();
    for (s, r, c) in places(story) {
        let scene = &story.scenes()[s];
        let chart = &scene.rows[r][c].chart;
        let path = format!("{}.rows[{r}][{c}]", scene.path);
        bench.first = None;
        acceptance::check(&mut bench, chart, &path);
        series_break::check(&mut bench, chart, &path);
        if let Some((message, help)) = bench.first.take() {
            refused.push(Refusal { at: (s, r, c), message, help });
        }
    }
    refused
}

/// A chart that would say more than its sources: scene, row, column, and why.
pub(crate) struct Refusal {
    pub at: (usize, usize, usize),
    pub message: Both,
    pub help: Both,
}

fn places(story: &Story) -> Vec<(usize, usize, usize)> {
    let mut all = Vec::new();
    for (s, scene) in story.scenes().iter().enumerate() {
        for (r, row) in scene.rows.iter().enumerate() {
            all.extend((0..row.len()).map(|c| (s, r, c)));
        }
    }
    all
}
