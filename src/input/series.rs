//! The CSV files of a story's series to figures, one a row.
//!
//! **Invariant**: a row with a diagnostic gives no figure; the other rows are read all the same. Quoting is the
//! matter of
//! `csv`, what a cell says that of `cell`.

use crate::diagnostic::{nearest, Both, Severity, SourceText};
use crate::input::cell;
use crate::input::csv;
use crate::input::csv::Row;
use crate::input::json::Node;
use crate::input::load::{absent, decode};
use crate::input::locator::RowPlace;
use crate::input::names::Target;
use crate::input::period_help;
use crate::input::printed_check;
use crate::input::reader::{Reader, Use};
use crate::input::schema::MAX_STRING;
use crate::input::suggest;
use crate::input::tree;
use crate::input::validate::too_long;
use crate::locale::date::Date;
use crate::locale::number::{Format, Unit};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx, Period, SourceIx, SourceRef, Value};
use crate::model::printed::Printed;
use crate::model::{Files, Series};
use crate::rules;
use crate::statement::{Bound, Form, Status};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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

    /// The header understood, with the number of its cells.
    fn header<'t>(&mut self, text: &'t SourceText, rows: &[Row]) -> Option<(Table<'t>, usize)> {
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

    fn read_point(&mut self, series: &Series, table: &Table, row: &Row) -> Option<(Figure, bool)> {
        let get = |name: &str| table.get(row, name);
        let own_unit = get("unit");
        let unit = if own_unit.is_empty() { Some(series.unit.clone()) } else { self.unit(own_unit) };
        let Some(unit) = unit else {
            self.unknown_in(table, row, "unit", Target::Unit);
            return None;
        };
        let (value, format) = match cell::number(get("value"), unit.first_name()) {
            // a cell that has 万 in it is written with that, all others as the series is
            Ok(Some((number, Format::Plain))) => (Value::Number(number), series.format),
            Ok(Some((number, format))) => (Value::Number(number), format),
            Ok(None) => (Value::Missing, series.format),
            Err(words) => {
                self.cell(table, row, "value", "not-a-number", words);
                return None;
            }
        };
        let bound = get("bound");
        if Bound::parse(bound).is_none() && split_by_comma(get("value"), bound) {
            let whole = format!("{},{bound}", get("value"));
            let message = Both::new(
                format!("数字“{whole}”里的逗号把它分成了两格"),
                format!("the comma inside {whole} made two cells of it"),
            );
            let help = Both::new(
                format!("写成 {0} 或 \"{whole}\"", whole.replace(',', "")),
                format!("write {0} or \"{whole}\" in quotes", whole.replace(',', "")),
            );
            self.cell(table, row, "value", "not-a-number", (message, help));
            return None;
        }
        let bound = self.word_of(table, row, "bound", Bound::ALL, Bound::name)?;
        let status = self.word_of(table, row, "status", Status::ALL, Status::name)?;
        let form = self.word_of(table, row, "form", Form::ALL, Form::name)?;
        let source = self.source_of(table, row)?;
        let drawn = match get("use") {
            "" | "plot" => true,
            "context" => false,
            other => {
                let message = Both::new(
                    format!("没有“{other}”这种用途"),
                    format!("\"{other}\" is not one of the values"),
                );
                let help = Both::new("可用：plot、context", "allowed: plot, context");
                self.cell(table, row, "use", "unknown-value", (message, help));
                return None;
            }
        };
        let written = get("period");
        let period = cell::period(written);
        let date = Date::parse(&period);
        if period.is_empty() || (drawn && date.is_none()) {
            self.cell(table, row, "period", "bad-date", period_help::words(written));
            return None;
        }
        let spoken = |stem: &str| -> Option<Text> {
            let words = |locale: &Locale| match get(&cell::spoken_column(stem, *locale)) {
                "" => None,
                words => Some((*locale, words.to_string())),
            };
            self.languages.iter().map(words).collect()
        };
        // a period such as 2017-refining-capacity shows its date and keeps its name for references
        let shown = spoken("period").unwrap_or_else(|| match date.or_else(|| leading_date(&period)) {
            Some(d) => Text::each(&self.languages, |locale| d.display(locale)),
            None => Text::each(&self.languages, |_| period.clone()),
        });
        let plot = date.is_some() && drawn && matches!(value, Value::Number(_)) && own_unit.is_empty();
        let figure = Figure {
            id: format!("{}@{period}", series.id),
            label: series.label.clone(),
            value,
            unit,
            measure: series.measure,
            bound: bound.unwrap_or_default(),
            status: status.unwrap_or(series.status),
            form: form.unwrap_or(series.form),
            printed: Printed::of(get("printed")),
            of: series.of,
            format,
            name: None,
            period: Period { text: shown, start: date, end: None, inferred: false, window: None },
            base: series.base_of(get("definition")).cloned(),
            denominator: series.denominator.clone(),
            part_of: series.part_of.clone(),
            disjoint_with: Vec::new(),
            deadline: None,
            counted: false,
            derivation: None,
            source: SourceRef { source, paragraph: None },
            note: spoken("note").map(Box::new),
            others: Vec::new(),
            definition: Arc::from(get("definition")),
        };
        for (severity, code, message, help) in printed_check::faults(&figure) {
            let (at, path) = (table.at(row, "printed"), format!("row {}, printed", row.line));
            self.diagnostics.add(severity, code, table.text, at, path, message, help);
        }
        self.check_texts(table, row).then_some((figure, plot))
    }

    /// Returns what a cell says in one of the format's words; `Some(None)` where the cell is empty, `None` where it is no such word.
    fn word_of<T: Copy>(
        &mut self,
        table: &Table,
        row: &Row,
        column: &'static str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<Option<T>> {
        let typed = table.get(row, column);
        if typed.is_empty() {
            return Some(None);
        }
        if let Some(word) = all.iter().find(|word| name(**word) == typed) {
            return Some(Some(*word));
        }
        let names = all.iter().map(|word| name(*word));
        let list = names.clone().collect::<Vec<_>>().join(", ");
        let help = match suggest::choice(typed, names) {
            Some(n) => Both::new(
                format!("是不是“{n}”？可用：{list}；原文的词写在 printed"),
                format!("did you mean \"{n}\"? allowed: {list}; the printed word goes into \"printed\""),
            ),
            None => Both::new(format!("可用：{list}"), format!("allowed: {list}")),
        };
        let message =
            Both::new(format!("{column} 没有“{typed}”这个词"), format!("\"{typed}\" is no word of {column}"));
        self.cell(table, row, column, "unknown-value", (message, help));
        None
    }

    /// Texts that are too long, or that lack one of the languages.
    fn check_texts(&mut self, table: &Table, row: &Row) -> bool {
        let before = self.diagnostics.len();
        for (column, index) in &table.columns {
            if row.fields.get(*index).is_some_and(|f| f.chars().count() > MAX_STRING) {
                let words = too_long();
                self.cell(table, row, column, "too-long", words);
            }
        }
        for stem in cell::SPOKEN {
            let columns = self.languages.iter().map(|locale| cell::spoken_column(stem, *locale));
            let (empty, filled): (Vec<String>, Vec<String>) =
                columns.partition(|name| table.get(row, name).is_empty());
            for missing in empty.iter().filter(|_| !filled.is_empty()) {
                let there = filled.join(", ");
                let message = Both::new(
                    format!("写了 {there}，却缺 {missing}"),
                    format!("{there} is there, but {missing} is empty"),
                );
                let help =
                    Both::new(format!("在 {missing} 列补上"), format!("write it into the column {missing}"));
                self.cell(table, row, missing, "empty-text", (message, help));
            }
        }
        self.diagnostics.len() == before && !self.diagnostics.is_full()
    }

    fn unit(&self, id: &str) -> Option<Arc<Unit>> {
        let (id, node) = self.names.unit(id)?;
        tree::read(node, Some(id), &self.names).ok()
    }

    fn source_of(&mut self, table: &Table, row: &Row) -> Option<SourceIx> {
        let id = table.get(row, "source");
        let found = self.names.index(Target::Source, id).map(SourceIx);
        if id.is_empty() {
            self.cell(table, row, "source", rules::unsourced::CODE, rules::unsourced::point_words());
        } else if found.is_none() {
            self.unknown_in(table, row, "source", Target::Source);
        }
        found
    }

    /// Notes that a cell names what nothing defines.
    fn unknown_in(&mut self, table: &Table, row: &Row, column: &str, target: Target) {
        if !self.is_worth_noting() {
            return;
        }
        let (line, at) = table.text.place(table.at(row, column));
        let path = format!("row {}, {column}", row.line);
        let file = table.text.name.clone();
        let place = Use { elsewhere: true, file, line, column: at, path, quoted: false };
        self.note_unknown(target, table.get(row, column), place);
    }
}

/// Whether two headers name one column.
fn doubled(header: &Row, columns: &[String]) -> bool {
    let named: Vec<&str> = header.fields.iter().filter_map(|f| cell::column_of(f, columns)).collect();
    named.iter().collect::<BTreeSet<_>>().len() < named.len()
}

/// Whether two cells look like one number with a thousands separator.
fn split_by_comma(left: &str, right: &str) -> bool {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    (1..=3).contains(&left.len()) && digits(left) && right.len() == 3 && digits(right)
}

/// The longest date that a period begins with, up to a hyphen.
fn leading_date(period: &str) -> Option<Date> {
    let cuts = period.match_indices('-').map(|(i, _)| i).collect::<Vec<_>>();
    cuts.into_iter().rev().find_map(|i| Date::parse(&period[..i]))
}
