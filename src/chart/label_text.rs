//! What labels beside each other say: the printed phrases, all in one power of ten.
//!
//! Figures come in; words go out. Knows no places.
//!
//! **Invariant**: bound word and unit stay; only 万, 亿 or million may become that of the largest number (the record
//! keeps the print). A status that all figures have is said once, by the chart, and not at each of them.

use crate::chart::axis;
use crate::locale::message::Message;
use crate::locale::number::{Decimal, Phrase, Scale};
use crate::locale::Locale;
use crate::model::base::against_all;
use crate::model::figure::{Figure, FigureIx, Value};
use crate::model::Facts;
use crate::statement::{Bound, Precision, Status};

/// How the labels of a chart are written.
#[derive(Clone)]
pub struct Labels {
    scale: Scale,
    /// The status of all its figures.
    common: Option<Status>,
    /// Some fall can be written in words only, so all are: down by about 2.5%, down by 3.8%.
    falls_in_words: bool,
    locale: Locale,
}

impl Labels {
    /// Returns how the labels of some figures are written: in the power that the largest number is printed in.
    pub fn new(figures: &[&Figure], locale: Locale) -> Labels {
        let numbers: Vec<&Figure> = figures.iter().copied().filter(|f| f.ends().is_some()).collect();
        let scale = shared_scale(&numbers, locale);
        let common = match numbers[..] {
            [first, _, ..] if numbers.iter().all(|f| f.status() == first.status()) => Some(first.status()),
            _ => None,
        };
        let falls_in_words = numbers.iter().any(|figure| {
            figure.measure().is_change() && figure.amount() < 0.0 && figure.bound() != Bound::Exact
        });
        Labels { scale, common, falls_in_words, locale }
    }

    /// Returns the same for figures whose status the chart says elsewhere.
    pub fn without_status(&self, status: Status) -> Labels {
        Labels { common: Some(status), ..*self }
    }

    /// Returns the word of the status that all figures have, to be said once; nothing where they are final.
    pub fn common_word(&self, like: &Figure) -> Option<&'static str> {
        like.status_word(self.locale).filter(|_| self.common == Some(like.status()))
    }

    /// Returns what an axis says of all its figures: their unit, the word of their status and what they are compared with,
    /// where these are the same for all.
    pub fn of_axis(&self, figures: &[&Figure]) -> String {
        let Some(like) = figures.first() else { return String::new() };
        let mut words = axis::unit_text(like, self.locale);
        if let Some(status) = self.common_word(like) {
            words += &Message::InBrackets.with(self.locale, &[status]);
        }
        if let Some(against) = against_all(figures, self.locale) {
            words += Message::Semicolon.get(self.locale);
            words += &against;
        }
        words
    }

    /// Returns the phrase of a figure; an aim says in it that it is one.
    pub fn of(&self, figure: &Figure) -> String {
        self.phrase(figure).to_string()
    }

    /// As `of`, without the unit, which an axis says.
    pub fn beside_axis(&self, figure: &Figure) -> String {
        self.phrase(figure).without_unit(figure.unit(), self.locale).trim_start().to_string()
    }

    /// As `beside_axis`, in two lines where it has a status: the value, and the word of the status.
    pub fn in_lines(&self, figure: &Figure) -> Vec<String> {
        let phrase = Phrase { status: String::new(), ..self.phrase(figure) };
        let value = phrase.without_unit(figure.unit(), self.locale).trim_start().to_string();
        let word = figure.status_word(self.locale).filter(|_| self.common != Some(figure.status()));
        [Some(value), word.map(str::to_string)].into_iter().flatten().collect()
    }

    fn phrase(&self, figure: &Figure) -> Phrase {
        let word = figure.status_word(self.locale).filter(|_| self.common != Some(figure.status()));
        let status = word.map_or(String::new(), |word| Message::InBrackets.with(self.locale, &[word]));
        let phrase = match self.falls_in_words {
            true => figure.fall_in(self.scale, self.locale),
            false => figure.phrase_in(self.scale, self.locale),
        };
        Phrase { status, ..phrase }
    }
}

/// The size of a figure's number, of a range that of its larger end.
fn size(figure: &Figure) -> f64 {
    figure.ends().map_or(0.0, |(low, high)| low.abs().max(high.abs()))
}

/// Its number, of a range both.
fn numbers(figure: &Figure) -> Vec<Decimal> {
    match figure.value() {
        Value::Number(number) => vec![number],
        Value::Range(low, high) => vec![low, high],
        Value::Date(_) | Value::Missing | Value::NotApplicable => Vec::new(),
    }
}

/// Returns the power of ten in which the numbers of some figures of one unit are written beside each other: that in which
/// the largest is printed.
pub fn shared_scale(figures: &[&Figure], locale: Locale) -> Scale {
    let Some(largest) = figures.iter().max_by(|a, b| size(a).total_cmp(&size(b))) else {
        return Scale::Shared(None);
    };
    let most = numbers(largest).into_iter().max_by(|a, b| a.to_f64().abs().total_cmp(&b.to_f64().abs()));
    let all: Vec<Decimal> = figures.iter().flat_map(|figure| numbers(figure)).collect();
    Scale::of_all(largest.format(), most.unwrap_or(Decimal::whole(0)), &all, largest.unit(), locale)
}

/// Whether some of the figures are of another period than others: then the picture says of each which.
pub fn unlike_periods(facts: &Facts, figures: &[FigureIx]) -> bool {
    let period = |ix: &FigureIx| facts.figure(*ix).period();
    figures.windows(2).any(|pair| {
        let [a, b] = [period(&pair[0]), period(&pair[1])];
        // a half of a year may be dated as the year
        let is_vague = a.precision() == Precision::Year && b.precision() == Precision::Year;
        !a.is_same(b) || is_vague && a.text != b.text
    })
}

/// Whether a text names a part of a year: half, 一季度.
fn has_part(text: &str, locale: Locale) -> bool {
    let (catalogue, text) = (locale.catalogue(), text.to_lowercase());
    catalogue.year_parts.iter().any(|part| match catalogue.spaced {
        true => text.split(|c: char| !c.is_alphanumeric()).any(|word| word == *part),
        false => text.contains(part),
    })
}

/// A name with the period of its figure behind it, unless it says it: all that the period has of years stands in it too,
/// and a word of a part of a year if the period has one.
/// A name that is itself a piece of the period, such as "January to March", gives way to the whole of it.
pub fn with_period(name: &str, figure: &Figure, locale: Locale) -> String {
    let period = figure.period().text.get(locale);
    if is_piece_of(name, period) {
        return period.to_string();
    }
    let numbers = period.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4);
    let (mut years, mut says_years) = (0, true);
    for number in numbers {
        years += 1;
        says_years &= name.contains(number);
    }
    let says_part = has_part(name, locale) || !has_part(period, locale);
    match name.contains(period) || years > 0 && says_years && says_part {
        true => name.to_string(),
        false => [name, Message::Comma.get(locale), period].concat(),
    }
}

/// Whether the words of a name stand in those of a period; a number alone is no name.
fn is_piece_of(name: &str, period: &str) -> bool {
    let Some((before, after)) = period.split_once(name) else { return false };
    let apart = |inner: Option<char>, outer: Option<char>| !matches!((inner, outer), (Some(a), Some(b)) if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric());
    name.chars().any(char::is_alphabetic)
        && apart(name.chars().next(), before.chars().last())
        && apart(name.chars().last(), after.chars().next())
}
