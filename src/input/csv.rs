//! CSV bytes to rows of fields, each with its place.
//!
//! **Invariant**: quoting is csv-core's matter; this module only keeps places and takes text that is UTF-8 already.

use csv_core::{ReadFieldResult, Reader};

/// Most points a story may hold.
pub const MAX_POINTS: usize = 50_000;

/// One record: the line it begins on (from 1) and its fields, trimmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub line: u32,
    pub fields: Vec<String>,
    /// Byte offset at which each field begins, its quote included.
    pub starts: Vec<usize>,
}

impl Row {
    /// Where a field begins; past the row's fields, where the row begins.
    pub fn start(&self, index: usize) -> usize {
        self.starts.get(index).or(self.starts.first()).copied().unwrap_or(0)
    }
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// All records that are not blank, at most `MAX_POINTS` + 2, so that an endless file cannot fill memory.
    pub rows: Vec<Row>,
    /// Offset of a quote that is never closed and swallows the rest of the file.
    pub unclosed: Option<usize>,
}

/// Reads a whole file.
pub fn read(text: &str) -> Sheet {
    let mut reader = Reader::new();
    let mut sheet = Sheet::default();
    let mut row = Row { line: 1, fields: Vec::new(), starts: Vec::new() };
    let mut field: Vec<u8> = Vec::new();
    let mut buffer = [0u8; 256];
    let (mut at, mut start, mut line, mut counted) = (0, 0, 1, 0);
    let mut fresh = true;
    loop {
        if fresh {
            fresh = false;
            start = at;
            if row.fields.is_empty() {
                // csv-core passes over blank lines without saying so
                let blank = |b: &&u8| matches!(b, b'\n' | b'\r');
                start += text.as_bytes()[at..].iter().take_while(blank).count();
                line += text.as_bytes()[counted..start].iter().filter(|b| **b == b'\n').count() as u32;
                counted = start;
                row.line = line;
            }
        }
        let (result, read, written) = reader.read_field(&text.as_bytes()[at..], &mut buffer);
        at += read;
        field.extend_from_slice(&buffer[..written]);
        match result {
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                let raw = text.get(start..at).unwrap_or("");
                if at == text.len() && raw.starts_with('"') && raw.matches('"').count() % 2 == 1 {
                    sheet.unclosed = Some(start);
                }
                row.fields.push(String::from_utf8_lossy(&field).trim().to_string());
                row.starts.push(start);
                field.clear();
                fresh = true;
                if record_end {
                    if row.fields.iter().any(|f| !f.is_empty()) {
                        sheet.rows.push(row);
                    }
                    row = Row { line, fields: Vec::new(), starts: Vec::new() };
                    if sheet.rows.len() > MAX_POINTS + 1 {
                        return sheet;
                    }
                }
            }
            ReadFieldResult::End => return sheet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_commas_and_places() {
        let text = "a,b\r\n\"x, y\",\"he said \"\"no\"\"\"\r\n\r\n 3 , 4\n\n\n\"two\nlines\",5\n6,7";
        let sheet = read(text);
        let rows = &sheet.rows;
        assert_eq!(rows[0].fields, ["a", "b"]);
        assert_eq!(rows[1].fields, ["x, y", "he said \"no\""]);
        assert_eq!(rows[2].fields, ["3", "4"]);
        assert_eq!(rows[3].fields, ["two\nlines", "5"]);
        assert_eq!(rows.iter().map(|r| r.line).collect::<Vec<_>>(), [1, 2, 4, 7, 9]);
        assert_eq!(&text[rows[1].start(1)..rows[1].start(1) + 8], "\"he said");
        assert_eq!(&text[rows[2].start(0)..rows[2].start(0) + 3], " 3 ");
        assert_eq!(&text[rows[4].start(1)..], "7");
        assert_eq!(sheet.unclosed, None);
    }

    #[test]
    fn a_quote_without_its_end_is_found() {
        let text = "a,b\n1,\"2\n3,4\n";
        assert_eq!(read(text).unclosed, text.find('"'));
        assert_eq!(read("a,b\n1,\"2\"").unclosed, None);
    }
}
