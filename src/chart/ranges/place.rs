//! A chart of ranges from top to bottom: heading, the key of both sides, the rows, the numbers of the axis, a note.
//!
//! **Invariant**: returns the height that it used; nothing stands outside the width that it was given.

use crate::chart::axis;
use crate::chart::label_text::{unlike_periods, Labels};
use crate::chart::point_mark;
use crate::chart::ranges::rows::{layout, row, zero, Layout};
use crate::chart::ranges::said::{names, Said};
use crate::chart::ranges::{reach_of, Ranges, APART, RADIUS, SMALL};
use crate::geometry::Point;
use crate::layout::enter::Enter;
use crate::layout::mark::{Anchor, Fill};
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::model::base::{against_all, in_one_line};
use crate::model::figure::{Figure, FigureIx};
use crate::text::Font;
use crate::theme::Role;

pub(super) fn place(builder: &mut SceneBuilder, area: Area, spec: &Ranges, spare: f64) -> f64 {
    let (facts, locale, start) = (builder.facts, builder.locale, builder.delay);
    let mut y = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        y += builder.heading(area.x, y, area.w, &title) + 2.0;
    }
    let figures: Vec<&Figure> = spec.all().map(|ix| facts.figure(ix)).collect();
    let labels = Labels::new(&figures, locale);
    if let Some(status) = figures.first().and_then(|figure| labels.common_word(figure)) {
        y += builder.note(area.x, y, area.w, status);
    }
    let all: Vec<FigureIx> = spec.all().collect();
    let mut sides = [labels.clone(), labels.clone()];
    if let Some(names) = names(spec, facts, &labels, locale) {
        y += key(builder, Area::new(area.x, y, area.w), spec, [&names[0].0, &names[1].0]);
        for (side, (_, status)) in sides.iter_mut().zip(names) {
            *side = status.map_or(labels.clone(), |status| labels.without_status(status));
        }
    }
    let labels = [&sides[0], &sides[1]];
    let against = against_all(&figures, locale);
    let unlike_bases = against.is_none() && figures.iter().any(|figure| figure.base().is_some());
    let said = Said { facts, labels, locale, unlike: unlike_periods(facts, &all), unlike_bases };
    let layout = layout(builder, area, spec, &said, reach_of(figures.iter().copied()));
    y += 6.0;
    let top = y;
    let apart = (spare / spec.items.len().max(1) as f64).clamp(0.0, APART);
    for (i, item) in spec.items.iter().enumerate() {
        builder.delay = start + 0.06 * i as f64;
        y += row(builder, Area::new(area.x, y, area.w), item, &layout) + 10.0 + apart;
    }
    y -= apart;
    if layout.names > 0.0 {
        zero(builder, &layout, top - 4.0, y - 6.0);
    }
    builder.delay = start + 0.2;
    if let Some(like) = figures.first() {
        let unit = in_one_line([Some(axis::unit_text(like, locale)), against], locale);
        y += axis_below(builder, area, &layout, (like, &unit), y - 4.0);
    }
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y, area.w, spec.note.as_ref());
    y - area.y
}

/// The dots of the first and the second numbers, as they are drawn, with what they are; returns the height.
fn key(builder: &mut SceneBuilder, area: Area, spec: &Ranges, names: [&str; 2]) -> f64 {
    let (font, ink) = (Font::bold(13.0), builder.paint(Role::Ink));
    let paints = [builder.paint(Role::Muted), builder.accent_paint()];
    let enter = Enter::fade(builder.delay);
    let (mut x, mut y) = (area.x, area.y);
    let pairs: Vec<[FigureIx; 2]> =
        spec.items.iter().filter_map(|item| Some([item.figure, item.to?])).collect();
    for (i, (name, paint)) in names.into_iter().zip(paints).enumerate() {
        let width = 18.0 + builder.measure.width(name, font);
        if x > area.x && x + width > area.right() {
            (x, y) = (area.x, y + 20.0);
        }
        let at = Point::new(x + RADIUS, y + 10.0);
        // pale only where no dot of its side is final
        let firm = |pair: &&[FigureIx; 2]| builder.figure(pair[i]).status().is_firm();
        if let Some(ix) = pairs.iter().find(firm).or(pairs.first()).map(|pair| pair[i]) {
            if builder.figure(ix).status().is_result() {
                point_mark::disc(builder, ix, at, (RADIUS, paint), enter);
            } else {
                let ring = builder.aim_ring(ix, builder.paint(Role::GENERAL));
                builder.circle("name", at, RADIUS, Fill::None, Some(ring), enter);
            }
        }
        builder.text(Point::new(x + 18.0, y + 14.5), name, font, ink, Anchor::Start);
        x += width + 20.0;
    }
    y + 24.0 - area.y
}

/// The numbers of the axis below the rows, as many as there is room for, and its unit; returns the height.
fn axis_below(
    builder: &mut SceneBuilder,
    area: Area,
    layout: &Layout,
    (like, unit): (&Figure, &str),
    y: f64,
) -> f64 {
    let muted = builder.paint(Role::Muted);
    let enter = Enter::fade(builder.delay);
    let axes = layout.axes(y);
    let frame = axes.frame();
    builder.line("axis", vec![Point::new(frame.x, y), Point::new(frame.right(), y)], muted, 1.0, enter);
    let texts = axis::tick_texts(&layout.ticks, like, builder.locale);
    let mut free = f64::MIN;
    for (tick, text) in layout.ticks.iter().zip(&texts) {
        let x = axes.at(*tick, 0.0).x;
        let width = builder.measure.width(text, SMALL);
        let left = (x - width / 2.0).clamp(area.x, area.right() - width);
        if left < free {
            continue;
        }
        builder.line("axis-tick", vec![Point::new(x, y), Point::new(x, y + 4.0)], muted, 1.0, enter);
        builder.text(Point::new(left, y + 18.0), text, SMALL, muted, Anchor::Start);
        free = left + width + 8.0;
    }
    let used = builder.paragraph(area.x + layout.names, y + 22.0, area.w - layout.names, unit, SMALL, muted);
    26.0 + used
}
