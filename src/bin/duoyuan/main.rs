//! The command line: check, render and serve a story.
//!
//! **Invariant**: reads arguments and files, calls the library, writes files and messages; decides nothing about a story.

mod check;
mod files;
mod render;
mod serve;

use clap::{Parser, Subcommand, ValueEnum};
use duoyuan::locale::Locale;
use std::path::PathBuf;
use std::process::ExitCode;

/// Newsroom graphics that cannot mislead by accident.
#[derive(Parser)]
#[command(name = "duoyuan", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Zh,
    En,
}

impl Lang {
    fn locale(self) -> Locale {
        match self {
            Lang::Zh => Locale::Zh,
            Lang::En => Locale::En,
        }
    }
}

#[derive(Subcommand)]
enum Command {
    /// List every problem of a story: FILE:LINE:COLUMN CODE PATH message remedy.
    Check {
        /// Story folders or story.json files.
        #[arg(required = true)]
        stories: Vec<PathBuf>,
        #[arg(long, value_enum, default_value_t = Lang::En)]
        lang: Lang,
    },
    /// Draw scenes of a story as files.
    Render(render::Options),
    /// Print the JSON Schema of a story.
    Schema,
    /// Serve a story with live reload.
    Serve {
        /// Story folder or story.json.
        story: PathBuf,
        /// Folder of the page.
        #[arg(long)]
        www: Option<PathBuf>,
        /// Folder that holds pkg/ with the WASM build.
        #[arg(long)]
        site: Option<PathBuf>,
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check { stories, lang } => return check::run(&stories, lang.locale()),
        Command::Render(options) => return render::run(&options),
        Command::Schema => {
            println!("{:#}", duoyuan::story::json_schema::document());
            return ExitCode::SUCCESS;
        }
        Command::Serve { story, www, site, port } => {
            serve::serve(&serve::ServeOptions { story, www, site, port })
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("duoyuan: {message}");
            ExitCode::from(2)
        }
    }
}
