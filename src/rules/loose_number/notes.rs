//! `loose-number`, of the notes of records, which readers see behind a number.
//!
//! A note says how its number is meant, and may type digits for it: a year, a name, what its source prints (in quotation marks, or the same
//! as a number of the story), and how it was converted. Another amount with a unit is a statement without a source of its own, beside one
//! that has it: that is told. It is a warning, for a note is no picture. Notes of the points of series are let be: a table has no other
//! place for what other sources print, and they name those sources.
//!
//! **Invariant**: only what `recognise` is sure to be an amount is asked for.

use super::amounts::{has_digits, is_like};
use crate::diagnostic::Both;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx, Value};
use crate::recognise::amount::Amount;
use crate::recognise::memory::read_again;
use crate::recognise::Candidate;
use crate::rules::loose_number::CODE;
use crate::rules::{Bench, Place};
use crate::story::Story;
use std::collections::BTreeSet;

pub(in crate::rules) fn check(bench: &mut Bench) {
    let story = bench.story;
    let names: Vec<String> =
        story.names().iter().flat_map(|name| name.text.iter().map(|(_, text)| text.to_string())).collect();
    let help = Both::new(
        "来源的数登记为 figures 里的数字；照录原文的，加上引号；是名称就登记在 names 里",
        "register what a source states under figures; put quotation marks around what is quoted of it; declare a name under \"names\"",
    );
    let mut found = Vec::new();
    let points: BTreeSet<FigureIx> =
        story.all_series().iter().flat_map(|series| series.points.iter().copied()).collect();
    let of_figures =
        |(i, figure): &(usize, &Figure)| figure.derivation().is_none() && !points.contains(&FigureIx(*i));
    for (i, figure) in story.figures().iter().enumerate().filter(of_figures) {
        for (locale, text) in figure.note().into_iter().flat_map(Text::iter) {
            found.extend(amount_of_note(story, text, locale, &names).map(|words| (FigureIx(i), words)));
        }
    }
    for (ix, words) in found {
        let message = Both::new(
            format!("说明里的“{words}”是手写的数，没有自己的出处"),
            format!("the amount \"{words}\" in this note has no source of its own"),
        );
        bench.warn(CODE, Place::Figure(ix, "note"), message, help.clone());
    }
}

/// The first amount of a note that is none of the story's, no name and no quotation.
fn amount_of_note(story: &Story, text: &str, locale: Locale, names: &[String]) -> Option<String> {
    let is_quoted = |c: &Candidate| {
        let (before, after) = (&text[..c.span.start], &text[c.span.end..]);
        let opened = before.rfind(['“', '「', '《', '«']) > before.rfind(['”', '」', '》', '»']);
        let plain = before.matches('"').count() % 2 == 1 && after.contains('"');
        opened || plain
    };
    let is_known = |c: &Candidate| {
        let Amount::Number(number) = &c.amount else { return true };
        let number = number.approximate();
        story.figures().iter().any(|figure| {
            let own = figure.ends().into_iter().flat_map(|(low, high)| [low, high]);
            let others = figure.others().iter().filter_map(|other| match other.value {
                Value::Number(value) => Some(value.to_f64()),
                _ => None,
            });
            own.chain(others).any(|value| is_like(value, number))
        })
    };
    let typed =
        |c: &&Candidate| has_digits(&c.printed) && !c.unit.is_empty() && !is_quoted(c) && !is_known(c);
    let own = read_again(text, locale).amounts.iter().find(typed)?.printed.clone();
    (!names.iter().any(|name| name.contains(&own))).then_some(own)
}
