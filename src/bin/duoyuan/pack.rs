//! `duoyuan pack`: a checked story as files for the reader's engine, one a language and width.
//!
//! **Invariant**: no pack is written of a story that has not passed its checks.

use crate::{files, stream, Lang};
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
    /// Folder to write into: two files for each width that scenes are laid out for, 280.first.pack with the first scene and
    /// 280.rest.pack with the others, to 860.
    #[arg(short = 'o', long = "output", value_parser = stream::folder())]
    output: PathBuf,
    /// Overwrite files that are there.
    #[arg(long)]
    force: bool,
}

pub fn run(options: &Options) -> Result<(), Text> {
    let path = |width: f64, part: &str| options.output.join(format!("{width}.{part}.pack"));
    let paths: Vec<PathBuf> = WIDTHS.iter().flat_map(|w| [path(*w, "first"), path(*w, "rest")]).collect();
    if !options.force {
        files::none_exists(paths.iter().map(PathBuf::as_path))?;
    }
    let story = files::load(&options.story)?;
    for width in WIDTHS {
        let pack = told::pack(&story, options.lang.locale(), width);
        files::write_whole(&path(width, "first"), &pack.first)?;
        if !pack.rest.is_empty() {
            files::write_whole(&path(width, "rest"), &pack.rest)?;
        }
    }
    Ok(())
}
