//! A series as dots, one a published year; lines only between consecutive years of one definition and publisher family;
//! the years without a figure stay empty, are shown on a rail and counted.
//!
//! **Invariant**: nothing is drawn between years that are not neighbours, and the axis of amounts has 0: it goes below
//! where a number does.

pub mod shapes;
mod waiting;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::axis;
use crate::chart::chart_type::*;
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::geometry::{sort_by_key, Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::enter::{Effect, Enter};
use crate::layout::label::{LabelPlacer, Spot};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scale::ticks_around_zero;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, MilestoneIx, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::{wrap, Font};
use crate::theme::Role;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::ops::RangeInclusive;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DotLine {
    /// 小标题 · heading
    pub title: Option<Text>,
    /// 序列 · series
    pub series: SeriesIx,
    /// 量级带 · size class as a band
    pub band: Option<FigureIx>,
    /// 标注的大事 · annotated milestones
    #[serde(default)]
    pub milestones: Vec<MilestoneIx>,
    /// 年份格 · rail of year cells
    #[serde(default)]
    pub rail: bool,
    /// 原文所印，画空心环 · the article's own, as rings
    #[serde(default)]
    pub compare: Vec<FigureIx>,
    /// 不同口径用不同的点 · a shape for each definition
    #[serde(default)]
    pub definitions: bool,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for DotLine {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        facts.series(self.series).plotted.iter().for_each(|ix| see(Seen::Figure(*ix)));
        self.milestones.iter().for_each(|ix| see(Seen::Milestone(*ix)));
        self.band.iter().chain(&self.compare).for_each(|ix| see(Seen::Figure(*ix)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        let title = self.title.as_ref().unwrap_or(&facts.series(self.series).label);
        title.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        Some(self.series)
    }
    fn least_width(&self) -> f64 {
        300.0
    }
    fn least_height(&self) -> f64 {
        250.0
    }
    fn stretches(&self) -> bool {
        true
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        let spare = space.spare(builder, |builder| place(builder, space.area(), self, 0.0));
        place(builder, space.area(), self, spare)
    }
}

impl Acceptance for DotLine {
    fn slots(&self, facts: &Facts) -> Vec<Slot> {
        let points = facts.series(self.series).plotted.iter();
        let mut slots: Vec<Slot> = points.map(|ix| Slot::new(*ix, "series", &Points)).collect();
        slots.extend(self.band.map(|ix| Slot::new(ix, "band", &Band)));
        slots.extend(Slot::each(self.compare.iter().copied(), "compare", "", &Compare));
        slots
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        // its axis reaches to the largest number, and a point has a place wherever it lies
        Vec::new()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        // every point of a series has its unit and its whole; the article's figure may be of a whole that the article
        // does not name, where it says so
        let Some(first) = facts.series(self.series).plotted.first() else { return Vec::new() };
        let like = facts.figure(*first);
        let mut all = Vec::new();
        for slot in Slot::each(self.compare.iter().copied(), "compare", "", &Compare) {
            let figure = facts.figure(slot.figure);
            let noted = figure.denominator().is_some_and(|d| !d.stated);
            if figure.unit().id != like.unit().id {
                all.push(Refusal::of(&slot, Reason::MixedUnit(*first)));
            }
            if !noted && !same_whole(like, figure) {
                all.push(Refusal::of(&slot, Reason::MixedWhole(*first)));
            }
        }
        all
    }
}

/// The points of the series, each at its own date.
pub struct Points;

impl Table for Points {
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
        result(status, closed_open_or_soft(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        any_sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        numbers(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        match precision {
            Precision::Day | Precision::Month | Precision::Quarter | Precision::Year => Ok(()),
            Precision::Months | Precision::Years | Precision::Named => Err(Reason::Precision(precision)),
        }
    }
}

/// The name of a size class.
pub struct Band;

impl Table for Band {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        match form {
            Form::Class => Ok(()),
            Form::Amount => Err(Reason::NoClass),
            Form::OpenList => Err(Reason::OpenList),
        }
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

/// The article's own figures.
pub struct Compare;

impl Table for Compare {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        Points.measure(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound)).map(|_| Look::Ring)
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        any_sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        numbers(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        match precision {
            Precision::Year | Precision::Years => Ok(()),
            Precision::Day | Precision::Month | Precision::Months | Precision::Quarter | Precision::Named => {
                Err(Reason::Precision(precision))
            }
        }
    }
}

/// Whether two neighbouring points may be joined.
pub(super) fn joined(facts: &Facts, a: &Figure, b: &Figure) -> bool {
    let year = |f: &Figure| f.period().start.map(|d| d.year);
    let family = |f: &Figure| facts.source(f.source().source).family().to_string();
    let consecutive = matches!((year(a), year(b)), (Some(x), Some(y)) if y == x + 1);
    consecutive && a.definition() == b.definition() && family(a) == family(b)
}

/// From here on the points of a series are one line and not each a mark with its label: there is no room for more.
pub(super) const DENSE: usize = 240;

/// Key of the datum that stands for the points of a dense series.
pub fn points_key(series: &str) -> String {
    format!("{series}-points")
}

/// Key of the datum that a gap is, by its first year.
pub fn gap_key(series: &str, from: i32) -> String {
    format!("{series}-gap-{from}")
}

pub(super) fn year_of(figure: &Figure) -> Option<i32> {
    figure.period().start.or(figure.period().end).map(|d| d.year)
}

/// Where a figure stands on the axis of years: what is known only to the year in its middle.
fn time_of(figure: &Figure) -> Option<f64> {
    figure.period().start.or(figure.period().end).map(|d| d.years())
}

/// `spare`: px that its plot is higher than usual.
fn place(builder: &mut SceneBuilder, area: Area, spec: &DotLine, spare: f64) -> f64 {
    let series = builder.facts.series(spec.series);
    let points: Vec<FigureIx> = series.plotted.clone();
    let mut top = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        top += builder.heading(area.x, top, area.w, &title) + 4.0;
    }
    let Some(ground) = Ground::of(builder, area.down(top - area.y), spec, spare) else {
        let text = Message::NotPublished.get(builder.locale);
        return top - area.y + builder.note(area.x, top, area.w, text);
    };
    let Ground { years, first, last, axes, texts, max, left, right, plot_height, foot, pitch, .. } = ground;
    top = ground.top;
    let (facts, start) = (builder.facts, builder.delay);
    let compare: Vec<FigureIx> =
        spec.compare.iter().copied().filter(|ix| year_of(builder.figure(*ix)).is_some()).collect();
    let frame = axes.frame();
    let x = |year: i32| axes.at(middle(year), 0.0).x;
    let values = |ix: FigureIx| {
        let figure = facts.figure(ix);
        (time_of(figure).unwrap_or(middle(first)), figure.amount())
    };
    let spot = |ix: &FigureIx| {
        let (x, y) = values(*ix);
        axes.at(x, y)
    };
    let mut placer =
        LabelPlacer::new(Rect::new(left + 2.0, top - 20.0, right - left + 6.0, plot_height + 4.0));
    let kinds = match spec.definitions {
        true => shapes::definitions(facts, facts.series(spec.series)),
        false => Vec::new(),
    };
    let shape = |ix: FigureIx| {
        let definition = facts.figure(ix).definition();
        kinds.iter().position(|kind| *kind == definition).unwrap_or(0)
    };
    if kinds.len() > 1 {
        builder.legend(LegendEntry::Definitions);
    }
    // what is drawn point by point and named: all, or of a dense series its ends and its extremes
    let dense = points.len() > DENSE;
    let all = points;
    let points = if dense { landmarks(builder, &all) } else { all.clone() };
    let named = Cell::new(None);
    axes.draw(builder, |chart| {
        axis::horizontal_grid(chart, &texts)?;
        let unit = Unit { like: all[0], margin: area.x };
        chart.draw_series([Element { at: vec![(f64::from(first), max)], statement: unit }])?;
        chart.draw_series(spec.band.map(|ix| {
            let at = vec![(f64::from(first), facts.figure(ix).amount()), (f64::from(last) + 1.0, max)];
            Element { at, statement: ClassBand { ix, named: &named } }
        }))?;
        if dense {
            let at = all.iter().map(|ix| values(*ix)).collect();
            chart.draw_series([Element { at, statement: Mass { series: spec.series, figures: &all } }])?;
        }
        // lines first, so that dots lie on them
        let pairs = points.windows(2).enumerate();
        let pairs = pairs.filter(|(_, p)| !dense && joined(facts, facts.figure(p[0]), facts.figure(p[1])));
        chart.draw_series(pairs.map(|(i, pair)| {
            let delay = start + 0.25 + i as f64 * 0.05;
            Element { at: vec![values(pair[0]), values(pair[1])], statement: Joined { delay } }
        }))?;
        chart.draw_series(points.iter().enumerate().map(|(i, ix)| {
            let delay = start + i as f64 * 0.06;
            Element { at: vec![values(*ix)], statement: Dot { ix: *ix, shape: shape(*ix), delay } }
        }))?;
        chart.draw_series(compare.iter().map(|ix| {
            let statement = Ring { ix: *ix, delay: start + 0.5 };
            Element { at: vec![values(*ix)], statement }
        }))?;
        Ok(())
    });
    let spots: Vec<Point> = points.iter().map(spot).collect();
    if let Some(taken) = named.get() {
        placer.block(taken);
    }
    // no label lies on a line, a dot or an arrow
    for (pair, at) in points.windows(2).zip(spots.windows(2)) {
        if !dense && joined(facts, facts.figure(pair[0]), facts.figure(pair[1])) {
            let steps = (at[0].distance(at[1]) / 4.0).ceil().max(1.0);
            for step in 0..=steps as usize {
                let at = at[0].towards(at[1], step as f64 / steps);
                placer.block(Rect::new(at.x - 2.0, at.y - 2.0, 4.0, 4.0));
            }
        }
    }
    for (ix, at) in points.iter().zip(&spots) {
        placer.block(Rect::new(at.x - 7.0, at.y - 7.0, 14.0, 14.0));
        let figure = builder.figure(*ix);
        if figure.opens_up() || figure.opens_down() {
            let top = if figure.opens_up() { at.y - 26.0 } else { at.y };
            placer.block(Rect::new(at.x - 6.0, top, 12.0, 26.0));
        }
    }
    for at in compare.iter().map(spot) {
        placer.block(Rect::new(at.x - 9.0, at.y - 9.0, 18.0, 18.0));
    }
    let told = points.iter().chain(&compare).find_map(|ix| builder.told_guess(*ix));
    let guessed = told.map(|guess| waiting::ring(builder, &axes, guess, &mut placer));
    builder.delay = start + 0.5;
    let mut unplaced = Vec::new();
    for ix in &spec.milestones {
        let placed = milestone(builder, *ix, &x, frame, first..=last, &spots, &mut placer);
        if !placed {
            unplaced.push(*ix);
        }
    }
    // every label with its point: the series' own, then the article's rings
    let mut labels: Vec<Label> = points
        .iter()
        .zip(&spots)
        .enumerate()
        .map(|(i, (ix, at))| words_of(builder, *ix, *at, false, i))
        .collect();
    for (i, ix) in compare.iter().enumerate() {
        labels.push(words_of(builder, *ix, spot(ix), true, points.len() + i));
    }
    labels.extend(guessed);
    let found = best_spots(&labels, &placer);
    let mut homeless = Vec::new();
    for (label, spot) in labels.iter().zip(found) {
        builder.delay = start + 0.3 + label.rank as f64 * 0.06;
        match spot {
            Some(spot) => draw_label(builder, label, spot),
            None => homeless.push((label.ix, format!("{} {}", label.year, label.value), label.guess)),
        }
    }
    let mut bottom = top + plot_height + foot;
    builder.delay = start + 0.2;
    bottom += if spec.rail { rail(builder, spec.series, &years, &x, pitch, bottom) } else { 4.0 };
    decades(builder, first, last, &x, bottom, right - left);
    bottom += 22.0;
    bottom += below(builder, Area::new(area.x, bottom + 4.0, area.w), homeless);
    for ix in unplaced {
        bottom += milestone_below(builder, Area::new(area.x, bottom + 2.0, area.w), ix);
    }
    if dense {
        // few of its points have a label that would say it
        let statuses = facts.status_years(facts.series(spec.series), builder.locale);
        let statuses = statuses.join(Message::Semicolon.get(builder.locale));
        bottom +=
            if statuses.is_empty() { 0.0 } else { builder.note(area.x, bottom + 2.0, area.w, &statuses) };
    }
    bottom += builder.note_of(area.x, bottom + 2.0, area.w, spec.note.as_ref());
    bottom - area.y
}

/// Years are as wide as any other, and what is known only to the year stands in its middle.
fn middle(year: i32) -> f64 {
    f64::from(year) + 0.5
}

/// What its points stand on: the axes, and how much room they have. CSS px.
struct Ground {
    years: Vec<i32>,
    first: i32,
    last: i32,
    axes: Axes,
    /// What stands at the lines of the axis of amounts, and where that ends.
    texts: Vec<String>,
    min: f64,
    max: f64,
    left: f64,
    right: f64,
    top: f64,
    plot_height: f64,
    /// Room below the plot for the open end of a fall.
    foot: f64,
    pitch: f64,
}

impl Ground {
    /// Nothing where no point has a year.
    fn of(builder: &SceneBuilder, area: Area, spec: &DotLine, spare: f64) -> Option<Ground> {
        let points = &builder.facts.series(spec.series).plotted;
        let years: Vec<i32> = points.iter().filter_map(|ix| year_of(builder.figure(*ix))).collect();
        let (first, last) = (*years.iter().min()?, *years.iter().max()?);
        let like = builder.figure(points[0]);
        let compare = spec.compare.iter().filter(|ix| year_of(builder.figure(**ix)).is_some());
        let (low, high) = range_with_zero(points.iter().chain(compare).map(|ix| builder.figure(*ix)));
        let usual = match (spec.rail, builder.compact) {
            (true, true) => 230.0,
            (true, false) => 250.0,
            (false, true) => 190.0,
            (false, false) => 200.0,
        };
        let plot_height = (usual + spare).clamp(usual * 0.7, usual * 2.0);
        let ticks = ticks_around_zero(low, high, if spec.rail { 3 } else { 5 });
        let (min, max) = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
        let falls = |ix: &FigureIx| builder.figure(*ix).amount() < 0.0 && builder.figure(*ix).opens_down();
        let foot = if points.iter().any(falls) { 24.0 } else { 0.0 };
        let least: f64 = if builder.compact { 40.0 } else { 48.0 };
        let left = area.x + least.max(axis::room(builder, &ticks, like));
        let right = area.right() - 8.0;
        let top = area.y + 24.0;
        let texts = axis::tick_texts(&ticks, like, builder.locale);
        let frame = Rect::new(left, top, right - left, plot_height);
        let axes = Axes::new(
            frame,
            Axis::years(first, last),
            Axis::amounts_between(min, max).with_key_points(ticks),
        );
        let pitch = (right - left) / (last - first + 1) as f64;
        Some(Ground { years, first, last, axes, texts, min, max, left, right, top, plot_height, foot, pitch })
    }
}

/// First, last, largest and smallest point, in the order of the series.
fn landmarks(builder: &SceneBuilder, all: &[FigureIx]) -> Vec<FigureIx> {
    let amount = |i: &usize| builder.figure(all[*i]).amount();
    let by_amount = |a: &usize, b: &usize| amount(a).total_cmp(&amount(b));
    let (least, most) = ((0..all.len()).min_by(by_amount), (0..all.len()).max_by(by_amount));
    let mut found: Vec<usize> =
        [Some(0), all.len().checked_sub(1), least, most].into_iter().flatten().collect();
    sort_by_key(&mut found, |i| *i);
    found.dedup();
    found.into_iter().map(|i| all[i]).collect()
}

/// The unit of an axis of amounts, above its uppermost value.
struct Unit {
    like: FigureIx,
    /// Where the picture begins, CSS px.
    margin: f64,
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

/// Two neighbouring years of one definition.
struct Joined {
    delay: f64,
}

impl Statement for Joined {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let builder = &mut *backend.builder;
        let enter = Enter { effect: Effect::Draw, delay: self.delay, duration: 0.4 };
        builder.line("line", at.to_vec(), builder.accent_paint(), 2.5, enter);
        builder.legend(LegendEntry::Adjacent);
    }
}

/// One point, drawn as what it says.
struct Dot {
    ix: FigureIx,
    shape: usize,
    delay: f64,
}

impl Statement for Dot {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        at.iter().for_each(|at| dot(backend.builder, self.ix, self.shape, *at, self.delay));
    }
}

/// The article's own figure beside those of a series.
struct Ring {
    ix: FigureIx,
    delay: f64,
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
struct Mass<'a> {
    series: SeriesIx,
    figures: &'a [FigureIx],
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
pub(super) fn columns(points: &[Point]) -> Vec<Point> {
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

/// One point, drawn as what it says: solid, soft for about, with an open arrow for a bound.
fn dot(builder: &mut SceneBuilder, ix: FigureIx, shape: usize, at: Point, delay: f64) {
    let accent = builder.accent_paint();
    let figure = builder.figure(ix);
    let enter = Enter::new(Effect::Pop, delay);
    builder.begin(ix);
    if figure.is_soft() {
        builder.circle(Part::item("about"), at, 11.0, Fill::Soft(accent), None, enter);
        shapes::draw(builder, shape, at, 3.5, enter);
    } else {
        shapes::draw(builder, shape, at, 5.0, enter);
    }
    if figure.is_inclusive() {
        let ink = builder.paint(Role::Ink);
        let ends = vec![Point::new(at.x - 9.0, at.y), Point::new(at.x + 9.0, at.y)];
        builder.line("tick", ends, ink, 2.0, enter);
    }
    if figure.opens_up() || figure.opens_down() {
        let way = if figure.opens_up() { -1.0 } else { 1.0 };
        let (from, to) = (Point::new(at.x, at.y + way * 7.0), Point::new(at.x, at.y + way * 24.0));
        builder.arrow(from, to, accent, enter);
    }
    builder.legend_for(ix);
    builder.end();
}

/// "2002年 1010": what a label says, and how much room that takes.
struct Label {
    ix: FigureIx,
    at: Point,
    year: String,
    value: String,
    year_width: f64,
    width: f64,
    rank: usize,
    /// The article's figure beside those of a series.
    own: bool,
    /// Not the figure but the reader's guess of it.
    guess: bool,
}

const SMALL: Font = Font::sans(13.0);
const BIG: Font = Font::bold(15.0);

fn words_of(builder: &SceneBuilder, ix: FigureIx, at: Point, own: bool, rank: usize) -> Label {
    let figure = builder.figure(ix);
    let locale = builder.locale;
    let value = figure.phrase(locale).without_unit(figure.unit(), locale).trim_start().to_string();
    let year = match figure.period().precision() {
        _ if own => Message::ArticleLabel.get(locale).to_string(),
        Precision::Day | Precision::Month | Precision::Quarter => {
            figure.period().text.get(locale).to_string()
        }
        Precision::Year | Precision::Months | Precision::Years | Precision::Named => {
            year_of(figure).map(|y| Message::YearLabel.with(locale, &[&y.to_string()])).unwrap_or_default()
        }
    };
    let year_width = builder.measure.width(&year, SMALL) + 5.0;
    let width = year_width + builder.measure.width(&value, BIG);
    Label { ix, at, year, value, year_width, width, rank, own, guess: false }
}

/// Places by several orders and keeps the one that leaves the fewest labels without a place, the article's own figure
/// last of all; the first such wins, so that the answer is always the same.
fn best_spots(labels: &[Label], placer: &LabelPlacer) -> Vec<Option<Spot>> {
    let n = labels.len();
    let outer = |i: &usize| (*i).min(n - 1 - *i);
    let mut outside_in: Vec<usize> = (0..n).collect();
    sort_by_key(&mut outside_in, |i| (outer(i), *i));
    let inside_out: Vec<usize> = outside_in.iter().rev().copied().collect();
    let mut own_first = outside_in.clone();
    sort_by_key(&mut own_first, |i| !labels[*i].own);
    let orders = [outside_in, (0..n).collect(), (0..n).rev().collect(), inside_out, own_first];
    let mut best: Option<(usize, Vec<Option<Spot>>)> = None;
    for order in orders {
        let mut attempt = placer.clone();
        let mut found = vec![None; n];
        for i in order {
            found[i] = attempt.place(labels[i].at, 6.0, labels[i].width, 18.0);
        }
        let cost = |(spot, label): (&Option<Spot>, &Label)| match spot {
            Some(_) => 0,
            None => 2 + usize::from(label.own),
        };
        let missing: usize = found.iter().zip(labels).map(cost).sum();
        if best.as_ref().is_none_or(|(least, _)| missing < *least) {
            best = Some((missing, found));
        }
    }
    best.map(|(_, found)| found).unwrap_or_default()
}

fn draw_label(builder: &mut SceneBuilder, label: &Label, spot: Spot) {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let (r, at) = (spot.rect, label.at);
    if !label.guess {
        builder.begin(label.ix);
    }
    builder.text(Point::new(r.x, r.y + 14.0), &label.year, SMALL, muted, Anchor::Start);
    builder.text(Point::new(r.x + label.year_width, r.y + 14.0), &label.value, BIG, ink, Anchor::Start);
    if spot.leader {
        let to = Point::new(at.x.clamp(r.x, r.right()), if r.y > at.y { r.y } else { r.bottom() });
        let length = at.distance(to).max(1.0);
        let from = at.towards(to, (7.0 / length).min(1.0));
        let enter = Enter::fade(builder.delay);
        builder.line("leader", vec![from, to], muted, 1.0, enter);
    }
    builder.end();
}

/// Labels that found no place, in a row under the axis: every number of the picture is on it. Returns their height.
fn below(builder: &mut SceneBuilder, area: Area, mut labels: Vec<(FigureIx, String, bool)>) -> f64 {
    if labels.is_empty() {
        return 0.0;
    }
    sort_by_key(&mut labels, |(ix, ..)| year_of(builder.figure(*ix)));
    let (ink, muted, accent) = (builder.paint(Role::Ink), builder.paint(Role::Muted), builder.accent_paint());
    let lead = Message::CrowdedAbove.get(builder.locale);
    let font = Font::sans(13.0);
    let mut x =
        area.x + builder.text(Point::new(area.x, area.y + 14.0), lead, font, muted, Anchor::Start) + 10.0;
    let mut y = area.y;
    for (ix, text, guess) in labels {
        let width = 12.0 + builder.measure.width(&text, font);
        if x + width > area.right() && x > area.x {
            x = area.x;
            y += 20.0;
        }
        if !guess {
            builder.begin(ix);
        }
        // drawn as its mark is: the article's own figure and a guess as a ring
        let at = Point::new(x + 4.0, y + 9.5);
        if guess || builder.facts.source(builder.figure(ix).source().source).is_article() {
            let stroke = Stroke { paint: ink, width: 1.5, dash: None };
            builder.circle("ring", at, 3.5, Fill::None, Some(stroke), Enter::fade(builder.delay));
        } else {
            builder.circle(Part::item("dot"), at, 3.5, Fill::Solid(accent), None, Enter::fade(builder.delay));
        }
        builder.text(Point::new(x + 12.0, y + 14.0), &text, font, ink, Anchor::Start);
        builder.end();
        x += width + 14.0;
    }
    y + 24.0 - area.y
}

/// A size class: a ghost that fades upward from its foot, with a bracket and its name; never a bar.
struct ClassBand<'a> {
    ix: FigureIx,
    /// Where its name then stands, CSS px: no label may.
    named: &'a Cell<Option<Rect>>,
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

/// A vertical line at a milestone's year with its date and words; answers whether they found room.
#[allow(clippy::too_many_arguments)]
fn milestone(
    builder: &mut SceneBuilder,
    ix: MilestoneIx,
    x: &dyn Fn(i32) -> f64,
    frame: Rect,
    years: RangeInclusive<i32>,
    spots: &[Point],
    placer: &mut LabelPlacer,
) -> bool {
    let milestone = builder.facts.milestone(ix).clone();
    let year = milestone.date.year;
    if !years.contains(&year) {
        return true;
    }
    let ink = builder.paint(Role::Ink);
    let at = x(year);
    let (top, base) = (frame.y, frame.bottom());
    let dot = spots.iter().find(|p| (p.x - at).abs() < 1.0).map_or(base, |p| p.y);
    let date = milestone.date.display(builder.locale);
    let text = builder.say(&milestone.label).to_string();
    let (bold, font) = (Font::bold(13.0), Font::sans(13.0));
    let room = if builder.compact { 108.0 } else { 190.0 };
    let lines = wrap::balanced(&text, font, room, builder.measure);
    let widest = lines
        .iter()
        .map(|l| builder.measure.width(l, font))
        .fold(builder.measure.width(&date, bold), f64::max);
    let h = 18.0 * (lines.len() + 1) as f64;
    let name = builder.facts.milestone_statement(&milestone, builder.locale);
    builder.begin_named(milestone.id.clone(), None, name);
    // beside the upper end of its line, or beside a line that hangs from the dot, wherever there is room
    let up = (top + 6.0).min(dot - 20.0);
    let down = dot + 14.0;
    let places = [
        (Anchor::End, up - 2.0, up),
        (Anchor::Start, up - 2.0, up),
        (Anchor::End, down + 24.0, down + 24.0 + h),
        (Anchor::Start, down + 24.0, down + 24.0 + h),
        (Anchor::Start, base - h - 6.0, base - 6.0),
        (Anchor::End, base - h - 6.0, base - 6.0),
    ];
    for (anchor, text_top, end) in places {
        let left = if anchor == Anchor::End { at - 8.0 - widest } else { at + 8.0 };
        if !placer.take(Rect::new(left, text_top, widest, h)) {
            continue;
        }
        let from = dot + if end < dot { -9.0 } else { 9.0 };
        builder.line(
            "milestone",
            vec![Point::new(at, from), Point::new(at, end)],
            ink,
            1.0,
            Enter::fade(builder.delay),
        );
        let x = if anchor == Anchor::End { at - 8.0 } else { at + 8.0 };
        builder.text(Point::new(x, text_top + 14.0), &date, bold, ink, anchor);
        for (i, line) in lines.iter().enumerate() {
            builder.text(Point::new(x, text_top + 32.0 + i as f64 * 18.0), line, font, ink, anchor);
        }
        placer.block(Rect::new(at - 2.0, from.min(end), 4.0, (end - from).abs()));
        builder.end();
        return true;
    }
    builder.line(
        "milestone",
        vec![Point::new(at, dot - 9.0), Point::new(at, dot - 20.0)],
        ink,
        1.0,
        Enter::fade(builder.delay),
    );
    builder.end();
    false
}

/// A milestone that found no room in the plot, under the axis. Returns its height.
fn milestone_below(builder: &mut SceneBuilder, area: Area, ix: MilestoneIx) -> f64 {
    let milestone = builder.facts.milestone(ix).clone();
    let ink = builder.paint(Role::Ink);
    let colon = Message::Colon.get(builder.locale);
    let text = format!("{}{colon}{}", milestone.date.display(builder.locale), builder.say(&milestone.label));
    builder.begin_named(milestone.id.clone(), None, text.clone());
    let h = builder.paragraph(area.x, area.y, area.w, &text, SMALL, ink);
    builder.end();
    h
}

/// A cell a year under the axis: solid where a figure was published, hollow where none was found; the length of a gap
/// is written above it, and a gap is a datum of its own. Returns the height used.
fn rail(
    builder: &mut SceneBuilder,
    series: SeriesIx,
    years: &[i32],
    x: &dyn Fn(i32) -> f64,
    pitch: f64,
    top: f64,
) -> f64 {
    let (accent, muted) = (builder.accent_paint(), builder.paint(Role::Muted));
    let series = builder.facts.series(series);
    let gaps = builder.facts.gaps(series);
    let cell = (pitch - 2.0).clamp(1.6, 7.0);
    let cell_of = |year: i32| Rect::new(x(year) - cell / 2.0, top + 24.0, cell, 10.0);
    let enter = Enter::fade(builder.delay);
    builder.legend(LegendEntry::Missing);
    // cells that would be one on the other are one for a run of years
    let dense = years.len() > DENSE;
    let across = |from: i32, to: i32| cell_of(from).union(&cell_of(to));
    match dense {
        true => {
            let mut years = years.to_vec();
            sort_by_key(&mut years, |year| *year);
            for run in years.chunk_by(|a, b| b - a <= 1) {
                builder.rect("year", across(run[0], run[run.len() - 1]), Fill::Solid(accent), enter);
            }
        }
        false => {
            years.iter().for_each(|year| builder.rect("year", cell_of(*year), Fill::Solid(accent), enter))
        }
    }
    for gap in gaps {
        let (from, to) = gap;
        let name = builder.facts.gap_statement(series, gap, builder.locale);
        builder.begin_named(gap_key(&series.id, from), None, name);
        let thin = if cell < 4.0 { 0.75 } else { 1.0 };
        let stroke = Stroke { paint: muted, width: thin, dash: None };
        let mut outline = |rect: Rect| {
            let shape = Shape::Rect { rect: rect.inset(thin / 2.0), radius: 0.0 };
            builder.put("year", shape, Fill::None, Some(stroke), enter);
        };
        match dense {
            true => outline(across(from, to)),
            false => (from..=to).for_each(|year| outline(cell_of(year))),
        }
        let run = (to - from + 1).to_string();
        let (a, b) = (x(from) - pitch / 2.0, x(to) + pitch / 2.0);
        let [long, short] =
            [Message::GapUnpublished, Message::GapShort].map(|m| m.with(builder.locale, &[&run]));
        // by the years' own width: the places of both ends are rounded
        let room = f64::from(to - from + 1) * pitch - 2.0;
        let fits = |text: &String| builder.measure.width(text, SMALL) <= room;
        if let Some(text) = [long, short, run].into_iter().find(fits) {
            builder.text(Point::new((a + b) / 2.0, top + 17.0), &text, SMALL, muted, Anchor::Middle);
        }
        builder.end();
    }
    36.0
}

fn decades(builder: &mut SceneBuilder, first: i32, last: i32, x: &dyn Fn(i32) -> f64, top: f64, width: f64) {
    let muted = builder.paint(Role::Muted);
    let room = (width / 52.0).max(1.0);
    let span = (last - first).max(1) as f64;
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
        .into_iter()
        .find(|s| span / *s as f64 <= room)
        .unwrap_or(2000);
    let mut year = (first + step - 1) / step * step;
    let mut labels = Vec::new();
    while year <= last {
        labels.push(year);
        year += step;
    }
    for year in labels {
        builder.text(
            Point::new(x(year), top + 16.0),
            &year.to_string(),
            Font::sans(13.0),
            muted,
            Anchor::Middle,
        );
    }
}
