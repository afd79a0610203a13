//! Labels in a column beside a plot, each at the height of what it names, moved apart where they would touch.
//!
//! Points with their words come in; marks on the builder go out.
//!
//! **Invariant**: no label lies on another, and one that was moved is led back to its point.

use crate::geometry::{sort_by, Point};
use crate::layout::enter::Enter;
use crate::layout::label::spread;
use crate::layout::mark::{Anchor, Paint};
use crate::layout::scene_builder::SceneBuilder;
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;

const VALUE: Font = Font::bold(15.0);
const NAME: Font = Font::sans(13.0);

/// A value and a name.
pub struct EndLabel {
    /// What it belongs to; nothing for words of the chart's own.
    ix: Option<FigureIx>,
    /// The point that it names.
    at: Point,
    lines: Vec<(String, Font)>,
    pub width: f64,
    pub height: f64,
    paint: Paint,
}

impl EndLabel {
    /// Returns a label no wider than `room`; a value may be empty.
    pub fn new(
        builder: &SceneBuilder,
        ix: Option<FigureIx>,
        (value, name): (&str, &str),
        room: f64,
        paint: Paint,
    ) -> EndLabel {
        let mut lines = Vec::new();
        for (text, font) in [(value, VALUE), (name, NAME)].into_iter().filter(|(text, _)| !text.is_empty()) {
            lines.extend(
                wrap::balanced(text, font, room, builder.measure).into_iter().map(|line| (line, font)),
            );
        }
        let width = lines.iter().map(|(text, font)| builder.measure.width(text, *font)).fold(0.0, f64::max);
        let height = lines.iter().map(|(_, font)| font.size * 1.25).sum::<f64>() + 6.0;
        EndLabel { ix, at: Point::default(), lines, width, height, paint }
    }

    /// Returns it at the point that it names.
    pub fn placed(self, at: Point) -> EndLabel {
        EndLabel { at, ..self }
    }

    /// From the height of its point down to its middle: its first line stands at that height.
    fn below(&self) -> f64 {
        let first = self.lines.first().map_or(0.0, |(_, font)| font.size * 1.25);
        self.height / 2.0 - first / 2.0 - 1.0
    }
}

/// Writes labels from `x` on to the right, about between `top` and `bottom`; returns the y below them.
pub fn place(
    builder: &mut SceneBuilder,
    mut labels: Vec<EndLabel>,
    x: f64,
    (top, bottom): (f64, f64),
) -> f64 {
    sort_by(&mut labels, |a, b| a.at.y.total_cmp(&b.at.y));
    let wanted: Vec<f64> = labels.iter().map(|label| label.at.y + label.below()).collect();
    let heights: Vec<f64> = labels.iter().map(|label| label.height).collect();
    let last = heights.last().copied().unwrap_or(0.0);
    // more of them than the plot is high go on below it
    let all = heights.iter().sum::<f64>();
    let end = (bottom + last).max(top - 12.0 + all);
    let places = spread(&wanted, &heights, top - 12.0, end);
    let muted = builder.paint(Role::Muted);
    let mut lowest = bottom;
    for ((label, place), wanted) in labels.iter().zip(places).zip(&wanted) {
        if let Some(ix) = label.ix {
            builder.begin(ix);
        }
        let to = Point::new(x - 4.0, place - label.below());
        if (place - wanted).abs() > 6.0 || to.x - label.at.x > 40.0 {
            let from = label.at.towards(to, (8.0 / label.at.distance(to).max(8.0)).min(1.0));
            builder.line("leader", vec![from, to], muted, 1.0, Enter::fade(builder.delay));
        }
        let mut y = place - label.height / 2.0 + 3.0;
        for (text, font) in &label.lines {
            y += font.size * 1.25;
            builder.text(Point::new(x, y - font.size * 0.3), text, *font, label.paint, Anchor::Start);
        }
        builder.end();
        lowest = lowest.max(place + label.height / 2.0);
    }
    lowest
}
