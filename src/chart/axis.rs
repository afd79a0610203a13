//! Thin axes: a few horizontal grid lines with their values.
//!
//! **Invariant**: an axis of amounts begins at 0.

use crate::geometry::Point;
use crate::layout::mark::Anchor;
use crate::layout::scale::Linear;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::number::Decimal;
use crate::model::figure::Figure;
use crate::text::Font;
use crate::theme::Role;

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
    for (i, tick) in ticks.iter().enumerate() {
        let at = y.at(*tick);
        if i == 0 {
            let enter = crate::layout::enter::Enter::fade(builder.delay);
            builder.line("axis", vec![Point::new(x0, at), Point::new(x1, at)], muted, 1.0, enter);
        } else {
            builder.rule(x0, at, x1 - x0);
        }
        let text = tick_text(*tick, like, builder.locale);
        builder.text(Point::new(x0 - 8.0, at + 4.5), &text, Font::sans(13.0), muted, Anchor::End);
    }
}

/// The words of a unit for the top of an axis: 万吨, Mt, %.
pub fn unit_text(like: &Figure, locale: crate::locale::Locale) -> String {
    like.unit().name(locale).to_string()
}

fn tick_text(value: f64, like: &Figure, locale: crate::locale::Locale) -> String {
    // ticks are round numbers: six decimals hold every step that 64 ticks can have in readable units
    let decimal = Decimal { mantissa: (value * 1e6).round() as i64, places: 6 }.trimmed();
    let (scaled, _) =
        crate::locale::number::scaled(decimal, like.unit(), crate::locale::number::Format::Plain, locale);
    scaled.trimmed().written(&locale.catalogue().digits)
}
