//! In place of a chart that would say more than its sources: the figures as words, and the reason.
//!
//! **Invariant**: draws no mark that could be measured.

use crate::geometry::Rect;
use crate::layout::enter::Enter;
use crate::layout::mark::Fill;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::text::Font;
use crate::theme::Role;

pub fn place(
    builder: &mut SceneBuilder,
    area: Area,
    figures: &[FigureIx],
    reason: &Text,
    help: &Text,
) -> f64 {
    let (ink, muted, brick) =
        (builder.paint(Role::Ink), builder.paint(Role::Muted), builder.paint(Role::Hue5));
    let x = area.x + 16.0;
    let w = area.w - 16.0;
    let title = builder.locale.pick("此处不画图", "No chart here").to_string();
    let mut y = area.y + builder.paragraph(x, area.y, w, &title, Font::bold(15.0), brick);
    let (reason, help) = (builder.say(reason).to_string(), builder.say(help).to_string());
    y += builder.paragraph(x, y, w, &reason, Font::sans(15.0), ink);
    y += builder.paragraph(x, y, w, &help, Font::sans(13.0), muted) + 6.0;
    for ix in figures {
        builder.begin(*ix);
        let text = builder.story.statement(*ix, builder.locale);
        y += builder.paragraph(x, y, w, &text, Font::sans(15.0), ink) + 2.0;
        builder.legend_for(*ix);
        builder.end();
    }
    builder.rect(
        "refused",
        Rect::new(area.x, area.y, 4.0, y - area.y),
        Fill::Solid(brick),
        Enter::fade(builder.delay),
    );
    y - area.y
}
