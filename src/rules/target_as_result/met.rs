//! `target-as-result`, of goals that are said to be met: no result that is drawn beside the goal reaches it.
//!
//! **Invariant**: only amounts are compared, with a goal that is no ceiling and is not about having less of something;
//! what is denied, asked or still to come is never in the way.

use crate::diagnostic::Both;
use crate::locale::recognition::sayings::sayings;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx};
use crate::rules::comparison_word::said::{flat, has_any};
use crate::rules::comparison_word::{order, Order};
use crate::rules::{texts, Bench, Place};
use crate::statement::{Bound, Measure};
use crate::story::Story;

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, text) in texts(story) {
        let Place::Scene(scene, _) = place else { continue };
        let shown = story.shown_figures(story.scenes()[scene].charts());
        let Some((goal, result)) = short_of(story, &shown) else { continue };
        for locale in story.languages() {
            let Some((_, text)) = text.iter().find(|(l, _)| l == locale) else { continue };
            let flat = flat(story, text, *locale);
            let words = flat.between.join(" ");
            // a goal that is not drawn may be another one
            if flat.figures.iter().any(|ix| !shown.contains(ix)) {
                continue;
            }
            if let Some(word) = met(&words, *locale) {
                tell(bench, place.clone().in_language(*locale), (goal, result), word, *locale);
            }
        }
    }
}

/// A goal and a result of a chapter where no result reaches any goal, and all are amounts of one kind.
fn short_of(story: &Story, shown: &[FigureIx]) -> Option<(FigureIx, FigureIx)> {
    let (goals, others): (Vec<FigureIx>, Vec<FigureIx>) =
        shown.iter().copied().partition(|ix| story.figure(*ix).is_target());
    let results: Vec<FigureIx> =
        others.into_iter().filter(|ix| story.figure(*ix).status().is_result()).collect();
    let below = |goal: &FigureIx, result: &FigureIx| {
        order(story.figure(*result), story.figure(*goal)) == Some(Order::Below)
    };
    let is_short = goals
        .iter()
        .all(|goal| is_floor(story.figure(*goal)) && results.iter().all(|result| below(goal, result)));
    let (goal, result) = (goals.first()?, results.first()?);
    is_short.then_some((*goal, *result))
}

/// Whether a goal is an amount of which more is better.
fn is_floor(goal: &Figure) -> bool {
    let is_amount = matches!(goal.measure(), Measure::Level | Measure::Flow | Measure::Count);
    let is_ceiling = matches!(goal.bound(), Bound::UpTo | Bound::LessThan | Bound::About | Bound::Nearly);
    let less = |(locale, label): (Locale, &str)| {
        let label = label.to_lowercase();
        sayings(locale).better_less.iter().any(|word| label.contains(word))
    };
    is_amount && !is_ceiling && !goal.is_class() && !goal.label().iter().any(less)
}

/// The words by which a text says that a goal was met.
fn met(words: &str, locale: Locale) -> Option<&'static str> {
    let (sayings, spaced) = (sayings(locale), locale.catalogue().spaced);
    let is_goal = has_any(words, sayings.goal, spaced);
    let unclear = has_any(words, sayings.not_met, spaced) || words.contains(['?', '？']);
    let less = sayings.better_less.iter().any(|word| words.contains(word));
    let found = || sayings.met.iter().copied().find(|word| has_any(words, &[word], spaced));
    found().filter(|_| is_goal && !unclear && !less)
}

fn tell(bench: &mut Bench, place: Place, (goal, result): (FigureIx, FigureIx), word: &str, locale: Locale) {
    let [goal, result] = [goal, result].map(|ix| bench.story.figure(ix).display(locale));
    bench.warn(
        "target-as-result",
        place,
        Both::new(
            format!("这里说“{word}”，图上的结果（{result}）却都没有达到目标（{goal}）"),
            format!("this says \"{word}\", and no result that is drawn ({result}) reaches the goal ({goal})"),
        ),
        Both::new(
            "改这个说法；目标是越少越好的，就给它写上 \"bound\": \"up_to\"；数值不用改",
            "say it otherwise; a goal to have no more than so much has \"bound\": \"up_to\"; no number changes",
        ),
    );
}
