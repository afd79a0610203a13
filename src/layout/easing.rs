//! Progress to amount. Curves after Robert Penner's power family.
//!
//! **Invariant**: every curve maps 0 to 0 and 1 to 1, never leaves 0..=1 and never runs backwards, so that no mark
//! overshoots its value.

/// Fast, then settling: entrances.
pub fn cubic_out(progress: f64) -> f64 {
    let rest = 1.0 - progress.clamp(0.0, 1.0);
    1.0 - rest * rest * rest
}

/// Slow, fast, slow: changes of chapter.
pub fn cubic_in_out(progress: f64) -> f64 {
    let p = progress.clamp(0.0, 1.0);
    if p < 0.5 {
        4.0 * p * p * p
    } else {
        let rest = 2.0 - 2.0 * p;
        1.0 - rest * rest * rest / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_are_monotone_and_end_exactly() {
        for curve in [cubic_out, cubic_in_out] {
            assert_eq!((curve(0.0), curve(1.0)), (0.0, 1.0));
            let mut last = 0.0;
            for i in 0..=1000 {
                let amount = curve(i as f64 / 1000.0);
                assert!((0.0..=1.0).contains(&amount) && amount >= last);
                last = amount;
            }
        }
    }
}
