//! `target-as-result`, of what a sentence aims at: "the council aims at 2,000 homes" beside a figure that is typed as a
//! result.
//!
//! **Invariant**: warns; only the words right before the number are read, and how many goals there are is a result.

use crate::diagnostic::Both;
use crate::locale::recognition::sayings::sayings;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx};
use crate::rules::comparison_word::said::flat;
use crate::rules::{texts_by_language, Bench, Place};
use crate::statement::Measure;

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        let flat = flat(story, text, locale);
        for (ix, before) in flat.figures.iter().zip(&flat.between) {
            let word = aimed_at(before, locale).filter(|_| is_result(story.figure(*ix)));
            if let Some(word) = word {
                tell(bench, place.clone().in_language(locale), *ix, word, locale);
            }
        }
    }
}

fn is_result(figure: &Figure) -> bool {
    let is_amount = !matches!(figure.measure(), Measure::Count | Measure::Rank | Measure::Date);
    is_amount && figure.status().is_result() && figure.ends().is_some() && !figure.is_class()
}

/// The words of a goal that some words end with.
fn aimed_at(before: &str, locale: Locale) -> Option<&'static str> {
    let before = before.trim_end();
    sayings(locale).aims.iter().copied().find(|word| {
        let ahead = before.strip_suffix(word);
        ahead.is_some_and(|ahead| !locale.catalogue().spaced || !ahead.ends_with(char::is_alphanumeric))
    })
}

fn tell(bench: &mut Bench, place: Place, ix: FigureIx, word: &str, locale: Locale) {
    let (shown, name) = (bench.story.figure(ix).display(locale), bench.name(ix));
    bench.warn(
        "target-as-result",
        place,
        Both::new(
            format!("这里说“{word}{shown}”，{}却是按已有的结果填写、画出的", name.zh()),
            format!("this says \"{word} {shown}\", and {} is typed and drawn as a result", name.en()),
        ),
        Both::new(
            "是目标，就在这个数字里写 \"status\": \"target\"；是结果，就换个说法；数值不用改",
            "where it is a goal, add \"status\": \"target\" to the figure; where it is a result, say it otherwise; no number \
             changes",
        ),
    );
}
