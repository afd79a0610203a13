//! When the numbers of a picture were so: of those whose period no word of the picture gives, the foot tells it.
//!
//! **Invariant**: reads what is drawn, so that it holds for every chart; points of several times of a series stand on an axis
//! or in a list that dates them, and are not looked at.

use crate::layout::mark::Shape;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx, Operation, Period, Value};
use crate::statement::{Measure, Precision};
use crate::story::{Scene, Story};
use std::collections::BTreeSet;

/// Returns the figures that have been drawn and whose period stands nowhere: not in a mark, the title or the subtitle.
pub(super) fn untold(builder: &SceneBuilder, story: &Story, scene: &Scene) -> Vec<FigureIx> {
    let locale = builder.locale;
    let mut words: Vec<String> =
        [&scene.title, &scene.subtitle].map(|text| story.expand_plain(text, locale)).to_vec();
    words.extend(builder.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(run) => Some(run.text.to_string()),
        _ => None,
    }));
    let drawn: Vec<FigureIx> = builder.data.iter().filter_map(|datum| datum.figure).collect();
    let all = builder.facts.all_series().iter();
    let own =
        all.map(|series| series.plotted.iter().filter(|ix| drawn.contains(ix)).copied().collect::<Vec<_>>());
    let period = |ix: &FigureIx| builder.figure(*ix).period();
    let are_several =
        |points: &Vec<FigureIx>| points.windows(2).any(|pair| !period(&pair[0]).is_same(period(&pair[1])));
    let dated: BTreeSet<FigureIx> = own.filter(are_several).flatten().collect();
    drawn
        .into_iter()
        .filter(|ix| !dated.contains(ix) && !is_told(builder.figure(*ix), &words, locale))
        .collect()
}

/// Whether some words give the period of a figure: its name before what it has in brackets or, unless it is a part of a
/// year, all years that it names. What is not dated has none to give, and a place in an order of time is its own.
fn is_told(figure: &Figure, words: &[String], locale: Locale) -> bool {
    if !figure.deadline().is_none_or(|text| has_years_of(words, text.get(locale))) {
        return false;
    }
    let period = figure.period().text.get(locale);
    let mut years = years(period).peekable();
    let is_dated = figure.period().precision() != Precision::Named || years.peek().is_some();
    let is_number = matches!(figure.value(), Value::Number(_) | Value::Range(..));
    if !is_dated || !is_number || figure.measure() == Measure::Rank && figure.of.is_none() {
        return true;
    }
    let name = period.split(['（', '(']).next().unwrap_or(period).trim();
    let has = |part: &str| words.iter().any(|text| text.contains(part));
    has(name) || !is_part_of_a_year(figure.period()) && years.peek().is_some() && years.all(has)
}

/// Whether some words have a text, or all years that it names.
fn has_years_of(words: &[String], text: &str) -> bool {
    let has = |part: &str| words.iter().any(|own| own.contains(part));
    has(text) || years(text).next().is_some() && years(text).all(has)
}

/// Whether it is some months of a year, which the year alone does not tell.
fn is_part_of_a_year(period: &Period) -> bool {
    match period.precision() {
        Precision::Month | Precision::Months | Precision::Quarter => true,
        Precision::Day | Precision::Year | Precision::Years | Precision::Named => false,
    }
}

/// The years that a text names.
fn years(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4)
}

/// Returns the periods of some figures in words, each with the names of its figures unless it is that of all that the scene
/// draws; nothing for none.
pub(super) fn line(story: &Story, scene: &Scene, figures: &[FigureIx], locale: Locale) -> Option<String> {
    let facts = story.facts();
    let mut periods: Vec<(&Figure, Vec<&str>)> = Vec::new();
    let are_same = |a: &Figure, b: &Figure| a.period().is_same(b.period()) && a.deadline() == b.deadline();
    // the same amount in another unit is of the same time
    let own = |figure: &&Figure| figure.derivation().is_none_or(|from| from.operation != Operation::Convert);
    for figure in figures.iter().map(|ix| facts.figure(*ix)).filter(own) {
        let name = figure.label().get(locale);
        match periods.iter_mut().find(|(first, _)| are_same(first, figure)) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => periods.push((figure, vec![name])),
        }
    }
    let words = |figure: &Figure| figure.period_and_deadline(locale);
    let each: Vec<String> = match &periods[..] {
        [] => return None,
        // a deadline is that of its own figure alone
        [(figure, _)] if figure.deadline().is_none() && is_of_all(story, scene, figure.period(), locale) => {
            vec![words(figure)]
        }
        several => several.iter().map(|(figure, names)| named(&words(figure), names, locale)).collect(),
    };
    Some([Message::DrawnPeriod.get(locale), &each.join(Message::Semicolon.get(locale))].concat())
}

/// Whether all figures of a scene that name a year are of one period.
fn is_of_all(story: &Story, scene: &Scene, period: &Period, locale: Locale) -> bool {
    let shown = story.shown_figures(scene.charts());
    let periods = shown.iter().map(|ix| story.figure(*ix).period());
    periods.filter(|own| years(own.text.get(locale)).next().is_some()).all(|own| own.is_same(period))
}

fn named(period: &str, names: &[&str], locale: Locale) -> String {
    let names = names.join(Message::Enumeration.get(locale));
    [period, &Message::InBrackets.with(locale, &[&names])].concat()
}
