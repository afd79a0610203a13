//! What the JSON Schema says of languages, texts, dates and units.
//!
//! A member that belongs to a language names it (`x-language`): which of them must be there is for the story to say.
//!
//! **Invariant**: knows what a file may hold, not how it is read.

use crate::locale::date::Date;
use crate::locale::number::{Unit, UnitForms};
use crate::locale::{Locale, Text};
use schemars::{json_schema, JsonSchema, Schema, SchemaGenerator};
use serde_json::{json, Map, Value};
use std::borrow::Cow;

/// What a date looks like: 2016, 2020-10, 1955-10-29, 2021Q1.
pub const DATE: &str = "^[0-9]{4}(Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$";

/// Returns the names that a language has in a story's file: its code and, where that is another, its tag.
pub fn names(locale: Locale) -> impl Iterator<Item = &'static str> {
    let longer = Some(locale.tag()).filter(|tag| *tag != locale.code());
    std::iter::once(locale.code()).chain(longer)
}

/// Returns the same member for every language, by each of its names.
fn spoken(schema: Value) -> Map<String, Value> {
    let members = Locale::ALL.into_iter().flat_map(|locale| {
        let mut member = schema.clone();
        member["description"] = json!(locale.catalogue().name_for_editors);
        member["x-language"] = json!(locale.code());
        names(locale).map(move |name| (name.to_string(), member.clone()))
    });
    members.collect()
}

fn words() -> Value {
    json!({"type": "string", "pattern": "\\S"})
}

/// A text in each of the story's languages.
impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "故事各语言的文字 · a text in each of the story's languages",
            "properties": spoken(words()),
            "minProperties": 1,
            "additionalProperties": false,
            "examples": [{"zh": "完成人工造林", "en": "Planted forest"}]
        })
    }
}

/// 不手写数字，年份除外 · no typed digits but years
pub struct Remark;

impl JsonSchema for Remark {
    fn schema_name() -> Cow<'static, str> {
        "Remark".into()
    }
    /// The languages of a text in a picture, each without typed numbers.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Text::json_schema(generator);
        schema.insert("description".into(), "不手写数字，年份除外 · no typed digits but years".into());
        let languages = schema.get_mut("properties").and_then(|p| p.as_object_mut());
        for (_, remark) in languages.into_iter().flatten() {
            remark["x-remark"] = true.into();
        }
        schema
    }
}

impl JsonSchema for Locale {
    fn schema_name() -> Cow<'static, str> {
        "Locale".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let all: Vec<&str> = Locale::ALL.into_iter().flat_map(names).collect();
        json_schema!({"type": "string", "enum": all, "x-reads": "language"})
    }
}

/// A unit in each of the story's languages.
impl JsonSchema for Unit {
    fn schema_name() -> Cow<'static, str> {
        "Unit".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let forms = json!({"anyOf": [words(), {"type": "array", "items": words(), "minItems": 1}]});
        let places = json!({"type": "integer", "minimum": -9, "maximum": 9});
        let described = |mut schema: Value, words: &str| {
            schema["description"] = json!(words);
            schema
        };
        let mut shifts = spoken(places.clone());
        shifts.values_mut().for_each(|shift| shift["x-optional"] = json!(true));
        let mut members = spoken(forms);
        let mut english = described(words(), "英文单数 · English singular");
        english["x-language"] = json!(Locale::En.code());
        english["x-optional"] = json!(true);
        members.insert("en_one".into(), english);
        let mut english = described(places, "英文小数点右移几位 · decimal places shifted for English");
        english["x-language"] = json!(Locale::En.code());
        english["x-optional"] = json!(true);
        members.insert("en_shift".into(), english);
        members.insert(
            "shift".into(),
            json!({
                "type": "object",
                "description": "各语言的小数点右移几位 · decimal places shifted, by language",
                "properties": shifts,
                "additionalProperties": false
            }),
        );
        json_schema!({
            "type": "object",
            "description": "各语言的单位：一个词，或依数字而变的各形；… 处为数字 · a unit by language: one word, or its forms \
                            by number; … stands for the digits",
            "properties": members,
            "additionalProperties": false,
            "examples": [{"en": ["tonne", "tonnes"], "ru": ["тонна", "тонны", "тонн"]}]
        })
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": DATE, "x-reads": "date"})
    }
}

/// Returns the schema of the id of a unit, built in or the story's own.
pub fn unit(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "x-names": "unit", "examples": UnitForms::IDS})
}

/// Returns the schema of words in one language, or in those of the story that have them.
pub fn words_or_text() -> Schema {
    let mut by_language = spoken(words());
    by_language.values_mut().for_each(|words| words["x-optional"] = json!(true));
    json_schema!({
        "anyOf": [
            {"type": "string"},
            {"type": "object", "properties": by_language, "minProperties": 1, "additionalProperties": false}
        ],
        "examples": ["超过", {"zh": "三分之一", "en": "a third"}]
    })
}

/// Returns the schema of a text that a source may lack.
pub fn text_or_null(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"anyOf": [{"type": "string"}, {"type": "null"}]})
}
