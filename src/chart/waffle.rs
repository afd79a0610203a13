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
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Waffle {
    /// 小标题 · heading
    pub title: Option<Text>,
    /// 数字 · figure
    pub figure: FigureIx,
    /// 一百格是什么 · what the hundred cells are
    pub cell_note: Text,
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
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self.figure, self.title.as_ref(), &self.cell_note, self.note.as_ref())
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
    fn new(area: Area, y: f64) -> Grid {
        let gap = if area.w < 240.0 { 3.0 } else { 4.0 };
        // across a wide picture in five rows, which then can be larger
        let (rows, largest) = if area.w >= WIDE { (5, 38.0) } else { (10, 22.0) };
        let columns = 100 / rows;
        let together = |count: usize, cell: f64| count as f64 * (cell + gap) - gap;
        let cell = ((area.w + gap) / columns as f64 - gap).clamp(8.0, largest);
        Grid { x: area.x, y, cell, gap, rows, w: together(columns, cell), h: together(rows, cell) }
    }

    /// The cell of an index: column by column.
    fn cell(&self, i: usize) -> Rect {
        let pitch = self.cell + self.gap;
        let (column, row) = ((i / self.rows) as f64, (i % self.rows) as f64);
        Rect::new(self.x + column * pitch, self.y + row * pitch, self.cell, self.cell)
    }
}

fn place(
    builder: &mut SceneBuilder,
    area: Area,
    ix: FigureIx,
    title: Option<&Text>,
    cell_note: &Text,
    note: Option<&Text>,
) -> f64 {
    let figure = builder.figure(ix);
    let accent = builder.accent_paint();
    let mut y = area.y;
    builder.begin(ix);
    let label = title.unwrap_or(figure.label());
    let label = builder.say(label).to_string();
    y += builder.heading(area.x, y, area.w, &label);
    let told = builder.told_guess(ix);
    let room = area.w - told.map_or(0.0, |guess| waiting::label_width(builder, guess) + 12.0);
    let (printed, _) = builder.number(Point::new(area.x, y + 38.0), ix, 40.0, room, accent, Anchor::Start);
    y += 52.0 + builder.status_height(ix, area.w);

    let grid = Grid::new(area, y);
    let Grid { gap, cell, rows, w, h, .. } = grid;
    let number = figure.amount().clamp(0.0, 100.0);
    let start = builder.delay;
    for i in 0..100usize {
        let rect = grid.cell(i);
        let enter = Enter::new(Effect::Pop, start + stagger(i, 100));
        let part = (number - i as f64).clamp(0.0, 1.0);
        let empty = Stroke { paint: builder.paint(Role::Muted), width: 1.0, dash: None };
        let beyond = |r: Rect| {
            if figure.opens_up() {
                (Fill::Hatch(Hatch { paint: accent, pitch: 6.0, stroke: 2.0, fade: None }), None, r)
            } else {
                (Fill::None, Some(empty), r.inset(0.5))
            }
        };
        // a ceiling says nothing about where below it the number lies: all of it is hatched
        let stated =
            if figure.opens_down() { bound_marks::hatch(accent, cell, None) } else { Fill::Solid(accent) };
        if part < 1.0 {
            let (fill, stroke, r) = beyond(Rect::new(rect.x, rect.y, rect.w, rect.h));
            builder.put(Part::item("cell"), Shape::Rect { rect: r, radius: 0.0 }, fill, stroke, enter);
        }
        if part > 0.0 {
            // a broken cell fills from its top, as the column does
            let filled = Rect::new(rect.x, rect.y, rect.w, rect.h * part);
            if part < 1.0 {
                let surface = builder.paint(Role::Surface);
                builder.rect(Part::item("cell"), filled.inset(-0.5), Fill::Solid(surface), enter);
            }
            builder.rect(Part::item("cell"), filled, stated, enter);
        }
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
    let rule = Rect::new(area.x, y, (edge - gap - area.x).max(2.0), 4.0);
    builder.rect("rule", rule, Fill::Solid(accent), Enter::new(Effect::GrowRight, start));
    if figure.opens_up() {
        let to = (edge + 46.0).min(area.x + w - 4.0);
        let enter = Enter::fade(start + 0.6);
        builder.arrow(Point::new(rule.right(), y + 2.0), Point::new(to, y + 2.0), accent, enter);
    }
    y += 10.0;
    builder.end();
    let cell_note = builder.say(cell_note).to_string();
    builder.delay = start + 0.3;
    y += builder.note(area.x, y, area.w, &cell_note);
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}
