//! `duoyuan pack`: a checked story as files for the reader's engine, one a language and width.
//!
//! **Invariant**: no pack is written of a story that has not passed its checks.

use crate::{files, Lang};
use clap::Args;
use duoyuan::layout::WIDTHS;
use duoyuan::locale::Text;
use duoyuan::paint::told;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// Story folder or story.json.
    story: PathBuf,
    #[arg(long)]
    lang: Lang,
    /// Folder to write into: one file for each width that scenes are laid out for, 280.pack to 860.pack.
    #[arg(short = 'o', long = "output")]
    output: PathBuf,
    /// Overwrite files that are there.
    #[arg(long)]
    force: bool,
}

pub fn run(options: &Options) -> Result<(), Text> {
    let paths = WIDTHS.map(|width| options.output.join(format!("{width}.pack")));
    if !options.force {
        files::none_exists(paths.iter().map(PathBuf::as_path))?;
    }
    let story = files::load(&options.story)?;
    for (path, width) in paths.iter().zip(WIDTHS) {
        files::write_whole(path, &told::pack(&story, options.lang.locale(), width))?;
    }
    Ok(())
}
