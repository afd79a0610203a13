//! What a version of a story says otherwise than the one before it: stated in the story, shown where the figure is.
//!
//! **Invariant**: the last correction of a figure ends at what the figure now says, in both languages.

use super::figure::FigureIx;
use super::load::Document;
use super::problem::{Both, Problems, Severity};
use super::Story;
use crate::locale::date::Date;
use crate::locale::{Locale, Text};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    pub figure: FigureIx,
    /// As it stood, with its bound and unit: 43.7%.
    pub old: Text,
    /// As it stands; at the last correction of a figure this is the figure's own phrase.
    pub new: Text,
    pub date: Date,
    pub why: Text,
}

impl Correction {
    /// In pieces, the new phrase with the figure that it opens.
    pub fn sentence(&self, story: &Story, locale: Locale) -> Vec<(String, Option<FigureIx>)> {
        let label = story.figure(self.figure).label().get(locale);
        let (date, old, why) = (self.date.display(locale), self.old.get(locale), self.why.get(locale));
        let new = (self.new.get(locale).to_string(), Some(self.figure));
        match locale {
            Locale::Zh => {
                vec![(format!("更正于{date}：{label}原为{old}，现为"), None), new, (format!("。{why}"), None)]
            }
            Locale::En => vec![
                (format!("Corrected on {date}: {label} was {old} and is now "), None),
                new,
                (format!(". {why}"), None),
            ],
        }
    }
}

/// A correction that ends elsewhere than its figure would let the text and the chart disagree.
pub(super) fn check(story: &Story, doc: &Document, problems: &mut Problems) {
    for (i, correction) in story.corrections.iter().enumerate() {
        if story.corrections[i + 1..].iter().any(|later| later.figure == correction.figure) {
            continue;
        }
        let figure = story.figure(correction.figure);
        let says = |locale| figure.display(locale);
        if Locale::ALL.into_iter().all(|locale| says(locale) == correction.new.get(locale)) {
            continue;
        }
        let path = format!("corrections[{i}].new");
        let at = doc.offset(&path);
        let message = Both::new(
            format!("更正的结果与数字“{}”现在的说法不一致", figure.id()),
            format!("the correction ends elsewhere than what {:?} says now", figure.id()),
        );
        let remedy = Both::new(
            format!("写成 zh“{}”、en“{}”，或改正数字", says(Locale::Zh), says(Locale::En)),
            format!("write zh {:?} and en {:?}, or correct the figure", says(Locale::Zh), says(Locale::En)),
        );
        problems.add(Severity::Error, "correction-mismatch", &doc.text, at, path, message, remedy);
    }
}
