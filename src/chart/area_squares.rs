//! Areas as squares at one scale, side by side, with a square of known size to judge them by.
//!
//! **Invariant**: marks scale by area, never by side; squares are neither added nor nested.

use crate::geometry::Rect;
use crate::layout::enter::{Enter, How};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, Board};
use crate::locale::Text;
use crate::model::chart::{Labelled, Square};
use crate::text::Font;
use crate::theme::Role;

pub fn place(
    board: &mut Board,
    area: Area,
    items: &[Square],
    reference: Option<&Labelled>,
    note: Option<&Text>,
) -> f64 {
    let (accent, ink) = (board.accent_color(), board.color(Role::Ink));
    let start = board.delay;
    let roots: Vec<f64> = items.iter().map(|i| board.figure(i.figure).amount().max(0.0).sqrt()).collect();
    let known = reference.map(|r| board.figure(r.figure).amount().max(0.0).sqrt()).unwrap_or(0.0);
    let largest = roots.iter().copied().fold(known, f64::max).max(1e-9);
    let gap = 20.0;
    let total: f64 = roots.iter().sum::<f64>() / largest;
    let mut side = ((area.w - gap * (items.len().max(1) - 1) as f64) / total.max(1.0))
        .min(if board.compact { 150.0 } else { 190.0 });
    // text above each square is as wide as its square or as the share of the row it gets
    let column = (area.w - gap * (items.len().max(1) - 1) as f64) / items.len().max(1) as f64;
    let columns = |side: f64| -> Vec<f64> {
        roots.iter().map(|r| (r / largest * side).max(column.min(104.0))).collect()
    };
    while side > 24.0 && columns(side).iter().sum::<f64>() + gap * (items.len().max(1) - 1) as f64 > area.w {
        side -= 2.0;
    }
    let widths = columns(side);
    let mut heads = Vec::new();
    let mut x = area.x;
    for (i, item) in items.iter().enumerate() {
        let figure = board.figure(item.figure);
        let label = board.say(figure.label());
        let head = board.paragraph_height(widths[i], label, Font::bold(15.0)) + 44.0;
        heads.push((x, head));
        x += widths[i] + gap;
    }
    let tallest =
        roots.iter().zip(&heads).map(|(r, (_, head))| r / largest * side + head).fold(0.0, f64::max);
    let ground = area.y + tallest;
    let mut bottom = ground;
    for (i, item) in items.iter().enumerate() {
        let own = roots[i] / largest * side;
        let (x, head) = heads[i];
        board.delay = start + 0.15 * i as f64;
        board.begin(item.figure);
        board.headline(Area::new(x, ground - own - head, widths[i]), item.figure, 34.0, ink);
        let rect = Rect::new(x, ground - own, own, own);
        board.rect("square", rect, Fill::Solid(accent), Enter::new(How::GrowUp, board.delay));
        board.end();
        if let Some(derived) = item.derived {
            board.begin(derived);
            let text = board.figure(derived).display(board.locale);
            let text = format!("{}{text}", board.locale.pick("合", "= "));
            let h = board.note(x, ground + 6.0, widths[i] + gap - 4.0, &text);
            bottom = bottom.max(ground + 6.0 + h);
            board.end();
        }
    }
    bottom += 6.0;
    if let Some(reference) = reference {
        let own = known / largest * side;
        board.begin(reference.figure);
        let rect = Rect::new(area.x + 1.0, bottom + 2.0, own, own);
        let stroke = Stroke { color: ink, width: 1.75, dash: None };
        board.put(
            "scale",
            Shape::Rect { rect, radius: 0.0 },
            Fill::None,
            Some(stroke),
            Enter::fade(start + 0.3),
        );
        let label = board.say(&reference.label).to_string();
        let h = board.note(
            area.x + own + 12.0,
            bottom + (own - 16.0).max(0.0) / 2.0,
            area.w - own - 12.0,
            &label,
        );
        board.end();
        bottom += (own + 6.0).max(h) + 4.0;
    }
    board.delay = start + 0.4;
    bottom += board.note_of(area.x, bottom, area.w, note);
    bottom - area.y
}
