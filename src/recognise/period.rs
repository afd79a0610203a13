//! Periods as a text names them: a year, a half, a quarter, a month, a day, or a run of them.
//!
//! In: numbers that a language's rules have read. Out: the period as text (2023Q1, 2021..2025), and the one before it.
//!
//! **Invariant**: a period never gains precision: a year stays a year.

use std::fmt;

/// A date at the precision of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    Year(i32),
    Half(i32, u8),
    Quarter(i32, u8),
    Month(i32, u8),
    Day(i32, u8, u8),
}

impl Stamp {
    /// The year that it lies in.
    pub fn year(self) -> i32 {
        match self {
            Stamp::Year(y)
            | Stamp::Half(y, _)
            | Stamp::Quarter(y, _)
            | Stamp::Month(y, _)
            | Stamp::Day(y, ..) => y,
        }
    }

    /// Returns the same part of another year.
    pub fn in_year(self, year: i32) -> Stamp {
        match self {
            Stamp::Year(_) => Stamp::Year(year),
            Stamp::Half(_, h) => Stamp::Half(year, h),
            Stamp::Quarter(_, q) => Stamp::Quarter(year, q),
            Stamp::Month(_, m) => Stamp::Month(year, m),
            Stamp::Day(_, m, d) => Stamp::Day(year, m, d),
        }
    }

    /// The month or quarter just before; `None` where that is no month or quarter.
    fn previous(self) -> Option<Stamp> {
        match self {
            Stamp::Quarter(y, 1) => Some(Stamp::Quarter(y - 1, 4)),
            Stamp::Quarter(y, q) => Some(Stamp::Quarter(y, q - 1)),
            Stamp::Month(y, 1) => Some(Stamp::Month(y - 1, 12)),
            Stamp::Month(y, m) => Some(Stamp::Month(y, m - 1)),
            Stamp::Half(y, 2) => Some(Stamp::Half(y, 1)),
            Stamp::Half(y, _) => Some(Stamp::Half(y - 1, 2)),
            Stamp::Year(y) => Some(Stamp::Year(y - 1)),
            Stamp::Day(..) => None,
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Stamp::Year(y) => write!(f, "{y:04}"),
            Stamp::Half(y, h) => write!(f, "{y:04}H{h}"),
            Stamp::Quarter(y, q) => write!(f, "{y:04}Q{q}"),
            Stamp::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Stamp::Day(y, m, d) => write!(f, "{y:04}-{m:02}-{d:02}"),
        }
    }
}

/// How far back a change refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Month,
    Quarter,
    /// Whichever the period is.
    Any,
}

/// When an amount holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    At(Stamp),
    Run(Stamp, Stamp),
}

impl Period {
    /// Its first date.
    pub fn start(self) -> Stamp {
        match self {
            Period::At(stamp) | Period::Run(stamp, _) => stamp,
        }
    }

    /// Its last date.
    pub fn end(self) -> Stamp {
        match self {
            Period::At(stamp) | Period::Run(_, stamp) => stamp,
        }
    }

    /// Returns the same part of another year.
    pub fn in_year(self, year: i32) -> Period {
        match self {
            Period::At(stamp) => Period::At(stamp.in_year(year)),
            Period::Run(a, b) => Period::Run(a.in_year(year), b.in_year(year + b.year() - a.year())),
        }
    }

    /// Returns the same part of the year before. A run of years has none.
    pub fn year_before(self) -> Option<Period> {
        let back = |stamp: Stamp| stamp.in_year(stamp.year() - 1);
        match self {
            Period::At(stamp) => Some(Period::At(back(stamp))),
            // a school year
            Period::Run(Stamp::Year(a), Stamp::Year(b)) if b == a + 1 => {
                Some(Period::Run(Stamp::Year(a - 1), Stamp::Year(a)))
            }
            Period::Run(a, b) if a.year() == b.year() => Some(Period::Run(back(a), back(b))),
            Period::Run(..) => None,
        }
    }

    /// Returns the month or quarter just before, where the period is one of them.
    pub fn previous(self, step: Step) -> Option<Period> {
        match (self, step) {
            (Period::At(Stamp::Quarter(..)), Step::Month) | (Period::At(Stamp::Month(..)), Step::Quarter) => {
                None
            }
            (Period::At(Stamp::Year(_) | Stamp::Day(..)), Step::Month | Step::Quarter) => None,
            (Period::At(stamp), _) => stamp.previous().map(Period::At),
            (Period::Run(..), _) => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Period::At(stamp) => write!(f, "{stamp}"),
            Period::Run(a, b) => write!(f, "{a}..{b}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_before_has_the_same_precision() {
        let told = |period: Option<Period>| period.map(|p| p.to_string()).unwrap_or_default();
        let quarter = Period::At(Stamp::Quarter(2023, 1));
        assert_eq!(told(quarter.year_before()), "2022Q1");
        assert_eq!(told(quarter.previous(Step::Any)), "2022Q4");
        let months = Period::Run(Stamp::Month(2023, 1), Stamp::Month(2023, 2));
        assert_eq!(told(months.year_before()), "2022-01..2022-02");
        assert_eq!(told(quarter.previous(Step::Month)), "");
        assert_eq!(told(Period::Run(Stamp::Year(2016), Stamp::Year(2020)).year_before()), "");
    }
}
