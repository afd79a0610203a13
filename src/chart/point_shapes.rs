//! A shape for each definition that the points of a series follow, so that readers see which of them are alike.
//!
//! **Invariant**: the definition that most points follow is a solid disc; the others are hollow, each another shape, so that
//! they differ in grey print too. None is a diamond: that says that a date is from another source.

use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::legend::triangle;
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::model::{Facts, Series};
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

/// The shapes as letters, for tables beside the picture.
pub const SIGNS: [&str; 4] = ["●", "□", "△", "▽"];

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
