//! A figure in words, as its source prints it: number, bound, unit and how firm it is, in each language.
//!
//! **Invariant**: words are the source's or follow from value, bound, form and measure; no number is rounded.

use crate::locale::message::Message;
use crate::locale::number::{Decimal, Phrase, Scale};
use crate::locale::{number, Locale, Text};
use crate::model::figure::{Figure, Value};
use crate::statement::{Bound, Form, Measure, Status};

impl Figure {
    /// The printed phrase in another power of ten, for labels that stand beside each other; bound word, unit and
    /// status stay.
    pub fn phrase_in(&self, scale: Scale, locale: Locale) -> Phrase {
        let status = self.status_word(locale).filter(|_| !self.is_target());
        let in_brackets = |word| Message::InBrackets.with(locale, &[word]);
        Phrase { status: status.map_or(String::new(), in_brackets), ..self.value_phrase(scale, locale) }
    }

    /// As `phrase_in`, with the direction of a fall in words where its number is exact too: down by 3.8%.
    pub fn fall_in(&self, scale: Scale, locale: Locale) -> Phrase {
        let exact = self.number().filter(|n| n.mantissa < 0 && self.measure.is_change());
        let exact = exact.filter(|_| self.bound == Bound::Exact && self.form == Form::Amount);
        let Some(number) = exact.filter(|_| self.name.is_none()) else {
            return self.phrase_in(scale, locale);
        };
        let size = Value::Number(Decimal { mantissa: -number.mantissa, ..number });
        let mut phrase = Figure { value: size, ..self.clone() }.phrase_in(scale, locale);
        let word = if self.measure == Measure::Change { Message::Decrease } else { Message::Fall };
        phrase.before.insert_str(0, word.get(locale));
        phrase
    }

    /// Returns how firm it is, in a word; nothing for what is final, and where there is no value to say it of.
    pub fn status_word(&self, locale: Locale) -> Option<&'static str> {
        if matches!(self.value, Value::Missing | Value::NotApplicable) && self.name.is_none() {
            return None;
        }
        let message = match self.status {
            Status::Final => return None,
            Status::Preliminary => Message::StatusPreliminary,
            Status::Revised => Message::StatusRevised,
            Status::Estimated => Message::StatusEstimated,
            Status::Forecast => Message::StatusForecast,
            Status::Target => Message::Goal,
        };
        Some(message.get(locale))
    }

    /// The printed phrase in its parts, with how firm it is. Aims say so in their marks and names: a sentence that
    /// quotes one has its own words for it.
    pub fn phrase(&self, locale: Locale) -> Phrase {
        self.phrase_in(Scale::Printed(self.format), locale)
    }

    /// A bounded number below zero: 下降超过5%, below −5.
    fn fall(&self, number: Decimal, scale: Scale, locale: Locale) -> Option<Phrase> {
        if number.mantissa >= 0 || self.form != Form::Amount {
            return None;
        }
        let (number, bound, printed, word) = match (self.measure.is_change(), self.written_bound()) {
            (_, Bound::Exact | Bound::Between) | (false, Bound::About | Bound::Nearly) => return None,
            (true, bound) => {
                let word = if self.measure == Measure::Change { Message::Decrease } else { Message::Fall };
                (Decimal { mantissa: -number.mantissa, ..number }, bound, self.printed.word(locale), word)
            }
            (false, Bound::LessThan) => (number, Bound::Exact, "", Message::Below),
            (false, Bound::UpTo) => (number, Bound::Exact, "", Message::NotAbove),
            (false, Bound::MoreThan) => (number, Bound::Exact, "", Message::Above),
            (false, Bound::AtLeast) => (number, Bound::Exact, "", Message::NotBelow),
        };
        let phrase = number::phrase(number, &self.unit, scale, bound, self.form, printed, locale);
        Some(Phrase { before: [word.get(locale), &phrase.before].concat(), ..phrase })
    }

    /// A number that its source prints in words, in a language that has them: a third, 翻一番.
    fn in_words(&self, number: Decimal, locale: Locale) -> Option<Phrase> {
        let falls = number.mantissa < 0;
        if self.form != Form::Amount || falls && !self.measure.is_change() {
            return None;
        }
        let usual = || number::bound_phrase(self.bound, locale);
        let mut phrase = self.printed.number(self.bound, locale, usual)?;
        if falls {
            let word = if self.measure == Measure::Change { Message::Decrease } else { Message::Fall };
            phrase.before.insert_str(0, word.get(locale));
        }
        // a third says of what, and "half a million people" its people; a dozen does not
        let says_unit = self.unit.is_percent() || matches!(self.measure, Measure::Multiple | Measure::Ratio);
        let words = phrase.digits.to_lowercase();
        let named = |form: &String| words.contains(form.trim_matches(['…', ' ']).to_lowercase().as_str());
        if !says_unit && !self.unit.forms(locale).iter().any(named) {
            phrase.unit = number::plain_phrase(number, &self.unit, Scale::Shared(None), locale).unit;
        }
        Some(phrase)
    }

    /// A place in an order: 3rd of 21. An own unit with words around the digits ("第…座") is written as it is.
    fn rank(&self, number: Decimal, locale: Locale) -> Option<Phrase> {
        let forms = self.unit.forms(locale);
        let own = forms.iter().any(|form| form.contains('…'));
        if self.measure != Measure::Rank
            || self.form != Form::Amount
            || number.places > 0
            || number.mantissa < 1
            || own
        {
            return None;
        }
        // "items" names nothing
        let forms = if self.unit.id == "items" { &[] } else { forms };
        let (place, of) = (number.mantissa, self.of.map(i64::from));
        Some((locale.catalogue().rank)(number::Rank { place, of, forms, bound: self.bound }))
    }

    fn value_phrase(&self, scale: Scale, locale: Locale) -> Phrase {
        if let Some(name) = &self.name {
            return Phrase { digits: name.get(locale).to_string(), ..Phrase::default() };
        }
        let own = |number| {
            let words = || self.in_words(number, locale);
            words().or_else(|| self.rank(number, locale)).or_else(|| self.fall(number, scale, locale))
        };
        if let Some(phrase) = self.number().and_then(own) {
            return phrase;
        }
        match self.value {
            Value::Number(d) => {
                let printed = self.printed.word(locale);
                number::phrase(d, &self.unit, scale, self.bound, self.form, printed, locale)
            }
            Value::Range(low, high) => number::range_phrase(low, high, &self.unit, scale, locale),
            Value::Date(date) => Phrase { digits: date.display(locale), ..Phrase::default() },
            Value::Missing => {
                Phrase { digits: Message::NotFound.get(locale).to_string(), ..Phrase::default() }
            }
            Value::NotApplicable => {
                Phrase { digits: Message::NotApplicable.get(locale).to_string(), ..Phrase::default() }
            }
        }
    }

    /// Another number with its unit, exact: 700万吨.
    pub fn value_text(&self, value: Decimal, locale: Locale) -> String {
        number::plain_phrase(value, &self.unit, Scale::Printed(self.format), locale).to_string()
    }

    /// The same in another unit, where a question counts in one: 85元 of a hundred.
    pub fn value_in(&self, unit: Option<&Text>, value: Decimal, locale: Locale) -> String {
        let Some(unit) = unit else { return self.value_text(value, locale) };
        [&value.written(&locale.catalogue().digits), Message::Space.get(locale), unit.get(locale)].concat()
    }

    /// Its size without a direction, for a sentence that says the direction itself: fell by more than 5%, 减少85万人.
    pub fn size(&self, locale: Locale) -> String {
        let size = |number: Decimal| Decimal { mantissa: number.mantissa.abs(), ..number };
        let value = match self.value {
            Value::Number(number) => Value::Number(size(number)),
            Value::Range(low, high) if high.mantissa <= 0 => Value::Range(size(high), size(low)),
            value => value,
        };
        Figure { value, ..self.clone() }.display(locale)
    }

    /// The printed phrase as one string: 超过80%, 33000余人, 1955年10月29日, 5亿元（初步数）.
    pub fn display(&self, locale: Locale) -> String {
        self.phrase(locale).to_string()
    }
}
