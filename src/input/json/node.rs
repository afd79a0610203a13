//! A JSON value with the byte offsets it was read from, and what is asked of one.
//!
//! **Invariant**: knows JSON, not stories; asked for what it is not, a node answers with nothing.

use crate::diagnostic::Both;

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
    /// Byte offset behind the last character.
    pub end: usize,
    pub value: Value,
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
