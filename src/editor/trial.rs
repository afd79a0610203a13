//! A copy of a story in which charts are tried.
//!
//! In: the story's files and charts as JSON. Out: files that have a chapter for each chart in place of the story's own.
//!
//! **Invariant**: what is stated stays as it is; only what readers read around it is put aside.

use crate::editor::candidates::text;
use crate::locale::{Locale, Text};
use crate::model::Files;
use crate::story::Story;
use serde_json::{json, Map, Value};
use std::collections::HashSet;

/// The files with a chapter for each of the charts in place of the story's own. A label that still has to be translated is no reason
/// against a chart: it stands in the first language in the others' place.
pub fn with_charts(files: &Files, story: &Story, charts: &[&Value]) -> Files {
    let mut copy = files.clone();
    for (name, bytes) in copy.iter_mut().filter(|(name, _)| name.ends_with(".json")) {
        if let Ok(Value::Object(mut document)) = serde_json::from_slice(bytes) {
            if name == "story.json" {
                put(&mut document, story.languages(), charts);
                drop_unused(&mut document);
            }
            let mut tree = Value::Object(document);
            fill(&mut tree, story.languages());
            *bytes = tree.to_string().into_bytes();
        }
    }
    copy
}

/// Puts the charts into a story in place of its chapters.
fn put(document: &mut Map<String, Value>, languages: &[Locale], charts: &[&Value]) {
    let words = text(&Text::each(languages, |_| "…".to_string()));
    let scene = |(place, chart): (usize, &&Value)| {
        json!({
            "id": format!("chart-{}", place + 1),
            "number": place + 1,
            "name": words,
            "accent": "hue-1",
            "title": words,
            "subtitle": words,
            "narration": [],
            "rows": [[chart]],
        })
    };
    for member in ["title", "subtitle", "notice"] {
        document.insert(member.into(), words.clone());
    }
    document.insert("scenes".into(), charts.iter().enumerate().map(scene).collect());
    ["acts", "cautions", "corrections", "closing"].into_iter().for_each(|member| {
        document.remove(member);
    });
}

/// Takes out the figures and series that nothing else names, so that a story of hundreds answers as fast as one of ten.
fn drop_unused(document: &mut Map<String, Value>) {
    const KINDS: [&str; 2] = ["figures", "series"];
    let rest = document.iter().filter(|(member, _)| !KINDS.contains(&member.as_str()));
    let mut texts: Vec<String> = rest.map(|(_, value)| value.to_string()).collect();
    let mut used = HashSet::new();
    // What is used may name others, such as the whole of a share.
    while let Some(text) = texts.pop() {
        for members in KINDS.iter().filter_map(|kind| document.get(*kind)?.as_object()) {
            for (id, value) in members {
                if text.contains(id.as_str()) && used.insert(id.clone()) {
                    texts.push(value.to_string());
                }
            }
        }
    }
    for kind in KINDS {
        if let Some(members) = document.get_mut(kind).and_then(Value::as_object_mut) {
            members.retain(|id, _| used.contains(id));
        }
    }
}

/// Gives every text that has the first language's words the same in those that it lacks.
fn fill(tree: &mut Value, languages: &[Locale]) {
    match tree {
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, languages)),
        Value::Object(members) => {
            if let Some(words) = members.get(languages[0].code()).cloned() {
                for language in &languages[1..] {
                    members.entry(language.code()).or_insert_with(|| words.clone());
                }
            }
            members.values_mut().for_each(|member| fill(member, languages));
        }
        _ => {}
    }
}
