//! How many people or things a dot of a new field stands for.
//!
//! In: the amounts that share a scale. Out: a power of ten.
//!
//! **Invariant**: a finer scale is chosen only where it makes whole dots of every amount.

use crate::chart::answers::MOST_MARKS;

/// Most dots of a field that its scale is chosen for.
const DOTS: f64 = 400.0;

/// Returns how much a dot is: 1,862,000 people are no whole number of dots of 10,000, and one of dots of 1000.
pub fn dots_of(amounts: &[f64]) -> f64 {
    let most = amounts.iter().copied().fold(0.0, f64::max);
    let power = (most / DOTS).log10().ceil();
    let usual = if power.is_finite() { 10f64.powf(power.max(0.0)) } else { 1.0 };
    let is_whole = |dots: f64| (dots - dots.round()).abs() < 1e-6;
    // what is less than a dot has a scale of its own
    let fits =
        |per: &f64| amounts.iter().filter(|amount| *amount >= per).all(|amount| is_whole(amount / per));
    let finer = std::iter::successors(Some(usual), |per| Some(per / 10.0));
    finer.take_while(|per| *per >= 1.0 && most / per <= MOST_MARKS).find(fits).unwrap_or(usual)
}

#[cfg(test)]
mod tests {
    use super::dots_of;

    #[test]
    fn dots_are_whole_where_they_can_be() {
        assert_eq!(dots_of(&[1_862_000.0]), 1000.0);
        assert_eq!(dots_of(&[1_860_000.0]), 10_000.0);
        assert_eq!(dots_of(&[1_860_000.0, 1_527_000.0]), 1000.0);
        assert_eq!(dots_of(&[1_860_000.0, 300.0]), 10_000.0);
        assert_eq!(dots_of(&[1_862_345.0]), 10_000.0);
        assert_eq!(dots_of(&[0.0]), 1.0);
    }
}
