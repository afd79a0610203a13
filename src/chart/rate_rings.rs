//! Rates as rings, each with its own denominator; never stacked, never on one axis.
//!
//! **Invariant**: a ring's arc is its rate of a full turn; a floor's arc ends open and short of the full turn.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::label_text::{unlike_periods, with_period};
use crate::chart::parts::Noted;
use crate::geometry::Point;
use crate::layout::bound_marks;
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
pub struct RateRings {
    /// 各率 · rates
    pub items: Vec<Noted>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for RateRings {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.items.iter().for_each(|i| see(Seen::Figure(i.figure)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        labels(facts, self.items.iter().map(|i| i.figure), locale)
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        200.0
    }
    fn least_height(&self) -> f64 {
        110.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), &self.items, self.note.as_ref())
    }
}

impl Acceptance for RateRings {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.items.iter().map(|i| i.figure), "items", ".figure", &Rates)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        // the least that is a pixel of the ring's arc
        slots.iter().filter_map(|slot| Some(Refusal::of(slot, part_of_whole(facts, slot, 0.5)?))).collect()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// Rates, each of its own whole.
pub struct Rates;

impl Table for Rates {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        shares(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        match bound {
            // a ceiling says nothing about where below it the rate lies: all of its arc is hatched
            Bound::UpTo | Bound::LessThan => result(status, Ok(Look::Open)),
            Bound::Exact
            | Bound::MoreThan
            | Bound::AtLeast
            | Bound::About
            | Bound::Nearly
            | Bound::Between => result(status, closed_or_open(bound)),
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
        match whole {
            // a whole that the article does not name may be drawn where it says so
            Whole::Stated | Whole::Noted => Ok(()),
            Whole::Unknown => Err(Reason::NoWhole),
        }
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

/// The narrowest ring with its words that stands beside another, and the space between two, CSS px.
const BESIDE: f64 = 300.0;
const GAP: f64 = 32.0;

fn place(builder: &mut SceneBuilder, area: Area, items: &[Noted], note: Option<&Text>) -> f64 {
    let (accent, ink, muted) = (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Muted));
    let start = builder.delay;
    let outer = if area.w < 260.0 { 36.0 } else { 44.0 };
    let inner = outer * 0.64;
    // side by side where all have room for their words
    let columns = if area.w >= items.len() as f64 * (BESIDE + GAP) - GAP { items.len().max(1) } else { 1 };
    let width = (area.w - GAP * (columns - 1) as f64) / columns as f64;
    let (mut y, mut tallest) = (area.y, 0.0f64);
    let figures: Vec<FigureIx> = items.iter().map(|item| item.figure).collect();
    let unlike = unlike_periods(builder.facts, &figures);
    for (i, item) in items.iter().enumerate() {
        let figure = builder.figure(item.figure);
        let mut label = builder.say(item.label.as_ref().unwrap_or(figure.label())).to_string();
        if unlike {
            label = with_period(&label, figure, builder.locale);
        }
        builder.delay = start + i as f64 * 0.15;
        let cell = Area::new(area.x + (i % columns) as f64 * (width + GAP), y, width);
        let center = Point::new(cell.x + outer + 1.0, y + outer + 2.0);
        builder.begin(item.figure);
        for radius in [outer, inner] {
            let stroke = Stroke { paint: muted, width: 1.0, dash: None };
            builder.circle("rim", center, radius, Fill::None, Some(stroke), Enter::fade(builder.delay));
        }
        let share = (figure.amount() / 100.0).clamp(0.0, 1.0);
        let enter = Enter::new(Effect::Draw, builder.delay);
        let arc = |from: f64, to: f64| Shape::Sector { center, inner, outer, from: from * TAU, to: to * TAU };
        if figure.opens_down() {
            builder.put("arc", arc(0.0, share), bound_marks::hatch(accent, 16.0, None), None, enter);
        } else {
            builder.put("arc", arc(0.0, share), Fill::Solid(accent), None, enter);
        }
        if figure.opens_up() {
            let end = (share + 0.09).min(0.5 + share / 2.0);
            builder.put(
                "open",
                arc(share, end),
                bound_marks::hatch(accent, 16.0, None),
                None,
                Enter::fade(builder.delay + 0.6),
            );
        }
        let x = cell.x + 2.0 * outer + 20.0;
        let w = cell.right() - x;
        let mut text = builder.headline_as(Area::new(x, y, w), &label, item.figure, 34.0, ink);
        builder.end();
        text += builder.note_of(x, y + text, w, item.note.as_ref());
        tallest = tallest.max(text.max(2.0 * outer + 4.0) + 16.0);
        if (i + 1) % columns == 0 {
            y += std::mem::take(&mut tallest);
        }
    }
    y -= 6.0;
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}
