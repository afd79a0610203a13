//! Words of equal standing around words.
//!
//! **Invariant**: as a word ring, without a number in its middle.

use crate::chart::acceptance::*;
use crate::chart::answers;
use crate::chart::chart_type::*;
use crate::chart::word_ring;
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::{Facts, ListIx, Seen, SeriesIx};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WordWheel {
    /// 名单 · list
    pub list: ListIx,
    /// 中心文字 · words in the centre
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub center: Text,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for WordWheel {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        see_list(facts, self.list, see);
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        facts.list(self.list).label.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        150.0
    }
    fn least_height(&self) -> f64 {
        220.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        word_ring::place(builder, space.area(), self.list, None, &self.center, self.note.as_ref())
    }
}

impl Acceptance for WordWheel {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Vec::new()
    }
    fn lists(&self) -> Vec<ListSlot> {
        vec![ListSlot::new(self.list, "list", answers::list_of_results)]
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}
