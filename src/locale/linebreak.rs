//! Where a line may break: the W3C's clreq for Chinese, spaces and hyphens elsewhere, and never between a number and its unit or its
//! qualifier.
//!
//! A text may quote another language, so the rules of all catalogues hold together.
//!
//! **Invariant**: answers by characters only; it measures nothing.

use crate::locale::catalogue::Breaks;
use crate::locale::Locale;

/// Whether a character is in a set of any language.
fn any(set: fn(&Breaks) -> &'static str, c: char) -> bool {
    Locale::ALL.iter().any(|locale| set(&locale.catalogue().breaks).contains(c))
}

fn starts_no_line(c: char) -> bool {
    any(|b| b.no_start, c)
}

fn ends_no_line(c: char) -> bool {
    any(|b| b.no_end, c)
}

fn follows_digits(c: char) -> bool {
    any(|b| b.after_digits, c)
}

/// Whether a text ends in a word that may not end a line, and a space.
fn leans_on_next(text: &str) -> bool {
    let word = text.trim_end().rsplit([' ', '\u{a0}', '(', '«']).next().unwrap_or("");
    // these words are short, most words are not
    word.len() <= 6 && Locale::ALL.iter().any(|locale| locale.catalogue().breaks.no_end_words.contains(&word))
}

fn is_han(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x303F | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF)
}

/// Byte offsets before which the text may be broken, in order; never 0 and never the end.
pub fn opportunities(text: &str) -> Vec<usize> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut breaks = Vec::new();
    // inside "33000余人" or "239.2亿元": set while the run began with digits and everything since leaned on them
    let mut number_run = false;
    for i in 1..chars.len() {
        let (at, next) = chars[i];
        let before = chars[i - 1].1;
        if before.is_ascii_digit() {
            number_run = true;
        } else if !follows_digits(before) && !matches!(before, '.' | ',') {
            number_run = false;
        }
        let leaning = number_run && follows_digits(next);
        let allowed = if before == ' ' {
            next != ' ' && !leans_on_next(&text[..at])
        } else if before == '-' || before == '–' {
            next.is_alphabetic() && !is_han(next)
        } else {
            (is_han(before) || is_han(next) || "“”‘’…—·".contains(before)) && next != ' '
        };
        let held = leaning
            || starts_no_line(next)
            || ends_no_line(before)
            || (next.is_ascii_digit() && any(|b| b.before_digits, before));
        if allowed && !held {
            breaks.push(at);
        }
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let mut at = 0;
        let mut out = Vec::new();
        for b in opportunities(text).into_iter().chain([text.len()]) {
            out.push(&text[at..b]);
            at = b;
        }
        out
    }

    #[test]
    fn numbers_hold_their_units_and_qualifiers() {
        for whole in ["33000余人", "239.2亿元", "90%以上", "2002年", "超80%", "6.31万亩", "第1座"]
        {
            let text = format!("投资{whole}，完成");
            assert!(pieces(&text).iter().any(|p| p.contains(whole)), "{:?}", pieces(&text));
        }
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        for piece in pieces("原文（第3段）说：“一主多元”，是目标。") {
            assert!(!starts_no_line(piece.chars().next().unwrap()), "{piece}");
            assert!(!ends_no_line(piece.chars().next_back().unwrap()), "{piece}");
        }
    }

    #[test]
    fn english_breaks_at_spaces_and_keeps_words() {
        assert_eq!(pieces("more than 80% of it"), ["more ", "than ", "80% ", "of ", "it"]);
    }

    #[test]
    fn russian_keeps_short_words_and_units_with_what_follows() {
        let text = "Работа в\u{a0}1955 году: добыто 5,5\u{a0}млн\u{a0}тонн — и это в Сибири";
        assert_eq!(
            pieces(text),
            [
                "Работа ",
                "в\u{a0}1955 ",
                "году: ",
                "добыто ",
                "5,5\u{a0}млн\u{a0}тонн — ",
                "и это ",
                "в Сибири"
            ]
        );
    }
}
