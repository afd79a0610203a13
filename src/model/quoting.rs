//! Sentences of a story with its figures in place: a statement in words, and a template with what it quotes.
//!
//! **Invariant**: every number that comes out is a figure's phrase, or a count of what the story holds.

use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::template::{self, Piece};
use crate::model::Facts;

impl Facts {
    /// The statement in words: label, phrase, period, and what a change is compared with.
    pub fn statement(&self, ix: FigureIx, locale: Locale) -> String {
        let words = self.statement_without_base(ix, locale);
        match self.figure(ix).against(locale) {
            Some(against) => [&words, Message::Comma.get(locale), &against].concat(),
            None => words,
        }
    }

    /// As `statement`, for what says the base elsewhere.
    pub fn statement_without_base(&self, ix: FigureIx, locale: Locale) -> String {
        let f = self.figure(ix);
        let (label, phrase) = (f.label().get(locale), f.display(locale));
        let mut words = [label, Message::Colon.get(locale), &phrase].concat();
        if f.is_target() {
            words += &Message::InBrackets.with(locale, &[Message::Goal.get(locale)]);
        }
        // a date is its own period
        let period = f.period_and_deadline(locale);
        if period != phrase {
            words += Message::Comma.get(locale);
            words += &period;
        }
        words
    }

    /// A template in one language: pieces of text, each with the figure it came from.
    pub fn expand(&self, text: &Text, locale: Locale) -> Vec<(String, Option<FigureIx>)> {
        let pieces = template::split(text.get(locale)).into_iter();
        let mut pieces: Vec<(String, Option<FigureIx>)> = pieces
            .map(|piece| match piece {
                Piece::Text(t) => (t, None),
                Piece::Reference(id) => match self.figure_ids.get(&id) {
                    Some(&ix) => (self.figure(ix).display(locale), Some(ix)),
                    None => match self.sized(&id) {
                        Some(ix) => (self.figure(ix).size(locale), Some(ix)),
                        None => (self.said_of(&id, locale).unwrap_or_default(), None),
                    },
                },
            })
            .collect();
        self.say_status_once(&mut pieces, locale);
        if locale.catalogue().spaced {
            template::begin_sentences(&mut pieces);
        }
        pieces
    }

    /// Where all of several quoted figures are as firm, the last of them says so for all: (all preliminary).
    fn say_status_once(&self, pieces: &mut [(String, Option<FigureIx>)], locale: Locale) {
        let mut quoted: Vec<(&mut String, &Figure)> = Vec::new();
        for (text, ix) in pieces {
            quoted.extend(ix.map(|ix| (text, self.figure(ix))));
        }
        let Some(word) = quoted.first().and_then(|(_, figure)| figure.status_word(locale)) else { return };
        let own = Message::InBrackets.with(locale, &[word]);
        let is_so = |(text, _): &(&mut String, &Figure)| text.ends_with(&own);
        if quoted.len() < 2 || !quoted.iter().all(is_so) {
            return;
        }
        let all = if quoted.len() == 2 { Message::StatusOfBoth } else { Message::StatusOfAll };
        let all = Message::InBrackets.with(locale, &[&all.with(locale, &[word])]);
        let last = quoted.len() - 1;
        for (i, (text, _)) in quoted.into_iter().enumerate() {
            text.truncate(text.len() - own.len());
            text.push_str(if i == last { &all } else { "" });
        }
    }

    /// The figure of `{figure.size}`.
    fn sized(&self, reference: &str) -> Option<FigureIx> {
        let (id, _) = reference.rsplit_once('.').filter(|(_, what)| *what == "size")?;
        self.find_figure(id)
    }

    /// The same as one string.
    pub fn expand_plain(&self, text: &Text, locale: Locale) -> String {
        self.expand(text, locale).into_iter().map(|(t, _)| t).collect()
    }

    /// `{year:2022}`, `{figure.period}`, and the numbers that the engine counts: `{list.count}`, `{series.points}`,
    /// `{series.gaps}`.
    fn said_of(&self, reference: &str, locale: Locale) -> Option<String> {
        if let Some(year) = template::year(reference) {
            return Some((locale.catalogue().date)(year));
        }
        let (id, what) = reference.rsplit_once('.')?;
        if what == "period" {
            return Some(self.figure(self.find_figure(id)?).period().text.get(locale).to_string());
        }
        let count = match what {
            "count" => self.lists[self.list_ids.get(id)?.0].items.len(),
            "points" => self.series.iter().find(|s| s.id == id)?.plotted.len(),
            "gaps" => self.missing_years(self.series.iter().find(|s| s.id == id)?),
            _ => return None,
        };
        Some(count.to_string())
    }
}
