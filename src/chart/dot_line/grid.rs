//! The lines of the grid around the words that stand on them.
//!
//! Marks on the builder come in; grid lines with gaps go out.
//!
//! **Invariant**: no line of the grid runs through a label; what is left of it is as it was, and under all other marks.

use crate::geometry::{Point, Rect};
use crate::layout::mark::{Mark, Shape};
use crate::layout::scene_builder::SceneBuilder;

/// Between a label and the line that stops at its sides, CSS px.
const BESIDE: f64 = 4.0;
/// A shorter piece of a line would be taken for a mark, CSS px.
const LEAST: f64 = 10.0;

/// Opens the lines of the grid, among the marks from `first` on, where a text in the plot stands on them.
pub(super) fn open(builder: &mut SceneBuilder, first: usize, frame: Rect) {
    let words = builder.marks[first..].iter().filter_map(|mark| match &mark.shape {
        Shape::Text(run) => Some(run.bounds()).filter(|words| words.right() > frame.x),
        _ => None,
    });
    let words: Vec<Rect> = words.collect();
    let mut i = first;
    while i < builder.marks.len() {
        if let Some((from, to)) = grid_line(&builder.marks[i]) {
            let pieces = pieces(from, to, &words);
            let Mark { stroke, enter, fill, .. } = builder.marks[i];
            if let Some((piece, others)) = pieces.split_first() {
                builder.marks[i].shape = Shape::Path { points: piece.to_vec(), closed: false };
                for piece in others {
                    let shape = Shape::Path { points: piece.to_vec(), closed: false };
                    builder.put("rule", shape, fill, stroke, enter);
                    let part = builder.marks.pop();
                    i += 1;
                    part.into_iter().for_each(|part| builder.marks.insert(i, part));
                }
            }
        }
        i += 1;
    }
}

/// The ends of a line of the grid.
fn grid_line(mark: &Mark) -> Option<(Point, Point)> {
    match &mark.shape {
        Shape::Path { points, closed: false } if mark.id.part.name == "rule" => match points[..] {
            [from, to] if from.y == to.y => Some((from, to)),
            _ => None,
        },
        _ => None,
    }
}

/// What is left of a line beside the words that stand on it.
fn pieces(from: Point, to: Point, words: &[Rect]) -> Vec<[Point; 2]> {
    let mut gaps: Vec<(f64, f64)> = words
        .iter()
        .filter(|words| words.y < from.y && from.y < words.bottom())
        .map(|words| (words.x - BESIDE, words.right() + BESIDE))
        .collect();
    crate::geometry::sort_by(&mut gaps, |a, b| a.0.total_cmp(&b.0));
    let (mut left, mut kept) = (from.x, Vec::new());
    for (start, end) in gaps.into_iter().chain([(to.x, to.x)]) {
        if start.min(to.x) - left >= LEAST {
            kept.push([Point::new(left, from.y), Point::new(start.min(to.x), from.y)]);
        }
        left = left.max(end);
    }
    kept
}
