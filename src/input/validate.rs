//! A file's tree against the schema of its types: everything that is misshapen, at once.
//!
//! Comes in: the tree, and the schema as `schema` makes it. Goes out: diagnostics with their places (unknown members
//! with the nearest known one, missing members, wrong kinds of values), and the references and sentences that were
//! met on the way.
//!
//! **Invariant**: knows JSON Schema and the few keywords of our own, not the members of a story; what may be
//! concluded from a well-shaped story is the matter of `rules`.

use crate::diagnostic::{nearest, Both, Diagnostics, Severity, SourceText};
use crate::input::example::{example, example_of_object, retype};
use crate::input::id::is_id;
use crate::input::json::{Key, Node, Value, COMMENT};
use crate::input::languages::Languages;
use crate::input::names::Target;
use crate::input::schema::{Kind, Schema, MAX_STRING};
use crate::input::{forms, suggest};
use crate::locale::Locale;
use crate::rules::{unsourced, zero_baseline};

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

    fn number(&mut self, node: &Node, schema: Schema, path: &str) {
        let whole = matches!(schema.kind(), Kind::Integer);
        let (least, above, most) =
            (schema.number("minimum"), schema.number("exclusiveMinimum"), schema.number("maximum"));
        let (zh, en) = match (whole, above) {
            (true, _) if least == Some(0.0) => ("从0起的整数", "a whole number from 0"),
            (true, _) => ("整数", "a whole number"),
            (false, Some(_)) => ("大于0的数字", "a number above 0"),
            (false, None) => ("数字", "a number"),
        };
        match (&node.value, node.number()) {
            (Value::Number(digits), None) => {
                let message =
                    Both::new(format!("数字 {digits} 太大"), format!("the number {digits} is out of range"));
                let help = Both::new("写小些", "write a smaller one");
                self.error("number-range", node.at, path, message, help);
            }
            (_, None) => self.wrong(node, path, zh, en),
            (_, Some(n)) if whole && (n.fract() != 0.0 || least == Some(0.0) && n < 0.0) => {
                self.wrong(node, path, zh, en)
            }
            (_, Some(n)) if above.is_some_and(|above| n <= above) => self.wrong(node, path, zh, en),
            (Value::Number(digits), Some(n))
                if least.is_some_and(|least| n < least) || most.is_some_and(|most| n > most) =>
            {
                let message = Both::new(
                    format!("数字 {digits} 超出了范围"),
                    format!("the number {digits} is out of range"),
                );
                let (least, most) = (least.unwrap_or(f64::MIN), most.unwrap_or(f64::MAX));
                let help = Both::new(
                    format!("写 {least} 到 {most} 之间的数"),
                    format!("write one from {least} to {most}"),
                );
                self.error("number-range", node.at, path, message, help);
            }
            _ => {}
        }
    }

    fn choice(&mut self, node: &Node, options: &[&'static str], path: &str) {
        let Some(typed) = node.str() else { return self.wrong(node, path, "文字", "text") };
        if options.contains(&typed) {
            return;
        }
        let list = options.join(", ");
        let help = match suggest::choice(typed, options.iter().copied()) {
            Some(n) => Both::new(
                format!("是不是想写“{n}”？可用：{list}"),
                format!("did you mean \"{n}\"? allowed: {list}"),
            ),
            None => Both::new(format!("可用：{list}"), format!("allowed: {list}")),
        };
        let message =
            Both::new(format!("没有“{typed}”这个取值"), format!("\"{typed}\" is not one of the values"));
        self.error("unknown-value", node.at, path, message, help);
        let meant = suggest::choice(typed, options.iter().copied());
        if let Some(slip) = only_slip(typed, options).filter(|slip| Some(*slip) == meant) {
            self.mend(node.at..node.end, format!("\"{slip}\""));
        }
    }

    fn object(&mut self, node: &Node, schema: Schema, path: &str) {
        let Value::Object(members) = &node.value else {
            // an object of this kind as it is typed, so that the brackets need not be guessed
            let like = example_of_object(schema, &self.languages.declared);
            return self.wrong(node, path, &format!("对象 {like}"), &format!("an object {like}"));
        };
        let known = schema.properties();
        // the members of a text in the languages of the story, each under the name that it has here
        let spoken: Vec<(Locale, &str)> = (self.languages.declared.iter())
            .map(|locale| (*locale, Languages::member(*locale, node)))
            .filter(|(_, name)| known.iter().any(|(n, s)| n == name && s.is_spoken()))
            .collect();
        let is_ours = |name: &str, schema: &Schema| match schema.language() {
            Some(_) if schema.is_spoken() => spoken.iter().any(|(_, own)| *own == name),
            Some(locale) => self.languages.declared.contains(&locale),
            None => true,
        };
        let takes_words = known.iter().any(|(_, s)| s.is_spoken());
        let known: Vec<_> = known.into_iter().filter(|(name, schema)| is_ours(name, schema)).collect();
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).filter(|n| *n != COMMENT).collect();
        let join = |name: &str| if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
        let absent: Vec<&str> = names.iter().copied().filter(|n| node.get(n).is_none()).collect();
        let mut slips = Vec::new();
        for (key, value) in members {
            match known.iter().find(|(name, _)| *name == key.name) {
                Some((_, schema)) => self.value(value, *schema, &join(&key.name), Some(node)),
                // hundreds of unknown names are no slips of the finger; looking for the nearest of each takes long
                None if self.diagnostics.is_full() => self.diagnostics.count_only(),
                None if takes_words
                    && !self.languages.is_sound()
                    && self.languages.may_be_text(&key.name) => {}
                None if schema.member(&key.name).is_some_and(|s| s.language().is_some()) => {
                    self.undeclared(key, schema, &join(&key.name))
                }
                None if zero_baseline::asks(path, &key.name) => {
                    let (message, help) = zero_baseline::words(&key.name);
                    self.error(zero_baseline::CODE, key.at, &join(&key.name), message, help);
                }
                None => {
                    let near = nearest(&key.name, absent.iter().copied());
                    slips.extend(near);
                    let help = match near {
                        Some(n) => Both::new(format!("是不是想写“{n}”？"), format!("did you mean \"{n}\"?")),
                        None => Both::new(
                            format!("这里可写：{}", names.join("、")),
                            format!("allowed here: {}", names.join(", ")),
                        ),
                    };
                    let message = Both::new(
                        format!("不认识的字段“{}”", key.name),
                        format!("unknown field \"{}\"", key.name),
                    );
                    self.error("unknown-field", key.at, &join(&key.name), message, help);
                    let end = key.at + key.name.len();
                    // a name with escapes stands elsewhere
                    let is_plain = self.file.text.get(key.at..end) == Some(key.name.as_str());
                    if let Some(slip) = only_slip(&key.name, &absent).filter(|_| is_plain) {
                        self.mend(key.at..end, slip);
                    }
                }
            }
        }
        let asks = self.languages.is_sound();
        let is_missing = |(name, member): &&(&str, Schema)| {
            (schema.requires(name) || member.is_spoken() && asks) && absent.contains(name)
        };
        for (name, schema) in known.iter().filter(is_missing) {
            // a misspelt field is already reported as such; saying that it is missing too would be a cascade
            if slips.contains(name) {
                continue;
            }
            if *name == "source" {
                let (message, help) = unsourced::words();
                self.error(unsourced::CODE, node.at, &join(name), message, help);
                continue;
            }
            let (zh, en) = schema.words();
            let message = Both::new(format!("缺“{name}”（{zh}）"), format!("missing \"{name}\" ({en})"));
            let typed = example(*schema, &self.languages.declared);
            let help = Both::new(format!("加上 \"{name}\": {typed}"), format!("add \"{name}\": {typed}"));
            self.error("missing-field", node.at, &join(name), message, help);
        }
    }

    /// A member in a language that the story does not have, or that the object has already by its other name.
    fn undeclared(&mut self, key: &Key, schema: Schema, path: &str) {
        let name = &key.name;
        let locale = schema.member(name).and_then(Schema::language);
        if locale.is_some_and(|locale| self.languages.declared.contains(&locale)) {
            let message = Both::new(
                format!("“{name}”这种语言写了两次"),
                format!("the language \"{name}\" is here twice, by its short and by its long name"),
            );
            let help = Both::new("删去一个", "remove one of them");
            return self.error("repeated-language", key.at, path, message, help);
        }
        let tag = locale.map_or("", Locale::code);
        let all: Vec<&str> = self.languages.declared.iter().map(|l| l.code()).chain([tag]).collect();
        let all = format!("[\"{}\"]", all.join("\", \""));
        let message = Both::new(
            format!("“{name}”：故事没有声明这种语言"),
            format!("\"{name}\": the story does not declare this language"),
        );
        let help = Both::new(
            format!("删去这一项；或在 story.json 里写 \"languages\": {all}，各处都补上这种语言"),
            format!(
                "remove it; or write \"languages\": {all} in story.json and this language wherever there is text"
            ),
        );
        self.error("undeclared-language", key.at, path, message, help);
    }

    fn bad_id(&mut self, key: &Key, path: &str) {
        let message =
            Both::new(format!("“{}”不能作代号", key.name), format!("\"{}\" cannot be an id", key.name));
        let help = if key.name == COMMENT {
            Both::new("把注释写进某一项里面", "put the comment inside one of the entries")
        } else {
            Both::new(
                "只用字母、数字、连字符和下划线，以字母或数字开头",
                "use letters, digits, hyphens and underscores, and begin with a letter or digit",
            )
        };
        self.error("bad-id", key.at, path, message, help);
    }

    fn one_of(&mut self, node: &Node, schema: Schema, path: &str) {
        let names: Vec<&str> =
            schema.properties().into_iter().map(|(name, _)| name).filter(|n| *n != COMMENT).collect();
        let given = names.iter().filter(|name| node.get(name).is_some()).count();
        if given == 1 {
            return;
        }
        let message = Both::new(
            format!("{}要恰好写一个，写了 {given} 个", names.join("、")),
            format!("exactly one of {} is needed, found {given}", names.join(", ")),
        );
        let help = Both::new(
            format!("写成 {{\"{}\": \"…\"}}", names[0]),
            format!("write {{\"{}\": \"…\"}}", names[0]),
        );
        self.error("one-of", node.at, path, message, help);
    }

    /// An object whose `type` chooses one of several: a chart.
    fn variants(&mut self, node: &Node, schema: Schema, path: &str) {
        if !matches!(node.value, Value::Object(_)) {
            return self.wrong(node, path, "图 {\"type\": …}", "a chart {\"type\": …}");
        }
        let variants = schema.variants();
        let names = variants.iter().map(|(name, _)| *name);
        let all = names.clone().collect::<Vec<_>>().join(", ");
        let allowed = Both::new(format!("可用：{all}"), format!("allowed: {all}"));
        let Some(name) = node.text("type") else {
            let message = Both::new("缺“type”：图的类型", "missing \"type\": which chart");
            return self.error("missing-field", node.at, &format!("{path}.type"), message, allowed);
        };
        if let Some((_, variant)) = variants.iter().find(|(n, _)| *n == name) {
            return self.object(node, *variant, path);
        }
        let help = match suggest::choice(name, names) {
            Some(n) => Both::new(format!("是不是想写“{n}”？"), format!("did you mean \"{n}\"?")),
            None => allowed,
        };
        let at = node.get("type").map_or(node.at, |n| n.at);
        let message = Both::new(format!("没有“{name}”这种图"), format!("there is no chart \"{name}\""));
        self.error("unknown-chart", at, &format!("{path}.type"), message, help);
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
