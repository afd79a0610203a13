//! Amounts of one unit as horizontal bars from zero, each drawn as the statement it is.
//!
//! **Invariant**: a bar begins at zero and its solid part ends exactly at its number; a floor has no closed end, a goal
//! no fill, a class no bar, a missing figure no length.

use crate::chart::plot::{self, Element, Line, Statement};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::number::Qualifier;
use crate::locale::Text;
use crate::model::chart::Noted;
use crate::model::figure::{FigureIx, Kind};
use crate::theme::Role;

/// Room for an open end and its arrow beyond the longest number.
const BEYOND: f64 = 64.0;
const HEIGHT: f64 = 26.0;
/// Half the declared width of a soft edge.
const SOFT: f64 = 12.0;

pub fn place(
    builder: &mut SceneBuilder,
    area: Area,
    title: Option<&Text>,
    items: &[Noted],
    note: Option<&Text>,
) -> f64 {
    let start = builder.delay;
    let ink = builder.paint(Role::Ink);
    let mut y = area.y;
    if let Some(title) = title {
        let title = builder.say(title).to_string();
        y += builder.heading(area.x, y, area.w, &title) + 4.0;
    }
    let figures: Vec<FigureIx> = items.iter().map(|i| i.figure).collect();
    let percent = figures.iter().any(|ix| builder.figure(*ix).unit().is_percent());
    let largest = figures.iter().map(|ix| builder.figure(*ix).amount()).fold(0.0, f64::max).max(1e-9);
    // a share is drawn within its whole, and its open end stops before it
    let (most, width) = if percent { (largest.max(100.0), area.w - 2.0) } else { (largest, area.w - BEYOND) };
    for (i, item) in items.iter().enumerate() {
        builder.delay = start + 0.12 * i as f64;
        let figure = builder.figure(item.figure);
        let label = item.label.as_ref().unwrap_or(figure.label());
        let label = builder.say(label).to_string();
        builder.begin(item.figure);
        y += builder.headline_as(Area::new(area.x, y, area.w), &label, item.figure, 26.0, ink) + 2.0;
        // each row is a chart of its own between its words; all have one axis
        let row = Rect::new(area.x, y, width, HEIGHT);
        plot::plot(builder, row, Line::new(0.0, most), Line::new(0.0, 1.0), |chart| {
            let at = [Some(0.0), Some(figure.amount()), percent.then_some(100.0)];
            let at = at.into_iter().flatten().map(|amount| (amount, 0.0)).collect();
            let statement = Bar { ix: item.figure, top: y, right: area.right() };
            chart.draw_series([Element { at, statement }])?;
            Ok(())
        });
        // the zero that every bar stands on
        builder.line(
            "zero",
            vec![Point::new(area.x, y - 4.0), Point::new(area.x, y + HEIGHT + 4.0)],
            ink,
            1.25,
            Enter::fade(builder.delay),
        );
        builder.end();
        y += HEIGHT + 8.0;
        y += builder.note_of(area.x, y, area.w, item.note.as_ref()) + 8.0;
    }
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y - 4.0, area.w, note);
    y - area.y
}

/// One bar. Its places: zero, its number and, of a share, the hundred.
struct Bar {
    ix: FigureIx,
    /// Upper edge of the row and right edge of the picture, CSS px.
    top: f64,
    right: f64,
}

impl Statement for Bar {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [zero, end, ref rest @ ..] = *at else { return };
        let whole = rest.first().map(|hundred| hundred.x - zero.x);
        bar(backend.builder, Point::new(zero.x, self.top), self.right, self.ix, end.x - zero.x, whole);
    }
}

/// A bar of `length` px from `from`, where its upper left corner is; `whole` is how far a share's hundred lies from there.
fn bar(builder: &mut SceneBuilder, from: Point, right: f64, ix: FigureIx, length: f64, whole: Option<f64>) {
    let (accent, ink, muted, slate) = (
        builder.accent_paint(),
        builder.paint(Role::Ink),
        builder.paint(Role::Muted),
        builder.paint(Role::GENERAL),
    );
    let figure = builder.figure(ix);
    let (x, y) = (from.x, from.y);
    let end = x + length;
    let grow = Enter::new(Effect::GrowRight, builder.delay);
    let after = Enter::fade(builder.delay + 0.5);
    if let Some(whole) = whole {
        let stroke = Stroke { paint: muted, width: 1.0, dash: None };
        let rect = Rect::new(x, y, whole, HEIGHT).inset(0.5);
        builder.put(
            "whole",
            Shape::Rect { rect, radius: 0.0 },
            Fill::None,
            Some(stroke),
            Enter::fade(builder.delay),
        );
    }
    let solid = Rect::new(x, y, length, HEIGHT);
    // a missing figure has its words above and nothing here: no length, not even none
    if figure.number().is_none() && figure.qualifier() != Qualifier::Class {
        return;
    }
    if figure.qualifier() == Qualifier::Class {
        let width = 72.0f64.min(right - end).max(24.0);
        bound_marks::class_box(builder, Rect::new(end.min(right - width), y, width, HEIGHT), ink, after);
        return;
    }
    if figure.kind() == Kind::Target {
        let stroke = builder.goal_stroke(slate);
        let floor = figure.qualifier().is_floor();
        if floor {
            // without its right side: nobody said where it ends
            let points = vec![
                Point::new(end, y + 1.0),
                Point::new(x + 1.0, y + 1.0),
                Point::new(x + 1.0, y + HEIGHT - 1.0),
                Point::new(end, y + HEIGHT - 1.0),
            ];
            builder.put(
                Part::item("goal"),
                Shape::Path { points, closed: false },
                Fill::None,
                Some(stroke),
                grow,
            );
        } else {
            builder.put(
                Part::item("goal"),
                Shape::Rect { rect: solid.inset(1.0), radius: 0.0 },
                Fill::None,
                Some(stroke),
                grow,
            );
        }
    } else {
        match figure.qualifier() {
            Qualifier::About => {
                let soft = Rect::new(x, y, length + SOFT, HEIGHT);
                builder.rect(Part::item("bar"), soft, Fill::FadeRight(accent, (end - SOFT).max(x)), grow);
            }
            q if q.is_ceiling() => {}
            _ => builder.rect(Part::item("bar"), solid, Fill::Solid(accent), grow),
        }
    }
    let color = if figure.kind() == Kind::Target { slate } else { accent };
    let qualifier = figure.qualifier();
    if qualifier.is_floor() {
        let room = whole.map_or(48.0, |w| ((x + w - end) * 0.8).min(48.0));
        let rect = Rect::new(end, y, room, HEIGHT);
        bound_marks::floor(builder, qualifier, rect, color, after);
        let reach = whole.map_or(58.0, |w| ((x + w - end) * 0.85).min(58.0));
        builder.arrow(
            Point::new(end + room * 0.5, y + HEIGHT / 2.0),
            Point::new(end + reach, y + HEIGHT / 2.0),
            color,
            after,
        );
    } else if qualifier.is_ceiling() {
        let depth = 48.0f64.min(length);
        let rect = Rect::new(end - depth, y, depth, HEIGHT);
        bound_marks::bar(builder, rect, color, true, true, after);
        let tip = (end - depth * 1.15).max(x + 2.0);
        builder.arrow(
            Point::new(end - depth * 0.5, y + HEIGHT / 2.0),
            Point::new(tip, y + HEIGHT / 2.0),
            color,
            after,
        );
    }
}
