//! CSV bytes to rows of fields, each with its line.
//!
//! **Invariant**: quoting is csv-core's matter; this module only keeps lines and refuses what is not UTF-8.

use csv_core::{ReadFieldResult, Reader};

/// Most points a story may hold.
pub const MAX_POINTS: usize = 50_000;

/// One record: the line it begins on (from 1) and its fields, trimmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub line: u32,
    pub fields: Vec<String>,
}

/// All records that are not blank. Stops after `MAX_POINTS` + 2 records, so that an endless file cannot fill memory.
pub fn rows(text: &str) -> Vec<Row> {
    let mut reader = Reader::new();
    let mut input = text.as_bytes();
    let mut rows = Vec::new();
    let mut fields: Vec<String> = Vec::new();
    let mut field: Vec<u8> = Vec::new();
    let mut buffer = [0u8; 256];
    let mut line = 1;
    loop {
        if fields.is_empty() && field.is_empty() {
            // csv-core passes over blank lines without saying so
            let blank =
                input.iter().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| **b == b'\n').count();
            line = reader.line() as u32 + blank as u32;
        }
        let (result, read, written) = reader.read_field(input, &mut buffer);
        input = &input[read..];
        field.extend_from_slice(&buffer[..written]);
        match result {
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                fields.push(String::from_utf8_lossy(&field).trim().to_string());
                field.clear();
                if record_end {
                    if fields.iter().any(|f| !f.is_empty()) {
                        rows.push(Row { line, fields: std::mem::take(&mut fields) });
                    }
                    fields.clear();
                    if rows.len() > MAX_POINTS + 1 {
                        return rows;
                    }
                }
            }
            ReadFieldResult::End => return rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_commas_and_line_numbers() {
        let rows = rows("a,b\n\"x, y\",\"he said \"\"no\"\"\"\n\n 3 , 4\n");
        assert_eq!(rows[0].fields, ["a", "b"]);
        assert_eq!(rows[1].fields, ["x, y", "he said \"no\""]);
        assert_eq!((rows[1].line, rows[2].line), (2, 4));
        assert_eq!(rows[2].fields, ["3", "4"]);
    }
}
