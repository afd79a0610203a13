//! What was found in a text, as JSON.
//!
//! In: a text and its reading. Out: one JSON document with the candidates and the digits that are in none.
//!
//! **Invariant**: places are bytes of the text, from the first to behind the last; every run of digits is in one of the lists.

use super::draft::Direction;
use super::skeleton::{words, Skeleton, Words};
use super::{Candidate, Reading};
use crate::locale::Locale;
use crate::statement::{Bound, Measure, Status};
use serde::Serialize;
use std::ops::Range;

/// Whether a sentence has the beginning of a span.
pub fn holds(sentence: &Range<usize>, span: &Range<usize>) -> bool {
    sentence.contains(&span.start)
}

/// The whole answer. Places are bytes of the text, from the first to behind the last.
#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    language: &'static str,
    candidates: Vec<Entry<'a>>,
    /// Digits of dates.
    dates: Vec<Piece<'a>>,
    /// Digits that were not taken.
    rest: Vec<Piece<'a>>,
}

#[derive(Serialize)]
struct Piece<'a> {
    span: [usize; 2],
    text: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    span: [usize; 2],
    printed: &'a str,
    value: String,
    bound: Bound,
    unit: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<Measure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<String>,
    /// When it may hold, as a figure's period; to be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    supposed: Option<Words>,
    /// Nothing said before it may date it.
    #[serde(skip_serializing_if = "is_false")]
    undated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    /// The span of the amount that it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<[usize; 2]>,
    sentence: [usize; 2],
    /// From 1.
    paragraph: usize,
    figure: Skeleton,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// Returns the whole answer, indented.
pub fn json(text: &str, reading: &Reading, locale: Locale) -> String {
    let piece = |span: &Range<usize>| Piece { span: [span.start, span.end], text: &text[span.clone()] };
    let document = Document {
        version: 1,
        language: locale.code(),
        candidates: reading.amounts.iter().map(|candidate| entry(candidate, reading, locale)).collect(),
        dates: reading.dates.iter().map(piece).collect(),
        rest: reading.rest.iter().map(piece).collect(),
    };
    // numbers and texts always have a JSON form
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn entry<'a>(candidate: &'a Candidate, reading: &Reading, locale: Locale) -> Entry<'a> {
    let span = &candidate.span;
    let sentence = reading.sentences.iter().find(|sentence| holds(sentence, span)).unwrap_or(span);
    Entry {
        span: [span.start, span.end],
        printed: &candidate.printed,
        value: candidate.amount.to_string(),
        bound: candidate.bound,
        unit: &candidate.unit,
        measure: candidate.measure,
        direction: candidate.direction.map(Direction::name),
        period: candidate.period.map(|period| period.to_string()),
        base: candidate.base.map(|base| base.to_string()),
        supposed: candidate.supposed.map(|period| words(period, locale, true)),
        undated: candidate.undated,
        status: candidate.status,
        whole: candidate.whole.as_ref().map(|whole| [whole.start, whole.end]),
        sentence: [sentence.start, sentence.end],
        paragraph: 1 + reading.paragraphs.iter().filter(|start| **start <= span.start).count(),
        figure: Skeleton::of(candidate, locale),
    }
}
