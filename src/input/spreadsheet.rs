//! Files as spreadsheets and old editors save them to text: UTF-8, comma-separated.
//!
//! | from                              | to                         |
//! |-----------------------------------|----------------------------|
//! | text in GBK, GB 18030 or UTF-16   | the same text in UTF-8     |
//! | an Excel sheet (xlsx, xls, ods)   | CSV in UTF-8               |
//!
//! **Invariant**: changes how a file is written, never what it says.

use crate::locale::Text;
use calamine::{open_workbook_auto_from_rs, Data, Reader};
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

/// Whether all bytes can be read in this encoding, were there only more of them.
fn is_cut_short(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> bool {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(0);
    let mut text = vec![0; room];
    let (result, ..) = decoder.decode_to_utf8_without_replacement(bytes, &mut text, false);
    result == encoding_rs::DecoderResult::InputEmpty
}

fn unreadable(e: calamine::Error) -> Text {
    Text::new(format!("读不了这个 Excel 文件：{e}"), format!("this Excel file cannot be read: {e}"))
}

/// The names of a workbook's sheets, in its order.
pub fn sheets(bytes: &[u8]) -> Result<Vec<String>, Text> {
    Ok(open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?.sheet_names())
}

/// A sheet of a workbook as CSV; without a name the first.
pub fn csv_of(bytes: &[u8], sheet: Option<&str>) -> Result<String, Text> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let names = book.sheet_names();
    let name = match sheet {
        Some(wanted) if names.iter().any(|n| n == wanted) => wanted.to_string(),
        Some(wanted) => {
            let known = names.join(", ");
            return Err(Text::new(
                format!("没有工作表“{wanted}”；文件里有：{known}"),
                format!("there is no sheet {wanted:?}; the file has: {known}"),
            ));
        }
        None => {
            names.first().cloned().ok_or_else(|| Text::new("文件里没有工作表", "the file has no sheet"))?
        }
    };
    let range = book.worksheet_range(&name).map_err(unreadable)?;
    let mut out = String::new();
    for row in range.rows() {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&text_of(cell))).collect();
        out.push_str(cells.join(",").trim_end_matches(','));
        out.push('\n');
    }
    Ok(out)
}

/// A cell as it would be typed. Shares formatted as % arrive as fractions: the format is not part of the value.
fn text_of(cell: &Data) -> String {
    match cell {
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(duration) => duration.as_f64().to_string(),
        // the sum of two decimals is 0.30000000000000004 in a spreadsheet's file and 0.3 on its screen
        Data::Float(f) => format!("{:.9}", f).trim_end_matches('0').trim_end_matches('.').to_string(),
        Data::Error(e) => e.to_string(),
        Data::Empty => String::new(),
        other => other.to_string().trim().to_string(),
    }
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
        assert!(utf8_of(&[0x80, 0xff, 0xff]).unwrap_err().en().contains("neither"));
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
        assert_eq!(quoted("1,010"), "\"1,010\"");
    }
}
