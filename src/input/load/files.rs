//! The files of a story's folder: which are there, which are asked for, and their bytes as text and as a tree.
//!
//! **Invariant**: only files inside the folder; what cannot be read is a diagnostic.

use crate::diagnostic::{Both, Diagnostics, Severity, SourceText};
use crate::input::document::Document;
use crate::input::json;
use crate::model::{Files, MAX_BYTES};

pub(super) fn read(files: &Files, name: &str, diagnostics: &mut Diagnostics) -> Option<Document> {
    let Some(bytes) = files.get(name) else {
        let (message, help) = absent(name);
        let file = SourceText::new(name, "");
        diagnostics.add(Severity::Error, "missing-file", &file, 0, "", message, help);
        return None;
    };
    let text = decode(bytes, name, diagnostics)?;
    match json::parse(&text.text) {
        Ok(tree) => Some(Document { text, tree }),
        Err(slips) => {
            for e in slips {
                let edit = e.edit().map(|(bytes, sign)| (bytes, sign.to_string()));
                diagnostics.add(Severity::Error, e.code, &text, e.at, "", e.message, e.help);
                edit.into_iter().for_each(|(bytes, sign)| diagnostics.mend(&text, bytes, sign));
            }
            None
        }
    }
}

/// What is said of a file that is not there.
pub(crate) fn absent(name: &str) -> (Both, Both) {
    let message = Both::new(format!("缺文件 {name}"), format!("the file {name} is missing"));
    if is_local(name) {
        let help = Both::new(
            "把它放进故事文件夹，或改正文件名",
            "put it into the story's folder, or correct its name",
        );
        return (message, help);
    }
    let help = Both::new(
        "只能用故事文件夹里的文件，写成 series/名称.csv",
        "only files inside the story's folder are read: write series/name.csv",
    );
    (message, help)
}

pub(crate) fn decode(bytes: &[u8], name: &str, diagnostics: &mut Diagnostics) -> Option<SourceText> {
    let empty = SourceText::new(name, "");
    if bytes.len() > MAX_BYTES {
        let message = Both::new("文件超过 2 MB", "the file is larger than 2 MB");
        let help = Both::new("拆分或精简", "split it or cut it down");
        diagnostics.add(Severity::Error, "too-large", &empty, 0, "", message, help);
        return None;
    }
    match json::decode(bytes) {
        Ok(text) => Some(SourceText::new(name, text)),
        Err(e) => {
            // the part before the first bad byte tells the line
            let text = SourceText::new(name, String::from_utf8_lossy(&bytes[..e.at]));
            diagnostics.add(Severity::Error, e.code, &text, text.text.len(), "", e.message, e.help);
            None
        }
    }
}

pub(super) fn missing(files: &Files) -> Vec<String> {
    let Some(bytes) = files.get("story.json") else { return vec!["story.json".into()] };
    let Ok(text) = json::decode(bytes) else { return Vec::new() };
    let Ok(tree) = json::parse(&text) else { return Vec::new() };
    let mut names: Vec<String> = tree.text("sources").map(str::to_string).into_iter().collect();
    if let Some(series) = tree.get("series") {
        names.extend(series.members().iter().filter_map(|(_, s)| s.text("file").map(str::to_string)));
    }
    names.retain(|n| is_local(n) && !files.contains_key(n));
    names.sort();
    names.dedup();
    names
}

/// A name that stays inside the story's folder.
fn is_local(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('/')
        && !name.contains(['\\', ':', '?', '#'])
        && !name.split('/').any(|p| p == "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_asked_for() {
        assert!(is_local("series/a.csv"));
        for bad in ["", "/etc/passwd", "../x.csv", "a/../../b", "http://x/y", "c:\\x"] {
            assert!(!is_local(bad), "{bad}");
        }
    }
}
