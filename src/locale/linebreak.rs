//! Where a line may break: the W3C's clreq for Chinese, spaces and hyphens for English, and never between a number
//! and its unit or its qualifier.
//!
//! **Invariant**: answers by characters only; it measures nothing.

/// May not begin a line (clreq 3.1.3: closing marks, stops, and the percent sign).
const NO_START: &str = "，。、；：？！）》”’」』】〕％%…—·～,.;:?!)]}";
/// May not end a line: opening marks, and words that lean on what follows.
const NO_END: &str = "（《“‘「『【〔([{";
/// Qualifiers and ordinals that lean on the digits after them.
const LEANS_ON_DIGITS: &str = "超过约近第达";
/// What a number never breaks from: multiples, qualifiers after it, and units, as far as they follow directly.
const AFTER_DIGITS: &str =
    "万亿余多%％年月日季人元亩项个座种块点段章级吨公顷立方米平千瓦分钟岁届周天大以上下左右等起成倍";

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
        } else if !AFTER_DIGITS.contains(before) && !matches!(before, '.' | ',') {
            number_run = false;
        }
        let leaning = number_run && AFTER_DIGITS.contains(next);
        let allowed = if before == ' ' {
            next != ' ' && !NO_START.contains(next)
        } else if before == '-' || before == '–' {
            next.is_alphabetic() && !is_han(next)
        } else {
            (is_han(before) || is_han(next) || "“”‘’…—·".contains(before)) && next != ' '
        };
        let held = leaning
            || NO_START.contains(next)
            || NO_END.contains(before)
            || (next.is_ascii_digit() && LEANS_ON_DIGITS.contains(before));
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
            assert!(!NO_START.contains(piece.chars().next().unwrap()), "{piece}");
            assert!(!NO_END.contains(piece.chars().next_back().unwrap()), "{piece}");
        }
    }

    #[test]
    fn english_breaks_at_spaces_and_keeps_words() {
        assert_eq!(pieces("more than 80% of it"), ["more ", "than ", "80% ", "of ", "it"]);
    }
}
