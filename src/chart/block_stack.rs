//! A total as blocks of one unit each; the last block is as wide as what is left, and its amount is told.
//!
//! **Invariant**: the window of a multi-year total stands on the picture and is not divided by its years.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::bar_mark;
use crate::chart::chart_type::*;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{stagger, Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::number::Decimal;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockStack {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 每行几块 · blocks a row
    #[serde(default = "blocks_a_row")]
    #[cfg_attr(feature = "author", schemars(range(min = 2, max = 60)))]
    pub columns: usize,
    /// 一块是多少 · what one block is
    pub block_note: Text,
    /// 期间说明 · note on the window
    pub window_note: Text,
}

fn blocks_a_row() -> usize {
    24
}

impl ChartType for BlockStack {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        see(Seen::Figure(self.figure));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        label(facts, self.figure, locale)
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        380.0
    }
    fn least_height(&self) -> f64 {
        130.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self.figure, self.columns, &self.block_note, &self.window_note)
    }
}

impl Acceptance for BlockStack {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        vec![Slot::new(self.figure, "figure", &Total)]
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slot = Slot::new(self.figure, "figure", &Total);
        let amount = facts.figure(self.figure).amount();
        let reason = if amount > MOST_MARKS {
            Some(Reason::TooMany { marks: amount.ceil(), per: None })
        } else {
            // a block has at least 5 px
            (amount > 0.0 && amount < 0.2).then_some(Reason::TooSmall)
        };
        reason.map(|reason| Refusal::of(&slot, reason)).into_iter().collect()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// A total of whole units and a rest.
pub struct Total;

impl Table for Total {
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

/// Height of a brick as a part of its width.
pub const BRICK: f64 = 0.66;

/// From this width on the blocks are a wall, CSS px.
const WIDE: f64 = 560.0;

fn place(
    builder: &mut SceneBuilder,
    area: Area,
    ix: FigureIx,
    columns: usize,
    block_note: &Text,
    window_note: &Text,
) -> f64 {
    let figure = builder.figure(ix);
    let accent = builder.accent_paint();
    let muted = builder.paint(Role::Muted);
    let start = builder.delay;
    builder.begin(ix);
    let size = if builder.compact { 38.0 } else { 48.0 };
    let mut y = area.y + builder.headline(area, ix, size, accent) + 8.0;
    let columns = if area.w < 420.0 { columns.min(20) } else { columns };
    // in a wide picture a wall in running bond, its bricks larger than they are high
    let wall = area.w >= WIDE;
    let gap = if wall { 3.0 } else { 2.0 };
    let shift = if wall { 0.5 } else { 0.0 };
    let room = area.w - 14.0 - (columns - 1) as f64 * gap;
    let cell = (room / (columns as f64 + shift)).clamp(5.0, if wall { 36.0 } else { 22.0 });
    let high = if wall { cell * BRICK } else { cell };
    // no more than the rule `mark-count` lets through
    let amount = figure.amount().clamp(0.0, 10_000.0);
    let whole = amount.floor() as usize;
    // the open end has a place of its own, if need be on a line of its own
    let places = if figure.opens_up() { whole + 1 } else { amount.ceil() as usize };
    let rows = places.div_ceil(columns).max(1);
    // a wall is laid from the ground up
    let block_at = |i: usize, y: f64| {
        let course = i / columns;
        let shifted = if course % 2 == 1 { (cell + gap) * shift } else { 0.0 };
        let line = if wall { rows.saturating_sub(course + 1) } else { course };
        Point::new(area.x + shifted + (i % columns) as f64 * (cell + gap), y + line as f64 * (high + gap))
    };
    for i in 0..amount.ceil() as usize {
        let part = (amount - i as f64).min(1.0);
        let at = block_at(i, y);
        let rect = Rect::new(at.x, at.y, cell * part, high);
        let enter = Enter::new(Effect::Drop, start + stagger(i, whole + 1));
        bar_mark::solid(builder, ix, (Part::item("block"), rect), accent, enter);
    }
    if figure.opens_up() {
        let i = whole;
        let at = block_at(i, y);
        let x = at.x + cell * (amount - whole as f64);
        let open_end = Rect::new(x, at.y, (48.0f64).min(area.right() - x), high);
        bound_marks::floor(builder, figure, open_end, accent, Enter::fade(start + 0.6));
    }
    let side = rows as f64 * (high + gap) - gap;
    let right = area.x + (columns as f64 + shift) * (cell + gap) - gap;
    // the bracket holds all blocks as one window
    let bracket = vec![
        Point::new(right + 5.0, y),
        Point::new(right + 11.0, y),
        Point::new(right + 11.0, y + side),
        Point::new(right + 5.0, y + side),
    ];
    builder.line("window", bracket, muted, 1.5, Enter::fade(start + 0.5));
    builder.end();
    y += side + 8.0;
    builder.delay = start + 0.4;
    let window = builder.say(window_note).to_string();
    y += builder.heading(area.x, y, area.w, &window);
    let mut block = builder.say(block_note).to_string();
    let rest = Decimal { mantissa: (amount.fract() * 1000.0).round() as i64, places: 3 }.trimmed();
    if rest.mantissa > 0 && figure.bound() == Bound::Exact {
        let rest = rest.written(&builder.locale.catalogue().digits);
        let last = Message::LastBlock.with(builder.locale, &[&rest]);
        block = [&block, Message::Comma.get(builder.locale), &last].concat();
    }
    y += builder.note(area.x, y, area.w, &block);
    y - area.y
}
