//! A scene's panels: what stands together in a beat or goes to the next one whole, and the sentences read beside each.
//!
//! **Invariant**: every chart of the scene is in exactly one panel, every sentence beside exactly one, in their order.

use super::sentences::{self, Shown};
use crate::chart::Placed;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::scene_builder::Area;
use crate::model::figure::FigureIx;
use crate::story::{Scene, Story};
use std::ops::Range;

/// The words below a beat may be so much higher for a panel that it is given, CSS px.
const SLACK: f64 = 40.0;

/// A row, or one chart of a row that is too narrow to hold them side by side.
pub(super) struct Panel<'s> {
    pub row: usize,
    pub first_column: usize,
    pub charts: &'s [Placed],
    /// How many sentences are read beside it.
    pub sentences: usize,
    /// Its reader is asked for a guess.
    pub asks: bool,
    /// CSS px, no higher than it needs to be.
    pub height: f64,
    pub legend: Vec<LegendEntry>,
    /// Its figures whose period stands nowhere in it.
    pub untold: Vec<FigureIx>,
}

impl Panel<'_> {
    pub fn is_card(&self) -> bool {
        self.charts.iter().any(|placed| placed.frame)
    }

    pub fn stretches(&self) -> bool {
        self.is_card() || self.charts.iter().any(|placed| placed.chart.as_type().stretches())
    }
}

/// The panels of a scene in order, not measured yet.
pub(super) fn of<'s>(story: &Story, scene: &'s Scene, area: Area) -> Vec<Panel<'s>> {
    let guessed = scene.guess.as_ref().map(|guess| guess.figure);
    let mut all = Vec::new();
    for (row, charts) in scene.rows.iter().enumerate() {
        let parts: Vec<&[Placed]> = if super::rows::stacks(charts, area.w) {
            charts.chunks(1).collect()
        } else {
            vec![charts.as_slice()]
        };
        let mut first_column = 0;
        for charts in parts {
            all.push(Panel {
                row,
                first_column,
                charts,
                sentences: 0,
                asks: guessed.is_some_and(|figure| {
                    story.shown_figures(charts.iter().map(|placed| &placed.chart)).contains(&figure)
                }),
                height: 0.0,
                legend: Vec::new(),
                untold: Vec::new(),
            });
            first_column += charts.len();
        }
    }
    let shown: Vec<Shown> = all.iter().map(|panel| shown(story, panel)).collect();
    for at in sentences::read_at(story, scene, &shown) {
        if let Some(panel) = all.get_mut(at) {
            panel.sentences += 1;
        }
    }
    all
}

/// Whether the scene's note stands below these panels: where it is about one of them, or about no chart alone.
pub(super) fn has_note<'s>(scene: &Scene, panels: impl IntoIterator<Item = &'s Panel<'s>>) -> bool {
    scene.rows.iter().flatten().all(|placed| !placed.noted)
        || panels.into_iter().flat_map(|panel| panel.charts).any(|placed| placed.noted)
}

/// Gives the last beat what stands before it while that leaves neither of the two as high as the first of them was: a
/// picture with next to nothing on it is worse than two that are half full.
pub(super) fn balance(plan: &mut [Vec<Panel>], gap: f64) {
    let high = |beat: &[Panel]| beat.iter().map(|panel| panel.height + gap).sum::<f64>();
    while let [.., before, last] = &mut *plan {
        let moved = before.last().filter(|_| before.len() > 1).map(|panel| panel.height + gap);
        let fits = moved.is_some_and(|moved| high(last) + moved + SLACK < high(before));
        match before.pop() {
            Some(panel) if fits => last.insert(0, panel),
            Some(panel) => return before.push(panel),
            None => return,
        }
    }
}

/// What a panel shows, for the sentences that are read beside it.
fn shown(story: &Story, panel: &Panel) -> Shown {
    let charts = panel.charts.iter().map(|placed| &placed.chart);
    // a row that goes on from the panel before has been begun there
    Shown { row: panel.row + usize::from(panel.first_column > 0), figures: story.shown_figures(charts) }
}

/// The sentences that are read beside a beat.
pub(super) fn sentences_of(plan: &[Vec<Panel>], beat: usize) -> Range<usize> {
    let count = |beats: &[Vec<Panel>]| beats.iter().flatten().map(|panel| panel.sentences).sum();
    count(&plan[..beat])..count(&plan[..plan.len().min(beat + 1)])
}
