//! `qualifier-word`: the printed word and the qualifier agree: 超 and 余 are strict, 以上 includes the number (Civil Code,
//! art. 1259), 近 is about. A warning, for words have more uses than a table.

use crate::diagnostic::Both;
use crate::locale::number::Qualifier;
use crate::model::figure::Figure;
use crate::rules::Bench;

/// What Chinese words usually say.
const WORDS: [(&str, Qualifier); 24] = [
    ("超", Qualifier::MoreThan),
    ("超过", Qualifier::MoreThan),
    ("余", Qualifier::MoreThan),
    ("多", Qualifier::MoreThan),
    ("逾", Qualifier::MoreThan),
    ("突破", Qualifier::MoreThan),
    ("以上", Qualifier::AtLeast),
    ("不少于", Qualifier::AtLeast),
    ("不低于", Qualifier::AtLeast),
    ("至少", Qualifier::AtLeast),
    ("以下", Qualifier::UpTo),
    ("以内", Qualifier::UpTo),
    ("至多", Qualifier::UpTo),
    ("最多", Qualifier::UpTo),
    ("不超过", Qualifier::UpTo),
    ("不足", Qualifier::LessThan),
    ("不满", Qualifier::LessThan),
    ("不到", Qualifier::LessThan),
    ("约", Qualifier::About),
    ("近", Qualifier::About),
    ("左右", Qualifier::About),
    ("上下", Qualifier::About),
    ("级", Qualifier::Class),
    ("等", Qualifier::OpenList),
];

fn usual(figure: &Figure) -> Option<Qualifier> {
    WORDS.iter().find(|(word, _)| *word == figure.printed()).map(|(_, q)| *q)
}

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let Some(usual) = usual(figure).filter(|q| *q != figure.qualifier()) else { continue };
        let (name, path) = (bench.name(ix), format!("{}.qualifier", figure.path));
        let (word, given) = (figure.printed().to_string(), figure.qualifier().name());
        bench.warn(
            "qualifier-word",
            &path,
            Both::new(
                format!("{}印作“{word}”，通常是 {}，却写成 {given}", name.zh, usual.name()),
                format!(
                    "{} is printed with \"{word}\", usually {}, but is typed as {given}",
                    name.en,
                    usual.name()
                ),
            ),
            Both::new("核对原文；改 qualifier 或 printed", "check the source; change qualifier or printed"),
        );
    }
}
