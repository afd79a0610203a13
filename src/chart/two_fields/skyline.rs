//! A number of windows to the buildings of a skyline: which stand how wide and how high, so that all windows have a place.
//!
//! **Invariant**: the windows of all buildings and of the roof row are exactly as many as were asked for. Widths and
//! heights follow one pattern and say nothing.

use super::counted::Count;

/// Columns and floors of eight buildings; a skyline of fewer windows has the middle ones.
const PATTERN: [(f64, f64); 8] =
    [(3.0, 11.0), (4.0, 17.0), (3.0, 19.0), (4.0, 14.0), (5.0, 23.0), (3.0, 20.0), (4.0, 16.0), (3.0, 13.0)];
/// In which order buildings are left out, the last first.
const ORDER: [usize; 8] = [4, 5, 2, 6, 1, 7, 3, 0];
/// Columns that a street takes, and the wall at both sides of a building.
pub const STREET: f64 = 0.72;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Building {
    pub columns: usize,
    pub floors: usize,
    /// Left edge of its first window, in columns from the left of the skyline.
    pub left: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Skyline {
    /// From left to right; never empty.
    pub buildings: Vec<Building>,
    /// Index of the highest one: what makes no whole floor stands on its roof.
    pub tallest: usize,
    /// Windows on that roof, a cut one included.
    pub roof: usize,
    /// In columns, streets included.
    pub width: f64,
}

impl Skyline {
    /// For a place `shape` times as wide as it is high.
    pub fn of(count: &Count, shape: f64) -> Skyline {
        let whole = count.whole as f64;
        let pattern: f64 = PATTERN.iter().map(|(columns, floors)| columns * floors).sum();
        let columns: f64 = PATTERN.iter().map(|(columns, _)| columns + STREET).sum();
        // how much wider than the pattern, such that both its ways are filled
        let wider = (whole / pattern * shape * 24.0 / columns).sqrt();
        let many = (8.0 * wider).ceil().clamp(1.0, 8.0) as usize;
        let mut kept: Vec<usize> = ORDER[..many].to_vec();
        crate::geometry::sort_by_key(&mut kept, |i| *i);
        let widths: Vec<usize> = kept
            .iter()
            .map(|i| (PATTERN[*i].0 * wider.max(1.0)).round().min(whole.max(1.0)) as usize)
            .collect();
        let floors = floors(&kept, &widths, count.whole);
        let placed: usize = widths.iter().zip(&floors).map(|(columns, floors)| columns * floors).sum();
        let tallest = kept.iter().position(|i| *i == ORDER[0]).unwrap_or(0);
        let mut left = 0.0;
        let mut buildings = Vec::new();
        for (columns, floors) in widths.into_iter().zip(floors) {
            if floors == 0 && many > 1 {
                continue;
            }
            buildings.push(Building { columns, floors, left });
            left += columns as f64 + STREET;
        }
        let tallest = tallest.min(buildings.len() - 1);
        let roof = count.marks() - placed;
        Skyline { buildings, tallest, roof, width: left - STREET }
    }

    /// Floors of the highest building and its roof row.
    pub fn floors(&self) -> usize {
        let most = self.buildings.iter().map(|b| b.floors).max().unwrap_or(0);
        most.max(self.buildings[self.tallest].floors + usize::from(self.roof > 0))
    }

    /// The column of the first window on the roof.
    pub fn roof_column(&self) -> f64 {
        let building = self.buildings[self.tallest];
        building.left + (building.columns.saturating_sub(self.roof) / 2) as f64
    }
}

/// Floors in proportion to the pattern, with what is left over laid on top where a whole floor of it remains.
fn floors(kept: &[usize], widths: &[usize], windows: usize) -> Vec<usize> {
    let all: f64 = kept.iter().zip(widths).map(|(i, columns)| PATTERN[*i].1 * *columns as f64).sum();
    let mut floors: Vec<usize> =
        kept.iter().map(|i| (PATTERN[*i].1 * windows as f64 / all).floor() as usize).collect();
    let placed = |floors: &[usize]| -> usize { widths.iter().zip(floors).map(|(a, b)| a * b).sum() };
    let order = ORDER.iter().filter_map(|i| kept.iter().position(|k| k == i));
    let order: Vec<usize> = order.collect();
    loop {
        let mut left = windows - placed(&floors);
        let before = left;
        for &i in &order {
            if widths[i] <= left {
                floors[i] += 1;
                left -= widths[i];
            }
        }
        if left == before {
            return floors;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(whole: usize, rest: f64) -> Count {
        Count { whole, rest, soft: 0, open: false, inclusive: false }
    }

    /// Seen to fail: with every building one floor higher; with the floors rounded to the nearest.
    #[test]
    fn every_window_has_its_place() {
        for whole in (0..1500).step_by(7).chain([1, 2, 3, 4, 5, 492, 493]) {
            for rest in [0.0, 0.9] {
                for shape in [0.8, 1.4, 2.5] {
                    let skyline = Skyline::of(&count(whole, rest), shape);
                    let inside: usize = skyline.buildings.iter().map(|b| b.columns * b.floors).sum();
                    let asked = whole + usize::from(rest > 0.0);
                    assert_eq!(inside + skyline.roof, asked, "{whole} {rest} {shape}");
                    let under = skyline.buildings[skyline.tallest];
                    assert!(skyline.roof <= under.columns.max(1), "{whole} {rest} {shape}: {skyline:?}");
                    assert!(skyline.buildings.iter().all(|b| b.floors <= under.floors + 2), "{skyline:?}");
                }
            }
        }
    }
}
