//! What makes a number of Chinese no amount: a name, a code, a vague number, a contest, two units of time.
//!
//! In: a number and the words around it. Out: whether to take it.
//!
//! **Invariant**: in doubt a number is not taken.

use super::numeral::Numeral;
use super::Words;
use crate::recognise::amount::Amount;
use crate::recognise::draft::Draft;
use crate::statement::Bound;
use std::ops::Range;

impl Words<'_> {
    /// Names that hold numbers, titles in 《》, and numbers in words inside quotation marks: “三个一”.
    pub(super) fn names(&self) -> Vec<Range<usize>> {
        let s = self.source;
        let mut all = Vec::new();
        for i in 0..s.len() {
            // 300万家 has no name in it
            let before = s.before(i);
            let in_number = before.is_ascii_digit()
                || self.lexicon.powers.iter().any(|(word, _)| word.starts_with(before));
            if let Some((_, end)) =
                s.starts_any(i, self.lexicon.names).filter(|(_, end)| !in_number && s.get(*end) != '之')
            {
                all.push(i..end);
            }
            let close = match s.get(i) {
                '《' => '》',
                '“' => '”',
                _ => continue,
            };
            let Some(end) = (i + 1..s.len().min(i + 40)).find(|k| s.get(*k) == close) else { continue };
            let plain_digits = (i..end).any(|k| {
                s.get(k).is_ascii_digit() && self.candidate(k, k).is_some_and(|d| !d.unit.is_empty())
            });
            if close == '》' || end - i <= 12 && !plain_digits {
                all.push(i..end + 1);
            }
        }
        all
    }

    /// Where 2小时18分 ends; the end of the draft where no smaller unit follows.
    pub(super) fn compound_end(&self, draft: &Draft) -> usize {
        let (mut unit, mut end) = (draft.unit.clone(), draft.places.end);
        while self.lexicon.compound.contains(&unit.as_str()) {
            let Some(next) = self.numeral(end) else { break };
            let Some(behind) = self.unit_at(next.end) else { break };
            unit = self.source.narrow(next.end..behind);
            end = behind;
        }
        end
    }

    /// How many numbers with a unit of time stand side by side in the draft.
    fn units_in(&self, draft: &Draft) -> usize {
        let (mut count, mut at) = (0, draft.core);
        while let Some(numeral) = self.numeral(at).filter(|numeral| numeral.end <= draft.places.end) {
            let Some(end) = self.unit_at(numeral.end).filter(|end| *end <= draft.places.end) else { break };
            (count, at) = (count + 1, end);
        }
        count
    }

    /// 近10年来 says when, and 100米决赛 has a name.
    pub(super) fn is_amount(&self, draft: &Draft) -> bool {
        let named = self.source.starts_any(draft.places.end, self.lexicon.contests).is_some();
        // 10时25分 is a time of day
        let hour = draft.unit == "分" && matches!(self.source.before(draft.core), '时' | '点');
        // 下午5点; but 上涨5点
        let small =
            matches!(&draft.amount, Amount::Number(value) if value.as_whole().is_some_and(|hour| hour < 25));
        let moves = [self.lexicon.rise, self.lexicon.fall, self.lexicon.fillers];
        let moves = moves.iter().any(|words| self.source.ends_any(draft.places.start, words).is_some());
        let clock = draft.unit == "点" && small && !moves;
        // 超百亿级 is the name of a size
        let class = self.source.get(draft.places.end) == '级';
        let compound = self.units_in(draft) > 1;
        !(named && draft.bound == Bound::Exact || compound || hour || clock || class || self.is_span(draft))
    }

    /// 数百, 几十 and 每千 are no amounts, nor is what stands behind 第.
    pub(super) fn is_vague(&self, i: usize) -> bool {
        let s = self.source;
        let is_power = matches!(s.get(i), '十' | '百' | '千' | '万' | '亿');
        s.ends_any(i, self.lexicon.vague).is_some_and(|(word, _)| word != "数" || is_power)
    }

    /// Letters that touch the digits make a name of them: 5G, A4.
    pub(super) fn is_code(&self, numeral: &Numeral) -> bool {
        let next = self.source.get(numeral.end);
        let joined = matches!(next, ':' | '/' | '-') && self.source.get(numeral.end + 1).is_ascii_digit();
        joined && !numeral.in_words
            || next.is_ascii_alphabetic() && self.unit_at(numeral.end).is_none()
            || self.source.starts_any(numeral.end, self.lexicon.no_amounts).is_some()
    }
}
