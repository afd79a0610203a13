//! A shape for each definition that the points of a series follow, so that readers see which of them are alike.
//!
//! **Invariant**: the definition that most points follow is a solid disc; the others are hollow, each another shape, so that
//! they differ in grey print too. None is a diamond: that says that a date is from another source.

use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::legend::triangle;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::model::{Facts, Series, SeriesIx};
use crate::text::Font;
use crate::theme::Role;

/// The definitions of the points on the axis, the one that most of them follow first.
pub fn definitions<'f>(facts: &'f Facts, series: &Series) -> Vec<&'f str> {
    let mut all: Vec<(&str, usize)> = Vec::new();
    for ix in &series.plotted {
        let definition = facts.figure(*ix).definition();
        match all.iter_mut().find(|(known, _)| *known == definition) {
            Some((_, count)) => *count += 1,
            None => all.push((definition, 1)),
        }
    }
    crate::geometry::sort_by_key(&mut all, |(_, count)| std::cmp::Reverse(*count));
    all.into_iter().map(|(definition, _)| definition).collect()
}

const NAME: Font = Font::sans(13.0);
/// Room for a shape before its name, and the height of a row, CSS px.
const SHAPE: f64 = 17.0;
const ROW: f64 = 20.0;

/// The shapes as letters, for tables beside the picture.
pub const SIGNS: [&str; 4] = ["●", "□", "△", "▽"];

/// Draws each shape with the name of its definition behind it, in rows; returns their height, CSS px.
pub fn names(builder: &mut SceneBuilder, area: Area, series: SeriesIx, definitions: &[&str]) -> f64 {
    let (paint, muted) = (builder.accent_paint(), builder.paint(Role::Muted));
    let enter = Enter::fade(builder.delay);
    let (mut x, mut y) = (area.x, area.y);
    for (shape, definition) in definitions.iter().enumerate() {
        let name = builder.facts.series(series).definition_name(definition, builder.locale);
        let width = SHAPE + builder.measure.width(name, NAME);
        if x > area.x && x + width > area.right() {
            (x, y) = (area.x, y + ROW);
        }
        draw(builder, shape, Point::new(x + 6.0, y + ROW / 2.0), (5.0, paint), enter);
        builder.text(Point::new(x + SHAPE, y + ROW / 2.0 + 4.5), name, NAME, muted, Anchor::Start);
        x += width + 18.0;
    }
    y + ROW - area.y
}

/// Draws a shape by its number; those beyond the last are drawn as the last.
pub fn draw(
    builder: &mut SceneBuilder,
    shape: usize,
    at: Point,
    (radius, paint): (f64, Paint),
    enter: Enter,
) {
    let surface = builder.paint(Role::Surface);
    let stroke = Stroke { paint, width: 2.0, dash: None };
    let outline = match shape {
        0 => return builder.circle(Part::item("dot"), at, radius, Fill::Solid(paint), None, enter),
        1 => {
            let rect = Rect::new(at.x - radius, at.y - radius, radius * 2.0, radius * 2.0);
            Shape::Rect { rect: rect.inset(0.5), radius: 0.0 }
        }
        2 => Shape::Path { points: triangle(at, (radius, -radius)), closed: true },
        _ => Shape::Path { points: triangle(at, (radius, radius)), closed: true },
    };
    builder.put(Part::item("dot"), outline, Fill::Solid(surface), Some(stroke), enter);
}
