//! The marks on the line of a timeline: a disc, a diamond or a dashed ring for an event, and a derrick over the first.
//!
//! **Invariant**: one mark at one place; words and places are not its matter.

use crate::chart::timeline::Entry;
use crate::geometry::Point;
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::statement::Status;
use crate::theme::Role;

/// The derrick over the first date, 40 CSS px high times `k`.
pub(super) fn derrick(builder: &mut SceneBuilder, foot: Point, k: f64) {
    let ink = builder.paint(Role::Ink);
    let p = |dx: f64, dy: f64| Point::new(foot.x + dx * k, foot.y + dy * k);
    let enter = Enter { effect: Effect::Draw, delay: (builder.delay - 0.1).max(0.0), duration: 0.5 };
    for points in [
        vec![p(-15.0, 0.0), p(-3.0, -40.0), p(3.0, -40.0), p(15.0, 0.0)],
        vec![p(-11.5, -12.0), p(9.0, -20.0)],
        vec![p(11.5, -12.0), p(-9.0, -20.0)],
        vec![p(-8.5, -22.0), p(6.0, -30.0)],
        vec![p(8.5, -22.0), p(-6.0, -30.0)],
        vec![p(-22.0, 0.0), p(22.0, 0.0)],
    ] {
        builder.line("well", points, ink, 1.5 * k.sqrt(), enter);
    }
}

/// The mark of an event: a disc, a diamond where another source dates it, dashed where it has not happened.
pub(super) fn event_mark(builder: &mut SceneBuilder, entry: &Entry, at: Point, enter: Enter) {
    let (accent, muted) = (builder.paint(entry.accent), builder.paint(Role::Muted));
    if entry.aim {
        let slate = builder.paint(Role::GENERAL);
        let goal = Stroke { dash: Some((2.5, 1.75)), ..builder.goal_stroke(slate) };
        let stroke = entry.figure.map_or(goal, |ix| builder.aim_ring(ix, slate));
        builder.circle(Part::item("event"), at, 5.5, Fill::None, Some(stroke), enter);
        let forecast = entry.figure.is_some_and(|ix| builder.figure(ix).status() == Status::Forecast);
        builder.legend(if forecast { LegendEntry::Forecast } else { LegendEntry::Target });
    } else if entry.context {
        let shape = Shape::Path { points: legend::diamond(at), closed: true };
        let surface = builder.paint(Role::Surface);
        let stroke = Stroke { paint: muted, width: 2.0, dash: None };
        builder.put(Part::item("event"), shape, Fill::Solid(surface), Some(stroke), enter);
        builder.legend(LegendEntry::Context);
        builder.legend(LegendEntry::Diamond);
    } else {
        builder.circle(Part::item("event"), at, 5.5, Fill::Solid(accent), None, enter);
    }
}
