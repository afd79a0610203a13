//! Open ends, brackets and gap strips: the shapes that say "more than", "or more", "at most", "of this class" and "no figure
//! found".
//!
//! **Invariant**: an open end is hatched and fades; it never has a cap, and a share's never passes its whole.

use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::model::figure::Figure;
use crate::theme::Role;

/// Hatching for a mark of this size.
pub fn hatch(paint: Paint, size: f64, fade: Option<Fade>) -> Fill {
    let (pitch, stroke) = if size >= 16.0 { (6.0, 2.0) } else { (4.0, 1.6) };
    Fill::Hatch(Hatch { paint, pitch, stroke, fade })
}

/// The open part of a bar in `r`, fading away from its number; `down` fades towards the left. A tick says that the
/// number itself is meant too.
pub fn bar(builder: &mut SceneBuilder, r: Rect, paint: Paint, tick: bool, down: bool, enter: Enter) {
    let solid = 0.15 * r.w;
    let (full, gone) = if down { (r.right() - solid, r.x) } else { (r.x + solid, r.right()) };
    builder.rect("open", r, hatch(paint, r.h, Some(Fade::across(full, gone))), enter);
    if tick {
        let x = if down { r.right() } else { r.x };
        self::tick(builder, x, r.y - 4.0, r.bottom() + 4.0, enter);
    }
}

/// What lies between the two numbers of a range: hatched, and closed on every side.
pub fn between(builder: &mut SceneBuilder, r: Rect, paint: Paint, enter: Enter) {
    let stroke = Stroke { paint, width: 1.25, dash: None };
    let shape = Shape::Rect { rect: r.inset(0.625), radius: 0.0 };
    builder.rect("range", r, hatch(paint, r.h.min(r.w), None), enter);
    builder.put("range-end", shape, Fill::None, Some(stroke), enter);
}

/// The open end of a figure beyond its number at the left edge of `r`.
pub fn floor(builder: &mut SceneBuilder, figure: &Figure, r: Rect, paint: Paint, enter: Enter) {
    bar(builder, r, paint, figure.is_inclusive(), false, enter);
}

/// The tick of 以上 and 以下: 2 px of ink, a little proud of the mark on both sides.
pub fn tick(builder: &mut SceneBuilder, x: f64, top: f64, bottom: f64, enter: Enter) {
    let ink = builder.paint(Role::Ink);
    builder.line("tick", vec![Point::new(x, top), Point::new(x, bottom)], ink, 2.0, enter);
}

/// A size class: a ghost with brackets at both sides.
pub fn class_box(builder: &mut SceneBuilder, r: Rect, ink: Paint, enter: Enter) {
    builder.rect("class", r, Fill::Solid(ink.fade(0.1)), enter);
    let arm = 5.0f64.min(r.w / 4.0);
    for (x, dx) in [(r.x, arm), (r.right(), -arm)] {
        let points = vec![
            Point::new(x + dx, r.y),
            Point::new(x, r.y),
            Point::new(x, r.bottom()),
            Point::new(x + dx, r.bottom()),
        ];
        builder.line("bracket", points, ink, 1.75, enter);
    }
}

/// Height of a gap strip, CSS px: less than half of a cell of the years beside it, so that it is no letter's box.
const GAP: f64 = 4.0;

/// A gap strip across the middle of `r`: a thin empty outline, one for all the periods that no figure was found for.
pub fn gap(builder: &mut SceneBuilder, r: Rect, enter: Enter) {
    let paint = builder.paint(Role::Muted);
    gap_of(builder, r, paint, enter);
}

/// The same in the colour of the series that has none, where several stand on one axis.
pub fn gap_of(builder: &mut SceneBuilder, r: Rect, paint: Paint, enter: Enter) {
    let width = if r.w < 4.0 { 0.75 } else { 1.0 };
    let high = GAP.min(r.h);
    let strip = Rect::new(r.x, r.center().y - high / 2.0, r.w, high);
    let stroke = Stroke { paint, width, dash: None };
    let shape = Shape::Rect { rect: strip.inset(width / 2.0), radius: 0.0 };
    builder.put("gap", shape, Fill::None, Some(stroke), enter);
}

/// The open end of a field of dots, like an ellipsis that cannot be counted: three hatched dots and an arrow.
/// Returns the x after it.
pub fn dots(
    builder: &mut SceneBuilder,
    at: Point,
    pitch: f64,
    radius: f64,
    paint: Paint,
    tick: bool,
    enter: Enter,
) -> f64 {
    if tick {
        let x = at.x - pitch / 2.0;
        self::tick(builder, x, at.y - radius - 3.0, at.y + radius + 3.0, enter);
    }
    for (i, opacity) in [1.0, 0.7, 0.4].into_iter().enumerate() {
        let center = Point::new(at.x + i as f64 * pitch, at.y);
        let fill = hatch(paint.fade(opacity), 0.0, None);
        builder.circle("open", center, radius, fill, None, enter);
    }
    let from = at.x + 2.0 * pitch + radius + 4.0;
    builder.arrow(Point::new(from, at.y), Point::new(from + 20.0, at.y), paint, enter);
    from + 20.0
}
