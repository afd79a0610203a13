//! What schemars writes, as editors and our own check read it best.
//!
//! Comes in: a schema as the types give it. Goes out: the same, with one form for each thing that can be said.
//!
//! **Invariant**: changes how the schema is written, not which stories it takes, but for empty texts and nulls.

use crate::input::id::MAX_ID;
use crate::input::json::COMMENT;
use crate::input::schema::MAX_STRING;
use serde_json::{json, Map, Value};

fn comment() -> Value {
    json!({"type": "string", "maxLength": MAX_STRING, "description": "给编辑看的话，不显示 · words among editors, not shown"})
}

/// What schemars writes, as editors and our own check read it best.
pub(super) fn tidy(schema: &mut Value) {
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
