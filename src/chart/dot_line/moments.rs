//! When the points of a series were true: as places on an axis of years, and in words.
//!
//! **Invariant**: a moment is no finer than the period of its figure; nothing is drawn here.

use super::year_of;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::date::Date;
use crate::locale::message::Message;
use crate::model::figure::{Figure, FigureIx};
use crate::statement::Precision;

/// Years are as wide as any other, and what is known only to the year stands in its middle.
pub(super) fn middle(year: i32) -> f64 {
    f64::from(year) + 0.5
}

/// When a figure was true, in years; a year's is its middle.
pub(super) fn moment_of(figure: &Figure) -> Option<f64> {
    figure.period().start.or(figure.period().end).map(Date::years)
}

/// "2002年", "2025年10月".
pub(super) fn lead_of(builder: &SceneBuilder, ix: FigureIx) -> String {
    let period = builder.figure(ix).period();
    let year = year_of(builder.figure(ix)).filter(|_| period.precision() == Precision::Year);
    match year {
        Some(year) => Message::YearLabel.with(builder.locale, &[&year.to_string()]),
        None => period.text.get(builder.locale).to_string(),
    }
}
