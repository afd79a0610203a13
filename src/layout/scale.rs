//! The round values of an axis that are worth labelling.
//!
//! **Invariant**: total: any largest value gives a few finite ones, the first of them 0.

use crate::geometry::math;

/// Most ticks on any axis.
pub const MAX_TICKS: usize = 64;

/// Round steps of 1, 2 or 5 times a power of ten from 0 to at least `max`, about `count` of them (Heckbert's nice numbers).
pub fn ticks_from_zero(max: f64, count: usize) -> Vec<f64> {
    let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
    let rough = max / count.clamp(1, MAX_TICKS - 2) as f64;
    let power = math::pow(10.0, math::log10(rough).floor());
    let step =
        [1.0, 2.0, 5.0, 10.0].iter().map(|m| m * power).find(|s| *s >= rough * 0.999).unwrap_or(10.0 * power);
    let mut ticks = Vec::new();
    for i in 0..MAX_TICKS {
        let value = i as f64 * step;
        ticks.push(value);
        if value >= max {
            break;
        }
    }
    ticks
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_cover_the_data() {
        assert_eq!(ticks_from_zero(1486.0, 3), [0.0, 500.0, 1000.0, 1500.0]);
        assert_eq!(ticks_from_zero(44.5, 4), [0.0, 20.0, 40.0, 60.0]);
    }

    proptest! {
        #[test]
        fn any_maximum_gives_few_finite_ticks(max in proptest::num::f64::ANY, count in 0usize..200) {
            let ticks = ticks_from_zero(max, count);
            prop_assert!(ticks.len() <= MAX_TICKS && ticks.iter().all(|t| t.is_finite()));
        }
    }
}
