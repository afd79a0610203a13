//! What a spreadsheet writes into a cell to what it means: 年份 is a period, 1,010 and 15.1万 are numbers.
//!
//! **Invariant**: a cell either says one thing or is refused; nothing is guessed. Knows cells, not stories.

use crate::diagnostic::Both;
use crate::input::cell_help;
use crate::locale::number::{Decimal, Format};
use crate::locale::Locale;

/// The columns of a series file, each with the headers that a spreadsheet may have instead.
pub const COLUMNS: [(&str, &[&str]); 10] = [
    ("period", &["期间", "年份", "年", "年度", "时间", "日期", "year", "date"]),
    ("value", &["数值", "值", "数据", "数量", "数字", "amount"]),
    ("bound", &["限定"]),
    ("printed", &["限定词", "原文限定词"]),
    ("status", &["状态"]),
    ("form", &["写的是什么"]),
    ("unit", &["单位"]),
    ("definition", &["口径", "定义"]),
    ("source", &["来源", "出处"]),
    ("use", &["用途"]),
];

/// Columns with words, one a language: `period_zh`, `note_ru`.
pub const SPOKEN: [&str; 2] = ["period", "note"];

/// Other headers of these.
const SPOKEN_ALSO: [(&str, &[&str]); 4] = [
    ("period_zh", &["期间（中文）", "期间中文"]),
    ("period_en", &["期间（英文）", "期间英文"]),
    ("note_zh", &["说明", "备注", "说明（中文）"]),
    ("note_en", &["说明（英文）"]),
];

/// The name of the column that holds words in a language.
pub fn spoken_column(stem: &str, locale: Locale) -> String {
    format!("{stem}_{}", locale.code())
}

/// The columns that a series file of a story in these languages may have.
pub fn columns(languages: &[Locale]) -> Vec<String> {
    let spoken = |stem| languages.iter().map(move |locale| spoken_column(stem, *locale));
    let mut all: Vec<String> = COLUMNS.iter().map(|(name, _)| name.to_string()).collect();
    all.splice(1..1, spoken("period"));
    all.extend(spoken("note"));
    all
}

/// The headers that a spreadsheet may have in place of a column's name.
pub fn also(column: &str) -> &'static [&'static str] {
    let all = COLUMNS.iter().chain(&SPOKEN_ALSO);
    all.into_iter().find(|(name, _)| *name == column).map_or(&[], |(_, also)| also)
}

/// The column that a header names, of those that there may be.
pub fn column_of<'c>(header: &str, columns: &'c [String]) -> Option<&'c str> {
    let header = header.trim().trim_start_matches('\u{feff}');
    let same = |name: &str| name.eq_ignore_ascii_case(header);
    columns.iter().map(String::as_str).find(|name| same(name) || also(name).iter().any(|n| same(n)))
}

/// A number in a cell: empty is `None`; otherwise the number and how Chinese prints it, or why it is none.
pub fn number(cell: &str, unit_zh: &str) -> Result<Option<(Decimal, Format)>, (Both, Both)> {
    let plain: String = cell.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    if !is_spaced_well(cell) {
        let message = Both::new(format!("“{cell}”不是一个数字"), format!("\"{cell}\" is not one number"));
        let help = Both::new(
            "一格只写一个数；空格只能隔开三位一组的数字",
            "write one number a cell; a space may stand between digits only before groups of three",
        );
        return Err((message, help));
    }
    let percent = unit_zh.starts_with('%');
    let body = plain.strip_suffix('%').filter(|_| percent).unwrap_or(&plain);
    let (digits, shift, format) = match body.strip_suffix('万') {
        Some(rest) => (rest, 4, Format::Wan),
        None => match body.strip_suffix('亿') {
            Some(rest) => (rest, 8, Format::Yi),
            None => (body, 0, Format::Plain),
        },
    };
    let parsed = ungrouped(digits).and_then(|d| Decimal::parse(&d));
    let Some(value) = parsed else { return Err(refused(cell, &plain, unit_zh)) };
    if shift == 0 {
        return Ok(Some((value, format)));
    }
    let unit_power = cell_help::power_of_unit(unit_zh);
    if unit_power > 0 {
        let message = Both::new(
            format!("“{cell}”带了{}，单位“{unit_zh}”也带了", &body[digits.len()..]),
            format!("\"{cell}\" has {} and so has the unit {unit_zh}", &body[digits.len()..]),
        );
        let written = cell_help::written_out(value, shift, unit_power);
        let digits = written.unwrap_or_else(|| digits.to_string());
        let help = Both::new(format!("只写 {digits}"), format!("write only {digits}"));
        return Err((message, help));
    }
    match Decimal::parse(&value.shift(shift).digits().replace('−', "-")) {
        Some(value) => Ok(Some((value, format))),
        None => Err(refused(cell, &plain, unit_zh)),
    }
}

/// Whether spaces between digits stand only before groups of three: 12 345, and not 3 5.
fn is_spaced_well(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split_whitespace().collect();
    let is_digit = |c: char| half_width(c).is_ascii_digit();
    parts.windows(2).all(|pair| {
        let first: usize = pair[1].chars().take_while(|c| is_digit(*c)).count();
        !pair[0].ends_with(is_digit) || first == 0 || first == 3
    })
}

pub(crate) fn half_width(c: char) -> char {
    match c {
        '０'..='９' | '．' | '％' | '－' | '，' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '−' => '-',
        c => c,
    }
}

/// Digits without their thousands separators; `None` where commas stand elsewhere.
fn ungrouped(digits: &str) -> Option<String> {
    if !digits.contains(',') {
        return Some(digits.to_string());
    }
    let (whole, rest) = digits.split_once('.').map_or((digits, ""), |(w, r)| (w, r));
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next()?;
    let sound = (1..=3).contains(&first.len()) && groups.all(|g| g.len() == 3) && !rest.contains(',');
    sound.then(|| digits.replace(',', ""))
}

fn refused(cell: &str, plain: &str, unit_zh: &str) -> (Both, Both) {
    let message = Both::new(format!("“{cell}”不是数字"), format!("\"{cell}\" is not a number"));
    let absent =
        ["-", "--", "—", "——", "/", "…", "...", "n/a", "na", "nan", "null", "none", "无", "缺", "未公布"];
    if absent.contains(&plain.to_ascii_lowercase().as_str()) {
        return (message, Both::new("未公布的格子留空", "leave the cell empty where nothing is published"));
    }
    if plain.starts_with('#') {
        let help = Both::new(
            "这是电子表格的出错标记：改好公式再另存",
            "a spreadsheet's error mark: correct the formula and save again",
        );
        return (message, help);
    }
    if plain.parse::<f64>().is_ok() {
        let help = Both::new("最多十五位有效数字、九位小数", "at most fifteen digits and nine decimals");
        return (message, help);
    }
    if let Some(help) = cell_help::help(plain, unit_zh) {
        return (message, help);
    }
    let help = Both::new(
        "只写数字，如 1010、1,010 或 43.72；未公布留空",
        "digits only, such as 1010, 1,010 or 43.72; leave it empty if not published",
    );
    (message, help)
}

/// A period as the story writes it: 2019年 is 2019, 2019/3/5 is 2019-03-05, 2021年一季度 is 2021Q1. Others stay.
pub fn period(cell: &str) -> String {
    let plain: String = cell.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    let year = |s: &str| s.len() == 4 && s.bytes().all(|b| b.is_ascii_digit());
    let (head, rest) =
        plain.split_at(plain.len().min(4).min(plain.find(|c: char| !c.is_ascii()).unwrap_or(4)));
    if !year(head) {
        return cell.to_string();
    }
    let quarter = rest.trim_start_matches('年').trim_start_matches('第');
    for (number, names) in [(1, ["一", "1"]), (2, ["二", "2"]), (3, ["三", "3"]), (4, ["四", "4"])] {
        if names.iter().any(|n| quarter == format!("{n}季度")) {
            return format!("{head}Q{number}");
        }
    }
    if let ["q" | "Q", "1" | "2" | "3" | "4"] =
        rest.split("").filter(|s| !s.is_empty()).collect::<Vec<_>>()[..]
    {
        return format!("{head}{}", rest.to_ascii_uppercase());
    }
    // 1-2月 is a run of months, and 2011/12 may be a school year
    if rest.contains('月') && rest.contains(['-', '—', '–', '~', '～', '至']) || is_double_year(head, rest)
    {
        return cell.to_string();
    }
    // 44197 is a spreadsheet's number of a day
    if rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()) {
        return cell.to_string();
    }
    let parts: Vec<&str> = rest.split(['年', '月', '日', '/', '-', '.']).filter(|p| !p.is_empty()).collect();
    let two = |s: &&str| (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [] if matches!(rest, "" | "年") => head.to_string(),
        [month] if two(month) && !rest.starts_with('.') => format!("{head}-{month:0>2}"),
        [month, day] if two(month) && two(day) => format!("{head}-{month:0>2}-{day:0>2}"),
        _ => cell.to_string(),
    }
}

/// Whether a year goes on in the next: 2011/12.
pub(crate) fn is_double_year(head: &str, rest: &str) -> bool {
    let next = rest.strip_prefix('/').filter(|next| next.len() == 2);
    let next: Option<u32> = next.and_then(|next| next.parse().ok());
    let year: Option<u32> = head.parse().ok();
    matches!((year, next), (Some(year), Some(next)) if (year + 1) % 100 == next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheet_numbers_are_read_as_printed() {
        let n = |s: &str| number(s, "人").ok().flatten().map(|(d, f)| (d.digits(), f));
        let plain = |s: &str| Some((s.to_string(), Format::Plain));
        assert_eq!(n("1,010"), plain("1010"));
        assert_eq!(n("1 234 567"), plain("1234567"));
        assert_eq!(n("1，010．50"), plain("1010.50"));
        assert_eq!(n(" -1,234,567.8 "), plain("−1234567.8"));
        assert_eq!(n("15.1万"), Some(("151000".into(), Format::Wan)));
        assert_eq!(n("3亿"), Some(("300000000".into(), Format::Yi)));
        assert_eq!(n("1.5E+05"), plain("150000"));
        assert_eq!(n("４３．７"), plain("43.7"));
        assert_eq!(number("", "人"), Ok(None));
        assert_eq!(number("43.72%", "%").unwrap().unwrap().0.digits(), "43.72");
        for bad in
            ["1,01", "12,34,567", "约1010", "43%", "—", "#REF!", "x", "1010吨", "9999999999999999", "3 5"]
        {
            assert!(number(bad, "人").is_err(), "{bad}");
        }
        let help = |s: &str| number(s, "人").unwrap_err().1.en().to_string();
        assert!(help("约1010").contains("about"), "{}", help("约1010"));
        assert!(help("1010余").contains("more_than") && help("#DIV/0!").contains("formula"));
        assert!(help("——").contains("empty") && help("1010吨").contains("write 1010; \"吨\""));
        assert!(number("164万", "万吨").unwrap_err().1.en().contains("only 164"));
    }

    #[test]
    fn spreadsheet_periods_become_the_storys() {
        for (cell, wanted) in [
            ("2019", "2019"),
            ("2019年", "2019"),
            ("２０１９", "2019"),
            ("2019年3月", "2019-03"),
            ("2019/3/5", "2019-03-05"),
            ("2019-3", "2019-03"),
            ("2021年一季度", "2021Q1"),
            ("2021年第1季度", "2021Q1"),
            ("2021q3", "2021Q3"),
            ("to-1976", "to-1976"),
            ("2017-refining", "2017-refining"),
            ("2019.0", "2019.0"),
            ("2023年1-2月", "2023年1-2月"),
            ("2023年1月—2月", "2023年1月—2月"),
            ("2011/12", "2011/12"),
            ("44197", "44197"),
            ("2011/10", "2011-10"),
            ("年", "年"),
            ("", ""),
        ] {
            assert_eq!(period(cell), wanted, "{cell}");
        }
    }

    #[test]
    fn headers_are_known_in_every_language() {
        let columns = columns(&[Locale::Zh, Locale::Ru]);
        let of = |header: &str| column_of(header, &columns).unwrap_or_default();
        assert_eq!(of("年份"), "period");
        assert_eq!(of("Year"), "period");
        assert_eq!(of(" 数值 "), "value");
        assert_eq!(of("来源"), "source");
        assert_eq!(of("说明"), "note_zh");
        assert_eq!(of("note_ru"), "note_ru");
        // no language of the story
        assert_eq!(of("note_en"), "");
        assert_eq!(of("人口"), "");
    }
}
