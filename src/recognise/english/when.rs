//! Which period and base each amount of English has.
//!
//! In: the amounts and dates of a text. Out: the amounts with their periods, and with bases where the text says what a change refers to.
//!
//! **Invariant**: nothing is carried into another paragraph or behind words that give no date; a date behind an amount in its clause comes before one in front of it; a base does not leave its sentence.

use super::dates::Dated;
use super::{Found, Words};
use crate::recognise::draft::Role;
use crate::recognise::period::{Period, Stamp};
use crate::statement::Measure;

/// What the sentences before say of when.
#[derive(Clone, Copy, PartialEq)]
enum Carried {
    Unsaid,
    Said(Period),
    /// What was said holds no longer: after now, last year, the year before.
    Ended,
}

impl Carried {
    fn period(self) -> Option<Period> {
        match self {
            Carried::Said(period) => Some(period),
            Carried::Unsaid | Carried::Ended => None,
        }
    }
}

impl Words<'_> {
    /// The sentences as runs of tokens.
    pub(super) fn sentences(&self) -> Vec<std::ops::Range<usize>> {
        let ends = self.source.sentence_ends();
        let (mut all, mut start) = (Vec::new(), 0);
        for (t, token) in self.tokens.iter().enumerate() {
            let last = t + 1 == self.tokens.len();
            if ends.contains(&token.places.start) || last || self.begins_paragraph(t + 1) {
                all.push(start..t + 1);
                start = t + 1;
            }
        }
        all
    }

    pub(super) fn set_periods(&self, all: &mut [Found], dates: &mut [Dated]) {
        let (mut carried, mut deadline) = (Carried::Unsaid, None);
        for sentence in self.sentences() {
            if self.begins_paragraph(sentence.start) {
                (carried, deadline) = (Carried::Unsaid, None);
            }
            let aim = self.aim(&sentence);
            self.look_ahead(&sentence, aim.as_ref(), dates);
            let inside: Vec<&Dated> =
                dates.iter().filter(|dated| sentence.contains(&dated.tokens.start)).collect();
            if inside.iter().any(|dated| dated.role == Role::Now) {
                carried = Carried::Ended;
            }
            let first = all.iter().position(|found| sentence.contains(&found.at)).unwrap_or(all.len());
            let count = all[first..].iter().filter(|found| sentence.contains(&found.at)).count();
            let own = &mut all[first..first + count];
            let compared: Vec<usize> = inside
                .iter()
                .filter(|dated| self.is_compared(own, dated))
                .map(|dated| dated.tokens.start)
                .collect();
            for k in 0..own.len() {
                let next = own.get(k + 1).map_or(sentence.end, |next| next.at);
                let before = k.checked_sub(1).map_or(sentence.start, |k| own[k].end);
                // a decrease from 624,828 in 2021: the date is that of the other number, and the base of the change
                let other = own
                    .get(k + 1)
                    .filter(|next| ["from", "than", "with"].contains(&self.prior(next.at).text.as_str()));
                let other = other.map(|next| (next.at, next.end, self.prior(next.at).is("with")));
                let aimed = aim.as_ref().filter(|aim| self.is_aimed(&own[k], aim));
                let dated =
                    self.period(&own[k], &inside, &compared, other.map_or(sentence.end, |(at, ..)| at));
                // in 2023 it had 300 people and hopes to have 500: the year is that of the first
                let first = |dated: &&Dated| {
                    let Some(aim) = aimed.filter(|_| !dated.ahead) else { return false };
                    let between = |found: &Found| found.at > dated.tokens.end && found.end <= aim.at;
                    dated.tokens.start >= aim.scope.end || own.iter().any(between)
                };
                // from 3 to 5 million by 2030; by 2030, and it has 12
                let apart = aim.as_ref().is_some_and(|aim| self.is_apart(&own[k], aim));
                let there = dated.is_some_and(|dated| dated.ahead)
                    && (self.is_there(&own[k]) || aimed.is_none() && apart);
                let dated = dated.filter(|dated| !there && !first(dated));
                let ahead = dated.is_some_and(|dated| dated.ahead);
                own[k].draft.status = match &aim {
                    Some(aim) if aimed.is_some() || ahead => Some(aim.status),
                    _ => None,
                };
                own[k].draft.spoken =
                    dated.filter(|dated| dated.role == Role::Spoken).map(|d| self.places(d));
                let (period, undated) = match dated {
                    Some(dated) => (said(dated), said(dated).is_none() && dated.role != Role::Spoken),
                    // a goal without a date has not that of the results before it
                    None if there => (None, true),
                    None if aimed.is_some() => (deadline, deadline.is_none()),
                    None => (carried.period(), carried == Carried::Ended),
                };
                own[k].draft.undated = undated;
                self.set(&mut own[k], period, &inside, before, next);
                if let Some((_, end, _)) =
                    other.filter(|(.., with)| !with && own[k].draft.has_base() && own[k].draft.base.is_none())
                {
                    let clause = self.clause_end(end, sentence.end);
                    let dated =
                        inside.iter().find(|dated| dated.tokens.start >= end && dated.tokens.start < clause);
                    own[k].draft.base = dated.and_then(|dated| said(dated));
                }
            }
            self.between(own, &inside);
            self.distribute(own, &inside, sentence.clone());
            let last = inside.iter().rev().find(|dated| dated.ahead);
            deadline = last.map_or(deadline, |dated| said(dated));
            carried = self.carry(&inside, &compared, carried);
        }
    }

    /// What the dates of a sentence say to the sentences behind it.
    fn carry(&self, inside: &[&Dated], compared: &[usize], carried: Carried) -> Carried {
        let says = |dated: &&&Dated| {
            matches!(dated.role, Role::When(_) | Role::Spoken | Role::Now)
                && !dated.ahead
                && !compared.contains(&dated.tokens.start)
                && !self.is_aside(dated)
        };
        let mut told = inside.iter().filter(says).rev();
        // the year before is only that of its own sentence
        match told.clone().find(|dated| !dated.relative) {
            Some(dated) => said(dated).map_or(Carried::Ended, Carried::Said),
            None if told.next().is_some() => Carried::Ended,
            None => carried,
        }
    }

    pub(super) fn places(&self, dated: &Dated) -> std::ops::Range<usize> {
        self.token(dated.tokens.start).places.start..self.token(dated.tokens.end - 1).places.end
    }

    /// A date of something else than the amounts of other clauses: which opened in 1869.
    fn is_aside(&self, dated: &Dated) -> bool {
        let at = dated.tokens.start;
        self.prior(at).is("in")
            && self.lexicon.events.contains(&self.prior(at.saturating_sub(1)).text.as_str())
    }

    /// The date of a number that others are compared with, down from 20 in 2023: it dates that number alone.
    fn is_compared(&self, own: &[Found], dated: &Dated) -> bool {
        let Some(other) = own.iter().rev().find(|found| found.end <= dated.tokens.start) else {
            return false;
        };
        let joined = self.prior(other.at);
        let is_other = joined.is("than")
            || joined.is("from")
            || ["with", "to"].contains(&joined.text.as_str())
                && other.at > 1
                && self.prior(other.at - 1).is("compared");
        is_other && dated.tokens.start < self.clause_end(other.end, dated.tokens.end)
    }

    /// Where the clause of a token ends.
    fn clause_end(&self, t: usize, end: usize) -> usize {
        let stops = |t: &usize| {
            let verb = |t: usize| {
                let text = self.token(t).text.as_str();
                [self.lexicon.clause_verbs, self.lexicon.rise, self.lexicon.fall]
                    .iter()
                    .any(|list| list.contains(&text))
            };
            // and is expected to reach: another clause
            let other = |t: usize| {
                verb(t)
                    || [self.lexicon.now, self.lexicon.goals]
                        .iter()
                        .any(|words| self.phrase_in(t, words).is_some())
            };
            let clause = matches!(self.token(*t).text.as_str(), "and" | "but") && other(t + 1)
                || self.phrase_in(*t, self.lexicon.goals).is_some();
            clause || matches!(self.token(*t).text.as_str(), "," | ";" | ":" | "(")
        };
        (t..end).find(stops).unwrap_or(end)
    }

    /// The date that says when an amount held; none of those that stand at `end` or behind it.
    fn period<'d>(
        &self,
        found: &Found,
        dates: &[&'d Dated],
        compared: &[usize],
        end: usize,
    ) -> Option<&'d Dated> {
        let says = |dated: &&&Dated| {
            matches!(dated.role, Role::When(_) | Role::Spoken | Role::Now | Role::From(_) | Role::Since(_))
        };
        let clause_end = self.clause_end(found.end, end);
        let whens = dates.iter().filter(says);
        let since_counts = |dated: &&Dated| !matches!(dated.role, Role::Since(_)) || found.draft.has_base();
        let behind = whens.clone().find(|dated| {
            dated.tokens.start >= found.end && dated.tokens.start < clause_end && since_counts(dated)
        });
        if let Some(dated) = behind {
            return Some(dated);
        }
        let front = whens.clone().rev().find(|dated| {
            dated.tokens.end <= found.at
                && matches!(dated.role, Role::When(_) | Role::Spoken | Role::Now)
                && !compared.contains(&dated.tokens.start)
                && !self.is_aside(dated)
        });
        if let Some(dated) = front {
            return Some(dated);
        }
        // a date that is a clause of its own: , at the end of 2023
        whens
            .clone()
            .find(|dated| {
                let mut t = dated.tokens.start;
                while t > 0
                    && ["in", "at", "the", "end", "of", "by", "during"].contains(&self.prior(t).text.as_str())
                {
                    t -= 1;
                }
                dated.tokens.start >= found.end
                    && dated.tokens.start < end
                    && self.prior(t).is(",")
                    && t < dated.tokens.start
                    && matches!(dated.role, Role::When(_))
            })
            .copied()
    }

    fn set(&self, found: &mut Found, period: Option<Period>, dates: &[&Dated], before: usize, next: usize) {
        found.draft.period = period;
        if !found.draft.has_base() {
            return;
        }
        let is_base =
            |dated: &&&Dated| !matches!(dated.role, Role::When(_) | Role::Spoken | Role::Now | Role::From(_));
        let behind = dates
            .iter()
            .filter(is_base)
            .find(|dated| dated.tokens.start >= found.end && dated.tokens.start <= next);
        let front = dates
            .iter()
            .filter(is_base)
            .rev()
            .find(|dated| dated.tokens.end <= found.at && dated.tokens.start >= before);
        let Some(dated) = behind.or(front) else { return };
        found.draft.base = match dated.role {
            Role::Base(base, true) => period.map(|period| period.in_year(base.start().year())),
            Role::Base(base, false) | Role::Since(base) => Some(base),
            Role::YearBefore => period.and_then(Period::year_before),
            Role::PeriodBefore(step) => period.and_then(|period| period.previous(step)),
            _ => None,
        };
    }

    /// Between 2010 and 2020: a change has the last as its period and the first as its base, two numbers one each.
    fn between(&self, own: &mut [Found], dates: &[&Dated]) {
        let Some((first, last)) = dates.iter().find_map(|dated| match dated.role {
            Role::When(Some(Period::Run(a, b))) if dated.between => Some((a, b)),
            _ => None,
        }) else {
            return;
        };
        let run = Some(Period::Run(first, last));
        let mut changed = false;
        for k in 0..own.len() {
            if own[k].draft.period != run {
                continue;
            }
            let from =
                self.prior(own[k].at).is("from") && k + 1 < own.len() && self.prior(own[k + 1].at).is("to");
            let draft = &mut own[k].draft;
            if draft.has_base() && draft.measure != Some(Measure::Index) {
                (draft.period, draft.base, changed) = (Some(Period::At(last)), Some(Period::At(first)), true);
            } else if from {
                (draft.period, changed) = (Some(Period::At(first)), true);
            } else if changed && self.prior(own[k].at).is("to") {
                draft.period = Some(Period::At(last));
            }
        }
    }

    /// In 2021, 2022 and 2023 … 12, 15 and 18 schools; 4%, 6% and 9% in the first three quarters.
    fn distribute(&self, own: &mut [Found], dates: &[&Dated], sentence: std::ops::Range<usize>) {
        let years: Vec<Period> = dates.iter().filter_map(|dated| said(dated)).collect();
        let listed = self.tokens[sentence].iter().any(|token| token.is("respectively"));
        if listed && years.len() == own.len() {
            for (found, period) in own.iter_mut().zip(years) {
                found.draft.period = Some(period);
            }
            return;
        }
        if let [Period::Run(Stamp::Quarter(year, 1), Stamp::Quarter(_, last))] = years[..] {
            if own.len() == usize::from(last) && own.iter().all(|found| found.draft.unit == own[0].draft.unit)
            {
                for (found, quarter) in own.iter_mut().zip(1..=last) {
                    found.draft.period = Some(Period::At(Stamp::Quarter(year, quarter)));
                }
            }
        }
    }
}

/// The period of a date that says one.
fn said(dated: &Dated) -> Option<Period> {
    match dated.role {
        Role::When(period) => period,
        Role::From(period) => Some(period),
        _ => None,
    }
}
