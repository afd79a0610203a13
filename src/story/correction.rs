//! What a version of a story says otherwise than the one before it: stated in the story, shown where the figure is.
//!
//! **Invariant**: the last correction of a figure ends at what the figure now says, in both languages (correction_check.rs).

use crate::locale::date::Date;
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::Facts;
use serde::{Deserialize, Serialize};

/// At the last correction of a figure, `new` is the figure's own phrase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 原来的说法，连同限定和单位 · what it said, with bound and unit
    pub old: Text,
    /// 现在的说法，与数字一致 · what it says now, as the figure does
    pub new: Text,
    /// 更正日期 · date of the correction
    pub date: Date,
    /// 为什么更正 · why
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
