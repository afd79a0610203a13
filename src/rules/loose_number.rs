//! `loose-number`: a sentence does not type numbers, it quotes figures, so that text and chart cannot disagree.

use crate::diagnostic::Both;
use crate::model::template::loose_digit;

pub(crate) const CODE: &str = "loose-number";

/// Byte offset and digits of the first typed number of a sentence.
pub(crate) fn find(text: &str) -> Option<(usize, String)> {
    let at = loose_digit(text)?;
    let belongs = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c) || ".,%".contains(*c);
    Some((at, text[at..].chars().take_while(belongs).collect()))
}

/// `figure` is the id of one that may be meant.
pub(crate) fn words(number: &str, figure: &str) -> (Both, Both) {
    (
        Both::new(
            format!("正文里手写了数字“{number}”，可能与图不一致"),
            format!("the number \"{number}\" is typed into a sentence and may disagree with the chart"),
        ),
        Both::new(
            format!("改成引用，如 {{{figure}}}"),
            format!("quote the figure instead, for example {{{figure}}}"),
        ),
    )
}
