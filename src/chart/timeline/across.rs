//! A time line across a wide picture: one line, and others that branch off it at their first event.
//!
//! Events line by line come in; marks on the builder go out, and the height used.
//!
//! **Invariant**: places are true to time; words lie on no line, no mark and no other words. What finds no room is
//! listed under the years.

use super::{derrick, event_mark, Entry, Timeline};
use crate::chart::axis::Hairline;
use crate::chart::plot::{Axes, Axis};
use crate::geometry::{math, sort_by, to_grid, Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::label::LabelPlacer;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;
use plotters::coord::cartesian::MeshLine;
use plotters_backend::DrawingBackend;

const NAME: Font = Font::bold(15.0);
const DATE: Font = Font::sans(13.0);
/// The date that the line begins with, under its derrick.
const FIRST: Font = Font::bold(28.0);
/// How wide words get before they go on below, CSS px.
const WIDEST: f64 = 168.0;
/// From the middle of a mark to its words, CSS px.
const AWAY: f64 = 13.0;
/// How far before its first event a line branches off, CSS px.
const BEFORE: f64 = 30.0;
/// By how much the derrick is larger than beside an upright line.
const DERRICK: f64 = 2.6;
/// Pace at which lines are drawn, s.
const PACE: f64 = 0.6;

/// Where all lines stand, CSS px.
struct Ground {
    axes: Axes,
    /// Of each line, the one that the others branch off first.
    ys: Vec<f64>,
    right: f64,
}

impl Ground {
    fn at(&self, line: usize, entry: &Entry) -> Point {
        Point::new(self.axes.at(entry.date.years(), 0.0).x, self.ys[line])
    }

    /// Where a line branches off.
    fn branch(&self, line: usize, entries: &[Entry]) -> f64 {
        entries.first().map_or(self.right, |first| self.at(line, first).x - BEFORE)
    }
}

/// Draws the lines with their events; `spare`: px that they are higher than usual. Returns the height.
pub(super) fn draw(
    builder: &mut SceneBuilder,
    area: Area,
    spec: &Timeline,
    lines: &[Vec<Entry>],
    spare: f64,
) -> f64 {
    let years = || lines.iter().flatten().map(|entry| entry.date.years());
    let (from, to) = (years().fold(f64::MAX, f64::min), years().fold(f64::MIN, f64::max));
    if lines.iter().all(Vec::is_empty) {
        return 0.0;
    }
    let start = builder.delay;
    let well = spec.emblem.is_some();
    let names = names(builder, spec);
    let room = names.iter().map(|name| builder.measure.width(name, NAME)).fold(0.0, f64::max);
    // one line has room for the highest words above it and below it
    let rows = |entry: &Entry| wrap::balanced(&entry.text, NAME, WIDEST, builder.measure).len() as f64;
    let highest = 17.0 + 19.0 * lines.iter().flatten().map(rows).fold(0.0, f64::max);
    let usual = if spec.lanes.is_empty() {
        (2.0 * (AWAY + highest) + 4.0).max(108.0)
    } else {
        112.0 * lines.len() as f64
    };
    let height = (usual + spare).clamp(usual, usual * 1.6);
    let left = area.x + if well { 24.0 * DERRICK } else { 8.0 };
    let right = area.right() - if room > 0.0 { room + 14.0 } else { 14.0 };
    // the line itself is the lowest, or in the middle of its words
    let trunk = area.y + if spec.lanes.is_empty() { height / 2.0 } else { height - 62.0 };
    let pitch = (trunk - area.y) / lines.len().max(1) as f64;
    let own = |i: usize| if i == 0 { trunk } else { area.y + pitch * (i as f64 - 0.3) };
    let ys = (0..lines.len()).map(own).collect();
    let foot = area.y + height;
    let step = [1, 2, 5, 10, 20, 50, 100]
        .into_iter()
        .find(|step| (to - from) / f64::from(*step) <= 12.0)
        .unwrap_or(500);
    let decades = ((from / f64::from(step)).ceil() as i32 * step..).step_by(step as usize).map(f64::from);
    let axis = Axis::periods(from, to).with_key_points(decades.take_while(|decade| *decade < to).collect());
    let frame = Rect::new(left, foot, right - left - 16.0, 0.0);
    let ground = Ground { axes: Axes::new(frame, axis, Axis::across()), ys, right };
    for (i, entries) in lines.iter().enumerate().rev() {
        course(builder, &ground, i, entries, start + 0.1 * i as f64);
    }
    for (i, name) in names.iter().enumerate() {
        let paint = builder.paint(lines[i].first().map_or(Role::Muted, |entry| entry.accent));
        builder.text(Point::new(right + 8.0, ground.ys[i] + 5.0), name, NAME, paint, Anchor::Start);
    }
    let mut placer = LabelPlacer::new(Rect::new(area.x, area.y, area.w, height));
    for y in ground.ys.iter().filter(|_| room > 0.0) {
        placer.block(Rect::new(right + 4.0, y - 12.0, room + 8.0, 22.0));
    }
    block(&mut placer, &ground, lines);
    if well {
        let at = Point::new(left, trunk);
        derrick(builder, at, DERRICK);
        placer.block(Rect::new(at.x - 24.0 * DERRICK, at.y - 42.0 * DERRICK, 48.0 * DERRICK, 42.0 * DERRICK));
    }
    let mut all: Vec<Words> = Vec::new();
    for (i, entries) in lines.iter().enumerate() {
        let is_first = |e: usize| well && i == 0 && e == 0;
        let of = |(e, entry)| Words::of(builder, entry, ground.at(i, entry), is_first(e));
        all.extend(entries.iter().enumerate().map(of));
    }
    // near their marks all of them first: what stands further off must not take the place of another line's words
    for step in 0..STEPS {
        all.iter_mut().filter(|words| words.spot.is_none()).for_each(|words| words.find(step, &mut placer));
    }
    builder.delay = start + PACE;
    let mut y = foot + decade_names(builder, &ground, foot);
    if let Some(ix) = spec.span {
        y += span(builder, ix, &ground, (from, to), y);
    }
    // read in the order of time, as beside an upright line
    sort_by(&mut all, |a, b| a.entry.date.years().total_cmp(&b.entry.date.years()));
    for words in &all {
        let part = (words.at.x - left) / (right - left).max(1.0);
        builder.delay = start + PACE * part;
        let entry = words.entry;
        builder.begin_named(entry.key.clone(), entry.figure, entry.name.clone());
        words.draw(builder);
        event_mark(builder, entry, words.at, Enter::new(Effect::Pop, builder.delay));
        builder.end();
    }
    builder.delay = start + PACE;
    y += listed(builder, Area::new(area.x, y, area.w), all.iter().filter(|words| words.spot.is_none()));
    y - area.y
}

/// Events whose words found no room at their mark, in two columns; returns their height.
fn listed<'w>(builder: &mut SceneBuilder, area: Area, all: impl Iterator<Item = &'w Words<'w>>) -> f64 {
    let (ink, width) = (builder.paint(Role::Ink), area.w / 2.0 - 12.0);
    let colon = Message::Colon.get(builder.locale);
    let (mut top, mut next) = (area.y, area.y);
    for (i, words) in all.enumerate() {
        let entry = words.entry;
        let x = if i % 2 == 0 { area.x } else { area.x + width + 24.0 };
        top = if i % 2 == 0 { next } else { top };
        let text = format!("{}{colon}{}", words.date, entry.text);
        builder.begin_named(entry.key.clone(), entry.figure, entry.name.clone());
        next = next.max(top + builder.paragraph(x, top, width, &text, DATE, ink));
        builder.end();
    }
    next - area.y
}

/// The names of the lines, where there are several.
fn names(builder: &SceneBuilder, spec: &Timeline) -> Vec<String> {
    if spec.lanes.is_empty() {
        return Vec::new();
    }
    let own = spec.name.as_ref().map(|name| builder.say(name).to_string()).unwrap_or_default();
    std::iter::once(own).chain(spec.lanes.iter().map(|lane| builder.say(&lane.name).to_string())).collect()
}

/// A line from where it begins to the right end; all but the first rise from that one.
fn course(builder: &mut SceneBuilder, ground: &Ground, i: usize, entries: &[Entry], delay: f64) {
    let Some(first) = entries.first() else { return };
    let (y, trunk) = (ground.ys[i], ground.ys[0]);
    let end = Point::new(ground.right, y);
    let points = if i == 0 {
        vec![ground.at(0, first), end]
    } else {
        let x = ground.branch(i, entries);
        let radius = ((trunk - y) / 2.0).min(20.0);
        let mut points = corner(Point::new(x - radius, trunk - radius), radius, (90.0, 0.0));
        points.extend(corner(Point::new(x + radius, y + radius), radius, (180.0, 270.0)));
        points.push(end);
        points
    };
    let paint = builder.paint(first.accent);
    let enter = Enter { effect: Effect::Draw, delay, duration: PACE };
    builder.line("line", points, paint, if i == 0 { 6.0 } else { 4.0 }, enter);
}

/// A quarter of a circle between two angles in degrees, clockwise from the right.
fn corner(centre: Point, radius: f64, (from, to): (f64, f64)) -> Vec<Point> {
    let at = |step: i32| {
        let angle = (from + (to - from) * f64::from(step) / 8.0).to_radians();
        Point::new(centre.x + radius * math::cos(angle), centre.y + radius * math::sin(angle))
    };
    (0..=8).map(at).collect()
}

/// Keeps words off lines and marks.
fn block(placer: &mut LabelPlacer, ground: &Ground, lines: &[Vec<Entry>]) {
    for (i, entries) in lines.iter().enumerate() {
        let Some(first) = entries.first() else { continue };
        let (y, trunk) = (ground.ys[i], ground.ys[0]);
        let left = if i == 0 { ground.at(0, first).x } else { ground.branch(i, entries) };
        placer.block(Rect::new(left, y - 4.0, ground.right - left, 8.0));
        if i > 0 {
            placer.block(Rect::new(left - 4.0, y, 8.0, trunk - y));
        }
        for entry in entries {
            let at = ground.at(i, entry);
            placer.block(Rect::new(at.x - 8.0, at.y - 8.0, 16.0, 16.0));
        }
    }
}

/// How many distances from its mark are tried for an event's words.
const STEPS: usize = 7;

/// An event's words with its date, at its mark or further off.
struct Words<'e> {
    entry: &'e Entry,
    at: Point,
    /// It is the date that the line begins with.
    first: bool,
    date: String,
    lines: Vec<String>,
    width: f64,
    /// From their top to the baseline of the date.
    lead: f64,
    height: f64,
    /// Their upper left corner, and whether a line leads to them.
    spot: Option<(Point, bool)>,
}

impl<'e> Words<'e> {
    fn of(builder: &SceneBuilder, entry: &'e Entry, at: Point, first: bool) -> Words<'e> {
        let date = entry.date.display(builder.locale);
        let lines = wrap::balanced(&entry.text, NAME, WIDEST, builder.measure);
        let (date_font, lead) = if first { (FIRST, 32.0) } else { (DATE, 17.0) };
        let wide = |text: &str, font: Font| builder.measure.width(text, font);
        let width = lines.iter().map(|line| wide(line, NAME)).fold(wide(&date, date_font), f64::max);
        let height = lead + 19.0 * lines.len() as f64;
        Words { entry, at, first, date, lines, width, lead, height, spot: None }
    }

    /// Takes a place above or below the mark, beginning there, ending there or in the middle, if one is free.
    fn find(&mut self, step: usize, placer: &mut LabelPlacer) {
        let off = AWAY + 22.0 * step as f64;
        let clear = if self.first { 24.0 * DERRICK + 16.0 } else { 0.0 };
        let (at, width) = (self.at, self.width);
        for top in [at.y - off - self.height, at.y + off] {
            for x in [at.x - 6.0 + clear, at.x + 6.0 - width, at.x - width / 2.0] {
                // what leads to them crosses nothing either
                let (from, to) = if top < at.y { (top + self.height, at.y) } else { (at.y, top) };
                let gap = Rect::new(at.x - 2.0, from + AWAY, 4.0, (to - from - 2.0 * AWAY).max(0.0));
                if self.spot.is_some() || step > 0 && !placer.is_free(&gap) {
                    continue;
                }
                if placer.take(Rect::new(x, top, width, self.height)) {
                    self.spot = Some((Point::new(x, top), step > 0));
                    placer.block(gap);
                }
            }
        }
    }

    fn draw(&self, builder: &mut SceneBuilder) {
        let Some((corner, led)) = self.spot else { return };
        let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
        let (accent, rule) = (builder.paint(self.entry.accent), builder.paint(Role::Rule));
        if led {
            let above = corner.y < self.at.y;
            let end = if above { corner.y + self.height + 2.0 } else { corner.y - 2.0 };
            let leader = vec![self.at, Point::new(self.at.x, end)];
            builder.line("leader", leader, rule, 1.25, Enter::fade(builder.delay));
        }
        let (font, paint) = if self.first { (FIRST, accent) } else { (DATE, muted) };
        let at = |y: f64| Point::new(corner.x, corner.y + self.lead + y);
        builder.text(at(-4.0), &self.date, font, paint, Anchor::Start);
        for (i, line) in self.lines.iter().enumerate() {
            builder.text(at(14.0 + 19.0 * i as f64), line, NAME, ink, Anchor::Start);
        }
    }
}

/// A tick and its year at each decade; returns the height.
fn decade_names(builder: &mut SceneBuilder, ground: &Ground, top: f64) -> f64 {
    let mut years = Vec::new();
    ground.axes.draw(builder, |chart| {
        let all = usize::MAX;
        chart.plotting_area().draw_mesh(
            |backend, line| {
                let MeshLine::XMesh((x, y), _, year) = line else { return Ok(()) };
                years.push(*year);
                backend.draw_as("tick", Role::Muted);
                backend.draw_line((x, y), (x, y + to_grid(6.0)), &Hairline)
            },
            all,
            all,
        )
    });
    let muted = builder.paint(Role::Muted);
    for year in years {
        let at = Point::new(ground.axes.at(year, 0.0).x, top + 20.0);
        builder.text(at, &format!("{}", year as i32), DATE, muted, Anchor::Middle);
    }
    30.0
}

/// A bracket under the years: how many are counted from the first event. Returns its height.
fn span(builder: &mut SceneBuilder, ix: FigureIx, ground: &Ground, (from, to): (f64, f64), y: f64) -> f64 {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let counted = (from.floor() + builder.figure(ix).amount()).clamp(from, to.ceil());
    let (a, b) = (ground.axes.at(from, 0.0).x, ground.axes.at(counted.min(to), 0.0).x);
    let width = builder.number_width(ix, 28.0) + 20.0;
    let middle = (a + b) / 2.0;
    builder.begin(ix);
    let enter = Enter { effect: Effect::Draw, delay: builder.delay, duration: 0.4 };
    let line = y + 14.0;
    for (end, inner) in [(a, middle - width / 2.0), (b, middle + width / 2.0)] {
        let points = vec![Point::new(end, line - 7.0), Point::new(end, line), Point::new(inner, line)];
        builder.line("span", points, muted, 1.5, enter);
    }
    builder.number(Point::new(middle, line + 9.0), ix, 28.0, width, ink, Anchor::Middle);
    builder.end();
    34.0
}
