//! What a site is made from: stories that pass their checks, and what their newsroom says in `site.json`.
//!
//! **Invariant**: a story with a mistake, or a `site.json` with one, stops everything; nothing outside the named folders is
//! read but `site.json` of the folders above, with its logo and script beside it.

use crate::{facts, files};
use duoyuan::locale::{Locale, Text};
use duoyuan::model::Files;
use duoyuan::site::address::is_taken;
use duoyuan::site::each;
use duoyuan::site::publish::{Input, Named};
use duoyuan::site::settings::Settings;
use duoyuan::story::Story;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How many folders above a story's own may have a `site.json`.
const ABOVE: usize = 4;
/// Bytes: largest logo or script of a newsroom.
const MAX_FILE: u64 = 512 * 1024;

/// Reads all of them, in their order.
pub fn read(paths: &[PathBuf], languages: &[Locale]) -> Result<Vec<Input>, Text> {
    let mut known = BTreeSet::new();
    let mut all = Vec::new();
    for path in paths {
        let said = path.display().to_string();
        all.push(input(path, files::publishable(&files::read(path)?, path)?, &said, languages, &mut known)?);
    }
    Ok(all)
}

/// Reads a story for each row of a table: its files have fields in them.
pub fn read_each(path: &Path, table: &Path, languages: &[Locale]) -> Result<Vec<Input>, Text> {
    let text = read_text(table)?;
    let named = table.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut known = BTreeSet::new();
    let mut all = Vec::new();
    for row in each::rows(&text, &named)? {
        let said = format!("{named}:{}", row.line);
        let in_row = |e: Text| Text::new(format!("{said} {}", e.zh()), format!("{said} {}", e.en()));
        let story = filled(path, &row).map_err(in_row)?;
        let mut one = input(path, story, &said, languages, &mut known)?;
        one.row = row.fields;
        all.push(one);
    }
    Ok(all)
}

/// The story with the fields of a row put in.
fn filled(path: &Path, row: &each::Row) -> Result<Story, Text> {
    let mut all = Files::new();
    let main = read_text(&files::path_of(path, "story.json"))?;
    all.insert("story.json".into(), each::fill(&main, "story.json", row)?.into_bytes());
    for name in Story::missing(&all) {
        let at = files::path_of(path, &name);
        if at.is_file() {
            all.insert(name.clone(), each::fill(&read_text(&at)?, &name, row)?.into_bytes());
        }
    }
    files::publishable(&all, path)
}

fn read_text(path: &Path) -> Result<String, Text> {
    let bytes = std::fs::read(path).map_err(|e| files::unreadable(path, &e))?;
    String::from_utf8(bytes).map_err(|_| {
        let shown = path.display();
        Text::new(
            format!("{shown} 不是 UTF-8；先运行 duoyuan convert"),
            format!("{shown} is not UTF-8; run duoyuan convert first"),
        )
    })
}

/// A story that may be published; `said` is what messages call it.
fn input(
    path: &Path,
    mut story: Story,
    said: &str,
    languages: &[Locale],
    known: &mut BTreeSet<String>,
) -> Result<Input, Text> {
    story.keep_languages(|locale| languages.is_empty() || languages.contains(&locale));
    let id = story.id().to_string();
    if is_taken(&id) {
        return Err(Text::new(
            format!("{said}：故事的 id 不能是“{id}”，网站里这个名称另有用途"),
            format!("{said}: a story cannot have the id {id:?}; the site uses that name itself"),
        ));
    }
    if !known.insert(id.clone()) {
        return Err(Text::new(
            format!("{said}：前面已有一个故事的 id 是“{id}”，请改一个；用 --each 时，id 里要有一个各行不同的字段"),
            format!("{said}: another story has the id {id:?}; change one of them. With --each the id needs a field that differs from row to row"),
        ));
    }
    let (settings, files) = settings(&files::folder(path))?;
    let checks = facts::checks(path)?;
    Ok(Input { story, settings, checks, files, row: Vec::new() })
}

/// What the `site.json` of the folder and of those above it say together, with the files that they name.
fn settings(folder: &Path) -> Result<(Settings, Vec<Named>), Text> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let whole = folder.canonicalize().map_err(|e| files::unreadable(folder, &e))?;
    let mut together = Settings::default();
    let mut named: Vec<Named> = Vec::new();
    for at in whole.ancestors().take(1 + ABOVE) {
        let path = at.join("site.json");
        if !path.is_file() {
            continue;
        }
        let text = std::fs::read_to_string(&path).map_err(|e| files::unreadable(&path, &e))?;
        let own = Settings::read(&text, &path.display().to_string())?;
        let own_files = [&own.logo, &own.logo_dark, &own.script];
        for name in own_files.into_iter().flatten() {
            if !named.iter().any(|(known, _)| known == name) {
                named.push((name.clone(), read_file(&at.join(name))?));
            }
        }
        together = together.over(own);
    }
    // a nearer folder's logo takes the place of another, which is then not published
    let wanted = [&together.logo, &together.logo_dark, &together.script];
    named.retain(|(name, _)| wanted.contains(&&Some(name.clone())));
    Ok((together, named))
}

fn read_file(path: &Path) -> Result<Vec<u8>, Text> {
    let about = path.metadata().map_err(|e| files::unreadable(path, &e))?;
    if about.len() > MAX_FILE {
        return Err(Text::new(
            format!("{} 超过 512 KB", path.display()),
            format!("{} is larger than 512 kB", path.display()),
        ));
    }
    std::fs::read(path).map_err(|e| files::unreadable(path, &e))
}
