//! A time line drawn downwards, its events beside it in one column: for narrow pictures.
//!
//! **Invariant**: places on the line are true to time; labels may move apart and are led back by a line.

use super::{derrick, event_mark, Entry};
use crate::chart::axis::Hairline;
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::geometry::{to_grid, Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::easing;
use crate::layout::enter::{Effect, Enter};
use crate::layout::label::spread;
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder};
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;
use plotters::coord::cartesian::MeshLine;
use plotters::coord::ranged1d::Ranged;
use plotters_backend::DrawingBackend;

/// Of the words beside the line.
const FONT: Font = Font::sans(15.0);

/// Below it the years stand above the line instead of beside it, and the words nearer to it.
const NARROW: f64 = 200.0;

/// The line with its events; `spare`: px that it is longer than usual. Returns its height.
pub(super) fn line(
    builder: &mut SceneBuilder,
    area: Area,
    entries: &[Entry],
    well: bool,
    span: Option<FigureIx>,
    spare: f64,
) -> f64 {
    if let Some(ix) = span.filter(|_| area.w < NARROW) {
        let ink = builder.paint(Role::Ink);
        builder.begin(ix);
        let above = builder.headline(area, ix, 28.0, ink) + 12.0;
        builder.end();
        return above + line(builder, Area::new(area.x, area.y + above, area.w), entries, well, None, spare);
    }
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
        derrick(builder, at(from), 1.0);
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
            builder.paint(entry.accent),
            builder.paint(Role::Ink),
            builder.paint(Role::Muted),
            builder.paint(Role::Rule),
        );
        builder.delay = self.delay;
        let enter = Enter::new(Effect::Pop, self.delay);
        builder.begin_named(entry.key.clone(), entry.figure, entry.name.clone());
        let leader = vec![Point::new(at.x + 8.0, at.y), Point::new(words.x - 6.0, words.head + 10.0)];
        builder.line("leader", leader, rule, 1.25, Enter::fade(self.delay));
        event_mark(builder, entry, at, enter);
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
