//! A share as a hundred cells: solid to the number, hatched and open beyond a floor.
//!
//! **Invariant**: filled by columns from the left, so that the open end points the way a bar grows; the arrow of an
//! open end stops inside the hundred.

mod waiting;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{stagger, Effect, Enter};
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::pictogram::Pictogram;
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
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
}

impl Grid {
    /// `height`: the most that all cells may take.
    fn new(area: Area, y: f64, height: Option<f64>) -> Grid {
        // across a wide picture in five rows, which then can be larger
        let (rows, largest) = if area.w >= WIDE { (5, 38.0) } else { (10, 22.0) };
        let columns = 100 / rows;
        let low = height.is_some_and(|height| height < rows as f64 * 18.0);
        let gap = match area.w < 240.0 || low {
            true if low => 2.0,
            true => 3.0,
            false => 4.0,
        };
        let together = |count: usize, cell: f64| count as f64 * (cell + gap) - gap;
        let lower = height.map_or(largest, |height| (height + gap) / rows as f64 - gap);
        let cell = ((area.w + gap) / columns as f64 - gap).min(lower.max(10.0)).clamp(8.0, largest);
        Grid { x: area.x, y, cell, gap, rows, w: together(columns, cell), h: together(rows, cell) }
    }

    /// The cell of an index: column by column.
    fn cell(&self, i: usize) -> Rect {
        let pitch = self.cell + self.gap;
        let (column, row) = ((i / self.rows) as f64, (i % self.rows) as f64);
        Rect::new(self.x + column * pitch, self.y + row * pitch, self.cell, self.cell)
    }
}

/// Height in CSS px of the cells in a card that is as high as it needs to be.
const CARD: f64 = 118.0;

impl Waffle {
    /// How high all cells may be below `y` in a space that has a height, and in a card.
    fn cells_height(&self, builder: &SceneBuilder, space: Space, y: f64) -> Option<f64> {
        let notes = [Some(&self.cell_note), self.note.as_ref()].into_iter().flatten();
        let notes =
            notes.map(|text| builder.paragraph_height(space.width, builder.say(text), Font::sans(13.0)));
        let others = y - space.y + 18.0 + notes.sum::<f64>();
        let card = builder.framed.then_some(CARD);
        space.height.map(|height| (height - others).max(card.unwrap_or(0.0))).or(card)
    }
}

/// A hundred squares; one that the number breaks is filled from its top, as its column is.
fn cells(builder: &mut SceneBuilder, grid: Grid, ix: FigureIx) {
    let figure = builder.figure(ix);
    let (accent, start) = (builder.accent_paint(), builder.delay);
    let number = figure.amount().clamp(0.0, 100.0);
    let empty = Stroke { paint: builder.paint(Role::Muted), width: 1.0, dash: None };
    let surface = builder.paint(Role::Surface);
    for i in 0..100usize {
        let rect = grid.cell(i);
        let enter = Enter::new(Effect::Pop, start + stagger(i, 100));
        let part = (number - i as f64).clamp(0.0, 1.0);
        if part < 1.0 {
            let (fill, stroke, rect) = match figure.opens_up() {
                true => (beyond(accent), None, rect),
                false => (Fill::None, Some(empty), rect.inset(0.5)),
            };
            builder.put(Part::item("cell"), Shape::Rect { rect, radius: 0.0 }, fill, stroke, enter);
        }
        if part > 0.0 {
            let filled = Rect::new(rect.x, rect.y, rect.w, rect.h * part);
            if part < 1.0 {
                builder.rect(Part::item("cell"), filled.inset(-0.5), Fill::Solid(surface), enter);
            }
            builder.rect(Part::item("cell"), filled, stated(builder, ix, grid.cell), enter);
        }
    }
}

/// A hundred discs with a pictogram each, as coins are.
fn discs(builder: &mut SceneBuilder, grid: Grid, ix: FigureIx, icon: Pictogram) {
    let figure = builder.figure(ix);
    let (accent, start) = (builder.accent_paint(), builder.delay);
    let number = figure.amount().clamp(0.0, 100.0) as usize;
    let empty = Stroke { paint: builder.paint(Role::Muted), width: 1.0, dash: None };
    let surface = builder.paint(Role::Surface);
    for i in 0..100usize {
        let (center, radius) = (grid.cell(i).center(), grid.cell / 2.0);
        let enter = Enter::new(Effect::Pop, start + stagger(i, 100));
        let (fill, stroke, radius) = match (i < number, figure.opens_up()) {
            (true, _) => (stated(builder, ix, grid.cell), None, radius),
            (false, true) => (beyond(accent), None, radius),
            (false, false) => (Fill::None, Some(empty), radius - 0.5),
        };
        builder.circle(Part::item("cell"), center, radius, fill, stroke, enter);
        if i < number && !figure.opens_down() {
            let size = grid.cell * 1.08;
            let corner = Point::new(center.x - size / 2.0, center.y - size / 2.0);
            pictogram::draw(builder, icon, corner, size, surface, enter);
        }
    }
}

/// Cells that the number does not reach, where it is a floor.
fn beyond(paint: Paint) -> Fill {
    Fill::Hatch(Hatch { paint, pitch: 6.0, stroke: 2.0, fade: None })
}

/// Cells up to the number: a ceiling says nothing about where below it the number lies, so all of it is hatched.
fn stated(builder: &SceneBuilder, ix: FigureIx, cell: f64) -> Fill {
    let accent = builder.accent_paint();
    match builder.figure(ix).opens_down() {
        true => bound_marks::hatch(accent, cell, None),
        false => Fill::Solid(accent),
    }
}

fn place(builder: &mut SceneBuilder, space: Space, spec: &Waffle) -> f64 {
    let (area, ix) = (space.area(), spec.figure);
    let figure = builder.figure(ix);
    let accent = builder.accent_paint();
    let mut y = area.y;
    builder.begin(ix);
    let label = spec.title.as_ref().unwrap_or(figure.label());
    let label = builder.say(label).to_string();
    y += builder.heading(area.x, y, area.w, &label);
    let told = builder.told_guess(ix);
    let room = area.w - told.map_or(0.0, |guess| waiting::label_width(builder, guess) + 12.0);
    let paint = if builder.framed { builder.paint(Role::Ink) } else { accent };
    let (printed, _) = builder.number(Point::new(area.x, y + 38.0), ix, 40.0, room, paint, Anchor::Start);
    y += if builder.framed { 50.0 } else { 52.0 } + builder.more_height(ix, 40.0, room);

    let cell_note = builder.say(&spec.cell_note).to_string();
    let grid = Grid::new(area, y, spec.cells_height(builder, space, y));
    let Grid { gap, cell, rows, w, h, .. } = grid;
    let number = figure.amount().clamp(0.0, 100.0);
    let start = builder.delay;
    match spec.icon.filter(|_| number.fract() == 0.0) {
        Some(icon) => discs(builder, grid, ix, icon),
        None => cells(builder, grid, ix),
    }
    let edge = area.x + if number >= 100.0 { w } else { (number / rows as f64).floor() * (cell + gap) };
    if figure.is_inclusive() {
        bound_marks::tick(builder, edge - gap / 2.0, y - 5.0, y + h + 5.0, Enter::fade(start + 0.6));
    }
    if let Some(guess) = told {
        let end = area.x + w.max(printed + 12.0 + waiting::label_width(builder, guess)).min(area.w);
        waiting::ring(builder, grid, guess, Point::new(end, y - 14.0));
    }
    y += h + 8.0;
    // as long as the share is of the whole width; an open end begins behind the last full column
    let long = if figure.opens_up() { edge - gap - area.x } else { w * number / 100.0 };
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
    y += builder.note(area.x, y, area.w, &cell_note);
    y += builder.note_of(area.x, y, area.w, spec.note.as_ref());
    y - area.y
}
