//! `repeated-item`: in one chart a figure has one place, and two figures that could be one have two names.
//!
//! **Invariant**: only charts whose items are a plain list are looked at; of pairs and lines one end may be shared.

use crate::chart::parts::Noted;
use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::Text;
use crate::model::figure::{Figure, FigureIx};
use crate::rules::{Bench, Place};

/// The items of a chart: the member, the figure, and the name that the chart gives it.
type Item<'c> = (String, FigureIx, Option<&'c Text>);

fn noted(items: &[Noted]) -> Vec<Item<'_>> {
    let all = items.iter().enumerate();
    all.map(|(i, item)| (format!("items[{i}].figure"), item.figure, item.label.as_ref())).collect()
}

fn items(chart: &Chart) -> Vec<Item<'_>> {
    match chart {
        Chart::Bars(chart) => noted(&chart.items),
        Chart::DivergingBars(chart) => noted(&chart.items),
        Chart::Callouts(chart) => noted(&chart.items),
        Chart::RateRings(chart) => noted(&chart.items),
        Chart::StackedParts(chart) => noted(&chart.items),
        Chart::Table(chart) => noted(&chart.items),
        Chart::AreaSquares(chart) => {
            let all = chart.items.iter().enumerate();
            all.map(|(i, item)| (format!("items[{i}].figure"), item.figure, None)).collect()
        }
        Chart::Stacks(chart) => {
            let all = chart.figures.iter().enumerate();
            all.map(|(i, figure)| (format!("figures[{i}]"), *figure, None)).collect()
        }
        Chart::UnitField(chart) => {
            let all = chart.fields.iter().enumerate();
            all.map(|(i, field)| (format!("fields[{i}].figure"), field.figure, field.label.as_ref()))
                .collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn check(bench: &mut Bench, chart: &Chart) {
    let items = items(chart);
    for (i, (member, ix, label)) in items.iter().enumerate() {
        let name = |label: &Option<&'_ Text>, ix: FigureIx| {
            label.cloned().unwrap_or_else(|| bench.story.figure(ix).label().clone())
        };
        let own = name(label, *ix);
        let earlier = &items[..i];
        if earlier.iter().any(|(_, other, _)| other == ix) {
            let (name, member) = (bench.name(*ix), member.clone());
            bench.refuse(
                "repeated-item",
                member,
                Both::new(
                    format!("{}在这个图里画了两次，像是两样东西", name.zh()),
                    format!("{} is drawn twice in this chart, as if it were two things", name.en()),
                ),
                Both::new("删去其一，或改成另一个数字", "take one of them out, or name another figure"),
            );
        } else if let Some((_, other, _)) = earlier.iter().find(|(_, other, label)| {
            name(label, *other) == own && could_be_one(bench.story.figure(*other), bench.story.figure(*ix))
        }) {
            let (a, b) = (bench.story.figure(*other).id(), bench.story.figure(*ix).id());
            let (zh, en) = (
                format!("{b} 和 {a} 在图上都叫“{}”，看不出是两样东西", own.zh()),
                format!("{b} and {a} are both called \"{}\" here, and nothing tells them apart", own.en()),
            );
            bench.warn(
                "repeated-item",
                Place::Chart(bench.chart, member.clone()),
                Both::new(zh, en),
                Both::new("给它们写不同的 label", "give each a label of its own"),
            );
        }
    }
}

/// Whether two figures say how much of one kind there was at one time, by one source.
fn could_be_one(a: &Figure, b: &Figure) -> bool {
    a.unit().id == b.unit().id
        && a.measure() == b.measure()
        && a.status() == b.status()
        && a.source().source == b.source().source
        && a.base() == b.base()
        && a.period().is_same(b.period())
}
