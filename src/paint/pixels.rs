//! Many cells to bytes: where there are more than a canvas can take one by one, each is written into a picture in memory.
//!
//! Edges are covered in part: a pixel of which a cell covers a third gets a third of its colour, as on a canvas.
//!
//! **Invariant**: writes only inside the picture; what is not finite is left out.

use crate::layout::mark::Cell;

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

/// Writes the cells into `bytes` (red, green, blue, alpha; not multiplied). `dpr` is device px a CSS px; `canvas` is the
/// size of the canvas in device px. `None` where nothing is to be seen.
pub fn write(cells: &[Cell], dpr: f64, canvas: (u32, u32), bytes: &mut Vec<u8>) -> Option<Window> {
    let k = dpr as f32;
    let window = window(cells, k, canvas)?;
    bytes.clear();
    bytes.resize(window.w as usize * window.h as usize * 4, 0);
    for cell in cells {
        let (x, y) = (cell.x * k - window.x as f32, cell.y * k - window.y as f32);
        let (w, h, radius) = (cell.w * k, cell.h * k, cell.radius * k);
        if (x + y + w + h).is_finite() && cell.alpha > 0 {
            one(Placed { x, y, w, h, radius }, cell, window, bytes);
        }
    }
    Some(window)
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
    for c in cells {
        (left, top) = (left.min(c.x), top.min(c.y));
        (right, bottom) = (right.max(c.x + c.w), bottom.max(c.y + c.h));
    }
    let low = |v: f32, most: u32| ((v * k).floor().max(0.0) as u32).min(most);
    let high = |v: f32, most: u32| ((v * k).ceil().max(0.0) as u32).min(most);
    let (x, y) = (low(left, canvas.0), low(top, canvas.1));
    let (w, h) = (high(right, canvas.0).checked_sub(x)?, high(bottom, canvas.1).checked_sub(y)?);
    (w > 0 && h > 0).then_some(Window { x, y, w, h })
}

fn one(p: Placed, cell: &Cell, window: Window, bytes: &mut [u8]) {
    let clamp = |v: f32, most: u32| (v.max(0.0) as u32).min(most);
    let (x0, x1) = (clamp(p.x, window.w), clamp((p.x + p.w).ceil(), window.w));
    let (y0, y1) = (clamp(p.y, window.h), clamp((p.y + p.h).ceil(), window.h));
    let [r, g, b] = cell.rgb;
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
            if alpha == 0 {
                continue;
            }
            let at = (row + x as usize) * 4;
            let Some(pixel) = bytes.get_mut(at..at + 4) else { continue };
            if alpha >= 255 || pixel[3] == 0 {
                pixel.copy_from_slice(&[r, g, b, alpha.min(255) as u8]);
            } else {
                over(pixel, [r, g, b], alpha);
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

/// A colour on top of a pixel that is there already, neither multiplied by its alpha.
fn over(pixel: &mut [u8], rgb: [u8; 3], alpha: u32) {
    let under = u32::from(pixel[3]) * (255 - alpha) / 255;
    let sum = alpha + under;
    for (channel, top) in pixel.iter_mut().zip(rgb) {
        *channel = ((u32::from(top) * alpha + u32::from(*channel) * under) / sum.max(1)) as u8;
    }
    pixel[3] = sum.min(255) as u8;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::units::{Point, Rect};

    const OIL: Color = Color::hex(0xA85A12);

    fn alpha_sum(bytes: &[u8]) -> f64 {
        bytes.chunks_exact(4).map(|p| f64::from(p[3]) / 255.0).sum()
    }

    /// Seen to fail: with edges covered whole or not at all.
    #[test]
    fn ink_is_area() {
        let mut bytes = Vec::new();
        let square = Cell::new(Rect::new(3.25, 4.5, 6.5, 2.75), 0.0, OIL);
        for dpr in [1.0, 2.0, 3.0] {
            let window = write(&[square], dpr, (100, 100), &mut bytes).unwrap();
            assert!(window.x <= (3.25 * dpr) as u32 && window.w < 30);
            let area = 6.5 * 2.75 * dpr * dpr;
            assert!((alpha_sum(&bytes) - area).abs() < 0.03 * area, "{} for {area}", alpha_sum(&bytes));
        }
        let disc = Cell::disc(Point::new(10.0, 10.0), 4.0, OIL);
        write(&[disc], 2.0, (100, 100), &mut bytes).unwrap();
        let area = std::f64::consts::PI * 64.0;
        assert!((alpha_sum(&bytes) - area).abs() < 0.03 * area, "{} for {area}", alpha_sum(&bytes));
    }

    #[test]
    fn nothing_is_written_beside_the_picture() {
        let mut bytes = Vec::new();
        let far = [
            Cell::new(Rect::new(-50.0, -50.0, 20.0, 20.0), 0.0, OIL),
            Cell { x: f32::NAN, ..Cell::disc(Point::new(5.0, 5.0), 2.0, OIL) },
            Cell::new(Rect::new(95.0, 95.0, 900.0, 900.0), 0.0, OIL),
        ];
        let window = write(&far, 1.0, (100, 100), &mut bytes).unwrap();
        assert_eq!((window.x + window.w, window.y + window.h), (100, 100));
        assert_eq!(alpha_sum(&bytes), 25.0);
        assert_eq!(write(&far[..1], 1.0, (100, 100), &mut bytes), None);
    }

    #[test]
    fn half_over_half_is_three_quarters() {
        let mut bytes = Vec::new();
        let half = Cell::new(Rect::new(0.0, 0.0, 4.0, 4.0), 0.0, OIL.fade(0.5));
        write(&[half, half], 1.0, (10, 10), &mut bytes).unwrap();
        assert!((alpha_sum(&bytes) / 16.0 - 0.75).abs() < 0.01);
        assert!(bytes[0].abs_diff(0xA8) < 2 && bytes[1].abs_diff(0x5A) < 2);
    }
}
