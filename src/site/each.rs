//! One story for many places: fields `{{name}}` in its files, and a table with a row a place.
//!
//! **Invariant**: what a table says cannot become part of the story's form: in JSON it is escaped. A field that the table does
//! not have is refused.

use crate::describe::json::quote;
use crate::input::csv;
use crate::locale::Text;

/// A row: its line in the table, and its fields by the names of the columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub line: u32,
    pub fields: Vec<(String, String)>,
}

/// Most rows of a table.
pub const MAX_ROWS: usize = 1_000;

/// Reads a table. `name` is what its messages call it.
pub fn rows(text: &str, name: &str) -> Result<Vec<Row>, Text> {
    let sheet = csv::read(text.trim_start_matches('\u{feff}'));
    let mut records = sheet.rows.into_iter();
    let heads = records.next().map(|row| row.fields).unwrap_or_default();
    let refuse = |line: u32, zh: &str, en: &str| {
        Text::new(format!("{name}:{line} {zh}"), format!("{name}:{line} {en}"))
    };
    let is_name = |head: &String| !head.is_empty() && !head.contains(['{', '}', '"', '\\']);
    if heads.is_empty() || !heads.iter().all(is_name) {
        let (zh, en) = (
            "第一行要写列名，如 place,population",
            "the first line names the columns, as in place,population",
        );
        return Err(refuse(1, zh, en));
    }
    if let Some(at) = sheet.unclosed {
        let line = text[..at].matches('\n').count() as u32 + 1;
        return Err(refuse(line, "引号没有收尾", "a quotation mark is never closed"));
    }
    let mut all = Vec::new();
    for record in records {
        if record.fields.len() != heads.len() {
            let (have, wanted) = (record.fields.len(), heads.len());
            let zh = format!("有{have}格，列名有{wanted}个");
            let en = format!("has {have} cells for {wanted} columns");
            return Err(refuse(record.line, &zh, &en));
        }
        let fields = heads.iter().cloned().zip(record.fields).collect();
        all.push(Row { line: record.line, fields });
    }
    match all.len() {
        0 => Err(refuse(1, "没有一行数据", "has no rows below the names of its columns")),
        n if n > MAX_ROWS => {
            let (zh, en) =
                (format!("有{n}行，至多{MAX_ROWS}行"), format!("has {n} rows; {MAX_ROWS} is the most"));
            Err(refuse(1, &zh, &en))
        }
        _ => Ok(all),
    }
}

/// A file of the story with the fields of a row put in. `name` is the file's.
pub fn fill(text: &str, name: &str, row: &Row) -> Result<String, Text> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        let Some(end) = rest[at..].find("}}") else { break };
        let field = rest[at + 2..at + end].trim();
        let Some((_, value)) = row.fields.iter().find(|(known, _)| known == field) else {
            let line = text.len() - rest.len() + at;
            let line = text[..line].matches('\n').count() + 1;
            let known: Vec<&str> = row.fields.iter().map(|(name, _)| name.as_str()).collect();
            return Err(Text::new(
                format!("{name}:{line} 表里没有“{field}”这一列；有：{}", known.join("、")),
                format!("{name}:{line} the table has no column {field:?}; it has {}", known.join(", ")),
            ));
        };
        out.push_str(&rest[..at]);
        match name.ends_with(".json") {
            // inside a string as text; a number stands for itself
            true => {
                let quoted = quote(value);
                out.push_str(&quoted[1..quoted.len() - 1]);
            }
            false => out.push_str(value),
        }
        rest = &rest[at + end + 2..];
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text_in_json_whatever_it_says() {
        let rows = rows("place,n\r\n\"a \"\"b\"\", c\",12\n城\\,3", "places.csv").unwrap();
        assert_eq!((rows.len(), rows[1].line), (2, 3));
        let text = r#"{"title": "In {{place}}", "value": {{n}}, "note": "{figure}"}"#;
        let filled = fill(text, "story.json", &rows[0]).unwrap();
        assert_eq!(filled, r#"{"title": "In a \"b\", c", "value": 12, "note": "{figure}"}"#);
        assert_eq!(fill("{{place}}", "x.json", &rows[1]).unwrap(), "城\\\\");
        let message = fill("\n{{x}}", "story.json", &rows[0]).unwrap_err();
        assert!(message.en().starts_with("story.json:2") && message.zh().contains("place、n"), "{message:?}");
    }

    /// Seen to fail: with the line of an open quotation mark counted by the lines before it.
    #[test]
    fn a_table_with_mistakes_is_refused_with_its_line() {
        for (text, line) in [("", 1), ("a,b\n1", 2), ("a\n", 1), ("a,\n1,2", 1), ("a\n\"x", 2)] {
            let message = rows(text, "places.csv").unwrap_err();
            assert!(message.en().starts_with(&format!("places.csv:{line} ")), "{text:?}: {message:?}");
        }
    }
}
