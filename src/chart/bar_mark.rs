//! One statement as a bar from zero along an axis, to the right or upwards, and the other way below zero.
//!
//! A figure and the places of its numbers in CSS px come in; marks on the builder go out. Bars side by side and columns
//! over time share it.
//!
//! **Invariant**: the solid part begins at zero and ends exactly at the number, of a range at the number nearer to
//! zero; an open end points to the side on which the value may lie and has no cap; what has not happened is never
//! filled.

use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend::PALE;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::model::figure::{Figure, FigureIx};
use crate::theme::Role;

/// Length of an open end with its arrow, CSS px.
pub const BEYOND: f64 = 36.0;
/// Length of its hatching.
const OPEN: f64 = 28.0;
/// Half the declared width of a soft edge.
pub const SOFT: f64 = 10.0;

/// The strip that a bar lies in: where it lies across its axis, and how thick it is. CSS px.
#[derive(Clone, Copy, Debug)]
pub struct Lane {
    /// Larger values are further up, and not further to the right.
    pub upright: bool,
    pub edge: f64,
    pub thickness: f64,
}

impl Lane {
    /// The part of the strip between two places of the axis.
    pub fn rect(&self, a: f64, b: f64) -> Rect {
        let (from, length) = (a.min(b), (a - b).abs());
        match self.upright {
            true => Rect::new(self.edge, from, self.thickness, length),
            false => Rect::new(from, self.edge, length, self.thickness),
        }
    }

    /// A place by its distance along the axis and across the strip.
    fn point(&self, along: f64, across: f64) -> Point {
        match self.upright {
            true => Point::new(self.edge + across, along),
            false => Point::new(along, self.edge + across),
        }
    }

    /// 1 where the axis' places grow with its values, else −1.
    fn way(&self) -> f64 {
        if self.upright {
            -1.0
        } else {
            1.0
        }
    }
}

/// How far beyond its numbers the marks of a statement reach: below the lower one and above the higher one, CSS px.
pub fn beyond(figure: &Figure) -> (f64, f64) {
    let Some((low, high)) = figure.ends() else { return (0.0, 0.0) };
    let soft = if figure.is_soft() { SOFT } else { 0.0 };
    let below = if figure.opens_down() && low <= 0.0 { BEYOND } else { 0.0 };
    let above = if figure.opens_up() && high >= 0.0 { BEYOND } else { 0.0 };
    match high < 0.0 {
        true => (below.max(soft), above),
        false => (below, above.max(soft)),
    }
}

/// Draws the solid part of a result; pale in an outline where it is preliminary or an estimate.
pub fn solid(
    builder: &mut SceneBuilder,
    ix: FigureIx,
    (part, rect): (Part, Rect),
    paint: Paint,
    enter: Enter,
) {
    if builder.figure(ix).status().is_firm() {
        return builder.rect(part, rect, Fill::Solid(paint), enter);
    }
    builder.rect(part, rect, Fill::Solid(paint.fade(PALE)), enter);
    let stroke = Stroke { paint, width: 1.5, dash: None };
    // what is thinner than its outline is a line, not less than nothing
    let inset = 0.75f64.min(rect.h / 2.0).min(rect.w / 2.0);
    let shape = Shape::Rect { rect: rect.inset(inset), radius: 0.0 };
    builder.put("not-final", shape, Fill::None, Some(stroke), enter);
    builder.legend(LegendEntry::NotFinal);
}

/// Draws a bar from `zero` to the places of its lower and its higher number.
pub fn draw(
    builder: &mut SceneBuilder,
    ix: FigureIx,
    lane: Lane,
    zero: f64,
    (low, high): (f64, f64),
    paint: Paint,
) {
    let figure = builder.figure(ix);
    let Some((least, most)) = figure.ends() else { return };
    builder.legend_for(ix);
    let aim = !figure.status().is_result();
    let paint = if aim { builder.paint(Role::GENERAL) } else { paint };
    let falls = most < 0.0 || most == 0.0 && (least < 0.0 || figure.opens_down());
    // of a range its end nearer to zero is where it is solid to, unless zero lies in it
    let (near, far) = match (falls, least < 0.0 && most > 0.0) {
        (_, true) => (zero, zero),
        (true, _) => (high, low),
        (false, _) => (low, high),
    };
    let outwards = if falls { -lane.way() } else { lane.way() };
    let bar = Bar { ix, figure, lane, zero, near, outwards, paint, aim, grow: grow(builder, lane, falls) };
    let after = Enter::fade(builder.delay + 0.5);
    bar.body(builder);
    if least != most {
        let (from, to) = if least < 0.0 && most > 0.0 { (low, high) } else { (near, far) };
        bound_marks::between(builder, lane.rect(from, to), paint, after);
        builder.legend(LegendEntry::Between);
    }
    bar.open_end(builder, after);
}

fn grow(builder: &SceneBuilder, lane: Lane, falls: bool) -> Enter {
    let effect = match (lane.upright, falls) {
        (true, true) => Effect::GrowDown,
        (true, false) => Effect::GrowUp,
        (false, true) => Effect::GrowLeft,
        (false, false) => Effect::GrowRight,
    };
    Enter::new(effect, builder.delay)
}

struct Bar<'f> {
    ix: FigureIx,
    figure: &'f Figure,
    lane: Lane,
    zero: f64,
    /// Where its solid part ends.
    near: f64,
    /// The way from zero, 1 or −1.
    outwards: f64,
    paint: Paint,
    aim: bool,
    grow: Enter,
}

impl Bar<'_> {
    fn length(&self) -> f64 {
        (self.near - self.zero).abs()
    }

    /// It goes on from its number away from zero.
    fn opens_outwards(&self) -> bool {
        let up = self.outwards == self.lane.way();
        if up {
            self.figure.opens_up()
        } else {
            self.figure.opens_down()
        }
    }

    /// It ends at its number at the latest: its value may lie anywhere on the way to zero, and beyond.
    fn opens_inwards(&self) -> bool {
        (self.figure.opens_up() || self.figure.opens_down()) && !self.opens_outwards()
    }

    /// From zero to the number: filled, with a soft edge, or as a dashed outline; nothing below a ceiling.
    fn body(&self, builder: &mut SceneBuilder) {
        if self.aim {
            return self.outline(builder);
        }
        if self.figure.is_soft() {
            // near the number on both sides; what is nearly reached lies on this side of it
            let before = if self.is_nearly() { 2.0 * SOFT } else { SOFT };
            let full = self.near - self.outwards * before.min(self.length());
            let gone = self.near + self.outwards * if self.is_nearly() { 0.0 } else { SOFT };
            let fade = Fade { full, gone, upright: self.lane.upright };
            let rect = self.lane.rect(self.zero, gone);
            builder.rect(Part::item("bar"), rect, Fill::FadeOut(self.paint, fade), self.grow);
        } else if !self.opens_inwards() {
            let rect = self.lane.rect(self.zero, self.near);
            solid(builder, self.ix, (Part::item("bar"), rect), self.paint, self.grow);
        }
    }

    fn is_nearly(&self) -> bool {
        self.figure.bound() == crate::statement::Bound::Nearly
    }

    /// Open at its end where its number is a bound that lies below the value, or is not exact.
    fn outline(&self, builder: &mut SceneBuilder) {
        let (inset, across): (f64, f64) = (1.0, self.lane.thickness - 1.0);
        let stroke = builder.aim_stroke(self.ix, self.paint);
        let closed = !self.opens_outwards() && !self.figure.is_soft();
        let shape = match closed {
            true => {
                let rect = self.lane.rect(self.zero, self.near);
                // the outline of nothing is a line, not less than nothing
                let inset = inset.min(rect.w / 2.0).min(rect.h / 2.0);
                Shape::Rect { rect: rect.inset(inset), radius: 0.0 }
            }
            false => {
                let end = self.near + self.outwards * if self.figure.is_soft() { SOFT } else { 0.0 };
                let start = self.zero + self.outwards * inset;
                let corners = [(end, inset), (start, inset), (start, across), (end, across)];
                Shape::Path { points: corners.map(|(a, b)| self.lane.point(a, b)).to_vec(), closed: false }
            }
        };
        builder.put(Part::item("goal"), shape, Fill::None, Some(stroke), self.grow);
    }

    /// Hatching and an arrow from the number to where the value may lie, and a tick where the number is included.
    fn open_end(&self, builder: &mut SceneBuilder, after: Enter) {
        let (hatched, tip) = if self.opens_outwards() {
            (OPEN, BEYOND)
        } else if self.opens_inwards() {
            // towards zero, and never past it
            let depth = OPEN.min(self.length());
            (-depth, -(depth * 1.15).min(self.length()))
        } else {
            return;
        };
        let end = self.near + self.outwards * hatched;
        let solid = 0.15 * (end - self.near);
        let fade = Fade { full: self.near + solid, gone: end, upright: self.lane.upright };
        let size = self.lane.thickness.min(hatched.abs());
        builder.rect(
            "open",
            self.lane.rect(self.near, end),
            bound_marks::hatch(self.paint, size, Some(fade)),
            after,
        );
        let middle = self.lane.thickness / 2.0;
        let at = |part: f64| self.lane.point(self.near + self.outwards * part, middle);
        builder.arrow(at(hatched * 0.5), at(tip), self.paint, after);
        if self.figure.is_inclusive() {
            let ink = builder.paint(Role::Ink);
            let ends = [-4.0, self.lane.thickness + 4.0].map(|across| self.lane.point(self.near, across));
            builder.line("tick", ends.to_vec(), ink, 2.0, after);
        }
    }
}
