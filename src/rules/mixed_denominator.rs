//! `mixed-denominator`: shares with different denominators never share an axis or an operation (caution c08).

use crate::chart::answers::same_whole;
use crate::diagnostic::Both;
use crate::model::figure::{FigureIx, Operation};
use crate::rules::{Bench, Place};
use std::collections::BTreeMap;

/// What is said of two shares of different wholes.
fn words(bench: &Bench, a: FigureIx, b: FigureIx) -> (Both, Both) {
    let (a, b) = (bench.name(a), bench.name(b));
    (
        Both::new(
            format!("{}与{}是不同整体里的比例，不能放在同一尺度上", a.zh(), b.zh()),
            format!("{} and {} are shares of different wholes and cannot stand on one scale", a.en(), b.en()),
        ),
        Both::new(
            "改用比率环（rate-rings）或大字（callouts），各用各的尺度",
            "use rate rings (rate-rings) or big numbers (callouts), each with its own scale",
        ),
    )
}

/// Wholes of one id have one name: charts take them for the same.
fn check_names(bench: &mut Bench) {
    let mut known: BTreeMap<&str, FigureIx> = BTreeMap::new();
    for ix in bench.all_figures() {
        let Some(whole) = bench.story.figure(ix).denominator() else { continue };
        let first = *known.entry(&whole.id).or_insert(ix);
        let Some(other) = bench.story.figure(first).denominator() else { continue };
        let within = |a: &str, b: &str| a.contains(b) || b.contains(a);
        // a whole that the source does not state may be described in more words
        let alike = other.text.iter().all(|(locale, words)| within(words, whole.text.get(locale)));
        if alike || !whole.stated || !other.stated {
            continue;
        }
        let [(zh, en), (other_zh, other_en)] = [whole, other].map(|whole| (whole.text.zh(), whole.text.en()));
        let id = &whole.id;
        bench.error(
            "mixed-denominator",
            Place::Figure(ix, "denominator"),
            Both::new(
                format!("整体 {id} 在这里叫“{zh}”，在别处叫“{other_zh}”，图上会当成同一个"),
                format!("the whole {id} is \"{en}\" here and \"{other_en}\" elsewhere, and charts take the two for one"),
            ),
            Both::new(
                "同一个整体写同样的名称；不同的整体用不同的 id",
                "write one name for one whole, and another id for another whole",
            ),
        );
    }
}

pub(super) fn check_figures(bench: &mut Bench) {
    check_names(bench);
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
