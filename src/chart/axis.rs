//! Thin axes: a few horizontal grid lines with their values.
//!
//! **Invariant**: an axis of amounts begins at 0.

use crate::geometry::Point;
use crate::layout::mark::Anchor;
use crate::layout::scale::Linear;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::number::{scaled, Decimal, Format};
use crate::locale::Locale;
use crate::model::figure::Figure;
use crate::text::Font;
use crate::theme::Role;

const FONT: Font = Font::sans(13.0);

/// Grid lines from `x0` to `x1` at each tick, values right-aligned before `x0`, the unit above the uppermost.
pub fn horizontal_grid(
    builder: &mut SceneBuilder,
    ticks: &[f64],
    y: &Linear,
    x0: f64,
    x1: f64,
    like: &Figure,
) {
    let muted = builder.paint(Role::Muted);
    let texts = tick_texts(ticks, like, builder.locale);
    for (i, (tick, text)) in ticks.iter().zip(texts).enumerate() {
        let at = y.at(*tick);
        if i == 0 {
            let enter = crate::layout::enter::Enter::fade(builder.delay);
            builder.line("axis", vec![Point::new(x0, at), Point::new(x1, at)], muted, 1.0, enter);
        } else {
            builder.rule(x0, at, x1 - x0);
        }
        builder.text(Point::new(x0 - 8.0, at + 4.5), &text, FONT, muted, Anchor::End);
    }
}

/// The words of a unit for the top of an axis: 万吨, Mt, %.
pub fn unit_text(like: &Figure, locale: Locale) -> String {
    locale.pick(&like.unit().zh, &like.unit().en).to_string()
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
        scaled(decimal.trimmed(), like.unit(), Format::Plain, locale).0
    };
    let values: Vec<Decimal> = ticks.iter().map(|tick| exact(*tick)).collect();
    let largest = values.iter().map(|v| v.to_f64().abs()).fold(0.0, f64::max);
    let (power, word) = power_of(largest, locale);
    let text = |value: Decimal| {
        let digits = value.shift(-power).trimmed().digits(locale == Locale::En);
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
    match (largest, locale) {
        (..1e6, _) => (0, ""),
        (..1e8, Locale::Zh) => (4, "万"),
        (..1e12, Locale::Zh) => (8, "亿"),
        (_, Locale::Zh) => (12, "万亿"),
        (..1e9, Locale::En) => (6, " m"),
        (..1e12, Locale::En) => (9, " bn"),
        (_, Locale::En) => (12, " tn"),
    }
}

/// Returns the room in CSS px that the values of an axis take beside it, with a gap.
pub fn room(builder: &SceneBuilder, ticks: &[f64], like: &Figure) -> f64 {
    let widths =
        tick_texts(ticks, like, builder.locale).into_iter().map(|text| builder.measure.width(&text, FONT));
    widths.fold(0.0, f64::max) + 8.0
}
