//! References of a story to what they name: each that names nothing is told once, with all its places.
//!
//! **Invariant**: a name whose section is broken itself is not told: that would bury the cause.

use crate::diagnostic::{nearest, Both, Diagnostic, Located, Severity};
use crate::input::json::{Node, Value};
use crate::input::names::Target;
use crate::input::reader::{Reader, Use};
use crate::input::suggest;
use crate::input::syntax_hints::is_word;
use crate::input::validate::Findings;
use crate::locale::number::UnitForms;
use crate::locale::Locale;
use crate::model::template;
use crate::model::template::Piece;
use crate::rules;

/// Most uses of unknown names that are looked at: finding the column of each takes as long as its line is.
const MAX_NOTED: usize = 1000;

/// Most other places named for one unknown name.
const MAX_PLACES: usize = 5;

impl Reader<'_> {
    fn use_at(&self, at: usize, path: &str, quoted: bool) -> Use {
        let (line, column) = self.doc.text.place(at);
        Use {
            elsewhere: false,
            file: self.doc.text.name.clone(),
            line,
            column,
            path: path.to_string(),
            quoted,
        }
    }

    /// Whether one more name that nothing defines is worth its place; counts it in any case.
    pub(crate) fn is_worth_noting(&mut self) -> bool {
        self.unknown_uses += 1;
        self.unknown_uses <= MAX_NOTED
    }

    /// Notes a name that is used and that nothing defines.
    pub(crate) fn note_unknown(&mut self, target: Target, id: &str, place: Use) {
        // without any series their points are not what is missing
        let series = id.split_once('@').map(|(series, _)| series).filter(|_| target == Target::Figure);
        let (target, id) = match series.filter(|_| self.doc.tree.get("series").is_none()) {
            Some(series) => (Target::Series, series),
            None => (target, id),
        };
        self.unknown.entry((target, id.to_string())).or_default().push(place);
    }

    /// Whether diagnostics told elsewhere already say why a name is not there.
    fn is_excused(&self, target: Target, id: &str) -> bool {
        let broken_point = id.split_once('@').is_some_and(|(s, _)| self.broken_series.contains(s));
        // a unit that is there with a diagnostic of its own
        let there = target.section().and_then(|s| self.doc.tree.get(s)?.get(id)).is_some();
        broken_point || there || self.broken_sections.contains(&target)
    }

    /// One diagnostic instead of many where a whole section that may be left out is used and not there.
    fn tell_missing_section(&mut self, target: Target) -> bool {
        let Some(section) = target.section().filter(|s| self.doc.tree.get(s).is_none()) else { return false };
        let of_target = || self.unknown.iter().filter(|((t, _), _)| *t == target);
        let ids: Vec<&str> = of_target().map(|((_, id), _)| id.as_str()).collect();
        let Some(first) = of_target().flat_map(|(_, places)| places).min().filter(|_| ids.len() > 2).cloned()
        else {
            return false;
        };
        let some = ids[..ids.len().min(MAX_PLACES)].join(", ");
        let message = Both::new(
            format!("缺“{section}”，故事用到了 {some} 等 {} 个", ids.len()),
            format!("missing \"{section}\"; the story uses {} of them: {some} …", ids.len()),
        );
        let help = Both::new(
            format!("加上 \"{section}\": {{\"{}\": {{…}}}}", ids[0]),
            format!("add \"{section}\": {{\"{}\": {{…}}}}", ids[0]),
        );
        let Use { file, line, column, .. } = first;
        let (severity, code, path) = (Severity::Error, "missing-field", section.to_string());
        let at = Located { file, line, column, path };
        self.diagnostics.push(Diagnostic::new(severity, code, at, message, help));
        true
    }

    /// The figure that a typed number most likely repeats, else one of the story to show how figures are quoted.
    fn quotable(&self, typed: &str) -> String {
        let figures = self.doc.tree.get("figures").map(Node::members).unwrap_or_default();
        let plain = typed.replace([',', '%'], "");
        let same = |node: &Node| matches!(node.get("value").map(|v| &v.value), Some(Value::Number(n)) if *n == plain);
        let found = figures.iter().find(|(_, node)| same(node)).or(figures.first());
        found.map_or_else(|| "…".into(), |(key, _)| key.name.to_string())
    }

    /// Whether a number in the label of a figure is the figure's own value, which it cannot disagree with.
    fn is_own_value(&self, path: &str, number: &str) -> bool {
        let Some((place, _)) = path.rsplit_once(".label.") else { return false };
        // a yardstick: 1 km²
        if number == "1" {
            return true;
        }
        let labelled = self.doc.node(place);
        let figure = match labelled.text("figure") {
            Some(id) => self.doc.tree.get("figures").and_then(|figures| figures.get(id)),
            None => Some(labelled),
        };
        let value = figure.and_then(|figure| figure.get("value")).map(|node| &node.value);
        matches!(value, Some(Value::Number(own)) if *own == number.replace(',', ""))
    }

    /// The names with digits in them that the story declares, in every language, the longest first.
    fn declared_names(&self) -> Vec<String> {
        let entries = self.doc.section("names").iter().filter_map(|(_, node)| node.get("text"));
        let texts = entries.flat_map(Node::members).filter_map(|(_, words)| words.str());
        let plain =
            texts.map(|words| words.trim_matches(|c: char| !c.is_alphanumeric() && c != '+').to_string());
        let is_name =
            |words: &String| words.contains(|c: char| c.is_ascii_digit()) && words.chars().count() > 1;
        let mut names: Vec<String> = plain.filter(is_name).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names
    }

    pub(crate) fn check_references(&mut self, findings: &Findings) {
        for r in &findings.references {
            if !self.names.has(r.target, &r.id) && self.is_worth_noting() {
                let place = self.use_at(r.at, &r.path, false);
                self.note_unknown(r.target, &r.id, place);
            }
        }
        let names = self.declared_names();
        for (text, at, path) in &findings.remarks {
            let found = rules::loose_number::find(text, &names);
            if let Some((i, number)) = found.filter(|(_, number)| !self.is_own_value(path, number)) {
                let (message, help) = rules::loose_number::words_in_picture(&number);
                self.error(rules::loose_number::CODE, at + 1 + i, path, message, help);
            }
        }
        for (text, at, path) in &findings.templates {
            if let Some((i, number)) = rules::loose_number::find(text, &names) {
                let (message, help) = rules::loose_number::words(&number, &self.quotable(&number));
                self.error(rules::loose_number::CODE, at + 1 + i, path, message, help);
            }
            for piece in template::split(text) {
                let Piece::Reference(id) = piece else { continue };
                if self.names.has(Target::Figure, &id) || self.asks_part(&id) {
                    continue;
                }
                if !self.is_worth_noting() {
                    continue;
                }
                let offset = at + 1 + text.find(&format!("{{{id}")).unwrap_or(0);
                if !id.chars().all(|c| is_word(c) || "-_@.".contains(c)) {
                    let message = Both::new("花括号里不是一个代号", "what stands in these braces is no id");
                    let help = Both::new(
                        "写成 {代号}，别漏了右括号 }",
                        "write {id}, and do not forget the closing }",
                    );
                    self.error("open-brace", offset, path, message, help);
                    continue;
                }
                let place = self.use_at(offset + 1, path, true);
                match id.rsplit_once('.') {
                    Some((figure, "period" | "size")) => {
                        self.note_unknown(Target::Figure, figure, Use { quoted: false, ..place })
                    }
                    Some((list, "count")) => {
                        self.note_unknown(Target::List, list, Use { quoted: false, ..place })
                    }
                    Some((series, "points" | "gaps")) => {
                        self.note_unknown(Target::Series, series, Use { quoted: false, ..place })
                    }
                    _ => self.note_unknown(Target::Figure, &id, place),
                }
            }
        }
        for target in Target::ALL {
            if !self.broken_sections.contains(&target) && self.tell_missing_section(target) {
                self.broken_sections.insert(target);
            }
        }
        for ((target, id), mut places) in std::mem::take(&mut self.unknown) {
            if self.is_excused(target, &id) {
                continue;
            }
            if self.diagnostics.is_full() {
                self.diagnostics.count_only();
                continue;
            }
            places.sort();
            self.tell(target, &id, &places);
        }
    }

    /// Whether it is a year, or a part of something that there is: the period or the size of a figure, the length of a list.
    fn asks_part(&self, reference: &str) -> bool {
        if template::year(reference).is_some() {
            return true;
        }
        match reference.rsplit_once('.') {
            Some((id, "period" | "size")) => self.names.has(Target::Figure, id),
            Some((id, "count")) => self.names.has(Target::List, id),
            Some((id, "points" | "gaps")) => self.names.has(Target::Series, id),
            _ => false,
        }
    }

    fn tell(&mut self, target: Target, id: &str, places: &[Use]) {
        let Some(first) = places.first() else { return };
        let (zh, en) = target.words();
        let (code, message, help) = if target == Target::Figure && self.names.has(Target::Name, id) {
            let (message, help) = rules::name_not_number::words(id);
            (rules::name_not_number::CODE, message, help)
        } else {
            let message = Both::new(format!("没有{zh}“{id}”"), format!("there is no {en} \"{id}\""));
            let (left, right) = if first.quoted { ("{", "}") } else { ("“", "”") };
            let help = match nearest(id, self.names.ids(target)) {
                Some(n) => {
                    let (zh, en) = self.defined_on(target, n);
                    let plain = if first.quoted { format!("{{{n}}}") } else { format!("\"{n}\"") };
                    Both::new(
                        format!("是不是想写{left}{n}{right}{zh}？"),
                        format!("did you mean {plain}{en}?"),
                    )
                }
                None => define(target, id, &self.languages),
            };
            (unknown_code(target), message, help)
        };
        let others: Vec<String> = places[1..]
            .iter()
            .filter(|p| (&p.file, p.line) != (&first.file, first.line))
            .map(|p| if p.file == first.file { p.line.to_string() } else { format!("{}:{}", p.file, p.line) })
            .collect();
        let message = match others.as_slice() {
            [] => message,
            some => {
                let list = some[..some.len().min(MAX_PLACES)].join(", ");
                let more = if some.len() > MAX_PLACES { "…" } else { "" };
                Both::new(
                    format!("{}（又见第 {list}{more} 行）", message.zh()),
                    format!("{} (also on line {list}{more})", message.en()),
                )
            }
        };
        let Use { file, line, column, path, .. } = first.clone();
        let at = Located { file, line, column, path };
        self.diagnostics.push(Diagnostic::new(Severity::Error, code, at, message, help));
        // a unit by its word, % or 人; any other name may be meant for one of several things
        if let (Target::Unit, Some(unit), false) = (target, suggest::built_in(id), first.elsewhere) {
            let text = &self.doc.text;
            let at = text.offset((first.line, first.column));
            let typed = format!("\"{id}\"");
            if text.text[at..].starts_with(&typed) {
                self.diagnostics.mend(text, at..at + typed.len(), format!("\"{unit}\""));
            }
        }
    }

    /// Where the nearest name stands, so that a slip in the definition is found as easily as one in the reference.
    fn defined_on(&self, target: Target, id: &str) -> (String, String) {
        let section = target.section().and_then(|s| self.doc.tree.get(s)).map(Node::members);
        let key = section.unwrap_or_default().iter().find(|(k, _)| k.name == id);
        key.map_or_else(Default::default, |(k, _)| {
            let line = self.doc.text.place(k.at).0;
            (format!("（第 {line} 行）"), format!(" (line {line})"))
        })
    }
}

fn unknown_code(target: Target) -> &'static str {
    match target {
        Target::Figure => "unknown-figure",
        Target::Source => "unknown-source",
        Target::List => "unknown-list",
        Target::Series => "unknown-series",
        Target::Milestone => "unknown-milestone",
        Target::Name => "unknown-name",
        Target::Unit => "unknown-unit",
    }
}

/// What to do where no name is near.
fn define(target: Target, id: &str, languages: &[Locale]) -> Both {
    if let (Target::Figure, Some((series, _))) = (target, id.split_once('@')) {
        return Both::new(
            format!("序列“{series}”的 CSV 里要有这个期间的一行"),
            format!("the CSV file of the series \"{series}\" needs a line with this period"),
        );
    }
    if target == Target::Unit {
        return suggest::unit(id, &UnitForms::IDS.join(", "), languages);
    }
    match target.section() {
        Some(section) => Both::new(
            format!("在 {section} 里加上 \"{id}\": {{…}}"),
            format!("add \"{id}\": {{…}} under \"{section}\""),
        ),
        None => Both::new(
            format!("在 sources.json 的 sources 里加上 \"{id}\": {{…}}"),
            format!("add \"{id}\": {{…}} under \"sources\" in sources.json"),
        ),
    }
}
