//! In which power of ten a number is written: the one that its source prints, or the reader's own.
//!
//! A number and its unit come in; the number as it is written, and the word of its power, go out.
//!
//! **Invariant**: no digit is lost or rounded. A number that is printed in a power which the language lacks (1200万, or a
//! unit that counts in it) is written in one of its own, where it is short there: 12 million.

use super::{form_of, Decimal, Format, Power, Unit};
use crate::locale::Locale;

/// In which power of ten a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As its source prints it; in a language that has no such power, in the one in which it is short.
    Printed(Format),
    /// In one for all numbers beside each other; in none where there is none for all.
    Shared(Option<Format>),
}

/// Most decimals of a number that is written in another power than its source prints.
const DECIMALS: u8 = 3;

impl Scale {
    /// Returns the one in which all of some numbers of a unit are written, of which `largest` is printed in `format`.
    pub fn of_all(format: Format, largest: Decimal, all: &[Decimal], unit: &Unit, locale: Locale) -> Scale {
        if named(format, locale).is_some() || is_as_printed(format, unit, locale) {
            return Scale::Shared(Some(format));
        }
        let own = |value: &Decimal| value.shift(unit.places(locale));
        let all: Vec<Decimal> = all.iter().map(own).collect();
        Scale::Shared(short(own(&largest), &all, locale).map(|power| power.format))
    }

    pub(super) fn power(self, value: Decimal, unit: &Unit, locale: Locale) -> Option<&'static Power> {
        match self {
            Scale::Shared(format) => format.and_then(|format| named(format, locale)),
            Scale::Printed(format) => named(format, locale).or_else(|| {
                let is_own = is_as_printed(format, unit, locale);
                if is_own {
                    None
                } else {
                    short(value, &[value], locale)
                }
            }),
        }
    }
}

fn named(format: Format, locale: Locale) -> Option<&'static Power> {
    locale.catalogue().powers.iter().find(|power| power.format == format)
}

/// Whether all digits are written because the source writes them, or because the unit has a power in its name.
fn is_as_printed(format: Format, unit: &Unit, locale: Locale) -> bool {
    format == Format::Plain && unit.places(locale) <= 0 || unit.power(locale).is_some()
}

/// Returns the largest power that a number reaches and in which all of some numbers have few decimals: of those in which the
/// language counts by itself, as on axes.
pub(super) fn short(largest: Decimal, all: &[Decimal], locale: Locale) -> Option<&'static Power> {
    let catalogue = locale.catalogue();
    let usual = |power: &&Power| catalogue.axis_powers.iter().any(|(places, _)| *places == power.places);
    let reaches = |power: &&Power| largest.to_f64().abs() >= 10f64.powi(power.places);
    let is_short =
        |power: &&Power| all.iter().all(|value| value.shift(-power.places).trimmed().places <= DECIMALS);
    catalogue.powers.iter().rev().filter(usual).filter(reaches).find(is_short)
}

impl Unit {
    /// Returns the power of ten with which its name begins, and the rest of the name: 万 and 吨 of 万吨.
    pub fn power(&self, locale: Locale) -> Option<(&'static Power, &str)> {
        power_of_name(self.name(locale), locale)
    }

    /// Returns what it counts, and in which power of ten: 万吨 is the fourth power of 吨.
    pub fn base(&self, locale: Locale) -> (&str, i32) {
        let (power, name) = match self.power(locale) {
            Some((power, name)) => (power.places, name),
            None => (0, self.name(locale)),
        };
        (name.trim(), self.places(locale) + power)
    }
}

fn power_of_name(name: &str, locale: Locale) -> Option<(&'static Power, &str)> {
    let powers = locale.catalogue().powers.iter().rev();
    powers.filter_map(|power| Some((power, name.trim_start().strip_prefix(power.word)?))).next()
}

/// Returns a number of a unit as its language says it, without its power in the unit's name: 100万吨 for 0.01亿吨, 3.28
/// million people for 328万人, 900 people for 0.0009 million.
pub fn in_own_words(value: Decimal, unit: &Unit, locale: Locale) -> String {
    let catalogue = locale.catalogue();
    let value = value.shift(unit.places(locale)).trimmed();
    let name = form_of(unit.forms(locale), (catalogue.plural)(value));
    let (value, name, power) = match power_of_name(name, locale) {
        Some((power, name)) => {
            let whole = value.shift(power.places).trimmed();
            (whole, name, short(whole, &[whole], locale))
        }
        None => (value, name, None),
    };
    let (value, word) = power.map_or((value, ""), |p| (value.shift(-p.places).trimmed(), p.word));
    let digits = value.written(&catalogue.digits);
    let words = [word, name.trim_start()].into_iter().filter(|word| !word.is_empty());
    let gap = if catalogue.spaced { "\u{a0}" } else { "" };
    words.fold(digits, |said, word| [&said, gap, word].concat())
}

#[cfg(test)]
mod tests {
    use super::super::{phrase, range_phrase, UnitWords};
    use super::*;
    use crate::statement::{Bound, Form};

    fn unit(zh: &str, en: &str, shift: i8) -> Unit {
        let words = |locale, form: &str, shift| UnitWords { locale, forms: vec![form.to_string()], shift };
        let russian = words(Locale::Ru, if shift > 0 { "человек" } else { "тонн" }, shift);
        Unit {
            id: "own".into(),
            words: vec![words(Locale::Zh, zh, 0), words(Locale::En, en, shift), russian],
        }
    }

    /// Seen to fail: with the name of the power left in the unit, which says 0.01亿吨.
    #[test]
    fn what_one_mark_stands_for_is_said_in_a_whole_number() {
        let say = |amount: f64, unit: &Unit| {
            let amount = Decimal { mantissa: (amount * 1e6).round() as i64, places: 6 };
            [Locale::Zh, Locale::En].map(|locale| in_own_words(amount, unit, locale))
        };
        assert_eq!(say(0.01, &unit("亿吨", "Mt", 2)), ["100万吨", "1\u{a0}Mt"]);
        assert_eq!(say(0.1, &unit("万人", "people", 4)), ["1000人", "1,000\u{a0}people"]);
        assert_eq!(say(0.09, &unit("万人", "people", 4)), ["900人", "900\u{a0}people"]);
        assert_eq!(say(49.9, &unit("万吨", "Mt", -2)), ["49.9万吨", "0.499\u{a0}Mt"]);
        assert_eq!(say(5.0, &unit("百万人", "million people", 0))[1], "5\u{a0}million\u{a0}people");
        let people = unit("万人", "million people", -2);
        assert_eq!(say(328.0, &people), ["328万人", "3.28\u{a0}million\u{a0}people"]);
        assert_eq!(say(0.5, &people), ["5000人", "5,000\u{a0}people"]);
        assert_eq!(say(0.5, &unit("个", "fields", 0)), ["0.5个", "0.5\u{a0}fields"]);
    }

    /// Seen to fail: with all digits, which say 12,000,000 people.
    #[test]
    fn a_power_that_the_reader_lacks_becomes_one_of_the_readers() {
        let say = |value: &str, unit: &Unit, format, locale| {
            let value = Decimal::parse(value).unwrap();
            phrase(value, unit, Scale::Printed(format), Bound::Exact, Form::Amount, "", locale).to_string()
        };
        let (jobs, people) = (unit("万人", "people", 4), Unit::built_in("people", &Locale::ALL).unwrap());
        let (en, ru, zh) = (Locale::En, Locale::Ru, Locale::Zh);
        for (value, unit, format, locale, said) in [
            ("1200", &jobs, Format::Plain, en, "12 million people"),
            ("1256", &jobs, Format::Plain, ru, "12,56 млн человек"),
            ("15.1", &jobs, Format::Plain, en, "151,000 people"),
            ("140828", &jobs, Format::Plain, en, "1,408.28 million people"),
            ("123.4567", &jobs, Format::Plain, en, "1,234,567 people"),
            ("300000000", &people, Format::Yi, en, "300 million people"),
            ("2500000", &people, Format::Million, zh, "250万人"),
            ("2500", &people, Format::Thousand, zh, "2500人"),
            // as its source prints it
            ("2500000", &people, Format::Plain, en, "2,500,000 people"),
        ] {
            let said = if locale == ru { said.replace(' ', "\u{a0}") } else { said.to_string() };
            assert_eq!(say(value, unit, format, locale), said);
        }
    }

    #[test]
    fn both_ends_of_a_range_are_in_one_power() {
        let say = |low: i64, high: i64| {
            let ends = [low, high].map(Decimal::whole);
            let unit = unit("万人", "people", 4);
            range_phrase(ends[0], ends[1], &unit, Scale::Printed(Format::Plain), Locale::En).to_string()
        };
        assert_eq!(say(90, 120), "0.9–1.2 million people");
        assert_eq!(say(30, 40), "300,000–400,000 people");
    }
}
