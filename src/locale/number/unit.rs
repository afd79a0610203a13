//! Units and named powers of ten in the languages of a story.
//!
//! **Invariant**: a unit has words in each language of its story, and in each at least one form.

use crate::locale::Locale;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// The power of ten that a large number is printed with; languages that do not count in it print all digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    #[default]
    Plain,
    /// 15.1万.
    Wan,
    /// 3亿.
    Yi,
    /// 15 thousand, 15 тыс.
    Thousand,
    /// 15 million, 15 млн.
    Million,
    /// 15 billion, 15 млрд.
    Billion,
}

/// A power of ten with a name: 万, million.
pub struct Power {
    pub format: Format,
    /// The decimal point moves left by so many places.
    pub places: i32,
    pub word: &'static str,
}

/// The forms of the units that need no definition in a story, in the order of `plural`.
pub struct UnitForms {
    pub percent: &'static [&'static str],
    /// Percentage points.
    pub points: &'static [&'static str],
    pub people: &'static [&'static str],
    pub years: &'static [&'static str],
    pub minutes: &'static [&'static str],
    pub items: &'static [&'static str],
    pub mu: &'static [&'static str],
    pub hectares: &'static [&'static str],
    pub yuan: &'static [&'static str],
}

impl UnitForms {
    /// The ids of these units.
    pub const IDS: [&'static str; 9] =
        ["percent", "points", "people", "years", "minutes", "items", "mu", "hectares", "yuan"];

    /// Returns the forms of a unit by its id.
    pub fn get(&self, id: &str) -> Option<&'static [&'static str]> {
        Some(match id {
            "percent" => self.percent,
            "points" => self.points,
            "people" => self.people,
            "years" => self.years,
            "minutes" => self.minutes,
            "items" => self.items,
            "mu" => self.mu,
            "hectares" => self.hectares,
            "yuan" => self.yuan,
            _ => return None,
        })
    }
}

/// A unit in the languages of its story. A file has a member a language in place of `words`.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Unit {
    pub id: String,
    /// A language once.
    pub words: Vec<UnitWords>,
}

/// A unit in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitWords {
    pub locale: Locale,
    /// After the digits, in the forms that the language's numbers ask for; `…` stands for the digits where they come
    /// inside ("第…座").
    pub forms: Vec<String>,
    /// Places the decimal point moves right in this language (亿元 → bn yuan: -1).
    pub shift: i8,
}

impl Unit {
    /// Returns a unit that needs no definition in the story.
    pub fn built_in(id: &str, languages: &[Locale]) -> Option<Unit> {
        let words = |locale: &Locale| {
            let forms = locale.catalogue().units.get(id)?.iter().map(|form| form.to_string()).collect();
            Some(UnitWords { locale: *locale, forms, shift: 0 })
        };
        Some(Unit { id: id.to_string(), words: languages.iter().map(words).collect::<Option<_>>()? })
    }

    /// Returns whether it is percent, whatever its id: what counts is what readers see.
    pub fn is_percent(&self) -> bool {
        self.words.iter().flat_map(|w| &w.forms).any(|form| {
            let form = form.to_lowercase();
            let name = form.split(" of ").next().unwrap_or_default();
            matches!(name, "%" | "％" | "pct" | "percent" | "per cent" | "процент" | "процентов")
        })
    }

    fn words(&self, locale: Locale) -> Option<&UnitWords> {
        self.words.iter().find(|w| w.locale == locale).or(self.words.first())
    }

    /// Returns its forms in a language; none for a figure without a unit.
    pub fn forms(&self, locale: Locale) -> &[String] {
        self.words(locale).map_or(&[], |w| &w.forms)
    }

    /// Returns its name without a number: 吨, tonnes, тонн.
    pub fn name(&self, locale: Locale) -> &str {
        form_of(self.forms(locale), usize::MAX)
    }

    /// Returns its name in the language that the decimal point is written for.
    pub fn first_name(&self) -> &str {
        self.words.first().map_or("", |w| form_of(&w.forms, usize::MAX))
    }

    /// How many places the decimal point moves right in a language.
    pub fn places(&self, locale: Locale) -> i32 {
        self.words(locale).map_or(0, |w| w.shift as i32)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let (id, words) = Deserialize::deserialize(deserializer)?;
            return Ok(Unit { id, words });
        }
        deserializer.deserialize_struct("Unit", &["id"], Written)
    }
}

/// Reads a unit as a file defines it: `{"zh": "亿元", "en": ["bn yuan"], "shift": {"en": -1}}`; also with
/// `en_one` and `en_shift`.
struct Written;

/// A word that has one form for all numbers, or its forms in the order of `plural`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Forms {
    One(String),
    Several(Vec<String>),
}

impl<'de> Visitor<'de> for Written {
    type Value = Unit;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("a unit with its words in each language")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Unit, A::Error> {
        let mut unit = Unit::default();
        let (mut one, mut shifts) = (None, BTreeMap::new());
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "id" => unit.id = map.next_value()?,
                "en_one" => one = map.next_value()?,
                "en_shift" => {
                    shifts.insert(Locale::En, map.next_value()?);
                }
                "shift" => shifts.extend(map.next_value::<BTreeMap<Locale, i8>>()?),
                tag => {
                    let unknown = || A::Error::custom("unknown language");
                    let locale = Locale::parse(tag).ok_or_else(unknown)?;
                    let forms = match map.next_value()? {
                        Forms::One(form) => vec![form],
                        Forms::Several(forms) => forms,
                    };
                    unit.words.push(UnitWords { locale, forms, shift: 0 });
                }
            }
        }
        for words in &mut unit.words {
            words.shift = shifts.get(&words.locale).copied().unwrap_or(0);
            if words.locale == Locale::En {
                one.take().into_iter().for_each(|one| words.forms.insert(0, one));
            }
        }
        Ok(unit)
    }
}

/// Returns a word's form by its number; the last where there are fewer.
pub fn form_of<T: AsRef<str>>(forms: &[T], form: usize) -> &str {
    forms.get(form).or(forms.last()).map_or("", AsRef::as_ref)
}
