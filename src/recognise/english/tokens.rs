//! A text of English as words, numbers and signs.
//!
//! In: the characters of a text. Out: tokens with their places, and phrases that begin or end at a token.
//!
//! **Invariant**: a hyphen between two words of a phrase is as good as a space; letters that touch digits stay apart from other words.

use crate::recognise::source::Source;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with digits behind them: h5n1.
    Word,
    /// Digits with groups and a point.
    Number,
    /// Any other character.
    Sign,
}

/// A word, a number or a sign.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub places: Range<usize>,
    /// Small letters; digits without commas.
    pub text: String,
    pub kind: Kind,
    /// A space or the beginning stands before it.
    pub spaced: bool,
    pub capital: bool,
}

impl Token {
    /// What stands beyond the ends of a text.
    pub fn nothing() -> Token {
        Token { places: 0..0, text: String::new(), kind: Kind::Sign, spaced: true, capital: false }
    }

    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn is_hyphen(&self) -> bool {
        matches!(self.text.as_str(), "-" | "–" | "—")
    }
}

/// The tokens of a text.
pub(super) fn tokens(source: &Source, currencies: &[(&str, &str)]) -> Vec<Token> {
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '²' | '³');
    let (mut all, mut i, mut spaced): (Vec<Token>, _, _) = (Vec::new(), 0, true);
    while i < source.len() {
        let c = source.get(i);
        if c == ' ' {
            (spaced, i) = (true, i + 1);
            continue;
        }
        let (text, end, kind) = if let Some((text, end)) = source.digits(i) {
            (text, end, Kind::Number)
        } else if is_letter(c) {
            let inside = |k: usize| {
                let c = source.get(k);
                let apostrophe = c == '\'' && source.get(k + 1).is_alphabetic();
                is_letter(c) || c.is_ascii_digit() || apostrophe
            };
            // after digits letters only: the 90s, 5km2
            let end = (i..source.len()).find(|k| !inside(*k)).unwrap_or(source.len());
            // RMB3.5bn: the letters of a currency end before its digits
            let letters = (i..end).find(|k| source.get(*k).is_ascii_digit()).unwrap_or(end);
            let money = currencies.iter().any(|(name, _)| *name == source.plain(i..letters));
            let end = if money { letters } else { end };
            (source.plain(i..end), end, Kind::Word)
        } else {
            (source.plain(i..i + 1), i + 1, Kind::Sign)
        };
        all.push(Token {
            places: i..end,
            text,
            kind,
            spaced,
            capital: (i..end).take(2).any(|k| source.is_capital(k)),
        });
        (spaced, i) = (false, end);
    }
    all
}

/// The end of a phrase that begins at a token: its words follow each other with spaces or hyphens.
pub(super) fn phrase(tokens: &[Token], at: usize, words: &str) -> Option<usize> {
    let mut t = at;
    for (k, word) in words.split(' ').enumerate() {
        if k > 0 && tokens.get(t)?.is_hyphen() {
            t += 1;
        }
        if !tokens.get(t)?.is(word) {
            return None;
        }
        t += 1;
    }
    Some(t)
}

/// Where a phrase begins that ends just before a token.
pub(super) fn phrase_before(tokens: &[Token], at: usize, words: &str) -> Option<usize> {
    let mut t = at;
    for (k, word) in words.rsplit(' ').enumerate() {
        t = t.checked_sub(1)?;
        if k > 0 && tokens[t].is_hyphen() {
            t = t.checked_sub(1)?;
        }
        if !tokens[t].is(word) {
            return None;
        }
    }
    Some(t)
}
