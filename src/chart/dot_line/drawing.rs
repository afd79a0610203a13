//! A series of dots with its axes, labels and notes, drawn into an area.
//!
//! **Invariant**: every number of the picture is on it: a label without room is listed under the axis.

use super::card::{headed, newest_in_card};
use super::grid;
use super::marks::{unit_box, ClassBand, Dot, Joined, Mass, Ring, Stem, Unit};
use super::milestones::{milestone, milestone_below};
use super::moments::{lead_of, middle, moment_of};
use super::rail::{decades, rail};
use super::{joined, waiting, year_of, DotLine, DENSE};
use crate::chart::answers::range_with_zero;
use crate::chart::axis;
use crate::chart::line_marks;
use crate::chart::plot::{Axes, Axis, Element};
use crate::chart::point_labels::{self, Label};
use crate::chart::point_shapes;
use crate::geometry::{sort_by_key, Point, Rect};
use crate::layout::label::LabelPlacer;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::scale::ticks_around_zero;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::figure::FigureIx;
use crate::model::SeriesIx;
use std::cell::Cell;

/// The points of a series whose labels name their definitions: of more, the shapes and the key tell.
const MOST_NAMED: usize = 4;
/// Height of the row that names them instead, CSS px.
const NAMES: f64 = 26.0;

/// A plot that stands beside the words of its card begins so much higher than below them, CSS px.
const ABOVE_CARD: f64 = 2.0;

/// `spare`: px that its plot is higher than usual.
pub(super) fn place(builder: &mut SceneBuilder, space: Area, spec: &DotLine, spare: f64) -> f64 {
    let halves = builder.card_halves(space);
    let (words, area) = halves.unwrap_or((space, space));
    let series = builder.facts.series(spec.series);
    // what is being guessed is not there yet
    let hidden = builder.interaction.hidden();
    let is_shown = |ix: &FigureIx| Some(*ix) != hidden;
    let points: Vec<FigureIx> = series.plotted.iter().copied().filter(is_shown).collect();
    let like = series.plotted.first().copied();
    let mut top = words.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        top += builder.heading(words.x, top, words.w, &title) + 4.0;
    }
    top += newest_in_card(builder, words.down(top - words.y), spec);
    let said = top;
    if halves.is_some() {
        top = area.y - ABOVE_CARD;
    }
    let Some(ground) = Ground::of(builder, area.down(top - area.y), spec, spare, halves.is_some()) else {
        let text = Message::NotFound.get(builder.locale);
        return top - area.y + builder.note(area.x, top, area.w, text);
    };
    let Ground { years, first, last, axes, texts, max, left, right, plot_height, foot, pitch, .. } = ground;
    top = ground.top;
    let (facts, start) = (builder.facts, builder.delay);
    let compare: Vec<FigureIx> = spec
        .compare
        .iter()
        .copied()
        .filter(|ix| is_shown(ix) && year_of(builder.figure(*ix)).is_some())
        .collect();
    let frame = axes.frame();
    let x = |year: i32| axes.at(middle(year), 0.0).x;
    let values = |ix: FigureIx| {
        let figure = facts.figure(ix);
        (moment_of(figure).unwrap_or(middle(first)), figure.amount())
    };
    let spot = |ix: &FigureIx| {
        let (x, y) = values(*ix);
        axes.at(x, y)
    };
    let mut placer =
        LabelPlacer::new(Rect::new(left + 2.0, top - 20.0, right - left + 6.0, plot_height + 4.0));
    like.iter().for_each(|like| placer.block(unit_box(builder, *like, (area.x, top))));
    let kinds = match spec.definitions {
        true => point_shapes::definitions(facts, facts.series(spec.series)),
        false => Vec::new(),
    };
    let shape = |ix: FigureIx| {
        let definition = facts.figure(ix).definition();
        kinds.iter().position(|kind| *kind == definition).unwrap_or(0)
    };
    // what is drawn point by point and named: all, or of a dense series its ends and its extremes
    let dense = points.len() > DENSE;
    let all = points;
    let points = if dense { landmarks(builder, &all) } else { all.clone() };
    let named = Cell::new(None);
    let ground = builder.marks.len();
    axes.draw(builder, |chart| {
        axis::horizontal_grid(chart, &texts)?;
        chart.draw_series(like.map(|like| {
            let unit = Unit { like, margin: area.x };
            Element { at: vec![(f64::from(first), max)], statement: unit }
        }))?;
        chart.draw_series(spec.band.map(|ix| {
            let at = vec![(f64::from(first), facts.figure(ix).amount()), (f64::from(last) + 1.0, max)];
            Element { at, statement: ClassBand { ix, named: &named } }
        }))?;
        if dense {
            let at = all.iter().map(|ix| values(*ix)).collect();
            chart.draw_series([Element { at, statement: Mass { series: spec.series, figures: &all } }])?;
        }
        let stems = points.iter().filter(|_| spec.stems && !dense).enumerate();
        chart.draw_series(stems.map(|(i, ix)| {
            let (x, y) = values(*ix);
            Element { at: vec![(x, 0.0), (x, y)], statement: Stem { delay: start + i as f64 * 0.06 } }
        }))?;
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
    // the rail has a place for every year, these only what the axis would leave out
    if !spec.rail {
        line_marks::ends_without(builder, (&axes, first..=last), series, true);
    }
    let spots: Vec<Point> = points.iter().map(spot).collect();
    if let Some(taken) = named.get() {
        placer.block(taken);
    }
    // no label lies on a line, a dot or an arrow
    for (pair, at) in points.windows(2).zip(spots.windows(2)) {
        if !dense && joined(facts, facts.figure(pair[0]), facts.figure(pair[1])) {
            point_labels::block_line(&mut placer, at[0], at[1]);
        }
    }
    for at in spots.iter().filter(|_| spec.stems && !dense) {
        point_labels::block_line(&mut placer, Point::new(at.x, axes.at(0.0, 0.0).y), *at);
    }
    for (ix, at) in points.iter().zip(&spots) {
        point_labels::block_point(&mut placer, facts.figure(*ix), *at);
    }
    for at in compare.iter().map(spot) {
        placer.block(Rect::new(at.x - 9.0, at.y - 9.0, 18.0, 18.0));
    }
    builder.delay = start + 0.5;
    // a guess has its place before all other words
    let own = |ix: FigureIx| series.plotted.contains(&ix) || spec.compare.contains(&ix);
    let waits = builder.waiting_guess().filter(|guess| own(guess.figure));
    if let Some(guess) = waits {
        let others: Vec<Point> = spots.iter().copied().chain(compare.iter().map(spot)).collect();
        waiting::keep_free(builder, &axes, guess, &others, &mut placer);
    }
    // where one was guessed, the answer has its place before all other words, and then the guess
    let told = points.iter().chain(&compare).find_map(|ix| builder.told_guess(*ix));
    // a definition is named at each of its points that no line joins to another, where that is not too much
    let names_kinds = kinds.len() > 1 && points.len() <= MOST_NAMED && !builder.compact;
    let runs = |a: usize, b: usize| {
        points
            .get(a)
            .zip(points.get(b))
            .is_some_and(|(a, b)| joined(facts, facts.figure(*a), facts.figure(*b)))
    };
    let is_alone = |i: usize| !runs(i, i + 1) && (i == 0 || !runs(i - 1, i));
    let named_kind = |i: usize| (names_kinds && is_alone(i)).then_some(spec.series);
    // every label with its point: the series' own, then the article's rings
    let mut labels: Vec<Label> = points
        .iter()
        .zip(&spots)
        .enumerate()
        .map(|(i, (ix, at))| label_of(builder, *ix, *at, named_kind(i)).shaped(shape(*ix)))
        .collect();
    // the newest is what a reader looks for first; in a card it is the number of the card
    if let Some(named) = headed(builder, spec) {
        labels.retain(|label| !label.is_of(named));
    }
    let by_date = |a: &usize, b: &usize| spots[*a].x.total_cmp(&spots[*b].x);
    let newest = (0..labels.len()).max_by(by_date).filter(|_| headed(builder, spec).is_none());
    if let Some(newest) = newest {
        let label = labels.remove(newest);
        labels.insert(newest, label.of_newest(lead_of(builder, points[newest])));
    }
    labels.extend(compare.iter().map(|ix| label_of_article(builder, *ix, spot(ix))));
    let mut guessed = Vec::new();
    if let Some(guess) = told {
        let yours = waiting::ring(builder, &axes, guess, &mut placer);
        let (answer, others): (Vec<Label>, Vec<Label>) =
            labels.into_iter().partition(|label| label.is_of(guess.figure));
        labels = others;
        for label in answer.into_iter().chain([yours]) {
            guessed.extend(point_labels::place_first(builder, label, &mut placer));
        }
    }
    let mut unplaced = Vec::new();
    for ix in &spec.milestones {
        // in a narrow picture the numbers need the room
        let placed =
            !builder.compact && milestone(builder, *ix, &x, frame, first..=last, &spots, &mut placer);
        if !placed {
            unplaced.push(*ix);
        }
    }
    if names_kinds {
        builder.legend(LegendEntry::Definitions);
    }
    builder.delay = start + 0.3;
    if let Some(guess) = waits {
        // the handle's way is free of labels where they all have room elsewhere
        let mut free = placer.clone();
        waiting::keep_way_free(builder, &axes, guess, &mut free);
        if builder.tried(|builder| point_labels::place(builder, labels.clone(), &free).is_empty()) {
            placer = free;
        }
    }
    let mut homeless = point_labels::place(builder, labels, &placer);
    // nothing moves while the handle is dragged: the answer brings them all
    homeless.retain(|_| waits.is_none());
    homeless.extend(guessed);
    grid::open(builder, ground, frame);
    let mut bottom = top + plot_height + foot;
    builder.delay = start + 0.2;
    bottom +=
        if spec.rail { rail(builder, spec.series, &years, &x, pitch, bottom, halves.is_some()) } else { 4.0 };
    decades(builder, first, last, &x, bottom, right - left);
    bottom += 22.0;
    if kinds.len() > 1 && !names_kinds {
        bottom +=
            point_shapes::names(builder, Area::new(area.x, bottom + 6.0, area.w), spec.series, &kinds) + 6.0;
    }
    bottom += point_labels::below(builder, Area::new(area.x, bottom + 4.0, area.w), homeless);
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
    let (x, y, w) = if halves.is_some() { (words.x, said, words.w) } else { (area.x, bottom, area.w) };
    let end = y + builder.note_of(x, y + 2.0, w, spec.note.as_ref());
    end.max(bottom) - space.y
}

/// Whether the definitions of its points are named in a row below the chart, and not by labels.
fn names_row(builder: &SceneBuilder, spec: &DotLine, points: usize) -> bool {
    let facts = builder.facts;
    let is_several =
        spec.definitions && point_shapes::definitions(facts, facts.series(spec.series)).len() > 1;
    is_several && (builder.compact || points > MOST_NAMED)
}

/// What its points stand on: the axes, and how much room they have. CSS px.
pub(super) struct Ground {
    pub years: Vec<i32>,
    pub first: i32,
    pub last: i32,
    pub axes: Axes,
    /// What stands at the lines of the axis of amounts, and where that ends.
    pub texts: Vec<String>,
    pub min: f64,
    pub max: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub plot_height: f64,
    /// Room below the plot for the open end of a fall.
    pub foot: f64,
    pub pitch: f64,
}

impl Ground {
    /// Nothing where no point has a year. `is_low`: beside the words of its card.
    pub fn of(
        builder: &SceneBuilder,
        area: Area,
        spec: &DotLine,
        spare: f64,
        is_low: bool,
    ) -> Option<Ground> {
        let points = &builder.facts.series(spec.series).plotted;
        let years: Vec<i32> = points.iter().filter_map(|ix| year_of(builder.figure(*ix))).collect();
        // a year of which the series says that nothing was published has its place too
        let facts = builder.facts;
        let unpublished_years: Vec<i32> =
            facts.unpublished(facts.series(spec.series)).filter_map(year_of).collect();
        if years.is_empty() {
            return None;
        }
        let all = || unpublished_years.iter().chain(&years).copied();
        let (first, last) = (all().min()?, all().max()?);
        let like = builder.figure(points[0]);
        let compare = spec.compare.iter().filter(|ix| year_of(builder.figure(**ix)).is_some());
        let (low, high) = range_with_zero(points.iter().chain(compare).map(|ix| builder.figure(*ix)));
        let usual = match (spec.rail, builder.compact) {
            _ if is_low => 52.0,
            // six cards share a wide window
            (true, _) if builder.framed => 150.0,
            (true, true) => 230.0,
            (true, false) => 250.0,
            (false, true) => 190.0,
            (false, false) => 200.0,
        };
        // in a wide picture the names of definitions take their row from the plot; those with a rail share a base line
        let takes = names_row(builder, spec, points.len()) && !builder.compact && !spec.rail;
        let row = if takes { NAMES } else { 0.0 };
        // a card is lower than a row of its own
        let least = usual * if builder.framed { 0.33 } else { 0.7 } - row;
        let plot_height = (usual - row + spare).clamp(least, usual * 2.0);
        let ticks = ticks_around_zero(low, high, if spec.rail { 3 } else { 5 });
        let (min, max) = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
        let falls = |ix: &FigureIx| builder.figure(*ix).amount() < 0.0 && builder.figure(*ix).opens_down();
        let foot = if points.iter().any(falls) { 24.0 } else { 0.0 };
        let margin: f64 = if builder.compact { 40.0 } else { 48.0 };
        let left = area.x + margin.max(axis::room(builder, &ticks, like));
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

/// The value of a figure without the unit, which stands at the axis.
fn value_text(builder: &SceneBuilder, ix: FigureIx) -> String {
    let figure = builder.figure(ix);
    let locale = builder.locale;
    figure.phrase(locale).without_unit(figure.unit(), locale).trim_start().to_string()
}

/// "2002年 1010", "2025年10月 4.7", and with the name of its definition "2017年，初步数 722".
fn label_of(builder: &SceneBuilder, ix: FigureIx, at: Point, kinds: Option<SeriesIx>) -> Label {
    let label = Label::new(builder, ix, at, (lead_of(builder, ix), value_text(builder, ix)));
    let Some(series) = kinds else { return label };
    let kind = builder.facts.series(series).definition_name(builder.figure(ix).definition(), builder.locale);
    label.of_kind(builder, kind)
}

/// "原文 1010".
fn label_of_article(builder: &SceneBuilder, ix: FigureIx, at: Point) -> Label {
    let lead = Message::ArticleLabel.get(builder.locale).to_string();
    Label::new(builder, ix, at, (lead, value_text(builder, ix))).of_article()
}
