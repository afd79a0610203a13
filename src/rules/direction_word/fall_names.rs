//! `direction-word`, of names: what is called a fall and is above zero would be drawn as a rise.
//!
//! **Invariant**: only the last word of a name is read, in brackets or not; a fall below zero is never in the way.

use crate::diagnostic::Both;
use crate::locale::recognition::claims::claims;
use crate::locale::{Locale, Text};
use crate::rules::direction_word::{way_of, Way, CODE};
use crate::rules::{Bench, Place};

/// The word of a fall with which a name ends.
fn called_fall(name: &Text) -> Option<(Locale, &'static str)> {
    name.iter().find_map(|(locale, words)| {
        let words = words.to_lowercase();
        let words = words.trim_matches(|c: char| c.is_whitespace() || "()（）[]：:".contains(c));
        let ends = |word: &&&str| {
            let before = words.strip_suffix(**word);
            before.is_some_and(|before| !locale.catalogue().spaced || !before.ends_with(char::is_alphabetic))
        };
        claims(locale).fall_names.iter().find(ends).map(|word| (locale, *word))
    })
}

/// Names of figures; of a series once.
pub(in crate::rules) fn check_figures(bench: &mut Bench) {
    let mut before = None;
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let series = figure.id().split_once('@').map(|(series, _)| series);
        let rises = way_of(figure) == Some(Way::Rise) && figure.amount() > 0.0;
        let Some((locale, word)) = called_fall(figure.label()).filter(|_| rises) else { continue };
        if series.is_some() && std::mem::replace(&mut before, series) == series {
            continue;
        }
        let (name, shown) = (bench.name(ix), figure.display(locale));
        bench.warn(
            CODE,
            Place::Figure(ix, "value"),
            Both::new(
                format!("{}的名称说是“{word}”，数却是正的“{shown}”，会画成上升", name.zh()),
                format!("{} is called a \"{word}\" and is \"{shown}\", which is drawn as a rise", name.en()),
            ),
            Both::new(
                "核对正负号：来源说的是下降，数就在零以下，名称只写量的是什么；是上升就换个名称",
                "check the sign: where the source says a fall the number is below zero and its name says what is \
                 measured; where it \
                 is a rise, call it otherwise",
            ),
        );
    }
}
