//! Texts and numbers of a form of our own: dates, the value of a statement, fractions, languages.
//!
//! Comes in: the name of the form (`x-reads` in the schema) and a node. Goes out: nothing, or what is wrong with it.
//!
//! **Invariant**: what passes here can be read by the type that has this form.

use crate::diagnostic::Both;
use crate::input::json::{Node, Value};
use crate::input::{cell, languages, suggest};
use crate::locale::date::Date;
use crate::locale::number::Decimal;
use crate::locale::Locale;
use crate::model::figure::NOT_APPLICABLE;

/// A code, where in the node, what is wrong, what to do.
pub(crate) type Finding = (&'static str, usize, Both, Both);

/// Says what is wrong with a node. For `wrong-type` the message holds what belongs there.
pub(crate) fn check(form: &str, node: &Node, parent: Option<&Node>) -> Result<(), Finding> {
    let wrong = |zh: &str, en: &str| Err(("wrong-type", 0, Both::new(zh, en), Both::default()));
    match (form, &node.value) {
        ("value", Value::Null) => Ok(()),
        ("value", Value::Array(ends)) => range(ends),
        ("value", Value::String(text)) if text == NOT_APPLICABLE => Ok(()),
        ("value", Value::Number(digits)) => number(digits),
        ("value", Value::String(text)) => {
            if Date::parse(text).is_some() {
                return Ok(());
            }
            let is_date = parent.and_then(|p| p.text("measure")) == Some("date");
            let Some(help) = suggest::number(text).filter(|_| !is_date) else { return bad_date(text) };
            let message = Both::new(
                format!("数字“{text}”写在了引号里"),
                format!("the number \"{text}\" stands in quotes"),
            );
            Err(("quoted-number", 0, message, help))
        }
        ("value", _) => {
            wrong("数字、[低, 高]、日期文字或 null", "a number, [low, high], a date as text, or null")
        }
        ("date", Value::String(text)) if Date::parse(text).is_some() => Ok(()),
        ("date", Value::String(text)) => bad_date(text),
        ("language", Value::String(tag)) if languages::named(tag).is_some() => Ok(()),
        ("language", Value::String(tag)) => unknown_language(tag),
        ("fraction", Value::String(text)) if is_fraction(text) => Ok(()),
        ("fraction", Value::String(_)) => {
            let message = Both::new("换算要写系数", "a conversion needs its factor");
            let help =
                Both::new("写成分数，如 \"10000/15\"", "write it as a fraction, for example \"10000/15\"");
            Err(("missing-factor", 0, message, help))
        }
        _ => wrong("文字", "text"),
    }
}

/// Returns what to write in place of a node about which a code was told, where that can be meant only: the same number
/// without its quotes, the same date in other signs.
pub(crate) fn edit(code: &str, node: &Node) -> Option<String> {
    let typed = node.str()?.trim();
    match code {
        "quoted-number" => Decimal::parse(typed).map(|_| typed.to_string()),
        "bad-date" => {
            let period = cell::period(typed);
            Date::parse(&period).map(|_| format!("\"{period}\""))
        }
        _ => None,
    }
}

/// Two numbers, the lower one first.
fn range(ends: &[Node]) -> Result<(), Finding> {
    let digits = |node: &Node| match &node.value {
        Value::Number(digits) => Some(digits.clone()),
        _ => None,
    };
    let numbers: Vec<String> = ends.iter().filter_map(digits).collect();
    let ([low, high], true) = (numbers.as_slice(), ends.len() == 2) else {
        let message = Both::new("范围要写两个数", "a range has two numbers");
        let help = Both::new("写成 [低, 高]，如 [4.5, 5]", "write [low, high], such as [4.5, 5]");
        return Err(("number-range", 0, message, help));
    };
    number(low)?;
    number(high)?;
    match (Decimal::parse(low), Decimal::parse(high)) {
        (Some(from), Some(to)) if from.to_f64() >= to.to_f64() => {
            let message = Both::new("范围要从低到高", "a range goes from the lower to the higher number");
            let help = Both::new(format!("写成 [{high}, {low}]"), format!("write [{high}, {low}]"));
            Err(("number-range", 0, message, help))
        }
        _ => Ok(()),
    }
}

fn is_fraction(text: &str) -> bool {
    crate::model::figure::Factor::parse(text).is_some()
}

fn number(digits: &str) -> Result<(), Finding> {
    if Decimal::parse(digits).is_some() {
        return Ok(());
    }
    let message = Both::new(
        format!("数字 {digits} 太长或太大"),
        format!("the number {digits} is too long or too large"),
    );
    let help = Both::new("最多十五位有效数字、九位小数", "at most fifteen digits and nine decimals");
    Err(("number-range", 0, message, help))
}

fn unknown_language(tag: &str) -> Result<(), Finding> {
    let message = Both::new(format!("没有“{tag}”这种语言"), format!("\"{tag}\" is not one of the languages"));
    let all = Locale::ALL.map(|locale| format!("\"{}\" {}", locale.tag(), locale.catalogue().name));
    let help = Both::new(format!("可用：{}", all.join("、")), format!("allowed: {}", all.join(", ")));
    Err(("unknown-language", 0, message, help))
}

fn bad_date(text: &str) -> Result<(), Finding> {
    let message = Both::new(format!("“{text}”不是日期"), format!("\"{text}\" is not a date"));
    let help = match cell::period(text) {
        date if Date::parse(&date).is_some() => {
            Both::new(format!("写成 \"{date}\""), format!("write \"{date}\""))
        }
        _ => {
            Both::new("写成 2002-12-22、2002-12、2002 或 2021Q1", "write 2002-12-22, 2002-12, 2002 or 2021Q1")
        }
    };
    Err(("bad-date", 0, message, help))
}
