//! The first line of a series' file: which column is which, and what is wrong where a column is unknown, doubled or missing.
//!
//! **Invariant**: reads the header only; what a cell may hold is the matter of `cell`.

use crate::diagnostic::{nearest, Both, Severity, SourceText};
use crate::input::csv::Row;
use crate::input::reader::Reader;
use crate::input::series::Table;
use crate::input::{cell, period_help};
use std::collections::{BTreeMap, BTreeSet};

impl Reader<'_> {
    /// The header understood, with the number of its cells.
    pub(super) fn header<'t>(&mut self, text: &'t SourceText, rows: &[Row]) -> Option<(Table<'t>, usize)> {
        let columns = cell::columns(&self.languages);
        let names: Vec<&str> = columns.iter().map(String::as_str).collect();
        let mut table = Table { text, columns: BTreeMap::new() };
        let Some(header) = rows.first() else {
            let message = Both::new("CSV 是空的", "the CSV file is empty");
            let help =
                Both::new(format!("首行写：{}", names.join(",")), format!("begin with: {}", names.join(",")));
            self.diagnostics.add(Severity::Error, "empty-csv", text, 0, "row 1", message, help);
            return None;
        };
        if let [only] = header.fields.as_slice() {
            if let Some(sign) = only.chars().find(|c| "\t;，；|".contains(*c)) {
                let shown = if sign == '\t' { "Tab".to_string() } else { sign.to_string() };
                let message = Both::new(
                    format!("这个文件用“{shown}”分格，不是逗号"),
                    format!("this file separates its cells by \"{shown}\", not by commas"),
                );
                let help = Both::new(
                    "另存为“CSV（逗号分隔）”，或运行 duoyuan convert 文件 --force",
                    "save it again as CSV with commas between the cells, or run duoyuan convert FILE --force",
                );
                self.cell(&table, header, "", "separator", (message, help));
                return None;
            }
        }
        if let Some(words) = period_help::years_across(&header.fields) {
            self.cell(&table, header, "", "unknown-column", words);
            return None;
        }
        for (i, name) in header.fields.iter().enumerate() {
            let at = header.start(i);
            let path = format!("row {}, {name}", header.line);
            let mut wrong = |code, message, help| {
                self.diagnostics.add(Severity::Error, code, text, at, path.clone(), message, help);
            };
            match cell::column_of(name, &columns) {
                Some(column) if table.columns.insert(column.to_string(), i).is_some() => wrong(
                    "duplicate-column",
                    Both::new(format!("有两列都是“{column}”"), format!("two columns are both \"{column}\"")),
                    Both::new("删去或改名其中一列", "remove or rename one of them"),
                ),
                Some(_) => {}
                // a spreadsheet's empty columns
                None if name.is_empty() => {}
                None => {
                    let list = names.join(", ");
                    let help = match nearest(name, names.iter().copied()) {
                        Some(n) => Both::new(
                            format!("是不是“{n}”？可用：{list}"),
                            format!("did you mean \"{n}\"? allowed: {list}"),
                        ),
                        None => Both::new(
                            format!("若是数值，列名改成“数值”；不用就删去这一列；可用：{list}，或年份、数值、来源"),
                            format!("name it \"value\" if it holds the values, or remove the column; allowed: {list}"),
                        ),
                    };
                    let message =
                        Both::new(format!("不认识的列“{name}”"), format!("unknown column \"{name}\""));
                    wrong("unknown-column", message, help);
                }
            }
        }
        if doubled(header, &columns) {
            return None;
        }
        for (needed, zh) in [("period", "年份"), ("value", "数值"), ("source", "来源")] {
            let unknown = header
                .fields
                .iter()
                .any(|f| cell::column_of(f, &columns).is_none() && nearest(f, [needed]).is_some());
            if table.columns.contains_key(needed) {
                continue;
            }
            // a misspelt column is already reported as such
            if !unknown {
                let message = Both::new(
                    format!("缺列“{needed}”（{zh}）"),
                    format!("the column \"{needed}\" is missing"),
                );
                let help = if needed == "source" {
                    Both::new(
                        "首行补上“来源”，每行写来源的代号，如 article",
                        "add it to the first line, and the id of a source to every other, such as article",
                    )
                } else {
                    Both::new(
                        format!("把首行里的那一列改名为“{zh}”，没有就补上"),
                        format!("name its column \"{needed}\" in the first line, or add one"),
                    )
                };
                self.cell(&table, header, needed, "missing-column", (message, help));
            }
            return None;
        }
        Some((table, header.fields.len()))
    }
}

/// Whether two headers name one column.
fn doubled(header: &Row, columns: &[String]) -> bool {
    let named: Vec<&str> = header.fields.iter().filter_map(|f| cell::column_of(f, columns)).collect();
    named.iter().collect::<BTreeSet<_>>().len() < named.len()
}
