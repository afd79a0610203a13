//! Series over periods as lines: what joins their points, the points themselves, and the labels of those that are not
//! plain.
//!
//! Series and axes come in; marks on the builder go out, and the labels that found no room. Knows no frame of its own:
//! the charts with lines give it one.
//!
//! **Invariant**: a line joins neighbouring periods of one definition and one publisher family only, what is missing
//! stays a gap, and a line to what has not happened is dashed.

use crate::chart::axis;
use crate::chart::dot_line::gap_key;
use crate::chart::label_text::Labels;
use crate::chart::period_axis::{self, joined, Periods};
use crate::chart::plot::{Axes, Element, Statement};
use crate::chart::point_labels::{self, Label, Unplaced};
use crate::chart::point_mark::{self, Look};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::label::LabelPlacer;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Series};
use crate::statement::Status;
use std::ops::RangeInclusive;

/// The points of a series with their colour.
pub struct Course<'a> {
    pub points: &'a [FigureIx],
    pub paint: Paint,
}

impl Course<'_> {
    /// Its last point that has a number.
    pub fn last(&self, facts: &Facts) -> Option<FigureIx> {
        self.points.iter().rev().copied().find(|ix| facts.figure(*ix).ends().is_some())
    }
}

/// Where a figure stands between its two numbers.
fn middle(figure: &Figure) -> f64 {
    figure.ends().map_or(0.0, |(low, high)| (low + high) / 2.0)
}

/// The place of a value of a figure on axes of periods and amounts.
fn at(figure: &Figure, value: f64) -> (f64, f64) {
    let number = period_axis::number(figure.period()).map_or(0.0, f64::from);
    (number + 0.5, value)
}

/// Returns where a figure stands, CSS px.
pub fn spot(axes: &Axes, figure: &Figure) -> Point {
    let (x, y) = at(figure, middle(figure));
    axes.at(x, y)
}

/// Draws the lines of some series with the grid behind them; `texts` are the values of the grid, none where they stand
/// beside another plot of the same scale.
pub fn draw(
    builder: &mut SceneBuilder,
    (axes, periods): (&Axes, &Periods),
    courses: &[Course],
    texts: &[String],
    start: f64,
) {
    let facts = builder.facts;
    let radius = (axes.frame().w / periods.count() as f64 / 4.0).clamp(2.0, 4.5);
    axes.draw(builder, |chart| {
        axis::horizontal_grid(chart, texts)?;
        for line in courses {
            for pair in pairs(facts, line.points) {
                let values = pair.map(|ix| at(facts.figure(ix), middle(facts.figure(ix)))).to_vec();
                let statement = Joined { of: pair, paint: line.paint, radius, delay: start + 0.2 };
                chart.draw_series([Element { at: values, statement }])?;
            }
        }
        for line in courses {
            chart.draw_series(line.points.iter().enumerate().map(|(i, ix)| {
                let figure = facts.figure(*ix);
                let (low, high) = figure.ends().unwrap_or((0.0, 0.0));
                let values = vec![at(figure, low), at(figure, high)];
                let delay = start + 0.03 * i as f64;
                Element { at: values, statement: Dot { ix: *ix, paint: line.paint, radius, delay } }
            }))?;
        }
        Ok(())
    });
}

/// A gap strip at the foot for the periods before the first point and behind the last of which the series says that nothing was
/// published; with `told`, a datum of its own where it is of years.
pub fn ends_without(
    builder: &mut SceneBuilder,
    (axes, places): (&Axes, RangeInclusive<i32>),
    series: &Series,
    told: bool,
) {
    let facts = builder.facts;
    let gaps = facts.gaps(series);
    for (from, to) in ends(facts, series, &places) {
        let gap = gaps.iter().copied().find(|gap| told && *gap == (from, to));
        if let Some(gap) = gap {
            let name = facts.gap_statement(series, gap, builder.locale);
            builder.begin_named(gap_key(&series.id, gap.0), None, name);
        }
        let strip = strip(axes, (from, to), axes.frame().bottom() - 10.0);
        bound_marks::gap(builder, strip, Enter::fade(builder.delay));
        builder.legend(LegendEntry::Missing);
        if gap.is_some() {
            builder.end();
        }
    }
}

/// The same of several series on one axis, from `top` on below the plot: a row of strips, in its colour, for each that has
/// such an end. Returns their height.
pub fn ends_without_of(
    builder: &mut SceneBuilder,
    (axes, places): (&Axes, RangeInclusive<i32>),
    all: &[(&Series, Paint)],
    top: f64,
) -> f64 {
    let mut high = 0.0;
    for (series, paint) in all {
        let ends = ends(builder.facts, series, &places);
        for end in &ends {
            let strip = strip(axes, *end, top + high);
            bound_marks::gap_of(builder, strip, *paint, Enter::fade(builder.delay));
            builder.legend(LegendEntry::Missing);
        }
        high += if ends.is_empty() { 0.0 } else { STRIP + 1.0 };
    }
    high
}

/// Height of a row of gap strips, CSS px.
const STRIP: f64 = 8.0;

/// The runs of periods before the first point and behind the last of which a series says that nothing was published.
fn ends(facts: &Facts, series: &Series, places: &RangeInclusive<i32>) -> Vec<(i32, i32)> {
    let number = |figure: &Figure| period_axis::number(figure.period());
    let known = || series.plotted.iter().filter_map(|ix| number(facts.figure(*ix)));
    let (Some(first), Some(last)) = (known().min(), known().max()) else { return Vec::new() };
    let missing = || facts.unpublished(series).filter_map(number).filter(|n| places.contains(n));
    let before = missing().min().filter(|n| *n < first).map(|n| (n, first - 1));
    let behind = missing().max().filter(|n| *n > last).map(|n| (last + 1, n));
    before.into_iter().chain(behind).collect()
}

/// The place of a gap strip over a run of periods.
fn strip(axes: &Axes, (from, to): (i32, i32), top: f64) -> Rect {
    let [a, b] = [f64::from(from), f64::from(to) + 1.0].map(|at| axes.at(at, 0.0).x);
    let inset = ((b - a) * 0.12).min(8.0);
    Rect::new(a + inset, top, b - a - 2.0 * inset, STRIP)
}

/// The points of a series that a line joins, two by two.
fn pairs<'p>(facts: &'p Facts, points: &'p [FigureIx]) -> impl Iterator<Item = [FigureIx; 2]> + 'p {
    let has_number = |ix: FigureIx| facts.figure(ix).ends().is_some();
    let pairs = points.windows(2).map(|pair| [pair[0], pair[1]]);
    pairs.filter(move |[a, b]| {
        has_number(*a) && has_number(*b) && joined(facts, facts.figure(*a), facts.figure(*b))
    })
}

/// Labels inside the plot and so many px above it: only of what is not plain, as the ends of lines have their own. Returns
/// those without room.
pub fn inside(
    builder: &mut SceneBuilder,
    courses: &[Course],
    labels: &Labels,
    ends: &[FigureIx],
    (axes, ticks): (&Axes, &[f64]),
    above: f64,
) -> Vec<Unplaced> {
    let (facts, frame) = (builder.facts, axes.frame());
    let spot = |ix: FigureIx| spot(axes, facts.figure(ix));
    let bounds = Rect::new(frame.x + 2.0, frame.y - above, frame.w, frame.h + above);
    let mut placer = LabelPlacer::new(bounds);
    placer.block_words(&builder.marks);
    for y in ticks.iter().map(|tick| axes.at(0.0, *tick).y) {
        placer.block(Rect::new(frame.x, y - 1.0, frame.w, 2.0));
    }
    for line in courses {
        for [a, b] in pairs(facts, line.points) {
            point_labels::block_line(&mut placer, spot(a), spot(b));
        }
        for ix in line.points {
            point_labels::block_point(&mut placer, facts.figure(*ix), spot(*ix));
        }
    }
    let common = |figure: &Figure| labels.common_word(figure).is_some();
    let is_told = |ix: FigureIx| {
        let figure = facts.figure(ix);
        figure.is_bounded() || figure.status() != Status::Final && !common(figure)
    };
    let points = courses.iter().flat_map(|line| line.points).copied();
    let points = points.filter(|ix| is_told(*ix) && !ends.contains(ix));
    let words: Vec<Label> = points
        .map(|ix| {
            let figure = facts.figure(ix);
            let period = figure.period().text.get(builder.locale).to_string();
            Label::new(builder, ix, spot(ix), (period, labels.beside_axis(figure)))
        })
        .collect();
    point_labels::place(builder, words, &placer)
}

/// The line between two neighbouring points: solid between results, dashed to what has not happened, thin where a
/// number is not exact.
struct Joined {
    of: [FigureIx; 2],
    paint: Paint,
    radius: f64,
    delay: f64,
}

impl Statement for Joined {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [a, b] = *at else { return };
        let builder = &mut *backend.builder;
        let of = self.of.map(|ix| builder.figure(ix));
        let enter = Enter { effect: Effect::Draw, delay: self.delay, duration: 0.5 };
        let stroke = match (of.iter().all(|f| f.status().is_result()), of.iter().any(|f| f.is_bounded())) {
            (false, _) => builder.aim_stroke(aim_of(self.of, builder), self.paint),
            (true, false) => Stroke { paint: self.paint, width: 2.5, dash: None },
            (true, true) => Stroke { paint: self.paint, width: 1.25, dash: None },
        };
        // it ends at the rim of what is hollow
        let rim = |figure: &Figure| match figure.status().is_result() {
            true => 0.0,
            false => (self.radius / a.distance(b).max(1.0)).min(0.5),
        };
        let points = vec![a.towards(b, rim(of[0])), b.towards(a, rim(of[1]))];
        builder.put("line", Shape::Path { points, closed: false }, Fill::None, Some(stroke), enter);
        builder.legend(LegendEntry::Adjacent);
    }
}

/// The one of two points that has not happened; the later where neither has.
fn aim_of([a, b]: [FigureIx; 2], builder: &SceneBuilder) -> FigureIx {
    if builder.figure(b).status().is_result() {
        a
    } else {
        b
    }
}

/// One point of a line.
struct Dot {
    ix: FigureIx,
    paint: Paint,
    radius: f64,
    delay: f64,
}

impl Statement for Dot {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [low, high] = *at else { return };
        let enter = Enter::new(Effect::Pop, self.delay);
        let look = Look { radius: self.radius, paint: self.paint, shape: 0, pale: false };
        point_mark::draw(backend.builder, self.ix, (low, high), true, look, enter);
    }
}
