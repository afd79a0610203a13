//! What a mark is painted with: a role and how opaque, never a colour.
//!
//! **Invariant**: at rest a paint has one role. In a transition it may still have something of the roles that it comes
//! from; which colours all these are is asked when a picture is rendered (`render::palette`).

use crate::theme::Role;

/// A role's colour, so opaque.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    pub role: Role,
    /// 0 (nothing) to 1 (opaque).
    pub alpha: f64,
    pub mix: Mix,
}

impl Paint {
    /// Opaque.
    pub const fn new(role: Role) -> Self {
        Paint { role, alpha: 1.0, mix: Mix::NONE }
    }

    /// The same with its alpha multiplied by `by` (0..=1).
    pub fn fade(self, by: f64) -> Self {
        Paint { alpha: self.alpha * by.clamp(0.0, 1.0), ..self }
    }

    /// Whether its colour is that of a role and has nothing of another.
    pub fn is(&self, role: Role) -> bool {
        self.tint() == Tint { role, mix: Mix::NONE }
    }

    /// Which colour it is, without how opaque.
    pub fn tint(&self) -> Tint {
        Tint { role: self.role, mix: self.mix }
    }
}

/// What a tint that changes its role still has of up to two others, each in parts of `Mix::WHOLE`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mix([Option<(Role, u16)>; 2]);

impl Mix {
    pub const NONE: Mix = Mix([None, None]);
    /// The square of `STEPS`, so that a change of role which interrupts another still has exact shares.
    pub const WHOLE: u16 = STEPS * STEPS;

    /// The other roles with their shares.
    pub fn parts(self) -> impl Iterator<Item = (Role, u16)> {
        self.0.into_iter().flatten()
    }
}

/// Steps from one role to another: neighbours share one, so that they can be painted together.
pub const STEPS: u16 = 24;

/// A colour by its meaning: of a role or, on the way to it, with something of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tint {
    pub role: Role,
    pub mix: Mix,
}

impl Tint {
    /// This tint when `step` of `STEPS` towards `role` are done. Of more than two other roles the two with the largest
    /// shares remain; that takes two interruptions within a second.
    pub fn towards(self, role: Role, step: u16) -> Tint {
        let left = STEPS - step.min(STEPS);
        let others: u16 = self.mix.parts().map(|(_, share)| share).sum();
        let own = (self.role, Mix::WHOLE - others);
        let mut largest = [None, None];
        for (from, share) in std::iter::once(own).chain(self.mix.parts()) {
            let share = (u32::from(share) * u32::from(left) / u32::from(STEPS)) as u16;
            if from == role || share == 0 {
                continue;
            }
            match largest {
                [None, _] => largest[0] = Some((from, share)),
                [_, None] => largest[1] = Some((from, share)),
                [Some((_, a)), Some((_, b))] if share > a.min(b) => {
                    largest[usize::from(b <= a)] = Some((from, share));
                }
                _ => {}
            }
        }
        Tint { role, mix: Mix(largest) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_role_begins_and_ends_with_one() {
        let ink = Paint::new(Role::Ink).tint();
        assert_eq!(ink.towards(Role::Surface, STEPS), Paint::new(Role::Surface).tint());
        let first = ink.towards(Role::Surface, 0);
        assert_eq!(first.mix.parts().collect::<Vec<_>>(), [(Role::Ink, Mix::WHOLE)]);
        assert_eq!(ink.towards(Role::Ink, 7), ink, "a role does not mix with itself");
    }

    /// Seen to fail: with the shares of the interrupted change taken as they were.
    #[test]
    fn an_interrupted_change_goes_on_from_what_is_to_be_seen() {
        let half = Paint::new(Role::Ink).tint().towards(Role::Surface, 12);
        let parts = |tint: Tint| tint.mix.parts().collect::<Vec<_>>();
        assert_eq!(parts(half), [(Role::Ink, 288)]);
        let then = half.towards(Role::Muted, 6);
        assert_eq!(parts(then), [(Role::Surface, 216), (Role::Ink, 216)]);
        assert_eq!(parts(then.towards(Role::Rule, 0)).len(), 2, "never more than two");
    }
}
