//! `qualifier-word`: the printed word and the qualifier agree: 超 and 余 are strict, 以上 includes the number (Civil Code,
//! art. 1259), 近 is about. What words say is in the catalogues. A warning, for words have more uses than a table.

use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::model::figure::Figure;
use crate::rules::{Bench, Place};

/// What a printed word usually says, in whichever language it is.
fn usual(figure: &Figure) -> Option<&'static str> {
    let words = Locale::ALL.iter().flat_map(|locale| locale.catalogue().bound_words);
    words.into_iter().find(|(word, _)| *word == figure.printed()).map(|(_, q)| *q)
}

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        // what is nearly a number is about it too
        let agrees = |usual: &str| usual == figure.said() || usual == "nearly" && figure.said() == "about";
        let Some(usual) = usual(figure).filter(|usual| !agrees(usual)) else { continue };
        let (name, path) = (bench.name(ix), Place::Figure(ix, "bound"));
        let (word, given) = (figure.printed().to_string(), figure.said());
        bench.warn(
            "qualifier-word",
            path,
            Both::new(
                format!("{}印作“{word}”，通常是 {}，却写成 {given}", name.zh(), usual),
                format!(
                    "{} is printed with \"{word}\", usually {}, but is typed as {given}",
                    name.en(),
                    usual
                ),
            ),
            Both::new("核对原文；改 bound 或 printed", "check the source; change bound or printed"),
        );
    }
}
