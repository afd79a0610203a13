//! The years under a series of dots: a cell each, a thin empty strip for each gap with its length, and the names of round
//! years.
//!
//! **Invariant**: a year that nothing was published for belongs to a gap, whose strip is not as high as a cell.

use super::{gap_key, DENSE};
use crate::geometry::{sort_by_key, Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::Enter;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::message::Message;
use crate::model::SeriesIx;
use crate::text::Font;
use crate::theme::Role;

const SMALL: Font = Font::sans(13.0);

/// A cell a year under the axis where a figure was published, a gap strip where none was found; the length of a gap is
/// written above it, and a gap is a datum of its own. Returns the height used.
pub(super) fn rail(
    builder: &mut SceneBuilder,
    series: SeriesIx,
    years: &[i32],
    x: &dyn Fn(i32) -> f64,
    pitch: f64,
    top: f64,
    is_low: bool,
) -> f64 {
    let above = if is_low { 8.0 } else { 24.0 };
    let (accent, muted) = (builder.accent_paint(), builder.paint(Role::Muted));
    let series = builder.facts.series(series);
    let gaps = builder.facts.gaps(series);
    let cell = (pitch - 2.0).clamp(1.6, 7.0);
    let cell_of = |year: i32| Rect::new(x(year) - cell / 2.0, top + above, cell, 10.0);
    let enter = Enter::fade(builder.delay);
    // cells that would be one on the other are one for a run of years
    let dense = years.len() > DENSE;
    let across = |from: i32, to: i32| cell_of(from).union(&cell_of(to));
    match dense {
        true => {
            let mut years = years.to_vec();
            sort_by_key(&mut years, |year| *year);
            for run in years.chunk_by(|a, b| b - a <= 1) {
                builder.rect("year", across(run[0], run[run.len() - 1]), Fill::Solid(accent), enter);
            }
        }
        false => {
            years.iter().for_each(|year| builder.rect("year", cell_of(*year), Fill::Solid(accent), enter))
        }
    }
    for gap in gaps {
        let (from, to) = gap;
        let name = builder.facts.gap_statement(series, gap, builder.locale);
        builder.begin_named(gap_key(&series.id, from), None, name);
        bound_marks::gap(builder, across(from, to), enter);
        let run = (to - from + 1).to_string();
        let (a, b) = (x(from) - pitch / 2.0, x(to) + pitch / 2.0);
        let (told, entry) = match builder.facts.has_other_definition(series, gap) {
            true => (Message::GapDefined, LegendEntry::MissingDefined),
            false => (Message::GapUnpublished, LegendEntry::Missing),
        };
        builder.legend(entry);
        let [long, short] = [told, Message::GapShort].map(|m| m.with(builder.locale, &[&run]));
        // by the years' own width: the places of both ends are rounded
        let room = f64::from(to - from + 1) * pitch - 2.0;
        let fits = |text: &String| builder.measure.width(text, SMALL) <= room;
        if let Some(text) = [long, short, run].into_iter().find(fits).filter(|_| !is_low) {
            builder.text(Point::new((a + b) / 2.0, top + 17.0), &text, SMALL, muted, Anchor::Middle);
        }
        builder.end();
    }
    above + 12.0
}

/// Writes the years below an axis, in even steps, as many as have room.
pub(super) fn decades(
    builder: &mut SceneBuilder,
    first: i32,
    last: i32,
    x: &dyn Fn(i32) -> f64,
    top: f64,
    width: f64,
) {
    let muted = builder.paint(Role::Muted);
    let room = (width / 52.0).max(1.0);
    let span = (last - first).max(1) as f64;
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
        .into_iter()
        .find(|s| span / *s as f64 <= room)
        .unwrap_or(2000);
    let mut year = (first + step - 1) / step * step;
    let mut labels = Vec::new();
    while year <= last {
        labels.push(year);
        year += step;
    }
    for year in labels {
        builder.text(
            Point::new(x(year), top + 16.0),
            &year.to_string(),
            Font::sans(13.0),
            muted,
            Anchor::Middle,
        );
    }
}
