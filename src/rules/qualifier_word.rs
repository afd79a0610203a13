//! `qualifier-word`: the printed word and the qualifier agree: 超 and 余 are strict, 以上 includes the number (Civil Code,
//! art. 1259), 近 is about. What words say is in the catalogues. A warning, for words have more uses than a table.

use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::model::figure::Figure;
use crate::model::printed::{is_number, parts};
use crate::rules::{Bench, Place};
use crate::statement::Bound;

/// What some printed words usually say, in whichever language they are, and whether they state the number too.
fn usual(figure: &Figure) -> Option<(String, &'static str, bool)> {
    // what is nearly a number is about it too
    let agrees = |usual: &str| usual == figure.said() || usual == "nearly" && figure.said() == "about";
    figure.printed().iter().find_map(|(locale, words)| {
        let known = Locale::ALL.iter().flat_map(|locale| locale.catalogue().bound_words);
        let word = known.into_iter().find(|(word, _)| *word == words).map(|(_, said)| (*said, false));
        let catalogue = locale.catalogue();
        let states = |bound: &&Bound| {
            let (before, number, after) = parts(words, **bound, catalogue);
            !(before.is_empty() && after.is_empty()) && is_number(number, catalogue)
        };
        let (said, is_number) =
            word.or_else(|| Bound::ALL.iter().find(states).map(|bound| (bound.name(), true)))?;
        (!agrees(said)).then(|| (words.to_string(), said, is_number))
    })
}

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let Some((word, usual, is_number)) = usual(figure) else { continue };
        let (name, path) = (bench.name(ix), Place::Figure(ix, "bound"));
        let given = figure.said();
        let message = Both::new(
            format!("{}印作“{word}”，通常是 {usual}，却写成 {given}", name.zh()),
            format!("{} is printed with \"{word}\", usually {usual}, but is typed as {given}", name.en()),
        );
        let help = Both::new("核对原文；改 bound 或 printed", "check the source; change bound or printed");
        // these words are what readers see, beside a mark that says something else
        match is_number {
            true => bench.error("qualifier-word", path, message, help),
            false => bench.warn("qualifier-word", path, message, help),
        }
    }
}
