//! The words by which the amounts of a paragraph are found, a file a language.
//!
//! They stand apart from the catalogue, for a reader's engine finds no amounts. The words of bounds are those of the catalogue; what stands
//! here adds to them or, where a sentence means something else by them than a printed phrase, overrules them. A list is one text with commas,
//! so that it can be read and changed as one.
//!
//! **Invariant**: words only; what they do is for the rules of `recognise`.

pub mod claims;
mod en;
pub mod kinds;
pub mod sayings;
mod zh_hans;

pub use en::{English, ENGLISH};
pub use zh_hans::{Chinese, CHINESE};

use crate::statement::Bound;
use std::str::FromStr;

/// Words that belong together, for the life of the program.
pub type List<T> = &'static [T];

/// What a school year or a fiscal year from one year to another is called, by the code of the language.
pub fn year_names(words: &str, first: i32, last: i32) -> [(&'static str, String); 3] {
    let words = words.to_lowercase();
    let is_school = ["学年", "school", "academic"].iter().any(|word| words.contains(word));
    let (zh, en, ru) = match is_school {
        true => ("学年", "school year", "учебный год"),
        false => ("财年", "fiscal year", "финансовый год"),
    };
    let run = |join: &str| if first == last { first.to_string() } else { format!("{first}{join}{last}") };
    [
        ("zh", format!("{}{zh}", run("—"))),
        ("en", format!("{} {en}", run("–"))),
        ("ru", format!("{} {ru}", run("/"))),
    ]
}

fn list(text: &'static str) -> List<&'static str> {
    text.split(", ").collect::<Vec<_>>().leak()
}

/// "million 6, billion 9": each word with its number.
fn numbers<T: FromStr>(text: &'static str) -> List<(&'static str, T)> {
    let pair = |entry: &'static str| {
        let (word, number) = entry.rsplit_once(' ')?;
        Some((word, number.parse().ok()?))
    };
    text.split(", ").filter_map(pair).collect::<Vec<_>>().leak()
}

/// "$ = US dollars, € = euros": each word with what it is called.
fn names(text: &'static str) -> List<(&'static str, &'static str)> {
    text.split(", ").filter_map(|entry| entry.split_once(" = ")).collect::<Vec<_>>().leak()
}

/// "年: 级 期; 分: 之 别": each word with others that stand beside it.
fn followed(text: &'static str) -> List<(&'static str, List<&'static str>)> {
    let pair = |entry: &'static str| {
        let (word, others) = entry.split_once(": ")?;
        Some((word, &*others.split(' ').collect::<Vec<_>>().leak()))
    };
    text.split("; ").filter_map(pair).collect::<Vec<_>>().leak()
}

/// The words of each bound.
fn bounds(words: &[(Bound, &'static str)]) -> List<(&'static str, Bound)> {
    let each = words.iter().flat_map(|(bound, text)| text.split(", ").map(|word| (word, *bound)));
    each.collect::<Vec<_>>().leak()
}
