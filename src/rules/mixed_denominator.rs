//! `mixed-denominator`: shares with different denominators never share an axis or an operation (caution c08).

use crate::chart::answers::same_whole;
use crate::diagnostic::Both;
use crate::model::figure::{FigureIx, Operation};
use crate::rules::{Bench, Place};

/// What is said of two shares of different wholes.
fn words(bench: &Bench, a: FigureIx, b: FigureIx) -> (Both, Both) {
    let (a, b) = (bench.name(a), bench.name(b));
    (
        Both::new(
            format!("{}与{}分母不同，不能放在同一尺度上", a.zh(), b.zh()),
            format!("{} and {} have different denominators and cannot share a scale", a.en(), b.en()),
        ),
        Both::new(
            "改用 rate-rings 或 callouts，各用各的尺度",
            "use rate-rings or callouts, each with its own scale",
        ),
    )
}

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let Some(d) = figure.derivation().filter(|d| d.operation != Operation::Convert) else { continue };
        let inputs = d.inputs.clone();
        for pair in inputs.windows(2) {
            let [a, b] = [pair[0], pair[1]].map(|ix| bench.story.figure(ix));
            if !same_whole(a, b) {
                let (message, help) = words(bench, pair[0], pair[1]);
                bench.error("mixed-denominator", Place::Figure(ix, "derived"), message, help);
            }
        }
    }
}
