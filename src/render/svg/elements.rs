//! One primitive as one element of SVG.
//!
//! **Invariant**: nothing but what the primitive says; every text is escaped.

use crate::geometry::number;
use crate::geometry::Point;
use crate::layout::mark::{Anchor, Instance, Run, Stroke};
use crate::render::primitive::{rounded_outline, Primitive};
use crate::render::svg::escape;
use crate::render::svg::ink::Ink;
use crate::text::Family;

pub(super) fn element_in(primitive: &Primitive, ink: &Ink, out: &mut String) {
    match primitive {
        Primitive::Rect { rect, paint: of } => {
            out.push_str(&format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
                number(rect.x),
                number(rect.y),
                number(rect.w),
                number(rect.h),
                ink.paint("fill", *of)
            ));
        }
        Primitive::Circle { center, radius, paint: of } => {
            out.push_str(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
                number(center.x),
                number(center.y),
                number(*radius),
                ink.paint("fill", *of)
            ));
        }
        Primitive::Ring { center, radius, stroke } => {
            out.push_str(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"none\"{}/>",
                number(center.x),
                number(center.y),
                number(*radius),
                line(stroke, ink)
            ));
        }
        Primitive::Polygons { outlines, paint: of } => {
            out.push_str("<path d=\"");
            for outline in outlines {
                path(outline, true, out);
            }
            out.push_str(&format!("\"{}/>", ink.paint("fill", *of)));
        }
        Primitive::Line { points, closed, stroke } => {
            out.push_str("<path d=\"");
            path(points, *closed, out);
            out.push_str(&format!("\" fill=\"none\"{}/>", line(stroke, ink)));
        }
        Primitive::Text(run) => text(run, ink, out),
        Primitive::Instances(all) => cells(all, ink, out),
    }
}

/// Neighbours of one colour are one path: a disc is two half circles, a rectangle its four sides.
fn cells(all: &[Instance], ink: &Ink, out: &mut String) {
    for same in all.chunk_by(|a, b| (a.tint, a.alpha) == (b.tint, b.alpha)) {
        out.push_str("<path d=\"");
        for cell in same {
            let n = |v: f32| number(f64::from(v));
            if cell.is_disc() {
                let (r, d) = (n(cell.w / 2.0), n(cell.w));
                let (x, y) = (n(cell.x), n(cell.y + cell.h / 2.0));
                out.push_str(&format!("M{x} {y}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1-{d} 0z"));
            } else if cell.radius > 0.5 {
                path(&rounded_outline(cell.rect(), cell.radius.into()), true, out);
            } else {
                let (w, h) = (n(cell.w), n(cell.h));
                out.push_str(&format!("M{} {}h{w}v{h}h-{w}z", n(cell.x), n(cell.y)));
            }
        }
        out.push_str(&format!("\"{}/>", ink.paint("fill", same[0].paint())));
    }
}

fn text(run: &Run, ink: &Ink, out: &mut String) {
    let class = match (run.font.family, run.font.bold) {
        (Family::Serif, _) => "h",
        (_, true) => "b",
        _ => "s",
    };
    let anchor = match run.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    out.push_str(&format!(
        "<text x=\"{}\" y=\"{}\" class=\"{class}\" font-size=\"{}\"{anchor}{}>{}</text>",
        number(run.at.x),
        number(run.at.y),
        number(run.font.size),
        ink.paint("fill", run.paint),
        escape(&run.text)
    ));
}

/// Up to so many points a closed outline is written by its steps: outlines alike then are the same text, and a page with
/// the static cover is 8 of 19 kB smaller. Steps are rounded one by one, so that longer ones would end elsewhere.
const STEPS: usize = 24;

fn path(points: &[Point], closed: bool, out: &mut String) {
    let by_steps = closed && points.len() <= STEPS;
    let mut last = Point::new(0.0, 0.0);
    for (i, p) in points.iter().enumerate() {
        let from = if by_steps { last } else { Point::new(0.0, 0.0) };
        out.push(match (i, by_steps) {
            (0, _) => 'M',
            (_, true) => 'l',
            (_, false) => 'L',
        });
        out.push_str(&number(p.x - from.x));
        out.push(' ');
        out.push_str(&number(p.y - from.y));
        last = *p;
    }
    if closed {
        out.push('Z');
    }
}

fn line(stroke: &Stroke, ink: &Ink) -> String {
    let dash = match stroke.dash {
        Some((on, off)) => format!(" stroke-dasharray=\"{} {}\"", number(on), number(off)),
        None => String::new(),
    };
    format!("{} stroke-width=\"{}\"{dash}", ink.paint("stroke", stroke.paint), number(stroke.width))
}
