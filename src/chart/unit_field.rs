//! People and things as dots, one field a figure; another scale gets another size, another ground and says so.
//!
//! **Invariant**: fields are never nested in one another: the article does not say "of which".

mod drawing;
mod marks;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
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
pub struct UnitField {
    /// 各组点 · fields of dots
    pub fields: Vec<Dots>,
    /// 比例说明 · what one dot stands for
    pub scale_note: Text,
}

/// One field of dots.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dots {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 一点代表多少 · how many one dot stands for
    #[cfg_attr(feature = "author", schemars(extend("exclusiveMinimum" = 0)))]
    pub per: f64,
    /// 另起的名称 · name in place of the figure's
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub label: Option<Text>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
    /// 颜色 · accent
    pub accent: Option<Role>,
    /// 以图标代点，至多 400 个 · a pictogram in place of each dot, up to 400 of them
    pub icon: Option<Pictogram>,
    /// 空心：还没有成为事实的，如在建 · hollow: what is not there yet, as what is being built
    #[serde(default)]
    pub hollow: bool,
}

impl ChartType for UnitField {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.fields.iter().for_each(|f| see(Seen::Figure(f.figure)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        labels(facts, self.fields.iter().map(|f| f.figure), locale)
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        // pictograms stand below their number, dots beside it
        if self.fields.iter().all(|field| field.icon.is_some()) {
            240.0
        } else {
            420.0
        }
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
        drawing::place(builder, space.area(), &self.fields, &self.scale_note)
    }
}

impl Acceptance for UnitField {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.fields.iter().map(|f| f.figure), "fields", ".figure", &Counted)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let mut all = Vec::new();
        for (i, field) in self.fields.iter().enumerate() {
            let slot = Slot::new(field.figure, format!("fields[{i}].per"), &Counted);
            let amount = facts.figure(field.figure).amount();
            let marks = amount / field.per;
            if marks.round() > MOST_MARKS {
                all.push(Refusal::of(
                    &slot,
                    Reason::TooMany { marks: marks.round(), per: whole_per(amount) },
                ));
            } else if amount > 0.0 && marks.round() < 1.0 {
                all.push(Refusal::of(&slot, Reason::TooFew { per: amount }));
            } else if amount > 0.0 && (marks - marks.round()).abs() > 1e-6 {
                all.push(Refusal::of(&slot, Reason::Broken));
            }
        }
        all
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        // fields may count different things, each with its own unit; shares are none of them
        let slots = self.slots(facts);
        let Some((first, rest)) = slots.split_first() else { return Vec::new() };
        let like = facts.figure(first.figure);
        let mixed = |slot: &&Slot| !same_whole(like, facts.figure(slot.figure));
        let refusal = |slot: &Slot| match facts.figure(slot.figure).unit().id == like.unit().id {
            true => Refusal::of(slot, Reason::MixedWhole(first.figure)),
            false => Refusal::of(slot, Reason::MixedUnit(first.figure)),
        };
        rest.iter().filter(mixed).map(refusal).collect()
    }
}

/// Returns the least round number of units a dot with which an amount is a whole number of dots, and not too many.
fn whole_per(amount: f64) -> Option<f64> {
    let round = (0..15).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10f64.powi(power)));
    round.into_iter().find(|per| amount / per <= MOST_MARKS && (amount / per).fract() == 0.0)
}

/// People and things, so many a dot.
pub struct Counted;

impl Table for Counted {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed_or_open(bound))
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
