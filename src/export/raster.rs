//! Frames to pixels and PNG: the SVG of a frame, drawn by resvg with the fonts of the system.
//!
//! **Invariant**: pixels come from the same SVG that readers get; same fonts, same bytes. The size is checked before
//! anything is drawn.

use crate::color::Color;
use crate::export::fonts::Fonts;
use crate::layout::PlacedScene;
use crate::locale::Text;
use crate::motion::frame::Frame;
use crate::render::palette::Palette;
use crate::render::svg;
use resvg::tiny_skia::{Pixmap, Transform};

/// Largest picture in pixels, as for a canvas.
pub const MAX_PIXELS: u64 = 16_777_216;
/// Longest side in pixels, as for a canvas.
pub const MAX_SIDE: u32 = 8192;

/// Opaque pixels, rows from the top; red, green, blue.
#[derive(Clone, Debug, PartialEq)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<[u8; 3]>,
}

/// What one asks of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale(f64);

impl Scale {
    pub const ONE: Scale = Scale(1.0);
    pub const TWO: Scale = Scale(2.0);

    /// Pixels a CSS px, 0.25 to 8.
    pub fn new(value: f64) -> Option<Scale> {
        (0.25..=8.0).contains(&value).then_some(Scale(value))
    }

    pub fn get(self) -> f64 {
        self.0
    }

    /// Width and height in pixels of a picture of so many CSS px, or why there is none.
    pub fn size(self, width: f64, height: f64) -> Result<(u32, u32), Text> {
        let (w, h) = ((width * self.0).round(), (height * self.0).round());
        let pixels = w * h;
        if w >= 1.0 && h >= 1.0 && w.max(h) <= MAX_SIDE as f64 && pixels <= MAX_PIXELS as f64 {
            return Ok((w as u32, h as u32));
        }
        Err(Text::new(
            format!("图片将有 {w}×{h} 像素，超过上限（每边 {MAX_SIDE}，总数 {MAX_PIXELS}）。请减小 --width 或 --scale，或改用 pdf、svg"),
            format!("the picture would have {w}×{h} pixels, more than {MAX_SIDE} a side or {MAX_PIXELS} in all; use a smaller --width or --scale, or pdf or svg"),
        ))
    }
}

/// Draws a frame. Fails where a character has no font or the picture is too large.
pub fn draw(
    placed: &PlacedScene,
    frame: &Frame,
    palette: &Palette,
    scale: Scale,
    fonts: &Fonts,
) -> Result<Pixels, Text> {
    let size = scale.size(frame.width, frame.height)?;
    fonts.cover(frame).map_err(|missing| missing.message())?;
    let document = svg::write(placed, frame, palette, "scene", &|_| String::new());
    paint(&document, (frame.width, frame.height), size, palette.surface(), fonts)
}

/// Draws a document of `drawn` CSS px into `width` × `height` pixels on an opaque ground.
pub fn paint(
    document: &str,
    drawn: (f64, f64),
    (width, height): (u32, u32),
    ground: Color,
    fonts: &Fonts,
) -> Result<Pixels, Text> {
    let same = |e: String| Text::new(e.clone(), e);
    let tree = fonts.tree(document).map_err(same)?;
    let mut map = Pixmap::new(width, height).ok_or_else(|| same("no memory for the picture".into()))?;
    map.fill(resvg::tiny_skia::Color::from_rgba8(ground.r, ground.g, ground.b, 255));
    let (x, y) = (width as f32 / drawn.0 as f32, height as f32 / drawn.1 as f32);
    resvg::render(&tree, Transform::from_scale(x, y), &mut map.as_mut());
    // the ground is opaque, so that the premultiplied colours are the colours
    let rgb = map.data().chunks_exact(4).map(|p| [p[0], p[1], p[2]]).collect();
    Ok(Pixels { width, height, rgb })
}

/// What a picture's file says of it.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub title: &'a str,
    pub description: &'a str,
}

impl<'a> From<&'a PlacedScene> for About<'a> {
    fn from(placed: &'a PlacedScene) -> Self {
        About { title: &placed.title, description: &placed.description }
    }
}

/// A PNG that carries the picture's title and description, and its pixels a metre.
pub fn png<'a>(pixels: &Pixels, about: impl Into<About<'a>>, scale: Scale) -> Result<Vec<u8>, Text> {
    let mut out = Vec::new();
    encode(pixels, about.into(), scale, &mut out)
        .map_err(|e| Text::new(format!("PNG 未能写成：{e}"), format!("the PNG could not be written: {e}")))?;
    Ok(out)
}

fn encode(pixels: &Pixels, about: About, scale: Scale, out: &mut Vec<u8>) -> Result<(), png::EncodingError> {
    let mut writer = encoder(pixels, about, scale, out)?.write_header()?;
    writer.write_image_data(pixels.rgb.as_flattened())?;
    writer.finish()
}

/// An encoder that has been told everything about the picture but its pixels.
pub(super) fn encoder<'a>(
    pixels: &Pixels,
    about: About,
    scale: Scale,
    out: &'a mut Vec<u8>,
) -> Result<png::Encoder<'a, &'a mut Vec<u8>>, png::EncodingError> {
    let mut encoder = png::Encoder::new(out, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Default);
    encoder.set_adaptive_filter(png::AdaptiveFilterType::Adaptive);
    encoder.set_pixel_dims(Some(resolution(scale)));
    encoder.add_itxt_chunk("Title".into(), about.title.to_string())?;
    encoder.add_itxt_chunk("Description".into(), about.description.to_string())?;
    Ok(encoder)
}

/// A CSS px is 1/96 inch.
fn resolution(scale: Scale) -> png::PixelDimensions {
    let per_metre = (scale.get() * 96.0 / 0.0254).round() as u32;
    png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail: with the side's limit compared to the smaller side.
    #[test]
    fn sizes_beyond_the_caps_are_refused_in_both_languages() {
        let scale = Scale::new(2.0).unwrap();
        assert_eq!(scale.size(720.0, 500.2), Ok((1440, 1000)));
        for (w, h) in [(4100.0, 10.0), (10.0, 4100.0), (2100.0, 2100.0)] {
            let message = scale.size(w, h).unwrap_err();
            assert!(message.zh().contains("像素") && message.en().contains("pixels"));
        }
        assert!(Scale::new(0.0).is_none() && Scale::new(f64::NAN).is_none());
    }
}
