//! A sentence into lines: greedy, then narrowed so that the lines come out about even and no word stands alone.
//!
//! **Invariant**: no line is wider than asked for unless a single unbreakable piece is; no character is lost.

use crate::locale::linebreak::opportunities;
use crate::text::{Font, Measure};

/// Lines no wider than `width` CSS px. An unbreakable piece wider than that is split between characters rather
/// than left to stick out. `\n` forces a break.
pub fn wrap(text: &str, font: Font, width: f64, measure: &dyn Measure) -> Vec<String> {
    text.split('\n').flat_map(|part| wrap_paragraph(part, font, width, measure)).collect()
}

/// The same with the lines about equally long: for titles and short notes.
pub fn balanced(text: &str, font: Font, width: f64, measure: &dyn Measure) -> Vec<String> {
    let lines = wrap(text, font, width, measure);
    if lines.len() < 2 {
        return lines;
    }
    // narrower than its longest word, a line would have to break inside it
    let longest = longest_word(text, font, measure);
    let (mut low, mut high) = ((width / 2.0).max(longest.min(width)), width);
    let mut best = lines.clone();
    for _ in 0..6 {
        let middle = (low + high) / 2.0;
        let attempt = wrap(text, font, middle, measure);
        if attempt.len() == lines.len() && attempt.iter().all(|l| measure.width(l, font) <= middle) {
            high = middle;
            best = attempt;
        } else {
            low = middle;
        }
    }
    best
}

/// The width that lines need for no word to be broken, CSS px.
pub fn longest_word(text: &str, font: Font, measure: &dyn Measure) -> f64 {
    let lines = text.split('\n');
    lines.flat_map(pieces).map(|piece| measure.width(piece.trim_end(), font)).fold(0.0, f64::max)
}

/// What may not be broken, one after another.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    opportunities(text).into_iter().chain([text.len()]).map(move |next| {
        let piece = &text[at..next];
        at = next;
        piece
    })
}

fn wrap_paragraph(text: &str, font: Font, width: f64, measure: &dyn Measure) -> Vec<String> {
    let width = width.max(font.size);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let joined = format!("{line}{piece}");
        if measure.width(joined.trim_end(), font) <= width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in piece.chars() {
            line.push(c);
            if measure.width(line.trim_end(), font) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(c);
            }
        }
    }
    lines.push(line);
    lines.iter().map(|l| l.trim().to_string()).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::text::metrics::BuiltIn;
    use proptest::prelude::*;

    #[test]
    fn balanced_lines_have_no_orphan() {
        let lines = balanced("公共预算支出超过八成用于民生事业", Font::title(28.0), 28.0 * 14.0, &BuiltIn);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|l| l.chars().count() >= 6), "{lines:?}");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(text in "[油田0-9年超%，。a-z “”（）]{0,60}", width in 40.0..400.0f64) {
            let font = Font::sans(15.0);
            let lines = wrap(&text, font, width, &BuiltIn);
            let keep = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(keep(&lines.concat()), keep(&text));
            for line in &lines {
                prop_assert!(BuiltIn.width(line, font) <= width + 1e-9, "{:?}", line);
            }
        }
    }
}
