//! Pictures of a story's scenes for those who pass an address on, in pixels.
//!
//! **Invariant**: the same story and the same fonts give the same bytes; a card whose characters no font has is not drawn,
//! and then no other of its story either.

use super::folder::Before;
use super::{sums, Files, Made};
use crate::work;
use duoyuan::export::fonts::Fonts;
use duoyuan::export::raster::{self, About, Scale};
use duoyuan::locale::{Locale, Text};
use duoyuan::site::{address, card, Published};
use duoyuan::theme::Theme;
use std::sync::Mutex;

/// A picture that is to be drawn: its path in the site, and how it is composed.
struct Job {
    path: String,
    scene: usize,
    locale: Locale,
    size: (u32, u32),
}

/// Draws what has changed since `before`; what was drawn from the same is taken from there. The inner error says which
/// characters no font has.
pub fn draw(shown: &Published, before: &Before, quiet: bool) -> Result<Result<Files, Text>, Text> {
    let fonts = Fonts::system();
    let ground = shown.settings.colours().palette(Theme::Light).surface();
    let mut jobs = Vec::new();
    for (scene, told) in shown.story.scenes().iter().enumerate() {
        for &locale in shown.languages() {
            for size in card::SIZES {
                let path = format!("{}{}", shown.folder(), address::card(&told.id, locale, size));
                jobs.push(Job { path, scene, locale, size });
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
            let card = card::compose(shown, job.scene, job.locale, job.size);
            let covered = fonts.cover(&card.frame).and_then(|()| fonts.cover_text(&card.words));
            if let Err(characters) = covered {
                *missing.lock().unwrap_or_else(|e| e.into_inner()) = Some(characters.message());
                return Ok(());
            }
            let from = sums::short(&[card.svg.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes()]);
            if let Some(bytes) = before.made_from(&job.path, &from) {
                lock(&files).insert(job.path.clone(), Made { bytes, from: Some(from) });
                return Ok(());
            }
            let (width, height) = job.size;
            let drawn = (f64::from(width), f64::from(height));
            let pixels = raster::paint(&card.svg, drawn, job.size, ground, &fonts)?;
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
