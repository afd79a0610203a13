//! Parts of a stated whole, one on the other, and an empty rest where they do not fill it.
//!
//! **Invariant**: parts are exact, of one whole and one period, and are said not to overlap; together they are no
//! more than the whole. What they leave of it has no number: no source gives one; what rounding leaves is no rest.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::bar_mark;
use crate::chart::chart_type::*;
use crate::chart::end_labels::{self, EndLabel};
use crate::chart::label_text::Labels;
use crate::chart::parts::Noted;
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::number::Decimal;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StackedParts {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 整体的数字；各部分是百分比时不写 · figure of the whole; absent where the parts are percentages
    pub whole: Option<FigureIx>,
    /// 各部分，互不重叠 · parts that do not overlap
    pub items: Vec<Noted>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl StackedParts {
    /// The number of the whole, a hundred for percentages.
    fn whole(&self, facts: &Facts) -> Decimal {
        self.whole.and_then(|ix| facts.figure(ix).number()).unwrap_or(Decimal::whole(100))
    }
}

impl ChartType for StackedParts {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.whole.iter().chain(self.items.iter().map(|i| &i.figure)).for_each(|ix| see(Seen::Figure(*ix)));
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
        240.0
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

impl Acceptance for StackedParts {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let whole = self.whole.map(|ix| Slot::new(ix, "whole", &Total));
        let parts = Slot::each(self.items.iter().map(|i| i.figure), "items", ".figure", &Parts);
        whole.into_iter().chain(parts).collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let whole = self.whole(facts);
        let parts = Slot::each(self.items.iter().map(|i| i.figure), "items", ".figure", &Parts);
        let (mut all, mut sum) = (Vec::new(), Decimal::whole(0));
        for slot in &parts {
            let figure = facts.figure(slot.figure);
            let Some(number) = figure.number() else { continue };
            if self.whole.is_none() && !figure.unit().is_percent() {
                // of an amount without its whole nothing else can be said
                all.push(Refusal::of(slot, Reason::Unit("percent")));
                continue;
            }
            if number.mantissa > 0 && number.to_f64() / whole.to_f64() * ROOM < 1.0 {
                all.push(Refusal::of(slot, Reason::TooSmall));
            }
            sum = plus(sum, number);
            if is_more(sum, whole) {
                all.push(Refusal::of(slot, Reason::BeyondWhole));
            }
        }
        all
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let mut all = one_scale(facts, &slots);
        all.extend(one_period(facts, &slots));
        let parts = &slots[slots.len() - self.items.len()..];
        let whole = self.whole.map(|ix| facts.figure(ix).id());
        for (i, slot) in parts.iter().enumerate() {
            let figure = facts.figure(slot.figure);
            let of = whole.or(facts.figure(parts[0].figure).part_of());
            if figure.part_of() != of {
                all.push(Refusal::of(slot, Reason::MixedWhole(self.whole.unwrap_or(parts[0].figure))));
            }
            let overlaps = |other: &&Slot| {
                let named = facts.figure(other.figure).disjoint_with.contains(&slot.figure);
                !named && !figure.disjoint_with.contains(&other.figure)
            };
            if let Some(other) = parts[..i].iter().find(overlaps) {
                all.push(Refusal::of(slot, Reason::MayOverlap(other.figure)));
            }
        }
        all
    }
}

/// Adds two printed numbers exactly.
fn plus(a: Decimal, b: Decimal) -> Decimal {
    let places = a.places.max(b.places);
    let of = |d: Decimal| d.mantissa.saturating_mul(10i64.saturating_pow(u32::from(places - d.places)));
    Decimal { mantissa: of(a).saturating_add(of(b)), places }
}

fn is_more(a: Decimal, b: Decimal) -> bool {
    plus(a, Decimal { mantissa: -b.mantissa, ..b }).mantissa > 0
}

/// How much of a whole its parts may leave by being rounded: half a unit of the last printed place for each.
fn rounding(whole: Decimal, parts: &[&Figure]) -> Decimal {
    let places = parts.iter().filter_map(|part| part.number()).map(|n| n.places).fold(whole.places, u8::max);
    Decimal { mantissa: 5 * parts.len() as i64, places: places + 1 }
}

/// Height in CSS px that the whole has at least.
const ROOM: f64 = 180.0;

/// Exact parts of a whole that their source states.
pub struct Parts;

impl Table for Parts {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Share | Measure::Level | Measure::Flow | Measure::Count => Ok(()),
            Measure::Growth | Measure::Change | Measure::Points => Err(Reason::Change),
            Measure::Rate
            | Measure::Multiple
            | Measure::Ratio
            | Measure::Rank
            | Measure::Index
            | Measure::Date => Err(Reason::Measure(measure)),
        }
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound))
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
            Whole::Stated => Ok(()),
            Whole::Noted | Whole::Unknown => Err(Reason::NoWhole),
        }
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

/// The whole, where it is an amount.
pub struct Total;

impl Table for Total {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound))
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

/// From the pile to its labels, CSS px.
const GAP: f64 = 22.0;

fn place(builder: &mut SceneBuilder, area: Area, spec: &StackedParts, spare: f64) -> f64 {
    let (facts, locale, start) = (builder.facts, builder.locale, builder.delay);
    let mut top = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        top += builder.heading(area.x, top, area.w, &title) + 2.0;
    }
    let figures: Vec<&Figure> = spec.items.iter().map(|item| facts.figure(item.figure)).collect();
    let labels = Labels::new(&figures, locale);
    top += whole_of(builder, Area::new(area.x, top, area.w), spec, &labels);
    top += 8.0;

    let width = if builder.compact { 64.0 } else { 96.0 };
    let room = area.w - width - GAP;
    let ink = builder.paint(Role::Ink);
    let mut ends = Vec::new();
    for (item, figure) in spec.items.iter().zip(&figures) {
        let name = item.label.as_ref().unwrap_or(figure.label()).get(locale);
        ends.push(EndLabel::new(builder, Some(item.figure), (&labels.of(figure), name), room, ink));
    }
    let whole = spec.whole(facts);
    let sum = figures.iter().filter_map(|figure| figure.number()).fold(Decimal::whole(0), plus);
    let has_rest = is_more(whole, plus(sum, rounding(whole, &figures)));
    if has_rest {
        let (words, muted) = (Message::PartsNotListed.get(locale), builder.paint(Role::Muted));
        ends.push(EndLabel::new(builder, None, ("", words), room, muted));
    }
    let needed: f64 = ends.iter().map(|end| end.height).sum();
    let height = (240.0 + spare).clamp(ROOM, 480.0).max(needed);
    let frame = Rect::new(area.x, top, width, height);
    let axes = Axes::new(frame, Axis::across(), Axis::amounts(whole.to_f64()).downwards());
    let mut from = 0.0;
    let mut spans: Vec<(Option<FigureIx>, f64, f64)> = Vec::new();
    for (item, figure) in spec.items.iter().zip(&figures) {
        spans.push((Some(item.figure), from, from + figure.amount()));
        from += figure.amount();
    }
    if has_rest {
        spans.push((None, from, whole.to_f64()));
    }
    axes.draw(builder, |chart| {
        chart.draw_series(spans.iter().enumerate().map(|(i, (ix, from, to))| {
            let statement =
                Slice { ix: *ix, shade: shade(i, spec.items.len()), delay: start + 0.1 * i as f64 };
            Element { at: vec![(0.0, *from), (1.0, *to)], statement }
        }))?;
        Ok(())
    });
    builder.delay = start + 0.3;
    let middle = |(_, from, to): &(Option<FigureIx>, f64, f64)| axes.at(1.0, (from + to) / 2.0);
    let ends = ends.into_iter().zip(&spans).map(|(end, span)| end.placed(middle(span))).collect();
    let mut y = end_labels::place(builder, ends, area.x + width + GAP, (frame.y, frame.bottom())) + 8.0;
    for item in &spec.items {
        y += builder.note_of(area.x, y, area.w, item.note.as_ref());
    }
    y += builder.note_of(area.x, y, area.w, spec.note.as_ref());
    y - area.y
}

/// What the whole is, with its number where the chart has one, and how firm the parts are; returns the height.
fn whole_of(builder: &mut SceneBuilder, area: Area, spec: &StackedParts, labels: &Labels) -> f64 {
    let (facts, locale) = (builder.facts, builder.locale);
    let first = spec.items.first().map(|item| facts.figure(item.figure));
    let mut words = match (spec.whole, first.and_then(Figure::denominator)) {
        (Some(ix), _) => {
            let figure = facts.figure(ix);
            [figure.label().get(locale), Message::Colon.get(locale), &labels.of(figure)].concat()
        }
        (None, Some(whole)) => {
            let hundred = [Message::Colon.get(locale), "100%"].concat();
            [whole.text.get(locale), &hundred].concat()
        }
        (None, None) => return 0.0,
    };
    if let Some(status) = first.and_then(|figure| labels.common_word(figure)) {
        words += Message::Semicolon.get(locale);
        words += status;
    }
    if let Some(ix) = spec.whole {
        builder.begin(ix);
    }
    let height = builder.note(area.x, area.y, area.w, &words);
    builder.end();
    height
}

/// A part of the pile, from its upper left to its lower right place; the rest is empty.
struct Slice {
    ix: Option<FigureIx>,
    /// How much it has of the scene's colour.
    shade: f64,
    delay: f64,
}

/// Returns another shade for each of some parts: from the scene's colour to the palest, all of them darker than any part
/// that is not final.
fn shade(i: usize, count: usize) -> f64 {
    1.0 - (1.0 - PALEST) * i as f64 / count.saturating_sub(1).max(1) as f64
}

/// The palest part of a pile.
const PALEST: f64 = 0.42;

impl Statement for Slice {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [from, to] = *at else { return };
        let builder = &mut *backend.builder;
        let rect = Rect::new(from.x, from.y, to.x - from.x, to.y - from.y);
        match self.ix {
            Some(ix) => {
                builder.begin(ix);
                let paint = builder.accent_paint().fade(self.shade);
                let enter = Enter::new(Effect::GrowDown, self.delay);
                let part = Part::item("part");
                bar_mark::solid(builder, ix, (part, rect), paint, enter);
                builder.end();
            }
            None => {
                let stroke = Stroke { paint: builder.paint(Role::Muted), width: 1.0, dash: None };
                let shape = Shape::Rect { rect: rect.inset(0.5), radius: 0.0 };
                builder.put("rest", shape, Fill::None, Some(stroke), Enter::fade(self.delay));
            }
        }
    }
}
