//! Plain numbers of English with their bound words and units, and the walk over a text that finds all amounts.
//!
//! In: the tokens of a text and its dates. Out: amounts in the order of the text.
//!
//! **Invariant**: amounts do not overlap each other nor a date.

use super::dates::Dated;
use super::tokens::Kind;
use super::{Found, Words};
use crate::recognise::amount::Amount;
use crate::recognise::draft::{both, Draft};
use crate::statement::Bound;

impl Words<'_> {
    /// All amounts of the text.
    pub(super) fn amounts(&self, dates: &[Dated]) -> Vec<Found> {
        let (mut all, mut t, mut free): (Vec<Found>, usize, usize) = (Vec::new(), 0, 0);
        while t < self.tokens.len() {
            if let Some(dated) = dates.iter().find(|dated| dated.tokens.contains(&t)) {
                (t, free) = (dated.tokens.end, dated.tokens.end);
                continue;
            }
            let limit = dates.iter().map(|dated| dated.tokens.start).find(|start| *start > t);
            let found = self.amount(t, free).filter(|found| limit.is_none_or(|limit| found.end <= limit));
            match found {
                Some(found) => {
                    (t, free) = (found.end, found.end);
                    all.push(found);
                }
                None => t = self.beyond(t),
            }
        }
        self.share_units(&mut all);
        all.retain(|found| !found.draft.unit.is_empty() || self.stands_alone(found));
        all
    }

    /// The next token where an amount may begin: what hangs on digits that are not taken is not taken either.
    fn beyond(&self, t: usize) -> usize {
        let mut end = t + 1;
        if self.token(t).kind != Kind::Number {
            return end;
        }
        // 020-7946, 10:30, 9/11
        let joint =
            |t: usize| self.token(t).kind == Kind::Sign && !self.token(t).spaced && !self.token(t).is("%");
        while joint(end) && !self.token(end + 1).spaced && self.token(end + 1).kind == Kind::Number {
            end += 2;
        }
        end
    }

    fn amount(&self, t: usize, free: usize) -> Option<Found> {
        if self.is_named(t) {
            return None;
        }
        let found = self.special(t).or_else(|| self.number(t, free))?;
        let found = self.bounded(found, free);
        (!self.is_refused(&found)).then_some(found)
    }

    /// A number, or a range of two, with its unit.
    fn number(&self, t: usize, free: usize) -> Option<Found> {
        let money = self.currency_before(t).filter(|(_, start)| *start >= free);
        let numeral = self.numeral(t, money.is_some())?;
        let touches = self.token(numeral.end);
        let one = numeral.value.as_whole() == Some(1) && numeral.power == 0;
        let mut unit = self.unit_at(numeral.end, one);
        // 5 million fewer people
        if unit.is_none() && self.token(numeral.end).is("fewer") && !self.token(numeral.end + 1).is("than") {
            unit = self.unit_at(numeral.end + 1, false);
        }
        if let Some((name, _)) = money {
            unit = unit.filter(|(unit, _)| unit == name);
        }
        if let Some(found) = self.range(t, &numeral, unit.as_ref()) {
            return Some(found);
        }
        // 5G, 90s, 3rd: letters that are no unit make a name of the digits
        let glued = touches.is_word() && !touches.spaced && unit.is_none();
        let one = one && numeral.in_words || self.token(t).is("zero");
        // two-way and three-dimensional count nothing
        let hyphened = touches.is_hyphen()
            && unit
                .as_ref()
                .is_some_and(|(unit, _)| !self.measured(unit) && !self.measured(&format!("{unit}s")));
        if hyphened && numeral.in_words && numeral.power == 0 {
            return None;
        }
        // from 3.4m a year earlier: metres or millions is not said
        let short = touches.is("m") && !touches.spaced && unit.as_ref().is_some_and(|(unit, _)| unit == "m");
        if short && !self.lexicon.lengths.contains(&self.token(numeral.end + 1).text.as_str()) {
            return None;
        }
        let spread = touches.is("±") || self.prior(t).is("±");
        let refused = glued
            || spread
            || self.is_hour(numeral.end)
            || one && !unit.as_ref().is_some_and(|(unit, _)| unit == "%" || unit == "percentage points");
        if refused
            || self.is_year(t, &numeral, unit.is_some())
            || numeral.in_words && unit.is_none() && numeral.power == 0 && !self.word_alone(t, &numeral)
        {
            return None;
        }
        let (mut unit, mut end) = unit.unwrap_or((String::new(), numeral.end));
        let mut start = t;
        if let Some((name, at)) = money {
            (unit, start) = (name.to_string(), at);
            end = end.max(numeral.end);
        }
        let mut amount = Amount::Number(numeral.value.clone());
        let minus = self.prior(start);
        let mut at = self.token(start).places.start;
        let touches = !self.token(start).spaced && (minus.spaced || start == 1);
        let in_words = minus.is("minus") && !self.prior(start.saturating_sub(1)).is("or");
        if minus.is("-") && touches || in_words {
            (amount, at) = (amount.negative(), minus.places.start);
            start -= 1;
        }
        let mut draft = Draft::new(at..self.token(end - 1).places.end, amount);
        draft.unit = unit;
        draft.power = numeral.power;
        Some(Found { draft, at: start, end })
    }

    /// Adds the bound words before and behind.
    fn bounded(&self, mut found: Found, free: usize) -> Found {
        let mut words = Vec::new();
        if let Some((bound, start)) = self.bound_before(found.at).filter(|(_, start)| *start >= free) {
            let span = self.token(start).places.start;
            // over five years: during them, or more than them
            let during =
                self.prior(found.at).is("over") && self.lexicon.times.contains(&found.draft.unit.as_str());
            let during =
                during && !["for", "lasted", "took", "last"].contains(&self.prior(start).text.as_str());
            if !during {
                if found.draft.bound != Bound::Between {
                    found.draft.bound = both(bound, found.draft.bound);
                }
                words.push(self.source.text(span..self.token(found.at - 1).places.end).to_string());
                found.draft.places.start = span;
                found.at = start;
            }
        }
        // 5,000 or more trees: the unit comes behind the bound word
        if let Some((bound, end)) = self.bound_after(found.end) {
            let unit = if found.draft.unit.is_empty() { self.unit_at(end, false) } else { None };
            let from = self.token(found.end).places.start;
            words.push(
                self.source.text(from..self.token(end - 1).places.end).trim_start_matches('-').to_string(),
            );
            found.draft.bound = both(found.draft.bound, bound);
            found.end = end;
            if let Some((unit, end)) = unit {
                (found.draft.unit, found.end) = (unit, end);
            }
        }
        found.draft.places.end = self.token(found.end - 1).places.end;
        found.draft.bound_words = words.join(" … ");
        found
    }
}
