//! A scene to marks at rest: title, charts, reading key and source line, placed in CSS px for a width.
//!
//! **Invariant**: layout is total: a validated story lays out at any width from 280 px without failing. It knows no
//! time beyond the delays it gives out, and no output.

pub mod axis;
pub mod board;
pub mod chart;
mod frame;
pub mod key;
pub mod label;
pub mod mark;
mod open;

use crate::locale::Locale;
use crate::story::figure::FigureIx;
use crate::story::Story;
use crate::text::Measure;
use crate::theme::{Role, Theme};
use crate::units::Rect;
use board::{Area, Board};
use mark::Mark;

/// Narrowest and widest layout in CSS px; wider pictures are this layout enlarged, as a print is.
pub const MIN_WIDTH: f64 = 280.0;
pub const MAX_WIDTH: f64 = 860.0;

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

/// A scene at rest. Guarantees: every mark lies inside `width` × `height`; keys are unique; data are in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedScene {
    pub width: f64,
    pub height: f64,
    pub theme: Theme,
    pub locale: Locale,
    pub marks: Vec<Mark>,
    pub data: Vec<Datum>,
    #[cfg(feature = "plain")]
    pub title: String,
    #[cfg(feature = "plain")]
    pub description: String,
    /// The reading key in words.
    #[cfg(feature = "plain")]
    pub key: Vec<String>,
}

/// What a picture is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// CSS px; below 280 counts as 280.
    pub width: f64,
    /// 1 is the usual size; 2 sets everything, text included, twice as large.
    pub text_scale: f64,
}

impl Viewport {
    pub fn new(width: f64) -> Self {
        Viewport { width, text_scale: 1.0 }
    }
}

fn is_compact(width: f64) -> bool {
    width < 520.0
}

/// The margin that a picture of this width has at its left and right, CSS px.
pub fn margin(width: f64) -> f64 {
    if is_compact(width) {
        16.0
    } else {
        32.0
    }
}

/// Lays out one scene. `scene` beyond the last counts as the last.
pub fn lay_out(
    story: &Story,
    scene: usize,
    viewport: Viewport,
    locale: Locale,
    theme: Theme,
    measure: &dyn Measure,
) -> PlacedScene {
    let scene = &story.scenes()[scene.min(story.scenes().len() - 1)];
    let asked = if viewport.width.is_finite() { viewport.width.clamp(MIN_WIDTH, 8192.0) } else { MIN_WIDTH };
    let scale = if viewport.text_scale.is_finite() { viewport.text_scale.clamp(0.5, 4.0) } else { 1.0 };
    let width = (asked / scale).clamp(MIN_WIDTH, MAX_WIDTH);
    let k = asked / width;
    let compact = is_compact(width);
    let mut board = Board::new(story, locale, theme, measure, scene.accent, compact);
    let margin = margin(width);
    let inner = Area::new(margin, 0.0, width - 2.0 * margin);

    let mut y = frame::header(&mut board, scene, inner);
    for (r, row) in scene.rows.iter().enumerate() {
        let gap = if compact { 20.0 } else { 28.0 };
        if r > 0 {
            y += gap;
        }
        y = place_row(&mut board, row, r, Area::new(inner.x, y, inner.w), &scene.id);
    }
    board.scope("foot");
    board.delay = 0.0;
    #[cfg_attr(not(feature = "plain"), allow(unused_variables))]
    let (height, key) = frame::footer(&mut board, scene, Area::new(inner.x, y, inner.w));
    board.close();
    let mut placed = PlacedScene {
        width: asked,
        height: height * k,
        theme,
        locale,
        marks: board.marks,
        data: board.data,
        #[cfg(feature = "plain")]
        title: story.say(&scene.title, locale),
        #[cfg(feature = "plain")]
        description: frame::description(story, scene, locale),
        #[cfg(feature = "plain")]
        key,
    };
    if (k - 1.0).abs() > 1e-9 {
        for mark in &mut placed.marks {
            mark.scale(k);
        }
        for datum in &mut placed.data {
            let b = datum.bounds;
            datum.bounds = Rect::new(b.x * k, b.y * k, b.w * k, b.h * k);
        }
    }
    placed
}

/// Charts of a row side by side where each has room, else one below the other; returns the y below them.
fn place_row(
    board: &mut Board,
    row: &[crate::story::chart::Placed],
    index: usize,
    area: Area,
    scene: &str,
) -> f64 {
    let gap = 32.0;
    let total: f64 = row.iter().map(|p| p.weight).sum();
    let room = area.w - gap * (row.len().max(1) - 1) as f64;
    let widths: Vec<f64> = row.iter().map(|p| room * p.weight / total.max(0.1)).collect();
    let stacked = row.iter().zip(&widths).any(|(p, w)| *w < chart::least_width(&p.chart));
    let mut bottom = area.y;
    let mut x = area.x;
    for (c, (placed, w)) in row.iter().zip(widths).enumerate() {
        board.scope(format!("{scene}-{index}-{c}"));
        board.delay = 0.15 + 0.12 * (index * 2 + c) as f64;
        if stacked {
            if c > 0 {
                bottom += 24.0;
            }
            bottom += chart::place(board, Area::new(area.x, bottom, area.w), &placed.chart);
        } else {
            let height = chart::place(board, Area::new(x, area.y, w), &placed.chart);
            bottom = bottom.max(area.y + height);
            x += w + gap;
        }
        board.end();
    }
    bottom
}

impl PlacedScene {
    /// Seconds until everything is at rest.
    pub fn duration(&self) -> f64 {
        self.marks.iter().map(|m| m.enter.end()).fold(0.0, f64::max)
    }

    pub fn surface(&self) -> crate::color::Color {
        self.theme.color(Role::Surface)
    }
}
