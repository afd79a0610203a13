//! A small story to begin with: an example that passes `check`, with words for its editor in every part.
//!
//! **Invariant**: nothing that is there is overwritten.

use crate::{files, stream};
use clap::Args;
use duoyuan::editor::example;
use duoyuan::input::schema;
use duoyuan::locale::{Locale, Text};
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// Folder to make; it may exist, but none of the story's files in it.
    #[arg(value_parser = stream::folder())]
    folder: PathBuf,

    /// The story's languages, its first choice first: one is enough.
    #[arg(long, value_delimiter = ',', value_parser = crate::language(), default_values = ["zh", "en"])]
    languages: Vec<Locale>,
}

const SCHEMA: &str = "story.schema.json";

pub fn run(options: &Options, quiet: bool) -> Result<(), Text> {
    let mut languages = Vec::new();
    for locale in &options.languages {
        if !languages.contains(locale) {
            languages.push(*locale);
        }
    }
    let folder = &options.folder;
    let all = example::files(&languages);
    let names = all.iter().map(|(name, _)| *name).chain([SCHEMA]);
    if let Some(there) = names.map(|name| folder.join(name)).find(|path| path.exists()) {
        return Err(Text::new(
            format!("{} 已经存在，请换一个文件夹", there.display()),
            format!("{} exists; choose another folder", there.display()),
        ));
    }
    for (name, text) in all {
        files::write_whole(&folder.join(name), text.as_bytes())?;
    }
    files::write_whole(&folder.join(SCHEMA), format!("{:#}\n", schema::document()).as_bytes())?;
    if !quiet {
        let shown = folder.display();
        let language = if languages.contains(&Locale::Zh) { " --lang zh" } else { "" };
        eprintln!("{shown}\n  duoyuan serve {shown}\n  duoyuan check {shown}{language}");
    }
    Ok(())
}
