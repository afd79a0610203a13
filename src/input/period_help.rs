//! What an editor is told of a period that is none: a spreadsheet's serial number, a run of months, a year that goes on
//! in the next; and of years that stand in columns.
//!
//! **Invariant**: what may be two things is told as both.

use crate::diagnostic::Both;
use crate::input::cell::{half_width, is_double_year, period};
use crate::locale::date::Date;

/// What is wrong with a period, and what to write.
pub(crate) fn words(written: &str) -> (Both, Both) {
    let plain: String = written.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    if let Some(date) = serial(&plain) {
        return (
            Both::new(
                format!("“{written}”是电子表格里日期的序号"),
                format!("\"{written}\" is a spreadsheet's serial number of a day"),
            ),
            Both::new(
                format!("写成 {date}，或只写年份 {}；在电子表格里先把这一列设为日期格式", &date[..4]),
                format!(
                    "write {date}, or {} where the year is meant; give the column a date format first",
                    &date[..4]
                ),
            ),
        );
    }
    let (head, rest) = plain.split_at(plain.char_indices().nth(4).map_or(plain.len(), |(at, _)| at));
    if is_double_year(head, rest) {
        let (month, after) = (&rest[1..], &rest[1..]);
        return (
            Both::new(
                format!("“{written}”可能是一个月，也可能是跨两年的年度"),
                format!("\"{written}\" may be a month or a year that goes on in the next"),
            ),
            Both::new(
                format!("是月份写 {head}-{month}；是年度就在 use 写 context，或在 story.json 里写成数字，期间印作“{head}/{after}”"),
                format!(
                    "write {head}-{month} for the month; for a school or fiscal year set use to context, or make it a figure \
                     of story.json whose period is printed as \"{head}/{after}\""
                ),
            ),
        );
    }
    let message = Both::new(format!("“{written}”不是日期"), format!("\"{written}\" is not a date"));
    if plain.contains('月') && plain.contains(['-', '—', '–', '~', '～', '至']) {
        return (
            Both::new(
                format!("“{written}”是几个月，轴上没有它的位置"),
                format!("\"{written}\" is a run of months, for which an axis has no place"),
            ),
            Both::new(
                "use 写 context；或在 story.json 里写成数字，期间写 start 和 end",
                "set use to context, or make it a figure of story.json whose period has a start and an end",
            ),
        );
    }
    let help = Both::new(
        "写成 2019、2019-03 或 2021Q1；不上图的点 use 写 context",
        "write 2019, 2019-03 or 2021Q1; for a point that is not drawn set use to context",
    );
    (message, help)
}

/// The day of a serial number of this century or the last half of the one before: 44197 is 2021-01-01.
fn serial(plain: &str) -> Option<String> {
    let number: i64 = plain.parse().ok().filter(|number| (18_264..73_051).contains(number))?;
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    // 18264 is the first day of 1950
    let (mut days, mut year) = (number - 18_264, 1950);
    while days >= 365 + i64::from(is_leap(year)) {
        days -= 365 + i64::from(is_leap(year));
        year += 1;
    }
    let lengths = [31, 28 + i64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in lengths {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    Some(format!("{year:04}-{month:02}-{:02}", days + 1))
}

/// What is told of a table with years in its columns: 地区, 2019, 2020.
pub(crate) fn years_across(header: &[String]) -> Option<(Both, Both)> {
    let years: Vec<&String> = header.iter().filter(|cell| Date::parse(&period(cell)).is_some()).collect();
    let [first, .., last] = years[..] else { return None };
    Some((
        Both::new(
            format!("年份写在各列（{first}……{last}），一个序列要一期一行"),
            format!("the periods stand in columns ({first} … {last}), and a series has one a row"),
        ),
        Both::new(
            "在电子表格里转置（复制，选择性粘贴，转置），每个指标另存一个文件：年份、数值、来源",
            "transpose it in a spreadsheet (copy, paste special, transpose) and save a file for each indicator: period, value, \
             source",
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_that_is_none_is_told_as_what_it_is() {
        for (written, told) in [
            ("44197", "write 2021-01-01, or 2021"),
            ("36526", "write 2000-01-01"),
            ("43890", "write 2020-02-29"),
            ("2011/12", "write 2011-12 for the month"),
            ("2023年1-2月", "a start and an end"),
            ("去年", "2019-03 or 2021Q1"),
            ("123", "2019-03 or 2021Q1"),
        ] {
            let (message, help) = words(written);
            assert!(help.en().contains(told) && message.en().contains(written), "{written}: {}", help.en());
        }
    }

    #[test]
    fn years_in_columns_are_seen() {
        let header = |cells: &str| cells.split(',').map(str::to_string).collect::<Vec<_>>();
        assert!(years_across(&header("地区,2019年,2020年")).is_some());
        assert!(years_across(&header("indicator,2019Q1,2019Q2,source")).is_some());
        assert!(years_across(&header("年份,数值,来源")).is_none());
        assert!(years_across(&header("2019,value,source")).is_none());
    }
}
