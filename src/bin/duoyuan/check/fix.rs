//! Makes the edits that diagnostics carry, in the story's own files, until none is left.
//!
//! **Invariant**: only what an edit names is changed: order, spacing, comments and printed digits stay. A story that has no
//! edits is not written.

use crate::files;
use duoyuan::diagnostic::{for_editors, Diagnostic, SourceText};
use duoyuan::locale::{Locale, Text};
use duoyuan::model::Files;
use duoyuan::story::Story;
use std::collections::BTreeMap;
use std::path::Path;

/// Rounds: an edit may uncover the next, as a comma does that kept the file from being read.
const MOST: usize = 20;

/// The byte order mark that some editors put before a text; places count from behind it.
const MARK: &str = "\u{feff}";

/// Mends a story in its folder and prints what was changed.
pub fn story(story: &Path, locale: Locale, quiet: bool) -> Result<(), Text> {
    if story == Path::new("-") {
        return Err(Text::new(
            "--fix 改的是文件；标准输入没有文件",
            "--fix changes files, and standard input is none",
        ));
    }
    let mut files = files::read(story)?;
    for _ in 0..MOST {
        let changed = round(&files, |file, diagnostic, before| {
            if !quiet {
                println!("{}", line(&files::path_of(story, file), diagnostic, before, locale));
            }
        });
        if changed.is_empty() {
            return Ok(());
        }
        for (name, text) in changed {
            files::write_whole(&files::path_of(story, &name), text.as_bytes())?;
            files.insert(name, text.into_bytes());
        }
        // a sheet or a series that could not be asked for before may be there now
        files = files::read(story)?;
    }
    Ok(())
}

/// The files that one round of edits changes, whole.
fn round(files: &Files, mut tell: impl FnMut(&str, &Diagnostic, &str)) -> BTreeMap<String, String> {
    let (Ok((_, found)) | Err(found)) = Story::load(files);
    let mut changed = BTreeMap::new();
    for (name, bytes) in files {
        let own: Vec<&Diagnostic> = found.iter().filter(|d| d.file == *name && d.edit.is_some()).collect();
        let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| !own.is_empty()) else { continue };
        let (mark, plain) = text.strip_prefix(MARK).map_or(("", text), |plain| (MARK, plain));
        let file = SourceText::new(name.as_str(), plain);
        let (mended, made) = file.edited(own.iter().filter_map(|d| d.edit.as_ref()));
        for edit in &made {
            let told = own.iter().find(|d| d.edit.as_ref() == Some(*edit));
            let before = &plain[file.offset(edit.from)..file.offset(edit.to)];
            told.into_iter().for_each(|diagnostic| tell(name, diagnostic, before));
        }
        if mended != plain {
            changed.insert(name.clone(), [mark, &mended].concat());
        }
    }
    changed
}

/// `FILE:LINE:COLUMN CODE before → after`.
fn line(file: &Path, diagnostic: &Diagnostic, before: &str, locale: Locale) -> String {
    let Some(edit) = &diagnostic.edit else { return String::new() };
    let place = format!("{}:{}:{} {}", file.display(), edit.from.0, edit.from.1, diagnostic.code);
    match (before, edit.text.as_str()) {
        ("", text) => format!("{place} {} {text}", for_editors(locale, "加上", "put in")),
        (before, "") => format!("{place} {} {before}", for_editors(locale, "删去", "took out")),
        (before, text) => format!("{place} {before} → {text}"),
    }
}
