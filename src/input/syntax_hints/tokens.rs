//! What stands before the place of an error: the last two tokens, the brackets that are open, a quote that is not closed.
//!
//! **Invariant**: knows JSON's punctuation, no messages; every offset lies inside the text.

/// A word or sign of JSON, or what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What was read before the place of an error.
#[derive(Debug, Default)]
pub(super) struct Before {
    pub(super) last: Option<Token>,
    pub(super) one_before: Option<Token>,
    /// Brackets that are still open, with their offsets.
    pub(super) open: Vec<(char, usize)>,
    /// A quote that is not closed before the place.
    pub(super) quote: Option<usize>,
    /// The first pair of brackets whose lines are not indented alike: offsets of the opening and the closing one.
    pub(super) uneven: Option<(usize, usize)>,
}

/// Reads up to `at` and remembers the last two tokens.
pub(super) fn before(text: &str, at: usize) -> Before {
    let mut seen = Before::default();
    let mut chars = text[..at].char_indices().peekable();
    // columns before the first sign of each open bracket's line, and of this line once that sign is seen
    let mut indents = Vec::new();
    let (mut line, mut indent) = (0, None);
    while let Some((start, c)) = chars.next() {
        if c == '\n' {
            (line, indent) = (start + 1, None);
        }
        if c.is_whitespace() {
            continue;
        }
        let first = indent.is_none();
        let width = *indent.get_or_insert(start - line);
        let mut end = start + c.len_utf8();
        match c {
            '"' => {
                let mut escaped = false;
                let mut closed = false;
                for (i, c) in chars.by_ref() {
                    end = i + c.len_utf8();
                    match c {
                        _ if escaped => escaped = false,
                        '\\' => escaped = true,
                        '"' => {
                            closed = true;
                            break;
                        }
                        _ => {}
                    }
                }
                if !closed {
                    seen.quote = Some(start);
                    return seen;
                }
            }
            '{' | '[' => {
                seen.open.push((c, start));
                indents.push(width);
            }
            '}' | ']' => {
                if let (Some((_, open)), Some(wanted)) = (seen.open.pop(), indents.pop()) {
                    if first && seen.uneven.is_none() && wanted != width {
                        seen.uneven = Some((open, start));
                    }
                }
            }
            ',' | ':' => {}
            _ => {
                let plain = |c: &char| is_word(*c) || "+-.%_$".contains(*c);
                while let Some((i, c)) = chars.next_if(|(_, c)| plain(c)) {
                    end = i + c.len_utf8();
                }
            }
        }
        seen.one_before = seen.last.replace(Token { start, end });
    }
    seen
}

/// Letters, digits and Chinese: what a word that lacks its quotes is made of.
pub(crate) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('\u{4e00}'..='\u{9fff}').contains(&c) || ('０'..='９').contains(&c)
}
