//! Folders of src/ import in one direction, and no modules import each other in a circle.
//! Seen to fail: with `use crate::layout` added to the typed story (now src/model/mod.rs).

use crate::support;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each folder of src/ with its level; it may import from lower levels, and from its own within the first two.
const LEVELS: [(&str, u32); 22] = [
    ("geometry", 0),
    ("color", 0),
    ("statement", 0),
    ("pictogram", 0),
    ("theme", 1),
    ("locale", 1),
    ("text", 1),
    ("diagnostic", 1),
    ("model", 2),
    ("layout", 3),
    ("chart", 4),
    ("story", 5),
    ("scene", 6),
    ("motion", 6),
    ("describe", 6),
    ("rules", 6),
    ("recognise", 5),
    ("render", 7),
    ("input", 7),
    ("export", 8),
    ("site", 9),
    ("web", 10),
];

fn level(folder: &str) -> Option<u32> {
    LEVELS.iter().find(|(name, _)| *name == folder).map(|(_, s)| *s)
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    files_below(folder, "rs", out);
}

fn files_below(folder: &Path, ending: &str, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, ending, out);
        } else if path.extension().is_some_and(|e| e == ending) {
            out.push(path);
        }
    }
}

#[test]
fn no_folder_imports_upwards() {
    let src = support::root().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 40);
    let mut wrong = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let folder = inside.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        let text = fs::read_to_string(&file).unwrap();
        for (number, line) in text.lines().enumerate() {
            for part in line.split("crate::").skip(1) {
                let other: String =
                    part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                let Some(theirs) = level(&other) else { continue };
                let Some(ours) = level(&folder) else { continue };
                if other != folder && (theirs > ours || (theirs == ours && ours > 1)) {
                    wrong.push(format!(
                        "{}:{}: {folder} may not import {other}",
                        inside.display(),
                        number + 1
                    ));
                }
            }
        }
        if folder == "bin" && text.contains("mod web") {
            wrong.push(format!("{}: the command line has no business with web", inside.display()));
        }
        if !matches!(folder.as_str(), "web" | "bin" | "lib") && text.contains("web_sys") {
            wrong.push(format!("{}: only web knows the browser", inside.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_states_its_invariant() {
    let src = support::root().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        // the header of a rule is its rule; the invariant of all of them is in rules/mod.rs
        let is_rule = file.parent().is_some_and(|p| p.ends_with("rules")) && !file.ends_with("mod.rs");
        let named = file.ends_with("lib.rs") || is_rule || text.contains("**Invariant**");
        assert!(named, "{} does not say what it must not know", file.display());
    }
}

/// What imports what: a file's name, and those of the files that it names.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// The modules of our crate by path (`input::load`), each with those that its code names by `crate::…` and `super::…`.
fn rust_imports() -> Imports {
    let src = support::root().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let parts = |file: &Path| -> Vec<String> {
        let inside = file.strip_prefix(&src).unwrap().with_extension("");
        let parts = inside.components().map(|c| c.as_os_str().to_string_lossy().into_owned());
        parts.filter(|part| part != "mod").collect()
    };
    files.retain(|file| !file.starts_with(src.join("bin")));
    let known: BTreeSet<String> = files.iter().map(|file| parts(file).join("::")).collect();
    let of = |file: &PathBuf| {
        let (own, is_folder) = (parts(file), file.ends_with("mod.rs"));
        let text = fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let mut found = BTreeSet::new();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (from, depth) in [("crate::", own.len()), ("super::", usize::from(!is_folder))] {
                for rest in line.split(from).skip(1) {
                    // `super::super::x` is split at each `super::`: what is between the last ones counts
                    let more = line.matches("super::super::").count() * usize::from(from == "super::");
                    let base = own.len().saturating_sub(depth + more);
                    let path: Vec<&str> =
                        rest.split("::").map(|p| p.trim_end_matches([';', ',', ' '])).collect();
                    let names =
                        (1..=path.len()).map(|n| [&own[..base], &owned(&path[..n])].concat().join("::"));
                    found.extend(names.rev().find(|name| known.contains(name)));
                }
            }
        }
        let own = own.join("::");
        // a folder's mod.rs and its files may name each other
        found.retain(|other| *other != own && !own.starts_with(&format!("{other}::")));
        (own, found)
    };
    files.iter().map(of).collect()
}

fn owned(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|part| part.to_string()).collect()
}

/// The modules of www/ by path (`ui/cards.js`), each with those that it imports at once; what is fetched later by
/// `import(…)` does not count.
fn script_imports() -> Imports {
    let www = support::root().join("www");
    let mut scripts = Vec::new();
    files_below(&www, "js", &mut scripts);
    let of = |path: &PathBuf| {
        let inside = path.strip_prefix(&www).unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(path).unwrap();
        let named = |line: &str| {
            let mut folder: Vec<&str> = inside.split('/').collect();
            folder.pop();
            let address = line.split('\'').nth(1).filter(|address| address.starts_with('.'))?;
            for part in address.split('/') {
                match part {
                    "." => {}
                    ".." => drop(folder.pop()),
                    name => folder.push(name),
                }
            }
            Some(folder.join("/"))
        };
        let imports = text.lines().filter(|line| {
            line.starts_with("import ") || line.starts_with("export {") || line.starts_with("} from ")
        });
        let imports = imports.filter_map(named).filter(|other| !other.starts_with("pkg/")).collect();
        (inside.clone(), imports)
    };
    scripts.iter().map(of).collect()
}

/// The folders of www/ in the order in which they may import: each from itself and from those after it. The published
/// entries at the root come first, then the pages and the editor, whose own root is under all its places; `pkg` is the
/// engine.
const FOLDERS: [&str; 21] = [
    "",
    "pages",
    "editor/shell",
    "editor/start",
    "editor/publish",
    "editor/source",
    "editor/story",
    "editor/check",
    "editor/tables",
    "editor/sources",
    "editor/chapters",
    "editor/preview",
    "editor/sentences",
    "editor/frame",
    "editor/document",
    "editor",
    "embed",
    "element",
    "a11y",
    "ui",
    "pkg",
];

/// Seen to fail: with `import { Stage } from '../element/stage.js'` in www/ui/cards.js.
#[test]
fn no_folder_of_the_page_imports_upwards() {
    let place = |name: &str| {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let place = FOLDERS.iter().position(|known| *known == folder);
        place.unwrap_or_else(|| panic!("www/{folder} has no place in the order of the folders"))
    };
    let mut wrong = Vec::new();
    for (name, others) in script_imports() {
        wrong.extend(
            others.iter().filter(|other| place(other) < place(&name)).map(|other| format!("{name}: {other}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The first circle, as names from a module back to itself.
fn circle(imports: &Imports) -> Option<Vec<String>> {
    fn walk<'a>(
        at: &'a str,
        imports: &'a Imports,
        path: &mut Vec<&'a str>,
        done: &mut BTreeSet<&'a str>,
    ) -> bool {
        if let Some(begin) = path.iter().position(|name| *name == at) {
            path.drain(..begin);
            path.push(at);
            return true;
        }
        if done.contains(at) {
            return false;
        }
        path.push(at);
        for next in imports.get(at).into_iter().flatten() {
            if walk(next, imports, path, done) {
                return true;
            }
        }
        path.pop();
        done.insert(at);
        false
    }
    let mut done = BTreeSet::new();
    imports.keys().find_map(|start| {
        let mut path = Vec::new();
        walk(start, imports, &mut path, &mut done).then(|| owned(&path))
    })
}

/// Seen to fail: with `use super::load` in what is now src/input/suggest.rs; with `import './duoyuan-story.js'` in
/// www/element/controller.js.
#[test]
fn no_modules_import_each_other_in_a_circle() {
    for (imports, least) in [(rust_imports(), 100), (script_imports(), 80)] {
        let edges: usize = imports.values().map(BTreeSet::len).sum();
        assert!(edges > least, "only {edges} imports are found");
        assert_eq!(circle(&imports), None);
    }
    let round = |pairs: [(&str, &str); 2]| {
        pairs.map(|(a, b)| (a.to_string(), BTreeSet::from([b.to_string()]))).into()
    };
    assert_eq!(circle(&round([("a", "b"), ("b", "a")])), Some(owned(&["a", "b", "a"])));
}
