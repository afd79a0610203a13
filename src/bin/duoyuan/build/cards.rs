//! Pictures of a story's scenes in pixels: cards for those who pass an address on, stills for feeds and for editors who upload
//! a picture.
//!
//! **Invariant**: the same story and the same fonts give the same bytes; a picture whose characters no font has is not drawn,
//! and then no other of its story either.

use super::folder::Before;
use super::{sums, Files, Made};
use crate::work;
use duoyuan::color::Color;
use duoyuan::export::fonts::Fonts;
use duoyuan::export::raster::{self, About, Scale};
use duoyuan::locale::{Locale, Text};
use duoyuan::site::card::{self, Card};
use duoyuan::site::{address, picture, Published, WIDTHS};
use duoyuan::theme::Theme;
use std::sync::Mutex;

/// A picture that is to be drawn: its path in the site, and how it is composed.
struct Job {
    path: String,
    scene: usize,
    locale: Locale,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Card((u32, u32)),
    Still(Theme),
}

/// A picture as a document, with its size in pixels and its ground.
struct Drawing {
    card: Card,
    size: (u32, u32),
    ground: Color,
}

impl Job {
    fn drawing(&self, shown: &Published) -> Drawing {
        let ground = |theme: Theme| shown.settings.colours().palette(theme).surface();
        match self.kind {
            Kind::Card(size) => {
                let card = card::compose(shown, self.scene, self.locale, size);
                Drawing { card, size, ground: ground(Theme::Light) }
            }
            Kind::Still(theme) => {
                let story = &shown.story;
                let placed = picture::place(story, self.scene, STILL, None, self.locale);
                let palette = shown.settings.colours().palette(theme);
                let card = Card {
                    svg: picture::still(story, self.scene, &placed, &palette),
                    frame: picture::rest(&placed),
                    words: String::new(),
                    title: story.expand_plain(&story.scenes()[self.scene].title, self.locale),
                    description: placed.description.clone(),
                };
                let size = (placed.width.round() as u32, placed.height.ceil() as u32);
                Drawing { card, size, ground: ground(theme) }
            }
        }
    }
}

/// CSS px: width of stills in pixels.
const STILL: f64 = WIDTHS[2];

/// Draws what has changed since `before`; what was drawn from the same is taken from there. The inner error says which
/// characters no font has.
pub fn draw(shown: &Published, before: &Before, quiet: bool) -> Result<Result<Files, Text>, Text> {
    let fonts = Fonts::system();
    // a picture is made from its drawing, and that from the story: where the story is the same nothing is even laid out
    let look = shown.settings.colours().style_sheet();
    let name = shown.settings.name.as_ref();
    let name: String = shown.languages().iter().filter_map(|locale| Some(name?.get(*locale))).collect();
    let compiled = shown.compiled.as_ref().map_or("", |file| file.integrity.as_str());
    let story = sums::short(&[compiled, &look, &name, env!("CARGO_PKG_VERSION")].map(str::as_bytes));
    let mut jobs = Vec::new();
    for (scene, told) in shown.story.scenes().iter().enumerate() {
        for &locale in shown.languages() {
            let mut put = |name: String, kind: Kind| {
                jobs.push(Job { path: format!("{}{name}", shown.folder()), scene, locale, kind });
            };
            for size in card::SIZES {
                put(address::card(&told.id, locale, size), Kind::Card(size));
            }
            for theme in [Theme::Light, Theme::Dark] {
                put(address::still_in_pixels(&told.id, STILL, locale, theme), Kind::Still(theme));
            }
        }
    }
    let files: Mutex<Files> = Mutex::default();
    let missing: Mutex<Option<Text>> = Mutex::default();
    let lock = |what| -> std::sync::MutexGuard<'_, Files> {
        let all: &Mutex<Files> = what;
        all.lock().unwrap_or_else(|e| e.into_inner())
    };
    work::run(
        &jobs,
        quiet,
        |job| job.path.clone(),
        |job| {
            if let Some(made) = before.made_where(&job.path, |from| from.starts_with(&story)) {
                lock(&files).insert(job.path.clone(), made);
                return Ok(());
            }
            let Drawing { card, size, ground } = job.drawing(shown);
            let covered = fonts.cover(&card.frame).and_then(|()| fonts.cover_text(&card.words));
            if let Err(characters) = covered {
                *missing.lock().unwrap_or_else(|e| e.into_inner()) = Some(characters.message());
                return Ok(());
            }
            let drawing = sums::short(&[card.svg.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes()]);
            let from = format!("{story}-{drawing}");
            if let Some(Made { bytes, .. }) = before.made_where(&job.path, |from| from.ends_with(&drawing)) {
                lock(&files).insert(job.path.clone(), Made { bytes, from: Some(from) });
                return Ok(());
            }
            let drawn = (f64::from(size.0), f64::from(size.1));
            let pixels = raster::paint(&card.svg, drawn, size, ground, &fonts)?;
            let about = About { title: &card.title, description: &card.description };
            let bytes = raster::png(&pixels, about, Scale::ONE)?;
            lock(&files).insert(job.path.clone(), Made { bytes, from: Some(from) });
            Ok(())
        },
    )?;
    let missing = missing.into_inner().unwrap_or_else(|e| e.into_inner());
    Ok(match missing {
        None => Ok(files.into_inner().unwrap_or_else(|e| e.into_inner())),
        Some(why) => {
            let id = shown.story.id();
            Err(Text::new(
                format!("“{id}”没有分享图片：{}", why.zh()),
                format!("{id} has no pictures to share: {}", why.en()),
            ))
        }
    })
}
