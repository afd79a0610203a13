//! Ranges beside each other on one axis: from one printed number to another, or from a first value to a second one.
//!
//! **Invariant**: positions are those of the numbers on one axis, which prints its own numbers and need not begin at
//! zero: no mark has a length from there. A range is hatched between its two numbers, what has not happened is
//! hollow and dashed, and no label lies on a mark.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::axis;
use crate::chart::chart_type::*;
use crate::chart::label_text::{unlike_periods, with_period, Labels};
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::chart::point_mark::{self, Look};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::{Anchor, Fill};
use crate::layout::scale::ticks_between;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::Status;
use crate::text::{wrap, Font};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ranges {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 各项，同一单位 · items of one unit
    pub items: Vec<Span>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// A range, or two values of one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// 数字，多为区间 · figure, often a range
    pub figure: FigureIx,
    /// 与它相对的第二个数字，如结果 · second figure to set against it, such as the result
    pub to: Option<FigureIx>,
    /// 名称；缺省用数字的名称 · label; absent: that of the figure
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub label: Option<Text>,
}

impl Span {
    fn figures(&self) -> impl Iterator<Item = FigureIx> {
        [Some(self.figure), self.to].into_iter().flatten()
    }

    fn name<'t>(&'t self, facts: &'t Facts, locale: Locale) -> &'t str {
        self.label.as_ref().unwrap_or(facts.figure(self.figure).label()).get(locale)
    }
}

/// What a row and its numbers are called: with their periods where not all of the chart are of one.
struct Said<'a> {
    facts: &'a Facts,
    /// Of the first numbers and of the second ones.
    labels: [&'a Labels; 2],
    locale: Locale,
    unlike: bool,
}

impl Said<'_> {
    fn is_of_one_period(&self, item: &Span) -> bool {
        let figures: Vec<FigureIx> = item.figures().collect();
        !unlike_periods(self.facts, &figures)
    }

    fn name(&self, item: &Span) -> String {
        let name = item.name(self.facts, self.locale);
        match self.unlike && self.is_of_one_period(item) {
            true => with_period(name, self.facts.figure(item.figure), self.locale),
            false => name.to_string(),
        }
    }

    fn value(&self, item: &Span, ix: FigureIx) -> String {
        let (figure, name) = (self.facts.figure(ix), item.name(self.facts, self.locale));
        let is_second = item.to == Some(ix) && item.figure != ix;
        let value = self.labels[usize::from(is_second)].of(figure);
        match !self.is_of_one_period(item) && with_period(name, figure, self.locale) != name {
            true => with_period(&value, figure, self.locale),
            false => value,
        }
    }
}

impl Ranges {
    fn all(&self) -> impl Iterator<Item = FigureIx> + '_ {
        self.items.iter().flat_map(Span::figures)
    }
}

impl ChartType for Ranges {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.all().for_each(|ix| see(Seen::Figure(ix)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => several(self.items.iter().map(|item| item.name(facts, locale)), locale),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        100.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self)
    }
}

impl Acceptance for Ranges {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let of = |(i, item): (usize, &Span)| {
            let figure = Slot::new(item.figure, format!("items[{i}].figure"), &OfAnySign);
            let to = item.to.map(|ix| Slot::new(ix, format!("items[{i}].to"), &OfAnySign));
            [Some(figure), to].into_iter().flatten().collect::<Vec<_>>()
        };
        self.items.iter().enumerate().flat_map(of).collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        // a range that is narrower than a pixel would look like one number
        let (low, high) = reach_of(self.all().map(|ix| facts.figure(ix)));
        let is_narrow = |figure: &Figure| {
            figure.ends().is_some_and(|(a, b)| a != b && (b - a) / (high - low) * ROOM < 2.0)
        };
        let slots = self.slots(facts);
        let narrow = slots.iter().filter(|slot| is_narrow(facts.figure(slot.figure)));
        narrow.map(|slot| Refusal::of(slot, Reason::TooSmall)).collect()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let mut all = one_scale(facts, &slots);
        // two rows may be of two years, each over the year before it
        for (i, slot) in slots.iter().enumerate() {
            let period = |slot: &Slot| facts.figure(slot.figure).period();
            let item = |slot: &Slot| slot.member.split('.').next().map(str::to_string);
            let is_beside = |other: &&Slot| item(other) == item(slot) || period(other).is_same(period(slot));
            if let Some(first) = slots[..i].iter().find(is_beside) {
                all.extend(one_base(facts, &[first.clone(), slot.clone()]));
            }
        }
        all
    }
}

/// Length in CSS px that the axis has at least, in the narrowest picture.
const ROOM: f64 = 112.0;
/// From this width on names stand in a column beside the axis, CSS px.
const WIDE: f64 = 520.0;
const NAME: Font = Font::sans(15.0);
const SMALL: Font = Font::sans(13.0);
const RADIUS: f64 = 5.5;
/// Height of a row of the axis, and the room between a mark and its label.
const HIGH: f64 = 28.0;
const GAP: f64 = 9.0;
/// Between the labels of two values.
const BETWEEN: f64 = 12.0;

/// Where the parts of the rows stand.
struct Layout<'l> {
    names: f64,
    beside: bool,
    left: f64,
    right: f64,
    /// How far marks reach beyond the axis.
    reach: f64,
    ticks: Vec<f64>,
    said: &'l Said<'l>,
    font: Font,
}

fn place(builder: &mut SceneBuilder, area: Area, spec: &Ranges) -> f64 {
    let (facts, locale, start) = (builder.facts, builder.locale, builder.delay);
    let mut y = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        y += builder.heading(area.x, y, area.w, &title) + 2.0;
    }
    let figures: Vec<&Figure> = spec.all().map(|ix| facts.figure(ix)).collect();
    let labels = Labels::new(&figures, locale);
    if let Some(status) = figures.first().and_then(|figure| labels.common_word(figure)) {
        y += builder.note(area.x, y, area.w, status);
    }
    let all: Vec<FigureIx> = spec.all().collect();
    let mut sides = [labels.clone(), labels.clone()];
    if let Some(names) = names(spec, facts, &labels, locale) {
        y += key(builder, Area::new(area.x, y, area.w), spec, [&names[0].0, &names[1].0]);
        for (side, (_, status)) in sides.iter_mut().zip(names) {
            *side = status.map_or(labels.clone(), |status| labels.without_status(status));
        }
    }
    let labels = [&sides[0], &sides[1]];
    let said = Said { facts, labels, locale, unlike: unlike_periods(facts, &all) };
    let layout = layout(builder, area, spec, &said, reach_of(figures.iter().copied()));
    y += 6.0;
    let top = y;
    for (i, item) in spec.items.iter().enumerate() {
        builder.delay = start + 0.06 * i as f64;
        y += row(builder, Area::new(area.x, y, area.w), item, &layout) + 10.0;
    }
    if layout.names > 0.0 {
        zero(builder, &layout, top - 4.0, y - 6.0);
    }
    builder.delay = start + 0.2;
    if let Some(like) = figures.first() {
        y += axis_below(builder, area, &layout, like, y - 4.0);
    }
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y, area.w, spec.note.as_ref());
    y - area.y
}

/// What the first and the second numbers of the rows are called, where dots of two colours stand for them: by their
/// status, else by their period, else by their order. With the status that such a name says of all of a side.
fn names(
    spec: &Ranges,
    facts: &Facts,
    labels: &Labels,
    locale: Locale,
) -> Option<[(String, Option<Status>); 2]> {
    let pairs = || spec.items.iter().filter_map(|item| Some((item.figure, item.to?)));
    let is_dot = |ix: FigureIx| facts.figure(ix).ends().is_some_and(|(low, high)| low == high);
    if !pairs().any(|(first, second)| is_dot(first) && is_dot(second)) {
        return None;
    }
    let sides: [Vec<&Figure>; 2] = [
        spec.items.iter().map(|item| facts.figure(item.figure)).collect(),
        spec.items.iter().filter_map(|item| item.to).map(|ix| facts.figure(ix)).collect(),
    ];
    let status = |side: &[&Figure]| {
        let status = side.first()?.status();
        side.iter().all(|figure| figure.status() == status).then_some(status)
    };
    let of_one_period = |side: &[&Figure]| side.iter().all(|f| f.period().is_same(side[0].period()));
    if let [Some(a), Some(b)] = [status(&sides[0]), status(&sides[1])] {
        let word = |i: usize, other: Status| match sides[i][0].status_word(locale) {
            None if !other.is_result() => Some(Message::Result.get(locale)),
            word => word,
        };
        if let (true, Some(first), Some(second)) = (a != b, word(0, b), word(1, a)) {
            return Some([(first.to_string(), Some(a)), (second.to_string(), Some(b))]);
        }
    }
    // goals beside results that are not all equally firm
    let all_results = |side: &[&Figure]| !side.is_empty() && side.iter().all(|f| f.status().is_result());
    for (goals, results) in [(0, 1), (1, 0)] {
        let goal = status(&sides[goals]).filter(|status| !status.is_result());
        if let (Some(goal), true) = (goal, all_results(&sides[results])) {
            let word = sides[goals][0].status_word(locale).unwrap_or_default();
            let mut names = [0, 1].map(|_| (Message::Result.get(locale).to_string(), None));
            names[goals] = (word.to_string(), Some(goal));
            return Some(names);
        }
    }
    let unlike = !sides[0][0].period().is_same(sides[1][0].period());
    let common = labels.common_word(sides[0][0]).map(|_| sides[0][0].status());
    let words = match unlike && sides.iter().all(|side| of_one_period(side)) {
        true => [0, 1].map(|i| sides[i][0].period().text.get(locale)),
        false => [Message::FirstNumber, Message::SecondNumber].map(|message| message.get(locale)),
    };
    Some(words.map(|word| (word.to_string(), common)))
}

/// The dots of the first and the second numbers, as they are drawn, with what they are; returns the height.
fn key(builder: &mut SceneBuilder, area: Area, spec: &Ranges, names: [&str; 2]) -> f64 {
    let (font, ink) = (Font::bold(13.0), builder.paint(Role::Ink));
    let paints = [builder.paint(Role::Muted), builder.accent_paint()];
    let enter = Enter::fade(builder.delay);
    let (mut x, mut y) = (area.x, area.y);
    let pair = spec.items.iter().find_map(|item| Some([item.figure, item.to?]));
    for (i, (name, paint)) in names.into_iter().zip(paints).enumerate() {
        let width = 18.0 + builder.measure.width(name, font);
        if x > area.x && x + width > area.right() {
            (x, y) = (area.x, y + 20.0);
        }
        let aim = pair.map(|pair| pair[i]).filter(|ix| !builder.figure(*ix).status().is_result());
        let ring = aim.map(|ix| builder.aim_ring(ix, builder.paint(Role::GENERAL)));
        let fill = if ring.is_some() { Fill::None } else { Fill::Solid(paint) };
        builder.circle("name", Point::new(x + RADIUS, y + 10.0), RADIUS, fill, ring, enter);
        builder.text(Point::new(x + 18.0, y + 14.5), name, font, ink, Anchor::Start);
        x += width + 20.0;
    }
    y + 24.0 - area.y
}

/// The lowest and the highest number of some figures.
fn reach_of<'f>(figures: impl Iterator<Item = &'f Figure>) -> (f64, f64) {
    let ends: Vec<(f64, f64)> = figures.filter_map(Figure::ends).collect();
    let low = ends.iter().map(|(low, _)| *low).fold(f64::INFINITY, f64::min);
    let high = ends.iter().map(|(_, high)| *high).fold(f64::NEG_INFINITY, f64::max);
    match low < high {
        true => (low, high),
        // one number, or none, has its place beside zero
        false if low.is_finite() => (low.min(0.0), low.max(0.0)),
        false => (0.0, 0.0),
    }
}

/// The numbers of the axis below the rows, as many as there is room for; returns the height.
fn axis_below(builder: &mut SceneBuilder, area: Area, layout: &Layout, like: &Figure, y: f64) -> f64 {
    let muted = builder.paint(Role::Muted);
    let enter = Enter::fade(builder.delay);
    let axes = layout.axes(y);
    let frame = axes.frame();
    builder.line("axis", vec![Point::new(frame.x, y), Point::new(frame.right(), y)], muted, 1.0, enter);
    let texts = axis::tick_texts(&layout.ticks, like, builder.locale);
    let mut free = f64::MIN;
    for (tick, text) in layout.ticks.iter().zip(&texts) {
        let x = axes.at(*tick, 0.0).x;
        let width = builder.measure.width(text, SMALL);
        let left = (x - width / 2.0).clamp(area.x, area.right() - width);
        if left < free {
            continue;
        }
        builder.line("axis-tick", vec![Point::new(x, y), Point::new(x, y + 4.0)], muted, 1.0, enter);
        builder.text(Point::new(left, y + 18.0), text, SMALL, muted, Anchor::Start);
        free = left + width + 8.0;
    }
    let unit = axis::unit_text(like, builder.locale);
    let used = builder.paragraph(area.x + layout.names, y + 22.0, area.w - layout.names, &unit, SMALL, muted);
    26.0 + used
}

/// How far the marks of a figure reach beyond its numbers, at either side.
fn reach(figure: &Figure) -> f64 {
    let open = figure.opens_up() || figure.opens_down();
    let soft = if figure.is_soft() { RADIUS * 2.2 } else { RADIUS + 1.0 };
    if open {
        point_mark::OPEN
    } else {
        soft
    }
}

fn layout<'l>(
    builder: &SceneBuilder,
    area: Area,
    spec: &Ranges,
    said: &'l Said<'l>,
    scale: (f64, f64),
) -> Layout<'l> {
    let facts = builder.facts;
    let font = Font::bold(if builder.compact { 13.0 } else { 15.0 });
    let name = |item: &Span| builder.measure.width(&said.name(item), NAME);
    let widest = spec.items.iter().map(name).fold(0.0, f64::max);
    let column = if area.w >= WIDE { widest.min(area.w * 0.34) + 16.0 } else { 0.0 };
    let words = |item: &Span| {
        let widths = item.figures().map(|ix| builder.measure.width(&said.value(item, ix), font) + BETWEEN);
        widths.sum::<f64>() - BETWEEN
    };
    let reach = spec.all().map(|ix| reach(facts.figure(ix))).fold(0.0, f64::max);
    let widest = spec.items.iter().map(words).fold(0.0, f64::max);
    let with = |names: f64, beside: bool| {
        let right = area.right() - reach - if beside { GAP + widest } else { 0.0 };
        {
            let ticks = ticks_between(scale.0, scale.1, 4);
            Layout { names, beside, left: area.x + names + reach, right, reach, ticks, said, font }
        }
    };
    let fits = |layout: &Layout| layout.right - layout.left >= (area.w * 0.4).max(ROOM);
    let all = [(column, true), (0.0, true)].map(|(names, beside)| with(names, beside));
    all.into_iter().find(fits).unwrap_or_else(|| with(0.0, false))
}

impl Layout<'_> {
    /// Where the axis begins and ends.
    fn ends(&self) -> (f64, f64) {
        (self.ticks.first().copied().unwrap_or(0.0), self.ticks.last().copied().unwrap_or(1.0))
    }

    /// The axis of a row whose marks lie at the height `y`.
    fn axes(&self, y: f64) -> Axes {
        let frame = Rect::new(self.left, y - HIGH / 2.0, self.right - self.left, HIGH);
        let (first, last) = self.ends();
        Axes::new(frame, Axis::positions(first, last), Axis::across())
    }
}

/// The zero, where the axis has it.
fn zero(builder: &mut SceneBuilder, layout: &Layout, top: f64, bottom: f64) {
    let (first, last) = layout.ends();
    if first > 0.0 || last < 0.0 {
        return;
    }
    let (x, ink) = (layout.axes(top).at(0.0, 0.0).x, builder.paint(Role::Ink));
    let enter = Enter::fade(builder.delay);
    builder.line("zero", vec![Point::new(x, top), Point::new(x, bottom)], ink, 1.25, enter);
}

/// One row; returns its height.
fn row(builder: &mut SceneBuilder, area: Area, item: &Span, layout: &Layout) -> f64 {
    let (facts, ink) = (builder.facts, builder.paint(Role::Ink));
    let name = layout.said.name(item);
    let mut y = area.y;
    let mut height = HIGH;
    builder.begin(item.figure);
    if layout.names == 0.0 {
        y += builder.paragraph(area.x, y, area.w, &name, NAME, ink) + 2.0;
    } else {
        let lines = wrap::balanced(&name, NAME, layout.names - 16.0, builder.measure);
        height = height.max(lines.len() as f64 * 20.0);
        let first = area.y + height / 2.0 - lines.len() as f64 * 10.0;
        for (i, line) in lines.iter().enumerate() {
            builder.text(Point::new(area.x, first + i as f64 * 20.0 + 15.5), line, NAME, ink, Anchor::Start);
        }
        y += (height - HIGH) / 2.0;
    }
    builder.end();
    if !layout.beside {
        for ix in item.figures() {
            let text = layout.said.value(item, ix);
            builder.begin(ix);
            y += builder.paragraph(area.x, y, area.w, &text, layout.font, ink);
            builder.end();
        }
        y += 4.0;
    }
    let middle = y + HIGH / 2.0;
    let axes = layout.axes(middle);
    let value = |ix: FigureIx| facts.figure(ix).ends();
    // a number stands below a range, and two numbers on one line, which joins them
    let is_range = |ix: FigureIx| value(ix).is_some_and(|(low, high)| low != high);
    let apart = item.to.is_some() && item.figures().any(is_range);
    // where the second dot would hide the first, the first is a ring around it
    let at = |ix: FigureIx| value(ix).map(|(low, _)| axes.at(low, 0.5).x);
    let both = (at(item.figure), item.to.and_then(at));
    let hides = !apart && matches!(both, (Some(a), Some(b)) if (a - b).abs() < 3.0);
    axes.draw(builder, |chart| {
        if let (false, Some((a, _)), Some((b, _))) = (apart, value(item.figure), item.to.and_then(value)) {
            chart.draw_series([Element { at: vec![(a, 0.5), (b, 0.5)], statement: Between }])?;
        }
        for (i, ix) in item.figures().enumerate() {
            let Some((low, high)) = value(ix) else { continue };
            let lane = match (apart, i) {
                (false, _) => 0.5,
                (true, 0) => 0.78,
                (true, _) => 0.22,
            };
            let at = vec![(low, lane), (high, lane)];
            chart.draw_series([Element {
                at,
                statement: Mark { ix, second: i > 0, around: i == 0 && hides },
            }])?;
        }
        Ok(())
    });
    if layout.beside {
        let mut x = layout.right + layout.reach + GAP;
        for ix in item.figures() {
            let text = layout.said.value(item, ix);
            builder.begin(ix);
            let role = if facts.figure(ix).ends().is_some() { Role::Ink } else { Role::Muted };
            let paint = builder.paint(role);
            let base = Point::new(x, middle + layout.font.size * 0.36);
            x += builder.text(base, &text, layout.font, paint, Anchor::Start) + BETWEEN;
            builder.end();
        }
    }
    if layout.names == 0.0 {
        zero(builder, layout, middle - HIGH / 2.0, middle + HIGH / 2.0);
    }
    (y + HIGH - area.y).max(height)
}

/// From a first number to a second one.
struct Between;

impl Statement for Between {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let builder = &mut *backend.builder;
        let (muted, enter) = (builder.paint(Role::Muted), Enter::fade(builder.delay));
        builder.line("between", at.to_vec(), muted, 1.5, enter);
    }
}

/// A figure on the axis of its row: a second value in the scene's colour, beside a muted first one.
struct Mark {
    ix: FigureIx,
    second: bool,
    /// It shows around the second one, which lies on it.
    around: bool,
}

impl Statement for Mark {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [low, high] = *at else { return };
        let builder = &mut *backend.builder;
        let range = builder.figure(self.ix).ends().is_some_and(|(a, b)| a != b);
        let paint = if self.second || range { builder.accent_paint() } else { builder.paint(Role::Muted) };
        let enter = Enter::new(Effect::Pop, builder.delay);
        let radius = if self.around { RADIUS + 3.5 } else { RADIUS };
        let look = Look { radius, paint, shape: 0, pale: false };
        point_mark::draw(builder, self.ix, (low, high), false, look, enter);
    }
}
