//! The shape of a story's files as JSON Schema (draft 2020-12): what checks stories, and what editors complete from.
//!
//! Comes in: the types of the model, through `schemars`. Goes out: the document that `duoyuan schema` prints, and
//! `Schema`, a view of one of its parts.
//!
//! Five keywords are our own: `x-names` (a reference to a figure, list, unit …), `x-reads` (a text of a form that
//! `forms` checks), `x-template` (a sentence that quotes figures), `x-remark` (a text without typed digits), `x-language` (a member that belongs to a language,
//! and is there exactly where the story declares that language) and `x-optional` (such a member may be left out).
//!
//! **Invariant**: nothing is listed here that the types say already.

mod columns;
mod tidy;

use crate::input::files::{SourcesFile, StoryFile};
use crate::input::json::{Node, Value as Json};
use crate::input::names::Target;
use crate::locale::Locale;
use columns::csv;
use serde_json::Value;
use std::sync::OnceLock;
use tidy::tidy;

/// Longest string taken anywhere, in characters.
pub const MAX_STRING: usize = 2000;

/// Returns the whole schema, as a document.
pub fn document() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(|| {
        let mut generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
        generator.subschema_for::<SourcesFile>();
        let mut root = generator.into_root_schema_for::<StoryFile>().to_value();
        root["$defs"]["csv"] = csv();
        tidy(&mut root);
        root
    })
}

/// A part of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Schema(&'static Value);

/// What a part of the schema takes.
#[derive(Debug)]
pub enum Kind {
    /// Members of its own.
    Object,
    /// One entry an id.
    Map(Schema),
    List(Schema),
    String,
    Integer,
    Number,
    Bool,
    Choice(Vec<&'static str>),
    Reference(Target),
    /// A form that `forms` checks.
    Form(&'static str),
    /// Objects that their `type` tells apart.
    Variants,
    AnyOf(Vec<Schema>),
    Anything,
}

impl Schema {
    /// Returns the schema of story.json.
    pub fn story() -> Schema {
        Schema(document())
    }

    /// Returns the schema of sources.json.
    pub fn sources() -> Schema {
        Schema(&document()["$defs"]["sources"])
    }

    /// Returns the names of all chart types.
    pub fn chart_names() -> Vec<&'static str> {
        Schema(&document()["$defs"]["Chart"]).variants().into_iter().map(|(name, _)| name).collect()
    }

    /// Returns the definition that it refers to, or itself.
    pub fn resolved(self) -> Schema {
        match self.text("$ref").and_then(|path| document().pointer(path.trim_start_matches('#'))) {
            Some(definition) => Schema(definition).resolved(),
            None => self,
        }
    }

    fn text(self, keyword: &str) -> Option<&'static str> {
        self.0[keyword].as_str()
    }

    /// Returns whether it has a keyword.
    pub fn has(self, keyword: &str) -> bool {
        !self.0[keyword].is_null()
    }

    /// Returns the number of a keyword.
    pub fn number(self, keyword: &str) -> Option<f64> {
        self.0[keyword].as_f64()
    }

    fn list(self, keyword: &str) -> impl Iterator<Item = Schema> {
        self.0[keyword].as_array().into_iter().flatten().map(Schema)
    }

    /// Returns whether figures are quoted in it, and no digits typed.
    pub fn is_template(self) -> bool {
        self.has("x-template")
    }

    /// Returns whether it is a text in a picture, in which no digits are typed.
    pub fn is_remark(self) -> bool {
        self.has("x-remark")
    }

    /// Returns the language that it belongs to.
    pub fn language(self) -> Option<Locale> {
        self.text("x-language").and_then(Locale::parse)
    }

    /// Returns whether it holds the words of its language, which may not be left out where the story has the language.
    pub fn is_spoken(self) -> bool {
        self.has("x-language") && !self.has("x-optional")
    }

    /// Returns one of its members.
    pub fn member(self, name: &str) -> Option<Schema> {
        self.0["properties"].get(name).map(Schema)
    }

    /// Returns its members, in the order of the type.
    pub fn properties(self) -> Vec<(&'static str, Schema)> {
        let members = self.0["properties"].as_object().into_iter().flatten();
        members.map(|(name, schema)| (name.as_str(), Schema(schema))).collect()
    }

    /// Returns whether a member may not be left out.
    pub fn requires(self, name: &str) -> bool {
        self.0["required"].as_array().into_iter().flatten().any(|n| n == name)
    }

    /// Returns the objects that their `type` tells apart.
    pub fn variants(self) -> Vec<(&'static str, Schema)> {
        let named = |variant: Schema| Some((variant.0["properties"]["type"]["const"].as_str()?, variant));
        self.list("oneOf").filter_map(named).collect()
    }

    /// Returns what it takes. A reference has to be resolved before.
    pub fn kind(self) -> Kind {
        if let Some(form) = self.text("x-reads") {
            return Kind::Form(form);
        }
        if let Some(target) = self.text("x-names").and_then(Target::parse) {
            return Kind::Reference(target);
        }
        if self.has("enum") {
            return Kind::Choice(self.list("enum").filter_map(|v| v.0.as_str()).collect());
        }
        if self.has("anyOf") {
            return Kind::AnyOf(self.list("anyOf").collect());
        }
        if self.has("oneOf") && !self.has("properties") {
            return Kind::Variants;
        }
        match self.text("type") {
            Some("string") => Kind::String,
            Some("integer") => Kind::Integer,
            Some("number") => Kind::Number,
            Some("boolean") => Kind::Bool,
            Some("array") => Kind::List(Schema(&self.0["items"])),
            Some("object") if self.has("properties") => Kind::Object,
            Some("object") => Kind::Map(Schema(&self.0["additionalProperties"])),
            _ => Kind::Anything,
        }
    }

    /// Returns whether a node is of the kind that it takes.
    pub fn takes(self, node: &Node) -> bool {
        match &node.value {
            Json::Null => self.text("type") == Some("null"),
            Json::Bool(_) => matches!(self.kind(), Kind::Bool),
            Json::Number(_) => matches!(self.kind(), Kind::Number | Kind::Integer),
            Json::String(_) => matches!(self.kind(), Kind::String | Kind::Reference(_) | Kind::Choice(_)),
            Json::Array(_) => matches!(self.kind(), Kind::List(_)),
            Json::Object(_) => matches!(self.kind(), Kind::Object | Kind::Map(_) | Kind::Variants),
        }
    }

    /// Returns its description in Chinese and English.
    pub fn words(self) -> (String, String) {
        let words = self.text("description").or_else(|| self.resolved().text("description")).unwrap_or("");
        let (zh, en) = words.split_once(" · ").unwrap_or((words, words));
        // without what each of its values means
        let values = self.list("enum").next().and_then(|v| v.0.as_str()).map(|first| format!(". {first}: "));
        let en = values.and_then(|mark| en.split_once(mark.as_str())).map_or(en, |(before, _)| before);
        (zh.to_string(), en.to_string())
    }
}
