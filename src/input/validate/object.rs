//! Objects against their schema: unknown, misspelt and missing members, ids, languages, and the charts that their type tells apart.
//!
//! **Invariant**: knows JSON Schema and the keywords of our own, not the members of a story.

use crate::diagnostic::{nearest, Both};
use crate::input::example::{example, example_of_object};
use crate::input::json::{Key, Node, Value, COMMENT};
use crate::input::languages::Languages;
use crate::input::schema::Schema;
use crate::input::suggest;
use crate::input::validate::{only_slip, Validator};
use crate::locale::Locale;
use crate::rules::{unsourced, zero_baseline};

impl Validator<'_> {
    pub(super) fn object(&mut self, node: &Node, schema: Schema, path: &str) {
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

    pub(super) fn bad_id(&mut self, key: &Key, path: &str) {
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

    pub(super) fn one_of(&mut self, node: &Node, schema: Schema, path: &str) {
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
    pub(super) fn variants(&mut self, node: &Node, schema: Schema, path: &str) {
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
