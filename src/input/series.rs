//! The CSV files of a story's series to figures, one a row.
//!
//! **Invariant**: a row with a diagnostic gives no figure; the other rows are read all the same. Quoting is the
//! matter of
//! `csv`, what a cell says that of `cell`.

mod header;
mod point;

use crate::diagnostic::{Both, Severity, SourceText};
use crate::input::csv;
use crate::input::csv::Row;
use crate::input::json::Node;
use crate::input::load::{absent, decode};
use crate::input::locator::RowPlace;
use crate::input::reader::Reader;
use crate::locale::date::Date;
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Files, Series};
use std::collections::{BTreeMap, BTreeSet};

/// A CSV file with its header understood.
struct Table<'a> {
    text: &'a SourceText,
    columns: BTreeMap<String, usize>,
}

impl Table<'_> {
    fn get<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        self.columns.get(name).and_then(|i| row.fields.get(*i)).map_or("", String::as_str)
    }

    /// Where a cell begins; its row's beginning where the file has no such column.
    fn at(&self, row: &Row, name: &str) -> usize {
        row.start(self.columns.get(name).copied().unwrap_or(usize::MAX))
    }
}

/// The points of all series of a story, in the order in which they become figures.
#[derive(Default)]
pub(crate) struct Points {
    pub figures: Vec<Figure>,
    /// Where each was read.
    pub places: Vec<RowPlace>,
}

impl Reader<'_> {
    pub(crate) fn read_series(&mut self, files: &Files) -> (Option<Vec<Series>>, Points) {
        let doc = self.doc;
        let (mut all, mut points) = (Vec::new(), Points::default());
        for (key, node) in doc.section("series") {
            let before = (self.diagnostics.len(), self.unknown_uses);
            let series = self.read_one(&key.name, node, files, &mut points);
            let is_read = series.is_some();
            all.push(series);
            if !is_read || (self.diagnostics.len(), self.unknown_uses) != before || self.diagnostics.is_full()
            {
                self.broken_series.insert(key.name.clone());
            }
        }
        (all.into_iter().collect(), points)
    }

    fn read_one(&mut self, id: &str, node: &Node, files: &Files, points: &mut Points) -> Option<Series> {
        let file = node.text("file")?;
        let path = format!("series.{id}.file");
        let at = node.get("file").map_or(node.at, |n| n.at);
        let Some(bytes) = files.get(file) else {
            let (message, help) = absent(file);
            self.error("missing-file", at, &path, message, help);
            return None;
        };
        let text = decode(bytes, file, &mut self.diagnostics)?;
        let sheet = csv::read(&text.text);
        if let Some(quote) = sheet.unclosed {
            let message = Both::new(
                "这个引号没有闭合，后面的行都成了一格",
                "this quote is not closed; the lines behind it became one cell",
            );
            let help = Both::new("补上 \"，或删去这个引号", "add the closing \" or remove this one");
            self.diagnostics.add(Severity::Error, "unclosed-text", &text, quote, "", message, help);
            return None;
        }
        let rows = &sheet.rows;
        if rows.len().saturating_sub(1) > csv::MAX_POINTS - points.figures.len() {
            let message =
                Both::new("序列的点太多（全篇至多五万）", "too many points (at most 50,000 in a story)");
            self.error("too-many-points", at, &path, message, Both::new("精简数据", "thin the data out"));
            return None;
        }
        let mut series: Series = self.read(node, Some(id))?;
        let mut plotted = Vec::new();
        let first = self.doc.section("figures").len();
        let read = self.read_points(&series, &text, rows);
        // a row that was not understood may have any definition
        if !read.is_empty() && read.len() + 1 == rows.len() {
            self.check_definitions(id, node, &read.iter().map(|(figure, ..)| &*figure.definition).collect());
        }
        // no doubling: in a browser memory is short, and a series may be most of the story
        points.figures.reserve_exact(read.len());
        for (figure, line, plot) in read {
            let ix = FigureIx(first + points.figures.len());
            self.names.add_figure(figure.id.clone(), ix.get());
            series.points.push(ix);
            if plot {
                plotted.push((figure.period.start.map_or(0.0, Date::years), ix));
            }
            points.figures.push(figure);
            points.places.push(RowPlace { file: text.name.clone(), line });
        }
        plotted.sort_by(|a, b| a.0.total_cmp(&b.0));
        series.plotted = plotted.into_iter().map(|(_, ix)| ix).collect();
        Some(series)
    }

    fn cell(&mut self, table: &Table, row: &Row, name: &str, code: &'static str, words: (Both, Both)) {
        let path = format!("row {}, {name}", row.line);
        let at = table.at(row, name);
        self.diagnostics.add(Severity::Error, code, table.text, at, path, words.0, words.1);
    }

    /// The points of a CSV file, each as a figure `series@period`, with its line and whether it may stand on an axis.
    fn read_points(&mut self, series: &Series, text: &SourceText, rows: &[Row]) -> Vec<(Figure, u32, bool)> {
        let Some((table, header)) = self.header(text, rows) else { return Vec::new() };
        if rows.len() == 1 {
            let message = Both::new(
                "这个序列只有首行，一个点也没有",
                "this series has only its header and not one point",
            );
            let help = Both::new(
                "在首行下面每个期间写一行；不用这个序列，就从 story.json 的 series 里删去",
                "write a line for each period below the header, or remove the series from \"series\" in story.json",
            );
            self.cell(&table, &rows[0], "", "no-points", (message, help));
            return Vec::new();
        }
        let mut seen = BTreeSet::new();
        let mut points: Vec<(Figure, u32, bool)> = Vec::with_capacity(rows.len() - 1);
        for row in &rows[1..] {
            if row.fields.len() > header && row.fields[header..].iter().any(|f| !f.is_empty()) {
                let message = Both::new(
                    format!("这一行有 {} 格，首行只有 {header} 格", row.fields.len()),
                    format!("this line has {} cells, the first line {header}", row.fields.len()),
                );
                let help = Both::new(
                    "带逗号的文字和数字要加引号，如 \"1,010\"",
                    "put text and numbers that have a comma in quotes, such as \"1,010\"",
                );
                self.cell(&table, row, "", "too-many-cells", (message, help));
                continue;
            }
            let plain = ["period", "value", "bound", "unit", "source"];
            if let Some(name) = plain
                .into_iter()
                .find(|name| table.get(row, name).contains('，'))
                .filter(|_| row.fields.len() < header)
            {
                let message =
                    Both::new("格与格之间用了全角逗号“，”", "a full-width comma \"，\" between two cells");
                let help = Both::new("改成半角 ,", "type , instead");
                self.cell(&table, row, name, "full-width-punctuation", (message, help));
                let at = table.at(row, name);
                if let Some(comma) = table.text.text.get(at..).and_then(|rest| rest.find('，')) {
                    self.diagnostics.mend(table.text, at + comma..at + comma + '，'.len_utf8(), ",");
                }
                continue;
            }
            let Some((mut figure, plot)) = self.read_point(series, &table, row) else {
                continue;
            };
            let before = points.last().map(|(before, ..)| &before.definition);
            if let Some(definition) = before.filter(|d| **d == figure.definition) {
                figure.definition = definition.clone();
            }
            if !seen.insert(figure.id.clone()) {
                let period = table.get(row, "period");
                let message = Both::new(
                    format!("期间“{period}”写了两行"),
                    format!("the period \"{period}\" has two lines"),
                );
                let help = Both::new(
                    "删去一行；口径不同时给期间加后缀，如 2017-yearbook，use 写 context",
                    "remove one; for another definition add a suffix such as 2017-yearbook and set use to context",
                );
                self.cell(&table, row, "period", "duplicate-period", (message, help));
                continue;
            }
            points.push((figure, row.line, plot));
        }
        points
    }
}
