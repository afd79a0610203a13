//! Charts with axes, by plotters: the `Ranged` of their axes, charts on a part of the picture, and statements as elements.
//!
//! Values of a chart and its frame in CSS px come in; places on the grid and marks on the builder go out.
//!
//! **Invariant**: an axis is finite, never empty and never backwards; its key points are the chart's own, so that
//! plotters searches for none.

use crate::geometry::{from_grid, to_grid, Point, Rect, GRID};
use crate::layout::backend::{place, LayoutBackend, Never};
use crate::layout::scene_builder::SceneBuilder;
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use plotters::coord::CoordTranslate;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::ops::Range;

/// An axis of amounts or of periods. Periods count in years, as `Date::years` has them: what is known to the year
/// stands in the middle of its year.
#[derive(Clone, Debug)]
pub struct Axis {
    from: f64,
    to: f64,
    /// Values worth a line or a label.
    key_points: Vec<f64>,
    /// Whether an upright axis has its first value at its top.
    downwards: bool,
}

impl Axis {
    /// Returns an axis of amounts from 0.
    pub fn amounts(most: f64) -> Axis {
        Axis::new(0.0, most)
    }

    /// Returns an axis of amounts that has room for both and for 0.
    pub fn amounts_between(least: f64, most: f64) -> Axis {
        Axis::new(least.min(0.0), most.max(0.0))
    }

    /// Returns an axis between two values, whether or not 0 lies between: for positions, which have no length.
    pub fn positions(least: f64, most: f64) -> Axis {
        Axis::new(least, most)
    }

    /// Returns an axis of periods between two times, in years.
    pub fn periods(from: f64, to: f64) -> Axis {
        Axis::new(from, to)
    }

    /// Returns an axis of periods that has room for the whole of its first year and of its last.
    pub fn years(first: i32, last: i32) -> Axis {
        Axis::periods(f64::from(first), f64::from(last) + 1.0)
    }

    /// Returns the axis across a chart that has only one.
    pub fn across() -> Axis {
        Axis::new(0.0, 1.0)
    }

    /// An axis that is empty, backwards or not finite becomes one unit long.
    fn new(from: f64, to: f64) -> Axis {
        let sound = from.is_finite() && to > from && (to - from).is_finite();
        let first = if from.abs() < 1e15 { from } else { 0.0 };
        let (from, to) = if sound { (from, to) } else { (first, first + 1.0) };
        Axis { from, to, key_points: Vec::new(), downwards: false }
    }

    pub fn with_key_points(self, key_points: Vec<f64>) -> Axis {
        Axis { key_points, ..self }
    }

    /// Returns the same axis with its first value at the top.
    pub fn downwards(self) -> Axis {
        Axis { downwards: true, ..self }
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (low, high): (i32, i32)) -> i32 {
        let (low, high) = if self.downwards { (high, low) } else { (low, high) };
        let part = (value - self.from) / (self.to - self.from);
        let unit = f64::from(low) + part * (f64::from(high) - f64::from(low));
        // total: what is too far ends where the grid ends, and what is no number is 0
        to_grid(unit / GRID)
    }

    fn key_points<H: KeyPointHint>(&self, hint: H) -> Vec<f64> {
        self.key_points.iter().copied().take(hint.max_num_points()).collect()
    }

    fn range(&self) -> Range<f64> {
        self.from..self.to
    }
}

/// A chart that is being drawn.
pub type Plot<'c, 'b, 's> = ChartContext<'c, LayoutBackend<'b, 's>, Cartesian2d<Axis, Axis>>;
pub type Drawn = Result<(), DrawingAreaErrorKind<Never>>;

/// Two axes on a part of the picture.
pub struct Axes(Cartesian2d<Axis, Axis>);

impl Axes {
    /// Returns axes on `frame`, in CSS px: the nearest such on the grid.
    pub fn new(frame: Rect, x: Axis, y: Axis) -> Axes {
        let (left, right) = (to_grid(frame.x), to_grid(frame.right()));
        let (top, bottom) = (to_grid(frame.y), to_grid(frame.bottom()));
        Axes(Cartesian2d::new::<Axis, Axis>(x, y, (left..right, bottom..top)))
    }

    /// Returns where values are, in CSS px.
    pub fn at(&self, x: f64, y: f64) -> Point {
        place(self.0.translate(&(x, y)))
    }

    /// Returns its part of the picture, in CSS px.
    pub fn frame(&self) -> Rect {
        let (x, y) = (self.0.get_x_axis_pixel_range(), self.0.get_y_axis_pixel_range());
        let [left, top, right, bottom] = [x.start, y.start, x.end, y.end].map(from_grid);
        Rect::new(left, top, right - left, bottom - top)
    }

    /// Draws a chart with these axes.
    pub fn draw<'s>(
        &self,
        builder: &mut SceneBuilder<'s>,
        draw: impl FnOnce(&mut Plot<'_, '_, 's>) -> Drawn,
    ) {
        let frame = self.frame();
        let corner = Point::new(frame.right(), frame.bottom());
        let root = LayoutBackend::new(builder, corner).into_drawing_area();
        let mut chart = ChartBuilder::on(&root);
        chart.margin_left(to_grid(frame.x)).margin_top(to_grid(frame.y));
        let chart = chart.build_cartesian_2d(self.0.x_spec().clone(), self.0.y_spec().clone());
        let drawn = chart.and_then(|mut chart| {
            let of =
                |on: &Cartesian2d<Axis, Axis>| (on.get_x_axis_pixel_range(), on.get_y_axis_pixel_range());
            debug_assert_eq!(of(chart.as_coord_spec()), of(&self.0), "one place for one value");
            draw(&mut chart)
        });
        // the backend has no errors, nothing draws on it while an element is drawn, and there is no caption to fail
        debug_assert!(drawn.is_ok(), "{drawn:?}");
    }
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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_have_their_places_on_the_grid() {
        let axis = Axis::amounts(10.0).with_key_points(vec![0.0, 5.0, 10.0]);
        assert_eq!([0.0, 5.0, 10.0].map(|v| axis.map(&v, (160, 0))), [160, 80, 0]);
        assert_eq!([0.0, 5.0, 10.0].map(|v| axis.clone().downwards().map(&v, (160, 0))), [0, 80, 160]);
        assert_eq!(axis.map(&f64::NAN, (0, 160)), 0);
        assert_eq!(axis.key_points(2), [0.0, 5.0]);
        let axes = Axes::new(Rect::new(10.02, 20.0, 100.0, 50.0), Axis::years(2001, 2004), axis);
        assert_eq!(axes.frame(), Rect::new(10.0, 20.0, 100.0, 50.0));
        assert_eq!(axes.at(2002.5, 10.0), Point::new(47.5, 20.0));
        assert_eq!(axes.at(2005.0, 0.0), Point::new(110.0, 70.0));
    }

    proptest! {
        #[test]
        fn any_values_give_an_axis(from in proptest::num::f64::ANY, to in proptest::num::f64::ANY) {
            let axis = Axis::new(from, to);
            prop_assert!(axis.from.is_finite() && (axis.to - axis.from).is_finite() && axis.to > axis.from);
        }

        #[test]
        fn any_value_of_any_axis_has_its_place(a in -1e15..1e15f64, b in -1e15..1e15f64, v in -1e15..1e15f64) {
            for (from, to) in [(a, b), (a, a)] {
                let axis = Axis::new(from, to);
                prop_assert_eq!((axis.map(&axis.from, (0, 11_200)), axis.map(&axis.to, (0, 11_200))), (0, 11_200));
                let within = v.clamp(axis.from, axis.to);
                prop_assert!((0..=11_200).contains(&axis.map(&within, (0, 11_200))));
            }
        }
    }
}
