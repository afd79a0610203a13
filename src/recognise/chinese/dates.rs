//! Dates of Chinese: years, parts of years, plan periods, and what a change is compared with.
//!
//! In: the text. Out: every date with what it does. A date without year takes the year of the text before it.
//!
//! **Invariant**: a year that the text does not say is not invented.

use super::numeral::Numeral;
use super::parts::{Part, JOINS};
use super::Words;
use crate::recognise::draft::Role;
use crate::recognise::period::{Period, Stamp, Step};
use std::ops::Range;

/// A date and its places.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub places: Range<usize>,
    pub role: Role,
    /// It counts from another date, and dates only its own sentence: 上年.
    pub relative: bool,
    /// When a goal is to be reached, and no result: 力争到2030年.
    pub ahead: bool,
    /// A part of a year without its year, in the newest year that was said before.
    pub supposed: Option<Period>,
}

impl Dated {
    fn new(places: Range<usize>, role: Role) -> Dated {
        Dated { places, role, relative: false, ahead: false, supposed: None }
    }
}

impl Words<'_> {
    /// All dates of the text, in their order.
    pub(super) fn dates(&self) -> Vec<Dated> {
        let (mut all, mut i, mut last) = (Vec::new(), 0, None);
        while i < self.source.len() {
            if self.source.paragraph_ends().contains(&i) {
                last = None;
            }
            if let Some((years, end)) = self.year_list(i) {
                last = years.last().map(|(_, year)| Period::At(Stamp::Year(*year)));
                let dated = |(places, year): (Range<usize>, i32)| {
                    Dated::new(places, Role::When(Some(Period::At(Stamp::Year(year)))))
                };
                all.extend(years.into_iter().map(dated));
                i = end;
                continue;
            }
            let Some(dated) = self.now(i, &all).or_else(|| self.dated(i, last)) else {
                i += 1;
                continue;
            };
            match dated.role {
                Role::When(Some(period)) if !dated.relative => last = Some(period),
                Role::Between(first, end) => last = Some(Period::Run(first, end)),
                Role::From(period) if last.is_none() => last = Some(period),
                _ => {}
            }
            i = dated.places.end;
            all.push(dated);
        }
        all
    }

    /// The date that begins at a place; `last` is the period said before.
    fn dated(&self, i: usize, last: Option<Period>) -> Option<Dated> {
        let (s, year) = (self.source, last.map(|period| period.end().year()));
        let found = |end: usize, role: Role| Some(Dated::new(i..end, role));
        if let Some((_, end)) = s.starts_any(i, self.lexicon.year_before) {
            return found(end, Role::YearBefore);
        }
        if let Some((word, end)) = s.starts_any(i, self.lexicon.period_before) {
            let step = match (word.contains('月'), word.contains('季')) {
                (true, _) => Step::Month,
                (_, true) => Step::Quarter,
                _ => Step::Any,
            };
            return found(end, Role::PeriodBefore(step));
        }
        if let Some((_, end)) = s.starts_any(i, self.lexicon.no_base) {
            return found(end, Role::NoBase);
        }
        let compared = s.starts_any(i, self.lexicon.compared);
        if let Some((word, at)) = s.starts_any(i, self.lexicon.than).or(compared) {
            let (period, mut end) = self.date(at, year)?;
            let same = s.is(end, "同期");
            end += usize::from(same) * 2;
            let is_base = !self.lexicon.compared.contains(&word) || s.is(end, "相比");
            let held =
                s.is(end, "的") && self.numeral(end + 1).is_some_and(|n| !"倍成".contains(s.get(n.end)));
            let role = |period| if held { Role::BaseOf(period, same) } else { Role::Base(period, same) };
            return is_base.then(|| period.map(|period| Dated::new(i..end, role(period))))?;
        }
        if let Some(end) = self.recent(i) {
            return found(end, Role::Spoken);
        }
        if let Some((period, end)) = self.plan(i) {
            return found(end, Role::When(Some(period)));
        }
        let (period, end) = self.date(i, year)?;
        if let Some(since) = period.filter(|_| s.is(end, "以来") || s.is(end, "起")) {
            return found(end, Role::Since(since));
        }
        let period = period.filter(|_| !self.is_name(end));
        if let Some((role, end)) = period.and_then(|period| self.times_of(i, period, end)) {
            return found(end, role);
        }
        let from = s.ends_any(i, &["从", "由", "自"]).is_some();
        let is_from = from && s.is(end, "的");
        match period {
            Some(Period::Run(first, last)) if from && !is_from => found(end, Role::Between(first, last)),
            Some(period) if is_from => found(end, Role::From(period)),
            period => {
                let relative = s.starts_any(i, self.lexicon.relative).is_some();
                Some(Dated { relative, ..Dated::new(i..end, Role::When(period)) })
            }
        }
    }

    /// 是2020年的5.3倍, 是2020年同期的近2.4倍, 2021年高点的一半: the year that ends at a place is what a multiple refers to.
    fn times_of(&self, i: usize, base: Period, end: usize) -> Option<(Role, usize)> {
        let s = self.source;
        let same = s.is(end, "同期");
        let end = end + usize::from(same) * 2;
        let end = s.starts_any(end, self.lexicon.turning_points).map_or(end, |(_, end)| end);
        let of = s.ends_any(i, self.lexicon.of_base).is_some();
        let bounds: Vec<&str> = self.before.iter().map(|(word, _)| *word).collect();
        let core = s.starts_any(end + 1, &bounds).map_or(end + 1, |(_, end)| end);
        let counts = |n: Numeral| {
            matches!(s.get(n.end), '倍' | '成') || s.is(n.end, "分之") || of && s.get(n.end) == '%'
        };
        let is_part = s.is(core, "一半") || self.numeral(core).is_some_and(counts);
        (s.is(end, "的") && is_part).then_some((Role::Base(base, same), end))
    }

    /// 目前 anywhere, 现有 where no date stands before it in its sentence.
    fn now(&self, i: usize, before: &[Dated]) -> Option<Dated> {
        let s = self.source;
        if let Some((_, end)) = s.starts_any(i, self.lexicon.now).filter(|(_, end)| s.get(*end) != '价') {
            return Some(Dated::new(i..end, Role::Now));
        }
        let (_, end) = s.starts_any(i, self.lexicon.now_first)?;
        let start = s.sentence_ends().into_iter().rev().find(|end| *end < i).unwrap_or(0);
        let dated = before.iter().any(|dated| dated.places.start >= start);
        (!dated).then(|| Dated::new(i..end, Role::Now))
    }

    /// What follows the year makes a name of it: 2035年远景目标.
    fn is_name(&self, end: usize) -> bool {
        self.source.starts_any(end, self.lexicon.year_names).is_some()
    }

    /// 过去三年, 近五年来, 五年来: the end of a run of years that counts from the day of writing.
    fn recent(&self, i: usize) -> Option<usize> {
        let s = self.source;
        // 接近三年 and 工期缩短近三年 are no dates, and 二〇二五年来 is one
        let is_first = !s.before(i).is_alphanumeric() || s.ends_any(i, &["在", "这"]).is_some();
        let opened = s.starts_any(i, self.lexicon.recent);
        let at = opened.map_or(i, |(_, end)| end);
        let numeral = self.numeral(at).filter(|n| n.power == 0 && !n.is_bare && n.within.is_none())?;
        numeral.value.as_whole().filter(|n| (2..100).contains(n))?;
        let (_, end) = s.starts_any(numeral.end, &["年", "个月", "个季度"])?;
        let tail = s.starts_any(end, &["以来", "来", "间", "里"]);
        let is_name = tail.is_none() && s.starts_any(end, &["级", "期", "制", "前", "后"]).is_some();
        let said = match opened {
            Some(("过去", _)) => true,
            Some(_) => is_first,
            None => is_first && tail.is_some_and(|(word, _)| word.ends_with('来')),
        };
        (said && !is_name).then_some(tail.map_or(end, |(_, end)| end))
    }

    /// “十四五”时期 and the like.
    fn plan(&self, i: usize) -> Option<(Period, usize)> {
        let s = self.source;
        let quoted = matches!(s.get(i), '“' | '「' | '"');
        let at = i + usize::from(quoted);
        let (word, mut end) =
            s.starts_any(at, &["十一五", "十二五", "十三五", "十四五", "十五五", "十五"])?;
        if quoted && !matches!(s.get(end), '”' | '」' | '"') {
            return None;
        }
        end += usize::from(quoted);
        let tail = s.starts_any(end, &["时期", "期间", "规划期", "末", "五年"]);
        if !quoted && tail.is_none() {
            return None;
        }
        let number = match word {
            "十五" => 10,
            "十一五" => 11,
            "十二五" => 12,
            "十三五" => 13,
            "十四五" => 14,
            _ => 15,
        };
        let first = 2001 + 5 * (number - 10);
        Some((Period::Run(Stamp::Year(first), Stamp::Year(first + 4)), tail.map_or(end, |(_, end)| end)))
    }

    /// A date, with `year` for one that has none, and its end.
    fn date(&self, i: usize, year: Option<i32>) -> Option<(Option<Period>, usize)> {
        let s = self.source;
        let Some((first, end)) = self.year(i) else { return self.without_year(i, year) };
        let long = s.is(end, "年");
        let at = end + usize::from(long);
        if let Some((_, end)) = s.starts_any(at, &["学年", "财年"]) {
            return Some((Some(Period::At(Stamp::Year(first))), end));
        }
        if let Some((_, at)) = s.starts_any(at, &JOINS).or(s.starts_any(at, &["/"])) {
            let school = self.year(at).filter(|(second, _)| *second == first + 1);
            if let Some((second, (_, end))) =
                school.and_then(|(second, end)| Some((second, s.starts_any(end, &["学年", "财年"])?)))
            {
                return Some((Some(Period::Run(Stamp::Year(first), Stamp::Year(second))), end));
            }
            if let Some((second, end)) = self
                .year(at)
                .filter(|(second, end)| *second > first && s.is(*end, "年") && s.before(at) != '/')
            {
                let end = self.tail(end + 1);
                return Some((Some(Period::Run(Stamp::Year(first), Stamp::Year(second))), end));
            }
        }
        if !long {
            return None;
        }
        let (part, end) = self.part(at).unwrap_or((Part::Whole, self.tail(at)));
        Some((Some(part.in_year(first)), end))
    }

    /// 末, 底, 全年 and the like add nothing to a year.
    pub(super) fn tail(&self, at: usize) -> usize {
        let tails = ["末", "底", "初", "度", "全年", "期间", "间", "年末", "年底"];
        let found = self.source.starts_any(at, &tails);
        found.filter(|(word, end)| *word != "度" || !self.source.is(*end, "假")).map_or(at, |(_, end)| end)
    }

    fn without_year(&self, i: usize, year: Option<i32>) -> Option<(Option<Period>, usize)> {
        let s = self.source;
        for (word, back) in
            [("上一年", 1), ("上年", 1), ("前一年", 1), ("当年", 0), ("同年", 0), ("全年", 0), ("次年", -1)]
        {
            if s.is(i, word) {
                let at = i + word.chars().count();
                let (part, end) = self.part(at).unwrap_or((Part::Whole, self.tail(at)));
                let end = if s.is(end, "同期") { end + 2 } else { end };
                return Some((year.map(|year| part.in_year(year - back)), end));
            }
        }
        // they count from the day of writing, which the text may not say
        if let Some((_, at)) = s.starts_any(i, &["今年", "去年", "明年", "前年"]) {
            let (_, end) = self.part(at).unwrap_or((Part::Whole, self.tail(at)));
            return Some((None, end));
        }
        let (part, end) = self.part(i)?;
        Some((year.map(|year| part.in_year(year)), end))
    }

    /// Four digits of a year, in figures or words.
    pub(super) fn year(&self, i: usize) -> Option<(i32, usize)> {
        let s = self.source;
        let before = s.before(i);
        if before.is_ascii_alphanumeric() || before == '.' || s.get(i + 4).is_ascii_digit() {
            return None;
        }
        let value = |k: usize| match s.get(k) {
            '〇' | '零' | '○' => Some(0),
            c if c.is_ascii_digit() => c.to_digit(10),
            c => self
                .lexicon
                .digits
                .iter()
                .find(|(word, v)| word.starts_with(c) && c != '两' && *v > 0)
                .map(|(_, v)| *v as u32),
        };
        let year = (i..i + 4).try_fold(0, |sum, k| Some(sum * 10 + value(k)? as i32))?;
        (1800..2100).contains(&year).then_some((year, i + 4))
    }
}
