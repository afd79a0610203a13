//! Languages: how numbers, bounds, dates and standing phrases are written in Chinese and in English, and where a
//! line may break.
//!
//! **Invariant**: these rules ship with the crate, so that the browser and the native renderer write the same;
//! nothing here asks the system for its locale, and nothing here knows a story.

pub mod date;
pub mod linebreak;
pub mod message;
pub mod number;
#[cfg(feature = "author")]
pub mod schema;

use serde::{Deserialize, Serialize};

/// A language of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locale {
    Zh,
    En,
}

impl Locale {
    pub const ALL: [Locale; 2] = [Locale::Zh, Locale::En];

    pub fn parse(name: &str) -> Option<Locale> {
        match name {
            "zh" => Some(Locale::Zh),
            "en" => Some(Locale::En),
            _ => None,
        }
    }

    /// `zh` or `en`, as in JSON and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Locale::Zh => "zh",
            Locale::En => "en",
        }
    }

    /// The language tag for `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::Zh => "zh-Hans",
            Locale::En => "en",
        }
    }

    /// One of the two.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Locale::Zh => zh,
            Locale::En => en,
        }
    }
}

/// 两种文字 · a text in both languages
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// 中文 · Chinese
    pub zh: String,
    /// 英文 · English
    pub en: String,
}

impl Text {
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Text { zh: zh.into(), en: en.into() }
    }

    pub fn get(&self, locale: Locale) -> &str {
        locale.pick(&self.zh, &self.en)
    }
}
