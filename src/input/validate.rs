//! A file's tree against the schema of its types: everything that is misshapen, at once.
//!
//! Comes in: the tree, and the schema as `schema` makes it. Goes out: diagnostics with their places (unknown members
//! with the nearest known one, missing members, wrong kinds of values), and the references and sentences that were
//! met on the way.
//!
//! **Invariant**: knows JSON Schema and the few keywords of our own, not the members of a story; what may be
//! concluded from a well-shaped story is the matter of `rules`.

mod object;
mod scalar;

use crate::diagnostic::{nearest, Both, Diagnostics, Severity, SourceText};
use crate::input::example::retype;
use crate::input::forms;
use crate::input::id::is_id;
use crate::input::json::{Node, Value};
use crate::input::languages::Languages;
use crate::input::names::Target;
use crate::input::schema::{Kind, Schema, MAX_STRING};

/// A reference met on the way, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    pub target: Target,
    pub id: String,
    pub at: usize,
    pub path: String,
}

/// What a walk over a document finds besides diagnostics.
#[derive(Debug, Default)]
pub struct Findings {
    pub references: Vec<Reference>,
    /// Narration, titles and subtitles: text, offset, path.
    pub templates: Vec<(String, usize, String)>,
    /// Texts in pictures, likewise.
    pub remarks: Vec<(String, usize, String)>,
}

/// A walk over a document.
pub struct Validator<'a> {
    file: &'a SourceText,
    languages: &'a Languages,
    diagnostics: &'a mut Diagnostics,
    findings: Findings,
}

/// Checks a document and returns what it refers to.
pub fn validate(
    tree: &Node,
    schema: Schema,
    languages: &Languages,
    file: &SourceText,
    diagnostics: &mut Diagnostics,
) -> Findings {
    let mut validator = Validator { file, languages, diagnostics, findings: Findings::default() };
    validator.value(tree, schema, "", None);
    validator.findings
}

impl Validator<'_> {
    fn error(&mut self, code: &'static str, at: usize, path: &str, message: Both, help: Both) {
        self.diagnostics.add(Severity::Error, code, self.file, at, path, message, help);
    }

    /// Says what puts right what was told last.
    fn mend(&mut self, bytes: std::ops::Range<usize>, text: impl Into<String>) {
        self.diagnostics.mend(self.file, bytes, text);
    }

    fn wrong(&mut self, node: &Node, path: &str, zh: &str, en: &str) {
        let kind = node.kind();
        let help = retype(node, en, &self.languages.declared)
            .unwrap_or_else(|| Both::new(format!("改成{zh}"), format!("write {en}")));
        let message = Both::new(
            format!("这里应是{}，写的是{}", bare(zh), kind.zh()),
            format!("expected {}, found {}", bare(en), kind.en()),
        );
        self.error("wrong-type", node.at, path, message, help);
    }

    /// `parent` is the object that the value is a member of.
    fn value(&mut self, node: &Node, schema: Schema, path: &str, parent: Option<&Node>) {
        let schema = schema.resolved();
        if node.str().is_some_and(|s| s.chars().count() > MAX_STRING) {
            let (message, help) = too_long();
            return self.error("too-long", node.at, path, message, help);
        }
        match schema.kind() {
            Kind::Form(form) => {
                if let Err((code, offset, message, help)) = forms::check(form, node, parent) {
                    match code {
                        "wrong-type" => self.wrong(node, path, message.zh(), message.en()),
                        _ => {
                            self.error(code, node.at + offset, path, message, help);
                            let edit = forms::edit(code, node);
                            edit.into_iter().for_each(|text| self.mend(node.at..node.end, text));
                        }
                    }
                }
            }
            Kind::Reference(target) => match node.str() {
                Some(id) => {
                    let (id, path) = (id.to_string(), path.to_string());
                    self.findings.references.push(Reference { target, id, at: node.at, path })
                }
                None => self.wrong(node, path, "代号（文字）", "an id as text"),
            },
            Kind::Choice(options) => self.choice(node, &options, path),
            Kind::String => match node.str() {
                None => self.wrong(node, path, "文字", "text"),
                Some(s) if schema.has("pattern") && s.trim().is_empty() => {
                    let help = Both::new("写上文字", "write the text");
                    self.error(
                        "empty-text",
                        node.at,
                        path,
                        Both::new("文字是空的", "the text is empty"),
                        help,
                    )
                }
                Some(s) if schema.is_template() => {
                    self.findings.templates.push((s.to_string(), node.at, path.to_string()))
                }
                Some(s) if schema.is_remark() => {
                    self.findings.remarks.push((s.to_string(), node.at, path.to_string()))
                }
                Some(_) => {}
            },
            Kind::Integer | Kind::Number => self.number(node, schema, path),
            Kind::Bool => {
                if node.bool().is_none() {
                    self.wrong(node, path, "true 或 false", "true or false")
                }
            }
            Kind::List(inner) => match &node.value {
                Value::Array(items) if items.is_empty() && schema.number("minItems") == Some(1.0) => {
                    let help = Both::new("至少写一项", "write at least one");
                    self.error(
                        "empty-list",
                        node.at,
                        path,
                        Both::new("列表是空的", "the list is empty"),
                        help,
                    )
                }
                Value::Array(items) => {
                    for (i, item) in items.iter().enumerate() {
                        self.value(item, inner, &format!("{path}[{i}]"), Some(node));
                    }
                }
                _ => self.wrong(node, path, "列表 […]", "a list […]"),
            },
            Kind::Map(inner) => match &node.value {
                Value::Object(members) => {
                    for (key, item) in members {
                        let place = format!("{path}.{}", key.name);
                        match is_id(&key.name) {
                            true => self.value(item, inner, &place, Some(node)),
                            false => self.bad_id(key, &place),
                        }
                    }
                }
                _ => self.wrong(node, path, "对象 {…}", "an object {…}"),
            },
            Kind::Object => {
                let before = self.diagnostics.len();
                self.object(node, schema, path);
                let is_sound = self.diagnostics.len() == before && !self.diagnostics.is_full();
                if schema.has("oneOf") && is_sound {
                    self.one_of(node, schema, path);
                }
            }
            Kind::Variants => self.variants(node, schema, path),
            Kind::AnyOf(options) => {
                let fits = options.into_iter().find(|option| option.resolved().takes(node));
                match fits {
                    Some(option) => self.value(node, option, path, parent),
                    None => {
                        let (zh, en) = schema.words();
                        self.wrong(node, path, &zh, &en)
                    }
                }
            }
            Kind::Anything => {}
        }
    }
}

/// What is said of a text beyond `MAX_STRING`.
pub(crate) fn too_long() -> (Both, Both) {
    let message =
        Both::new(format!("文字超过 {MAX_STRING} 字"), format!("text longer than {MAX_STRING} characters"));
    (message, Both::new("缩短它", "shorten it"))
}

/// The one option that a word may be a slip of; nothing where there are two.
fn only_slip<'o>(typed: &str, options: &[&'o str]) -> Option<&'o str> {
    let slip = nearest(typed, options.iter().copied())?;
    let others = options.iter().copied().filter(|option| *option != slip);
    nearest(typed, others).is_none().then_some(slip)
}

/// "an object" of "an object {…}": what was found needs no braces to compare with.
fn bare(words: &str) -> &str {
    match words.split_once(" {") {
        Some((before, _)) if before.ends_with("object") || before.ends_with("对象") => before,
        _ => words,
    }
}
