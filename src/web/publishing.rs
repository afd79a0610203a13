//! The story of a draft as a site, in a browser: the files of `duoyuan build`.
//!
//! The page gives the assets, then paints the pictures in pixels that it is told of, then takes the files.
//!
//! **Invariant**: a story with an error, or a `site.json` with one, gives no site but the reason.

use crate::describe::json::{array, object, quote};
use crate::diagnostic::Severity;
use crate::export::limits;
use crate::locale::Text;
use crate::site::address::is_taken;
use crate::site::publish::{lacks, manifest, pages, pictures, twins};
use crate::site::publish::{AssetFiles, Files, InOrder, Input, Nothing, NEEDED};
use crate::site::settings::{is_base, Settings};
use crate::site::Site;
use crate::story::Story;
use crate::web::author::Draft;
use wasm_bindgen::prelude::*;

/// The file that says who publishes.
const SETTINGS: &str = "site.json";

/// A site that is being made.
#[wasm_bindgen]
pub struct SiteBuilder {
    base: String,
    inline: bool,
    assets: AssetFiles,
    site: Option<Site>,
    files: Files,
}

#[wasm_bindgen]
impl SiteBuilder {
    /// `base`: the address where it will be served, with a slash at its end, or empty; `inline`: each page as one file too.
    #[wasm_bindgen(constructor)]
    pub fn new(base: String, inline: bool) -> SiteBuilder {
        SiteBuilder { base, inline, assets: AssetFiles::new(), site: None, files: Files::new() }
    }

    /// Takes a script, style or engine of every site.
    pub fn add_asset(&mut self, name: String, bytes: Vec<u8>) {
        self.assets.insert(name, bytes);
    }

    /// Reads and checks the story; empty, or why there can be no site, in Chinese and English.
    pub fn begin(&mut self, draft: &Draft) -> String {
        match self.read(draft) {
            Ok(()) => String::new(),
            Err(why) => format!("{}\n{}", why.zh(), why.en()),
        }
    }

    /// The pictures in pixels that the pages name, as JSON: `path`, `svg`, `width` and `height` in px, `ground`.
    pub fn pictures(&self) -> String {
        let shown = self.site.iter().flat_map(|site| &site.stories);
        array(shown.flat_map(|shown| pictures::jobs(shown).into_iter().map(move |job| (shown, job))).map(
            |(shown, job)| {
                let drawing = job.drawing(shown);
                object(&[
                    ("path", quote(&job.path)),
                    ("svg", quote(&drawing.card.svg)),
                    ("width", drawing.size.0.to_string()),
                    ("height", drawing.size.1.to_string()),
                    ("ground", quote(&drawing.ground.to_hex())),
                ])
            },
        ))
    }

    /// Takes one of them, as PNG.
    pub fn add_picture(&mut self, path: String, bytes: Vec<u8>) {
        self.files.insert(path, bytes.into());
    }

    /// Makes all pages; empty, or why that fails, in Chinese and English.
    pub fn finish(&mut self) -> String {
        match self.make() {
            Ok(()) => String::new(),
            Err(why) => format!("{}\n{}", why.zh(), why.en()),
        }
    }

    /// The paths of all files, one a line.
    pub fn paths(&self) -> String {
        self.files.keys().map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// The bytes of a file; none where there is no such path.
    pub fn file(&self, path: &str) -> Vec<u8> {
        self.files.get(path).map(|made| made.bytes.clone()).unwrap_or_default()
    }
}

impl SiteBuilder {
    fn read(&mut self, draft: &Draft) -> Result<(), Text> {
        if let Some(name) = NEEDED.iter().find(|name| !self.assets.contains_key(**name)) {
            return Err(lacks(name));
        }
        let unfit = || Text::new("故事里还有要改的错误", "the story still has errors to be mended");
        let (story, found) = Story::load(&draft.files).map_err(|_| unfit())?;
        if found.iter().any(|one| one.severity == Severity::Error) {
            return Err(unfit());
        }
        let id = story.id();
        if is_taken(id) {
            return Err(Text::new(
                format!("故事的 id 不能是“{id}”，网站里这个名称另有用途"),
                format!("a story cannot have the id {id:?}; the site uses that name itself"),
            ));
        }
        let settings = match draft.files.get(SETTINGS) {
            Some(bytes) => Settings::read(&String::from_utf8_lossy(bytes), SETTINGS)?,
            None => Settings::default(),
        };
        let names = [&settings.logo, &settings.logo_dark, &settings.script].into_iter().flatten();
        let own = names.filter_map(|name| Some((name.clone(), draft.files.get(name)?.clone())));
        let base = Some(self.base.clone()).filter(|base| is_base(base)).or(settings.base.clone());
        let files = own.collect();
        let input = Input { story, settings, checks: draft.checks(), files, row: Vec::new() };
        let (site, files) = pages::begin(&self.assets, vec![input], base);
        (self.site, self.files) = (Some(site), files);
        Ok(())
    }

    fn make(&mut self) -> Result<(), Text> {
        let Some(site) = &mut self.site else { return Ok(()) };
        for shown in &mut site.stories {
            shown.has_cards = pictures::jobs(shown).iter().all(|job| self.files.contains_key(&job.path));
        }
        let files = &mut self.files;
        let heights = pages::make(site, files, &InOrder)?;
        // how large packs for platforms are is measured where they are made: by the command
        files.insert("limits.json".into(), format!("{}\n", limits::json().trim_end()).into());
        if self.inline {
            pages::singles(site, &self.assets, files)?;
        }
        twins::add(files, &Nothing, &InOrder)?;
        files.insert("manifest.json".into(), manifest::text(site, &heights, files).into());
        Ok(())
    }
}
