//! Several series on one axis as lines, each with its name and its last value at its end.
//!
//! **Invariant**: a line joins neighbouring periods of one definition and one publisher family only, what is missing
//! stays a gap, and a line to what has not happened is dashed. All series have one unit, one whole and one measure.
//! No label lies on a line or on another label.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::axis;
use crate::chart::chart_type::*;
use crate::chart::columns::Dated;
use crate::chart::end_labels::{self, EndLabel};
use crate::chart::label_text::Labels;
use crate::chart::period_axis::{self, joined, Periods};
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::chart::point_labels::{self, Label, Unplaced};
use crate::chart::point_mark::{self, Look};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::enter::{Effect, Enter};
use crate::layout::label::LabelPlacer;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scale::ticks_around_zero;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::Status;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 各线，同一单位、同一整体，至多六条 · lines of one unit and one whole, at most six
    pub items: Vec<Line>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// One series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// 序列 · series
    pub series: SeriesIx,
    /// 名称；缺省用序列的名称 · label; absent: that of the series
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub label: Option<Text>,
}

impl Line {
    fn name<'t>(&'t self, facts: &'t Facts, locale: Locale) -> &'t str {
        self.label.as_ref().unwrap_or(&facts.series(self.series).label).get(locale)
    }
}

impl ChartType for Lines {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        self.items
            .iter()
            .flat_map(|item| &facts.series(item.series).plotted)
            .for_each(|ix| see(Seen::Figure(*ix)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => several(self.items.iter().map(|item| item.name(facts, locale)), locale),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        // the gaps of several series have no one place in a summary
        match self.items[..] {
            [ref only] => Some(only.series),
            _ => None,
        }
    }
    fn least_width(&self) -> f64 {
        300.0
    }
    fn least_height(&self) -> f64 {
        260.0
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

impl Acceptance for Lines {
    fn slots(&self, facts: &Facts) -> Vec<Slot> {
        let of = |(i, item): (usize, &Line)| {
            let points = facts.series(item.series).plotted.iter();
            points.map(move |ix| Slot::new(*ix, format!("items[{i}].series"), &Dated)).collect::<Vec<_>>()
        };
        self.items.iter().enumerate().flat_map(of).collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let mut all = Vec::new();
        for item in &self.items {
            let own = |slot: &&Slot| facts.series(item.series).plotted.contains(&slot.figure);
            let own: Vec<Slot> = slots.iter().filter(own).cloned().collect();
            all.extend(one_change(facts, &own));
        }
        if self.items.len() > MOST {
            all.extend(slots.last().map(|slot| Refusal::of(slot, Reason::TooManyLines(MOST as u32))));
        }
        all
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        // a break of definition is a gap in a line, and no reason to refuse it
        let on_one_axis = one_scale(facts, &slots);
        let mut all: Vec<Refusal> = on_one_axis
            .into_iter()
            .filter(|refusal| !matches!(refusal.reason, Reason::MixedDefinition(_)))
            .collect();
        all.extend(period_axis::one_length(facts, &slots));
        all
    }
}

/// So many lines can still be told apart.
const MOST: usize = 6;
/// From the last places of the axis to the names.
const GAP: f64 = 16.0;

/// A line with its colour.
struct Drawn<'a> {
    item: &'a Line,
    points: &'a [FigureIx],
    paint: Paint,
}

fn place(builder: &mut SceneBuilder, area: Area, spec: &Lines, spare: f64) -> f64 {
    let (facts, start) = (builder.facts, builder.delay);
    let mut top = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        top += builder.heading(area.x, top, area.w, &title) + 2.0;
    }
    let drawn: Vec<Drawn> = spec.items.iter().enumerate().map(|(i, item)| drawn(builder, item, i)).collect();
    let all: Vec<FigureIx> = drawn.iter().flat_map(|line| line.points).copied().collect();
    let figures: Vec<&Figure> = all.iter().map(|ix| facts.figure(*ix)).collect();
    let Some(periods) = Periods::of(&figures) else {
        let text = Message::NotFound.get(builder.locale);
        return top - area.y + builder.note(area.x, top, area.w, text);
    };
    let labels = Labels::new(&figures, builder.locale);
    let mut unit = axis::unit_text(figures[0], builder.locale);
    if let Some(status) = labels.common_word(figures[0]) {
        unit += &Message::InBrackets.with(builder.locale, &[status]);
    }
    top += builder.note(area.x, top, area.w, &unit);

    let (low, high) = range_with_zero(figures.iter().copied());
    let ticks = ticks_around_zero(low, high, 4);
    let (least, most) = (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(high));
    let ends: Vec<_> = drawn.iter().filter_map(|line| end(builder, line, &labels, area.w * 0.36)).collect();
    let names = ends.iter().map(|(_, end)| end.width).fold(0.0, f64::max) + GAP;
    let usual: f64 = if builder.compact { 210.0 } else { 240.0 };
    let needed = ends.iter().map(|(_, end)| end.height).sum::<f64>();
    let plot = (usual + spare).clamp(usual * 0.7, usual * 2.0).max(needed);
    let open = |opens: fn(&Figure) -> bool| figures.iter().any(|figure| opens(figure));
    top += if open(Figure::opens_up) { point_mark::OPEN } else { 10.0 };
    let left = area.x + axis::room(builder, &ticks, figures[0]).max(32.0);
    let texts = axis::tick_texts(&ticks, figures[0], builder.locale);
    let frame = Rect::new(left, top, area.right() - names - left, plot);
    let axes =
        Axes::new(frame, periods.axis(), Axis::amounts_between(least, most).with_key_points(ticks.clone()));
    let at = |ix: FigureIx, value: f64| {
        let number = period_axis::number(facts.figure(ix).period()).map_or(0.0, f64::from);
        (number + 0.5, value)
    };
    let low_of = |ix: FigureIx| facts.figure(ix).ends().map_or(0.0, |(low, _)| low);
    let middle = |ix: FigureIx| facts.figure(ix).ends().map_or(0.0, |(low, high)| (low + high) / 2.0);
    let radius = (frame.w / periods.count() as f64 / 4.0).clamp(2.0, 4.5);
    axes.draw(builder, |chart| {
        axis::horizontal_grid(chart, &texts)?;
        for line in &drawn {
            for pair in pairs(facts, line.points) {
                let values = pair.map(|ix| at(ix, middle(ix))).to_vec();
                let statement = Joined { of: pair, paint: line.paint, radius, delay: start + 0.2 };
                chart.draw_series([Element { at: values, statement }])?;
            }
        }
        for line in &drawn {
            chart.draw_series(line.points.iter().enumerate().map(|(i, ix)| {
                let high = facts.figure(*ix).ends().map_or(0.0, |(_, high)| high);
                let values = vec![at(*ix, low_of(*ix)), at(*ix, high)];
                let delay = start + 0.03 * i as f64;
                Element { at: values, statement: Dot { ix: *ix, paint: line.paint, radius, delay } }
            }))?;
        }
        Ok(())
    });
    let spot = |ix: FigureIx| {
        let (x, y) = at(ix, middle(ix));
        axes.at(x, y)
    };
    builder.delay = start + 0.5;
    let lines: Vec<f64> = ticks.iter().map(|tick| axes.at(0.0, *tick).y).collect();
    let last: Vec<FigureIx> = ends.iter().map(|(ix, _)| *ix).collect();
    let homeless = inside(builder, &drawn, &labels, &last, (frame, &lines), &spot);
    let foot = if open(Figure::opens_down) { point_mark::OPEN } else { 0.0 };
    let ends = ends.into_iter().map(|(ix, end)| end.placed(spot(ix))).collect();
    let lowest = end_labels::place(builder, ends, frame.right() + GAP, (frame.y, frame.bottom()));
    let mut y = top + plot + foot + 4.0;
    y += periods.names(builder, &|number| axes.at(f64::from(number) + 0.5, 0.0).x, y);
    y = y.max(lowest);
    y += point_labels::below(builder, Area::new(area.x, y + 4.0, area.w), homeless);
    y += builder.note_of(area.x, y + 2.0, area.w, spec.note.as_ref());
    y - area.y
}

/// The colour of a line: the scene's own, the ink, then hues that are neither.
fn drawn<'a>(builder: &SceneBuilder<'a>, item: &'a Line, i: usize) -> Drawn<'a> {
    let hues = [Role::Hue5, Role::Hue2, Role::Hue4, Role::Hue1, Role::Hue3];
    let mut roles =
        [builder.accent, Role::Ink].into_iter().chain(hues.into_iter().filter(|r| *r != builder.accent));
    let paint = builder.paint(roles.nth(i % (MOST + 1)).unwrap_or(Role::Muted));
    Drawn { item, points: &builder.facts.series(item.series).plotted, paint }
}

/// The points of a series that a line joins, two by two.
fn pairs<'p>(facts: &'p Facts, points: &'p [FigureIx]) -> impl Iterator<Item = [FigureIx; 2]> + 'p {
    let has_number = |ix: FigureIx| facts.figure(ix).ends().is_some();
    let pairs = points.windows(2).map(|pair| [pair[0], pair[1]]);
    pairs.filter(move |[a, b]| {
        has_number(*a) && has_number(*b) && joined(facts, facts.figure(*a), facts.figure(*b))
    })
}

/// The words at the end of a line: the value of its last point that has a number, and the name.
fn end(builder: &SceneBuilder, line: &Drawn, labels: &Labels, room: f64) -> Option<(FigureIx, EndLabel)> {
    let facts = builder.facts;
    let ix = line.points.iter().rev().copied().find(|ix| facts.figure(*ix).ends().is_some())?;
    let (value, name) = (labels.of(facts.figure(ix)), line.item.name(facts, builder.locale));
    Some((ix, EndLabel::new(builder, Some(ix), (&value, name), room, line.paint)))
}

/// Labels inside the plot: only of what is not plain, as the ends of lines have their own. Returns those without room.
fn inside(
    builder: &mut SceneBuilder,
    drawn: &[Drawn],
    labels: &Labels,
    ends: &[FigureIx],
    (frame, lines): (Rect, &[f64]),
    spot: &dyn Fn(FigureIx) -> Point,
) -> Vec<Unplaced> {
    let facts = builder.facts;
    let bounds = Rect::new(frame.x + 2.0, frame.y - 22.0, frame.w, frame.h + 22.0);
    let mut placer = LabelPlacer::new(bounds);
    for y in lines {
        placer.block(Rect::new(frame.x, y - 1.0, frame.w, 2.0));
    }
    for line in drawn {
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
    let points = drawn.iter().flat_map(|line| line.points).copied();
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
        let look = Look { radius: self.radius, paint: self.paint, shape: 0 };
        point_mark::draw(backend.builder, self.ix, (low, high), true, look, enter);
    }
}
