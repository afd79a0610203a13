//! Marks: the things a picture is made of, placed in CSS px, coloured, with the way they enter.
//!
//! **Invariant**: a mark holds nothing that must be looked up: geometry is final, colours are of the theme, text is in
//! the language. Every output draws the same marks.

use crate::color::Color;
use crate::locale::number::Decimal;
use crate::motion::Enter;
use crate::text::Font;
use crate::units::{Point, Rect};

/// Horizontal anchor of a run of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// One run of text on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub text: String,
    /// Anchor point on the alphabetic baseline.
    pub at: Point,
    pub anchor: Anchor,
    pub font: Font,
    pub color: Color,
    /// Advance width in CSS px as measured at layout.
    pub width: f64,
    /// For counting numbers: the value and whether digits are grouped. The run is anchored at its end, so that
    /// growing digits do not shift what follows.
    pub count: Option<(Decimal, bool)>,
}

impl Run {
    /// The box of the line: from above the highest letter to below the lowest.
    pub fn bounds(&self) -> Rect {
        let x = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.width / 2.0,
            Anchor::End => self.at.x - self.width,
        };
        let size = self.font.size;
        Rect::new(x, self.at.y - 0.88 * size, self.width, 1.06 * size)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        rect: Rect,
        radius: f64,
    },
    Circle {
        center: Point,
        radius: f64,
    },
    /// Part of a ring; angles clockwise from twelve o'clock, `from` ≤ `to`; `inner` may be 0.
    Sector {
        center: Point,
        inner: f64,
        outer: f64,
        from: f64,
        to: f64,
    },
    Path {
        points: Vec<Point>,
        closed: bool,
    },
    Text(Run),
}

/// Hatching at 45°: it means "beyond the bound" and nothing else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hatch {
    pub color: Color,
    /// Distance between strokes, CSS px.
    pub pitch: f64,
    pub stroke: f64,
    /// Opacity falls from 1 at the first x to 0 at the second.
    pub fade: Option<(f64, f64)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    None,
    Solid(Color),
    Hatch(Hatch),
    /// A soft disc for "about": opaque in its core, nothing at its rim.
    Soft(Color),
    /// A ghost that fades towards its top: a size class on an axis.
    FadeUp(Color),
    /// A bar whose last part, from the given x on, fades out: "about" on a bar.
    FadeRight(Color, f64),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub color: Color,
    /// CSS px.
    pub width: f64,
    /// On and off lengths.
    pub dash: Option<(f64, f64)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Unique in its scene and stable: the same thing has the same key at every size and in every language.
    pub key: String,
    /// Index into the scene's data, where the mark stands for one.
    pub datum: Option<u32>,
    pub shape: Shape,
    pub fill: Fill,
    pub stroke: Option<Stroke>,
    pub enter: Enter,
}

impl Mark {
    /// The smallest upright box around the mark, without its stroke.
    pub fn bounds(&self) -> Rect {
        match &self.shape {
            Shape::Rect { rect, .. } => *rect,
            Shape::Circle { center, radius } => {
                Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius)
            }
            Shape::Sector { center, outer, .. } => {
                Rect::new(center.x - outer, center.y - outer, 2.0 * outer, 2.0 * outer)
            }
            Shape::Path { points, .. } => {
                let first = points.first().copied().unwrap_or_default();
                points.iter().fold(Rect::new(first.x, first.y, 0.0, 0.0), |b, p| {
                    b.union(&Rect::new(p.x, p.y, 0.0, 0.0))
                })
            }
            Shape::Text(run) => run.bounds(),
        }
    }

    /// All lengths times `k`, from the origin: how a wide or large-text picture is made from its reference layout.
    pub fn scale(&mut self, k: f64) {
        let p = |p: &mut Point| {
            p.x *= k;
            p.y *= k;
        };
        match &mut self.shape {
            Shape::Rect { rect, radius } => {
                *rect = Rect::new(rect.x * k, rect.y * k, rect.w * k, rect.h * k);
                *radius *= k;
            }
            Shape::Circle { center, radius } => {
                p(center);
                *radius *= k;
            }
            Shape::Sector { center, inner, outer, .. } => {
                p(center);
                *inner *= k;
                *outer *= k;
            }
            Shape::Path { points, .. } => points.iter_mut().for_each(p),
            Shape::Text(run) => {
                p(&mut run.at);
                run.font.size *= k;
                run.width *= k;
            }
        }
        match &mut self.fill {
            Fill::Hatch(h) => {
                h.pitch *= k;
                h.stroke *= k;
                h.fade = h.fade.map(|(a, b)| (a * k, b * k));
            }
            Fill::FadeRight(_, x) => *x *= k,
            _ => {}
        }
        if let Some(stroke) = &mut self.stroke {
            stroke.width *= k;
            stroke.dash = stroke.dash.map(|(on, off)| (on * k, off * k));
        }
    }
}
