//! `duoyuan pack`: a checked story in one language as one file for the reader's engine.
//!
//! **Invariant**: no pack is written of a story that has not passed its checks.

use crate::{files, Lang};
use clap::Args;
use duoyuan::locale::Text;
use duoyuan::paint::told;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// Story folder or story.json.
    story: PathBuf,
    #[arg(long)]
    lang: Lang,
    /// File to write.
    #[arg(short = 'o', long = "output")]
    output: PathBuf,
    /// Overwrite the file.
    #[arg(long)]
    force: bool,
}

pub fn run(options: &Options) -> Result<(), Text> {
    if !options.force {
        files::none_exists(std::iter::once(options.output.as_path()))?;
    }
    let story = files::load(&options.story)?;
    files::write_whole(&options.output, &told::pack(&story, options.lang.locale()))
}
