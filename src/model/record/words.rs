//! The words of single fields: what a bound means, what is measured, a run of years, what a change is compared with.
//!
//! **Invariant**: one field in, its words out; knows nothing of the story around it.

use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::{Figure, Value};
use crate::statement::{Bound, Form, Measure, Status};

/// What the bound of a figure means, in words; of what has no number, why it has none.
pub fn bound_words(figure: &Figure, locale: Locale) -> &'static str {
    match figure.value() {
        Value::Missing if figure.form() != Form::Class => return Message::NotFound.get(locale),
        Value::NotApplicable => return Message::NotApplicable.get(locale),
        _ => {}
    }
    // what may still be revised is no exact number
    let is_final = !matches!(figure.status(), Status::Preliminary | Status::Revised | Status::Estimated);
    match (figure.form(), figure.written_bound()) {
        (Form::Class, _) => Message::BoundClass,
        (Form::OpenList, _) => Message::BoundOpenList,
        // rounded, and published by nobody
        (Form::Amount, Bound::Exact) if figure.derivation().is_some() => Message::BoundComputed,
        (Form::Amount, Bound::Exact) if is_final => Message::BoundExact,
        (Form::Amount, Bound::Exact) => Message::BoundPublished,
        (Form::Amount, Bound::MoreThan) => Message::BoundMoreThan,
        (Form::Amount, Bound::AtLeast) => Message::BoundAtLeast,
        (Form::Amount, Bound::UpTo) => Message::BoundUpTo,
        (Form::Amount, Bound::LessThan) => Message::BoundLessThan,
        (Form::Amount, Bound::About) => Message::BoundAbout,
        (Form::Amount, Bound::Nearly) => Message::BoundNearly,
        (Form::Amount, Bound::Between) => Message::BoundBetween,
    }
    .get(locale)
}

/// What a figure is, in words: a class or an aim first, else what it measures.
pub(super) fn kind_words(figure: &Figure, locale: Locale) -> &'static str {
    let message = match (figure.form(), figure.status(), figure.measure()) {
        (Form::Class, _, _) => Message::KindClass,
        (_, Status::Target, _) => Message::KindTarget,
        (_, Status::Forecast, _) => Message::KindForecast,
        (_, _, measure) => measure_message(measure),
    };
    message.get(locale)
}

/// The name of a measure: the same in records, refusals and wherever an editor chooses one.
pub fn measure_message(measure: Measure) -> Message {
    match measure {
        Measure::Level => Message::KindLevel,
        Measure::Flow => Message::KindFlow,
        Measure::Count => Message::KindCount,
        Measure::Share => Message::KindShare,
        Measure::Rate => Message::KindRate,
        Measure::Growth => Message::KindGrowth,
        Measure::Change => Message::KindChange,
        Measure::Points => Message::KindPoints,
        Measure::Multiple => Message::KindMultiple,
        Measure::Ratio => Message::KindRatio,
        Measure::Rank => Message::KindRank,
        Measure::Index => Message::KindIndex,
        Measure::Date => Message::KindDate,
    }
}

/// 1961—1977年, 1979年; 1961–1977, 1979.
pub fn years_text((from, to): (i32, i32), locale: Locale) -> String {
    match from == to {
        true => Message::Year.with(locale, &[&from.to_string()]),
        false => Message::YearSpan.with(locale, &[&from.to_string(), &to.to_string()]),
    }
}

/// What a change is measured against, in words for the middle of a line: base period: 2023; against the level before the pandemic.
pub(crate) fn against(base: &str, locale: Locale) -> String {
    // what an editor writes where the source does not say it
    if ["未写", "not stated", "не указан"].iter().any(|words| base.contains(words)) {
        return base.to_string();
    }
    let digits = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    let has_year = base.split(|c: char| !c.is_ascii_digit()).any(digits);
    // a year with at most a quarter, a month or the like beside it
    let is_period = has_year && base.chars().filter(|c| c.is_alphabetic()).count() <= 4;
    let message = if is_period { Message::BasePeriod } else { Message::Against };
    message.with(locale, &[base])
}

impl Figure {
    /// Returns what it is compared with, in words: base period: 2023; against the quarter before.
    pub fn against(&self, locale: Locale) -> Option<String> {
        self.base().map(|base| against(base.get(locale), locale))
    }

    /// Returns the deadline of an aim in words, unless its period or its name says the same: deadline: by 2028.
    fn deadline_words(&self, locale: Locale) -> Option<String> {
        let deadline = self.deadline()?.get(locale);
        let is_said =
            [&self.period().text, self.label()].iter().any(|text| text.get(locale).contains(deadline));
        (!is_said).then(|| Message::Deadline.with(locale, &[deadline]))
    }

    /// Returns its period in words, with the deadline of an aim: 2024, deadline: 2028.
    pub fn period_and_deadline(&self, locale: Locale) -> String {
        let period = self.period().text.get(locale);
        match self.deadline_words(locale) {
            Some(deadline) => [period, Message::Comma.get(locale), &deadline].concat(),
            None => period.to_string(),
        }
    }

    /// Returns its period in words, with the deadline of an aim and what it is compared with: 2023; base period: 2022.
    pub fn period_and_base(&self, locale: Locale) -> String {
        let period = self.period_and_deadline(locale);
        match self.against(locale) {
            Some(against) => [&period, Message::Semicolon.get(locale), &against].concat(),
            None => period,
        }
    }
}
