//! Ranges beside each other on one axis: from one printed number to another, or from a first value to a second one.
//!
//! **Invariant**: positions are those of the numbers on one axis, which prints its own numbers and need not begin at
//! zero: no mark has a length from there. A range is hatched between its two numbers, what has not happened is
//! hollow and dashed, and no label lies on a mark.

mod place;
mod rows;
mod said;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::text::Font;
use place::place;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ranges {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 各项，同一单位 · items of one unit
    pub items: Vec<Span>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// A range, or two values of one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// 数字，多为区间 · figure, often a range
    pub figure: FigureIx,
    /// 与它相对的第二个数字，如结果 · second figure to set against it, such as the result
    pub to: Option<FigureIx>,
    /// 名称；缺省用数字的名称 · label; absent: that of the figure
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub label: Option<Text>,
}

impl Span {
    fn figures(&self) -> impl Iterator<Item = FigureIx> {
        [Some(self.figure), self.to].into_iter().flatten()
    }

    fn name<'t>(&'t self, facts: &'t Facts, locale: Locale) -> &'t str {
        self.label.as_ref().unwrap_or(facts.figure(self.figure).label()).get(locale)
    }
}

impl Ranges {
    fn all(&self) -> impl Iterator<Item = FigureIx> + '_ {
        self.items.iter().flat_map(Span::figures)
    }
}

impl ChartType for Ranges {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.all().for_each(|ix| see(Seen::Figure(ix)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => several(self.items.iter().map(|item| item.name(facts, locale)), locale),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        100.0
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

impl Acceptance for Ranges {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let of = |(i, item): (usize, &Span)| {
            let figure = Slot::new(item.figure, format!("items[{i}].figure"), &OfAnySign);
            let to = item.to.map(|ix| Slot::new(ix, format!("items[{i}].to"), &OfAnySign));
            [Some(figure), to].into_iter().flatten().collect::<Vec<_>>()
        };
        self.items.iter().enumerate().flat_map(of).collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        // a range that is narrower than a pixel would look like one number
        let (low, high) = reach_of(self.all().map(|ix| facts.figure(ix)));
        let is_narrow = |figure: &Figure| {
            figure.ends().is_some_and(|(a, b)| a != b && (b - a) / (high - low) * ROOM < 2.0)
        };
        let slots = self.slots(facts);
        let narrow = slots.iter().filter(|slot| is_narrow(facts.figure(slot.figure)));
        narrow.map(|slot| Refusal::of(slot, Reason::TooSmall)).collect()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let mut all = one_scale(facts, &slots);
        // two rows may be of two years, each over the year before it
        for (i, slot) in slots.iter().enumerate() {
            let period = |slot: &Slot| facts.figure(slot.figure).period();
            let item = |slot: &Slot| slot.member.split('.').next().map(str::to_string);
            let is_beside = |other: &&Slot| item(other) == item(slot) || period(other).is_same(period(slot));
            if let Some(first) = slots[..i].iter().find(is_beside) {
                all.extend(one_base(facts, &[first.clone(), slot.clone()]));
            }
        }
        all
    }
}

/// Length in CSS px that the axis has at least, in the narrowest picture.
const ROOM: f64 = 112.0;
/// From this width on names stand in a column beside the axis, CSS px.
const WIDE: f64 = 520.0;
const NAME: Font = Font::sans(15.0);
const SMALL: Font = Font::sans(13.0);
const RADIUS: f64 = 5.5;
/// Height of a row of the axis, and the room between a mark and its label.
const HIGH: f64 = 28.0;
const GAP: f64 = 9.0;
/// How much further apart rows may stand in a space with room to spare, CSS px.
const APART: f64 = 26.0;
/// Between the labels of two values.
const BETWEEN: f64 = 12.0;

/// The lowest and the highest number of some figures.
fn reach_of<'f>(figures: impl Iterator<Item = &'f Figure>) -> (f64, f64) {
    let ends: Vec<(f64, f64)> = figures.filter_map(Figure::ends).collect();
    let low = ends.iter().map(|(low, _)| *low).fold(f64::INFINITY, f64::min);
    let high = ends.iter().map(|(_, high)| *high).fold(f64::NEG_INFINITY, f64::max);
    match low < high {
        true => (low, high),
        // one number, or none, has its place beside zero
        false if low.is_finite() => (low.min(0.0), low.max(0.0)),
        false => (0.0, 0.0),
    }
}
