//! `target-as-result`: an aim, a forecast or a size class may not be drawn with the mark of a result (caution c04), nor
//! said as one. A period that has a word of a goal or a forecast in it is one.

pub(super) mod aimed;
pub(super) mod met;

use crate::chart::timeline::Event;
use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::{Locale, Text};
use crate::model::figure::{FigureIx, Value};
use crate::model::{List, MilestoneIx};
use crate::rules::{texts, Bench, Place};
use crate::statement::Status;

/// The first of some words that a period's text has, other than in the name of a plan.
fn said(locale: Locale, text: &str, words: &[&'static str]) -> Option<&'static str> {
    let catalogue = locale.catalogue();
    let named = |text: String, name: &&str| text.replace(name, " ");
    let text = catalogue.plan_names.iter().fold(text.to_lowercase(), named);
    words.iter().copied().find(|said| match catalogue.spaced {
        true => text.split(|c: char| !c.is_alphabetic()).any(|word| word == *said),
        false => text.contains(said),
    })
}

/// Something that has not happened and is typed as a result: its period, its deadline or a list of aims says so.
pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        if figure.is_target() || figure.is_class() {
            continue;
        }
        let period = || figure.period().text.iter();
        let goal = period().find_map(|(locale, text)| said(locale, text, locale.catalogue().goal_words));
        let forecast = || {
            let said = period().find_map(|(l, text)| said(l, text, l.catalogue().forecast_words));
            said.filter(|_| figure.status().is_result())
        };
        // or a list of aims counts it among them
        let counts = |list: &&List| list.is_target() && list.items.iter().any(|item| item.figure == Some(ix));
        let listed = bench.story.lists().iter().find(counts);
        let (status, zh, en) = if let Some(word) = goal {
            (Status::Target, format!("的期间写着“{word}”"), format!("has \"{word}\" in its period"))
        } else if let Some(word) = forecast() {
            (Status::Forecast, format!("的期间写着“{word}”"), format!("has \"{word}\" in its period"))
        } else if let Some(list) = listed {
            (
                Status::Target,
                format!("在目标名单“{}”里", list.label.zh()),
                format!("is in a list of goals, \"{}\"", list.label.en()),
            )
        } else if figure.deadline().is_some() {
            (Status::Target, "写了期限".into(), "has a deadline".into())
        } else {
            continue;
        };
        let (kind_zh, kind_en) = match status {
            Status::Forecast => ("预测", "a forecast"),
            _ => ("目标", "a goal"),
        };
        let (name, place) = (bench.name(ix), Place::Figure(ix, "status"));
        let edit = bench.set(&place, &format!("\"{}\"", status.name()));
        bench.error_with(
            "target-as-result",
            place,
            (
                Both::new(
                    format!("{}{zh}，是{kind_zh}，却会画成已有的结果", name.zh()),
                    format!("{} {en}, so it is {kind_en}, but it would be drawn as a result", name.en()),
                ),
                match figure.id().contains('@') {
                    true => Both::new(
                        format!("在 CSV 的 status 一栏写 {}（{kind_zh}）；数值不用改", status.name()),
                        format!(
                            "write {} in the column status of the CSV; the number stays as it is",
                            status.name()
                        ),
                    ),
                    false => Both::new(
                        format!("加上 \"status\": \"{}\"（{kind_zh}）；数值不用改", status.name()),
                        format!("add \"status\": \"{}\"; the number stays as it is", status.name()),
                    ),
                },
            ),
            edit,
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

/// An event on a line of time that its source cannot have seen: a milestone has the mark of what has happened.
pub(super) fn check_chart(bench: &mut Bench, chart: &Chart) {
    let events: Vec<(String, MilestoneIx)> = match chart {
        Chart::Timeline(chart) => {
            let lanes = chart.lanes.iter().enumerate();
            let lanes = lanes.flat_map(|(l, lane)| {
                lane.events
                    .iter()
                    .enumerate()
                    .map(move |(i, event)| (format!("lanes[{l}].events[{i}]"), event))
            });
            let own = chart.events.iter().enumerate().map(|(i, event)| (format!("events[{i}]"), event));
            own.chain(lanes)
                .filter_map(|(at, event)| match event {
                    Event::Milestone(ix) => Some((format!("{at}.milestone"), *ix)),
                    Event::Figure(_) => None,
                })
                .collect()
        }
        Chart::DotLine(chart) => {
            chart.milestones.iter().enumerate().map(|(i, ix)| (format!("milestones[{i}]"), *ix)).collect()
        }
        _ => return,
    };
    for (member, ix) in events {
        let milestone = bench.story.milestone(ix);
        let Some(dated) = bench.story.source(milestone.source.source).dated() else { continue };
        if milestone.date.first_day() <= dated.last_day() {
            continue;
        }
        let (date, dated, label) = (milestone.date.iso(), dated.iso(), milestone.label.clone());
        bench.refuse(
            "target-as-result",
            member,
            Both::new(
                format!("“{}”在{date}，来源却写于{dated}：还没有发生", label.zh()),
                format!("\"{}\" is of {date}, but its source is dated {dated}: it has not happened yet", label.en()),
            ),
            Both::new(
                "核对日期；是目标就登记为数字（\"measure\": \"date\"，\"status\": \"target\"），画成空心",
                "check the date; a goal is entered as a figure (\"measure\": \"date\", \"status\": \"target\") and drawn hollow",
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
