//! Two values of each item as a pair of bars, for instance of two years or of town and country.
//!
//! **Invariant**: all bars have one scale and one marked zero; the first values are of one period, and so are the
//! second.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::bar_rows::{self, Row, ROOM};
use crate::chart::chart_type::*;
use crate::chart::label_text::{unlike_periods, with_period, Labels};
use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::mark::{Anchor, Fill, Paint};
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::base::{against_all, in_one_line};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupedBars {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 每对里前一条是什么 · what the first bar of each pair is
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub first: Text,
    /// 每对里后一条是什么 · what the second bar of each pair is
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub second: Text,
    /// 各项，每项两条 · items of two bars each
    pub items: Vec<Couple>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// One thing with its two values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Couple {
    /// 前一条 · first bar
    pub first: FigureIx,
    /// 后一条 · second bar
    pub second: FigureIx,
    /// 名称 · label
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub label: Text,
}

impl GroupedBars {
    fn all(&self) -> impl Iterator<Item = FigureIx> + '_ {
        self.items.iter().flat_map(|item| [item.first, item.second])
    }
}

impl ChartType for GroupedBars {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.all().for_each(|ix| see(Seen::Figure(ix)));
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => several(self.items.iter().map(|item| item.label.get(locale)), locale),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        120.0
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

impl Acceptance for GroupedBars {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let first = Slot::each(self.items.iter().map(|i| i.first), "items", ".first", &OfAnySign);
        let second = Slot::each(self.items.iter().map(|i| i.second), "items", ".second", &OfAnySign);
        first.into_iter().chain(second).collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let scale = range_with_zero(self.all().map(|ix| facts.figure(ix)));
        let slots = self.slots(facts);
        let is_small = |slot: &&Slot| too_small(facts.figure(slot.figure), scale, ROOM);
        slots.iter().filter(is_small).map(|slot| Refusal::of(slot, Reason::TooSmall)).collect()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let (first, second) = slots.split_at(self.items.len());
        let mut all = one_scale(facts, &slots);
        for side in [first, second] {
            all.extend(one_base(facts, side));
            all.extend(one_period(facts, side));
        }
        for (a, b) in first.iter().zip(second) {
            let length = |slot: &Slot| facts.figure(slot.figure).period().precision();
            if length(a) != length(b) {
                all.push(Refusal::of(b, Reason::UnlikePeriods(a.figure)));
            }
        }
        all
    }
}

fn place(builder: &mut SceneBuilder, area: Area, spec: &GroupedBars, spare: f64) -> f64 {
    let mut y = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        y += builder.heading(area.x, y, area.w, &title) + 2.0;
    }
    let (facts, locale) = (builder.facts, builder.locale);
    // told apart in grey print too
    let paints = [builder.paint(Role::Muted).fade(0.55), builder.accent_paint()];
    let figures: Vec<&Figure> = spec.all().map(|ix| facts.figure(ix)).collect();
    let labels = Labels::new(&figures, locale);
    let status = figures.first().and_then(|figure| labels.common_word(figure));
    let against = against_all(&figures, locale);
    let all: Vec<FigureIx> = spec.all().collect();
    let unlike = unlike_periods(facts, &all);
    // all of one side have one period and one base
    let sides = [(&spec.first, 0), (&spec.second, 1)].map(|(name, i)| {
        let name = name.get(locale);
        let side: Vec<&Figure> =
            spec.items.iter().map(|item| facts.figure([item.first, item.second][i])).collect();
        let figure = side.first().filter(|_| unlike);
        let name = figure.map_or(name.to_string(), |figure| with_period(name, figure, locale));
        let own = if against.is_none() { against_all(&side, locale) } else { None };
        in_one_line([Some(name), own], locale)
    });
    y += names(builder, Area::new(area.x, y, area.w), sides, paints);
    if status.is_some() || against.is_some() {
        let words = in_one_line([status.map(str::to_string), against], locale);
        y += builder.note(area.x, y, area.w, &words);
    }
    let rows: Vec<Row> = spec
        .items
        .iter()
        .map(|item| Row {
            name: item.label.get(locale).to_string(),
            bars: vec![(item.first, paints[0]), (item.second, paints[1])],
            note: None,
        })
        .collect();
    let scale = (range_with_zero(figures.iter().copied()), spare);
    y += bar_rows::place(builder, Area::new(area.x, y + 4.0, area.w), &rows, scale, &labels) + 4.0;
    y += builder.note_of(area.x, y, area.w, spec.note.as_ref());
    y - area.y
}

/// What the two colours are, each beside a piece of it; returns the height.
fn names(builder: &mut SceneBuilder, area: Area, names: [String; 2], paints: [Paint; 2]) -> f64 {
    let (font, ink) = (Font::bold(13.0), builder.paint(Role::Ink));
    let enter = Enter::fade(builder.delay);
    let (mut x, mut y) = (area.x, area.y);
    for (name, paint) in names.into_iter().zip(paints) {
        let width = 18.0 + builder.measure.width(&name, font);
        if x > area.x && x + width > area.right() {
            (x, y) = (area.x, y + 20.0);
        }
        builder.rect("name", Rect::new(x, y + 4.0, 12.0, 12.0), Fill::Solid(paint), enter);
        builder.text(Point::new(x + 18.0, y + 14.5), &name, font, ink, Anchor::Start);
        x += width + 20.0;
    }
    y + 24.0 - area.y
}
