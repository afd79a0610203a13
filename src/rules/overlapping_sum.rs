//! `overlapping-sum`: figures that are not declared disjoint are not added (cautions c06, c07).

use crate::diagnostic::Both;
use crate::model::figure::{Figure, FigureIx, Operation};
use crate::rules::{Bench, Place};
use crate::statement::Measure;

pub(super) fn check_figures(bench: &mut Bench) {
    check_periods(bench);
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let Some(derivation) = figure.derivation().filter(|d| d.operation == Operation::Sum) else {
            continue;
        };
        let inputs = derivation.inputs.clone();
        let names = |a: FigureIx, b: FigureIx| bench.story.figure(a).disjoint_with.contains(&b);
        let pair = inputs.iter().enumerate().find_map(|(i, a)| {
            let b = inputs[i + 1..].iter().find(|b| !names(*a, **b) && !names(**b, *a))?;
            Some((*a, *b))
        });
        let Some((a, b)) = pair else { continue };
        let (a, b, path) = (bench.name(a), bench.name(b), Place::Figure(ix, "derived"));
        bench.error(
            "overlapping-sum",
            path,
            Both::new(format!("{}与{}可能重叠，不能相加", a.zh(), b.zh()), format!("{} and {} may overlap and cannot be added", a.en(), b.en())),
            Both::new(
                "两数并列；来源写明互不重叠时，在其一写 disjoint_with",
                "show them side by side; where the source says that they do not overlap, write disjoint_with in one of them",
            ),
        );
    }
}

/// Whether a figure is dated otherwise than each of its inputs, and than all of them together.
fn is_of_another_time(figure: &Figure, inputs: &[&Figure]) -> bool {
    let days = |figure: &Figure| {
        let (start, end) = (figure.period().start?, figure.period().end);
        Some((start.first_day(), end.unwrap_or(start).last_day()))
    };
    let all: Option<Vec<_>> = inputs.iter().map(|input| days(input)).collect();
    let (Some(own), Some(all)) = (days(figure), all) else { return false };
    let together = (all.iter().map(|days| days.0).min(), all.iter().map(|days| days.1).max());
    !all.contains(&own) && together != (Some(own.0), Some(own.1))
}

/// What there is at two times is not added up, and a part is of the time of its whole and no more than it.
fn check_periods(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let Some(derivation) = figure.derivation() else { continue };
        let adds_up =
            |figure: &Figure| matches!(figure.measure(), Measure::Flow | Measure::Count | Measure::Change);
        let inputs: Vec<&Figure> = derivation.inputs.iter().map(|ix| bench.story.figure(*ix)).collect();
        let is_asked = match derivation.operation {
            Operation::Sum => !inputs.iter().all(|input| adds_up(input)),
            Operation::Share => true,
            Operation::Convert | Operation::Difference | Operation::Ratio => false,
        };
        let dated = |figure: &Figure| figure.period().start.map(|start| (start, figure.period().end));
        let unlike =
            inputs.windows(2).any(|pair| dated(pair[0]).zip(dated(pair[1])).is_some_and(|(a, b)| a.0 != b.0));
        let too_large =
            derivation.operation == Operation::Share && figure.ends().is_some_and(|(_, high)| high > 100.0);
        let (zh, en) = match (is_asked && unlike, too_large) {
            (false, false) if is_of_another_time(figure, &inputs) => (
                "的期间不是算它所用的数的期间",
                "has another period than the figures that it is computed from",
            ),
            (true, _) => (
                "由不在同一期的数算成，算出来的不属于任何一期",
                "is computed from figures of unlike periods, and so is of none",
            ),
            (false, true) => ("是占比，却超过了整体", "is a share and comes out as more than its whole"),
            (false, false) => continue,
        };
        let name = bench.name(ix);
        bench.error(
            "bad-derivation",
            Place::Figure(ix, "derived"),
            Both::new(format!("{}{zh}", name.zh()), format!("{} {en}", name.en())),
            Both::new(
                "期间写所用的数的那一期，用同一期的数来算，占比先写部分、后写整体；否则两数并列",
                "use figures of one period, which is that of the result, for a share the part first and then the whole; else show \
                 them side by side",
            ),
        );
    }
}
