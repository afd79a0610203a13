//! Diagnostics as a good compiler prints them: one line that can be searched, the source line, a caret, the reason.
//!
//! **Invariant**: the first line of a diagnostic is `FILE:LINE:COLUMN CODE PATH message help`, without colours in it when
//! it does not go to a terminal.

use super::{Checked, Found};
use crate::files;
use anstyle::{AnsiColor, Style};
use duoyuan::diagnostic::codes;
use duoyuan::diagnostic::for_editors;
use duoyuan::diagnostic::{Diagnostic, Severity};
use duoyuan::locale::Locale;
use std::io::Write;
use std::path::Path;

const PLACE: Style = Style::new().bold();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const MARGIN: Style = AnsiColor::BrightBlack.on_default();

/// `FILE:LINE:COLUMN CODE PATH message help`.
pub fn line(diagnostic: &Diagnostic, story: &Path, locale: Locale) -> String {
    let file = files::path_of(story, &diagnostic.file);
    format!("{} {} {}", place(diagnostic, &file), diagnostic.code, words(diagnostic, locale))
}

fn place(diagnostic: &Diagnostic, file: &Path) -> String {
    format!("{}:{}:{}", file.display(), diagnostic.line, diagnostic.column)
}

fn words(diagnostic: &Diagnostic, locale: Locale) -> String {
    let path = if diagnostic.path.is_empty() { "$" } else { &diagnostic.path };
    let word = match diagnostic.severity {
        Severity::Error => "",
        Severity::Warning => for_editors(locale, "提醒：", "warning: "),
    };
    let message = one_line(diagnostic.message.get(locale));
    let help = one_line(diagnostic.help.get(locale));
    let arrow = for_editors(locale, "→ ", "— ");
    format!("{path} {word}{message} {arrow}{help}")
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
    let diagnostic = found.diagnostic;
    let style = if diagnostic.severity == Severity::Error { ERROR } else { WARNING };
    let place = place(diagnostic, &found.file);
    writeln!(
        out,
        "{PLACE}{place}{PLACE:#} {style}{}{style:#} {}",
        diagnostic.code,
        words(diagnostic, locale)
    )?;
    if quiet {
        return Ok(());
    }
    let number = diagnostic.line.to_string();
    let gutter = " ".repeat(number.len());
    if let Some(excerpt) = &found.excerpt {
        let caret = format!("{}{}", " ".repeat(excerpt.indent), "^".repeat(excerpt.width));
        writeln!(out, "{MARGIN}{gutter} |{MARGIN:#}")?;
        writeln!(out, "{MARGIN}{number} |{MARGIN:#} {}", excerpt.line)?;
        writeln!(out, "{MARGIN}{gutter} |{MARGIN:#} {style}{caret}{style:#}")?;
    }
    if let Some(why) = codes::why(diagnostic.code) {
        writeln!(out, "{MARGIN}{gutter} = {MARGIN:#}{}", why.get(locale))?;
    }
    writeln!(out)
}
