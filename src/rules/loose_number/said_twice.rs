//! What a chart says twice is the same both times: an area in a second unit, a number beside the names that it counts.
//!
//! **Invariant**: only exact numbers are held against what stands beside them.

use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::model::figure::{FigureIx, Operation};
use crate::model::ListIx;
use crate::rules::Bench;
use crate::statement::{Bound, Form};

pub(in crate::rules) fn check(bench: &mut Bench, chart: &Chart) {
    match chart {
        Chart::AreaSquares(chart) => {
            for (i, item) in chart.items.iter().enumerate() {
                if let Some(derived) = item.derived {
                    converted(bench, format!("items[{i}].derived"), (item.figure, derived));
                }
            }
        }
        Chart::WordRing(chart) => {
            if let Some(ix) = chart.figure {
                counted(bench, "figure".into(), (ix, chart.list));
            }
        }
        Chart::IconRows(chart) => {
            for (i, row) in chart.rows.iter().enumerate() {
                if let Some((ix, list)) = row.figure.zip(row.list) {
                    counted(bench, format!("rows[{i}].figure"), (ix, list));
                }
            }
        }
        _ => {}
    }
}

/// The second number is the first one in another unit.
fn converted(bench: &mut Bench, member: String, (figure, derived): (FigureIx, FigureIx)) {
    let is_it = bench
        .story
        .figure(derived)
        .derivation()
        .is_some_and(|d| d.operation == Operation::Convert && d.inputs == [figure]);
    if is_it {
        return;
    }
    let (a, b) = (bench.name(figure), bench.name(derived));
    bench.refuse(
        "bad-derivation",
        member,
        Both::new(
            format!("{}不是由{}换算来的，图上却会写成两者相等", b.zh(), a.zh()),
            format!("{} is not {} converted, but the chart would say that they are equal", b.en(), a.en()),
        ),
        Both::new(
            "让程序换算（derived 的 convert，inputs 写这一个数字），或删去第二个数",
            "have the number converted (derived, convert, with this one figure as inputs), or take the second one out",
        ),
    );
}

/// A list that is complete has as many items as the number beside it says.
fn counted(bench: &mut Bench, member: String, (ix, list): (FigureIx, ListIx)) {
    let (figure, list) = (bench.story.figure(ix), bench.story.list(list));
    let is_exact = figure.form() == Form::Amount && figure.bound() == Bound::Exact;
    let (Some((value, _)), named) = (figure.ends(), list.items.len()) else { return };
    if !is_exact || list.open && value > named as f64 || value == named as f64 {
        return;
    }
    let (name, value) = (bench.name(ix), crate::geometry::number(value));
    let (zh, en) = (list.label.zh().to_string(), list.label.en().to_string());
    bench.refuse(
        "open-list",
        member,
        Both::new(
            format!("{}是 {value}，旁边的名单“{zh}”却列了 {named} 项", name.zh()),
            format!("{} is {value}, but the list \"{en}\" beside it names {named}", name.en()),
        ),
        Both::new(
            "补齐名单；来源没有列完（等）就写 \"open\": true；数的不是这份名单就换个数字",
            "complete the list; where the source goes on (等, \"and others\") write \"open\": true; if it counts something \
             else, show another number",
        ),
    );
}
