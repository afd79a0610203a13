//! Thin axes: a few horizontal grid lines with their values.
//!
//! **Invariant**: an axis of amounts begins at 0.

use crate::chart::plot::{Drawn, Plot};
use crate::geometry::{to_grid, GRID};
use crate::layout::backend::Never;
use crate::locale::number::{scaled, Decimal, Format};
use crate::locale::Locale;
use crate::model::figure::Figure;
use crate::theme::Role;
use plotters::coord::cartesian::MeshLine;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendStyle, BackendTextStyle, DrawingBackend, FontFamily, FontStyle, FontTransform,
};

/// Room between a value and its line, CSS px.
const BESIDE: f64 = 8.0;
/// Size of the values, CSS px.
const SIZE: f64 = 13.0;
/// Whoever draws has said the role; plotters wants a colour.
const OPAQUE: BackendColor = BackendColor { alpha: 1.0, rgb: (0, 0, 0) };

/// A line of one CSS px.
pub struct Hairline;

impl BackendStyle for Hairline {
    fn color(&self) -> BackendColor {
        OPAQUE
    }
    fn stroke_width(&self) -> u32 {
        GRID as u32
    }
}

/// A value that ends before its line.
struct Value;

impl BackendTextStyle for Value {
    type FontError = Never;

    fn color(&self) -> BackendColor {
        OPAQUE
    }
    fn size(&self) -> f64 {
        SIZE * GRID
    }
    fn transform(&self) -> FontTransform {
        FontTransform::None
    }
    fn style(&self) -> FontStyle {
        FontStyle::Normal
    }
    fn anchor(&self) -> Pos {
        Pos::new(HPos::Right, VPos::Center)
    }
    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }
    /// The backend measures by its own font tables.
    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Never> {
        Ok(((0, 0), (0, 0)))
    }
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: (i32, i32),
        _draw: DrawFunc,
    ) -> Result<Result<(), E>, Never> {
        Ok(Ok(()))
    }
}

/// A line across the chart at each key point of its upright axis, with its value before it; the zero is the axis itself.
pub fn horizontal_grid(chart: &Plot, like: &Figure) -> Drawn {
    let all = usize::MAX;
    chart.plotting_area().draw_mesh(
        |backend, line| {
            if let MeshLine::YMesh((left, y), (right, _), value) = line {
                match *value == 0.0 {
                    true => backend.draw_as("axis", Role::Muted),
                    false => backend.draw_as("rule", Role::Rule),
                }
                backend.draw_line((left, y), (right, y), &Hairline)?;
                let text = tick_text(*value, like, backend.builder.locale);
                backend.draw_as("text", Role::Muted);
                backend.draw_text(&text, &Value, (left - to_grid(BESIDE), y))?;
            }
            Ok(())
        },
        all,
        all,
    )
}

/// The words of a unit for the top of an axis: 万吨, Mt, %.
pub fn unit_text(like: &Figure, locale: Locale) -> String {
    locale.pick(&like.unit().zh, &like.unit().en).to_string()
}

fn tick_text(value: f64, like: &Figure, locale: Locale) -> String {
    // ticks are round numbers: six decimals hold every step that 64 ticks can have in readable units
    let decimal = Decimal { mantissa: (value * 1e6).round() as i64, places: 6 }.trimmed();
    let (scaled, _) = scaled(decimal, like.unit(), Format::Plain, locale);
    scaled.trimmed().digits(locale == Locale::En)
}
