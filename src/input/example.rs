//! What to type where a value is missing or of another kind.
//!
//! Comes in: the schema of what belongs there, and what was typed. Goes out: JSON as an editor would type it.
//!
//! **Invariant**: an amount that was typed is never changed.

use crate::diagnostic::Both;
use crate::input::id::is_id;
use crate::input::json::{Node, Value, COMMENT};
use crate::input::languages;
use crate::input::names::Target;
use crate::input::schema::{Kind, Schema};
use crate::locale::Locale;

/// Returns a value of this kind as it is typed.
pub(crate) fn example(schema: Schema, languages: &[Locale]) -> String {
    let schema = schema.resolved();
    match schema.kind() {
        Kind::Form("value") => "80".into(),
        Kind::Reference(Target::Unit) => "\"percent\"".into(),
        Kind::Integer | Kind::Number => "1".into(),
        Kind::Bool => "false".into(),
        Kind::List(_) => "[…]".into(),
        Kind::Object => example_of_object(schema, languages),
        Kind::Map(_) | Kind::Variants => "{…}".into(),
        _ => "\"…\"".into(),
    }
}

/// An object with the members that it must have: {"zh": "…", "en": "…"}.
pub(crate) fn example_of_object(schema: Schema, languages: &[Locale]) -> String {
    let is_wanted = |name: &str, member: &Schema| match member.language() {
        Some(locale) => languages.contains(&locale) && name == locale.code(),
        None => schema.requires(name),
    };
    let all: Vec<_> = schema.properties().into_iter().filter(|(name, _)| *name != COMMENT).collect();
    let wanted: Vec<_> = all.iter().filter(|(name, member)| is_wanted(name, member)).collect();
    // where one of the members is enough, the first
    let shown = if wanted.is_empty() { all.iter().take(1).collect() } else { wanted };
    // each language in the order of the story
    let rank = |member: &Schema| member.language().map(|l| languages.iter().position(|own| *own == l));
    let mut shown = shown;
    shown.sort_by_key(|(_, member)| rank(member));
    let members: Vec<String> =
        shown.iter().map(|(name, schema)| format!("\"{name}\": {}", example(*schema, languages))).collect();
    if members.is_empty() || members.len() > 4 {
        return "{…}".into();
    }
    format!("{{{}}}", members.join(", "))
}

/// Returns what was typed, written as it was meant, where that is plain. `wanted` is the English of what belongs there.
pub(crate) fn retype(node: &Node, wanted: &str, languages: &[Locale]) -> Option<Both> {
    let is_text =
        languages.first().is_some_and(|l| wanted.starts_with(&format!("an object {{\"{}\"", l.code())));
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
        Value::String(s) if is_text && ["等", "and others"].contains(&s.trim()) => Some(Both::new(
            "删去这一项，名单的 open 写 true",
            "remove this item and write \"open\": true in the list",
        )),
        // the one text that the object holds
        Value::String(s)
            if !is_text && wanted.ends_with(": \"…\"}") && !wanted.contains(", ") && is_id(s) =>
        {
            wanted.strip_prefix("an object ").map(|object| same(object.replace('…', s)))
        }
        Value::String(s) if is_text => {
            let s: String = s.chars().take(20).collect();
            Some(same(languages::like(languages, &s)))
        }
        Value::Number(n) if wanted.contains("text") => Some(same(format!("\"{n}\""))),
        Value::Object(_) | Value::String(_) if wanted.contains("a list") => {
            Some(Both::new("用方括号括起来：[…]", "put it in square brackets: […]"))
        }
        _ => None,
    }
}
