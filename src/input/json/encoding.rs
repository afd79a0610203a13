//! The text of a file's bytes, or which other encoding they seem to be in.
//!
//! **Invariant**: knows encodings, not JSON; no byte is replaced by a guess.

use crate::diagnostic::Both;
use crate::input::syntax_hints::SyntaxError;

/// Text of a file's bytes: a byte order mark is dropped; other encodings are recognised and named, not guessed at.
/// The place of an error is a byte offset in `bytes`.
pub fn decode(bytes: &[u8]) -> Result<String, Box<SyntaxError>> {
    let wrong = |zh: &str, en: &str, at: usize| {
        Box::new(SyntaxError {
            code: "encoding",
            at,
            message: Both::new(
                format!("文件编码是{zh}，这里只读 UTF-8"),
                format!("the file is encoded as {en}; only UTF-8 is read"),
            ),
            help: Both::new(
                "在编辑器中选“另存为”，编码选 UTF-8；或运行 duoyuan convert 文件 --force",
                "save the file again with the encoding UTF-8, or run duoyuan convert FILE --force",
            ),
            repair: None,
        })
    };
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Box::new(SyntaxError {
            code: "spreadsheet",
            at: 0,
            message: Both::new(
                "这是电子表格文件，网页只读 CSV",
                "this is a spreadsheet file; the page reads CSV only",
            ),
            help: Both::new(
                "运行 duoyuan convert，或另存为 CSV UTF-8",
                "run duoyuan convert, or save it as CSV UTF-8",
            ),
            repair: None,
        }));
    }
    let mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    // without its mark UTF-16 shows by a zero in every other byte of its punctuation
    let zeros =
        |first: usize| bytes.len() >= 4 && bytes.iter().take(4).skip(first).step_by(2).all(|b| *b == 0);
    if mark || zeros(0) != zeros(1) {
        return Err(wrong(" UTF-16", "UTF-16", 0));
    }
    let rest = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(text) => Ok(text.to_string()),
        Err(error) => {
            let at = bytes.len() - rest.len() + error.valid_up_to();
            // No length: the bytes so far would begin a character, but the file ends.
            if error.error_len().is_none() {
                Err(cut_short(at))
            } else if is_gbk(&bytes[at..]) {
                Err(wrong("中文 GBK（GB 18030）", "GBK (GB 18030)", at))
            } else {
                Err(wrong("未知编码", "an unknown encoding", at))
            }
        }
    }
}

fn cut_short(at: usize) -> Box<SyntaxError> {
    Box::new(SyntaxError {
        code: "cut-short",
        at,
        message: Both::new(
            "文件在一个字的中间断了，后面的内容没有了",
            "the file is cut short: it ends in the middle of a character",
        ),
        help: Both::new("重新复制或下载整个文件", "copy or download the whole file again"),
        repair: None,
    })
}

/// GBK sets Chinese in pairs; of the common ones both bytes are A1–FE.
fn is_gbk(bytes: &[u8]) -> bool {
    let (mut pairs, mut others, mut i) = (0, 0, 0);
    while i < bytes.len().min(4096) {
        match bytes[i..] {
            [0xa1..=0xfe, 0xa1..=0xfe, ..] => {
                pairs += 1;
                i += 2;
            }
            [0x80..=0xff, ..] => {
                others += 1;
                i += 1;
            }
            _ => i += 1,
        }
    }
    pairs > others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_encodings_are_named() {
        assert_eq!(decode(b"\xef\xbb\xbf{}").unwrap(), "{}");
        assert!(decode(b"{\0\"\0a\0").unwrap_err().message.en().contains("UTF-16"));
        let gbk = decode(b"{\"a\": \"\xbf\xcb\xc0\xad\"}").unwrap_err();
        assert!(gbk.message.en().contains("GBK"), "{gbk:?}");
        let wide = decode(b"\xff\xfe{\0}\0").unwrap_err();
        assert!(wide.message.en().contains("UTF-16"), "{wide:?}");
    }
}
