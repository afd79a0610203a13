//! A plotters backend for the page's canvas: plotters-canvas for shapes, our own text.
//!
//! **Invariant**: never measures through the DOM (a strict policy and host styles break that) and leaves the context's
//! state as it found it but for the transform it needs.

use crate::render::plotters::GRID;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use web_sys::CanvasRenderingContext2d;

pub struct Canvas {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// Font and alignment as last set, so that runs of labels do not set them again.
    font: String,
}

type Error = <CanvasBackend as DrawingBackend>::ErrorType;
type Result<T> = std::result::Result<T, DrawingErrorKind<Error>>;

impl Canvas {
    /// `None` where the context has no canvas of its own. One CSS px is `dpr` device px; `left`, in CSS px, is at the
    /// canvas' left edge.
    pub fn new(context: CanvasRenderingContext2d, dpr: f64, left: f64) -> Option<Self> {
        let dpr = dpr.clamp(0.1, 16.0);
        let scale = dpr / GRID;
        let inner = CanvasBackend::with_canvas_object(context.canvas()?)?;
        context.set_transform(scale, 0.0, 0.0, scale, (-left * dpr).round(), 0.0).ok()?;
        context.set_line_join("round");
        context.set_text_baseline("alphabetic");
        Some(Canvas { inner, context, font: String::new() })
    }
}

fn css(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    format!("rgba({r},{g},{b},{})", crate::geometry::number(color.alpha))
}

impl crate::render::plotters::Rounded for Canvas {}

impl DrawingBackend for Canvas {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }
    fn ensure_prepared(&mut self) -> Result<()> {
        self.inner.ensure_prepared()
    }
    fn present(&mut self) -> Result<()> {
        self.inner.present()
    }
    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Result<()> {
        self.inner.draw_pixel(at, color)
    }
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<()> {
        self.inner.draw_rect(from, to, style, fill)
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<()> {
        self.inner.draw_path(path, style)
    }
    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<()> {
        self.inner.draw_circle(center, radius, style, fill)
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<()> {
        self.inner.fill_polygon(path, style)
    }

    /// plotters-canvas knows no alphabetic baseline and no family of several names.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Result<()> {
        let bold = if matches!(style.style(), FontStyle::Bold) { "bold " } else { "" };
        let font = format!("{bold}{}px {}", crate::geometry::number(style.size()), style.family().as_str());
        if font != self.font {
            self.context.set_font(&font);
            self.font = font;
        }
        let anchor = style.anchor();
        self.context.set_text_align(match anchor.h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        self.context.set_fill_style_str(&css(style.color()));
        // the text of a mark is drawn or it is not; a canvas that refuses it has been lost and will be redrawn
        let _ = self.context.fill_text(text, f64::from(at.0), f64::from(at.1));
        Ok(())
    }
}
