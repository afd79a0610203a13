//! Checks that the last correction of a figure ends at what the figure now says.
//!
//! **Invariant**: adds diagnostics and changes nothing.

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::locale::Locale;
use crate::rules::{Locator, Place};
use crate::story::Story;

/// A correction that ends elsewhere than its figure would let the text and the chart disagree.
pub(crate) fn check(story: &Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    for (i, correction) in story.corrections.iter().enumerate() {
        if story.corrections[i + 1..].iter().any(|later| later.figure == correction.figure) {
            continue;
        }
        let figure = story.figure(correction.figure);
        let says = |locale: Locale| figure.display(locale);
        if story.languages().iter().all(|locale| says(*locale) == correction.new.get(*locale)) {
            continue;
        }
        let message = Both::new(
            format!("更正的结果与数字“{}”现在的说法不一致", figure.id()),
            format!("the correction ends elsewhere than what {:?} says now", figure.id()),
        );
        let now = |open: &str, close: &str| {
            let said = story.languages().iter().map(|l| format!("{} {open}{}{close}", l.code(), says(*l)));
            said.collect::<Vec<_>>()
        };
        let help = Both::new(
            format!("写成 {}，或改正数字", now("“", "”").join("、")),
            format!("write {}, or correct the figure", now("\"", "\"").join(" and ")),
        );
        let at = places.locate(&Place::Correction(i, "new"));
        diagnostics.push(Diagnostic::new(Severity::Error, "correction-mismatch", at, message, help));
    }
}
