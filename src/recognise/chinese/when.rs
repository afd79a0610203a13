//! Which period and base each amount has.
//!
//! In: the drafts and dates of a text. Out: the drafts with their periods, and with bases where the text says what a change refers to.
//!
//! **Invariant**: a period carries on to the next sentence of its paragraph unless that says 目前; a base does not leave its sentence.

use super::dates::Dated;
use crate::locale::recognition::CHINESE;
use crate::recognise::draft::{Draft, Role};
use crate::recognise::period::{Period, Stamp, Step};
use crate::recognise::source::Source;

/// What a change refers to.
#[derive(Clone, Copy, PartialEq)]
enum Base {
    /// 比常年: none that has a date.
    None,
    Known(Period, bool),
    YearBefore,
    PeriodBefore(Step),
}

impl Base {
    fn of(self, period: Option<Period>) -> Option<Period> {
        match self {
            Base::None => None,
            Base::Known(base, true) => period.map(|period| period.in_year(base.start().year())),
            Base::Known(base, false) => Some(base),
            Base::YearBefore => period.and_then(Period::year_before),
            Base::PeriodBefore(step) => period.and_then(|period| period.previous(step)),
        }
    }
}

/// Gives each draft the period that was said last before it.
pub(super) fn set(source: &Source, drafts: &mut [Draft], dates: &[Dated]) {
    carry_on(source, drafts, dates, CHINESE.now);
    distribute(source, drafts, dates);
}

/// 2021、2022年分别为10.2亿元和12.8亿元: as many amounts as dates, one each.
fn distribute(source: &Source, drafts: &mut [Draft], dates: &[Dated]) {
    let joined = |a: usize, b: usize| {
        b >= a && b - a <= 2 && matches!(source.get(a), '、' | '和' | '及' | '与' | '年')
    };
    let mut first = 0;
    while first < dates.len() {
        let mut last = first;
        while last + 1 < dates.len() && joined(dates[last].places.end, dates[last + 1].places.start) {
            last += 1;
        }
        let (run, end) = (&dates[first..=last], dates[last].places.end);
        first = last + 1;
        let begin = drafts.iter().position(|draft| draft.core >= end).unwrap_or(drafts.len());
        let own = &mut drafts[begin..];
        let Some(amounts) = own.get_mut(..run.len()).filter(|_| run.len() > 1) else { continue };
        let between = source.plain(end..amounts[0].core);
        if !between.contains("分别") || between.contains('。') {
            continue;
        }
        for (draft, dated) in amounts.iter_mut().zip(run) {
            if let Role::When(period) = dated.role {
                draft.period = period;
            }
        }
    }
}

fn carry_on(source: &Source, drafts: &mut [Draft], dates: &[Dated], now: &[&str]) {
    let mut dates = dates.iter().peekable();
    let mut ends = source.sentence_ends().into_iter().peekable();
    let (mut period, mut once, mut start, mut spoken) = (None, None, None, None);
    let mut span: Option<(Stamp, Stamp)> = None;
    let (mut bases, mut is_fresh): (Vec<Base>, bool) = (Vec::new(), false);
    for draft in drafts {
        loop {
            let date = dates.peek().map_or(usize::MAX, |dated| dated.places.start);
            let end = ends.peek().copied().unwrap_or(usize::MAX);
            if date.min(end) >= draft.core {
                break;
            }
            if end < date {
                (once, start, span, spoken, is_fresh) = (None, None, None, None, false);
                bases.clear();
                if source.paragraph_ends().contains(&end) || source.starts_any(end + 1, now).is_some() {
                    period = None;
                }
                ends.next();
                continue;
            }
            let dated = dates.next();
            let base = match dated.map(|dated| dated.role) {
                Some(Role::Spoken) => {
                    (period, once, span) = (None, None, None);
                    spoken = dated.map(|dated| dated.places.clone());
                    continue;
                }
                Some(Role::When(said)) => {
                    (period, once, span, spoken) = (said, None, None, None);
                    continue;
                }
                Some(Role::Between(first, last)) => {
                    (period, once, spoken) = (Some(Period::Run(first, last)), None, None);
                    span = Some((first, last));
                    continue;
                }
                Some(Role::From(said)) => {
                    (once, start) = (Some(said), Some(said));
                    continue;
                }
                Some(Role::Since(said)) => {
                    (period, once) = (None, None);
                    Base::Known(said, false)
                }
                Some(Role::Base(said, same)) => Base::Known(said, same),
                Some(Role::YearBefore) => Base::YearBefore,
                Some(Role::PeriodBefore(step)) => Base::PeriodBefore(step),
                Some(Role::NoBase) | None => Base::None,
            };
            bases.retain(|other| *other != base);
            bases.push(base);
            is_fresh = true;
        }
        draft.period = once.take().or(period);
        draft.spoken = spoken.clone().filter(|_| draft.period.is_none());
        if draft.has_base() {
            // a base goes on in its sentence unless there were two of them
            let base = bases.last().filter(|_| is_fresh || bases.len() == 1);
            draft.base = base.map_or(start, |base| base.of(draft.period));
            if let Some((first, last)) = span.filter(|_| base.is_none()) {
                (draft.period, draft.base) = (Some(Period::At(last)), Some(Period::At(first)));
            }
            is_fresh = false;
        }
    }
}
