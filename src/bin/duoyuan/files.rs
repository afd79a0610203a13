//! A story's folder to the bytes of its files.
//!
//! **Invariant**: reads only what the story names, only below its folder, and of no file more than the cap.

use crate::{check, stream};
use duoyuan::diagnostic::{Diagnostic, Severity};
use duoyuan::locale::{Locale, Text};
use duoyuan::model::{Files, MAX_BYTES};
use duoyuan::story::Story;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The folder of a story that is given as a folder or as its story.json. Where that comes by standard input, its other
/// files are looked for in the working folder.
pub fn folder(story: &Path) -> PathBuf {
    if is_folder(story) {
        story.to_path_buf()
    } else {
        story.parent().map(Path::to_path_buf).unwrap_or_default()
    }
}

fn is_folder(story: &Path) -> bool {
    !stream::is_standard(story) && story.is_dir()
}

/// Where a file of a story is; `story.json` is whatever name the story was given by.
pub fn path_of(story: &Path, name: &str) -> PathBuf {
    if name == "story.json" && !is_folder(story) {
        return story.to_path_buf();
    }
    folder(story).join(name)
}

/// All files the story asks for that exist; an error where not even story.json can be read.
pub fn read(story: &Path) -> Result<Files, Text> {
    let mut files = Files::new();
    let main = path_of(story, "story.json");
    files.insert("story.json".into(), read_capped(&main).map_err(|e| unreadable(&main, &e))?);
    for name in Story::missing(&files) {
        let path = path_of(story, &name);
        match read_capped(&path) {
            Ok(bytes) => files.insert(name, bytes),
            Err(e) if e.kind() == ErrorKind::NotFound => None,
            Err(e) => return Err(unreadable(&path, &e)),
        };
    }
    Ok(files)
}

/// Reads one byte more than the cap at most: the story says that it is too large, and an endless file ends.
fn read_capped(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file cannot be read and what to do, in both languages.
pub fn unreadable(path: &Path, error: &std::io::Error) -> Text {
    let (zh, en) = match error.kind() {
        ErrorKind::NotFound => {
            ("没有这个文件；新建故事用 duoyuan new", "there is no such file; duoyuan new begins a story")
        }
        ErrorKind::PermissionDenied => ("没有读取权限", "it may not be read by this user"),
        ErrorKind::IsADirectory => ("这是文件夹，不是文件", "it is a folder, not a file"),
        _ => ("读取出错", "reading failed"),
    };
    Text::new(
        format!("读不到 {}：{zh}（{error}）", path.display()),
        format!("cannot read {}: {en} ({error})", path.display()),
    )
}

/// A story to draw; warnings are for `check` to tell.
pub fn load(path: &Path) -> Result<Story, Text> {
    made(&read(path)?, path)
}

/// The story of these files; `path` is what messages call it.
pub fn made(files: &Files, path: &Path) -> Result<Story, Text> {
    Story::load(files).map(|(story, _)| story).map_err(|found| told(&found, files, path))
}

/// As `made`, for readers: a chart that breaks a rule is a problem too, as they would see words for an editor in its place.
pub fn publishable(files: &Files, path: &Path) -> Result<Story, Text> {
    let (story, found) = Story::load(files).map_err(|found| told(&found, files, path))?;
    let errors: Vec<Diagnostic> = found.into_iter().filter(|one| one.severity == Severity::Error).collect();
    if errors.is_empty() {
        Ok(story)
    } else {
        Err(told(&errors, files, path))
    }
}

/// The languages of those who edit a story: Chinese and English, but no Chinese where the story has none.
fn editors(files: &Files) -> Vec<Locale> {
    let story =
        files.get("story.json").and_then(|bytes| serde_json::from_slice::<serde_json::Value>(bytes).ok());
    let declared = story.as_ref().and_then(|story| story["languages"].as_array());
    let is_chinese = |tag: &serde_json::Value| tag.as_str().and_then(Locale::parse) == Some(Locale::Zh);
    match declared.is_none_or(|tags| tags.is_empty() || tags.iter().any(is_chinese)) {
        true => vec![Locale::Zh, Locale::En],
        false => vec![Locale::En],
    }
}

/// What is wrong with a story, in the languages of its editors.
fn told(found: &[Diagnostic], files: &Files, path: &Path) -> Text {
    let lines = |locale| {
        let lines: Vec<String> = found.iter().map(|one| check::line(one, path, locale)).collect();
        lines.join("\n")
    };
    Text::each(&editors(files), |locale| match locale {
        Locale::Zh => format!("故事里有问题：\n{}", lines(locale)),
        _ => format!("the story has problems:\n{}", lines(locale)),
    })
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

/// Why a file was not written, and what to do instead.
pub fn unwritable(path: &Path, error: &std::io::Error) -> Text {
    let (zh, en) = match error.kind() {
        ErrorKind::PermissionDenied => (
            "没有写入这个文件夹的权限，请换一个文件夹",
            "this folder may not be written to; choose another one",
        ),
        ErrorKind::ReadOnlyFilesystem => {
            ("这个盘或文件夹是只读的，请换一个文件夹", "this disk or folder is read-only; choose another one")
        }
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => (
            "路径里有一段是文件，不是文件夹，请换一个名称",
            "a part of the path is a file, not a folder; choose another name",
        ),
        ErrorKind::IsADirectory => ("这是一个文件夹，请写上文件名", "this is a folder; name a file in it"),
        ErrorKind::NotFound => {
            ("这里不能新建文件，请换一个文件夹", "no file can be made here; choose another folder")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ("盘满了，请腾出空间或换一个盘", "the disk is full; make room or choose another one")
        }
        _ => ("请换一个文件夹再试", "try another folder"),
    };
    Text::new(
        format!("{} 写不成：{zh}（{error}）", path.display()),
        format!("cannot write {}: {en} ({error})", path.display()),
    )
}

/// Writes a file whole or not at all: into a neighbour first, then renamed.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Text> {
    let fail = |e: std::io::Error| unwritable(path, &e);
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
