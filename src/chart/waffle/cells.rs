//! The hundred cells of a share: squares, discs with a pictogram, or pictograms on a ground.
//!
//! A grid and a figure come in; marks on the builder go out.
//!
//! **Invariant**: a hundred cells, whatever the number; those beyond a floor are hatched, and none of them is solid.

use super::{Grid, APART};
use crate::chart::bar_mark;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{stagger, Effect, Enter};
use crate::layout::legend::PALE;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::SceneBuilder;
use crate::model::figure::{Figure, FigureIx};
use crate::pictogram::Pictogram;
use crate::theme::Role;

/// A hundred squares; one that the number breaks is filled from its top, as its column is.
pub(super) fn cells(builder: &mut SceneBuilder, grid: Grid, ix: FigureIx) {
    let figure = builder.figure(ix);
    let (accent, start) = (builder.accent_paint(), builder.delay);
    let number = figure.amount().clamp(0.0, 100.0);
    let empty = Stroke { paint: builder.paint(Role::Muted), width: 1.0, dash: None };
    let surface = builder.paint(Role::Surface);
    for i in 0..100usize {
        let rect = grid.cell(i);
        let enter = Enter::new(Effect::Pop, start + stagger(i, 100));
        let part = (number - i as f64).clamp(0.0, 1.0);
        if part < 1.0 {
            let (fill, stroke, rect) = match figure.opens_up() {
                true => (beyond(accent), None, rect),
                false => (Fill::None, Some(empty), rect.inset(0.5)),
            };
            builder.put(Part::item("cell"), Shape::Rect { rect, radius: 0.0 }, fill, stroke, enter);
        }
        if part > 0.0 {
            let filled = Rect::new(rect.x, rect.y, rect.w, rect.h * part);
            if part < 1.0 {
                builder.rect(Part::item("cell"), filled.inset(-0.5), Fill::Solid(surface), enter);
            }
            match figure.opens_down() {
                true => builder.rect(
                    Part::item("cell"),
                    filled,
                    bound_marks::hatch(accent, grid.cell, None),
                    enter,
                ),
                false => bar_mark::solid(builder, ix, (Part::item("cell"), filled), accent, enter),
            }
        }
    }
}

/// A hundred discs with a pictogram each, as coins are.
pub(super) fn discs(builder: &mut SceneBuilder, grid: Grid, ix: FigureIx, icon: Pictogram) {
    let figure = builder.figure(ix);
    let (accent, start) = (builder.accent_paint(), builder.delay);
    let number = figure.amount().clamp(0.0, 100.0) as usize;
    let empty = Stroke { paint: builder.paint(Role::Muted), width: 1.0, dash: None };
    let surface = builder.paint(Role::Surface);
    for i in 0..100usize {
        let (center, radius) = (grid.cell(i).center(), grid.cell / 2.0);
        let enter = Enter::new(Effect::Pop, start + stagger(i, 100));
        let pale = !figure.status().is_firm() && !figure.opens_down();
        let (fill, stroke, radius) = match (i < number, figure.opens_up()) {
            (true, _) => (stated(figure, accent, grid.cell), None, radius),
            (false, true) => (beyond(accent), None, radius),
            (false, false) => (Fill::None, Some(empty), radius - 0.5),
        };
        builder.circle(Part::item("cell"), center, radius, fill, stroke, enter);
        if i < number && pale {
            let stroke = Stroke { paint: accent, width: 1.5, dash: None };
            builder.circle("not-final", center, radius - 0.75, Fill::None, Some(stroke), enter);
            builder.legend(LegendEntry::NotFinal);
        }
        if i < number && !figure.opens_down() {
            let size = grid.cell * 1.08;
            let corner = Point::new(center.x - size / 2.0, center.y - size / 2.0);
            let ink = if pale { accent } else { surface };
            pictogram::draw(builder, icon, corner, size, ink, enter);
        }
    }
}

/// A hundred pictograms: those that are counted on a ground, the others hollow beyond a line at its edge.
pub(super) fn grounded(builder: &mut SceneBuilder, grid: Grid, ix: FigureIx, icon: Pictogram) {
    let (accent, muted, start) = (builder.accent_paint(), builder.paint(Role::Muted), builder.delay);
    let number = builder.figure(ix).amount().clamp(0.0, 100.0) as usize;
    let edge = grid.gap / 2.0;
    for column in 0..100usize.div_ceil(grid.rows) {
        let counted = number.saturating_sub(column * grid.rows).min(grid.rows);
        let Rect { x, y, w, .. } = grid.cell(column * grid.rows).inset(-edge);
        if counted > 0 {
            let ground = Rect::new(x, y, w, counted as f64 * (grid.cell + grid.gap));
            let stroke = Stroke { paint: accent, width: 1.5, dash: None };
            let outline = (!builder.figure(ix).status().is_firm()).then_some(stroke);
            if outline.is_some() {
                builder.legend(LegendEntry::NotFinal);
            }
            let shape = Shape::Rect { rect: ground, radius: 0.0 };
            builder.put("ground", shape, Fill::Solid(accent.fade(0.14)), outline, Enter::fade(start));
        }
    }
    if (1..100).contains(&number) {
        let (x, top) = (grid.counted_end(number) + APART / 2.0, grid.y - edge - 4.0);
        let line = vec![Point::new(x, top), Point::new(x, grid.y + grid.h + 10.0)];
        builder.line("border", line, accent, 2.5, Enter::fade(start));
    }
    for i in 0..100usize {
        let rect = grid.cell(i);
        let (size, enter) = (grid.cell * 1.04, Enter::new(Effect::Pop, start + stagger(i, 100)));
        let corner = Point::new(rect.center().x - size / 2.0, rect.center().y - size / 2.0);
        match i < number {
            true => pictogram::counted(builder, icon, corner, size, accent, enter),
            false => pictogram::draw(builder, icon, corner, size, muted, enter),
        }
    }
}

/// Cells that the number does not reach, where it is a floor.
fn beyond(paint: Paint) -> Fill {
    Fill::Hatch(Hatch { paint, pitch: 6.0, stroke: 2.0, fade: None })
}

/// Discs up to the number: a ceiling says nothing about where below it the number lies, so all of it is hatched; what is
/// preliminary or an estimate is pale.
fn stated(figure: &Figure, accent: Paint, cell: f64) -> Fill {
    match (figure.opens_down(), !figure.status().is_firm()) {
        (true, _) => bound_marks::hatch(accent, cell, None),
        (false, true) => Fill::Solid(accent.fade(PALE)),
        (false, false) => Fill::Solid(accent),
    }
}
