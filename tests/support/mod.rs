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

/// An empty folder of a test's own.
pub fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// Runs the command line as an editor does.
#[cfg(feature = "cli")]
pub fn duoyuan(arguments: &[&str]) -> std::process::Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_duoyuan")).args(arguments).output().unwrap()
}

/// What a tool of poppler-utils (pdftotext, pdfinfo, pdffonts) says of a PDF.
pub fn poppler(tool: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = std::process::Command::new(tool);
    command.args(arguments).arg(file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let out = command.output().unwrap_or_else(|e| panic!("{tool}: {e}; apt-get install poppler-utils"));
    assert!(out.status.success(), "{tool}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// Text without its white space, which a PDF does not keep.
pub fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
