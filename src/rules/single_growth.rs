//! `single-growth`: one growth rate is no trend, and its base period is named (caution c05). Rates of one period and one
//! base may be compared side by side. A yearly average over several years is not drawn as the growth of all of them.

use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::date::{Date, Part};
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::SeriesIx;
use crate::rules::loose_number::base_beside::{base_of, is_average};
use crate::rules::{Bench, Place};
use crate::statement::{Measure, Precision};
use std::collections::BTreeSet;

/// A growth rate without its base period says nothing.
pub(super) fn check_figures(bench: &mut Bench) {
    // what a point is compared with is said once, by its series
    let points: BTreeSet<FigureIx> =
        bench.story.all_series().iter().flat_map(|series| series.points.iter().copied()).collect();
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        if figure.measure() != Measure::Growth || figure.base().is_some() || points.contains(&ix) {
            continue;
        }
        let (name, path) = (bench.name(ix), Place::Figure(ix, "base"));
        let quarter = Date { year: 2020, part: Part::Quarter(1) };
        let typed = typed(bench, |locale| quarter.display(locale));
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

/// Growth on a quarter and growth on a year are not to be joined: a series of them says which it is.
pub(super) fn check_series(bench: &mut Bench) {
    for (i, series) in bench.story.all_series().iter().enumerate() {
        let lacks = |ix: &&FigureIx| bench.story.figure(**ix).base().is_none();
        let Some(ix) = series.points.iter().find(lacks).filter(|_| series.measure == Measure::Growth) else {
            continue;
        };
        let definition = bench.story.figure(*ix).definition();
        // the points of another definition may have theirs
        let (of_zh, of_en) = match series.base_of(definition).is_none()
            && series.definitions.values().any(|d| d.base.is_some())
        {
            true => (format!("口径“{definition}”"), format!(" for the definition \"{definition}\"")),
            false => (String::new(), String::new()),
        };
        let typed = typed(bench, |locale| a_year_before(locale).to_string());
        bench.error(
            "single-growth",
            Place::Series(SeriesIx(i), "base"),
            Both::new(
                format!("序列“{}”（{}）是增速，{of_zh}却没有写明与哪一期相比", series.label.zh(), series.id),
                format!(
                    "the series \"{}\" ({}) is of growth rates and does not say what they are compared with{of_en}",
                    series.label.en(),
                    series.id
                ),
            ),
            Both::new(
                format!("在序列里加上 \"base\": {typed}，写来源所比的那一期"),
                format!("add \"base\": {typed} to the series, with the period that the source compares with"),
            ),
        );
    }
}

/// Two bars from a base to now show all that has grown between them.
pub(super) fn check(bench: &mut Bench, chart: &Chart) {
    let Chart::IndexPair(pair) = chart else { return };
    let figure = bench.story.figure(pair.figure);
    let period = figure.period();
    let base = base_of(figure).0;
    let is_of_years = period.precision() == Precision::Years
        || base.zip(period.start).is_some_and(|(base, own)| base + 1 < own.year);
    if !is_average(figure) || !is_of_years {
        return;
    }
    let name = bench.name(pair.figure);
    bench.refuse(
        "single-growth",
        "figure",
        Both::new(
            format!("{}是几年里平均每年的增速，两条却会把它画成这几年一共的增长", name.zh()),
            format!("{} is the average growth of each of several years, and two bars would show it as all that they grew by", name.en()),
        ),
        Both::new(
            "改用 callouts 把它写成一句话；要画两条，另找这几年一共的增速",
            "say it in words with callouts; for two bars look for the growth of all these years together",
        ),
    );
}

/// A base as it is typed in the story's languages.
fn typed(bench: &Bench, words: impl Fn(Locale) -> String) -> String {
    let each = bench.story.languages().iter().map(|l| format!("\"{}\": \"{}\"", l.code(), words(*l)));
    format!("{{{}}}", each.collect::<Vec<_>>().join(", "))
}

fn a_year_before(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "上年同期",
        Locale::En => "a year earlier",
        Locale::Ru => "тот же период годом ранее",
    }
}
