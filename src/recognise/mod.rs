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
pub mod period;
mod source;

use crate::locale::Locale;
use crate::statement::{Bound, Measure};
use amount::Amount;
use draft::Direction;
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
    pub measure: Option<Measure>,
    /// Of a change only.
    pub direction: Option<Direction>,
    /// Where the text itself says it.
    pub period: Option<Period>,
    /// What a change refers to, where the text says it.
    pub base: Option<Period>,
}

/// Returns the amounts of a text in its order; their spans do not overlap.
pub fn recognise(text: &str, language: Locale) -> Vec<Candidate> {
    let source = Source::new(text);
    let drafts = match language {
        Locale::Zh => chinese::read(&source),
        Locale::En => english::read(&source),
        Locale::Ru => return Vec::new(),
    };
    let candidate = |draft: draft::Draft| Candidate {
        span: source.bytes(draft.places.clone()),
        printed: source.text(draft.places).to_string(),
        amount: draft.amount,
        bound: draft.bound,
        bound_words: draft.bound_words,
        unit: draft.unit,
        measure: draft.measure,
        direction: draft.direction,
        period: draft.period,
        base: draft.base,
    };
    drafts.into_iter().map(candidate).collect()
}
