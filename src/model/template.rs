//! Sentences that refer to figures: `一号井{well-no1-date}出油`.
//!
//! **Invariant**: digits reach a sentence only through a reference, so that text and chart cannot disagree.

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    /// What stands between the braces.
    Reference(String),
}

/// Splits at braces. An opening brace without its closing one makes the rest of the text a reference that resolves to
/// nothing, which is then reported.
pub fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        if open > 0 {
            pieces.push(Piece::Text(rest[..open].to_string()));
        }
        let after = &rest[open + 1..];
        let close = after.find('}').unwrap_or(after.len());
        pieces.push(Piece::Reference(after[..close].to_string()));
        rest = after.get(close + 1..).unwrap_or("");
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_string()));
    }
    pieces
}

/// The first digit typed outside a reference, ASCII or full-width, as a byte offset.
pub fn loose_digit(text: &str) -> Option<usize> {
    let mut inside = false;
    for (at, c) in text.char_indices() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            c if !inside && (c.is_ascii_digit() || ('０'..='９').contains(&c)) => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_come_out_of_sentences() {
        let r = |s: &str| Piece::Reference(s.into());
        let t = |s: &str| Piece::Text(s.into());
        assert_eq!(split("完成{afforestation}。"), [t("完成"), r("afforestation"), t("。")]);
        assert_eq!(split("{a}{b@2002}"), [r("a"), r("b@2002")]);
        assert_eq!(split("x{oops"), [t("x"), r("oops")]);
    }

    #[test]
    fn a_typed_number_is_found() {
        assert_eq!(loose_digit("近五年{x1}"), None);
        assert_eq!(loose_digit("ab 80%"), Some(3));
        assert_eq!(loose_digit("约８成"), Some(3));
    }
}
