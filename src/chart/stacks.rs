//! Small counts as short stacks of blocks, each with its number and name.
//!
//! **Invariant**: one block is one thing; stacks stand beside each other and are not added.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::{wrap, Font};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stacks {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub title: Text,
    /// 各数 · figures
    pub figures: Vec<FigureIx>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for Stacks {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.figures.iter().for_each(|ix| see(Seen::Figure(*ix)));
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        self.title.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        150.0
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
        place(builder, space.area(), &self.title, &self.figures, self.note.as_ref())
    }
}

impl Acceptance for Stacks {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.figures.iter().copied(), "figures", "", &Things)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        slots.iter().filter_map(|slot| Some(Refusal::of(slot, whole_marks(facts, slot, TALLEST)?))).collect()
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let mixed = |slot: &&Slot| !same_whole(facts.figure(slots[0].figure), facts.figure(slot.figure));
        slots
            .iter()
            .skip(1)
            .filter(mixed)
            .map(|slot| Refusal::of(slot, Reason::MixedWhole(slots[0].figure)))
            .collect()
    }
}

/// Blocks of the tallest stack.
const TALLEST: f64 = 40.0;

/// Things that are counted, a block each.
pub struct Things;

impl Table for Things {
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

fn place(
    builder: &mut SceneBuilder,
    area: Area,
    title: &Text,
    figures: &[FigureIx],
    note: Option<&Text>,
) -> f64 {
    let (accent, ink) = (builder.accent_paint(), builder.paint(Role::Ink));
    let start = builder.delay;
    let title = builder.say(title).to_string();
    let mut y = area.y + builder.heading(area.x, area.y, area.w, &title) + 6.0;
    let n = figures.len().max(1) as f64;
    let column = (area.w - 12.0 * (n - 1.0)) / n;
    let (block, gap) = (9.0, 3.0);
    let tallest = figures.iter().map(|ix| builder.figure(*ix).amount()).fold(1.0, f64::max).min(40.0);
    let ground = y + tallest * (block + gap);
    let mut bottom: f64 = ground;
    for (i, ix) in figures.iter().enumerate() {
        let figure = builder.figure(*ix);
        let x = area.x + i as f64 * (column + 12.0);
        let width = column.min(72.0);
        builder.begin(*ix);
        let count = figure.amount().clamp(0.0, 40.0) as usize;
        for b in 0..count {
            let rect = Rect::new(x, ground - (b + 1) as f64 * (block + gap) + gap, width, block);
            let enter = Enter::new(Effect::Drop, start + 0.1 * i as f64 + b as f64 * 0.03);
            builder.rect(Part::item("block"), rect, Fill::Solid(accent), enter);
        }
        if figure.opens_up() {
            let top = ground - (count + 1) as f64 * (block + gap) + gap;
            let enter = Enter::fade(start + 0.6);
            builder.rect(
                "open",
                Rect::new(x, top, width, block),
                bound_marks::hatch(accent, block, None),
                enter,
            );
        }
        let mut label = builder.say(figure.label()).to_string();
        let mut below = ground + 34.0;
        if builder.number_width(*ix, 16.0) <= column {
            builder.number(Point::new(x, ground + 26.0), *ix, 26.0, column, ink, Anchor::Start);
            below += builder.more_height(*ix, 26.0, column);
        } else {
            // too narrow for number and unit on one line: the unit goes down to the name
            let phrase = figure.phrase(builder.locale);
            let number = format!("{}{}{}{}", phrase.before, phrase.digits, phrase.between, phrase.after);
            let (font, lines) = shrunk(builder, number.trim(), column);
            for (i, line) in lines.iter().enumerate() {
                let y = ground + 26.0 + i as f64 * font.size * 1.2;
                builder.text(Point::new(x, y), line, font, ink, Anchor::Start);
            }
            below += (lines.len() - 1) as f64 * font.size * 1.2;
            label = Message::UnitThenName.with(builder.locale, &[phrase.unit.trim(), &label]);
            label.push_str(&phrase.status);
        }
        let muted = builder.paint(Role::Muted);
        let h = builder.paragraph(x, below, column, &label, Font::sans(13.0), muted);
        builder.end();
        bottom = bottom.max(below + h);
    }
    y = bottom + 4.0;
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}

/// A number as large as it can be in a width: on one line where it has room there, else on several in the smallest size.
fn shrunk(builder: &SceneBuilder, number: &str, width: f64) -> (Font, Vec<String>) {
    let sizes = (16..=22).rev().map(|size| Font::bold(f64::from(size)));
    let font = sizes.into_iter().find(|font| builder.measure.width(number, *font) <= width);
    let smallest = Font::bold(16.0);
    match font {
        Some(font) => (font, vec![number.to_string()]),
        None => (smallest, wrap::wrap(number, smallest, width, builder.measure)),
    }
}
