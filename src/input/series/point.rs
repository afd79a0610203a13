//! One row of a series' file to one figure, or to what is wrong with its cells.
//!
//! **Invariant**: a row with a diagnostic gives no figure; what is not in the row comes from the series.

use crate::diagnostic::Both;
use crate::input::csv::Row;
use crate::input::names::Target;
use crate::input::reader::{Reader, Use};
use crate::input::schema::MAX_STRING;
use crate::input::series::Table;
use crate::input::validate::too_long;
use crate::input::{cell, period_help, printed_check, suggest, tree};
use crate::locale::date::Date;
use crate::locale::number::{Format, Unit};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, Period, SourceIx, SourceRef, Value};
use crate::model::printed::Printed;
use crate::model::Series;
use crate::rules;
use crate::statement::{Bound, Form, Status};
use std::sync::Arc;

impl Reader<'_> {
    pub(super) fn read_point(&mut self, series: &Series, table: &Table, row: &Row) -> Option<(Figure, bool)> {
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
        if figure.is_class() {
            let message = Both::new(
                "量级只有名称，没有数值，不能是序列里的点",
                "a size class is a name without a value, and so no point of a series",
            );
            let help = Both::new(
                "写到 figures 里，带上 \"form\": \"class\" 和 name；数值不用改",
                "write it under figures, with \"form\": \"class\" and its name; the number stays",
            );
            self.cell(table, row, "value", "missing-name", (message, help));
            return None;
        }
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
