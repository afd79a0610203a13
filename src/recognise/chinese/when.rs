//! Which period and base each amount has.
//!
//! In: the drafts and dates of a text. Out: the drafts with their periods, and with bases where the text says what a change refers to.
//!
//! **Invariant**: a period carries on to the next sentence of its paragraph unless words that give no date stand between; a base does not leave its sentence.

use super::dates::Dated;
use crate::recognise::draft::{Draft, Role};
use crate::recognise::period::{Period, Stamp, Step};
use crate::recognise::source::Source;

/// What a change refers to.
#[derive(Clone, Copy, PartialEq)]
enum Base {
    /// 比常年: none that has a date.
    None,
    Known(Period),
    /// The same part of that year; the places of its words.
    Same(Period, (usize, usize)),
    YearBefore,
    PeriodBefore(Step),
}

impl Base {
    fn of(self, period: Option<Period>) -> Option<Period> {
        match self {
            Base::None => None,
            Base::Same(base, _) => period.map(|period| period.in_year(base.start().year())),
            Base::Known(base) => Some(base),
            Base::YearBefore => period.and_then(Period::year_before),
            Base::PeriodBefore(step) => period.and_then(|period| period.previous(step)),
        }
    }
}

/// What a date does at the end of its sentence.
#[derive(Default)]
enum Own {
    /// It goes on.
    #[default]
    Nothing,
    /// 上年: what its sentence said before goes on, if anything.
    Over(Option<Period>),
    /// 力争到2030年: what was said before goes on.
    Ahead(Option<Period>, bool),
}

/// Gives each draft the period that was said last before it.
pub(super) fn set(source: &Source, drafts: &mut [Draft], dates: &[Dated]) {
    carry_on(source, drafts, dates);
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

fn carry_on(source: &Source, drafts: &mut [Draft], dates: &[Dated]) {
    let mut dates = dates.iter().peekable();
    let mut ends = source.sentence_ends().into_iter().peekable();
    let (mut period, mut once, mut start, mut spoken) = (None, None, None, None);
    // what was said before words that date only their own sentence, and the year of a goal
    let (mut undated, mut own, mut deadline): (bool, Own, Option<Period>) = (false, Own::Nothing, None);
    let mut span: Option<(Stamp, Stamp)> = None;
    // a part of a year that stands further up
    let mut supposed: Option<Period> = None;
    let (mut bases, mut is_fresh): (Vec<Base>, bool) = (Vec::new(), false);
    // whether this sentence has a date, and a result behind it
    let (mut is_said, mut results) = (false, false);
    for draft in drafts {
        loop {
            let date = dates.peek().map_or(usize::MAX, |dated| dated.places.start);
            let end = ends.peek().copied().unwrap_or(usize::MAX);
            if date.min(end) >= draft.core {
                break;
            }
            if end < date {
                (once, start, span, spoken, is_fresh) = (None, None, None, None, false);
                (is_said, results) = (false, false);
                bases.clear();
                let is_over = !matches!(own, Own::Nothing);
                supposed = supposed.filter(|_| !is_over);
                match std::mem::take(&mut own) {
                    Own::Nothing => {}
                    Own::Over(Some(before)) => (period, undated) = (Some(before), false),
                    Own::Over(None) => (period, undated) = (None, true),
                    Own::Ahead(before, was) => (period, undated) = (before, was),
                }
                if source.paragraph_ends().contains(&end) {
                    (period, supposed, undated, deadline) = (None, None, false, None);
                }
                ends.next();
                continue;
            }
            let dated = dates.next();
            // 过去三年，全年产量: the whole of each of them
            if spoken.is_some() && dated.is_some_and(|dated| source.is(dated.places.start, "全年")) {
                continue;
            }
            let is_when = dated.is_some_and(|dated| !is_compared(dated.role));
            supposed = if is_when { dated.and_then(|dated| dated.supposed) } else { supposed };
            let base = match dated.map(|dated| dated.role) {
                Some(Role::Spoken) => {
                    (period, once, span, undated, own) = (None, None, None, true, Own::Nothing);
                    spoken = dated.map(|dated| dated.places.clone());
                    continue;
                }
                Some(Role::Now) => {
                    (period, once, span, spoken, undated, own) = (None, None, None, None, true, Own::Nothing);
                    continue;
                }
                Some(Role::When(said)) => {
                    let (relative, ahead) = dated.map_or((false, false), |d| (d.relative, d.ahead));
                    own = match own {
                        Own::Ahead(before, was) if ahead => Own::Ahead(before, was),
                        _ if ahead => Own::Ahead(period, undated),
                        // in a sentence with a date of its own that one goes on
                        Own::Over(before) if relative => Own::Over(before),
                        _ if relative => Own::Over(period.filter(|_| is_said)),
                        _ => Own::Nothing,
                    };
                    (is_said, results) = (!relative && !ahead, false);
                    deadline = if ahead { said } else { deadline };
                    (period, once, span, spoken, undated) = (said, None, None, None, said.is_none());
                    continue;
                }
                Some(Role::Between(first, last)) => {
                    (period, once, spoken, undated) = (Some(Period::Run(first, last)), None, None, false);
                    span = Some((first, last));
                    continue;
                }
                Some(Role::From(said)) => {
                    (once, start) = (Some(said), Some(said));
                    continue;
                }
                Some(Role::Since(said)) => {
                    (period, once, undated) = (None, None, true);
                    Base::Known(said)
                }
                Some(Role::Base(said, true) | Role::BaseOf(said, true)) => {
                    Base::Same(said, words_of(source, dated))
                }
                Some(Role::Base(said, false) | Role::BaseOf(said, false)) => Base::Known(said),
                Some(Role::YearBefore) => Base::YearBefore,
                Some(Role::PeriodBefore(step)) => Base::PeriodBefore(step),
                Some(Role::NoBase) | None => Base::None,
            };
            if matches!(dated.map(|dated| dated.role), Some(Role::BaseOf(..))) {
                // 比2024年同期的33.2万标箱
                once = base.of(period.or(supposed));
            }
            bases.retain(|other| *other != base);
            bases.push(base);
            is_fresh = true;
        }
        let ahead = matches!(own, Own::Ahead(..));
        let aimed = draft.status.is_some();
        draft.period = once.take().or(match (aimed, ahead) {
            // 5万吨，力争达到8万吨: a goal without a date has not that of the results before it
            (true, false) if !is_said || results => deadline,
            (false, true) => None,
            _ => period,
        });
        results |= !aimed;
        draft.undated = draft.period.is_none() && spoken.is_none() && (undated || ahead || aimed);
        draft.spoken = spoken.clone().filter(|_| draft.period.is_none());
        draft.supposed = supposed.filter(|_| draft.period.is_none() && !aimed && !ahead);
        if draft.has_base() {
            // a base goes on in its sentence unless there were two of them
            let base = bases.last().filter(|_| is_fresh || bases.len() == 1);
            draft.base = base.map_or(start, |base| base.of(draft.period));
            if let (Some(Base::Same(_, words)), None) = (base, draft.base) {
                // 同期 is the part of the year that is said, whichever year that is of
                draft.base = base.and_then(|base| base.of(draft.supposed));
                draft.base_words = Some(words.0..words.1).filter(|_| draft.base.is_none());
            }
            if let Some((first, last)) = span.filter(|_| base.is_none()) {
                (draft.period, draft.base) = (Some(Period::At(last)), Some(Period::At(first)));
            }
            is_fresh = false;
        }
    }
}

/// It says what a change refers to, and dates no amount but the next.
fn is_compared(role: Role) -> bool {
    use Role::{Base, BaseOf, From, NoBase, PeriodBefore, YearBefore};
    matches!(role, Base(..) | BaseOf(..) | From(_) | NoBase | PeriodBefore(_) | YearBefore)
}

/// The places of a base without the word that compares: 2020年同期.
fn words_of(source: &Source, dated: Option<&Dated>) -> (usize, usize) {
    let Some(Dated { places, .. }) = dated else { return (0, 0) };
    let words = source.starts_any(places.start, &["相比于", "比", "较", "与", "同", "和"]);
    (words.map_or(places.start, |(_, end)| end), places.end)
}
