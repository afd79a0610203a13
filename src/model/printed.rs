//! What a source prints in words with a number: the word of its bound (超, over), or the number itself (三分之一, a third).
//!
//! A file has one text, which is in the language of its letters, or a text by language.
//!
//! **Invariant**: states no amount: the number behind the words is the figure's value.

use crate::locale::catalogue::Catalogue;
use crate::locale::number::Phrase;
use crate::locale::{Locale, Text};
use crate::statement::Bound;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

/// The printed words by language; none of them for a plain number.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Printed(Text);

impl Printed {
    /// Takes words in the language that their letters are of.
    pub fn of(words: &str) -> Printed {
        let mut text = Text::default();
        if !words.is_empty() {
            text.set(language_of(words), words.to_string());
        }
        Printed(text)
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().next().is_none()
    }

    /// Returns the words in a language; those in the first language that there is where it lacks them; empty for none.
    pub fn word(&self, locale: Locale) -> &str {
        self.own(locale).or(self.0.iter().next().map(|(_, words)| words)).unwrap_or("")
    }

    /// Returns the words in this language and no other.
    pub fn own(&self, locale: Locale) -> Option<&str> {
        self.0.iter().find(|(own, _)| *own == locale).map(|(_, words)| words)
    }

    /// Its languages with the words in each.
    pub fn iter(&self) -> impl Iterator<Item = (Locale, &str)> {
        self.0.iter()
    }

    /// Returns the number as it is printed in words in this language, with the word of its bound; nothing where only that
    /// word is printed. `usual` is what the language says of the bound where the words do not.
    pub fn number(&self, bound: Bound, locale: Locale, usual: impl FnOnce() -> Phrase) -> Option<Phrase> {
        let words = self.own(locale)?;
        let catalogue = locale.catalogue();
        let (before, number, after) = parts(words, bound, catalogue);
        if !is_number(number, catalogue) {
            return None;
        }
        let digits = number.to_string();
        let is_said = !(before.is_empty() && after.is_empty());
        if is_said || matches!(bound, Bound::Exact | Bound::Between) {
            return Some(Phrase { before: before.into(), digits, after: after.into(), ..Phrase::default() });
        }
        let Phrase { before, after, .. } = usual();
        Some(Phrase { before, digits, after, ..Phrase::default() })
    }
}

/// The language of some words: the first that has one of their letters.
fn language_of(words: &str) -> Locale {
    let has = |locale: &Locale| words.chars().any(|c| (locale.catalogue().is_letter)(c));
    Locale::ALL.into_iter().find(has).unwrap_or(Locale::ALL[0])
}

/// Words before a number, the number in words, and the words behind it: those of the bound that is given.
pub fn parts<'w>(words: &'w str, bound: Bound, catalogue: &Catalogue) -> (&'w str, &'w str, &'w str) {
    let says = |said: &str| said == bound.name() || said == "about" && bound == Bound::Nearly;
    let known = catalogue.bound_words.iter().filter(|(_, said)| says(said)).map(|(word, _)| *word);
    let (mut before, mut after) = (0, 0);
    for word in known {
        let is_whole =
            |rest: &str, sign: &str| !catalogue.spaced || rest.ends_with(sign) || rest.starts_with(sign);
        if words.strip_prefix(word).is_some_and(|rest| !rest.is_empty() && is_whole(rest, " ")) {
            before = before.max(word.len());
        }
        if words.strip_suffix(word).is_some_and(|rest| !rest.is_empty() && is_whole(rest, " ")) {
            after = after.max(word.len());
        }
    }
    if before > 0 {
        // the space between the bound's word and the number is the word's
        let rest = words[before..].trim_start();
        return (&words[..words.len() - rest.len()], rest, "");
    }
    let number = words[..words.len() - after].trim_end();
    ("", number, &words[number.len()..])
}

/// Whether words state a number: one of them is a number word of the language.
pub fn is_number(words: &str, catalogue: &Catalogue) -> bool {
    let words = words.to_lowercase();
    let known = catalogue.number_words;
    if catalogue.spaced {
        let says = |word: &&str| {
            known.iter().any(|known| match known.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => word == known,
            })
        };
        let all: Vec<&str> =
            words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        // "a third" and "half a million people", but not "one of the largest"
        let said = all.iter().filter(|word| says(word)).count();
        return said > 0 && said * 3 >= all.len();
    }
    let whole = |word: &&str| word.chars().count() > 1 && words.contains(*word);
    let said = words.chars().filter(|c| known.iter().any(|sign| sign.chars().eq([*c]))).count();
    let sign = |c: char| known.iter().any(|sign| sign.chars().eq([c]));
    // 第一个
    if words.strip_prefix('第').is_some_and(|rest| rest.starts_with(sign)) {
        return true;
    }
    // 三成 and 翻一番, but not 进一步
    known.iter().any(whole) || said * 2 > words.chars().count()
}

impl<'de> Deserialize<'de> for Printed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Printed;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a text, or one by language")
            }
            fn visit_str<E: Error>(self, words: &str) -> Result<Printed, E> {
                Ok(Printed::of(words))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Printed, A::Error> {
                Text::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(Printed)
            }
        }
        match deserializer.is_human_readable() {
            true => deserializer.deserialize_any(Words),
            false => Text::deserialize(deserializer).map(Printed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_the_language_of_their_letters() {
        for (words, locale) in [("超", Locale::Zh), ("a third", Locale::En), ("треть", Locale::Ru)] {
            assert!(Printed::of(words).own(locale).is_some(), "{words}");
        }
        assert!(Printed::of("").is_empty());
    }

    #[test]
    fn a_number_in_words_is_told_from_the_word_of_a_bound() {
        let say = |words: &str, bound, locale: Locale| {
            let usual = || Phrase { before: "? ".into(), ..Phrase::default() };
            Printed::of(words).number(bound, locale, usual).map(|phrase| phrase.to_string())
        };
        let (zh, en, ru) = (Locale::Zh, Locale::En, Locale::Ru);
        assert_eq!(say("a third", Bound::Exact, en).as_deref(), Some("a third"));
        assert_eq!(say("a third", Bound::MoreThan, en).as_deref(), Some("? a third"));
        assert_eq!(say("more than a third", Bound::MoreThan, en).as_deref(), Some("more than a third"));
        assert_eq!(say("doubled", Bound::Exact, en).as_deref(), Some("doubled"));
        assert_eq!(say("more than", Bound::MoreThan, en), None);
        assert_eq!(say("三分之一", Bound::Exact, zh).as_deref(), Some("三分之一"));
        assert_eq!(say("一半以上", Bound::AtLeast, zh).as_deref(), Some("一半以上"));
        assert_eq!(say("第一座", Bound::Exact, zh).as_deref(), Some("第一座"));
        assert_eq!(say("超", Bound::MoreThan, zh), None);
        assert_eq!(say("可达", Bound::UpTo, zh), None);
        assert_eq!(say("треть", Bound::Exact, ru).as_deref(), Some("треть"));
        assert_eq!(say("a third", Bound::Exact, zh), None);
    }
}
