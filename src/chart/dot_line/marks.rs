//! The marks of a series of dots: points, joining lines, the article's rings, a size class, the points of a dense series.
//!
//! Places on the axes come in, by plotters; marks on the builder go out.
//!
//! **Invariant**: only neighbours of one definition and publisher family are joined.

use super::{joined, points_key};
use crate::chart::axis;
use crate::chart::plot::Statement;
use crate::chart::point_mark::{self, Look};
use crate::geometry::{sort_by_key, Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::message::Message;
use crate::model::figure::FigureIx;
use crate::model::SeriesIx;
use crate::text::{wrap, Font};
use crate::theme::Role;
use std::cell::Cell;

const SMALL: Font = Font::sans(13.0);
const BIG: Font = Font::bold(15.0);
/// Radius of a point, CSS px.
const RADIUS: f64 = 5.0;

/// The unit of an axis of amounts, above its uppermost value.
pub(super) struct Unit {
    pub like: FigureIx,
    /// Where the picture begins, CSS px.
    pub margin: f64,
}

impl Statement for Unit {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [at] = at else { return };
        let builder = &mut *backend.builder;
        let unit = axis::unit_text(builder.figure(self.like), builder.locale);
        // ends where the numbers end; a long unit begins at the picture's margin instead of leaving it
        let end = (at.x - 8.0).max(self.margin + builder.measure.width(&unit, SMALL));
        let muted = builder.paint(Role::Muted);
        builder.text(Point::new(end, at.y - 14.0), &unit, SMALL, muted, Anchor::End);
    }
}

/// What a unit takes that is longer than the numbers below it: no label lies on it.
pub(super) fn unit_box(builder: &SceneBuilder, like: FigureIx, (margin, top): (f64, f64)) -> Rect {
    let unit = axis::unit_text(builder.figure(like), builder.locale);
    Rect::new(margin, top - 28.0, builder.measure.width(&unit, SMALL), 18.0)
}

/// Two neighbouring years of one definition.
pub(super) struct Joined {
    pub delay: f64,
}

impl Statement for Joined {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let builder = &mut *backend.builder;
        let enter = Enter { effect: Effect::Draw, delay: self.delay, duration: 0.4 };
        builder.line("line", at.to_vec(), builder.accent_paint(), 2.5, enter);
        builder.legend(LegendEntry::Adjacent);
    }
}

/// From zero to a point.
pub(super) struct Stem {
    pub delay: f64,
}

impl Statement for Stem {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let builder = &mut *backend.builder;
        let enter = Enter { effect: Effect::Draw, delay: self.delay, duration: 0.4 };
        builder.line("stem", at.to_vec(), builder.paint(Role::Muted), 1.25, enter);
    }
}

/// One point, drawn as what it says.
pub(super) struct Dot {
    pub ix: FigureIx,
    /// Of its definition.
    pub shape: usize,
    pub delay: f64,
}

impl Statement for Dot {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        at.iter().for_each(|at| dot(backend.builder, self.ix, self.shape, *at, self.delay));
    }
}

/// The article's own figure beside those of a series.
pub(super) struct Ring {
    pub ix: FigureIx,
    pub delay: f64,
}

impl Statement for Ring {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [at] = at else { return };
        let builder = &mut *backend.builder;
        builder.begin(self.ix);
        let stroke = Stroke { paint: builder.paint(Role::Ink), width: 2.0, dash: None };
        let enter = Enter::new(Effect::Pop, self.delay);
        builder.circle("compare", *at, 8.0, Fill::None, Some(stroke), enter);
        builder.end();
        builder.legend(LegendEntry::Compare);
    }
}

/// The points of a dense series: runs of joined years as one line, of which a column of pixels keeps its first,
/// highest, lowest and last point; single years as small dots. What has a bound is drawn as every such point is.
pub(super) struct Mass<'a> {
    pub series: SeriesIx,
    pub figures: &'a [FigureIx],
}

impl Statement for Mass<'_> {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let builder = &mut *backend.builder;
        let (facts, all) = (builder.facts, self.figures);
        let (accent, start) = (builder.accent_paint(), builder.delay);
        let series = facts.series(self.series);
        builder.begin_named(points_key(&series.id), None, facts.points_statement(series, builder.locale));
        let mut run: Vec<Point> = Vec::new();
        let mut alone = Vec::new();
        for (i, (ix, at)) in all.iter().zip(at).enumerate() {
            let figure = facts.figure(*ix);
            run.push(*at);
            if all.get(i + 1).is_some_and(|next| joined(facts, figure, facts.figure(*next))) {
                continue;
            }
            let points = std::mem::take(&mut run);
            match points[..] {
                [at] if !figure.is_bounded() => alone.push(Instance::disc(at, 2.0, accent)),
                [_] => {}
                _ => {
                    let enter = Enter { effect: Effect::Draw, delay: start + 0.25, duration: 0.8 };
                    builder.line("line", columns(&points), accent, 1.5, enter);
                    builder.legend(LegendEntry::Adjacent);
                }
            }
        }
        if !alone.is_empty() {
            builder.put(Part::item("dot"), Shape::Instances(alone), Fill::None, None, Enter::fade(start));
        }
        builder.end();
        for (ix, at) in all.iter().zip(at) {
            if facts.figure(*ix).is_bounded() {
                dot(builder, *ix, 0, *at, start);
            }
        }
    }
}

/// A line that looks the same: of the points in a column of one px the first, the highest, the lowest and the last,
/// in order.
pub fn columns(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for column in points.chunk_by(|a, b| a.x.floor() == b.x.floor()) {
        let by_y = |a: &usize, b: &usize| column[*a].y.total_cmp(&column[*b].y);
        let mut of: Vec<usize> = [Some(0), (0..column.len()).min_by(by_y), (0..column.len()).max_by(by_y)]
            .into_iter()
            .flatten()
            .chain([column.len() - 1])
            .collect();
        sort_by_key(&mut of, |i| *i);
        of.dedup();
        kept.extend(of.into_iter().map(|i| column[i]));
    }
    kept
}

/// A size class: a ghost that fades upward from its foot, with a bracket and its name; never a bar.
pub(super) struct ClassBand<'a> {
    pub ix: FigureIx,
    /// Where its name then stands, CSS px: no label may.
    pub named: &'a Cell<Option<Rect>>,
}

impl Statement for ClassBand<'_> {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [from, to] = at else { return };
        let (builder, ix) = (&mut *backend.builder, self.ix);
        let (left, right, foot, top) = (from.x, to.x, from.y, to.y);
        let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
        let figure = builder.figure(ix);
        let enter = Enter::fade(builder.delay);
        builder.begin(ix);
        let ghost = Rect::new(left, top, right - left, foot - top);
        builder.rect("band", ghost, Fill::FadeUp(ink.fade(0.1)), enter);
        let reach = (foot - top).min(44.0);
        let bracket = vec![
            Point::new(left + 9.0, foot - 1.0),
            Point::new(left + 1.0, foot - 1.0),
            Point::new(left + 1.0, foot - reach),
        ];
        builder.line("bracket", bracket, ink, 1.75, enter);
        let name = figure.display(builder.locale);
        let what = Message::ClassNotYear.get(builder.locale);
        let room = (right - left) * if builder.compact { 0.42 } else { 0.5 };
        // where it is narrow the reading key says it
        let lines = if builder.compact { Vec::new() } else { wrap::wrap(what, SMALL, room, builder.measure) };
        let h = 20.0 + lines.len() as f64 * 17.0;
        let x = left + 10.0;
        let mut y = foot - h + 12.0 - 4.0;
        let mut widest = builder.text(Point::new(x, y), &name, BIG, ink, Anchor::Start);
        for line in &lines {
            y += 17.0;
            widest = widest.max(builder.text(Point::new(x, y), line, SMALL, muted, Anchor::Start));
        }
        builder.end();
        builder.legend_for(ix);
        self.named.set(Some(Rect::new(left, foot - h - 4.0, widest + 16.0, h + 4.0)));
    }
}

fn dot(builder: &mut SceneBuilder, ix: FigureIx, shape: usize, at: Point, delay: f64) {
    let look = Look { radius: RADIUS, paint: builder.accent_paint(), shape, pale: false };
    point_mark::draw(builder, ix, (at, at), true, look, Enter::new(Effect::Pop, delay));
}
