//! Any chart while one of its figures is guessed: its heading and, in its place, a scale to answer on.
//!
//! Charts that can show a guess themselves do so in their own files (waffle/waiting.rs, dot_line/waiting.rs).
//!
//! **Invariant**: nothing of the chart is drawn, as its other marks may give the answer away; it keeps its height.

use crate::chart::chart_type::ChartType;
use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::interaction::{GuessPlace, GuessScale, Guessing};
use crate::layout::mark::*;
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::text::Font;
use crate::theme::Role;

/// Least height in CSS px of a heading, a guess and its scale.
const LEAST: f64 = 132.0;
/// Half the height of a place that a finger finds.
const REACH: f64 = 22.0;

/// Draws the scale in place of a chart; returns the height that the answer will have, or what the scale needs.
pub fn cover(chart: &dyn ChartType, builder: &mut SceneBuilder, space: Space, guess: Guessing) -> f64 {
    let area = space.area();
    let height = builder.tried_answered(|builder| chart.place(builder, space)).max(LEAST);
    let (ink, muted, rule) =
        (builder.paint(Role::Ink), builder.paint(Role::Muted), builder.paint(Role::Rule));
    let enter = Enter::fade(builder.delay);
    let heading = chart.heading(builder.facts, builder.locale);
    let top = area.y + builder.heading(area.x, area.y, area.w, &heading);
    let text = builder.guess_text(guess);
    // as large as fits on one line
    let fits = |size: &f64| builder.measure.width(&text, Font::bold(*size)) <= area.w;
    let size = [24.0, 20.0, 17.0].into_iter().find(fits).unwrap_or(15.0);
    builder.text(Point::new(area.x, top + 32.0), &text, Font::bold(size), ink, Anchor::Start);
    let track = Rect::new(area.x + 11.0, top + 58.0, area.w - 22.0, 4.0);
    let (from, to) = (guess.from.to_f64(), guess.to.to_f64());
    let part = ((guess.value.to_f64() - from) / (to - from)).clamp(0.0, 1.0);
    let x = track.x + track.w * part;
    builder.rect("track", track, Fill::Solid(rule), enter);
    builder.rect("rule", Rect::new(track.x, track.y, (x - track.x).max(0.5), 4.0), Fill::Solid(ink), enter);
    let held = Point::new(x, track.y + 2.0);
    handle(builder, held);
    let [low, high] = [guess.from, guess.to].map(|end| builder.guess_value(guess, end));
    let (small, base) = (Font::sans(13.0), track.y + 30.0);
    builder.text(Point::new(area.x, base), &low, small, muted, Anchor::Start);
    builder.text(Point::new(area.right(), base), &high, small, muted, Anchor::End);
    let reach = Rect::new(track.x, track.y + 2.0 - REACH, track.w, 2.0 * REACH);
    builder.guess_place =
        Some(GuessPlace { area: reach, scale: GuessScale::Right { from, to }, handle: held });
    height
}

/// What is dragged: a hollow disc in the chapter's colour.
pub fn handle(builder: &mut SceneBuilder, at: Point) {
    let (accent, surface) = (builder.accent_paint(), builder.paint(Role::Surface));
    let enter = Enter::fade(builder.delay);
    builder.circle("halo", at, 20.0, Fill::Solid(accent.fade(0.15)), None, enter);
    let stroke = Stroke { paint: accent, width: 3.0, dash: None };
    builder.circle("handle", at, 10.0, Fill::Solid(surface), Some(stroke), enter);
}
