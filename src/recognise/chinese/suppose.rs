//! Years of Chinese that the text leaves out: 上半年 in a paragraph without year, and 过去三年 with an amount for each.
//!
//! In: the dates and drafts of a text. Out: the periods that an editor is asked about.
//!
//! **Invariant**: nothing here dates an amount; the year is one that the text says further up, and no goal's.

use super::dates::Dated;
use super::Words;
use crate::recognise::draft::{Draft, Role};
use crate::recognise::period::{Period, Stamp};
use std::ops::Range;

impl Words<'_> {
    /// Gives parts of a year that have none the newest year before them.
    pub(super) fn suppose(&self, dates: &mut [Dated]) {
        for k in 0..dates.len() {
            let (before, rest) = dates.split_at_mut(k);
            let Some(dated) = rest.first_mut().filter(|dated| dated.role == Role::When(None)) else {
                continue;
            };
            let newest = self.newest(before).map(|period| period.end().year());
            dated.supposed =
                self.part(dated.places.start).zip(newest).map(|((part, _), year)| part.in_year(year));
        }
    }

    /// 过去三年，产量分别为4.1、4.3和4.5亿吨: a year each, the last of them that before a part of a year, or the year that was said.
    pub(super) fn suppose_years(&self, drafts: &mut [Draft], dates: &[Dated]) {
        for (k, dated) in dates.iter().enumerate().filter(|(_, dated)| dated.role == Role::Spoken) {
            let Some(count) = self.years_of(dated.places.clone()) else { continue };
            let begin =
                drafts.iter().position(|draft| draft.core >= dated.places.end).unwrap_or(drafts.len());
            let listed = drafts[begin..].windows(2).take_while(|two| {
                let between = self.source.plain(two[0].places.end..two[1].places.start);
                ["、", "，", "和", "与", "及", "以及"].contains(&between.as_str())
            });
            let is_each = listed.count() + 1 == count;
            let Some(amounts) = drafts.get_mut(begin..begin + count).filter(|_| is_each) else { continue };
            let said = self.source.plain(dated.places.end..amounts[0].core);
            if !said.contains("分别") || said.contains(['。', '；']) {
                continue;
            }
            let last = self.newest(&dates[..k]).map(|period| match period {
                Period::At(Stamp::Year(year)) => year,
                other => other.end().year() - 1,
            });
            for (draft, back) in amounts.iter_mut().zip((0..count as i32).rev()) {
                (draft.spoken, draft.undated) = (None, true);
                draft.supposed = last.map(|last| Period::At(Stamp::Year(last - back)));
            }
        }
    }

    /// How many years words like 过去三年 say.
    fn years_of(&self, places: Range<usize>) -> Option<usize> {
        let numeral = places.clone().find_map(|i| self.numeral(i))?;
        let count = numeral.value.as_whole().filter(|_| self.source.get(numeral.end) == '年')?;
        usize::try_from(count).ok()
    }

    /// The newest period that was said, of results; 到2030年 may be that of a goal.
    fn newest(&self, dates: &[Dated]) -> Option<Period> {
        let by = |dated: &Dated| {
            let word = self.source.ends_any(dated.places.start, &["到", "至", "截至"]);
            word.is_some_and(|(word, _)| word != "截至")
        };
        let said = dates.iter().filter_map(|dated| match dated.role {
            Role::When(Some(period)) if !dated.ahead && !by(dated) => Some(period),
            _ => None,
        });
        said.max_by_key(|period| period.end().year())
    }
}
