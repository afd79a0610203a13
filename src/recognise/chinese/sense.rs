//! What the words around an amount of Chinese say it measures.
//!
//! In: a draft and the text before it. Out: its measure and direction, and whether it is an amount at all.
//!
//! **Invariant**: looks back to the beginning of the clause and no further.

use super::Words;
use crate::recognise::draft::{Direction, Draft};
use crate::statement::{Bound, Measure};

impl Words<'_> {
    /// Where the clause of a place begins.
    fn clause(&self, at: usize) -> usize {
        (0..at).rev().find(|k| "，。；！？、：".contains(self.source.get(*k))).map_or(0, |k| k + 1)
    }

    /// A number without unit that is an amount: with a bound word, a power or decimals, or behind 为, 达 and the like.
    pub(super) fn stands_alone(&self, draft: &Draft) -> bool {
        let s = self.source;
        let special = matches!(
            draft.measure,
            Some(Measure::Rank | Measure::Ratio | Measure::Share | Measure::Multiple)
        );
        let stated = s.ends_any(draft.places.start, self.lexicon.states).is_some();
        let ends = !s.get(draft.places.end).is_alphanumeric();
        let decimal = s.plain(draft.places.clone()).contains('.');
        special || draft.power > 0 || draft.bound != Bound::Exact && ends || stated && (ends || decimal)
    }

    /// A number of years, months or days that says when: 近10年来, 过去五年.
    pub(super) fn is_span(&self, draft: &Draft) -> bool {
        let s = self.source;
        if !self.lexicon.times.contains(&draft.unit.as_str()) {
            return s.plain(draft.places.clone()).contains('岁') && draft.bound != Bound::Exact;
        }
        let after = s.starts_any(draft.places.end, self.lexicon.spans_after).is_some();
        let near = s.ends(draft.core, "近").is_some_and(|at| s.before(at) != '将' && s.before(at) != '接');
        let before = s.ends_any(draft.places.start, self.lexicon.spans).is_some();
        let lasting = draft.bound != Bound::Exact || s.ends_any(draft.core, self.lexicon.lasting).is_some();
        after || near || before || draft.unit == "年" && !lasting
    }

    /// Says what an amount measures; one of a list goes the way of the one before it.
    pub(super) fn make_sense(&self, all: &mut [Draft], k: usize) {
        let (before, rest) = all.split_at_mut(k);
        let Some(draft) = rest.first_mut() else { return };
        let listed = before.last().filter(|other| {
            let between = self.source.plain(other.places.end..draft.places.start);
            ["、", "和", "及"].contains(&between.as_str()) && other.unit == draft.unit
        });
        let (direction, measure) = listed.map_or((None, None), |other| (other.direction, other.measure));
        self.sense(draft, direction);
        // 产量分别为4.1、4.3和4.5亿吨: what is said of the first is said of all
        let same = measure.is_some_and(|measure| measure == Measure::Flow);
        if same && draft.measure.is_some_and(|own| matches!(own, Measure::Level | Measure::Count)) {
            draft.measure = measure;
        }
    }

    fn sense(&self, draft: &mut Draft, listed: Option<Direction>) {
        let s = self.source;
        let start = self.clause(draft.places.start);
        let clause = s.plain(start..draft.places.start);
        let has = |words: &[&str]| words.iter().any(|word| clause.contains(word));
        if matches!(draft.measure, Some(Measure::Rank | Measure::Ratio | Measure::Multiple)) {
            return;
        }
        let points = draft.unit.ends_with("百分点") || draft.unit.ends_with("基点");
        // a rate of growth below zero has its direction in its sign
        let direction = self.direction(draft, &clause).or(listed).filter(|_| !draft.amount.is_negative());
        draft.measure = Some(match (direction, draft.unit.as_str()) {
            _ if points => Measure::Points,
            (Some(_), "%" | "‰" | "倍") => Measure::Growth,
            (Some(_), "") if draft.measure == Some(Measure::Share) => Measure::Growth,
            (Some(_), _) => Measure::Change,
            (None, "倍") => Measure::Multiple,
            (None, "%" | "‰" | "") if has(self.lexicon.share) => Measure::Share,
            (None, "%" | "‰") if has(self.lexicon.rates) => Measure::Rate,
            (None, "%" | "‰") => Measure::Share,
            (None, "") => {
                draft.measure.unwrap_or(if draft.power > 0 { Measure::Count } else { Measure::Level })
            }
            (None, unit) if unit.ends_with('元') && has(self.lexicon.no_flows) => Measure::Level,
            (None, _) if has(&["每", "人均", "平均每", "生均"]) => Measure::Rate,
            (None, unit)
                if has(self.lexicon.flows)
                    && !has(self.lexicon.no_flows)
                    && !matches!(unit, "人" | "个" | "家" | "户") =>
            {
                Measure::Flow
            }
            (None, unit)
                if self.lexicon.counted.contains(&unit.strip_suffix('次').unwrap_or(unit))
                    || self.lexicon.counted.contains(&unit) =>
            {
                Measure::Count
            }
            (None, _) => Measure::Level,
        });
        draft.direction = direction.filter(|_| draft.measure.is_some_and(Measure::is_change));
    }

    /// Whether the words before the amount say that something rose or fell by it.
    fn direction(&self, draft: &Draft, clause: &str) -> Option<Direction> {
        let s = self.source;
        let mut at = draft.places.start;
        for _ in 0..3 {
            if s.ends_any(at, self.lexicon.no_change).is_some() {
                return None;
            }
            let rise = s.ends_any(at, self.lexicon.rise).map(|(_, start)| (start, Direction::Rise));
            let fall = s.ends_any(at, self.lexicon.fall).map(|(_, start)| (start, Direction::Fall));
            // of 增长 and 负增长 the longer counts
            if let Some((start, direction)) = rise.into_iter().chain(fall).min_by_key(|(start, _)| *start) {
                // a tower 300 metres high is no rise
                let word = s.plain(start..at);
                let sure = !self.lexicon.compare.contains(&word.as_str())
                    || clause.contains('比')
                    || clause.contains('较');
                let of_rank = !self.lexicon.rank_moves.contains(&word.as_str())
                    || self.lexicon.ranks.contains(&draft.unit.as_str());
                return (sure && of_rank).then_some(direction);
            }
            let Some((_, start)) = s.ends_any(at, self.lexicon.fillers) else { break };
            at = start;
        }
        let rate = matches!(draft.unit.as_str(), "%" | "‰" | "倍");
        let has = |words: &[&str]| words.iter().any(|word| clause.contains(word));
        let noun = [(self.lexicon.fall_nouns, Direction::Fall), (self.lexicon.rise_nouns, Direction::Rise)];
        noun.into_iter().find(|(words, _)| rate && has(words)).map(|(_, direction)| direction)
    }
}
