//! `duoyuan diff OLD NEW` tells an editor what is said otherwise, in both languages, and nothing else.
//! Seen to fail: with every statement taken for the same.

use crate::support;
use std::path::Path;
use std::process::{Command, Output};

/// The Karamay story in a folder of its own, with this change.
fn story(name: &str, from: &str, to: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("duoyuan-diff-{}-{name}", std::process::id()));
    for (file, bytes) in support::karamay_files() {
        let path = folder.join(&file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(file != "story.json" || text.contains(from), "no {from:?}");
        let text = if file == "story.json" { text.replacen(from, to, 1) } else { text };
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn diff(old: &Path, new: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_duoyuan")).arg("diff").args([old, new]).output().unwrap()
}

#[test]
fn what_is_said_otherwise_is_listed_in_both_languages() {
    let same = story("same", "\"format\": 2", "\"format\":  2");
    let quiet = diff(&support::root().join("data/karamay"), &same);
    assert_eq!(quiet.status.code(), Some(0), "another way to write the same is no difference");
    let changed = story("changed", "\"value\": 43.72", "\"value\": 43.92");
    let told = diff(&same, &changed);
    let out = String::from_utf8(told.stdout).unwrap();
    assert_eq!(told.status.code(), Some(1));
    assert!(out.contains("~ figures.green-coverage  (没有写更正 · no correction is listed)"), "{out}");
    for part in ["zh - 绿化覆盖率：43.72%", "zh + 绿化覆盖率：43.92%", "en + Green-coverage rate: 43.92%"]
    {
        assert!(out.contains(part), "no {part:?} in {out}");
    }
    assert!(out.contains("raise it"), "the version is the same: {out}");
    assert!(!out.contains("figures.talent-total"), "told what is the same: {out}");
    let none = diff(&same, Path::new("/nowhere"));
    assert_eq!(none.status.code(), Some(2));
    for folder in [same, changed] {
        std::fs::remove_dir_all(folder).unwrap();
    }
}
