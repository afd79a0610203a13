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
        let says = |locale| figure.display(locale);
        if Locale::ALL.into_iter().all(|locale| says(locale) == correction.new.get(locale)) {
            continue;
        }
        let message = Both::new(
            format!("更正的结果与数字“{}”现在的说法不一致", figure.id()),
            format!("the correction ends elsewhere than what {:?} says now", figure.id()),
        );
        let help = Both::new(
            format!("写成 zh“{}”、en“{}”，或改正数字", says(Locale::Zh), says(Locale::En)),
            format!("write zh {:?} and en {:?}, or correct the figure", says(Locale::Zh), says(Locale::En)),
        );
        let at = places.locate(&Place::Correction(i, "new"));
        diagnostics.push(Diagnostic::new(Severity::Error, "correction-mismatch", at, message, help));
    }
}
