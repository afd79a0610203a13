//! A text in the languages of its story.
//!
//! **Invariant**: each language once, in the order of the registry. JSON has an object by language tag; a compiled story
//! has numbers in place of the tags.

use crate::locale::Locale;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

/// A text by language tag.
#[derive(Clone, Debug, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Text(Vec<(Locale, String)>);

impl Text {
    /// Makes a text of Chinese and English, as messages to editors have.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Text(vec![(Locale::Zh, zh.into()), (Locale::En, en.into())])
    }

    /// Makes a text of what `say` answers in each of the languages.
    pub fn each(languages: &[Locale], mut say: impl FnMut(Locale) -> String) -> Self {
        languages.iter().map(|locale| (*locale, say(*locale))).collect()
    }

    /// Returns the text in a language; in English, or else the first language there is, where it lacks that one.
    pub fn get(&self, locale: Locale) -> &str {
        let find = |wanted: Locale| self.0.iter().find(|(l, _)| *l == wanted);
        find(locale).or_else(|| find(Locale::En)).or(self.0.first()).map_or("", |(_, text)| text)
    }

    /// The text in Chinese, as `get` answers.
    pub fn zh(&self) -> &str {
        self.get(Locale::Zh)
    }

    /// The text in English, as `get` answers.
    pub fn en(&self) -> &str {
        self.get(Locale::En)
    }

    /// Sets the text in a language.
    pub fn set(&mut self, locale: Locale, text: String) {
        match self.0.iter_mut().find(|(l, _)| *l == locale) {
            Some(known) => known.1 = text,
            None => {
                let at = self.0.iter().take_while(|(l, _)| *l < locale).count();
                self.0.insert(at, (locale, text));
            }
        }
    }

    /// Its languages with its words in each.
    pub fn iter(&self) -> impl Iterator<Item = (Locale, &str)> {
        self.0.iter().map(|(locale, text)| (*locale, text.as_str()))
    }
}

impl FromIterator<(Locale, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (Locale, String)>>(texts: I) -> Self {
        let mut all = Text::default();
        texts.into_iter().for_each(|(locale, text)| all.set(locale, text));
        all
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (locale, text) in &self.0 {
            map.serialize_entry(locale, text)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ByTag;
        impl<'de> Visitor<'de> for ByTag {
            type Value = Text;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("an object with a text a language")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let mut text = Text::default();
                while let Some((locale, words)) = map.next_entry()? {
                    text.set(locale, words);
                }
                Ok(text)
            }
        }
        deserializer.deserialize_map(ByTag)
    }
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.serialize_str(self.tag()),
            false => serializer.serialize_u8(*self as u8),
        }
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Tag;
        impl Visitor<'_> for Tag {
            type Value = Locale;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a language tag")
            }
            fn visit_str<E: Error>(self, tag: &str) -> Result<Locale, E> {
                Locale::parse(tag).ok_or_else(|| E::custom("unknown language"))
            }
            fn visit_u8<E: Error>(self, number: u8) -> Result<Locale, E> {
                Locale::ALL.get(number as usize).copied().ok_or_else(|| E::custom("unknown language"))
            }
        }
        match deserializer.is_human_readable() {
            true => deserializer.deserialize_str(Tag),
            false => deserializer.deserialize_u8(Tag),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_an_object_by_tag_in_json_and_takes_the_short_tag_of_chinese() {
        let text: Text = serde_json::from_str(r#"{"ru": "да", "zh": "是"}"#).unwrap();
        assert_eq!(text.iter().collect::<Vec<_>>(), [(Locale::Zh, "是"), (Locale::Ru, "да")]);
        assert_eq!(serde_json::to_string(&text).unwrap(), r#"{"zh-Hans":"是","ru":"да"}"#);
        assert!(serde_json::from_str::<Text>(r#"{"tlh": "HIja'"}"#).is_err());
    }

    #[test]
    fn a_language_that_a_text_lacks_falls_back_to_english() {
        assert_eq!(Text::new("是", "yes").get(Locale::Ru), "yes");
        let russian = Text::each(&[Locale::Ru], |_| "да".into());
        assert_eq!(russian.get(Locale::En), "да");
        assert_eq!(Text::default().get(Locale::En), "");
    }

    #[test]
    fn a_compiled_text_is_read_back() {
        let text = Text::new("是", "yes");
        let bytes = postcard::to_stdvec(&text).unwrap();
        assert_eq!(postcard::from_bytes::<Text>(&bytes).unwrap(), text);
    }
}
