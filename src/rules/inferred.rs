//! `inferred`: an inferred date says that it is one (cautions c15, c16).

use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::rules::Bench;

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
        let (name, path) = (bench.name(ix), format!("{}.period", figure.path));
        bench.error(
            "inferred",
            &path,
            Both::new(
                format!("{}的期间系推断，文字里却没有说", name.zh()),
                format!("the period of {} is inferred, but its text does not say so", name.en()),
            ),
            Both::new(
                "在期间的中英文里写明“推断”和 inferred",
                "say \"推断\" and \"inferred\" in the period's text",
            ),
        );
    }
}
