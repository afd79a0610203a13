//! What to type where a value is missing or of another kind.
//!
//! Comes in: the schema of what belongs there, and what was typed. Goes out: JSON as an editor would type it.
//!
//! **Invariant**: an amount that was typed is never changed.

use crate::diagnostic::Both;
use crate::input::id::is_id;
use crate::input::json::{Node, Value, COMMENT};
use crate::input::names::Target;
use crate::input::schema::{Kind, Schema};

/// Returns a value of this kind as it is typed.
pub(crate) fn example(schema: Schema) -> String {
    let schema = schema.resolved();
    match schema.kind() {
        Kind::Form("value") => "80".into(),
        Kind::Reference(Target::Unit) => "\"percent\"".into(),
        Kind::Integer | Kind::Number => "1".into(),
        Kind::Bool => "false".into(),
        Kind::List(_) => "[…]".into(),
        Kind::Object => example_of_object(schema),
        Kind::Map(_) | Kind::Variants => "{…}".into(),
        _ => "\"…\"".into(),
    }
}

/// An object with the members that it must have: {"zh": "…", "en": "…"}.
pub(crate) fn example_of_object(schema: Schema) -> String {
    let all: Vec<_> = schema.properties().into_iter().filter(|(name, _)| *name != COMMENT).collect();
    let must = all.iter().filter(|(name, _)| schema.requires(name)).count();
    // where one of the members is enough, the first
    let shown = all.iter().enumerate().filter(|(i, (name, _))| schema.requires(name) || must == 0 && *i == 0);
    let members: Vec<String> =
        shown.map(|(_, (name, schema))| format!("\"{name}\": {}", example(*schema))).collect();
    if members.is_empty() || members.len() > 4 {
        return "{…}".into();
    }
    format!("{{{}}}", members.join(", "))
}

/// Returns what was typed, written as it was meant, where that is plain. `wanted` is the English of what belongs there.
pub(crate) fn retype(node: &Node, wanted: &str) -> Option<Both> {
    let same = |text: String| Both::new(format!("写成 {text}"), format!("write {text}"));
    match &node.value {
        Value::String(s) if wanted.contains("number") => {
            let digits: String = s.chars().filter(|c| c.is_ascii_digit() || ".-".contains(*c)).collect();
            digits.parse::<f64>().is_ok().then(|| {
                Both::new(format!("去掉引号，写成 {digits}"), format!("write {digits} without quotes"))
            })
        }
        Value::String(s) if wanted.starts_with("true") => {
            let yes = ["true", "yes", "1", "是", "对"].contains(&s.to_ascii_lowercase().as_str());
            Some(same(if yes { "true" } else { "false" }.into()))
        }
        Value::Number(n) if wanted.starts_with("true") => Some(same((n != "0").to_string())),
        Value::String(s)
            if wanted.contains("an object {\"zh\"") && ["等", "and others"].contains(&s.trim()) =>
        {
            Some(Both::new(
                "删去这一项，名单的 open 写 true",
                "remove this item and write \"open\": true in the list",
            ))
        }
        // the one text that the object holds
        Value::String(s) if wanted.ends_with(": \"…\"}") && !wanted.contains(", ") && is_id(s) => {
            wanted.strip_prefix("an object ").map(|object| same(object.replace('…', s)))
        }
        Value::String(s) if wanted.contains("an object {\"zh\"") => {
            let s: String = s.chars().take(20).collect();
            Some(same(format!("{{\"zh\": \"{s}\", \"en\": \"…\"}}")))
        }
        Value::Number(n) if wanted.contains("text") => Some(same(format!("\"{n}\""))),
        Value::Object(_) | Value::String(_) if wanted.contains("a list") => {
            Some(Both::new("用方括号括起来：[…]", "put it in square brackets: […]"))
        }
        _ => None,
    }
}
