//! The same scene in words: the table of its figures, its sentences with their references, its source line.
//!
//! **Invariant**: the table says what the picture says: same figures, same bounds, same units, same sources.

pub mod content;
pub mod explore;
pub mod json;
#[cfg(feature = "author")]
pub mod json_ld;
pub mod reading_order;
pub mod summary;

use crate::chart::Chart;
use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::record::{bound_words, years_text, Record};
use crate::model::{Seen, Series, SeriesIx};
use crate::story::{Scene, Story};
use std::collections::BTreeMap;

/// A table for readers and for CSV.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<String>,
    /// Figure id (empty for words) and one cell a column.
    pub rows: Vec<(String, Vec<String>)>,
}

/// Figures first, in drawing order, then lists, names and milestones as words.
pub fn table(story: &Story, scene: &Scene, locale: Locale) -> Table {
    let columns = [
        Message::ColumnItem,
        Message::ColumnValue,
        Message::ColumnUnit,
        Message::ColumnBound,
        Message::ColumnPeriod,
        Message::ColumnSource,
    ];
    let mut rows = Vec::new();
    let figures = story.figures_of_scene(scene);
    let (first, gaps) = gaps_around(story, scene);
    for ix in &figures {
        let row = figure_row(story, *ix, locale);
        let gap = first.get(ix).map(|(of, gap)| gap_row(story, of, *gap, row.clone(), locale));
        rows.extend(gap.map(|row| (String::new(), row)));
        // the years without a figure stand where they are missed: behind the point before them
        let gap = gaps.get(ix).map(|(of, gap)| gap_row(story, of, *gap, row.clone(), locale));
        rows.push((story.figure(*ix).id().to_string(), row));
        rows.extend(gap.map(|row| (String::new(), row)));
    }
    let words = Message::Words.get(locale).to_string();
    for s in story.shown(scene.charts()) {
        let (label, text, period, source) = match s {
            Seen::Figure(_) => continue,
            Seen::List(ix) => {
                let list = story.list(ix);
                let mut items: Vec<String> =
                    list.items.iter().map(|i| i.text.get(locale).to_string()).collect();
                if list.open {
                    let at = list.open_after.unwrap_or(items.len()).min(items.len());
                    items.insert(at, Message::And.get(locale).to_string());
                }
                let kind =
                    if list.is_target() { Message::Goal.get(locale).to_string() } else { String::new() };
                (
                    list.label.get(locale).to_string(),
                    items.join(Message::Enumeration.get(locale)),
                    kind,
                    list.source,
                )
            }
            Seen::Name(ix) => {
                let name = story.name(ix);
                let note = name.note.as_ref().map(|n| n.get(locale).to_string()).unwrap_or_default();
                (name.text.get(locale).to_string(), note, String::new(), name.source)
            }
            Seen::Milestone(ix) => {
                let m = story.milestone(ix);
                (m.label.get(locale).to_string(), m.date.display(locale), m.date.display(locale), m.source)
            }
        };
        let source = story.cite_source(source, locale);
        rows.push((String::new(), vec![label, text, String::new(), words.clone(), period, source]));
    }
    Table {
        caption: story.expand_plain(&scene.title, locale),
        columns: columns.iter().map(|c| c.get(locale).to_string()).collect(),
        rows,
    }
}

/// The series of which a chart draws every point, so that missing years are told.
fn series_of(chart: &Chart) -> Vec<SeriesIx> {
    match chart {
        Chart::SeriesTiles(tiles) => tiles.all().collect(),
        Chart::SmallMultiples(panels) => panels.all().collect(),
        Chart::Lines(lines) => lines.items.iter().map(|line| line.series).collect(),
        other => other.as_type().series().into_iter().collect(),
    }
}

/// Series and run of years by a point beside the run.
type Gaps<'s> = BTreeMap<FigureIx, (&'s Series, (i32, i32))>;

/// The runs of years that the scene's series miss: that before the first point by this point, each other by the point before it.
fn gaps_around<'s>(story: &'s Story, scene: &Scene) -> (Gaps<'s>, Gaps<'s>) {
    let (mut first, mut after) = (Gaps::new(), Gaps::new());
    for series in scene.charts().flat_map(series_of) {
        let series = story.series(series);
        let gaps: BTreeMap<i32, (i32, i32)> =
            story.gaps(series).into_iter().map(|gap| (gap.0 - 1, gap)).collect();
        let year = |ix: &FigureIx| story.figure(*ix).period().start.map(|d| d.year);
        for (i, ix) in series.plotted.iter().enumerate() {
            let before = gaps.values().next().filter(|gap| i == 0 && year(ix) == Some(gap.1 + 1));
            if let Some(gap) = before {
                first.entry(*ix).or_insert((series, *gap));
            }
            if let Some(gap) = year(ix).and_then(|year| gaps.get(&year)) {
                after.entry(*ix).or_insert((series, *gap));
            }
        }
    }
    (first, after)
}

/// Years without a figure: "no data" is a value that is told, in the unit of its neighbour.
fn gap_row(
    story: &Story,
    series: &Series,
    gap: (i32, i32),
    neighbour: Vec<String>,
    locale: Locale,
) -> Vec<String> {
    let [_, _, unit, ..] = &neighbour[..] else { return neighbour };
    let what = match story.has_other_definition(series, gap) {
        true => Message::NoneSoDefined,
        false => Message::NotFound,
    };
    vec![
        series.label.get(locale).to_string(),
        what.get(locale).to_string(),
        unit.clone(),
        String::new(),
        years_text(gap, locale),
        Message::NoSource.get(locale).to_string(),
    ]
}

fn figure_row(story: &Story, ix: FigureIx, locale: Locale) -> Vec<String> {
    let f = story.figure(ix);
    let phrase = f.phrase(locale);
    let status = f
        .status_word(locale)
        .map_or(String::new(), |word| format!("{}{word}", Message::Semicolon.get(locale)));
    vec![
        f.label().get(locale).to_string(),
        // the whole printed phrase but its unit: the bound never leaves its number; how firm it is stands beside that
        format!("{}{}{}{}", phrase.before, phrase.digits, phrase.between, phrase.after),
        phrase.unit.trim().to_string(),
        format!("{}{status}", bound_words(f, locale)),
        f.period_and_base(locale),
        story.cite_source(f.source(), locale),
    ]
}

/// RFC 4180 with a header line; cells that a spreadsheet would take for a formula get a leading apostrophe, and negative numbers the
/// sign that it reads.
pub fn csv(table: &Table) -> String {
    let mut out = String::new();
    let mut line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| csv_cell(c)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    };
    line(&table.columns);
    for (_, cells) in &table.rows {
        line(cells);
    }
    out
}

fn csv_cell(text: &str) -> String {
    let is_number = |digits: &&str| {
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '%'))
    };
    // spreadsheets run the full-width signs too
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let guarded = match text.strip_prefix('−').filter(is_number) {
        Some(digits) => format!("-{digits}"),
        None if runs => format!("'{text}"),
        None => text.to_string(),
    };
    if guarded.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

/// A sentence in pieces, each with the id of the figure it quotes. Corrections of what the scene shows come last.
pub fn sentences(story: &Story, scene: &Scene, locale: Locale) -> Vec<Vec<(String, Option<String>)>> {
    let id = |ix: FigureIx| story.figure(ix).id().to_string();
    let named = |pieces: Vec<(String, Option<FigureIx>)>| -> Vec<(String, Option<String>)> {
        pieces.into_iter().map(|(text, ix)| (text, ix.map(id))).collect()
    };
    let shown = if story.corrections().is_empty() { Vec::new() } else { story.figures_of_scene(scene) };
    let corrected = story.corrections().iter().filter(|c| shown.contains(&c.figure));
    let narration = scene.narration.iter().map(|t| named(story.expand(t, locale)));
    narration.chain(corrected.map(|c| named(c.sentence(story, locale)))).collect()
}

/// Records of everything a scene shows or quotes; of a series that is shown by its definitions, of every point: those off
/// its axis stand in the table beside it.
pub fn records<'s>(story: &'s Story, scene: &Scene, locale: Locale) -> impl Iterator<Item = Record> + 's {
    let mut figures = story.figures_of_scene(scene);
    for chart in scene.charts() {
        let Chart::DotLine(chart) = chart else { continue };
        let points = story.series(chart.series).points.iter().filter(|_| chart.definitions);
        let more: Vec<FigureIx> = points.copied().filter(|ix| !figures.contains(ix)).collect();
        figures.extend(more);
    }
    figures.into_iter().map(move |ix| story.record(ix, locale))
}

#[cfg(test)]
mod tests {
    use super::csv_cell;

    #[test]
    fn cells_are_quoted_and_formulas_are_disarmed() {
        assert_eq!(csv_cell("a,b"), "\"a,b\"");
        assert_eq!(csv_cell("say \"no\""), "\"say \"\"no\"\"\"");
        assert_eq!(csv_cell("=1+1"), "'=1+1");
        assert_eq!(csv_cell("＝1+1"), "'＝1+1");
        assert_eq!(csv_cell("90%以上"), "90%以上");
        assert_eq!(csv_cell("−0.1%"), "-0.1%");
        assert_eq!(csv_cell("−1,771"), "\"-1,771\"");
        assert_eq!(csv_cell("−2倍"), "−2倍");
    }
}
