//! Charts with axes, by plotters: coordinates that keep what they are given, a chart on a part of the picture, and how
//! statements are elements of it.
//!
//! **Invariant**: an axis is never empty and never backwards; its key points are the chart's own, so that plotters
//! searches for none.

use crate::geometry::{to_grid, Point, Rect};
use crate::layout::backend::{place, LayoutBackend, Never};
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use plotters::coord::CoordTranslate;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::ops::Range;

/// Values from one to another in a straight line: amounts, or times in years as `Date::years` has them, where a date that
/// is known to the year stands in the middle of its year.
#[derive(Clone, Debug)]
pub struct Line {
    from: f64,
    to: f64,
    /// Values worth a line or a label.
    key_points: Vec<f64>,
    /// For an upright axis whose first value is at its top.
    downwards: bool,
}

impl Line {
    /// An axis of these values; one that is empty, backwards or not finite becomes one unit long.
    pub fn new(from: f64, to: f64) -> Line {
        let sound = from.is_finite() && to > from && (to - from).is_finite();
        let first = if from.abs() < 1e15 { from } else { 0.0 };
        let (from, to) = if sound { (from, to) } else { (first, first + 1.0) };
        Line { from, to, key_points: Vec::new(), downwards: false }
    }

    pub fn with_key_points(self, key_points: Vec<f64>) -> Line {
        Line { key_points, ..self }
    }

    pub fn downwards(self) -> Line {
        Line { downwards: true, ..self }
    }

    pub fn last(&self) -> f64 {
        self.to
    }
}

impl Ranged for Line {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (low, high): (i32, i32)) -> i32 {
        let (low, high) = if self.downwards { (high, low) } else { (low, high) };
        let part = (value - self.from) / (self.to - self.from);
        let unit = f64::from(low) + part * (f64::from(high) - f64::from(low));
        // as casts do: what is too far ends at the ends of the type, and what is no number is 0
        (unit + 0.5).floor() as i32
    }

    fn key_points<H: KeyPointHint>(&self, hint: H) -> Vec<f64> {
        self.key_points.iter().copied().take(hint.max_num_points()).collect()
    }

    fn range(&self) -> Range<f64> {
        self.from..self.to
    }
}

/// Values of a chart to places of the picture.
pub type Coordinates = Cartesian2d<Line, Line>;
/// A chart that is being drawn.
pub type Plot<'c, 'b, 's> = ChartContext<'c, LayoutBackend<'b, 's>, Coordinates>;
pub type Drawn = Result<(), DrawingAreaErrorKind<Never>>;

/// The coordinates of a chart on `frame`, in CSS px.
pub fn coordinates(frame: Rect, x: &Line, y: &Line) -> Coordinates {
    let (left, right) = (to_grid(frame.x), to_grid(frame.right()));
    let (top, bottom) = (to_grid(frame.y), to_grid(frame.bottom()));
    Cartesian2d::new::<Line, Line>(x.clone(), y.clone(), (left..right, bottom..top))
}

/// Where a value of a chart is, in CSS px.
pub fn at(on: &Coordinates, x: f64, y: f64) -> Point {
    place(on.translate(&(x, y)))
}

/// Builds a chart on `frame`, in CSS px, and draws on it.
pub fn plot<'s>(
    builder: &mut crate::layout::scene_builder::SceneBuilder<'s>,
    frame: Rect,
    x: Line,
    y: Line,
    draw: impl FnOnce(&mut Plot<'_, '_, 's>) -> Drawn,
) {
    let root = LayoutBackend::new(builder, Point::new(frame.right(), frame.bottom())).into_drawing_area();
    let mut chart = ChartBuilder::on(&root);
    let chart = chart.margin_left(to_grid(frame.x)).margin_top(to_grid(frame.y)).build_cartesian_2d(x, y);
    // the backend has no errors, nothing draws on it while an element is drawn, and there is no caption to fail
    let drawn = chart.and_then(|mut chart| draw(&mut chart));
    debug_assert!(drawn.is_ok(), "{drawn:?}");
}

/// What a statement looks like on a chart.
pub trait Statement {
    /// Draws it; `at` has the places of its element, in CSS px.
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend);
}

/// A statement at its values.
pub struct Element<S> {
    pub at: Vec<(f64, f64)>,
    pub statement: S,
}

impl<'a, S> PointCollection<'a, (f64, f64)> for &'a Element<S> {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> &'a [(f64, f64)] {
        &self.at
    }
}

impl<S: Statement> Drawable<LayoutBackend<'_, '_>> for Element<S> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut LayoutBackend,
        _size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Never>> {
        let places: Vec<Point> = places.map(place).collect();
        self.statement.draw(&places, backend);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_values_give_an_axis_and_any_value_a_place() {
        for (from, to) in [(0.0, 0.0), (5.0, 3.0), (f64::NAN, 1.0), (0.0, f64::INFINITY), (-1e308, 1e308)] {
            let line = Line::new(from, to);
            assert!(line.from.is_finite() && line.to > line.from, "{from} to {to}: {line:?}");
        }
        let line = Line::new(0.0, 10.0).with_key_points(vec![0.0, 5.0, 10.0]);
        assert_eq!([0.0, 5.0, 10.0].map(|v| line.map(&v, (160, 0))), [160, 80, 0]);
        assert_eq!([0.0, 5.0, 10.0].map(|v| line.clone().downwards().map(&v, (160, 0))), [0, 80, 160]);
        assert_eq!(line.map(&f64::NAN, (0, 160)), 0);
        assert_eq!(line.key_points(2), [0.0, 5.0]);
    }
}
