//! The fact sheet as a table in HTML and as CSV.
//!
//! **Invariant**: names of those who checked stand in the newsroom's own sheet only, not in what is published.

use super::checks::State;
use super::Fact;
use crate::locale::Locale;
use crate::site::html::{escape, link};
use crate::site::words;

/// Who reads a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    Newsroom,
    Readers,
}

/// The tick in words.
fn tick(state: &State, locale: Locale, reader: For) -> String {
    let words = words::of(locale);
    match state {
        State::Open => words.unticked.to_string(),
        State::Changed(tick) if reader == For::Newsroom => {
            format!("{}{}{}", words.changed, words.colon, tick.says)
        }
        State::Changed(_) => words.unticked.to_string(),
        State::Ticked(tick) if reader == For::Newsroom => {
            format!("{} {} · {}", words.ticked, tick.on.display(locale), tick.by)
        }
        State::Ticked(tick) => format!("{} {}", words.ticked, tick.on.display(locale)),
    }
}

/// How many statements have a tick.
pub fn count(facts: &[Fact]) -> usize {
    facts.iter().filter(|fact| matches!(fact.state, State::Ticked(_))).count()
}

/// A table with a row a statement; on a phone a row is a block.
pub fn table(facts: &[Fact], locale: Locale, reader: For) -> String {
    let words = words::of(locale);
    let heads: String = words.columns.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    let mut out = format!("<table class=\"facts\">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n");
    for fact in facts {
        let source = match &fact.href {
            Some(href) => link(href, &escape(&fact.source)),
            None => escape(&fact.source),
        };
        let lines = |texts: Vec<&str>| {
            let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).map(escape).collect();
            texts.join("<br>")
        };
        let others: Vec<&str> = fact.others.iter().map(String::as_str).collect();
        let cells = [
            format!("<b>{}</b><br>{}", escape(&fact.phrase), escape(&fact.label)),
            lines(vec![&fact.bound, &fact.period, &fact.base, &fact.derived]),
            lines(fact.places.iter().map(String::as_str).collect()),
            match others.is_empty() {
                true => source,
                false => format!("{source}<br>{}{}{}", words.others, words.colon, lines(others)),
            },
            lines(fact.cautions.clone()),
            escape(&tick(&fact.state, locale, reader)),
        ];
        let mut row = String::new();
        for (i, (cell, head)) in cells.iter().zip(words.columns).enumerate() {
            row.push_str(&match i {
                0 => format!("<th scope=\"row\">{cell}</th>"),
                _ => format!("<td data-head=\"{head}\">{cell}</td>"),
            });
        }
        let state = if matches!(fact.state, State::Ticked(_)) { " class=\"ticked\"" } else { "" };
        out.push_str(&format!("<tr id=\"{}\"{state}>{row}</tr>\n", escape(&fact.id)));
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

/// The same for spreadsheets, a column a thing.
pub fn csv(facts: &[Fact], locale: Locale, reader: For) -> String {
    let words = words::of(locale);
    let columns = words.fact_columns.iter().map(|name| name.to_string()).collect();
    let rows = facts.iter().map(|fact| {
        let cells = vec![
            fact.id.clone(),
            fact.label.clone(),
            fact.phrase.clone(),
            fact.bound.clone(),
            fact.period.clone(),
            fact.base.clone(),
            fact.derived.clone(),
            fact.places.join(" | "),
            fact.source.clone(),
            fact.href.clone().unwrap_or_default(),
            fact.others.join(" | "),
            fact.cautions.join(" | "),
            fact.looked.clone(),
            tick(&fact.state, locale, reader),
        ];
        (fact.id.clone(), cells)
    });
    let table = crate::describe::Table { caption: String::new(), columns, rows: rows.collect() };
    crate::describe::csv(&table)
}
