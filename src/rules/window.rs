//! `window`: a total over several years keeps its window and is never annualised (caution c09).

use crate::diagnostic::Both;
use crate::model::figure::{Factor, Operation, Window};
use crate::rules::{Bench, Place};
use crate::statement::Measure;

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let trailing = figure.period().window == Some(Window::Trailing);
        if trailing
            && (figure.period().start.is_some() || figure.period().end.is_some())
            && !figure.period().inferred
        {
            let (name, path) = (bench.name(ix), Place::Figure(ix, "period"));
            bench.error(
                "window",
                path,
                Both::new(
                    format!("{}的期间是“近几年”，来源没有写起止年份", name.zh()),
                    format!("{} covers the last years; its source gives no first and last year", name.en()),
                ),
                Both::new(
                    "删去 start 和 end，或写明 inferred: true",
                    "remove start and end, or say inferred: true",
                ),
            );
        }
        let figure = bench.story.figure(ix);
        let Some(d) =
            figure.derivation().filter(|d| matches!(d.operation, Operation::Ratio | Operation::Convert))
        else {
            continue;
        };
        let flow = d.inputs.iter().copied().find(|i| {
            let f = bench.story.figure(*i);
            f.measure() == Measure::Flow && f.period().window.is_some()
        });
        let years = d.inputs.iter().any(|i| bench.story.figure(*i).unit().id == "years");
        // a division by a small whole number that keeps the unit is a division by years in disguise
        let disguised = d.operation == Operation::Convert
            && flow.is_some_and(|f| bench.story.figure(f).unit().id == figure.unit().id)
            && d.factor.is_some_and(|Factor(above, below)| above == 1 && (2..=10).contains(&below));
        let Some(flow) = flow.filter(|_| years || disguised) else { continue };
        let (name, path) = (bench.name(flow), Place::Figure(ix, "derived"));
        bench.error(
            "window",
            path,
            Both::new(
                format!("{}是多年合计，不能摊成每年", name.zh()),
                format!("{} is a total over several years and cannot be made an annual figure", name.en()),
            ),
            Both::new("照原文写合计和期间", "print the total with its window, as the source does"),
        );
    }
}
