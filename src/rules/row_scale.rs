//! `row-scale`: charts of one kind and one unit in a row have one scale: their lengths are compared.
//!
//! Charts that print their scale (an axis with numbers, one dot for so many) say themselves where it differs.

use crate::chart::answers::range_with_zero;
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
    /// Its part of the row's width.
    weight: f64,
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
            weight: placed.weight,
        })
    }
}

/// The chart that is looked at, against those before it in its row.
pub(super) fn check(bench: &mut Bench) {
    let (scene, row, column) = bench.chart;
    let charts = &bench.story.scenes()[scene].rows[row];
    let Some(own) = Scale::of(&charts[column], bench.story.facts()) else { return };
    let earlier = charts[..column].iter().enumerate();
    let scales = earlier.filter_map(|(i, placed)| Some((i, Scale::of(placed, bench.story.facts())?)));
    let mut others = scales.filter(|(_, scale)| {
        let alike = scale.chart == own.chart && scale.unit == own.unit;
        alike && ((scale.least, scale.most) != (own.least, own.most) || scale.weight != own.weight)
    });
    let Some((i, _)) = others.next() else { return };
    bench.refuse(
        "row-scale",
        "items",
        Both::new(
            format!("与本行第{}个图是同一种图、同一单位，比例尺却不同，看上去会以为可以比长短", i + 1),
            format!(
                "it is of the same kind and unit as chart {} of this row and has another scale: readers would compare \
                 lengths that mean different amounts",
                i + 1
            ),
        ),
        Both::new(
            "把两者合成一个图，或移一个到另一行",
            "put both into one chart, or move one of them to another row",
        ),
    );
}
