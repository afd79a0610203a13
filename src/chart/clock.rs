//! A time as part of a clock face; as a goal it is dashed and empty, because nobody measured it.
//!
//! **Invariant**: the sector is the minutes of an hour; it is never filled, for the chart takes goals only.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::Point;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::theme::Role;
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub title: Text,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for Clock {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        see(Seen::Figure(self.figure));
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        self.title.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        150.0
    }
    fn least_height(&self) -> f64 {
        180.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self.figure, &self.title, self.note.as_ref())
    }
}

impl Acceptance for Clock {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        vec![Slot::new(self.figure, "figure", &Minutes)]
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slot = Slot::new(self.figure, "figure", &Minutes);
        let figure = facts.figure(self.figure);
        let mut all = Vec::new();
        if figure.unit().id != "minutes" {
            all.push(Refusal::of(&slot, Reason::Unit("minutes")));
        }
        if figure.amount() > 60.0 {
            all.push(Refusal::of(&slot, Reason::BeyondWhole));
        } else if figure.amount() > 0.0 && figure.amount() < 0.25 {
            all.push(Refusal::of(&slot, Reason::TooSmall));
        }
        all
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// A time of at most an hour that is aimed at.
pub struct Minutes;

impl Table for Minutes {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Level => Ok(()),
            Measure::Growth | Measure::Change | Measure::Points => Err(Reason::Change),
            Measure::Flow
            | Measure::Count
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
        match bound {
            // so many minutes or less: the outline is the most that it may be
            Bound::Exact | Bound::UpTo => goal(status, Ok(Look::Outline)),
            Bound::MoreThan
            | Bound::AtLeast
            | Bound::LessThan
            | Bound::About
            | Bound::Nearly
            | Bound::Between => goal(status, Err(Reason::Bound(bound))),
        }
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

/// The digits of a number beside the face, CSS px.
const BESIDE: f64 = 30.0;

fn place(builder: &mut SceneBuilder, area: Area, ix: FigureIx, title: &Text, note: Option<&Text>) -> f64 {
    let figure = builder.figure(ix);
    let (slate, muted, ink) =
        (builder.paint(Role::GENERAL), builder.paint(Role::Muted), builder.paint(Role::Ink));
    let start = builder.delay;
    let title = builder.say(title).to_string();
    let mut y = area.y + builder.heading(area.x, area.y, area.w, &title) + 8.0;
    let radius = 52.0f64.min(area.w / 2.0 - 4.0);
    let center = Point::new(area.x + radius + 2.0, y + radius + 2.0);
    builder.begin(ix);
    let stroke = builder.aim_stroke(ix, slate);
    builder.circle("face", center, radius, Fill::None, Some(stroke), Enter::new(Effect::Draw, start));
    for hour in 0..12 {
        let angle = hour as f64 / 12.0 * TAU;
        let inner = if hour % 3 == 0 { radius - 10.0 } else { radius - 6.0 };
        builder.line(
            "hour",
            vec![center.around(inner, angle), center.around(radius - 2.0, angle)],
            muted,
            1.25,
            Enter::fade(start),
        );
    }
    let part = (figure.amount() / 60.0).clamp(0.0, 1.0) * TAU;
    let shape = Shape::Sector { center, inner: 0.0, outer: radius - 13.0, from: 0.0, to: part };
    builder.put("minutes", shape, Fill::None, Some(stroke), Enter::new(Effect::Draw, start + 0.2));
    // the number beside the face where it has room there, else below it
    let left = center.x + radius + 20.0;
    let below = center.y + radius + 10.0;
    let beside = builder.number_width(ix, BESIDE) <= area.right() - left;
    let (x, size, top) = if beside { (left, BESIDE, center.y - 34.0) } else { (area.x, 34.0, below) };
    let room = area.right() - x;
    builder.number(Point::new(x, top + 30.0), ix, size, room, ink, Anchor::Start);
    y = top + 40.0 + builder.more_height(ix, size, room);
    y += builder.goal_tag(ix, x, y);
    y = if beside { y.max(below) } else { y };
    builder.end();
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}
