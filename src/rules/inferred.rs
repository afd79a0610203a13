//! `inferred`: an inferred date says that it is one (cautions c15, c16).

use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::rules::{Bench, Place};

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let text = &figure.period().text;
        let says = |(locale, text): (Locale, &str)| {
            locale.catalogue().inferred_words.iter().any(|word| text.contains(word))
        };
        if !figure.period().inferred || text.iter().all(says) {
            continue;
        }
        // one word of each language that says it
        let word = |locale: &Locale| format!("\"{}\"", locale.catalogue().inferred_words[0]);
        let words = bench.story.languages().iter().map(word);
        let words = words.collect::<Vec<_>>().join(", ");
        let (name, path) = (bench.name(ix), Place::Figure(ix, "period"));
        bench.error(
            "inferred",
            path,
            Both::new(
                format!("{}的期间系推断，文字里却没有说", name.zh()),
                format!("the period of {} is inferred, but its text does not say so", name.en()),
            ),
            Both::new(
                format!("在期间的文字里写明是推断：用 {words} 一类的词"),
                format!("say in the period's text that it is inferred, with a word such as {words}"),
            ),
        );
    }
}
