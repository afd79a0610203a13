//! Steps, the house that they lead up to, and what is said on the landing before its door.
//!
//! **Invariant**: no pictogram, word or wall lies on another; words that have no room on the landing stand below.

use super::Steps;
use crate::chart::words;
use crate::geometry::{Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::locale::number::{form_of, Decimal};
use crate::text::{wrap, Font};
use crate::theme::Role;

/// From this width on the number stands beside the stairs, CSS px.
const WIDE: f64 = 640.0;
/// Between two steps, CSS px.
const SEAM: f64 = 2.0;
const PAD: f64 = 16.0;
const NAMES: Font = Font::bold(15.0);

/// The measures of the picture, CSS px.
struct Plan {
    /// Of a step: how wide, how high above the one before.
    step: f64,
    rise: f64,
    /// Of a pictogram on a step.
    icon: f64,
    /// How wide the landing is, how high its walls are, and the roof and the sign above them.
    landing: f64,
    walls: f64,
    roof: f64,
    sign: f64,
}

impl Plan {
    fn of(builder: &SceneBuilder, spec: &Steps, n: usize, width: f64, wide: bool) -> Plan {
        let count = n.max(1) as f64;
        let landing = if wide { width * 0.36 } else { width * 0.38 };
        let before = if spec.from.is_some() {
            if wide {
                72.0
            } else {
                0.0
            }
        } else {
            0.0
        };
        // beside the number there is less room for steps
        let left = if wide { width * 0.16 } else { 0.0 };
        let step = ((width - landing - before - left) / count - SEAM).clamp(12.0, 118.0);
        let rise = ((if wide { 144.0 } else { 96.0 }) / count).min(48.0);
        let largest: f64 = if builder.compact { 32.0 } else { 48.0 };
        let walls = if wide { 84.0 } else { 64.0 };
        let sign = if spec.sign.is_some() {
            if wide {
                40.0
            } else {
                28.0
            }
        } else {
            0.0
        };
        Plan { step, rise, icon: largest.min(step - 4.0), landing, walls, roof: 12.0, sign }
    }
}

pub(super) fn place(builder: &mut SceneBuilder, area: Area, spec: &Steps) -> f64 {
    let start = builder.delay;
    let (accent, ink) = (builder.accent_paint(), builder.paint(Role::Ink));
    let n = (builder.figure(spec.figure).amount() as usize).min(12);
    let wide = area.w >= WIDE;
    let plan = Plan::of(builder, spec, n, area.w, wide);
    let mut stairs = n as f64 * plan.rise;
    let inner = plan.landing - 2.0 * PAD;
    let said = builder.tried(|builder| landing_words(builder, Area::new(0.0, 0.0, inner), spec));
    // the landing is as deep as the stairs are high, and a little deeper for its words
    let on_landing = wide && said + 2.0 * PAD <= (stairs * 1.25).max(stairs + 40.0);
    let rise = if on_landing { (plan.rise).max((said + 2.0 * PAD) / n.max(1) as f64) } else { plan.rise };
    stairs = n as f64 * rise;
    let head_width = if wide { area.w - plan.landing - 120.0 } else { area.w };
    builder.begin(spec.figure);
    let title = match &spec.title {
        Some(title) => builder.say(title).to_string(),
        None => builder.say(builder.figure(spec.figure).label()).to_string(),
    };
    let size = if builder.compact { 40.0 } else { 56.0 };
    let mut head = builder.heading(area.x, area.y, head_width, &title);
    let at = Point::new(area.x, area.y + head + size * 0.92);
    head += builder.number(at, spec.figure, size, head_width, accent, Anchor::Start).1;
    builder.end();
    head +=
        builder.note_of(area.x, area.y + head, head_width * if wide { 0.6 } else { 1.0 }, spec.note.as_ref());
    let house = plan.sign + plan.roof + plan.walls;
    let highest = (house + stairs).max(plan.icon + 10.0 + stairs);
    let ground = if wide {
        // the lowest steps may pass under the number, but nothing of them may meet it
        let free = head + 12.0 + plan.icon + 6.0 + rise;
        area.y + highest.max(free)
    } else {
        area.y + head + 12.0 + highest
    };
    let right = area.right();
    let foot = right - plan.landing - n as f64 * (plan.step + SEAM);
    builder.begin(spec.figure);
    for i in 0..n {
        builder.delay = start + 0.2 * i as f64;
        let x = foot + i as f64 * (plan.step + SEAM);
        let high = (i + 1) as f64 * rise;
        let rect = Rect::new(x, ground - high, plan.step, high);
        let enter = Enter::new(Effect::GrowUp, builder.delay);
        builder.rect(Part::item("step"), rect, Fill::Solid(accent), enter);
        let enter = Enter::fade(builder.delay + 0.2);
        if let Some(icon) = spec.icon.filter(|_| plan.icon >= 14.0) {
            let corner = Point::new(x + (plan.step - plan.icon) / 2.0, ground - high - plan.icon - 4.0);
            pictogram::draw(builder, icon, corner, plan.icon, accent, enter);
        }
        let name = step_name(builder, spec, i + 1);
        let short = (i + 1).to_string();
        let fits = |text: &str| builder.measure.width(text, NAMES) <= plan.step;
        let name = if fits(&name) { name } else { short };
        let at = Point::new(x + plan.step / 2.0, ground + 22.0);
        builder.text(at, &name, NAMES, ink, Anchor::Middle);
    }
    builder.end();
    builder.delay = start;
    if let Some(icon) = spec.from.filter(|_| wide) {
        let size = 56.0;
        // its wheels stand on the ground: a pictogram keeps an eighth of its box free below
        let corner = Point::new(foot - size - 20.0, ground - size * 0.9);
        pictogram::draw(builder, icon, corner, size, accent, Enter::fade(start));
    }
    let landing = Rect::new(right - plan.landing, ground - stairs, plan.landing, stairs);
    builder.rect("landing", landing, Fill::Solid(ink.fade(0.07)), Enter::fade(start + 0.3));
    house_front(builder, landing, &plan, spec, start + 0.5);
    let line = vec![Point::new(area.x, ground), Point::new(right, ground)];
    builder.line("ground", line, ink, 2.0, Enter::fade(start));
    builder.delay = start + 0.6;
    let mut bottom = ground + if n > 0 { 28.0 } else { 6.0 };
    if on_landing {
        let room = Area::new(landing.x + PAD, landing.y + (stairs - said) / 2.0, inner);
        landing_words(builder, room, spec);
    } else {
        let to = builder.say(&spec.to).to_string();
        let lines = wrap::wrap(&to, NAMES, plan.landing, builder.measure);
        for (k, line) in lines.iter().enumerate() {
            let at = Point::new(landing.center().x, ground + 22.0 + k as f64 * 20.0);
            builder.text(at, line, NAMES, ink, Anchor::Middle);
        }
        bottom = bottom.max(ground + 8.0 + lines.len() as f64 * 20.0) + 6.0;
        bottom += said_below(builder, Area::new(area.x, bottom, area.w), spec);
    }
    builder.delay = start;
    bottom - area.y
}

/// "第1年", "year 1".
fn step_name(builder: &SceneBuilder, spec: &Steps, number: usize) -> String {
    let unit = builder.figure(spec.figure).unit();
    let one = Decimal { mantissa: 1, places: 0 };
    let form = form_of(unit.forms(builder.locale), (builder.locale.catalogue().plural)(one));
    Message::Nth.with(builder.locale, &[&number.to_string(), form.trim()])
}

/// What the steps lead up to, in words; returns the height used.
fn landing_words(builder: &mut SceneBuilder, area: Area, spec: &Steps) -> f64 {
    let ink = builder.paint(Role::Ink);
    let to = builder.say(&spec.to).to_string();
    let y = area.y + builder.paragraph(area.x, area.y, area.w, &to, Font::bold(17.0), ink);
    if spec.items.is_empty() {
        return y - area.y;
    }
    builder.rule(area.x, y + 6.0, area.w);
    y + 14.0 + said_below(builder, area.down(y + 14.0 - area.y), spec) - area.y
}

fn said_below(builder: &mut SceneBuilder, area: Area, spec: &Steps) -> f64 {
    let mut y = area.y;
    for word in &spec.items {
        y += words::one(builder, Area::new(area.x, y, area.w), word, false, true) + 6.0;
    }
    builder.end();
    (y - 6.0 - area.y).max(0.0)
}

/// Walls, a roof, a door that is solid because it is where the steps lead, and windows where there is room.
fn house_front(builder: &mut SceneBuilder, landing: Rect, plan: &Plan, spec: &Steps, delay: f64) {
    let (accent, surface) = (builder.accent_paint(), builder.paint(Role::Surface));
    let enter = Enter::fade(delay);
    let side = (landing.w * 0.07).min(22.0);
    let walls = Rect::new(landing.x + side, landing.y - plan.walls, landing.w - 2.0 * side, plan.walls);
    let stroke = Stroke { paint: accent, width: 2.5, dash: None };
    let shape = Shape::Rect { rect: walls.inset(1.25), radius: 0.0 };
    builder.put("wall", shape, Fill::Solid(surface), Some(stroke), enter);
    let roof = Rect::new(walls.x - side * 0.6, walls.y - plan.roof, walls.w + side * 1.2, plan.roof);
    builder.rect("roof", roof, Fill::Solid(accent), enter);
    let door =
        Rect::new(walls.x + 14.0, walls.bottom() - plan.walls * 0.78, plan.walls * 0.48, plan.walls * 0.78);
    builder.rect("door", door, Fill::Solid(accent), enter);
    let knob = Point::new(door.right() - 7.0, door.center().y);
    builder.circle("knob", knob, 2.5, Fill::Solid(surface), None, enter);
    let (pane, gap) = (plan.walls * 0.36, plan.walls * 0.26);
    let room = walls.right() - 14.0 - door.right() - gap;
    let windows = ((room + gap) / (pane + gap)).floor().clamp(0.0, 4.0) as usize;
    let thin = Stroke { paint: accent, width: 2.0, dash: None };
    for i in 0..windows {
        let x = walls.right() - 16.0 - pane - (windows - 1 - i) as f64 * (pane + gap);
        let rect = Rect::new(x, door.y + 4.0, pane, pane);
        builder.put("window", Shape::Rect { rect, radius: 0.0 }, Fill::None, Some(thin), enter);
        let (c, m) = (rect.center(), rect);
        builder.line("window", vec![Point::new(c.x, m.y), Point::new(c.x, m.bottom())], accent, 1.5, enter);
        builder.line("window", vec![Point::new(m.x, c.y), Point::new(m.right(), c.y)], accent, 1.5, enter);
    }
    if let Some(icon) = spec.sign {
        // its foot stands on the roof: below, a pictogram keeps an eighth of its box free
        let corner = Point::new(roof.right() - plan.sign * 1.4, roof.y - plan.sign * 0.875);
        pictogram::draw(builder, icon, corner, plan.sign, accent, enter);
    }
}
