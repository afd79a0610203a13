//! Files to a folder: what is there already stays as it is, and what an earlier build wrote and this one does not is removed.
//!
//! A new folder takes its name when it is whole. In one that is there every file is replaced whole: first what pages name by
//! its content, then the pages, the manifest last. So a reader who comes meanwhile finds a page with all that it needs.
//!
//! **Invariant**: removes only what the manifest of an earlier build names, and of that nothing that is named by its content:
//! pages that readers still have open ask for it.

use crate::files::{unreadable, unwritable, write_whole};
use duoyuan::locale::Text;
use duoyuan::site::publish::{sums, Earlier, Files, Made};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What an earlier build wrote.
pub struct Before {
    root: PathBuf,
    /// Members of its manifest by path.
    files: serde_json::Map<String, Value>,
    exists: bool,
}

impl Before {
    /// Reads the manifest. Refuses a folder with files of another origin, unless forced.
    pub fn read(root: &Path, force: bool) -> Result<Before, Text> {
        let nothing =
            Before { root: root.to_path_buf(), files: serde_json::Map::new(), exists: root.exists() };
        let entries = match fs::read_dir(root) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(nothing),
            entries => entries.map_err(|e| unreadable(root, &e))?,
        };
        let manifest = fs::read(root.join("manifest.json")).ok();
        let manifest: Option<Value> = manifest.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let files = manifest.as_ref().and_then(|value| value["files"].as_object()).cloned();
        match files {
            Some(files) => Ok(Before { files, ..nothing }),
            None if force || entries.count() == 0 => Ok(nothing),
            None => Err(Text::new(
                format!(
                    "{} 里有别的文件，不是 duoyuan build 写的；换一个文件夹，或加 --force",
                    root.display()
                ),
                format!(
                    "{} has files that duoyuan build did not write; choose another folder, or use --force",
                    root.display()
                ),
            )),
        }
    }
}

impl Earlier for Before {
    fn by_origin(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (path, entry) in &self.files {
            if let Some(from) = entry["from"].as_str() {
                all.entry(from).or_default().push(path);
            }
        }
        all
    }

    fn made_where(&self, path: &str, is_same: &dyn Fn(&str) -> bool) -> Option<Made> {
        let entry = self.files.get(path)?;
        let from = entry["from"].as_str().filter(|from| is_same(from))?;
        let bytes = fs::read(self.root.join(path)).ok()?;
        let is_whole = entry["integrity"].as_str() == Some(&sums::integrity(&bytes));
        is_whole.then(|| Made { bytes, from: Some(from.to_string()) })
    }
}

/// Whether a name stands for one content only.
fn is_frozen(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let is_version =
        first.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    first.starts_with("assets-")
        || is_version && path.contains('/')
        || path.contains(".compiled") && !path.contains("/story.compiled")
}

/// In which order files are written: pages after what they name.
fn turn(path: &str) -> u8 {
    match path {
        "manifest.json" => 3,
        _ if path.ends_with(".html") => 2,
        _ if is_frozen(path) => 0,
        _ => 1,
    }
}

/// Writes what differs; returns how many files that were.
pub fn write(root: &Path, files: &Files, before: &Before) -> Result<usize, Text> {
    let mut order: Vec<&String> = files.keys().collect();
    order.sort_by_key(|path| (turn(path), path.as_str()));
    if !before.exists {
        let mut name = root.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{}.part", std::process::id()));
        let part = root.with_file_name(name);
        let written = order.iter().try_for_each(|path| write_whole(&part.join(path), &files[*path].bytes));
        let whole = written.and_then(|()| fs::rename(&part, root).map_err(|e| unwritable(root, &e)));
        if whole.is_err() {
            let _ = fs::remove_dir_all(&part);
        }
        return whole.map(|()| files.len());
    }
    let mut count = 0;
    for path in order {
        let (at, bytes) = (root.join(path), &files[path].bytes);
        if fs::read(&at).ok().as_ref() != Some(bytes) {
            write_whole(&at, bytes)?;
            count += 1;
        }
    }
    for path in before.files.keys().filter(|path| !files.contains_key(*path) && !is_frozen(path)) {
        remove(root, path);
    }
    Ok(count)
}

/// Removes a file, and the folders above it that are empty then. A path that leads out of the folder is none of ours.
fn remove(root: &Path, path: &str) {
    let inside = Path::new(path);
    if !inside.components().all(|part| matches!(part, std::path::Component::Normal(_))) {
        return;
    }
    let _ = fs::remove_file(root.join(inside));
    for folder in inside.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()) {
        // fails where something is left in it, which is what is wanted
        let _ = fs::remove_dir(root.join(folder));
    }
}
