//! Estimates of English with two ends: 10 to 15, 3-4%, between 30 and 40, from 12 to 18 months.
//!
//! In: a token where a number begins. Out: the range, or nothing where the two numbers are two amounts.
//!
//! **Invariant**: a change from one number to another is no range.

use super::numeral::Numeral;
use super::{Found, Words};
use crate::recognise::amount::Amount;
use crate::recognise::draft::Draft;
use crate::statement::Bound;

impl Words<'_> {
    /// The words just before a token say that something changes.
    pub(super) fn changes_before(&self, t: usize) -> bool {
        let clause = (t.saturating_sub(5)..t)
            .rev()
            .take_while(|k| !matches!(self.token(*k).text.as_str(), "," | ";" | "." | "and"));
        clause.into_iter().any(|k| self.is_change_word(k))
    }

    fn is_change_word(&self, t: usize) -> bool {
        let text = self.token(t).text.as_str();
        let lists = [self.lexicon.rise, self.lexicon.fall, self.lexicon.change_verbs];
        lists.iter().any(|list| list.contains(&text))
            || self.lexicon.doublings.iter().any(|(word, _)| *word == text)
    }

    /// The range whose first number is at `t`, of which `first` has been read; `unit` is its own.
    pub(super) fn range(&self, t: usize, first: &Numeral, unit: Option<&(String, usize)>) -> Option<Found> {
        let money = self.currency_before(t);
        let start = money.map_or(t, |(_, start)| start);
        let opened = self.phrase_before(start, &["between", "from"]);
        let after = unit.map_or(first.end, |(_, end)| *end);
        let joint = self.token(after);
        let is_and = joint.is("and") && opened.is_some_and(|(word, _)| word == "between");
        let glued = joint.is_hyphen();
        // two or three schools
        let is_or = joint.is("or") && unit.is_none();
        if !(joint.is("to") || glued || is_and || is_or) {
            return None;
        }
        // 3-to-4
        let mut at = if glued && self.token(after + 1).is("to") { after + 3 } else { after + 1 };
        let second_money = self.currencies_at(at);
        at = second_money.map_or(at, |(_, at)| at);
        let second = self.numeral(at, money.is_some())?;
        let found = self.unit_at(second.end, false);
        let (unit_two, end) = match (&found, money) {
            (_, Some((name, _))) => {
                (name.to_string(), found.filter(|(unit, _)| unit == name).map_or(second.end, |(_, end)| end))
            }
            (Some((unit, end)), None) => (unit.clone(), *end),
            (None, None) => (String::new(), second.end),
        };
        let same =
            unit.is_none_or(|(unit, _)| *unit == unit_two) && (second_money.is_none() || money.is_some());
        let changes = self.changes_before(opened.map_or(start, |(_, at)| at)) && !is_and;
        // more than doubled between 2012 and 2019, from 1.3 to 2.8 million
        let apart = opened.filter(|(word, at)| *word == "from" && self.prior(*at).is(","));
        let changes = changes
            || apart.is_some_and(|(_, at)| (at.saturating_sub(16)..at).any(|k| self.is_change_word(k)));
        let shared = first.power == 0 && second.power > 0 && unit.is_none();
        let mut low = first.value.clone();
        if shared && low.approximate() < second.value.approximate() / 10f64.powi(second.power as i32) {
            low = low.shift(second.power);
        }
        let (a, b) = (low.approximate(), second.value.approximate());
        let from = opened.is_some_and(|(word, _)| word == "from");
        // a range of small measures may be wide: by 0.3 to 1 metre
        let near = if unit_two.is_empty() || a >= 100.0 { 3.0 } else { 10.0 };
        // rose from 3 to 4 is a change; rose by 3,200 to 58,400 are two amounts; rose 3 to 4 % is a range
        let two = changes
            && (from
                || b > near * a
                || unit.is_some() && second_money.is_none() && !self.prior(start).is("by"));
        let bare = unit_two.is_empty()
            && second.power == 0
            && (glued || is_or || opened.is_none() || joint.is("to"));
        if !same || two || a >= b || bare {
            return None;
        }
        let mut draft = Draft::new(
            self.token(start).places.start..self.token(end - 1).places.end,
            Amount::Range(low, second.value),
        );
        draft.bound = Bound::Between;
        draft.core = self.token(start).places.start;
        draft.power = second.power;
        draft.unit = unit_two;
        let at = match opened.filter(|(word, _)| is_and || *word == "from" && joint.is("to")) {
            Some((_, opened)) => {
                draft.places.start = self.token(opened).places.start;
                opened
            }
            None => start,
        };
        Some(Found { draft, at, end })
    }

    /// The currency that begins at a token, and the token behind it.
    pub(super) fn currencies_at(&self, t: usize) -> Option<(&'static str, usize)> {
        (t + 1..t + 3).rev().find_map(|end| {
            let (name, start) = self.currency_before(end)?;
            (start == t).then_some((name, end))
        })
    }
}
