//! Labels of points: a lead (a year, a name) and a value, beside their points wherever there is room.
//!
//! Points with their words come in; marks on the builder go out, and what found no place.
//!
//! **Invariant**: a label lies on no line, no mark and no other label; what found no place is listed under the axis.

mod below;
mod stacked;

use crate::geometry::{sort_by_key, Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::label::{LabelPlacer, Spot};
use crate::layout::mark::*;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::message::Message;
use crate::model::figure::{Figure, FigureIx};
use crate::text::Font;
use crate::theme::Role;
pub use below::{below, Unplaced};

/// "2002年 1010": what a label says, and how much room that takes.
#[derive(Clone)]
pub struct Label {
    ix: FigureIx,
    at: Point,
    lead: String,
    /// The lines of the lead where it stands above the value: the name of a definition has its own.
    lines: Vec<String>,
    value: String,
    lead_width: f64,
    width: f64,
    /// The article's figure beside those of a series.
    own: bool,
    /// Not the figure but the reader's guess of it.
    guess: bool,
    /// Number of its point's shape.
    shape: usize,
    /// How far its point reaches to each side, CSS px.
    radius: f64,
    /// Of the newest point: it stands at its point, if need be with this for its lead.
    newest: Option<String>,
}

const SMALL: Font = Font::sans(13.0);
const BIG: Font = Font::bold(15.0);
/// How far the tick of an inclusive bound reaches to each side of its point, CSS px.
const TICK: f64 = 10.0;
/// A leader that is longer looks like a stem: such a label stands on several lines nearer to its point where it can, CSS px.
const FAR: f64 = 60.0;
/// In how many orders labels look for their places.
const MOST_ORDERS: usize = 20;

impl Label {
    /// Returns a label of a point at `at`, of a lead and a value.
    pub fn new(builder: &SceneBuilder, ix: FigureIx, at: Point, words: (String, String)) -> Label {
        let (lead, value) = words;
        let lead_width = builder.measure.width(&lead, SMALL) + 5.0;
        let width = lead_width + builder.measure.width(&value, BIG);
        let lines = vec![lead.clone()];
        Label {
            ix,
            at,
            lead,
            lines,
            value,
            lead_width,
            width,
            own: false,
            guess: false,
            shape: 0,
            radius: if builder.figure(ix).is_inclusive() { TICK } else { 6.0 },
            newest: None,
        }
    }

    /// Returns it with the name of its definition behind its lead.
    pub fn of_kind(self, builder: &SceneBuilder, kind: &str) -> Label {
        let lead = [&self.lead, Message::Comma.get(builder.locale), kind].concat();
        let lines = vec![self.lead.clone(), kind.to_string()];
        Label { lines, ..Label::new(builder, self.ix, self.at, (lead, self.value)) }
    }

    /// Returns it as the label of the article's figure.
    pub fn of_article(self) -> Label {
        Label { own: true, ..self }
    }

    /// Returns it as the label of the reader's guess of the figure.
    pub fn of_guess(self, radius: f64) -> Label {
        Label { own: true, guess: true, radius, ..self }
    }

    /// Returns it as the label of a point that has another shape.
    pub fn shaped(self, shape: usize) -> Label {
        Label { shape, ..self }
    }

    /// Returns it as the label of the newest point, which has a shorter lead where that has room at the point.
    pub fn of_newest(self, short: String) -> Label {
        Label { newest: Some(short), ..self }
    }

    /// Whether it is the label of this figure.
    pub fn is_of(&self, ix: FigureIx) -> bool {
        self.ix == ix && !self.guess
    }

    /// Returns it with its shorter lead.
    fn shortened(&self, builder: &SceneBuilder) -> Label {
        let short = self.newest.clone().unwrap_or_else(|| self.lead.clone());
        let words = (short, self.value.clone());
        let Label { own, guess, shape, .. } = *self;
        Label { own, guess, shape, ..Label::new(builder, self.ix, self.at, words) }
    }

    fn unplaced(self) -> Unplaced {
        let text = format!("{} {}", self.lead, self.value);
        Unplaced { ix: self.ix, text, guess: self.guess, shape: self.shape }
    }
}

/// Keeps labels off a line.
pub fn block_line(placer: &mut LabelPlacer, from: Point, to: Point) {
    let steps = (from.distance(to) / 4.0).ceil().max(1.0);
    for step in 0..=steps as usize {
        let at = from.towards(to, step as f64 / steps);
        placer.block(Rect::new(at.x - 2.0, at.y - 2.0, 4.0, 4.0));
    }
}

/// Keeps labels off a point and off the arrow of its open end.
pub fn block_point(placer: &mut LabelPlacer, figure: &Figure, at: Point) {
    placer.point(at);
    // a soft edge reaches further than a point
    let reach = if figure.is_soft() { 12.0 } else { 7.0 };
    placer.block(Rect::new(at.x - reach, at.y - reach, 2.0 * reach, 2.0 * reach));
    if figure.is_inclusive() {
        placer.block(Rect::new(at.x - TICK, at.y - 3.0, 2.0 * TICK, 6.0));
    }
    if figure.opens_up() || figure.opens_down() {
        let top = if figure.opens_up() { at.y - 26.0 } else { at.y };
        placer.block(Rect::new(at.x - 6.0, top, 12.0, 26.0));
    }
}

/// The place of each label, where it has one.
type Spots = Vec<Option<Spot>>;

/// Places by several orders and keeps the one that leaves the fewest labels without a place, the article's own figure
/// last of all; the first such wins, and among later tries the one whose leaders are shortest, so that the answer is
/// always the same.
fn best_spots(labels: &[Label], placer: &LabelPlacer) -> Spots {
    let n = labels.len();
    let outer = |i: &usize| (*i).min(n - 1 - *i);
    let mut outside_in: Vec<usize> = (0..n).collect();
    sort_by_key(&mut outside_in, |i| (outer(i), *i));
    let inside_out: Vec<usize> = outside_in.iter().rev().copied().collect();
    let mut own_first = outside_in.clone();
    sort_by_key(&mut own_first, |i| !labels[*i].own);
    let orders = [outside_in, (0..n).collect(), (0..n).rev().collect(), inside_out, own_first];
    let mut best: Option<((usize, usize), Spots)> = None;
    let mut orders = orders.to_vec();
    // where one is left over in all of them, those that found no place come first in the next
    let (usual, mut next) = (orders.len(), 0);
    while let Some(order) = orders.get(next).cloned() {
        if next == usual && best.as_ref().is_some_and(|((missing, _), _)| *missing == 0) {
            break;
        }
        next += 1;
        let mut attempt = placer.clone();
        let mut found = vec![None; n];
        for i in &order {
            found[*i] = attempt.place(labels[*i].at, labels[*i].radius, labels[*i].width, 18.0);
        }
        let cost = |(spot, label): (&Option<Spot>, &Label)| match spot {
            Some(_) => 0,
            None => 2 + usize::from(label.own),
        };
        let missing: usize = found.iter().zip(labels).map(cost).sum();
        let led = |(spot, label): (&Option<Spot>, &Label)| {
            spot.filter(|spot| spot.leader).map_or(0, |spot| spot.rect.distance(label.at) as usize)
        };
        let retried = next > usual;
        let cost = (missing, if retried { found.iter().zip(labels).map(led).sum() } else { 0 });
        if missing > 0 && orders.len() < MOST_ORDERS {
            let (placed, first): (Vec<usize>, Vec<usize>) = order.iter().partition(|i| found[**i].is_some());
            orders.push(first.into_iter().chain(placed).collect());
        }
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, found));
        }
    }
    best.map(|(_, found)| found).unwrap_or_default()
}

/// Gives the newest label a seat at its point where it would stand far from it, as long as no more labels than before
/// find no room; it is then drawn, and no longer among the labels.
fn seat_newest(
    builder: &mut SceneBuilder,
    labels: &mut Vec<Label>,
    placer: &mut LabelPlacer,
    spots: &mut Spots,
) {
    let Some(newest) = labels.iter().position(|label| label.newest.is_some()) else { return };
    if spots[newest].is_some_and(|spot| !spot.leader) {
        return;
    }
    let missing = |spots: &Spots| spots.iter().filter(|spot| spot.is_none()).count();
    let short = labels[newest].shortened(builder);
    let mut others = labels.clone();
    let full = others.remove(newest);
    let seated = |label: Label| {
        let mut attempt = placer.clone();
        let seat = attempt.place_beside(label.at, label.radius, label.width, 18.0)?;
        let found = best_spots(&others, &attempt);
        (missing(&found) <= missing(spots)).then_some((label, seat, found, attempt))
    };
    // all its words, unless with fewer of them the others are nearer to their points
    let led = |found: &Spots| {
        let lengths = found.iter().zip(&others).filter_map(|(spot, label)| {
            spot.filter(|spot| spot.leader).map(|spot| spot.rect.distance(label.at))
        });
        lengths.sum::<f64>()
    };
    let mut both: Vec<_> = [full, short].into_iter().filter_map(seated).collect();
    sort_by_key(&mut both, |(_, _, found, _)| (missing(found), led(found) as usize));
    if let Some((label, seat, found, attempt)) = both.into_iter().next() {
        draw(builder, &label, seat);
        (*labels, *spots, *placer) = (others, found, attempt);
    }
}

/// Writes the labels that find room; returns the others.
pub fn place(builder: &mut SceneBuilder, mut labels: Vec<Label>, placer: &LabelPlacer) -> Vec<Unplaced> {
    let mut placer = placer.clone();
    let mut spots = best_spots(&labels, &placer);
    seat_newest(builder, &mut labels, &mut placer, &mut spots);
    let mut homeless = Vec::new();
    let is_far = |(label, spot): &(Label, Option<Spot>)| {
        spot.is_some_and(|spot| spot.leader && spot.rect.distance(label.at) > FAR)
    };
    let (far, near): (Vec<_>, Vec<_>) = labels.into_iter().zip(spots).partition(is_far);
    for (i, (label, spot)) in near.iter().chain(&far).cloned().enumerate() {
        if i >= near.len() && stacked::place(builder, &label, &mut placer) {
            continue;
        }
        let Some(spot) = spot else {
            homeless.push(label);
            continue;
        };
        placer.block(spot.rect.inset(-2.0));
        if let Some((from, to)) = leader_of(&label, spot) {
            block_line(&mut placer, from, to);
        }
        draw(builder, &label, spot);
    }
    // what has no room on one line may have it on two, and with a definition on three
    homeless.retain(|label| !stacked::place(builder, label, &mut placer));
    homeless.into_iter().map(Label::unplaced).collect()
}

/// The ends of the line from a point to its label, where that stands apart from it.
fn leader_of(label: &Label, spot: Spot) -> Option<(Point, Point)> {
    let (r, at) = (spot.rect, label.at);
    let to = Point::new(at.x.clamp(r.x, r.right()), if r.y > at.y { r.y } else { r.bottom() });
    let length = at.distance(to).max(1.0);
    spot.leader.then(|| (at.towards(to, (7.0 / length).min(1.0)), to))
}

/// Writes one label before all others, if need be with its shorter lead; returns it where it finds no room.
pub fn place_first(builder: &mut SceneBuilder, label: Label, placer: &mut LabelPlacer) -> Option<Unplaced> {
    for label in [label.clone(), label.shortened(builder)] {
        if let Some(spot) = placer.place(label.at, label.radius, label.width, 18.0) {
            draw(builder, &label, spot);
            return None;
        }
    }
    Some(label.unplaced())
}

/// Writes a label where it found room, with a line to its point where that is not beside it.
fn draw(builder: &mut SceneBuilder, label: &Label, spot: Spot) {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let r = spot.rect;
    if !label.guess {
        builder.begin(label.ix);
    }
    builder.text(Point::new(r.x, r.y + 14.0), &label.lead, SMALL, muted, Anchor::Start);
    builder.text(Point::new(r.x + label.lead_width, r.y + 14.0), &label.value, BIG, ink, Anchor::Start);
    if let Some((from, to)) = leader_of(label, spot) {
        let enter = Enter::fade(builder.delay);
        builder.line("leader", vec![from, to], muted, 1.0, enter);
    }
    builder.end();
}
