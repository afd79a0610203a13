//! References of a sentence with the words next to them, for rules that compare the two.
//!
//! **Invariant**: what stands beside a reference ends where its clause ends.

use crate::model::template::{split, Piece};

/// A reference in a sentence with what stands around it, in small letters.
pub(in crate::rules) struct Quote {
    /// What stands between its braces.
    pub reference: String,
    /// How many equal references come before it.
    pub nth: usize,
    pub before: String,
    pub behind: String,
}

/// Returns the references of a text, each with the words of its clause before and behind it.
pub(in crate::rules) fn quotes(text: &str) -> Vec<Quote> {
    let pieces = split(text);
    let plain = |at: Option<usize>| match at.and_then(|at| pieces.get(at)) {
        Some(Piece::Text(text)) => text.to_lowercase(),
        _ => String::new(),
    };
    let mut all: Vec<Quote> = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        let Piece::Reference(reference) = piece else { continue };
        let nth = all.iter().filter(|quote| quote.reference == *reference).count();
        let (before, behind) = (plain(i.checked_sub(1)), plain(Some(i + 1)));
        let stop = |c: char| "，。；、：！？（）,.;:!?()—–".contains(c);
        let before = before.rsplit(stop).next().unwrap_or("").to_string();
        let behind = behind.split(stop).next().unwrap_or("").to_string();
        all.push(Quote { reference: reference.clone(), nth, before, behind });
    }
    all
}
