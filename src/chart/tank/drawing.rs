//! A vessel with its layers, their lines, and a label at each.
//!
//! **Invariant**: labels stand in the order of their lines, none lies on another or on the vessel.

use super::Tank;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::label::spread;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;

/// Left of the vessel there is room for the arrows of open lines, CSS px.
const ARROWS: f64 = 22.0;
/// From the vessel to its labels, CSS px.
const LEADER: f64 = 26.0;
/// The walls stand so much above the highest line, CSS px.
const RIM: f64 = 14.0;
/// Half the declared width of a soft line, CSS px.
const SOFT: f64 = 7.0;
const VALUE: Font = Font::bold(16.0);
const WHEN: Font = Font::sans(13.0);
/// The digits of the latest amount, CSS px.
const LATEST: f64 = 28.0;

/// `high`: CSS px that the largest amount fills.
pub(super) fn place(builder: &mut SceneBuilder, area: Area, spec: &Tank, high: f64) -> f64 {
    let start = builder.delay;
    let (accent, ink) = (builder.accent_paint(), builder.paint(Role::Ink));
    let facts = builder.facts;
    let title = match &spec.title {
        Some(title) => builder.say(title).to_string(),
        None => builder.say(&facts.series(spec.series).label).to_string(),
    };
    let top = area.y + builder.heading(area.x, area.y, area.w, &title) + 8.0 + RIM;
    let latest = facts.series(spec.series).plotted.last().copied();
    let mut lines: Vec<FigureIx> = facts.series(spec.series).plotted.clone();
    // from the floor up; what is equal keeps the order of its dates
    lines.sort_by(|a, b| facts.figure(*a).amount().total_cmp(&facts.figure(*b).amount()));
    let most = lines.last().map_or(0.0, |ix| facts.figure(*ix).amount()).max(1e-9);
    let vessel = Rect::new(area.x + ARROWS, top, (area.w * 0.34).clamp(72.0, 132.0), high);
    let level = |ix: FigureIx| vessel.bottom() - facts.figure(ix).amount() / most * high;
    for (i, ix) in lines.iter().enumerate() {
        builder.delay = start + 0.12 * i as f64;
        let below = if i > 0 { level(lines[i - 1]) } else { vessel.bottom() };
        // deeper layers are darker, so that neighbours differ
        let alpha = 0.96 - 0.2 * i as f64 / lines.len().saturating_sub(1).max(1) as f64;
        builder.begin(*ix);
        layer(builder, *ix, (vessel, below, level(*ix)), accent.fade(alpha));
        builder.end();
    }
    builder.delay = start + 0.12 * lines.len() as f64;
    for ix in &lines {
        builder.begin(*ix);
        let highest = Some(ix) == lines.last();
        line(builder, *ix, (vessel, level(*ix)), Some(*ix) == latest, highest);
        builder.end();
    }
    let walls = vec![
        Point::new(vessel.x, vessel.y - RIM),
        Point::new(vessel.x, vessel.bottom()),
        Point::new(vessel.right(), vessel.bottom()),
        Point::new(vessel.right(), vessel.y - RIM),
    ];
    builder.line("vessel", walls, ink, 2.5, Enter::fade(start));
    let bottom = labels(builder, area, vessel, &lines, latest, &level).max(vessel.bottom() + 8.0);
    builder.delay = start + 0.4;
    bottom + builder.note_of(area.x, bottom, area.w, spec.note.as_ref()) - area.y
}

/// What lies between a line and the one below it; a soft line has no sharp edge.
fn layer(builder: &mut SceneBuilder, ix: FigureIx, (vessel, below, y): (Rect, f64, f64), paint: Paint) {
    let enter = Enter::new(Effect::GrowUp, builder.delay);
    let solid = Rect::new(vessel.x, y, vessel.w, (below - y).max(0.0));
    if !builder.figure(ix).is_soft() {
        return builder.rect(Part::item("layer"), solid, Fill::Solid(paint), enter);
    }
    // around the number it fades out
    let soft = Rect { y: y - SOFT, h: solid.h + SOFT, ..solid };
    let fade = Fade { full: (y + SOFT).min(below), gone: y - SOFT, upright: true };
    builder.rect(Part::item("layer"), soft, Fill::FadeOut(paint, fade), enter);
}

/// The line of one amount, and beside the vessel the side on which the amount may lie.
fn line(builder: &mut SceneBuilder, ix: FigureIx, (vessel, y): (Rect, f64), latest: bool, highest: bool) {
    let figure = builder.figure(ix);
    let (accent, ink, surface) =
        (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Surface));
    let enter = Enter::fade(builder.delay);
    let across = |from: f64, to: f64| vec![Point::new(from, y), Point::new(to, y)];
    if figure.is_inclusive() {
        builder.line("tick", across(vessel.x, vessel.right() + 6.0), ink, 2.0, enter);
    } else if latest && !figure.is_soft() {
        builder.line("level", across(vessel.x, vessel.right()), accent, 2.5, enter);
    } else if !figure.is_soft() {
        builder.line("level", across(vessel.x + 1.0, vessel.right() - 1.0), surface, 1.5, enter);
    }
    let up = match (figure.opens_up(), figure.opens_down()) {
        (true, _) => -1.0,
        (_, true) => 1.0,
        (false, false) => return,
    };
    let x = vessel.x - 12.0;
    builder.line("tick", across(x - 5.0, x + 5.0), ink, 2.0, enter);
    builder.arrow(Point::new(x, y), Point::new(x, y + up * 18.0), ink, enter);
    // what stands above it is another line's: only the highest has nothing there
    if !highest && up < 0.0 {
        return;
    }
    // a little of what may lie beyond the line
    let beyond = if up < 0.0 {
        Rect::new(vessel.x, y - 10.0, vessel.w, 10.0)
    } else {
        Rect::new(vessel.x, y, vessel.w, 10.0)
    };
    let beyond =
        Rect { y: beyond.y.max(vessel.y - RIM), h: beyond.h.min(vessel.bottom() - beyond.y), ..beyond };
    builder.rect("open", beyond, bound_marks::hatch(ink.fade(0.5), 0.0, None), enter);
}

/// Amounts and dates beside the vessel, the highest on top, each with a leader to its line; returns the y below them.
fn labels(
    builder: &mut SceneBuilder,
    area: Area,
    vessel: Rect,
    lines: &[FigureIx],
    latest: Option<FigureIx>,
    level: &dyn Fn(FigureIx) -> f64,
) -> f64 {
    let (accent, ink, muted) = (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Muted));
    let x = vessel.right() + LEADER;
    let room = area.right() - x;
    let mut order: Vec<FigureIx> = lines.to_vec();
    order.reverse();
    let when =
        |builder: &SceneBuilder, ix: FigureIx| builder.say(&builder.figure(ix).period().text).to_string();
    let wide = |builder: &SceneBuilder, ix: FigureIx| match Some(ix) == latest {
        true => builder.number_width(ix, LATEST).min(room),
        false => builder.measure.width(&builder.figure(ix).display(builder.locale), VALUE),
    };
    let lines_of = |builder: &SceneBuilder, ix: FigureIx| {
        wrap::wrap(&builder.figure(ix).display(builder.locale), VALUE, room, builder.measure)
    };
    // all dates stand beside their amounts, or all below them
    let beside = order
        .iter()
        .all(|ix| wide(builder, *ix) + 10.0 + builder.measure.width(&when(builder, *ix), WHEN) <= room);
    let heights: Vec<f64> = order
        .iter()
        .map(|ix| {
            let own = match Some(*ix) == latest {
                true => LATEST + 6.0 + builder.more_height(*ix, LATEST, room),
                false => 4.0 + 20.0 * lines_of(builder, *ix).len() as f64,
            };
            own + if beside { 0.0 } else { 18.0 }
        })
        .collect();
    let desired: Vec<f64> = order.iter().map(|ix| level(*ix)).collect();
    let all: f64 = heights.iter().sum();
    let low = vessel.y - RIM;
    let middles = spread(&desired, &heights, low, (vessel.bottom() + 6.0).max(low + all));
    let mut bottom = vessel.bottom();
    for ((ix, middle), high) in order.iter().zip(middles).zip(&heights) {
        builder.begin(*ix);
        let leader = vec![Point::new(vessel.right() + 3.0, level(*ix)), Point::new(x - 5.0, middle)];
        builder.line("leader", leader, muted, 1.0, Enter::fade(builder.delay));
        let first = middle - high / 2.0;
        let (mut line, mut end) = (first + LATEST, x);
        if Some(*ix) == latest {
            end += builder.number(Point::new(x, line), *ix, LATEST, room, accent, Anchor::Start).0;
        } else {
            builder.legend_for(*ix);
            for (k, text) in lines_of(builder, *ix).iter().enumerate() {
                line = first + 18.0 + 20.0 * k as f64;
                end = x + builder.text(Point::new(x, line), text, VALUE, ink, Anchor::Start);
            }
        }
        let at = match beside {
            true => Point::new(end + 10.0, line),
            false => Point::new(x, middle + high / 2.0 - 6.0),
        };
        let text = when(builder, *ix);
        builder.text(at, &text, WHEN, muted, Anchor::Start);
        builder.end();
        bottom = bottom.max(middle + high / 2.0);
    }
    bottom + 4.0
}
