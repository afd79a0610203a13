//! Goals: dashed outlines, never filled; "four or more" keeps its open end.
//!
//! **Invariant**: the size of an outline means nothing, and the picture says so.

use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{Enter, How};
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, Board};
use crate::locale::message::Message;
use crate::locale::Text;
use crate::model::chart::Labelled;
use crate::model::figure::FigureIx;
use crate::text::Font;
use crate::theme::Role;

/// Unnamed plots: so many outlines a part, with a plus between the parts.
pub fn plots(
    board: &mut Board,
    area: Area,
    title: &Text,
    tag: &Text,
    parts: &[Labelled],
    note: Option<&Text>,
) -> f64 {
    let (slate, muted, ink) = (board.color(Role::Slate), board.color(Role::Muted), board.color(Role::Ink));
    let start = board.delay;
    let (title, tag) = (board.say(title).to_string(), board.say(tag).to_string());
    let w = board.measure.width(&title, Font::bold(17.0));
    board.text(Point::new(area.x, area.y + 18.0), &title, Font::bold(17.0), ink, Anchor::Start);
    let mut y = area.y + 30.0;
    if w + 14.0 + board.measure.width(&tag, Font::sans(13.0)) <= area.w {
        board.text(
            Point::new(area.x + w + 14.0, area.y + 18.0),
            &tag,
            Font::sans(13.0),
            muted,
            Anchor::Start,
        );
    } else {
        y += board.note(area.x, y - 4.0, area.w, &tag);
    }
    y += 6.0;
    let counts: Vec<usize> =
        parts.iter().map(|p| (board.figure(p.figure).amount() as usize).clamp(1, 12)).collect();
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
                board.line("plus", ends, muted, 1.5, Enter::fade(start));
            }
            x += 18.0;
        }
        board.begin(part.figure);
        board.key_for(part.figure);
        let from = x;
        for i in 0..counts[p] {
            let stroke = board.goal_stroke(slate);
            let radius = if p == 0 { 0.0 } else { side / 4.0 };
            let shape = Shape::Rect { rect: Rect::new(x, y, side, side), radius };
            board.put("plot", shape, Fill::None, Some(stroke), Enter::new(How::Pop, start + 0.06 * i as f64));
            x += side + gap;
        }
        let to = x - gap;
        let bracket = vec![
            Point::new(from, y + side + 6.0),
            Point::new(from, y + side + 11.0),
            Point::new(to, y + side + 11.0),
            Point::new(to, y + side + 6.0),
        ];
        board.line("bracket", bracket, muted, 1.25, Enter::fade(start));
        let label = board.say(&part.label).to_string();
        let font = Font::sans(15.0);
        let width = board.measure.width(&label, font);
        let middle = ((from + to) / 2.0).max(area.x + width / 2.0);
        board.text(Point::new(middle, y + side + 30.0), &label, font, ink, Anchor::Middle);
        board.end();
        bottom = bottom.max(y + side + 40.0);
    }
    board.delay = start + 0.3;
    bottom += board.note_of(area.x, bottom, area.w, note);
    bottom - area.y
}

/// A number of things aimed at, each of a size class, with an open end where the aim is a floor.
pub fn cells(
    board: &mut Board,
    area: Area,
    ix: FigureIx,
    class: FigureIx,
    label: &Text,
    note: Option<&Text>,
) -> f64 {
    let figure = board.figure(ix);
    let (slate, ink) = (board.color(Role::Slate), board.color(Role::Ink));
    let start = board.delay;
    board.begin(ix);
    let class_name = board.figure(class).display(board.locale);
    let size = 40.0;
    let (number_width, _) =
        board.number(Point::new(area.x, area.y + 38.0), ix, size, area.w, ink, Anchor::Start);
    let font = Font::bold(15.0);
    let class_width = board.measure.width(&class_name, font) + 14.0;
    let label = board.say(label).to_string();
    let label_width = board.measure.width(&label, font);
    let mut y = area.y + 52.0;
    let mut x = area.x + number_width + 14.0;
    let mut line = area.y + 38.0;
    if x + class_width + 8.0 + label_width > area.right() {
        x = area.x;
        line = y + 18.0;
        y += 34.0;
    }
    board.end();
    board.begin(class);
    bound_marks::class_box(board, Rect::new(x, line - 18.0, class_width, 25.0), ink, Enter::fade(start));
    board.text(Point::new(x + 7.0, line), &class_name, font, ink, Anchor::Start);
    board.key_for(class);
    board.end();
    if x + class_width + 8.0 + label_width <= area.right() {
        board.text(Point::new(x + class_width + 8.0, line), &label, font, ink, Anchor::Start);
    } else {
        y += board.paragraph(area.x, y - 4.0, area.w, &label, font, ink);
    }
    y += 4.0;
    board.begin(ix);
    let count = (figure.amount() as usize).clamp(1, 12);
    let floor = figure.qualifier().is_floor();
    let tail = if floor { 54.0 } else { 0.0 };
    let gap = 8.0;
    let side = ((area.w - tail - (count - 1) as f64 * gap) / count as f64).clamp(22.0, 72.0);
    let inside = Font::sans(13.0);
    let named = board.measure.width(&class_name, inside) <= side - 8.0;
    for i in 0..count {
        let rect = Rect::new(area.x + 1.0 + i as f64 * (side + gap), y, side - 2.0, side.min(56.0));
        let stroke = board.goal_stroke(slate);
        let enter = Enter::new(How::Pop, start + 0.08 * i as f64);
        board.put("goal", Shape::Rect { rect, radius: 0.0 }, Fill::None, Some(stroke), enter);
        if named {
            let at = Point::new(rect.center().x, rect.center().y + 5.0);
            board.text(at, &class_name, inside, ink, Anchor::Middle);
        }
    }
    if floor {
        let h = side.min(56.0);
        let x = area.x + 1.0 + count as f64 * (side + gap) - gap / 2.0;
        if figure.qualifier().is_inclusive() {
            bound_marks::tick(board, x, y - 4.0, y + h + 4.0, Enter::fade(start + 0.3));
        }
        let r = Rect::new(x + 5.0, y, 30.0, h);
        board.rect(
            "open",
            r,
            bound_marks::hatch(slate, 16.0, Some((r.x + 5.0, r.right()))),
            Enter::fade(start + 0.4),
        );
        board.arrow(
            Point::new(r.x + 20.0, y + h / 2.0),
            Point::new(r.x + 40.0, y + h / 2.0),
            slate,
            Enter::fade(start + 0.5),
        );
    }
    y += side.min(56.0) + 8.0;
    let goal = Message::Goal.get(board.locale);
    board.text(Point::new(area.x, y + baseline(13.0)), goal, Font::bold(13.0), slate, Anchor::Start);
    let w = board.measure.width(goal, Font::bold(13.0)) + 10.0;
    board.end();
    board.delay = start + 0.3;
    let used = board.note_of(area.x + w, y, area.w - w, note).max(20.0);
    y + used - area.y
}
