//! Files to a `Story`: decode, parse, check shape, read sources, series and figures, resolve, judge.
//!
//! **Invariant**: every step adds to one list of diagnostics and goes on with what is sound, so that an editor sees all
//! of them at once; a story is returned only when no error is in the list.

use crate::chart::area_squares::{AreaSquares, Square};
use crate::chart::bars::Bars;
use crate::chart::block_stack::BlockStack;
use crate::chart::callouts::Callouts;
use crate::chart::clock::Clock;
use crate::chart::dot_line::DotLine;
use crate::chart::goal_cells::GoalCells;
use crate::chart::hub::Hub;
use crate::chart::icon_rows::{Icon, IconRow, IconRows};
use crate::chart::index_pair::IndexPair;
use crate::chart::outlines::Outlines;
use crate::chart::parts::{Labelled, Noted};
use crate::chart::plaques::Plaques;
use crate::chart::plots::Plots;
use crate::chart::rate_rings::RateRings;
use crate::chart::refused::Refused;
use crate::chart::slope::{Pair, Slope};
use crate::chart::stacks::Stacks;
use crate::chart::timeline::{Event, Timeline};
use crate::chart::unit_field::{Dots, UnitField};
use crate::chart::waffle::Waffle;
use crate::chart::word_ring::WordRing;
use crate::chart::word_wheel::WordWheel;
use crate::chart::words::{Word, Words};
use crate::chart::{Chart, Placed};
use crate::diagnostic::{nearest, Both, Diagnostic, Diagnostics, Severity, SourceText};
use crate::input::cell;
use crate::input::correction_check;
use crate::input::document::Document;
use crate::input::format1;
use crate::input::json;
use crate::input::json::Node;
use crate::input::reader::Reader;
use crate::input::schema;
use crate::input::schema::{Check, Findings, Target};
use crate::input::suggest;
use crate::locale::date::Date;
use crate::locale::number::{Decimal, Format, Unit};
use crate::locale::Text;
use crate::model::figure::*;
use crate::model::source::{is_safe_url, Source};
use crate::model::*;
use crate::rules;
use crate::statement::{Bound, Form, Measure};
use crate::story::correction::Correction;
use crate::story::{Scene, Story};
use crate::theme::Role;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn read(files: &Files, name: &str, diagnostics: &mut Diagnostics) -> Option<Document> {
    let Some(bytes) = files.get(name) else {
        let (message, help) = absent(name);
        let file = SourceText::new(name, "");
        diagnostics.add(Severity::Error, "missing-file", &file, 0, "", message, help);
        return None;
    };
    let text = decode(bytes, name, diagnostics)?;
    match json::parse(&text.text) {
        Ok(tree) => Some(Document { text, tree }),
        Err(slips) => {
            for e in slips {
                diagnostics.add(Severity::Error, e.code, &text, e.at, "", e.message, e.help);
            }
            None
        }
    }
}

/// What is said of a file that is not there.
pub(crate) fn absent(name: &str) -> (Both, Both) {
    let message = Both::new(format!("缺文件 {name}"), format!("the file {name} is missing"));
    if is_local(name) {
        let help = Both::new(
            "把它放进故事文件夹，或改正文件名",
            "put it into the story's folder, or correct its name",
        );
        return (message, help);
    }
    let help = Both::new(
        "只能用故事文件夹里的文件，写成 series/名称.csv",
        "only files inside the story's folder are read: write series/name.csv",
    );
    (message, help)
}

pub(crate) fn decode(bytes: &[u8], name: &str, diagnostics: &mut Diagnostics) -> Option<SourceText> {
    let empty = SourceText::new(name, "");
    if bytes.len() > MAX_BYTES {
        let message = Both::new("文件超过 2 MB", "the file is larger than 2 MB");
        let help = Both::new("拆分或精简", "split it or cut it down");
        diagnostics.add(Severity::Error, "too-large", &empty, 0, "", message, help);
        return None;
    }
    match json::decode(bytes) {
        Ok(text) => Some(SourceText::new(name, text)),
        Err(e) => {
            // the part before the first bad byte tells the line
            let text = SourceText::new(name, String::from_utf8_lossy(&bytes[..e.at]));
            diagnostics.add(Severity::Error, e.code, &text, text.text.len(), "", e.message, e.help);
            None
        }
    }
}

impl Story {
    /// Reads and checks a story. On success the list holds warnings only.
    pub fn load(files: &Files) -> Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>> {
        load(files)
    }

    /// Names of the files that `files` still lacks; empty when all are there or when story.json cannot be read
    /// (`load` then says why).
    pub fn missing(files: &Files) -> Vec<String> {
        missing(files)
    }
}

fn missing(files: &Files) -> Vec<String> {
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

fn load(files: &Files) -> Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut diagnostics = Diagnostics::default();
    let Some(doc) = read(files, "story.json", &mut diagnostics) else {
        return Err(diagnostics.into_sorted());
    };
    let mut check = Check { file: &doc.text, diagnostics: &mut diagnostics, findings: Findings::default() };
    check.object(&doc.tree, &schema::STORY, "");
    let findings = check.findings;
    if !matches!(doc.tree.value, json::Value::Object(_)) {
        return Err(diagnostics.into_sorted());
    }
    check_format(&doc, &mut diagnostics);

    let sources_name = doc.tree.text("sources").unwrap_or("sources.json").to_string();
    let sources_doc = match (files.contains_key(&sources_name), doc.tree.get("sources")) {
        (false, Some(node)) => {
            let (message, help) = absent(&sources_name);
            diagnostics.add(Severity::Error, "missing-file", &doc.text, node.at, "sources", message, help);
            None
        }
        _ => read(files, &sources_name, &mut diagnostics),
    };
    let sources = sources_doc.as_ref().map(|d| read_sources(d, &mut diagnostics)).unwrap_or_default();

    let mut reader = Reader {
        doc: &doc,
        diagnostics,
        units: BTreeMap::new(),
        source_ids: sources.iter().enumerate().map(|(i, s)| (s.id.clone(), SourceIx(i))).collect(),
        figure_ids: BTreeMap::new(),
        list_ids: keys(&doc.tree, "lists").enumerate().map(|(i, k)| (k, ListIx(i))).collect(),
        name_ids: keys(&doc.tree, "names").enumerate().map(|(i, k)| (k, NameIx(i))).collect(),
        milestone_ids: keys(&doc.tree, "milestones").enumerate().map(|(i, k)| (k, MilestoneIx(i))).collect(),
        series_ids: keys(&doc.tree, "series").enumerate().map(|(i, k)| (k, SeriesIx(i))).collect(),
        broken_series: BTreeSet::new(),
        broken_sections: broken_sections(&doc, sources_doc.as_ref()),
        unknown: BTreeMap::new(),
        unknown_uses: 0,
    };
    if sources_doc.is_none() {
        // the file itself is the diagnostic; every reference into it failing too would bury it
        return Err(reader.diagnostics.into_sorted());
    }
    reader.read_units();
    for (i, id) in keys(&doc.tree, "figures").enumerate() {
        reader.figure_ids.insert(id, FigureIx(i));
    }
    let mut figures = reader.read_figures();
    let series = reader.read_series(files, &mut figures);
    reader.check_references(&findings);
    reader.derive(&mut figures);

    let figures: Option<Vec<Figure>> = figures.into_iter().collect();
    let lists = reader.read_lists();
    let names = reader.read_names();
    let milestones = reader.read_milestones();
    let scenes = reader.read_scenes();
    let corrections = reader.read_corrections();
    let (figure_ids, list_ids) =
        (std::mem::take(&mut reader.figure_ids), std::mem::take(&mut reader.list_ids));
    let text = |name: &str| reader.text(&doc.tree, name).unwrap_or_default();
    let story = (|| {
        Some(Story {
            id: doc.tree.text("id")?.to_string(),
            version: doc.tree.text("version")?.to_string(),
            title: text("title"),
            subtitle: text("subtitle"),
            notice: text("notice"),
            facts: Facts {
                figures: figures?,
                names: names?,
                lists: lists?,
                milestones: milestones?,
                series: series?,
                sources,
                figure_ids,
                list_ids,
            },
            scenes: scenes?,
            corrections: corrections?,
        })
    })();
    let mut diagnostics = reader.diagnostics;
    match story {
        Some(mut story) if !diagnostics.has_errors() => {
            correction_check::check(&story, &doc, &mut diagnostics);
            let refused = rules::judge(&story, &doc, &mut diagnostics);
            // figures that break a rule by themselves have no chart to take away: the story is not drawn
            let about_charts = diagnostics
                .iter()
                .filter(|p| p.severity == Severity::Error)
                .all(|p| p.path.starts_with("scenes["));
            if diagnostics.has_errors() && !about_charts {
                return Err(diagnostics.into_sorted());
            }
            for refusal in refused {
                refuse(&mut story, refusal);
            }
            Ok((story, diagnostics.into_sorted()))
        }
        _ => {
            if !diagnostics.has_errors() {
                // no reader gives up without saying why; should one do so all the same, the editor is told where
                let message =
                    Both::new("故事读不出来，原因不明", "the story cannot be read, for a reason unknown");
                let help = Both::new(
                    "撤销最近的改动，再一处一处改回",
                    "undo the last changes and repeat them one at a time",
                );
                diagnostics.add(Severity::Error, "unreadable", &doc.text, doc.tree.at, "", message, help);
            }
            Err(diagnostics.into_sorted())
        }
    }
}

/// This program knows one version of the format.
fn check_format(doc: &Document, diagnostics: &mut Diagnostics) {
    let Some(node) = doc.tree.get("format") else { return };
    if node.number().is_some_and(|n| n != 1.0) {
        let message = Both::new("不认识的格式版本", "unknown version of the format");
        let help = Both::new("写 \"format\": 1", "write \"format\": 1");
        diagnostics.add(Severity::Error, "unknown-format", &doc.text, node.at, "format", message, help);
    }
}

/// The sections whose own diagnostic is told: misspelt, missing where they must be, or no objects.
fn broken_sections(doc: &Document, sources: Option<&Document>) -> BTreeSet<Target> {
    let is_object = |node: Option<&Node>| node.is_some_and(|n| matches!(n.value, json::Value::Object(_)));
    let told = |section: &str| {
        let slip = |(k, _): &(json::Key, Node)| {
            schema::STORY.fields.iter().all(|f| f.name != k.name) && nearest(&k.name, [section]).is_some()
        };
        let absent = doc.tree.get(section).is_none();
        !is_object(doc.tree.get(section))
            && (!absent || section == "figures" || doc.tree.members().iter().any(slip))
    };
    let mut broken: BTreeSet<Target> =
        Target::ALL.into_iter().filter(|t| t.section().is_some_and(told)).collect();
    if !is_object(sources.and_then(|d| d.tree.get("sources"))) {
        broken.insert(Target::Source);
    }
    if broken.contains(&Target::Series) {
        // points of series are figures
        broken.insert(Target::Figure);
    }
    broken
}

/// Puts a chart's figures as words in its place, with the reason.
fn refuse(story: &mut Story, refusal: rules::Refusal) {
    let (s, r, c) = refusal.at;
    let figures = story.shown_figures([&story.scenes[s].rows[r][c].chart]);
    let text = |b: Both| Text::new(b.zh, b.en);
    story.scenes[s].rows[r][c].chart =
        Chart::Refused(Refused { figures, reason: text(refusal.message), help: text(refusal.help) });
}

fn keys<'a>(tree: &'a Node, section: &str) -> impl Iterator<Item = String> + 'a {
    tree.get(section).map(Node::members).unwrap_or_default().iter().map(|(k, _)| k.name.clone())
}

fn read_sources(doc: &Document, diagnostics: &mut Diagnostics) -> Vec<Source> {
    let mut check = Check { file: &doc.text, diagnostics, findings: Findings::default() };
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
            let help = Both::new("只用 http 或 https，不带用户名", "use http or https without a user name");
            let path = format!("sources.{}.url", key.name);
            diagnostics.add(Severity::Error, "unsafe-url", &doc.text, at, path, message, help);
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
    pub(crate) fn error(&mut self, code: &'static str, at: usize, path: &str, message: Both, help: Both) {
        self.diagnostics.add(Severity::Error, code, &self.doc.text, at, path, message, help);
    }

    pub(crate) fn text(&self, node: &Node, name: &str) -> Option<Text> {
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
            self.units.insert(key.name.clone(), Arc::new(unit));
        }
    }

    pub(crate) fn unit(&self, id: &str) -> Option<Arc<Unit>> {
        self.units.get(id).cloned().or_else(|| Unit::built_in(id).map(Arc::new))
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
        if start.zip(end).is_some_and(|(s, e)| s.years() > e.years()) {
            let message = Both::new("期间的起晚于止", "the period begins after it ends");
            let at = p.get("start").map_or(p.at, |n| n.at);
            let help = Both::new("对调 start 和 end", "swap start and end");
            self.error("bad-period", at, &format!("{path}.period.start"), message, help);
        }
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
            match cell::period(text) {
                date if Date::parse(&date).is_some() => {
                    Both::new(format!("写成 \"{date}\""), format!("write \"{date}\""))
                }
                _ => Both::new(
                    "写成 2002-12-22、2002-12、2002 或 2021Q1",
                    "write 2002-12-22, 2002-12, 2002 or 2021Q1",
                ),
            },
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
                    let help =
                        Both::new("最多十五位有效数字、九位小数", "at most fifteen digits and nine decimals");
                    self.error("number-range", value.at, path, message, help);
                    None
                }
            },
            json::Value::String(s) => match Date::parse(s) {
                Some(d) => Some(Value::Date(d)),
                None => {
                    let is_date = node.text("kind") == Some("date");
                    if let Some(help) = suggest::number(s).filter(|_| !is_date) {
                        let message = Both::new(
                            format!("数字“{s}”写在了引号里"),
                            format!("the number \"{s}\" stands in quotes"),
                        );
                        self.error("quoted-number", value.at, path, message, help);
                    } else {
                        self.bad_date(s, value.at, path);
                    }
                    None
                }
            },
            _ => None,
        }
    }

    /// One entry a figure of the file, `None` where it is not sound (the diagnostic is then in the list).
    fn read_figures(&mut self) -> Vec<Option<Figure>> {
        let doc = self.doc;
        let members = doc.tree.get("figures").map(Node::members).unwrap_or_default();
        members.iter().map(|(key, node)| self.read_figure(&key.name, node)).collect()
    }

    fn read_figure(&mut self, id: &str, node: &Node) -> Option<Figure> {
        let path = format!("figures.{id}");
        let kind = self.kind(node)?;
        let (bound, form) = match node.text("qualifier") {
            Some(q) => format1::qualifier(q)?,
            None => (Bound::Exact, Form::Amount),
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
            // its own diagnostic is told
            (None, None) if node.get("derived").is_some() => return None,
            (None, None) => {
                let message = Both::new("缺“value”", "missing \"value\"");
                let help = Both::new(
                    "写上所印数值；未公布写 null",
                    "write the value as printed, or null if it is not published",
                );
                self.error("missing-field", node.at, &format!("{path}.value"), message, help);
                return None;
            }
        };
        if !self.fits_kind(node, kind.measure, value, &path) {
            return None;
        }
        let unit = match node.text("unit") {
            Some(u) => self.unit(u)?,
            // its own diagnostic is told
            None if node.get("unit").is_some() => return None,
            None if matches!(value, Value::Date(_) | Value::Missing) && derivation.is_none() => {
                Arc::new(Unit {
                    id: String::new(),
                    zh: String::new(),
                    en: String::new(),
                    en_one: String::new(),
                    en_shift: 0,
                })
            }
            None => {
                let message = Both::new("缺“unit”：数字要有单位", "missing \"unit\": a number has one");
                let known = Unit::built_in_ids().collect::<Vec<_>>().join(", ");
                let help = Both::new(
                    format!("如 \"percent\"；内置：{known}"),
                    format!("for example \"percent\"; built in: {known}"),
                );
                self.error("missing-unit", node.at, &format!("{path}.unit"), message, help);
                return None;
            }
        };
        let printed = node.text("printed").unwrap_or("").to_string();
        let is_bounded = bound != Bound::Exact || form != Form::Amount;
        if is_bounded && printed.is_empty() && derivation.is_none() {
            let message = Both::new(
                "有限定的数字要写明原文限定词",
                "a bounded figure needs the qualifier word as printed",
            );
            let words: Vec<&str> = cell::words()
                .filter(|(_, q)| *q == bound.name() || *q == form.name())
                .map(|(word, _)| word)
                .collect();
            let (first, list) = (words.first().copied().unwrap_or("等"), words.join("、"));
            let help = Both::new(
                format!("来源用的是哪个词就写哪个（{list}），如 \"printed\": \"{first}\""),
                format!("add the source's own word ({list}), such as \"printed\": \"{first}\""),
            );
            self.error("missing-printed", node.at, &format!("{path}.printed"), message, help);
        }
        let name = self.text(node, "name");
        if form == Form::Class && node.get("name").is_none() {
            let message = Both::new("量级要有名称", "a size class needs its name");
            let help = Both::new(
                "加上 \"name\": {\"zh\": \"千亿级\", \"en\": \"…\"}",
                "add \"name\": {\"zh\": \"千亿级\", \"en\": \"…\"}",
            );
            self.error("missing-name", node.at, &format!("{path}.name"), message, help);
        }
        Some(Figure {
            id: id.to_string(),
            label: Arc::new(self.text(node, "label")?),
            value,
            unit,
            measure: kind.measure,
            bound,
            status: kind.status,
            form: kind.form_of(form),
            printed,
            format: match node.text("format") {
                Some("wan") => Format::Wan,
                Some("yi") => Format::Yi,
                _ => Format::Plain,
            },
            name: name.map(Box::new),
            period: self.period(node, &path)?,
            base: self.text(node, "base").map(Box::new),
            denominator: self.denominator(node).map(Arc::new),
            part_of: node.text("part_of").map(str::to_string),
            disjoint_with: node
                .get("disjoint_with")
                .map(Node::items)
                .unwrap_or_default()
                .iter()
                .filter_map(|n| n.str().map(str::to_string))
                .collect(),
            deadline: self.text(node, "deadline").map(Box::new),
            counted: node.get("counted").and_then(Node::bool).unwrap_or(false),
            derivation: derivation.map(Box::new),
            source: self.source_ref(node)?,
            note: self.text(node, "note").map(Box::new),
            others: self.read_others(node, &path),
            definition: Arc::from(""),
            path,
        })
    }

    /// A date is a date, everything else a number; a share of a whole has at most 100 percent.
    fn fits_kind(&mut self, node: &Node, measure: Measure, value: Value, path: &str) -> bool {
        let Some(at) = node.get("value").map(|n| n.at) else { return true };
        let before = self.diagnostics.len();
        let path = format!("{path}.value");
        match (measure, value) {
            (Measure::Date, Value::Number(_)) => {
                let message = Both::new("kind 是 date，值却是数字", "the kind is date, the value a number");
                let help = Both::new(
                    "日期加引号，如 \"1955-10-29\"；不是日期就改 kind",
                    "put the date in quotes, such as \"1955-10-29\", or correct the kind",
                );
                self.error("kind-value", at, &path, message, help);
            }
            (Measure::Date, _) => {}
            (_, Value::Date(_)) => {
                let message = Both::new("值是日期，kind 却不是 date", "the value is a date, the kind is not");
                let help = Both::new(
                    "把 kind 写成 date；是数字就去掉引号",
                    "set the kind to date, or remove the quotes from a number",
                );
                self.error("kind-value", at, &path, message, help);
            }
            (Measure::Share, Value::Number(n))
                if node.text("unit") == Some("percent") && !(0.0..=100.0).contains(&n.to_f64()) =>
            {
                let shown = n.digits(false);
                let message = Both::new(
                    format!("占比 {shown}% 超出了 0 到 100"),
                    format!("a share of {shown}% lies outside 0 to 100"),
                );
                let help = Both::new(
                    "核对小数点；不是占比就改 kind，如 growth",
                    "check the decimal point, or correct the kind, for example growth",
                );
                self.error("number-range", at, &path, message, help);
            }
            _ => {}
        }
        self.diagnostics.len() == before && !self.diagnostics.is_full()
    }

    /// What the `kind` of a figure or a series says.
    pub(crate) fn kind(&self, node: &Node) -> Option<format1::Kind> {
        let has_whole = node.get("denominator").is_some() || node.get("part_of").is_some();
        format1::kind(node.text("kind")?, has_whole)
    }

    pub(crate) fn denominator(&self, node: &Node) -> Option<Denominator> {
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
            let said = other.text("qualifier").and_then(format1::qualifier);
            let (bound, form) = said.unwrap_or((Bound::Exact, Form::Amount));
            others.push(Other {
                value,
                unit,
                bound,
                form,
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
            let help =
                Both::new("写成分数，如 \"10000/15\"", "write it as a fraction, for example \"10000/15\"");
            self.error("missing-factor", d.at, "derived.factor", message, help);
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
            let named = node.and_then(|d| d.get("inputs")).map(Node::items).unwrap_or_default();
            let inputs: Vec<FigureIx> =
                named.iter().filter_map(|n| self.figure_ids.get(n.str()?).copied()).collect();
            let sound = |ix: &FigureIx| figures.get(ix.0).is_some_and(Option::is_some);
            if inputs.len() != named.len() || !inputs.iter().all(sound) {
                // an input's own diagnostic is told
                continue;
            }
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
                let (message, help) = rules::bounded_arithmetic::words(f);
                let code = rules::bounded_arithmetic::CODE;
                self.error(code, node_at, &format!("{path}.derived"), message, help);
                continue;
            }
            let values: Vec<Decimal> = inputs.iter().filter_map(|f| f.number()).collect();
            match compute(&derivation, &values, places) {
                Some(value) => {
                    let carried = inputs.first().map(|f| (f.bound, f.form, f.printed.clone()));
                    if let (Some(figure), Some((bound, form, printed))) = (figures[i].as_mut(), carried) {
                        figure.value = Value::Number(value);
                        // a converted floor is still a floor
                        if derivation.operation == Operation::Convert {
                            (figure.bound, figure.form) = (bound, form);
                            figure.printed = printed;
                        }
                    }
                }
                None => {
                    let message = Both::new("这个数算不出来", "this figure cannot be computed");
                    let help =
                        Both::new("核对运算、输入与除数", "check the operation, its inputs and its divisor");
                    self.error("bad-derivation", node_at, &format!("{path}.derived"), message, help);
                }
            }
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

    fn read_corrections(&mut self) -> Option<Vec<Correction>> {
        let doc = self.doc;
        let nodes = doc.tree.get("corrections").map(Node::items).unwrap_or_default();
        let mut all = Vec::new();
        for (i, node) in nodes.iter().enumerate() {
            let text = node.text("date")?;
            let Some(date) = Date::parse(text) else {
                let at = node.get("date").map_or(node.at, |n| n.at);
                self.bad_date(text, at, &format!("corrections[{i}].date"));
                continue;
            };
            all.push(Correction {
                figure: self.figure_ids.get(node.text("figure")?).copied()?,
                old: self.text(node, "old")?,
                new: self.text(node, "new")?,
                date,
                why: self.text(node, "why")?,
            });
        }
        (all.len() == nodes.len()).then_some(all)
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
                let help = Both::new(
                    "只用小写字母、数字和连字符，各章不同",
                    "use lower-case letters, digits and hyphens, different for each scene",
                );
                self.error("bad-scene-id", at, &format!("scenes[{i}].id"), message, help);
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
            "timeline" => Chart::Timeline(Timeline {
                well: node.text("emblem") == Some("well"),
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
            }),
            "dot-line" => Chart::DotLine(DotLine {
                title: text(node, "title"),
                series: *self.series_ids.get(node.text("series")?)?,
                band: figure(node, "band"),
                milestones: items("milestones")
                    .map(|n| self.milestone_ids.get(n.str()?).copied())
                    .collect::<Option<_>>()?,
                rail: node.get("rail").and_then(Node::bool).unwrap_or(false),
                compare: figures("compare")?,
                note,
            }),
            "hub" => Chart::Hub(Hub {
                core: figure(node, "core")?,
                core_label: text(node, "core_label")?,
                core_small: text(node, "core_small")?,
                list: list(node)?,
                note,
            }),
            "plots" => Chart::Plots(Plots {
                title: text(node, "title")?,
                tag: text(node, "tag")?,
                parts: items("parts")
                    .map(|n| Some(Labelled { figure: figure(n, "figure")?, label: text(n, "label")? }))
                    .collect::<Option<_>>()?,
                note,
            }),
            "goal-cells" => Chart::GoalCells(GoalCells {
                figure: figure(node, "figure")?,
                class: figure(node, "class")?,
                label: text(node, "label")?,
                note,
            }),
            "callouts" => Chart::Callouts(Callouts { items: noted()?, note }),
            "bars" => Chart::Bars(Bars { title: text(node, "title"), items: noted()?, note }),
            "index-pair" => Chart::IndexPair(IndexPair {
                figure: figure(node, "figure")?,
                base_label: text(node, "base_label")?,
                now_label: text(node, "now_label")?,
                note,
            }),
            "waffle" => Chart::Waffle(Waffle {
                figure: figure(node, "figure")?,
                title: text(node, "title"),
                cell_note: text(node, "cell_note")?,
                note,
            }),
            "word-ring" => Chart::WordRing(WordRing {
                list: list(node)?,
                figure: figure(node, "figure"),
                center: text(node, "center")?,
                note,
            }),
            "unit-field" => Chart::UnitField(UnitField {
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
            }),
            "slope" => Chart::Slope(Slope {
                title: text(node, "title"),
                items: items("items")
                    .map(|n| {
                        Some(Pair { from: figure(n, "from")?, to: figure(n, "to")?, label: text(n, "label") })
                    })
                    .collect::<Option<_>>()?,
                note,
            }),
            "stacks" => {
                Chart::Stacks(Stacks { title: text(node, "title")?, figures: figures("figures")?, note })
            }
            "icon-rows" => Chart::IconRows(IconRows {
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
            }),
            "block-stack" => Chart::BlockStack(BlockStack {
                figure: figure(node, "figure")?,
                columns: node
                    .get("columns")
                    .and_then(Node::number)
                    .map_or(24, |n| n.clamp(2.0, 60.0) as usize),
                block_note: text(node, "block_note")?,
                window_note: text(node, "window_note")?,
            }),
            "rate-rings" => Chart::RateRings(RateRings { items: noted()?, note }),
            "area-squares" => Chart::AreaSquares(AreaSquares {
                items: items("items")
                    .map(|n| Some(Square { figure: figure(n, "figure")?, derived: figure(n, "derived") }))
                    .collect::<Option<_>>()?,
                reference: node
                    .get("reference")
                    .and_then(|n| Some(Labelled { figure: figure(n, "figure")?, label: text(n, "label")? })),
                note,
            }),
            "word-wheel" => {
                Chart::WordWheel(WordWheel { list: list(node)?, center: text(node, "center")?, note })
            }
            "clock" => {
                Chart::Clock(Clock { figure: figure(node, "figure")?, title: text(node, "title")?, note })
            }
            "plaques" => Chart::Plaques(Plaques { list: list(node)?, note }),
            "outlines" => Chart::Outlines(Outlines { list: list(node)?, note }),
            "words" => Chart::Words(Words { title: text(node, "title")?, items: words("items")?, note }),
            _ => return None,
        };
        let weight = node.get("weight").and_then(Node::number).unwrap_or(1.0).clamp(0.1, 10.0);
        Some(Placed { chart, weight })
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
        (Operation::Convert, [a]) => {
            (a.checked_mul(derivation.factor.0.into())?, base.checked_mul(derivation.factor.1.into())?)
        }
        _ => return None,
    };
    if bottom == 0 {
        return None;
    }
    let (top, bottom) = if bottom < 0 { (-top, -bottom) } else { (top, bottom) };
    let top = top.checked_mul(10i128.pow(places as u32))?;
    let rounded = top.checked_mul(2)?.checked_add(bottom)?.div_euclid(bottom.checked_mul(2)?);
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
