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

use crate::input::cell;
use crate::input::files::{SourcesFile, StoryFile};
use crate::input::id::MAX_ID;
use crate::input::json::{Node, Value as Json, COMMENT};
use crate::input::names::Target;
use crate::locale::Locale;
use serde_json::{json, Map, Value};
use std::sync::OnceLock;

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

fn comment() -> Value {
    json!({"type": "string", "maxLength": MAX_STRING, "description": "给编辑看的话，不显示 · words among editors, not shown"})
}

/// What schemars writes, as editors and our own check read it best.
fn tidy(schema: &mut Value) {
    let Value::Object(members) = schema else { return };
    // widths of integers say nothing to an editor
    members.remove("format");
    // of a default only what an editor could type
    let is_typed = |d: &Value| d.is_boolean() || d.is_number() || d.as_str().is_some_and(|s| !s.is_empty());
    if members.get("default").is_some_and(|d| !is_typed(d)) || members.contains_key("x-reads") {
        members.remove("default");
    }
    // what is said to contributors only
    if members.get("description").and_then(Value::as_str).is_some_and(|words| !words.contains(" · ")) {
        members.remove("description");
    }
    if let Some(values) = members.remove("x-values") {
        let words = members.get("description").and_then(Value::as_str).unwrap_or("");
        let all = format!("{words}. {}", values.as_str().unwrap_or(""));
        members.insert("description".into(), json!(all));
    }
    if let Some(Value::Array(kinds)) = members.get("type").cloned() {
        members.remove("type");
        members.insert("anyOf".into(), kinds.into_iter().map(|kind| json!({"type": kind})).collect());
    }
    choices(members);
    single_members(members);
    let required = members.get("required").cloned().unwrap_or_default();
    let is_required = |name: &str| required.as_array().into_iter().flatten().any(|n| n == name);
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        for (name, property) in properties.iter_mut() {
            match is_required(name) {
                true => not_blank(property),
                false => without_null(property),
            }
        }
        if let Some(name) = properties.get("type").and_then(|t| t["const"].as_str()).map(String::from) {
            variant(&name, members);
        }
    }
    let is_text = members.get("type").is_some_and(|t| t == "string");
    if is_text && ["enum", "const", "x-names"].iter().all(|k| !members.contains_key(*k)) {
        members.insert("maxLength".into(), json!(MAX_STRING));
    }
    if let (Some(Value::Object(_)), false) =
        (members.get("additionalProperties"), members.contains_key("properties"))
    {
        let pattern = "^[A-Za-z0-9\u{4e00}-\u{9fff}][A-Za-z0-9\u{4e00}-\u{9fff}_-]*$";
        members.insert("propertyNames".into(), json!({"pattern": pattern, "maxLength": MAX_ID}));
    }
    for (keyword, part) in members.iter_mut() {
        match (keyword.as_str(), part) {
            ("properties" | "$defs", Value::Object(all)) => all.values_mut().for_each(tidy),
            ("oneOf" | "anyOf", Value::Array(all)) => all.iter_mut().for_each(tidy),
            ("items" | "additionalProperties", part) => tidy(part),
            _ => {}
        }
    }
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        properties.insert(COMMENT.into(), comment());
    }
}

/// A member that may be left out is not null either.
fn without_null(property: &mut Value) {
    let Value::Object(members) = property else { return };
    // a value that is null is not published
    if members.contains_key("x-reads") {
        return;
    }
    if let Some(Value::Array(kinds)) = members.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [only] = kinds.as_slice() {
            let only = only.clone();
            members.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(names)) = members.get_mut("enum") {
        names.retain(|name| !name.is_null());
    }
    let Some(Value::Array(options)) = members.get_mut("anyOf") else { return };
    options.retain(|option| option["type"] != "null");
    if let [Value::Object(only)] = options.as_slice() {
        let only = only.clone();
        members.remove("anyOf");
        members.extend(only);
    }
}

/// A text that must be there says something.
fn not_blank(property: &mut Value) {
    let plain = ["enum", "const", "pattern", "x-names", "x-reads"].iter().all(|k| property[k].is_null());
    if property["type"] == "string" && plain {
        property["pattern"] = json!("\\S");
    }
}

/// An enumeration whose values are described one by one, as a plain one with all descriptions.
fn choices(members: &mut Map<String, Value>) {
    let Some(Value::Array(options)) = members.get("oneOf") else { return };
    let named = |option: &Value| {
        let text = |s: &Value| s.as_str().map(String::from);
        match (&option["enum"], text(&option["const"])) {
            (Value::Array(names), None) => Some(names.iter().filter_map(text).map(|n| (n, None)).collect()),
            (_, Some(name)) => Some(vec![(name, text(&option["description"]))]),
            _ => None,
        }
    };
    let Some(named) = options.iter().map(named).collect::<Option<Vec<Vec<_>>>>() else { return };
    let named = named.concat();
    let said: Vec<String> =
        named.iter().filter_map(|(name, words)| Some(format!("{name}: {}", words.as_ref()?))).collect();
    if !said.is_empty() {
        members.insert("description".into(), json!(said.join("; ")));
    }
    members.remove("oneOf");
    members.insert("type".into(), json!("string"));
    members.insert("enum".into(), named.into_iter().map(|(name, _)| json!(name)).collect());
}

/// Objects that have one member each, as one object of which one member is there: that is how editors complete.
fn single_members(members: &mut Map<String, Value>) {
    let Some(Value::Array(options)) = members.get("oneOf").cloned() else { return };
    let mut properties = Map::new();
    for option in &options {
        let (Some(own), Some([_])) =
            (option["properties"].as_object(), option["required"].as_array().map(Vec::as_slice))
        else {
            return;
        };
        let [(name, schema)] = own.iter().collect::<Vec<_>>()[..] else { return };
        let mut schema = schema.clone();
        if let (Some(words), true) = (option["description"].as_str(), schema["description"].is_null()) {
            schema["description"] = json!(words);
        }
        properties.insert(name.clone(), schema);
    }
    let one = properties.keys().map(|name| json!({"required": [name]})).collect();
    members.insert("type".into(), json!("object"));
    members.insert("properties".into(), Value::Object(properties));
    members.insert("oneOf".into(), one);
    members.insert("additionalProperties".into(), json!(false));
}

/// A chart is titled by its type, and has its share of the row beside its own members.
fn variant(name: &str, members: &mut Map<String, Value>) {
    members.insert("title".into(), json!(name));
    let Some(Value::Object(properties)) = members.get_mut("properties") else { return };
    properties.insert("type".into(), json!({"description": "图的类型 · chart type", "const": name}));
    let weight = json!({
        "description": "在一行中所占份量 · share of its row",
        "type": "number",
        "exclusiveMinimum": 0
    });
    properties.insert("weight".into(), weight);
    let under = json!({"description": "在同一列，排在前一张图之下 · in the same column, under the chart before it", "type": "boolean"});
    properties.insert("under".into(), under);
    let frame = json!({
        "description": "装进卡片：一行里每张图各占一张同样大小的卡片 · in a card: each chart of the row in one of the same size",
        "type": "boolean"
    });
    properties.insert("frame".into(), frame);
    let noted = json!({
        "description": "本章的小注说的是这张图：一章分几幅时，小注只在有这张图的那幅下面 · the scene's note is about this chart: of several pictures of a scene only those with it have the note",
        "type": "boolean"
    });
    properties.insert("noted".into(), noted);
}

/// What a column holds.
fn meaning(column: &str) -> (String, String) {
    let spoken = |locale: &Locale| {
        let name = locale.catalogue().name;
        let is = |stem: &str| column == cell::spoken_column(stem, *locale);
        let period = (format!("期间的写法，{name}"), format!("the period in words, {name}"));
        let note = (format!("说明，{name}"), format!("note, {name}"));
        if is("period") {
            Some(period)
        } else {
            is("note").then_some(note)
        }
    };
    if let Some(words) = Locale::ALL.iter().find_map(spoken) {
        return words;
    }
    let (zh, en) = match column {
        "period" => ("期间：2016、2020-10、2021Q1", "period: 2016, 2020-10 or 2021Q1"),
        "value" => (
            "数值；空格为未公布；可写 1,010、15.1万、3亿",
            "the value; empty where not published; 1,010, 15.1万 and 3亿 are read",
        ),
        "bound" => ("限定；空为确数", "bound; empty: exact"),
        "printed" => ("原文限定词：超、约、以上", "the word of the bound as printed"),
        "status" => ("状态；空为序列的状态", "how firm it is; empty: as the series"),
        "form" => ("写的是什么；空为数值", "what is printed; empty: a number"),
        "unit" => ("与序列不同的单位", "a unit other than the series'"),
        "definition" => ("口径代号；口径不同的点不连线", "id of the definition; unlike ones are not joined"),
        "source" => ("来源的代号", "id of the source"),
        _ => ("plot 上图，context 只进记录", "plot: drawn; context: in the record only"),
    };
    (zh.to_string(), en.to_string())
}

/// The columns of a series file, for readers: CSV has no schema of its own.
fn csv() -> Value {
    let columns: Map<String, Value> = cell::columns(&Locale::ALL)
        .into_iter()
        .map(|name| {
            let (zh, en) = meaning(&name);
            let also = match cell::also(&name) {
                [] => String::new(),
                also => format!(" · 也可写 also: {}", also.join("、")),
            };
            (name, json!({"type": "string", "description": format!("{zh} · {en}{also}")}))
        })
        .collect();
    json!({
        "type": "object",
        "description": "序列的 CSV：首行是列名，一行一个点 · a series' CSV file: the first line names the columns, one point a line",
        "properties": columns,
        "required": ["period", "value", "source"],
        "additionalProperties": false
    })
}
