//! Changes from one base side by side, to both sides of a marked zero: growth rates, changes, points.
//!
//! **Invariant**: all bars are of one period, one base and one unit; a fall lies on the other side of zero than a rise,
//! and the bound of a fall points away from zero where it says more.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::bar_rows::{self, Row, ROOM};
use crate::chart::chart_type::*;
use crate::chart::label_text::Labels;
use crate::chart::parts::Noted;
use crate::geometry::sort_by;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::base::against_all;
use crate::model::figure::Figure;
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DivergingBars {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 各条：同一单位、同一期间、同一基期 · bars of one unit, one period and one base
    pub items: Vec<Noted>,
    /// 顺序；缺省按所写 · order; absent: as written
    #[serde(default)]
    pub sort: Sort,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// The order of bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// As the story lists them.
    #[default]
    Given,
    /// The highest value first; what has none last.
    Value,
}

impl ChartType for DivergingBars {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        self.sorted(facts).iter().for_each(|item| see(Seen::Figure(item.figure)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => labels(facts, self.items.iter().map(|i| i.figure), locale),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        90.0
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

impl DivergingBars {
    /// Its bars in their order.
    fn sorted(&self, facts: &Facts) -> Vec<&Noted> {
        let mut items: Vec<&Noted> = self.items.iter().collect();
        let highest = |item: &Noted| facts.figure(item.figure).ends().map_or(f64::MIN, |(_, high)| high);
        match self.sort {
            Sort::Given => {}
            Sort::Value => sort_by(&mut items, |a, b| highest(b).total_cmp(&highest(a))),
        }
        items
    }

    fn figures<'f>(&'f self, facts: &'f Facts) -> impl Iterator<Item = &'f Figure> {
        self.items.iter().map(|item| facts.figure(item.figure))
    }
}

impl Acceptance for DivergingBars {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.items.iter().map(|i| i.figure), "items", ".figure", &Changes)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let scale = range_with_zero(self.figures(facts));
        let slots = self.slots(facts);
        let is_small = |slot: &&Slot| too_small(facts.figure(slot.figure), scale, ROOM);
        slots.iter().filter(is_small).map(|slot| Refusal::of(slot, Reason::TooSmall)).collect()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        [one_scale(facts, &slots), one_base(facts, &slots), one_period(facts, &slots)].concat()
    }
}

/// What a change of one thing is, and amounts that may lie below zero.
pub struct Changes;

impl Table for Changes {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Growth | Measure::Change | Measure::Points => Ok(()),
            // a balance, a natural growth of so many in a thousand
            Measure::Level | Measure::Flow | Measure::Count | Measure::Rate => Ok(()),
            Measure::Share
            | Measure::Multiple
            | Measure::Ratio
            | Measure::Rank
            | Measure::Index
            | Measure::Date => Err(Reason::Measure(measure)),
        }
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        any_statement(status, bound)
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        any_sign(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        gaps(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

fn place(builder: &mut SceneBuilder, area: Area, spec: &DivergingBars, spare: f64) -> f64 {
    let mut y = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        y += builder.heading(area.x, y, area.w, &title) + 2.0;
    }
    let (facts, locale, accent) = (builder.facts, builder.locale, builder.accent_paint());
    let figures: Vec<&Figure> = spec.figures(facts).collect();
    let labels = Labels::new(&figures, locale);
    if let Some(first) = figures.first() {
        let words = in_common(&figures, labels.common_word(first), locale);
        y += builder.note(area.x, y, area.w, &words) + 4.0;
    }
    let row = |item: &&'_ Noted| {
        let label = item.label.as_ref().unwrap_or(facts.figure(item.figure).label());
        let name = label.get(locale).to_string();
        (name, item.figure, item.note.clone())
    };
    let items: Vec<_> = spec.sorted(facts).iter().map(row).collect();
    let rows: Vec<Row> = items
        .iter()
        .map(|(name, ix, note)| Row { name: name.clone(), bars: vec![(*ix, accent)], note: note.as_ref() })
        .collect();
    y += {
        let scale = (range_with_zero(figures.iter().copied()), spare);
        bar_rows::place(builder, Area::new(area.x, y, area.w), &rows, scale, &labels)
    };
    y += builder.note_of(area.x, y, area.w, spec.note.as_ref());
    y - area.y
}

/// What all bars have in common: their period, how firm they are, and what they are compared with.
fn in_common(figures: &[&Figure], status: Option<&str>, locale: Locale) -> String {
    let Some(figure) = figures.first() else { return String::new() };
    let mut words = figure.period().text.get(locale).to_string();
    words += &status.map_or(String::new(), |status| Message::InBrackets.with(locale, &[status]));
    if let Some(against) = against_all(figures, locale) {
        words += Message::Semicolon.get(locale);
        words += &against;
    }
    words
}
