//! Parts of a year of Chinese: 上半年, 一季度, 前三季度, 1—2月, 5月17日.
//!
//! In: a place of the text. Out: the part without its year, and where it ends.
//!
//! **Invariant**: a season of something else (一年四季, 第三季) is no quarter.

use super::Words;
use crate::recognise::period::{Period, Stamp};

/// Between the ends of a run.
pub(super) const JOINS: [&str; 9] = ["——", "—", "–", "-", "~", "～", "至", "到", "―"];

/// A part of a year.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Whole,
    One(Stamp),
    Run(Stamp, Stamp),
}

impl Part {
    pub(super) fn in_year(self, year: i32) -> Period {
        match self {
            Part::Whole => Period::At(Stamp::Year(year)),
            Part::One(stamp) => Period::At(stamp.in_year(year)),
            Part::Run(a, b) => Period::Run(a.in_year(year), b.in_year(year)),
        }
    }
}

impl Words<'_> {
    /// A number up to 31 in figures or words.
    fn small(&self, i: usize) -> Option<(u8, usize)> {
        let found = if self.source.get(i).is_ascii_digit() {
            let (text, end) = self.source.digits(i).filter(|_| !self.source.before(i).is_ascii_digit())?;
            (text.parse().ok()?, end)
        } else {
            let numeral = self.numeral(i).filter(|n| n.in_words && !n.is_bare && n.within.is_none())?;
            (numeral.value.as_whole()?.try_into().ok()?, numeral.end)
        };
        (1..=31).contains(&found.0).then_some(found)
    }
    /// A part of a year: 上半年, 一季度, 前三季度, 1—2月, 5月17日.
    pub(super) fn part(&self, i: usize) -> Option<(Part, usize)> {
        let s = self.source;
        if let Some((word, end)) = s.starts_any(i, &["上半年", "下半年"]) {
            return Some((Part::One(Stamp::Half(0, if word == "上半年" { 1 } else { 2 })), end));
        }
        if s.is(i, "前") || s.is(i, "头") {
            let (number, end) = self.small(i + 1)?;
            let (word, end) = s.starts_any(end, &["个季度", "季度", "个月"])?;
            return match (word, number) {
                ("个月", 2..=12) => Some((Part::Run(Stamp::Month(0, 1), Stamp::Month(0, number)), end)),
                ("个月", _) => None,
                (_, 2..=4) => Some((Part::Run(Stamp::Quarter(0, 1), Stamp::Quarter(0, number)), end)),
                _ => None,
            };
        }
        let at = i + usize::from(s.is(i, "第"));
        let (number, end) = self.small(at)?;
        // 一年四季 and the third season of a programme are no quarters
        let short = |end: usize| s.starts_any(end, &["末", "报"]).is_some();
        if let Some((_, end)) = s
            .starts_any(end, &["季度", "季"])
            .filter(|(word, end)| number <= 4 && (*word == "季度" || short(*end)))
        {
            return Some((Part::One(Stamp::Quarter(0, number)), end));
        }
        if at > i || number > 12 {
            return None;
        }
        let month_end = s.starts_any(end, &["月份", "月"]).map(|(_, end)| end);
        if let Some((_, at)) = s.starts_any(month_end.unwrap_or(end), &JOINS) {
            if let Some((second, end)) =
                self.small(at).filter(|(second, _)| *second > number && *second <= 12)
            {
                if let Some((_, end)) =
                    s.starts_any(end, &["月份", "月"]).filter(|(_, end)| self.small(*end).is_none())
                {
                    return Some((Part::Run(Stamp::Month(0, number), Stamp::Month(0, second)), end));
                }
            }
        }
        let end = month_end?;
        if let Some((day, end)) = self.small(end) {
            if let Some((_, end)) = s.starts_any(end, &["日", "号"]) {
                return Some((Part::One(Stamp::Day(0, number, day)), end));
            }
        }
        Some((Part::One(Stamp::Month(0, number)), self.tail(end)))
    }
}
