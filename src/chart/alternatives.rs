//! Which charts draw a statement by itself: what an editor is offered where a chart refuses it.
//!
//! A figure comes in; names of charts go out. Knows no reasons and no languages.
//!
//! **Invariant**: a chart is named only where it refuses nothing of the figure; two charts that take everything are
//! always named.

use crate::chart::acceptance::refusals;
use crate::chart::parts::Noted;
use crate::chart::{
    bars, clock, columns, diverging_bars, index_pair, lines, ranges, rate_rings, stacks, unit_field, waffle,
    Chart,
};
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::model::{Facts, SeriesIx};

/// Charts of one figure, in the order in which they are named; of a field of dots one for each round number of units
/// a dot.
const OF_ONE: [fn(FigureIx) -> Vec<Chart>; 8] = [
    |figure| vec![Chart::Bars(bars::Bars { title: None, items: vec![noted(figure)], note: None })],
    |figure| {
        let (items, sort) = (vec![noted(figure)], diverging_bars::Sort::Given);
        vec![Chart::DivergingBars(diverging_bars::DivergingBars { title: None, items, sort, note: None })]
    },
    |figure| {
        let (base_label, now_label) = (Text::default(), Text::default());
        vec![Chart::IndexPair(index_pair::IndexPair { figure, base_label, now_label, note: None })]
    },
    |figure| {
        let cell_note = Text::default();
        vec![Chart::Waffle(waffle::Waffle {
            title: None,
            figure,
            cell_note,
            icon: None,
            rest: None,
            note: None,
        })]
    },
    |figure| vec![Chart::RateRings(rate_rings::RateRings { items: vec![noted(figure)], note: None })],
    |figure| (0..12).map(|power| field(figure, 10f64.powi(power))).collect(),
    |figure| {
        let (title, figures) = (Text::default(), vec![figure]);
        vec![Chart::Stacks(stacks::Stacks { title, figures, note: None })]
    },
    |figure| vec![Chart::Clock(clock::Clock { figure, title: Text::default(), note: None })],
];

/// Charts of the series that a figure is a point of, in place of another chart of series.
const OF_SERIES: [fn(SeriesIx) -> Chart; 2] = [
    |series| Chart::Columns(columns::Columns { title: None, series, figures: Vec::new(), note: None }),
    |series| {
        let items = vec![lines::Line { series, label: None }];
        Chart::Lines(lines::Lines { title: None, items, note: None })
    },
];

/// These take everything.
const OF_ALL: [&str; 2] = ["callouts", "words"];

fn noted(figure: FigureIx) -> Noted {
    Noted { figure, label: None, note: None }
}

fn field(figure: FigureIx, per: f64) -> Chart {
    let fields = vec![unit_field::Dots {
        figure,
        per,
        label: None,
        note: None,
        accent: None,
        icon: None,
        hollow: false,
    }];
    Chart::UnitField(unit_field::UnitField { fields, scale_note: Text::default() })
}

/// The chart that is made for ranges, before those that take them too.
fn of_range(facts: &Facts, figure: FigureIx) -> Option<Chart> {
    facts.figure(figure).ends().filter(|(low, high)| low < high)?;
    let items = vec![ranges::Span { figure, to: None, label: None }];
    Some(Chart::Ranges(ranges::Ranges { title: None, items, note: None }))
}

/// Returns the names of at most two charts besides `but` that draw a figure by itself, then of those that take
/// everything.
pub fn alternatives(facts: &Facts, figure: FigureIx, but: &str) -> Vec<&'static str> {
    let takes = |chart: &Chart| chart.name() != but && refusals(chart.acceptance(), facts).is_empty();
    let of_series = series_of(facts, figure).filter(|_| matches!(but, "dot-line" | "columns" | "lines"));
    let of_series = of_series.into_iter().flat_map(|ix| OF_SERIES.map(|make| make(ix))).filter(takes);
    let of_series = of_series.map(|chart| chart.name());
    let found = OF_ONE.iter().filter_map(|make| Some(make(figure).into_iter().find(takes)?.name()));
    let of_range = of_range(facts, figure).filter(takes).map(|chart| chart.name());
    of_range.into_iter().chain(of_series).chain(found).take(2).chain(in_words()).collect()
}

/// The series that a figure is a point of.
fn series_of(facts: &Facts, figure: FigureIx) -> Option<SeriesIx> {
    facts.all_series().iter().position(|series| series.plotted.contains(&figure)).map(SeriesIx)
}

/// Returns the names of the charts that take everything.
pub fn in_words() -> impl Iterator<Item = &'static str> {
    OF_ALL.into_iter()
}
