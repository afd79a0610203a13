//! A row of charts: its columns side by side where each has room, else in several rows or one below the other.
//!
//! **Invariant**: every chart of the row is placed once, in the order of the story; none is narrower than it can be drawn.

use super::{cards, column};
use crate::chart;
use crate::layout::scene_builder::{Area, SceneBuilder};

/// Returns its weight, such that no chart takes the whole row or nothing of it.
pub(super) fn share_of_row(placed: &chart::Placed) -> f64 {
    placed.weight.clamp(0.1, 10.0)
}

pub(super) const ROW_GAP: f64 = 32.0;
/// Between two charts of a column, or of a row that is too narrow for them side by side, CSS px.
pub(super) const COLUMN_GAP: f64 = 24.0;

/// The charts of a row by column.
pub(super) fn columns(row: &[chart::Placed]) -> impl Iterator<Item = &[chart::Placed]> {
    row.chunk_by(|_, next| next.under)
}

/// The widths of the columns of a row, CSS px.
pub(super) fn widths(row: &[chart::Placed], width: f64) -> Vec<f64> {
    let shares: Vec<f64> = columns(row).map(|column| share_of_row(&column[0])).collect();
    let total: f64 = shares.iter().sum();
    let room = width - ROW_GAP * (shares.len().max(1) - 1) as f64;
    shares.iter().map(|share| room * share / total.max(0.1)).collect()
}

/// Whether the charts of a row stand one below the other in this width.
pub(super) fn stacks(row: &[chart::Placed], width: f64) -> bool {
    if cards::is_row(row) {
        return cards::columns(row.len(), width) == 1;
    }
    let narrow = |(column, w): (&[chart::Placed], f64)| {
        column.iter().any(|placed| w < placed.chart.as_type().least_width())
    };
    columns(row).zip(widths(row, width)).any(narrow)
}

/// Places the columns of a row side by side where each has room, else all its charts one below the other; returns the
/// height used. The place in the story: scene, row, and the column of the first of these charts. `height`: what charts
/// that stretch may take, and up to which the others are enlarged.
pub(super) fn place_row(
    builder: &mut SceneBuilder,
    row: &[chart::Placed],
    at: (usize, usize, usize),
    area: Area,
    height: Option<f64>,
) -> f64 {
    if cards::is_row(row) {
        return cards::place(builder, row, at, area, height);
    }
    if stacks(row, area.w) {
        return place_in_rows(builder, row, at, area);
    }
    let k = height.map_or(1.0, |height| column::enlargement(builder, row, at, area, height));
    let plots = height.map_or(Vec::new(), |height| column::of_plots(builder, row, at, area, height));
    let (mut x, mut first, mut used) = (area.x, at.2, 0.0f64);
    for (i, (charts, width)) in columns(row).zip(widths(row, area.w)).enumerate() {
        let space = Area::new(x, area.y, width);
        let height = plots.get(i).copied().or(height);
        used = used.max(column::place(builder, charts, (at.0, at.1, first), space, (height, k)));
        x += width + ROW_GAP;
        first += charts.len();
    }
    used
}

/// Places as many columns side by side as have room, the next ones below them; returns the height used.
pub(super) fn place_in_rows(
    builder: &mut SceneBuilder,
    row: &[chart::Placed],
    at: (usize, usize, usize),
    area: Area,
) -> f64 {
    let (mut rest, mut first, mut bottom) = (row, at.2, area.y);
    while !rest.is_empty() {
        let ends = columns(rest).scan(0, |end, charts| {
            *end += charts.len();
            Some(*end)
        });
        let ends: Vec<usize> = ends.collect();
        let side_by_side = ends.iter().skip(1).rev().copied().find(|end| !stacks(&rest[..*end], area.w));
        let count = side_by_side.unwrap_or(ends[0]);
        let (charts, space) = (&rest[..count], Area::new(area.x, bottom, area.w));
        bottom += match side_by_side {
            Some(_) => place_row(builder, charts, (at.0, at.1, first), space, None),
            None => column::place(builder, charts, (at.0, at.1, first), space, (None, 1.0)),
        } + COLUMN_GAP;
        (rest, first) = (&rest[count..], first + count);
    }
    bottom - COLUMN_GAP - area.y
}
