//! Thin axes: a few horizontal grid lines with their values.
//!
//! **Invariant**: an axis of amounts has 0, which is marked.

use crate::chart::plot::{Drawn, Plot};
use crate::geometry::{to_grid, GRID};
use crate::layout::backend::Never;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::number::Decimal;
use crate::locale::Locale;
use crate::model::figure::Figure;
use crate::text::Font;
use crate::theme::Role;
use plotters::coord::cartesian::MeshLine;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendStyle, BackendTextStyle, DrawingBackend, FontFamily, FontStyle, FontTransform,
};

const FONT: Font = Font::sans(13.0);
/// Room between a value and its line, CSS px.
const BESIDE: f64 = 8.0;
/// From a line down to the baseline of its value, CSS px.
const BASELINE: f64 = 4.5;
/// plotters wants a colour; the backend paints in the role that was set.
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
        FONT.size * GRID
    }
    fn transform(&self) -> FontTransform {
        FontTransform::None
    }
    fn style(&self) -> FontStyle {
        FontStyle::Normal
    }
    fn anchor(&self) -> Pos {
        Pos::new(HPos::Right, VPos::Bottom)
    }
    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }
    /// The backend measures by its own tables and does not ask.
    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Never> {
        Ok(((0, 0), (0, 0)))
    }
    /// The backend keeps text as text; one that asks for pixels gets none.
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: (i32, i32),
        _draw: DrawFunc,
    ) -> Result<Result<(), E>, Never> {
        Ok(Ok(()))
    }
}

/// Draws a line across the chart at each key point of its upright axis, with its text before it; the zero is the axis
/// itself.
pub fn horizontal_grid(chart: &Plot, texts: &[String]) -> Drawn {
    let all = usize::MAX;
    let mut texts = texts.iter();
    chart.plotting_area().draw_mesh(
        |backend, line| {
            let MeshLine::YMesh((left, y), (right, _), value) = line else { return Ok(()) };
            if *value == 0.0 {
                backend.draw_as("axis", Role::Muted);
            } else {
                backend.draw_as("rule", Role::Rule);
            }
            backend.draw_line((left, y), (right, y), &Hairline)?;
            let Some(text) = texts.next() else { return Ok(()) };
            backend.draw_as("text", Role::Muted);
            backend.draw_text(text, &Value, (left - to_grid(BESIDE), y + to_grid(BASELINE)))
        },
        all,
        all,
    )
}

/// The words of a unit for the top of an axis: 万吨, Mt, %.
pub fn unit_text(like: &Figure, locale: Locale) -> String {
    like.unit().name(locale).to_string()
}

/// Returns the values of ticks as they are written, all in one power: 0, 5亿, 10亿.
pub fn tick_texts(ticks: &[f64], like: &Figure, locale: Locale) -> Vec<String> {
    let exact = |value: f64| {
        // ticks are round numbers: so many decimals hold every step of theirs
        let places = match value.abs() {
            ..1.0 => 12,
            ..1e6 => 6,
            _ => 0,
        };
        let decimal = Decimal { mantissa: (value * 10f64.powi(places)).round() as i64, places: places as u8 };
        decimal.trimmed().shift(like.unit().places(locale))
    };
    let values: Vec<Decimal> = ticks.iter().map(|tick| exact(*tick)).collect();
    let largest = values.iter().map(|v| v.to_f64().abs()).fold(0.0, f64::max);
    let (power, word) = power_of(largest, locale);
    let text = |value: Decimal| {
        let digits = value.shift(-power).trimmed().written(&locale.catalogue().digits);
        if value.mantissa == 0 {
            digits
        } else {
            format!("{digits}{word}")
        }
    };
    values.into_iter().map(text).collect()
}

/// Returns the power of ten in which an axis up to `largest` is written, and its word; none for what is short without.
fn power_of(largest: f64, locale: Locale) -> (i32, &'static str) {
    let fits = |(places, _): &&(i32, &str)| largest >= 1e6 && largest >= 10f64.powi(*places);
    locale.catalogue().axis_powers.iter().rfind(fits).copied().unwrap_or((0, ""))
}

/// Returns the room in CSS px that the values of an axis take beside it, with a gap.
pub fn room(builder: &SceneBuilder, ticks: &[f64], like: &Figure) -> f64 {
    let widths =
        tick_texts(ticks, like, builder.locale).into_iter().map(|text| builder.measure.width(&text, FONT));
    widths.fold(0.0, f64::max) + BESIDE
}
