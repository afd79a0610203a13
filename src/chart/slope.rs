//! Two periods side by side: a line for each item from what it was to what it is.
//!
//! Both axes have one scale from zero; each end has its own number, with its bound and unit.
//!
//! **Invariant**: a line joins two numbers of one unit, one whole and periods of one length; what is missing has no line, an
//! aim no solid one. No label lies on another.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::{sort_by, Point};
use crate::layout::enter::{Effect, Enter};
use crate::layout::label::spread;
use crate::layout::mark::*;
use crate::layout::scale::Linear;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::{wrap, Font};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slope {
    pub title: Option<Text>,
    pub items: Vec<Pair>,
    pub note: Option<Text>,
}

/// One thing in two periods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    pub from: FigureIx,
    pub to: FigureIx,
    /// Replaces the label of the second figure.
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
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self)
    }
}

impl Acceptance for Slope {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let from = Slot::each(self.items.iter().map(|i| i.from), "items", ".from", &Ends);
        from.into_iter().chain(Slot::each(self.items.iter().map(|i| i.to), "items", ".to", &Ends)).collect()
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
            let other = |slot: &&Slot| period(slot).text != period(first).text;
            all.extend(rest.iter().filter(other).map(|slot| Refusal::of(slot, Reason::MixedPeriod(first.figure))));
        }
        for (a, b) in from.iter().zip(to) {
            let precision = |slot: &Slot| facts.figure(slot.figure).period().precision();
            if precision(a) != precision(b) {
                all.push(Refusal::of(b, Reason::UnlikePeriods(a.figure)));
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

/// What stands beside an axis: lines of words at the height of a number, or below the axis where there is none.
struct Label {
    figure: Option<FigureIx>,
    lines: Vec<(String, Font, Role)>,
    at: Option<f64>,
}

impl Label {
    fn height(&self) -> f64 {
        self.lines.iter().map(|(_, font, _)| font.size * 1.25).sum::<f64>() + 6.0
    }
}

fn place(builder: &mut SceneBuilder, area: Area, spec: &Slope) -> f64 {
    let start = builder.delay;
    let mut top = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        top += builder.heading(area.x, top, area.w, &title) + 4.0;
    }
    let Some(first) = spec.items.first() else { return top - area.y };
    let (left, right) = (area.x + area.w * 0.37, area.right() - area.w * 0.43);
    top += periods(builder, Area::new(area.x, top, area.w), (left + right) / 2.0, first) + 10.0;

    let ends = spec.items.iter().flat_map(|item| [item.from, item.to]);
    let figures: Vec<&Figure> = ends.map(|ix| builder.figure(ix)).collect();
    let numbers = || figures.iter().filter(|f| f.number().is_some()).map(|f| f.amount());
    let (low, high) = (numbers().fold(0.0, f64::min), numbers().fold(0.0, f64::max));
    if figures.iter().any(|f| f.opens_up()) {
        top += OPEN;
    }
    let mut before: Vec<Label> = Vec::new();
    let mut after: Vec<Label> = Vec::new();
    for item in &spec.items {
        before.push(words(builder, item.from, None, left - GAP - area.x));
        after.push(words(builder, item.to, Some(item), area.right() - right - GAP));
    }
    if !before.iter().any(|label| label.at == Some(0.0)) {
        before.push(Label { figure: None, lines: vec![("0".into(), SMALL, Role::Muted)], at: Some(0.0) });
    }
    let needed = |labels: &[Label]| labels.iter().map(Label::height).sum::<f64>();
    let plot = needed(&before).max(needed(&after)).max(if builder.compact { 190.0 } else { 230.0 });
    let y = Linear::new((low, if high > low { high } else { low + 1.0 }), (top + plot, top));

    let muted = builder.paint(Role::Muted);
    for x in [left, right] {
        let ends = vec![Point::new(x, top), Point::new(x, top + plot)];
        builder.line("axis", ends, muted, 1.0, Enter::fade(start));
    }
    builder.rule(left, y.at(0.0), right - left);
    for (i, item) in spec.items.iter().enumerate() {
        builder.delay = start + 0.15 + 0.08 * i as f64;
        line(builder, item, left, right, &y);
    }
    for (i, item) in spec.items.iter().enumerate() {
        let delay = start + 0.15 + 0.08 * i as f64;
        dot(builder, item.from, left, &y, delay);
        dot(builder, item.to, right, &y, delay + 0.3);
    }
    builder.delay = start + 0.4;
    let foot = beside(builder, before, left, Anchor::End, &y, (top, top + plot));
    let bottom = foot.max(beside(builder, after, right, Anchor::Start, &y, (top, top + plot))) + 8.0;
    builder.delay = start + 0.5;
    bottom + builder.note_of(area.x, bottom, area.w, spec.note.as_ref()) - area.y
}

/// The two periods over their axes; returns their height.
fn periods(builder: &mut SceneBuilder, area: Area, middle: f64, first: &Pair) -> f64 {
    let ink = builder.paint(Role::Ink);
    let font = Font::bold(13.0);
    let text = |ix: FigureIx| builder.say(&builder.figure(ix).period().text).to_string();
    let (from, to) = (text(first.from), text(first.to));
    let left = builder.paragraph(area.x, area.y, middle - area.x - 8.0, &from, font, ink);
    let room = area.right() - middle;
    left.max(builder.paragraph(middle, area.y, room, &to, font, ink))
}

/// The printed phrase of an end, and behind it what the item is called.
fn words(builder: &SceneBuilder, ix: FigureIx, item: Option<&Pair>, room: f64) -> Label {
    let figure = builder.figure(ix);
    let mut lines = Vec::new();
    let mut add = |text: &str, font: Font, role: Role| {
        lines.extend(wrap::wrap(text, font, room, builder.measure).into_iter().map(|line| (line, font, role)));
    };
    let size = if builder.compact { 13.0 } else { 15.0 };
    let role = if figure.number().is_some() { Role::Ink } else { Role::Muted };
    add(&figure.display(builder.locale), Font::bold(size), role);
    if let Some(item) = item {
        let name = item.label.as_ref().unwrap_or(figure.label());
        add(builder.say(name), SMALL, Role::Muted);
    }
    Label { figure: Some(ix), lines, at: figure.number().map(|n| n.to_f64()) }
}

/// The line of an item: solid between results, dashed to an aim, paler where an end is no exact number.
fn line(builder: &mut SceneBuilder, item: &Pair, left: f64, right: f64, y: &Linear) {
    let (from, to) = (builder.figure(item.from), builder.figure(item.to));
    if from.number().is_none() || to.number().is_none() {
        return;
    }
    builder.begin(item.to);
    let (a, b) = (Point::new(left, y.at(from.amount())), Point::new(right, y.at(to.amount())));
    // it ends at the rim of what is hollow
    let rim = |figure: &Figure| if figure.status().is_result() { 0.0 } else { RADIUS / a.distance(b).max(1.0) };
    let points = vec![a.towards(b, rim(from)), b.towards(a, rim(to))];
    let enter = Enter { effect: Effect::Draw, delay: builder.delay, duration: 0.5 };
    let results = from.status().is_result() && to.status().is_result();
    let exact = !from.is_bounded() && !to.is_bounded();
    let stroke = match (results, exact) {
        (false, _) => builder.goal_stroke(builder.paint(Role::Slate)),
        (true, true) => Stroke { paint: builder.accent_paint(), width: 2.0, dash: None },
        (true, false) => Stroke { paint: builder.paint(Role::Muted), width: 1.25, dash: None },
    };
    builder.put("line", Shape::Path { points, closed: false }, Fill::None, Some(stroke), enter);
    builder.end();
}

/// One end, drawn as what it says: solid, soft, with an open arrow, or as a dashed outline.
fn dot(builder: &mut SceneBuilder, ix: FigureIx, x: f64, y: &Linear, delay: f64) {
    let figure = builder.figure(ix);
    if figure.number().is_none() {
        return;
    }
    let at = Point::new(x, y.at(figure.amount()));
    let enter = Enter::new(Effect::Pop, delay);
    let result = figure.status().is_result();
    let color = if result { builder.accent_paint() } else { builder.paint(Role::Slate) };
    builder.begin(ix);
    if !result {
        let stroke = Stroke { dash: Some((2.5, 1.75)), ..builder.goal_stroke(color) };
        builder.circle(Part::item("goal"), at, RADIUS, Fill::None, Some(stroke), enter);
    } else if figure.is_soft() {
        builder.circle(Part::item("about"), at, 10.0, Fill::Soft(color), None, enter);
        builder.circle(Part::item("dot"), at, 3.0, Fill::Solid(color), None, enter);
    } else {
        builder.circle(Part::item("dot"), at, RADIUS, Fill::Solid(color), None, enter);
    }
    if figure.is_inclusive() {
        let ink = builder.paint(Role::Ink);
        builder.line("tick", vec![Point::new(x - 8.0, at.y), Point::new(x + 8.0, at.y)], ink, 2.0, enter);
    }
    if figure.opens_up() || figure.opens_down() {
        let way = if figure.opens_up() { -1.0 } else { 1.0 };
        builder.arrow(Point::new(x, at.y + way * 6.0), Point::new(x, at.y + way * OPEN), color, enter);
    }
    builder.end();
}

/// Labels at one side of an axis, moved apart and led back to their numbers; returns the y below them.
fn beside(
    builder: &mut SceneBuilder,
    mut labels: Vec<Label>,
    x: f64,
    anchor: Anchor,
    y: &Linear,
    (top, bottom): (f64, f64),
) -> f64 {
    let muted = builder.paint(Role::Muted);
    let way = if anchor == Anchor::End { -1.0 } else { 1.0 };
    // what has no number stands below those that have one, the highest number first
    sort_by(&mut labels, |a, b| b.at.unwrap_or(f64::MIN).total_cmp(&a.at.unwrap_or(f64::MIN)));
    let heights: Vec<f64> = labels.iter().map(Label::height).collect();
    let missing: f64 = labels.iter().filter(|l| l.at.is_none()).map(Label::height).sum();
    let desired: Vec<f64> =
        labels.iter().map(|l| l.at.map_or(bottom + missing, |at| y.at(at))).collect();
    let end = bottom + missing + 10.0;
    let places = spread(&desired, &heights, top - 10.0, end);
    let mut lowest = bottom;
    for ((label, place), (wanted, height)) in labels.iter().zip(places).zip(desired.iter().zip(&heights)) {
        if let Some(ix) = label.figure {
            builder.begin(ix);
            builder.legend_for(ix);
        }
        if label.at.is_some() && (place - wanted).abs() > 3.0 {
            let ends = vec![Point::new(x + way * 6.0, *wanted), Point::new(x + way * (GAP - 2.0), place)];
            builder.line("leader", ends, muted, 1.0, Enter::fade(builder.delay));
        }
        let mut at = place - height / 2.0 + 3.0;
        for (text, font, role) in &label.lines {
            let color = builder.paint(*role);
            builder.text(Point::new(x + way * GAP, at + font.size * 0.95), text, *font, color, anchor);
            at += font.size * 1.25;
        }
        builder.end();
        lowest = lowest.max(place + height / 2.0);
    }
    lowest
}
