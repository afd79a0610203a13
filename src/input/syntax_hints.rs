//! A syntax error's offset to what was typed there by accident: the punctuation of Chinese keyboards, a missing comma, an
//! unclosed quote, a comment.
//!
//! **Invariant**: knows JSON's punctuation and keyboards, not stories. Every place it returns lies inside the text.

mod signs;
mod tokens;

use crate::diagnostic::Both;
use signs::{both, full_width, not_a_number, quote_inside};
use std::ops::Range;
pub(crate) use tokens::is_word;
use tokens::{before, Token};

/// Why bytes are not a JSON document.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxError {
    pub code: &'static str,
    pub at: usize,
    pub message: Both,
    pub help: Both,
    /// What to put in place of which bytes, of the same length, so that reading can go on to the next slip.
    pub repair: Option<(Range<usize>, String)>,
}

impl SyntaxError {
    /// Returns what to put in place of which bytes, where that can be meant only: a comma, a colon or a bracket. A quote may
    /// be the text's own.
    pub fn edit(&self) -> Option<(Range<usize>, &str)> {
        let (range, sign) = self.repair.as_ref()?;
        match self.code {
            "trailing-comma" => Some((range.clone(), "")),
            "missing-comma" => Some((range.start..range.start, ",")),
            _ if sign.trim() == "\"" => None,
            _ if sign.trim().is_empty() => Some((range.clone(), " ")),
            _ => Some((range.clone(), sign.trim())),
        }
    }
}

/// What is wrong at `at`, given the reader's own reason.
pub fn explain(text: &str, at: usize, reason: &str) -> SyntaxError {
    let seen = before(text, at);
    let error = |code, at, message, help| SyntaxError { code, at, message, help, repair: None };
    let here = text[at..].chars().next();
    if reason.contains("control character") || (reason.contains("EOF") && seen.quote.is_some()) {
        let quote = seen.quote.unwrap_or(at);
        let line = text[quote..].find('\n').map_or(text.len(), |i| quote + i + 1);
        if let Some(slip) = quote_inside(text, quote, line) {
            return slip;
        }
        let control = text[quote..line].char_indices().find(|(_, c)| c.is_control());
        if let Some((i, _)) = control.filter(|(_, c)| !"\r\n".contains(*c)) {
            return error(
                "json-syntax",
                quote + i,
                both("引号里有制表符或控制字符", "a tab or control character inside quotes"),
                both("改成空格", "type a space"),
            );
        }
        return error(
            "unclosed-text",
            quote,
            both("这个引号在本行内没有闭合", "this quote is not closed on its line"),
            both(
                "在文字末尾补上 \"；文字里不能换行",
                "add \" at the end of the text; text has no line breaks",
            ),
        );
    }
    if reason.contains("EOF") {
        let bracket_at = |open: usize| (if text[open..].starts_with('{') { '{' } else { '[' }, open);
        let suspect = seen.uneven.map(|(open, _)| bracket_at(open));
        let Some((bracket, open)) = suspect.or(seen.open.last().copied()) else {
            return error(
                "json-syntax",
                at,
                both("文件是空的或中断了", "the file is empty or cut off"),
                both("写入故事，或用 duoyuan new 新建一个", "write the story, or begin with duoyuan new"),
            );
        };
        let line = text[..open].matches('\n').count() + 1;
        let close = if bracket == '{' { '}' } else { ']' };
        return error(
            "unclosed-bracket",
            text.trim_end().len(),
            both(
                format!("文件到此结束，有括号没有闭合，看来是第 {line} 行的 {bracket}"),
                format!(
                    "the file ends here with a bracket still open, it seems the {bracket} of line {line}"
                ),
            ),
            both(format!("补上缺的 {close}"), format!("add the missing {close}")),
        );
    }
    if reason.contains("escape") || reason.contains("surrogate") {
        return error(
            "json-syntax",
            at,
            both("反斜杠后面的字符不对", "a backslash before a character that needs none"),
            both("要反斜杠本身就写 \\\\", "write \\\\ for a backslash itself"),
        );
    }
    if let Some(slip) = here.and_then(|c| full_width(at, c)) {
        return slip;
    }
    let adjacent = |t: &Token| text[t.end..at].is_empty();
    let on_line = |t: &Token| !text[t.end..at].contains('\n');
    let word = |t: &Token| &text[t.start..t.end];
    let last = seen.last;
    let is_text = last.is_some_and(|t| word(&t).starts_with('"'));
    if let Some(slip) = last.filter(|_| is_text).and_then(|t| quote_inside(text, t.start + 1, t.end)) {
        return slip;
    }
    let unquoted: String =
        text[at..].chars().take_while(|c| is_word(*c) || "_-$+.%".contains(*c)).take(24).collect();
    match here {
        Some('\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{202a}'..='\u{202e}') => {
            let code = here.map_or(0, u32::from);
            return error(
                "invisible-character",
                at,
                both(
                    format!("这里有一个看不见的字符 U+{code:04X}"),
                    format!("an invisible character U+{code:04X}"),
                ),
                both("删去它，或重新键入这一行", "delete it, or type the line anew"),
            );
        }
        Some('/' | '#') if !reason.contains("trailing characters") || text[at..].starts_with("//") => {
            return error(
                "comment",
                at,
                both("JSON 没有注释", "JSON has no comments"),
                both("删去它，或写成 \"$comment\": \"…\"", "remove it, or write it as \"$comment\": \"…\""),
            );
        }
        Some('\'' | '‘' | '’' | '`') => {
            return error(
                "json-syntax",
                at,
                both("引号只能用 \"", "only \" is a quote in JSON"),
                both("把它改成 \"", "type \" instead"),
            );
        }
        _ => {}
    }
    let comma = last.filter(|t| word(t) == ",");
    if let (Some(t), Some('}' | ']')) = (comma, here) {
        return SyntaxError {
            repair: Some((t.start..t.end, " ".into())),
            ..error(
                "trailing-comma",
                t.start,
                both("最后一项后面多了一个逗号", "a comma after the last item"),
                both("删去这个逗号", "remove this comma"),
            )
        };
    }
    if let (Some(number), true) = (seen.one_before.filter(|_| comma.is_some()), unquoted.len() == 3) {
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if digits(&unquoted) && digits(word(&number)) && word(&number).len() <= 3 {
            return error(
                "number-form",
                number.start,
                both(
                    format!("数字里不写千分位逗号：{},{unquoted}", word(&number)),
                    format!("no comma inside a number: {},{unquoted}", word(&number)),
                ),
                both(
                    format!("写成 {}{unquoted}", word(&number)),
                    format!("write {}{unquoted}", word(&number)),
                ),
            );
        }
    }
    let expects_sign = reason.starts_with("expected `");
    if let (Some(t), true) = (last, expects_sign) {
        let number = word(&t).starts_with(|c: char| c.is_ascii_digit() || c == '-');
        let ends_number = here.is_some_and(|c| is_word(c) || "%％‰".contains(c));
        if number && adjacent(&t) && ends_number || number && word(&t).ends_with('%') {
            let digits: String =
                word(&t).chars().take_while(|c| c.is_ascii_digit() || "-.".contains(*c)).collect();
            return error(
                "number-form",
                t.start,
                both("数字后面带了单位或符号", "a unit or a sign behind the number"),
                both(
                    format!("这里只写 {digits}；单位写在 unit，万、亿用 format"),
                    format!(
                        "write only {digits} here; the unit goes into \"unit\", 万 and 亿 into \"format\""
                    ),
                ),
            );
        }
        if is_text && adjacent(&t) && !matches!(here, Some('"' | '{' | '[')) {
            return error(
                "quote-in-text",
                t.end - 1,
                both("文字里的半角引号会被当成文字结束", "a plain quote inside the text ends the text here"),
                both("文字里的引号写成“”，或写成 \\\"", "write curly quotes “ ” inside text, or \\\""),
            );
        }
        if reason.contains("`:`") {
            let (zh, en) = match here {
                Some('=') => ("名称后面写了 =", "= where a colon belongs"),
                _ => ("名称后面缺冒号和值", "a name without its colon and value"),
            };
            return error(
                "json-syntax",
                t.end,
                both(zh, en),
                both("写成 \"名称\": 值", "write \"name\": value"),
            );
        }
        if matches!(here, Some('"' | '{' | '[' | '0'..='9' | '-' | 't' | 'f' | 'n')) || !on_line(&t) {
            let gap = text[t.end..].starts_with([' ', '\n', '\r', '\t']);
            return SyntaxError {
                repair: gap.then(|| (t.end..t.end + 1, ",".into())),
                ..error(
                    "missing-comma",
                    t.end,
                    both("两项之间缺逗号", "a comma is missing between two items"),
                    both("在这里补一个半角逗号", "type a comma here"),
                )
            };
        }
    }
    if reason.contains("invalid number") {
        let start = last.filter(adjacent).map_or(at, |t| t.start);
        return not_a_number(
            start,
            text[start..].split([',', '}', ']', ' ', '\n', '\r']).next().unwrap_or(""),
        );
    }
    let starts_value = matches!(last.map(|t| word(&t)), Some(":" | "[" | "," | "{")) || last.is_none();
    if starts_value && matches!(here, Some(',' | '}' | ']')) {
        return error(
            "json-syntax",
            at,
            both("这里缺一个值", "a value is missing here"),
            both("写上值；未公布写 null", "write the value; null where it is not published"),
        );
    }
    if starts_value && !unquoted.is_empty() {
        let first = unquoted.chars().next().unwrap_or(' ');
        if first.is_ascii_digit() || "+-.".contains(first) || ('０'..='９').contains(&first) {
            return not_a_number(at, &unquoted);
        }
        let known = ["true", "false", "null"].into_iter().find(|k| k.eq_ignore_ascii_case(&unquoted));
        let help = match (known, unquoted.as_str()) {
            (Some(k), _) => both(format!("改成 {k}"), format!("write {k}")),
            (None, "None" | "NaN" | "nan" | "NULL" | "undefined" | "Infinity") => {
                both("未公布的值写 null", "write null for a value that is not published")
            }
            _ => both(format!("加上引号：\"{unquoted}\""), format!("put it in quotes: \"{unquoted}\"")),
        };
        return error(
            "unquoted",
            at,
            both(format!("“{unquoted}”没有加引号"), format!("{unquoted} stands without quotes")),
            help,
        );
    }
    if reason.contains("trailing characters") {
        return error(
            "json-syntax",
            seen.uneven.map_or(at, |(_, close)| close),
            both(
                "括号到这里已经配完，后面还有内容",
                "the brackets are all closed here, yet something follows",
            ),
            both("删去它，或检查是否多了一个括号", "remove it, or look for a bracket too many"),
        );
    }
    error(
        "json-syntax",
        at,
        both(format!("不是合法的 JSON（{reason}）"), format!("not valid JSON: {reason}")),
        both(
            "检查此处和上一行的逗号、引号与括号",
            "check the comma, quotes and brackets here and on the line above",
        ),
    )
}
