//! `duoyuan compile`: a checked story as the one file that a reader's page loads instead of the plain ones.
//!
//! **Invariant**: nothing is written of a story that has not passed its checks.

use crate::files;
use crate::stream::Output;
use clap::Args;
use duoyuan::locale::Text;
use duoyuan::story::compiled;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// Story folder or story.json.
    story: PathBuf,
    /// File to write; - for standard output.
    #[arg(short = 'o', long = "output")]
    output: Output,
    /// Overwrite the file if it is there.
    #[arg(long)]
    force: bool,
}

pub fn run(options: &Options) -> Result<(), Text> {
    if !options.force {
        files::none_exists(options.output.file().into_iter())?;
    }
    let story = files::load(&options.story)?;
    options.output.write(&compiled::write(&story))
}
