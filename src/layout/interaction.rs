//! What the reader has done in a scene: guessed a figure, or chosen one of several lists.
//!
//! **Invariant**: without a reader there is none of it: stills, exports and print show the answer and the first list.

use crate::geometry::{Point, Rect};
use crate::locale::number::Decimal;
use crate::model::figure::FigureIx;

/// What the reader has done in a scene.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Interaction {
    pub guess: Option<Guessing>,
    /// Which of several lists is chosen.
    pub list: usize,
}

impl Interaction {
    /// The figure that is kept back.
    pub fn hidden(&self) -> Option<FigureIx> {
        self.guess.filter(|guess| !guess.told).map(|guess| guess.figure)
    }
}

/// A figure that is being guessed, or was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guessing {
    pub figure: FigureIx,
    pub value: Decimal,
    /// The ends of its scale.
    pub from: Decimal,
    pub to: Decimal,
    /// The answer has been told, and the guess is marked beside it. Before that nothing of the picture says the answer.
    pub told: bool,
}

/// Height of the track below cells, CSS px.
pub const TRACK: f64 = 16.0;

/// Where in a picture a guess is dragged, CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GuessPlace {
    pub area: Rect,
    pub scale: GuessScale,
    /// The middle of what is dragged.
    pub handle: Point,
}

/// What number a place stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GuessScale {
    /// From the bottom of the area to its top.
    Up { from: f64, to: f64 },
    /// From its left to its right.
    Right { from: f64, to: f64 },
    /// Cells that are filled column by column, each from its top: so many a column, and what one of them is. Below them
    /// runs a track, from left to right.
    Cells { rows: usize, columns: usize, each: f64 },
}

impl GuessPlace {
    /// Returns the number for which a point stands, the nearest one for a point beside the area.
    pub fn value_at(&self, point: Point) -> f64 {
        let part = |at: f64, from: f64, long: f64| ((at - from) / long.max(1.0)).clamp(0.0, 1.0);
        let (x, y) = (part(point.x, self.area.x, self.area.w), part(point.y, self.area.y, self.area.h));
        match self.scale {
            GuessScale::Up { from, to } => to - (to - from) * y,
            GuessScale::Right { from, to } => from + (to - from) * x,
            GuessScale::Cells { .. } if point.x < self.area.x => 0.0,
            GuessScale::Cells { rows, columns, each } if point.y > self.area.bottom() => {
                (rows * columns) as f64 * each * x
            }
            GuessScale::Cells { rows, columns, each } => {
                let column = ((x * columns as f64) as usize).min(columns.saturating_sub(1));
                let row = ((y * rows as f64) as usize).min(rows.saturating_sub(1));
                (column * rows + row + 1) as f64 * each
            }
        }
    }

    /// Returns the part of the picture in which a pointer answers, CSS px.
    pub fn reach(&self) -> Rect {
        let Rect { x, y, w, h } = self.area;
        match self.scale {
            GuessScale::Cells { .. } => Rect::new(x, y, w, h + TRACK),
            GuessScale::Up { .. } | GuessScale::Right { .. } => self.area,
        }
    }

    /// Moves it by so many CSS px to the right.
    pub fn shift(&mut self, by: f64) {
        self.area.x += by;
        self.handle.x += by;
    }

    /// All of it for a picture of another size.
    pub fn scale(&mut self, k: f64) {
        let r = self.area;
        self.area = Rect::new(r.x * k, r.y * k, r.w * k, r.h * k);
        self.handle = Point::new(self.handle.x * k, self.handle.y * k);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail: with rows and columns exchanged the second column began at 2.
    #[test]
    fn a_point_stands_for_the_cell_or_the_height_it_is_in() {
        let area = Rect::new(100.0, 50.0, 200.0, 100.0);
        let handle = Point::default();
        let up = GuessPlace { area, scale: GuessScale::Up { from: 0.0, to: 1500.0 }, handle };
        assert_eq!(
            [150.0, 100.0, 50.0, 10.0].map(|y| up.value_at(Point::new(0.0, y))),
            [0.0, 750.0, 1500.0, 1500.0]
        );
        let scale = GuessScale::Cells { rows: 10, columns: 10, each: 1.0 };
        let cells = GuessPlace { area, scale, handle };
        let at = |x: f64, y: f64| cells.value_at(Point::new(x, y));
        assert_eq!(
            [at(101.0, 51.0), at(101.0, 149.0), at(121.0, 51.0), at(299.0, 149.0)],
            [1.0, 10.0, 11.0, 100.0]
        );
        assert_eq!(
            (at(90.0, 60.0), at(400.0, 149.0)),
            (0.0, 100.0),
            "left of all cells is none, beyond them all"
        );
        assert_eq!(at(133.0, 160.0), 16.5, "on the track below");
    }
}
