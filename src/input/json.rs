//! Bytes to a tree of JSON values, each with the byte offset it was read from.
//!
//! serde_json reads the syntax; `RawValue` slices of the same text give every value its place, which serde's
//! own errors do not. Numbers keep their printed digits: 43.70 is not 43.7.
//!
//! **Invariant**: knows JSON, not stories. Every node's offset lies inside the text that was given.

mod encoding;
mod node;
mod slices;

use crate::diagnostic::Both;
use crate::input::syntax_hints;
use crate::input::syntax_hints::SyntaxError;
pub use encoding::decode;
pub use node::{Key, Node, Value};
use serde_json::value::RawValue;
use slices::Members;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Deepest nesting taken; a story needs 8.
pub const MAX_DEPTH: usize = 32;

/// A member that every object may have: words among editors, read by nobody else.
pub const COMMENT: &str = "$comment";

/// Slips that are looked for behind the first one.
const MAX_SLIPS: usize = 20;

/// The tree of a whole document, or its slips: where one is plain (a full-width comma), it is put right and reading goes
/// on, so that the editor sees the next ones too.
pub fn parse(text: &str) -> Result<Node, Vec<SyntaxError>> {
    let mut slips = Vec::new();
    let mut repaired = Cow::Borrowed(text);
    loop {
        let error = match read(&repaired) {
            Ok(tree) if slips.is_empty() => return Ok(tree),
            Ok(_) => return Err(slips),
            Err(error) => error,
        };
        let repair = error.repair.clone();
        // behind a repair only further plain slips are sure to be the editor's and not the repair's
        if repair.is_some() || slips.is_empty() {
            slips.push(*error);
        }
        match repair {
            Some((range, sign)) if slips.len() < MAX_SLIPS => repaired.to_mut().replace_range(range, &sign),
            _ => return Err(slips),
        }
    }
}

fn read(text: &str) -> Result<Node, Box<SyntaxError>> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|e| explain(text, 0, &e))?;
    if let Some(at) = too_deep(text) {
        return Err(Box::new(SyntaxError {
            code: "too-deep",
            at,
            message: Both::new(
                format!("嵌套超过 {MAX_DEPTH} 层"),
                format!("nested deeper than {MAX_DEPTH} levels"),
            ),
            help: Both::new("检查是否有多余的括号", "look for a bracket too many"),
            repair: None,
        }));
    }
    node(raw.get(), text)
}

/// The first bracket beyond `MAX_DEPTH`, of a text that is JSON.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => depth -= 1,
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(at);
        }
    }
    None
}

fn offset_in(part: &str, whole: &str) -> usize {
    (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize).min(whole.len())
}

fn node(slice: &str, whole: &str) -> Result<Node, Box<SyntaxError>> {
    let at = offset_in(slice, whole);
    let inner = |e: serde_json::Error| explain(whole, at, &e);
    let value = match slice.as_bytes().first() {
        Some(b'{') => {
            let members: Members = serde_json::from_str(slice).map_err(inner)?;
            let mut list: Vec<(Key, Node)> = Vec::with_capacity(members.0.len());
            let mut seen = BTreeSet::new();
            for (name, raw) in members.0 {
                let value = node(raw.get(), whole)?;
                let key_at = match &name {
                    Cow::Borrowed(b) => offset_in(b, whole),
                    Cow::Owned(_) => value.at,
                };
                if !seen.insert(name.clone()) {
                    return Err(Box::new(SyntaxError {
                        code: "duplicate-key",
                        at: key_at,
                        message: Both::new(
                            format!("“{name}”写了两次"),
                            format!("\"{name}\" is written twice"),
                        ),
                        help: Both::new("删去其中一个", "remove one of the two"),
                        repair: None,
                    }));
                }
                list.push((Key { name: name.into_owned(), at: key_at }, value));
            }
            Value::Object(list)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(slice).map_err(inner)?;
            Value::Array(items.into_iter().map(|i| node(i.get(), whole)).collect::<Result<_, _>>()?)
        }
        Some(b'"') => Value::String(serde_json::from_str(slice).map_err(inner)?),
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        Some(b'n') => Value::Null,
        _ => Value::Number(slice.to_string()),
    };
    Ok(Node { at, end: at + slice.len(), value })
}

/// What serde_json says about the text from `base` on, as the slip it is.
fn explain(text: &str, base: usize, error: &serde_json::Error) -> Box<SyntaxError> {
    let reason = error.to_string();
    let reason = reason.split(" at line").next().unwrap_or("");
    let at = base + offset_of(&text[base..], error.line(), error.column());
    Box::new(syntax_hints::explain(text, at, reason))
}

/// serde_json counts columns in bytes from 1 and points at the last byte it read.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_knows_its_place() {
        let text = "{\n  \"a\": [1, 43.70],\n  \"b\": {\"c\": \"水\"}\n}";
        let tree = parse(text).unwrap();
        let number = &tree.get("a").unwrap().items()[1];
        assert_eq!(number.value, Value::Number("43.70".into()));
        assert_eq!(&text[number.at..number.at + 5], "43.70");
        let (key, value) = &tree.get("b").unwrap().members()[0];
        assert_eq!(&text[key.at..key.at + 1], "c");
        assert_eq!(&text[value.at..value.at + 5], "\"水\"");
    }

    /// Seen to fail: with `quote_inside`, and then with the thousands separator, left out of `syntax_hints::explain`.
    #[test]
    fn slips_are_named_at_their_place() {
        let at = |text: &str| {
            let e = parse(text).expect_err(text).remove(0);
            (e.code, text[e.at..].chars().next())
        };
        let wide = |c| ("full-width-punctuation", Some(c));
        assert_eq!(at("{\"a\"：1}"), wide('：'));
        assert_eq!(at("{\"a\":1，\"b\":2}"), wide('，'));
        assert_eq!(at("{“a”:1}"), wide('“'));
        assert_eq!(at("{\"a”: 1, \"b\": 2}"), wide('”'));
        assert_eq!(at("{\"a\": \"水”,\n\"b\": 2}"), wide('”'));
        assert_eq!(at("{\"a\": 1,\u{3000}\"b\": 2}"), wide('\u{3000}'));
        assert_eq!(at("{'a': 1}"), ("json-syntax", Some('\'')));
        assert_eq!(at("[1, 2,]"), ("trailing-comma", Some(',')));
        assert_eq!(at("{\"a\": 1,}"), ("trailing-comma", Some(',')));
        assert_eq!(at("{\"a\": 1, \"a\": 2}"), ("duplicate-key", Some('a')));
        assert_eq!(at("{\"a\":"), ("unclosed-bracket", None));
        assert_eq!(at("{\"a\": \"b"), ("unclosed-text", Some('"')));
        assert_eq!(at("{\"a\": \"b\n}"), ("unclosed-text", Some('"')));
        assert_eq!(at("{\"a\": 1\n \"b\": 2}"), ("missing-comma", Some('\n')));
        assert_eq!(at("[{\"a\": 1} {\"b\": 2}]"), ("missing-comma", Some(' ')));
        assert_eq!(at("{\"a\": \"他说\"好\"吗\"}"), ("quote-in-text", Some('"')));
        assert_eq!(at("{\"a\": 6.31万}"), ("number-form", Some('6')));
        assert_eq!(at("{\"a\": 80%}"), ("number-form", Some('8')));
        assert_eq!(at("{\"a\": 1,234}"), ("number-form", Some('1')));
        assert_eq!(at("{\"a\": 007}"), ("number-form", Some('0')));
        assert_eq!(at("{\"a\": .5}"), ("number-form", Some('.')));
        assert_eq!(at("{\"a\": ８０}"), ("number-form", Some('８')));
        assert_eq!(at("{\"a\": True}"), ("unquoted", Some('T')));
        assert_eq!(at("{a: 1}"), ("unquoted", Some('a')));
        assert_eq!(at("{\"a\": 水}"), ("unquoted", Some('水')));
        assert_eq!(at("{\"a\": 1} // x"), ("comment", Some('/')));
        assert_eq!(at("{\n# x\n\"a\": 1}"), ("comment", Some('#')));
        assert_eq!(at("{\"a\": }"), ("json-syntax", Some('}')));
        assert_eq!(at("{\"a\" = 1}"), ("json-syntax", Some(' ')));
        assert_eq!(at("{\"a\": 1}}"), ("json-syntax", Some('}')));
        assert_eq!(at("{\"a\": \"\\ud800\"}").0, "json-syntax");
        assert_eq!(at("{\u{200b}\"a\": 1}"), ("invisible-character", Some('\u{200b}')));
        assert_eq!(at("").0, "json-syntax");
    }

    #[test]
    fn plain_slips_come_all_at_once() {
        let slips = parse("{\"a\"：1，\n “b”: [1,],\n \"c\": 1\n \"d\": 2}").unwrap_err();
        let codes: Vec<&str> = slips.iter().map(|e| e.code).collect();
        let wide = "full-width-punctuation";
        assert_eq!(codes, [wide, wide, wide, wide, "trailing-comma", "missing-comma"]);
    }

    #[test]
    fn deep_nesting_is_refused_not_followed() {
        let text = format!("{}{}", "[".repeat(60), "]".repeat(60));
        assert_eq!(parse(&text).unwrap_err()[0].code, "too-deep");
    }
}
