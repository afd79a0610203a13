//! `unstated-whole`: a part-of-whole chart needs a whole that the source states (cautions c01, c02).

use crate::diagnostic::Both;
use crate::model::chart::Chart;
use crate::rules::Bench;
use crate::statement::Measure;

pub(super) fn check(bench: &mut Bench, chart: &Chart, path: &str) {
    let figures: Vec<_> = match chart {
        Chart::Waffle { figure, .. } => vec![(*figure, format!("{path}.figure"))],
        Chart::RateRings { items, .. } => items
            .iter()
            .enumerate()
            .map(|(i, item)| (item.figure, format!("{path}.items[{i}].figure")))
            .collect(),
        _ => return,
    };
    for (ix, place) in figures {
        let figure = bench.story.figure(ix);
        let is_share = figure.measure() == Measure::Share && figure.unit().is_percent();
        // a rate whose article names no whole may be drawn where its denominator is given and marked as not stated
        let noted =
            matches!(chart, Chart::RateRings { .. }) && figure.denominator().is_some_and(|d| !d.stated);
        if is_share && (figure.part_of().is_some() || noted) {
            continue;
        }
        let name = bench.name(ix);
        let (zh, en) = if is_share {
            ("来源没有写明它是什么的一部分", "the source does not say what it is a part of")
        } else {
            ("它不是占整体的比例", "it is not a share of a whole")
        };
        bench.error(
            "unstated-whole",
            &place,
            Both::new(
                format!("{}不能画成整体的一部分：{zh}", name.zh()),
                format!("{} cannot be drawn as part of a whole: {en}", name.en()),
            ),
            Both::new(
                "改用 callouts；来源写明整体时，给数字加上 part_of",
                "use callouts; where the source does state the whole, add part_of to the figure",
            ),
        );
    }
}
