//! The plotters backend that charts with axes are laid out on: each call becomes a mark with a role and an id.
//!
//! Calls of plotters come in, in whole units of the grid (sixteenths of a CSS px); marks on the scene builder go out.
//! plotters' styles carry a colour, an opacity and a width; of these the colour is not used: a mark has the role that
//! was set before the call. What a plain call cannot say (hatching, a dash, which figure it is) elements put on the
//! builder themselves, through `builder`.
//!
//! **Invariant**: plotters measures no text and draws none; a place that is not finite cannot come here, as
//! coordinates are whole numbers.

use crate::geometry::{from_grid, to_grid, Point, Rect, GRID};
use crate::layout::enter::Enter;
use crate::layout::mark::{Anchor, Fill, Paint, Shape, Stroke};
use crate::layout::scene_builder::SceneBuilder;
use crate::text::Font;
use crate::theme::Role;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

/// Puts a mark on a scene builder for each call.
pub struct LayoutBackend<'b, 's> {
    /// Where elements put marks that a plain call cannot say.
    pub builder: &'b mut SceneBuilder<'s>,
    /// Width and height in grid units.
    size: (u32, u32),
    part: &'static str,
    role: Role,
}

/// The error of a backend that cannot fail.
pub type Never = std::convert::Infallible;
type Result<T> = std::result::Result<T, DrawingErrorKind<Never>>;

/// Returns a place on plotters' grid in CSS px.
pub fn place((x, y): BackendCoord) -> Point {
    Point::new(from_grid(x), from_grid(y))
}

impl<'b, 's> LayoutBackend<'b, 's> {
    /// Returns a backend from the picture's upper left corner to `corner`, in CSS px.
    pub fn new(builder: &'b mut SceneBuilder<'s>, corner: Point) -> Self {
        // plotters counts the last unit as one that is drawn on
        let size = [corner.x, corner.y].map(|side| to_grid(side).max(0) as u32 + 1);
        LayoutBackend { builder, size: (size[0], size[1]), part: "line", role: Role::Rule }
    }

    /// Says which part of the chart the next plain calls draw, and in which role.
    pub fn draw_as(&mut self, part: &'static str, role: Role) {
        (self.part, self.role) = (part, role);
    }

    fn paint(&self, color: BackendColor) -> Paint {
        Paint::new(self.role).fade(color.alpha)
    }

    /// Puts down a mark as the style says: filled, or an outline of its width.
    fn put<S: BackendStyle>(&mut self, shape: Shape, style: &S, fill: bool) -> Result<()> {
        let paint = self.paint(style.color());
        let stroke = Stroke { paint, width: f64::from(style.stroke_width()) / GRID, dash: None };
        let (fill, stroke) = if fill { (Fill::Solid(paint), None) } else { (Fill::None, Some(stroke)) };
        let enter = Enter::fade(self.builder.delay);
        self.builder.put(self.part, shape, fill, stroke, enter);
        Ok(())
    }

    /// Returns the font of a style; all words of charts are in the picture's own family.
    fn font<S: BackendTextStyle>(style: &S) -> Font {
        let size = style.size() / GRID;
        if matches!(style.style(), FontStyle::Bold) {
            Font::bold(size)
        } else {
            Font::sans(size)
        }
    }
}

impl DrawingBackend for LayoutBackend<'_, '_> {
    type ErrorType = Never;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }
    fn ensure_prepared(&mut self) -> Result<()> {
        Ok(())
    }
    fn present(&mut self) -> Result<()> {
        Ok(())
    }
    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Result<()> {
        let (at, side) = (place(at), 1.0 / GRID);
        let fill = Fill::Solid(self.paint(color));
        let enter = Enter::fade(self.builder.delay);
        self.builder.rect(self.part, Rect::new(at.x, at.y, side, side), fill, enter);
        Ok(())
    }
    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Result<()> {
        self.draw_path([from, to], style)
    }
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<()> {
        let (from, to) = (place(from), place(to));
        let rect = Rect::new(from.x, from.y, to.x - from.x, to.y - from.y);
        self.put(Shape::Rect { rect, radius: 0.0 }, style, fill)
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<()> {
        let points = path.into_iter().map(place).collect();
        self.put(Shape::Path { points, closed: false }, style, false)
    }
    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<()> {
        let radius = f64::from(radius) / GRID;
        self.put(Shape::Circle { center: place(center), radius }, style, fill)
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<()> {
        let points = path.into_iter().map(place).collect();
        self.put(Shape::Path { points, closed: true }, style, true)
    }
    /// Puts down a run of text. `VPos::Bottom` is the alphabetic baseline, for which plotters has no word.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Result<()> {
        let font = Self::font(style);
        let at = place(at);
        let down = match style.anchor().v_pos {
            VPos::Top => 0.88,
            VPos::Center => 0.35,
            VPos::Bottom => 0.0,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let paint = self.paint(style.color());
        self.builder.text(Point::new(at.x, at.y + down * font.size), text, font, paint, anchor);
        Ok(())
    }
    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32)> {
        let font = Self::font(style);
        let size =
            [self.builder.measure.width(text, font), font.size].map(|side| to_grid(side).max(0) as u32);
        Ok((size[0], size[1]))
    }
}
