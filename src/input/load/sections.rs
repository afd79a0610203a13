//! Parts of a story's files before it is put together: its format, its sources, its scenes, and which sections are broken.
//!
//! **Invariant**: each part is read whatever became of the others.

use crate::diagnostic::{nearest, Both, Diagnostics, Severity};
use crate::input::document::Document;
use crate::input::id::is_plain;
use crate::input::json;
use crate::input::json::Node;
use crate::input::languages::Languages;
use crate::input::names::{Names, Target};
use crate::input::reader::Reader;
use crate::input::schema::Schema;
use crate::input::validate::validate;
use crate::model::source::{is_safe_url, Source};
use crate::story::Scene;
use std::collections::BTreeSet;

/// Whether a story is written in format 1.
pub(super) fn is_old(story: &Node) -> bool {
    story.get("format").and_then(Node::number) == Some(1.0)
}

/// This program reads one version of the format.
pub(super) fn check_format(doc: &Document, diagnostics: &mut Diagnostics) {
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
pub(super) fn broken_sections(doc: &Document, sources: &Document) -> BTreeSet<Target> {
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

pub(super) fn read_sources(
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
    pub(super) fn read_scenes(&mut self) -> Option<Vec<Scene>> {
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
