//! `duoyuan facts`: the fact sheet of a story, and the ticks of those who have compared it with its sources.
//!
//! **Invariant**: writes `checks.json` beside the story only when asked to tick; a sheet that is there is not overwritten
//! without `--force`.

use crate::stream::Output;
use crate::{files, language, render};
use clap::{Args, ValueEnum};
use duoyuan::locale::date::Date;
use duoyuan::locale::{Locale, Text};
use duoyuan::site::facts::checks::{Checks, State, Tick};
use duoyuan::site::facts::sheet::{self, count, For};
use duoyuan::site::facts::{facts, Fact};
use duoyuan::site::html::escape;
use duoyuan::site::words;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

#[derive(Args)]
pub struct Options {
    /// Story folder or story.json.
    story: PathBuf,
    /// Language; the story's first where not said.
    #[arg(long, value_parser = language())]
    lang: Option<Locale>,
    /// text: a line a statement; html: a page to print or to send; csv: for spreadsheets.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// File, or - for standard output.
    #[arg(short, default_value = "-")]
    output: Output,
    /// Overwrite the file if it is there.
    #[arg(long)]
    force: bool,
    /// Ids of statements that have been compared with their sources, with commas, or all.
    #[arg(long, value_delimiter = ',', requires = "by")]
    tick: Vec<String>,
    /// Who has compared them.
    #[arg(long)]
    by: Option<String>,
    /// On which day; today where not said.
    #[arg(long, value_parser = day)]
    on: Option<Date>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Text,
    Html,
    Csv,
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "YYYY-MM-DD".to_string())
}

/// Where the ticks of a story are.
fn path_of(story: &Path) -> PathBuf {
    files::folder(story).join("checks.json")
}

/// The ticks of a story; none where there is no file.
pub fn checks(story: &Path) -> Result<Checks, Text> {
    let path = path_of(story);
    match std::fs::read_to_string(&path) {
        Ok(text) => Checks::read(&text, &path.display().to_string()),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Checks::default()),
        Err(e) => Err(files::unreadable(&path, &e)),
    }
}

pub fn run(options: &Options, quiet: bool) -> Result<(), Text> {
    let story = files::load(&options.story)?;
    let mut checks = checks(&options.story)?;
    let locale = render::languages(&story, options.lang.as_slice())?[0];
    let all = facts(&story, &checks, locale);
    if !options.tick.is_empty() {
        let by = options.by.clone().unwrap_or_default();
        let on = options.on.unwrap_or_else(today);
        let ticked = tick(&options.tick, &all, &mut checks, &by, on)?;
        files::write_whole(&path_of(&options.story), checks.text().as_bytes())?;
        if !quiet {
            let after = count(&facts(&story, &checks, locale));
            eprintln!("{}: +{ticked}, {after}/{}", path_of(&options.story).display(), all.len());
        }
        return Ok(());
    }
    if !options.force {
        files::none_exists(options.output.file().into_iter())?;
    }
    let title = story.title().get(locale);
    let text = match options.format {
        Format::Text => lines(&all, locale),
        Format::Html => page(&all, title, locale),
        Format::Csv => format!("\u{feff}{}", sheet::csv(&all, locale, For::Newsroom)),
    };
    options.output.write(text.as_bytes())
}

/// Ticks them; returns how many. An id that the story does not have is refused.
fn tick(wanted: &[String], all: &[Fact], checks: &mut Checks, by: &str, on: Date) -> Result<usize, Text> {
    let is_all = wanted.iter().any(|id| id == "all");
    let known = |id: &&String| is_all || all.iter().any(|fact| fact.id == **id);
    if let Some(absent) = wanted.iter().find(|id| !known(id)) {
        return Err(Text::new(
            format!("没有“{absent}”这条陈述；duoyuan facts 列出全部代号"),
            format!("there is no statement {absent:?}; duoyuan facts lists all ids"),
        ));
    }
    let chosen = all.iter().filter(|fact| is_all || wanted.contains(&fact.id));
    let mut number = 0;
    for fact in chosen {
        checks.tick(&fact.id, Tick { says: fact.said.clone(), by: by.to_string(), on });
        number += 1;
    }
    Ok(number)
}

/// Whether a statement still has to be compared.
pub fn is_due(fact: &Fact) -> bool {
    !matches!(fact.state, State::Ticked(_))
}

/// A line a statement: its box, its id, what it says, where from.
pub fn line(fact: &Fact) -> String {
    let mark = match fact.state {
        State::Ticked(_) => "[x]",
        State::Changed(_) => "[~]",
        State::Open => "[ ]",
    };
    let Fact { id, label, phrase, period, source, .. } = fact;
    let period = if period.is_empty() { String::new() } else { format!(" · {period}") };
    let was = match &fact.state {
        State::Changed(tick) => format!(" <- {}", tick.says),
        _ => String::new(),
    };
    format!("{mark} {id}\t{label} · {phrase}{period}\t{source}{was}\n")
}

fn lines(all: &[Fact], locale: Locale) -> String {
    let words = words::of(locale);
    let counted =
        words.checked_count.replace("{0}", &count(all).to_string()).replace("{1}", &all.len().to_string());
    all.iter().map(line).collect::<String>() + &format!("{counted}\n")
}

/// Styles of the newsroom's own sheet, which is opened from disk and printed.
const STYLE: &str = "body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse;font-size:14px}\
    th,td{border-bottom:1px solid #ccc;padding:.4rem .8rem .4rem 0;text-align:left;vertical-align:top;font-weight:400}\
    thead th{font-weight:700}b{font-size:16px}.ticked td:last-child{color:#1c7a55}\
    @media print{body{margin:0}tr{break-inside:avoid}thead{display:table-header-group}}";

fn page(all: &[Fact], title: &str, locale: Locale) -> String {
    let words = words::of(locale);
    let counted =
        words.checked_count.replace("{0}", &count(all).to_string()).replace("{1}", &all.len().to_string());
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{sheet} · {title}</title>\n<style>{STYLE}</style>\n\
         <h1>{sheet} · {title}</h1>\n<p>{counted}</p>\n{}</html>\n",
        locale.tag(),
        sheet::table(all, locale, For::Newsroom),
        sheet = words.fact_sheet,
        title = escape(title),
    )
}

/// The day by the clock of this machine, in universal time.
fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let (year, month, day) = civil((seconds / 86_400) as i64);
    Date::parse(&format!("{year:04}-{month:02}-{day:02}")).expect("a day of the calendar is a date")
}

/// The day of the calendar that is so many days after 1970-01-01: years begin in March, so that a leap day is the last.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (year + era * 400 + next, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (days, date) in
            [(0, (1970, 1, 1)), (59, (1970, 3, 1)), (11_016, (2000, 2, 29)), (20_787, (2026, 11, 30))]
        {
            assert_eq!(civil(days), date);
        }
    }
}
