//! `part-over-whole`: a part is no more than its whole, and parts that do not overlap are together no more than it.
//!
//! **Invariant**: bounds are taken at their least, roundings at their most; what cannot be told is never in the way.

use crate::diagnostic::Both;
use crate::locale::number::Unit;
use crate::model::figure::{Figure, FigureIx};
use crate::model::interval::End;
use crate::rules::{mixed_unit, Bench, Place};
use crate::statement::Measure;

/// The least that a figure is, less what it may have been rounded up by; nothing where it states none.
fn least(figure: &Figure) -> Option<f64> {
    if !figure.status().is_result() || figure.is_soft() {
        return None;
    }
    match figure.interval()?.low {
        End::Inclusive(number) | End::Exclusive(number) => Some(number.to_f64() - rounding(number.places)),
        End::Near(_) | End::Unknown => None,
    }
}

/// The most that a whole is, with what it may have been rounded down by.
fn most(figure: &Figure) -> Option<f64> {
    match figure.interval()?.high {
        End::Inclusive(number) | End::Exclusive(number) => Some(number.to_f64() + rounding(number.places)),
        End::Near(_) | End::Unknown => None,
    }
}

/// Half of the last place.
fn rounding(places: u8) -> f64 {
    0.5 / 10f64.powi(i32::from(places))
}

/// The most that the whole of a figure is, in the unit of the part: that of the figure it is a part of, or a hundred per
/// cent.
fn whole(bench: &Bench, part: &Figure) -> Option<f64> {
    if part.measure() == Measure::Share && part.unit().is_percent() {
        return Some(100.0);
    }
    let whole = bench.story.figure(bench.story.find_figure(part.part_of()?)?);
    let alike = amounts(whole) && amounts(part) && whole.period().is_same(part.period());
    let power = power(bench, whole.unit(), part.unit()).filter(|_| alike && !whole.is_soft())?;
    Some(most(whole)? * 10f64.powi(power))
}

/// By which power of ten one unit is larger than another: 10,000 people than people.
fn power(bench: &Bench, unit: &Unit, other: &Unit) -> Option<i32> {
    if unit.id == other.id {
        return Some(0);
    }
    let kind = |unit| mixed_unit::kind_of_unit(unit, bench.story.languages()[0]);
    let ((kind, power), (other, least)) = kind(unit).zip(kind(other))?;
    (kind == other).then_some(power - least)
}

fn amounts(figure: &Figure) -> bool {
    matches!(figure.measure(), Measure::Level | Measure::Flow | Measure::Count)
}

pub(super) fn check_figures(bench: &mut Bench) {
    let all = bench.all_figures();
    for (i, ix) in all.iter().enumerate() {
        let figure = bench.story.figure(*ix);
        let (Some(_), Some(most), Some(own)) = (figure.part_of(), whole(bench, figure), least(figure)) else {
            continue;
        };
        if own > most {
            let name = bench.name(*ix);
            tell(
                bench,
                *ix,
                Both::new(
                    format!("{}比它的整体还多", name.zh()),
                    format!("{} is more than the whole that it is a part of", name.en()),
                ),
            );
            continue;
        }
        // with those before it that are apart from it and from each other
        let mut apart = vec![*ix];
        for other in all[..i].iter().rev() {
            let part = bench.story.figure(*other);
            let alike = part.part_of() == figure.part_of()
                && part.unit().id == figure.unit().id
                && part.period().is_same(figure.period());
            if alike && least(part).is_some() && apart.iter().all(|known| are_apart(bench, *known, *other)) {
                apart.push(*other);
            }
        }
        let sum: f64 = apart.iter().filter_map(|ix| least(bench.story.figure(*ix))).sum();
        if apart.len() > 1 && sum > most {
            let names: Vec<Both> = apart.iter().rev().map(|ix| bench.name(*ix)).collect();
            let zh = names.iter().map(|name| name.zh().to_string()).collect::<Vec<_>>().join("、");
            let en = names.iter().map(|name| name.en().to_string()).collect::<Vec<_>>().join(", ");
            tell(
                bench,
                *ix,
                Both::new(
                    format!("{zh}互不重叠，加起来却超过整体"),
                    format!("{en} are said not to overlap, and together are more than their whole"),
                ),
            );
        }
    }
}

fn are_apart(bench: &Bench, a: FigureIx, b: FigureIx) -> bool {
    let names = |a: FigureIx, b: FigureIx| bench.story.figure(a).disjoint_with.contains(&b);
    names(a, b) || names(b, a)
}

fn tell(bench: &mut Bench, ix: FigureIx, message: Both) {
    bench.error(
        "part-over-whole",
        Place::Figure(ix, "part_of"),
        message,
        Both::new(
            "核对数值、单位和 part_of；会重叠的，删去 disjoint_with",
            "check the value, its unit and part_of; where parts may overlap, remove disjoint_with",
        ),
    );
}
