//! Figures as rows of words: what each is called, what its source prints, its period, its source or a note.
//!
//! Rows come in, in the order in which they are written or by value; text and one small mark a row go out, which says
//! what a bound, a gap or an aim is and measures nothing.
//!
//! **Invariant**: everything is taken and printed as its phrase; rows stand by value only where every row is certain to
//! be at least as large as the next.

mod drawing;
mod powers;

use crate::chart::acceptance::{Acceptance, ListSlot, Reason, Refusal, Slot};
use crate::chart::answers::{one_base, one_scale, Words};
use crate::chart::chart_type::*;
use crate::chart::diverging_bars::Sort;
use crate::chart::parts::Noted;
use crate::geometry::sort_by;
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, Value};
use crate::model::interval::End;
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::Measure;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 各行 · rows
    pub items: Vec<Noted>,
    /// 末栏写什么；缺省为来源 · what the last column has; absent: the source
    #[serde(default)]
    pub last: Last,
    /// 顺序；缺省按所写。按值只排能比的数 · order; absent: as written. By value only what can be compared
    #[serde(default)]
    pub sort: Sort,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// What the last column of a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Last {
    /// Who published the figure.
    #[default]
    Source,
    /// The note of the row; nothing where it has none.
    Note,
}

impl ChartType for Table {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        self.sorted(facts).iter().for_each(|item| see(Seen::Figure(item.figure)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => labels(facts, self.items.iter().map(|item| item.figure), locale),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        300.0
    }
    fn least_height(&self) -> f64 {
        120.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        drawing::place(builder, space.area(), self)
    }
}

impl Table {
    /// Its rows in their order: the largest first, of ranks the first; what has no value last.
    fn sorted(&self, facts: &Facts) -> Vec<&Noted> {
        let mut items: Vec<&Noted> = self.items.iter().collect();
        let key = |item: &&Noted| {
            let figure = facts.figure(item.figure);
            let value = figure.ends().map(|(_, high)| high).or(day(figure));
            value.map_or(f64::MIN, |value| if figure.measure() == Measure::Rank { -value } else { value })
        };
        match self.sort {
            Sort::Given => {}
            Sort::Value => sort_by(&mut items, |a, b| key(b).total_cmp(&key(a))),
        }
        items
    }
}

impl Acceptance for Table {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.items.iter().map(|item| item.figure), "items", ".figure", &Words)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        if self.sort == Sort::Given {
            return Vec::new();
        }
        let has_value = |item: &&Noted| {
            !matches!(facts.figure(item.figure).value(), Value::Missing | Value::NotApplicable)
        };
        let rows: Vec<&Noted> = self.sorted(facts).into_iter().filter(has_value).collect();
        let unsure = rows.windows(2).filter(|pair| {
            let [a, b] = [pair[0], pair[1]].map(|item| facts.figure(item.figure));
            !is_certain(a, b)
        });
        let refusal = |pair: &[&Noted]| {
            let i = self.items.iter().position(|item| item == pair[1]).unwrap_or(0);
            let slot = Slot::new(pair[1].figure, format!("items[{i}].figure"), &Words);
            Refusal::of(&slot, Reason::UnknownOrder(pair[0].figure))
        };
        unsure.map(refusal).collect()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        match self.sort {
            Sort::Given => Vec::new(),
            Sort::Value => [one_scale(facts, &slots), one_base(facts, &slots)].concat(),
        }
    }
}

/// A date that is the value of a figure, in years.
fn day(figure: &Figure) -> Option<f64> {
    match figure.value() {
        Value::Date(date) => Some(date.years()),
        Value::Number(_) | Value::Range(..) | Value::Missing | Value::NotApplicable => None,
    }
}

/// Whether the one that is listed first is certain to come before the other: neither bound leaves it open.
fn is_certain(first: &Figure, second: &Figure) -> bool {
    if let (Some(_), Some(_)) = (day(first), day(second)) {
        return true;
    }
    let (Some(first), Some(second), rank) =
        (first.interval(), second.interval(), first.measure() == Measure::Rank)
    else {
        return false;
    };
    let number = |end: End| match end {
        End::Inclusive(number) | End::Exclusive(number) | End::Near(number) => Some(number.to_f64()),
        End::Unknown => None,
    };
    let (larger, smaller) = if rank { (second, first) } else { (first, second) };
    matches!((number(larger.low), number(smaller.high)), (Some(low), Some(high)) if low >= high)
}
