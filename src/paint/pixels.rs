//! Many cells to bytes: where there are more than a canvas can take one by one, each is written into a picture in memory.
//!
//! Edges are covered in part: a pixel of which a cell covers a third gets a third of its colour, as on a canvas. Small cells
//! of one size, of which there are most, are stamped: how they cover their pixels is worked out once for each sixteenth of
//! a pixel that they may stand at, not once for each of them.
//!
//! **Invariant**: writes only inside the picture; what is not finite is left out.

use crate::layout::mark::Cell;
use std::ops::Range;

/// From as many cells on they are written as pixels (measured: tests/bench; below it the canvas' own paths are quicker).
pub const FROM: usize = 5000;

/// A picture in device px: where it stands on the canvas, and its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub x: u32,
    pub y: u32,
    pub w: u32,
    pub h: u32,
}

/// A picture in memory, and what is known of the cells in it.
#[derive(Debug, Default)]
pub struct Picture {
    /// Each red, green, blue, alpha from its lowest byte on, as a canvas takes them from WASM's memory; not multiplied.
    pub pixels: Vec<u32>,
    stamps: Stamps,
}

impl Picture {
    /// Writes the cells. `dpr` is device px a CSS px; `canvas` is the size of the canvas in device px. `None`
    /// where nothing is to be seen.
    pub fn write(&mut self, cells: &[Cell], dpr: f64, canvas: (u32, u32)) -> Option<Window> {
        let k = dpr as f32;
        let window = window(cells, k, canvas)?;
        self.pixels.clear();
        self.pixels.resize(window.w as usize * window.h as usize, 0);
        for cell in cells {
            let (x, y) = (cell.x * k - window.x as f32, cell.y * k - window.y as f32);
            let (w, h, radius) = (cell.w * k, cell.h * k, cell.radius * k);
            let placed = Placed { x, y, w, h, radius };
            let seen = (x + y + w + h).is_finite() && cell.alpha > 0;
            if seen && !self.stamps.press(placed, cell, window, &mut self.pixels) {
                one(placed, cell, window, &mut self.pixels);
            }
        }
        Some(window)
    }
}

/// Sixteenths of a pixel: the grid that everything at rest stands on.
const STEPS: f32 = 16.0;
/// Largest width and height of what is stamped, in device px; larger cells are few.
const LARGEST: f32 = 15.0;
/// Stamps that are found again; a power of two.
const KEPT: usize = 4096;
/// Pixels that they have together, at most: then all are made anew.
const MOST_PIXELS: usize = 1 << 19;

/// How cells cover the pixels around them, by size, radius and place within a pixel, all in sixteenths of a pixel.
#[derive(Debug, Default)]
struct Stamps {
    /// What a stamp is of, and where in `covered` it begins and ends.
    places: Vec<(u32, u32, u32)>,
    /// Pixels that are covered: how much, in 255ths, above that the column within the stamp, and the row. One run for all of a stamp:
    /// where each row ended, a processor would guess wrong.
    covered: Vec<u32>,
}

impl Stamps {
    /// Stamps a cell; `false` where it is too large or stands at the edge of the picture.
    fn press(&mut self, p: Placed, cell: &Cell, window: Window, pixels: &mut [u32]) -> bool {
        if !(p.w <= LARGEST && p.h <= LARGEST && p.x >= 0.0 && p.y >= 0.0) {
            return false;
        }
        let near = |v: f32| (v * STEPS + 0.5) as u32;
        let (x, y, width) = (near(p.x), near(p.y), near(p.w));
        // On their way discs are hardly ever as high as they are wide, to a sixteenth: as discs there are so few that all are found again.
        let disc = p.radius * 2.0 >= p.w - 1.0 / STEPS && (p.w - p.h).abs() < 2.0 / STEPS;
        let (height, radius) = if disc { (width, width.div_ceil(2)) } else { (near(p.h), near(p.radius)) };
        let (across, down) = (x % 16, y % 16);
        let (left, top) = ((x / 16) as usize, (y / 16) as usize);
        let (w, h) = ((across + width).div_ceil(16) as usize, (down + height).div_ceil(16) as usize);
        let wide = window.w as usize;
        if left + w > wide || top + h > window.h as usize || radius > 255 {
            return false;
        }
        // 8 bits each for sizes of up to 15 px, 4 for places; never 0, as no stamp has no width
        let key = width << 24 | height << 16 | radius << 8 | across << 4 | down;
        let stamp = self.find(key, (w, h));
        let color = Color24::new(cell.rgb);
        let base = top * wide + left;
        for word in self.covered.get(stamp).into_iter().flatten() {
            let (part, column, row) = (word & 255, word >> 8 & 255, word >> 16);
            let alpha = if cell.alpha == 255 { part } else { by_255(part * u32::from(cell.alpha)) };
            if let Some(pixel) = pixels.get_mut(base + row as usize * wide + column as usize) {
                *pixel = color.over(*pixel, alpha);
            }
        }
        true
    }

    /// Where in `covered` a stamp is; it is made where there is none. It is within `w` × `h` pixels.
    #[inline(always)]
    fn find(&mut self, key: u32, (w, h): (usize, usize)) -> Range<usize> {
        // the golden ratio spreads neighbours (Knuth, The Art of Computer Programming 3, 6.4)
        let slot = (key.wrapping_mul(0x9E37_79B9) >> 20) as usize & (KEPT - 1);
        match self.places.get(slot) {
            Some(&(known, start, end)) if known == key => start as usize..end as usize,
            _ => self.make(key, slot, (w, h)),
        }
    }

    #[inline(never)]
    fn make(&mut self, key: u32, slot: usize, (w, h): (usize, usize)) -> Range<usize> {
        if self.places.is_empty() || self.covered.len() > MOST_PIXELS {
            self.places.clear();
            self.places.resize(KEPT, (0, 0, 0));
            self.covered.clear();
        }
        let start = self.covered.len();
        let px = |sixteenths: u32| sixteenths as f32 / STEPS;
        let (x, y) = (px(key >> 4 & 15), px(key & 15));
        let place = Placed { x, y, w: px(key >> 24), h: px(key >> 16 & 255), radius: px(key >> 8 & 255) };
        let alone = Window { x: 0, y: 0, w: w as u32, h: h as u32 };
        let mut picture = vec![0; w * h];
        let ink = Cell { x: 0.0, y: 0.0, w: 0.0, h: 0.0, radius: 0.0, rgb: [0; 3], alpha: 255 };
        one(place, &ink, alone, &mut picture);
        for (at, pixel) in picture.iter().enumerate().filter(|(_, pixel)| **pixel > 0) {
            self.covered.push(pixel >> 24 | ((at % w) << 8 | (at / w) << 16) as u32);
        }
        self.places[slot] = (key, start as u32, self.covered.len() as u32);
        start..self.covered.len()
    }
}

/// Divided by 255 and rounded, without dividing; of numbers up to 255².
fn by_255(number: u32) -> u32 {
    let n = number + 128;
    (n + (n >> 8)) >> 8
}

/// Red, green and blue, the first in the lowest byte, as they stand in memory.
#[derive(Clone, Copy)]
struct Color24(u32);

impl Color24 {
    fn new([r, g, b]: [u8; 3]) -> Color24 {
        Color24(u32::from_le_bytes([r, g, b, 0]))
    }

    /// On a pixel, 0..=255 255ths of it; neither is multiplied by its alpha.
    #[inline(always)]
    fn over(self, pixel: u32, alpha: u32) -> u32 {
        let under = by_255((pixel >> 24) * (255 - alpha));
        // Most lie on nothing or on their own colour: then nothing is mixed. The one question that is asked, as a processor guesses
        // wrong where the answers change.
        let mixes = (under > 0) & ((pixel ^ self.0) & 0xFF_FFFF != 0);
        let rgb = if mixes { self.mixed(pixel, alpha, under) } else { self.0 };
        rgb | (alpha + under).min(255) << 24
    }

    /// The mixture with what lies under it, of which `under` 255ths are still to be seen.
    #[inline(never)]
    fn mixed(self, pixel: u32, alpha: u32, under: u32) -> u32 {
        // one division for all three
        let share = ((alpha << 16) / (alpha + under)) as i32;
        let channel = |shift: u32| {
            let (top, below) = ((self.0 >> shift & 255) as i32, (pixel >> shift & 255) as i32);
            ((below + (((top - below) * share + 0x8000) >> 16)) as u32) << shift
        };
        channel(0) | channel(8) | channel(16)
    }
}

/// A cell in the px of the window.
#[derive(Clone, Copy)]
struct Placed {
    x: f32,
    y: f32,
    w: f32,
    h: f32,
    radius: f32,
}

fn window(cells: &[Cell], k: f32, canvas: (u32, u32)) -> Option<Window> {
    let (mut left, mut top, mut right, mut bottom) = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    // compared, not `min` and `max`: those are calls, and there may be a hundred thousand cells
    let less = |a: f32, b: f32| if b < a { b } else { a };
    let more = |a: f32, b: f32| if b > a { b } else { a };
    for c in cells {
        (left, top) = (less(left, c.x), less(top, c.y));
        (right, bottom) = (more(right, c.x + c.w), more(bottom, c.y + c.h));
    }
    let low = |v: f32, most: u32| ((v * k).floor().max(0.0) as u32).min(most);
    let high = |v: f32, most: u32| ((v * k).ceil().max(0.0) as u32).min(most);
    let (x, y) = (low(left, canvas.0), low(top, canvas.1));
    let (w, h) = (high(right, canvas.0).checked_sub(x)?, high(bottom, canvas.1).checked_sub(y)?);
    (w > 0 && h > 0).then_some(Window { x, y, w, h })
}

fn one(p: Placed, cell: &Cell, window: Window, pixels: &mut [u32]) {
    let clamp = |v: f32, most: u32| (v.max(0.0) as u32).min(most);
    let (x0, x1) = (clamp(p.x, window.w), clamp((p.x + p.w).ceil(), window.w));
    let (y0, y1) = (clamp(p.y, window.h), clamp((p.y + p.h).ceil(), window.h));
    let color = Color24::new(cell.rgb);
    for y in y0..y1 {
        let row = y as usize * window.w as usize;
        let down = covered(y as f32, p.y, p.h);
        for x in x0..x1 {
            let part = if p.radius > 0.5 {
                rounded(x as f32 + 0.5, y as f32 + 0.5, &p)
            } else {
                down * covered(x as f32, p.x, p.w)
            };
            let alpha = (part * f32::from(cell.alpha) + 0.5) as u32;
            if let Some(pixel) = pixels.get_mut(row + x as usize).filter(|_| alpha > 0) {
                *pixel = color.over(*pixel, alpha.min(255));
            }
        }
    }
}

/// How much of the pixel that begins at `pixel` a stretch of `length` from `start` covers, 0..=1.
fn covered(pixel: f32, start: f32, length: f32) -> f32 {
    ((pixel + 1.0).min(start + length) - pixel.max(start)).clamp(0.0, 1.0)
}

/// How much of the pixel around a point a rounded rectangle covers: by the distance from its edge.
fn rounded(x: f32, y: f32, p: &Placed) -> f32 {
    let radius = p.radius.min(p.w / 2.0).min(p.h / 2.0);
    let dx = (x - p.x - p.w / 2.0).abs() - (p.w / 2.0 - radius);
    let dy = (y - p.y - p.h / 2.0).abs() - (p.h / 2.0 - radius);
    let outside = (dx.max(0.0) * dx.max(0.0) + dy.max(0.0) * dy.max(0.0)).sqrt();
    (radius - outside - dx.max(dy).min(0.0) + 0.5).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::units::{Point, Rect};

    const OIL: Color = Color::hex(0xA85A12);

    fn alpha_sum(pixels: &[u32]) -> f64 {
        pixels.iter().map(|p| f64::from(p >> 24) / 255.0).sum()
    }

    /// Seen to fail: with edges covered whole or not at all.
    #[test]
    fn ink_is_area() {
        let mut picture = Picture::default();
        let square = Cell::new(Rect::new(3.25, 4.5, 6.5, 2.75), 0.0, OIL);
        for dpr in [1.0, 2.0, 3.0] {
            let window = picture.write(&[square], dpr, (100, 100)).unwrap();
            assert!(window.x <= (3.25 * dpr) as u32 && window.w < 30);
            let area = 6.5 * 2.75 * dpr * dpr;
            assert!(
                (alpha_sum(&picture.pixels) - area).abs() < 0.03 * area,
                "{} for {area}",
                alpha_sum(&picture.pixels)
            );
        }
        let disc = Cell::disc(Point::new(10.0, 10.0), 4.0, OIL);
        picture.write(&[disc], 2.0, (100, 100)).unwrap();
        let area = std::f64::consts::PI * 64.0;
        assert!(
            (alpha_sum(&picture.pixels) - area).abs() < 0.03 * area,
            "{} for {area}",
            alpha_sum(&picture.pixels)
        );
    }

    #[test]
    fn nothing_is_written_beside_the_picture() {
        let mut picture = Picture::default();
        let far = [
            Cell::new(Rect::new(-50.0, -50.0, 20.0, 20.0), 0.0, OIL),
            Cell { x: f32::NAN, ..Cell::disc(Point::new(5.0, 5.0), 2.0, OIL) },
            Cell::new(Rect::new(95.0, 95.0, 900.0, 900.0), 0.0, OIL),
        ];
        let window = picture.write(&far, 1.0, (100, 100)).unwrap();
        assert_eq!((window.x + window.w, window.y + window.h), (100, 100));
        assert_eq!(alpha_sum(&picture.pixels), 25.0);
        assert_eq!(picture.write(&far[..1], 1.0, (100, 100)), None);
    }

    #[test]
    fn half_over_half_is_three_quarters() {
        let mut picture = Picture::default();
        let half = Cell::new(Rect::new(0.0, 0.0, 4.0, 4.0), 0.0, OIL.fade(0.5));
        picture.write(&[half, half], 1.0, (10, 10)).unwrap();
        assert!((alpha_sum(&picture.pixels) / 16.0 - 0.75).abs() < 0.01);
        let [r, g, ..] = picture.pixels[0].to_le_bytes();
        assert!(r.abs_diff(0xA8) < 2 && g.abs_diff(0x5A) < 2);
    }
}
