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
use crate::locale::date::{Date, Part as DatePart};
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;
use plotters::coord::cartesian::MeshLine;
use plotters::coord::ranged1d::Ranged;
use plotters_backend::DrawingBackend;

/// Of the words beside the line.
const FONT: Font = Font::sans(15.0);
const DATE: Font = Font::bold(13.0);
/// Of the years of the axis.
const YEAR: Font = Font::sans(13.0);
/// Between a name and the date behind it, CSS px.
const BEHIND: f64 = 8.0;

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
    let mut dated: Vec<Vec<String>> = entries
        .iter()
        .map(|e| wrap::wrap(&e.date.display(builder.locale), DATE, text_w, builder.measure))
        .collect();
    // where every event has room for it, its words stand beside its date and not below it
    let widest = |texts: &mut dyn Iterator<Item = (&str, Font)>| {
        texts.map(|(text, font)| builder.measure.width(text, font)).fold(0.0, f64::max)
    };
    let dates = widest(&mut dated.iter().flatten().map(|date| (date.as_str(), DATE))) + 16.0;
    let texts = widest(&mut entries.iter().map(|e| (e.text.as_str(), FONT)));
    let beside = (dated.iter().all(|dates| dates.len() == 1) && dates + texts <= text_w).then_some(dates);
    // on a phone a name has its date behind it, so that all are seen at once; the first is what all begins with
    let mut behind: Vec<Option<Behind>> = entries.iter().map(|_| None).collect();
    if builder.compact && beside.is_none() {
        for (i, entry) in entries.iter().enumerate().skip(usize::from(well)) {
            behind[i] = date_behind(builder, entry, text_w);
            if behind[i].is_some() {
                dated[i].clear();
            }
        }
    }
    let between = if builder.compact { 4.0 } else { 8.0 };
    let heights: Vec<f64> = entries
        .iter()
        .zip(dated.iter().zip(&behind))
        .map(|(e, (dates, behind))| match beside {
            Some(_) => 28.0,
            None => {
                let lines = match behind {
                    Some(behind) => behind.lines.len(),
                    None => wrap::wrap(&e.text, FONT, text_w, builder.measure).len() + dates.len(),
                };
                lines as f64 * 20.0 + between
            }
        })
        .collect();
    let needed: f64 = heights.iter().sum();
    // above the line: a derrick, or the upper half of the first date
    let head = if well { 44.0 } else { 14.0 };
    let least = match (entries.len(), builder.compact) {
        // one date has no distance to another
        (1, _) => 0.0,
        (_, true) => 330.0,
        (_, false) => 380.0,
    };
    let height = needed.max((needed.max(least) + spare).min(least * 2.0));
    let top = area.y + head;
    let foot = top + height - heights[heights.len() - 1] / 2.0 - 6.0;
    let first_decade = (from / 10.0).ceil() as i32 * 10;
    let decades = (first_decade..).step_by(10).map(f64::from).take_while(|decade| *decade < to);
    let decades: Vec<f64> = decades.collect();
    let years = Axis::periods(from, to).downwards().with_key_points(decades.clone());
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
    let named = area.w >= NARROW && span.is_some();
    let ticks: Vec<(f64, f64)> = decades.iter().filter(|_| named).map(|year| (*year, at(*year).y)).collect();
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
            let statement = Years { ix, left: area.x, delay: start + pace, ticks: &ticks };
            Element { at: vec![(0.0, from), (0.0, to)], statement }
        }))?;
        let placed = places.iter().zip(heights.iter().zip(dated.iter().zip(&behind)));
        chart.draw_series(entries.iter().zip(&desired).zip(placed).map(
            |((entry, at), (place, (h, (dates, behind))))| {
                let part = easing::cubic_out((at - top) / (bottom - top).max(1.0)).min(1.0);
                let head = place - h / 2.0 + between / 2.0;
                let words = Beside { dates, behind, head, x: text_x, width: text_w, beside };
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
    behind: &'a Option<Behind>,
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
            builder.text(at, date, DATE, paint, Anchor::Start);
        }
        let below = words.head + if words.beside.is_some() { 0.0 } else { words.dates.len() as f64 * 20.0 };
        let x = words.x + words.beside.unwrap_or(0.0);
        let lines = match words.behind {
            Some(behind) => behind.lines.clone(),
            None => wrap::balanced(&entry.text, FONT, words.width, builder.measure),
        };
        for (i, text) in lines.iter().enumerate() {
            let at = Point::new(x, below + i as f64 * 20.0 + 14.5);
            let wide = builder.text(at, text, FONT, ink, Anchor::Start);
            if let Some(Behind { date, .. }) = words.behind.as_ref().filter(|_| i + 1 == lines.len()) {
                let before = if text.is_empty() { 0.0 } else { wide + BEHIND };
                builder.text(Point::new(at.x + before, at.y), date, DATE, paint, Anchor::Start);
            }
        }
        builder.end();
    }
}

/// The lines of an event's name and a short date behind the last of them; the day is in the event's record.
struct Behind {
    lines: Vec<String>,
    date: String,
}

/// Nothing where a word of the name is too wide to leave room for the date.
fn date_behind(builder: &SceneBuilder, entry: &Entry, width: f64) -> Option<Behind> {
    let date = match entry.date.part {
        DatePart::Day(..) => Date { part: DatePart::Year, ..entry.date },
        _ => entry.date,
    };
    let date = date.display(builder.locale);
    let room = width - BEHIND - builder.measure.width(&date, DATE);
    let wide = |text: &str| builder.measure.width(text, FONT);
    let balanced = |width| wrap::balanced(&entry.text, FONT, width, builder.measure);
    let has_room = |lines: &Vec<String>| lines.last().is_some_and(|last| wide(last) <= room);
    if !builder.locale.catalogue().spaced {
        // a line of its own rather than a break within a word
        let mut lines = balanced(width);
        if !has_room(&lines) {
            lines.push(String::new());
        }
        return Some(Behind { lines, date });
    }
    let greedy = wrap::wrap(&entry.text, FONT, width, builder.measure);
    let narrow = balanced(room);
    let is_whole = narrow.iter().all(|line| wide(line) <= room);
    let lines = [balanced(width), greedy].into_iter().chain(is_whole.then_some(narrow)).find(has_room)?;
    Some(Behind { lines, date })
}

/// A bracket at the left: years counted from the first event, and beside it the years of the axis.
struct Years<'t> {
    ix: FigureIx,
    /// Where the picture begins, CSS px.
    left: f64,
    delay: f64,
    /// Years with their places on the line, CSS px.
    ticks: &'t [(f64, f64)],
}

impl Statement for Years<'_> {
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
        // the number stands between two years, as near to the middle as that lets it
        let middle = (top + bottom) / 2.0;
        let free = self.ticks.windows(2).map(|pair| (pair[0].1 + pair[1].1) / 2.0 + 6.0);
        let y = free.min_by(|a, b| (a - middle).abs().total_cmp(&(b - middle).abs())).unwrap_or(middle);
        let room = bx - 10.0 - self.left;
        builder.number(Point::new(bx - 8.0, y), self.ix, 28.0, room, ink, Anchor::End);
        builder.end();
        let high = 22.0 + builder.more_height(self.ix, 28.0, room);
        for (year, at) in
            self.ticks.iter().filter(|(_, at)| at + 12.0 < y - 22.0 || at - 12.0 > y + high - 22.0)
        {
            let at = Point::new(bx - 8.0, at + 4.5);
            builder.text(at, &format!("{}", *year as i32), YEAR, muted, Anchor::End);
        }
    }
}
