//! Colours as eight-bit sRGB with alpha, their contrast and their mixing.
//!
//! **Invariant**: knows no token and no theme; `theme` names colours, this module only computes with them.

use crate::geometry::math;

/// An sRGB colour; `alpha` is 0 (nothing) to 1 (opaque).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    pub r: u8,
    pub g: u8,
    pub b: u8,
    pub alpha: f64,
}

impl Color {
    /// From 0xRRGGBB, opaque.
    pub const fn hex(rgb: u32) -> Self {
        Color { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8, alpha: 1.0 }
    }

    /// The same colour with its alpha multiplied by `by` (0..=1).
    pub fn fade(self, by: f64) -> Self {
        Color { alpha: self.alpha * by.clamp(0.0, 1.0), ..self }
    }

    /// What one sees when this colour lies on an opaque `ground`.
    pub fn over(self, ground: Color) -> Color {
        let mix =
            |top: u8, under: u8| (top as f64 * self.alpha + under as f64 * (1.0 - self.alpha)).round() as u8;
        Color { r: mix(self.r, ground.r), g: mix(self.g, ground.g), b: mix(self.b, ground.b), alpha: 1.0 }
    }

    /// WCAG 2 relative luminance, 0..=1, of the opaque colour.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = channel as f64 / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                math::pow((c + 0.055) / 1.055, 2.4)
            }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// WCAG 2 contrast ratio, 1..=21, of two opaque colours.
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// `#rrggbb`, without the alpha.
    pub fn to_hex(self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = String::with_capacity(7);
        text.push('#');
        for channel in [self.r, self.g, self.b] {
            text.push(DIGITS[(channel >> 4) as usize] as char);
            text.push(DIGITS[(channel & 15) as usize] as char);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_the_largest_contrast() {
        let ratio = Color::hex(0).contrast(Color::hex(0xffffff));
        assert!((ratio - 21.0).abs() < 1e-9, "{ratio}");
    }

    #[test]
    fn half_black_over_white_is_grey() {
        assert_eq!(Color::hex(0).fade(0.5).over(Color::hex(0xffffff)).to_hex(), "#808080");
    }
}
