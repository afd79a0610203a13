//! Dated events on one line drawn downwards from a well; what has no date waits beside it, off the axis.
//!
//! **Invariant**: places on the line are true to time; labels may move apart and are led back by a line. An undated
//! item never touches the axis.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::axis::Hairline;
use crate::chart::chart_type::*;
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::chart::words;
use crate::chart::words::Word;
use crate::geometry::{sort_by, to_grid, Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::easing;
use crate::layout::enter::{Effect, Enter};
use crate::layout::label::spread;
use crate::layout::legend;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder, Space};
use crate::locale::date::Date;
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, MilestoneIx, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::{wrap, Font};
use crate::theme::Role;
use plotters::coord::cartesian::MeshLine;
use plotters::coord::ranged1d::Ranged;
use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

/// Of the words beside the line.
const FONT: Font = Font::sans(15.0);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// 有日期的事 · dated events
    pub events: Vec<Event>,
    /// 从第一件事算起的年数 · years counted from the first event
    pub span: Option<FigureIx>,
    /// 线上端的图形：well 油井 · what stands on the line: well, a derrick
    pub emblem: Option<Emblem>,
    /// 无日期者的小标题 · heading of the undated
    pub undated_title: Option<Text>,
    /// 无日期者，不上轴 · undated items, off the axis
    #[serde(default)]
    pub undated: Vec<Word>,
}

/// What stands on the line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// 数字 · figure
    Figure(FigureIx),
    /// 大事 · milestone
    Milestone(MilestoneIx),
}

/// What stands on the line of a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Emblem {
    /// A derrick, for stories that begin with a well.
    Well,
}

impl ChartType for Timeline {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        for event in &self.events {
            match event {
                Event::Figure(ix) => see(Seen::Figure(*ix)),
                Event::Milestone(ix) => see(Seen::Milestone(*ix)),
            }
        }
        self.span.iter().for_each(|ix| see(Seen::Figure(*ix)));
        words::see(facts, &self.undated, see);
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        Message::HeadingTimeline.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        340.0
    }
    fn least_height(&self) -> f64 {
        320.0
    }
    fn stretches(&self) -> bool {
        true
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        let undated_title = self.undated_title.as_ref();
        let draw = |builder: &mut SceneBuilder, spare: f64| {
            let emblem = self.emblem.is_some();
            let undated = (undated_title, self.undated.as_slice());
            place(builder, space.area(), &self.events, emblem, self.span, undated, spare)
        };
        let spare = space.spare(builder, |builder| draw(builder, 0.0));
        draw(builder, spare)
    }
}

impl Acceptance for Timeline {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let events = self.events.iter().enumerate();
        let mut slots: Vec<Slot> = events
            .filter_map(|(i, event)| match event {
                Event::Figure(ix) => Some(Slot::new(*ix, format!("events[{i}]"), &Events)),
                Event::Milestone(_) => None,
            })
            .collect();
        slots.extend(self.span.map(|ix| Slot::new(ix, "span", &Span)));
        slots.extend(words::slots(&self.undated, "undated"));
        slots
    }
    fn lists(&self) -> Vec<ListSlot> {
        words::lists(&self.undated, "undated")
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let mut all: Vec<Refusal> = Vec::new();
        for slot in self.slots(facts) {
            let figure = facts.figure(slot.figure);
            if slot.member.starts_with("events") && figure.date().is_none() {
                all.push(Refusal::of(&slot, Reason::Undated));
            }
            if slot.member == "span" && figure.unit().id != "years" {
                all.push(Refusal::of(&slot, Reason::Unit("years")));
            }
        }
        all
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// Dates, and whatever else its source dates.
pub struct Events;

impl Table for Events {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        Words.measure(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        // its place is its date; its number, if it has one, is told in words
        match status {
            Status::Final | Status::Preliminary | Status::Revised | Status::Estimated => {
                Words.look(status, bound).map(|_| Look::Solid)
            }
            Status::Forecast | Status::Target => Words.look(status, bound).map(|_| Look::Outline),
        }
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        Words.form(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        Words.sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        Words.absence(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

/// Years that are counted from the first event.
pub struct Span;

impl Table for Span {
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

struct Entry {
    date: Date,
    text: String,
    key: String,
    figure: Option<FigureIx>,
    name: String,
    context: bool,
    /// It is no result.
    aim: bool,
}

fn place(
    builder: &mut SceneBuilder,
    area: Area,
    events: &[Event],
    well: bool,
    span: Option<FigureIx>,
    (undated_title, undated): (Option<&Text>, &[Word]),
    spare: f64,
) -> f64 {
    let beside = area.w >= 560.0 && !undated.is_empty();
    let line_area = if beside { Area::new(area.x, area.y, area.w * 0.62) } else { area };
    let mut height = line(builder, line_area, events, well, span, spare);
    if !undated.is_empty() {
        builder.end();
        let target = if beside {
            Area::new(area.x + area.w * 0.68, area.y + 6.0, area.w * 0.32)
        } else {
            Area::new(area.x, area.y + height + 18.0, area.w)
        };
        let title = undated_title.map(|t| builder.say(t).to_string()).unwrap_or_default();
        let used = words::waiting(builder, target, &title, undated);
        height = if beside { height.max(used + 6.0) } else { height + 18.0 + used };
    }
    height
}

fn entry(builder: &SceneBuilder, event: &Event) -> Option<Entry> {
    let locale = builder.locale;
    match event {
        Event::Figure(ix) => {
            let figure = builder.figure(*ix);
            let value = match figure.measure() {
                // the date stands beside the line; how firm it is, with its words
                Measure::Date => figure.phrase(locale).status,
                _ => format!("{}{}", Message::Space.get(locale), figure.display(locale)),
            };
            Some(Entry {
                date: figure.date()?,
                text: format!("{}{value}", builder.say(figure.label())),
                key: figure.id().to_string(),
                figure: Some(*ix),
                name: builder.facts.statement(*ix, locale),
                context: !builder.facts.source(figure.source().source).is_article(),
                aim: !figure.status().is_result(),
            })
        }
        Event::Milestone(ix) => {
            let milestone = builder.facts.milestone(*ix);
            let text = builder.say(&milestone.label).to_string();
            Some(Entry {
                date: milestone.date,
                name: builder.facts.milestone_statement(milestone, locale),
                text,
                key: milestone.id.clone(),
                figure: None,
                context: !builder.facts.source(milestone.source.source).is_article(),
                aim: false,
            })
        }
    }
}

/// Below it the years stand above the line instead of beside it, and the words nearer to it.
const NARROW: f64 = 200.0;

/// The line with its events; `spare`: px that it is longer than usual. Returns its height.
fn line(
    builder: &mut SceneBuilder,
    area: Area,
    events: &[Event],
    well: bool,
    span: Option<FigureIx>,
    spare: f64,
) -> f64 {
    if let Some(ix) = span.filter(|_| area.w < NARROW) {
        let ink = builder.paint(Role::Ink);
        builder.begin(ix);
        let above = builder.headline(area, ix, 28.0, ink) + 12.0;
        builder.end();
        return above + line(builder, Area::new(area.x, area.y + above, area.w), events, well, None, spare);
    }
    let mut entries: Vec<Entry> = events.iter().filter_map(|e| entry(builder, e)).collect();
    sort_by(&mut entries, |a, b| a.date.years().total_cmp(&b.date.years()));
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return 0.0 };
    let (from, to) = (first.date.years(), last.date.years());
    let start = builder.delay;
    let left = match span {
        // the years stand beside the bracket, at their smallest on a phone
        Some(ix) if builder.compact => (builder.number_width(ix, 16.0) + 26.0).max(66.0),
        Some(_) => 92.0,
        None => 14.0,
    };
    let x = area.x + left;
    let reach = if area.w < NARROW { 22.0 } else { 40.0 };
    let text_x = x + reach;
    let text_w = area.right() - text_x;
    let dated: Vec<Vec<String>> = entries
        .iter()
        .map(|e| wrap::wrap(&e.date.display(builder.locale), Font::bold(13.0), text_w, builder.measure))
        .collect();
    // where every event has room for it, its words stand beside its date and not below it
    let widest = |texts: &mut dyn Iterator<Item = (&str, Font)>| {
        texts.map(|(text, font)| builder.measure.width(text, font)).fold(0.0, f64::max)
    };
    let dates = widest(&mut dated.iter().flatten().map(|date| (date.as_str(), Font::bold(13.0)))) + 16.0;
    let texts = widest(&mut entries.iter().map(|e| (e.text.as_str(), FONT)));
    let beside = (dated.iter().all(|dates| dates.len() == 1) && dates + texts <= text_w).then_some(dates);
    let heights: Vec<f64> = entries
        .iter()
        .zip(&dated)
        .map(|(e, dates)| match beside {
            Some(_) => 28.0,
            None => {
                let lines = wrap::wrap(&e.text, FONT, text_w, builder.measure).len() + dates.len();
                lines as f64 * 20.0 + 8.0
            }
        })
        .collect();
    let needed: f64 = heights.iter().sum();
    // above the line: a derrick, or the upper half of the first date
    let head = if well { 44.0 } else { 14.0 };
    let least = match (entries.len(), builder.compact) {
        // one date has no distance to another
        (1, _) => 0.0,
        (_, true) => 300.0,
        (_, false) => 380.0,
    };
    let height = needed.max((needed.max(least) + spare).min(least * 2.0));
    let top = area.y + head;
    let foot = top + height - heights[heights.len() - 1] / 2.0 - 6.0;
    let first_decade = (from / 10.0).ceil() as i32 * 10;
    let decades = (first_decade..).step_by(10).map(f64::from).take_while(|decade| *decade < to);
    let years = Axis::periods(from, to).downwards().with_key_points(decades.collect());
    // all stands on one line: there is nothing across it
    let end = years.range().end;
    let axes = Axes::new(Rect::new(x, top, 0.0, foot - top), Axis::across(), years);
    let at = |year: f64| axes.at(0.0, year);
    let (top, bottom) = (at(from).y, at(to).y);
    if well {
        derrick(builder, at(from));
    }
    let pace = 1.2;
    let desired: Vec<f64> = entries.iter().map(|e| at(e.date.years()).y).collect();
    let places = spread(&desired, &heights, top - 14.0, top + height);
    let counted = span.map(|ix| {
        let counted = (from.floor() + builder.figure(ix).amount()).min(end.ceil());
        (ix, counted.clamp(from, end))
    });
    axes.draw(builder, |chart| {
        let all = usize::MAX;
        let enter = Enter { effect: Effect::Draw, delay: start, duration: pace };
        chart.draw_series([Element { at: vec![(0.0, from), (0.0, to)], statement: Course { enter } }])?;
        chart.plotting_area().draw_mesh(
            |backend, line| {
                let MeshLine::YMesh((x, y), ..) = line else { return Ok(()) };
                let beside = to_grid(4.0);
                backend.draw_as("tick", Role::Muted);
                backend.draw_line((x - beside, y), (x + beside, y), &Hairline)
            },
            all,
            all,
        )?;
        chart.draw_series(counted.map(|(ix, to)| {
            let statement = Years { ix, left: area.x, delay: start + pace };
            Element { at: vec![(0.0, from), (0.0, to)], statement }
        }))?;
        let placed = places.iter().zip(heights.iter().zip(&dated));
        chart.draw_series(entries.iter().zip(&desired).zip(placed).map(
            |((entry, at), (place, (h, dates)))| {
                let part = easing::cubic_out((at - top) / (bottom - top).max(1.0)).min(1.0);
                let words = Beside { dates, head: place - h / 2.0 + 4.0, x: text_x, width: text_w, beside };
                let statement = Marked { entry, words, delay: start + pace * part };
                Element { at: vec![(0.0, entry.date.years())], statement }
            },
        ))?;
        Ok(())
    });
    head + height
}

/// The derrick over the first date.
fn derrick(builder: &mut SceneBuilder, foot: Point) {
    let ink = builder.paint(Role::Ink);
    let p = |dx: f64, dy: f64| Point::new(foot.x + dx, foot.y + dy);
    let enter = Enter { effect: Effect::Draw, delay: (builder.delay - 0.1).max(0.0), duration: 0.5 };
    for points in [
        vec![p(-15.0, 0.0), p(-3.0, -40.0), p(3.0, -40.0), p(15.0, 0.0)],
        vec![p(-11.5, -12.0), p(9.0, -20.0)],
        vec![p(11.5, -12.0), p(-9.0, -20.0)],
        vec![p(-8.5, -22.0), p(6.0, -30.0)],
        vec![p(8.5, -22.0), p(-6.0, -30.0)],
        vec![p(-22.0, 0.0), p(22.0, 0.0)],
    ] {
        builder.line("well", points, ink, 1.5, enter);
    }
}

/// The line, drawn downwards from the well on.
struct Course {
    enter: Enter,
}

impl Statement for Course {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let accent = backend.builder.accent_paint();
        backend.builder.line("line", at.to_vec(), accent, 2.5, self.enter);
    }
}

/// What is written beside an event.
struct Beside<'a> {
    dates: &'a [String],
    /// Upper edge, left edge and width, CSS px.
    head: f64,
    x: f64,
    width: f64,
    /// How far right of its date an event's words stand, CSS px; `None`: below it.
    beside: Option<f64>,
}

/// An event at its time, with its words and what leads to them.
struct Marked<'a> {
    entry: &'a Entry,
    words: Beside<'a>,
    delay: f64,
}

impl Statement for Marked<'_> {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [at] = *at else { return };
        let (builder, entry, words) = (&mut *backend.builder, self.entry, &self.words);
        let (accent, ink, muted, rule) = (
            builder.accent_paint(),
            builder.paint(Role::Ink),
            builder.paint(Role::Muted),
            builder.paint(Role::Rule),
        );
        builder.delay = self.delay;
        let enter = Enter::new(Effect::Pop, self.delay);
        builder.begin_named(entry.key.clone(), entry.figure, entry.name.clone());
        let leader = vec![Point::new(at.x + 8.0, at.y), Point::new(words.x - 6.0, words.head + 10.0)];
        builder.line("leader", leader, rule, 1.25, Enter::fade(self.delay));
        if entry.aim {
            let slate = builder.paint(Role::GENERAL);
            let stroke = Stroke { dash: Some((2.5, 1.75)), ..builder.goal_stroke(slate) };
            builder.circle(Part::item("event"), at, 5.5, Fill::None, Some(stroke), enter);
            builder.legend(LegendEntry::Target);
        } else if entry.context {
            let shape = Shape::Path { points: legend::diamond(at), closed: true };
            let surface = builder.paint(Role::Surface);
            let stroke = Stroke { paint: muted, width: 2.0, dash: None };
            builder.put(Part::item("event"), shape, Fill::Solid(surface), Some(stroke), enter);
            builder.legend(LegendEntry::Context);
            builder.legend(LegendEntry::Diamond);
        } else {
            builder.circle(Part::item("event"), at, 5.5, Fill::Solid(accent), None, enter);
        }
        let paint = if entry.context { muted } else { accent };
        for (i, date) in words.dates.iter().enumerate() {
            let at = Point::new(words.x, words.head + i as f64 * 20.0 + baseline(13.0));
            builder.text(at, date, Font::bold(13.0), paint, Anchor::Start);
        }
        let below = words.head + if words.beside.is_some() { 0.0 } else { words.dates.len() as f64 * 20.0 };
        let x = words.x + words.beside.unwrap_or(0.0);
        let lines = wrap::balanced(&entry.text, FONT, words.width, builder.measure);
        for (i, text) in lines.iter().enumerate() {
            let at = Point::new(x, below + i as f64 * 20.0 + 14.5);
            builder.text(at, text, FONT, ink, Anchor::Start);
        }
        builder.end();
    }
}

/// A bracket at the left: years counted from the first event.
struct Years {
    ix: FigureIx,
    /// Where the picture begins, CSS px.
    left: f64,
    delay: f64,
}

impl Statement for Years {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [from, to] = at else { return };
        let builder = &mut *backend.builder;
        let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
        let (top, bottom) = (from.y + 4.0, to.y);
        let bx = from.x - 14.0;
        let points = vec![
            Point::new(bx + 5.0, top),
            Point::new(bx, top),
            Point::new(bx, bottom),
            Point::new(bx + 5.0, bottom),
        ];
        builder.delay = self.delay;
        builder.begin(self.ix);
        let enter = Enter { effect: Effect::Draw, delay: self.delay, duration: 0.5 };
        builder.line("span", points, muted, 1.5, enter);
        let middle = Point::new(bx - 8.0, (top + bottom) / 2.0);
        builder.number(middle, self.ix, 28.0, bx - 10.0 - self.left, ink, Anchor::End);
        builder.end();
    }
}
