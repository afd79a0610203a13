//! Problems of stories as lines that an editor and a tool can both read.
//!
//! **Invariant**: exit 0 without errors, 1 with, 2 where a story cannot be read.

use crate::files;
use duoyuan::locale::Locale;
use duoyuan::story::problem::{Problem, Severity};
use duoyuan::story::Story;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn run(stories: &[PathBuf], locale: Locale) -> ExitCode {
    let mut worst = 0;
    for story in stories {
        let read = match files::read(story) {
            Ok(read) => read,
            Err(message) => {
                eprintln!("duoyuan: {message}");
                worst = worst.max(2);
                continue;
            }
        };
        let (problems, loaded) = match Story::load(&read) {
            Ok((loaded, warnings)) => (warnings, Some(loaded)),
            Err(problems) => (problems, None),
        };
        for problem in &problems {
            println!("{}", line(problem, &files::folder(story), locale));
        }
        let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
        if errors > 0 {
            worst = worst.max(1);
        }
        match loaded {
            Some(s) => eprintln!(
                "{}: {} figures, {} scenes, {} warnings",
                story.display(),
                s.figures().len(),
                s.scenes().len(),
                problems.len()
            ),
            None => eprintln!("{}: {} problems", story.display(), problems.len()),
        }
    }
    ExitCode::from(worst)
}

/// `FILE:LINE:COLUMN CODE PATH message remedy`.
pub fn line(problem: &Problem, folder: &Path, locale: Locale) -> String {
    let message = locale.pick(&problem.message.zh, &problem.message.en);
    let remedy = locale.pick(&problem.remedy.zh, &problem.remedy.en);
    let file = folder.join(&problem.file);
    let path = if problem.path.is_empty() { "$" } else { &problem.path };
    let word = match problem.severity {
        Severity::Error => "",
        Severity::Warning => locale.pick("提醒：", "warning: "),
    };
    let arrow = locale.pick("→ ", "— ");
    format!(
        "{}:{}:{} {} {path} {word}{message} {arrow}{remedy}",
        file.display(),
        problem.line,
        problem.column,
        problem.code
    )
}
