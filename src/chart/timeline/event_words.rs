//! The words of events on a line across the picture: date and name at their marks, or further off at a leader.
//!
//! Events with their places come in; marks on the builder go out.
//!
//! **Invariant**: words and the leaders to them lie on nothing that the placer knows.

use super::Entry;
use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::label::LabelPlacer;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::text::{wrap, Font};
use crate::theme::Role;

pub(super) const NAME: Font = Font::bold(14.0);
/// From one line of a name to the next, CSS px.
pub(super) const STEP: f64 = 18.0;
pub(super) const DATE: Font = Font::sans(13.0);
/// The date that the line begins with, beside its derrick.
const FIRST: Font = Font::bold(28.0);
/// How wide words get before they go on below, CSS px; and how wide else where they find no room so.
pub(super) const WIDEST: f64 = 168.0;
/// The same where there is no other line.
pub(super) const WIDEST_ALONE: f64 = 230.0;
const OTHER_WIDTHS: [f64; 4] = [112.0, 250.0, 84.0, 360.0];
/// Between the words of two events side by side, CSS px.
pub(super) const BETWEEN: f64 = 8.0;
/// From the middle of a mark to its words, CSS px.
pub(super) const AWAY: f64 = 13.0;
/// By how much the derrick is larger than beside an upright line.
pub(super) const DERRICK: f64 = 2.6;
/// How many distances from its mark are tried for an event's words.
const STEPS: usize = 10;

/// In how many orders words look for their places.
const TRIES: usize = 24;

/// An event's words with its date, at its mark or further off.
#[derive(Clone)]
pub(super) struct Words<'e> {
    pub entry: &'e Entry,
    pub at: Point,
    /// It is the date that the line begins with.
    first: bool,
    date: String,
    /// The ways in which its name can be set, the usual one first.
    sets: Vec<Set>,
    /// From their top to the baseline of the date.
    lead: f64,
    /// Other marks of the line, by their place on it: words that begin or end at a mark are read as that mark's.
    others: Vec<f64>,
    /// From the line above its own to the line below: words beyond them seem to be of another line.
    reach: (f64, f64),
    pub spot: Option<Spot>,
}

/// A name in lines, with the room that it takes together with its date, CSS px.
#[derive(Clone)]
struct Set {
    lines: Vec<String>,
    width: f64,
    height: f64,
}

/// Where words stand.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// Which of the ways in which they can be set.
    set: usize,
    corner: Point,
    anchor: Anchor,
    /// Whether a line leads to them.
    led: bool,
}

/// Marks so near each other share their words' place, CSS px.
const TOGETHER: f64 = 12.0;

impl<'e> Words<'e> {
    /// `others`: places of the other marks of its line; `reach`: the heights of the lines above and below it.
    pub fn of(
        builder: &SceneBuilder,
        entry: &'e Entry,
        at: Point,
        first: bool,
        widest: f64,
        others: impl Iterator<Item = f64>,
        reach: (f64, f64),
    ) -> Words<'e> {
        let date = entry.date.display(builder.locale);
        let (date_font, lead) = if first { (FIRST, 32.0) } else { (DATE, 17.0) };
        let wide = |text: &str, font: Font| builder.measure.width(text, font);
        let set = |widest: f64| {
            let lines = wrap::balanced(&entry.text, NAME, widest, builder.measure);
            let width = lines.iter().map(|line| wide(line, NAME)).fold(wide(&date, date_font), f64::max);
            let height = lead + STEP * lines.len() as f64;
            Set { lines, width, height }
        };
        let mut sets = vec![set(widest)];
        for other in OTHER_WIDTHS.map(set) {
            if sets.iter().all(|known| known.lines.len() != other.lines.len()) {
                sets.push(other);
            }
        }
        let others = others.filter(|x| (x - at.x).abs() > TOGETHER).collect();
        Words { entry, at, first, date, sets, lead, others, reach, spot: None }
    }

    /// Takes a place above or below the mark, if one is free: beginning there, ending there or in the middle, and further
    /// off in between too. Beyond the next lines only if it `strays`.
    fn find(&mut self, step: usize, strays: bool, placer: &mut LabelPlacer) {
        let off = AWAY + 22.0 * step as f64;
        let clear = if self.first { 24.0 * DERRICK + 16.0 } else { 0.0 };
        let at = self.at;
        for (set, Set { width, height, .. }) in self.sets.iter().enumerate() {
            for top in [at.y - off - height, at.y + off] {
                if !strays && (top < self.reach.0 || top + height > self.reach.1) {
                    continue;
                }
                let places = [
                    (at.x - 6.0 + clear, Anchor::Start),
                    (at.x + 6.0 - width, Anchor::End),
                    (at.x - width / 2.0, Anchor::Middle),
                    (at.x - width * 0.25, Anchor::Middle),
                    (at.x - width * 0.75, Anchor::Middle),
                ];
                for (x, anchor) in &places[..if step > 0 { 5 } else { 3 }] {
                    // what leads to them crosses nothing either
                    let (from, to) = if top < at.y { (top + height, at.y) } else { (at.y, top) };
                    let gap = Rect::new(at.x - 2.0, from + AWAY, 4.0, (to - from - 2.0 * AWAY).max(0.0));
                    let edges = [*x, x + width];
                    let foreign = |other: &f64| edges.iter().any(|edge| (edge - other).abs() < TOGETHER);
                    let unclear =
                        if step > 0 { !placer.is_free(&gap) } else { self.others.iter().any(foreign) };
                    // words that touch are read as one line
                    let taken = Rect::new(x - BETWEEN / 2.0, top, width + BETWEEN, *height);
                    if !unclear && placer.take(taken) {
                        let corner = Point::new(*x, top);
                        self.spot = Some(Spot { set, corner, anchor: *anchor, led: step > 0 });
                        placer.block(gap);
                        return;
                    }
                }
            }
        }
    }

    /// Where its words end, if they have a place.
    pub fn bottom(&self) -> Option<f64> {
        self.spot.map(|spot| spot.corner.y + self.sets[spot.set].height)
    }

    pub fn draw(&self, builder: &mut SceneBuilder) {
        let Some(Spot { set, corner, anchor, led }) = self.spot else { return };
        let Set { lines, width, height } = &self.sets[set];
        let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
        let (accent, rule) = (builder.paint(self.entry.accent), builder.paint(Role::Rule));
        if led {
            let above = corner.y < self.at.y;
            let end = if above { corner.y + height + 2.0 } else { corner.y - 2.0 };
            let leader = vec![self.at, Point::new(self.at.x, end)];
            builder.line("leader", leader, rule, 1.25, Enter::fade(builder.delay));
        }
        let (font, paint) = if self.first { (FIRST, accent) } else { (DATE, muted) };
        let x = match anchor {
            Anchor::Start => corner.x,
            Anchor::Middle => corner.x + width / 2.0,
            Anchor::End => corner.x + width,
        };
        let at = |y: f64| Point::new(x, corner.y + self.lead + y);
        builder.text(at(-4.0), &self.date, font, paint, anchor);
        for (i, line) in lines.iter().enumerate() {
            builder.text(at(14.0 + STEP * i as f64), line, NAME, ink, anchor);
        }
    }
}

/// Finds places for words, beyond the next lines only where not all have one else.
pub(super) fn find_all(all: &mut Vec<Words>, placer: &LabelPlacer) {
    let homeless = |all: &[Words]| all.iter().filter(|words| words.spot.is_none()).count();
    let mut best: Option<Vec<Words>> = None;
    for strays in [false, true] {
        let tried = tried(all.clone(), strays, placer);
        if best.as_ref().is_none_or(|best| homeless(&tried) < homeless(best)) {
            best = Some(tried);
        }
    }
    if let Some(best) = best {
        *all = best;
    }
}

/// Those that found no place come first in the next try, and the try that placed the most counts.
fn tried<'e>(mut all: Vec<Words<'e>>, strays: bool, placer: &LabelPlacer) -> Vec<Words<'e>> {
    let homeless = |all: &[Words]| all.iter().filter(|words| words.spot.is_none()).count();
    let mut best = all.clone();
    for _ in 0..TRIES {
        let mut placer = placer.clone();
        all.iter_mut().for_each(|words| words.spot = None);
        // near their marks all of them first: what stands further off must not take the place of another line's words
        for step in 0..STEPS {
            all.iter_mut()
                .filter(|words| words.spot.is_none())
                .for_each(|words| words.find(step, strays, &mut placer));
        }
        let left = homeless(&all);
        if left < homeless(&best) {
            best = all.clone();
        }
        if left == 0 {
            break;
        }
        let (mut first, others): (Vec<Words>, Vec<Words>) =
            all.into_iter().partition(|words| words.spot.is_none());
        first.extend(others);
        all = first;
    }
    best
}

/// Events whose words found no room at their mark, in two columns behind words that say so: below an axis they would else
/// seem to stand at their dates. Returns their height.
pub(super) fn listed<'w>(
    builder: &mut SceneBuilder,
    area: Area,
    all: impl Iterator<Item = &'w Words<'w>>,
) -> f64 {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let (colon, lead) = (Message::Colon.get(builder.locale), Message::CrowdedAbove.get(builder.locale));
    let left = area.x + builder.measure.width(lead, DATE) + 16.0;
    let width = (area.right() - left) / 2.0 - 12.0;
    let (mut top, mut next) = (area.y, area.y);
    for (i, words) in all.enumerate() {
        if i == 0 {
            builder.paragraph(area.x, area.y, left - area.x, lead, DATE, muted);
        }
        let entry = words.entry;
        let x = if i % 2 == 0 { left } else { left + width + 24.0 };
        top = if i % 2 == 0 { next } else { top };
        let text = format!("{}{colon}{}", words.date, entry.text);
        builder.begin_named(entry.key.clone(), entry.figure, entry.name.clone());
        next = next.max(top + builder.paragraph(x, top, width, &text, DATE, ink));
        builder.end();
    }
    next - area.y
}
