//! `single-growth`: one growth rate is no trend, and its base period is named (caution c05). Rates of one period and one
//! base may be compared side by side.

use crate::diagnostic::Both;
use crate::locale::date::{Date, Part};
use crate::rules::{Bench, Place};
use crate::statement::Measure;

/// A growth rate without its base period says nothing.
pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        if figure.measure() != Measure::Growth || figure.base().is_some() || figure.definition() != "" {
            continue;
        }
        let (name, path) = (bench.name(ix), Place::Figure(ix, "base"));
        // as it is typed in the story's languages
        let quarter = Date { year: 2020, part: Part::Quarter(1) };
        let typed =
            bench.story.languages().iter().map(|l| format!("\"{}\": \"{}\"", l.code(), quarter.display(*l)));
        let typed = format!("{{{}}}", typed.collect::<Vec<_>>().join(", "));
        bench.error(
            "single-growth",
            path,
            Both::new(
                format!("{}是增速，却没有写明与哪一期相比", name.zh()),
                format!("{} is a growth rate without its base period", name.en()),
            ),
            Both::new(
                format!("加上 \"base\": {typed}，写来源所比的那一期"),
                format!("add \"base\": {typed} with the period that the source compares with"),
            ),
        );
    }
}
