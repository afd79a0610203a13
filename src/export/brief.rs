//! A scene's table as a few lines of text that are read below a picture: a line for each thing that is told of, its values with
//! their periods.
//!
//! **Invariant**: every row of the table is told, in its order, with its bound, its unit and how firm it is; of a long run the
//! first and the last, and how many are between. Sources stand in the source line, not here.

use crate::describe;
use crate::locale::message::Message;
use crate::locale::Locale;
use crate::story::{Scene, Story};

/// Values of one thing that a line tells; of more it tells the first and the last.
const TOLD: usize = 8;

/// A row of the table.
struct Row {
    label: String,
    /// The phrase with its unit; words as they are.
    value: String,
    period: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Figure,
    /// Years without a figure.
    Gap,
    /// A list, a name, a milestone.
    Words,
}

/// The lines, without an end of line.
pub fn lines(story: &Story, scene: &Scene, locale: Locale) -> Vec<String> {
    let rows = rows(story, scene, locale);
    let same = |a: &Row, b: &Row| a.label == b.label && (a.kind == Kind::Words) == (b.kind == Kind::Words);
    rows.chunk_by(same).map(|group| line(group, locale)).collect()
}

fn rows(story: &Story, scene: &Scene, locale: Locale) -> Vec<Row> {
    let none = Message::NotFound.get(locale);
    let row = |(id, cells): (String, Vec<String>)| {
        let mut cells = cells.into_iter();
        let mut next = || cells.next().unwrap_or_default();
        let (label, text, _unit, _bound, period) = (next(), next(), next(), next(), next());
        match story.find_figure(&id) {
            Some(ix) => {
                let figure = story.figure(ix);
                let goal = figure
                    .is_target()
                    .then(|| Message::InBrackets.with(locale, &[Message::Goal.get(locale)]));
                let value = format!("{}{}", figure.phrase(locale), goal.unwrap_or_default());
                // a date is its own period
                let period = if period == value { String::new() } else { period };
                Row { label, value, period, kind: Kind::Figure }
            }
            None if text == none => Row { label, value: text, period, kind: Kind::Gap },
            // a milestone's text is its date; of a list of aims that is said in place of a period
            None => {
                let kind = match period.is_empty() || period == text {
                    true => String::new(),
                    false => Message::InBrackets.with(locale, &[&period]),
                };
                Row { label: format!("{label}{kind}"), value: text, period: String::new(), kind: Kind::Words }
            }
        }
    };
    describe::table(story, scene, locale).rows.into_iter().map(row).collect()
}

/// One thing: its name, its values, the years in which there is none.
fn line(rows: &[Row], locale: Locale) -> String {
    let (comma, semicolon) = (Message::Comma.get(locale), Message::Semicolon.get(locale));
    let values: Vec<String> = rows
        .iter()
        .filter(|row| row.kind != Kind::Gap)
        .map(|row| said(row, rows.len() > 1, locale))
        .collect();
    let values = match &values[..] {
        [first, between @ .., last] if between.len() + 2 > TOLD => {
            format!("{first}{comma}{}{comma}{last}", more(between.len(), locale))
        }
        _ => values.join(comma),
    };
    let gaps: Vec<&Row> = rows.iter().filter(|row| row.kind == Kind::Gap).collect();
    let years: Vec<&str> = gaps.iter().map(|row| row.period.as_str()).collect();
    let years = years.join(Message::Enumeration.get(locale));
    let gaps = gaps.first().map(|row| match locale {
        Locale::Zh => format!("{years}{}", row.value),
        Locale::En | Locale::Ru => format!("{}{}{years}", row.value, Message::Colon.get(locale)),
    });
    let parts: Vec<String> = [values].into_iter().filter(|text| !text.is_empty()).chain(gaps).collect();
    let label = rows.first().map_or("", |row| row.label.as_str());
    format!("{label}{}{}", Message::Colon.get(locale), parts.join(semicolon))
}

/// A value and its period.
fn said(row: &Row, of_several: bool, locale: Locale) -> String {
    let Row { value, period, .. } = row;
    match (period.is_empty() || value.is_empty(), locale) {
        (true, _) => format!("{value}{period}"),
        // 1960年164万吨
        (_, Locale::Zh) if of_several => format!("{period}{value}"),
        (_, Locale::Zh) => format!("{value}{}{period}", Message::Comma.get(locale)),
        _ => format!("{value}{}", Message::InBrackets.with(locale, &[period])),
    }
}

/// Values between the first and the last.
fn more(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("其间{count}个数见图"),
        Locale::En => format!("{count} values between in the picture"),
        Locale::Ru => format!("между ними {count} — на рисунке"),
    }
}

/// What stands before the lines.
pub fn heading(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "图中数字",
        Locale::En => "In the picture",
        Locale::Ru => "На рисунке",
    }
}
