//! `duoyuan recognise`: the amounts of a paragraph as statements that an editor confirms.
//!
//! **Invariant**: writes what the library has understood, and every digit that it has not taken; decides nothing itself.

use crate::stream::{self, write_standard};
use crate::{files, language};
use clap::{Args, ValueEnum};
use duoyuan::input::spreadsheet::utf8_of;
use duoyuan::locale::message::Message;
use duoyuan::locale::{Locale, Text};
use duoyuan::model::record::measure_message;
use duoyuan::recognise::draft::Direction;
use duoyuan::recognise::written::{holds, json};
use duoyuan::recognise::{knows, read, Candidate, Reading};
use duoyuan::statement::{Bound, Status};
use std::io::Read;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// A text; `-` is standard input.
    file: PathBuf,
    /// Language of the text: zh or en.
    #[arg(long, value_parser = language())]
    lang: Locale,
    /// text: each sentence with what was understood; json: places in bytes, and figures to begin with.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub fn run(options: &Options) -> Result<(), Text> {
    if !knows(options.lang) {
        let name = options.lang.code();
        return Err(Text::new(
            format!("还认不出 {name} 的数字，只认 zh 和 en"),
            format!("amounts are found in zh and en only, not yet in {name}"),
        ));
    }
    let mut bytes = Vec::new();
    let opened = stream::open(&options.file).and_then(|mut file| file.read_to_end(&mut bytes));
    opened.map_err(|e| files::unreadable(&options.file, &e))?;
    let text = utf8_of(&bytes)?;
    let reading = read(&text, options.lang);
    let out = match options.format {
        Format::Text => lines(&text, &reading, options.lang),
        Format::Json => json(&text, &reading, options.lang) + "\n",
    };
    write_standard(out.as_bytes())
}

/// Each sentence that has digits or amounts, with its amounts and the digits that are none.
fn lines(text: &str, reading: &Reading, locale: Locale) -> String {
    let mut out = String::new();
    for sentence in &reading.sentences {
        let amounts: Vec<&Candidate> = reading.amounts.iter().filter(|c| holds(sentence, &c.span)).collect();
        let rest: Vec<&str> = reading
            .rest
            .iter()
            .filter(|span| holds(sentence, span))
            .map(|span| &text[span.clone()])
            .collect();
        if amounts.is_empty() && rest.is_empty() {
            continue;
        }
        out += &format!("{}\n", text[sentence.clone()].split_whitespace().collect::<Vec<_>>().join(" "));
        for candidate in amounts {
            out += &format!("  {}  →  {}\n", candidate.printed, understood(candidate, locale));
        }
        if !rest.is_empty() {
            let (label, join) = match locale {
                Locale::Zh => ("没有取的数字：", "、"),
                _ => ("digits not taken: ", ", "),
            };
            out += &format!("  {label}{}\n", rest.join(join));
        }
    }
    out + &counts(reading, locale)
}

fn counts(reading: &Reading, locale: Locale) -> String {
    let (amounts, rest) = (reading.amounts.len(), reading.rest.len());
    match locale {
        Locale::Zh => format!("{amounts} 个数，{rest} 处数字没有取；请逐条核对\n"),
        _ => format!("{amounts} amounts, {rest} runs of digits not taken; compare each with its sentence\n"),
    }
}

/// Value and unit, bound, measure, status, period and base in words.
fn understood(candidate: &Candidate, locale: Locale) -> String {
    let mut parts = vec![format!("{} {}", candidate.amount, candidate.unit).trim_end().to_string()];
    parts.push(bound(candidate.bound).get(locale).to_string());
    parts.extend(candidate.measure.map(|measure| measure_message(measure).get(locale).to_string()));
    parts.extend(candidate.direction.map(|direction| way(direction, locale).to_string()));
    parts.extend(candidate.status.and_then(status).map(|message| message.get(locale).to_string()));
    parts.extend(candidate.period.map(|period| period.to_string()).or(candidate.spoken.clone()));
    parts.extend(candidate.base.map(|base| format!("{} {base}", Message::RecordBase.get(locale))));
    parts.join(Message::Semicolon.get(locale))
}

fn way(direction: Direction, locale: Locale) -> &'static str {
    match (direction, locale) {
        (Direction::Rise, Locale::Zh) => "上升",
        (Direction::Fall, Locale::Zh) => "下降",
        (direction, _) => direction.name(),
    }
}

fn status(status: Status) -> Option<Message> {
    match status {
        Status::Final => None,
        Status::Preliminary => Some(Message::StatusPreliminary),
        Status::Revised => Some(Message::StatusRevised),
        Status::Estimated => Some(Message::StatusEstimated),
        Status::Forecast => Some(Message::StatusForecast),
        Status::Target => Some(Message::Goal),
    }
}

fn bound(bound: Bound) -> Message {
    match bound {
        Bound::Exact => Message::BoundExact,
        Bound::MoreThan => Message::BoundMoreThan,
        Bound::AtLeast => Message::BoundAtLeast,
        Bound::LessThan => Message::BoundLessThan,
        Bound::UpTo => Message::BoundUpTo,
        Bound::About => Message::BoundAbout,
        Bound::Nearly => Message::BoundNearly,
        Bound::Between => Message::BoundBetween,
    }
}
