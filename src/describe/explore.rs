//! What stands beside the tiles of a scene, as JSON: the themes to choose from, and of an opened series its facts and its
//! points, a row each.
//!
//! **Invariant**: says what the records of the points say, in the order of the file; a list of another definition is never
//! counted into a series.

use crate::chart::point_shapes::{definitions, SIGNS};
use crate::chart::series_tile::MISSING_KEY;
use crate::chart::series_tiles::has_axis;
use crate::describe::content::colours;
use crate::describe::json::{array, object, quote};
use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::record::bound_words;
use crate::model::{Series, SeriesIx};
use crate::story::explore::Wish;
use crate::story::{Scene, Story};

/// `scene`: with all its tiles.
pub fn explored(story: &Story, scene: &Scene, wish: &Wish, locale: Locale) -> String {
    let theme = |theme: &crate::chart::series_tiles::SeriesTheme| {
        object(&[
            ("name", quote(theme.name.get(locale))),
            ("accents", colours(theme.accent)),
            ("hue", quote(theme.accent.name())),
            ("count", theme.tiles.len().to_string()),
        ])
    };
    let tile = |found: crate::story::explore::Found| {
        let series = story.series(found.tile.series);
        object(&[
            ("id", quote(&series.id)),
            ("label", quote(found.tile.label.as_ref().unwrap_or(&series.label).get(locale))),
            ("theme", found.place.to_string()),
            ("shown", story.matches(&found, wish, locale).to_string()),
        ])
    };
    let known = |id: &&String| scene.found().any(|found| story.series(found.tile.series).id == **id);
    let opened = wish.opened.iter().filter(known).take(2).filter_map(|id| {
        let found = scene.found().find(|found| story.series(found.tile.series).id == *id)?;
        Some(series(story, found.tile.series, locale))
    });
    let missing = wish.opened.first().is_some_and(|id| id == MISSING_KEY);
    object(&[
        ("themes", array(scene.themes().map(theme))),
        ("tiles", array(scene.found().map(tile))),
        ("theme", wish.theme.map_or(String::from("null"), |theme| theme.to_string())),
        ("search", quote(&wish.search)),
        ("opened", array(opened)),
        ("missing", missing.to_string()),
    ])
}

/// An opened series: what it is, its points for the page, and the same for a file.
fn series(story: &Story, ix: SeriesIx, locale: Locale) -> String {
    let series = story.series(ix);
    let facts = facts(story, ix, locale);
    let facts = facts
        .into_iter()
        .map(|(label, text)| object(&[("label", quote(label.get(locale))), ("text", quote(&text))]));
    object(&[
        ("id", quote(&series.id)),
        ("label", quote(series.label.get(locale))),
        ("points", points(story, series, locale)),
        ("file", file(story, series, locale)),
        ("facts", array(facts)),
    ])
}

/// Unit with whole, where its points share one, scope, how many definitions, how many years have a figure.
fn facts(story: &Story, ix: SeriesIx, locale: Locale) -> Vec<(Message, String)> {
    let series = story.series(ix);
    let mut all = Vec::new();
    let unit = series.unit.name(locale).to_string();
    let whole = series.denominator.as_ref().map(|whole| {
        let stated = if whole.stated { "" } else { Message::NotStated.get(locale) };
        let (comma, name) = (Message::Comma.get(locale), Message::RecordDenominator.get(locale));
        [comma, name, Message::Colon.get(locale), whole.text.get(locale), stated].concat()
    });
    // a list has points of several units, and no one of them is the unit of all
    let is_shared = series.points.iter().all(|ix| story.figure(*ix).unit().id == series.unit.id);
    if is_shared || has_axis(story, ix) {
        all.push((Message::FactUnit, [unit, whole.unwrap_or_default()].concat()));
    }
    all.push((Message::FactScope, series.scope.get(locale).to_string()));
    let kinds = definitions(story, series);
    if kinds.len() > 1 && has_axis(story, ix) {
        let names: Vec<&str> = kinds.iter().map(|kind| series.definition_name(kind, locale)).collect();
        let names = names.join(Message::Enumeration.get(locale));
        let count = Message::DefinitionsCount.count(locale, kinds.len());
        all.push((Message::ColumnDefinition, [&count, Message::Colon.get(locale), &names].concat()));
    }
    let mut years: Vec<i32> =
        series.plotted.iter().filter_map(|ix| story.figure(*ix).period().start.map(|d| d.year)).collect();
    crate::geometry::sort_by_key(&mut years, |year| *year);
    years.dedup();
    if let (Some(first), Some(last)) = (years.first(), years.last()) {
        let (span, found) = ((last - first + 1).to_string(), years.len().to_string());
        all.push((Message::FactYears, Message::YearsFound.with(locale, &[&span, &found])));
    }
    all
}

/// What is said beside a point: its note, and what other sources print for it.
fn remarks(story: &Story, ix: FigureIx, locale: Locale) -> String {
    let figure = story.figure(ix);
    let mut all: Vec<String> = figure.note().iter().map(|note| note.get(locale).to_string()).collect();
    for other in figure.others() {
        let (said, source) = (other.display(figure, locale), story.cite_source(other.source, locale));
        all.push([&said, Message::FromSource.get(locale), &source].concat());
    }
    all.join(Message::Semicolon.get(locale))
}

fn table(columns: &[Message], rows: impl Iterator<Item = String>, locale: Locale) -> String {
    object(&[
        ("columns", array(columns.iter().map(|column| quote(column.get(locale))))),
        ("rows", array(rows)),
    ])
}

fn row(figure: &str, cells: &[String]) -> String {
    object(&[("figure", quote(figure)), ("cells", array(cells.iter().map(|cell| quote(cell))))])
}

/// The definition that a point follows, behind its shape where that is drawn.
fn definition(story: &Story, series: &Series, ix: FigureIx, kinds: &[&str], locale: Locale) -> String {
    let own = story.figure(ix).definition();
    let kind = kinds.iter().position(|kind| *kind == own).filter(|_| series.plotted.contains(&ix));
    let sign = kind.map_or("", |kind| SIGNS[kind.min(SIGNS.len() - 1)]);
    // an id without a name says nothing to readers
    let name = series.definitions.get(own).map_or("", |definition| definition.text.get(locale));
    [sign, name].join(" ").trim().to_string()
}

/// A row a point: period, value as printed, definition where there are several, source, remarks.
fn points(story: &Story, series: &Series, locale: Locale) -> String {
    let kinds = definitions(story, series);
    let first = series.points.first().map(|ix| story.figure(*ix).definition());
    let several = series.points.iter().any(|ix| Some(story.figure(*ix).definition()) != first);
    let shapes: &[&str] = if kinds.len() > 1 { &kinds } else { &[] };
    let mut columns = vec![Message::ColumnPeriod, Message::ColumnValue];
    columns.extend(several.then_some(Message::ColumnDefinition));
    columns.extend([Message::ColumnSource, Message::ColumnNotes]);
    let rows = series.points.iter().map(|ix| {
        let figure = story.figure(*ix);
        let aim = match figure.is_target() {
            true => Message::InBrackets.with(locale, &[Message::Goal.get(locale)]),
            false => String::new(),
        };
        let mut cells =
            vec![figure.period().text.get(locale).to_string(), [figure.display(locale), aim].concat()];
        cells.extend(several.then(|| definition(story, series, *ix, shapes, locale)));
        cells.extend([story.cite_source(figure.source(), locale), remarks(story, *ix, locale)]);
        row(figure.id(), &cells)
    });
    table(&columns, rows, locale)
}

/// The same points with value, unit, bound and definition in columns of their own.
fn file(story: &Story, series: &Series, locale: Locale) -> String {
    let columns = [
        Message::ColumnItem,
        Message::ColumnPeriod,
        Message::ColumnValue,
        Message::ColumnUnit,
        Message::ColumnBound,
        Message::ColumnDefinition,
        Message::ColumnSource,
        Message::ColumnNotes,
    ];
    let rows = series.points.iter().map(|ix| {
        let figure = story.figure(*ix);
        let (period, definition) = (figure.period().text.get(locale), figure.definition());
        let status = figure
            .status_word(locale)
            .map_or(String::new(), |word| [Message::Semicolon.get(locale), word].concat());
        row(
            figure.id(),
            &[
                series.label.get(locale).to_string(),
                period.to_string(),
                figure.phrase(locale).without_unit(figure.unit(), locale).trim().to_string(),
                figure.unit().name(locale).to_string(),
                [bound_words(figure, locale), &status].concat(),
                series.definition_name(definition, locale).to_string(),
                story.cite_source(figure.source(), locale),
                remarks(story, *ix, locale),
            ],
        )
    });
    table(&columns, rows, locale)
}
