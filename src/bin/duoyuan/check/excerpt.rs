//! A diagnostic's place to the line it stands on and the part of it that is meant.
//!
//! Kept instead of a crate for now: codespan-reporting 0.13 sets its caret right below Chinese and does not cut a
//! long line, and stories have lines of 500 columns; annotate-snippets 0.11, the last one for our rustc, cuts a long
//! Chinese line to nothing.
//!
//! **Invariant**: counts screen columns, so that the caret stands below the place: Chinese takes two.

use duoyuan::diagnostic::Diagnostic;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Screen columns of a line that are shown at most; of a longer one the part around the place.
const WIDEST: usize = 110;

/// A line of a file, cut to what a screen shows.
pub struct Excerpt {
    /// The part shown, without tabs and other signs that move the cursor.
    pub line: String,
    /// Screen columns before the place.
    pub indent: usize,
    /// Screen columns of what is meant; at least 1.
    pub width: usize,
    /// The same as characters of the whole line, from 1, the end not included.
    pub columns: (u32, u32),
}

/// The excerpt for a diagnostic in a file, if the file has such a line.
pub fn of(bytes: &[u8], diagnostic: &Diagnostic) -> Option<Excerpt> {
    let text = as_text(bytes);
    let line = text.split('\n').nth(diagnostic.line.max(1) as usize - 1)?.trim_end_matches('\r');
    let chars: Vec<char> = line.chars().collect();
    if chars.iter().all(|c| c.is_whitespace()) {
        return None;
    }
    let start = (diagnostic.column.max(1) as usize - 1).min(chars.len());
    let end = (start + length(&chars[start..], is_inside_quotes(&chars[..start]))).max(start + 1);
    let shown: Vec<char> = chars.iter().map(|c| if c.is_control() { ' ' } else { *c }).collect();
    let width = |part: &[char]| part.iter().map(|c| c.width().unwrap_or(0)).sum::<usize>();
    // a long line begins some way before the place
    let mut from = 0;
    while width(&shown[from..start]) > WIDEST / 3 && width(&shown[from..]) > WIDEST {
        from += 1;
    }
    let mut to = shown.len();
    while width(&shown[from..to]) > WIDEST && to > start + 1 {
        to -= 1;
    }
    let lead = if from > 0 { "…" } else { "" };
    let tail = if to < shown.len() { "…" } else { "" };
    let part: String = shown[from..to].iter().collect();
    Some(Excerpt {
        indent: lead.width() + width(&shown[from..start]),
        width: width(&shown[start..end.min(to).max(start)]).max(1),
        line: format!("{lead}{part}{tail}").trim_end().to_string(),
        columns: (start as u32 + 1, end as u32 + 1),
    })
}

/// How many characters of what follows are meant: a text with its quotes, or a word.
fn length(rest: &[char], inside_quotes: bool) -> usize {
    let quoted = rest.first() == Some(&'"');
    if quoted || inside_quotes {
        let from = usize::from(quoted);
        let close = rest[from..].iter().position(|c| *c == '"').map(|i| from + i);
        return close.map_or(1, |i| i + usize::from(quoted));
    }
    let word = rest.iter().take_while(|c| c.is_alphanumeric() || "-._@%+".contains(**c)).count();
    word.max(1)
}

/// Whether a text is open after these characters of a line.
fn is_inside_quotes(before: &[char]) -> bool {
    let mut escaped = false;
    before.iter().fold(false, |inside, c| match c {
        _ if escaped => {
            escaped = false;
            inside
        }
        '\\' => {
            escaped = inside;
            inside
        }
        '"' => !inside,
        _ => inside,
    })
}

/// The text in whatever encoding it is, as far as it can be shown.
fn as_text(bytes: &[u8]) -> String {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_string(),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use duoyuan::diagnostic::{Both, Severity};

    fn at(text: &[u8], line: u32, column: u32) -> Option<(String, usize, usize)> {
        let (file, path) = ("story.json".to_string(), String::new());
        let (message, help) = (Both::default(), Both::default());
        let severity = Severity::Error;
        let diagnostic =
            Diagnostic { severity, code: "x", file, line, column, path, message, help, edit: None };
        of(text, &diagnostic).map(|e| (e.line, e.indent, e.width))
    }

    /// Seen to fail: with characters counted instead of screen columns.
    #[test]
    fn the_caret_stands_below_chinese_and_tabs() {
        let text = "{\n\t\"zh\"： \"水\",\n}".as_bytes();
        assert_eq!(at(text, 2, 6), Some((" \"zh\"： \"水\",".into(), 5, 2)));
        assert_eq!(at(text, 2, 8), Some((" \"zh\"： \"水\",".into(), 8, 4)));
        assert_eq!(at(text, 2, 3), Some((" \"zh\"： \"水\",".into(), 2, 2)));
        assert_eq!(at(text, 9, 1), None);
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}x{}", "油".repeat(300), "气".repeat(300));
        let (shown, indent, width) = at(line.as_bytes(), 1, 301).unwrap();
        assert!(shown.width() <= WIDEST + 2 && shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        let before: String = shown.chars().take_while(|c| *c != 'x').collect();
        assert_eq!(before.width(), indent);
        assert!(width > 50 && indent + width <= WIDEST + 1, "{indent} {width}");
    }

    #[test]
    fn the_line_is_shown_in_its_own_encoding() {
        let gbk = b"{\"a\": \"\xbf\xcb\xc0\xad\"}";
        assert_eq!(at(gbk, 1, 8).unwrap().0, "{\"a\": \"克拉\"}");
    }
}
