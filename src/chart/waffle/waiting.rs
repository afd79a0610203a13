//! The hundred cells while their number is guessed, and the guess beside the answer.
//!
//! **Invariant**: before the answer nothing of the picture depends on the number but its height.

use super::{place, Grid, Waffle};
use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::interaction::{GuessPlace, GuessScale, Guessing};
use crate::layout::mark::*;
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::text::Font;
use crate::theme::Role;

const FONT: Font = Font::bold(15.0);

impl Waffle {
    /// Draws cells as the reader fills them; returns the height that the answer will have.
    pub fn place_waiting(&self, builder: &mut SceneBuilder, space: Space, guess: Guessing) -> f64 {
        let (area, ix) = (space.area(), self.figure);
        let note = self.note.as_ref();
        let height = builder.tried_answered(|builder| place(builder, space, self));
        let ink = builder.paint(Role::Ink).fade(0.78);
        let mut y = area.y;
        let title = builder.say(self.title.as_ref().unwrap_or(builder.figure(ix).label())).to_string();
        y += builder.heading(area.x, y, area.w, &title);
        let text = builder.guess_text(guess);
        let fits = |size: f64| builder.measure.width(&text, Font::bold(size)) <= area.w;
        let size = [30.0, 24.0, 20.0, 17.0].into_iter().find(|size| fits(*size)).unwrap_or(15.0);
        let strong = builder.paint(Role::Ink);
        builder.text(Point::new(area.x, y + 36.0), &text, Font::bold(size), strong, Anchor::Start);
        y += 52.0 + builder.more_height(ix, 40.0, area.w);
        let grid = Grid::new(area, y, self.cells_height(builder, space, y), None);
        let full = guess.value.to_f64();
        let enter = Enter::fade(builder.delay);
        for i in 0..100 {
            let rect = grid.cell(i);
            let part = (full - i as f64).clamp(0.0, 1.0);
            if part < 1.0 {
                let stroke = Stroke { paint: builder.paint(Role::Muted), width: 1.0, dash: None };
                let shape = self.cell_shape(rect.inset(0.5));
                builder.put(Part::item("cell"), shape, Fill::None, Some(stroke), enter);
            }
            if part > 0.0 {
                let filled = Rect::new(rect.x, rect.y, rect.w, rect.h * part);
                builder.put(Part::item("cell"), self.cell_shape(filled), Fill::Solid(ink), None, enter);
            }
        }
        let handle = track(builder, grid, full / 100.0);
        let cell_note = builder.say(&self.cell_note).to_string();
        let below = y + grid.h + 18.0;
        let used = builder.note(area.x, below, area.w, &cell_note);
        builder.note_of(area.x, below + used, area.w, note);
        let area = Rect::new(grid.x, grid.y, grid.w, grid.h);
        let scale = GuessScale::Cells { rows: grid.rows, columns: 100 / grid.rows, each: 1.0 };
        builder.guess_place = Some(GuessPlace { area, scale, handle });
        height
    }
}

impl Waffle {
    /// A square, or the disc that stands in its place; a part of a cell is a rectangle in any case.
    fn cell_shape(&self, rect: Rect) -> Shape {
        match self.icon.is_some() && (rect.w - rect.h).abs() < 0.01 {
            true => Shape::Circle { center: rect.center(), radius: rect.w / 2.0 },
            false => Shape::Rect { rect, radius: 0.0 },
        }
    }
}

/// A rule as long as the guess, with a handle at its end; returns the handle's middle.
fn track(builder: &mut SceneBuilder, grid: Grid, part: f64) -> Point {
    let (ink, rule, surface) =
        (builder.paint(Role::Ink), builder.paint(Role::Rule), builder.paint(Role::Surface));
    let enter = Enter::fade(builder.delay);
    let y = grid.y + grid.h + 8.0;
    let x = grid.x + grid.w * part.clamp(0.0, 1.0);
    builder.rect("track", Rect::new(grid.x, y, grid.w, 4.0), Fill::Solid(rule), enter);
    builder.rect("rule", Rect::new(grid.x, y, (x - grid.x).max(0.5), 4.0), Fill::Solid(ink), enter);
    let stroke = Stroke { paint: ink, width: 2.5, dash: None };
    let center = Point::new(x.clamp(grid.x + 7.0, grid.x + grid.w - 7.0), y + 2.0);
    builder.circle("handle", center, 7.0, Fill::Solid(surface), Some(stroke), enter);
    center
}

/// How wide the words of a guess are beside the number.
pub(super) fn label_width(builder: &SceneBuilder, guess: Guessing) -> f64 {
    builder.measure.width(&builder.guess_text(guess), FONT)
}

/// A ring around the last cell of the guess, and the guess in words above its column, right of what is printed up to
/// `left`; a line down the gap beside the column joins the two.
pub(super) fn ring(builder: &mut SceneBuilder, grid: Grid, guess: Guessing, (left, right): (f64, f64)) {
    let ink = builder.paint(Role::Ink);
    let text = builder.guess_text(guess);
    let w = label_width(builder, guess);
    let last = (guess.value.to_f64().ceil() - 1.0).clamp(0.0, 99.0) as usize;
    let cell = grid.cell(last);
    let x = (cell.center().x - w / 2.0).min(right - w).max(left);
    builder.text(Point::new(x, grid.y - 14.0), &text, FONT, ink, Anchor::Start);
    if guess.value.mantissa == 0 {
        return;
    }
    let enter = Enter::fade(builder.delay);
    let around = cell.inset(-2.5);
    let shape = Shape::Rect { rect: around, radius: 3.0 };
    builder.put("guess", shape, Fill::None, Some(Stroke { paint: ink, width: 2.5, dash: None }), enter);
    let first = cell.x - grid.x < 1.0;
    let gap = if first { cell.right() + grid.gap / 2.0 } else { cell.x - grid.gap / 2.0 };
    let top = grid.y - 8.0;
    let from = gap.clamp(x, x + w);
    let mut way = vec![Point::new(from, top), Point::new(gap, top), Point::new(gap, around.y)];
    way.dedup();
    builder.line("leader", way, ink, 1.25, enter);
}
