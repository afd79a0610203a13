//! A tree of JSON values to the types of the story, through serde.
//!
//! Comes in: a node of a file and what its ids stand for. Goes out: any type that is `Deserialize`, or an error with
//! its place. The types are also written to compiled stories, so they say nothing of the file's form. What the file
//! writes otherwise than serde would is known here:
//!
//! - a number hands over its printed digits (43.70 stays 43.70), a reference the index of what it names, a unit its
//!   definition;
//! - an object with a `type` is the variant of that name; its `weight` and `under` belong to the place of a chart;
//! - a section with one entry an id is a list whose entries have their key as `id`;
//! - the languages of a text may stand beside other members: they are the field `text`;
//! - the value of a statement is a number, two numbers for a range, a date, null or `not_applicable`;
//! - `$comment` is read by nobody.
//!
//! **Invariant**: reads nodes and changes nothing; whatever a node holds, the answer is a value or an error, never a
//! panic.

use crate::input::json::{Node, Value, COMMENT};
use crate::input::names::{Names, Target};
use crate::model::figure::NOT_APPLICABLE;
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;

/// Members of a chart that say where it stands in its row.
const PLACE: [&str; 4] = ["weight", "under", "frame", "noted"];

/// Why a node is not what a type asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Error {
    /// Byte offset of the innermost value that does not fit.
    pub at: Option<usize>,
    /// In serde's words.
    pub reason: String,
    /// A reference that names nothing: the references are checked together and told elsewhere.
    pub is_reference: bool,
}

impl Error {
    fn new(at: usize, reason: impl Into<String>) -> Self {
        Error { at: Some(at), reason: reason.into(), is_reference: false }
    }

    fn or_at(mut self, at: usize) -> Self {
        self.at.get_or_insert(at);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Error { at: None, reason: reason.to_string(), is_reference: false }
    }
}

/// Which members of an object are seen.
#[derive(Clone, Copy)]
enum Seen {
    All,
    /// What a variant holds: without the `type` that chose it, and what says its place.
    Content,
    /// Languages of a text that stand beside these fields.
    Without(&'static [&'static str]),
}

/// A node as a `Deserializer`.
#[derive(Clone, Copy)]
pub struct Tree<'a> {
    node: &'a Node,
    /// The id of an entry of a section.
    key: Option<&'a str>,
    seen: Seen,
    names: &'a Names,
}

/// Reads a value of any type from a node. `key` is the id of the entry, where the node is one of a section.
pub fn read<'a, T: serde::Deserialize<'a>>(
    node: &'a Node,
    key: Option<&'a str>,
    names: &'a Names,
) -> Result<T, Error> {
    T::deserialize(Tree { node, key, seen: Seen::All, names }).map_err(|e| e.or_at(node.at))
}

impl<'a> Tree<'a> {
    fn of(self, node: &'a Node) -> Self {
        Tree { node, key: None, seen: Seen::All, names: self.names }
    }

    fn wrong(&self, wanted: &str) -> Error {
        Error::new(self.node.at, format!("expected {wanted}, found {}", self.node.kind().en()))
    }

    fn members(self) -> impl Iterator<Item = (&'a str, Tree<'a>)> {
        let shown = move |name: &str| match self.seen {
            _ if name == COMMENT => false,
            Seen::All => true,
            Seen::Content => name != "type" && !PLACE.contains(&name),
            Seen::Without(fields) => !fields.contains(&name),
        };
        let members = self.node.members().iter().filter(move |(key, _)| shown(&key.name));
        members.map(move |(key, node)| (key.name.as_str(), self.of(node)))
    }

    /// The members of a struct, those added that the file says in another way.
    fn fields(self, fields: &'static [&'static str]) -> Vec<(&'a str, Part<'a>)> {
        let lacks = |name: &&str| fields.contains(name) && self.node.get(name).is_none();
        let mut all = Vec::with_capacity(fields.len());
        if let Some(key) = self.key.filter(|_| lacks(&"id")) {
            all.push(("id", Part::Key(key)));
        }
        let has_text_beside = lacks(&"text");
        let own = |name: &str| !has_text_beside || fields.contains(&name);
        let members = self.members().filter(|(name, _)| own(name));
        all.extend(members.map(|(name, tree)| (name, Part::Tree(tree))));
        if has_text_beside {
            all.push(("text", Part::Tree(Tree { seen: Seen::Without(fields), key: None, ..self })));
        }
        all
    }

    /// A chart and its place in the row, which the file writes into one object.
    fn placed(self) -> Vec<(&'a str, Part<'a>)> {
        let chart = ("chart", Part::Tree(self));
        let place = PLACE.iter().filter_map(|name| Some((*name, Part::Tree(self.of(self.node.get(name)?)))));
        std::iter::once(chart).chain(place).collect()
    }

    /// The variant that a node says, and what it holds.
    fn variant(self, name: &str, variants: &'static [&'static str]) -> Result<(&'a str, Content<'a>), Error> {
        let one_of_ours = |name: &&str| variants.contains(name);
        match &self.node.value {
            Value::Null if name == "Value" => Ok(("Missing", Content::None)),
            Value::Number(_) if name == "Value" => Ok(("Number", Content::Tree(self))),
            Value::Array(_) if name == "Value" => Ok(("Range", Content::Tree(self))),
            Value::String(text) if name == "Value" && text == NOT_APPLICABLE => {
                Ok(("NotApplicable", Content::None))
            }
            Value::String(_) if name == "Value" => Ok(("Date", Content::Tree(self))),
            Value::String(text) => Ok((text, Content::None)),
            Value::Object(_) => {
                if let Some(kind) = self.node.text("type").filter(one_of_ours) {
                    return Ok((kind, Content::Tree(Tree { seen: Seen::Content, ..self })));
                }
                let mut members = self.members();
                match (members.next(), members.next()) {
                    (Some((name, tree)), None) => Ok((name, Content::Tree(tree))),
                    _ => Err(self.wrong("one member")),
                }
            }
            _ => Err(self.wrong("one of several")),
        }
    }

    fn integer(&self) -> Option<i64> {
        let Value::Number(digits) = &self.node.value else { return None };
        let whole = |n: &f64| n.fract() == 0.0 && n.abs() < 9e15;
        digits.parse().ok().or_else(|| self.node.number().filter(whole).map(|n| n as i64))
    }
}

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

/// A member of a struct.
enum Part<'a> {
    Tree(Tree<'a>),
    /// The id of the entry.
    Key(&'a str),
}

struct Parts<'a> {
    rest: std::vec::IntoIter<(&'a str, Part<'a>)>,
    next: Option<Part<'a>>,
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

struct Items<'a>(std::vec::IntoIter<Tree<'a>>);

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
enum Content<'a> {
    None,
    Tree(Tree<'a>),
}

struct Variant<'a> {
    name: &'a str,
    content: Content<'a>,
    at: usize,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Chart, Placed};
    use crate::input::json::parse;
    use crate::locale::date::Date;
    use crate::locale::number::Decimal;
    use crate::locale::Locale;
    use crate::model::figure::{self, Figure, FigureIx};
    use crate::model::{Item, List};

    const STORY: &str = r#"{"figures": {"a": {}, "b": {}}, "units": {"t": {"zh": "吨", "en": "tonnes"}}}"#;

    fn of<T: for<'de> serde::Deserialize<'de>>(text: &str) -> Result<T, Error> {
        let (story, sources) = (parse(STORY).unwrap(), parse(r#"{"sources": {"s": {}}}"#).unwrap());
        read(&parse(text).unwrap(), Some("key"), &Names::new(&story, Some(&sources), &Locale::ALL))
    }

    #[test]
    fn a_number_keeps_its_printed_digits_and_a_unit_is_what_the_story_defines() {
        let figure = r#"{"label": {"zh": "甲", "en": "A"}, "value": 43.70, "unit": "t", "measure": "level", "$comment": "x",
            "period": {"zh": "今年", "en": "this year", "start": "2021Q1"}, "source": {"id": "s"}}"#;
        let figure: Figure = of(figure).unwrap();
        assert_eq!((figure.id(), figure.display(Locale::En).as_str()), ("key", "43.70 tonnes"));
        assert_eq!(figure.period().text.zh(), "今年");
        assert_eq!(figure.date().map(|d| d.iso()).as_deref(), Some("2021-Q1"));
    }

    #[test]
    fn a_value_is_a_number_a_range_a_date_missing_or_not_applicable() {
        let number = |digits| Decimal::parse(digits).unwrap();
        let date = figure::Value::Date(Date::parse("1955-10-29").unwrap());
        assert_eq!(of(r#""1955-10-29""#), Ok(date));
        assert_eq!(of("4.50"), Ok(figure::Value::Number(number("4.50"))));
        assert_eq!(of("[4.5, 5]"), Ok(figure::Value::Range(number("4.5"), number("5"))));
        assert_eq!(of("null"), Ok(figure::Value::Missing));
        assert_eq!(of(r#""not_applicable""#), Ok(figure::Value::NotApplicable));
        assert!(of::<figure::Value>("[4.5]").is_err());
    }

    #[test]
    fn an_object_with_a_type_is_that_chart_and_ids_are_indices() {
        let text = r#"{"type": "waffle", "weight": 2, "figure": "b", "cell_note": {"zh": "甲", "en": "A"}}"#;
        let placed: Placed = of(text).unwrap();
        let Chart::Waffle(waffle) = placed.chart else { panic!("{placed:?}") };
        assert_eq!((waffle.figure, waffle.title, placed.weight), (FigureIx(1), None, 2.0));
    }

    #[test]
    fn entries_of_a_section_take_their_ids_from_its_keys() {
        let list = r#"{"label": {"zh": "甲", "en": "A"}, "open": true, "source": {"id": "s"},
            "items": [{"zh": "乙", "en": "B", "figure": "a"}]}"#;
        let lists: Vec<List> = of(&format!(r#"{{"x": {list}, "y": {list}}}"#)).unwrap();
        assert_eq!(lists.iter().map(|l| l.id.as_str()).collect::<Vec<_>>(), ["x", "y"]);
        let Item { text, figure, .. } = &lists[0].items[0];
        assert_eq!((text.zh(), *figure), ("乙", Some(FigureIx(0))));
    }

    #[test]
    fn a_failure_is_an_error_at_its_place() {
        let error = |text: &str| {
            let error = of::<Placed>(text).expect_err(text);
            (error.at.map(|at| text[at..].chars().next().unwrap()), error.is_reference)
        };
        let note = r#""cell_note": {"zh": "甲", "en": "A"}"#;
        assert_eq!(error(&format!(r#"{{"type": "waffle", "figure": "z", {note}}}"#)), (Some('"'), true));
        assert_eq!(error(&format!(r#"{{"type": "waffle", "figure": [1], {note}}}"#)), (Some('['), false));
        assert_eq!(error(&format!(r#"{{"type": "waffle", "figur": 7, {note}}}"#)), (Some('7'), false));
        assert_eq!(error(r#"{"type": "pie"}"#), (Some('{'), false));
        assert_eq!(error("5"), (Some('5'), false));
    }
}
