//! Parts of a year of English, five-year plans, and years that are none of the calendar.
//!
//! In: the tokens of a text. Out: quarters, halves and runs of months, with the year that they have; the words of a school year.
//!
//! **Invariant**: a quarter or half of something else (a quarter-final, the second half of the match) is no part of a year.

use super::dates::Dated;
use super::tokens::Kind;
use super::Words;
use crate::recognise::period::{Period, Stamp};
use std::ops::Range;

impl Words<'_> {
    /// the 14th Five-Year Plan, the Fourteenth Five-Year Plan period.
    pub(super) fn plan(&self, t: usize) -> Option<(Period, usize)> {
        let token = self.token(t);
        let numbered = token.kind == Kind::Number && !self.token(t + 1).spaced && self.token(t + 1).is("th");
        let (number, at) = match numbered {
            true => (token.text.parse::<i32>().ok()?, t + 2),
            false => {
                let said = self.lexicon.plans.iter().find(|(word, _)| token.is(word))?;
                (said.1 as i32, t + 1)
            }
        };
        let (_, end) = self.phrase_in(at, &["five year plan", "five year plan period"])?;
        let first = 2001 + 5 * (number - 10);
        (10..=15).contains(&number).then_some((Period::Run(Stamp::Year(first), Stamp::Year(first + 4)), end))
    }

    /// The words of a year that is none of the calendar: fiscal year 2024-25, the 2024/25 school year.
    pub(super) fn year_words(&self, dated: &Dated) -> Option<Range<usize>> {
        let tokens = &dated.tokens;
        let year = (tokens.start..tokens.end).find(|t| self.year(*t).is_some())?;
        let before = self.phrase_before(year, self.lexicon.other_years).map(|(_, start)| start);
        let after = self.phrase_in(tokens.end, self.lexicon.other_years).map(|(_, end)| end);
        let named = self.token(year).text.starts_with("fy") || before.is_some() || after.is_some();
        let (start, end) = (before.unwrap_or(year), after.unwrap_or(tokens.end));
        named.then(|| self.token(start).places.start..self.token(end - 1).places.end)
    }

    /// The token behind "of the financial year".
    fn of_other_year(&self, t: usize) -> Option<usize> {
        let at = self.phrase_in(t, &["of", "of the", "of its"])?.1;
        self.phrase_in(at, self.lexicon.other_years).map(|(_, end)| end)
    }

    /// A third quarter-final, the second half of the match: a quarter or half of something else than a year.
    fn is_other_part(&self, end: usize) -> bool {
        let next = self.token(end);
        let of_year =
            ["of this year", "of last year", "of the year", "of the same year", "of the following year"];
        let year = self.year_behind(end).is_some() || self.phrase_in(end, &of_year).is_some();
        next.is_hyphen() && !next.spaced && self.token(end + 1).is_word() || next.is("of") && !year
    }

    /// The first quarter of 2023, Q1 2023, the first half, the first three quarters, the 14th Five-Year Plan.
    pub(super) fn part(&self, t: usize, year: Option<i32>) -> Option<(Option<Period>, usize)> {
        let token = self.token(t);
        let short =
            token.text.strip_prefix('q').and_then(|n| n.parse::<u8>().ok()).filter(|n| (1..=4).contains(n));
        let half =
            token.text.strip_prefix('h').and_then(|n| n.parse::<u8>().ok()).filter(|n| (1..=2).contains(n));
        let (make, end): (Box<dyn Fn(i32) -> Period>, usize) = if let Some(q) = short {
            (Box::new(move |y| Period::At(Stamp::Quarter(y, q))), t + 1)
        } else if let Some(h) = half {
            (Box::new(move |y| Period::At(Stamp::Half(y, h))), t + 1)
        } else if let Some(number) =
            self.lexicon.ordinals[..4].iter().find(|(word, _)| token.is(word)).map(|(_, n)| *n as u8)
        {
            let next = self.token(t + 1);
            let unit = self.token(t + 2);
            let several = self.lexicon.small.iter().find(|(word, _)| next.is(word)).map(|(_, n)| *n as u8);
            match several {
                Some(n @ 2..=4) if number == 1 && unit.is("quarters") => {
                    (Box::new(move |y| Period::Run(Stamp::Quarter(y, 1), Stamp::Quarter(y, n))), t + 3)
                }
                Some(n @ 2..=12) if number == 1 && unit.is("months") => {
                    (Box::new(move |y| Period::Run(Stamp::Month(y, 1), Stamp::Month(y, n))), t + 3)
                }
                // the first quarter of the financial year is none of the calendar
                _ if (next.is("quarter") || next.is("half")) && self.of_other_year(t + 2).is_some() => {
                    return self.of_other_year(t + 2).map(|end| (None, end));
                }
                _ if self.is_other_part(t + 2) => return None,
                _ if next.is("quarter") => (Box::new(move |y| Period::At(Stamp::Quarter(y, number))), t + 2),
                _ if next.is("half") && number <= 2 => {
                    (Box::new(move |y| Period::At(Stamp::Half(y, number))), t + 2)
                }
                _ => return None,
            }
        } else {
            return None;
        };
        let behind = self.year_behind(end);
        let relative =
            self.phrase_in(end, &["of this year", "of last year", "of the year", "this year", "last year"]);
        let end = behind.map(|(_, end)| end).or(relative.map(|(_, end)| end)).unwrap_or(end);
        let year = behind
            .map(|(year, _)| year)
            .or(year.filter(|_| relative.is_none_or(|(words, _)| words == "of the year")));
        Some((year.map(make), end))
    }
}
