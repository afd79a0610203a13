//! Goals and forecasts of English: what somebody wants to reach or expects.
//!
//! In: the amounts and dates of a text. Out: the amounts that are goals or expected, and the dates by which they are to be reached.
//!
//! **Invariant**: what stands in another clause, what is there already (from 3 to 5, its 40 schools) and what is denied is no goal.

use super::dates::Dated;
use super::{Found, Words};
use crate::recognise::draft::Role;
use crate::statement::Status;
use std::ops::Range;

/// A goal or forecast.
pub(super) struct Aim {
    pub status: Status,
    /// The first token of its words.
    pub at: usize,
    /// The tokens behind its words in which amounts are goals.
    pub scope: Range<usize>,
}

impl Words<'_> {
    /// The goal or forecast that a sentence states first.
    pub(super) fn aim(&self, sentence: &Range<usize>) -> Option<Aim> {
        let (status, at, end) = sentence.clone().find_map(|t| self.aim_at(t, sentence))?;
        let close = (end..sentence.end).find(|t| self.ends_aim(*t)).unwrap_or(sentence.end);
        Some(Aim { status, at, scope: end..close })
    }

    fn aim_at(&self, t: usize, sentence: &Range<usize>) -> Option<(Status, usize, usize)> {
        let found =
            |words: &[&'static str], status| self.phrase_in(t, words).map(|(_, end)| (status, t, end));
        let by = sentence.clone().any(|k| self.token(k).is("by") && self.is_deadline(k + 1));
        let direct = || {
            let (_, end) = self.phrase_in(t, self.lexicon.goals_by_date).filter(|_| by)?;
            let bound = (end..end + 4).find(|k| self.numeral(*k, false).is_some())?;
            let start = self.bound_before(bound).map_or(bound, |(_, start)| start);
            let start = self.currency_before(start).map_or(start, |(_, start)| start);
            (start == end).then_some((Status::Target, t, end))
        };
        let aim = found(self.lexicon.goals, Status::Target)
            .or_else(|| found(self.lexicon.forecasts, Status::Forecast))
            .or_else(direct)?;
        let before = t.saturating_sub(4).max(sentence.start)..t;
        let denied = before.into_iter().any(|k| {
            let text = self.token(k).text.as_str();
            self.lexicon.no_goal.contains(&text)
        });
        (!denied).then_some(aim)
    }

    /// A year by which something is to be reached: by 2030, by the end of 2030.
    fn is_deadline(&self, t: usize) -> bool {
        (t..t + 5).any(|k| {
            let token = self.token(k);
            token.text.len() == 4 && token.text.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
        })
    }

    fn ends_aim(&self, t: usize) -> bool {
        let text = self.token(t).text.as_str();
        // the plan to build 400 homes was agreed; but plans to have
        let verb = ["was", "were", "had", "has", "is", "are", "said"].contains(&text);
        verb || matches!(text, "," | ";" | ":" | "(") || self.lexicon.goal_ends.contains(&text)
    }

    /// Marks the dates by which the goal is to be reached.
    pub(super) fn look_ahead(&self, sentence: &Range<usize>, aim: Option<&Aim>, dates: &mut [Dated]) {
        let Some(aim) = aim else { return };
        for dated in dates.iter_mut().filter(|dated| sentence.contains(&dated.tokens.start)) {
            let start = dated.tokens.start;
            let said = self.phrase_before(start, self.lexicon.goal_dates).map(|(word, _)| word);
            let by = said.is_some_and(|word| word != "in") || aim.scope.contains(&start);
            dated.ahead = by && matches!(dated.role, Role::When(Some(_)));
        }
    }

    /// The amount is one that is to be reached.
    pub(super) fn is_aimed(&self, found: &Found, aim: &Aim) -> bool {
        aim.scope.contains(&found.at) && !self.is_there(found)
    }

    /// Another clause stands between the goal and an amount behind it: by 2030; it has 12 parks.
    pub(super) fn is_apart(&self, found: &Found, aim: &Aim) -> bool {
        (aim.scope.end..found.at).any(|t| {
            let text = self.token(t).text.as_str();
            let verb = ["was", "were", "had", "has", "have", "is", "are", "said"].contains(&text);
            verb || matches!(text, ";" | ":" | "(")
        })
    }

    /// The number counts what is there already: from 3 to 5, more than the 40, its 40 schools.
    pub(super) fn is_there(&self, found: &Found) -> bool {
        let prior = self.prior(found.at).text.as_str();
        let compared = prior == "with" && self.token(found.at.wrapping_sub(2)).is("compared");
        // its staff of 7,500
        let own = prior == "of"
            && (found.at.saturating_sub(4)..found.at)
                .any(|t| ["its", "their"].contains(&self.token(t).text.as_str()));
        own || ["from", "than", "the", "its", "their", "these", "those", "our", "his", "her"].contains(&prior)
            || compared
    }
}
