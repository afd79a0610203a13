//! The rules by which amounts are found in English.
//!
//! In: the characters of a text. Out: drafts with their periods, by their places. The words are those of `locale::recognition`.
//!
//! **Invariant**: what is not sure is not taken; words stand in the language's file, only grammar here.

mod amounts;
mod bounds;
mod dates;
mod doubts;
mod goals;
mod kinds;
mod lists;
mod numeral;
mod parts;
mod ranges;
mod remarks;
mod sense;
mod tokens;
mod units;
mod when;
mod wholes;

use super::draft::Draft;
use super::source::Source;
use crate::locale::recognition::{English, ENGLISH};
use crate::locale::Locale;
use crate::statement::Bound;
use std::ops::Range;
use tokens::Token;

/// A text with the words of its language.
struct Words<'a> {
    source: &'a Source<'a>,
    tokens: Vec<Token>,
    nothing: Token,
    lexicon: &'static English,
    /// The bound words before a number.
    before: Vec<(&'static str, Bound)>,
    /// Another country's dollar is named, so that $ may be that of either.
    other_dollars: bool,
}

/// An amount by its tokens.
struct Found {
    draft: Draft,
    /// The token where the number itself begins.
    at: usize,
    /// The token behind its unit.
    end: usize,
}

impl<'a> Words<'a> {
    fn new(source: &'a Source<'a>) -> Words<'a> {
        let lexicon = &ENGLISH;
        let known = Locale::En.catalogue().bound_words.iter();
        let known: Vec<_> = known.filter_map(|(word, said)| Some((*word, Bound::parse(said)?))).collect();
        let tokens = tokens::tokens(source, lexicon.currencies);
        let named =
            |t: usize| lexicon.other_dollars.iter().any(|words| tokens::phrase(&tokens, t, words).is_some());
        let sign = |t: usize| {
            let glued = tokens[t].is("$") && t > 0 && !tokens[t].spaced;
            glued && ["a", "c", "hk", "nz", "s"].contains(&tokens[t - 1].text.as_str())
        };
        let other_dollars = (0..tokens.len()).any(|t| named(t) || sign(t));
        Words {
            source,
            other_dollars,
            nothing: Token::nothing(),
            lexicon,
            before: [lexicon.before, &known].concat(),
            tokens,
        }
    }

    /// The token at an index; an empty sign beyond the ends.
    fn token(&self, t: usize) -> &Token {
        self.tokens.get(t).unwrap_or(&self.nothing)
    }

    /// The token before an index.
    fn prior(&self, t: usize) -> &Token {
        t.checked_sub(1).map_or(self.token(usize::MAX), |t| self.token(t))
    }

    /// The longest of the phrases that begins at a token, and the token behind it.
    fn phrase_in<'w>(&self, t: usize, phrases: &[&'w str]) -> Option<(&'w str, usize)> {
        let found =
            phrases.iter().filter_map(|words| Some((*words, tokens::phrase(&self.tokens, t, words)?)));
        found.max_by_key(|(_, end)| *end)
    }

    /// The longest of the phrases that ends just before a token, and the token where it begins.
    fn phrase_before<'w>(&self, t: usize, phrases: &[&'w str]) -> Option<(&'w str, usize)> {
        let found =
            phrases.iter().filter_map(|words| Some((*words, tokens::phrase_before(&self.tokens, t, words)?)));
        found.min_by_key(|(_, start)| *start)
    }

    /// A paragraph begins with the token.
    fn begins_paragraph(&self, t: usize) -> bool {
        let (from, to) = (self.prior(t).places.end, self.token(t).places.start);
        t > 0 && self.source.paragraph_ends().iter().any(|end| (from..to).contains(end))
    }

    /// A sentence begins with the token.
    fn begins_sentence(&self, t: usize) -> bool {
        t == 0 || matches!(self.prior(t).text.as_str(), "." | "!" | "?" | ":" | "“" | "\"" | "(")
    }
}

/// Returns the amounts of a text, in its order, with their periods and bases, and the places of its dates.
pub(super) fn read(source: &Source) -> (Vec<Draft>, Vec<Range<usize>>) {
    let words = Words::new(source);
    let mut dates = words.dates();
    let mut all = words.amounts(&dates);
    for k in 0..all.len() {
        words.make_sense(&mut all, k);
    }
    words.set_periods(&mut all, &mut dates);
    let named = dates.iter().filter_map(|dated| Some((dated.role, words.year_words(dated)?)));
    super::draft::name_years(all.iter_mut().map(|found| &mut found.draft), named);
    words.set_preliminary(&mut all, &dates);
    words.set_wholes(&mut all);
    let dates =
        dates.iter().map(|dated| words.places(dated)).filter(|places| source.has_digits(places.clone()));
    let dates = dates.collect();
    (all.into_iter().map(|found| found.draft).collect(), dates)
}
