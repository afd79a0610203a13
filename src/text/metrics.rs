//! Advance widths of a CJK sans and serif, so that native layout needs no font and is the same on every machine.
//!
//! Source: the `hmtx` tables of Noto Sans CJK SC (regular, bold) and Noto Serif CJK SC (bold), per 1000 em.
//!
//! **Invariant**: pure; a character outside the tables counts as a full em (Han) or 0.6 em (anything else).

use crate::text::{Family, Font, Measure};

/// The built-in table.
#[derive(Clone, Copy, Debug, Default)]
pub struct BuiltIn;

#[rustfmt::skip]
const SANS: [u16; 95] = [224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555];
#[rustfmt::skip]
const SANS_BOLD: [u16; 95] = [227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590];
#[rustfmt::skip]
const SERIF_BOLD: [u16; 95] = [250, 355, 447, 615, 589, 966, 803, 235, 400, 400, 485, 603, 335, 370, 335, 400, 593, 466, 594, 593, 593, 594, 594, 588, 594, 596, 335, 335, 603, 603, 603, 473, 970, 746, 708, 702, 789, 666, 648, 757, 864, 426, 428, 767, 642, 1001, 815, 785, 673, 785, 751, 597, 695, 818, 734, 1091, 726, 701, 627, 372, 400, 372, 603, 593, 447, 585, 672, 565, 658, 572, 402, 596, 687, 349, 335, 651, 355, 1008, 685, 623, 671, 640, 500, 499, 393, 678, 578, 874, 599, 582, 517, 380, 338, 380, 603];

/// Signs that figures and names are written with: sans, sans bold, serif bold.
fn other(c: char) -> Option<[u16; 3]> {
    Some(match c {
        '·' => [1000, 1000, 335],
        '×' | '÷' | '±' | '§' => [1000; 3],
        '°' => [370, 404, 358],
        '²' | '³' => [411, 424, 405],
        '–' => [536, 544, 593],
        '—' => [894, 908, 928],
        '−' => [555, 590, 603],
        '′' => [278, 325, 276],
        '″' => [474, 574, 491],
        _ => return None,
    })
}

impl Measure for BuiltIn {
    fn width(&self, text: &str, font: Font) -> f64 {
        let (face, table) = match (font.family, font.bold) {
            (Family::Serif, _) => (2, &SERIF_BOLD),
            (_, true) => (1, &SANS_BOLD),
            _ => (0, &SANS),
        };
        let thousandths: u32 = text
            .chars()
            .map(|c| match c as u32 {
                code @ 32..=126 => table[code as usize - 32] as u32,
                code => other(c)
                    .map_or(if (0xa0..=0x17f).contains(&code) { 600 } else { 1000 }, |w| w[face] as u32),
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
}
