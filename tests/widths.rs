//! The table of character widths is what the fonts say.
//!
//! `WRITE_WIDTHS=1 cargo test --features cli --test tests widths::` writes the table anew from the fonts of this machine.

use std::fmt::Write;
use std::ops::RangeInclusive;
use std::path::Path;
use ttf_parser::Face;

/// Font files, each with the name of the face that is taken and of its table.
const FACES: [(&str, &str, &str); 3] = [
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "SANS"),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", "SANS_BOLD"),
    ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", "SERIF_BOLD"),
];

/// Latin, its supplement, Greek, Cyrillic, punctuation, № and −.
const RANGES: [RangeInclusive<u32>; 7] = [
    0x20..=0x7e,
    0xa0..=0xff,
    0x391..=0x3c9,
    0x401..=0x451,
    0x2010..=0x2033,
    0x2116..=0x2116,
    0x2212..=0x2212,
];

const HEAD: &str = "//! Advance widths, in thousandths of an em. Written by tests/widths.rs; do not edit.
//!
//! Source: the `hmtx` tables of Noto Sans CJK SC (regular, bold) and Noto Serif CJK SC (bold), SIL Open Font License 1.1.
//!
//! **Invariant**: characters that the fonts lack have the width that `metrics` gives to characters outside the tables.

/// First and last character of each range, in the order of the tables.
";

fn advance(face: &Face, code: u32) -> u16 {
    let glyph = char::from_u32(code).and_then(|c| face.glyph_index(c));
    let missing = if code < 0x2000 { 600 } else { 1000 };
    glyph.and_then(|g| face.glyph_hor_advance(g)).unwrap_or(missing)
}

fn table(data: &[u8], family: &str) -> Option<Vec<u16>> {
    (0..ttf_parser::fonts_in_collection(data).unwrap_or(1)).find_map(|i| {
        let face = Face::parse(data, i).ok()?;
        let is =
            |name: ttf_parser::name::Name| name.name_id == 1 && name.to_string().as_deref() == Some(family);
        (face.units_per_em() == 1000 && face.names().into_iter().any(is))
            .then(|| RANGES.into_iter().flatten().map(|code| advance(&face, code)).collect())
    })
}

fn written(tables: &[(&str, Vec<u16>)]) -> String {
    let mut out = HEAD.to_string();
    let count = RANGES.into_iter().flatten().count();
    let ranges: Vec<String> =
        RANGES.iter().map(|r| format!("({:#06x}, {:#06x})", r.start(), r.end())).collect();
    write!(out, "#[rustfmt::skip]\npub const RANGES: [(u32, u32); {}] = [", ranges.len()).unwrap();
    for row in ranges.chunks(4) {
        write!(out, "\n    {},", row.join(", ")).unwrap();
    }
    writeln!(out, "\n];").unwrap();
    for (name, widths) in tables {
        write!(out, "\n#[rustfmt::skip]\npub const {name}: [u16; {count}] = [").unwrap();
        for row in widths.chunks(20) {
            let row: Vec<String> = row.iter().map(u16::to_string).collect();
            write!(out, "\n    {},", row.join(", ")).unwrap();
        }
        writeln!(out, "\n];").unwrap();
    }
    out
}

/// Seen to fail with one width of the table changed.
#[test]
fn the_table_is_that_of_the_fonts() {
    let mut tables = Vec::new();
    for (path, family, name) in FACES {
        // machines without these fonts cannot tell; CI has them
        let Ok(data) = std::fs::read(path) else { return };
        tables.push((name, table(&data, family).unwrap_or_else(|| panic!("{path} has no {family}"))));
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/widths.rs");
    let expected = written(&tables);
    if std::env::var_os("WRITE_WIDTHS").is_some() {
        std::fs::write(&file, &expected).unwrap();
    }
    assert!(std::fs::read_to_string(&file).unwrap() == expected, "write it anew with WRITE_WIDTHS=1");
}
