//! What a version of a story says otherwise than the one before it: stated in the story, shown where the figure is.
//!
//! **Invariant**: the last correction of a figure ends at what the figure now says, in both languages (correction_check.rs).

use crate::locale::date::Date;
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::Facts;
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
    pub fn sentence(&self, facts: &Facts, locale: Locale) -> Vec<(String, Option<FigureIx>)> {
        let label = facts.figure(self.figure).label().get(locale);
        let (date, old, why) = (self.date.display(locale), self.old.get(locale), self.why.get(locale));
        let new = (self.new.get(locale).to_string(), Some(self.figure));
        let before = Message::CorrectedFrom.with(locale, &[&date, label, old]);
        vec![(before, None), new, (Message::CorrectedWhy.with(locale, &[why]), None)]
    }
}
