//! `loose-number`: sentences quote figures, and no text in a picture has numbers of its own, so that text and chart cannot
//! disagree.

pub(crate) mod amounts;
pub(super) mod base_beside;
pub(super) mod beside_reference;
pub(super) mod chart_names;
pub(super) mod label_words;
pub(super) mod notes;
pub(crate) mod part_year;
pub(super) mod round;
pub(super) mod said_twice;
pub(super) mod sides;
pub(crate) mod year_beside;

use crate::diagnostic::Both;
use crate::model::template::loose_digit;

pub(crate) const CODE: &str = "loose-number";

/// Byte offset and digits of the first typed number of a text. `names` are those that the story declares, which state no
/// amount: 1+4+N.
pub(crate) fn find(text: &str, names: &[String]) -> Option<(usize, String)> {
    let plain = names.iter().fold(text.to_string(), |text, name| without(&text, name));
    let at = loose_digit(&plain)?;
    let belongs = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c) || ".,%".contains(*c);
    Some((at, text[at..].chars().take_while(belongs).collect()))
}

/// A text with a name in it blanked out, wherever it stands by itself.
fn without(text: &str, name: &str) -> String {
    let mut out = text.to_string();
    let joins =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || "%.,".contains(c) && name.len() < 2);
    for (at, found) in text.match_indices(name) {
        let (before, after) = (text[..at].chars().next_back(), text[at + found.len()..].chars().next());
        if !joins(before) && !joins(after) {
            out.replace_range(at..at + found.len(), &" ".repeat(found.len()));
        }
    }
    out
}

/// `figure` is the id of one that may be meant.
pub(crate) fn words(number: &str, figure: &str) -> (Both, Both) {
    (
        Both::new(
            format!("正文里手写了数字“{number}”，可能与图不一致"),
            format!("the number \"{number}\" is typed into a sentence and may disagree with the chart"),
        ),
        Both::new(
            format!("改成引用，如 {{{figure}}}；是年份就写 {{year:2022}}"),
            format!("quote the figure instead, for example {{{figure}}}; a year is written {{year:2022}}"),
        ),
    )
}

/// The same for a text in a picture, which quotes no figures.
pub(crate) fn words_in_picture(number: &str) -> (Both, Both) {
    (
        Both::new(
            format!("图上的文字里手写了数字“{number}”，读者会当成来源的数"),
            format!("the number \"{number}\" is typed into a text of the picture, where readers take it for a source's"),
        ),
        Both::new(
            "把它登记为 figures 里的数字，在正文里引用；这里只留文字（年份可以写）；它是名称的一部分，就登记在 names 里",
            "register it under figures and quote it in a sentence; leave words only here (a year may stand); if it is part of a \
             name, declare the name under \"names\"",
        ),
    )
}
