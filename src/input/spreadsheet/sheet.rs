//! A sheet of a spreadsheet file as lines of cells: what each cell shows.
//!
//! **Invariant**: titles, footnotes and merged cells are told or refused, never taken for figures.

use crate::locale::Text;

/// The rows of a sheet, with the cells that are merged.
#[derive(Debug, Default)]
pub struct Sheet {
    pub rows: Vec<Vec<String>>,
    pub merged: Vec<Merged>,
    /// Cells that cannot be told, by the reason.
    pub refused: Vec<(Why, String)>,
}

/// From the first row and column to the last ones, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    pub first: (usize, usize),
    pub last: (usize, usize),
}

/// Why a cell cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A formula whose result is not in the file.
    NoResult,
    /// The code of a format that is not understood.
    Format(String),
    /// A number that may be shown as a percentage or a fraction: the reader of this kind of file does not say.
    MayBeShare,
}

/// What a sheet becomes, and what of it is left out.
pub struct Read {
    pub csv: String,
    pub left_out: Vec<Text>,
}

/// The name of a cell: B2.
pub fn name(row: usize, column: usize) -> String {
    let (mut letters, mut rest) = (String::new(), column + 1);
    while rest > 0 {
        letters.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

/// The row and the column of a cell's name.
pub fn place(name: &str) -> Option<(usize, usize)> {
    let letters = name.find(|c: char| !c.is_ascii_uppercase())?;
    let fold = |column: usize, c: u8| column.checked_mul(26)?.checked_add(usize::from(c - b'A') + 1);
    let column = name[..letters].bytes().try_fold(0, fold)?;
    let row: usize = name[letters..].parse().ok()?;
    (column > 0 && row > 0 && row <= 1 << 20 && column <= 1 << 14).then(|| (row - 1, column - 1))
}

impl Sheet {
    /// Puts a text into a cell.
    pub fn put(&mut self, (row, column): (usize, usize), text: String) {
        if text.is_empty() {
            return;
        }
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }

    fn get(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    /// The columns of a row that have something.
    fn filled(&self, row: usize) -> Vec<usize> {
        (0..self.rows[row].len()).filter(|column| !self.get(row, *column).is_empty()).collect()
    }

    /// Returns it as CSV.
    pub fn read(mut self) -> Result<Read, Text> {
        self.refuse()?;
        let mut left_out = Vec::new();
        let several = (0..self.rows.len()).any(|row| self.filled(row).len() > 1);
        let mut first = 0;
        // titles and units above the header: alone in their row
        while several && first < self.rows.len() && self.filled(first).len() < 2 {
            left_out.extend(self.told(first));
            first += 1;
        }
        let mut end = self.rows.len();
        while several && end > first && self.is_note(end - 1) {
            left_out.extend(self.told(end - 1));
            end -= 1;
        }
        let table: Vec<Merged> =
            self.merged.iter().copied().filter(|m| m.last.0 >= first && m.first.0 < end).collect();
        for Merged { first: (row, column), last } in table {
            if column != last.1 {
                return Err(across(row, column, last, row == first));
            }
            let text = self.get(row, column).to_string();
            (row + 1..=last.0).for_each(|below| self.put((below, column), text.clone()));
        }
        let left = (first..end).filter_map(|row| self.filled(row).first().copied()).min().unwrap_or(0);
        let mut csv = String::new();
        for row in first..end {
            let cells = self.rows[row].iter().skip(left).map(|cell| quoted(cell));
            let line = cells.collect::<Vec<_>>().join(",");
            csv.push_str(line.trim_end_matches(','));
            csv.push('\n');
        }
        Ok(Read { csv, left_out })
    }

    /// Whether a row below the figures is a footnote or names the source.
    fn is_note(&self, row: usize) -> bool {
        let filled = self.filled(row);
        let begins = ["注", "资料来源", "数据来源", "来源", "说明", "备注", "*", "note", "source", "①", "("];
        match filled[..] {
            [] => true,
            [only] => {
                let text = self.get(row, only).to_lowercase();
                begins.iter().any(|begin| text.starts_with(begin))
            }
            _ => false,
        }
    }

    fn told(&self, row: usize) -> Option<Text> {
        let column = self.filled(row).first().copied()?;
        let text = self.get(row, column);
        Some(Text::new(
            format!("第 {} 行不是表的一部分，没有写进去：“{text}”", row + 1),
            format!("row {} is no part of the table and is left out: \"{text}\"", row + 1),
        ))
    }

    /// Says which cells cannot be told, those of one reason together.
    fn refuse(&self) -> Result<(), Text> {
        let Some((why, _)) = self.refused.first() else { return Ok(()) };
        let cells: Vec<&str> =
            self.refused.iter().filter(|(other, _)| other == why).map(|(_, cell)| &cell[..]).collect();
        let more = if cells.len() > 10 { " …" } else { "" };
        let cells = format!("{}{more}", cells[..cells.len().min(10)].join(", "));
        Err(match why {
            Why::NoResult => Text::new(
                format!("{cells} 是公式，文件里没有它们的结果：用电子表格程序打开，再保存一次"),
                format!("{cells} are formulas without a result in the file: open it in a spreadsheet program and save it"),
            ),
            Why::Format(code) => Text::new(
                format!("{cells} 的数字格式“{code}”认不出，不知道格子里显示什么：改成常规、数值、百分比或日期格式再保存"),
                format!(
                    "the number format {code:?} of {cells} is not understood, so what the cells show is not known: give \
                     them a plain, percent or date format and save"
                ),
            ),
            Why::MayBeShare => Text::new(
                format!("{cells} 可能显示为百分比或分数，旧的 .xls 文件读不出格式：用电子表格程序打开，另存为 .xlsx"),
                format!(
                    "{cells} may be shown as a percentage or a fraction, and formats cannot be read from an old .xls \
                     file: open it in a spreadsheet program and save it as .xlsx"
                ),
            ),
        })
    }
}

/// Cells that are merged across columns name two columns at once.
fn across(row: usize, column: usize, last: (usize, usize), in_header: bool) -> Text {
    let (from, to) = (name(row, column), name(last.0, last.1));
    let part = if in_header { ("表头里", "in the header") } else { ("表里", "in the table") };
    Text::new(
        format!("{}合并了 {from}:{to}，一格占几列：取消合并，每列各写一个表头", part.0),
        format!(
            "{from}:{to} {} are merged, one cell over several columns: unmerge them and name every column",
            part.1
        ),
    )
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names() {
        for (at, named) in [((0, 0), "A1"), ((1, 25), "Z2"), ((9, 26), "AA10"), ((0, 701), "ZZ1")] {
            assert_eq!((name(at.0, at.1), place(named)), (named.to_string(), Some(at)));
        }
        assert_eq!((place("A0"), place("1"), place("ZZZZZZZZZZZZZZZZZZ1")), (None, None, None));
        assert_eq!(quoted("1,010"), "\"1,010\"");
    }
}
