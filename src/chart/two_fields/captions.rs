//! The words of the two amounts: caption, number, what one mark stands for; and the date beside the line.
//!
//! **Invariant**: what one mark stands for is said from `per` and the figure's unit, never from words of the story.

use super::counted::{amount_of, Count};
use super::{Grain, Side};
use crate::layout::mark::Anchor;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::figure::FigureIx;
use crate::statement::Measure;
use crate::text::Font;
use crate::theme::Role;

/// Sizes of type, CSS px.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    pub caption: f64,
    pub number: f64,
    pub small: f64,
}

impl Sizes {
    pub fn of(width: f64, compact: bool) -> Sizes {
        // a picture as wide as a desktop's has larger type
        let k = (width / 900.0).clamp(1.0, 1.25);
        match compact {
            true => Sizes { caption: 14.0, number: 30.0, small: 13.0 },
            false => Sizes { caption: 16.0 * k, number: 40.0 * k, small: 13.0 * k },
        }
    }
}

/// How its marks are called: what one stands for, and what the last one does.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    one: Message,
    last: Message,
}

impl Named {
    pub const WINDOW: Named = Named { one: Message::OneWindow, last: Message::LastWindow };

    pub fn of(grain: Grain) -> Named {
        match grain {
            Grain::Drop => Named { one: Message::OneDrop, last: Message::LastDrop },
            Grain::Dot => Named { one: Message::OneDot, last: Message::LastDot },
        }
    }
}

/// How wide the date is on one line.
pub fn date_width(builder: &SceneBuilder, date: Option<FigureIx>, sizes: Sizes) -> f64 {
    let date = date.and_then(|ix| builder.figure(ix).date()).map(|date| date.display(builder.locale));
    date.map_or(0.0, |date| builder.measure.width(&date, Font::bold(sizes.caption)) + 1.0)
}

/// How wide a column must be for the numbers at their smallest.
pub fn least_width(builder: &SceneBuilder, sides: [&Side; 2]) -> f64 {
    sides.map(|side| builder.number_width(side.figure, 16.0)).into_iter().fold(0.0, f64::max)
}

/// What the last mark stands for where it is a cut one.
pub fn last_mark(builder: &SceneBuilder, side: &Side, named: Named) -> Option<String> {
    let count = Count::of(builder, side);
    let exact = count.rest > 0.0 && count.soft == 0 && !count.open;
    let amount = amount_of(builder.figure(side.figure), count.rest * side.per, builder.locale);
    exact.then(|| named.last.with(builder.locale, &[&amount]))
}

/// Draws the words of a side from the top of an area; returns their height. `last`: the last mark is told here.
pub fn side(
    builder: &mut SceneBuilder,
    area: Area,
    side: &Side,
    named: Named,
    sizes: Sizes,
    last: bool,
) -> f64 {
    let ink = builder.paint(Role::Ink);
    let paint = builder.paint(side.accent.unwrap_or(Role::Ink));
    let caption = builder.say(&side.caption).to_string();
    let mut y = area.y;
    y += builder.paragraph(area.x, y, area.w, &caption, Font::sans(sizes.caption), ink);
    let at = crate::geometry::Point::new(area.x, y + sizes.number * 0.92);
    builder.number(at, side.figure, sizes.number, area.w, paint, Anchor::Start);
    // a long number is set smaller on the same baseline
    y += sizes.number * 1.2 + 4.0 + builder.more_height(side.figure, sizes.number, area.w);
    let one = amount_of(builder.figure(side.figure), side.per, builder.locale);
    let mut lines = vec![named.one.with(builder.locale, &[&one])];
    lines.extend(last.then(|| last_mark(builder, side, named)).flatten());
    lines.extend(side.note.as_ref().map(|note| builder.say(note).to_string()));
    let (muted, font) = (builder.paint(Role::Muted), Font::sans(sizes.small));
    for line in &filled(lines, |line| builder.measure.width(line, font) <= area.w) {
        y += builder.paragraph(area.x, y, area.w, line, font, muted);
    }
    y - area.y
}

/// Sets remarks beside each other, on as few lines as have room for them.
fn filled(remarks: Vec<String>, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for remark in remarks {
        match lines.last_mut().map(|line| (format!("{line} · {remark}"), line)) {
            Some((joined, line)) if fits(&joined) => *line = joined,
            _ => lines.push(remark),
        }
    }
    lines
}

/// Draws the date with what happened then, from the top of an area; returns the height.
pub fn date(
    builder: &mut SceneBuilder,
    area: Area,
    ix: FigureIx,
    paint: Role,
    sizes: Sizes,
    anchor: Anchor,
) -> f64 {
    let figure = builder.figure(ix);
    let label = builder.say(figure.label()).to_string();
    let (muted, paint) = (builder.paint(Role::Muted), builder.paint(paint));
    let when = figure.date().map_or(String::new(), |date| date.display(builder.locale));
    let what = match figure.measure() {
        Measure::Date => label,
        _ => format!("{label}{}{}", Message::Space.get(builder.locale), figure.display(builder.locale)),
    };
    let x = if anchor == Anchor::End { area.right() } else { area.x };
    builder.begin(ix);
    let font = Font::bold(sizes.caption);
    let mut y = builder.paragraph_at(x, area.y, area.w, &when, font, paint, anchor);
    y += builder.paragraph_at(x, area.y + y, area.w, &what, Font::sans(sizes.small), muted, anchor);
    builder.end();
    y.max(baseline(sizes.caption))
}
