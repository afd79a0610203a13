//! What is inside a node, one after the other, as serde takes it: members of a struct, items of a list, a variant.
//!
//! **Invariant**: hands nodes on as they are; an error in one has the place of that one.

use crate::input::tree::{Error, Tree};
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

/// A member of a struct.
pub(super) enum Part<'a> {
    Tree(Tree<'a>),
    /// The id of the entry.
    Key(&'a str),
}

pub(super) struct Parts<'a> {
    pub(super) rest: std::vec::IntoIter<(&'a str, Part<'a>)>,
    pub(super) next: Option<Part<'a>>,
}

impl<'de> MapAccess<'de> for Parts<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((name, part)) = self.rest.next() else { return Ok(None) };
        let at = match &part {
            Part::Tree(tree) => Some(tree.node.at),
            Part::Key(_) => None,
        };
        self.next = Some(part);
        let key = seed.deserialize(BorrowedStrDeserializer::new(name));
        key.map(Some).map_err(|e: Error| at.map_or(e.clone(), |at| e.or_at(at)))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        match self.next.take() {
            Some(Part::Tree(tree)) => seed.deserialize(tree).map_err(|e| e.or_at(tree.node.at)),
            Some(Part::Key(key)) => seed.deserialize(BorrowedStrDeserializer::new(key)),
            None => Err(serde::de::Error::custom("a value before its name")),
        }
    }
}

pub(super) struct Items<'a>(pub(super) std::vec::IntoIter<Tree<'a>>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let Some(tree) = self.0.next() else { return Ok(None) };
        seed.deserialize(tree).map(Some).map_err(|e| e.or_at(tree.node.at))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// What a variant holds.
pub(super) enum Content<'a> {
    None,
    Tree(Tree<'a>),
}

pub(super) struct Variant<'a> {
    pub(super) name: &'a str,
    pub(super) content: Content<'a>,
    pub(super) at: usize,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        let name: StrDeserializer<'_, Error> = StrDeserializer::new(self.name);
        Ok((seed.deserialize(name).map_err(|e| e.or_at(self.at))?, self))
    }
}

impl<'de> Variant<'de> {
    fn tree(&self) -> Result<Tree<'de>, Error> {
        match self.content {
            Content::Tree(tree) => Ok(tree),
            Content::None => {
                Err(Error::new(self.at, format!("{:?} stands without what it holds", self.name)))
            }
        }
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self.content {
            Content::None => Ok(()),
            Content::Tree(_) => Err(Error::new(self.at, format!("{:?} holds nothing", self.name))),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        let tree = self.tree()?;
        seed.deserialize(tree).map_err(|e| e.or_at(tree.node.at))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.tree()?.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.tree()?.deserialize_struct("", fields, visitor)
    }
}
