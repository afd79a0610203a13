//! `overlapping-sum`: figures that are not declared disjoint are not added (cautions c06, c07).

use crate::diagnostic::Both;
use crate::model::figure::{FigureIx, Operation};
use crate::rules::{Bench, Place};

pub(super) fn check_figures(bench: &mut Bench) {
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
