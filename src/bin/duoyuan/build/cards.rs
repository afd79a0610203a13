//! Pictures of a story's scenes in pixels: cards for those who pass an address on, stills for feeds and for editors who upload
//! a picture.
//!
//! **Invariant**: the same story and the same fonts give the same bytes; a picture whose characters no font has is not drawn,
//! and then no other of its story either.

use super::folder::Before;
use crate::work;
use duoyuan::export::fonts::Fonts;
use duoyuan::export::raster::{self, About, Scale};
use duoyuan::locale::Text;
use duoyuan::site::publish::pictures::{jobs, Drawing};
use duoyuan::site::publish::{sums, Earlier, Files, Made};
use duoyuan::site::Published;
use std::sync::Mutex;

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
    let jobs = jobs(shown);
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
            if let Some(made) = before.made_where(&job.path, &|from| from.starts_with(&story)) {
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
            if let Some(Made { bytes, .. }) = before.made_where(&job.path, &|from| from.ends_with(&drawing)) {
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
