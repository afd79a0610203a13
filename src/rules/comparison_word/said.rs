//! Texts with their figures taken out, for rules that look at the words between them.
//!
//! **Invariant**: what a reference to a period or a year prints is part of the words; a figure is not.

use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::template::{split, Piece};
use crate::story::Story;

/// The figures of a text in order, with the words before, between and behind them, in small letters: one more than
/// there are figures, and an empty one before the first.
pub(in crate::rules) struct Flat {
    pub figures: Vec<FigureIx>,
    pub between: Vec<String>,
}

pub(in crate::rules) fn flat(story: &Story, text: &str, locale: Locale) -> Flat {
    let mut all = Flat { figures: Vec::new(), between: vec![String::new()] };
    for piece in split(text) {
        match piece {
            Piece::Text(words) => last(&mut all).push_str(&words.to_lowercase()),
            Piece::Reference(id) => match story.find_figure(&id) {
                Some(ix) => {
                    all.figures.push(ix);
                    all.between.push(String::new());
                }
                // the size of a fall is compared with nothing, and no words lie across it
                None if id.ends_with(".size") => last(&mut all).push('。'),
                None => {
                    let one = crate::locale::Text::each(&[locale], |_| format!("{{{id}}}"));
                    let said = story.expand_plain(&one, locale).to_lowercase();
                    last(&mut all).push_str(&said);
                }
            },
        }
    }
    all.between.push(String::new());
    all
}

fn last(all: &mut Flat) -> &mut String {
    all.between.last_mut().expect("begins with one")
}

/// Whether words that were found in a text are words of their own, where spaces stand between words.
pub(in crate::rules) fn words_only(text: &str, at: usize, word: &str, spaced: bool) -> bool {
    let (before, after) = (&text[..at], &text[at + word.len()..]);
    !spaced || !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic)
}

/// Whether a text has one of some words.
pub(crate) fn has_any(text: &str, words: &[&str], spaced: bool) -> bool {
    words.iter().any(|word| text.match_indices(word).any(|(at, _)| words_only(text, at, word, spaced)))
}

/// Whether a text is nothing but links.
pub(in crate::rules) fn without_links(text: &str, links: &[&str], spaced: bool) -> bool {
    if spaced {
        let mut own = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        return own.all(|word| links.contains(&word));
    }
    let mut rest = text.trim();
    while let Some(link) = links.iter().filter(|link| rest.starts_with(**link)).max_by_key(|link| link.len())
    {
        rest = &rest[link.len()..];
    }
    rest.is_empty()
}

/// Whether a text names what a label names: they have a word of four letters in common, or two characters that follow
/// each other where no spaces stand between words.
pub(crate) fn names_it(text: &str, label: &str, spaced: bool) -> bool {
    let (text, label) = (text.to_lowercase(), label.to_lowercase());
    if spaced {
        let mut own = label.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 4);
        return own.any(|word| text.split(|c: char| !c.is_alphabetic()).any(|said| said == word));
    }
    let all: Vec<char> = label.chars().collect();
    let is_name =
        |pair: &&[char]| pair.iter().all(|c| c.is_alphabetic() && !"增长下降情况变化的".contains(*c));
    all.windows(2).filter(is_name).any(|pair| text.contains(&pair.iter().collect::<String>()))
}
