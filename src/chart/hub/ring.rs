//! The fields of one list in a ring around their core.
//!
//! **Invariant**: nodes have one size and one distance from the core; an open list ends in the hollow node.

use crate::chart::hub::{draw_core, ICON};
use crate::geometry::Point;
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::model::ListIx;
use crate::text::{wrap, Font};
use crate::theme::Role;
use std::f64::consts::TAU;

#[allow(clippy::too_many_arguments)]
pub(super) fn ring(
    builder: &mut SceneBuilder,
    area: Area,
    core: FigureIx,
    label: &Text,
    small: &Text,
    list: ListIx,
    node: f64,
    core_radius: f64,
    around: f64,
    font: Font,
) -> f64 {
    let l = builder.facts.list(list).clone();
    let (slate, rule, surface) =
        (builder.paint(Role::GENERAL), builder.paint(Role::Rule), builder.paint(Role::Surface));
    let start = builder.delay;
    let count = l.items.len() + usize::from(l.open);
    let center = Point::new(area.x + area.w / 2.0, area.y + around + node + 2.0);
    let stroke = Stroke { paint: rule, width: 2.0, dash: None };
    let shape = Shape::Sector { center, inner: around, outer: around, from: 0.0, to: TAU };
    builder.put("ring", shape, Fill::None, Some(stroke), Enter::new(Effect::Draw, start));
    for i in 0..count {
        let angle = i as f64 / count as f64 * TAU;
        let ends = vec![center.around(core_radius, angle), center.around(around - node, angle)];
        builder.line(
            "spoke",
            ends,
            if i < l.items.len() { slate } else { rule },
            2.0,
            Enter { effect: Effect::Draw, delay: start + 0.25, duration: 0.4 },
        );
    }
    draw_core(builder, core, center, core_radius, label, small);
    for i in 0..count {
        let angle = i as f64 / count as f64 * TAU;
        let at = center.around(around, angle);
        builder.delay = start + 0.35 + i as f64 * 0.06;
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
            builder.circle(Part::item("node"), at, node - 1.0, Fill::Solid(surface), Some(stroke), enter);
            builder.legend(LegendEntry::OpenList);
            // an arrow to nowhere: the list goes on
            let from = center.around(around + node * 0.55, angle + node * 1.12 / around);
            let to = center.around(around + node * 0.85, angle + node * 1.12 / around + 0.16);
            builder.arrow(from, to, slate, Enter::fade(builder.delay + 0.3));
        } else {
            builder.circle(Part::item("node"), at, node, Fill::Solid(slate), None, enter);
        }
        let color = if open { slate } else { surface };
        // below a pictogram the circle has less room across
        let pictured = !open && l.items[i].icon.is_some();
        let across = if pictured { node * 1.4 } else { node * 1.75 };
        let lines = wrap::balanced(&text, font, across, builder.measure);
        let step = font.size * 1.3;
        let mut top = at.y - (lines.len() as f64 - 1.0) * step / 2.0 + font.size * 0.36;
        if let Some(icon) = (!open).then(|| l.items[i].icon).flatten() {
            let corner = Point::new(at.x - ICON / 2.0, at.y - (ICON + lines.len() as f64 * step) / 2.0);
            pictogram::draw(builder, icon, corner, ICON, surface, Enter::fade(builder.delay));
            top += ICON / 2.0;
        }
        for (i, line) in lines.iter().enumerate() {
            builder.text(Point::new(at.x, top + i as f64 * step), line, font, color, Anchor::Middle);
        }
        builder.end();
    }
    2.0 * (around + node) + 6.0
}
