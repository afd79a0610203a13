//! Time to amounts: when a mark enters, how far it has come, and with which easing.
//!
//! Three words for time: `t` is seconds since the scene began, `progress` is 0..=1 before easing, `amount` is after.
//!
//! **Invariant**: knows no marks and no clock. Every function is total and ends exactly at 1.

use crate::geometry::Seconds;
use crate::layout::easing;

/// How a mark comes in. The way it moves says what it is: bars grow from their zero, lines are drawn from their first
/// point, counted things appear one by one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// Opacity only.
    Fade,
    /// From its left edge.
    GrowRight,
    /// From its right edge.
    GrowLeft,
    /// From its bottom edge.
    GrowUp,
    /// From its top edge.
    GrowDown,
    /// From its centre.
    Pop,
    /// Along its path, or from its first angle.
    Draw,
    /// A falling cell: comes from `dy` CSS px above while fading in.
    Drop,
}

/// When and how a mark enters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Enter {
    pub effect: Effect,
    /// Seconds after the scene began; negative: it stands there from the first frame on.
    pub delay: f64,
    /// Seconds; above 0.
    pub duration: f64,
}

/// The usual length of an entrance, in seconds.
pub const ENTER: f64 = 0.7;
/// Longest time between the first and the last of a group of marks.
pub const STAGGER_ALL: f64 = 0.4;
/// Longest time between one mark and the next.
pub const STAGGER_EACH: f64 = 0.03;

impl Enter {
    pub const fn fade(delay: f64) -> Self {
        Enter { effect: Effect::Fade, delay, duration: 0.35 }
    }

    pub const fn new(effect: Effect, delay: f64) -> Self {
        Enter { effect, delay, duration: ENTER }
    }

    /// 0..=1 of this entrance at `t`, before easing.
    pub fn progress(&self, t: Seconds) -> f64 {
        if self.delay < 0.0 {
            return 1.0;
        }
        let progress = ((t.get() - self.delay) / self.duration).clamp(0.0, 1.0);
        // a sum of delays may miss the end by a rounding; an entrance that is over is over
        if progress > 1.0 - 1e-9 {
            1.0
        } else {
            progress
        }
    }

    /// 0..=1 of this entrance at `t`, eased; exactly 1 at the end.
    pub fn amount(&self, t: Seconds) -> f64 {
        easing::cubic_out(self.progress(t))
    }

    /// The entrance of a field of cells: each pops, one after another.
    pub const fn field(delay: f64) -> Self {
        Enter { effect: Effect::Pop, delay, duration: ENTER + STAGGER_ALL }
    }

    pub fn end(&self) -> f64 {
        self.delay + self.duration
    }
}

/// The delay of the `index`th of `count` marks that enter one after another.
pub fn stagger(index: usize, count: usize) -> f64 {
    let step = (STAGGER_ALL / count.max(1) as f64).min(STAGGER_EACH);
    index as f64 * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entrance_ends_exactly_and_a_group_within_its_limit() {
        let enter = Enter::new(Effect::Pop, 0.2);
        assert_eq!(enter.amount(Seconds::new(0.1)), 0.0);
        assert_eq!(enter.amount(Seconds::new(enter.end())), 1.0);
        assert!(stagger(2489, 2490) <= STAGGER_ALL);
        assert_eq!(stagger(1, 3), STAGGER_EACH);
    }
}
