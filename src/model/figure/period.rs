//! The time a figure is about: words, first and last day, and what kind of window it is.
//!
//! **Invariant**: knows dates and words, no figures; what is dated by its words alone has no day of ours.

use crate::locale::date::{Date, Part};
use crate::locale::Text;
use crate::statement::Precision;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    #[cfg_attr(feature = "author", schemars(flatten))]
    pub text: Text,
    /// 起：2016、2020-10 或 2021Q1 · start: 2016, 2020-10 or 2021Q1
    pub start: Option<Date>,
    /// 止 · end
    pub end: Option<Date>,
    /// 期间系推断 · the period is inferred
    #[serde(default)]
    pub inferred: bool,
    /// 期间的性质 · nature of the window
    pub window: Option<Window>,
}

/// What a period is besides its first and last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Window {
    Plan,
    Trailing,
    Quarter,
    Average,
    Undated,
}

impl Period {
    /// How precisely it is dated.
    pub fn precision(&self) -> Precision {
        let Some(start) = self.start.or(self.end) else { return Precision::Named };
        let end = self.end.unwrap_or(start);
        if start != end {
            return if start.year == end.year { Precision::Months } else { Precision::Years };
        }
        match start.part {
            Part::Year => Precision::Year,
            Part::Quarter(_) => Precision::Quarter,
            Part::Month(_) => Precision::Month,
            Part::Day(..) => Precision::Day,
        }
    }

    /// Whether its words name a year that runs over two calendar years, such as 2011/12, 2022–23 or 2022—2023学年, while it
    /// is dated as one of them.
    fn is_split(&self) -> bool {
        let is_next = |words: &str| {
            let numbers: Vec<&str> = words.split(['/', '-', '–', '—']).collect();
            numbers.windows(2).any(|pair| {
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
                let first = pair[0].get(pair[0].len().saturating_sub(4)..).filter(|first| digits(first) == 4);
                let second = pair[1].split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
                let next =
                    first.and_then(|first| first.parse::<u32>().ok()).map(|year| (year + 1).to_string());
                next.is_some_and(|next| second == next || second.len() == 2 && next.ends_with(second))
            })
        };
        self.precision() == Precision::Year && self.text.iter().any(|(_, words)| is_next(words))
    }

    /// Both are one time: by their first and last days, where both are dated; else by their words. 2025年上半年 is
    /// January to June 2025.
    pub fn is_same(&self, other: &Period) -> bool {
        let days = |period: &Period| {
            let start = period.start?;
            Some((start.first_day(), period.end.unwrap_or(start).last_day()))
        };
        match (days(self), days(other)) {
            (Some(own), Some(others)) => own == others && self.is_split() == other.is_split(),
            _ => self.text == other.text,
        }
    }
}
