//! Sentences of English that call numbers preliminary: The figures are provisional; and words behind one: 5 % (provisional).
//!
//! In: the amounts of a text with their periods. Out: those of the paragraph, or of the sentence, with the status.
//!
//! **Invariant**: a remark says it of its paragraph only, and of a year only where it names one.

use super::dates::Dated;
use super::{Found, Words};
use crate::recognise::draft::Role;
use crate::statement::Status;
use std::ops::Range;

/// What numbers are called together.
const NUMBERS: [&str; 4] = ["figures", "numbers", "data", "statistics"];
const FIRST: [&str; 2] = ["preliminary", "provisional"];

impl Words<'_> {
    /// Marks what a remark calls preliminary.
    pub(super) fn set_preliminary(&self, all: &mut [Found], dates: &[Dated]) {
        for sentence in self.sentences() {
            let own: Vec<usize> = (0..all.len()).filter(|k| sentence.contains(&all[*k].at)).collect();
            if own.is_empty() && self.is_remark(&sentence, dates) {
                let year = dates.iter().find_map(|dated| match dated.role {
                    Role::When(Some(period)) if sentence.contains(&dated.tokens.start) => {
                        Some(period.start().year())
                    }
                    _ => None,
                });
                let paragraph = self.source.paragraph_of(self.token(sentence.start).places.start);
                for found in all.iter_mut().filter(|found| paragraph.contains(&found.draft.core)) {
                    let draft = &mut found.draft;
                    let dated = year
                        .is_none_or(|year| draft.period.is_some_and(|period| period.end().year() == year));
                    draft.status = draft.status.or(Some(Status::Preliminary).filter(|_| dated));
                }
            }
            for k in own.iter().copied() {
                let found = &mut all[k];
                let behind =
                    (found.at..sentence.end).find(|t| self.token(*t).places.start >= found.draft.places.end);
                if behind.is_some_and(|t| self.is_called_preliminary(t)) {
                    found.draft.status = found.draft.status.or(Some(Status::Preliminary));
                }
            }
            let Some(opens) = sentence.clone().find(|t| self.opens_preliminary(*t)) else { continue };
            let behind: Vec<usize> = own.into_iter().filter(|k| all[*k].at > opens).collect();
            let period = behind.first().map(|k| all[*k].draft.period);
            for k in behind {
                let draft = &mut all[k].draft;
                draft.status =
                    draft.status.or(Some(Status::Preliminary).filter(|_| Some(draft.period) == period));
            }
        }
    }

    /// All figures for 2023 are still preliminary: of the numbers around it, and of no others.
    fn is_remark(&self, sentence: &Range<usize>, dates: &[Dated]) -> bool {
        let is_date = |t: usize| dates.iter().any(|dated| dated.tokens.contains(&t));
        let skip = |mut t: usize| {
            while sentence.contains(&t)
                && (is_date(t) || self.lexicon.remarked.contains(&self.token(t).text.as_str()))
            {
                t += 1;
            }
            t
        };
        let noun = skip(sentence.start);
        let verb = skip(noun + 1);
        let still = |t: usize| ["still", "all", "only"].contains(&self.token(t).text.as_str());
        let said = if still(verb + 1) { verb + 2 } else { verb + 1 };
        NUMBERS.contains(&self.token(noun).text.as_str())
            && ["are", "remain"].contains(&self.token(verb).text.as_str())
            && FIRST.contains(&self.token(said).text.as_str())
            && !self.token(said + 1).is_hyphen()
    }

    /// (provisional), (preliminary figure), from the bracket on.
    fn is_called_preliminary(&self, t: usize) -> bool {
        let noun = self.token(t + 2);
        let closes = if noun.is(")") { t + 2 } else { t + 3 };
        let is_noun = NUMBERS.contains(&noun.text.as_str())
            || ["figure", "number", "estimate", "result"].iter().any(|one| noun.is(one));
        self.token(t).is("(")
            && FIRST.contains(&self.token(t + 1).text.as_str())
            && (noun.is(")") || is_noun)
            && self.token(closes).is(")")
    }

    /// Preliminary figures show, according to provisional data.
    fn opens_preliminary(&self, t: usize) -> bool {
        let noun = self.token(t + 1);
        let numbers = NUMBERS.contains(&noun.text.as_str()) || noun.is("estimates") || noun.is("results");
        let shows = ["show", "suggest", "indicate", "put"].contains(&self.token(t + 2).text.as_str());
        let according = self.phrase_before(t, &["according to", "according to the"]).is_some();
        FIRST.contains(&self.token(t).text.as_str()) && numbers && (shows || according)
    }
}
