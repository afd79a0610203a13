//! A series as dots, one a published period; lines only between neighbouring ones of one definition and publisher family;
//! the years without a figure stay empty, are shown on a rail and counted.
//!
//! **Invariant**: nothing is drawn between years that are not neighbours, and the axis of amounts has 0: it goes below
//! where a number does.

mod card;
mod drawing;
mod grid;
pub(super) mod marks;
mod milestones;
mod moments;
mod rail;
mod waiting;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::period_axis::{self, joined};
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, MilestoneIx, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use drawing::place;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DotLine {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 序列 · series
    pub series: SeriesIx,
    /// 量级带 · size class as a band
    pub band: Option<FigureIx>,
    /// 标注的大事 · annotated milestones
    #[serde(default)]
    pub milestones: Vec<MilestoneIx>,
    /// 年份格 · rail of year cells
    #[serde(default)]
    pub rail: bool,
    /// 原文所印，画空心环 · the article's own, as rings
    #[serde(default)]
    pub compare: Vec<FigureIx>,
    /// 不同口径用不同的点 · a shape for each definition
    #[serde(default)]
    pub definitions: bool,
    /// 每点一条从零起的细线，不成线的点便于比较 · a thin line from zero to each point, so that points without a line compare
    #[serde(default)]
    pub stems: bool,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for DotLine {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        facts.series(self.series).plotted.iter().for_each(|ix| see(Seen::Figure(*ix)));
        self.milestones.iter().for_each(|ix| see(Seen::Milestone(*ix)));
        self.band.iter().chain(&self.compare).for_each(|ix| see(Seen::Figure(*ix)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        let title = self.title.as_ref().unwrap_or(&facts.series(self.series).label);
        title.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        Some(self.series)
    }
    fn least_width(&self) -> f64 {
        250.0
    }
    fn least_height(&self) -> f64 {
        250.0
    }
    fn stretches(&self) -> bool {
        true
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        let spare = space.spare(builder, |builder| place(builder, space.area(), self, 0.0));
        place(builder, space.area(), self, spare)
    }
}

impl Acceptance for DotLine {
    fn slots(&self, facts: &Facts) -> Vec<Slot> {
        let points = facts.series(self.series).plotted.iter();
        let mut slots: Vec<Slot> = points.map(|ix| Slot::new(*ix, "series", &Points)).collect();
        slots.extend(self.band.map(|ix| Slot::new(ix, "band", &Band)));
        slots.extend(Slot::each(self.compare.iter().copied(), "compare", "", &Compare));
        slots
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        // its axis reaches to the largest number, and a point has a place wherever it lies
        Vec::new()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        // every point of a series has its unit and its whole; the article's figure may be of a whole that the article
        // does not name, where it says so
        let Some(first) = facts.series(self.series).plotted.first() else { return Vec::new() };
        let like = facts.figure(*first);
        let mut all = Vec::new();
        // what a month brought together has no place beside what a year did
        if like.measure() == Measure::Flow {
            let points = facts.series(self.series).plotted.iter();
            let points: Vec<Slot> = points.map(|ix| Slot::new(*ix, "series", &Points)).collect();
            all.extend(period_axis::one_length(facts, &points));
        }
        for slot in Slot::each(self.compare.iter().copied(), "compare", "", &Compare) {
            let figure = facts.figure(slot.figure);
            let noted = figure.denominator().is_some_and(|d| !d.stated);
            if figure.unit().id != like.unit().id {
                all.push(Refusal::of(&slot, Reason::MixedUnit(*first)));
            }
            if !noted && !same_whole(like, figure) {
                all.push(Refusal::of(&slot, Reason::MixedWhole(*first)));
            }
        }
        all
    }
}

/// The points of the series, each at its date; what is known to the year stands in the middle of its year.
pub struct Points;

impl Table for Points {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Level | Measure::Flow | Measure::Count | Measure::Share | Measure::Rate => Ok(()),
            Measure::Growth | Measure::Change | Measure::Points => Err(Reason::Change),
            Measure::Multiple | Measure::Ratio | Measure::Rank | Measure::Index | Measure::Date => {
                Err(Reason::Measure(measure))
            }
        }
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed_open_or_soft(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        any_sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        numbers(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        match precision {
            Precision::Day | Precision::Month | Precision::Quarter | Precision::Year => Ok(()),
            Precision::Months | Precision::Years | Precision::Named => Err(Reason::Precision(precision)),
        }
    }
}

/// The name of a size class.
pub struct Band;

impl Table for Band {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        match form {
            Form::Class => Ok(()),
            Form::Amount => Err(Reason::NoClass),
            Form::OpenList => Err(Reason::OpenList),
        }
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

/// The article's own figures.
pub struct Compare;

impl Table for Compare {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        Points.measure(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound)).map(|_| Look::Ring)
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        any_sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        numbers(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        match precision {
            Precision::Year | Precision::Years => Ok(()),
            Precision::Day | Precision::Month | Precision::Months | Precision::Quarter | Precision::Named => {
                Err(Reason::Precision(precision))
            }
        }
    }
}

/// From here on the points of a series are one line and not each a mark with its label: there is no room for more.
pub(super) const DENSE: usize = 240;

/// Key of the datum that stands for the points of a dense series.
pub fn points_key(series: &str) -> String {
    format!("{series}-points")
}

/// Key of the datum that a gap is, by its first year.
pub fn gap_key(series: &str, from: i32) -> String {
    format!("{series}-gap-{from}")
}

pub(super) fn year_of(figure: &Figure) -> Option<i32> {
    figure.period().start.or(figure.period().end).map(|d| d.year)
}
