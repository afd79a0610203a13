//! The reading key: just the kinds of statement that the picture uses, each with a small drawing and its words.
//!
//! **Invariant**: an entry is drawn with the same fills and strokes as the charts use; nothing is explained that is
//! not there. Where nothing
//! needs an explanation there is no key.

use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::Enter;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder, FORECAST};
use crate::locale::message::Message;
use crate::text::Font;
use crate::theme::Role;

const SWATCH: f64 = 34.0;
/// Between two entries, CSS px.
const GAP: f64 = 18.0;
/// From one line of the key to the next, CSS px.
const LINE: f64 = 22.0;

/// How much of its colour a result has that is not final.
pub const PALE: f64 = 0.35;

/// What the key explains, in its order.
fn entries(builder: &SceneBuilder) -> Vec<LegendEntry> {
    let mut kinds = builder.legend.clone();
    crate::geometry::sort_by_key(&mut kinds, |kind| *kind);
    kinds.dedup();
    kinds.retain(|kind| *kind != LegendEntry::Context);
    // one strip has one meaning: where nothing was published there is no number of that definition either
    if kinds.contains(&LegendEntry::MissingDefined) {
        kinds.retain(|kind| *kind != LegendEntry::Missing);
    }
    // a picture of nothing but plain numbers says what its solid marks are; beside other kinds they explain themselves
    if kinds.len() > 1 {
        kinds.retain(|kind| *kind != LegendEntry::Exact);
    }
    kinds
}

/// Notes that the marks from `first` on show a number in a solid shape, where they do: words and pictograms do not.
pub fn note_solid(builder: &mut SceneBuilder, first: usize) {
    if solid_marks(builder, first).next().is_some() {
        builder.legend(LegendEntry::Exact);
    }
}

/// The marks from `first` on that show a number in a solid shape.
fn solid_marks<'b>(builder: &'b SceneBuilder, first: usize) -> impl Iterator<Item = &'b Mark> {
    let of_figure = |mark: &Mark| mark.datum.is_some_and(|i| builder.data[i as usize].figure.is_some());
    let is_shape = |shape: &Shape| matches!(shape, Shape::Rect { .. } | Shape::Circle { .. });
    let is_solid = move |mark: &Mark| match &mark.fill {
        _ if matches!(mark.shape, Shape::Instances(_)) => true,
        Fill::Solid(paint) => is_shape(&mark.shape) && paint.alpha > 0.5 && mark.id.part.name != "icon",
        _ => false,
    };
    builder.marks[first..].iter().filter(move |mark| of_figure(mark) && is_solid(mark))
}

/// Returns how wide the key is on one line, CSS px; 0 where there is nothing to explain.
pub fn width(builder: &SceneBuilder) -> f64 {
    let kinds = entries(builder);
    if kinds.is_empty() {
        return 0.0;
    }
    let lead = builder.measure.width(Message::Key.get(builder.locale), Font::bold(13.0));
    let one = |kind: LegendEntry| {
        GAP + SWATCH + 6.0 + builder.measure.width(kind.message().get(builder.locale), Font::sans(13.0))
    };
    // the first stands nearer to the lead; a px more, as sums of widths are not exact
    lead + 14.0 - GAP + kinds.into_iter().map(one).sum::<f64>() + 1.0
}

/// Draws the key; returns the y below it and its words.
pub fn place(builder: &mut SceneBuilder, area: Area) -> (f64, Vec<String>) {
    let kinds = entries(builder);
    if kinds.is_empty() {
        return (area.y, Vec::new());
    }
    // what is solid while a figure is guessed is the guess; the room stays, so that nothing moves with the answer
    if kinds == [LegendEntry::Exact] && builder.guess_place.is_some() {
        return (area.y + LINE, Vec::new());
    }
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let font = Font::sans(13.0);
    let lead = Message::Key.get(builder.locale);
    let lead_width =
        builder.text(Point::new(area.x, area.y + baseline(13.0)), lead, Font::bold(13.0), ink, Anchor::Start);
    let left = area.x + lead_width + 14.0;
    let (mut x, mut y) = (left, area.y);
    let mut words = Vec::new();
    for kind in kinds {
        let text = kind.message().get(builder.locale);
        let width = SWATCH + 6.0 + builder.measure.width(text, font);
        if x > left && x + width > area.right() {
            x = left;
            y += LINE;
        }
        swatch(builder, kind, Rect::new(x, y + 4.0, SWATCH, 12.0));
        let room = (area.right() - x - SWATCH - 6.0).max(40.0);
        let used = builder.paragraph(x + SWATCH + 6.0, y, room, text, font, muted);
        y += (used - 13.0 * crate::layout::scene_builder::LINE).max(0.0);
        x += width + GAP;
        words.push(text.to_string());
    }
    (y + LINE, words)
}

fn swatch(builder: &mut SceneBuilder, kind: LegendEntry, r: Rect) {
    let accent = builder.accent_paint();
    let ink = builder.paint(Role::Ink);
    let slate = builder.paint(Role::GENERAL);
    let enter = Enter::fade(-1.0);
    let middle = r.center();
    match kind {
        LegendEntry::Exact
            if solid_marks(builder, 0).all(|mark| matches!(mark.shape, Shape::Circle { .. })) =>
        {
            builder.circle("key", Point::new(r.x + 16.0, middle.y), 5.5, Fill::Solid(accent), None, enter)
        }
        LegendEntry::Exact => builder.rect("key", Rect::new(r.x, r.y, 28.0, r.h), Fill::Solid(accent), enter),
        LegendEntry::MoreThan | LegendEntry::AtLeast => {
            builder.rect("key", Rect::new(r.x, r.y, 12.0, r.h), Fill::Solid(accent), enter);
            let tick = kind == LegendEntry::AtLeast;
            bound_marks::bar(builder, Rect::new(r.x + 12.0, r.y, 14.0, r.h), accent, tick, false, enter);
            builder.arrow(Point::new(r.x + 23.0, middle.y), Point::new(r.x + 33.0, middle.y), accent, enter);
        }
        LegendEntry::UpTo | LegendEntry::LessThan => {
            let tick = kind == LegendEntry::UpTo;
            bound_marks::bar(builder, Rect::new(r.x + 8.0, r.y, 18.0, r.h), accent, tick, true, enter);
            builder.arrow(Point::new(r.x + 13.0, middle.y), Point::new(r.x + 2.0, middle.y), accent, enter);
        }
        LegendEntry::FallMoreThan | LegendEntry::FallAtLeast => {
            let tick = kind == LegendEntry::FallAtLeast;
            builder.rect("key", Rect::new(r.x + 22.0, r.y, 12.0, r.h), Fill::Solid(accent), enter);
            bound_marks::bar(builder, Rect::new(r.x + 8.0, r.y, 14.0, r.h), accent, tick, true, enter);
            builder.arrow(Point::new(r.x + 11.0, middle.y), Point::new(r.x + 1.0, middle.y), accent, enter);
        }
        LegendEntry::FallLessThan | LegendEntry::FallUpTo => {
            let tick = kind == LegendEntry::FallUpTo;
            bound_marks::bar(builder, Rect::new(r.x + 8.0, r.y, 18.0, r.h), accent, tick, false, enter);
            builder.arrow(Point::new(r.x + 21.0, middle.y), Point::new(r.x + 32.0, middle.y), accent, enter);
        }
        LegendEntry::Nearly => {
            let (number, full) = (r.x + 28.0, r.x + 8.0);
            let fade = Fade::across(full, number);
            builder.rect("key", Rect::new(r.x, r.y, 28.0, r.h), Fill::FadeOut(accent, fade), enter);
            let line = vec![Point::new(number, r.y - 1.0), Point::new(number, r.bottom() + 1.0)];
            builder.line("key", line, accent, 1.0, enter);
        }
        LegendEntry::NotFinal => {
            let rect = Rect::new(r.x, r.y, 28.0, r.h);
            builder.rect("key", rect, Fill::Solid(accent.fade(PALE)), enter);
            let stroke = Stroke { paint: accent, width: 1.5, dash: None };
            let shape = Shape::Rect { rect: rect.inset(0.75), radius: 0.0 };
            builder.put("key", shape, Fill::None, Some(stroke), enter);
        }
        LegendEntry::About => {
            builder.circle("key", Point::new(r.x + 16.0, middle.y), 9.0, Fill::Soft(accent), None, enter);
            builder.circle("key", Point::new(r.x + 16.0, middle.y), 3.0, Fill::Solid(accent), None, enter);
        }
        LegendEntry::Between => {
            builder.rect("key", Rect::new(r.x, r.y, 12.0, r.h), Fill::Solid(accent), enter);
            bound_marks::between(builder, Rect::new(r.x + 12.0, r.y, 16.0, r.h), accent, enter);
        }
        LegendEntry::Class => {
            bound_marks::class_box(builder, Rect::new(r.x, r.y - 1.0, 28.0, r.h + 2.0), ink, enter)
        }
        LegendEntry::OpenList => {
            builder.circle("key", Point::new(r.x + 8.0, middle.y), 5.5, Fill::Solid(slate), None, enter);
            let stroke = Stroke { paint: slate, width: 1.75, dash: None };
            builder.circle("key", Point::new(r.x + 23.0, middle.y), 5.5, Fill::None, Some(stroke), enter);
        }
        LegendEntry::Target | LegendEntry::Forecast => {
            let stroke = match kind {
                LegendEntry::Forecast => Stroke { dash: Some(FORECAST), ..builder.goal_stroke(slate) },
                _ => builder.goal_stroke(slate),
            };
            let shape = Shape::Rect { rect: Rect::new(r.x + 1.0, r.y, 28.0, r.h), radius: 0.0 };
            builder.put("key", shape, Fill::None, Some(stroke), enter);
        }
        LegendEntry::Hollow => {
            let stroke = Stroke { paint: accent, width: 1.25, dash: None };
            for i in 0..3 {
                let at = Point::new(r.x + 5.0 + i as f64 * 11.0, middle.y);
                builder.circle("key", at, 4.0, Fill::None, Some(stroke), enter);
            }
        }
        LegendEntry::Adjacent => {
            let (a, b) = (Point::new(r.x + 5.0, middle.y), Point::new(r.x + 27.0, middle.y));
            builder.line("key", vec![a, b], accent, 2.0, enter);
            builder.circle("key", a, 4.0, Fill::Solid(accent), None, enter);
            builder.circle("key", b, 4.0, Fill::Solid(accent), None, enter);
        }
        LegendEntry::Definitions => {
            builder.circle("key", Point::new(r.x + 5.0, middle.y), 4.0, Fill::Solid(accent), None, enter);
            let stroke = Stroke { paint: accent, width: 1.75, dash: None };
            let square = Shape::Rect { rect: Rect::new(r.x + 13.0, middle.y - 4.0, 8.0, 8.0), radius: 0.0 };
            builder.put("key", square, Fill::None, Some(stroke), enter);
            let tip = triangle(Point::new(r.x + 29.0, middle.y), (5.0, -5.0));
            let shape = Shape::Path { points: tip, closed: true };
            builder.put("key", shape, Fill::None, Some(stroke), enter);
        }
        LegendEntry::Missing | LegendEntry::MissingDefined => {
            let cell = Rect::new(r.x + 1.0, r.y + 1.0, 7.0, 10.0);
            builder.rect("key", cell, Fill::Solid(accent), enter);
            bound_marks::gap(builder, Rect { x: r.x + 11.0, w: 18.0, ..cell }, enter);
        }
        LegendEntry::Compare => {
            let stroke = Stroke { paint: ink, width: 2.0, dash: None };
            builder.circle("key", Point::new(r.x + 16.0, middle.y), 6.0, Fill::None, Some(stroke), enter);
        }
        LegendEntry::Lists => {
            for i in 0..3 {
                let cell = Rect::new(r.x + i as f64 * 12.0, r.y + 2.5, 9.0, 7.0);
                if i == 0 {
                    builder.rect("key", cell, Fill::Solid(slate), enter);
                } else {
                    let stroke = Stroke { paint: slate, width: 1.0, dash: None };
                    let shape = Shape::Rect { rect: cell.inset(0.5), radius: 0.0 };
                    builder.put("key", shape, Fill::None, Some(stroke), enter);
                }
            }
        }
        LegendEntry::Diamond => {
            let muted = builder.paint(Role::Muted);
            let shape = Shape::Path { points: diamond(Point::new(r.x + 16.0, middle.y)), closed: true };
            let stroke = Stroke { paint: muted, width: 2.0, dash: None };
            builder.put("key", shape, Fill::None, Some(stroke), enter);
        }
        LegendEntry::Context => context_swatch(builder, r),
    }
}

/// A square on its corner: what another source dates; it differs from a disc in grey print too.
pub fn diamond(center: Point) -> Vec<Point> {
    [(0.0, -5.5), (5.5, 0.0), (0.0, 5.5), (-5.5, 0.0)]
        .map(|(dx, dy)| Point::new(center.x + dx, center.y + dy))
        .to_vec()
}

/// A triangle of half this width whose tip is above `center` by this height, below where it is positive; CSS px.
pub fn triangle(center: Point, (half, tip): (f64, f64)) -> Vec<Point> {
    [(0.0, 1.1 * tip), (1.1 * half, -0.8 * tip), (-1.1 * half, -0.8 * tip)]
        .map(|(dx, dy)| Point::new(center.x + dx, center.y + dy))
        .to_vec()
}

/// A field of fine dots: data from another source than the article.
pub fn context_swatch(builder: &mut SceneBuilder, r: Rect) {
    let muted = builder.paint(Role::Muted);
    for row in 0..3 {
        for column in 0..7 {
            let at = Point::new(r.x + 2.0 + column as f64 * 4.0, r.y + 2.0 + row as f64 * 4.0);
            builder.circle("context", at, 1.1, Fill::Solid(muted), None, Enter::fade(-1.0));
        }
    }
}
