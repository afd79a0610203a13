//! Sentences of Chinese that call numbers preliminary: 以上为初步核算数, and words behind one: 100亿元（初步数）.
//!
//! In: the drafts of a text with their periods. Out: those of the paragraph, or of the sentence, with the status.
//!
//! **Invariant**: a remark says it of its paragraph only, and of a year only where it names one.

use super::dates::Dated;
use super::Words;
use crate::recognise::draft::{Draft, Role};
use crate::statement::Status;

impl Words<'_> {
    /// Marks what a remark calls preliminary.
    pub(super) fn set_preliminary(&self, drafts: &mut [Draft], dates: &[Dated]) {
        let s = self.source;
        for sentence in s.sentences() {
            let words = s.plain(sentence.clone());
            let has = |all: &[&str]| all.iter().any(|word| words.contains(word));
            if !words.contains("初步") || has(self.lexicon.not_preliminary) {
                continue;
            }
            let own: Vec<usize> = (0..drafts.len()).filter(|k| sentence.contains(&drafts[*k].core)).collect();
            let of_all = has(self.lexicon.preliminary) && has(self.lexicon.remarked);
            if own.is_empty() && of_all {
                let year = dates.iter().find_map(|dated| match dated.role {
                    Role::When(Some(period)) if sentence.contains(&dated.places.start) => {
                        Some(period.start().year())
                    }
                    _ => None,
                });
                let paragraph = s.paragraph_of(sentence.start);
                for draft in drafts.iter_mut().filter(|draft| paragraph.contains(&draft.core)) {
                    let dated = year
                        .is_none_or(|year| draft.period.is_some_and(|period| period.end().year() == year));
                    draft.status = draft.status.or(Some(Status::Preliminary).filter(|_| dated));
                }
            }
            for k in own.iter().copied() {
                let called =
                    Some(Status::Preliminary).filter(|_| self.is_called_preliminary(drafts[k].places.end));
                drafts[k].status = drafts[k].status.or(called);
            }
            let opens = sentence.clone().find_map(|i| {
                let (_, end) = s.starts_any(i, self.lexicon.preliminary_opens)?;
                matches!(s.get(end), '，' | '：' | ',').then_some(end)
            });
            let Some(opens) = opens else { continue };
            let behind: Vec<usize> = own.into_iter().filter(|k| drafts[*k].core > opens).collect();
            let period = behind.first().map(|k| drafts[*k].period);
            for k in behind {
                let same = Some(drafts[k].period) == period;
                drafts[k].status = drafts[k].status.or(Some(Status::Preliminary).filter(|_| same));
            }
        }
    }

    /// 100亿元（初步核算数）; 100亿元，为初步数. `end`: of the amount.
    fn is_called_preliminary(&self, end: usize) -> bool {
        let s = self.source;
        if !matches!(s.get(end), '（' | '(' | '，' | ',') {
            return false;
        }
        let is_in_brackets = matches!(s.get(end), '（' | '(');
        let called = s.starts_any(end + 1, &["为", "是", "系"]).map(|(_, end)| end);
        if !is_in_brackets && called.is_none() {
            return false;
        }
        let begins = called.unwrap_or(end + 1);
        let closes = |end: usize| matches!(s.get(end), '）' | ')' | '，' | ',' | '；' | '。');
        let bare = s.starts_any(begins, self.lexicon.preliminary_opens).filter(|_| is_in_brackets);
        let named = s.starts_any(begins, self.lexicon.preliminary);
        [named, bare].into_iter().flatten().any(|(_, end)| closes(end))
    }
}
