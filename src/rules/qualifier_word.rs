//! `qualifier-word`: the printed word and the qualifier agree: 超 and 余 are strict, 以上 includes the number (Civil Code,
//! art. 1259), 近 is about. A warning, for words have more uses than a table.

use crate::diagnostic::Both;
use crate::model::figure::Figure;
use crate::rules::{Bench, Place};

/// What Chinese words usually say.
const WORDS: [(&str, &str); 24] = [
    ("超", "more_than"),
    ("超过", "more_than"),
    ("余", "more_than"),
    ("多", "more_than"),
    ("逾", "more_than"),
    ("突破", "more_than"),
    ("以上", "at_least"),
    ("不少于", "at_least"),
    ("不低于", "at_least"),
    ("至少", "at_least"),
    ("以下", "up_to"),
    ("以内", "up_to"),
    ("至多", "up_to"),
    ("最多", "up_to"),
    ("不超过", "up_to"),
    ("不足", "less_than"),
    ("不满", "less_than"),
    ("不到", "less_than"),
    ("约", "about"),
    ("近", "about"),
    ("左右", "about"),
    ("上下", "about"),
    ("级", "class"),
    ("等", "open_list"),
];

fn usual(figure: &Figure) -> Option<&'static str> {
    WORDS.iter().find(|(word, _)| *word == figure.printed()).map(|(_, q)| *q)
}

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let Some(usual) = usual(figure).filter(|word| *word != figure.said()) else { continue };
        let (name, path) = (bench.name(ix), Place::Figure(ix, "bound"));
        let (word, given) = (figure.printed().to_string(), figure.said());
        bench.warn(
            "qualifier-word",
            path,
            Both::new(
                format!("{}印作“{word}”，通常是 {}，却写成 {given}", name.zh, usual),
                format!("{} is printed with \"{word}\", usually {}, but is typed as {given}", name.en, usual),
            ),
            Both::new("核对原文；改 bound 或 printed", "check the source; change bound or printed"),
        );
    }
}
