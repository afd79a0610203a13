//! A scene's entrance to pictures in a row, and these to GIF and APNG: plays once or for ever, ends at rest.
//!
//! **Invariant**: the last picture is the scene at rest, pixel by pixel; a picture after the first is only what changed.
//! Same fonts, same bytes.

use crate::export::fonts::Fonts;
use crate::export::raster;
use crate::export::raster::{Pixels, Scale};
use crate::geometry::Seconds;
use crate::layout::PlacedScene;
use crate::locale::Text;
use crate::motion::frame::{frame_at, Frame};
use crate::render::palette::Palette;
use std::collections::BTreeMap;

/// How long the picture at rest stands before a animation begins again, in hundredths of a second.
const HOLD: u16 = 250;

/// How often a animation is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plays {
    Once,
    Forever,
}

/// What changed from one picture to the next.
#[derive(Clone, Debug, PartialEq)]
struct Patch {
    x: u32,
    y: u32,
    pixels: Pixels,
    /// Hundredths of a second until the next one.
    delay: u16,
}

/// A scene's entrance in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Animation {
    /// The scene at rest.
    pub rest: Pixels,
    patches: Vec<Patch>,
}

impl Animation {
    /// Draws the entrance; `step` is the time between two pictures in hundredths of a second, at least 2.
    pub fn draw(
        placed: &PlacedScene,
        palette: &Palette,
        scale: Scale,
        step: u16,
        fonts: &Fonts,
    ) -> Result<Animation, Text> {
        Animation::painted(placed, step, |frame| raster::draw(placed, frame, palette, scale, fonts))
    }

    /// The same where the pictures are more than the scene: `paint` draws the one for a frame of it.
    pub fn painted(
        placed: &PlacedScene,
        step: u16,
        paint: impl Fn(&Frame) -> Result<Pixels, Text>,
    ) -> Result<Animation, Text> {
        let rest_frame = frame_at(placed, Seconds::new(placed.duration()));
        let rest = paint(&rest_frame)?;
        let mut patches: Vec<Patch> = Vec::new();
        let mut last: Option<(Frame, Pixels)> = None;
        let count = (placed.duration() * 100.0 / f64::from(step)).ceil() as u32;
        for i in 0..=count {
            let frame = frame_at(placed, Seconds::new(f64::from(i) * f64::from(step) / 100.0));
            let still = last.as_ref().is_some_and(|(before, _)| *before == frame);
            let pixels = match () {
                _ if still => None,
                _ if frame == rest_frame => Some(rest.clone()),
                _ => Some(paint(&frame)?),
            };
            let patch = pixels.and_then(|pixels| {
                let patch = match &last {
                    Some((_, before)) => difference(before, &pixels, step),
                    None => Some(Patch { x: 0, y: 0, pixels: pixels.clone(), delay: step }),
                };
                last = Some((frame, pixels));
                patch
            });
            match (patch, patches.last_mut()) {
                (Some(patch), _) => patches.push(patch),
                // nothing changed: the picture before stands longer
                (None, Some(before)) => before.delay = before.delay.saturating_add(step),
                (None, None) => {}
            }
        }
        if let Some(end) = patches.last_mut() {
            end.delay = HOLD;
        }
        Ok(Animation { rest, patches })
    }

    /// Pictures in it.
    pub fn len(&self) -> usize {
        self.patches.len()
    }

    pub fn is_empty(&self) -> bool {
        self.patches.is_empty()
    }

    /// A GIF with one palette for all its pictures: exact where there are few colours, else the most frequent ones
    /// exactly and the rest by NeuQuant. No dithering: flat colours stay flat.
    /// The comment carries the picture's words, as a PNG's text does.
    pub fn gif(&self, placed: &PlacedScene, plays: Plays) -> Result<Vec<u8>, Text> {
        let words = format!("{}\n{}", placed.title, placed.description);
        self.encode_gif(&words, plays).map_err(|e| {
            Text::new(format!("GIF 未能写成：{e}"), format!("the GIF could not be written: {e}"))
        })
    }

    fn encode_gif(&self, words: &str, plays: Plays) -> Result<Vec<u8>, gif::EncodingError> {
        let palette = ColorTable::of(self.patches.iter().map(|p| &p.pixels));
        let mut out = Vec::new();
        let (width, height) = (self.rest.width as u16, self.rest.height as u16);
        let mut encoder = gif::Encoder::new(&mut out, width, height, &palette.rgb)?;
        if plays == Plays::Forever {
            encoder.set_repeat(gif::Repeat::Infinite)?;
        }
        encoder.write_raw_extension(gif::Extension::Comment.into(), &[words.as_bytes()])?;
        let mut shown: Vec<u8> = vec![CLEAR; usize::from(width) * usize::from(height)];
        for patch in &self.patches {
            let (w, h) = (patch.pixels.width, patch.pixels.height);
            let mut buffer = palette.indices(&patch.pixels);
            for (row, line) in buffer.chunks_exact_mut(w as usize).enumerate() {
                let from = (patch.y as usize + row) * usize::from(width) + patch.x as usize;
                for (new, old) in line.iter_mut().zip(&mut shown[from..]) {
                    // what is there already is left out: long runs of one index are short in the file
                    if *new == *old {
                        *new = CLEAR;
                    } else {
                        *old = *new;
                    }
                }
            }
            let mut frame = gif::Frame {
                width: w as u16,
                height: h as u16,
                left: patch.x as u16,
                top: patch.y as u16,
                delay: patch.delay,
                dispose: gif::DisposalMethod::Keep,
                transparent: Some(CLEAR),
                buffer: buffer.into(),
                ..gif::Frame::default()
            };
            frame.make_lzw_pre_encoded();
            encoder.write_lzw_pre_encoded_frame(&frame)?;
        }
        drop(encoder);
        Ok(out)
    }

    /// An APNG. A program that does not know APNG shows the scene at rest.
    pub fn apng(&self, placed: &PlacedScene, scale: Scale, plays: Plays) -> Result<Vec<u8>, Text> {
        self.encode_apng(placed, scale, plays).map_err(|e| {
            Text::new(format!("APNG 未能写成：{e}"), format!("the APNG could not be written: {e}"))
        })
    }

    fn encode_apng(
        &self,
        placed: &PlacedScene,
        scale: Scale,
        plays: Plays,
    ) -> Result<Vec<u8>, png::EncodingError> {
        let mut out = Vec::new();
        let mut encoder = raster::encoder(&self.rest, placed.into(), scale, &mut out)?;
        encoder.set_animated(self.patches.len() as u32, u32::from(plays == Plays::Once))?;
        encoder.set_sep_def_img(true)?;
        let mut writer = encoder.write_header()?;
        writer.write_image_data(self.rest.rgb.as_flattened())?;
        for patch in &self.patches {
            writer.reset_frame_position()?;
            writer.set_frame_dimension(patch.pixels.width, patch.pixels.height)?;
            writer.set_frame_position(patch.x, patch.y)?;
            writer.set_frame_delay(patch.delay, 100)?;
            writer.set_blend_op(png::BlendOp::Source)?;
            writer.set_dispose_op(png::DisposeOp::None)?;
            writer.write_image_data(patch.pixels.rgb.as_flattened())?;
        }
        writer.finish()?;
        Ok(out)
    }
}

/// The smallest upright box of pixels that differ; nothing where none does.
fn difference(before: &Pixels, after: &Pixels, delay: u16) -> Option<Patch> {
    let width = after.width as usize;
    let rows = || before.rgb.chunks_exact(width).zip(after.rgb.chunks_exact(width));
    let top = rows().position(|(a, b)| a != b)?;
    let bottom = rows().rposition(|(a, b)| a != b)?;
    let (mut left, mut right) = (width, 0);
    for (a, b) in rows().take(bottom + 1).skip(top) {
        let changed = |x: &usize| a[*x] != b[*x];
        left = (0..left).find(changed).unwrap_or(left);
        right = (right..width).rev().find(changed).unwrap_or(right);
    }
    let inside = rows().take(bottom + 1).skip(top);
    let rgb: Vec<Rgb> = inside.flat_map(|(_, b)| b[left..=right].iter().copied()).collect();
    let pixels = Pixels { width: (right - left + 1) as u32, height: (bottom - top + 1) as u32, rgb };
    Some(Patch { x: left as u32, y: top as u32, pixels, delay })
}

type Rgb = [u8; 3];

/// The palette's index for "as it was".
const CLEAR: u8 = 255;
/// Colours of the palette besides.
const COLOURS: usize = 255;
/// So many of the most frequent colours are kept exactly.
const EXACT: usize = 128;

struct ColorTable {
    /// Red, green, blue of 256 entries.
    rgb: Vec<u8>,
    index: BTreeMap<Rgb, u8>,
}

impl ColorTable {
    fn of<'a>(pictures: impl Iterator<Item = &'a Pixels>) -> ColorTable {
        let mut counts: BTreeMap<Rgb, u32> = BTreeMap::new();
        for picture in pictures {
            for run in picture.rgb.chunk_by(|a, b| a == b) {
                *counts.entry(run[0]).or_default() += run.len() as u32;
            }
        }
        let mut frequent: Vec<(Rgb, u32)> = counts.into_iter().collect();
        frequent.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut colours: Vec<Rgb> = frequent.iter().map(|(c, _)| *c).take(COLOURS).collect();
        if frequent.len() > COLOURS {
            colours.truncate(EXACT);
            // each of the rest once, the more frequent ones a few times
            let rest = frequent[EXACT..].iter().flat_map(|&([r, g, b], count)| {
                std::iter::repeat_n([r, g, b, 255], 1 + count.ilog2() as usize)
            });
            let samples: Vec<u8> = rest.flatten().collect();
            let net = color_quant::NeuQuant::new(1, COLOURS - EXACT, &samples);
            colours.extend(net.color_map_rgb().chunks_exact(3).map(|c| [c[0], c[1], c[2]]));
        }
        let index = frequent.iter().map(|(c, _)| (*c, nearest(&colours, *c))).collect();
        let mut rgb: Vec<u8> = colours.concat();
        rgb.resize(256 * 3, 0);
        ColorTable { rgb, index }
    }

    fn indices(&self, pixels: &Pixels) -> Vec<u8> {
        let mut out = Vec::with_capacity(pixels.rgb.len());
        for run in pixels.rgb.chunk_by(|a, b| a == b) {
            let index = self.index.get(&run[0]).copied().unwrap_or(0);
            out.extend(std::iter::repeat_n(index, run.len()));
        }
        out
    }
}

fn nearest(colours: &[Rgb], to: Rgb) -> u8 {
    let distance = |c: &Rgb| -> u32 {
        let d = |i: usize| u32::from(c[i].abs_diff(to[i])).pow(2);
        // green weighs most for the eye, blue least
        2 * d(0) + 4 * d(1) + 3 * d(2)
    };
    (0..colours.len()).min_by_key(|&i| (distance(&colours[i]), i)).unwrap_or(0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(width: u32, rgb: Vec<Rgb>) -> Pixels {
        Pixels { width, height: rgb.len() as u32 / width, rgb }
    }

    /// Seen to fail: with the box one row short; with the right edge found from the left.
    #[test]
    fn a_patch_is_the_smallest_box_of_what_changed() {
        let before = pixels(4, vec![[9; 3]; 16]);
        let mut after = before.clone();
        after.rgb[4 + 1] = [1; 3];
        after.rgb[8 + 2] = [2; 3];
        let patch = difference(&before, &after, 4).unwrap();
        assert_eq!((patch.x, patch.y, patch.pixels.width, patch.pixels.height), (1, 1, 2, 2));
        assert_eq!(patch.pixels.rgb, [[1; 3], [9; 3], [9; 3], [2; 3]]);
        assert_eq!(difference(&before, &before, 4), None);
    }

    /// Seen to fail: with only NeuQuant's colours in the palette.
    #[test]
    fn few_colours_are_exact_and_of_many_the_frequent_ones_are() {
        let few = pixels(2, vec![[1, 2, 3], [251, 248, 242]]);
        let palette = ColorTable::of([&few].into_iter());
        let colour = |c: Rgb| {
            let i = usize::from(palette.index[&c]) * 3;
            [palette.rgb[i], palette.rgb[i + 1], palette.rgb[i + 2]]
        };
        assert_eq!((colour([1, 2, 3]), colour([251, 248, 242])), ([1, 2, 3], [251, 248, 242]));
        let mut many: Vec<Rgb> = (0..=255).flat_map(|i| [[i, 0, 0], [0, i, i]]).collect();
        many.extend(vec![[251, 248, 242]; 1000]);
        let width = many.len() as u32;
        let palette = ColorTable::of([&pixels(width, many)].into_iter());
        let i = usize::from(palette.index[&[251, 248, 242]]) * 3;
        assert_eq!(palette.rgb[i..i + 3], [251, 248, 242]);
        for (c, i) in &palette.index {
            let i = usize::from(*i) * 3;
            let off = (0..3).map(|k| c[k].abs_diff(palette.rgb[i + k])).max().unwrap();
            assert!(off < 24 && i < 255 * 3, "{c:?} is {off} off");
        }
    }
}
