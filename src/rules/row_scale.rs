//! `row-scale`: charts of one kind and one unit in one picture have one scale, beside each other and in rows one below
//! the other: their lengths are compared.
//!
//! Charts that print their scale (an axis with numbers, one dot for so many) say themselves where it differs.

use crate::chart::acceptance::refusals;
use crate::chart::answers::range_with_zero;
use crate::chart::lines::{Line, Lines};
use crate::chart::{Chart, Placed};
use crate::diagnostic::Both;
use crate::model::figure::{Figure, FigureIx};
use crate::model::Facts;
use crate::rules::Bench;
use crate::statement::Measure;

/// What the size of a mark means: the unit, and the number that takes the whole room.
struct Scale {
    chart: &'static str,
    unit: String,
    most: f64,
    /// The number that the room begins with: 0 or below.
    least: f64,
    /// Its part of the width of its row.
    width: f64,
}

impl Scale {
    fn of(placed: &Placed, facts: &Facts) -> Option<Scale> {
        let figures: Vec<FigureIx> = match &placed.chart {
            Chart::Bars(chart) => chart.items.iter().map(|item| item.figure).collect(),
            Chart::AreaSquares(chart) => chart.items.iter().map(|item| item.figure).collect(),
            Chart::Slope(chart) => chart.items.iter().flat_map(|item| [item.from, item.to]).collect(),
            Chart::DivergingBars(chart) => chart.items.iter().map(|item| item.figure).collect(),
            Chart::GroupedBars(chart) => {
                chart.items.iter().flat_map(|item| [item.first, item.second]).collect()
            }
            Chart::Ranges(chart) => {
                chart.items.iter().flat_map(|item| [Some(item.figure), item.to]).flatten().collect()
            }
            Chart::Columns(chart) => {
                facts.series(chart.series).plotted.iter().chain(&chart.figures).copied().collect()
            }
            Chart::StackedParts(chart) => {
                chart.whole.into_iter().chain(chart.items.iter().map(|item| item.figure)).collect()
            }
            // their scale is printed, or the same everywhere
            Chart::DotLine(_)
            | Chart::Lines(_)
            | Chart::SmallMultiples(_)
            | Chart::UnitField(_)
            | Chart::TwoFields(_)
            | Chart::IndexPair(_)
            | Chart::BlockStack(_)
            | Chart::SeriesTiles(_)
            | Chart::Stacks(_)
            | Chart::Steps(_)
            | Chart::Tank(_)
            | Chart::Waffle(_)
            | Chart::RateRings(_)
            | Chart::Clock(_) => return None,
            // nothing in them is measured
            Chart::Timeline(_)
            | Chart::Hub(_)
            | Chart::Plots(_)
            | Chart::GoalCells(_)
            | Chart::Callouts(_)
            | Chart::WordRing(_)
            | Chart::WordWheel(_)
            | Chart::IconRows(_)
            | Chart::Plaques(_)
            | Chart::Outlines(_)
            | Chart::Words(_)
            | Chart::Table(_)
            | Chart::Refused(_) => return None,
        };
        let figures: Vec<&Figure> = figures.into_iter().map(|ix| facts.figure(ix)).collect();
        let (least, largest) = range_with_zero(figures.iter().copied());
        let framed = |figure: &&Figure| figure.measure() == Measure::Share && figure.unit().is_percent();
        let whole = match &placed.chart {
            Chart::Bars(_) if figures.iter().any(framed) => 100.0,
            Chart::StackedParts(chart) if chart.whole.is_none() => 100.0,
            _ => 0.0,
        };
        Some(Scale {
            chart: placed.chart.name(),
            unit: figures.first()?.unit().id.clone(),
            least,
            most: largest.max(whole),
            width: 1.0,
        })
    }
}

/// The parts of a row's width that its columns take, chart by chart.
fn widths(row: &[Placed]) -> Vec<f64> {
    let columns = || row.chunk_by(|_, next| next.under);
    let total: f64 = columns().map(|column| column[0].weight).sum();
    columns().flat_map(|column| column.iter().map(move |_| column[0].weight / total)).collect()
}

/// The chart that is looked at, against those before it in its picture: beside it, and in the rows above it.
pub(super) fn check(bench: &mut Bench) {
    let (scene, row, column) = bench.chart;
    let (rows, facts) = (&bench.story.scenes()[scene].rows, bench.story.facts());
    let of =
        |r: usize, c: usize| Some(Scale { width: widths(&rows[r])[c], ..Scale::of(&rows[r][c], facts)? });
    let Some(own) = of(row, column) else { return };
    let above = (0..row).flat_map(|r| (0..rows[r].len()).map(move |c| (r, c)));
    let mut earlier = above.chain((0..column).map(|c| (row, c)));
    let differs = |(r, c): &(usize, usize)| {
        of(*r, *c).is_some_and(|scale| {
            let alike = scale.chart == own.chart && scale.unit == own.unit;
            let same = (scale.least, scale.most) == (own.least, own.most);
            alike && !(same && (scale.width - own.width).abs() < 1e-9)
        })
    };
    let Some((r, c)) = earlier.find(differs) else { return };
    let (zh, en) = match r == row {
        true => (format!("本行第{}个图", c + 1), format!("chart {} of this row", c + 1)),
        false => (
            format!("本幅第{}行第{}个图", r + 1, c + 1),
            format!("chart {} of row {} of this picture", c + 1, r + 1),
        ),
    };
    bench.refuse(
        "row-scale",
        "items",
        Both::new(
            format!("与{zh}是同一种图、同一单位，比例尺却不同，看上去会以为可以比长短"),
            format!(
                "it is of the same kind and unit as {en} and has another scale: readers would compare lengths that mean \
                 different amounts"
            ),
        ),
        help(together(&rows[r][c].chart, &rows[row][column].chart), facts),
    );
}

/// What to do: one chart of both where it would be drawn.
fn help(together: Option<Chart>, facts: &Facts) -> Both {
    let apart =
        ("其中一个改用 callouts，或移到另一幕", "draw one of them as callouts, or move it to another scene");
    let (zh, en) = match together.filter(|chart| refusals(chart.acceptance(), facts).is_empty()) {
        Some(Chart::Lines(_)) => ("两者合成一个折线图（lines），或", "put both into one chart of lines, "),
        Some(_) => ("把两者合成一个图，或", "put both into one chart, "),
        None => ("", ""),
    };
    Both::new(format!("{zh}{}", apart.0), format!("{en}{}", apart.1))
}

/// Both charts as one; nothing where they are no lists of items.
fn together(a: &Chart, b: &Chart) -> Option<Chart> {
    let mut all = a.clone();
    match (&mut all, b) {
        (Chart::Bars(all), Chart::Bars(more)) => all.items.extend(more.items.clone()),
        (Chart::AreaSquares(all), Chart::AreaSquares(more)) => all.items.extend(more.items.clone()),
        (Chart::Slope(all), Chart::Slope(more)) => all.items.extend(more.items.clone()),
        (Chart::DivergingBars(all), Chart::DivergingBars(more)) => all.items.extend(more.items.clone()),
        (Chart::GroupedBars(all), Chart::GroupedBars(more)) => all.items.extend(more.items.clone()),
        (Chart::Ranges(all), Chart::Ranges(more)) => all.items.extend(more.items.clone()),
        (Chart::Columns(a), Chart::Columns(b)) if a.figures.is_empty() && b.figures.is_empty() => {
            let items = [a.series, b.series].map(|series| Line { series, label: None }).to_vec();
            return Some(Chart::Lines(Lines { title: None, items, note: None }));
        }
        _ => return None,
    }
    Some(all)
}
