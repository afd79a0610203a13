//! Marks: the things a picture is made of, placed in CSS px, with what they mean and the way they enter.
//!
//! **Invariant**: geometry is final and text is in the language; of colours a mark knows only the role. Every output
//! draws the same marks.

use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
pub use crate::layout::mark_id::{MarkId, Part, Piece, Scope};
pub use crate::layout::paint::Paint;
use crate::layout::paint::Tint;
use crate::text::Font;
use std::sync::Arc;

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
    /// Shared, so that a frame can hold the run without a copy.
    pub text: Arc<str>,
    /// Anchor point on the alphabetic baseline.
    pub at: Point,
    pub anchor: Anchor,
    pub font: Font,
    pub paint: Paint,
    /// Advance width in CSS px as measured at layout.
    pub width: f64,
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
    /// Units of one figure that are too many to be marks of their own; the mark's fill and stroke do not apply.
    Instances(Vec<Instance>),
}

/// Fields with more units than this are one mark of cells: a mark has an id and an entrance of its own, an instance is 32 bytes.
pub const MANY: usize = 1000;

/// One unit of a field: an upright rectangle of one paint; one that is all corner is a disc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Instance {
    /// Upper left corner, CSS px. Single precision: a hundredth of a pixel at 100,000 px.
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
    /// Of its corners, CSS px; half the width makes it a disc.
    pub radius: f32,
    pub tint: Tint,
    /// 0..=255.
    pub alpha: u8,
}

impl Instance {
    pub fn new(rect: Rect, radius: f64, paint: Paint) -> Self {
        Instance {
            x: rect.x as f32,
            y: rect.y as f32,
            w: rect.w as f32,
            h: rect.h as f32,
            radius: radius as f32,
            tint: paint.tint(),
            alpha: (paint.alpha * 255.0).round().clamp(0.0, 255.0) as u8,
        }
    }

    pub fn disc(center: Point, radius: f64, paint: Paint) -> Self {
        Instance::new(
            Rect::new(center.x - radius, center.y - radius, radius * 2.0, radius * 2.0),
            radius,
            paint,
        )
    }

    pub fn is_finite(&self) -> bool {
        (self.x + self.y + self.w + self.h + self.radius).is_finite()
    }

    pub fn is_disc(&self) -> bool {
        self.radius * 2.0 >= self.w - 0.01 && (self.w - self.h).abs() < 0.01
    }

    pub fn rect(&self) -> Rect {
        Rect::new(self.x.into(), self.y.into(), self.w.into(), self.h.into())
    }

    pub fn paint(&self) -> Paint {
        let Tint { role, mix } = self.tint;
        Paint { role, mix, alpha: f64::from(self.alpha) / 255.0 }
    }

    pub fn painted(&self, paint: Paint) -> Instance {
        let alpha = (paint.alpha * 255.0).round().clamp(0.0, 255.0) as u8;
        Instance { tint: paint.tint(), alpha, ..*self }
    }

    /// Shrunk around its middle to `amount` of its size.
    pub fn shrunk(&self, amount: f32) -> Instance {
        let (w, h) = (self.w * amount, self.h * amount);
        let (x, y) = (self.x + (self.w - w) / 2.0, self.y + (self.h - h) / 2.0);
        Instance { x, y, w, h, radius: self.radius * amount, ..*self }
    }

    pub fn fade(&self, by: f64) -> Instance {
        Instance { alpha: (f64::from(self.alpha) * by).round().clamp(0.0, 255.0) as u8, ..*self }
    }
}

/// Hatching at 45°: it means "beyond the bound" and nothing else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hatch {
    pub paint: Paint,
    /// Distance between strokes, CSS px.
    pub pitch: f64,
    pub stroke: f64,
    pub fade: Option<Fade>,
}

/// Opacity falls from 1 at `full` to 0 at `gone`: along x, or along y where it is upright. CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fade {
    pub full: f64,
    pub gone: f64,
    pub upright: bool,
}

impl Fade {
    pub fn across(full: f64, gone: f64) -> Fade {
        Fade { full, gone, upright: false }
    }

    /// Where it is upright its places are heights, which stay.
    fn shift(&mut self, by: f64) {
        if !self.upright {
            self.full += by;
            self.gone += by;
        }
    }

    fn scaled(self, k: f64) -> Fade {
        Fade { full: self.full * k, gone: self.gone * k, ..self }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    None,
    Solid(Paint),
    Hatch(Hatch),
    /// A soft disc for "about": opaque in its core, nothing at its rim.
    Soft(Paint),
    /// A ghost that fades towards its top: a size class on an axis.
    FadeUp(Paint),
    /// A bar whose last part fades out: "about" on a bar.
    FadeOut(Paint, Fade),
}

impl Fill {
    /// Its paint, however it is laid on.
    pub fn paint(&self) -> Option<Paint> {
        match *self {
            Fill::None => None,
            Fill::Solid(c) | Fill::Soft(c) | Fill::FadeUp(c) | Fill::FadeOut(c, _) => Some(c),
            Fill::Hatch(h) => Some(h.paint),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub paint: Paint,
    /// CSS px.
    pub width: f64,
    /// On and off lengths.
    pub dash: Option<(f64, f64)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub id: MarkId,
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
            Shape::Instances(cells) => {
                let first = cells.first().map(Instance::rect).unwrap_or_default();
                cells.iter().fold(first, |b, c| b.union(&c.rect()))
            }
        }
    }

    /// Moves it by so many CSS px to the right.
    pub fn shift(&mut self, by: f64) {
        match &mut self.shape {
            Shape::Rect { rect, .. } => rect.x += by,
            Shape::Circle { center, .. } | Shape::Sector { center, .. } => center.x += by,
            Shape::Path { points, .. } => points.iter_mut().for_each(|point| point.x += by),
            Shape::Text(run) => run.at.x += by,
            Shape::Instances(cells) => cells.iter_mut().for_each(|cell| cell.x += by as f32),
        }
        match &mut self.fill {
            Fill::Hatch(hatch) => hatch.fade.iter_mut().for_each(|fade| fade.shift(by)),
            Fill::FadeOut(_, fade) => fade.shift(by),
            _ => {}
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
            Shape::Instances(cells) => {
                let k = k as f32;
                for c in cells {
                    *c = Instance {
                        x: c.x * k,
                        y: c.y * k,
                        w: c.w * k,
                        h: c.h * k,
                        radius: c.radius * k,
                        ..*c
                    };
                }
            }
        }
        match &mut self.fill {
            Fill::Hatch(h) => {
                h.pitch *= k;
                h.stroke *= k;
                h.fade = h.fade.map(|fade| fade.scaled(k));
            }
            Fill::FadeOut(_, fade) => *fade = fade.scaled(k),
            _ => {}
        }
        if let Some(stroke) = &mut self.stroke {
            stroke.width *= k;
            stroke.dash = stroke.dash.map(|(on, off)| (on * k, off * k));
        }
    }
}
