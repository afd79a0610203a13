//! Rooms import in one direction: units, color ← text, locale, theme, scale, motion ← story ← layout ← scene ← paint ← web, bin.
//! Seen to fail: with `use crate::layout` added to src/story/mod.rs.

use crate::support;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the storey it stands on; it may import from lower storeys, and from its own within the first two.
const STOREYS: [(&str, u32); 12] = [
    ("units", 0),
    ("color", 0),
    ("theme", 1),
    ("locale", 1),
    ("text", 1),
    ("scale", 1),
    ("motion", 1),
    ("story", 2),
    ("layout", 3),
    ("scene", 4),
    ("paint", 5),
    ("web", 6),
];

fn storey(room: &str) -> Option<u32> {
    STOREYS.iter().find(|(name, _)| *name == room).map(|(_, s)| *s)
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn no_room_imports_upwards() {
    let src = support::root().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 40);
    let mut wrong = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let room = inside.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        let text = fs::read_to_string(&file).unwrap();
        for (number, line) in text.lines().enumerate() {
            for part in line.split("crate::").skip(1) {
                let other: String =
                    part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                let Some(theirs) = storey(&other) else { continue };
                let Some(ours) = storey(&room) else { continue };
                if other != room && (theirs > ours || (theirs == ours && ours > 1)) {
                    wrong.push(format!("{}:{}: {room} may not import {other}", inside.display(), number + 1));
                }
            }
        }
        if room == "bin" && text.contains("mod web") {
            wrong.push(format!("{}: the command line has no business with web", inside.display()));
        }
        if !matches!(room.as_str(), "web" | "bin" | "lib") && text.contains("web_sys") {
            wrong.push(format!("{}: only web knows the browser", inside.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_states_its_invariant() {
    let src = support::root().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        // a rule's one line is its invariant; the room's is in rules/mod.rs
        let is_rule = file.parent().is_some_and(|p| p.ends_with("rules")) && !file.ends_with("mod.rs");
        let named = file.ends_with("lib.rs") || is_rule || text.contains("**Invariant**");
        assert!(named, "{} does not say what it must not know", file.display());
    }
}
