//! Dates of English: years, months, quarters, halves, and what a change is compared with.
//!
//! In: the tokens of a text. Out: every date with what it does. A date without year takes the year of the text before it.
//!
//! **Invariant**: a year that the text does not say is not invented.

use super::tokens::Kind;
use super::Words;
use crate::recognise::draft::Role;
use crate::recognise::period::{Period, Stamp, Step};
use std::ops::Range;

/// A date and its tokens.
pub(super) struct Dated {
    pub tokens: Range<usize>,
    pub role: Role,
    /// Between 2010 and 2020: a change has its period at the end and its base at the beginning.
    pub between: bool,
    /// It counts from another date, and dates only its own sentence: the year before.
    pub relative: bool,
    /// When a goal is to be reached, and no result: by 2030.
    pub ahead: bool,
}

impl Words<'_> {
    /// All dates of the text, in their order.
    pub(super) fn dates(&self) -> Vec<Dated> {
        let (mut all, mut t, mut last) = (Vec::new(), 0, None);
        while t < self.tokens.len() {
            if self.begins_paragraph(t) {
                last = None;
            }
            let Some(dated) = self.dated(t, last) else {
                t += 1;
                continue;
            };
            if let (false, Role::When(Some(period)) | Role::Since(period)) = (dated.relative, dated.role) {
                last = Some(period);
            }
            t = dated.tokens.end;
            all.push(dated);
        }
        all
    }

    fn dated(&self, t: usize, last: Option<Period>) -> Option<Dated> {
        let year = last.map(|period| period.end().year());
        let dated = |tokens: Range<usize>, role: Role| Dated {
            tokens,
            role,
            between: false,
            relative: false,
            ahead: false,
        };
        let found = |end: usize, role: Role| Some(dated(t..end, role));
        if let Some(end) = self.now(t) {
            return found(end, Role::Now);
        }
        if let Some((word, end)) = self.phrase_in(t, self.lexicon.year_ago) {
            // alone it says when: 221 million a year earlier
            let compared = word.starts_with('y') || self.phrase_before(t, self.lexicon.than).is_some();
            // last year counts from the day of writing, which the text may not say
            let ago = last
                .and_then(Period::year_before)
                .filter(|_| !word.contains("last") && !word.ends_with("ago"));
            let role = if compared { Role::YearBefore } else { Role::When(ago) };
            return Some(Dated { relative: !compared, ..dated(t..end, role) });
        }
        if let Some((word, end)) = self.phrase_in(t, self.lexicon.period_ago) {
            let step = if word.contains("month") { Step::Month } else { Step::Quarter };
            let adverb = word.contains(" on ") || word.contains(" over ");
            let compared = adverb || self.phrase_before(t, self.lexicon.than).is_some();
            return found(end, if compared { Role::PeriodBefore(step) } else { Role::When(None) });
        }
        if let Some(end) = self.recent(t) {
            return found(end, Role::Spoken);
        }
        if let Some((period, end)) = self.plan(t) {
            return found(end, Role::When(Some(period)));
        }
        let (period, end, whole) = self.date(t, year)?;
        let Some(period) = period else { return found(end, Role::When(None)) };
        let beginning = ["in", "from"].contains(&self.prior(t).text.as_str())
            && self.lexicon.beginnings.contains(&self.prior(t.saturating_sub(1)).text.as_str());
        if beginning {
            return found(end, Role::NoBase);
        }
        let (word, start) = self.before_date(t);
        let between = matches!(word, "between") || word == "from" && matches!(period, Period::Run(..));
        let same = self.phrase_before(t, self.lexicon.same_part).is_some();
        let role = match word {
            _ if same => Role::Base(period, true),
            _ if self.phrase_before(t, &["that of", "that in", "those of", "those in"]).is_some() => {
                Role::Base(period, false)
            }
            "since" => Role::Since(period),
            _ if self.lexicon.levels.contains(&self.token(end).text.as_str()) && whole => {
                Role::Base(period, false)
            }
            "from" if matches!(period, Period::At(_)) && self.goes_on(end) => Role::From(period),
            "than" | "compared with" | "compared to" | "against" | "versus" | "relative to" => {
                Role::Base(period, false)
            }
            "from" | "on" | "over" if matches!(period, Period::At(Stamp::Day(..))) => {
                Role::When(Some(period))
            }
            "from" | "on" | "over" if matches!(period, Period::At(_)) => Role::Base(period, false),
            _ => Role::When(Some(period)),
        };
        Some(Dated { between, ..dated(start..end, role) })
    }

    /// now, today, at present; but "now that", "until now" and USA Today say nothing of the day of writing.
    fn now(&self, t: usize) -> Option<usize> {
        let (_, end) = self.phrase_in(t, self.lexicon.now)?;
        let named = self.token(t).capital && !self.begins_sentence(t);
        let other = self.token(end).is("that") || ["until", "till"].contains(&self.prior(t).text.as_str());
        (!named && !other).then_some(end)
    }

    /// the past three years, the last 10 years: the end of a run of years that counts from the day of writing.
    fn recent(&self, t: usize) -> Option<usize> {
        let at = t + usize::from(self.token(t).is("the"));
        let (_, at) = self.phrase_in(at, self.lexicon.recent)?;
        let numeral = self.numeral(at, false).filter(|n| n.power == 0)?;
        numeral.value.as_whole().filter(|n| (2..100).contains(n))?;
        let units = ["years", "months", "quarters", "decades"];
        units.iter().any(|unit| self.token(numeral.end).is(unit)).then_some(numeral.end + 1)
    }

    /// from 2015 to a number: the date is only that of the number before it.
    fn goes_on(&self, end: usize) -> bool {
        self.token(end).is("to")
    }

    /// The word that says what a date is for, past "in", "the" and the like, and the token where a plain preposition begins.
    fn before_date(&self, t: usize) -> (&'static str, usize) {
        let mut at = t;
        while at > 0
            && ["the", "in", "at", "end", "of", "during", "for", "mid", "early", "late", "-"]
                .contains(&self.prior(at).text.as_str())
        {
            at -= 1;
        }
        let known = [
            "since",
            "than",
            "compared with",
            "compared to",
            "against",
            "versus",
            "relative to",
            "from",
            "on",
            "over",
            "between",
        ];
        let word = self.phrase_before(at, &known).map_or("", |(word, _)| word);
        let near =
            at == t || !matches!(word, "from" | "on" | "over") || at + 1 == t && self.token(at).is("the");
        (if near { word } else { "" }, t)
    }

    /// A date, its end, and whether it is a plain year.
    fn date(&self, t: usize, year: Option<i32>) -> Option<(Option<Period>, usize, bool)> {
        self.part(t, year)
            .or_else(|| self.day(t, year))
            .map(|(period, end)| (period, end, false))
            .or_else(|| self.years(t).map(|(period, end)| (period, end, true)))
    }

    /// Four digits of a year.
    pub(super) fn year(&self, t: usize) -> Option<i32> {
        let token = self.token(t);
        // FY2024
        if let Some(year) = token.text.strip_prefix("fy").filter(|year| year.len() == 4 && token.is_word()) {
            return year.parse().ok().filter(|year| (1800..=2100).contains(year));
        }
        let digits = token.kind == Kind::Number && token.text.len() == 4 && token.places.len() == 4;
        let prior = self.prior(t);
        let touches = !token.spaced && (prior.is_word() || self.currency_before(t).is_some());
        let year: i32 = token.text.parse().ok().filter(|_| digits && !touches)?;
        (1800..=2100).contains(&year).then_some(year)
    }

    /// 2023, 2016-2020, 2022-23, between 2016 and 2021, from 2016 to 2021, 1990s.
    fn years(&self, t: usize) -> Option<(Option<Period>, usize)> {
        let first = self.year(t)?;
        let run = |second: i32| Some(Period::Run(Stamp::Year(first), Stamp::Year(second)));
        if self.token(t + 1).is("s") && !self.token(t + 1).spaced {
            return Some((None, t + 2));
        }
        let joint = self.token(t + 1);
        let opened = self.phrase_before(t, &["between", "from"]).map(|(word, _)| word);
        let joined = joint.is_hyphen()
            || joint.is("/")
            || joint.is("to")
            || joint.is("and") && opened == Some("between");
        if joined {
            if let Some(second) = self.year(t + 2).filter(|second| *second > first) {
                return Some((run(second), t + 3));
            }
            let short = self.token(t + 2);
            let glued = !joint.spaced && !short.spaced && short.kind == Kind::Number && short.text.len() == 2;
            if glued && (joint.is_hyphen() || joint.is("/")) {
                let second = first / 100 * 100 + short.text.parse::<i32>().ok()?;
                return (second == first + 1 || second > first && joint.is_hyphen())
                    .then(|| (run(second), t + 3));
            }
        }
        self.is_when(t).then(|| (Some(Period::At(Stamp::Year(first))), t + 1))
    }

    /// Four digits that say when, not how many: 2000 people.
    fn is_when(&self, t: usize) -> bool {
        let prior = self.prior(t).text.as_str();
        let next = self.token(t + 1);
        let follows =
            next.is("%") || next.is("percent") || self.lexicon.powers.iter().any(|(word, _)| next.is(word));
        let counted =
            next.spaced && self.is_plural(t + 1) && !self.lexicon.levels.contains(&next.text.as_str());
        let said = self.lexicon.year_before.contains(&prior)
            && !["of", "to", "and", "with", "around", "at", "or"].contains(&prior);
        let bound = self.bound_before(t).is_some()
            && !["over", "above", "around", "below", "about", "circa"].contains(&prior);
        !follows && !bound && (said || !counted)
    }

    /// The year behind a month, quarter or half: "of 2023", "2023", ", 2023".
    pub(super) fn year_behind(&self, t: usize) -> Option<(i32, usize)> {
        let at = if self.token(t).is("of") || self.token(t).is(",") { t + 1 } else { t };
        self.year(at).map(|year| (year, at + 1))
    }

    fn month(&self, t: usize) -> Option<u8> {
        let token = self.token(t);
        let found = self.lexicon.months.iter().find(|(word, _)| token.is(word) && token.capital)?;
        // May can begin a sentence, March too
        let sure = !matches!(found.0, "may" | "march" | "mar")
            || !self.begins_sentence(t)
            || self.token(t + 1).kind == Kind::Number;
        sure.then_some(found.1)
    }

    fn day_number(&self, t: usize) -> Option<(u8, usize)> {
        let token = self.token(t);
        let day: u8 =
            token.text.parse().ok().filter(|day| token.kind == Kind::Number && (1..=31).contains(day))?;
        let glued =
            !self.token(t + 1).spaced && ["st", "nd", "rd", "th"].contains(&self.token(t + 1).text.as_str());
        Some((day, t + 1 + usize::from(glued)))
    }

    /// 17 May 2023, May 17, 2023, May 2023, May.
    fn day(&self, t: usize, year: Option<i32>) -> Option<(Option<Period>, usize)> {
        let at = |stamp: fn(i32, u8, u8) -> Stamp, month: u8, day: u8, end: usize| {
            let behind = self.year_behind(end);
            let end = behind.map_or(end, |(_, end)| end);
            let year = behind.map(|(year, _)| year).or(year);
            Some((year.map(|year| Period::At(stamp(year, month, day))), end))
        };
        if let Some((day, end)) = self.day_number(t) {
            let end = if self.token(end).is("of") { end + 1 } else { end };
            let month = self.month(end)?;
            return at(Stamp::Day, month, day, end + 1);
        }
        let month = self.month(t)?;
        let end = t
            + 1
            + usize::from(
                self.token(t + 1).is(".")
                    && self.token(t).text.len() < 5
                    && !self.token(t + 1).spaced
                    && self.token(t + 2).kind == Kind::Number,
            );
        if let Some(second) = self.second_month(t, end) {
            let behind = self.year_behind(second.1);
            let said = behind.map(|(year, _)| year).or(year);
            let run = said.map(|year| Period::Run(Stamp::Month(year, month), Stamp::Month(year, second.0)));
            return Some((run.filter(|_| second.0 > month), behind.map_or(second.1, |(_, end)| end)));
        }
        if let Some((day, end)) = self.day_number(end).filter(|(_, end)| !self.unit_follows(*end)) {
            return at(Stamp::Day, month, day, end);
        }
        at(|year, month, _| Stamp::Month(year, month), month, 0, end)
    }

    fn unit_follows(&self, t: usize) -> bool {
        self.token(t).is("%") || self.is_plural(t) && self.token(t).spaced
    }

    /// January to March, January-February, between January and March: the month behind the first one's end.
    fn second_month(&self, first: usize, t: usize) -> Option<(u8, usize)> {
        let joint = self.token(t);
        let between = joint.is("and") && self.prior(first).is("between");
        let joined = joint.is_hyphen() || joint.is("to") || joint.is("through") || between;
        joined.then(|| self.month(t + 1))?.map(|month| (month, t + 2))
    }
}
