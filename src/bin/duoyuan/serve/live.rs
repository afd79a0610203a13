//! The pages that `duoyuan build` would write, made at each request from the story as it is now: for stories anywhere, without
//! the project's own pages.
//!
//! **Invariant**: a story that cannot be read has a page all the same, on which the author's engine says what is wrong with
//! it. Only what the story names is read of its folder.

use super::address::{encode, find, Mount};
use crate::build::assets::Assets;
use crate::build::inputs;
use crate::files;
use duoyuan::site::editor_page;
use duoyuan::site::html::{escape, icon, site_block, Told};
use duoyuan::site::publish::{Files, Input};
use duoyuan::site::{self, frame, route, Checked, Published, Site, WIDTHS};
use std::path::PathBuf;

/// The folder of the assets while an editor works: nothing is kept by its name then.
const FOLDER: &str = "assets/";
const LOOK: &str = "look.css";

/// A story with the assets of its pages.
pub struct Live {
    /// As it was named.
    pub story: PathBuf,
    pub assets: Assets,
    /// What its folder is called where its id is not known.
    pub prefix: String,
}

impl Live {
    /// The bytes of a page or file of the site; nothing where there is none.
    pub fn file(&self, segments: &[String]) -> Option<Vec<u8>> {
        let path = segments.join("/");
        if let Some(name) = path.strip_prefix(FOLDER) {
            return self.assets.files.get(name).cloned();
        }
        if segments.first().is_some_and(|first| first == "editor") {
            let mut files = Files::new();
            editor_page::add(&self.assets.files, FOLDER, &mut files);
            return files.remove(&path).map(|made| made.bytes);
        }
        let input = inputs::read(std::slice::from_ref(&self.story), &[]).ok().and_then(|mut all| all.pop());
        let Some(input) = input else {
            return self.plain(segments, &self.prefix).or_else(|| self.unreadable(&path));
        };
        let id = input.story.id().to_string();
        if let Some((_, bytes)) = input.files.iter().find(|(name, _)| path == format!("{id}/{name}")) {
            return Some(bytes.clone());
        }
        if path == format!("{id}/{LOOK}") {
            return Some(input.settings.colours().style_sheet().into_bytes());
        }
        let site = self.site(input);
        let routes = route::all(&site);
        match routes.into_iter().find(|(known, _)| *known == path) {
            Some((_, route)) => Some(route.text(&site).into_bytes()),
            None => self.plain(segments, &id),
        }
    }

    fn shared(&self) -> site::Assets {
        let icon = icon(&String::from_utf8_lossy(&self.assets.files["icon.svg"]));
        site::Assets { folder: FOLDER.into(), icon, live: true, ..Default::default() }
    }

    fn site(&self, input: Input) -> Site {
        let Input { story, settings, checks, .. } = input;
        let look = Checked { path: LOOK.into(), integrity: String::new() };
        let look = (!settings.colours().is_empty()).then_some(look);
        let logo = settings.logo.clone().map(|light| (light, settings.logo_dark.clone()));
        // not compiled: the author's engine reads the plain files, and says what their rules refuse
        let shown = Published { story, settings, checks, compiled: None, look, logo, has_cards: false };
        Site { stories: vec![shown], assets: self.shared(), base: None, widths: WIDTHS }
    }

    /// A file of the story's folder that the story names, below its id or the name it had at first.
    fn plain(&self, segments: &[String], id: &str) -> Option<Vec<u8>> {
        let (first, rest) = segments.split_first()?;
        if (first != id && *first != self.prefix) || rest.is_empty() {
            return None;
        }
        let name = rest.join("/");
        if name == "story.json" {
            return std::fs::read(files::path_of(&self.story, "story.json")).ok();
        }
        if !name.ends_with(".json") && !name.ends_with(".csv") {
            return None;
        }
        let mount = Mount { prefix: first.clone(), folder: files::folder(&self.story) };
        std::fs::read(find(segments, &[mount])?).ok()
    }

    /// The page of a story that cannot be read.
    fn unreadable(&self, path: &str) -> Option<Vec<u8>> {
        if !path.ends_with(".html") {
            return None;
        }
        let src = encode(&format!("{}/story.json", self.prefix));
        let up = "../".repeat(path.matches('/').count());
        let told = [Told {
            id: &self.prefix,
            src: format!("{up}{src}"),
            compiled: None,
            stills: String::new(),
            player: None,
        }];
        let site = Site { stories: Vec::new(), assets: self.shared(), base: None, widths: WIDTHS };
        let page = frame::any(&site, &up)
            .replace("frame.js", "page.js")
            .replace("<body class=\"embed\">", "<body>")
            .replace(&site_block(&[]), &site_block(&told));
        let element = format!("<duoyuan-story src=\"{up}{}\" mode=\"page\"></duoyuan-story>", escape(&src));
        let (before, rest) = page.split_once("<main")?;
        let (_, after) = rest.split_once("</main>")?;
        Some(format!("{before}<main>{element}</main>{after}").into_bytes())
    }
}
