//! `limits.json`: what platforms take, and how large the packs of the site's stories are, so that the builder shows the sizes
//! of what it tells editors to make.
//!
//! **Invariant**: the sizes are those of the command `duoyuan export`, measured on the same files.

use super::folder::Before;
use crate::{export, work};
use duoyuan::describe::json::{array, map, object, quote};
use duoyuan::export::limits::{self, Platform};
use duoyuan::locale::{Locale, Text};
use duoyuan::site::publish::{sums, Earlier, Made};
use duoyuan::site::{Published, Site};
use duoyuan::theme::Theme;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Its path in the site.
pub const NAME: &str = "limits.json";
const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Contrast];
/// Of the others the pictures are the stills of the site; their animations take minutes to make.
const MEASURED: Platform = Platform::Wechat;

/// Sizes of packs by story and look, as JSON.
type Packs = BTreeMap<String, BTreeMap<String, String>>;

/// The file; that of an earlier build where the stories are the same.
pub fn file(site: &Site, before: &Before, quiet: bool) -> Result<Made, Text> {
    let compiled =
        |shown: &Published| shown.compiled.as_ref().map_or(String::new(), |file| file.integrity.clone());
    let stories: Vec<String> = site.stories.iter().map(compiled).collect();
    let from = sums::short(&[stories.concat().as_bytes(), env!("CARGO_PKG_VERSION").as_bytes()]);
    if let Some(made) = before.made_where(NAME, &|known| known == from) {
        return Ok(made);
    }
    Ok(Made { bytes: text(site, quiet)?.into_bytes(), from: Some(from) })
}

fn text(site: &Site, quiet: bool) -> Result<String, Text> {
    let mut jobs: Vec<(usize, Locale, Theme)> = Vec::new();
    for (index, shown) in site.stories.iter().enumerate() {
        for &locale in shown.languages() {
            jobs.extend(THEMES.map(|theme| (index, locale, theme)));
        }
    }
    let packs: Mutex<Packs> = Mutex::default();
    let story = |index: usize| &site.stories[index].story;
    work::run(
        &jobs,
        quiet,
        |(index, ..)| story(*index).id().to_string(),
        |(index, locale, theme)| {
            let pack = pack(export::sizes(story(*index), *locale, *theme, MEASURED));
            let look = format!("{}-{}", locale.code(), theme.name());
            let mut all = packs.lock().unwrap_or_else(|e| e.into_inner());
            all.entry(story(*index).id().to_string()).or_default().insert(look, pack);
            Ok(())
        },
    )?;
    let packs = packs.into_inner().unwrap_or_else(|e| e.into_inner());
    let packs = map(packs.into_iter().map(|(id, looks)| (id, object(&[(MEASURED.name(), map(looks))]))));
    let table = limits::json();
    let table = table.trim_end().strip_suffix('}').unwrap_or("{");
    Ok(format!("{table},\"packs\":{packs}}}\n"))
}

/// The sizes of a pack, or why it is refused.
fn pack(sizes: Result<Vec<export::Size>, Text>) -> String {
    let both = |text: &Text| object(&[("zh", quote(text.zh())), ("en", quote(text.en()))]);
    let one = |size: export::Size| {
        let mut members = vec![
            ("scene", quote(&size.scene)),
            ("what", quote(size.what.name())),
            ("actual", size.actual.to_string()),
        ];
        members.extend(size.note.as_ref().map(|note| ("note", both(note))));
        object(&members)
    };
    match sizes {
        Ok(sizes) => object(&[("sizes", array(sizes.into_iter().map(one)))]),
        Err(why) => object(&[("refused", both(&why)), ("sizes", "[]".into())]),
    }
}
