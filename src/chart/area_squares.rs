//! Areas as squares at one scale, side by side, with a square of known size to judge them by.
//!
//! **Invariant**: marks scale by area, never by side; squares are neither added nor nested.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::parts::Labelled;
use crate::geometry::Rect;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AreaSquares {
    /// 各块 · areas
    pub items: Vec<Square>,
    /// 作比例的方块 · square that gives the scale
    pub reference: Option<Labelled>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// One area, and the same in another unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Square {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 换算后的数字 · converted figure
    pub derived: Option<FigureIx>,
}

impl ChartType for AreaSquares {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        for item in &self.items {
            see(Seen::Figure(item.figure));
            item.derived.iter().for_each(|ix| see(Seen::Figure(*ix)));
        }
        self.reference.iter().for_each(|r| see(Seen::Figure(r.figure)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        labels(facts, self.items.iter().map(|i| i.figure), locale)
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        250.0
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
        place(builder, space.area(), &self.items, self.reference.as_ref(), self.note.as_ref())
    }
}

impl Acceptance for AreaSquares {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let mut slots = Slot::each(self.items.iter().map(|i| i.figure), "items", ".figure", &Areas);
        slots.extend(self.reference.iter().map(|r| Slot::new(r.figure, "reference.figure", &Areas)));
        for (i, item) in self.items.iter().enumerate() {
            slots.extend(item.derived.map(|ix| Slot::new(ix, format!("items[{i}].derived"), &Words)));
        }
        slots
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.squares(facts);
        let largest = largest(facts, &slots).sqrt();
        let too_small = |slot: &&Slot| {
            let side = facts.figure(slot.figure).amount().max(0.0).sqrt();
            side > 0.0 && side / largest * LEAST_SIDE < 1.0
        };
        slots.iter().filter(too_small).map(|slot| Refusal::of(slot, Reason::TooSmall)).collect()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        one_scale(facts, &self.squares(facts))
    }
}

/// Side in CSS px of the largest square in the narrowest picture with the most squares.
const LEAST_SIDE: f64 = 24.0;

impl AreaSquares {
    /// What is drawn as a square.
    fn squares(&self, facts: &Facts) -> Vec<Slot> {
        self.slots(facts).into_iter().filter(|slot| !slot.member.ends_with("derived")).collect()
    }
}

/// Areas of one unit.
pub struct Areas;

impl Table for Areas {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        not_below_zero(sign)
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

fn place(
    builder: &mut SceneBuilder,
    area: Area,
    items: &[Square],
    reference: Option<&Labelled>,
    note: Option<&Text>,
) -> f64 {
    let (accent, ink) = (builder.accent_paint(), builder.paint(Role::Ink));
    let start = builder.delay;
    let roots: Vec<f64> = items.iter().map(|i| builder.figure(i.figure).amount().max(0.0).sqrt()).collect();
    let known = reference.map(|r| builder.figure(r.figure).amount().max(0.0).sqrt()).unwrap_or(0.0);
    let largest = roots.iter().copied().fold(known, f64::max).max(1e-9);
    let gap = 20.0;
    let total: f64 = roots.iter().sum::<f64>() / largest;
    let mut side = ((area.w - gap * (items.len().max(1) - 1) as f64) / total.max(1.0))
        .min(if builder.compact { 150.0 } else { 190.0 });
    // text above each square is as wide as its square or as the share of the row it gets
    let column = (area.w - gap * (items.len().max(1) - 1) as f64) / items.len().max(1) as f64;
    let columns = |side: f64| -> Vec<f64> {
        roots.iter().map(|r| (r / largest * side).max(column.min(104.0))).collect()
    };
    while side > 24.0 && columns(side).iter().sum::<f64>() + gap * (items.len().max(1) - 1) as f64 > area.w {
        side -= 2.0;
    }
    let widths = columns(side);
    let mut heads = Vec::new();
    let mut x = area.x;
    for (i, item) in items.iter().enumerate() {
        let figure = builder.figure(item.figure);
        let label = builder.say(figure.label());
        let head = builder.paragraph_height(widths[i], label, Font::bold(15.0)) + 44.0;
        let head = head + builder.more_height(item.figure, 34.0, widths[i]);
        heads.push((x, head));
        x += widths[i] + gap;
    }
    // what the reader knows stands beside the squares where it has room, else below them
    let beside = x;
    let label = reference.map(|r| builder.say(&r.label).to_string()).unwrap_or_default();
    let own = known / largest * side;
    let fits = beside + own + 12.0 + builder.measure.width(&label, Font::sans(15.0)) <= area.right();
    let tallest = roots
        .iter()
        .zip(&heads)
        .map(|(r, (_, head))| r / largest * side + head)
        .fold(if fits { own + 2.0 } else { 0.0 }, f64::max);
    let ground = area.y + tallest;
    let mut bottom = ground;
    for (i, item) in items.iter().enumerate() {
        let own = roots[i] / largest * side;
        let (x, head) = heads[i];
        builder.delay = start + 0.15 * i as f64;
        builder.begin(item.figure);
        builder.headline(Area::new(x, ground - own - head, widths[i]), item.figure, 34.0, ink);
        let rect = Rect::new(x, ground - own, own, own);
        builder.rect(
            Part::item("square"),
            rect,
            Fill::Solid(accent),
            Enter::new(Effect::GrowUp, builder.delay),
        );
        builder.end();
        if let Some(derived) = item.derived {
            builder.begin(derived);
            let text = builder.figure(derived).display(builder.locale);
            let text = format!("{}{text}", Message::AreaEquals.get(builder.locale));
            let h = builder.note(x, ground + 6.0, widths[i] + gap - 4.0, &text);
            bottom = bottom.max(ground + 6.0 + h);
            builder.end();
        }
    }
    bottom += 6.0;
    if let Some(reference) = reference {
        builder.begin(reference.figure);
        let (left, top) = if fits { (beside, ground - own) } else { (area.x + 1.0, bottom + 2.0) };
        let rect = Rect::new(left, top, own, own);
        let stroke = Stroke { paint: ink, width: 1.75, dash: None };
        builder.put(
            "scale",
            Shape::Rect { rect, radius: 0.0 },
            Fill::None,
            Some(stroke),
            Enter::fade(start + 0.3),
        );
        let (words, middle) = (left + own + 11.0, top - 2.0 + (own - 16.0).max(0.0) / 2.0);
        let h = builder.note(words, middle, area.right() - words, &label);
        builder.end();
        bottom += if fits { 0.0 } else { (own + 6.0).max(h) + 4.0 };
    }
    builder.delay = start + 0.4;
    bottom += builder.note_of(area.x, bottom, area.w, note);
    bottom - area.y
}
