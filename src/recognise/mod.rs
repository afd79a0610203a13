//! Finds every amount of a paragraph and says what it states: value, bound, unit, measure, direction, period and base.
//!
//! In: a text and its language. Out: candidates with their bytes in the text, in its order; an editor confirms or corrects them. Rules
//! only: the same text gives the same answer, and nothing is sent anywhere. Chinese and English; other languages give nothing yet.
//!
//! **Invariant**: what is not sure is left out, or said so that it claims less. Knows no story and no files.

pub mod amount;
mod chinese;
pub mod draft;
mod english;
pub mod memory;
pub mod period;
mod rest;
pub mod skeleton;
mod source;
pub mod written;

use crate::locale::Locale;
use crate::statement::{Bound, Measure, Status};
use amount::Amount;
use draft::{Direction, Draft};
use period::Period;
use source::Source;
use std::ops::Range;

/// An amount of a text, as a statement to be confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Bytes of the text, from the bound word in front to the unit or the bound word behind.
    pub span: Range<usize>,
    /// The text of the span.
    pub printed: String,
    pub amount: Amount,
    pub bound: Bound,
    /// The words of the bound as printed: 超, at least; empty for an exact number.
    pub bound_words: String,
    /// As printed, without the power; the name of a currency for its sign. Empty where there is none.
    pub unit: String,
    /// The printed power moved the point by so many places: 万 4, million 6.
    pub power: usize,
    pub measure: Option<Measure>,
    /// Of a change only.
    pub direction: Option<Direction>,
    /// Where the text itself says it.
    pub period: Option<Period>,
    /// What a change refers to, where the text says it.
    pub base: Option<Period>,
    /// The words of a base whose part of the year the text does not say: 2020年同期.
    pub base_words: Option<String>,
    /// When it may hold, where the text says a part of a year and the year stands further up; to be asked.
    pub supposed: Option<Period>,
    /// The words of a period without dates, or of a year that is none of the calendar: 过去三年, the 2024/25 school year.
    pub spoken: Option<String>,
    /// Nothing that was said before may date it: it holds now, or the text's words for when give no date.
    pub undated: bool,
    /// A goal, what somebody expects, or a number that the text calls preliminary; to be confirmed.
    pub status: Option<Status>,
    /// The span of the amount that it is a part of: 87 of the 312 schools.
    pub whole: Option<Range<usize>>,
}

/// What was found in a text, by bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// In the order of the text; their spans do not overlap.
    pub amounts: Vec<Candidate>,
    /// Dates, which say when amounts hold.
    pub dates: Vec<Range<usize>>,
    /// Digits that are in no amount and no date.
    pub rest: Vec<Range<usize>>,
    pub sentences: Vec<Range<usize>>,
    /// Where each paragraph but the first begins.
    pub paragraphs: Vec<usize>,
}

/// Whether the amounts of a language are found; of others none is.
pub fn knows(language: Locale) -> bool {
    matches!(language, Locale::Zh | Locale::En)
}

/// Returns the amounts of a text in its order; their spans do not overlap.
pub fn recognise(text: &str, language: Locale) -> Vec<Candidate> {
    read(text, language).amounts
}

/// Returns the amounts and dates of a text, and the digits that are in neither.
pub fn read(text: &str, language: Locale) -> Reading {
    let source = Source::new(text);
    let (drafts, dates) = match language {
        Locale::Zh => chinese::read(&source),
        Locale::En => english::read(&source),
        Locale::Ru => Default::default(),
    };
    let candidate = |draft: Draft| Candidate {
        span: source.bytes(draft.places.clone()),
        printed: source.text(draft.places).to_string(),
        amount: draft.amount,
        bound: draft.bound,
        bound_words: draft.bound_words,
        unit: draft.unit,
        power: draft.power,
        measure: draft.measure,
        direction: draft.direction,
        period: draft.period,
        base: draft.base,
        base_words: draft.base_words.map(|places| source.text(places).to_string()),
        supposed: draft.supposed,
        spoken: draft.spoken.map(|places| source.text(places).to_string()),
        undated: draft.undated,
        status: draft.status,
        whole: draft.whole.map(|places| source.bytes(places)),
    };
    let taken: Vec<_> =
        drafts.iter().map(|draft| draft.places.clone()).chain(dates.iter().cloned()).collect();
    Reading {
        rest: rest::digits(&source, &taken),
        sentences: source.sentences().into_iter().map(|places| source.bytes(places)).collect(),
        paragraphs: paragraphs(&source),
        dates: dates.into_iter().map(|places| source.bytes(places)).collect(),
        amounts: drafts.into_iter().map(candidate).collect(),
    }
}

/// Where the paragraphs but the first begin; empty lines make none.
fn paragraphs(source: &Source) -> Vec<usize> {
    let is_text = |i: &usize| source.get(*i) != ' ';
    let next = |end: &usize| (*end..source.len()).find(is_text).map(|i| source.bytes(i..i + 1).start);
    let mut all: Vec<usize> = source.paragraph_ends().iter().filter_map(next).collect();
    all.dedup();
    all
}
