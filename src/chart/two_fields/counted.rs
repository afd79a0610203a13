//! How many marks an amount is, and in words what one of them stands for.
//!
//! **Invariant**: marks are counted from the figure's own number; nothing is rounded but what is left of a rounding of
//! binary fractions.

use super::Side;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::number::{form_of, Decimal, Format, Unit};
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

/// An amount of a figure in its own words: in the power of ten that it is printed with, else as `amount_in_words`.
pub fn amount_of(figure: &Figure, amount: f64, locale: Locale) -> String {
    let value = Decimal { mantissa: (amount * 1e6).round() as i64, places: 6 }.trimmed();
    match figure.format() {
        Format::Plain => amount_in_words(amount, figure.unit(), locale),
        _ => figure.value_text(value, locale),
    }
}

/// An amount of a figure's unit as its language says it, in the power of ten that gives a whole number: 100万吨, 1000人.
fn amount_in_words(amount: f64, unit: &Unit, locale: Locale) -> String {
    let catalogue = locale.catalogue();
    let value = Decimal { mantissa: (amount * 1e6).round() as i64, places: 6 };
    let value = value.shift(unit.places(locale)).trimmed();
    let name = form_of(unit.forms(locale), (catalogue.plural)(value));
    let power = catalogue.powers.iter().rev().find(|power| name.starts_with(power.word));
    let (value, name) = match power {
        Some(power) => (value.shift(power.places).trimmed(), &name[power.word.len()..]),
        None => (value, name),
    };
    // as many places as are zeros go into the name of a power: 1000000吨 is 100万吨
    let zeros = |power: i32| {
        value.places == 0 && value.mantissa != 0 && value.mantissa % 10i64.pow(power as u32) == 0
    };
    // of a large amount one place may be left: 499000吨 is 49.9万吨
    let almost = |power: i32| {
        let large = 10i64.checked_pow(power as u32 + 1).is_some_and(|least| value.mantissa >= least);
        value.places == 0 && large && value.mantissa % 10i64.pow(power as u32 - 1) == 0
    };
    let shorter = power.and_then(|_| {
        let powers = || catalogue.powers.iter().rev().filter(|p| (1..18).contains(&p.places));
        powers().find(|p| zeros(p.places)).or_else(|| powers().find(|p| almost(p.places)))
    });
    let (value, word) = match shorter {
        Some(p) => (value.shift(-p.places).trimmed(), p.word),
        None => (value, ""),
    };
    let digits = value.written(&catalogue.digits);
    let words = [word, name.trim_start()].into_iter().filter(|word| !word.is_empty());
    let gap = if catalogue.spaced { "\u{a0}" } else { "" };
    words.fold(digits, |said, word| [&said, gap, word].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::number::UnitWords;

    fn unit(zh: &str, en: &str, shift: i8) -> Unit {
        let words = |locale, form: &str, shift| UnitWords { locale, forms: vec![form.to_string()], shift };
        Unit { id: "own".into(), words: vec![words(Locale::Zh, zh, 0), words(Locale::En, en, shift)] }
    }

    /// Seen to fail: with the name of the power left in the unit, which says 0.01亿吨.
    #[test]
    fn what_one_mark_stands_for_is_said_in_a_whole_number() {
        let say = |amount: f64, unit: &Unit| {
            [Locale::Zh, Locale::En].map(|locale| amount_in_words(amount, unit, locale))
        };
        assert_eq!(say(0.01, &unit("亿吨", "Mt", 2)), ["100万吨", "1\u{a0}Mt"]);
        assert_eq!(say(0.1, &unit("万人", "people", 4)), ["1000人", "1,000\u{a0}people"]);
        assert_eq!(say(0.09, &unit("万人", "people", 4)), ["900人", "900\u{a0}people"]);
        assert_eq!(say(49.9, &unit("万吨", "Mt", -2)), ["49.9万吨", "0.499\u{a0}Mt"]);
        assert_eq!(say(5.0, &unit("百万人", "million people", 0))[1], "5\u{a0}million\u{a0}people");
        assert_eq!(say(0.5, &unit("个", "fields", 0)), ["0.5个", "0.5\u{a0}fields"]);
    }
}
