//! A few units that are counted, as steps that lead up to a door.
//!
//! **Invariant**: one step is one unit, and all rise alike: their height counts them and measures nothing.

mod drawing;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::icon_rows::Icons;
use crate::chart::words::{self, Word};
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::pictogram::Pictogram;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Steps {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 数字，一级台阶是它的一个单位，至多 12 级 · figure: a step is one of its units, 12 at most
    pub figure: FigureIx,
    /// 每级台阶上的图标 · pictogram on each step
    pub icon: Option<Pictogram>,
    /// 台阶之前的图标 · pictogram before the first step
    pub from: Option<Pictogram>,
    /// 台阶通向哪里 · what the steps lead up to
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub to: Text,
    /// 屋顶上的图标 · pictogram on its roof
    pub sign: Option<Pictogram>,
    /// 门前平台上的文字 · words on the landing before the door
    #[serde(default)]
    pub items: Vec<Word>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// More steps than these are stairs that nobody counts.
const MOST: f64 = 12.0;

impl ChartType for Steps {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        see(Seen::Figure(self.figure));
        words::see(facts, &self.items, see);
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => label(facts, self.figure, locale),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        200.0
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

impl Acceptance for Steps {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let mut slots = vec![Slot::new(self.figure, "figure", &Icons)];
        slots.extend(words::slots(&self.items, "items"));
        slots
    }
    fn lists(&self) -> Vec<ListSlot> {
        words::lists(&self.items, "items")
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slot = Slot::new(self.figure, "figure", &Icons);
        let reason = whole_marks(facts, &slot, MOST);
        reason.map(|reason| Refusal::of(&slot, reason)).into_iter().collect()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}
