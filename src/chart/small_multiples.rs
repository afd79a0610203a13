//! Series of one unit in a panel each (small multiples), all on one scale: a name above each, its last value at its end.
//!
//! **Invariant**: every panel is as wide and as high as any other and has the same axes, so that what is higher in one
//! is higher in all; what is drawn in them are the lines of `line_marks`.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::axis;
use crate::chart::chart_type::*;
use crate::chart::columns::Dated;
use crate::chart::end_labels::{self, EndLabel};
use crate::chart::label_text::Labels;
use crate::chart::line_marks::{self, Course};
use crate::chart::lines::Line;
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
use crate::text::Font;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SmallMultiples {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 各序列，一格一个，同一单位、同一整体、同一口径，至多十二个 · series of one unit, one whole and one definition, a
    /// panel each, at most twelve
    pub items: Vec<Line>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for SmallMultiples {
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
        340.0
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

impl SmallMultiples {
    /// Returns its series, panel by panel.
    pub fn all(&self) -> impl Iterator<Item = SeriesIx> + '_ {
        self.items.iter().map(|item| item.series)
    }

    /// The figures of each panel, with the member that names it.
    fn panels(&self, facts: &Facts) -> Vec<Vec<Slot>> {
        let slots = |(i, series): (usize, SeriesIx)| {
            let points = facts.series(series).plotted.iter();
            points.map(|ix| Slot::new(*ix, format!("items[{i}].series"), &Dated)).collect()
        };
        self.all().enumerate().map(slots).collect()
    }
}

impl Acceptance for SmallMultiples {
    fn slots(&self, facts: &Facts) -> Vec<Slot> {
        self.panels(facts).concat()
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let panels = self.panels(facts);
        let mut all: Vec<Refusal> = panels.iter().filter_map(|slots| one_change(facts, slots)).collect();
        if panels.len() > MOST {
            let last = panels.iter().flatten().last();
            all.extend(last.map(|slot| Refusal::of(slot, Reason::TooManyPanels(MOST as u32))));
        }
        all
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let panels = self.panels(facts);
        let slots = panels.concat();
        // a break of definition within a series is a gap in its line, and no reason to refuse it
        let mut all: Vec<Refusal> = one_scale(facts, &slots)
            .into_iter()
            .filter(|refusal| !matches!(refusal.reason, Reason::MixedDefinition(_)))
            .collect();
        all.extend(one_base(facts, &slots));
        all.extend(period_axis::one_length(facts, &slots));
        all.extend(one_definition(facts, &panels));
        all
    }
}

/// What of a panel has a definition that no point of the first panel has: panels beside each other are compared.
fn one_definition(facts: &Facts, panels: &[Vec<Slot>]) -> Vec<Refusal> {
    let Some((first, rest)) = panels.split_first() else { return Vec::new() };
    let of = |slot: &Slot| facts.figure(slot.figure).definition();
    let is_known = |slot: &Slot| first.iter().any(|known| of(known) == of(slot));
    let strange = rest.iter().filter(|slots| !slots.iter().any(is_known)).filter_map(|slots| slots.first());
    let against = first.first().map(|slot| slot.figure);
    against.map_or(Vec::new(), |with| {
        strange.map(|slot| Refusal::of(slot, Reason::MixedDefinition(with))).collect()
    })
}

/// So many panels still have one scale that a reader can follow.
const MOST: usize = 12;
/// The narrowest panel, CSS px, with the value at its end.
const LEAST: f64 = 138.0;
/// Between two panels, CSS px: across and down.
const GAP: (f64, f64) = (18.0, 14.0);
/// From the last place of a panel's axis to its value, CSS px.
const BESIDE: f64 = 10.0;
/// Of a panel's name.
const NAME: Font = Font::bold(13.0);

/// What all panels share.
struct Shared {
    labels: Labels,
    periods: Periods,
    ticks: Vec<f64>,
    texts: Vec<String>,
    /// Room for the value at the end of a line, CSS px.
    value: f64,
    /// Height of a plot, CSS px.
    plot: f64,
    /// Room above and below a plot for what is open there, CSS px.
    open: (f64, f64),
}

fn place(builder: &mut SceneBuilder, area: Area, spec: &SmallMultiples, spare: f64) -> f64 {
    let (facts, start) = (builder.facts, builder.delay);
    let mut top = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        top += builder.heading(area.x, top, area.w, &title) + 2.0;
    }
    let paint = builder.accent_paint();
    let courses: Vec<Course> =
        spec.all().map(|ix| Course { points: &facts.series(ix).plotted, paint }).collect();
    let figures: Vec<&Figure> =
        courses.iter().flat_map(|course| course.points).map(|ix| facts.figure(*ix)).collect();
    let Some(periods) = Periods::of(&figures) else {
        let text = Message::NotFound.get(builder.locale);
        return top - area.y + builder.note(area.x, top, area.w, text);
    };
    let periods = spec.all().fold(periods, |all, ix| all.with_unpublished(facts, facts.series(ix)));
    let labels = Labels::new(&figures, builder.locale);
    let mut unit = labels.of_axis(&figures);
    if spec.items.len() > 1 {
        unit =
            [&unit, Message::Semicolon.get(builder.locale), Message::OneScale.get(builder.locale)].concat();
    }
    top += builder.note(area.x, top, area.w, &unit) + 6.0;

    let (low, high) = range_with_zero(figures.iter().copied());
    let ticks = ticks_around_zero(low, high, 3);
    let left = axis::room(builder, &ticks, figures[0]).max(24.0);
    let room = area.w - left;
    let columns = ((room + GAP.0) / (LEAST + GAP.0)).floor().clamp(1.0, spec.items.len().max(1) as f64);
    // rows as full as they can be: six panels are three and three, not four and two
    let rows = (spec.items.len() as f64 / columns).ceil().max(1.0);
    let columns = (spec.items.len() as f64 / rows).ceil().max(1.0);
    let width = (room - GAP.0 * (columns - 1.0)) / columns;
    let ends = |builder: &SceneBuilder| {
        let ends = courses.iter().filter_map(|course| end(builder, course, &labels, width * 0.45));
        ends.map(|(_, end)| end.width).fold(0.0, f64::max)
    };
    let value = ends(builder);
    let usual: f64 = if builder.compact { 92.0 } else { 112.0 };
    let plot = (usual + spare / rows).clamp(usual * 0.7, usual * 2.0);
    let open = |opens: fn(&Figure) -> bool, or: f64| match figures.iter().any(|figure| opens(figure)) {
        true => point_mark::OPEN,
        false => or,
    };
    let open = (open(Figure::opens_up, 8.0), open(Figure::opens_down, 0.0));
    let texts = axis::tick_texts(&ticks, figures[0], builder.locale);
    let shared = Shared { labels, periods, ticks, texts, value, plot, open };
    let items: Vec<(&Line, &Course)> = spec.items.iter().zip(&courses).collect();
    for (r, row) in items.chunks(columns as usize).enumerate() {
        let names = row
            .iter()
            .map(|(item, _)| builder.paragraph_height(width, item.name(facts, builder.locale), NAME));
        let names = names.fold(0.0, f64::max);
        let mut lowest = top;
        for (c, (item, course)) in row.iter().enumerate() {
            builder.delay = start + 0.1 * (r as f64 * columns + c as f64).min(6.0);
            let cell = Area::new(area.x + left + c as f64 * (width + GAP.0), top, width);
            lowest = lowest.max(panel(builder, cell, (item, course), names, &shared, c == 0));
        }
        top = lowest + GAP.1;
    }
    builder.delay = start + 0.4;
    top += builder.note_of(area.x, top - GAP.1 + 2.0, area.w, spec.note.as_ref()) - GAP.1;
    top - area.y
}

/// One series under its name, `names` high; the values of the grid stand beside the first of a row. Returns the y below
/// it.
fn panel(
    builder: &mut SceneBuilder,
    area: Area,
    (item, course): (&Line, &Course),
    names: f64,
    shared: &Shared,
    is_first: bool,
) -> f64 {
    let (facts, start) = (builder.facts, builder.delay);
    let Shared { labels, periods, ticks, .. } = shared;
    let name = item.name(facts, builder.locale).to_string();
    let ink = builder.paint(crate::theme::Role::Ink);
    let height = builder.paragraph_height(area.w, &name, NAME);
    builder.paragraph(area.x, area.y + names - height, area.w, &name, NAME, ink);
    let top = area.y + names + shared.open.0;
    let frame = Rect::new(area.x, top, area.w - shared.value - BESIDE, shared.plot);
    let (least, most) = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let amounts = Axis::amounts_between(least, most).with_key_points(ticks.clone());
    let axes = Axes::new(frame, periods.axis(), amounts);
    let texts = if is_first { &shared.texts[..] } else { &[] };
    line_marks::draw(builder, (&axes, periods), std::slice::from_ref(course), texts, start);
    line_marks::ends_without(builder, (&axes, periods.all()), facts.series(item.series), false);
    builder.delay = start + 0.5;
    let end = end(builder, course, labels, shared.value + 0.5);
    let last: Vec<FigureIx> = end.iter().map(|(ix, _)| *ix).collect();
    let homeless = line_marks::inside(
        builder,
        std::slice::from_ref(course),
        labels,
        &last,
        (&axes, ticks),
        shared.open.0 - 4.0,
    );
    let ends = end.map(|(ix, end)| end.placed(line_marks::spot(&axes, facts.figure(ix))));
    let bottom = frame.bottom() + shared.open.1;
    let lowest =
        end_labels::place(builder, ends.into_iter().collect(), frame.right() + BESIDE, (top, frame.bottom()));
    let mut y = bottom + 2.0;
    y += periods.names(builder, &|number| axes.at(f64::from(number) + 0.5, 0.0).x, y);
    y = y.max(lowest);
    y + point_labels::below(builder, Area::new(area.x, y + 4.0, area.w), homeless)
}

/// The value at the end of a line.
fn end(builder: &SceneBuilder, course: &Course, labels: &Labels, room: f64) -> Option<(FigureIx, EndLabel)> {
    let ix = course.last(builder.facts)?;
    let value = labels.beside_axis(builder.figure(ix));
    Some((ix, EndLabel::new(builder, Some(ix), (&value, ""), room, course.paint)))
}
