//! What a reader's guess is beside what a source says.
//!
//! The interval of a statement and a guessed number come in; one of a closed list of verdicts goes out.
//!
//! **Invariant**: a verdict says no more than the statement does. Beyond a bound every number is possible and none is
//! right; what "about" and "nearly" leave open stays open.

use crate::locale::message::Message;
use crate::locale::number::Decimal;
use crate::model::interval::{End, Interval};
use std::cmp::Ordering;

/// How a guess stands to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The number itself, where the source prints one exact number.
    Right,
    /// Not the number itself, but no step of the scale is nearer.
    Nearest,
    TooLow,
    TooHigh,
    /// Beyond an open bound, where the source says nothing more.
    Possible,
    /// The number at which an open bound begins, and whether that number is meant too.
    AtFloor {
        included: bool,
    },
    BelowFloor,
    AtCeiling {
        included: bool,
    },
    AboveCeiling,
    /// Between two printed numbers, or one of them.
    Within,
    BelowRange,
    AboveRange,
    /// The number of an "about", and on either side of it. How far such a number reaches nobody says.
    AtAbout,
    LowerThanAbout,
    HigherThanAbout,
}

impl Verdict {
    /// Judges a guess made on a scale of this step.
    pub fn of(interval: Interval, guess: Decimal, step: Decimal) -> Verdict {
        let to = |number: Decimal| guess.compare(number);
        match (interval.low, interval.high) {
            (End::Inclusive(number), End::Inclusive(same)) if number == same => exact(number, guess, step),
            (
                End::Inclusive(low) | End::Exclusive(low),
                high @ (End::Inclusive(top) | End::Exclusive(top)),
            ) => match (to(low), to(top)) {
                (Ordering::Less, _) => Verdict::BelowRange,
                (_, Ordering::Greater) => Verdict::AboveRange,
                (Ordering::Equal, _) if matches!(interval.low, End::Exclusive(_)) => {
                    Verdict::AtFloor { included: false }
                }
                (_, Ordering::Equal) if matches!(high, End::Exclusive(_)) => {
                    Verdict::AtCeiling { included: false }
                }
                (Ordering::Equal | Ordering::Greater, Ordering::Less | Ordering::Equal) => Verdict::Within,
            },
            (End::Inclusive(low), End::Unknown) => floor(to(low), true),
            (End::Exclusive(low), End::Unknown) => floor(to(low), false),
            (End::Unknown, End::Inclusive(high)) => ceiling(to(high), true),
            (End::Unknown, End::Exclusive(high)) => ceiling(to(high), false),
            // nearly: just on this side of a number that it does not reach
            (End::Near(_) | End::Unknown, End::Near(number)) | (End::Near(number), End::Unknown) => {
                about(to(number))
            }
            (End::Near(_), End::Inclusive(number)) => nearly_up(to(number), true),
            (End::Near(_), End::Exclusive(number)) => nearly_up(to(number), false),
            (End::Inclusive(number), End::Near(_)) => nearly_down(to(number), true),
            (End::Exclusive(number), End::Near(_)) => nearly_down(to(number), false),
            (End::Unknown, End::Unknown) => Verdict::Possible,
        }
    }

    /// Whether the statement allows the guessed number; nothing where it does not say.
    pub fn allowed(self) -> Option<bool> {
        match self {
            Verdict::Right | Verdict::Possible | Verdict::Within => Some(true),
            Verdict::AtFloor { included } | Verdict::AtCeiling { included } => Some(included),
            Verdict::Nearest
            | Verdict::TooLow
            | Verdict::TooHigh
            | Verdict::BelowFloor
            | Verdict::AboveCeiling
            | Verdict::BelowRange
            | Verdict::AboveRange => Some(false),
            Verdict::AtAbout | Verdict::LowerThanAbout | Verdict::HigherThanAbout => None,
        }
    }

    /// Returns the sentence that says it, with a place for the statement's own phrase.
    pub fn message(self) -> Message {
        match self {
            Verdict::Right => Message::GuessRight,
            Verdict::Nearest => Message::GuessNearest,
            Verdict::TooLow => Message::GuessTooLow,
            Verdict::TooHigh => Message::GuessTooHigh,
            Verdict::Possible => Message::GuessPossible,
            Verdict::AtFloor { included: true } => Message::GuessAtFloorIncluded,
            Verdict::AtFloor { included: false } => Message::GuessAtFloor,
            Verdict::BelowFloor => Message::GuessBelowFloor,
            Verdict::AtCeiling { included: true } => Message::GuessAtCeilingIncluded,
            Verdict::AtCeiling { included: false } => Message::GuessAtCeiling,
            Verdict::AboveCeiling => Message::GuessAboveCeiling,
            Verdict::Within => Message::GuessWithin,
            Verdict::BelowRange => Message::GuessBelowRange,
            Verdict::AboveRange => Message::GuessAboveRange,
            Verdict::AtAbout => Message::GuessAtAbout,
            Verdict::LowerThanAbout => Message::GuessLowerThanAbout,
            Verdict::HigherThanAbout => Message::GuessHigherThanAbout,
        }
    }
}

fn exact(number: Decimal, guess: Decimal, step: Decimal) -> Verdict {
    let apart = (guess.to_f64() - number.to_f64()).abs();
    match guess.compare(number) {
        Ordering::Equal => Verdict::Right,
        _ if apart <= step.to_f64() / 2.0 => Verdict::Nearest,
        Ordering::Less => Verdict::TooLow,
        Ordering::Greater => Verdict::TooHigh,
    }
}

fn floor(to_floor: Ordering, included: bool) -> Verdict {
    match to_floor {
        Ordering::Less => Verdict::BelowFloor,
        Ordering::Equal => Verdict::AtFloor { included },
        Ordering::Greater => Verdict::Possible,
    }
}

fn ceiling(to_ceiling: Ordering, included: bool) -> Verdict {
    match to_ceiling {
        Ordering::Less => Verdict::Possible,
        Ordering::Equal => Verdict::AtCeiling { included },
        Ordering::Greater => Verdict::AboveCeiling,
    }
}

fn about(to_number: Ordering) -> Verdict {
    match to_number {
        Ordering::Less => Verdict::LowerThanAbout,
        Ordering::Equal => Verdict::AtAbout,
        Ordering::Greater => Verdict::HigherThanAbout,
    }
}

fn nearly_up(to_number: Ordering, included: bool) -> Verdict {
    match to_number {
        Ordering::Less => Verdict::LowerThanAbout,
        Ordering::Equal => Verdict::AtCeiling { included },
        Ordering::Greater => Verdict::AboveCeiling,
    }
}

fn nearly_down(to_number: Ordering, included: bool) -> Verdict {
    match to_number {
        Ordering::Less => Verdict::BelowFloor,
        Ordering::Equal => Verdict::AtFloor { included },
        Ordering::Greater => Verdict::HigherThanAbout,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::statement::Bound;
    use proptest::prelude::*;

    fn judge(number: &str, bound: Bound, guess: &str) -> Verdict {
        let parse = |digits| Decimal::parse(digits).unwrap();
        Verdict::of(Interval::new(parse(number), bound), parse(guess), parse("1"))
    }

    /// Seen to fail: with `floor` answering `AtFloor { included: true }`, "exactly 80" counted as more than 80.
    #[test]
    fn a_bound_answers_as_a_bound() {
        assert_eq!(judge("80", Bound::MoreThan, "85"), Verdict::Possible);
        assert_eq!(judge("80", Bound::MoreThan, "60"), Verdict::BelowFloor);
        assert_eq!(judge("80", Bound::MoreThan, "80"), Verdict::AtFloor { included: false });
        assert_eq!(judge("80", Bound::AtLeast, "80.0"), Verdict::AtFloor { included: true });
        assert_eq!(judge("15", Bound::UpTo, "12"), Verdict::Possible);
        assert_eq!(judge("15", Bound::LessThan, "15"), Verdict::AtCeiling { included: false });
        assert_eq!(judge("350", Bound::About, "340"), Verdict::LowerThanAbout);
        assert_eq!(judge("1192", Bound::Nearly, "1192"), Verdict::AtCeiling { included: false });
        assert_eq!(judge("99", Bound::Exact, "99"), Verdict::Right);
        assert_eq!(judge("98.6", Bound::Exact, "99"), Verdict::Nearest);
        assert_eq!(judge("98.4", Bound::Exact, "99"), Verdict::TooHigh);
        // a fall by more than 5 lies below -5
        assert_eq!(judge("-5", Bound::MoreThan, "-9"), Verdict::Possible);
        assert_eq!(judge("-5", Bound::MoreThan, "-3"), Verdict::AboveCeiling);
    }

    fn decimal() -> impl Strategy<Value = Decimal> {
        (-99_999i64..99_999, 0u8..4).prop_map(|(mantissa, places)| Decimal { mantissa, places })
    }

    /// What a bound says of a number in words, without any interval.
    fn says(bound: Bound, number: f64, guess: f64) -> Option<bool> {
        // the bound of a fall is about its size
        let (number, guess) = if number < 0.0 { (-number, -guess) } else { (number, guess) };
        match bound {
            Bound::Exact | Bound::Between => Some(guess == number),
            Bound::MoreThan => Some(guess > number),
            Bound::AtLeast => Some(guess >= number),
            Bound::LessThan => Some(guess < number),
            Bound::UpTo => Some(guess <= number),
            Bound::About => None,
            Bound::Nearly => (guess >= number).then_some(false),
        }
    }

    proptest! {
        #[test]
        fn any_guess_is_allowed_where_its_statement_allows_it(number in decimal(), guess in decimal(), at in any::<bool>()) {
            let guess = if at { number } else { guess };
            for bound in Bound::ALL {
                let verdict = Verdict::of(Interval::new(number, *bound), guess, Decimal::whole(1));
                let wanted = says(*bound, number.to_f64(), guess.to_f64());
                prop_assert_eq!(verdict.allowed(), wanted, "{:?} {:?} {:?}: {:?}", bound, number, guess, verdict);
            }
        }

        #[test]
        fn a_range_allows_its_ends_and_what_is_between(a in decimal(), b in decimal(), guess in decimal()) {
            let interval = Interval::range(a, b);
            let (low, high) = (a.to_f64().min(b.to_f64()), a.to_f64().max(b.to_f64()));
            for guess in [guess, a, b] {
                let verdict = Verdict::of(interval, guess, Decimal { mantissa: 1, places: 9 });
                let within = (low..=high).contains(&guess.to_f64());
                prop_assert_eq!(verdict.allowed(), Some(within), "{:?} {:?}: {:?}", interval, guess, verdict);
            }
        }
    }
}
