//! The outlines of things aimed at: side by side, or with a name each one below the other.
//!
//! An area comes in; marks on the builder go out, and the height used.
//!
//! **Invariant**: an outline is never filled; the open end of a floor stands behind the last one.

use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::figure::FigureIx;
use crate::model::ListIx;
use crate::text::{wrap, Font};
use crate::theme::Role;

/// Outlines side by side, each with the name of its class where that has room; returns their height.
pub(super) fn unnamed(builder: &mut SceneBuilder, area: Area, ix: FigureIx, class_name: &str) -> f64 {
    let (figure, y, start) = (builder.figure(ix), area.y, builder.delay);
    let (slate, ink) = (builder.paint(Role::GENERAL), builder.paint(Role::Ink));
    builder.begin(ix);
    let count = (figure.amount() as usize).clamp(1, 12);
    let floor = figure.opens_up();
    let tail = if floor { 54.0 } else { 0.0 };
    let gap = 8.0;
    let side = ((area.w - tail - (count - 1) as f64 * gap) / count as f64).clamp(22.0, 72.0);
    let inside = Font::sans(13.0);
    let named = builder.measure.width(class_name, inside) <= side - 8.0;
    for i in 0..count {
        let rect = Rect::new(area.x + 1.0 + i as f64 * (side + gap), y, side - 2.0, side.min(56.0));
        let stroke = builder.aim_stroke(ix, slate);
        let enter = Enter::new(Effect::Pop, start + 0.08 * i as f64);
        builder.put(Part::item("goal"), Shape::Rect { rect, radius: 0.0 }, Fill::None, Some(stroke), enter);
        if named {
            let at = Point::new(rect.center().x, rect.center().y + 5.0);
            builder.text(at, class_name, inside, ink, Anchor::Middle);
        }
    }
    if floor {
        let h = side.min(56.0);
        let x = area.x + 1.0 + count as f64 * (side + gap) - gap / 2.0;
        if figure.is_inclusive() {
            bound_marks::tick(builder, x, y - 4.0, y + h + 4.0, Enter::fade(start + 0.3));
        }
        let r = Rect::new(x + 5.0, y, 30.0, h);
        builder.rect(
            "open",
            r,
            bound_marks::hatch(slate, 16.0, Some(Fade::across(r.x + 5.0, r.right()))),
            Enter::fade(start + 0.4),
        );
        builder.arrow(
            Point::new(r.x + 20.0, y + h / 2.0),
            Point::new(r.x + 40.0, y + h / 2.0),
            slate,
            Enter::fade(start + 0.5),
        );
    }
    builder.end();
    side.min(56.0)
}

/// Between two outlines with names, and above and below a name, CSS px.
const GAP: f64 = 6.0;
const PAD: f64 = 7.0;

/// An outline for each named aim, one below the other, the open end below them; returns their height.
pub(super) fn named(builder: &mut SceneBuilder, area: Area, ix: FigureIx, list: ListIx) -> f64 {
    let (figure, list) = (builder.figure(ix), builder.facts.list(list).clone());
    let (slate, ink, start) = (builder.paint(Role::GENERAL), builder.paint(Role::Ink), builder.delay);
    let font = Font::sans(14.0);
    let mut y = area.y + 2.0;
    for (i, item) in list.items.iter().enumerate() {
        let text = builder.say(&item.text).to_string();
        let lines = wrap::balanced(&text, font, area.w - 2.0 * PAD - 6.0, builder.measure);
        let rect = Rect::new(area.x + 1.0, y, area.w - 2.0, lines.len() as f64 * 19.0 + 2.0 * PAD - 4.0);
        let spoken = [builder.say(&list.label), Message::Colon.get(builder.locale), &text].concat();
        builder.begin_named(format!("{}-{i}", list.id), item.figure, spoken);
        let stroke = builder.aim_stroke(ix, slate);
        let enter = Enter::new(Effect::Pop, start + 0.08 * i as f64);
        builder.put(Part::item("goal"), Shape::Rect { rect, radius: 0.0 }, Fill::None, Some(stroke), enter);
        for (k, line) in lines.iter().enumerate() {
            let at = Point::new(rect.x + PAD + 2.0, y + PAD + 12.5 + k as f64 * 19.0);
            builder.text(at, line, font, ink, Anchor::Start);
        }
        builder.end();
        y = rect.bottom() + GAP;
    }
    builder.begin(ix);
    builder.legend_for(ix);
    if figure.opens_up() {
        if figure.is_inclusive() {
            let tick = vec![Point::new(area.x - 3.0, y), Point::new(area.right() + 3.0, y)];
            builder.line("tick", tick, ink, 2.0, Enter::fade(start + 0.3));
        }
        let r = Rect::new(area.x + 1.0, y + 5.0, area.w - 2.0, 14.0);
        let fade = Fade { full: r.y + 2.0, gone: r.bottom(), upright: true };
        let hatch = bound_marks::hatch(slate, 14.0, Some(fade));
        // dashed as the outlines above it: what may come beyond them is aimed at too
        let stroke = builder.aim_stroke(ix, slate);
        let shape = Shape::Rect { rect: r, radius: 0.0 };
        builder.put(Part::item("open"), shape, hatch, Some(stroke), Enter::fade(start + 0.4));
        let (from, to) = (Point::new(r.center().x, r.y + 4.0), Point::new(r.center().x, r.bottom() + 8.0));
        builder.arrow(from, to, slate, Enter::fade(start + 0.5));
        y = r.bottom() + 8.0;
    }
    builder.end();
    y - area.y
}
