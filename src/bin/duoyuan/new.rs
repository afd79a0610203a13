//! A small story to begin with: an example that passes `check`, with words for its editor in every part.
//!
//! **Invariant**: nothing that is there is overwritten; the numbers are plainly made up and say so in both languages.

use crate::{files, stream};
use clap::Args;
use duoyuan::input::schema;
use duoyuan::locale::Text;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// Folder to make; it may exist, but none of the story's files in it.
    #[arg(value_parser = stream::folder())]
    folder: PathBuf,
}

const FILES: [(&str, &str); 4] = [
    ("story.json", include_str!("new/story.json")),
    ("sources.json", include_str!("new/sources.json")),
    ("series/books.csv", include_str!("new/series/books.csv")),
    ("README.md", include_str!("new/README.md")),
];
const SCHEMA: &str = "story.schema.json";

pub fn run(options: &Options, quiet: bool) -> Result<(), Text> {
    let folder = &options.folder;
    let names = FILES.iter().map(|(name, _)| *name).chain([SCHEMA]);
    if let Some(there) = names.map(|name| folder.join(name)).find(|path| path.exists()) {
        return Err(Text::new(
            format!("{} 已经存在，请换一个文件夹", there.display()),
            format!("{} exists; choose another folder", there.display()),
        ));
    }
    for (name, text) in FILES {
        files::write_whole(&folder.join(name), text.as_bytes())?;
    }
    files::write_whole(&folder.join(SCHEMA), format!("{:#}\n", schema::document()).as_bytes())?;
    if !quiet {
        let shown = folder.display();
        eprintln!("{shown}\n  duoyuan serve {shown}\n  duoyuan check {shown} --lang zh");
    }
    Ok(())
}
