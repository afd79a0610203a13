//! The number of a card: the newest point of its series, large and with its period.
//!
//! A series and the room below a heading come in; marks on the builder and their height go out.
//!
//! **Invariant**: what is being guessed is not said.

use super::moments::{lead_of, moment_of};
use super::DotLine;
use crate::geometry::Point;
use crate::layout::mark::Anchor;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::model::figure::FigureIx;
use crate::text::Font;
use crate::theme::Role;

/// The newest point of a series in a card, which is the number of the card as others have one.
pub(super) fn headed(builder: &SceneBuilder, spec: &DotLine) -> Option<FigureIx> {
    let points = &builder.facts.series(spec.series).plotted;
    let newest = points.iter().copied().max_by(|a, b| {
        let moment = |ix: &FigureIx| moment_of(builder.figure(*ix)).unwrap_or(f64::MIN);
        moment(a).total_cmp(&moment(b))
    });
    newest.filter(|ix| builder.framed && builder.waiting_guess().is_none_or(|guess| guess.figure != *ix))
}

/// The digits of a card's number, CSS px.
const CARD: f64 = 40.0;

/// Draws the number of a card, with its period behind it where that has room; returns its height.
pub(super) fn newest_in_card(builder: &mut SceneBuilder, area: Area, spec: &DotLine) -> f64 {
    let Some(ix) = headed(builder, spec) else { return 0.0 };
    let ink = builder.paint(Role::Ink);
    let line = area.y + CARD * 0.8;
    builder.begin(ix);
    let (end, high) = builder.number(Point::new(area.x, line), ix, CARD, area.w, ink, Anchor::Start);
    let when = lead_of(builder, ix);
    let font = Font::sans(13.0);
    let beside = end + 12.0 + builder.measure.width(&when, font) <= area.w;
    if beside {
        let muted = builder.paint(Role::Muted);
        builder.text(Point::new(area.x + end + 12.0, line), &when, font, muted, Anchor::Start);
    }
    // smaller digits stand on the same baseline
    let high = high.max(CARD * 1.2) - CARD * 0.2;
    let below = match beside {
        false if builder.compact => builder.note(area.x, area.y + high, area.w, &when),
        _ => 0.0,
    };
    builder.end();
    high + below
}
