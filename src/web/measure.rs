//! `measureText` on a canvas that is never shown, remembered by string and font.
//!
//! **Invariant**: adds nothing to the host's page. Where no canvas can be had, the built-in table answers.

use crate::text::metrics::BuiltIn;
use crate::text::{Family, Font, Measure};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Text is measured at one size and scaled: advance widths grow with the size, and the cache stays small.
const SIZE: f64 = 100.0;
/// Strings remembered; a story has some thousands at all its widths.
const REMEMBERED: usize = 20_000;

/// A text, its family and weight, and how wide it is at `SIZE`.
type Known = (String, Family, bool, f64);

#[derive(Default)]
pub struct Screen {
    /// Sorted: text and what sets it.
    known: RefCell<Vec<Known>>,
    tried: RefCell<Option<Option<CanvasRenderingContext2d>>>,
}

impl Screen {
    fn context(&self) -> Option<CanvasRenderingContext2d> {
        let mut tried = self.tried.borrow_mut();
        tried
            .get_or_insert_with(|| {
                let document = web_sys::window()?.document()?;
                let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
                canvas.get_context("2d").ok()??.dyn_into().ok()
            })
            .clone()
    }
}

impl Measure for Screen {
    fn width(&self, text: &str, font: Font) -> f64 {
        let order = |k: &Known| k.0.as_str().cmp(text).then(k.1.cmp(&font.family)).then(k.2.cmp(&font.bold));
        let found = self.known.borrow().binary_search_by(order);
        if let Ok(at) = found {
            return self.known.borrow()[at].3 * font.size / SIZE;
        }
        let Some(context) = self.context() else { return BuiltIn.width(text, font) };
        context.set_font(&css(Font { size: SIZE, ..font }));
        let width = context.measure_text(text).map(|m| m.width()).unwrap_or(f64::NAN);
        if !width.is_finite() || width < 0.0 {
            return BuiltIn.width(text, font);
        }
        let mut known = self.known.borrow_mut();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let at = known.binary_search_by(order).unwrap_or_else(|at| at);
        known.insert(at, (text.to_string(), font.family, font.bold, width));
        width * font.size / SIZE
    }
}

/// A font as canvas and CSS write it.
pub fn css(font: Font) -> String {
    let weight = if font.bold { "bold " } else { "" };
    format!("{weight}{}px {}", crate::units::number(font.size), font.family.css())
}
