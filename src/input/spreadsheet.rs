//! Files as spreadsheets and old editors save them to text: UTF-8, comma-separated.
//!
//! | from                              | to                         |
//! |-----------------------------------|----------------------------|
//! | text in GBK, GB 18030 or UTF-16   | the same text in UTF-8     |
//! | CSV with semicolons or tabs       | the same cells with commas |
//! | an Excel sheet (xlsx, ods, xls)   | CSV in UTF-8, each cell as it is shown |
//!
//! **Invariant**: changes how a file is written, never what it says.

mod formats;
mod package;
mod sheet;
mod workbook;

use crate::locale::Text;
use calamine::{open_workbook_auto_from_rs, Data, Reader, SheetVisible};
use formats::Format;
use sheet::{Sheet, Why};
use std::io::Cursor;

/// Zip (xlsx, ods) or the older compound file (xls).
pub fn is_excel(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// Text in any encoding that its bytes show, as UTF-8 without a byte order mark.
pub fn utf8_of(bytes: &[u8]) -> Result<String, Text> {
    let (encoding, skip) = match encoding_rs::Encoding::for_bom(bytes) {
        Some(found) => found,
        None if is_utf8(bytes) => (encoding_rs::UTF_8, 0),
        None if bytes.iter().skip(1).step_by(2).take(8).all(|b| *b == 0) => (encoding_rs::UTF_16LE, 0),
        None if bytes.iter().step_by(2).take(8).all(|b| *b == 0) => (encoding_rs::UTF_16BE, 0),
        None => (encoding_rs::GB18030, 0),
    };
    let bytes = &bytes[skip..];
    // what is no GBK often becomes characters that no text has: those for private use
    let is_private = |text: &str| text.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c));
    let decoded = || encoding.decode_without_bom_handling_and_without_replacement(bytes);
    let is_odd = || !is_clearly_gbk(bytes) || decoded().is_some_and(|text| is_private(&text));
    if encoding == encoding_rs::GB18030 && is_odd() {
        return Err(Text::new(
            "不像 GBK，可能是 Big5 或西欧编码：请在原来的程序里另存为 UTF-8",
            "this is not clearly GBK and may be Big5 or Latin-1: save the file again as UTF-8 in the program it comes from",
        ));
    }
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok(text.into_owned()),
        None if is_cut_short(encoding, bytes) => Err(Text::new(
            "文件在一个字的中间断了：请重新复制或下载整个文件",
            "the file is cut short, in the middle of a character: copy or download the whole file again",
        )),
        None => Err(Text::new(
            "不是 UTF-8、UTF-16 或 GBK：请在原来的程序里另存为 UTF-8",
            "neither UTF-8 nor UTF-16 nor GBK: save the file again as UTF-8 in the program it comes from",
        )),
    }
}

/// UTF-8 without zeros, which text has none of; its last character may be cut off.
fn is_utf8(bytes: &[u8]) -> bool {
    let whole = std::str::from_utf8(bytes).map_or_else(|e| e.error_len().is_none(), |_| true);
    whole && !bytes.contains(&0)
}

/// Whether most characters of two bytes are common ones of Chinese: those have a high second byte, of the ones of Big5 and
/// the letters of western languages many have a low one.
fn is_clearly_gbk(bytes: &[u8]) -> bool {
    let (mut at, mut all, mut rare) = (0, 0, 0);
    while at + 1 < bytes.len() {
        match (bytes[at], bytes[at + 1]) {
            (..0x80, _) => at += 1,
            // four bytes of GB 18030
            (_, b'0'..=b'9') => at += 4,
            (_, second) => {
                all += 1;
                rare += usize::from(second < 0xa1);
                at += 2;
            }
        }
    }
    rare * 5 <= all
}

/// Whether all bytes can be read in this encoding, were there only more of them.
fn is_cut_short(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> bool {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(0);
    let mut text = vec![0; room];
    let (result, ..) = decoder.decode_to_utf8_without_replacement(bytes, &mut text, false);
    result == encoding_rs::DecoderResult::InputEmpty
}

/// The names of a workbook's sheets that are shown, in its order; of all where none is.
pub fn sheets(bytes: &[u8]) -> Result<Vec<String>, Text> {
    let book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = book.sheets_metadata().iter();
    let shown = sheets.filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone());
    let shown: Vec<String> = shown.collect();
    Ok(if shown.is_empty() { book.sheet_names() } else { shown })
}

fn unreadable(e: calamine::Error) -> Text {
    Text::new(format!("读不了这个 Excel 文件：{e}"), format!("this Excel file cannot be read: {e}"))
}

/// The sheet of a spreadsheet file, and what of it is left out.
pub fn csv_of(bytes: &[u8], wanted: Option<&str>) -> Result<sheet::Read, Text> {
    match bytes.starts_with(b"PK") {
        true => workbook::read(bytes, wanted)?.read(),
        false => old(bytes, wanted)?.read(),
    }
}

/// A sheet of the older compound file, whose formats of numbers are not read.
fn old(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, Text> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = book.sheets_metadata().iter();
    let shown = sheets.filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone());
    let names = workbook::Names { shown: shown.collect(), all: book.sheet_names() };
    let range = book.worksheet_range(&names.pick(wanted)?).map_err(unreadable)?;
    let (top, left) = range.start().unwrap_or((0, 0));
    let mut sheet = Sheet::default();
    for (row, column, cell) in range.used_cells() {
        let at = (row + top as usize, column + left as usize);
        if let Data::Float(number) = cell {
            // below 1,000 % or a fraction: larger ones are hardly ever either
            if number.fract() != 0.0 && number.abs() < 10.0 {
                sheet.refused.push((Why::MayBeShare, sheet::name(at.0, at.1)));
            }
        }
        sheet.put(at, text_of(cell));
    }
    Ok(sheet)
}

/// A cell as it would be typed.
fn text_of(cell: &Data) -> String {
    match cell {
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(duration) => duration.as_f64().to_string(),
        Data::Float(number) => Format::General.shown(*number, false).unwrap_or_default(),
        Data::Error(e) => e.to_string(),
        Data::Empty => String::new(),
        other => other.to_string().trim().to_string(),
    }
}

/// CSV with semicolons or tabs between its cells, as some countries' programs save it, with commas.
pub fn with_commas(text: String) -> String {
    let first = text.lines().next().unwrap_or("");
    let Some(sign) =
        [';', '\t'].into_iter().find(|sign| first.contains(*sign) && !first.contains([',', '{']))
    else {
        return text;
    };
    let mut reader = Vec::new();
    let (mut cell, mut quoted, mut row) = (String::new(), false, Vec::new());
    for c in text.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                cell.push(c);
            }
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                reader.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            c if c == sign && !quoted => row.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        reader.push(row);
    }
    let typed = |cell: &String| match cell.contains(',') && !cell.starts_with('"') {
        true => format!("\"{cell}\""),
        false => cell.clone(),
    };
    let line = |row: &Vec<String>| row.iter().map(typed).collect::<Vec<_>>().join(",") + "\n";
    reader.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_a_newsroom_becomes_utf8() {
        let wide =
            |order: fn(u16) -> [u8; 2]| "年份,数值\n".encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let gbk = encoding_rs::GBK.encode("年份,数值\n").0.into_owned();
        let mut marked = vec![0xff, 0xfe];
        marked.extend(wide(u16::to_le_bytes));
        for bytes in
            [gbk, marked, "年份,数值\n".as_bytes().to_vec(), "\u{feff}年份,数值\n".as_bytes().to_vec()]
        {
            assert_eq!(utf8_of(&bytes).unwrap(), "年份,数值\n");
        }
        assert!(utf8_of(&[0xb0, 0xff, 0xff]).unwrap_err().en().contains("neither"));
        let big5 = encoding_rs::BIG5.encode("年份,數值,來源\n2001,資料,統計局\n").0.into_owned();
        let latin =
            encoding_rs::WINDOWS_1252.encode("année,valeur,source\n2001,3,Préfecture\n").0.into_owned();
        for bytes in [big5, latin] {
            assert!(utf8_of(&bytes).unwrap_err().en().contains("Big5 or Latin-1"));
        }
    }

    /// Seen to fail: told as neither UTF-8 nor UTF-16 nor GBK.
    #[test]
    fn a_text_cut_in_the_middle_of_a_character_is_told_as_cut_short() {
        let text = "年份,数值,来源\n2001,8000,示例";
        let gbk = encoding_rs::GBK.encode(text).0.into_owned();
        let mut utf16 = vec![0xff, 0xfe];
        utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let marked = format!("\u{feff}{text}").into_bytes();
        for whole in [text.as_bytes().to_vec(), marked, gbk, utf16] {
            let message = utf8_of(&whole[..whole.len() - 1]).unwrap_err();
            assert!(message.en().contains("cut short") && message.zh().contains("断了"), "{message:?}");
        }
    }

    #[test]
    fn cells_are_written_as_typed() {
        assert_eq!(text_of(&Data::Float(2019.0)), "2019");
        assert_eq!(text_of(&Data::Float(0.1 + 0.2)), "0.3");
    }

    #[test]
    fn semicolons_and_tabs_become_commas_and_nothing_else_changes() {
        let semi = "年份;数值;说明\r\n2019;12,5;\"a;b\"\r\n2020;13;\r\n";
        assert_eq!(with_commas(semi.into()), "年份,数值,说明\n2019,\"12,5\",\"a;b\"\n2020,13,\n");
        assert_eq!(with_commas("a\tb\n1\t2".into()), "a,b\n1,2\n");
        for kept in ["a,b\n1;2\n", "{\"a\": \"b;c\"}", "a\nb;c\n", ""] {
            assert_eq!(with_commas(kept.into()), kept);
        }
    }
}
