//! `target-as-result`: an aim or a size class may not be drawn with the mark of a result (caution c04), nor said as one.

use crate::diagnostic::Both;
use crate::locale::{Locale, Text};
use crate::model::figure::{FigureIx, Value};
use crate::rules::{texts, Bench, Place};

/// Whether the words of a period call it a goal.
fn says_goal(locale: Locale, text: &str) -> bool {
    let catalogue = locale.catalogue();
    let text = text.to_lowercase();
    catalogue.goal_words.iter().any(|goal| match catalogue.spaced {
        true => text.split(|c: char| !c.is_alphabetic()).any(|word| word == *goal),
        false => text.contains(goal),
    })
}

/// An aim that is typed as something else: its period, its deadline or a list of aims says so.
pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let period = &figure.period().text;
        let says = period.iter().any(|(locale, text)| says_goal(locale, text));
        // or a list of aims counts it among them
        let listed =
            bench.story.lists().iter().any(|l| l.is_target() && l.items.iter().any(|i| i.figure == Some(ix)));
        let exempt = figure.is_target() || figure.is_class();
        if exempt || !(says || listed || figure.deadline().is_some()) {
            continue;
        }
        let (name, path) = (bench.name(ix), Place::Figure(ix, "status"));
        bench.error(
            "target-as-result",
            path,
            Both::new(
                format!("{}在来源里是目标，status 却不是 target", name.zh()),
                format!(
                    "{} is a goal by its period, deadline or list, but its status is not target",
                    name.en()
                ),
            ),
            Both::new("加上 \"status\": \"target\"", "add \"status\": \"target\""),
        );
    }
}

/// A number of a time after its source was dated cannot be a result, and a date after it not one of what has happened.
pub(super) fn check_future(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        if !figure.status().is_result() || figure.is_class() {
            continue;
        }
        let period = figure.period();
        let date = match figure.value() {
            Value::Date(date) => Some(date),
            _ => period.end.or(period.start),
        };
        let source = bench.story.source(figure.source().source);
        let Some((until, dated)) = date.zip(source.dated()) else { continue };
        if until.first_day() <= dated.last_day() {
            continue;
        }
        let (until, dated) = (until.iso(), dated.iso());
        let (name, path) = (bench.name(ix), Place::Figure(ix, "status"));
        bench.error(
            "target-as-result",
            path,
            Both::new(
                format!("{}的期间到{until}，来源却写于{dated}：还不是结果", name.zh()),
                format!("{} is of {until}, but its source is dated {dated}: it is no result yet", name.en()),
            ),
            Both::new(
                "加上 \"status\": \"target\"（目标）或 \"forecast\"（预测），或核对期间",
                "add \"status\": \"target\" or \"forecast\", or check the period",
            ),
        );
    }
}

/// A title, sentence or note that quotes an aim calls it one: its number alone reads as a result.
pub(super) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, text) in texts(story) {
        for locale in story.languages() {
            let Some(ix) = unsaid_goal(bench, text, *locale) else { continue };
            let name = bench.name(ix);
            bench.error(
                "target-as-result",
                place.clone(),
                Both::new(
                    format!("{}是目标，这句话（{}）没有说它是目标", name.zh(), locale.code()),
                    format!("{} is a goal, and this text ({}) does not say so", name.en(), locale.code()),
                ),
                Both::new(
                    format!("写明是目标，如“{}”", aims(*locale).join("”“")),
                    format!(
                        "say that it is one, with a word such as {}",
                        aims(*locale).map(|word| format!("\"{word}\"")).join(", ")
                    ),
                ),
            );
        }
    }
}

/// The words that are proposed.
fn aims(locale: Locale) -> [&'static str; 3] {
    let words = locale.catalogue().aim_words;
    [0, 1, 2].map(|i| words.get(i).map_or("", |word| word.trim()))
}

/// The aim that a text quotes without a word that makes it one.
fn unsaid_goal(bench: &Bench, text: &Text, locale: Locale) -> Option<FigureIx> {
    let pieces = bench.story.expand(text, locale);
    let goal =
        pieces.iter().filter_map(|(_, figure)| *figure).find(|ix| bench.story.figure(*ix).is_target())?;
    let said: String = pieces.iter().map(|(piece, _)| piece.to_lowercase()).collect();
    let says = locale.catalogue().aim_words.iter().any(|word| said.contains(word));
    (!says).then_some(goal)
}
