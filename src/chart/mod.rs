//! One file per chart type: each turns a chart into marks on a builder and answers how high it came out.
//!
//! **Invariant**: a chart takes the width it is given, from the narrowest up; it decides its own height and never draws
//! outside its width.

mod area_squares;
pub mod axis;
mod bars;
mod block_stack;
mod callouts;
mod clock;
mod dot_line;
mod goals;
mod hub;
mod icon_rows;
mod index_pair;
mod plaques;
mod plot;
mod rate_rings;
mod refused;
mod stacks;
mod timeline;
mod unit_field;
mod waffle;
mod word_ring;
mod words;

pub use dot_line::{gap_key, points_key};

use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::model::chart::Chart;

/// The narrowest width at which a chart stands well beside another one; below it the row is stacked.
pub fn least_width(chart: &Chart) -> f64 {
    match chart {
        Chart::Timeline { .. } | Chart::DotLine { .. } => 420.0,
        Chart::UnitField { .. } | Chart::BlockStack { .. } | Chart::IconRows { .. } => 420.0,
        Chart::Hub { .. } | Chart::AreaSquares { .. } | Chart::WordRing { .. } => 300.0,
        Chart::Callouts { .. }
        | Chart::IndexPair { .. }
        | Chart::GoalCells { .. }
        | Chart::Bars { .. }
        | Chart::Refused { .. } => 260.0,
        Chart::RateRings { .. } | Chart::Plots { .. } => 230.0,
        Chart::Plaques { .. } | Chart::Outlines { .. } => 190.0,
        Chart::Waffle { .. } => 168.0,
        Chart::WordWheel { .. } | Chart::Clock { .. } | Chart::Stacks { .. } | Chart::Words { .. } => 150.0,
    }
}

/// Draws a chart from the top of `area`; returns its height in CSS px.
pub fn place(builder: &mut SceneBuilder, area: Area, chart: &Chart) -> f64 {
    match chart {
        Chart::Timeline { events, well, span, undated_title, undated } => {
            timeline::place(builder, area, events, *well, *span, undated_title.as_ref(), undated)
        }
        Chart::DotLine { title, series, band, milestones, rail, compare, note } => dot_line::place(
            builder,
            area,
            &dot_line::Spec {
                title: title.as_ref(),
                series: *series,
                band: *band,
                milestones,
                rail: *rail,
                compare,
                note: note.as_ref(),
            },
        ),
        Chart::Hub { core, core_label, core_small, list, note } => {
            hub::place(builder, area, *core, core_label, core_small, *list, note.as_ref())
        }
        Chart::Plots { title, tag, parts, note } => {
            goals::plots(builder, area, title, tag, parts, note.as_ref())
        }
        Chart::GoalCells { figure, class, label, note } => {
            goals::cells(builder, area, *figure, *class, label, note.as_ref())
        }
        Chart::Callouts { items, note } => callouts::place(builder, area, items, note.as_ref()),
        Chart::Bars { title, items, note } => {
            bars::place(builder, area, title.as_ref(), items, note.as_ref())
        }
        Chart::IndexPair { figure, base_label, now_label, note } => {
            index_pair::place(builder, area, *figure, base_label, now_label, note.as_ref())
        }
        Chart::Waffle { figure, title, cell_note, note } => {
            waffle::place(builder, area, *figure, title.as_ref(), cell_note, note.as_ref())
        }
        Chart::WordRing { list, figure, center, note } => {
            word_ring::place(builder, area, *list, *figure, center, note.as_ref())
        }
        Chart::UnitField { fields, scale_note } => unit_field::place(builder, area, fields, scale_note),
        Chart::Stacks { title, figures, note } => stacks::place(builder, area, title, figures, note.as_ref()),
        Chart::IconRows { rows } => icon_rows::place(builder, area, rows),
        Chart::BlockStack { figure, columns, block_note, window_note } => {
            block_stack::place(builder, area, *figure, *columns, block_note, window_note)
        }
        Chart::RateRings { items, note } => rate_rings::place(builder, area, items, note.as_ref()),
        Chart::AreaSquares { items, reference, note } => {
            area_squares::place(builder, area, items, reference.as_ref(), note.as_ref())
        }
        Chart::WordWheel { list, center, note } => {
            word_ring::place(builder, area, *list, None, center, note.as_ref())
        }
        Chart::Clock { figure, title, note } => clock::place(builder, area, *figure, title, note.as_ref()),
        Chart::Plaques { list, note } => plaques::place(builder, area, *list, false, note.as_ref()),
        Chart::Outlines { list, note } => plaques::place(builder, area, *list, true, note.as_ref()),
        Chart::Refused { figures, reason, help } => refused::place(builder, area, figures, reason, help),
        Chart::Words { title, items, note } => words::place(builder, area, title, items, note.as_ref()),
    }
}
