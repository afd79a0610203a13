//! A text as characters that rules can compare: full-width digits, letters and signs as plain ones, letters small.
//!
//! In: the text. Out: characters by their place, words that begin or end at a place, bytes of a run of places.
//!
//! **Invariant**: one character in, one character out, so that every place has its byte in the text as it was given.

use std::ops::Range;

/// The text, and the byte where each of its characters begins.
pub struct Source<'a> {
    text: &'a str,
    plain: Vec<char>,
    cased: Vec<char>,
    at: Vec<usize>,
    /// Where paragraphs end.
    paragraphs: Vec<usize>,
}

/// A full-width character as the plain one that means the same. Punctuation stays: ， parts clauses, a comma groups digits.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '．' | '－' | '＋' | '／' | '＄' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        '−' | '‐' | '‑' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}' | '\n' | '\t' => ' ',
        '’' => '\'',
        _ => c,
    }
}

/// Where paragraphs end: at an empty line, and in Chinese, whose lines are not wrapped, at each new line.
fn paragraph_ends(text: &str) -> Vec<usize> {
    let chars: Vec<char> = text.chars().collect();
    let get = |i: usize| chars.get(i).copied().unwrap_or(' ');
    let ends = |i: &usize| get(*i) == '\n' && (get(i + 1) == '\n' || *i > 0 && !get(i - 1).is_ascii());
    (0..chars.len()).filter(ends).collect()
}

impl<'a> Source<'a> {
    pub fn new(text: &'a str) -> Source<'a> {
        let cased: Vec<char> = text.chars().map(narrow).collect();
        let at = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let plain = cased.iter().map(char::to_ascii_lowercase).collect();
        Source { text, plain, cased, at, paragraphs: paragraph_ends(text) }
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.plain.len()
    }

    /// The character at a place, small; a space beyond the end.
    pub fn get(&self, i: usize) -> char {
        self.plain.get(i).copied().unwrap_or(' ')
    }

    /// The character before a place; a space at the beginning.
    pub fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or(' ', |i| self.get(i))
    }

    /// The character at a place is a capital.
    pub fn is_capital(&self, i: usize) -> bool {
        self.cased.get(i).is_some_and(|c| c.is_ascii_uppercase())
    }

    fn is_small(&self, i: usize) -> bool {
        self.cased.get(i).is_some_and(|c| c.is_lowercase())
    }

    /// The word stands at the place.
    pub fn is(&self, i: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(k, c)| self.plain.get(i + k) == Some(&c))
    }

    /// The word ends just before the place; returns where it begins.
    pub fn ends(&self, i: usize, word: &str) -> Option<usize> {
        let start = i.checked_sub(word.chars().count())?;
        self.is(start, word).then_some(start)
    }

    /// The longest of the words that stands at the place, and where it ends.
    pub fn starts_any<'w>(&self, i: usize, words: &[&'w str]) -> Option<(&'w str, usize)> {
        let found = words.iter().filter(|word| self.is(i, word)).max_by_key(|word| word.len())?;
        Some((found, i + found.chars().count()))
    }

    /// The longest of the words that ends just before the place, and where it begins.
    pub fn ends_any<'w>(&self, i: usize, words: &[&'w str]) -> Option<(&'w str, usize)> {
        let found = words.iter().filter_map(|word| Some((*word, self.ends(i, word)?)));
        found.min_by_key(|(_, start)| *start)
    }

    /// The characters of a run of places, small and plain.
    pub fn plain(&self, places: Range<usize>) -> String {
        self.plain[places].iter().collect()
    }

    /// The characters of a run of places, with plain digits and signs, capitals as given.
    pub fn narrow(&self, places: Range<usize>) -> String {
        self.cased[places].iter().collect()
    }

    /// The bytes of a run of places.
    pub fn bytes(&self, places: Range<usize>) -> Range<usize> {
        self.at[places.start]..self.at[places.end]
    }

    /// The text of a run of places, as given.
    pub fn text(&self, places: Range<usize>) -> &'a str {
        &self.text[self.bytes(places)]
    }

    /// Reads digits at a place, with a point, or commas between groups of three: their text without commas, and the end.
    pub fn digits(&self, i: usize) -> Option<(String, usize)> {
        let run = |from: usize| (from..self.len()).take_while(|k| self.get(*k).is_ascii_digit()).count();
        let mut end = i + run(i);
        if end == i {
            return None;
        }
        let mut text = self.plain(i..end);
        if end - i <= 3 {
            while self.get(end) == ',' && run(end + 1) == 3 {
                text.push_str(&self.plain(end + 1..end + 4));
                end += 4;
            }
        }
        let places = run(end + 1);
        if self.get(end) == '.' && places > 0 {
            text.push_str(&self.plain(end..end + 1 + places));
            end += 1 + places;
        }
        Some((text, end))
    }

    /// A run of places has digits.
    pub fn has_digits(&self, mut places: Range<usize>) -> bool {
        places.any(|i| self.get(i).is_ascii_digit())
    }

    /// Where sentences end.
    pub fn sentence_ends(&self) -> Vec<usize> {
        let is_end = |i: &usize| match self.get(*i) {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => self.get(i + 1) == ' ' && !self.is_small(i + 2),
            _ => false,
        };
        (0..self.len()).filter(|i| is_end(i) || self.paragraphs.contains(i)).collect()
    }

    /// Where paragraphs end: what was said before holds no longer.
    pub fn paragraph_ends(&self) -> &[usize] {
        &self.paragraphs
    }

    /// The paragraph of a place.
    pub fn paragraph_of(&self, i: usize) -> Range<usize> {
        let start = self.paragraphs.iter().rev().find(|end| **end < i).map_or(0, |end| end + 1);
        start..self.paragraphs.iter().copied().find(|end| *end >= i).unwrap_or(self.len())
    }

    /// The sentences, without the spaces around them.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut start = 0;
        let mut all = Vec::new();
        for end in self.sentence_ends().into_iter().map(|end| end + 1).chain([self.len()]) {
            let is_text = |i: &usize| self.get(*i) != ' ';
            if let (Some(first), Some(last)) = ((start..end).find(is_text), (start..end).rev().find(is_text))
            {
                all.push(first..last + 1);
            }
            start = end;
        }
        all
    }
}
