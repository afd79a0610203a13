//! A picture that does not move, painted on a canvas by plotters-canvas: stills, PNG files and paper.
//!
//! **Invariant**: draws what the display list says, which moving pictures are drawn from; a browser test compares the two.

use crate::render::plotters;
use crate::web::screen::Canvas;
use crate::web::Engine;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

#[wasm_bindgen]
impl Engine {
    /// Paints the whole frame at `seconds` since the scene began. The canvas is as wide as the picture with what the page
    /// has beside it, at `dpr` device px a CSS px; what was on it is painted over.
    pub fn render(
        &mut self,
        context: CanvasRenderingContext2d,
        dpr: f64,
        seconds: f64,
    ) -> Result<(), JsValue> {
        let (Some(frame), Some(placed)) = (self.frame(seconds), &self.placed) else { return Ok(()) };
        let ground = super::ground(placed, self.viewport);
        let mut canvas = Canvas::new(context, dpr, ground.x).ok_or_else(|| JsValue::from_str("no canvas"))?;
        plotters::begin(ground, &self.palette, &mut canvas)
            .and_then(|()| {
                frame.marks.iter().try_for_each(|mark| plotters::paint_mark(mark, &self.palette, &mut canvas))
            })
            .map_err(|e| JsValue::from_str(&e.to_string()))
    }
}
