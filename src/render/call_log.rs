//! A plotters backend that writes down what it is told, for tests and for looking inside a canvas.
//!
//! **Invariant**: records every call in order, in grid units, and draws nothing.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

/// One call.
#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    Rect { from: BackendCoord, to: BackendCoord, color: BackendColorBits },
    Circle { center: BackendCoord, radius: u32, color: BackendColorBits, stroke: Option<u32> },
    Polygon { points: Vec<BackendCoord>, color: BackendColorBits },
    Path { points: Vec<BackendCoord>, color: BackendColorBits, width: u32 },
    Text { text: String, at: BackendCoord, size: f64, color: BackendColorBits },
}

/// Red, green, blue and alpha in thousandths.
pub type BackendColorBits = (u8, u8, u8, u16);

fn bits(color: BackendColor) -> BackendColorBits {
    (color.rgb.0, color.rgb.1, color.rgb.2, (color.alpha * 1000.0).round() as u16)
}

#[derive(Clone, Debug, Default)]
pub struct Recorder {
    pub calls: Vec<Call>,
}

type Result<T> = std::result::Result<T, DrawingErrorKind<std::convert::Infallible>>;

impl crate::render::plotters::Rounded for Recorder {}

impl DrawingBackend for Recorder {
    type ErrorType = std::convert::Infallible;

    fn get_size(&self) -> (u32, u32) {
        (u32::MAX, u32::MAX)
    }
    fn ensure_prepared(&mut self) -> Result<()> {
        Ok(())
    }
    fn present(&mut self) -> Result<()> {
        Ok(())
    }
    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Result<()> {
        self.calls.push(Call::Rect { from: at, to: (at.0 + 1, at.1 + 1), color: bits(color) });
        Ok(())
    }
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Result<()> {
        self.calls.push(Call::Rect { from, to, color: bits(style.color()) });
        Ok(())
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<()> {
        let points = path.into_iter().collect();
        self.calls.push(Call::Path { points, color: bits(style.color()), width: style.stroke_width() });
        Ok(())
    }
    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<()> {
        let stroke = (!fill).then(|| style.stroke_width());
        self.calls.push(Call::Circle { center, radius, color: bits(style.color()), stroke });
        Ok(())
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<()> {
        self.calls.push(Call::Polygon { points: path.into_iter().collect(), color: bits(style.color()) });
        Ok(())
    }
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Result<()> {
        self.calls.push(Call::Text {
            text: text.to_string(),
            at,
            size: style.size(),
            color: bits(style.color()),
        });
        Ok(())
    }
}
