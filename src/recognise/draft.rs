//! What the rules of a language hand on: amounts by their places in the text, and what dates do.
//!
//! **Invariant**: places are characters of the source; they become bytes once, in `recognise`.

use super::amount::Amount;
use super::period::{Period, Stamp, Step};
use crate::statement::{Bound, Measure, Status};
use std::ops::Range;

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Rise,
    Fall,
}

impl Direction {
    /// Returns its word in the answer.
    pub fn name(self) -> &'static str {
        match self {
            Direction::Rise => "rise",
            Direction::Fall => "fall",
        }
    }
}

/// An amount as found, before its sentence has been asked for a period.
#[derive(Clone, Debug)]
pub struct Draft {
    /// From the bound word in front to the unit or the bound word behind.
    pub places: Range<usize>,
    /// Where the number itself begins.
    pub core: usize,
    pub amount: Amount,
    pub bound: Bound,
    /// The words of the bound as printed; empty where there are none.
    pub bound_words: String,
    pub unit: String,
    /// The point has moved so many places by a power that is printed: 万, million.
    pub power: usize,
    pub measure: Option<Measure>,
    pub direction: Option<Direction>,
    pub period: Option<Period>,
    pub base: Option<Period>,
    /// The words of a base whose part of the year the text does not say: 2020年同期.
    pub base_words: Option<Range<usize>>,
    /// When it may hold, where the text says a part of a year and the year stands further up; to be asked.
    pub supposed: Option<Period>,
    /// The words of a period that counts from the day of writing, or of a year that is none of the calendar: 过去三年, 2024—2025学年.
    pub spoken: Option<Range<usize>>,
    /// The text says when in words that give no date (now, last year), or what it said before has ended: nothing else may date it.
    pub undated: bool,
    /// A goal, what somebody expects, or a number that the text calls preliminary.
    pub status: Option<Status>,
    /// The places of the amount that it is a part of: 87 of the 312 schools.
    pub whole: Option<Range<usize>>,
}

impl Draft {
    /// An exact amount without unit.
    pub fn new(places: Range<usize>, amount: Amount) -> Draft {
        Draft {
            core: places.start,
            places,
            amount,
            bound: Bound::Exact,
            bound_words: String::new(),
            unit: String::new(),
            power: 0,
            measure: None,
            direction: None,
            period: None,
            base: None,
            base_words: None,
            supposed: None,
            spoken: None,
            undated: false,
            status: None,
            whole: None,
        }
    }

    /// It refers to an earlier period.
    pub fn has_base(&self) -> bool {
        matches!(
            self.measure,
            Some(Measure::Growth | Measure::Change | Measure::Points | Measure::Multiple | Measure::Index)
        )
    }
}

/// What a date in the text does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Says when; `None` where the text does not say which year.
    When(Option<Period>),
    /// Says when in words that count from the day of writing, which the text may not say: 过去三年.
    Spoken,
    /// Says that it holds at the day of writing, which the text may not say: now, 目前.
    Now,
    /// Says when the next number held, and that one only: from 10 % in 2015.
    From(Period),
    /// From the first date to the last: a change between them has the last as its period and the first as its base.
    Between(Stamp, Stamp),
    /// What has changed since then refers to it; when it holds is not said.
    Since(Period),
    /// What a change refers to; with `true` the same part of that year.
    Base(Period, bool),
    /// The same, and the next number held then: 比2024年同期的33.2万标箱增加.
    BaseOf(Period, bool),
    /// The change refers to the same part of the year before.
    YearBefore,
    /// The change refers to the month or quarter before.
    PeriodBefore(Step),
    /// The change refers to something without a date: 比常年.
    NoBase,
}

/// Gives each draft with the period of a year that is none of the calendar its words: 2024-25 is the 2024-25 school year.
pub fn name_years<'a>(
    drafts: impl Iterator<Item = &'a mut Draft>,
    named: impl Iterator<Item = (Role, Range<usize>)>,
) {
    let named: Vec<_> = named.collect();
    for draft in drafts.filter(|draft| draft.period.is_some()) {
        let same =
            |(role, _): &&(Role, Range<usize>)| matches!(role, Role::When(period) if *period == draft.period);
        draft.spoken = named.iter().find(same).map(|(_, words)| words.clone());
    }
}

/// Two bounds of one number as the one that claims less.
pub fn both(a: Bound, b: Bound) -> Bound {
    let is_floor = |bound| matches!(bound, Bound::MoreThan | Bound::AtLeast);
    let is_ceiling = |bound| matches!(bound, Bound::LessThan | Bound::UpTo);
    match (a, b) {
        (Bound::Exact, other) | (other, Bound::Exact) => other,
        (a, b) if a == b => a,
        (a, b) if is_floor(a) && is_floor(b) => Bound::AtLeast,
        (a, b) if is_ceiling(a) && is_ceiling(b) => Bound::UpTo,
        _ => Bound::About,
    }
}
