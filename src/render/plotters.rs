//! Primitives to any plotters `DrawingBackend`, on a grid of sixteenths of a CSS px.
//!
//! plotters draws in whole pixels; on this grid slow motion stays smooth. The backend's canvas is scaled by
//! device pixel ratio / `GRID` (tests/web.rs probes it at three ratios).
//!
//! **Invariant**: whatever is painted went through `geometry::to_grid`, the only place where CSS px become grid units.

use crate::color::Color;
use crate::geometry::{to_grid, Point, Rect};
use crate::layout::mark::{Anchor, Instance, Mark, Run, Shape, Stroke};
use crate::motion::frame::Frame;
use crate::render::palette::Palette;
use crate::render::primitive::{dashes, rounded, rounded_outline, tessellate, Primitive};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};

pub use crate::geometry::GRID;

fn place(p: Point) -> BackendCoord {
    (to_grid(p.x), to_grid(p.y))
}

struct Style {
    color: Color,
    width: u32,
}

impl Style {
    fn fill(color: Color) -> Self {
        Style { color, width: 0 }
    }

    fn stroke(stroke: &Stroke, palette: &Palette) -> Self {
        Style { color: palette.color(stroke.paint), width: to_grid(stroke.width).max(1) as u32 }
    }
}

pub fn backend_color(color: Color) -> BackendColor {
    BackendColor { rgb: (color.r, color.g, color.b), alpha: color.alpha }
}

impl BackendStyle for Style {
    fn color(&self) -> BackendColor {
        backend_color(self.color)
    }
    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// The text style of a run. `VPos::Bottom` stands for the alphabetic baseline: plotters has no word for it, and our
/// backends know.
pub struct TextStyle<'a> {
    pub run: &'a Run,
    pub color: Color,
}

impl BackendTextStyle for TextStyle<'_> {
    type FontError = std::convert::Infallible;

    fn color(&self) -> BackendColor {
        backend_color(self.color)
    }
    fn size(&self) -> f64 {
        self.run.font.size * GRID
    }
    fn transform(&self) -> FontTransform {
        FontTransform::None
    }
    fn style(&self) -> FontStyle {
        if self.run.font.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        }
    }
    fn anchor(&self) -> Pos {
        let h = match self.run.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(h, VPos::Bottom)
    }
    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.run.font.family.css())
    }
    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        let b = self.run.bounds();
        Ok(((0, 0), (to_grid(b.w), to_grid(b.h))))
    }
    /// Backends here draw text as text; a backend that asks for pixels gets none.
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: (i32, i32),
        _draw: DrawFunc,
    ) -> Result<Result<(), E>, Self::FontError> {
        Ok(Ok(()))
    }
}

/// A backend that may know rectangles with round corners; plotters has none, so that they are polygons elsewhere.
pub trait Rounded: DrawingBackend {
    fn fill_rounded(
        &mut self,
        rect: Rect,
        radius: f64,
        color: Color,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.fill_polygon(rounded_outline(rect, radius).into_iter().map(place), &Style::fill(color))
    }

    /// Instances of a field, back to front; those that are not finite are left out.
    fn fill_cells(
        &mut self,
        cells: &[Instance],
        palette: &Palette,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        cells.iter().filter(|cell| cell.is_finite()).try_for_each(|cell| paint_cell(cell, palette, self))
    }
}

/// A rectangle's place and the radius of its corners in grid units: x, y, width, height, radius.
pub fn grid_of(rect: Rect, radius: f64) -> [i32; 5] {
    let ((x, y), (right, bottom)) =
        (place(Point::new(rect.x, rect.y)), place(Point::new(rect.right(), rect.bottom())));
    [x, y, right - x, bottom - y, to_grid(radius)]
}

/// Draws a whole frame: its surface first, then every mark.
pub fn paint<B: Rounded>(
    frame: &Frame,
    palette: &Palette,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    begin(Rect::new(0.0, 0.0, frame.width, frame.height), palette, backend)?;
    for mark in &frame.marks {
        paint_mark(mark, palette, backend)?;
    }
    backend.present()
}

/// The ground of a picture, in CSS px.
pub fn begin<B: DrawingBackend>(
    ground: Rect,
    palette: &Palette,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    backend.ensure_prepared()?;
    let (from, to) = (Point::new(ground.x, ground.y), Point::new(ground.right(), ground.bottom()));
    backend.draw_rect(place(from), place(to), &Style::fill(palette.surface()), true)
}

/// One mark, on top of what is there.
pub fn paint_mark<B: Rounded>(
    mark: &Mark,
    palette: &Palette,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    if let Shape::Instances(cells) = &mark.shape {
        return backend.fill_cells(cells, palette);
    }
    match rounded(mark) {
        Some((rect, radius, paint, stroke)) => {
            backend.fill_rounded(rect, radius, palette.color(paint))?;
            stroke.iter().try_for_each(|primitive| paint_one(primitive, palette, backend))
        }
        None => tessellate(mark).iter().try_for_each(|primitive| paint_one(primitive, palette, backend)),
    }
}

fn paint_one<B: Rounded>(
    primitive: &Primitive,
    palette: &Palette,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    match primitive {
        Primitive::Rect { rect, paint } => {
            let ends = (place(Point::new(rect.x, rect.y)), place(Point::new(rect.right(), rect.bottom())));
            backend.draw_rect(ends.0, ends.1, &Style::fill(palette.color(*paint)), true)
        }
        Primitive::Circle { center, radius, paint } => backend.draw_circle(
            place(*center),
            to_grid(radius.max(0.0)) as u32,
            &Style::fill(palette.color(*paint)),
            true,
        ),
        Primitive::Polygons { outlines, paint } => {
            for outline in outlines {
                backend
                    .fill_polygon(outline.iter().map(|p| place(*p)), &Style::fill(palette.color(*paint)))?;
            }
            Ok(())
        }
        Primitive::Ring { center, radius, stroke } => backend.draw_circle(
            place(*center),
            to_grid(radius.max(0.0)) as u32,
            &Style::stroke(stroke, palette),
            false,
        ),
        Primitive::Line { points, closed, stroke } => {
            let style = Style::stroke(stroke, palette);
            match stroke.dash {
                Some((on, off)) => {
                    for dash in dashes(points, *closed, on, off) {
                        backend.draw_path(dash.into_iter().map(place), &style)?;
                    }
                    Ok(())
                }
                None => {
                    // closing by walking on to the second point also closes the corner
                    let again = points.iter().take(if *closed { 2 } else { 0 });
                    backend.draw_path(points.iter().chain(again).map(|p| place(*p)), &style)
                }
            }
        }
        Primitive::Text(run) => {
            let style = TextStyle { run, color: palette.color(run.paint) };
            backend.draw_text(&run.text, &style, place(run.at))
        }
        Primitive::Instances(cells) => backend.fill_cells(cells, palette),
    }
}

/// Corners that nobody sees are left square.
const SQUARE_BELOW: f32 = 0.5;

fn paint_cell<B: Rounded>(
    cell: &Instance,
    palette: &Palette,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let color = palette.color(cell.paint());
    let style = Style::fill(color);
    let rect = cell.rect();
    if cell.is_disc() {
        return backend.draw_circle(place(rect.center()), to_grid(rect.w / 2.0) as u32, &style, true);
    }
    if cell.radius > SQUARE_BELOW {
        return backend.fill_rounded(rect, cell.radius.into(), color);
    }
    let ends = (place(Point::new(rect.x, rect.y)), place(Point::new(rect.right(), rect.bottom())));
    backend.draw_rect(ends.0, ends.1, &style, true)
}
