//! The rules by which amounts are found in Chinese.
//!
//! In: the characters of a text. Out: drafts with their periods, by their places. The words are those of `locale::recognition`.
//!
//! **Invariant**: what is not sure is not taken; words stand in the language's file, only grammar here.

mod amounts;
mod dates;
mod doubts;
mod goals;
mod kinds;
mod lists;
mod numeral;
mod parts;
mod remarks;
mod sense;
mod suppose;
mod units;
mod when;
mod wholes;

use super::draft::Draft;
use super::source::Source;
use crate::locale::recognition::{Chinese, CHINESE};
use crate::locale::Locale;
use crate::statement::Bound;
use dates::Dated;
use std::ops::Range;

/// A text with the words of its language.
struct Words<'a> {
    source: &'a Source<'a>,
    lexicon: &'static Chinese,
    /// The bound words before a number.
    before: Vec<(&'static str, Bound)>,
    /// The bound words behind one.
    after: Vec<(&'static str, Bound)>,
}

impl<'a> Words<'a> {
    fn new(source: &'a Source<'a>) -> Words<'a> {
        let lexicon = &CHINESE;
        let known = Locale::Zh.catalogue().bound_words.iter();
        let known = known.filter_map(|(word, said)| Some((*word, Bound::parse(said)?)));
        let (after, before): (Vec<_>, Vec<_>) = known.partition(|(word, _)| lexicon.behind.contains(word));
        Words {
            source,
            lexicon,
            // the first that is found counts: those of sentences overrule those of phrases
            before: [lexicon.before, &before].concat(),
            after: [lexicon.after, &after].concat(),
        }
    }
}

/// Returns the amounts of a text, in its order, with their periods and bases, and the places of its dates.
pub(super) fn read(source: &Source) -> (Vec<Draft>, Vec<Range<usize>>) {
    let words = Words::new(source);
    let mut dates = words.dates();
    let mut drafts = words.amounts(&dates);
    for k in 0..drafts.len() {
        words.make_sense(&mut drafts, k);
    }
    words.set_goals(&mut drafts, &mut dates);
    words.suppose(&mut dates);
    when::set(source, &mut drafts, &dates);
    words.suppose_years(&mut drafts, &dates);
    let is_named = |dated: &&Dated| {
        let words = source.plain(dated.places.clone());
        words.ends_with("学年") || words.ends_with("财年")
    };
    let named = dates.iter().filter(is_named).map(|dated| (dated.role, dated.places.clone()));
    super::draft::name_years(drafts.iter_mut(), named);
    words.set_preliminary(&mut drafts, &dates);
    words.set_wholes(&mut drafts);
    words.set_listed_parts(&mut drafts);
    let said = |dated: &&Dated| source.has_digits(dated.places.clone());
    (drafts, dates.iter().filter(said).map(|dated| dated.places.clone()).collect())
}
