//! Where the true value of a statement may lie.
//!
//! A printed number and its bound come in; an interval goes out, which layout, rules, descriptions and data formats ask.
//! Nothing else works out what a bound means.
//!
//! **Invariant**: an end that no source states is `Unknown` or `Near`, never a number of ours. The bound of a fall is on the
//! size of the fall: "fell by more than 5 %" lies below −5 %.

use crate::locale::number::Decimal;
use crate::statement::Bound;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The true value may be this number.
    Inclusive(Decimal),
    /// The true value may come near to this number and is not this number.
    Exclusive(Decimal),
    /// Somewhere near this number; how far from it nobody says.
    Near(Decimal),
    /// Nobody says where.
    Unknown,
}

impl End {
    /// Returns the number that closes this end, and nothing where no number does.
    pub fn limit(self) -> Option<Decimal> {
        match self {
            End::Inclusive(number) | End::Exclusive(number) => Some(number),
            End::Near(_) | End::Unknown => None,
        }
    }
}

/// From the lowest to the highest value that a statement allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub low: End,
    pub high: End,
}

impl Interval {
    /// Returns where the value lies that is printed as `number` with this bound. Between has two numbers: see `range`.
    pub fn new(number: Decimal, bound: Bound) -> Interval {
        let outwards = |near: End, far: End| match number.mantissa < 0 {
            false => Interval { low: near, high: far },
            true => Interval { low: far, high: near },
        };
        match bound {
            Bound::Exact | Bound::Between => {
                Interval { low: End::Inclusive(number), high: End::Inclusive(number) }
            }
            Bound::MoreThan => outwards(End::Exclusive(number), End::Unknown),
            Bound::AtLeast => outwards(End::Inclusive(number), End::Unknown),
            Bound::LessThan => outwards(End::Unknown, End::Exclusive(number)),
            Bound::UpTo => outwards(End::Unknown, End::Inclusive(number)),
            Bound::Nearly => outwards(End::Near(number), End::Exclusive(number)),
            Bound::About => Interval { low: End::Near(number), high: End::Near(number) },
        }
    }

    /// Returns the interval between two printed numbers, both of which are meant; the smaller one may come second.
    pub fn range(a: Decimal, b: Decimal) -> Interval {
        let (low, high) = if a.to_f64() <= b.to_f64() { (a, b) } else { (b, a) };
        Interval { low: End::Inclusive(low), high: End::Inclusive(high) }
    }

    /// Returns where a count lies whose list goes on: what is named, or more.
    pub fn open_list(named: Decimal) -> Interval {
        Interval { low: End::Inclusive(named), high: End::Unknown }
    }

    /// It holds one number.
    pub fn is_exact(&self) -> bool {
        matches!((self.low, self.high), (End::Inclusive(a), End::Inclusive(b)) if a == b)
    }

    /// It goes on upward from its number.
    pub fn opens_up(&self) -> bool {
        self.low.limit().is_some() && self.high == End::Unknown
    }

    /// It goes on downward from its number.
    pub fn opens_down(&self) -> bool {
        self.high.limit().is_some() && self.low == End::Unknown
    }

    /// It is open at one end, and the number at its other end is a possible value too: 以上, 以下.
    pub fn is_inclusive(&self) -> bool {
        match (self.low, self.high) {
            (End::Inclusive(_), End::Inclusive(_)) => false,
            (low, high) => matches!(low, End::Inclusive(_)) || matches!(high, End::Inclusive(_)),
        }
    }

    /// It has an end somewhere near its number: about, nearly.
    pub fn is_soft(&self) -> bool {
        matches!(self.low, End::Near(_)) || matches!(self.high, End::Near(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(number: &str, bound: Bound) -> Interval {
        Interval::new(Decimal::parse(number).unwrap(), bound)
    }

    /// Seen to fail: with `outwards` without its second arm.
    #[test]
    fn a_bound_points_away_from_zero_where_it_says_more() {
        let five = Decimal::parse("5").unwrap();
        let fall = Decimal::parse("-5").unwrap();
        assert_eq!(of("5", Bound::MoreThan), Interval { low: End::Exclusive(five), high: End::Unknown });
        assert_eq!(of("-5", Bound::MoreThan), Interval { low: End::Unknown, high: End::Exclusive(fall) });
        assert_eq!(of("-5", Bound::UpTo), Interval { low: End::Inclusive(fall), high: End::Unknown });
        assert!(of("-5", Bound::AtLeast).opens_down() && of("5", Bound::AtLeast).opens_up());
    }

    #[test]
    fn only_what_includes_its_number_says_so() {
        let inclusive = |bound| of("5", bound).is_inclusive();
        assert!(inclusive(Bound::AtLeast) && inclusive(Bound::UpTo));
        for bound in [Bound::Exact, Bound::MoreThan, Bound::LessThan, Bound::About, Bound::Nearly] {
            assert!(!inclusive(bound), "{bound:?}");
        }
        assert!(of("5", Bound::Exact).is_exact() && !of("5", Bound::Nearly).is_exact());
        assert!(of("5", Bound::About).is_soft() && of("5", Bound::Nearly).is_soft());
    }

    #[test]
    fn a_range_has_its_ends_in_order() {
        let (low, high) = (Decimal::parse("4.5").unwrap(), Decimal::parse("5").unwrap());
        assert_eq!(Interval::range(high, low), Interval::range(low, high));
    }
}
