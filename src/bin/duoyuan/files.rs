//! A story's folder to the bytes of its files.
//!
//! **Invariant**: reads only what the story names, and only below its folder.

use duoyuan::story::{Files, Story};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of a story that is given as a folder or as its story.json.
pub fn folder(story: &Path) -> PathBuf {
    if story.is_dir() {
        story.to_path_buf()
    } else {
        story.parent().map(Path::to_path_buf).unwrap_or_default()
    }
}

/// All files the story asks for that exist; an error where not even story.json can be read.
pub fn read(story: &Path) -> Result<Files, String> {
    let folder = folder(story);
    let main = if story.is_dir() { story.join("story.json") } else { story.to_path_buf() };
    let mut files = Files::new();
    let bytes = fs::read(&main).map_err(|e| format!("cannot read {}: {e}", main.display()))?;
    files.insert("story.json".into(), bytes);
    for name in Story::missing(&files) {
        if let Ok(bytes) = fs::read(folder.join(&name)) {
            files.insert(name, bytes);
        }
    }
    Ok(files)
}

/// Writes a file whole or not at all: into a neighbour first, then renamed.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let fail = |e: std::io::Error| format!("cannot write {}: {e}", path.display());
    if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(fail)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    fs::write(&part, bytes).map_err(fail)?;
    fs::rename(&part, path).map_err(|e| {
        let _ = fs::remove_file(&part);
        fail(e)
    })
}
