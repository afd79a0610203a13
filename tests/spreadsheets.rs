//! Files from real spreadsheet programs: `convert` writes what the cells show, and refuses a cell that it does not
//! understand by naming it.

use crate::support::tale::Tale;
use crate::support::{self, duoyuan};
use duoyuan::locale::Locale;

/// What `convert` writes of a fixture, or why it does not; and what it says besides.
fn convert(name: &str) -> (Result<String, String>, String) {
    let file = support::root().join("tests/fixtures/files").join(name);
    let out = duoyuan(&["convert", file.to_str().unwrap(), "-o", "-"]);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    let written = String::from_utf8_lossy(&out.stdout).into_owned();
    (if out.status.success() { Ok(written) } else { Err(said.clone()) }, said)
}

fn written(name: &str) -> String {
    convert(name).0.unwrap_or_else(|said| panic!("{name}: {said}"))
}

/// A story with a series of this file.
fn tale(csv: &str, unit: &str, measure: &str) -> Tale {
    let members = format!("\"unit\": \"{unit}\", \"measure\": \"{measure}\"");
    let mut tale = Tale::new(&[Locale::Zh, Locale::En]).series("g", &members, "2000,1");
    tale.files[0].1 = csv.replace("article", "s");
    tale
}

#[test]
fn shares_are_what_their_cells_show() {
    let csv = written("percent.xlsx");
    assert_eq!(csv, "年份,数值,来源\n2021,44.53%,article\n2022,43.70%,article\n2023,45.00%,article\n");
    assert_eq!(tale(&csv, "percent", "share").display("g@2022", Locale::En), "43.70%");
}

#[test]
fn dates_keep_the_precision_that_is_shown_and_numbers_their_powers() {
    let csv = written("dates.xlsx");
    assert_eq!(csv, "期间,数值,来源\n2021,15.1万,article\n2022,1234567,article\n2023,24000,article\n");
    let tale = tale(&csv, "people", "level");
    assert_eq!(tale.display("g@2021", Locale::Zh), "15.1万人");
    assert_eq!(tale.display("g@2022", Locale::En), "1,234,567 people");
}

#[test]
fn titles_and_footnotes_are_left_out_and_told() {
    let (csv, said) = convert("titled.xlsx");
    assert_eq!(
        csv.unwrap(),
        "年份,数值,来源\n2021,49.0,article\n2022,49.6,article\n2023,—,article\n2024,50.1*,article\n"
    );
    for told in ["全市年末人口", "单位：万人", "* 初步数", "资料来源：市统计局"] {
        assert!(said.contains(told), "{said}");
    }
    // what stands in a cell besides a number is told by the story's check
    let told = tale(&written("titled.xlsx"), "people", "level").problems();
    let help: Vec<&str> = told.iter().filter(|d| d.code == "not-a-number").map(|d| d.help.en()).collect();
    assert!(help.len() == 2 && help[0].contains("empty") && help[1].contains("50.1"), "{told:#?}");
}

#[test]
fn what_a_cell_does_not_tell_is_refused_by_its_name() {
    for (name, told) in [
        ("merged-header.xlsx", ["B1:C1", "unmerge", "取消合并"]),
        ("formula-without-result.xlsx", ["B2, B3", "spreadsheet program", "公式"]),
        ("fraction-format.xlsx", ["B2", "# ?/?", "格式"]),
        ("libreoffice.xls", ["B2, B3", ".xlsx", "百分比"]),
        // a half as a fraction, and 125 % whose number is 1.25
        (
            "libreoffice-fraction.xls",
            ["B2, B3 may be shown as a percentage or a fraction", "save it as .xlsx", "分数"],
        ),
        ("libreoffice-big5.csv", ["Big5", "UTF-8", "另存为"]),
    ] {
        let said = convert(name).0.expect_err(name);
        assert!(told.iter().all(|words| said.contains(words)), "{name}: {said}");
    }
}

#[test]
fn years_in_columns_are_told() {
    let told = tale(&written("wide.xlsx"), "people", "level").problem("unknown-column");
    assert!(told.message.en().contains("2021年 … 2023年") && told.help.zh().contains("转置"), "{told:?}");
}

#[test]
fn what_libreoffice_writes_is_read() {
    for name in ["libreoffice.ods", "libreoffice.xlsx"] {
        let csv = written(name);
        assert_eq!(csv, "年份,数值,来源\n2021-01-01,44.53%,article\n2022-01-01,43.70%,article\n", "{name}");
        assert_eq!(tale(&csv, "percent", "share").display("g@2021-01-01", Locale::En), "44.53%");
    }
    let commas = "年份,数值,来源\n2021-01-01,44.53%,article\n2022-01-01,43.7%,article\n";
    assert_eq!(written("libreoffice-semicolon.csv"), commas);
    assert_eq!(written("libreoffice-gbk.csv"), commas);
}

#[test]
fn a_csv_file_is_read_with_its_mark_its_separators_and_full_width_digits() {
    let file = support::root().join("tests/fixtures/files/bom.csv");
    let tale = tale(&std::fs::read_to_string(file).unwrap(), "people", "level");
    let said = ["g@2021", "g@2022", "g@2023"].map(|id| tale.display(id, Locale::En));
    assert_eq!(said, ["1,234 people", "1,235 people", "12,345 people"]);
    // what is not in UTF-8 is told with the command that mends it
    let folder = support::folder("gbk-series");
    let mut files = tale.files();
    files.insert(
        "g.csv".into(),
        std::fs::read(support::root().join("tests/fixtures/files/libreoffice-gbk.csv")).unwrap(),
    );
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let out = duoyuan(&["check", folder.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
    assert!(!out.status.success() && said.contains("duoyuan convert"), "{said}");
}

#[test]
fn periods_of_spreadsheets_are_told_as_what_they_are() {
    for (period, told) in
        [("44197", "2021-01-01"), ("2011/12", "year that goes on"), ("2023年1-2月", "run of months")]
    {
        let tale = tale(&format!("period,value,source\n{period},1,s\n"), "people", "level");
        let found = tale.problem("bad-date");
        assert!(found.message.en().contains(told) || found.help.en().contains(told), "{found:?}");
        // none of these numbers is taken for a date
        let context = format!("period,value,source,use\n{period},1,s,context\n2020,1,s,plot\n");
        let kept = self::tale(&context, "people", "level");
        assert!(kept.load().find_figure(&format!("g@{period}")).is_some(), "{period}");
    }
}
