//! Goals: dashed outlines, never filled; "four or more" keeps its open end.
//!
//! **Invariant**: the size of an outline means nothing, and the picture says so.

use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder};
use crate::locale::message::Message;
use crate::locale::Text;
use crate::model::chart::Labelled;
use crate::model::figure::FigureIx;
use crate::text::Font;
use crate::theme::Role;

/// Unnamed plots: so many outlines a part, with a plus between the parts.
pub fn plots(
    builder: &mut SceneBuilder,
    area: Area,
    title: &Text,
    tag: &Text,
    parts: &[Labelled],
    note: Option<&Text>,
) -> f64 {
    let (slate, muted, ink) =
        (builder.paint(Role::GENERAL), builder.paint(Role::Muted), builder.paint(Role::Ink));
    let start = builder.delay;
    let (title, tag) = (builder.say(title).to_string(), builder.say(tag).to_string());
    let w = builder.measure.width(&title, Font::bold(17.0));
    builder.text(Point::new(area.x, area.y + 18.0), &title, Font::bold(17.0), ink, Anchor::Start);
    let mut y = area.y + 30.0;
    if w + 14.0 + builder.measure.width(&tag, Font::sans(13.0)) <= area.w {
        builder.text(
            Point::new(area.x + w + 14.0, area.y + 18.0),
            &tag,
            Font::sans(13.0),
            muted,
            Anchor::Start,
        );
    } else {
        y += builder.note(area.x, y - 4.0, area.w, &tag);
    }
    y += 6.0;
    let counts: Vec<usize> =
        parts.iter().map(|p| (builder.figure(p.figure).amount() as usize).clamp(1, 12)).collect();
    let boxes: usize = counts.iter().sum();
    let pluses = parts.len().max(1) - 1;
    let gap = 8.0;
    let side = ((area.w - pluses as f64 * 18.0 - (boxes - 1) as f64 * gap) / boxes as f64).clamp(16.0, 46.0);
    let mut x = area.x + 1.0;
    let mut bottom: f64 = y + side;
    for (p, part) in parts.iter().enumerate() {
        if p > 0 {
            let middle = Point::new(x + 5.0, y + side / 2.0);
            for (dx, dy) in [(5.0, 0.0), (0.0, 5.0)] {
                let ends =
                    vec![Point::new(middle.x - dx, middle.y - dy), Point::new(middle.x + dx, middle.y + dy)];
                builder.line("plus", ends, muted, 1.5, Enter::fade(start));
            }
            x += 18.0;
        }
        builder.begin(part.figure);
        builder.legend_for(part.figure);
        let from = x;
        for i in 0..counts[p] {
            let stroke = builder.goal_stroke(slate);
            let radius = if p == 0 { 0.0 } else { side / 4.0 };
            let shape = Shape::Rect { rect: Rect::new(x, y, side, side), radius };
            builder.put(
                Part::item("plot"),
                shape,
                Fill::None,
                Some(stroke),
                Enter::new(Effect::Pop, start + 0.06 * i as f64),
            );
            x += side + gap;
        }
        let to = x - gap;
        let bracket = vec![
            Point::new(from, y + side + 6.0),
            Point::new(from, y + side + 11.0),
            Point::new(to, y + side + 11.0),
            Point::new(to, y + side + 6.0),
        ];
        builder.line("bracket", bracket, muted, 1.25, Enter::fade(start));
        let label = builder.say(&part.label).to_string();
        let font = Font::sans(15.0);
        let width = builder.measure.width(&label, font);
        let middle = ((from + to) / 2.0).max(area.x + width / 2.0);
        builder.text(Point::new(middle, y + side + 30.0), &label, font, ink, Anchor::Middle);
        builder.end();
        bottom = bottom.max(y + side + 40.0);
    }
    builder.delay = start + 0.3;
    bottom += builder.note_of(area.x, bottom, area.w, note);
    bottom - area.y
}

/// A number of things aimed at, each of a size class, with an open end where the aim is a floor.
pub fn cells(
    builder: &mut SceneBuilder,
    area: Area,
    ix: FigureIx,
    class: FigureIx,
    label: &Text,
    note: Option<&Text>,
) -> f64 {
    let figure = builder.figure(ix);
    let (slate, ink) = (builder.paint(Role::GENERAL), builder.paint(Role::Ink));
    let start = builder.delay;
    builder.begin(ix);
    let class_name = builder.figure(class).display(builder.locale);
    let size = 40.0;
    let (number_width, _) =
        builder.number(Point::new(area.x, area.y + 38.0), ix, size, area.w, ink, Anchor::Start);
    let font = Font::bold(15.0);
    let class_width = builder.measure.width(&class_name, font) + 14.0;
    let label = builder.say(label).to_string();
    let label_width = builder.measure.width(&label, font);
    let mut y = area.y + 52.0;
    let mut x = area.x + number_width + 14.0;
    let mut line = area.y + 38.0;
    if x + class_width + 8.0 + label_width > area.right() {
        x = area.x;
        line = y + 18.0;
        y += 34.0;
    }
    builder.end();
    builder.begin(class);
    bound_marks::class_box(builder, Rect::new(x, line - 18.0, class_width, 25.0), ink, Enter::fade(start));
    builder.text(Point::new(x + 7.0, line), &class_name, font, ink, Anchor::Start);
    builder.legend_for(class);
    builder.end();
    if x + class_width + 8.0 + label_width <= area.right() {
        builder.text(Point::new(x + class_width + 8.0, line), &label, font, ink, Anchor::Start);
    } else {
        y += builder.paragraph(area.x, y - 4.0, area.w, &label, font, ink);
    }
    y += 4.0;
    builder.begin(ix);
    let count = (figure.amount() as usize).clamp(1, 12);
    let floor = figure.qualifier().is_floor();
    let tail = if floor { 54.0 } else { 0.0 };
    let gap = 8.0;
    let side = ((area.w - tail - (count - 1) as f64 * gap) / count as f64).clamp(22.0, 72.0);
    let inside = Font::sans(13.0);
    let named = builder.measure.width(&class_name, inside) <= side - 8.0;
    for i in 0..count {
        let rect = Rect::new(area.x + 1.0 + i as f64 * (side + gap), y, side - 2.0, side.min(56.0));
        let stroke = builder.goal_stroke(slate);
        let enter = Enter::new(Effect::Pop, start + 0.08 * i as f64);
        builder.put(Part::item("goal"), Shape::Rect { rect, radius: 0.0 }, Fill::None, Some(stroke), enter);
        if named {
            let at = Point::new(rect.center().x, rect.center().y + 5.0);
            builder.text(at, &class_name, inside, ink, Anchor::Middle);
        }
    }
    if floor {
        let h = side.min(56.0);
        let x = area.x + 1.0 + count as f64 * (side + gap) - gap / 2.0;
        if figure.qualifier().is_inclusive() {
            bound_marks::tick(builder, x, y - 4.0, y + h + 4.0, Enter::fade(start + 0.3));
        }
        let r = Rect::new(x + 5.0, y, 30.0, h);
        builder.rect(
            "open",
            r,
            bound_marks::hatch(slate, 16.0, Some((r.x + 5.0, r.right()))),
            Enter::fade(start + 0.4),
        );
        builder.arrow(
            Point::new(r.x + 20.0, y + h / 2.0),
            Point::new(r.x + 40.0, y + h / 2.0),
            slate,
            Enter::fade(start + 0.5),
        );
    }
    y += side.min(56.0) + 8.0;
    let goal = Message::Goal.get(builder.locale);
    builder.text(Point::new(area.x, y + baseline(13.0)), goal, Font::bold(13.0), slate, Anchor::Start);
    let w = builder.measure.width(goal, Font::bold(13.0)) + 10.0;
    builder.end();
    builder.delay = start + 0.3;
    let used = builder.note_of(area.x + w, y, area.w - w, note).max(20.0);
    y + used - area.y
}
