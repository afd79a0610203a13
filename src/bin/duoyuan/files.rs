//! A story's folder to the bytes of its files.
//!
//! **Invariant**: reads only what the story names, and only below its folder.

use crate::check;
use duoyuan::locale::{Locale, Text};
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

/// A story to draw; warnings are for `check` to tell.
pub fn load(path: &Path) -> Result<Story, Text> {
    let read = read(path).map_err(|e| Text::new(format!("故事读不出：{e}"), e))?;
    match Story::load(&read) {
        Ok((story, _)) => Ok(story),
        Err(problems) => {
            let folder = folder(path);
            let lines = |locale| {
                let lines: Vec<String> = problems.iter().map(|p| check::line(p, &folder, locale)).collect();
                lines.join("\n")
            };
            Err(Text::new(
                format!("故事里有问题：\n{}", lines(Locale::Zh)),
                format!("the story has problems:\n{}", lines(Locale::En)),
            ))
        }
    }
}

/// Nothing is overwritten unasked: an error that names the first of these files that exists.
pub fn none_exists<'a>(mut paths: impl Iterator<Item = &'a Path>) -> Result<(), Text> {
    match paths.find(|path| path.exists()) {
        Some(path) => Err(Text::new(
            format!("{} 已经存在；要覆盖请加 --force", path.display()),
            format!("{} exists; use --force to overwrite it", path.display()),
        )),
        None => Ok(()),
    }
}

/// Writes a file whole or not at all: into a neighbour first, then renamed.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Text> {
    let fail = |e: std::io::Error| {
        Text::new(format!("{} 写不成：{e}", path.display()), format!("cannot write {}: {e}", path.display()))
    };
    if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(fail)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    written.map_err(|e| {
        let _ = fs::remove_file(&part);
        fail(e)
    })
}
