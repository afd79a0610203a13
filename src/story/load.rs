//! Files to a `Story`: decode, parse, check shape, read sources, series and figures, resolve, judge.
//!
//! **Invariant**: every step adds to one list of problems and goes on with what is sound, so that an editor sees all
//! of them at once; a story is returned only when no error is in the list.

use super::chart::{Chart, Dots, Event, Icon, IconRow, Labelled, Noted, Placed, Square, Word};
use super::csv;
use super::figure::*;
use super::json::{self, Node};
use super::problem::{nearest, Both, Problem, Problems, Severity, SourceText};
use super::rules;
use super::schema::{self, Check, Findings, Target};
use super::source::{is_safe_url, Source};
use super::template::{self, Piece};
use super::*;
use crate::locale::date::Date;
use crate::locale::number::{Decimal, Format, Qualifier, Unit};

/// A parsed file with its text, so that any node can be turned into a line and column.
pub(super) struct Document {
    pub text: SourceText,
    pub tree: Node,
}

impl Document {
    /// Byte offset of the deepest part of a path (`scenes[3].title.zh`) that exists.
    pub fn offset(&self, path: &str) -> usize {
        let mut node = &self.tree;
        for segment in path.split(['.', '[']).filter(|s| !s.is_empty()) {
            let next = match segment.strip_suffix(']') {
                Some(number) => number.parse::<usize>().ok().and_then(|i| node.items().get(i)),
                None => node.get(segment),
            };
            match next {
                Some(n) => node = n,
                None => break,
            }
        }
        node.at
    }
}

fn read(files: &Files, name: &str, problems: &mut Problems) -> Option<Document> {
    let Some(bytes) = files.get(name) else {
        let file = SourceText { name: name.to_string(), text: String::new() };
        let message = Both::new(format!("缺文件 {name}"), format!("the file {name} is missing"));
        let remedy = Both::new(
            "把它放进故事文件夹，或改正文件名",
            "put it into the story's folder, or correct its name",
        );
        problems.add(Severity::Error, "missing-file", &file, 0, "", message, remedy);
        return None;
    };
    let text = decode(bytes, name, problems)?;
    match json::parse(&text.text) {
        Ok(tree) => Some(Document { text, tree }),
        Err(e) => {
            problems.add(Severity::Error, e.code, &text, e.at, "", e.message, e.remedy);
            None
        }
    }
}

fn decode(bytes: &[u8], name: &str, problems: &mut Problems) -> Option<SourceText> {
    let empty = SourceText { name: name.to_string(), text: String::new() };
    if bytes.len() > MAX_BYTES {
        let message = Both::new("文件超过 2 MB", "the file is larger than 2 MB");
        let remedy = Both::new("拆分或精简", "split it or cut it down");
        problems.add(Severity::Error, "too-large", &empty, 0, "", message, remedy);
        return None;
    }
    match json::decode(bytes) {
        Ok(text) => Some(SourceText { name: name.to_string(), text }),
        Err(e) => {
            // the part before the first bad byte tells the line
            let text = SourceText {
                name: name.to_string(),
                text: String::from_utf8_lossy(&bytes[..e.at]).into_owned(),
            };
            problems.add(Severity::Error, e.code, &text, text.text.len(), "", e.message, e.remedy);
            None
        }
    }
}

pub(super) fn missing(files: &Files) -> Vec<String> {
    let Some(bytes) = files.get("story.json") else { return vec!["story.json".into()] };
    let Ok(text) = json::decode(bytes) else { return Vec::new() };
    let Ok(tree) = json::parse(&text) else { return Vec::new() };
    let mut names: Vec<String> = tree.text("sources").map(str::to_string).into_iter().collect();
    if let Some(series) = tree.get("series") {
        names.extend(series.members().iter().filter_map(|(_, s)| s.text("file").map(str::to_string)));
    }
    names.retain(|n| is_local(n) && !files.contains_key(n));
    names.sort();
    names.dedup();
    names
}

/// A name that stays inside the story's folder.
fn is_local(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('/')
        && !name.contains(['\\', ':', '?', '#'])
        && !name.split('/').any(|p| p == "..")
}

/// Everything known while a story is being read.
struct Reader<'a> {
    doc: &'a Document,
    problems: Problems,
    units: BTreeMap<String, Unit>,
    source_ids: BTreeMap<String, SourceIx>,
    figure_ids: BTreeMap<String, FigureIx>,
    list_ids: BTreeMap<String, ListIx>,
    name_ids: BTreeMap<String, NameIx>,
    milestone_ids: BTreeMap<String, MilestoneIx>,
    series_ids: BTreeMap<String, SeriesIx>,
}

pub(super) fn load(files: &Files) -> Result<(Story, Vec<Problem>), Vec<Problem>> {
    let mut problems = Problems::default();
    let Some(doc) = read(files, "story.json", &mut problems) else { return Err(problems.into_sorted()) };
    let mut check = Check { file: &doc.text, problems: &mut problems, findings: Findings::default() };
    check.object(&doc.tree, &schema::STORY, "");
    let findings = check.findings;

    let sources_name = doc.tree.text("sources").unwrap_or("sources.json").to_string();
    let sources_doc = read(files, &sources_name, &mut problems);
    let sources = sources_doc.as_ref().map(|d| read_sources(d, &mut problems)).unwrap_or_default();

    let mut reader = Reader {
        doc: &doc,
        problems,
        units: BTreeMap::new(),
        source_ids: sources.iter().enumerate().map(|(i, s)| (s.id.clone(), SourceIx(i))).collect(),
        figure_ids: BTreeMap::new(),
        list_ids: keys(&doc.tree, "lists").enumerate().map(|(i, k)| (k, ListIx(i))).collect(),
        name_ids: keys(&doc.tree, "names").enumerate().map(|(i, k)| (k, NameIx(i))).collect(),
        milestone_ids: keys(&doc.tree, "milestones").enumerate().map(|(i, k)| (k, MilestoneIx(i))).collect(),
        series_ids: keys(&doc.tree, "series").enumerate().map(|(i, k)| (k, SeriesIx(i))).collect(),
    };
    if sources_doc.is_none() {
        // the file itself is the problem; every reference into it failing too would bury it
        return Err(reader.problems.into_sorted());
    }
    reader.read_units();
    for (i, id) in keys(&doc.tree, "figures").enumerate() {
        reader.figure_ids.insert(id, FigureIx(i));
    }
    let mut figures = reader.read_figures();
    let series = reader.read_series(files, &mut figures);
    reader.check_references(&findings);
    reader.check_units(&findings);
    reader.check_templates(&findings);
    reader.derive(&mut figures);

    let figures: Option<Vec<Figure>> = figures.into_iter().collect();
    let lists = reader.read_lists();
    let names = reader.read_names();
    let milestones = reader.read_milestones();
    let scenes = reader.read_scenes();
    let text = |name: &str| reader.text(&doc.tree, name).unwrap_or_default();
    let story = (|| {
        Some(Story {
            id: doc.tree.text("id")?.to_string(),
            version: doc.tree.text("version")?.to_string(),
            title: text("title"),
            subtitle: text("subtitle"),
            notice: text("notice"),
            figures: figures?,
            names: names?,
            lists: lists?,
            milestones: milestones?,
            series: series?,
            sources,
            scenes: scenes?,
            figure_ids: reader.figure_ids.clone(),
            list_ids: reader.list_ids.clone(),
        })
    })();
    let mut problems = reader.problems;
    match story {
        Some(mut story) if !problems.has_errors() => {
            let refused = rules::judge(&story, &doc, &mut problems);
            // figures that break a rule by themselves have no chart to take away: the story is not drawn
            let about_charts = problems
                .iter()
                .filter(|p| p.severity == Severity::Error)
                .all(|p| p.path.starts_with("scenes["));
            if problems.has_errors() && !about_charts {
                return Err(problems.into_sorted());
            }
            for refusal in refused {
                refuse(&mut story, refusal);
            }
            Ok((story, problems.into_sorted()))
        }
        _ => Err(problems.into_sorted()),
    }
}

/// Puts a chart's figures as words in its place, with the reason.
fn refuse(story: &mut Story, refusal: rules::Refusal) {
    let (s, r, c) = refusal.at;
    let mut figures = Vec::new();
    story.visit(&story.scenes[s].rows[r][c].chart, &mut |seen| {
        if let Seen::Figure(ix) = seen {
            if !figures.contains(&ix) {
                figures.push(ix);
            }
        }
    });
    let text = |b: Both| Text::new(b.zh, b.en);
    story.scenes[s].rows[r][c].chart =
        Chart::Refused { figures, reason: text(refusal.message), remedy: text(refusal.remedy) };
}

fn keys<'a>(tree: &'a Node, section: &str) -> impl Iterator<Item = String> + 'a {
    tree.get(section).map(Node::members).unwrap_or_default().iter().map(|(k, _)| k.name.clone())
}

fn read_sources(doc: &Document, problems: &mut Problems) -> Vec<Source> {
    let mut check = Check { file: &doc.text, problems, findings: Findings::default() };
    check.object(&doc.tree, &schema::SOURCES, "");
    let text = |node: &Node, name: &str| {
        let t = node.get(name)?;
        Some(Text::new(t.text("zh")?, t.text("en")?))
    };
    let mut sources = Vec::new();
    for (key, node) in doc.tree.get("sources").map(Node::members).unwrap_or_default() {
        let url = node.text("url").map(str::to_string);
        if let Some(url) = url.as_ref().filter(|u| !is_safe_url(u)) {
            let at = node.get("url").map_or(node.at, |n| n.at);
            let message = Both::new(
                format!("网址不可用作链接：{url}"),
                format!("not an address that may be linked: {url}"),
            );
            let remedy = Both::new("只用 http 或 https，不带用户名", "use http or https without a user name");
            let path = format!("sources.{}.url", key.name);
            problems.add(Severity::Error, "unsafe-url", &doc.text, at, path, message, remedy);
        }
        sources.push(Source {
            id: key.name.clone(),
            publisher: text(node, "publisher").unwrap_or_default(),
            title: text(node, "title"),
            date: node.text("date").map(str::to_string),
            url,
            confidence: node.text("confidence").unwrap_or("medium").to_string(),
            family: node.text("family").unwrap_or("").to_string(),
            interest: text(node, "interest"),
            is_article: node.text("kind") == Some("article"),
            inferred_date: text(node, "inferred_date"),
            via: text(node, "via"),
            checked: node.text("checked").unwrap_or("").to_string(),
        });
    }
    sources
}

impl Reader<'_> {
    fn error(&mut self, code: &'static str, at: usize, path: &str, message: Both, remedy: Both) {
        self.problems.add(Severity::Error, code, &self.doc.text, at, path, message, remedy);
    }

    fn text(&self, node: &Node, name: &str) -> Option<Text> {
        let t = node.get(name)?;
        Some(Text::new(t.text("zh")?, t.text("en")?))
    }

    fn section(&self, name: &str) -> &[(json::Key, Node)] {
        self.doc.tree.get(name).map(Node::members).unwrap_or_default()
    }

    fn read_units(&mut self) {
        let doc = self.doc;
        for (key, node) in doc.tree.get("units").map(Node::members).unwrap_or_default() {
            let (Some(zh), Some(en)) = (node.text("zh"), node.text("en")) else { continue };
            let shift = node.get("en_shift").and_then(Node::number).unwrap_or(0.0);
            let unit = Unit {
                id: key.name.clone(),
                zh: zh.to_string(),
                en: en.to_string(),
                en_one: node.text("en_one").unwrap_or(en).to_string(),
                en_shift: shift.clamp(-9.0, 9.0) as i8,
            };
            self.units.insert(key.name.clone(), unit);
        }
    }

    fn unit(&self, id: &str) -> Option<Unit> {
        self.units.get(id).cloned().or_else(|| Unit::built_in(id))
    }

    fn source_ref(&self, node: &Node) -> Option<SourceRef> {
        let source = *self.source_ids.get(node.get("source")?.text("id")?)?;
        let paragraph = node.get("source")?.get("paragraph").and_then(Node::number).map(|n| n as u32);
        Some(SourceRef { source, paragraph })
    }

    fn period(&mut self, node: &Node, path: &str) -> Option<Period> {
        let p = node.get("period")?;
        let mut date = |name: &str| {
            let text = p.text(name)?;
            let parsed = Date::parse(text);
            if parsed.is_none() {
                let at = p.get(name).map_or(p.at, |n| n.at);
                self.bad_date(text, at, &format!("{path}.period.{name}"));
            }
            parsed
        };
        let (start, end) = (date("start"), date("end"));
        Some(Period {
            text: Text::new(p.text("zh")?, p.text("en")?),
            start,
            end,
            inferred: p.get("inferred").and_then(Node::bool).unwrap_or(false),
            window: p.text("window").map(str::to_string),
        })
    }

    fn bad_date(&mut self, text: &str, at: usize, path: &str) {
        self.error(
            "bad-date",
            at,
            path,
            Both::new(format!("“{text}”不是日期"), format!("\"{text}\" is not a date")),
            Both::new(
                "写成 2002-12-22、2002-12、2002 或 2021Q1",
                "write 2002-12-22, 2002-12, 2002 or 2021Q1",
            ),
        );
    }

    fn value(&mut self, node: &Node, name: &str, path: &str) -> Option<Value> {
        let value = node.get(name)?;
        match &value.value {
            json::Value::Null => Some(Value::Missing),
            json::Value::Number(digits) => match Decimal::parse(digits) {
                Some(d) => Some(Value::Number(d)),
                None => {
                    let message = Both::new(
                        format!("数字 {digits} 太长或太大"),
                        format!("the number {digits} is too long or too large"),
                    );
                    let remedy =
                        Both::new("最多十五位有效数字、九位小数", "at most fifteen digits and nine decimals");
                    self.error("number-range", value.at, path, message, remedy);
                    None
                }
            },
            json::Value::String(s) => match Date::parse(s) {
                Some(d) => Some(Value::Date(d)),
                None => {
                    if s.parse::<f64>().is_ok() {
                        let message = Both::new(
                            format!("数字 {s} 写在了引号里"),
                            format!("the number {s} stands in quotes"),
                        );
                        self.error(
                            "quoted-number",
                            value.at,
                            path,
                            message,
                            Both::new("去掉引号", "remove the quotes"),
                        );
                    } else {
                        self.bad_date(s, value.at, path);
                    }
                    None
                }
            },
            _ => None,
        }
    }

    /// One entry a figure of the file, `None` where it is not sound (the problem is then in the list).
    fn read_figures(&mut self) -> Vec<Option<Figure>> {
        let doc = self.doc;
        let members = doc.tree.get("figures").map(Node::members).unwrap_or_default();
        members.iter().map(|(key, node)| self.read_figure(&key.name, node)).collect()
    }

    fn read_figure(&mut self, id: &str, node: &Node) -> Option<Figure> {
        let path = format!("figures.{id}");
        let kind = node.text("kind").and_then(Kind::parse)?;
        let qualifier = match node.text("qualifier") {
            Some(q) => Qualifier::parse(q)?,
            None => Qualifier::Exact,
        };
        let derivation = self.read_derivation(node);
        let value = match (&derivation, node.get("value")) {
            (Some(_), None) => Value::Missing,
            (Some(_), Some(v)) => {
                let message =
                    Both::new("算出来的数字不能再手写数值", "a derived figure may not have a typed value");
                self.error(
                    "typed-derivation",
                    v.at,
                    &format!("{path}.value"),
                    message,
                    Both::new("删去 value", "remove \"value\""),
                );
                return None;
            }
            (None, Some(_)) => self.value(node, "value", &format!("{path}.value"))?,
            (None, None) => {
                let message = Both::new("缺“value”", "missing \"value\"");
                let remedy = Both::new(
                    "写上所印数值；未公布写 null",
                    "write the value as printed, or null if it is not published",
                );
                self.error("missing-field", node.at, &format!("{path}.value"), message, remedy);
                return None;
            }
        };
        let unit = match node.text("unit") {
            Some(u) => self.unit(u)?,
            None if matches!(value, Value::Date(_) | Value::Missing) && derivation.is_none() => Unit {
                id: String::new(),
                zh: String::new(),
                en: String::new(),
                en_one: String::new(),
                en_shift: 0,
            },
            None => {
                let message = Both::new("缺“unit”：数字要有单位", "missing \"unit\": a number has one");
                let known = Unit::built_in_ids().collect::<Vec<_>>().join(", ");
                let remedy = Both::new(
                    format!("如 \"percent\"；内置：{known}"),
                    format!("for example \"percent\"; built in: {known}"),
                );
                self.error("missing-unit", node.at, &format!("{path}.unit"), message, remedy);
                return None;
            }
        };
        let printed = node.text("printed").unwrap_or("").to_string();
        if qualifier.is_bounded() && printed.is_empty() && derivation.is_none() {
            let message = Both::new(
                "有限定的数字要写明原文限定词",
                "a bounded figure needs the qualifier word as printed",
            );
            let remedy = Both::new(
                "加上 \"printed\": \"超\"（或 余、以上、约…）",
                "add \"printed\": \"超\" (or 余, 以上, 约 …)",
            );
            self.error("missing-printed", node.at, &format!("{path}.printed"), message, remedy);
        }
        let name = self.text(node, "name");
        if qualifier == Qualifier::Class && name.is_none() {
            let message = Both::new("量级要有名称", "a size class needs its name");
            let remedy = Both::new(
                "加上 \"name\": {\"zh\": \"千亿级\", \"en\": \"…\"}",
                "add \"name\": {\"zh\": \"千亿级\", \"en\": \"…\"}",
            );
            self.error("missing-name", node.at, &format!("{path}.name"), message, remedy);
        }
        Some(Figure {
            id: id.to_string(),
            label: self.text(node, "label")?,
            value,
            unit,
            kind,
            qualifier,
            printed,
            format: match node.text("format") {
                Some("wan") => Format::Wan,
                Some("yi") => Format::Yi,
                _ => Format::Plain,
            },
            name,
            period: self.period(node, &path)?,
            base: self.text(node, "base"),
            denominator: self.denominator(node),
            part_of: node.text("part_of").map(str::to_string),
            disjoint_with: node
                .get("disjoint_with")
                .map(Node::items)
                .unwrap_or_default()
                .iter()
                .filter_map(|n| n.str().map(str::to_string))
                .collect(),
            deadline: self.text(node, "deadline"),
            counted: node.get("counted").and_then(Node::bool).unwrap_or(false),
            derivation,
            source: self.source_ref(node)?,
            note: self.text(node, "note"),
            others: self.read_others(node, &path),
            definition: String::new(),
            path,
        })
    }

    fn denominator(&self, node: &Node) -> Option<Denominator> {
        let d = node.get("denominator")?;
        Some(Denominator {
            id: d.text("id")?.to_string(),
            text: Text::new(d.text("zh")?, d.text("en")?),
            stated: d.get("stated").and_then(Node::bool).unwrap_or(true),
        })
    }

    fn read_others(&mut self, node: &Node, path: &str) -> Vec<Other> {
        let unit_id = node.text("unit").unwrap_or("").to_string();
        let mut others = Vec::new();
        for (i, other) in node.get("others").map(Node::items).unwrap_or_default().iter().enumerate() {
            let place = format!("{path}.others[{i}]");
            let Some(value) = self.value(other, "value", &format!("{place}.value")) else { continue };
            let Some(period) = self.period(other, &place) else { continue };
            let Some(source) = self.source_ref(other) else { continue };
            let Some(unit) = self.unit(other.text("unit").unwrap_or(&unit_id)) else { continue };
            others.push(Other {
                value,
                unit,
                qualifier: other.text("qualifier").and_then(Qualifier::parse).unwrap_or(Qualifier::Exact),
                printed: other.text("printed").unwrap_or("").to_string(),
                period: period.text,
                source,
                note: self.text(other, "note"),
            });
        }
        others
    }

    fn read_derivation(&mut self, node: &Node) -> Option<Derivation> {
        let d = node.get("derived")?;
        let operation = match d.text("operation")? {
            "sum" => Operation::Sum,
            "difference" => Operation::Difference,
            "ratio" => Operation::Ratio,
            "share" => Operation::Share,
            _ => Operation::Convert,
        };
        let inputs = d.get("inputs")?.items().iter();
        let inputs: Vec<FigureIx> = inputs.filter_map(|n| self.figure_ids.get(n.str()?).copied()).collect();
        let factor = d.text("factor").and_then(|f| {
            let (a, b) = f.split_once('/').unwrap_or((f, "1"));
            Some((a.trim().parse::<i64>().ok()?, b.trim().parse::<i64>().ok().filter(|b| *b > 0)?))
        });
        if operation == Operation::Convert && factor.is_none() {
            let message = Both::new("换算要写系数", "a conversion needs its factor");
            let remedy =
                Both::new("写成分数，如 \"10000/15\"", "write it as a fraction, for example \"10000/15\"");
            self.error("missing-factor", d.at, "derived.factor", message, remedy);
        }
        Some(Derivation { operation, inputs, factor: factor.unwrap_or((1, 1)) })
    }

    /// Computes derived figures from their inputs; arithmetic is exact until the last rounding.
    fn derive(&mut self, figures: &mut [Option<Figure>]) {
        for i in 0..figures.len() {
            let Some(id) = figures[i].as_ref().filter(|f| f.derivation.is_some()).map(|f| f.id.clone())
            else {
                continue;
            };
            // only now are the points of the series known
            let node = self.doc.tree.get("figures").and_then(|f| f.get(&id)).and_then(|f| f.get("derived"));
            let inputs: Vec<FigureIx> = node
                .and_then(|d| d.get("inputs"))
                .map(Node::items)
                .unwrap_or_default()
                .iter()
                .filter_map(|n| self.figure_ids.get(n.str()?).copied())
                .collect();
            if let Some(d) = figures[i].as_mut().and_then(|f| f.derivation.as_mut()) {
                d.inputs = inputs;
            }
            let Some((derivation, path)) =
                figures[i].as_ref().and_then(|f| Some((f.derivation.clone()?, f.path.clone())))
            else {
                continue;
            };
            let node_at = self.doc.offset(&format!("{path}.derived"));
            let places = self
                .doc
                .tree
                .get("figures")
                .and_then(|f| f.get(figures[i].as_ref().map_or("", |f| &f.id)))
                .and_then(|f| f.get("derived")?.get("places")?.number())
                .unwrap_or(0.0)
                .clamp(0.0, 6.0) as u8;
            let inputs: Vec<&Figure> = derivation
                .inputs
                .iter()
                .filter_map(|ix| figures.get(ix.0).and_then(Option::as_ref))
                .collect();
            if let Some(f) = rules::bounded_arithmetic::offender(derivation.operation, &inputs) {
                let (message, remedy) = rules::bounded_arithmetic::words(f);
                let code = rules::bounded_arithmetic::CODE;
                self.error(code, node_at, &format!("{path}.derived"), message, remedy);
                continue;
            }
            let values: Vec<Decimal> = inputs.iter().filter_map(|f| f.number()).collect();
            match compute(&derivation, &values, places) {
                Some(value) => {
                    let carried = inputs.first().map(|f| (f.qualifier, f.printed.clone()));
                    if let (Some(figure), Some((qualifier, printed))) = (figures[i].as_mut(), carried) {
                        figure.value = Value::Number(value);
                        // a converted floor is still a floor
                        if derivation.operation == Operation::Convert {
                            figure.qualifier = qualifier;
                            figure.printed = printed;
                        }
                    }
                }
                None => {
                    let message = Both::new("这个数算不出来", "this figure cannot be computed");
                    let remedy =
                        Both::new("核对运算、输入与除数", "check the operation, its inputs and its divisor");
                    self.error("bad-derivation", node_at, &format!("{path}.derived"), message, remedy);
                }
            }
        }
    }

    fn read_series(&mut self, files: &Files, figures: &mut Vec<Option<Figure>>) -> Option<Vec<Series>> {
        let doc = self.doc;
        let members = doc.tree.get("series").map(Node::members).unwrap_or_default();
        let mut all = Vec::new();
        let mut points_left = csv::MAX_POINTS;
        for (key, node) in members {
            let (mut plotted, mut points) = (Vec::new(), Vec::new());
            let Some(file) = node.text("file") else { continue };
            let path = format!("series.{}.file", key.name);
            let at = node.get("file").map_or(node.at, |n| n.at);
            let Some(bytes) = files.get(file) else {
                let message = Both::new(format!("缺文件 {file}"), format!("the file {file} is missing"));
                let remedy = Both::new(
                    "把它放进故事文件夹，或改正文件名",
                    "put it into the story's folder, or correct its name",
                );
                self.error("missing-file", at, &path, message, remedy);
                continue;
            };
            let Some(text) = decode(bytes, file, &mut self.problems) else { continue };
            let rows = csv::rows(&text.text);
            if rows.len() > points_left {
                let message =
                    Both::new("序列的点太多（全篇至多五万）", "too many points (at most 50,000 in a story)");
                self.error("too-many-points", at, &path, message, Both::new("精简数据", "thin the data out"));
                continue;
            }
            points_left -= rows.len();
            for (figure, plot) in self.read_points(&key.name, node, &text, &rows) {
                let ix = FigureIx(figures.len());
                self.figure_ids.insert(figure.id.clone(), ix);
                points.push(ix);
                if plot {
                    plotted.push((figure.period.start.map_or(0.0, Date::years), ix));
                }
                figures.push(Some(figure));
            }
            plotted.sort_by(|a, b| a.0.total_cmp(&b.0));
            all.push(Series {
                id: key.name.clone(),
                label: self.text(node, "label")?,
                definition: self.text(node, "definition")?,
                scope: self.text(node, "scope")?,
                note: self.text(node, "note"),
                plotted: plotted.into_iter().map(|(_, ix)| ix).collect(),
                points,
            });
        }
        (all.len() == members.len()).then_some(all)
    }

    /// The points of a CSV file, each as a figure `series@period`, and whether it may stand on an axis.
    fn read_points(
        &mut self,
        series: &str,
        node: &Node,
        text: &SourceText,
        rows: &[csv::Row],
    ) -> Vec<(Figure, bool)> {
        const COLUMNS: [&str; 12] = [
            "period",
            "period_zh",
            "period_en",
            "value",
            "qualifier",
            "printed",
            "unit",
            "definition",
            "source",
            "use",
            "note_zh",
            "note_en",
        ];
        let Some(header) = rows.first() else {
            let message = Both::new("CSV 是空的", "the CSV file is empty");
            let remedy = Both::new(
                format!("首行写：{}", COLUMNS.join(",")),
                format!("begin with: {}", COLUMNS.join(",")),
            );
            self.problems.add(Severity::Error, "empty-csv", text, 0, "row 1", message, remedy);
            return Vec::new();
        };
        let mut column = BTreeMap::new();
        for (i, name) in header.fields.iter().enumerate() {
            match COLUMNS.iter().find(|c| *c == name) {
                Some(c) => {
                    column.insert(*c, i);
                }
                None => {
                    let hint = nearest(name, COLUMNS).unwrap_or("period");
                    let message =
                        Both::new(format!("不认识的列“{name}”"), format!("unknown column \"{name}\""));
                    let remedy = Both::new(
                        format!("是不是“{hint}”？可用：{}", COLUMNS.join(", ")),
                        format!("did you mean \"{hint}\"? allowed: {}", COLUMNS.join(", ")),
                    );
                    self.problems.push(cell(text, header, i, "unknown-column", name, message, remedy));
                }
            }
        }
        for needed in ["period", "value", "source"] {
            if !column.contains_key(needed) {
                let message =
                    Both::new(format!("缺列“{needed}”"), format!("the column \"{needed}\" is missing"));
                let remedy = Both::new("在首行补上", "add it to the first line");
                self.problems.push(cell(text, header, 0, "missing-column", needed, message, remedy));
                return Vec::new();
            }
        }
        let (Some(unit_id), Some(kind), Some(label)) =
            (node.text("unit"), node.text("kind").and_then(Kind::parse), self.text(node, "label"))
        else {
            return Vec::new();
        };
        let mut points = Vec::new();
        for row in &rows[1..] {
            let at = |name: &str| column.get(name).copied().unwrap_or(usize::MAX);
            let get = |name: &str| row.fields.get(at(name)).map(String::as_str).unwrap_or("");
            let mut wrong = |name: &str, code: &'static str, message: Both, remedy: Both| {
                self.problems.push(cell(text, row, at(name), code, name, message, remedy));
            };
            let period = get("period");
            let digits = get("value");
            let value = match digits {
                "" => Value::Missing,
                digits => match Decimal::parse(digits) {
                    Some(d) => Value::Number(d),
                    None => {
                        wrong(
                            "value",
                            "not-a-number",
                            Both::new(format!("“{digits}”不是数字"), format!("\"{digits}\" is not a number")),
                            Both::new("只写数字，如 1010 或 43.72；限定词写在 printed 列；未公布留空", "write digits only, such as 1010 or 43.72; the qualifier goes into \"printed\"; leave it empty if not published"),
                        );
                        continue;
                    }
                },
            };
            let qualifier = match get("qualifier") {
                "" => Qualifier::Exact,
                q => match Qualifier::parse(q) {
                    Some(q) => q,
                    None => {
                        let list = schema::QUALIFIERS.join(", ");
                        wrong(
                            "qualifier",
                            "unknown-value",
                            Both::new(format!("没有“{q}”这种限定"), format!("\"{q}\" is not a qualifier")),
                            Both::new(format!("可用：{list}"), format!("allowed: {list}")),
                        );
                        continue;
                    }
                },
            };
            let source_id = get("source");
            let Some(source) = self.source_ids.get(source_id).copied() else {
                let known =
                    nearest(source_id, self.source_ids.keys().map(String::as_str)).map(str::to_string);
                let remedy = match known {
                    Some(n) => Both::new(format!("是不是“{n}”？"), format!("did you mean \"{n}\"?")),
                    None => Both::new("在 sources.json 里写上这个来源", "add this source to sources.json"),
                };
                let (code, (message, remedy)) = if source_id.is_empty() {
                    (rules::unsourced::CODE, rules::unsourced::point_words())
                } else {
                    let message = Both::new(
                        format!("没有来源“{source_id}”"),
                        format!("there is no source \"{source_id}\""),
                    );
                    ("unknown-source", (message, remedy))
                };
                self.problems.push(cell(text, row, at("source"), code, "source", message, remedy));
                continue;
            };
            let own_unit = get("unit");
            let Some(unit) = self.unit(if own_unit.is_empty() { unit_id } else { own_unit }) else {
                let message =
                    Both::new(format!("没有单位“{own_unit}”"), format!("there is no unit \"{own_unit}\""));
                let remedy =
                    Both::new("在 story.json 的 units 里定义", "define it under \"units\" in story.json");
                if !own_unit.is_empty() {
                    self.problems.push(cell(text, row, at("unit"), "unknown-unit", "unit", message, remedy));
                }
                continue;
            };
            let date = Date::parse(period);
            let note = match (get("note_zh"), get("note_en")) {
                ("", _) | (_, "") => None,
                (zh, en) => Some(Text::new(zh, en)),
            };
            // a period such as 2017-refining-capacity shows its date and keeps its name for references
            let shown = match (get("period_zh"), get("period_en")) {
                ("", _) | (_, "") => match date.or_else(|| leading_date(period)) {
                    Some(d) => Text::new(d.display(Locale::Zh), d.display(Locale::En)),
                    None => Text::new(period, period),
                },
                (zh, en) => Text::new(zh, en),
            };
            let plot = date.is_some()
                && get("use") != "context"
                && matches!(value, Value::Number(_))
                && own_unit.is_empty();
            let figure = Figure {
                id: format!("{series}@{period}"),
                label: label.clone(),
                value,
                unit,
                kind,
                qualifier,
                printed: get("printed").to_string(),
                format: Format::Plain,
                name: None,
                period: Period { text: shown, start: date, end: None, inferred: false, window: None },
                base: None,
                denominator: self.denominator(node),
                part_of: node.text("part_of").map(str::to_string),
                disjoint_with: Vec::new(),
                deadline: None,
                counted: false,
                derivation: None,
                source: SourceRef { source, paragraph: None },
                note,
                others: Vec::new(),
                definition: get("definition").to_string(),
                path: format!("{} row {}", text.name, row.line),
            };
            points.push((figure, plot));
        }
        points
    }

    fn known(&self, target: Target) -> Vec<&str> {
        fn names<V>(map: &BTreeMap<String, V>) -> Vec<&str> {
            map.keys().map(String::as_str).collect()
        }
        match target {
            Target::Figure => names(&self.figure_ids),
            Target::List => names(&self.list_ids),
            Target::Series => names(&self.series_ids),
            Target::Milestone => names(&self.milestone_ids),
            Target::Name => names(&self.name_ids),
            Target::Source => names(&self.source_ids),
        }
    }

    fn check_references(&mut self, findings: &Findings) {
        for r in &findings.references {
            let known = self.known(r.target);
            if known.contains(&r.id.as_str()) {
                continue;
            }
            if r.target == Target::Figure && self.name_ids.contains_key(&r.id) {
                let (message, remedy) = rules::name_not_number::words(&r.id);
                self.error(rules::name_not_number::CODE, r.at, &r.path, message, remedy);
                continue;
            }
            let (zh, en) = r.target.words();
            let remedy = match nearest(&r.id, known.iter().copied()) {
                Some(n) => Both::new(format!("是不是想写“{n}”？"), format!("did you mean \"{n}\"?")),
                None => Both::new(format!("先定义这个{zh}"), format!("define this {en} first")),
            };
            let code = match r.target {
                Target::Figure => "unknown-figure",
                Target::Source => "unknown-source",
                Target::List => "unknown-list",
                Target::Series => "unknown-series",
                Target::Milestone => "unknown-milestone",
                Target::Name => "unknown-name",
            };
            let message = Both::new(format!("没有{zh}“{}”", r.id), format!("there is no {en} \"{}\"", r.id));
            self.error(code, r.at, &r.path, message, remedy);
        }
    }

    fn check_units(&mut self, findings: &Findings) {
        for (id, at, path) in &findings.units {
            if self.unit(id).is_some() {
                continue;
            }
            let known: Vec<String> =
                Unit::built_in_ids().map(str::to_string).chain(self.units.keys().cloned()).collect();
            let remedy = match nearest(id, known.iter().map(String::as_str)) {
                Some(n) => Both::new(format!("是不是想写“{n}”？"), format!("did you mean \"{n}\"?")),
                None => Both::new(
                    "在 units 里定义，或用内置单位",
                    "define it under \"units\", or use a built-in one",
                ),
            };
            let message = Both::new(format!("没有单位“{id}”"), format!("there is no unit \"{id}\""));
            self.error("unknown-unit", *at, path, message, remedy);
        }
    }

    fn check_templates(&mut self, findings: &Findings) {
        for (text, at, path) in &findings.templates {
            if let Some((i, number)) = rules::loose_number::find(text) {
                let (message, remedy) = rules::loose_number::words(&number);
                self.error(rules::loose_number::CODE, at + 1 + i, path, message, remedy);
            }
            for piece in template::split(text) {
                let Piece::Reference(id) = piece else { continue };
                if self.figure_ids.contains_key(&id) || self.counts(&id) {
                    continue;
                }
                let remedy = match nearest(&id, self.figure_ids.keys().map(String::as_str)) {
                    Some(n) => Both::new(format!("是不是想写 {{{n}}}？"), format!("did you mean {{{n}}}?")),
                    None => Both::new("先在 figures 里定义它", "define it under \"figures\" first"),
                };
                let offset = text.find(&format!("{{{id}")).unwrap_or(0);
                let message = Both::new(format!("没有数字“{id}”"), format!("there is no figure \"{id}\""));
                self.error("unknown-figure", at + 1 + offset, path, message, remedy);
            }
        }
    }

    fn counts(&self, reference: &str) -> bool {
        match reference.rsplit_once('.') {
            Some((id, "count")) => self.list_ids.contains_key(id),
            Some((id, "points" | "gaps")) => self.series_ids.contains_key(id),
            _ => false,
        }
    }

    fn read_lists(&self) -> Option<Vec<List>> {
        let read = |(key, node): &(json::Key, Node)| {
            let items = node.get("items")?.items().iter();
            let items: Option<Vec<Item>> = items
                .map(|item| {
                    Some(Item {
                        text: Text::new(item.text("zh")?, item.text("en")?),
                        role: self.text(item, "role"),
                        figure: item.text("figure").and_then(|id| self.figure_ids.get(id).copied()),
                    })
                })
                .collect();
            Some(List {
                id: key.name.clone(),
                label: self.text(node, "label")?,
                open: node.get("open")?.bool()?,
                open_after: node.get("open_after").and_then(Node::number).map(|n| n as usize),
                target: node.text("status") == Some("target"),
                source: self.source_ref(node)?,
                items: items?,
            })
        };
        self.section("lists").iter().map(read).collect()
    }

    fn read_names(&self) -> Option<Vec<Name>> {
        let read = |(key, node): &(json::Key, Node)| {
            Some(Name {
                id: key.name.clone(),
                text: self.text(node, "text")?,
                note: self.text(node, "note"),
                source: self.source_ref(node)?,
            })
        };
        self.section("names").iter().map(read).collect()
    }

    fn read_milestones(&mut self) -> Option<Vec<Milestone>> {
        let doc = self.doc;
        let members = doc.tree.get("milestones").map(Node::members).unwrap_or_default();
        let mut all = Vec::new();
        for (key, node) in members {
            let text = node.text("date")?;
            let Some(date) = Date::parse(text) else {
                let at = node.get("date").map_or(node.at, |n| n.at);
                self.bad_date(text, at, &format!("milestones.{}.date", key.name));
                continue;
            };
            all.push(Milestone {
                id: key.name.clone(),
                date,
                label: self.text(node, "label")?,
                note: self.text(node, "note"),
                source: self.source_ref(node)?,
            });
        }
        (all.len() == members.len()).then_some(all)
    }

    fn read_scenes(&mut self) -> Option<Vec<Scene>> {
        let doc = self.doc;
        let nodes = doc.tree.get("scenes")?.items();
        if nodes.is_empty() {
            let at = doc.tree.get("scenes")?.at;
            let message = Both::new("故事没有一章", "the story has no scene");
            self.error("no-scenes", at, "scenes", message, Both::new("至少写一章", "write at least one"));
            return None;
        }
        let mut seen: Vec<&str> = Vec::new();
        for (i, node) in nodes.iter().enumerate() {
            let id = node.text("id")?;
            let plain = !id.is_empty()
                && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if !plain || seen.contains(&id) {
                let at = node.get("id").map_or(node.at, |n| n.at);
                let message = Both::new(
                    format!("章的代号“{id}”不可用或重复"),
                    format!("the scene id \"{id}\" is not usable or used twice"),
                );
                let remedy = Both::new(
                    "只用小写字母、数字和连字符，各章不同",
                    "use lower-case letters, digits and hyphens, different for each scene",
                );
                self.error("bad-scene-id", at, &format!("scenes[{i}].id"), message, remedy);
            }
            seen.push(id);
        }
        let scene = |(i, node): (usize, &Node)| {
            let narration = node.get("narration")?.items().iter();
            let rows = node.get("rows")?.items().iter();
            Some(Scene {
                id: node.text("id")?.to_string(),
                number: node.get("number")?.number()? as u32,
                name: self.text(node, "name")?,
                accent: Role::accent(node.text("accent")?),
                title: self.text(node, "title")?,
                subtitle: self.text(node, "subtitle")?,
                narration: narration
                    .map(|n| Some(Text::new(n.text("zh")?, n.text("en")?)))
                    .collect::<Option<_>>()?,
                rows: rows
                    .map(|row| row.items().iter().map(|c| self.read_chart(c)).collect::<Option<Vec<_>>>())
                    .collect::<Option<_>>()?,
                path: format!("scenes[{i}]"),
            })
        };
        nodes.iter().enumerate().map(scene).collect()
    }

    fn read_chart(&self, node: &Node) -> Option<Placed> {
        let figure = |n: &Node, name: &str| self.figure_ids.get(n.text(name)?).copied();
        let list = |n: &Node| self.list_ids.get(n.text("list")?).copied();
        let text = |n: &Node, name: &str| self.text(n, name);
        let items = |name: &str| node.get(name).map(Node::items).unwrap_or_default().iter();
        let figures = |name: &str| {
            items(name).map(|n| self.figure_ids.get(n.str()?).copied()).collect::<Option<Vec<FigureIx>>>()
        };
        let noted = || {
            items("items")
                .map(|n| {
                    Some(Noted {
                        figure: figure(n, "figure")?,
                        label: text(n, "label"),
                        note: text(n, "note"),
                    })
                })
                .collect::<Option<Vec<_>>>()
        };
        let words = |name: &str| {
            items(name)
                .map(|n| {
                    if let Some(ix) = list(n) {
                        return Some(Word::List(ix));
                    }
                    if let Some(ix) = n.text("name").and_then(|id| self.name_ids.get(id)) {
                        return Some(Word::Name(*ix));
                    }
                    figure(n, "figure").map(Word::Figure)
                })
                .collect::<Option<Vec<_>>>()
        };
        let note = text(node, "note");
        let chart = match node.text("type")? {
            "timeline" => Chart::Timeline {
                events: items("events")
                    .map(|n| {
                        n.text("milestone")
                            .and_then(|id| self.milestone_ids.get(id))
                            .map(|ix| Event::Milestone(*ix))
                            .or_else(|| figure(n, "figure").map(Event::Figure))
                    })
                    .collect::<Option<_>>()?,
                span: figure(node, "span"),
                undated_title: text(node, "undated_title"),
                undated: words("undated")?,
            },
            "dot-line" => Chart::DotLine {
                title: text(node, "title"),
                series: *self.series_ids.get(node.text("series")?)?,
                band: figure(node, "band"),
                milestones: items("milestones")
                    .map(|n| self.milestone_ids.get(n.str()?).copied())
                    .collect::<Option<_>>()?,
                rail: node.get("rail").and_then(Node::bool).unwrap_or(false),
                compare: figures("compare")?,
                note,
            },
            "hub" => Chart::Hub {
                core: figure(node, "core")?,
                core_label: text(node, "core_label")?,
                core_small: text(node, "core_small")?,
                list: list(node)?,
                note,
            },
            "plots" => Chart::Plots {
                title: text(node, "title")?,
                tag: text(node, "tag")?,
                parts: items("parts")
                    .map(|n| Some(Labelled { figure: figure(n, "figure")?, label: text(n, "label")? }))
                    .collect::<Option<_>>()?,
                note,
            },
            "goal-cells" => Chart::GoalCells {
                figure: figure(node, "figure")?,
                class: figure(node, "class")?,
                label: text(node, "label")?,
                note,
            },
            "callouts" => Chart::Callouts { items: noted()?, note },
            "bars" => Chart::Bars { title: text(node, "title"), items: noted()?, note },
            "index-pair" => Chart::IndexPair {
                figure: figure(node, "figure")?,
                base_label: text(node, "base_label")?,
                now_label: text(node, "now_label")?,
                note,
            },
            "waffle" => Chart::Waffle {
                figure: figure(node, "figure")?,
                title: text(node, "title"),
                cell_note: text(node, "cell_note")?,
                note,
            },
            "word-ring" => Chart::WordRing {
                list: list(node)?,
                figure: figure(node, "figure"),
                center: text(node, "center")?,
                note,
            },
            "unit-field" => Chart::UnitField {
                fields: items("fields")
                    .map(|n| {
                        Some(Dots {
                            figure: figure(n, "figure")?,
                            per: n.get("per")?.number().filter(|p| *p > 0.0)?,
                            note: text(n, "note"),
                            accent: n.text("accent").map(Role::accent),
                        })
                    })
                    .collect::<Option<_>>()?,
                scale_note: text(node, "scale_note")?,
            },
            "stacks" => Chart::Stacks { title: text(node, "title")?, figures: figures("figures")?, note },
            "icon-rows" => Chart::IconRows {
                rows: items("rows")
                    .map(|n| {
                        Some(IconRow {
                            icon: match n.text("icon")? {
                                "school" => Icon::School,
                                "clinic" => Icon::Clinic,
                                "health" => Icon::Health,
                                _ => Icon::Document,
                            },
                            title: text(n, "title")?,
                            list: list(n),
                            figure: figure(n, "figure"),
                            note: text(n, "note"),
                        })
                    })
                    .collect::<Option<_>>()?,
            },
            "block-stack" => Chart::BlockStack {
                figure: figure(node, "figure")?,
                columns: node
                    .get("columns")
                    .and_then(Node::number)
                    .map_or(24, |n| n.clamp(2.0, 60.0) as usize),
                block_note: text(node, "block_note")?,
                window_note: text(node, "window_note")?,
            },
            "rate-rings" => Chart::RateRings { items: noted()?, note },
            "area-squares" => Chart::AreaSquares {
                items: items("items")
                    .map(|n| Some(Square { figure: figure(n, "figure")?, derived: figure(n, "derived") }))
                    .collect::<Option<_>>()?,
                reference: node
                    .get("reference")
                    .and_then(|n| Some(Labelled { figure: figure(n, "figure")?, label: text(n, "label")? })),
                note,
            },
            "word-wheel" => Chart::WordWheel { list: list(node)?, center: text(node, "center")?, note },
            "clock" => Chart::Clock { figure: figure(node, "figure")?, title: text(node, "title")?, note },
            "plaques" => Chart::Plaques { list: list(node)?, note },
            "outlines" => Chart::Outlines { list: list(node)?, note },
            "words" => Chart::Words { title: text(node, "title")?, items: words("items")?, note },
            _ => return None,
        };
        let weight = node.get("weight").and_then(Node::number).unwrap_or(1.0).clamp(0.1, 10.0);
        Some(Placed { chart, weight })
    }
}

/// The longest date that a period begins with, up to a hyphen.
fn leading_date(period: &str) -> Option<Date> {
    let cuts = period.match_indices('-').map(|(i, _)| i).collect::<Vec<_>>();
    cuts.into_iter().rev().find_map(|i| Date::parse(&period[..i]))
}

/// A problem in a CSV cell; `index` past the row's fields points at the line's beginning.
fn cell(
    text: &SourceText,
    row: &csv::Row,
    index: usize,
    code: &'static str,
    name: &str,
    message: Both,
    remedy: Both,
) -> Problem {
    let before: usize =
        row.fields.iter().take(index.min(row.fields.len())).map(|f| f.chars().count() + 1).sum();
    let column = if index < row.fields.len() { before as u32 + 1 } else { 1 };
    Problem {
        severity: Severity::Error,
        code,
        file: text.name.clone(),
        line: row.line,
        column,
        path: format!("row {}, {name}", row.line),
        message,
        remedy,
    }
}

/// Exact arithmetic, rounded half up to `places` once, at the end.
fn compute(derivation: &Derivation, inputs: &[Decimal], places: u8) -> Option<Decimal> {
    if inputs.len() != derivation.inputs.len() || inputs.is_empty() {
        return None;
    }
    let common = inputs.iter().map(|d| d.places).max()?;
    let scaled: Option<Vec<i128>> = inputs
        .iter()
        .map(|d| (d.mantissa as i128).checked_mul(10i128.checked_pow((common - d.places) as u32)?))
        .collect();
    let scaled = scaled?;
    let base = 10i128.pow(common as u32);
    let (top, bottom) = match (derivation.operation, scaled.as_slice()) {
        (Operation::Sum, all) => (all.iter().sum(), base),
        (Operation::Difference, [a, b]) => (a - b, base),
        (Operation::Ratio, [a, b]) => (*a, *b),
        (Operation::Share, [a, b]) => (a * 100, *b),
        (Operation::Convert, [a]) => (a * derivation.factor.0 as i128, base * derivation.factor.1 as i128),
        _ => return None,
    };
    if bottom == 0 {
        return None;
    }
    let (top, bottom) = if bottom < 0 { (-top, -bottom) } else { (top, bottom) };
    let top = top.checked_mul(10i128.pow(places as u32))?;
    let rounded = (2 * top + bottom).div_euclid(2 * bottom);
    Some(Decimal { mantissa: i64::try_from(rounded).ok()?, places })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_figures_are_exact() {
        let d = |op, n: usize, factor| Derivation { operation: op, inputs: vec![FigureIx(0); n], factor };
        let v = |s: &str| Decimal::parse(s).unwrap();
        let hectares = compute(&d(Operation::Convert, 1, (10000, 15)), &[v("6.31")], 0).unwrap();
        assert_eq!(hectares.digits(false), "4207");
        let share = compute(&d(Operation::Share, 2, (1, 1)), &[v("1"), v("3")], 1).unwrap();
        assert_eq!(share.digits(false), "33.3");
        assert_eq!(compute(&d(Operation::Ratio, 2, (1, 1)), &[v("1"), v("0")], 1), None);
        let down = compute(&d(Operation::Difference, 2, (1, 1)), &[v("39.9"), v("43.72")], 2).unwrap();
        assert_eq!(down.digits(false), "−3.82");
    }

    #[test]
    fn only_files_of_the_folder_are_asked_for() {
        assert!(is_local("series/a.csv"));
        for bad in ["", "/etc/passwd", "../x.csv", "a/../../b", "http://x/y", "c:\\x"] {
            assert!(!is_local(bad), "{bad}");
        }
    }
}
