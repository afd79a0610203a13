//! Bound words of English before and behind a number.
//!
//! In: tokens. Out: what the words say, and where they begin or end.
//!
//! **Invariant**: a word that may mean something else (over five years) gives no bound.

use super::tokens::phrase;
use super::Words;
use crate::recognise::draft::both;
use crate::statement::Bound;

impl Words<'_> {
    /// The bound word that ends just before a token, and the token where it begins.
    pub(super) fn bound_before(&self, t: usize) -> Option<(Bound, usize)> {
        let words: Vec<&str> = self.before.iter().map(|(word, _)| *word).collect();
        let one = |t: usize| {
            let (word, start) = self.phrase_before(t, &words)?;
            let (_, bound) = self.before.iter().find(|(known, _)| *known == word)?;
            Some((*bound, start))
        };
        let (bound, start) = one(t)?;
        // more than an estimated 300: two words, which claim what both claim
        Some(one(start).map_or((bound, start), |(other, start)| (both(other, bound), start)))
    }

    /// The bound word that begins at a token, and the token behind it.
    pub(super) fn bound_after(&self, t: usize) -> Option<(Bound, usize)> {
        let at = if self.token(t).is_hyphen() && !self.token(t).spaced { t + 1 } else { t };
        let found = self.lexicon.after.iter().filter_map(|(word, bound)| {
            let hyphened = matches!(*word, "odd" | "plus");
            let sum = *word == "+" && !self.token(at + 1).spaced && at + 1 < self.tokens.len();
            (hyphened == (at > t) && !sum).then_some(())?;
            Some((*bound, phrase(&self.tokens, at, word)?))
        });
        // "or more than" belongs to the next number
        found
            .max_by_key(|(_, end)| *end)
            .filter(|(_, end)| !self.token(*end).is("than") && !self.token(*end).is("of"))
    }
}
