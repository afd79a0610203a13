//! Two lists of places to pairs, so that paths are short and do not tangle.
//!
//! Both lists are cut in half again and again, across the direction in which they reach furthest together, and half meets
//! half: what is left stays left, what is above stays above. That is within a tenth of the shortest total
//! (tests/motion.rs) at n log n, where the shortest itself takes n³.
//!
//! **Invariant**: every place is used exactly once; the answer depends on the places alone.

use std::cmp::Ordering;

/// A place in CSS px, with its number.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    pub x: f32,
    pub y: f32,
    pub number: u32,
}

/// Pairs of numbers, one of each list. Both lists are of the same length; their order is lost.
pub fn pairs(from: &mut [Spot], to: &mut [Spot]) -> Vec<(u32, u32)> {
    let mut out = Vec::with_capacity(from.len());
    halve(from, to, &mut out);
    out
}

fn halve(from: &mut [Spot], to: &mut [Spot], out: &mut Vec<(u32, u32)>) {
    let count = from.len().min(to.len());
    if count < 2 {
        out.extend(from.first().zip(to.first()).map(|(a, b)| (a.number, b.number)));
        return;
    }
    let reach = |of: fn(&Spot) -> f32| spread(from, of) + spread(to, of);
    let order: fn(&Spot, &Spot) -> Ordering = if reach(|s| s.x) >= reach(|s| s.y) {
        |a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)).then(a.number.cmp(&b.number))
    } else {
        |a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)).then(a.number.cmp(&b.number))
    };
    let middle = count / 2;
    from.select_nth_unstable_by(middle, order);
    to.select_nth_unstable_by(middle, order);
    let ((a, b), (c, d)) = (from.split_at_mut(middle), to.split_at_mut(middle));
    halve(a, c, out);
    halve(b, d, out);
}

fn spread(spots: &[Spot], of: fn(&Spot) -> f32) -> f32 {
    let (low, high) = spots.iter().map(of).fold((f32::MAX, f32::MIN), |(l, h), v| (l.min(v), h.max(v)));
    high - low
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail: with the upper half of one list met by the lower half of the other.
    #[test]
    fn a_shifted_grid_keeps_its_neighbours() {
        let spot =
            |i: u32, dx: f32| Spot { x: (i % 12) as f32 * 10.0 + dx, y: (i / 12) as f32 * 10.0, number: i };
        let mut from: Vec<Spot> = (0..144).map(|i| spot(i, 0.0)).collect();
        let mut to: Vec<Spot> = (0..144).rev().map(|i| spot(i, 300.0)).collect();
        let pairs = pairs(&mut from, &mut to);
        assert_eq!(pairs.len(), 144);
        assert!(pairs.iter().all(|(a, b)| a == b), "{pairs:?}");
    }
}
