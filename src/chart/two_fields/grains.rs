//! The units below the ground: rows of drops or dots, the last one cut to what is left.
//!
//! **Invariant**: as many as the amount is marks, in rows of one length; nothing lies outside the width.

use super::counted::Count;
use super::{jets, Grain};
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};

/// How the units stand, CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rows {
    pub columns: usize,
    pub rows: usize,
    /// Of a column and of a row.
    pub pitch: (f64, f64),
    pub radius: f64,
}

/// Least and greatest width of a column.
const PITCH: (f64, f64) = (6.4, 20.0);

impl Rows {
    pub fn of(count: &Count, width: f64) -> Rows {
        let marks = count.marks();
        // the open end takes the room of four more and of its arrow
        let slots = (marks + if count.open { 6 } else { 0 }).max(1);
        let pitch = |columns: usize| width / columns as f64;
        // a wide picture has little height to give away
        let most = if width < 520.0 { 0.24 } else { 0.12 } * width;
        let flat = |columns: usize| slots.div_ceil(columns) as f64 * pitch(columns) <= most;
        let fits = |columns: &usize| (PITCH.0..=PITCH.1).contains(&pitch(*columns)) && flat(*columns);
        // rows that are all full; among those the widest columns
        let full = (1..=slots).filter(|columns| marks % columns == 0 && !count.open).find(fits);
        let wide = (width * most * 0.7 / slots as f64).sqrt().clamp(PITCH.0, PITCH.1);
        let columns = full.unwrap_or((width / wide).floor().max(1.0) as usize);
        let across = pitch(columns).min(PITCH.1);
        let down = across * 1.22;
        Rows { columns, rows: slots.div_ceil(columns), pitch: (across, down), radius: across * 0.34 }
    }

    pub fn height(&self) -> f64 {
        self.rows as f64 * self.pitch.1
    }

    fn middle(&self, area: Area, i: usize) -> Point {
        let (column, row) = (i % self.columns, i / self.columns);
        let x = area.x + (column as f64 + 0.5) * self.pitch.0;
        Point::new(x, area.y + (row as f64 + 0.66) * self.pitch.1)
    }
}

/// Draws them from the top of an area, outward from `line`, within `seconds` after the builder's delay.
pub fn draw(
    builder: &mut SceneBuilder,
    area: Area,
    count: &Count,
    grain: Grain,
    paint: Paint,
    (line, seconds): (f64, f64),
) {
    let rows = Rows::of(count, area.w);
    let start = builder.delay;
    let far = (line - area.x).max(area.right() - line).max(1.0);
    for i in 0..count.marks() {
        let middle = rows.middle(area, i);
        let enter = Enter {
            effect: Effect::Pop,
            delay: start + seconds * (middle.x - line).abs() / far,
            duration: 0.35,
        };
        let fill = Fill::Solid(paint.fade(count.opacity(i)));
        let r = rows.radius;
        match grain {
            Grain::Drop => {
                let whole = jets::drop(middle, r);
                let bounds = Rect::new(middle.x - r, middle.y - 1.9 * r, 2.0 * r, 2.9 * r);
                let points =
                    if count.part(i) < 1.0 { jets::cut(&whole, bounds, count.part(i)) } else { whole };
                builder.put("drop", Shape::Path { points, closed: true }, fill, None, enter);
            }
            Grain::Dot if count.part(i) < 1.0 => {
                let round = (0..24).map(|k| middle.around(r, std::f64::consts::TAU * f64::from(k) / 24.0));
                let bounds = Rect::new(middle.x - r, middle.y - r, 2.0 * r, 2.0 * r);
                let points = jets::cut(&round.collect::<Vec<_>>(), bounds, count.part(i));
                builder.put("drop", Shape::Path { points, closed: true }, fill, None, enter);
            }
            Grain::Dot => builder.circle("drop", middle, r, fill, None, enter),
        }
    }
    if count.open {
        let enter = Enter::fade(start + seconds);
        // they need room: where the row has none they begin the next
        let i = count.marks();
        let left = rows.columns - i % rows.columns;
        let needed = ((3.0 * rows.pitch.0 + 30.0) / rows.pitch.0).ceil() as usize;
        let next = if left < needed { i.next_multiple_of(rows.columns) } else { i };
        let at = rows.middle(area, next);
        bound_marks::dots(builder, at, rows.pitch.0, rows.radius, paint, count.inclusive, enter);
    }
}
