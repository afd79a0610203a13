//! Values to positions, and the round values worth labelling.
//!
//! **Invariant**: a scale is total: any finite value has a position; a flat domain is widened, never divided by.

use crate::geometry::math;

/// Most ticks on any axis.
pub const MAX_TICKS: usize = 64;

/// A straight line from a domain of values to a range of CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Linear {
    /// A flat or broken domain becomes one unit wide.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        let (a, b) = domain;
        let sound = a.is_finite() && b.is_finite() && a != b && (b - a).is_finite();
        let domain = if sound {
            (a, b)
        } else {
            (if a.is_finite() { a } else { 0.0 }, if a.is_finite() { a + 1.0 } else { 1.0 })
        };
        Linear { domain, range }
    }

    pub fn at(&self, value: f64) -> f64 {
        let part = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range.0 + part * (self.range.1 - self.range.0)
    }

    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }
}

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

        #[test]
        fn any_domain_gives_finite_places(a in -1e15..1e15f64, b in -1e15..1e15f64, v in -1e15..1e15f64) {
            prop_assert!(Linear::new((a, b), (0.0, 700.0)).at(a).is_finite());
            prop_assert!(Linear::new((a, a), (0.0, 700.0)).at(v).is_finite());
        }
    }
}
