//! A tree as a serde `Deserializer`: what each kind of type asks of a node.
//!
//! **Invariant**: a node that is not what a type asks for is an error at its place.

use crate::input::json::Value;
use crate::input::names::Target;
use crate::input::tree::parts::{Items, Part, Parts, Variant};
use crate::input::tree::{Error, Tree};
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{Deserializer, IntoDeserializer, Visitor};

macro_rules! integers {
    ($($method:ident),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let number = self.integer().ok_or_else(|| self.wrong("a whole number"))?;
            visitor.visit_i64(number)
        }
    )*};
}

impl<'de> Deserializer<'de> for Tree<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(b) => visitor.visit_bool(*b),
            Value::Number(_) => match (self.integer(), self.node.number()) {
                (Some(whole), _) => visitor.visit_i64(whole),
                (None, Some(number)) => visitor.visit_f64(number),
                _ => Err(self.wrong("a number that can be counted with")),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    integers!(
        deserialize_i8,
        deserialize_i16,
        deserialize_i32,
        deserialize_i64,
        deserialize_u8,
        deserialize_u16,
        deserialize_u32,
        deserialize_u64
    );

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_f64(self.node.number().ok_or_else(|| self.wrong("a number"))?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if let Some(target) = Target::of_index(name) {
            let id = self.node.str().ok_or_else(|| self.wrong("an id"))?;
            let index = self.names.index(target, id).ok_or_else(|| Error {
                is_reference: true,
                ..Error::new(self.node.at, format!("nothing has the id {id:?}"))
            })?;
            return visitor.visit_newtype_struct((index as u64).into_deserializer());
        }
        match &self.node.value {
            Value::Number(digits) if name == "Digits" => {
                visitor.visit_newtype_struct(BorrowedStrDeserializer::new(digits))
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if let (Value::String(id), "Unit") = (&self.node.value, name) {
            let (key, node) = self.names.unit(id).ok_or_else(|| Error {
                is_reference: true,
                ..Error::new(self.node.at, format!("nothing has the id {id:?}"))
            })?;
            let unit = Tree { key: Some(key), ..self.of(node) }.deserialize_struct(name, fields, visitor);
            // A member that its definition lacks is told there, not at each figure that uses the unit.
            return unit.map_err(|error| error.or_at(node.at));
        }
        if !matches!(self.node.value, Value::Object(_)) {
            return Err(self.wrong("an object"));
        }
        let parts = if name == "Placed" { self.placed() } else { self.fields(fields) };
        visitor.visit_map(Parts { rest: parts.into_iter(), next: None })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let parts: Vec<_> = self.members().map(|(name, tree)| (name, Part::Tree(tree))).collect();
        visitor.visit_map(Parts { rest: parts.into_iter(), next: None })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let items: Vec<Tree<'de>> = match &self.node.value {
            Value::Array(items) => items.iter().map(|item| self.of(item)).collect(),
            Value::Object(_) => self.members().map(|(key, tree)| Tree { key: Some(key), ..tree }).collect(),
            _ => return Err(self.wrong("a list")),
        };
        visitor.visit_seq(Items(items.into_iter()))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let (variant, content) = self.variant(name, variants)?;
        visitor.visit_enum(Variant { name: variant, content, at: self.node.at })
    }

    serde::forward_to_deserialize_any! {
        bool i128 u128 f32 char str string bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}
