//! What the rows and the numbers of ranges are called: with their periods, and with the names of both sides, where needed.
//!
//! **Invariant**: words only, in the language of the picture; no places and no marks.

use crate::chart::label_text::{unlike_periods, with_period, Labels};
use crate::chart::ranges::{Ranges, Span};
use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::base::{against_all, in_one_line};
use crate::model::figure::{Figure, FigureIx};
use crate::model::Facts;
use crate::statement::Status;

/// What a row and its numbers are called: with their periods where not all of the chart are of one.
pub(super) struct Said<'a> {
    pub(super) facts: &'a Facts,
    /// Of the first numbers and of the second ones.
    pub(super) labels: [&'a Labels; 2],
    pub(super) locale: Locale,
    pub(super) unlike: bool,
    /// Rows are changes from unlike bases, each of which its name says.
    pub(super) unlike_bases: bool,
}

impl Said<'_> {
    fn is_of_one_period(&self, item: &Span) -> bool {
        let figures: Vec<FigureIx> = item.figures().collect();
        !unlike_periods(self.facts, &figures)
    }

    pub(super) fn name(&self, item: &Span) -> String {
        let name = item.name(self.facts, self.locale);
        let name = match self.unlike && self.is_of_one_period(item) {
            true => with_period(name, self.facts.figure(item.figure), self.locale),
            false => name.to_string(),
        };
        let figures: Vec<&Figure> = item.figures().map(|ix| self.facts.figure(ix)).collect();
        let against = against_all(&figures, self.locale).filter(|_| self.unlike_bases);
        in_one_line([Some(name), against], self.locale)
    }

    pub(super) fn value(&self, item: &Span, ix: FigureIx) -> String {
        let (figure, name) = (self.facts.figure(ix), item.name(self.facts, self.locale));
        let is_second = item.to == Some(ix) && item.figure != ix;
        let value = self.labels[usize::from(is_second)].of(figure);
        match !self.is_of_one_period(item) && with_period(name, figure, self.locale) != name {
            true => with_period(&value, figure, self.locale),
            false => value,
        }
    }
}

/// What the first and the second numbers of the rows are called, where dots of two colours stand for them: by their
/// status, else by their period, else by their order. With the status that such a name says of all of a side.
pub(super) fn names(
    spec: &Ranges,
    facts: &Facts,
    labels: &Labels,
    locale: Locale,
) -> Option<[(String, Option<Status>); 2]> {
    let pairs = || spec.items.iter().filter_map(|item| Some((item.figure, item.to?)));
    let is_dot = |ix: FigureIx| facts.figure(ix).ends().is_some_and(|(low, high)| low == high);
    if !pairs().any(|(first, second)| is_dot(first) && is_dot(second)) {
        return None;
    }
    let sides: [Vec<&Figure>; 2] = [
        spec.items.iter().map(|item| facts.figure(item.figure)).collect(),
        spec.items.iter().filter_map(|item| item.to).map(|ix| facts.figure(ix)).collect(),
    ];
    let status = |side: &[&Figure]| {
        let status = side.first()?.status();
        side.iter().all(|figure| figure.status() == status).then_some(status)
    };
    let of_one_period = |side: &[&Figure]| side.iter().all(|f| f.period().is_same(side[0].period()));
    if let [Some(a), Some(b)] = [status(&sides[0]), status(&sides[1])] {
        let word = |i: usize, other: Status| match sides[i][0].status_word(locale) {
            None if !other.is_result() => Some(Message::Result.get(locale)),
            word => word,
        };
        if let (true, Some(first), Some(second)) = (a != b, word(0, b), word(1, a)) {
            return Some([(first.to_string(), Some(a)), (second.to_string(), Some(b))]);
        }
    }
    // goals beside results that are not all equally firm
    let all_results = |side: &[&Figure]| !side.is_empty() && side.iter().all(|f| f.status().is_result());
    for (goals, results) in [(0, 1), (1, 0)] {
        let goal = status(&sides[goals]).filter(|status| !status.is_result());
        if let (Some(goal), true) = (goal, all_results(&sides[results])) {
            let word = sides[goals][0].status_word(locale).unwrap_or_default();
            let mut names = [0, 1].map(|_| (Message::Result.get(locale).to_string(), None));
            names[goals] = (word.to_string(), Some(goal));
            return Some(names);
        }
    }
    let unlike = !sides[0][0].period().is_same(sides[1][0].period());
    let common = labels.common_word(sides[0][0]).map(|_| sides[0][0].status());
    let words = match unlike && sides.iter().all(|side| of_one_period(side)) {
        true => [0, 1].map(|i| sides[i][0].period().text.get(locale)),
        false => [Message::FirstNumber, Message::SecondNumber].map(|message| message.get(locale)),
    };
    Some(words.map(|word| (word.to_string(), common)))
}
