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
        // to be short of nurses is to lack them, and between 60 and 70 has no other bound
        if self.token(start).is("short") && (self.is_lack(start) || self.token(t).is("between")) {
            return None;
        }
        // more than an estimated 300: two words, which claim what both claim
        Some(one(start).map_or((bound, start), |(other, start)| (both(other, bound), start)))
    }

    /// "short of" at a token says that something is lacking: is short of, were short of.
    pub(super) fn is_lack(&self, t: usize) -> bool {
        ["is", "are", "was", "were", "be", "been", "being", "remains", "remain"]
            .contains(&self.prior(t).text.as_str())
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
