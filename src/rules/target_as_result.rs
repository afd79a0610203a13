//! `target-as-result`: an aim or a size class may not be drawn with the mark of a result (caution c04).

use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::rules::{Bench, Place};

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
