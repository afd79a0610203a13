//! What belongs to one language, a file each: numbers, bound words, dates, standing phrases, line breaks.
//!
//! A language is added with its file, its `mod` line and its line in the registry below; whatever it lacks does not compile.
//!
//! **Invariant**: a catalogue answers for its own language only and asks the system for nothing.

mod en;
mod ru;
mod zh_hans;

use crate::locale::date::{Date, Part};
use crate::locale::message::Message;
use crate::locale::number::{Decimal, Digits, Phrase, Power, Quantity, Rank, UnitForms};

macro_rules! registry {
    ($($language:ident: $file:ident,)*) => {
        /// A language that readers can be shown.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Locale { $($language),* }

        impl Locale {
            /// Every language there is.
            pub const ALL: [Locale; [$(Locale::$language),*].len()] = [$(Locale::$language),*];

            /// Returns what belongs to the language.
            pub fn catalogue(self) -> &'static Catalogue {
                match self { $(Locale::$language => &$file::CATALOGUE),* }
            }
        }
    };
}

registry! {
    Zh: zh_hans,
    En: en,
    Ru: ru,
}

/// All that belongs to a language.
pub struct Catalogue {
    /// BCP 47.
    pub tag: &'static str,
    /// The same, shorter where that is usual: in addresses and the names of files. Understood wherever a tag is.
    pub code: &'static str,
    /// The language's own name.
    pub name: &'static str,
    /// What editors call it: in Chinese · in English.
    pub name_for_editors: &'static str,
    /// The same in one or two characters, for a button.
    pub short: &'static str,
    /// Spaces stand between words.
    pub spaced: bool,
    pub digits: Digits,
    /// What large numbers are counted in, smallest first.
    pub powers: &'static [Power],
    /// The same on an axis, short: the places that the decimal point moves left, and what stands behind the digits.
    pub axis_powers: &'static [(i32, &'static str)],
    pub units: &'static UnitForms,
    /// Words that a source may print with a number, and what they usually say.
    pub bound_words: &'static [(&'static str, &'static str)],
    /// How a sentence says a bound, besides those words before a number.
    pub bounds_said: BoundsSaid,
    /// In small letters: right behind a number, they change its amount: million, %.
    pub behind_numbers: &'static [&'static str],
    /// Whether a letter is one of the language's, and of no language before it in the registry.
    pub is_letter: fn(char) -> bool,
    /// In small letters: what a number that is printed in words is made of. With `*` behind it the beginning of a word;
    /// where no spaces stand between words, of several characters what such a number alone has in it.
    pub number_words: &'static [&'static str],
    /// One of them is in the words of an inferred period; the first is a whole word.
    pub inferred_words: &'static [&'static str],
    /// In small letters: one of them is in the words of a period that is a goal; a whole word where spaces stand between
    /// words.
    pub goal_words: &'static [&'static str],
    /// The same of a period that somebody expects.
    pub forecast_words: &'static [&'static str],
    /// In small letters: words with which a name of a goal or a forecast ends.
    pub goal_names: &'static [&'static str],
    /// What stands behind such a word where the name begins with it: "goal for".
    pub goal_links: &'static [&'static str],
    /// One of them is in what is counted for each of so many: per, 每.
    pub per_words: &'static [&'static str],
    /// In small letters: words of a period that is a part of a year; whole words
    /// where spaces stand between words.
    pub year_parts: &'static [&'static str],
    /// In small letters: what a change is compared with where that is a year before its own period.
    pub year_before: &'static [&'static str],
    /// In small letters: names of periods that have such a word in them and say nothing of what is in them: 五年计划.
    pub plan_names: &'static [&'static str],
    /// In small letters: one of them, or a word that has it in it, is in a sentence that quotes a goal as one.
    pub aim_words: &'static [&'static str],
    /// How a sentence says which way something went.
    pub directions: Directions,
    pub breaks: Breaks,
    /// Which of a word's forms goes with a number.
    pub plural: fn(Decimal) -> usize,
    /// Puts a number, its bound and its unit in order.
    pub phrase: fn(Quantity) -> Phrase,
    /// What a range that is printed in words has in it: between, 至.
    pub range_words: &'static [&'static str],
    /// A place in an order: 3rd of 21.
    pub rank: fn(Rank) -> Phrase,
    /// A date as a reader reads it.
    pub date: fn(Date) -> String,
    /// What a quarter or a month is called on an axis, short and without its year; empty for anything else.
    pub within_year: fn(Part) -> String,
    pub message: fn(Message) -> &'static str,
}

/// Words of a rise and of a fall, in small letters. Where spaces stand between words, a word with `*` behind it is the
/// beginning of one.
pub struct Directions {
    /// Before a number: rose, 增长.
    pub rises: &'static [&'static str],
    pub falls: &'static [&'static str],
    /// Before the first of two numbers, and before the second: from, to.
    pub from: &'static [&'static str],
    pub to: &'static [&'static str],
    /// What may stand between such a word and its number: by, 了.
    pub links: &'static [&'static str],
    /// Behind a number: rise, 的增幅.
    pub rises_behind: &'static [&'static str],
    pub falls_behind: &'static [&'static str],
}

/// Words of bounds in sentences, in small letters.
pub struct BoundsSaid {
    /// Before a number: it is exact.
    pub exact: &'static [&'static str],
    /// Behind a number, and what they say: or more, 以上. None of the bound words that are here stands before one.
    pub behind: &'static [(&'static str, &'static str)],
    /// Bound words that say something else too: over a year, 突破.
    pub ambiguous: &'static [&'static str],
}

/// Where a line may not break, besides what holds for all languages.
pub struct Breaks {
    /// May not begin a line.
    pub no_start: &'static str,
    /// May not end a line.
    pub no_end: &'static str,
    /// Characters that lean on the digits after them.
    pub before_digits: &'static str,
    /// Characters that a number does not break from, as far as they follow directly.
    pub after_digits: &'static str,
    /// Words that may not end a line.
    pub no_end_words: &'static [&'static str],
}
