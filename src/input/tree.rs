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

mod deserializer;
mod parts;

use crate::input::json::{Node, Value, COMMENT};
use crate::input::names::Names;
use crate::model::figure::NOT_APPLICABLE;
use parts::{Content, Part};
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
