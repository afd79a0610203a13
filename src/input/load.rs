//! Files to a `Story`: decode, parse, validate against the schema, read the types, resolve, run the rules.
//!
//! **Invariant**: every step adds to one list of diagnostics and goes on with what is sound, so that an editor sees all
//! of them at once; a story is returned only when no error is in the list.

use crate::chart::refused::Refused;
use crate::chart::Chart;
use crate::diagnostic::{nearest, Both, Diagnostic, Diagnostics, Severity, SourceText};
use crate::input::amount_check;
use crate::input::compare_check;
use crate::input::correction_check;
use crate::input::document::Document;
use crate::input::guess_check;
use crate::input::id::is_plain;
use crate::input::json;
use crate::input::json::Node;
use crate::input::languages::Languages;
use crate::input::link_check;
use crate::input::locator::Places;
use crate::input::names::{Names, Target};
use crate::input::reader::Reader;
use crate::input::scene_check;
use crate::input::schema::Schema;
use crate::input::validate::validate;
use crate::input::{caution_check, count_check, period_check, target_check, title_check};
use crate::model::figure::{Figure, FigureIx};
use crate::model::source::{is_safe_url, Source};
use crate::model::{Facts, Files, ListIx, MAX_BYTES};
use crate::rules;
use crate::story::{Scene, Story};
use std::collections::{BTreeMap, BTreeSet};

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
                let edit = e.edit().map(|(bytes, sign)| (bytes, sign.to_string()));
                diagnostics.add(Severity::Error, e.code, &text, e.at, "", e.message, e.help);
                edit.into_iter().for_each(|(bytes, sign)| diagnostics.mend(&text, bytes, sign));
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

/// What became of the files.
pub(super) enum Outcome {
    /// It keeps every rule, or has words where a chart broke one.
    Sound(Story),
    /// It breaks rules; it can be drawn, and must not be published.
    Faulty(Story),
    /// It has mistakes and was not held against the rules; it can be drawn, and must not be published.
    Unruled(Story),
    Unreadable,
}

fn load(files: &Files) -> Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>> {
    match read_all(files) {
        (Outcome::Sound(story), diagnostics) => Ok((story, diagnostics)),
        (_, diagnostics) => Err(diagnostics),
    }
}

pub(super) fn read_all(files: &Files) -> (Outcome, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let unreadable = |diagnostics: Diagnostics| (Outcome::Unreadable, diagnostics.into_sorted());
    let Some(doc) = read(files, "story.json", &mut diagnostics) else {
        return unreadable(diagnostics);
    };
    if is_old(&doc.tree) {
        // Each word of it that has another name now would be one more diagnostic.
        check_format(&doc, &mut diagnostics);
        return unreadable(diagnostics);
    }
    let languages = Languages::of(&doc, &mut diagnostics);
    let findings = validate(&doc.tree, Schema::story(), &languages, &doc.text, &mut diagnostics);
    // where a language is unknown, it is not known which texts there have to be
    if !matches!(doc.tree.value, json::Value::Object(_)) || !languages.is_sound() {
        return unreadable(diagnostics);
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
    let names = Names::new(&doc.tree, sources_doc.as_ref().map(|d| &d.tree), &languages.declared);
    let Some(sources_doc) = sources_doc else {
        // the file itself is the problem; every reference into it failing too would bury it
        return unreadable(diagnostics);
    };
    let sources = read_sources(&sources_doc, &languages, &names, &mut diagnostics);

    let mut reader = Reader {
        doc: &doc,
        languages: languages.declared.clone(),
        diagnostics,
        names,
        broken_series: BTreeSet::new(),
        broken_sections: broken_sections(&doc, &sources_doc),
        unknown: BTreeMap::new(),
        unknown_uses: 0,
    };
    // points of series are figures too, and others are computed from them
    let (series, points) = reader.read_series(files);
    reader.check_references(&findings);
    let mut figures = reader.read_figures();
    figures.extend(points.figures.into_iter().map(Some));
    reader.derive(&mut figures);
    let figures: Option<Vec<Figure>> = figures.into_iter().collect();
    let (lists, names, milestones) =
        (reader.section("lists"), reader.section("names"), reader.section("milestones"));
    let (scenes, corrections) = (reader.read_scenes(), reader.items("corrections"));
    let cautions = reader.items("cautions");
    let scene_ids: Vec<&str> = doc
        .tree
        .get("scenes")
        .map(Node::items)
        .unwrap_or_default()
        .iter()
        .filter_map(|n| n.text("id"))
        .collect();
    let acts = reader.read_acts(&scene_ids);
    let (id, version) = (reader.part("id"), reader.part("version"));
    let closing = reader.part("closing");
    let (title, subtitle, notice) = (reader.part("title"), reader.part("subtitle"), reader.part("notice"));
    let Reader { names: mut ids, mut diagnostics, .. } = reader;
    let mut indices = |target| ids.take(target).into_iter();
    let (figure_ids, list_ids) = (indices(Target::Figure), indices(Target::List));
    let story = (|| {
        Some(Story {
            id: id?,
            version: version?,
            languages: languages.declared,
            title: title?,
            subtitle: subtitle?,
            notice: notice?,
            closing,
            facts: Facts {
                figures: figures?,
                names: names?,
                lists: lists?,
                milestones: milestones?,
                series: series?,
                sources: sources?,
                cautions: cautions?,
                figure_ids: figure_ids.map(|(id, i)| (id, FigureIx(i))).collect(),
                list_ids: list_ids.map(|(id, i)| (id, ListIx(i))).collect(),
            },
            scenes: scenes?,
            acts: acts?,
            corrections: corrections?,
        })
    })();
    match story {
        Some(mut story) if !diagnostics.has_errors() => {
            let places = Places { doc: &doc, points: &points.places };
            correction_check::check(&story, &places, &mut diagnostics);
            scene_check::check(&story, &places, &mut diagnostics);
            period_check::check(&story, &places, &mut diagnostics);
            count_check::check(&story, &places, &mut diagnostics);
            caution_check::check(&story, &places, &mut diagnostics);
            guess_check::check(&story, &places, &mut diagnostics);
            compare_check::check(&story, &places, &mut diagnostics);
            link_check::check(&mut story, &places, &mut diagnostics);
            amount_check::check(&story, &findings, &doc, &mut diagnostics);
            target_check::check(&story, &findings, &doc, &mut diagnostics);
            title_check::check(&story, &findings, &doc, &mut diagnostics);
            let breaks = diagnostics.has_errors();
            let verdict = rules::run(&story, &places, &mut diagnostics);
            for refusal in verdict.refused {
                refuse(&mut story, refusal);
            }
            // figures that break a rule by themselves have no chart to take away: the story is not published
            let of = if breaks || verdict.breaks_story { Outcome::Faulty } else { Outcome::Sound };
            (of(story), diagnostics.into_sorted())
        }
        Some(story) => (Outcome::Unruled(story), diagnostics.into_sorted()),
        None => {
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
            unreadable(diagnostics)
        }
    }
}

/// Whether a story is written in format 1.
fn is_old(story: &Node) -> bool {
    story.get("format").and_then(Node::number) == Some(1.0)
}

/// This program reads one version of the format.
fn check_format(doc: &Document, diagnostics: &mut Diagnostics) {
    let Some(node) = doc.tree.get("format") else { return };
    let (message, help) = match node.number() {
        Some(2.0) | None => return,
        Some(1.0) => (
            Both::new("这个故事用的是旧格式 1", "this story is written in the old format 1"),
            Both::new(
                format!("运行 duoyuan migrate {}，改成格式 2", doc.text.name),
                format!("run duoyuan migrate {}, which makes it format 2", doc.text.name),
            ),
        ),
        Some(_) => (
            Both::new("不认识的格式版本", "unknown version of the format"),
            Both::new("写 \"format\": 2", "write \"format\": 2"),
        ),
    };
    diagnostics.add(Severity::Error, "unknown-format", &doc.text, node.at, "format", message, help);
}

/// The sections whose own diagnostic is told: misspelt, missing where they must be, or no objects.
fn broken_sections(doc: &Document, sources: &Document) -> BTreeSet<Target> {
    let is_object = |node: Option<&Node>| node.is_some_and(|n| matches!(n.value, json::Value::Object(_)));
    let known = Schema::story().properties();
    let told = |section: &str| {
        let slip = |(k, _): &(json::Key, Node)| {
            known.iter().all(|(name, _)| *name != k.name) && nearest(&k.name, [section]).is_some()
        };
        let absent = doc.tree.get(section).is_none();
        !is_object(doc.tree.get(section))
            && (!absent || section == "figures" || doc.tree.members().iter().any(slip))
    };
    let mut broken: BTreeSet<Target> =
        Target::ALL.into_iter().filter(|t| t.section().is_some_and(told)).collect();
    if !is_object(sources.tree.get("sources")) {
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
    story.scenes[s].rows[r][c].chart =
        Chart::Refused(Refused { figures, reason: refusal.message, help: refusal.help });
}

fn read_sources(
    doc: &Document,
    languages: &Languages,
    names: &Names,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Source>> {
    validate(&doc.tree, Schema::sources(), languages, &doc.text, diagnostics);
    let mut sources = Vec::new();
    for (key, node) in doc.section("sources") {
        if let Some((url, node)) =
            node.get("url").and_then(|n| Some((n.str()?, n))).filter(|(u, _)| !is_safe_url(u))
        {
            let message = Both::new(
                format!("网址不可用作链接：{url}"),
                format!("not an address that may be linked: {url}"),
            );
            let help = Both::new("只用 http 或 https，不带用户名", "use http or https without a user name");
            let path = format!("sources.{}.url", key.name);
            diagnostics.add(Severity::Error, "unsafe-url", &doc.text, node.at, path, message, help);
        }
        sources.push(doc.read(node, Some(&key.name), names, diagnostics));
    }
    sources.into_iter().collect()
}

impl Reader<'_> {
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
            if !is_plain(id) || seen.contains(&id) {
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
        self.items("scenes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_asked_for() {
        assert!(is_local("series/a.csv"));
        for bad in ["", "/etc/passwd", "../x.csv", "a/../../b", "http://x/y", "c:\\x"] {
            assert!(!is_local(bad), "{bad}");
        }
    }
}
