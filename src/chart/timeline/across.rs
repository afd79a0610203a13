//! A time line across a wide picture: one line, and others that branch off it at their first event.
//!
//! Events line by line come in; marks on the builder go out, and the height used.
//!
//! **Invariant**: places are true to time; words lie on no line, no mark and no other words. What finds no room is
//! listed under the years.

use super::event_words::{find_all, listed, Words};
use super::event_words::{AWAY, BETWEEN, DATE, DERRICK, NAME, STEP, WIDEST, WIDEST_ALONE};
use super::{derrick, event_mark, Entry, Timeline};
use crate::chart::axis::Hairline;
use crate::chart::plot::{Axes, Axis};
use crate::geometry::{math, sort_by, to_grid, Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::label::LabelPlacer;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::model::figure::FigureIx;
use crate::text::wrap;
use crate::theme::Role;
use plotters::coord::cartesian::MeshLine;
use plotters_backend::DrawingBackend;

/// How far before its first event a line branches off, CSS px.
const BEFORE: f64 = 30.0;
/// Pace at which lines are drawn, s.
const PACE: f64 = 0.6;

/// Height of the years under their line, CSS px.
const YEARS: f64 = 26.0;

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

    /// The heights of the lines next above and below a line, without end where there is none.
    fn reach(&self, line: usize) -> (f64, f64) {
        let own = self.ys[line];
        let above = self.ys.iter().copied().filter(|y| *y < own).fold(f64::MIN, f64::max);
        let below = self.ys.iter().copied().filter(|y| *y > own).fold(f64::MAX, f64::min);
        (above, below)
    }

    /// Where a line branches off.
    fn branch(&self, line: usize, entries: &[Entry]) -> f64 {
        entries.first().map_or(self.right, |first| self.at(line, first).x - BEFORE)
    }
}

/// How much higher than usual the room above a single line is tried, CSS px.
const RAISED: [f64; 7] = [0.0, 4.0, 12.0, 22.0, 44.0, 66.0, 88.0];

/// Draws the lines with their events; `spare`: px that they are higher than usual; `kept`: where the page has its text, and
/// no words of theirs stand. Returns the height, and how many events found no room for their words.
pub(super) fn draw(
    builder: &mut SceneBuilder,
    area: Area,
    spec: &Timeline,
    lines: &[Vec<Entry>],
    (spare, kept): (f64, Rect),
) -> (f64, usize) {
    let raised = if spec.lanes.is_empty() { &RAISED[..] } else { &RAISED[..1] };
    let mut best = (usize::MAX, 0.0);
    for raise in raised {
        let (_, left) = builder.tried(|builder| drawn(builder, area, spec, lines, (spare, kept, *raise)));
        if left < best.0 {
            best = (left, *raise);
        }
        if left == 0 {
            break;
        }
    }
    drawn(builder, area, spec, lines, (spare, kept, best.1))
}

/// The same with so much more room above a single line.
fn drawn(
    builder: &mut SceneBuilder,
    area: Area,
    spec: &Timeline,
    lines: &[Vec<Entry>],
    (spare, kept, raise): (f64, Rect, f64),
) -> (f64, usize) {
    let years = || lines.iter().flatten().map(|entry| entry.date.years());
    let (from, to) = (years().fold(f64::MAX, f64::min), years().fold(f64::MIN, f64::max));
    if lines.iter().all(Vec::is_empty) {
        return (0.0, 0);
    }
    let start = builder.delay;
    let well = spec.emblem.is_some();
    let names = names(builder, spec);
    let wide: Vec<f64> = names.iter().map(|name| builder.measure.width(name, NAME)).collect();
    // one line has room for the highest words above it and below it
    let rows = |entry: &Entry| wrap::balanced(&entry.text, NAME, WIDEST_ALONE, builder.measure).len() as f64;
    let highest = 17.0 + raise + STEP * lines.iter().flatten().map(rows).fold(0.0, f64::max);
    let usual = if spec.lanes.is_empty() {
        2.0 * (AWAY + highest) - raise + YEARS
    } else {
        112.0 * lines.len() as f64
    };
    let height = (usual + spare).clamp(usual, usual * 1.6);
    let left = area.x + if well { 24.0 * DERRICK } else { 8.0 };
    // a line that branches off has its name before its first event, all of them at their ends where one has no room there
    let room = |wide: &[f64]| wide.iter().fold(0.0, |most: f64, width| most.max(width + 14.0)).max(14.0);
    let branch = |entries: &[Entry], right: f64| {
        let part = entries.first().map_or(0.0, |first| (first.date.years() - from) / (to - from).max(0.1));
        left + part * (right - left - 16.0) - BEFORE
    };
    let begins = |i: usize, right: f64| branch(&lines[i], right) - 10.0 - wide[i];
    let free = |i: usize, right: f64| {
        let risers = (1..i).map(|line| branch(&lines[line], right) + 10.0);
        begins(i, right) > risers.fold(left.max(kept.right()), f64::max)
    };
    let right = area.right() - room(&wide[..wide.len().min(1)]);
    let before = (1..names.len()).all(|i| free(i, right));
    let right = if before { right } else { area.right() - room(&wide) };
    // the line itself is the lowest, or under its words where those have room there
    let trunk = area.y + if spec.lanes.is_empty() { AWAY + highest + 2.0 } else { height - 62.0 };
    let pitch = (trunk - area.y) / lines.len().max(1) as f64;
    let ys = (0..lines.len())
        .map(|i| if i == 0 { trunk } else { area.y + pitch * level(i, lines.len()) })
        .collect();
    // the years stand under all lines, or where there is one at it
    let foot = if spec.lanes.is_empty() { trunk } else { area.y + height };
    let step = [1, 2, 5, 10, 20, 50, 100]
        .into_iter()
        .find(|step| (to - from) / f64::from(*step) <= 12.0)
        .unwrap_or(500);
    let decades = ((from / f64::from(step)).ceil() as i32 * step..).step_by(step as usize).map(f64::from);
    let decades: Vec<f64> = decades.take_while(|decade| *decade < to).collect();
    let axis = Axis::periods(from, to).with_key_points(decades.clone());
    let frame = Rect::new(left, foot, right - left - 16.0, 0.0);
    let ground = Ground { axes: Axes::new(frame, axis, Axis::across()), ys, right };
    if well {
        derrick(builder, Point::new(left, trunk), DERRICK);
    }
    for (i, entries) in lines.iter().enumerate().rev() {
        course(builder, &ground, i, entries, start + 0.1 * i as f64);
    }
    // what words keep from each other they need not keep from the picture's edge
    let bounds = Rect::new(area.x - BETWEEN / 2.0, area.y, area.w + BETWEEN, height);
    let mut placer = LabelPlacer::new(bounds);
    for (i, name) in names.iter().enumerate() {
        let paint = builder.paint(lines[i].first().map_or(Role::Muted, |entry| entry.accent));
        let x = if before && i > 0 { begins(i, right) } else { right + 8.0 };
        builder.text(Point::new(x, ground.ys[i] + 5.0), name, NAME, paint, Anchor::Start);
        placer.block(Rect::new(x - 4.0, ground.ys[i] - 12.0, wide[i] + 8.0, 22.0));
    }
    placer.block(kept);
    for year in decades {
        let x = ground.axes.at(year, 0.0).x;
        placer.block(Rect::new(x - 20.0, foot, 40.0, YEARS));
    }
    block(&mut placer, &ground, lines);
    if well {
        let (x, y) = (left - 24.0 * DERRICK, trunk - 42.0 * DERRICK);
        placer.block(Rect::new(x, y, 48.0 * DERRICK, 42.0 * DERRICK));
    }
    let mut all: Vec<Words> = Vec::new();
    for (i, entries) in lines.iter().enumerate() {
        let is_first = |e: usize| well && i == 0 && e == 0;
        let others = || entries.iter().map(|other| ground.at(i, other).x);
        let widest = if spec.lanes.is_empty() { WIDEST_ALONE } else { WIDEST };
        let reach = ground.reach(i);
        let of =
            |(e, entry)| Words::of(builder, entry, ground.at(i, entry), is_first(e), widest, others(), reach);
        all.extend(entries.iter().enumerate().map(of));
    }
    find_all(&mut all, &placer);
    builder.delay = start + PACE;
    decade_names(builder, &ground, foot + if spec.lanes.is_empty() { 3.0 } else { 0.0 });
    // below a single line only what found no room above it
    let lowest = all.iter().filter_map(Words::bottom).fold(foot + YEARS + 4.0, f64::max);
    let mut y = if spec.lanes.is_empty() { lowest } else { area.y + height + 30.0 };
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
    let homeless = || all.iter().filter(|words| words.spot.is_none());
    y += listed(builder, Area::new(area.x, y, area.w), homeless());
    (y - area.y, homeless().count())
}

/// How far below the top a line stands of so many that branch off, in parts of an equal share: those between two others have
/// the most words around them.
fn level(i: usize, count: usize) -> f64 {
    const ABOVE: f64 = 0.7;
    const BELOW: f64 = 1.1;
    let between = (count as f64 - ABOVE - BELOW) / (count as f64 - 2.0).max(1.0);
    if count > 2 {
        ABOVE + between * (i as f64 - 1.0)
    } else {
        0.7
    }
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

/// A tick and its year at each decade.
fn decade_names(builder: &mut SceneBuilder, ground: &Ground, top: f64) {
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
