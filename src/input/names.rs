//! What the ids of a story stand for, while it is read.
//!
//! Comes in: the keys of each section, and the definitions of units. Goes out: the index or the definition that an id
//! names.
//!
//! **Invariant**: an index that is handed out counts from 0 in the order of its section.

use crate::input::json::{Key, Node, Value};
use crate::locale::number::{Unit, UnitForms};
use crate::locale::Locale;
use std::collections::BTreeMap;

/// What a reference points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Figure,
    List,
    Series,
    Milestone,
    Name,
    Source,
    Unit,
}

impl Target {
    pub const ALL: [Target; 7] = [
        Target::Figure,
        Target::List,
        Target::Series,
        Target::Milestone,
        Target::Name,
        Target::Source,
        Target::Unit,
    ];

    /// Returns it in Chinese and English; the English word is also its name in the schema (`x-names`).
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Target::Figure => ("数字", "figure"),
            Target::List => ("名单", "list"),
            Target::Series => ("序列", "series"),
            Target::Milestone => ("大事", "milestone"),
            Target::Name => ("名称", "name"),
            Target::Source => ("来源", "source"),
            Target::Unit => ("单位", "unit"),
        }
    }

    /// Returns the target that the schema calls by this name.
    pub fn parse(name: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.words().1 == name)
    }

    /// Returns what an index type of the model points at.
    pub fn of_index(newtype: &str) -> Option<Target> {
        Some(match newtype {
            "FigureIx" => Target::Figure,
            "ListIx" => Target::List,
            "SeriesIx" => Target::Series,
            "MilestoneIx" => Target::Milestone,
            "NameIx" => Target::Name,
            "SourceIx" => Target::Source,
            _ => return None,
        })
    }

    /// Returns the member of story.json that defines it; sources have a file of their own.
    pub fn section(self) -> Option<&'static str> {
        match self {
            Target::Figure => Some("figures"),
            Target::List => Some("lists"),
            Target::Series => Some("series"),
            Target::Milestone => Some("milestones"),
            Target::Name => Some("names"),
            Target::Unit => Some("units"),
            Target::Source => None,
        }
    }
}

/// Ids with what they stand for.
#[derive(Debug)]
pub struct Names {
    indices: BTreeMap<Target, BTreeMap<String, usize>>,
    units: BTreeMap<String, Node>,
}

impl Names {
    /// Takes the ids of every section, and the units that need no definition.
    pub fn new(story: &Node, sources: Option<&Node>, languages: &[Locale]) -> Names {
        let mut names = Names { indices: BTreeMap::new(), units: BTreeMap::new() };
        for target in Target::ALL {
            let section = match target.section() {
                Some(section) => story.get(section),
                None => sources.and_then(|tree| tree.get("sources")),
            };
            let members = section.map(Node::members).unwrap_or_default();
            let ids = members.iter().enumerate().map(|(i, (key, _))| (key.name.clone(), i));
            names.indices.insert(target, ids.collect());
        }
        let built_in = UnitForms::IDS.iter().filter_map(|id| Unit::built_in(id, languages));
        names.units.extend(built_in.map(|unit| (unit.id.clone(), node_of(&unit))));
        let own = story.get("units").map(Node::members).unwrap_or_default();
        names.units.extend(own.iter().map(|(key, node)| (key.name.clone(), node.clone())));
        names
    }

    /// Adds a point of a series as a figure.
    pub fn add_figure(&mut self, id: String, index: usize) {
        self.indices.entry(Target::Figure).or_default().insert(id, index);
    }

    /// Returns what an id of a section stands for.
    pub fn index(&self, target: Target, id: &str) -> Option<usize> {
        self.indices.get(&target)?.get(id).copied()
    }

    /// Returns a unit's definition, with its id.
    pub fn unit(&self, id: &str) -> Option<(&str, &Node)> {
        self.units.get_key_value(id).map(|(id, node)| (id.as_str(), node))
    }

    /// Returns whether anything has this id.
    pub fn has(&self, target: Target, id: &str) -> bool {
        match target {
            Target::Unit => self.units.contains_key(id),
            _ => self.index(target, id).is_some(),
        }
    }

    /// Returns all ids of a kind.
    pub fn ids(&self, target: Target) -> Vec<&str> {
        match target {
            Target::Unit => self.units.keys().map(String::as_str).collect(),
            _ => self.indices.get(&target).into_iter().flatten().map(|(id, _)| id.as_str()).collect(),
        }
    }

    /// Returns the ids of a kind with their indices.
    pub fn take(&mut self, target: Target) -> BTreeMap<String, usize> {
        self.indices.remove(&target).unwrap_or_default()
    }
}

/// A built-in unit as the story would define it.
fn node_of(unit: &Unit) -> Node {
    let node = |value| Node { at: 0, end: 0, value };
    let members = unit.words.iter().map(|words| {
        let forms = words.forms.iter().map(|form| node(Value::String(form.clone())));
        (Key { name: words.locale.code().to_string(), at: 0 }, node(Value::Array(forms.collect())))
    });
    node(Value::Object(members.collect()))
}
