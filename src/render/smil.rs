//! A scene's entrance as an animated SVG: each mark's own keys, times and easing as SMIL, no script and no pictures.
//!
//! The elements are those of the still picture; animations only hold back what has not entered yet. The easing is exact:
//! the curve 1−(1−p)³ is the cubic Bézier ⅓ 1 ⅔ 1. Numbers do not count up: with several numbers in one place a
//! program without animation would show all of them.
//!
//! **Invariant**: with every animation taken out the document is the scene at rest; each animation plays once and
//! freezes at the value that the element has without it.

use crate::geometry::{Point, Rect, Seconds};
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::{Fill, Mark, Shape, Stroke};
use crate::layout::PlacedScene;
use crate::model::figure::FigureIx;
use crate::motion::frame::frame_at;
use crate::render::palette::Palette;
use crate::render::primitive::{arc, tessellate, Primitive};
use crate::render::svg;
use crate::render::svg::number;
use std::borrow::Cow;

/// Cubic out over the whole of an entrance.
const EASE: &str = ".3333 1 .6667 1";
/// The part of an entrance in which a popping mark reaches its full opacity: where 2·(1−(1−p)³) is 1.
const HALF: f64 = 0.206_299_474_015_9;
/// 2·(1−(1−p)³) over that part.
const EASE_HALF: &str = ".3333 .4126 .6667 .7401";

pub fn write(
    placed: &PlacedScene,
    palette: &Palette,
    scene_id: &str,
    figure_id: &dyn Fn(FigureIx) -> String,
) -> String {
    let rest = frame_at(placed, Seconds::new(placed.duration()));
    let mut write_mark = |mark: &Mark, out: &mut String| animated(mark, palette, out);
    svg::document_of(placed, &rest, palette, scene_id, figure_id, &svg::style(), &mut write_mark)
}

/// The elements of a mark with the animations that bring them in.
fn animated(mark: &Mark, palette: &Palette, out: &mut String) {
    let mut put = |primitive: &Primitive, children: &str| {
        let mut element = String::new();
        svg::element(primitive, palette, &mut element);
        out.push_str(&with_children(&element, children));
        out.push('\n');
    };
    let enter = mark.enter;
    if enter.delay < 0.0 {
        for primitive in tessellate(mark) {
            put(&primitive, "");
        }
        return;
    }
    match (enter.effect, &mark.shape, mark.fill, mark.stroke) {
        (Effect::GrowRight, Shape::Rect { rect, radius }, Fill::Solid(paint), None) if *radius <= 0.0 => {
            put(&Primitive::Rect { rect: *rect, paint }, &grow(enter, "width", 0.0, rect.w));
        }
        (Effect::GrowLeft, Shape::Rect { rect, radius }, Fill::Solid(paint), None) if *radius <= 0.0 => {
            let left = grow(enter, "width", 0.0, rect.w) + &grow(enter, "x", rect.right(), rect.x);
            put(&Primitive::Rect { rect: *rect, paint }, &left);
        }
        (Effect::GrowDown, Shape::Rect { rect, radius }, Fill::Solid(paint), None) if *radius <= 0.0 => {
            put(&Primitive::Rect { rect: *rect, paint }, &grow(enter, "height", 0.0, rect.h));
        }
        (Effect::GrowUp, Shape::Rect { rect, radius }, Fill::Solid(paint), None) if *radius <= 0.0 => {
            let up = grow(enter, "height", 0.0, rect.h) + &grow(enter, "y", rect.bottom(), rect.y);
            put(&Primitive::Rect { rect: *rect, paint }, &up);
        }
        (Effect::Drop, Shape::Rect { rect, .. }, _, _) => {
            let fall = grow(enter, "y", rect.y - 24.0, rect.y) + &fade(enter);
            for primitive in tessellate(mark) {
                let is_box = matches!(primitive, Primitive::Rect { .. });
                put(&primitive, if is_box { &fall } else { "" });
            }
        }
        (Effect::Pop, Shape::Circle { center, radius }, Fill::Solid(paint), None) => {
            let pop = grow(enter, "r", 0.0, *radius) + &appear(enter);
            put(&Primitive::Circle { center: *center, radius: *radius, paint }, &pop);
        }
        (Effect::Pop, Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. }, ..) => {
            popping(mark, palette, out)
        }
        (Effect::Draw, _, Fill::None, Some(stroke)) if stroke.dash.is_none() && is_line(mark) => {
            for primitive in tessellate(mark) {
                drawn(&primitive, enter, &mut put);
            }
        }
        (Effect::Draw, Shape::Sector { center, inner, outer, from, to }, Fill::Solid(paint), None) => {
            // a solid piece of a ring is a line along its middle, as wide as the ring
            let points = arc(*center, (inner + outer) / 2.0, *from, *to);
            let stroke = Stroke { paint, width: outer - inner, dash: None };
            drawn(&Primitive::Line { points: points.into(), closed: false, stroke }, enter, &mut put);
        }
        _ => tessellate(mark).iter().for_each(|primitive| put(primitive, &fade(enter))),
    }
}

fn is_line(mark: &Mark) -> bool {
    match &mark.shape {
        Shape::Path { closed, .. } => !closed,
        Shape::Sector { inner, outer, .. } => inner == outer,
        _ => false,
    }
}

/// A line that is drawn from its first point: one dash as long as the line, moved in from before its beginning.
fn drawn(line: &Primitive, enter: Enter, put: &mut impl FnMut(&Primitive, &str)) {
    let Primitive::Line { points, closed, stroke } = line else {
        put(line, &fade(enter));
        return;
    };
    // a little longer than the line, so that rounding leaves no gap at its end
    let length = (points.windows(2).map(|w| w[0].distance(w[1])).sum::<f64>() + 0.05).max(0.1);
    let stroke = Stroke { dash: Some((length, length)), ..*stroke };
    let line = Primitive::Line { points: Cow::Borrowed(points), closed: *closed, stroke };
    put(&line, &grow(enter, "stroke-dashoffset", length, 0.0));
}

/// A mark that grows from its middle: its elements are written around the middle, and their group is scaled.
fn popping(mark: &Mark, palette: &Palette, out: &mut String) {
    let middle = mark.bounds().center();
    let (x, y) = (number(middle.x), number(middle.y));
    let scale =
        animation(mark.enter, "animateTransform", "transform", " type=\"scale\"", "0", "1", 1.0, EASE);
    out.push_str(&format!("<g transform=\"translate({x} {y})\"><g>{scale}"));
    // around the middle as it is written, so that nothing is off by a rounding
    let around = Point::new((middle.x * 100.0).round() / 100.0, (middle.y * 100.0).round() / 100.0);
    for primitive in tessellate(mark) {
        let mut element = String::new();
        svg::element(&moved(&primitive, around), palette, &mut element);
        out.push_str(&with_children(&element, &appear(mark.enter)));
    }
    out.push_str("</g></g>\n");
}

/// The same with `origin` as the origin. Text does not pop.
fn moved<'a>(primitive: &Primitive<'a>, origin: Point) -> Primitive<'a> {
    let at = |p: &Point| Point::new(p.x - origin.x, p.y - origin.y);
    match primitive {
        Primitive::Rect { rect: r, paint } => {
            Primitive::Rect { rect: Rect::new(r.x - origin.x, r.y - origin.y, r.w, r.h), paint: *paint }
        }
        Primitive::Circle { center, radius, paint } => {
            Primitive::Circle { center: at(center), radius: *radius, paint: *paint }
        }
        Primitive::Ring { center, radius, stroke } => {
            Primitive::Ring { center: at(center), radius: *radius, stroke: *stroke }
        }
        Primitive::Polygons { outlines, paint } => Primitive::Polygons {
            outlines: outlines.iter().map(|o| o.iter().map(at).collect()).collect(),
            paint: *paint,
        },
        Primitive::Line { points, closed, stroke } => {
            Primitive::Line { points: points.iter().map(at).collect(), closed: *closed, stroke: *stroke }
        }
        other => other.clone(),
    }
}

/// Opacity from 0 to what it is.
fn fade(enter: Enter) -> String {
    animation(enter, "animate", "opacity", "", "0", "1", 1.0, EASE)
}

/// Opacity of a mark that pops: full when half of the mark is there.
fn appear(enter: Enter) -> String {
    animation(enter, "animate", "opacity", "", "0", "1", HALF, EASE_HALF)
}

fn grow(enter: Enter, attribute: &str, from: f64, to: f64) -> String {
    animation(enter, "animate", attribute, "", &number(from), &number(to), 1.0, EASE)
}

/// One animation from the beginning of the scene to the end of `part` of an entrance: held at `from` until the mark
/// enters, then eased to `to` and kept there.
#[allow(clippy::too_many_arguments)]
fn animation(
    enter: Enter,
    element: &str,
    attribute: &str,
    more: &str,
    from: &str,
    to: &str,
    part: f64,
    ease: &str,
) -> String {
    let length = enter.delay + enter.duration * part;
    let begin = enter.delay / length;
    let (values, times, splines) = if begin > 0.0 {
        let splines = format!("0 0 1 1;{ease}");
        (format!("{from};{from};{to}"), format!("0;{};1", fine(begin)), splines)
    } else {
        (format!("{from};{to}"), "0;1".to_string(), ease.to_string())
    };
    format!(
        "<{element} attributeName=\"{attribute}\"{more} values=\"{values}\" keyTimes=\"{times}\" calcMode=\"spline\" keySplines=\"{splines}\" dur=\"{}s\" fill=\"freeze\"/>",
        fine(length)
    )
}

/// A time or a share with four decimals.
fn fine(v: f64) -> String {
    let text = format!("{v:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// An element with `children` put inside it, behind its text.
fn with_children(element: &str, children: &str) -> String {
    if children.is_empty() {
        return element.to_string();
    }
    if let Some(open) = element.strip_suffix("/>") {
        let name = open.trim_start_matches('<').split(' ').next().unwrap_or_default();
        return format!("{open}>{children}</{name}>");
    }
    match element.rfind("</") {
        Some(at) => format!("{}{children}{}", &element[..at], &element[at..]),
        None => element.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::easing::cubic_out;

    /// A cubic Bézier of four numbers at a share of its time; both our curves run evenly in x.
    fn bezier(curve: &str, s: f64) -> f64 {
        let p: Vec<f64> = curve.split(' ').map(|n| n.parse().unwrap()).collect();
        let r = 1.0 - s;
        3.0 * r * r * s * p[1] + 3.0 * r * s * s * p[3] + s * s * s
    }

    /// Seen to fail: with `ease-out` of CSS (0 0 .58 1) for the curve.
    #[test]
    fn the_curves_are_those_of_the_frames() {
        for i in 0..=20 {
            let s = i as f64 / 20.0;
            assert!((bezier(EASE, s) - cubic_out(s)).abs() < 1e-3);
            assert!((bezier(EASE_HALF, s) - 2.0 * cubic_out(s * HALF)).abs() < 1e-3);
        }
    }

    #[test]
    fn animations_go_into_their_element() {
        assert_eq!(with_children("<rect x=\"1\"/>", "<a/>"), "<rect x=\"1\"><a/></rect>");
        assert_eq!(with_children("<text x=\"1\">80</text>", "<a/>"), "<text x=\"1\">80<a/></text>");
    }
}
