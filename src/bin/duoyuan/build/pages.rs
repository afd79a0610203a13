//! All files of a site but its pictures in pixels and its manifest.
//!
//! **Invariant**: the library writes every page; this module knows which there are.

use super::assets::Assets;
use super::inputs::Input;
use super::{sums, Files, Made};
use crate::work;
use duoyuan::describe::json::map;
use duoyuan::locale::{Locale, Text};
use duoyuan::site::height::Heights as Measured;
use duoyuan::site::{address, data, frame, html, list, oembed, picture, reading, server};
use duoyuan::site::{Checked, Published, Site, WIDTHS};
use duoyuan::story::compiled;
use duoyuan::theme::Theme;
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

/// The site, and the files that its pages name by their content.
pub fn begin(assets: &Assets, inputs: Vec<Input>, base: Option<String>) -> (Site, Files) {
    let mut files = Files::new();
    let folder = assets.folder();
    let icon = html::icon(&String::from_utf8_lossy(&assets.files["icon.svg"]));
    let mut known = duoyuan::site::Assets { folder: folder.clone(), icon, ..Default::default() };
    for (name, bytes) in &assets.files {
        known.sums.insert(name.clone(), sums::integrity(bytes));
        files.insert(format!("{folder}{name}"), bytes.clone().into());
    }
    let stories = inputs.into_iter().map(|input| published(input, &mut files)).collect();
    (Site { stories, assets: known, base, widths: WIDTHS }, files)
}

/// A story with the files that its pages name by their content.
fn published(input: Input, files: &mut Files) -> Published {
    let Input { story, settings, files: own } = input;
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
    Published { story, settings, compiled, look, logo, has_cards: false }
}

/// What is made in one go.
enum Job<'a> {
    Story(&'a Published),
    Scene(&'a Published, usize, Locale),
}

/// Writes all pages; returns how high embeds are.
pub fn make(site: &Site, files: &mut Files, quiet: bool) -> Result<Heights, Text> {
    let mut jobs = Vec::new();
    for shown in &site.stories {
        jobs.push(Job::Story(shown));
        for scene in 0..shown.story.scenes().len() {
            jobs.extend(shown.languages().iter().map(|locale| Job::Scene(shown, scene, *locale)));
        }
    }
    let made: Mutex<(Files, Heights)> = Mutex::default();
    let name = |job: &Job| match job {
        Job::Story(shown) => shown.story.id().to_string(),
        Job::Scene(shown, scene, _) => shown.story.scenes()[*scene].id.clone(),
    };
    work::run(&jobs, quiet, name, |job| {
        let (some, heights) = match job {
            Job::Story(shown) => story(site, shown),
            Job::Scene(shown, index, locale) => scene(site, shown, *index, *locale),
        };
        let mut made = made.lock().unwrap_or_else(|e| e.into_inner());
        made.0.extend(some);
        made.1 .0.extend(heights.0);
        Ok(())
    })?;
    let (some, heights) = made.into_inner().unwrap_or_else(|e| e.into_inner());
    files.extend(some);
    entries(site, files);
    Ok(heights)
}

/// The pages of a whole story, and its tables.
fn story(site: &Site, shown: &Published) -> (Files, Heights) {
    let (mut files, mut heights) = (Files::new(), Heights::default());
    let folder = shown.folder();
    let mut put = |name: String, made: Made| files.insert(format!("{folder}{name}"), made);
    let (id, first) = (shown.story.id().to_string(), shown.first());
    for &locale in shown.languages() {
        let own = Measured::of_story(&shown.story, locale);
        put(address::page(first, locale), reading::page(site, shown, locale, false).into());
        put(address::frame(first, locale), frame::page(site, shown, None, locale).into());
        if let Some(answer) = oembed::answer(site, shown, None, locale, &own) {
            put(address::oembed(first, locale), answer.into());
        }
        heights.0.insert((id.clone(), "*".into(), locale.code()), own);
    }
    for (name, text) in data::files(shown) {
        put(name, text.into());
    }
    (files, heights)
}

/// The frame of a scene, with its stills.
fn scene(site: &Site, shown: &Published, index: usize, locale: Locale) -> (Files, Heights) {
    let (mut files, mut heights) = (Files::new(), Heights::default());
    let (folder, first, told) = (shown.folder(), shown.first(), &shown.story.scenes()[index]);
    let mut put = |name: String, made: Made| files.insert(format!("{folder}{name}"), made);
    let own = Measured::of_scene(&shown.story, index, locale);
    put(
        format!("{}/{}", told.id, address::page(first, locale)),
        frame::page(site, shown, Some(index), locale).into(),
    );
    if let Some(answer) = oembed::answer(site, shown, Some(index), locale, &own) {
        put(format!("{}/{}", told.id, address::oembed(first, locale)), answer.into());
    }
    for width in WIDTHS {
        let placed = picture::place(&shown.story, index, width, None, locale);
        for theme in [Theme::Light, Theme::Dark] {
            let palette = shown.settings.colours().palette(theme);
            let text = picture::still(&shown.story, index, &placed, &palette);
            put(address::still(&told.id, width, locale, theme), text.into());
        }
    }
    heights.0.insert((shown.story.id().to_string(), told.id.clone(), locale.code()), own);
    (files, heights)
}

/// What lies at the root: the page that comes first, the entries, and settings for servers.
fn entries(site: &Site, files: &mut Files) {
    match &site.stories[..] {
        [shown] => {
            for &locale in shown.languages() {
                let name = address::page(shown.first(), locale);
                files.insert(name, reading::page(site, shown, locale, true).into());
            }
        }
        _ => {
            files.insert("index.html".into(), list::page(site).into());
        }
    }
    files.insert("embed.html".into(), frame::any(site, "").into());
    let assets = &site.assets.folder;
    files.insert("duoyuan.js".into(), format!("export * from './{assets}duoyuan.js';\n").into());
    if let Some(script) = files.get(&format!("{assets}embed.js")).cloned() {
        files.insert("embed.js".into(), script);
    }
    for (name, text) in server::files(assets, site.base.as_deref().and_then(server::origin)) {
        files.insert(name.into(), text.into());
    }
}
