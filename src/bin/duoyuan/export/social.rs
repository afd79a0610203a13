//! A chapter for posts: the card that is shared of it, at rest and as it enters.
//!
//! **Invariant**: the pictures have the newsroom's name and colours and the story's title; the animation ends with the card at
//! rest.

use super::{Made, Source};
use duoyuan::export::animation::{Animation, Plays};
use duoyuan::export::limits::What;
use duoyuan::export::raster::{self, About, Pixels, Scale};
use duoyuan::locale::Text;
use duoyuan::motion::frame::Frame;
use duoyuan::site::card::{self, Composition};
use duoyuan::site::picture::rest;
use duoyuan::theme::Theme;

/// Share of a card's pixels that its animation has across and down, in thirds: with all of them it would take long to make.
const THIRDS: u32 = 2;
/// Bytes of an animation that networks take from a phone.
const MOST: usize = 8_000_000;
/// Hundredths of a second between two pictures, first as smooth as it can be.
const STEPS: [u16; 3] = [5, 8, 16];

type Size = (u32, u32);

/// The card as PNG.
pub fn card(source: &Source, name: String, scene: usize, size: Size) -> Result<Made, Text> {
    let card = composed(source, scene, size)?;
    let frame = rest(&card.placed);
    covered(source, &card, &frame)?;
    let pixels = paint(source, &card, &frame, size, size)?;
    let title = title(source, &card);
    let about = About { title: &title, description: &card.placed.description };
    let bytes = raster::png(&pixels, about, Scale::ONE)?;
    let length = bytes.len() as u64;
    source.measured(name, bytes, &[(What::PictureBytes, length)], None)
}

/// The card with the scene's entrance, as GIF.
pub fn film(source: &Source, name: String, scene: usize, size: Size) -> Result<Made, Text> {
    let mut card = composed(source, scene, size)?;
    card.placed.title = title(source, &card);
    covered(source, &card, &rest(&card.placed))?;
    let small = (size.0 * THIRDS / 3, size.1 * THIRDS / 3);
    let mut bytes = Vec::new();
    for step in STEPS {
        let film = Animation::painted(&card.placed, step, |frame| paint(source, &card, frame, size, small))?;
        bytes = film.gif(&card.placed, Plays::Forever)?;
        if bytes.len() <= MOST {
            break;
        }
    }
    let length = bytes.len() as u64;
    source.measured(name, bytes, &[(What::FilmBytes, length)], None)
}

fn composed(source: &Source, scene: usize, size: Size) -> Result<Composition, Text> {
    let shown = source.shown.ok_or_else(|| Text::new("没有故事", "there is no story"))?;
    Ok(card::composition(shown, scene, source.locale, size))
}

fn covered(source: &Source, card: &Composition, frame: &Frame) -> Result<(), Text> {
    let fonts = source.desk.fonts();
    let missing = fonts.cover(frame).and_then(|()| fonts.cover_text(&card.words));
    missing.map_err(|characters| characters.message())
}

fn paint(
    source: &Source,
    card: &Composition,
    frame: &Frame,
    drawn: Size,
    size: Size,
) -> Result<Pixels, Text> {
    let shown = source.shown.ok_or_else(|| Text::new("没有故事", "there is no story"))?;
    let ground = shown.settings.colours().palette(Theme::Light).surface();
    let drawn = (f64::from(drawn.0), f64::from(drawn.1));
    raster::paint(&card.svg(frame), drawn, size, ground, source.desk.fonts())
}

fn title(source: &Source, card: &Composition) -> String {
    let whole = source.story.title().get(source.locale);
    match card.title.contains(whole) {
        true => card.title.clone(),
        false => format!("{whole} · {}", card.title),
    }
}
