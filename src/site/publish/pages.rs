//! All files of a site but its pictures in pixels and its manifest.
//!
//! **Invariant**: the library writes every page; this module knows which there are.

use super::{lacks, sums, AssetFiles, Files, Input, Made, Workers};
use crate::describe::{self, json::map, Table};
use crate::locale::Text;
use crate::site::height::Heights as Measured;
use crate::site::inline::{in_page, Inline};
use crate::site::{address, frame, html, reading, route, server};
use crate::site::{Checked, Published, Site, WIDTHS};
use crate::story::compiled;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Heights of embeds: by story, scene (`*`: all) and language.
#[derive(Default)]
pub struct Heights(BTreeMap<(String, String, &'static str), Measured>);

impl Heights {
    /// As the manifest has them.
    pub fn json(&self) -> String {
        let mut stories: BTreeMap<&str, BTreeMap<&str, BTreeMap<&str, &Measured>>> = BTreeMap::new();
        for ((story, scene, lang), heights) in &self.0 {
            stories.entry(story).or_default().entry(scene).or_default().insert(lang, heights);
        }
        let widths = |heights: &Measured| {
            map(heights.0.iter().map(|(width, height)| (width.to_string(), height.to_string())))
        };
        map(stories.into_iter().map(|(story, scenes)| {
            let scenes = scenes.into_iter().map(|(scene, languages)| {
                let languages =
                    languages.into_iter().map(|(lang, heights)| (lang.to_string(), widths(heights)));
                (scene.to_string(), map(languages))
            });
            (story.to_string(), map(scenes))
        }))
    }
}

/// For stories made from a table: the table with the address of each one's page and frame.
pub fn links(inputs: &[Input], base: Option<&str>) -> Option<String> {
    let first = inputs.first().filter(|input| !input.row.is_empty())?;
    let mut columns: Vec<String> = first.row.iter().map(|(name, _)| name.clone()).collect();
    columns.extend(["page".to_string(), "frame".to_string()]);
    let rows = inputs.iter().map(|input| {
        let folder = address::encode(input.story.id());
        let base = base.unwrap_or_default();
        let mut cells: Vec<String> = input.row.iter().map(|(_, cell)| cell.clone()).collect();
        cells.extend([format!("{base}{folder}/"), format!("{base}{folder}/embed.html")]);
        (String::new(), cells)
    });
    let table = Table { caption: String::new(), columns, rows: rows.collect() };
    Some(format!("\u{feff}{}", describe::csv(&table)))
}

/// The site, and the files that its pages name by their content.
pub fn begin(assets: &AssetFiles, inputs: Vec<Input>, base: Option<String>) -> (Site, Files) {
    let mut files = Files::new();
    let folder = super::folder_of(assets);
    let icon = html::icon(&String::from_utf8_lossy(&assets["icon.svg"]));
    let mut known = crate::site::Assets { folder: folder.clone(), icon, ..Default::default() };
    for (name, bytes) in assets {
        known.sums.insert(name.clone(), sums::integrity(bytes));
        files.insert(format!("{folder}{name}"), bytes.clone().into());
    }
    let stories = inputs.into_iter().map(|input| published(input, &mut files)).collect();
    (Site { stories, assets: known, base, widths: WIDTHS }, files)
}

/// A story with the files that its pages name by their content.
fn published(input: Input, files: &mut Files) -> Published {
    let Input { story, settings, checks, files: own, .. } = input;
    let folder = format!("{}/", story.id());
    let mut keep = |name: String, bytes: Vec<u8>| {
        let integrity = sums::integrity(&bytes);
        files.insert(format!("{folder}{name}"), bytes.into());
        Checked { path: name, integrity }
    };
    let bytes = compiled::write(&story);
    // for pages of this site, with its checksum; and for any page that names story.json
    let name = format!("story-{}.compiled", sums::short(&[&bytes]));
    keep("story.compiled".into(), bytes.clone());
    let compiled = Some(keep(name, bytes));
    let colours = settings.colours();
    let look = (!colours.is_empty()).then(|| {
        let sheet = colours.style_sheet().into_bytes();
        keep(format!("look-{}.css", sums::short(&[&sheet])), sheet)
    });
    for (name, bytes) in own {
        keep(name, bytes);
    }
    let logo = settings.logo.clone().map(|light| (light, settings.logo_dark.clone()));
    Published { story, settings, checks, compiled, look, logo, has_cards: false }
}

/// Writes all pages; returns how high embeds are.
pub fn make(site: &Site, files: &mut Files, workers: &impl Workers) -> Result<Heights, Text> {
    let routes = route::all(site);
    let made: Mutex<Files> = Mutex::default();
    workers.run(
        &routes,
        |(path, _)| path.clone(),
        |(path, route)| {
            let text = route.text(site);
            made.lock().unwrap_or_else(|e| e.into_inner()).insert(path.clone(), text.into());
            Ok(())
        },
    )?;
    files.extend(made.into_inner().unwrap_or_else(|e| e.into_inner()));
    entries(site, files);
    frozen(site, files);
    heights(site, workers)
}

/// Writes each story as one file that asks for nothing, in each of its languages.
pub fn singles(site: &Site, assets: &AssetFiles, files: &mut Files) -> Result<(), Text> {
    let text = |name: &str| -> Result<String, Text> {
        let bytes = assets.get(name).ok_or_else(|| lacks(name))?;
        Ok(String::from_utf8_lossy(bytes).into_owned())
    };
    let script = in_page(&text("single.js")?);
    for shown in &site.stories {
        let compiled = compiled::write(&shown.story);
        let style = format!("{}{}", text("page.css")?.trim(), shown.settings.colours().style_sheet().trim());
        let inline = Inline {
            sums: [sums::in_policy(&style), sums::in_policy(&script)],
            style,
            script: script.clone(),
            player: sums::address_of("application/wasm", &assets["player.wasm"]),
            compiled: sums::address_of("application/octet-stream", &compiled),
            files: logos(shown, files),
        };
        for &locale in shown.languages() {
            let name = format!("{}{}", shown.folder(), address::single(shown.first(), locale));
            files.insert(name, reading::single(site, shown, locale, &inline).into());
        }
    }
    Ok(())
}

/// The newsroom's signs as addresses that hold their bytes.
fn logos(shown: &Published, files: &Files) -> BTreeMap<String, String> {
    let names = shown.logo.iter().flat_map(|(light, dark)| [Some(light), dark.as_ref()]).flatten();
    let address = |name: &String| {
        let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("svg") => "image/svg+xml",
            Some("jpg" | "jpeg") => "image/jpeg",
            Some("webp") => "image/webp",
            _ => "image/png",
        };
        let made = files.get(&format!("{}{name}", shown.folder()))?;
        Some((name.clone(), sums::address_of(kind, &made.bytes)))
    };
    names.filter_map(address).collect()
}

/// How high the embeds of all stories are.
fn heights(site: &Site, workers: &impl Workers) -> Result<Heights, Text> {
    let mut jobs = Vec::new();
    for shown in &site.stories {
        for &locale in shown.languages() {
            let scenes = (0..shown.story.scenes().len()).map(Some);
            jobs.extend(scenes.chain([None]).map(|scene| (shown, scene, locale)));
        }
    }
    let all: Mutex<Heights> = Mutex::default();
    workers.run(
        &jobs,
        |(shown, ..)| shown.story.id().to_string(),
        |(shown, scene, locale)| {
            let measured = Measured::of(&shown.story, *scene, *locale);
            let name = scene.map_or("*".to_string(), |index| shown.story.scenes()[index].id.clone());
            let key = (shown.story.id().to_string(), name, locale.code());
            all.lock().unwrap_or_else(|e| e.into_inner()).0.insert(key, measured);
            Ok(())
        },
    )?;
    Ok(all.into_inner().unwrap_or_else(|e| e.into_inner()))
}

/// The entries whose addresses never change, also in latest/, and settings for servers.
fn entries(site: &Site, files: &mut Files) {
    let assets = &site.assets.folder;
    for folder in ["", "latest/"] {
        entries_in(site, folder, files);
    }
    for shown in &site.stories {
        let compiled = format!("{}story.compiled", shown.folder());
        files.extend(files.get(&compiled).cloned().map(|made| (format!("latest/{compiled}"), made)));
    }
    for (name, text) in server::files(assets, site.base.as_deref().and_then(server::origin)) {
        files.insert(name.into(), text.into());
    }
}

/// The scripts that other pages name, and the frame of any story, in a folder of the site.
fn entries_in(site: &Site, folder: &str, files: &mut Files) {
    let assets = &site.assets.folder;
    let up = "../".repeat(folder.matches('/').count());
    let to = if up.is_empty() { "./" } else { &up };
    let element = format!("export * from '{to}{assets}duoyuan.js';\n");
    files.insert(format!("{folder}duoyuan.js"), element.into());
    if let Some(script) = files.get(&format!("{assets}embed.js")).cloned() {
        files.insert(format!("{folder}embed.js"), script);
    }
    if !folder.is_empty() {
        files.insert(format!("{folder}embed.html"), frame::any(site, &up).into());
    }
}

/// What embeds that must never change name: frames, compiled stories, stills and data in a folder named by all of them.
fn frozen(site: &Site, files: &mut Files) {
    let is_kept = |path: &str, id: &str| {
        let inside = path.strip_prefix(id).and_then(|rest| rest.strip_prefix('/'));
        inside.is_some_and(|name| {
            let is_frame = name.ends_with(".html") && (name.contains('/') || name.starts_with("embed"));
            let is_data = name.starts_with("stills/") || name.starts_with("data/");
            is_frame || is_data || name.ends_with(".compiled") || name.starts_with("look-")
        })
    };
    let kept: Vec<(String, Made)> = files
        .iter()
        .filter(|(path, _)| site.stories.iter().any(|shown| is_kept(path, shown.story.id())))
        .map(|(path, made)| (path.clone(), made.clone()))
        .collect();
    let parts: Vec<&[u8]> =
        kept.iter().flat_map(|(path, made)| [path.as_bytes(), made.bytes.as_slice()]).collect();
    let folder = format!("v{}-{}/", env!("CARGO_PKG_VERSION"), &sums::short(&parts)[..8]);
    let assets = &site.assets.folder;
    // the folder of a story as links to its reading page have it
    let own = |path: &str| format!("{}/", address::encode(path.split('/').next().unwrap_or_default()));
    for (path, made) in kept {
        // assets and reading pages are beside this folder, not in it
        let bytes = match path.ends_with(".html") {
            true => String::from_utf8_lossy(&made.bytes)
                .replace(&format!("../{assets}"), &format!("../../{assets}"))
                .replace(&format!("../{}", own(&path)), &format!("../../{}", own(&path)))
                .into_bytes(),
            false => made.bytes,
        };
        files.insert(format!("{folder}{path}"), bytes.into());
    }
    entries_in(site, &folder, files);
}
