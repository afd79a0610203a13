//! The record of a figure: what it says, how it is bounded, where it comes from, what others say.
//!
//! **Invariant**: every number on screen reaches its record through its figure id; the record invents nothing: each
//! row is a field of the figure or of its source.

mod statements;
mod words;

use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::{Factor, Figure, FigureIx, Operation, Value};
use crate::model::Facts;
pub(crate) use words::against;
use words::kind_words;
pub use words::{bound_words, measure_message, years_text};

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub label: String,
    pub text: String,
    /// A link that may be followed.
    pub href: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub id: String,
    /// The printed phrase.
    pub number: String,
    pub label: String,
    pub rows: Vec<Row>,
    pub cite: String,
}

impl Facts {
    pub fn record(&self, ix: FigureIx, locale: Locale) -> Record {
        let f = self.figure(ix);
        let mut rows = Vec::new();
        let mut row = |label: Message, text: String| {
            rows.push(Row { label: label.get(locale).into(), text, href: None })
        };
        let optional = |t: Option<&Text>| t.map(|t| t.get(locale).to_string());
        row(Message::RecordBound, bound_words(f, locale).to_string());
        let kind = kind_words(f, locale);
        row(
            Message::RecordKind,
            // aims and forecasts are kinds already
            match f.status_word(locale).filter(|_| f.status().is_result()) {
                Some(status) => format!("{kind}{}{status}", Message::Comma.get(locale)),
                None => kind.to_string(),
            },
        );
        // an inferred period says so in its own words (rule inferred)
        let period = f.period().text.get(locale).to_string();
        row(Message::RecordPeriod, period);
        if let Some(deadline) = optional(f.deadline()) {
            row(Message::RecordDeadline, deadline);
        }
        if let Some(d) = f.denominator() {
            let stated =
                if d.stated { String::new() } else { format!(" · {}", Message::NotStated.get(locale)) };
            row(Message::RecordDenominator, format!("{}{stated}", d.text.get(locale)));
        }
        if let Some(base) = optional(f.base()) {
            row(Message::RecordBase, base);
        }
        let source = self.source(f.source().source);
        let href = source.url().map(str::to_string);
        row(Message::RecordSource, self.cite_source(f.source(), locale));
        let last = rows.len() - 1;
        rows[last].href = href;
        let mut row = |label: Message, text: String| {
            rows.push(Row { label: label.get(locale).into(), text, href: None })
        };
        if let Some(interest) = optional(source.interest()) {
            row(Message::RecordInterest, interest);
        }
        row(Message::RecordProcessing, self.processing(f, locale));
        if let Some(note) = optional(f.note()) {
            row(Message::RecordNote, note);
        }
        for caution in self.cautions(ix) {
            row(Message::RecordCaution, caution.text.get(locale).to_string());
        }
        for other in f.others() {
            let mut text = format!("{}{}", other.display(f, locale), Message::Comma.get(locale));
            text.push_str(other.period.text.get(locale));
            text.push_str(Message::Semicolon.get(locale));
            text.push_str(&self.cite_source(other.source, locale));
            if let Some(note) = &other.note {
                text.push_str(Message::Semicolon.get(locale));
                text.push_str(note.get(locale));
            }
            let href = self.source(other.source.source).url().map(str::to_string);
            rows.push(Row { label: Message::RecordOthers.get(locale).into(), text, href });
        }
        if !source.checked().is_empty() {
            let text = source.checked().to_string();
            rows.push(Row { label: Message::RecordChecked.get(locale).into(), text, href: None });
        }
        let (statement, source) = (self.statement(ix, locale), self.cite_source(f.source(), locale));
        let cite = Message::Citation.with(locale, &[&statement, &source]);
        Record {
            id: f.id().into(),
            number: f.display(locale),
            label: f.label().get(locale).into(),
            rows,
            cite,
        }
    }

    fn processing(&self, f: &Figure, locale: Locale) -> String {
        if let Some(d) = f.derivation() {
            let inputs: Vec<String> = d
                .inputs
                .iter()
                .map(|ix| {
                    let input = self.figure(*ix);
                    format!("{} {}", input.label().get(locale), input.display(locale))
                })
                .collect();
            let inputs = inputs.join(Message::Enumeration.get(locale));
            let operation = match d.operation {
                Operation::Convert => Message::ByConversion,
                Operation::Sum => Message::BySum,
                Operation::Difference => Message::ByDifference,
                Operation::Ratio => Message::ByRatio,
                Operation::Share => Message::ByShare,
            };
            let factor = d.factor.unwrap_or(Factor(1, 1));
            let operation = operation.with(locale, &[&factor.0.to_string(), &factor.1.to_string()]);
            return Message::Computed.with(locale, &[&operation, &inputs]);
        }
        let message = if f.counted() {
            Message::Counted
        } else if f.value() == Value::Missing {
            Message::NotFound
        } else {
            Message::AsPrinted
        };
        message.get(locale).to_string()
    }
}
