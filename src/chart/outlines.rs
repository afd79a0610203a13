//! Named aims as dashed outlines; each may lead to the chapters that touch it.
//!
//! **Invariant**: as plaques, and never filled. An outline is larger than another only where the order of the list means
//! something, which is then printed.

mod ordered;

use crate::chart::acceptance::*;
use crate::chart::answers;
use crate::chart::chart_type::*;
use crate::chart::plaques;
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::{Facts, ListIx, Seen, SeriesIx};
use crate::theme::Role;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outlines {
    /// 名单 · list
    pub list: ListIx,
    /// 次序有意义：编号，第一项最大 · the order means something: items are numbered, and the first is the largest
    #[serde(default)]
    pub ordered: bool,
    /// 各项的颜色和相关的章，按名单的次序 · colour and chapters of each item, in the order of the list
    #[serde(default)]
    pub items: Vec<Aim>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
    /// The names of the chapters that it leads to, by their ids; the story fills them in.
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(skip))]
    pub chapters: BTreeMap<String, Text>,
}

/// What an item of a list has besides its words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Aim {
    /// 颜色 · accent
    pub accent: Option<Role>,
    /// 相关各章的代号，点了就去 · ids of the chapters that touch it, to go to
    #[serde(default)]
    pub to: Vec<String>,
}

/// What a link is known by, the same in every language.
pub fn link_key(list: &str, item: usize, scene: &str) -> String {
    format!("{list}-{item}-to-{scene}")
}

impl Outlines {
    /// Whether numbers and links have places of their own.
    fn is_set_out(&self) -> bool {
        self.ordered || !self.items.is_empty()
    }

    /// Its links: the number of the item, and the id of the chapter that it leads to.
    pub fn links(&self) -> impl Iterator<Item = (usize, &str)> {
        self.items.iter().enumerate().flat_map(|(i, aim)| aim.to.iter().map(move |id| (i, id.as_str())))
    }
}

impl ChartType for Outlines {
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
        190.0
    }
    fn least_height(&self) -> f64 {
        60.0
    }
    fn stretches(&self) -> bool {
        self.is_set_out()
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        match self.is_set_out() {
            true => {
                let area = space.area();
                let spare = space.spare(builder, |builder| ordered::place(builder, area, self, 0.0));
                ordered::place(builder, area, self, spare.max(0.0))
            }
            false => plaques::place(builder, space.area(), self.list, true, self.note.as_ref()),
        }
    }
}

impl Acceptance for Outlines {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        // its figures are dates, which stand as words
        Vec::new()
    }
    fn lists(&self) -> Vec<ListSlot> {
        vec![ListSlot::new(self.list, "list", answers::list_of_aims)]
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}
