//! A placed scene and a time to a frame.
//!
//! **Invariant**: a frame is a pure function of scene and time: any `t`, in any order, gives the same marks.

use crate::geometry::{Point, Rect, Seconds};
use crate::layout::easing;
use crate::layout::enter::{stagger, Effect, ENTER, STAGGER_ALL};
use crate::layout::mark::{Fill, Hatch, Instance, Mark, Shape, Stroke};
use crate::layout::PlacedScene;

/// The marks that show at one moment, back to front.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// CSS px.
    pub width: f64,
    pub height: f64,
    pub marks: Vec<Mark>,
}

impl Frame {
    pub(crate) fn empty(placed: &PlacedScene) -> Frame {
        Frame { width: placed.width, height: placed.height, marks: Vec::new() }
    }
}

/// The scene at `t`. Marks that have not entered yet are left out; at `duration` the frame is the scene at rest.
pub fn frame_at(placed: &PlacedScene, t: Seconds) -> Frame {
    let mut frame = Frame::empty(placed);
    frame.marks.reserve(placed.marks.len());
    walk(placed, t, &mut |mark| frame.marks.push(mark.clone()));
    frame
}

/// Hands the marks of the scene at `t` to `see`, back to front: a painter needs no copy of those that stand still.
pub fn walk(placed: &PlacedScene, t: Seconds, see: &mut dyn FnMut(&Mark)) {
    for mark in &placed.marks {
        step(mark, t, see);
    }
}

/// One mark at `t`: as it stands, on its way in, or not at all yet.
pub fn step(mark: &Mark, t: Seconds, see: &mut dyn FnMut(&Mark)) {
    let progress = mark.enter.progress(t);
    if progress >= 1.0 {
        see(mark);
    } else if progress > 0.0 {
        see(&entering(mark, t));
    }
}

/// A mark part of the way in, at a time between the beginning and the end of its entrance.
fn entering(mark: &Mark, t: Seconds) -> Mark {
    let amount = mark.enter.amount(t);
    if let Shape::Instances(cells) = &mark.shape {
        return Mark {
            shape: Shape::Instances(one_by_one(cells, t.get() - mark.enter.delay, mark.enter.duration)),
            ..bare(mark)
        };
    }
    let mut m = mark.clone();
    match m.enter.effect {
        Effect::Fade => fade(&mut m, amount),
        Effect::GrowRight => {
            if let Shape::Rect { rect, .. } = &mut m.shape {
                rect.w *= amount;
            }
        }
        Effect::GrowLeft => {
            if let Shape::Rect { rect, .. } = &mut m.shape {
                let w = rect.w * amount;
                rect.x += rect.w - w;
                rect.w = w;
            }
        }
        Effect::GrowUp => {
            if let Shape::Rect { rect, .. } = &mut m.shape {
                let h = rect.h * amount;
                rect.y += rect.h - h;
                rect.h = h;
            }
        }
        Effect::GrowDown => {
            if let Shape::Rect { rect, .. } = &mut m.shape {
                rect.h *= amount;
            }
        }
        Effect::Pop => pop(&mut m, amount),
        Effect::Draw => draw(&mut m, amount),
        Effect::Drop => {
            if let Shape::Rect { rect, .. } = &mut m.shape {
                rect.y -= (1.0 - amount) * 24.0;
            }
            fade(&mut m, amount);
        }
    }
    m
}

/// The mark without its shape, for another shape to take its place.
fn bare(mark: &Mark) -> Mark {
    Mark {
        id: mark.id,
        datum: mark.datum,
        shape: Shape::Instances(Vec::new()),
        fill: mark.fill,
        stroke: mark.stroke,
        enter: mark.enter,
    }
}

/// The cells of a field `seconds` after it began to enter, within `duration`: each pops, one after another.
fn one_by_one(cells: &[Instance], seconds: f64, duration: f64) -> Vec<Instance> {
    let usual = seconds / duration * (ENTER + STAGGER_ALL);
    let amount = |i: usize| easing::cubic_out((usual - stagger(i, cells.len())) / ENTER);
    let entered = cells.iter().enumerate().map(|(i, cell)| (cell, amount(i)));
    entered
        .filter(|(_, amount)| *amount > 0.0)
        .map(
            |(cell, amount)| {
                if amount < 1.0 {
                    cell.shrunk(amount as f32).fade((amount * 2.0).min(1.0))
                } else {
                    *cell
                }
            },
        )
        .collect()
}

fn pop(m: &mut Mark, amount: f64) {
    let middle = m.bounds().center();
    match &mut m.shape {
        Shape::Rect { rect, radius } => {
            *rect = Rect::new(
                middle.x - rect.w * amount / 2.0,
                middle.y - rect.h * amount / 2.0,
                rect.w * amount,
                rect.h * amount,
            );
            *radius *= amount;
        }
        Shape::Circle { radius, .. } => *radius *= amount,
        Shape::Path { points, .. } => points.iter_mut().for_each(|p| *p = middle.towards(*p, amount)),
        Shape::Sector { inner, outer, .. } => {
            *inner *= amount;
            *outer *= amount;
        }
        Shape::Text(_) | Shape::Instances(_) => {}
    }
    fade(m, (amount * 2.0).min(1.0));
}

fn draw(m: &mut Mark, amount: f64) {
    match &mut m.shape {
        Shape::Sector { from, to, .. } => *to = *from + (*to - *from) * amount,
        Shape::Path { points, closed: false } => *points = first_part(points, amount),
        _ => fade(m, amount),
    }
}

/// The first `amount` of a polyline by length.
fn first_part(points: &[Point], amount: f64) -> Vec<Point> {
    let total: f64 = points.windows(2).map(|w| w[0].distance(w[1])).sum();
    let mut left = total * amount;
    let mut out: Vec<Point> = points.first().copied().into_iter().collect();
    for w in points.windows(2) {
        let length = w[0].distance(w[1]);
        if left <= length {
            out.push(w[0].towards(w[1], if length > 0.0 { left / length } else { 1.0 }));
            break;
        }
        out.push(w[1]);
        left -= length;
    }
    out
}

/// The mark with all its paints fainter.
pub fn faded(mark: &Mark, by: f64) -> Mark {
    let mut m = mark.clone();
    fade(&mut m, by);
    m
}

fn fade(m: &mut Mark, by: f64) {
    m.fill = match m.fill {
        Fill::None => Fill::None,
        Fill::Solid(c) => Fill::Solid(c.fade(by)),
        Fill::Hatch(h) => Fill::Hatch(Hatch { paint: h.paint.fade(by), ..h }),
        Fill::Soft(c) => Fill::Soft(c.fade(by)),
        Fill::FadeUp(c) => Fill::FadeUp(c.fade(by)),
        Fill::FadeOut(c, fade) => Fill::FadeOut(c.fade(by), fade),
    };
    m.stroke = m.stroke.map(|s| Stroke { paint: s.paint.fade(by), ..s });
    match &mut m.shape {
        Shape::Text(run) => run.paint = run.paint.fade(by),
        Shape::Instances(cells) => cells.iter_mut().for_each(|c| *c = c.fade(by)),
        _ => {}
    }
}
