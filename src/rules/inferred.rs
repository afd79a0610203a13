//! `inferred`: an inferred date says that it is one (cautions c15, c16).

use crate::diagnostic::Both;
use crate::rules::{Bench, Place};

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let text = &figure.period().text;
        let says = |t: &str, words: [&str; 4]| words.iter().any(|w| t.contains(w));
        let zh = says(&text.zh, ["推断", "推算", "据推", "暗含"]);
        let en = says(&text.en, ["infer", "implied", "deduced", "derived"]);
        if !figure.period().inferred || (zh && en) {
            continue;
        }
        let (name, path) = (bench.name(ix), Place::Figure(ix, "period"));
        bench.error(
            "inferred",
            path,
            Both::new(
                format!("{}的期间系推断，文字里却没有说", name.zh),
                format!("the period of {} is inferred, but its text does not say so", name.en),
            ),
            Both::new(
                "在期间的中英文里写明“推断”和 inferred",
                "say \"推断\" and \"inferred\" in the period's text",
            ),
        );
    }
}
