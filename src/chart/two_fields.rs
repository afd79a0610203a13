//! Two amounts above and below a ground line: units that are counted below it, windows of a skyline above it.
//!
//! What joins them stands between them: a line from a date below the ground, a pictogram on it, and strands that rise
//! from there and name what is to come. Only the units and the windows are data; how high a building is means nothing.
//!
//! **Invariant**: each mark stands for `per` units and the last one for what is left; strands and pictogram carry no
//! number.

mod captions;
mod city;
mod counted;
mod drawing;
mod grains;
mod jets;
mod plan;
mod skyline;
mod windows;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::timeline::Events;
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::pictogram::Pictogram;
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TwoFields {
    /// 地面以下 · below the ground
    pub below: Side,
    /// 地面以上，一窗一窗地数 · above the ground, counted in windows
    pub above: Side,
    /// 地下的每个单位画成什么 · what a unit below the ground looks like
    #[serde(default)]
    pub grain: Grain,
    /// 竖线旁的日期 · the date beside the line
    pub date: Option<FigureIx>,
    /// 地面上的图形 · pictogram on the ground
    pub icon: Option<Pictogram>,
    /// 升起的几股，从左到右；只是目录，不是数据 · strands that rise, left to right: contents, not data
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(length(max = 8)))]
    pub jets: Vec<Jet>,
}

/// One of the two amounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 一个单位代表多少 · how many one unit stands for
    #[cfg_attr(feature = "author", schemars(extend("exclusiveMinimum" = 0)))]
    pub per: f64,
    /// 数字上方的一句话 · words above the number
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub caption: Text,
    /// 图上说明 · note in the picture
    pub note: Option<Text>,
    /// 颜色 · accent
    pub accent: Option<Role>,
}

/// What a unit below the ground looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    #[default]
    Drop,
    Dot,
}

/// A strand that rises from the ground and names something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Jet {
    /// 名称 · name
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub name: Text,
    /// 颜色 · accent
    pub accent: Role,
}

/// Most marks of a side: more are too small to be told apart.
const MOST: f64 = 1500.0;

impl ChartType for TwoFields {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.date.iter().for_each(|ix| see(Seen::Figure(*ix)));
        see(Seen::Figure(self.below.figure));
        see(Seen::Figure(self.above.figure));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        labels(facts, [self.below.figure, self.above.figure].into_iter(), locale)
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        280.0
    }
    fn least_height(&self) -> f64 {
        420.0
    }
    fn stretches(&self) -> bool {
        true
    }
    fn bleeds(&self) -> bool {
        true
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        drawing::place(builder, self, space)
    }
}

impl Acceptance for TwoFields {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let mut slots = vec![
            Slot::new(self.below.figure, "below.figure", &Units),
            Slot::new(self.above.figure, "above.figure", &Units),
        ];
        slots.extend(self.date.map(|ix| Slot::new(ix, "date", &Events)));
        slots
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let mut all = Vec::new();
        for (side, member) in [(&self.below, "below.per"), (&self.above, "above.per")] {
            let slot = Slot::new(side.figure, member, &Units);
            let amount = facts.figure(side.figure).amount();
            let marks = amount / side.per;
            if marks > MOST {
                let per = round_per(amount);
                all.push(Refusal::of(&slot, Reason::TooMany { marks: marks.ceil(), per }));
            } else if amount > 0.0 && marks < 0.2 {
                all.push(Refusal::of(&slot, Reason::TooFew { per: amount }));
            }
        }
        if let Some(ix) = self.date.filter(|ix| facts.figure(*ix).date().is_none()) {
            all.push(Refusal::of(&Slot::new(ix, "date", &Events), Reason::Undated));
        }
        all
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        // each side has its own unit and prints its own scale
        Vec::new()
    }
}

/// Returns the least round number of units a mark with which an amount is not too many marks.
fn round_per(amount: f64) -> Option<f64> {
    let round = (0..15).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10f64.powi(power)));
    round.into_iter().find(|per| amount / per <= MOST)
}

/// What is counted out unit by unit; the last unit is cut to what is left.
pub struct Units;

impl Table for Units {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        let look = match bound {
            Bound::Exact => Ok(Look::Solid),
            Bound::MoreThan | Bound::AtLeast => Ok(Look::Open),
            Bound::About | Bound::Nearly => Ok(Look::Soft),
            Bound::LessThan | Bound::UpTo | Bound::Between => Err(Reason::Bound(bound)),
        };
        result(status, look)
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        match sign {
            Sign::Negative => Err(Reason::NegativeCount),
            Sign::Zero | Sign::Positive => Ok(()),
        }
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        numbers(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}
