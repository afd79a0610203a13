//! The reading key: just the kinds of statement that the picture uses, each with a small drawing and its words.
//!
//! **Invariant**: an entry is drawn with the same fills and strokes as the charts use; nothing is explained that is
//! not there.

use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::Enter;
use crate::layout::legend_entry::KeyKind;
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, Board};
use crate::locale::message::Message;
use crate::text::Font;
use crate::theme::Role;

const SWATCH: f64 = 34.0;

/// Draws the key; returns the y below it and its words.
pub fn place(board: &mut Board, area: Area) -> (f64, Vec<String>) {
    let mut kinds = board.keys.clone();
    crate::geometry::sort_by_key(&mut kinds, |kind| *kind);
    // a picture of nothing but plain numbers still says what its solid marks are
    if kinds.iter().all(|k| *k == KeyKind::Context) {
        kinds.insert(0, KeyKind::Exact);
    }
    let (ink, muted) = (board.color(Role::Ink), board.color(Role::Muted));
    let font = Font::sans(13.0);
    let lead = Message::Key.get(board.locale);
    let lead_width =
        board.text(Point::new(area.x, area.y + baseline(13.0)), lead, Font::bold(13.0), ink, Anchor::Start);
    let line = 22.0;
    let left = area.x + lead_width + 14.0;
    let (mut x, mut y) = (left, area.y);
    let mut words = Vec::new();
    for kind in kinds.into_iter().filter(|k| *k != KeyKind::Context) {
        let text = kind.message().get(board.locale);
        let width = SWATCH + 6.0 + board.measure.width(text, font);
        if x > left && x + width > area.right() {
            x = left;
            y += line;
        }
        swatch(board, kind, Rect::new(x, y + 4.0, SWATCH, 12.0));
        let room = (area.right() - x - SWATCH - 6.0).max(40.0);
        let used = board.paragraph(x + SWATCH + 6.0, y, room, text, font, muted);
        y += (used - 13.0 * crate::layout::scene_builder::LINE).max(0.0);
        x += width + 18.0;
        words.push(text.to_string());
    }
    (y + line, words)
}

fn swatch(board: &mut Board, kind: KeyKind, r: Rect) {
    let accent = board.accent_color();
    let ink = board.color(Role::Ink);
    let slate = board.color(Role::Slate);
    let enter = Enter::fade(-1.0);
    let middle = r.center();
    match kind {
        KeyKind::Exact => board.rect("key", Rect::new(r.x, r.y, 28.0, r.h), Fill::Solid(accent), enter),
        KeyKind::MoreThan | KeyKind::AtLeast => {
            board.rect("key", Rect::new(r.x, r.y, 12.0, r.h), Fill::Solid(accent), enter);
            let tick = kind == KeyKind::AtLeast;
            bound_marks::bar(board, Rect::new(r.x + 12.0, r.y, 14.0, r.h), accent, tick, false, enter);
            board.arrow(Point::new(r.x + 23.0, middle.y), Point::new(r.x + 33.0, middle.y), accent, enter);
        }
        KeyKind::UpTo => {
            bound_marks::bar(board, Rect::new(r.x + 8.0, r.y, 18.0, r.h), accent, true, true, enter);
            board.arrow(Point::new(r.x + 13.0, middle.y), Point::new(r.x + 2.0, middle.y), accent, enter);
        }
        KeyKind::About => {
            board.circle("key", Point::new(r.x + 16.0, middle.y), 9.0, Fill::Soft(accent), None, enter);
            board.circle("key", Point::new(r.x + 16.0, middle.y), 3.0, Fill::Solid(accent), None, enter);
        }
        KeyKind::Class => {
            bound_marks::class_box(board, Rect::new(r.x, r.y - 1.0, 28.0, r.h + 2.0), ink, enter)
        }
        KeyKind::OpenList => {
            board.circle("key", Point::new(r.x + 8.0, middle.y), 5.5, Fill::Solid(slate), None, enter);
            let stroke = Stroke { color: slate, width: 1.75, dash: None };
            board.circle("key", Point::new(r.x + 23.0, middle.y), 5.5, Fill::None, Some(stroke), enter);
        }
        KeyKind::Target => {
            let stroke = board.goal_stroke(slate);
            let shape = Shape::Rect { rect: Rect::new(r.x + 1.0, r.y, 28.0, r.h), radius: 0.0 };
            board.put("key", shape, Fill::None, Some(stroke), enter);
        }
        KeyKind::Adjacent => {
            let (a, b) = (Point::new(r.x + 5.0, middle.y), Point::new(r.x + 27.0, middle.y));
            board.line("key", vec![a, b], accent, 2.0, enter);
            board.circle("key", a, 4.0, Fill::Solid(accent), None, enter);
            board.circle("key", b, 4.0, Fill::Solid(accent), None, enter);
        }
        KeyKind::Missing => {
            let muted = board.color(Role::Muted);
            for i in 0..3 {
                let cell = Rect::new(r.x + 1.0 + i as f64 * 10.0, r.y + 1.0, 7.0, 10.0);
                if i == 0 {
                    board.rect("key", cell, Fill::Solid(accent), enter);
                } else {
                    let shape = Shape::Rect { rect: cell.inset(0.5), radius: 0.0 };
                    board.put(
                        "key",
                        shape,
                        Fill::None,
                        Some(Stroke { color: muted, width: 1.0, dash: None }),
                        enter,
                    );
                }
            }
        }
        KeyKind::Compare => {
            let stroke = Stroke { color: ink, width: 2.0, dash: None };
            board.circle("key", Point::new(r.x + 16.0, middle.y), 6.0, Fill::None, Some(stroke), enter);
        }
        KeyKind::Diamond => {
            let muted = board.color(Role::Muted);
            let shape = Shape::Path { points: diamond(Point::new(r.x + 16.0, middle.y)), closed: true };
            let stroke = Stroke { color: muted, width: 2.0, dash: None };
            board.put("key", shape, Fill::None, Some(stroke), enter);
        }
        KeyKind::Context => context_swatch(board, r),
    }
}

/// A square on its corner: what another source dates; it differs from a disc in grey print too.
pub fn diamond(center: Point) -> Vec<Point> {
    [(0.0, -5.5), (5.5, 0.0), (0.0, 5.5), (-5.5, 0.0)]
        .map(|(dx, dy)| Point::new(center.x + dx, center.y + dy))
        .to_vec()
}

/// A field of fine dots: data from another source than the article.
pub fn context_swatch(board: &mut Board, r: Rect) {
    let muted = board.color(Role::Muted);
    for row in 0..3 {
        for column in 0..7 {
            let at = Point::new(r.x + 2.0 + column as f64 * 4.0, r.y + 2.0 + row as f64 * 4.0);
            board.circle("context", at, 1.1, Fill::Solid(muted), None, Enter::fade(-1.0));
        }
    }
}
