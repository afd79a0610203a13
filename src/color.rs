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

/// What is left of `color` when it has something of `others`, each with its share of the whole, mixed in OKLab (Ottosson
/// 2020), where equal steps look equal.
pub fn mix(color: Color, others: impl IntoIterator<Item = (Color, f64)>) -> Color {
    let own = to_oklab(color);
    let (mut lab, mut alpha) = (own, color.alpha);
    for (other, share) in others {
        let theirs = to_oklab(other);
        for i in 0..lab.len() {
            lab[i] += (theirs[i] - own[i]) * share;
        }
        alpha += (other.alpha - color.alpha) * share;
    }
    Color { alpha, ..from_oklab(lab) }
}

fn to_oklab(c: Color) -> [f64; 3] {
    let linear = |v: u8| {
        let v = v as f64 / 255.0;
        if v <= 0.04045 {
            v / 12.92
        } else {
            math::pow((v + 0.055) / 1.055, 2.4)
        }
    };
    let (r, g, b) = (linear(c.r), linear(c.g), linear(c.b));
    let l = math::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    let m = math::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    let s = math::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
}

fn from_oklab(lab: [f64; 3]) -> Color {
    let l = (lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]).powi(3);
    let m = (lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]).powi(3);
    let s = (lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]).powi(3);
    let gamma = |v: f64| {
        let v = if v <= 0.0031308 { 12.92 * v } else { 1.055 * math::pow(v, 1.0 / 2.4) - 0.055 };
        (v * 255.0).round().clamp(0.0, 255.0) as u8
    };
    Color {
        r: gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        g: gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        b: gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
        alpha: 1.0,
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

    #[test]
    fn mixing_ends_exactly_where_it_began() {
        let (a, b) = (Color::hex(0xB0413E), Color::hex(0x1C7A55));
        assert_eq!((mix(a, [(b, 0.0)]), mix(a, [(b, 1.0)]), mix(a, [])), (a, b, a));
        let middle = mix(Color::hex(0), [(Color::hex(0xffffff), 0.5)]);
        assert!(middle.r > 90 && middle.r < 110, "{middle:?}: half of the way in lightness, not in light");
    }
}
