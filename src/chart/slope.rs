//! A slope chart: a line for each item from its earlier value to its later one.
//!
//! Both axes have one scale from zero; each end has its own number, with its bound and unit.
//!
//! **Invariant**: a line joins two numbers of one unit, one whole and periods of one length; what is missing has no
//! line, an aim no solid one. No label lies on another.

mod labels;
mod lines;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::plot::{Axes, Axis, Element};
use crate::geometry::Rect;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use labels::{beside, label_of, periods, Label, Run};
use lines::{Change, End, Line};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Slope {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 各项，每项两期 · items, each in two periods
    pub items: Vec<Pair>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// One thing in two periods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// 前一期的数字 · figure of the earlier period
    pub from: FigureIx,
    /// 后一期的数字 · figure of the later period
    pub to: FigureIx,
    /// 名称；缺省用后一个数字的名称 · label; absent: that of the later figure
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub label: Option<Text>,
}

impl ChartType for Slope {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        for item in &self.items {
            see(Seen::Figure(item.from));
            see(Seen::Figure(item.to));
        }
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => labels(facts, self.items.iter().map(|i| i.to), locale),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        260.0
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

impl Acceptance for Slope {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let from = Slot::each(self.items.iter().map(|i| i.from), "items", ".from", &Ends);
        from.into_iter().chain(Slot::each(self.items.iter().map(|i| i.to), "items", ".to", &Ends)).collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let too_long = |slot: &&Slot| {
            let locales = Locale::ALL.iter();
            locales.map(|l| facts.figure(slot.figure).phrase(*l).digits.chars().count()).any(|n| n > LONGEST)
        };
        self.slots(facts).iter().filter(too_long).map(|slot| Refusal::of(slot, Reason::TooLong)).collect()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let mut all = one_scale(facts, &slots);
        let (from, to) = slots.split_at(self.items.len());
        for axis in [from, to] {
            let Some((first, rest)) = axis.split_first() else { continue };
            let period = |slot: &Slot| facts.figure(slot.figure).period();
            let other = |slot: &&Slot| !period(slot).is_same(period(first));
            all.extend(
                rest.iter().filter(other).map(|slot| Refusal::of(slot, Reason::MixedPeriod(first.figure))),
            );
        }
        for (a, b) in from.iter().zip(to) {
            let precision = |slot: &Slot| facts.figure(slot.figure).period().precision();
            if precision(a) != precision(b) {
                all.push(Refusal::of(b, Reason::UnlikePeriods(a.figure)));
            }
            all.extend(not_both_of_a_time(facts, (a, b)));
            // time runs from the left to the right
            let dated = |slot: &Slot| facts.figure(slot.figure).period().start.map(|date| date.years());
            if dated(a).zip(dated(b)).is_some_and(|(a, b)| b < a) {
                all.push(Refusal::of(b, Reason::Backwards(a.figure)));
            }
        }
        all
    }
}

/// Both ends of the lines.
pub struct Ends;

impl Table for Ends {
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
        match status {
            Status::Final | Status::Preliminary | Status::Revised | Status::Estimated => {
                closed_open_or_soft(bound)
            }
            Status::Forecast | Status::Target => match bound {
                Bound::Exact | Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::UpTo => {
                    Ok(Look::Outline)
                }
                Bound::About | Bound::Nearly | Bound::Between => Err(Reason::Bound(bound)),
            },
        }
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        match sign {
            // the axes go below zero, and zero is marked
            Sign::Negative | Sign::Zero | Sign::Positive => Ok(()),
        }
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        match absence {
            Absence::Missing | Absence::NotApplicable => Ok(Look::Gap),
        }
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

/// Digits, points and commas of a number that still fits beside its axis in the narrowest picture.
const LONGEST: usize = 13;
const RADIUS: f64 = 4.5;
/// From an axis to its labels.
const GAP: f64 = 16.0;
/// Length of an open end.
const OPEN: f64 = 22.0;
const SMALL: Font = Font::sans(13.0);
/// Between a number and the name behind it.
const SPACE: f64 = 8.0;
/// A line that is longer looks flat however much it rises.
const WIDEST: f64 = 440.0;

fn place(builder: &mut SceneBuilder, area: Area, spec: &Slope, spare: f64) -> f64 {
    let (facts, start) = (builder.facts, builder.delay);
    let mut top = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        top += builder.heading(area.x, top, area.w, &title) + 4.0;
    }
    let Some(first) = spec.items.first() else { return top - area.y };

    let mut before: Vec<Label> =
        spec.items.iter().map(|item| label_of(builder, item.from, None, area.w * 0.36 - GAP)).collect();
    let mut after: Vec<Label> =
        spec.items.iter().map(|item| label_of(builder, item.to, Some(item), area.w * 0.45 - GAP)).collect();
    if !before.iter().any(|label| label.at == Some(0.0)) {
        let zero = Run { text: "0".into(), font: SMALL, role: Role::Muted };
        let zero = Label { figure: None, lines: vec![vec![zero]], at: Some(0.0) };
        // on the side whose numbers are further from it: beside near ones it would stand on their leaders
        let near =
            |labels: &[Label]| labels.iter().filter_map(|l| l.at).map(f64::abs).fold(f64::MAX, f64::min);
        if near(&after) > near(&before) {
            after.push(zero);
        } else {
            before.push(zero);
        }
    }
    // the plot has the room that the labels leave
    let widest = |labels: &[Label]| labels.iter().map(|l| l.width(builder)).fold(0.0, f64::max);
    let left = area.x + widest(&before) + GAP;
    let right = (area.right() - widest(&after) - GAP).min(left + WIDEST);
    top += periods(builder, Area::new(area.x, top, area.w), (left, right), first) + 16.0;

    let ends = spec.items.iter().flat_map(|item| [item.from, item.to]);
    let figures: Vec<&Figure> = ends.map(|ix| builder.figure(ix)).collect();
    let numbers = || figures.iter().filter(|f| f.number().is_some()).map(|f| f.amount());
    let (low, high) = (numbers().fold(0.0, f64::min), numbers().fold(0.0, f64::max));
    if figures.iter().any(|f| f.opens_up()) {
        top += OPEN;
    }
    let needed = |labels: &[Label]| labels.iter().map(Label::height).sum::<f64>();
    let usual = needed(&before).max(needed(&after)).max(if builder.compact { 190.0 } else { 230.0 });
    let plot = usual + spare.clamp(0.0, usual * 0.8);
    let frame = Rect::new(left, top, right - left, plot);
    let axes = Axes::new(frame, Axis::across(), Axis::amounts_between(low, high));
    let amount = |ix: FigureIx| facts.figure(ix).amount();
    axes.draw(builder, |chart| {
        chart.draw_series([0.0, 1.0].map(|x| {
            let at = vec![(x, low), (x, high)];
            Element { at, statement: Line { part: "axis", role: Role::Rule, width: 1.5, delay: start } }
        }))?;
        // the zero that both axes stand on
        let zero = Line { part: "zero", role: Role::Ink, width: 1.0, delay: start };
        chart.draw_series([Element { at: vec![(0.0, 0.0), (1.0, 0.0)], statement: zero }])?;
        let delay = |i: usize| start + 0.15 + 0.08 * i as f64;
        chart.draw_series(spec.items.iter().enumerate().map(|(i, item)| {
            let at = vec![(0.0, amount(item.from)), (1.0, amount(item.to))];
            Element { at, statement: Change { item, delay: delay(i) } }
        }))?;
        for (i, item) in spec.items.iter().enumerate() {
            let end = |x: f64, ix, delay| Element { at: vec![(x, amount(ix))], statement: End { ix, delay } };
            chart.draw_series([end(0.0, item.from, delay(i)), end(1.0, item.to, delay(i) + 0.3)])?;
        }
        Ok(())
    });
    let y = |amount: f64| axes.at(0.0, amount).y;
    builder.delay = start + 0.4;
    let foot = beside(builder, before, left, Anchor::End, &y, (top, top + plot));
    let bottom = foot.max(beside(builder, after, right, Anchor::Start, &y, (top, top + plot))) + 8.0;
    builder.delay = start + 0.5;
    bottom + builder.note_of(area.x, bottom, area.w, spec.note.as_ref()) - area.y
}
