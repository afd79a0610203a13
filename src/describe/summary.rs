//! A scene in words, as short or as long as the reader wants: built from its figures and its authored finding.
//!
//! **Invariant**: numbers come from figures, with their bounds; two figures are compared only where both are exact and
//! follow one definition; a gap is told as a gap.

use crate::chart::series_tiles::{SeriesTheme, SeriesTiles};
use crate::chart::Chart;
use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::record::{bound_words, years_text};
use crate::model::{Seen, Series};
use crate::story::{Scene, Story};
use std::collections::BTreeSet;

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The finding and what there is.
    Short,
    /// Besides: what is measured, and of each chart its period, direction, key values, bounds and gaps.
    Normal,
    /// Besides: every statement with its bound and source.
    Full,
}

impl Detail {
    pub const ALL: [Detail; 3] = [Detail::Short, Detail::Normal, Detail::Full];

    pub fn parse(name: &str) -> Option<Detail> {
        Some(match name {
            "short" => Detail::Short,
            "normal" => Detail::Normal,
            "full" => Detail::Full,
            _ => return None,
        })
    }
}

/// Longest announcement, in characters: longer ones are broken off by readers' next key.
pub const ANNOUNCED: usize = 120;
/// Figures and names told of a chart at normal length.
const TOLD: usize = 4;

/// What is said when a scene has come: its number, name and finding, at most 120 characters.
pub fn announcement(story: &Story, scene: &Scene, locale: Locale) -> String {
    let number = if scene.number > 0 { format!("{} ", scene.number) } else { String::new() };
    let (name, title) = (scene.name.get(locale), story.expand_plain(&scene.title, locale));
    let whole = format!("{number}{name}{}{title}", Message::Colon.get(locale));
    if whole.chars().count() <= ANNOUNCED {
        return whole;
    }
    let cut: String = whole.chars().take(ANNOUNCED - 1).collect();
    // at a word, not within one
    let end = cut.rfind(' ').filter(|at| locale.catalogue().spaced && *at > 0).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

/// The scene in sentences, one a line of the answer.
pub fn summary(story: &Story, scene: &Scene, locale: Locale, detail: Detail) -> Vec<String> {
    // what only a sentence quotes has its own place in the text
    let figures = story.shown_figures(scene.charts());
    let mut lines = vec![sentence(story.expand_plain(&scene.title, locale), locale)];
    if detail != Detail::Short {
        lines.push(sentence(story.expand_plain(&scene.subtitle, locale), locale));
        lines.extend(scene.note.as_ref().map(|note| sentence(story.expand_plain(note, locale), locale)));
    }
    lines.extend(counts(story, scene, &figures, locale));
    if detail == Detail::Short {
        return lines;
    }
    for chart in scene.rows.iter().flatten().map(|p| &p.chart) {
        lines.extend(of_chart(story, chart, locale));
    }
    if detail == Detail::Full {
        for ix in figures {
            let f = story.figure(ix);
            let bound = match f.is_bounded() {
                true => format!("{}{}", Message::Semicolon.get(locale), bound_words(f, locale)),
                false => String::new(),
            };
            let (from, source) = (Message::FromSource.get(locale), story.cite_source(f.source(), locale));
            lines.push(sentence(format!("{}{bound}{from}{source}", story.statement(ix, locale)), locale));
        }
    }
    lines.push(sentence(story.source_line(scene, locale).0, locale));
    lines
}

fn sentence(text: String, locale: Locale) -> String {
    if text.ends_with(['。', '！', '？', '.', '!', '?']) {
        text
    } else {
        text + Message::Stop.get(locale)
    }
}

/// How many numbers, how many of them bounded, goals or not final, and years without one.
fn counts(story: &Story, scene: &Scene, figures: &[FigureIx], locale: Locale) -> Option<String> {
    let count = |test: &dyn Fn(FigureIx) -> bool| figures.iter().filter(|ix| test(**ix)).count();
    let bounded = count(&|ix| story.figure(ix).is_bounded());
    let goals = count(&|ix| story.figure(ix).is_target());
    let firm = |ix| story.figure(ix).status_word(locale).is_none() || story.figure(ix).is_target();
    let not_final = count(&|ix| !firm(ix));
    let gaps: usize = scene.rows.iter().flatten().map(|p| gaps_of(story, &p.chart)).sum();
    let mut parts = Vec::new();
    let mut part = |n: usize, message: Message| {
        if n > 0 {
            parts.push(message.count(locale, n));
        }
    };
    part(figures.len(), Message::FiguresInPicture);
    part(bounded, Message::CountNotExact);
    part(goals, Message::CountGoals);
    part(not_final, Message::CountNotFinal);
    part(gaps, Message::CountYearsMissing);
    (!parts.is_empty()).then(|| sentence(parts.join(Message::Comma.get(locale)), locale))
}

fn gaps_of(story: &Story, chart: &Chart) -> usize {
    super::series_of(chart).into_iter().map(|series| story.missing_years(story.series(series))).sum()
}

/// What a chart says, at normal length.
fn of_chart(story: &Story, chart: &Chart, locale: Locale) -> Vec<String> {
    if let Chart::SeriesTiles(tiles) = chart {
        return of_tiles(story, tiles, locale);
    }
    let mut lines = Vec::new();
    let mut seen = story.shown([chart]);
    if let Some(series) = chart.as_type().series() {
        let series = story.series(series);
        lines.extend(of_series(story, series, locale));
        let plotted: BTreeSet<FigureIx> = series.plotted.iter().copied().collect();
        seen.retain(|s| !matches!(s, Seen::Figure(ix) if plotted.contains(ix)));
    }
    let (semicolon, comma) = (Message::Semicolon.get(locale), Message::Enumeration.get(locale));
    let mut statements: Vec<String> = seen
        .iter()
        .map(|s| match s {
            Seen::Figure(ix) => story.statement(*ix, locale),
            Seen::Milestone(ix) => {
                let m = story.milestone(*ix);
                format!("{}{}{}", m.date.display(locale), Message::Comma.get(locale), m.label.get(locale))
            }
            Seen::Name(ix) => story.name(*ix).text.get(locale).to_string(),
            Seen::List(ix) => {
                let list = story.list(*ix);
                let mut names: Vec<&str> = list.items.iter().map(|i| i.text.get(locale)).collect();
                let more = names.len() > 2 * TOLD;
                names.truncate(2 * TOLD);
                let open = match list.open {
                    true => Message::ListGoesOn.get(locale),
                    false if more => Message::ListCut.get(locale),
                    false => "",
                };
                let goal = match list.is_target() {
                    true => Message::InBrackets.with(locale, &[Message::Goals.get(locale)]),
                    false => String::new(),
                };
                let colon = Message::Colon.get(locale);
                format!("{}{goal}{colon}{}{open}", list.label.get(locale), names.join(comma))
            }
        })
        .collect();
    let rest = statements.len().saturating_sub(TOLD);
    statements.truncate(TOLD);
    if statements.is_empty() {
        return lines;
    }
    if rest > 0 {
        statements.push(Message::AndMore.count(locale, rest));
    }
    let title = chart.as_type().heading(story, locale);
    let text = statements.join(semicolon);
    // one statement, or one under the same name, needs no heading
    let same = statements.iter().any(|s| s.starts_with(&title));
    let named = lines.is_empty() && statements.len() > 1 && !same;
    let lead = if named { format!("{title}{}", Message::Colon.get(locale)) } else { String::new() };
    lines.push(sentence(format!("{lead}{text}"), locale));
    lines
}

/// The series of each theme, and what was found in no source, by their names.
fn of_tiles(story: &Story, tiles: &SeriesTiles, locale: Locale) -> Vec<String> {
    let line = |head: &str, names: Vec<&str>| {
        let names = names.join(Message::Enumeration.get(locale));
        sentence([head, Message::Colon.get(locale), &names].concat(), locale)
    };
    let theme = |theme: &SeriesTheme| {
        let labels = theme.tiles.iter().map(|tile| story.series(tile.series).label.get(locale));
        line(theme.name.get(locale), labels.collect())
    };
    let mut lines: Vec<String> = tiles.themes.iter().map(theme).collect();
    if !tiles.missing.is_empty() {
        let missing = tiles.missing.iter().map(|missing| missing.label.get(locale));
        lines.push(line(Message::WhatIsMissing.get(locale), missing.collect()));
    }
    lines
}

/// Period, ends, extremes, direction, what is not final and gaps of a series.
fn of_series(story: &Story, series: &Series, locale: Locale) -> Vec<String> {
    let mut points: Vec<FigureIx> =
        series.plotted.iter().copied().filter(|ix| story.figure(*ix).number().is_some()).collect();
    crate::geometry::sort_by_key(&mut points, |ix| story.figure(*ix).period().start);
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return Vec::new() };
    let say = |ix: FigureIx| {
        let f = story.figure(ix);
        let (period, phrase) = (f.period().text.get(locale), f.display(locale));
        Message::PointInPeriod.with(locale, &[period, &phrase])
    };
    let label = series.label.get(locale);
    let mut lines = Vec::new();
    let n = points.len();
    lines.push(match n {
        1 => [label, Message::Colon.get(locale), &say(first)].concat(),
        _ => Message::SeriesSpan.with(locale, &[label, &n.to_string(), &say(first), &say(last)]),
    });
    if n > 1 {
        lines.push(direction(story, first, last, locale).to_string());
        // a bound has no place among the largest and the smallest
        let exact = |ix: &&FigureIx| !story.figure(**ix).is_bounded();
        let by =
            |a: &&FigureIx, b: &&FigureIx| story.figure(**a).amount().total_cmp(&story.figure(**b).amount());
        let highest = points.iter().filter(exact).max_by(by);
        let lowest = points.iter().filter(exact).min_by(by);
        if let (Some(high), Some(low)) = (highest, lowest) {
            let (high, low) = (say(*high), say(*low));
            lines.push(Message::Extremes.with(locale, &[&high, &low]));
        }
    }
    let bounded = points.iter().filter(|ix| story.figure(**ix).is_bounded());
    let bounded: Vec<String> = bounded.map(|ix| say(*ix)).collect();
    if !bounded.is_empty() {
        let list = bounded.join(Message::Enumeration.get(locale));
        lines.push(Message::NotExactPoints.with(locale, &[&list]));
    }
    lines.extend(story.status_years(series, locale));
    let gaps = story.gaps(series);
    if !gaps.is_empty() {
        let count = story.missing_years(series);
        let runs: Vec<String> = gaps.into_iter().map(|g| years_text(g, locale)).collect();
        let runs = runs.join(Message::Enumeration.get(locale));
        lines.push(Message::YearsMissing.with(locale, &[&count.to_string(), &runs]));
    }
    lines.into_iter().map(|line| sentence(line, locale)).collect()
}

/// Whether the last point stands higher than the first: said only where both are exact and follow one definition.
fn direction(story: &Story, first: FigureIx, last: FigureIx, locale: Locale) -> &'static str {
    let (a, b) = (story.figure(first), story.figure(last));
    let message = if a.definition() != b.definition() {
        Message::EndsDefinition
    } else if a.is_bounded() || b.is_bounded() {
        Message::EndsNotExact
    } else {
        match b.amount().total_cmp(&a.amount()) {
            std::cmp::Ordering::Greater => Message::EndsHigher,
            std::cmp::Ordering::Less => Message::EndsLower,
            std::cmp::Ordering::Equal => Message::EndsEqual,
        }
    };
    message.get(locale)
}
