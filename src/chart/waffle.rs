//! A share as a hundred cells: solid to the number, hatched and open beyond a floor.
//!
//! **Invariant**: filled by columns from the left, so that the open end points the way a bar grows; the arrow of an
//! open end stops inside the hundred.

mod cells;
mod waiting;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder, Space, LINE};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::pictogram::Pictogram;
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use cells::{cells, discs, grounded};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Waffle {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 数字 · figure
    pub figure: FigureIx,
    /// 一百格是什么 · what the hundred cells are
    pub cell_note: Text,
    /// 每格画成圆，里面是图标；只用于整数 · each cell as a disc with a pictogram; for whole numbers only
    pub icon: Option<Pictogram>,
    /// 其余的格是什么；有图标时，数到的画在底色上，其余的空心，留在外面 · what the other cells are; with pictograms the counted ones stand on a ground and the others, hollow, outside it
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub rest: Option<Text>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for Waffle {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        see(Seen::Figure(self.figure));
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
        168.0
    }
    fn least_height(&self) -> f64 {
        230.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space, self)
    }
}

impl Acceptance for Waffle {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        vec![Slot::new(self.figure, "figure", &Share)]
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slot = Slot::new(self.figure, "figure", &Share);
        // the least that is a pixel of a cell in the narrowest picture
        part_of_whole(facts, &slot, 0.125).map(|reason| Refusal::of(&slot, reason)).into_iter().collect()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// A share of a whole that its source states.
pub struct Share;

impl Table for Share {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        shares(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        match bound {
            // a ceiling says nothing about where below it the number lies: all of it is hatched
            Bound::UpTo | Bound::LessThan => result(status, Ok(Look::Open)),
            Bound::Exact
            | Bound::MoreThan
            | Bound::AtLeast
            | Bound::About
            | Bound::Nearly
            | Bound::Between => result(status, closed_or_open(bound)),
        }
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
        match whole {
            Whole::Stated => Ok(()),
            Whole::Noted | Whole::Unknown => Err(Reason::NoWhole),
        }
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

/// From this width on the cells stand in five rows, CSS px.
const WIDE: f64 = 700.0;

/// Where the hundred cells stand, CSS px.
#[derive(Clone, Copy)]
struct Grid {
    x: f64,
    y: f64,
    cell: f64,
    gap: f64,
    rows: usize,
    /// Width and height of all cells.
    w: f64,
    h: f64,
    /// How many are counted, where the others stand apart from them.
    parted: Option<usize>,
}

/// Between the counted cells and those that stand apart, CSS px.
const APART: f64 = 22.0;

impl Grid {
    /// `height`: the most that all cells may take.
    fn new(area: Area, y: f64, height: Option<f64>, parted: Option<usize>) -> Grid {
        // across a wide picture in five rows, which then can be larger
        let (rows, largest) = if area.w >= WIDE { (5, 38.0) } else { (10, 22.0) };
        let parted_columns = |n: usize| n.div_ceil(rows) + (100 - n).div_ceil(rows);
        let columns = parted.map_or(100 / rows, parted_columns);
        let apart = if parted.is_some() { APART } else { 0.0 };
        let least = if height.is_some_and(|height| height <= LOW_CARD) { 6.5 } else { 8.0 };
        let low = height.is_some_and(|height| height < rows as f64 * 18.0);
        let gap = match area.w < 240.0 || low {
            true if low => 2.0,
            true => 3.0,
            false => 4.0,
        };
        let together = |count: usize, cell: f64| count as f64 * (cell + gap) - gap;
        let lower = height.map_or(largest, |height| (height + gap) / rows as f64 - gap);
        let cell =
            ((area.w - apart + gap) / columns as f64 - gap).min(lower.max(least + 0.5)).clamp(least, largest);
        let (w, h) = (together(columns, cell) + apart, together(rows, cell));
        Grid { x: area.x, y, cell, gap, rows, w, h, parted }
    }

    /// The cell of an index: column by column; those that stand apart from the foot up.
    fn cell(&self, i: usize) -> Rect {
        let pitch = self.cell + self.gap;
        let (column, row, apart) = match self.parted.filter(|counted| i >= *counted) {
            Some(counted) => {
                let other = i - counted;
                let column = counted.div_ceil(self.rows) + other / self.rows;
                (column, self.rows - 1 - other % self.rows, APART)
            }
            None => (i / self.rows, i % self.rows, 0.0),
        };
        let (x, y) = (self.x + column as f64 * pitch + apart, self.y + row as f64 * pitch);
        Rect::new(x, y, self.cell, self.cell)
    }

    /// Where the counted cells end.
    fn counted_end(&self, counted: usize) -> f64 {
        self.x + counted.div_ceil(self.rows) as f64 * (self.cell + self.gap) - self.gap
    }
}

/// Height in CSS px of the cells in a card that is as high as it needs to be; and on a phone, where three cards share a window.
const CARD: f64 = 100.0;
const LOW_CARD: f64 = 88.0;

impl Waffle {
    /// How high all cells may be below `y` in a space that has a height, and in a card.
    fn cells_height(&self, builder: &SceneBuilder, space: Space, y: f64) -> Option<f64> {
        let notes = [Some(&self.cell_note), self.rest.as_ref(), self.note.as_ref()].into_iter().flatten();
        let notes =
            notes.map(|text| builder.paragraph_height(space.width, builder.say(text), Font::sans(13.0)));
        let others = y - space.y + 18.0 + notes.sum::<f64>();
        if builder.card_halves(space.area()).is_some() {
            return Some(LOW_CARD);
        }
        let card = builder.framed.then_some(if builder.compact { LOW_CARD } else { CARD });
        let height = space.height.map(|height| (height - others).max(card.unwrap_or(0.0))).or(card);
        // the handle of a guess stands below the cells
        let whole = builder.room.map(|room| (room - (y - space.y) - ABOVE - UNDER).max(LOWEST));
        height.or(whole)
    }
}

/// Above a waffle and below its cells in a phone's window, and the least that its cells then take, CSS px.
const ABOVE: f64 = 30.0;
const UNDER: f64 = 24.0;
const LOWEST: f64 = 190.0;

fn place(builder: &mut SceneBuilder, space: Space, spec: &Waffle) -> f64 {
    let (whole, ix) = (space.area(), spec.figure);
    let halves = builder.card_halves(whole);
    let (words, area) = halves.unwrap_or((whole, whole));
    let figure = builder.figure(ix);
    let accent = builder.accent_paint();
    let mut y = words.y;
    builder.begin(ix);
    let label = spec.title.as_ref().unwrap_or(figure.label());
    let label = builder.say(label).to_string();
    y += builder.heading(words.x, y, words.w, &label);
    let told = builder.told_guess(ix);
    let room = words.w - told.map_or(0.0, |guess| waiting::label_width(builder, guess) + 12.0);
    let paint = if builder.framed { builder.paint(Role::Ink) } else { accent };
    let (printed, _) = builder.number(Point::new(words.x, y + 38.0), ix, 40.0, room, paint, Anchor::Start);
    y += if builder.framed { 50.0 } else { 52.0 } + builder.more_height(ix, 40.0, room);

    let cell_note = builder.say(&spec.cell_note).to_string();
    let number = figure.amount().clamp(0.0, 100.0);
    let bounded = figure.opens_up() || figure.opens_down();
    let icon = spec.icon.filter(|_| number.fract() == 0.0);
    let parted = icon.filter(|_| spec.rest.is_some() && !bounded).map(|_| number as usize);
    let said = y;
    if halves.is_some() {
        y = area.y + 4.0;
    }
    let grid = Grid::new(area, y, spec.cells_height(builder, space, y), parted);
    let Grid { gap, cell, rows, w, h, .. } = grid;
    let start = builder.delay;
    match icon {
        Some(icon) if parted.is_some() => grounded(builder, grid, ix, icon),
        Some(icon) => discs(builder, grid, ix, icon),
        None => cells(builder, grid, ix),
    }
    let edge = area.x + if number >= 100.0 { w } else { (number / rows as f64).floor() * (cell + gap) };
    if figure.is_inclusive() {
        bound_marks::tick(builder, edge - gap / 2.0, y - 5.0, y + h + 5.0, Enter::fade(start + 0.6));
    }
    if let Some(guess) = told {
        waiting::ring(builder, grid, guess, (words.x + printed + 12.0, area.right()));
    }
    y += h + 8.0;
    // as long as the share is of the whole width; an open end begins behind the last full column
    let long = match parted {
        Some(counted) => grid.counted_end(counted) - area.x,
        None if figure.opens_up() => edge - gap - area.x,
        None => w * number / 100.0,
    };
    let rule = Rect::new(area.x, y, long.max(2.0), 4.0);
    builder.rect("rule", rule, Fill::Solid(accent), Enter::new(Effect::GrowRight, start));
    if figure.opens_up() {
        let to = (edge + 46.0).min(area.x + w - 4.0);
        let enter = Enter::fade(start + 0.6);
        builder.arrow(Point::new(rule.right(), y + 2.0), Point::new(to, y + 2.0), accent, enter);
    }
    y += 10.0;
    builder.end();
    builder.delay = start + 0.3;
    let (below, width) = if halves.is_some() { (said, words.w) } else { (y, grid.w) };
    let mut end =
        below + notes(builder, words.down(below - words.y), (width, &cell_note), spec.rest.as_ref());
    end += builder.note_of(words.x, end, words.w, spec.note.as_ref());
    end.max(y) - whole.y
}

/// What the cells are, and what the others are under the last of them, on a line of their own where both have no room on
/// one; returns their height.
fn notes(builder: &mut SceneBuilder, area: Area, (width, all): (f64, &str), rest: Option<&Text>) -> f64 {
    let (ink, font) = (builder.paint(Role::Ink), Font::sans(13.0));
    let rest = rest.map(|rest| builder.say(rest).to_string());
    let wide = |text: &str| builder.measure.width(text, font);
    let under = rest.as_ref().filter(|rest| wide(rest) <= width);
    let mut used = 0.0;
    if let Some(rest) = under {
        builder.text(Point::new(area.x + width, area.y + baseline(13.0)), rest, font, ink, Anchor::End);
        used = if wide(all) + wide(rest) + 16.0 <= width { 0.0 } else { 13.0 * LINE };
    } else if let Some(rest) = &rest {
        used = builder.paragraph(area.x, area.y, area.w, rest, font, ink);
    }
    used + builder.note(area.x, area.y + used, area.w, all)
}
