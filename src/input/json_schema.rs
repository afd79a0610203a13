//! The table of `schema` as a JSON Schema (draft 2020-12), for completion and checking in editors.
//!
//! **Invariant**: made from the same table that checks stories, so that the two cannot part; descriptions in both
//! languages.

use crate::input::cell;
use crate::input::format1;
use crate::input::id::MAX_ID;
use crate::input::schema::{Field, Object, Type, CHARTS, COMMENT, MAX_STRING, SOURCES, STORY};
use crate::locale::number::UnitForms;
use crate::locale::Locale;
use serde_json::{json, Map, Value};
use std::collections::BTreeSet;

/// The whole schema, as a document.
pub fn document() -> Value {
    let mut root = object(&STORY);
    root["properties"]["format"]["const"] = json!(1);
    let members = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "duoyuan story",
        "description": "故事文件 · a story file",
        "$defs": {
            "text": {
                "type": "object",
                "description": "故事各语言的文字 · a text in each of the story's languages",
                "properties": spoken(string()),
                "minProperties": 1,
                "additionalProperties": false,
                "examples": [{"zh": "完成人工造林", "en": "Planted forest"}]
            },
            "template": {
                "type": "object",
                "description": "可引用数字，如 {afforestation}，不手写数字 · may quote figures, e.g. {afforestation}; no typed digits",
                "properties": spoken(template()),
                "minProperties": 1,
                "additionalProperties": false,
                "examples": [{"zh": "完成造林{afforestation}。", "en": "{afforestation} were planted."}]
            },
            "sources": described(object(&SOURCES), "sources.json 的写法 · the file sources.json"),
            "csv": csv(),
            "chart": {"oneOf": CHARTS.iter().map(|(name, fields)| chart(name, fields)).collect::<Vec<_>>()}
        }
    });
    if let (Value::Object(root), Value::Object(members)) = (&mut root, members) {
        root.extend(members);
    }
    root
}

fn string() -> Value {
    json!({"type": "string", "maxLength": MAX_STRING, "pattern": "\\S"})
}

fn comment() -> Value {
    json!({"type": "string", "maxLength": MAX_STRING, "description": "给编辑看的话，不显示 · words among editors, not shown"})
}

/// The same for every language, by its tag and by its code.
fn spoken(schema: Value) -> Map<String, Value> {
    let names = Locale::ALL.iter().flat_map(|locale| [locale.code(), locale.tag()]);
    let mut members: Map<String, Value> = names.map(|name| (name.to_string(), schema.clone())).collect();
    members.insert(COMMENT.to_string(), comment());
    members
}

fn described(mut schema: Value, words: &str) -> Value {
    schema["description"] = json!(words);
    schema
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
        "qualifier" => ("限定；空为确数", "qualifier; empty: exact"),
        "printed" => ("原文限定词：超、约、以上", "the qualifier word as printed"),
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

/// Digits only inside braces.
fn template() -> Value {
    json!({"type": "string", "maxLength": MAX_STRING, "pattern": "^([^0-9０-９{]|\\{[^}]*\\})*\\S([^0-9０-９{]|\\{[^}]*\\})*$"})
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
    if let Some(field) = object.spoken() {
        properties = spoken(property(field));
    }
    for field in object.plain() {
        properties.insert(field.name.to_string(), property(field));
        if field.required {
            required.push(field.name);
        }
    }
    properties.insert(COMMENT.to_string(), comment());
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn property(field: &'static Field) -> Value {
    let mut value = schema_of(&field.ty);
    let meanings = match field.ty {
        Type::Choice(options) => meanings(options),
        _ => String::new(),
    };
    value["description"] = json!(format!("{} · {}{meanings}", field.zh, field.en));
    if field.required && matches!(field.ty, Type::String) {
        value["pattern"] = json!("\\S");
    }
    value
}

/// What the values of an enumeration mean, where more is to be said than their names.
fn meanings(options: &[&str]) -> String {
    let said: Vec<String> = options
        .iter()
        .filter_map(|option| {
            let (zh, en) = match *option {
                "exact" => ("确数", "exact"),
                "more_than" => ("超、超过、余：多于此数", "more than this"),
                "at_least" => ("以上：此数或更多", "this or more"),
                "up_to" => ("以下：此数或更少", "this or less"),
                "less_than" => ("不足、不满：少于此数", "less than this"),
                "about" => ("约、左右、近", "near this"),
                "open_list" => ("等：名单未完", "the list goes on"),
                other => {
                    let (_, zh, en) = format1::KINDS.into_iter().find(|(name, _, _)| *name == other)?;
                    (zh, en)
                }
            };
            Some(format!("{option}: {zh} · {en}"))
        })
        .collect();
    if said.len() < 2 {
        return String::new();
    }
    format!(". {}", said.join("; "))
}

fn schema_of(ty: &'static Type) -> Value {
    match ty {
        Type::Text => json!({"$ref": "#/$defs/text"}),
        Type::Template => json!({"$ref": "#/$defs/template"}),
        Type::Chart => json!({"$ref": "#/$defs/chart"}),
        Type::String => json!({"type": "string", "maxLength": MAX_STRING}),
        Type::Ref(target) => json!({"type": "string", "examples": [format!("{}-id", target.words().1)]}),
        Type::Unit => json!({"type": "string", "examples": UnitForms::IDS}),
        Type::Forms => json!({"anyOf": [string(), {"type": "array", "items": string(), "minItems": 1}]}),
        Type::Language => {
            json!({"enum": Locale::ALL.iter().flat_map(|l| [l.tag(), l.code()]).collect::<BTreeSet<_>>()})
        }
        Type::Number => json!({"type": "number"}),
        Type::Positive => json!({"type": "number", "exclusiveMinimum": 0}),
        Type::Whole => json!({"type": "integer", "minimum": 0}),
        Type::Bool => json!({"type": "boolean"}),
        Type::Value => json!({"anyOf": [
            {"type": "number"},
            {"type": "string", "pattern": "^[0-9]{4}(Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$"},
            {"type": "null"}
        ], "examples": [43.72, "1955-10-29", "2021Q1", null]}),
        Type::Choice(options) => json!({"enum": options}),
        Type::Object(fields) => object(fields),
        Type::OneOf(fields) => {
            let mut schema = object(fields);
            schema["oneOf"] = fields.fields.iter().map(|f| json!({"required": [f.name]})).collect();
            schema
        }
        Type::List(inner) => json!({"type": "array", "items": schema_of(inner)}),
        Type::Map(inner) => json!({
            "type": "object",
            "propertyNames": {"pattern": "^[A-Za-z0-9\u{4e00}-\u{9fff}][A-Za-z0-9\u{4e00}-\u{9fff}_-]*$", "maxLength": MAX_ID},
            "additionalProperties": schema_of(inner)
        }),
    }
}
