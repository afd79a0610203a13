//! Sheets of xlsx and ods files: their cells with what each shows.
//!
//! **Invariant**: the first sheet is the first that is shown; a number is written as its format shows it.

use super::formats::{built_in, Format};
use super::package::{Element, Package};
use super::sheet::{name, place, Merged, Sheet, Why};
use crate::locale::Text;
use std::collections::BTreeMap;

/// The sheets of a file that are shown, by name; the others can be asked for too.
pub struct Names {
    pub shown: Vec<String>,
    pub all: Vec<String>,
}

impl Names {
    /// The one that is wanted, or the first that is shown.
    pub fn pick(&self, wanted: Option<&str>) -> Result<String, Text> {
        match wanted {
            Some(wanted) if self.all.iter().any(|n| n == wanted) => Ok(wanted.to_string()),
            Some(wanted) => {
                let known = self.all.join(", ");
                Err(Text::new(
                    format!("没有工作表“{wanted}”；文件里有：{known}"),
                    format!("there is no sheet {wanted:?}; the file has: {known}"),
                ))
            }
            None => {
                let first = self.shown.first().or(self.all.first()).cloned();
                first.ok_or_else(|| Text::new("文件里没有工作表", "the file has no sheet"))
            }
        }
    }
}

fn unreadable(e: impl std::fmt::Display) -> Text {
    Text::new(format!("读不了这个 Excel 文件：{e}"), format!("this Excel file cannot be read: {e}"))
}

/// Returns the sheet of an xlsx or ods file.
pub fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, Text> {
    let mut package = Package::open(bytes).map_err(unreadable)?;
    match package.has("content.xml") {
        true => ods(&package.xml("content.xml").map_err(unreadable)?, wanted),
        false => xlsx(&mut package, wanted),
    }
}

fn xlsx(package: &mut Package, wanted: Option<&str>) -> Result<Sheet, Text> {
    let book = package.xml("xl/workbook.xml").map_err(unreadable)?;
    let sheets: Vec<&Element> =
        book.at(&["sheets"]).map_or(Vec::new(), |sheets| sheets.all("sheet").collect());
    let is_shown = |sheet: &&&Element| matches!(sheet.get("state"), "" | "visible");
    let named = |sheet: &&Element| sheet.get("name").to_string();
    let names = Names {
        shown: sheets.iter().filter(is_shown).map(named).collect(),
        all: sheets.iter().map(named).collect(),
    };
    let picked = names.pick(wanted)?;
    let id = sheets.iter().find(|sheet| sheet.get("name") == picked).map_or("", |sheet| sheet.get("id"));
    let links = package.xml("xl/_rels/workbook.xml.rels").map_err(unreadable)?;
    let target =
        links.all("Relationship").find(|link| link.get("Id") == id).map_or("", |link| link.get("Target"));
    let path = match target.strip_prefix('/') {
        Some(path) => path.to_string(),
        None => format!("xl/{target}"),
    };
    let since_1904 = book.at(&["workbookPr"]).is_some_and(|p| matches!(p.get("date1904"), "1" | "true"));
    let styles = Styles::of(&package.xml("xl/styles.xml").map_err(unreadable)?);
    let shared = package.xml("xl/sharedStrings.xml").map_err(unreadable)?;
    let shared: Vec<String> = shared.all("si").map(|text| text.whole_text("rPh")).collect();
    let content = package.xml(&path).map_err(unreadable)?;
    let mut sheet = Sheet::default();
    let rows = content.at(&["sheetData"]).into_iter().flat_map(|data| data.all("row"));
    for (r, row) in rows.enumerate() {
        for (c, cell) in row.all("c").enumerate() {
            // a file may leave names out
            let at = place(cell.get("r")).unwrap_or((r, c));
            let value = cell.all("v").next().map_or("", |v| v.text.trim());
            let text = match cell.get("t") {
                "s" => value.parse().ok().and_then(|i: usize| shared.get(i)).cloned().unwrap_or_default(),
                "inlineStr" => cell.at(&["is"]).map_or(String::new(), |text| text.whole_text("rPh")),
                "str" | "e" => value.to_string(),
                "b" => if value == "1" { "TRUE" } else { "FALSE" }.to_string(),
                _ if value.is_empty() => {
                    if cell.all("f").next().is_some() {
                        sheet.refused.push((Why::NoResult, name(at.0, at.1)));
                    }
                    continue;
                }
                // dates as ISO text
                "d" => value.split('T').next().unwrap_or("").to_string(),
                _ => {
                    let (format, code) = styles.of_cell(cell.get("s"));
                    let number: Option<f64> = value.parse().ok();
                    match number.and_then(|number| format.shown(number, since_1904)) {
                        Some(text) => text,
                        None => {
                            sheet.refused.push((Why::Format(code), name(at.0, at.1)));
                            continue;
                        }
                    }
                }
            };
            sheet.put(at, text.trim().to_string());
        }
    }
    let merged = content.at(&["mergeCells"]).into_iter().flat_map(|merged| merged.all("mergeCell"));
    let range = |cells: &Element| {
        let (first, last) = cells.get("ref").split_once(':')?;
        Some(Merged { first: place(first)?, last: place(last)? })
    };
    sheet.merged = merged.filter_map(range).collect();
    Ok(sheet)
}

/// The number format of each style of cells.
struct Styles {
    codes: BTreeMap<u32, String>,
    of_styles: Vec<u32>,
}

impl Styles {
    fn of(styles: &Element) -> Styles {
        let formats = styles.at(&["numFmts"]).into_iter().flat_map(|all| all.all("numFmt"));
        let code = |format: &Element| {
            Some((format.get("numFmtId").parse().ok()?, format.get("formatCode").to_string()))
        };
        let cells = styles.at(&["cellXfs"]).into_iter().flat_map(|all| all.all("xf"));
        Styles {
            codes: formats.filter_map(code).collect(),
            of_styles: cells.map(|style| style.get("numFmtId").parse().unwrap_or(0)).collect(),
        }
    }

    /// The format of a cell by its style, with its code.
    fn of_cell(&self, style: &str) -> (Format, String) {
        let style: usize = style.parse().unwrap_or(0);
        let id = self.of_styles.get(style).copied().unwrap_or(0);
        let code = self.codes.get(&id).map(String::as_str).or(built_in(id));
        match code {
            Some(code) => (Format::parse(code), code.to_string()),
            None => (Format::Unknown, id.to_string()),
        }
    }
}

/// Most columns and rows that a repeated empty cell may stand for before it is the rest of the sheet.
const FAR: usize = 1 << 14;

fn ods(content: &Element, wanted: Option<&str>) -> Result<Sheet, Text> {
    let hidden: Vec<&str> = content
        .at(&["automatic-styles"])
        .into_iter()
        .flat_map(|styles| styles.all("style"))
        .filter(|style| style.at(&["table-properties"]).is_some_and(|p| p.get("display") == "false"))
        .map(|style| style.get("name"))
        .collect();
    let book = content.at(&["body", "spreadsheet"]);
    let tables: Vec<&Element> = book.map_or(Vec::new(), |book| book.all("table").collect());
    let named = |table: &&Element| table.get("name").to_string();
    let is_shown = |table: &&&Element| !hidden.contains(&table.get("style-name"));
    let names = Names {
        shown: tables.iter().filter(is_shown).map(named).collect(),
        all: tables.iter().map(named).collect(),
    };
    let picked = names.pick(wanted)?;
    let mut sheet = Sheet::default();
    let mut rows = Vec::new();
    if let Some(table) = tables.into_iter().find(|table| table.get("name") == picked) {
        gather(table, &mut rows);
    }
    let times = |element: &Element, what: &str| element.get(what).parse::<usize>().unwrap_or(1).max(1);
    let mut r = 0;
    for row in rows {
        let repeated = times(row, "number-rows-repeated");
        let mut c = 0;
        for cell in row.children.iter().filter(|c| matches!(&*c.name, "table-cell" | "covered-table-cell")) {
            let across = times(cell, "number-columns-repeated");
            let text = shown(cell);
            let (wide, high) = (times(cell, "number-columns-spanned"), times(cell, "number-rows-spanned"));
            if wide > 1 || high > 1 {
                sheet.merged.push(Merged { first: (r, c), last: (r + high - 1, c + wide - 1) });
            }
            if !cell.get("formula").is_empty() && cell.get("value-type").is_empty() {
                sheet.refused.push((Why::NoResult, name(r, c)));
            }
            if !text.is_empty() {
                let all =
                    (0..repeated.min(FAR)).flat_map(|down| (0..across.min(FAR)).map(move |on| (down, on)));
                all.take(FAR).for_each(|(down, on)| sheet.put((r + down, c + on), text.clone()));
            }
            c += across;
        }
        r += repeated;
    }
    Ok(sheet)
}

/// The rows of a table, those in groups too.
fn gather<'e>(element: &'e Element, rows: &mut Vec<&'e Element>) {
    for child in &element.children {
        match &*child.name {
            "table-row" => rows.push(child),
            "table-rows" | "table-header-rows" | "table-row-group" => gather(child, rows),
            _ => {}
        }
    }
}

/// What a cell of an ods file shows; a date as its day, however it is shown.
fn shown(cell: &Element) -> String {
    if cell.get("value-type") == "date" {
        return cell.get("date-value").split('T').next().unwrap_or("").to_string();
    }
    let lines: Vec<String> = cell.all("p").map(|line| line.whole_text("annotation")).collect();
    lines.join("\n").trim().to_string()
}
