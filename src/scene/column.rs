//! Charts of one column, one below the other: those that stretch share the height, the others are enlarged.
//!
//! Charts of a row and a place come in; marks on the builder go out, and the height used.
//!
//! **Invariant**: charts of a row that do not stretch are enlarged alike, so that what is counted in two of them can be
//! compared.

use super::rows::{columns, widths, COLUMN_GAP};
use crate::chart::Placed;
use crate::layout::legend;
use crate::layout::mark::Scope;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};

/// By how much charts of counted things are enlarged where they have room for it, the most first.
pub(super) const ENLARGED: [f64; 5] = [1.5, 1.4, 1.3, 1.2, 1.1];

/// The most of them in a row with a plot.
const BESIDE_PLOT: f64 = 1.2;

/// Where a chart is in the story: scene, row, column.
pub(super) type At = (usize, usize, usize);

/// Draws one chart; returns its height, enlarged `k` times. `height`: what it may take if it stretches or stands in a
/// card.
pub(super) fn chart(
    builder: &mut SceneBuilder,
    placed: &Placed,
    at: At,
    area: Area,
    (height, k): (Option<f64>, f64),
) -> f64 {
    let stretches = placed.frame || placed.chart.as_type().stretches();
    let k = if stretches { 1.0 } else { k };
    let (first, guessed) = (builder.marks.len(), builder.guess_place);
    let space =
        Space { height: height.filter(|_| stretches), ..Space::new(area.x / k, area.y / k, area.w / k) };
    let used = alone(builder, placed, at, space) * k;
    if k > 1.0 {
        builder.marks[first..].iter_mut().for_each(|mark| mark.scale(k));
        if guessed.is_none() {
            builder.guess_place.iter_mut().for_each(|place| place.scale(k));
        }
    }
    used
}

/// Draws one chart into a space; returns its height.
pub(super) fn alone(
    builder: &mut SceneBuilder,
    placed: &Placed,
    (scene, row, column): At,
    space: Space,
) -> f64 {
    builder.scope(Scope::Chart { scene: scene as u32, row: row as u32, column: column as u32 });
    builder.delay = 0.15 + 0.12 * (row * 2 + column) as f64;
    let first = builder.marks.len();
    let used = placed.chart.place(builder, space);
    builder.end();
    legend::note_solid(builder, first);
    used
}

/// The height of each chart where those that stretch take no more than they need, the others being enlarged `k` times.
fn least(builder: &mut SceneBuilder, charts: &[Placed], at: At, area: Area, k: f64) -> Vec<f64> {
    let mut high = |(i, placed): (usize, &Placed)| {
        let at = (at.0, at.1, at.2 + i);
        builder.tried(|builder| chart(builder, placed, at, area, (Some(0.0), k)))
    };
    charts.iter().enumerate().map(&mut high).collect()
}

/// The height of a column whose charts have these heights, with the gaps between them.
fn together(heights: &[f64]) -> f64 {
    heights.iter().sum::<f64>() + COLUMN_GAP * heights.len().saturating_sub(1) as f64
}

/// Draws charts one below the other; returns the height used. `height`: what they may take together; without one each
/// is as high as it is usually.
pub(super) fn place(
    builder: &mut SceneBuilder,
    charts: &[Placed],
    at: At,
    area: Area,
    (height, k): (Option<f64>, f64),
) -> f64 {
    let heights = height.map(|height| {
        let least = least(builder, charts, at, area, k);
        let stretching = charts.iter().filter(|placed| placed.chart.as_type().stretches()).count();
        let share = (height - together(&least)).max(0.0) / stretching.max(1) as f64;
        least.into_iter().map(|least| least + share).collect::<Vec<f64>>()
    });
    let mut bottom = area.y;
    for (i, placed) in charts.iter().enumerate() {
        if i > 0 {
            bottom += COLUMN_GAP;
        }
        let height = heights.as_ref().map(|heights| heights[i]);
        let space = Area::new(area.x, bottom, area.w);
        bottom += chart(builder, placed, (at.0, at.1, at.2 + i), space, (height, k));
    }
    bottom - area.y
}

/// What each plot of a row may take such that all of them are as high and stand on one base line: no more than the one
/// has that has most around it. Empty where a column has another chart than one plot.
pub(super) fn of_plots(
    builder: &mut SceneBuilder,
    row: &[Placed],
    at: At,
    area: Area,
    height: f64,
) -> Vec<f64> {
    let is_plot = |placed: &Placed| !placed.under && !placed.frame && placed.chart.as_type().stretches();
    if !row.iter().all(is_plot) {
        return Vec::new();
    }
    let mut usual = Vec::new();
    for (i, (placed, width)) in row.iter().zip(widths(row, area.w)).enumerate() {
        let (at, space) = ((at.0, at.1, at.2 + i), Area::new(area.x, area.y, width));
        usual.push(builder.tried(|builder| chart(builder, placed, at, space, (None, 1.0))));
    }
    let highest = usual.iter().copied().fold(0.0, f64::max);
    usual.into_iter().map(|one| height - (highest - one)).collect()
}

/// By how much the charts of a row that do not stretch can be enlarged such that no column is higher than `height`.
pub(super) fn enlargement(
    builder: &mut SceneBuilder,
    row: &[Placed],
    at: At,
    area: Area,
    height: f64,
) -> f64 {
    if builder.compact || row.iter().all(|placed| placed.chart.as_type().stretches()) {
        return 1.0;
    }
    let fits = |k: f64, builder: &mut SceneBuilder| {
        let mut first = at.2;
        columns(row).zip(widths(row, area.w)).all(|(charts, width)| {
            let narrow = |placed: &Placed| {
                let chart = placed.chart.as_type();
                !chart.stretches() && width / k < chart.least_width()
            };
            let at = (at.0, at.1, first);
            first += charts.len();
            let space = Area::new(area.x, area.y, width);
            !charts.iter().any(narrow) && together(&least(builder, charts, at, space, k)) <= height
        })
    };
    // beside a plot, whose words have their usual size, they grow little, or their words would be the louder ones
    let beside_plot = row.iter().any(|placed| placed.chart.as_type().stretches());
    let most = if beside_plot { BESIDE_PLOT } else { f64::MAX };
    ENLARGED.into_iter().filter(|k| *k <= most).find(|k| fits(*k, builder)).unwrap_or(1.0)
}
