//! How many marks an amount is, and in words what one of them stands for.
//!
//! **Invariant**: marks are counted from the figure's own number; nothing is rounded but what is left of a rounding of
//! binary fractions.

use super::Side;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::number::{in_own_words, Decimal, Format};
use crate::locale::Locale;
use crate::model::figure::Figure;

/// An amount in marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    pub whole: usize,
    /// Part of one more mark, 0 where the amount is a whole number of marks.
    pub rest: f64,
    /// How many of the last marks fade: nobody says at which of them the amount ends.
    pub soft: usize,
    /// The amount goes on beyond the last mark.
    pub open: bool,
    /// The number itself may be meant.
    pub inclusive: bool,
}

impl Count {
    pub fn of(builder: &SceneBuilder, side: &Side) -> Count {
        let figure = builder.figure(side.figure);
        // the table of the chart has seen to it that there are not too many
        let marks = (figure.amount() / side.per).clamp(0.0, 10_000.0);
        let nearest = marks.round();
        let marks = if (marks - nearest).abs() < 1e-6 { nearest } else { marks };
        let all = marks.ceil() as usize;
        let soft = if figure.is_soft() { (all / 20).clamp(1, 12).min(all) } else { 0 };
        Count {
            whole: marks.floor() as usize,
            rest: marks.fract(),
            soft,
            open: figure.opens_up(),
            inclusive: figure.is_inclusive(),
        }
    }

    /// Marks to be drawn, the cut one included.
    pub fn marks(&self) -> usize {
        self.whole + usize::from(self.rest > 0.0)
    }

    /// How wide mark `i` is, as a part of a whole one.
    pub fn part(&self, i: usize) -> f64 {
        if i < self.whole {
            1.0
        } else {
            self.rest
        }
    }

    /// How opaque mark `i` is: the last ones of a soft amount fade.
    pub fn opacity(&self, i: usize) -> f64 {
        let left = self.marks() - i.min(self.marks());
        match left <= self.soft {
            true => 0.15 + 0.7 * (left as f64 - 0.5) / self.soft as f64,
            false => 1.0,
        }
    }
}

/// An amount of a figure in its own words: in the power of ten that it is printed with, else in one that gives a short
/// number.
pub fn amount_of(figure: &Figure, amount: f64, locale: Locale) -> String {
    let value = Decimal { mantissa: (amount * 1e6).round() as i64, places: 6 }.trimmed();
    match figure.format() {
        Format::Plain => in_own_words(value, figure.unit(), locale),
        _ => figure.value_text(value, locale),
    }
}
