//! Advance widths of a CJK sans and serif, so that native layout needs no font and is the same on every machine.
//!
//! The widths of Latin, Greek and Cyrillic letters are in `widths`.
//!
//! **Invariant**: pure; a letter outside the tables counts as 0.6 em, anything else (Han) as a full em.

use crate::text::widths::{RANGES, SANS, SANS_BOLD, SERIF_BOLD};
use crate::text::{Family, Font, Measure};

/// The built-in table.
#[derive(Clone, Copy, Debug, Default)]
pub struct BuiltIn;

/// Where a character stands in the tables.
fn index(code: u32) -> Option<usize> {
    let mut before = 0;
    for (first, last) in RANGES {
        if (first..=last).contains(&code) {
            return Some(before + (code - first) as usize);
        }
        before += (last - first + 1) as usize;
    }
    None
}

impl Measure for BuiltIn {
    fn width(&self, text: &str, font: Font) -> f64 {
        let table = match (font.family, font.bold) {
            (Family::Serif, _) => &SERIF_BOLD,
            (_, true) => &SANS_BOLD,
            _ => &SANS,
        };
        let thousandths: u32 = text
            .chars()
            .map(|c| match index(c as u32) {
                Some(i) => table[i] as u32,
                None if (0xa0..0x530).contains(&(c as u32)) => 600,
                None => 1000,
            })
            .sum();
        thousandths as f64 * font.size / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_tabular_and_han_is_an_em() {
        let m = BuiltIn;
        assert_eq!(m.width("0", Font::sans(10.0)), m.width("1", Font::sans(10.0)));
        assert_eq!(m.width("油田", Font::sans(15.0)), 30.0);
        assert!(m.width("80", Font::bold(20.0)) > m.width("80", Font::sans(20.0)));
    }

    #[test]
    fn greek_and_cyrillic_have_widths_of_their_own() {
        let m = BuiltIn;
        for (wide, narrow) in [("Ж", "г"), ("Ω", "ι"), ("é", "í")] {
            assert!(
                m.width(wide, Font::sans(10.0)) > 1.3 * m.width(narrow, Font::sans(10.0)),
                "{wide} {narrow}"
            );
        }
        assert_eq!(m.width("\u{a0}", Font::sans(10.0)), m.width(" ", Font::sans(10.0)));
    }
}
