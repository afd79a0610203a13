//! The table of `schema` as a JSON Schema (draft 2020-12), for completion and checking in editors.
//!
//! **Invariant**: made from the same table that checks stories, so that the two cannot part; descriptions in both
//! languages.

use super::schema::{Object, Type, CHARTS, MAX_STRING, STORY};
use crate::locale::number::Unit;
use serde_json::{json, Map, Value};

/// The whole schema, as a document.
pub fn document() -> Value {
    let mut root = object(&STORY);
    let members = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "duoyuan story",
        "description": "故事文件 · a story file",
        "$defs": {
            "text": {
                "type": "object",
                "description": "两种文字 · a text in both languages",
                "properties": {"zh": string(), "en": string()},
                "required": ["zh", "en"],
                "additionalProperties": false
            },
            "template": {
                "type": "object",
                "description": "可引用数字，如 {afforestation}，不手写数字 · may quote figures, e.g. {afforestation}; no typed digits",
                "properties": {"zh": template(), "en": template()},
                "required": ["zh", "en"],
                "additionalProperties": false
            },
            "chart": {"oneOf": CHARTS.iter().map(|(name, fields)| chart(name, fields)).collect::<Vec<_>>()}
        }
    });
    if let (Value::Object(root), Value::Object(members)) = (&mut root, members) {
        root.extend(members);
    }
    root
}

fn string() -> Value {
    json!({"type": "string", "minLength": 1, "maxLength": MAX_STRING})
}

/// Digits only inside braces.
fn template() -> Value {
    json!({"type": "string", "minLength": 1, "maxLength": MAX_STRING, "pattern": "^([^0-9０-９{]|\\{[^}]*\\})*$"})
}

fn chart(name: &str, fields: &'static Object) -> Value {
    let mut schema = object(fields);
    schema["properties"]["type"] = json!({"const": name});
    schema["title"] = json!(name);
    schema
}

fn object(object: &'static Object) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in object.fields {
        let mut value = schema_of(&field.ty);
        value["description"] = json!(format!("{} · {}", field.zh, field.en));
        properties.insert(field.name.to_string(), value);
        if field.required {
            required.push(field.name);
        }
    }
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn schema_of(ty: &'static Type) -> Value {
    match ty {
        Type::Text => json!({"$ref": "#/$defs/text"}),
        Type::Template => json!({"$ref": "#/$defs/template"}),
        Type::Chart => json!({"$ref": "#/$defs/chart"}),
        Type::String => json!({"type": "string", "maxLength": MAX_STRING}),
        Type::Ref(target) => json!({"type": "string", "examples": [format!("{}-id", target.words().1)]}),
        Type::Unit => json!({"type": "string", "examples": Unit::built_in_ids().collect::<Vec<_>>()}),
        Type::Number => json!({"type": "number"}),
        Type::Whole => json!({"type": "integer", "minimum": 0}),
        Type::Bool => json!({"type": "boolean"}),
        Type::Value => json!({"anyOf": [
            {"type": "number"},
            {"type": "string", "pattern": "^[0-9]{4}(Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$"},
            {"type": "null"}
        ]}),
        Type::Choice(options) => json!({"enum": options}),
        Type::Object(fields) => object(fields),
        Type::List(inner) => json!({"type": "array", "items": schema_of(inner)}),
        Type::Map(inner) => json!({"type": "object", "additionalProperties": schema_of(inner)}),
    }
}
