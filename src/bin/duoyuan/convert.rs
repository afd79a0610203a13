//! Files as spreadsheets and old editors save them to what a story reads: UTF-8, comma-separated.
//!
//! | from                              | to                         |
//! |-----------------------------------|----------------------------|
//! | text in GBK, GB 18030 or UTF-16   | the same text in UTF-8     |
//! | CSV with semicolons or tabs       | the same cells with commas |
//! | an Excel sheet (xlsx, ods, xls)   | CSV in UTF-8, each cell as it is shown |
//!
//! **Invariant**: changes how a file is written, never what it says; nothing is overwritten without `--force`.

use crate::files;
use crate::stream::{self, Output};
use clap::Args;
use duoyuan::input::spreadsheet::{csv_of, is_excel, utf8_of, with_commas};
use duoyuan::locale::Text;
use std::io::Read;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// A text or CSV file in GBK or UTF-16, or an Excel file; `-` is standard input.
    file: PathBuf,
    /// Where to write; `-` is standard output. Absent: an Excel file beside itself as .csv, a text in its own place (with
    /// --force), what standard input brought on standard output.
    #[arg(short)]
    output: Option<Output>,
    /// Sheet of an Excel file; absent: the first that is shown.
    #[arg(long)]
    sheet: Option<String>,
    /// Overwrite a file that exists.
    #[arg(long)]
    force: bool,
}

pub fn run(options: &Options, quiet: bool) -> Result<(), Text> {
    let from = &options.file;
    let mut bytes = Vec::new();
    let read = stream::open(from).and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(|e| files::unreadable(from, &e))?;
    let excel = is_excel(&bytes);
    let (text, left_out) = match excel {
        true => csv_of(&bytes, options.sheet.as_deref()).map(|read| (read.csv, read.left_out))?,
        false => (with_commas(utf8_of(&bytes)?), Vec::new()),
    };
    let to = options.output.clone().unwrap_or_else(|| match excel && !stream::is_standard(from) {
        true => Output::File(from.with_extension("csv")),
        false => Output::from(from.clone()),
    });
    if !options.force {
        files::none_exists(to.file().into_iter())?;
    }
    to.write(text.as_bytes())?;
    for told in left_out.iter().filter(|_| !quiet) {
        eprintln!("{}", told.en());
        eprintln!("{}", told.zh());
    }
    if let Some(path) = to.file().filter(|_| !quiet) {
        eprintln!("{}", path.display());
    }
    Ok(())
}
