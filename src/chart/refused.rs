//! In place of a chart that would say more than its sources: the figures as words, and the reason.
//!
//! **Invariant**: draws no mark that could be measured.

use crate::geometry::Rect;
use crate::layout::enter::Enter;
use crate::layout::mark::Fill;
use crate::layout::scene_builder::{Area, Board};
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::text::Font;
use crate::theme::Role;

pub fn place(board: &mut Board, area: Area, figures: &[FigureIx], reason: &Text, remedy: &Text) -> f64 {
    let (ink, muted, brick) = (board.color(Role::Ink), board.color(Role::Muted), board.color(Role::Brick));
    let x = area.x + 16.0;
    let w = area.w - 16.0;
    let title = board.locale.pick("此处不画图", "No chart here").to_string();
    let mut y = area.y + board.paragraph(x, area.y, w, &title, Font::bold(15.0), brick);
    let (reason, remedy) = (board.say(reason).to_string(), board.say(remedy).to_string());
    y += board.paragraph(x, y, w, &reason, Font::sans(15.0), ink);
    y += board.paragraph(x, y, w, &remedy, Font::sans(13.0), muted) + 6.0;
    for ix in figures {
        board.begin(*ix);
        let text = board.story.statement(*ix, board.locale);
        y += board.paragraph(x, y, w, &text, Font::sans(15.0), ink) + 2.0;
        board.key_for(*ix);
        board.end();
    }
    board.rect(
        "refused",
        Rect::new(area.x, area.y, 4.0, y - area.y),
        Fill::Solid(brick),
        Enter::fade(board.delay),
    );
    y - area.y
}
