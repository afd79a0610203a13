//! Diagnostics of stories as an editor and a tool can both read them.
//!
//! **Invariant**: exit 0 without errors, 1 with, 2 where a story cannot be read. Standard output has the diagnostics and
//! nothing else.

mod excerpt;
mod fix;
mod json;
mod sarif;
mod text;

use crate::{facts, files, language};
use clap::{Args, ValueEnum};
use duoyuan::diagnostic::{Diagnostic, Severity};
use duoyuan::locale::Locale;
use duoyuan::model::Files;
use duoyuan::site::facts::facts as facts_of;
use duoyuan::story::Story;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub use text::line;

#[derive(Args)]
pub struct Options {
    /// Story folders or story.json files; `-` is a story.json on standard input, its other files in the working folder.
    #[arg(required = true)]
    stories: Vec<PathBuf>,
    /// Language of the diagnostics.
    #[arg(long, value_parser = language(), default_value = "en")]
    lang: Locale,
    /// text: a line a diagnostic with its source line; json, sarif: for tools.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// List also the statements that nobody has compared with their sources, or that say something else since.
    #[arg(long)]
    facts: bool,
    /// Make the changes that can be meant only, print them, and list what is left; no amount is changed.
    #[arg(long)]
    fix: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
}

/// A diagnostic with the address of its file and the text around it.
struct Found<'a> {
    diagnostic: &'a Diagnostic,
    /// As a reader of the output would open it.
    file: PathBuf,
    excerpt: Option<excerpt::Excerpt>,
}

/// What was found in one story.
struct Checked {
    story: PathBuf,
    files: Files,
    diagnostics: Vec<Diagnostic>,
    /// Figures and scenes, where it can be drawn.
    counts: Option<(usize, usize)>,
}

impl Checked {
    fn found(&self) -> impl Iterator<Item = Found<'_>> {
        self.diagnostics.iter().map(|diagnostic| Found {
            diagnostic,
            file: files::path_of(&self.story, &diagnostic.file),
            excerpt: self.files.get(&diagnostic.file).and_then(|bytes| excerpt::of(bytes, diagnostic)),
        })
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|p| p.severity == severity).count()
    }
}

/// With `quiet` only the lines with the diagnostics: no source lines, no summary.
pub fn run(options: &Options, quiet: bool) -> ExitCode {
    let locale = options.lang;
    let mut worst = 0;
    let mut all = Vec::new();
    for story in &options.stories {
        let mended = if options.fix {
            fix::story(story, locale, quiet || options.format != Format::Text)
        } else {
            Ok(())
        };
        match mended.and_then(|()| files::read(story)) {
            Ok(files) => {
                let checked = check(story, files);
                worst = worst.max(u8::from(checked.count(Severity::Error) > 0));
                all.push(checked);
            }
            Err(message) => {
                eprintln!("duoyuan: {}", message.get(locale));
                worst = 2;
            }
        }
    }
    match options.format {
        Format::Text => text::print(&all, locale, quiet),
        Format::Json => json::print(&all),
        Format::Sarif => sarif::print(&all, locale),
    }
    if options.facts && options.format == Format::Text {
        worst = worst.max(u8::from(all.iter().any(|checked| !facts_are_ticked(checked, locale))));
    }
    if !quiet && options.format == Format::Text {
        all.iter().for_each(|checked| eprintln!("{}", summary(checked, locale)));
    }
    ExitCode::from(worst)
}

/// Prints the statements that are not ticked; true where there are none.
fn facts_are_ticked(checked: &Checked, locale: Locale) -> bool {
    let Ok((story, _)) = Story::load(&checked.files) else { return true };
    match facts::checks(&checked.story) {
        Ok(checks) => {
            let all = facts_of(&story, &checks, story.language(locale));
            let due: Vec<String> = all.iter().filter(|fact| facts::is_due(fact)).map(facts::line).collect();
            print!("{}", due.concat());
            due.is_empty()
        }
        Err(message) => {
            eprintln!("duoyuan: {}", message.get(locale));
            false
        }
    }
}

fn check(story: &Path, files: Files) -> Checked {
    let (diagnostics, counts) = match Story::load(&files) {
        Ok((story, warnings)) => (warnings, Some((story.figures().len(), story.scenes().len()))),
        Err(diagnostics) => (diagnostics, None),
    };
    Checked { story: story.to_path_buf(), files, diagnostics, counts }
}

fn summary(checked: &Checked, locale: Locale) -> String {
    let (errors, warnings) = (checked.count(Severity::Error), checked.count(Severity::Warning));
    let story = checked.story.display();
    match (checked.counts, errors, locale) {
        (Some((f, s)), 0, Locale::Zh) => format!("{story}：{f} 个数字，{s} 章，{warnings} 处提醒"),
        (Some((f, s)), 0, _) => format!("{story}: {f} figures, {s} scenes, {warnings} warnings"),
        (Some(_), _, Locale::Zh) => {
            format!("{story}：{errors} 个问题，所在的图不画，其余照常；{warnings} 处提醒")
        }
        (Some(_), _, _) => {
            format!(
                "{story}: {errors} problems; their charts are not drawn, the others are; {warnings} warnings"
            )
        }
        (None, _, Locale::Zh) => format!("{story}：{errors} 个问题，故事画不出来；{warnings} 处提醒"),
        (None, _, _) => {
            format!("{story}: {errors} problems, the story is not drawn; {warnings} warnings")
        }
    }
}
