//! Problems as a good compiler prints them: one line that can be searched, the source line, a caret, the reason.
//!
//! **Invariant**: the first line of a problem is `FILE:LINE:COLUMN CODE PATH message remedy`, without colours in it when
//! it does not go to a terminal.

use super::{Checked, Found};
use crate::files;
use anstyle::{AnsiColor, Style};
use duoyuan::diagnostic::codes;
use duoyuan::diagnostic::{Problem, Severity};
use duoyuan::locale::Locale;
use std::io::Write;
use std::path::Path;

const PLACE: Style = Style::new().bold();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const MARGIN: Style = AnsiColor::BrightBlack.on_default();

/// `FILE:LINE:COLUMN CODE PATH message remedy`.
pub fn line(problem: &Problem, story: &Path, locale: Locale) -> String {
    let file = files::path_of(story, &problem.file);
    format!("{} {} {}", place(problem, &file), problem.code, words(problem, locale))
}

fn place(problem: &Problem, file: &Path) -> String {
    format!("{}:{}:{}", file.display(), problem.line, problem.column)
}

fn words(problem: &Problem, locale: Locale) -> String {
    let path = if problem.path.is_empty() { "$" } else { &problem.path };
    let word = match problem.severity {
        Severity::Error => "",
        Severity::Warning => locale.pick("提醒：", "warning: "),
    };
    let message = one_line(locale.pick(&problem.message.zh, &problem.message.en));
    let remedy = one_line(locale.pick(&problem.remedy.zh, &problem.remedy.en));
    let arrow = locale.pick("→ ", "— ");
    format!("{path} {word}{message} {arrow}{remedy}")
}

/// What an editor typed may have line breaks and signs that move the cursor.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A closed pipe (`| head`) is no error of ours.
pub fn print(all: &[Checked], locale: Locale, quiet: bool) {
    let mut out = anstream::AutoStream::auto(std::io::stdout().lock());
    for checked in all {
        for found in checked.found() {
            if write(&mut out, &found, locale, quiet).is_err() {
                return;
            }
        }
    }
}

fn write(out: &mut impl Write, found: &Found, locale: Locale, quiet: bool) -> std::io::Result<()> {
    let problem = found.problem;
    let style = if problem.severity == Severity::Error { ERROR } else { WARNING };
    let place = place(problem, &found.file);
    writeln!(out, "{PLACE}{place}{PLACE:#} {style}{}{style:#} {}", problem.code, words(problem, locale))?;
    if quiet {
        return Ok(());
    }
    let number = problem.line.to_string();
    let gutter = " ".repeat(number.len());
    if let Some(excerpt) = &found.excerpt {
        let caret = format!("{}{}", " ".repeat(excerpt.indent), "^".repeat(excerpt.width));
        writeln!(out, "{MARGIN}{gutter} |{MARGIN:#}")?;
        writeln!(out, "{MARGIN}{number} |{MARGIN:#} {}", excerpt.line)?;
        writeln!(out, "{MARGIN}{gutter} |{MARGIN:#} {style}{caret}{style:#}")?;
    }
    if let Some(why) = codes::why(problem.code) {
        writeln!(out, "{MARGIN}{gutter} = {MARGIN:#}{}", locale.pick(&why.zh, &why.en))?;
    }
    writeln!(out)
}
