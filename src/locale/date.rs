//! Calendar dates at the precision they were printed with.
//!
//! **Invariant**: a date never gains precision: "2014" stays a year and is placed on an axis as the whole year.

use crate::locale::Locale;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// A date as printed: a day, a month, a quarter or a year. In a story's file it is a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Date {
    pub year: i32,
    pub part: Part,
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let (year, part) = Deserialize::deserialize(deserializer)?;
            return Ok(Date { year, part });
        }
        let text = String::deserialize(deserializer)?;
        Date::parse(&text).ok_or_else(|| Error::custom(format_args!("{text:?} is not a date")))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    Year,
    /// 1..=4.
    Quarter(u8),
    /// 1..=12.
    Month(u8),
    /// Month and day.
    Day(u8, u8),
}

impl Date {
    /// Reads `2014`, `2020-10`, `1955-10-29` or `2021Q1`; anything else is `None`.
    pub fn parse(text: &str) -> Option<Date> {
        if !text.is_ascii() || text.len() < 4 || !text.bytes().take(4).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let year: i32 = text[..4].parse().ok()?;
        let two = |s: &str| (s.len() == 2).then(|| s.parse::<u8>().ok()).flatten();
        let part = match &text[4..] {
            "" => Part::Year,
            "Q1" => Part::Quarter(1),
            "Q2" => Part::Quarter(2),
            "Q3" => Part::Quarter(3),
            "Q4" => Part::Quarter(4),
            rest => {
                let mut parts = rest.strip_prefix('-')?.split('-');
                let month = two(parts.next()?).filter(|m| (1..=12).contains(m))?;
                match parts.next() {
                    None => Part::Month(month),
                    Some(day) => {
                        let day = two(day).filter(|d| (1..=days_in(year, month)).contains(d))?;
                        parts.next().is_none().then_some(Part::Day(month, day))?
                    }
                }
            }
        };
        Some(Date { year, part })
    }

    /// Where its middle stands on an axis of years: 1955-07-02 is about 1955.5; a bare year is its middle.
    pub fn years(self) -> f64 {
        let within = match self.part {
            Part::Year => 0.5,
            Part::Quarter(q) => (q as f64 - 0.5) / 4.0,
            Part::Month(m) => (m as f64 - 0.5) / 12.0,
            Part::Day(m, d) => (m as f64 - 1.0 + (d as f64 - 0.5) / days_in(self.year, m) as f64) / 12.0,
        };
        self.year as f64 + within
    }

    /// As a reader reads it: 1955年10月29日, 29 October 1955.
    pub fn display(self, locale: Locale) -> String {
        (locale.catalogue().date)(self)
    }

    /// Its first day, as year, month and day.
    pub fn first_day(self) -> (i32, u8, u8) {
        let (month, day) = match self.part {
            Part::Year => (1, 1),
            Part::Quarter(q) => (q * 3 - 2, 1),
            Part::Month(m) => (m, 1),
            Part::Day(m, d) => (m, d),
        };
        (self.year, month, day)
    }

    /// Its last day, likewise.
    pub fn last_day(self) -> (i32, u8, u8) {
        let (month, day) = match self.part {
            Part::Year => (12, 31),
            Part::Quarter(q) => (q * 3, days_in(self.year, q * 3)),
            Part::Month(m) => (m, days_in(self.year, m)),
            Part::Day(m, d) => (m, d),
        };
        (self.year, month, day)
    }

    /// ISO 8601 at its precision; a quarter is `2021-Q1`.
    pub fn iso(self) -> String {
        match self.part {
            Part::Year => format!("{:04}", self.year),
            Part::Quarter(q) => format!("{:04}-Q{q}", self.year),
            Part::Month(m) => format!("{:04}-{m:02}", self.year),
            Part::Day(m, d) => format!("{:04}-{m:02}-{d:02}", self.year),
        }
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision() {
        for (text, zh, en, ru) in [
            ("1955-10-29", "1955年10月29日", "29 October 1955", "29 октября 1955 года"),
            ("2020-10", "2020年10月", "October 2020", "октябрь 2020 года"),
            ("2014", "2014年", "2014", "2014 год"),
            ("2021Q1", "2021年一季度", "Q1 2021", "I квартал 2021 года"),
        ] {
            let date = Date::parse(text).unwrap();
            assert_eq!(date.display(Locale::Zh), zh);
            assert_eq!(date.display(Locale::En), en);
            assert_eq!(date.display(Locale::Ru).replace('\u{a0}', " "), ru);
        }
        for wrong in ["", "14", "2014-13", "2014-02-30", "2014-1-1", "2014Q5", "二〇一四", "2014-01-01-01"]
        {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn later_dates_stand_further_right() {
        let order = ["1955-10-29", "2014-01-01", "2014", "2014-12-31", "2021Q1", "2021Q4"];
        let years: Vec<f64> = order.iter().map(|t| Date::parse(t).unwrap().years()).collect();
        assert!(years.windows(2).all(|w| w[0] < w[1]), "{years:?}");
    }
}
