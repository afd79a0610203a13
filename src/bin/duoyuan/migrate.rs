//! A story's files in an older format to today's, in their place.
//!
//! **Invariant**: changes the words of the format only: order, spacing, comments and printed digits stay; all files are
//! read before the first is written.

use crate::files;
use crate::stream::Output;
use clap::Args;
use duoyuan::input::migrate;
use duoyuan::locale::Text;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// Story folder or story.json.
    story: PathBuf,
}

pub fn run(options: &Options, quiet: bool) -> Result<(), Text> {
    let story = &options.story;
    let mut changed = Vec::new();
    for (name, bytes) in files::read(story)? {
        let path = files::path_of(story, &name);
        // A table that is no UTF-8 is told by `check`, with what to do; its words are not touched.
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let today = match name.as_str() {
            "story.json" => migrate::story(&text).ok_or_else(|| {
                Text::new(
                    format!("{} 读不出来；先运行 duoyuan check {}", path.display(), story.display()),
                    format!("{} cannot be read; run duoyuan check {} first", path.display(), story.display()),
                )
            })?,
            name if name.ends_with(".csv") => migrate::series(&text),
            _ => continue,
        };
        if today != text {
            changed.push((path, today));
        }
    }
    if changed.is_empty() && !quiet {
        eprintln!("{0} 已是格式 {1} · {0} is in format {1} already", story.display(), migrate::FORMAT);
    }
    for (path, text) in changed {
        if !quiet {
            eprintln!("{}", path.display());
        }
        Output::from(path).write(text.as_bytes())?;
    }
    Ok(())
}
