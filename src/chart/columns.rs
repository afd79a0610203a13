//! A series as columns, one a period: amounts or growth rates over years, quarters or months.
//!
//! **Invariant**: columns stand on a marked zero and go below it where a value does; a period without a figure stays
//! empty and shows it. Where not every label has room the axis has numbers.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::axis;
use crate::chart::bar_mark::{self, Lane};
use crate::chart::chart_type::*;
use crate::chart::column_labels::{label_of, write, Column, GAP, HIGH, LABEL};
use crate::chart::dot_line::gap_key;
use crate::chart::label_text::Labels;
use crate::chart::period_axis::{self, Periods};
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::chart::point_labels;
use crate::geometry::{sort_by_key, Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::bound_marks;
use crate::layout::enter::Enter;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scale::ticks_around_zero;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 序列：年、季或月 · series of years, quarters or months
    pub series: SeriesIx,
    /// 序列之外的数字，如目标 · figures besides the series, such as a goal
    #[serde(default)]
    pub figures: Vec<FigureIx>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for Columns {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        self.all(facts).into_iter().for_each(|ix| see(Seen::Figure(ix)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        let title = self.title.as_ref().unwrap_or(&facts.series(self.series).label);
        title.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        Some(self.series)
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        240.0
    }
    fn stretches(&self) -> bool {
        true
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        let spare = space.spare(builder, |builder| place(builder, space.area(), self, 0.0));
        place(builder, space.area(), self, spare)
    }
}

impl Columns {
    /// Its figures in the order of the axis.
    fn all(&self, facts: &Facts) -> Vec<FigureIx> {
        let mut all: Vec<FigureIx> = facts.series(self.series).plotted.clone();
        all.extend(&self.figures);
        sort_by_key(&mut all, |ix| period_axis::number(facts.figure(*ix).period()));
        all
    }
}

impl Acceptance for Columns {
    fn slots(&self, facts: &Facts) -> Vec<Slot> {
        let points = facts.series(self.series).plotted.iter();
        let mut slots: Vec<Slot> = points.map(|ix| Slot::new(*ix, "series", &Dated)).collect();
        slots.extend(Slot::each(self.figures.iter().copied(), "figures", "", &Dated));
        slots
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let figures: Vec<&Figure> = slots.iter().map(|slot| facts.figure(slot.figure)).collect();
        let scale = range_with_zero(figures.iter().copied());
        let is_small = |slot: &&Slot| too_small(facts.figure(slot.figure), scale, ROOM);
        let mut all: Vec<Refusal> =
            slots.iter().filter(is_small).map(|slot| Refusal::of(slot, Reason::TooSmall)).collect();
        all.extend(one_change(facts, &slots));
        let periods = Periods::of(&figures).map(|p| p.with_unpublished(facts, facts.series(self.series)));
        if let (Some(periods), Some(last)) = (periods, slots.last()) {
            if periods.count() > MOST {
                all.push(Refusal::of(last, Reason::TooManyPeriods(MOST as u32)));
            }
        }
        all
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        [one_scale(facts, &slots), one_base(facts, &slots), period_axis::one_length(facts, &slots)].concat()
    }
}

/// So many places still have columns that can be told apart in the narrowest picture.
const MOST: usize = 40;
/// Height in CSS px that the whole scale has at least.
const ROOM: f64 = 120.0;

/// Amounts and changes of a year, a quarter or a month.
pub struct Dated;

impl Table for Dated {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        OfAnySign.measure(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        OfAnySign.look(status, bound)
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        OfAnySign.form(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        OfAnySign.sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        OfAnySign.absence(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        OfAnySign.whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        period_axis::year_quarter_or_month(precision)
    }
}

fn place(builder: &mut SceneBuilder, area: Area, spec: &Columns, spare: f64) -> f64 {
    let (facts, start) = (builder.facts, builder.delay);
    let mut top = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        top += builder.heading(area.x, top, area.w, &title) + 2.0;
    }
    let all = spec.all(facts);
    let figures: Vec<&Figure> = all.iter().map(|ix| facts.figure(*ix)).collect();
    let Some(periods) = Periods::of(&figures) else {
        let text = Message::NotFound.get(builder.locale);
        return top - area.y + builder.note(area.x, top, area.w, text);
    };
    let periods = periods.with_unpublished(facts, facts.series(spec.series));
    let labels = Labels::new(&figures, builder.locale);
    top += unit(builder, Area::new(area.x, top, area.w), &figures, &labels);

    let (low, high) = range_with_zero(figures.iter().copied());
    let side = |way: fn((f64, f64)) -> f64| {
        figures.iter().map(|figure| way(bar_mark::beyond(figure))).fold(0.0, f64::max)
    };
    let (below, above) = (side(|(below, _)| below), side(|(_, above)| above));
    let usual = if builder.compact { 190.0 } else { 210.0 };
    let plot = (usual + spare).clamp(usual * 0.7, usual * 2.0);
    let lines = figures.iter().map(|figure| labels.in_lines(figure).len()).max().unwrap_or(1) as f64;
    top += above + lines * HIGH + GAP;

    // every label over its own column, or numbers at an axis and as many labels as there is room for
    let pitch = area.w / periods.count() as f64;
    let width =
        |lines: &[String]| lines.iter().map(|line| builder.measure.width(line, LABEL)).fold(0.0, f64::max);
    let widest = all.iter().map(|ix| width(&label_of(builder, *ix, pitch, &labels))).fold(0.0, f64::max);
    let is_alone = all.windows(2).all(|pair| {
        period_axis::number(facts.figure(pair[0]).period())
            != period_axis::number(facts.figure(pair[1]).period())
    });
    let each = is_alone && widest + GAP <= pitch;
    let ticks = if each { Vec::new() } else { ticks_around_zero(low, high, 4) };
    let (least, most) = match each {
        true => (low, high),
        false => (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(high)),
    };
    let left = area.x + if each { 0.0 } else { axis::room(builder, &ticks, figures[0]).max(32.0) };
    let texts = axis::tick_texts(&ticks, figures[0], builder.locale);
    let frame = Rect::new(left, top, area.right() - left, plot);
    let axes =
        Axes::new(frame, periods.axis(), Axis::amounts_between(least, most).with_key_points(ticks.clone()));
    let columns = columns(builder, &all, &axes, &periods, &labels);
    let values = |column: &Column| {
        let (low, high) = facts.figure(column.ix).ends().unwrap_or((0.0, 0.0));
        let at = period_axis::number(facts.figure(column.ix).period()).map_or(0.0, f64::from);
        [0.0, low, high].map(|value| (at, value)).to_vec()
    };
    axes.draw(builder, |chart| {
        if !each {
            axis::horizontal_grid(chart, &texts)?;
        }
        chart.draw_series(columns.iter().enumerate().map(|(i, column)| {
            let statement = Drawn { ix: column.ix, lane: column.lane, delay: start + 0.04 * i as f64 };
            Element { at: values(column), statement }
        }))?;
        Ok(())
    });
    builder.delay = start;
    zero(builder, &axes);
    builder.delay = start + 0.3;
    gaps_of(builder, spec, &periods, &figures, &axes);
    builder.delay = start + 0.4;
    let grid: Vec<f64> = ticks.iter().map(|tick| axes.at(0.0, *tick).y).collect();
    // one px for ends of columns that lie on a rounded line
    let bounds = Rect::new(area.x, area.y, area.w, top - area.y + plot + below + lines * HIGH + GAP + 1.0);
    let homeless = write(builder, &columns, &axes, (bounds, &grid));
    let lowest = if low < 0.0 || below > 0.0 { below + lines * HIGH + GAP } else { 0.0 };
    let mut y = top + plot + lowest + 4.0;
    y += periods.names(builder, &|number| axes.at(f64::from(number) + 0.5, 0.0).x, y);
    y += point_labels::below(builder, Area::new(area.x, y + 4.0, area.w), homeless);
    y += builder.note_of(area.x, y + 2.0, area.w, spec.note.as_ref());
    y - area.y
}

/// The unit of all columns, how firm they are and what they are compared with, where they have it in common; returns its height.
fn unit(builder: &mut SceneBuilder, area: Area, figures: &[&Figure], labels: &Labels) -> f64 {
    builder.note(area.x, area.y, area.w, &labels.of_axis(figures))
}

/// Where columns stand: figures of one period share its place.
fn columns(
    builder: &SceneBuilder,
    all: &[FigureIx],
    axes: &Axes,
    periods: &Periods,
    labels: &Labels,
) -> Vec<Column> {
    let place = |ix: &FigureIx| period_axis::number(builder.figure(*ix).period());
    let pitch = axes.frame().w / periods.count() as f64;
    let mut columns = Vec::new();
    for group in all.chunk_by(|a, b| place(a) == place(b)) {
        let Some(number) = place(&group[0]) else { continue };
        let width = (pitch * 0.64).clamp(1.0, 48.0 * group.len() as f64);
        let thickness = width / group.len() as f64;
        let from = axes.at(f64::from(number) + 0.5, 0.0).x - width / 2.0;
        for (i, ix) in group.iter().enumerate() {
            let edge = from + i as f64 * thickness;
            let label = label_of(builder, *ix, pitch / group.len() as f64, labels);
            let width = label.iter().map(|line| builder.measure.width(line, LABEL)).fold(0.0, f64::max);
            let lane =
                Lane { upright: true, edge, thickness: thickness * if group.len() > 1 { 0.94 } else { 1.0 } };
            columns.push(Column { ix: *ix, lane, x: edge + lane.thickness / 2.0, label, width });
        }
    }
    columns
}

/// The zero that all columns stand on, across the plot.
fn zero(builder: &mut SceneBuilder, axes: &Axes) {
    let (frame, y, ink) = (axes.frame(), axes.at(0.0, 0.0).y, builder.paint(Role::Ink));
    let ends = vec![Point::new(frame.x, y), Point::new(frame.right(), y)];
    builder.line("zero", ends, ink, 1.25, Enter::fade(builder.delay));
}

/// A gap strip on the zero where no figure was found, with the words for it where they have room; a gap of years is a
/// datum of its own.
fn gaps_of(builder: &mut SceneBuilder, spec: &Columns, periods: &Periods, figures: &[&Figure], axes: &Axes) {
    let known: Vec<i32> = figures.iter().filter_map(|figure| period_axis::number(figure.period())).collect();
    let series = builder.facts.series(spec.series);
    let gaps = builder.facts.gaps(series);
    let muted = builder.paint(Role::Muted);
    let empty: Vec<i32> = periods.all().filter(|number| !known.contains(number)).collect();
    let gap_of = |number: i32| gaps.iter().find(|(from, to)| (*from..=*to).contains(&number));
    for run in empty.chunk_by(|a, b| b - a == 1 && gap_of(*a) == gap_of(*b)) {
        let (first, last) = (run[0], run[run.len() - 1]);
        if let Some(gap) = gap_of(first) {
            let name = builder.facts.gap_statement(series, *gap, builder.locale);
            builder.begin_named(gap_key(&series.id, gap.0), None, name);
        }
        let (from, to) = (axes.at(f64::from(first), 0.0), axes.at(f64::from(last) + 1.0, 0.0));
        let inset = ((to.x - from.x) * 0.12).min(8.0);
        let strip = Rect::new(from.x + inset, from.y - 10.0, to.x - from.x - 2.0 * inset, 8.0);
        bound_marks::gap(builder, strip, Enter::fade(builder.delay));
        let words = Message::NotFound.get(builder.locale);
        if builder.measure.width(words, LABEL) <= strip.w {
            let at = Point::new(strip.center().x, strip.y - 4.0);
            builder.text(at, words, Font::sans(LABEL.size), muted, Anchor::Middle);
        }
        builder.legend(LegendEntry::Missing);
        builder.end();
    }
}

/// A statement as a column; its places are those of zero, its lower number and its higher one.
struct Drawn {
    ix: FigureIx,
    lane: Lane,
    delay: f64,
}

impl Statement for Drawn {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [zero, low, high] = *at else { return };
        let builder = &mut *backend.builder;
        builder.delay = self.delay;
        let accent = builder.accent_paint();
        builder.begin(self.ix);
        bar_mark::draw(builder, self.ix, self.lane, zero.y, (low.y, high.y), accent);
        builder.end();
    }
}
