//! The command line: begin, check, convert, render, serve and publish a story.
//!
//! **Invariant**: reads arguments and files, calls the library, writes files and messages; decides nothing about a story.

mod build;
mod check;
mod compile;
mod convert;
mod diff;
mod export;
mod facts;
mod files;
mod migrate;
mod new;
mod picture;
mod recognise;
mod render;
mod serve;
mod shared;
mod stream;
mod work;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use duoyuan::locale::Locale;
use std::path::PathBuf;
use std::process::ExitCode;

/// Newsroom graphics that cannot mislead by accident.
#[derive(Parser)]
#[command(name = "duoyuan", version, about)]
struct Arguments {
    /// No progress bar and no word about what went well; errors are still told.
    #[arg(long, global = true)]
    quiet: bool,
    #[command(subcommand)]
    command: Command,
}

/// Reads `--lang`: the code or the tag of a language.
fn language() -> impl TypedValueParser<Value = Locale> {
    let value = |locale: Locale| {
        let aliases = Some(locale.tag()).filter(|tag| *tag != locale.code());
        PossibleValue::new(locale.code()).aliases(aliases)
    };
    // only these values come through
    PossibleValuesParser::new(Locale::ALL.map(value)).map(|tag| Locale::parse(&tag).unwrap_or(Locale::En))
}

#[derive(Subcommand)]
enum Command {
    /// Write stories as a site for any web server: reading pages, frames, pictures to share, tables.
    Build(build::Options),
    /// List every diagnostic of a story: FILE:LINE:COLUMN CODE PATH message help.
    Check(check::Options),
    /// Write a checked story as the one file that a reader's page loads instead of the plain ones.
    Compile(compile::Options),
    /// Rewrite a GBK or UTF-16 text as UTF-8, or an Excel sheet as CSV.
    Convert(convert::Options),
    /// List what a new version of a story says otherwise, in both languages. Ends with 1 when something differs.
    Diff {
        /// Story folder or story.json of the old version.
        old: PathBuf,
        /// The same of the new version.
        new: PathBuf,
    },
    /// Rewrite a story of an older format in today's, in its place; order, spacing, comments and digits stay.
    Migrate(migrate::Options),
    /// Find the amounts of a paragraph in Chinese or English: value, bound, unit, period and base, as statements to be confirmed.
    Recognise(recognise::Options),
    /// Draw scenes of a story as files.
    Render(render::Options),
    /// Make a pack for a platform or a desk, with a report of its limits against the actual sizes.
    Export(export::Options),
    /// Print what platforms take, as JSON: each limit with its source and how sure it is.
    Limits,
    /// Print the JSON Schema of a story.
    Schema,
    /// Print what the page's scripts and style sheets share with this program: for those who work on duoyuan itself.
    #[command(hide = true)]
    Shared { what: shared::Shared },
    /// Print the fact sheet of a story, or tick statements that have been compared with their sources.
    Facts(facts::Options),
    /// Begin a story: write a small example into a folder.
    New(new::Options),
    /// Serve a story with live reload.
    Serve {
        /// Story folder or story.json.
        story: PathBuf,
        /// Folder of the project's pages, for those who work on them.
        #[arg(long)]
        www: Option<PathBuf>,
        /// Folder of the scripts, styles and engines of published sites.
        #[arg(long, conflicts_with = "www")]
        assets: Option<PathBuf>,
        /// Folder that holds pkg/ with the WASM build.
        #[arg(long)]
        site: Option<PathBuf>,
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

fn main() -> ExitCode {
    let Arguments { quiet, command } = Arguments::parse();
    let outcome = match command {
        Command::Check(options) => return check::run(&options, quiet),
        Command::Build(options) => build::run(&options, quiet),
        Command::Convert(options) => convert::run(&options, quiet),
        Command::Migrate(options) => migrate::run(&options, quiet),
        Command::New(options) => new::run(&options, quiet),
        Command::Diff { old, new } => return diff::run(&old, &new),
        Command::Facts(options) => facts::run(&options, quiet),
        Command::Recognise(options) => recognise::run(&options),
        Command::Render(options) => render::run(&options, quiet),
        Command::Export(options) => export::run(&options, quiet),
        Command::Compile(options) => compile::run(&options),
        Command::Shared { what } => stream::write_standard(what.text().as_bytes()),
        Command::Limits => {
            stream::write_standard(format!("{}\n", duoyuan::export::limits::json()).as_bytes())
        }
        Command::Schema => {
            stream::write_standard(format!("{:#}\n", duoyuan::input::schema::document()).as_bytes())
        }
        Command::Serve { story, www, assets, site, port } => {
            serve::serve(&serve::ServeOptions { story, www, assets, site, port })
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            for (_, line) in message.iter().filter(|(_, line)| !line.is_empty()) {
                eprintln!("duoyuan: {line}");
            }
            ExitCode::from(2)
        }
    }
}
