//! `target-as-result`: an aim or a size class may not be drawn with the mark of a result (caution c04).

use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::model::chart::Chart;
use crate::model::figure::{Figure, FigureIx};
use crate::rules::Bench;

/// Whether the words of a period call it a goal.
fn says_goal(locale: Locale, text: &str) -> bool {
    let catalogue = locale.catalogue();
    let text = text.to_lowercase();
    catalogue.goal_words.iter().any(|goal| match catalogue.spaced {
        true => text.split(|c: char| !c.is_alphabetic()).any(|word| word == *goal),
        false => text.contains(goal),
    })
}

/// An aim that is typed as something else: its period, its deadline or a list of aims says so.
pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let period = &figure.period().text;
        let says = period.iter().any(|(locale, text)| says_goal(locale, text));
        // or a list of aims counts it among them
        let listed =
            bench.story.lists().iter().any(|l| l.target && l.items.iter().any(|i| i.figure == Some(ix)));
        let exempt = figure.is_target() || figure.is_class();
        if exempt || !(says || listed || figure.deadline().is_some()) {
            continue;
        }
        let (name, path) = (bench.name(ix), format!("{}.kind", figure.path));
        bench.error(
            "target-as-result",
            &path,
            Both::new(
                format!("{}在来源里是目标，kind 却不是 target", name.zh()),
                format!(
                    "{} is a goal by its period, deadline or list, but its kind is not target",
                    name.en()
                ),
            ),
            Both::new("把 kind 写成 target", "set its kind to target"),
        );
    }
}

/// What a figure is, in Chinese and English, where it is no result.
fn no_result(figure: &Figure) -> Option<(&'static str, &'static str)> {
    if figure.is_class() {
        return Some(("量级，不是数值", "size class, not a value"));
    }
    figure.is_target().then_some(("目标，不是结果", "goal, not a result"))
}

pub(super) fn check(bench: &mut Bench, chart: &Chart, path: &str) {
    let results: Vec<(FigureIx, String)> = match chart {
        Chart::Waffle { figure, .. } | Chart::IndexPair { figure, .. } | Chart::BlockStack { figure, .. } => {
            vec![(*figure, format!("{path}.figure"))]
        }
        Chart::UnitField { fields, .. } => {
            fields.iter().enumerate().map(|(i, f)| (f.figure, format!("{path}.fields[{i}].figure"))).collect()
        }
        Chart::RateRings { items, .. } => {
            items.iter().enumerate().map(|(i, f)| (f.figure, format!("{path}.items[{i}].figure"))).collect()
        }
        Chart::AreaSquares { items, .. } => {
            items.iter().enumerate().map(|(i, f)| (f.figure, format!("{path}.items[{i}].figure"))).collect()
        }
        Chart::Stacks { figures, .. } => {
            figures.iter().enumerate().map(|(i, f)| (*f, format!("{path}.figures[{i}]"))).collect()
        }
        _ => return,
    };
    for (ix, place) in results {
        let figure = bench.story.figure(ix);
        let Some((zh, en)) = no_result(figure) else { continue };
        let name = bench.name(ix);
        bench.error(
            "target-as-result",
            &place,
            Both::new(
                format!("{}是{}，不能画成结果", name.zh(), zh),
                format!("{} is a {} and may not be drawn as a result", name.en(), en),
            ),
            Both::new(
                "改用 goal-cells、outlines、clock 或 callouts",
                "use goal-cells, outlines, clock or callouts",
            ),
        );
    }
    let goals: Vec<(FigureIx, String)> = match chart {
        Chart::GoalCells { figure, .. } | Chart::Clock { figure, .. } => {
            vec![(*figure, format!("{path}.figure"))]
        }
        _ => return,
    };
    for (ix, place) in goals {
        if bench.story.figure(ix).is_target() {
            continue;
        }
        let name = bench.name(ix);
        bench.error(
            "target-as-result",
            &place,
            Both::new(
                format!("{}不是目标，不能画成虚线", name.zh()),
                format!("{} is no goal and may not be drawn as one", name.en()),
            ),
            Both::new(
                "改用 unit-field 或 stacks；确是目标时把 kind 写成 target",
                "use unit-field or stacks; if it is a goal, set its kind to target",
            ),
        );
    }
}
