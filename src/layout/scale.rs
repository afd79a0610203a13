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

/// The same steps from at most `low` to at least `high`, with 0 among them: of those that give not many more than `count`
/// the steps that leave the least of the axis empty.
pub fn ticks_around_zero(low: f64, high: f64, count: usize) -> Vec<f64> {
    let (low, high) = (low.min(0.0), high.max(0.0));
    let count = count.clamp(1, MAX_TICKS / 2);
    let rough = (high - low) / count as f64;
    if !rough.is_finite() || low == 0.0 {
        return ticks_from_zero(high, count);
    }
    let power = math::pow(10.0, math::log10(rough).floor());
    let reach = |end: f64, step: f64| (end / step - 1e-9).ceil().clamp(0.0, MAX_TICKS as f64);
    let sides = |step: f64| (reach(-low, step), reach(high, step));
    let most = (count + count / 2).max(2) as f64;
    // ten times the power is always among them; of equal lengths the larger steps
    let steps = [10.0, 5.0, 2.0, 1.0].map(|m| m * power).into_iter();
    let few = steps.map(|step| (step, sides(step))).filter(|(_, (below, above))| below + above <= most);
    let length = |(step, (below, above)): &(f64, (f64, f64))| (below + above) * step;
    let best = few.reduce(|best, next| if length(&next) < length(&best) * 0.999 { next } else { best });
    let (step, (below, above)) = best.unwrap_or((10.0 * power, sides(10.0 * power)));
    (-(below as i32)..=above as i32).map(|i| f64::from(i) * step).collect()
}

/// Round steps from at most `low` to at least `high`, about `count` of them; 0 is among them only where it lies between.
pub fn ticks_between(low: f64, high: f64, count: usize) -> Vec<f64> {
    if !(low.is_finite() && high.is_finite() && low < high) {
        return ticks_around_zero(low, high, count);
    }
    let step = ticks_from_zero(high - low, count).get(1).copied().unwrap_or(1.0);
    let (first, last) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
    // what is narrow beside its distance from zero has no steps of its own
    if first.abs().max(last.abs()) > 1e12 || last - first > MAX_TICKS as f64 {
        return ticks_around_zero(low, high, count);
    }
    (first as i64..=last as i64).map(|i| i as f64 * step).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_cover_the_data() {
        assert_eq!(ticks_from_zero(1486.0, 3), [0.0, 500.0, 1000.0, 1500.0]);
        assert_eq!(ticks_from_zero(44.5, 4), [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(ticks_around_zero(0.0, 44.5, 4), ticks_from_zero(44.5, 4));
        assert_eq!(ticks_around_zero(-3.3, 8.4, 4), [-5.0, 0.0, 5.0, 10.0]);
        assert_eq!(ticks_around_zero(-3.3, -1.27, 3), [-4.0, -2.0, 0.0]);
        assert_eq!(ticks_around_zero(-0.3, 1.7, 4), [-0.5, 0.0, 0.5, 1.0, 1.5, 2.0]);
        assert_eq!(ticks_around_zero(-0.3, 8.4, 4), [-2.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(ticks_between(6.0, 7.0, 2), [6.0, 6.5, 7.0]);
        assert_eq!(ticks_between(-1.0, 7.0, 2), [-5.0, 0.0, 5.0, 10.0]);
    }

    proptest! {
        #[test]
        fn any_maximum_gives_few_finite_ticks(max in proptest::num::f64::ANY, count in 0usize..200) {
            let ticks = ticks_from_zero(max, count);
            prop_assert!(ticks.len() <= MAX_TICKS && ticks.iter().all(|t| t.is_finite()));
        }

        #[test]
        fn any_ends_lie_between_the_ticks(low in -1e15..1e15f64, high in -1e15..1e15f64, count in 1usize..9) {
            let ticks = ticks_around_zero(low, high, count);
            prop_assert!(ticks.len() <= 2 * MAX_TICKS && ticks.contains(&0.0), "{ticks:?}");
            let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
            prop_assert!(first <= low.min(0.0) * 0.999 && last >= high.max(0.0) * 0.999, "{ticks:?}");
        }
    }
}
