//! Marks to primitives: hatching becomes stripes, soft edges become steps of opacity, sectors become polygons.
//!
//! **Invariant**: after this step there is nothing left to interpret: a primitive is a filled or stroked outline, or a
//! run of text, in CSS px. Not-a-number and infinity do not pass.

use crate::geometry::{Point, Rect};
use crate::layout::mark::{Fade, Fill, Hatch, Instance, Mark, Paint, Run, Shape, Stroke};
use crate::motion::frame::Frame;
use std::borrow::Cow;
use std::f64::consts::{SQRT_2, TAU};

/// Text, cells and plain lines are the mark's own: nothing is copied for them.
#[derive(Clone, Debug, PartialEq)]
pub enum Primitive<'a> {
    Rect {
        rect: Rect,
        paint: Paint,
    },
    Circle {
        center: Point,
        radius: f64,
        paint: Paint,
    },
    /// Filled outlines of one colour; they do not overlap one another.
    Polygons {
        outlines: Vec<Vec<Point>>,
        paint: Paint,
    },
    Ring {
        center: Point,
        radius: f64,
        stroke: Stroke,
    },
    Line {
        points: Cow<'a, [Point]>,
        closed: bool,
        stroke: Stroke,
    },
    Text(&'a Run),
    /// Filled cells, each in its colour.
    Instances(&'a [Instance]),
}

/// Steps of opacity in a soft edge.
const STEPS: usize = 8;

/// All primitives of a frame, back to front, each with the index of its mark.
pub fn tessellate_frame(frame: &Frame) -> Vec<(usize, Primitive<'_>)> {
    let mut out = Vec::with_capacity(frame.marks.len() + 16);
    for (i, mark) in frame.marks.iter().enumerate() {
        out.extend(tessellate(mark).into_iter().map(|primitive| (i, primitive)));
    }
    out
}

/// The primitives of one mark: fill first, stroke on top. What is not finite is left out.
pub fn tessellate(mark: &Mark) -> Vec<Primitive<'_>> {
    let mut out = Vec::new();
    match &mark.shape {
        Shape::Text(run) => {
            if !run.text.is_empty() && run.paint.alpha > 0.0 {
                out.push(Primitive::Text(run));
            }
        }
        Shape::Instances(cells) => out.push(Primitive::Instances(cells)),
        _ => {
            filled(mark, &mut out);
            out.extend(stroked(mark));
        }
    }
    out.retain(is_finite);
    out
}

/// A mark that is filled like a cell with round corners, and the primitive of its stroke: for painters that know such rectangles.
pub fn rounded(mark: &Mark) -> Option<(Rect, f64, Paint, Option<Primitive<'_>>)> {
    match (&mark.shape, mark.fill) {
        (Shape::Rect { rect, radius }, Fill::Solid(paint)) if *radius > 0.0 && paint.alpha > 0.0 => {
            let finite = (rect.x + rect.y + rect.w + rect.h + radius).is_finite();
            finite.then(|| (*rect, *radius, paint, stroked(mark)))
        }
        _ => None,
    }
}

fn filled(mark: &Mark, out: &mut Vec<Primitive<'_>>) {
    match mark.fill {
        Fill::None => {}
        Fill::Solid(paint) => out.extend(solid(&mark.shape, paint)),
        Fill::Hatch(hatch) => stripes(&outline(&mark.shape), hatch, out),
        Fill::Soft(paint) => {
            let b = mark.bounds();
            let (center, radius) = (b.center(), b.w / 2.0);
            for step in 0..STEPS {
                let part = 1.0 - step as f64 / STEPS as f64 * 0.72;
                out.push(Primitive::Circle { center, radius: radius * part, paint: paint.fade(0.11) });
            }
        }
        Fill::FadeUp(paint) => {
            let b = mark.bounds();
            let h = b.h / STEPS as f64;
            for step in 0..STEPS {
                let rect = Rect::new(b.x, b.y + step as f64 * h, b.w, h);
                out.push(Primitive::Rect { rect, paint: paint.fade((step + 1) as f64 / STEPS as f64) });
            }
        }
        Fill::FadeOut(paint, fade) => fading(mark.bounds(), paint, fade, out),
    }
}

/// A box that is opaque to where its fade begins, and from there to its edge in steps.
fn fading(b: Rect, paint: Paint, fade: Fade, out: &mut Vec<Primitive<'_>>) {
    let (start, end) = if fade.upright { (b.y, b.bottom()) } else { (b.x, b.right()) };
    let full = fade.full.clamp(start, end);
    let (opaque, gone) = if fade.gone < fade.full { (end, start) } else { (start, end) };
    let mut part = |from: f64, to: f64, paint: Paint| {
        let (low, high) = (from.min(to), from.max(to));
        let rect = match fade.upright {
            true => Rect::new(b.x, low, b.w, high - low),
            false => Rect::new(low, b.y, high - low, b.h),
        };
        out.push(Primitive::Rect { rect, paint });
    };
    part(opaque, full, paint);
    let step = (gone - full) / STEPS as f64;
    for i in 0..STEPS {
        let from = full + i as f64 * step;
        part(from, from + step, paint.fade(1.0 - (i + 1) as f64 / (STEPS + 1) as f64));
    }
}

fn stroked(mark: &Mark) -> Option<Primitive<'_>> {
    mark.stroke.filter(|s| s.paint.alpha > 0.0 && s.width > 0.0).map(|stroke| match &mark.shape {
        Shape::Circle { center, radius } if stroke.dash.is_none() => {
            Primitive::Ring { center: *center, radius: *radius, stroke }
        }
        Shape::Sector { center, inner, outer, from, to } if inner == outer => {
            let points = Cow::Owned(arc(*center, *outer, *from, *to));
            Primitive::Line { points, closed: false, stroke }
        }
        Shape::Path { points, closed } => {
            Primitive::Line { points: Cow::Borrowed(points), closed: *closed, stroke }
        }
        shape => Primitive::Line { points: Cow::Owned(outline(shape)), closed: true, stroke },
    })
}

fn solid(shape: &Shape, paint: Paint) -> Option<Primitive<'static>> {
    if paint.alpha <= 0.0 {
        return None;
    }
    Some(match shape {
        Shape::Rect { rect, radius } if *radius <= 0.0 => Primitive::Rect { rect: *rect, paint },
        Shape::Circle { center, radius } => Primitive::Circle { center: *center, radius: *radius, paint },
        shape => Primitive::Polygons { outlines: vec![outline(shape)], paint },
    })
}

pub(crate) fn arc(center: Point, radius: f64, from: f64, to: f64) -> Vec<Point> {
    // a chord may leave its circle by a twentieth of a pixel
    let count = ((to - from).abs() / TAU * (12.0 + 6.0 * radius.max(0.0).sqrt())).ceil().max(2.0) as usize;
    (0..=count).map(|i| center.around(radius, from + (to - from) * i as f64 / count as f64)).collect()
}

/// The closed outline of a shape.
fn outline(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Rect { rect: r, radius } if *radius <= 0.0 => vec![
            Point::new(r.x, r.y),
            Point::new(r.right(), r.y),
            Point::new(r.right(), r.bottom()),
            Point::new(r.x, r.bottom()),
        ],
        Shape::Rect { rect: r, radius } => {
            let k = radius.min(r.w / 2.0).min(r.h / 2.0);
            // one corner, turned by a right angle for each of the others: sines are asked of the browser
            let corner = arc(Point::default(), k, 0.0, TAU / 4.0);
            let (left, top, right, bottom) = (r.x + k, r.y + k, r.right() - k, r.bottom() - k);
            let mut points = Vec::with_capacity(4 * corner.len());
            points.extend(corner.iter().map(|p| Point::new(right + p.x, top + p.y)));
            points.extend(corner.iter().map(|p| Point::new(right - p.y, bottom + p.x)));
            points.extend(corner.iter().map(|p| Point::new(left - p.x, bottom - p.y)));
            points.extend(corner.iter().map(|p| Point::new(left + p.y, top - p.x)));
            points
        }
        Shape::Circle { center, radius } => {
            let mut points = arc(*center, *radius, 0.0, TAU);
            points.pop();
            points
        }
        Shape::Sector { center, inner, outer, from, to } => {
            let mut points = arc(*center, *outer, *from, *to);
            if *inner > 0.0 {
                points.extend(arc(*center, *inner, *from, *to).into_iter().rev());
            } else {
                points.push(*center);
            }
            points
        }
        Shape::Path { points, .. } => points.clone(),
        Shape::Text(_) | Shape::Instances(_) => Vec::new(),
    }
}

/// The outline of a rectangle with round corners.
pub fn rounded_outline(rect: Rect, radius: f64) -> Vec<Point> {
    outline(&Shape::Rect { rect, radius })
}

/// Stripes at 45° across an outline, on one lattice for the whole picture, so that neighbours line up.
fn stripes(outline: &[Point], hatch: Hatch, out: &mut Vec<Primitive<'_>>) {
    let step = hatch.pitch.max(0.5) * SQRT_2;
    let half = hatch.stroke * SQRT_2 / 2.0;
    let sums = outline.iter().map(|p| p.x + p.y);
    let (low, high) = sums.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), s| (a.min(s), b.max(s)));
    if !low.is_finite() || !high.is_finite() || (high - low) / step > 4096.0 {
        return;
    }
    let mut bands = Vec::new();
    let mut i = ((low - half) / step).floor();
    while i * step - half <= high {
        let c = i * step;
        let band = clip(&clip(outline, |p| p.x + p.y - (c - half)), |p| (c + half) - p.x - p.y);
        if band.len() >= 3 {
            bands.push(band);
        }
        i += 1.0;
    }
    match hatch.fade {
        None if bands.is_empty() => {}
        None => out.push(Primitive::Polygons { outlines: bands, paint: hatch.paint }),
        Some(Fade { full, gone, upright }) => {
            for band in bands {
                let along = |p: &Point| if upright { p.y } else { p.x };
                let middle = band.iter().map(along).sum::<f64>() / band.len() as f64;
                let opacity = 1.0 - ((middle - full) / (gone - full)).clamp(0.0, 1.0);
                // sixteen steps are finer than the eye and keep files small
                let opacity = (opacity * 16.0).round() / 16.0;
                if opacity > 0.0 {
                    out.push(Primitive::Polygons { outlines: vec![band], paint: hatch.paint.fade(opacity) });
                }
            }
        }
    }
}

/// The part of a polygon where `inside` is not negative (Sutherland and Hodgman's clipping by one half-plane).
fn clip(points: &[Point], inside: impl Fn(Point) -> f64) -> Vec<Point> {
    let mut out = Vec::with_capacity(points.len() + 2);
    for (i, &b) in points.iter().enumerate() {
        let a = points[(i + points.len() - 1) % points.len()];
        let (da, db) = (inside(a), inside(b));
        if (da < 0.0) != (db < 0.0) {
            out.push(a.towards(b, da / (da - db)));
        }
        if db >= 0.0 {
            out.push(b);
        }
    }
    out
}

/// Cuts a polyline into its dashes.
pub fn dashes(points: &[Point], closed: bool, on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut path = points.to_vec();
    if closed {
        path.extend(points.first().copied());
    }
    let total: f64 = path.windows(2).map(|w| w[0].distance(w[1])).sum();
    if on <= 0.0 || off <= 0.0 || total / (on + off) > 20_000.0 {
        return vec![path];
    }
    let mut out = Vec::new();
    let mut current: Vec<Point> = path.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, on);
    for w in path.windows(2) {
        let length = w[0].distance(w[1]);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let p = w[0].towards(w[1], done / length);
            if drawing {
                current.push(p);
                out.push(std::mem::take(&mut current));
            } else {
                current = vec![p];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length - done;
        if drawing {
            current.push(w[1]);
        }
    }
    if drawing && current.len() > 1 {
        out.push(current);
    }
    out
}

fn is_finite(primitive: &Primitive) -> bool {
    let ok = |p: &Point| p.x.is_finite() && p.y.is_finite();
    match primitive {
        Primitive::Rect { rect, .. } => [rect.x, rect.y, rect.w, rect.h].iter().all(|v| v.is_finite()),
        Primitive::Circle { center, radius, .. } => ok(center) && radius.is_finite(),
        Primitive::Polygons { outlines, .. } => outlines.iter().flatten().all(ok),
        Primitive::Ring { center, radius, .. } => ok(center) && radius.is_finite(),
        Primitive::Line { points, .. } => points.iter().all(ok),
        Primitive::Text(run) => ok(&run.at) && run.font.size.is_finite(),
        Primitive::Instances(cells) => cells.iter().all(Instance::is_finite),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Role;

    #[test]
    fn dashes_cover_what_they_should() {
        let line = [Point::new(0.0, 0.0), Point::new(100.0, 0.0)];
        let parts = dashes(&line, false, 6.0, 4.0);
        let length: f64 = parts.iter().flat_map(|p| p.windows(2)).map(|w| w[0].distance(w[1])).sum();
        assert_eq!(parts.len(), 10);
        assert!((length - 60.0).abs() < 1e-9, "{length}");
    }

    #[test]
    fn stripes_stay_inside_and_cover_a_third() {
        let square = [(0.0, 0.0), (60.0, 0.0), (60.0, 60.0), (0.0, 60.0)].map(|(x, y)| Point::new(x, y));
        let mut out = Vec::new();
        let hatch = Hatch { paint: Paint::new(Role::Ink), pitch: 6.0, stroke: 2.0, fade: None };
        stripes(&square, hatch, &mut out);
        let Primitive::Polygons { outlines, .. } = &out[0] else { panic!("{out:?}") };
        let area = |p: &Vec<Point>| {
            (0..p.len())
                .map(|i| {
                    let (a, b) = (p[i], p[(i + 1) % p.len()]);
                    a.x * b.y - b.x * a.y
                })
                .sum::<f64>()
                .abs()
                / 2.0
        };
        let covered: f64 = outlines.iter().map(area).sum();
        assert!((covered / 3600.0 - 1.0 / 3.0).abs() < 0.02, "{}", covered / 3600.0);
        let inside = |p: &Point| (-1e-9..=60.0 + 1e-9).contains(&p.x) && (-1e-9..=60.0 + 1e-9).contains(&p.y);
        assert!(outlines.iter().flatten().all(inside));
    }
}
