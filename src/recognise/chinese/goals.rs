//! Goals and forecasts of Chinese: 力争, 计划, 预计.
//!
//! In: the drafts and dates of a text. Out: the drafts that are goals or expected, and the dates by which they are to be reached.
//!
//! **Invariant**: what is there already (由5万吨, 已完成), and a plan that is a name (五年计划) is no goal.

use super::dates::Dated;
use super::Words;
use crate::recognise::draft::{Draft, Role};
use crate::statement::Status;
use std::ops::Range;

/// The words of a goal or forecast.
struct Aim {
    status: Status,
    places: Range<usize>,
}

impl Words<'_> {
    /// Says which drafts are goals, and which dates are those by when.
    pub(super) fn set_goals(&self, drafts: &mut [Draft], dates: &mut [Dated]) {
        for sentence in self.source.sentences() {
            let aims: Vec<Aim> = sentence.clone().filter_map(|i| self.aim_at(i, sentence.start)).collect();
            let Some(first) = aims.first() else { continue };
            for dated in dates.iter_mut().filter(|dated| sentence.contains(&dated.places.start)) {
                let start = dated.places.start;
                let by = self
                    .source
                    .ends_any(start, &["到", "至", "于", "在"])
                    .is_some_and(|(word, _)| word.starts_with(['到', '至']));
                let in_clause =
                    aims.iter().any(|aim| aim.places.end <= start && self.same_clause(aim.places.end, start));
                dated.ahead =
                    matches!(dated.role, Role::When(Some(_))) && !dated.relative && (by || in_clause);
            }
            for draft in drafts.iter_mut().filter(|draft| sentence.contains(&draft.core)) {
                let aim = aims.iter().rev().find(|aim| aim.places.end <= draft.core);
                let aimed = aim.filter(|aim| self.reaches(aim, draft, sentence.start)).map(|aim| aim.status);
                let said = dates.iter().rev().find(|dated| {
                    dated.places.start >= sentence.start
                        && dated.places.end <= draft.core
                        && matches!(dated.role, Role::When(_) | Role::Now | Role::Spoken)
                });
                let ahead = said.filter(|dated| dated.ahead).map(|_| aim.unwrap_or(first).status);
                let other = said.is_some_and(|dated| {
                    !dated.ahead
                        && dated.role != Role::When(None)
                        && aim.is_some_and(|aim| dated.places.start >= aim.places.end)
                });
                draft.status = aimed.or(ahead).filter(|_| !other && !self.is_there(draft, sentence.start));
            }
        }
    }

    /// The words of a goal that begin at a place.
    fn aim_at(&self, i: usize, start: usize) -> Option<Aim> {
        let s = self.source;
        let aim = |end: usize, status| Some(Aim { status, places: i..end });
        let before = s.ends_any(i, self.lexicon.no_goal).is_some_and(|(_, at)| at >= start);
        if before {
            return None;
        }
        if let Some((_, end)) = s.starts_any(i, self.lexicon.goals) {
            return aim(end, Status::Target);
        }
        if let Some((_, end)) = s.starts_any(i, self.lexicon.forecasts).filter(|(_, end)| s.get(*end) != '的')
        {
            return aim(end, Status::Forecast);
        }
        // 计划新建 is a goal, 计划生育 and 年度计划 are names
        let (_, end) = s.starts_any(i, self.lexicon.plans)?;
        let verb = s.starts_any(end, self.lexicon.plan_verbs).is_some() || self.year(end).is_some();
        verb.then(|| aim(end, Status::Target))?
    }

    fn same_clause(&self, from: usize, to: usize) -> bool {
        !(from..to).any(|k| "，；：。".contains(self.source.get(k)))
    }

    /// The goal goes on to the draft: in its clause, or from the beginning of one to those behind it.
    fn reaches(&self, aim: &Aim, draft: &Draft, start: usize) -> bool {
        let at = aim.places.start;
        let opens = at == start || !self.source.before(at).is_alphanumeric();
        let apart = (aim.places.end..draft.core).any(|k| "；。".contains(self.source.get(k)));
        self.same_clause(aim.places.end, draft.core) || opens && !apart
    }

    /// The number says what is there already: 由5万吨, 已完成5万吨.
    pub(super) fn is_there(&self, draft: &Draft, start: usize) -> bool {
        let s = self.source;
        let clause =
            (start..draft.core).rev().find(|k| "，；：。".contains(s.get(*k))).map_or(start, |k| k + 1);
        let words = s.plain(clause..draft.core);
        let from = words.rfind(['由', '从']).is_some_and(|at| !words[at..].contains(['到', '至', '为']));
        from || self.lexicon.there.iter().any(|word| words.contains(word))
    }
}
