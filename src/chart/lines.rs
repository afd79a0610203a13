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
use crate::chart::line_marks::{self, Course};
use crate::chart::period_axis::{self, Periods};
use crate::chart::plot::{Axes, Axis};
use crate::chart::point_labels;
use crate::chart::point_mark;
use crate::geometry::Rect;
use crate::layout::scale::ticks_around_zero;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
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
    /// Returns its name.
    pub fn name<'t>(&'t self, facts: &'t Facts, locale: Locale) -> &'t str {
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
        all.extend(one_base(facts, &slots));
        all.extend(period_axis::one_length(facts, &slots));
        all
    }
}

/// So many lines can still be told apart.
const MOST: usize = 6;
/// From the last places of the axis to the names.
const GAP: f64 = 16.0;

fn place(builder: &mut SceneBuilder, area: Area, spec: &Lines, spare: f64) -> f64 {
    let (facts, start) = (builder.facts, builder.delay);
    let mut top = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        top += builder.heading(area.x, top, area.w, &title) + 2.0;
    }
    let courses: Vec<Course> =
        spec.items.iter().enumerate().map(|(i, item)| course(builder, item, i)).collect();
    let all: Vec<FigureIx> = courses.iter().flat_map(|line| line.points).copied().collect();
    let figures: Vec<&Figure> = all.iter().map(|ix| facts.figure(*ix)).collect();
    let Some(periods) = Periods::of(&figures) else {
        let text = Message::NotFound.get(builder.locale);
        return top - area.y + builder.note(area.x, top, area.w, text);
    };
    let periods = spec
        .items
        .iter()
        .map(|item| item.series)
        .fold(periods, |all, ix| all.with_unpublished(facts, facts.series(ix)));
    let labels = Labels::new(&figures, builder.locale);
    let unit = labels.of_axis(&figures);
    top += builder.note(area.x, top, area.w, &unit);

    let (low, high) = range_with_zero(figures.iter().copied());
    let ticks = ticks_around_zero(low, high, 4);
    let (least, most) = (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(high));
    let named = spec.items.iter().zip(&courses);
    let end = |(item, line)| end(builder, item, line, &labels, area.w * 0.36);
    let ends: Vec<_> = named.filter_map(end).collect();
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
    line_marks::draw(builder, (&axes, &periods), &courses, &texts, start);
    if let [only] = &spec.items[..] {
        line_marks::ends_without(builder, (&axes, periods.all()), facts.series(only.series), true);
    }
    builder.delay = start + 0.5;
    let last: Vec<FigureIx> = ends.iter().map(|(ix, _)| *ix).collect();
    let homeless = line_marks::inside(builder, &courses, &labels, &last, (&axes, &ticks), 22.0);
    let foot = if open(Figure::opens_down) { point_mark::OPEN } else { 0.0 };
    let ends =
        ends.into_iter().map(|(ix, end)| end.placed(line_marks::spot(&axes, facts.figure(ix)))).collect();
    let lowest = end_labels::place(builder, ends, frame.right() + GAP, (frame.y, frame.bottom()));
    let mut y = top + plot + foot + 4.0;
    // of several series a strip is of one: below the plot, where no line of another runs
    if spec.items.len() > 1 {
        let of = |(item, line): (&Line, &Course)| (facts.series(item.series), line.paint);
        let all: Vec<_> = spec.items.iter().zip(&courses).map(of).collect();
        y += line_marks::ends_without_of(builder, (&axes, periods.all()), &all, y);
    }
    y += periods.names(builder, &|number| axes.at(f64::from(number) + 0.5, 0.0).x, y);
    y = y.max(lowest);
    y += point_labels::below(builder, Area::new(area.x, y + 4.0, area.w), homeless);
    y += builder.note_of(area.x, y + 2.0, area.w, spec.note.as_ref());
    y - area.y
}

/// A line with its colour: the scene's own, the ink, then hues that are neither.
fn course<'a>(builder: &SceneBuilder<'a>, item: &Line, i: usize) -> Course<'a> {
    let hues = [Role::Hue5, Role::Hue2, Role::Hue4, Role::Hue1, Role::Hue3];
    let mut roles =
        [builder.accent, Role::Ink].into_iter().chain(hues.into_iter().filter(|r| *r != builder.accent));
    let paint = builder.paint(roles.nth(i % (MOST + 1)).unwrap_or(Role::Muted));
    Course { points: &builder.facts.series(item.series).plotted, paint }
}

/// The words at the end of a line: the value of its last point that has a number, and the name.
fn end(
    builder: &SceneBuilder,
    item: &Line,
    line: &Course,
    labels: &Labels,
    room: f64,
) -> Option<(FigureIx, EndLabel)> {
    let facts = builder.facts;
    let ix = line.last(facts)?;
    let (value, name) = (labels.of(facts.figure(ix)), item.name(facts, builder.locale));
    Some((ix, EndLabel::new(builder, Some(ix), (&value, name), room, line.paint)))
}
