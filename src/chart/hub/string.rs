//! The fields of one list on a string below their core, where a ring has no room.
//!
//! **Invariant**: nodes stand in the order of the list; an open list ends in the hollow node.

use crate::chart::hub::named;
use crate::geometry::Point;
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::model::ListIx;
use crate::text::{wrap, Font};
use crate::theme::Role;

pub(super) fn string(
    builder: &mut SceneBuilder,
    area: Area,
    core: FigureIx,
    label: &Text,
    small: &Text,
    list: ListIx,
) -> f64 {
    let l = builder.facts.list(list).clone();
    let (lead, slate, rule, ink, surface, muted) = (
        builder.accent_paint(),
        builder.paint(Role::GENERAL),
        builder.paint(Role::Rule),
        builder.paint(Role::Ink),
        builder.paint(Role::Surface),
        builder.paint(Role::Muted),
    );
    let start = builder.delay;
    let radius = 22.0;
    let center = Point::new(area.x + radius, area.y + radius + 2.0);
    let count = l.items.len() + usize::from(l.open);
    let columns = if area.w >= 260.0 { 2 } else { 1 };
    let rows = count.div_ceil(columns);
    let step = 44.0;
    let title = wrap::balanced(
        &named(builder, core, label),
        Font::bold(17.0),
        area.w - 2.0 * radius - 12.0,
        builder.measure,
    );
    let first = center.y + radius + 30.0 + (title.len() as f64 - 1.0) * 22.0;
    let column = (area.w - radius) / columns as f64;
    for c in 0..columns {
        let in_column = count.saturating_sub(c * rows).min(rows);
        if in_column == 0 {
            continue;
        }
        let x = center.x + c as f64 * column;
        let foot = first + (in_column - 1) as f64 * step;
        let mut stem = vec![Point::new(x, foot)];
        if c == 0 {
            stem.push(center);
        } else {
            stem.push(Point::new(x, center.y + radius + 6.0));
            stem.push(Point::new(center.x, center.y + radius + 6.0));
        }
        stem.reverse();
        builder.line("stem", stem, rule, 2.0, Enter { effect: Effect::Draw, delay: start, duration: 0.6 });
    }
    builder.begin(core);
    builder.circle(
        Part::item("core"),
        center,
        radius,
        Fill::Solid(lead),
        None,
        Enter::new(Effect::Pop, start),
    );
    let small = builder.say(small).to_string();
    builder.text(
        Point::new(center.x + radius + 12.0, center.y - 6.0),
        &small,
        Font::sans(13.0),
        muted,
        Anchor::Start,
    );
    for (i, line) in title.iter().enumerate() {
        let at = Point::new(center.x + radius + 12.0, center.y + 15.0 + i as f64 * 22.0);
        builder.text(at, line, Font::bold(17.0), ink, Anchor::Start);
    }
    builder.end();
    for i in 0..count {
        let at = Point::new(center.x + (i / rows) as f64 * column, first + (i % rows) as f64 * step);
        builder.delay = start + 0.2 + i as f64 * 0.05;
        let enter = Enter::new(Effect::Pop, builder.delay);
        let open = i == l.items.len();
        let text = if open {
            Message::And.get(builder.locale).to_string()
        } else {
            builder.say(&l.items[i].text).to_string()
        };
        let name = format!("{}{}{text}", builder.say(&l.label), Message::Colon.get(builder.locale));
        builder.begin_named(format!("{}-{i}", l.id), if open { None } else { l.items[i].figure }, name);
        if open {
            let stroke = Stroke { paint: slate, width: 2.0, dash: None };
            builder.circle(Part::item("node"), at, 10.0, Fill::Solid(surface), Some(stroke), enter);
            builder.legend(LegendEntry::OpenList);
        } else {
            builder.circle(Part::item("node"), at, 11.0, Fill::Solid(slate), None, enter);
        }
        let font = Font::sans(15.0);
        let lines = wrap::wrap(&text, font, column - 30.0, builder.measure);
        let top = at.y - (lines.len() as f64 - 1.0) * 9.5 + 5.5;
        for (i, line) in lines.iter().enumerate() {
            builder.text(Point::new(at.x + 20.0, top + i as f64 * 19.0), line, font, ink, Anchor::Start);
        }
        builder.end();
    }
    first + (rows - 1) as f64 * step + 18.0 - area.y
}
