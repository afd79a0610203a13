//! Signs of Chinese keyboards where JSON takes plain ones, and digits that are no number of JSON.
//!
//! **Invariant**: one place in, one slip out; a repair is as long as what it replaces.

use crate::diagnostic::Both;
use crate::input::syntax_hints::SyntaxError;

/// The plain sign for a full-width one.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        '，' | '；' | '。' | '、' => ",",
        '：' => ":",
        '｛' => "{",
        '｝' => "}",
        '［' | '【' => "[",
        '］' | '】' => "]",
        '“' | '”' | '„' | '＂' | '「' | '」' => "\"",
        '\u{3000}' | '\u{a0}' => " ",
        _ => return None,
    })
}

pub(super) fn both(zh: impl Into<String>, en: impl Into<String>) -> Both {
    Both::new(zh, en)
}

pub(super) fn full_width(at: usize, c: char) -> Option<SyntaxError> {
    let sign = plain(c)?;
    let (message, help) = if sign == " " {
        (
            both("这里是全角空格，JSON 只认半角", "a full-width space where JSON takes only plain ones"),
            both("删去它", "delete it"),
        )
    } else {
        (
            both(
                format!("这里用了全角“{c}”，JSON 只认半角"),
                format!("full-width \"{c}\" where JSON takes only plain punctuation"),
            ),
            both(format!("改成半角 {sign}"), format!("type {sign} instead")),
        )
    };
    let repair = (at..at + c.len_utf8(), format!("{sign:w$}", w = c.len_utf8()));
    Some(SyntaxError { code: "full-width-punctuation", at, message, help, repair: Some(repair) })
}

/// A full-width quote inside plain ones that was meant to end or begin them: `"title”: …`.
pub(super) fn quote_inside(text: &str, from: usize, to: usize) -> Option<SyntaxError> {
    let part = text.get(from..to)?;
    part.char_indices().find_map(|(i, c)| {
        let after = part[i + c.len_utf8()..].trim_start().chars().next();
        let ends = matches!(after, Some(':' | '：' | ',' | '，' | '}' | ']' | '\n' | '\r'));
        (ends && plain(c) == Some("\"")).then(|| full_width(from + i, c)).flatten()
    })
}

pub(super) fn not_a_number(at: usize, typed: &str) -> SyntaxError {
    let typed: String = typed.chars().take(24).collect();
    SyntaxError {
        code: "number-form",
        at,
        message: both(format!("“{typed}”不是 JSON 的数字"), format!("\"{typed}\" is not a number of JSON")),
        help: both(
            "只用半角数字，前面不加 0 或 +，如 0.5、7",
            "plain digits without a leading 0 or +, such as 0.5 or 7",
        ),
        repair: None,
    }
}
