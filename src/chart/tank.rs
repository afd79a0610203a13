//! What has been brought together so far, as the level of one vessel: a dated water line for each published amount.
//!
//! **Invariant**: the vessel begins at nothing, and all its lines are on one scale; a line that is a bound stays open on
//! the side on which the amount may lie.

mod drawing;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tank {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 序列，至多 8 点 · series of 8 points at most
    pub series: SeriesIx,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// More lines than these have no room for their labels.
const MOST: usize = 8;
/// The least and the greatest height of what the largest amount fills, CSS px.
const HIGH: f64 = 150.0;
const HIGHEST: f64 = 360.0;

impl ChartType for Tank {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        facts.series(self.series).plotted.iter().for_each(|ix| see(Seen::Figure(*ix)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        let title = self.title.as_ref().unwrap_or(&facts.series(self.series).label);
        title.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        // years between two lines are no gaps: what was brought together before stays
        None
    }
    fn least_width(&self) -> f64 {
        250.0
    }
    fn least_height(&self) -> f64 {
        200.0
    }
    fn stretches(&self) -> bool {
        true
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        let spare = space.spare(builder, |builder| drawing::place(builder, space.area(), self, HIGH));
        drawing::place(builder, space.area(), self, (HIGH + spare).clamp(HIGH, HIGHEST))
    }
}

impl Acceptance for Tank {
    fn slots(&self, facts: &Facts) -> Vec<Slot> {
        let points = facts.series(self.series).plotted.iter();
        points.map(|ix| Slot::new(*ix, "series", &Levels)).collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let most = largest(facts, &slots);
        let mut all = Vec::new();
        for (i, slot) in slots.iter().enumerate() {
            if i >= MOST {
                all.push(Refusal::of(slot, Reason::AtMost(MOST as u32)));
            } else if too_small(facts.figure(slot.figure), (0.0, most), HIGH) {
                all.push(Refusal::of(slot, Reason::TooSmall));
            }
        }
        all
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        one_scale(facts, &self.slots(facts))
    }
}

/// Amounts that are there at a date.
pub struct Levels;

impl Table for Levels {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Level | Measure::Count => Ok(()),
            Measure::Growth | Measure::Change | Measure::Points => Err(Reason::Change),
            // what a year brought is no level
            Measure::Flow
            | Measure::Share
            | Measure::Rate
            | Measure::Multiple
            | Measure::Ratio
            | Measure::Rank
            | Measure::Index
            | Measure::Date => Err(Reason::Measure(measure)),
        }
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed_open_or_soft(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        not_below_zero(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        numbers(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}
