//! One growth rate as two bars: the base period is 100, the current one 100 and the growth.
//!
//! **Invariant**: a callout, not a trend: two bars from zero, the base named, no third period.

use crate::chart::plot::{self, Element, Line, Statement};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::number::Decimal;
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::text::Font;
use crate::theme::Role;

/// A bar from its upper left to its lower right place.
struct Grown {
    fill: Fill,
}

impl Statement for Grown {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [from, to] = at else { return };
        let rect = Rect::new(from.x, from.y, to.x - from.x, to.y - from.y);
        let enter = Enter::new(Effect::GrowRight, backend.builder.delay);
        backend.builder.rect(Part::item("bar"), rect, self.fill, enter);
    }
}

pub fn place(
    builder: &mut SceneBuilder,
    area: Area,
    ix: FigureIx,
    base: &Text,
    now: &Text,
    note: Option<&Text>,
) -> f64 {
    let figure = builder.figure(ix);
    let (accent, ink, muted) = (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Muted));
    let start = builder.delay;
    let growth = figure.number().unwrap_or(Decimal::whole(0));
    let index =
        Decimal { mantissa: growth.mantissa + 100 * 10i64.pow(growth.places as u32), places: growth.places };
    builder.begin(ix);
    let size = if builder.compact { 44.0 } else { 56.0 };
    let mut y = area.y + builder.headline(area, ix, size, accent) + 12.0;
    let value_width = builder.measure.width(&index.digits(false), Font::bold(24.0)) + 14.0;
    let room = area.w - value_width;
    let top = index.to_f64().abs().max(100.0);
    let bar = if builder.compact { 36.0 } else { 48.0 };
    let (amounts, across) = (Line::new(0.0, top), Line::new(0.0, 1.0));
    let on = plot::coordinates(Rect::new(area.x, y, room, bar), &amounts, &across);
    let end_of = |amount: f64| plot::at(&on, amount, 0.0).x;
    let hundred = end_of(100.0);
    let first = y;
    for (label, value, fill) in
        [(base, Decimal::whole(100), Fill::Solid(muted.fade(0.45))), (now, index, Fill::Solid(accent))]
    {
        let label = builder.say(label).to_string();
        let h = builder.paragraph(area.x, y, area.w, &label, Font::sans(15.0), ink);
        y += h + 2.0;
        let frame = Rect::new(area.x, y, room, bar);
        let amount = value.to_f64().max(0.0);
        plot::plot(builder, frame, amounts.clone(), across.clone(), |chart| {
            let at = vec![(0.0, 1.0), (amount, 0.0)];
            chart.draw_series([Element { at, statement: Grown { fill } }])?;
            Ok(())
        });
        let mut x = end_of(amount);
        if value == index && figure.qualifier().is_floor() {
            let open_end = Rect::new(x, y, 32.0f64.min(area.right() - x), bar);
            bound_marks::floor(builder, figure.qualifier(), open_end, accent, Enter::fade(start + 0.6));
            x = open_end.right();
        }
        builder.text(
            Point::new(x + 10.0, y + bar / 2.0 + 9.0),
            &value.digits(false),
            Font::bold(24.0),
            ink,
            Anchor::Start,
        );
        y += bar + 14.0;
        builder.delay += 0.35;
    }
    // where last year's bar ends, on this year's
    let stroke = Stroke { paint: ink, width: 1.5, dash: None };
    let from = first + 15.0 * crate::layout::scene_builder::LINE + 2.0 + bar;
    let points = vec![Point::new(hundred, from), Point::new(hundred, y - 8.0)];
    builder.put(
        "base",
        Shape::Path { points, closed: false },
        Fill::None,
        Some(stroke),
        Enter::fade(start + 0.5),
    );
    builder.end();
    builder.delay = start + 0.5;
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}
