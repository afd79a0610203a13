//! `single-growth`: one growth rate is a callout, never a trend; its base period is named (caution c05).

use crate::diagnostic::Both;
use crate::model::chart::Chart;
use crate::rules::Bench;
use crate::statement::Measure;

/// A growth rate without its base period says nothing.
pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        if figure.measure() != Measure::Growth || figure.base().is_some() || figure.definition() != "" {
            continue;
        }
        let (name, path) = (bench.name(ix), format!("{}.base", figure.path));
        bench.error(
            "single-growth",
            &path,
            Both::new(
                format!("{}是增速，却没有写明与哪一期相比", name.zh()),
                format!("{} is a growth rate without its base period", name.en()),
            ),
            Both::new(
                "加上 \"base\": {\"zh\": \"2020年一季度\", \"en\": \"Q1 2020\"}，写来源所比的那一期",
                "add \"base\": {\"zh\": \"2020年一季度\", \"en\": \"Q1 2020\"} with the period that the source compares with",
            ),
        );
    }
}

pub(super) fn check(bench: &mut Bench, chart: &Chart, path: &str) {
    let drawn: Vec<(_, String)> = match chart {
        Chart::DotLine { series, .. } => bench
            .story
            .series(*series)
            .plotted
            .first()
            .map(|ix| (*ix, format!("{path}.series")))
            .into_iter()
            .collect(),
        Chart::UnitField { fields, .. } => {
            fields.iter().enumerate().map(|(i, f)| (f.figure, format!("{path}.fields[{i}].figure"))).collect()
        }
        Chart::Stacks { figures, .. } => {
            figures.iter().enumerate().map(|(i, f)| (*f, format!("{path}.figures[{i}]"))).collect()
        }
        Chart::Bars { items, .. } => {
            items.iter().enumerate().map(|(i, f)| (f.figure, format!("{path}.items[{i}].figure"))).collect()
        }
        Chart::BlockStack { figure, .. } => vec![(*figure, format!("{path}.figure"))],
        _ => return,
    };
    for (ix, place) in drawn {
        if bench.story.figure(ix).measure() != Measure::Growth {
            continue;
        }
        let name = bench.name(ix);
        bench.error(
            "single-growth",
            &place,
            Both::new(
                format!("{}是单独一期的增速，不能画成走势或数量", name.zh()),
                format!(
                    "{} is the growth of one period and may not be drawn as a trend or an amount",
                    name.en()
                ),
            ),
            Both::new("改用 index-pair 或 callouts", "use index-pair or callouts"),
        );
    }
}
