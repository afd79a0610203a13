//! A scene to marks at rest: title, charts, reading key and source line, placed in CSS px for a width.
//!
//! **Invariant**: layout is total: a validated story lays out at any width from 280 px without failing. It knows no
//! time beyond the delays it gives out, and no output.

pub mod backend;
pub mod big_number;
pub mod bound_marks;
pub mod easing;
pub mod enter;
pub mod interaction;
pub mod label;
pub mod legend;
pub mod legend_entry;
pub mod mark;
pub mod mark_id;
pub mod pace;
pub mod page_frame;
pub mod paint;
pub mod pictogram;
pub mod scale;
pub mod scene_builder;

use crate::geometry::Rect;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use interaction::GuessPlace;
use mark::Mark;
use std::ops::Range;

/// Narrowest picture in CSS px.
pub const MIN_WIDTH: f64 = 280.0;
/// Narrowest layout in CSS px: of a narrow picture whose text is twice as large, so that nothing of it has to be scrolled sideways.
pub const MIN_LAYOUT: f64 = MIN_WIDTH / 2.0;
/// Widest layout in CSS px: a wider picture is this one, enlarged, so that its words stay as large beside its marks.
pub const MAX_WIDTH: f64 = 860.0;
/// The same for a picture in a page's window, which has room beside its text.
pub const MAX_WINDOW: f64 = 1184.0;

/// Something the picture says: a figure or words, with the box of its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// Figure id, or a key of its own for words.
    pub key: String,
    pub figure: Option<FigureIx>,
    /// What it is called aloud: label, value with bound and unit, period.
    pub name: String,
    /// CSS px at rest.
    pub bounds: Rect,
}

/// A scene at rest. Guarantees: every mark lies inside `width` × `height`, or in what the picture has beside that; ids are
/// unique; data are in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedScene {
    pub width: f64,
    pub height: f64,
    /// CSS px at its left and at its right that it may use too: not 0 only in a full-bleed chapter.
    pub beside: (f64, f64),
    pub locale: Locale,
    pub marks: Vec<Mark>,
    pub data: Vec<Datum>,
    pub title: String,
    pub description: String,
    /// The reading key in words.
    pub key: Vec<String>,
    /// Of how many pictures, one after the other, the scene consists in this view, and which of them this is.
    pub beats: usize,
    pub beat: usize,
    /// Which of the scene's sentences are read beside this picture.
    pub sentences: Range<usize>,
    /// The figure that is kept back while the reader guesses it.
    pub hidden: Option<FigureIx>,
    /// Where it is guessed, if in this picture.
    pub guess: Option<GuessPlace>,
}

/// What a picture is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// CSS px; below 280 counts as 280.
    pub width: f64,
    /// 1 is the usual size; 2 sets everything, text included, twice as large.
    pub text_scale: f64,
    /// CSS px that a page gives a picture whose heading the page shows itself. Without it the picture carries its heading
    /// and is as high as it needs to be.
    pub height: Option<f64>,
    /// What the page has beside the picture, which full-bleed chapters use; only with a height.
    pub beside: Beside,
}

/// The room around a picture in a page, CSS px. At its sides it counts only where there is text at the picture's left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Beside {
    /// From the window's left edge to the picture.
    pub left: f64,
    /// From the picture to the window's right edge; at the left there is as much before the text.
    pub right: f64,
    /// Width of the column of text.
    pub text: f64,
    /// By how much a picture may be higher that no sentence is read beside: the room of the text below it, on a phone.
    pub below: f64,
}

impl Viewport {
    pub fn new(width: f64) -> Self {
        Viewport { width, text_scale: 1.0, height: None, beside: Beside::default() }
    }
}

impl Viewport {
    /// The width in CSS px that a picture gets.
    pub(crate) fn asked(&self) -> f64 {
        if self.width.is_finite() {
            self.width.clamp(MIN_WIDTH, 8192.0)
        } else {
            MIN_WIDTH
        }
    }
}

impl PlacedScene {
    /// The box around all marks of each datum.
    pub(crate) fn measure(&mut self) {
        let mut seen = vec![false; self.data.len()];
        for mark in &self.marks {
            let Some(at) = mark.datum.map(|at| at as usize).filter(|at| *at < seen.len()) else { continue };
            let (bounds, own) = (&mut self.data[at].bounds, mark.bounds());
            *bounds = if seen[at] { bounds.union(&own) } else { own };
            seen[at] = true;
        }
    }

    /// Whether nothing stands out at its sides.
    pub(crate) fn fits(&self) -> bool {
        let (left, right) = (-self.beside.0 - 1.0, self.width + self.beside.1 + 1.0);
        self.marks.iter().map(Mark::bounds).all(|b| b.x >= left && b.right() <= right)
    }

    /// All of it for a picture of another width.
    pub(crate) fn enlarge(&mut self, asked: f64) {
        let k = asked / self.width;
        self.width = asked;
        if (k - 1.0).abs() <= 1e-9 {
            return;
        }
        self.height *= k;
        self.beside = (self.beside.0 * k, self.beside.1 * k);
        self.marks.iter_mut().for_each(|mark| mark.scale(k));
        self.guess.iter_mut().for_each(|guess| guess.scale(k));
        for datum in &mut self.data {
            let b = datum.bounds;
            datum.bounds = Rect::new(b.x * k, b.y * k, b.w * k, b.h * k);
        }
    }

    /// Seconds until everything is at rest.
    pub fn duration(&self) -> f64 {
        self.marks.iter().map(|m| m.enter.end()).fold(0.0, f64::max)
    }
}
