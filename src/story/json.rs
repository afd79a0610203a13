//! Bytes to a tree of JSON values, each with the byte offset it was read from.
//!
//! serde_json reads the syntax; `RawValue` slices of the same text give every value its place, which serde's
//! own errors do not. Numbers keep their printed digits: 43.70 is not 43.7.
//!
//! **Invariant**: knows JSON, not stories. Every node's offset lies inside the text that was given.

use super::problem::Both;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Deepest nesting taken; a story needs 8.
pub const MAX_DEPTH: usize = 32;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    /// The digits as typed.
    Number(String),
    String(String),
    Array(Vec<Node>),
    Object(Vec<(Key, Node)>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub name: String,
    /// Byte offset of the name inside its quotes, or of the value where the name has escapes.
    pub at: usize,
}

/// A value and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Byte offset of the first character.
    pub at: usize,
    pub value: Value,
}

/// Why bytes are not a JSON document.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxError {
    pub code: &'static str,
    pub at: usize,
    pub message: Both,
    pub remedy: Both,
}

impl Node {
    /// The member of an object, if it is one and has it.
    pub fn get(&self, name: &str) -> Option<&Node> {
        match &self.value {
            Value::Object(members) => members.iter().find(|(k, _)| k.name == name).map(|(_, v)| v),
            _ => None,
        }
    }

    pub fn str(&self) -> Option<&str> {
        match &self.value {
            Value::String(s) => Some(s),
            _ => None,
        }
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.str()
    }

    pub fn number(&self) -> Option<f64> {
        match &self.value {
            Value::Number(n) => n.parse().ok().filter(|v: &f64| v.is_finite()),
            _ => None,
        }
    }

    pub fn bool(&self) -> Option<bool> {
        match self.value {
            Value::Bool(b) => Some(b),
            _ => None,
        }
    }

    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::Array(items) => items,
            _ => &[],
        }
    }

    pub fn members(&self) -> &[(Key, Node)] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// What it is, for a message.
    pub fn kind(&self) -> Both {
        match self.value {
            Value::Null => Both::new("空值 null", "null"),
            Value::Bool(_) => Both::new("真假值", "true or false"),
            Value::Number(_) => Both::new("数字", "a number"),
            Value::String(_) => Both::new("文字", "text"),
            Value::Array(_) => Both::new("列表", "a list"),
            Value::Object(_) => Both::new("对象", "an object"),
        }
    }
}

/// Text of a file's bytes: a byte order mark is dropped; other encodings are recognised and named, not guessed at.
pub fn decode(bytes: &[u8]) -> Result<String, SyntaxError> {
    let wrong = |zh: &str, en: &str, at: usize| SyntaxError {
        code: "encoding",
        at,
        message: Both::new(
            format!("文件编码是{zh}，这里只读 UTF-8"),
            format!("the file is encoded as {en}; only UTF-8 is read"),
        ),
        remedy: Both::new(
            "在编辑器中选“另存为”，编码选 UTF-8",
            "save the file again with the encoding UTF-8",
        ),
    };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(wrong(" UTF-16", "UTF-16", 0));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_string()),
        Err(error) => {
            let at = error.valid_up_to();
            // GBK sets Chinese in pairs: a lead byte 81–FE followed by 40–FE
            let pair = bytes.get(at..at + 2);
            let gbk = pair.is_some_and(|p| (0x81..=0xfe).contains(&p[0]) && (0x40..=0xfe).contains(&p[1]));
            if gbk {
                Err(wrong("中文 GBK（GB 18030）", "GBK (GB 18030)", at))
            } else {
                Err(wrong("未知编码", "an unknown encoding", at))
            }
        }
    }
}

/// The tree of a whole document.
pub fn parse(text: &str) -> Result<Node, SyntaxError> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|e| explain(text, &e))?;
    node(raw.get(), text, 0)
}

fn offset_in(part: &str, whole: &str) -> usize {
    (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize).min(whole.len())
}

fn node(slice: &str, whole: &str, depth: usize) -> Result<Node, SyntaxError> {
    let at = offset_in(slice, whole);
    if depth > MAX_DEPTH {
        return Err(SyntaxError {
            code: "too-deep",
            at,
            message: Both::new(
                format!("嵌套超过 {MAX_DEPTH} 层"),
                format!("nested deeper than {MAX_DEPTH} levels"),
            ),
            remedy: Both::new("检查是否有多余的括号", "look for a bracket too many"),
        });
    }
    let inner = |e: serde_json::Error| explain(whole, &e);
    let value = match slice.as_bytes().first() {
        Some(b'{') => {
            let members: Members = serde_json::from_str(slice).map_err(inner)?;
            let mut list: Vec<(Key, Node)> = Vec::with_capacity(members.0.len());
            for (name, raw) in members.0 {
                let value = node(raw.get(), whole, depth + 1)?;
                let key_at = match &name {
                    Cow::Borrowed(b) => offset_in(b, whole),
                    Cow::Owned(_) => value.at,
                };
                if list.iter().any(|(k, _)| k.name == name) {
                    return Err(SyntaxError {
                        code: "duplicate-key",
                        at: key_at,
                        message: Both::new(
                            format!("“{name}”写了两次"),
                            format!("\"{name}\" is written twice"),
                        ),
                        remedy: Both::new("删去其中一个", "remove one of the two"),
                    });
                }
                list.push((Key { name: name.into_owned(), at: key_at }, value));
            }
            Value::Object(list)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(slice).map_err(inner)?;
            Value::Array(
                items.into_iter().map(|i| node(i.get(), whole, depth + 1)).collect::<Result<_, _>>()?,
            )
        }
        Some(b'"') => Value::String(serde_json::from_str(slice).map_err(inner)?),
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        Some(b'n') => Value::Null,
        _ => Value::Number(slice.to_string()),
    };
    Ok(Node { at, value })
}

/// An object's members in order, duplicates kept, values as slices.
struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut list = Vec::new();
                while let Some(Name(key)) = map.next_key()? {
                    list.push((key, map.next_value()?));
                }
                Ok(Members(list))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

/// A key that stays a slice of the text where it has no escapes (serde's own `Cow` always copies).
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Name<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a name")
            }
            fn visit_borrowed_str<E>(self, v: &'de str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Borrowed(v)))
            }
            fn visit_str<E>(self, v: &str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Owned(v.to_string())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// serde_json's message, with the slips that Chinese keyboards make recognised.
fn explain(text: &str, error: &serde_json::Error) -> SyntaxError {
    let at = offset_of(text, error.line(), error.column());
    let before = text[..at].trim_end();
    let here = text[at..].chars().next();
    let last = before.chars().next_back();
    let full_width = [here, last].into_iter().flatten().find(|c| "，：“”‘’｛｝［］；。".contains(*c));
    if let Some(c) = full_width {
        let plain = match c {
            '，' | '；' | '。' => ",",
            '：' => ":",
            '｛' => "{",
            '｝' => "}",
            '［' => "[",
            '］' => "]",
            _ => "\"",
        };
        return SyntaxError {
            code: "full-width-punctuation",
            at: if here == Some(c) { at } else { before.len() - c.len_utf8() },
            message: Both::new(
                format!("这里用了全角“{c}”，JSON 只认半角"),
                format!("full-width \"{c}\" where JSON takes only plain punctuation"),
            ),
            remedy: Both::new(format!("改成半角 {plain}"), format!("type {plain} instead")),
        };
    }
    if error.is_eof() {
        return SyntaxError {
            code: "json-syntax",
            at: text.trim_end().len(),
            message: Both::new(
                "文件在此处中断，括号或引号没有闭合",
                "the file ends here with a bracket or quote still open",
            ),
            remedy: Both::new("补上缺的 }、] 或 \"", "add the missing }, ] or \""),
        };
    }
    let comma =
        before.ends_with(',') || before.strip_suffix(['}', ']']).is_some_and(|b| b.trim_end().ends_with(','));
    if comma && matches!(here.or(last), Some('}' | ']')) {
        return SyntaxError {
            code: "trailing-comma",
            at: before.rfind(',').unwrap_or(at),
            message: Both::new("最后一项后面多了一个逗号", "a comma after the last item"),
            remedy: Both::new("删去这个逗号", "remove this comma"),
        };
    }
    let reason = error.to_string();
    let reason = reason.split(" at line").next().unwrap_or("").to_string();
    SyntaxError {
        code: "json-syntax",
        at,
        message: Both::new(format!("不是合法的 JSON（{reason}）"), format!("not valid JSON: {reason}")),
        remedy: Both::new(
            "检查此处和上一行的逗号、引号与括号",
            "check the comma, quotes and brackets here and on the line above",
        ),
    }
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

    #[test]
    fn slips_of_chinese_keyboards_are_named() {
        let at = |text: &str| {
            let e = parse(text).unwrap_err();
            (e.code, text[e.at..].chars().next())
        };
        assert_eq!(at("{\"a\"：1}"), ("full-width-punctuation", Some('：')));
        assert_eq!(at("{\"a\":1，\"b\":2}"), ("full-width-punctuation", Some('，')));
        assert_eq!(at("{“a”:1}"), ("full-width-punctuation", Some('“')));
        assert_eq!(at("[1, 2,]"), ("trailing-comma", Some(',')));
        assert_eq!(at("{\"a\": 1,}"), ("trailing-comma", Some(',')));
        assert_eq!(at("{\"a\": 1, \"a\": 2}"), ("duplicate-key", Some('a')));
        assert_eq!(at("{\"a\":"), ("json-syntax", None));
    }

    #[test]
    fn foreign_encodings_are_named() {
        assert_eq!(decode(b"\xef\xbb\xbf{}").unwrap(), "{}");
        let gbk = decode(b"{\"a\": \"\xbf\xcb\xc0\xad\"}").unwrap_err();
        assert!(gbk.message.en.contains("GBK"), "{gbk:?}");
        let wide = decode(b"\xff\xfe{\0}\0").unwrap_err();
        assert!(wide.message.en.contains("UTF-16"), "{wide:?}");
    }

    #[test]
    fn deep_nesting_is_refused_not_followed() {
        let text = format!("{}{}", "[".repeat(60), "]".repeat(60));
        assert_eq!(parse(&text).unwrap_err().code, "too-deep");
    }
}
