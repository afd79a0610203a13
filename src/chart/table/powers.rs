//! The numbers of rows that count the same thing, all in one power of ten: 65000万吨 above 70649.9万吨, not 6.5亿吨.
//!
//! Figures come in; a phrase goes out. Knows no places.
//!
//! **Invariant**: no digit is lost; bound word and status stay as the figure has them.

use crate::chart::label_text::shared_scale;
use crate::locale::number::{Decimal, Phrase};
use crate::locale::Locale;
use crate::model::figure::{Figure, Value};

/// Most decimals that a number gets where it is written in the power of another.
const DECIMALS: u8 = 3;

/// Returns the phrase of a figure in the power of ten that it shares with those of some figures that count the same: that of
/// the largest, or the smallest of their powers where others would have many decimals in it.
pub(super) fn phrase(figure: &Figure, among: &[&Figure], locale: Locale) -> Phrase {
    let (base, _) = figure.unit().base(locale);
    let alike = |other: &&&Figure| other.ends().is_some() && other.unit().base(locale).0 == base;
    let alike: Vec<&Figure> = among.iter().filter(alike).copied().collect();
    let power = |figure: &Figure| figure.unit().base(locale).1;
    let size = |figure: &Figure| {
        let (low, high) = figure.ends().unwrap_or_default();
        low.abs().max(high.abs()) * 10f64.powi(power(figure))
    };
    let largest = alike.iter().max_by(|a, b| size(a).total_cmp(&size(b)));
    let smallest = alike.iter().min_by_key(|figure| power(figure));
    let (Some(largest), Some(smallest), Some(_)) = (largest, smallest, figure.ends()) else {
        return figure.phrase(locale);
    };
    let is_short =
        |figure: &&Figure| decimals(&in_unit_of(figure, largest, locale)) <= decimals(figure).max(DECIMALS);
    let like = if alike.iter().all(is_short) { largest } else { smallest };
    let all: Vec<Figure> = alike.iter().map(|figure| in_unit_of(figure, like, locale)).collect();
    let scale = shared_scale(&all.iter().collect::<Vec<_>>(), locale);
    in_unit_of(figure, like, locale).phrase_in(scale, locale)
}

/// A figure in the unit of another that counts the same in another power: 6.5亿吨 as 65000万吨.
fn in_unit_of(figure: &Figure, like: &Figure, locale: Locale) -> Figure {
    let by = figure.unit().base(locale).1 - like.unit().base(locale).1;
    // where both are written in Mt nothing moves, whatever they are in another language
    if by == 0 || figure.unit().name(locale) == like.unit().name(locale) {
        return figure.clone();
    }
    let moved = |number: Decimal| number.shift(by);
    let value = match figure.value() {
        Value::Number(number) => Value::Number(moved(number)),
        Value::Range(low, high) => Value::Range(moved(low), moved(high)),
        other @ (Value::Date(_) | Value::Missing | Value::NotApplicable) => other,
    };
    Figure { value, unit: like.unit.clone(), format: like.format(), ..figure.clone() }
}

/// The decimals of a figure's number.
fn decimals(figure: &Figure) -> u8 {
    match figure.value() {
        Value::Number(number) => number.trimmed().places,
        Value::Range(low, high) => low.trimmed().places.max(high.trimmed().places),
        Value::Date(_) | Value::Missing | Value::NotApplicable => 0,
    }
}
