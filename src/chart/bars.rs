//! Amounts of one unit as horizontal bars from zero, each drawn as the statement it is.
//!
//! **Invariant**: a bar begins at zero and its solid part ends exactly at its number; a floor has no closed end, a goal
//! no fill, a class no bar, a missing figure no length.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::bar_mark;
use crate::chart::chart_type::*;
use crate::chart::label_text::{unlike_periods, with_period};
use crate::chart::parts::Noted;
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bars {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 各条，同一单位 · bars of one unit
    pub items: Vec<Noted>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for Bars {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.items.iter().for_each(|i| see(Seen::Figure(i.figure)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => labels(facts, self.items.iter().map(|i| i.figure), locale),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        90.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self.title.as_ref(), &self.items, self.note.as_ref())
    }
}

impl Acceptance for Bars {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.items.iter().map(|i| i.figure), "items", ".figure", &Items)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let percent = slots.iter().any(|slot| is_framed(facts.figure(slot.figure)));
        let largest = largest(facts, &slots);
        let (most, room) = if percent { (largest.max(100.0), SHARE_ROOM) } else { (largest, ROOM) };
        let too_small = |slot: &&Slot| {
            let amount = facts.figure(slot.figure).amount();
            amount > 0.0 && amount / most * room < 1.0
        };
        slots.iter().filter(too_small).map(|slot| Refusal::of(slot, Reason::TooSmall)).collect()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        one_scale(facts, &self.slots(facts))
    }
}

/// Whether a number is drawn within its whole: shares only; a level of so many percent is part of no hundred.
fn is_framed(figure: &Figure) -> bool {
    figure.measure() == Measure::Share && figure.unit().is_percent()
}

/// Length in CSS px of the longest bar in the narrowest picture: beside an open end, and of a share's whole.
const ROOM: f64 = 184.0;
const SHARE_ROOM: f64 = 246.0;

/// Amounts of one unit.
pub struct Items;

impl Table for Items {
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
                // an outline has no soft edge
                Bound::About | Bound::Nearly | Bound::Between => Err(Reason::Bound(bound)),
            },
        }
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        not_below_zero(sign)
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

/// Room for an open end and its arrow beyond the longest number.
const BEYOND: f64 = 64.0;
/// Height of a bar, and in a card on a phone, CSS px.
const HEIGHT: f64 = 26.0;
const LOW: f64 = 16.0;
/// Half the declared width of a soft edge.
const SOFT: f64 = 12.0;

fn place(
    builder: &mut SceneBuilder,
    area: Area,
    title: Option<&Text>,
    items: &[Noted],
    note: Option<&Text>,
) -> f64 {
    let start = builder.delay;
    let ink = builder.paint(Role::Ink);
    let halves = builder.card_halves(area);
    // on a phone the first number stands with its name beside all bars
    let (words, area) = halves.unwrap_or((area, area));
    let high = if halves.is_some() { LOW } else { HEIGHT };
    let mut y = words.y;
    if let Some(title) = title {
        let title = builder.say(title).to_string();
        y += builder.heading(words.x, y, words.w, &title) + if builder.framed { 0.0 } else { 4.0 };
    }
    let mut said = y;
    if halves.is_some() {
        y = area.y + 4.0;
    }
    let figures: Vec<FigureIx> = items.iter().map(|i| i.figure).collect();
    let percent = figures.iter().any(|ix| is_framed(builder.figure(*ix)));
    let largest = figures.iter().map(|ix| builder.figure(*ix).amount()).fold(0.0, f64::max).max(1e-9);
    // a share is drawn within its whole, and its open end stops before it
    let is_closed = halves.is_some() && !figures.iter().any(|ix| builder.figure(*ix).opens_up());
    let (most, beyond) = match percent {
        true => (largest.max(100.0), 2.0),
        false => (largest, if is_closed { SOFT } else { BEYOND }),
    };
    let width = area.w - beyond;
    let unlike = unlike_periods(builder.facts, &figures);
    for (i, item) in items.iter().enumerate() {
        builder.delay = start + 0.12 * i as f64;
        let figure = builder.figure(item.figure);
        let label = item.label.as_ref().unwrap_or(figure.label());
        let mut label = builder.say(label).to_string();
        if unlike {
            label = with_period(&label, figure, builder.locale);
        }
        builder.begin(item.figure);
        let is_apart = halves.is_some() && i == 0;
        let room = if is_apart { words.down(said - words.y) } else { area.down(y - area.y) };
        // in a card the first is as large as the numbers of other cards, or as its name has room beside it
        let beside = builder.measure.width(&label, Font::bold(15.0)) + 14.0;
        let fits = |size: &f64| builder.number_width(item.figure, *size) + beside <= room.w;
        let size = match (builder.framed, i) {
            (true, 0) => [40.0, 36.0, 32.0, 28.0].into_iter().find(fits).unwrap_or(40.0),
            (true, _) if halves.is_some() => 16.0,
            (true, _) => 20.0,
            (false, _) => 26.0,
        };
        // under a heading the names are short, and stand beside their numbers
        let used = 2.0
            + match title.is_some() {
                _ if halves.is_some() && i > 0 => {
                    builder.headline_close(room, &label, item.figure, size, ink)
                }
                true => builder.headline_beside(room, &label, item.figure, size, ink).0,
                false => builder.headline_as(room, &label, item.figure, size, ink),
            };
        *if is_apart { &mut said } else { &mut y } += used;
        // each row is a chart of its own between its words; all have one axis
        let axes = Axes::new(Rect::new(area.x, y, width, high), Axis::amounts(most), Axis::across());
        axes.draw(builder, |chart| {
            let at = [Some(0.0), Some(figure.amount()), percent.then_some(100.0)];
            let at = at.into_iter().flatten().map(|amount| (amount, 0.0)).collect();
            chart.draw_series([Element { at, statement: Bar { ix: item.figure, high } }])?;
            Ok(())
        });
        // the zero that every bar stands on
        builder.line(
            "zero",
            vec![Point::new(area.x, y - 4.0), Point::new(area.x, y + high + 4.0)],
            ink,
            1.25,
            Enter::fade(builder.delay),
        );
        builder.end();
        y += high + 8.0;
        y += builder.note_of(area.x, y, area.w, item.note.as_ref()) + if builder.framed { 2.0 } else { 8.0 };
    }
    builder.delay = start + 0.4;
    let (x, below, w) = if halves.is_some() { (words.x, said, words.w) } else { (area.x, y - 4.0, area.w) };
    said = below + builder.note_of(x, below, w, note);
    said.max(y) - words.y
}

/// One bar. Its places are on its lower edge: zero, its number and, of a share, the hundred.
struct Bar {
    ix: FigureIx,
    /// CSS px.
    high: f64,
}

impl Statement for Bar {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [zero, end, ref rest @ ..] = *at else { return };
        let whole = rest.first().map(|hundred| hundred.x - zero.x);
        let from = Point::new(zero.x, zero.y - self.high);
        bar(backend.builder, from, self.ix, (end.x - zero.x, self.high), whole);
    }
}

/// A bar of `length` and height `high` in px whose upper left corner is `from`; `whole` is how far a share's hundred lies
/// from there.
fn bar(
    builder: &mut SceneBuilder,
    from: Point,
    ix: FigureIx,
    (length, high): (f64, f64),
    whole: Option<f64>,
) {
    let (accent, muted, slate) =
        (builder.accent_paint(), builder.paint(Role::Muted), builder.paint(Role::GENERAL));
    let figure = builder.figure(ix);
    let (x, y) = (from.x, from.y);
    let end = x + length;
    let grow = Enter::new(Effect::GrowRight, builder.delay);
    let after = Enter::fade(builder.delay + 0.5);
    if let Some(whole) = whole {
        let stroke = Stroke { paint: muted, width: 1.0, dash: None };
        let rect = Rect::new(x, y, whole, high).inset(0.5);
        builder.put(
            "whole",
            Shape::Rect { rect, radius: 0.0 },
            Fill::None,
            Some(stroke),
            Enter::fade(builder.delay),
        );
    }
    let solid = Rect::new(x, y, length, high);
    // a missing figure has its words above and nothing here: no length, not even none
    if figure.number().is_none() {
        return;
    }
    let aim = !figure.status().is_result();
    if aim {
        let stroke = builder.aim_stroke(ix, slate);
        let floor = figure.opens_up();
        if floor {
            // without its right side: nobody said where it ends
            let points = vec![
                Point::new(end, y + 1.0),
                Point::new(x + 1.0, y + 1.0),
                Point::new(x + 1.0, y + high - 1.0),
                Point::new(end, y + high - 1.0),
            ];
            builder.put(
                Part::item("goal"),
                Shape::Path { points, closed: false },
                Fill::None,
                Some(stroke),
                grow,
            );
        } else {
            builder.put(
                Part::item("goal"),
                Shape::Rect { rect: solid.inset(1.0), radius: 0.0 },
                Fill::None,
                Some(stroke),
                grow,
            );
        }
    } else {
        if figure.is_soft() {
            let soft = Rect::new(x, y, length + SOFT, high);
            builder.rect(
                Part::item("bar"),
                soft,
                Fill::FadeOut(accent, Fade::across((end - SOFT).max(x), end + SOFT)),
                grow,
            );
        } else if !figure.opens_down() {
            bar_mark::solid(builder, ix, (Part::item("bar"), solid), accent, grow);
        }
    }
    let color = if aim { slate } else { accent };
    if figure.opens_up() {
        let room = whole.map_or(48.0, |w| ((x + w - end) * 0.8).min(48.0));
        let rect = Rect::new(end, y, room, high);
        bound_marks::floor(builder, figure, rect, color, after);
        let reach = whole.map_or(58.0, |w| ((x + w - end) * 0.85).min(58.0));
        builder.arrow(
            Point::new(end + room * 0.5, y + high / 2.0),
            Point::new(end + reach, y + high / 2.0),
            color,
            after,
        );
    } else if figure.opens_down() {
        let depth = 48.0f64.min(length);
        let rect = Rect::new(end - depth, y, depth, high);
        bound_marks::bar(builder, rect, color, figure.is_inclusive(), true, after);
        let tip = (end - depth * 1.15).max(x + 2.0);
        builder.arrow(
            Point::new(end - depth * 0.5, y + high / 2.0),
            Point::new(tip, y + high / 2.0),
            color,
            after,
        );
    }
}
