//! What native tests share: the story of data/karamay.
#![cfg(not(target_arch = "wasm32"))]
#![allow(dead_code)]

use duoyuan::story::problem::Problem;
use duoyuan::story::{Files, Story};
use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a story's folder.
pub fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    files.insert("story.json".into(), std::fs::read(folder.join("story.json")).expect("story.json"));
    for name in Story::missing(&files) {
        if let Ok(bytes) = std::fs::read(folder.join(&name)) {
            files.insert(name, bytes);
        }
    }
    files
}

pub fn karamay_files() -> Files {
    files(&root().join("data/karamay"))
}

pub fn karamay() -> Story {
    match Story::load(&karamay_files()) {
        Ok((story, _)) => story,
        Err(problems) => panic!("data/karamay has problems: {problems:#?}"),
    }
}

/// The Karamay story with one edit in a file; the text must be there exactly once or more.
pub fn edited(file: &str, from: &str, to: &str) -> Result<(Story, Vec<Problem>), Vec<Problem>> {
    let mut files = karamay_files();
    let text = String::from_utf8(files[file].clone()).expect("UTF-8");
    assert!(text.contains(from), "{file} has no {from:?} to edit");
    files.insert(file.into(), text.replacen(from, to, 1).into_bytes());
    Story::load(&files)
}

/// The problems of a story, whether it was drawn in part or not at all.
pub fn problems_of(result: Result<(Story, Vec<Problem>), Vec<Problem>>) -> Vec<Problem> {
    match result {
        Ok((_, problems)) | Err(problems) => problems,
    }
}
