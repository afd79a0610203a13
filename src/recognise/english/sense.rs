//! What the words around an amount of English say it measures.
//!
//! In: the amounts of a text and which of them. Out: its measure and direction.
//!
//! **Invariant**: looks no further than the clause.

use super::{Found, Words};
use crate::recognise::draft::Direction;
use crate::statement::Measure;

impl Words<'_> {
    /// Says what the amount measures.
    pub(super) fn make_sense(&self, all: &mut [Found], k: usize) {
        let given = all[k].draft.measure;
        if matches!(given, Some(Measure::Rank | Measure::Ratio | Measure::Multiple)) {
            return;
        }
        let before = all[..k].last().map(|other| (other.end, other.draft.direction));
        let found = &all[k];
        let unit = found.draft.unit.as_str();
        let points = unit.ends_with("points") && unit.len() > 6;
        let direction =
            self.direction(found, before, all[..k].last().is_some_and(|other| other.draft.unit == unit));
        let relative = unit == "%" || unit == "‰" || given == Some(Measure::Share);
        let start = (0..found.at)
            .rev()
            .find(|t| matches!(self.token(*t).text.as_str(), "," | ";" | "." | ":"))
            .map_or(0, |t| t + 1);
        let clause = self.source.plain(
            self.token(start).places.start
                ..self.token(found.at).places.start.max(self.token(start).places.start),
        );
        let clause = clause.replace("per cent", "");
        let rate = clause.split(' ').any(|word| self.lexicon.rates.contains(&word))
            || self.token(found.end).is("per");
        let measured = self.lexicon.plurals.contains(&unit) && unit.len() < 5 || self.measured(unit);
        let measure = match direction {
            _ if points => Measure::Points,
            Some(_) if relative => Measure::Growth,
            Some(_) => Measure::Change,
            None if relative && rate && given.is_none() => Measure::Rate,
            None if relative => Measure::Share,
            None if unit == "times" => Measure::Multiple,
            None if self.phrase_in(found.end, self.lexicon.flows_after).is_some() && unit != "US dollars" => {
                Measure::Flow
            }
            None if rate => Measure::Rate,
            None if clause.split(' ').any(|word| self.lexicon.flows.contains(&word)) => Measure::Flow,
            None if measured => Measure::Level,
            None => Measure::Count,
        };
        let draft = &mut all[k].draft;
        draft.measure = Some(measure);
        draft.direction = direction.filter(|_| measure.is_change());
    }

    /// A unit of measure, not a thing that is counted.
    pub(super) fn measured(&self, unit: &str) -> bool {
        let last = unit.rsplit(' ').next().unwrap_or(unit);
        self.lexicon.measured.contains(&last.to_ascii_lowercase().as_str())
    }

    /// Whether the words around the amount say that something rose or fell by it; `before` is the amount before it.
    fn direction(
        &self,
        found: &Found,
        before: Option<(usize, Option<Direction>)>,
        same: bool,
    ) -> Option<Direction> {
        let start = before.map_or(0, |(end, _)| end);
        let next = self.token(found.end).text.as_str();
        // 38% more than, 12% increase; 3.4% higher; but 40 tonnes up to
        let after = |words: &[&str]| words.contains(&next);
        let relative = found.draft.unit == "%" || found.draft.measure == Some(Measure::Share);
        let compared = self.token(found.end + 1).is("than");
        // 5 million fewer people, 200 fewer; but 300 or fewer people
        let fewer = |t: usize| {
            let token = self.token(t);
            token.is("fewer") && !self.prior(t).is("or") && token.places.start > found.draft.core
        };
        if fewer(found.end) || (found.at..found.end).any(fewer) {
            return Some(Direction::Fall);
        }
        if after(self.lexicon.rise_after) && (relative || compared) {
            return Some(Direction::Rise);
        }
        if after(self.lexicon.fall_after) && (relative || compared) {
            return Some(Direction::Fall);
        }
        let mut t = found.at;
        // between its number and the word: by a further
        for _ in 0..3 {
            let prior = self.prior(t);
            if t <= start || !self.lexicon.fillers.contains(&prior.text.as_str()) {
                break;
            }
            t -= 1;
        }
        let nearest = |list: &[&str]| self.phrase_before(t, list).map(|(_, at)| at).filter(|at| *at >= start);
        // services made up 41.3 percent: a part, not a rise; what fell short of 300 did not fall
        if self.token(found.at).is("short") || nearest(self.lexicon.no_rise).is_some() {
            return None;
        }
        let (rise, fall) = (nearest(self.lexicon.rise), nearest(self.lexicon.fall));
        if let Some(direction) = self.of_word(rise, fall, found) {
            return Some(direction);
        }
        // cut its main rate by 25 points: the verb stands before what changes
        if self.prior(found.at).is("by") || t > 0 && self.prior(t + 1).is("by") {
            let clause =
                (start..t).rev().take_while(|k| !matches!(self.token(*k).text.as_str(), "," | ";" | "."));
            for k in clause.take(8) {
                let text = self.token(k).text.as_str();
                if self.lexicon.rise.contains(&text) {
                    return Some(Direction::Rise);
                }
                if self.lexicon.fall.contains(&text) {
                    return Some(Direction::Fall);
                }
            }
        }
        // 4%, 6% and 9%; grew by 2.3%, compared with 1.1%
        let listed = before.is_some_and(|(end, _)| {
            let between: Vec<&str> = (end..found.at).map(|t| self.token(t).text.as_str()).collect();
            let compared =
                between.windows(2).any(|pair| pair == ["compared", "with"] || pair == ["compared", "to"]);
            matches!(between.as_slice(), [","] | ["and"] | [",", "and"] | [",", "or"] | ["or"])
                || compared && between.len() < 8
        });
        before
            .filter(|_| listed && relative && (same || self.prior(found.at).is("or")))
            .and_then(|(_, direction)| direction)
    }

    fn of_word(&self, rise: Option<usize>, fall: Option<usize>, found: &Found) -> Option<Direction> {
        // an increase of 5% is one, the increase was 5% too; a gain of share is none
        let at = rise.or(fall)?;
        let lost = ["lost", "won", "added", "adding", "raised", "raise", "gained", "gain"]
            .contains(&self.token(at).text.as_str());
        let relative = found.draft.unit == "%" || found.draft.measure == Some(Measure::Share);
        if lost && !relative {
            return None;
        }
        Some(if rise.is_some() { Direction::Rise } else { Direction::Fall })
    }
}
