//! Labels of points: a lead (a year, a name) and a value, beside their points wherever there is room.
//!
//! Points with their words come in; marks on the builder go out, and what found no place.
//!
//! **Invariant**: a label lies on no line, no mark and no other label; what found no place is listed under the axis.

use crate::chart::point_shapes;
use crate::geometry::{sort_by_key, Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::label::{LabelPlacer, Spot};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::figure::{Figure, FigureIx};
use crate::text::{wrap, Font};
use crate::theme::Role;

/// "2002年 1010": what a label says, and how much room that takes.
pub struct Label {
    ix: FigureIx,
    at: Point,
    lead: String,
    value: String,
    lead_width: f64,
    width: f64,
    /// The article's figure beside those of a series.
    own: bool,
    /// Not the figure but the reader's guess of it.
    guess: bool,
    /// Number of its point's shape.
    shape: usize,
}

/// Words that found no place beside their point.
pub struct Unplaced {
    pub ix: FigureIx,
    pub text: String,
    /// Not the figure but the reader's guess of it.
    pub guess: bool,
    /// Number of its point's shape.
    pub shape: usize,
}

const SMALL: Font = Font::sans(13.0);
const BIG: Font = Font::bold(15.0);
/// In how many orders labels look for their places.
const MOST_ORDERS: usize = 20;

impl Label {
    /// Returns a label of a point at `at`, of a lead and a value.
    pub fn new(builder: &SceneBuilder, ix: FigureIx, at: Point, words: (String, String)) -> Label {
        let (lead, value) = words;
        let lead_width = builder.measure.width(&lead, SMALL) + 5.0;
        let width = lead_width + builder.measure.width(&value, BIG);
        Label { ix, at, lead, value, lead_width, width, own: false, guess: false, shape: 0 }
    }

    /// Returns it as the label of the article's figure.
    pub fn of_article(self) -> Label {
        Label { own: true, ..self }
    }

    /// Returns it as the label of the reader's guess of the figure.
    pub fn of_guess(self) -> Label {
        Label { own: true, guess: true, ..self }
    }

    /// Returns it as the label of a point that has another shape.
    pub fn shaped(self, shape: usize) -> Label {
        Label { shape, ..self }
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
    placer.block(Rect::new(at.x - 7.0, at.y - 7.0, 14.0, 14.0));
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
            found[*i] = attempt.place(labels[*i].at, 6.0, labels[*i].width, 18.0);
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

/// Writes the labels that find room; returns the others.
pub fn place(builder: &mut SceneBuilder, labels: Vec<Label>, placer: &LabelPlacer) -> Vec<Unplaced> {
    let spots = best_spots(&labels, placer);
    let mut homeless = Vec::new();
    for (label, spot) in labels.into_iter().zip(spots) {
        match spot {
            Some(spot) => draw(builder, &label, spot),
            None => homeless.push(label.unplaced()),
        }
    }
    homeless
}

/// Writes a label where it found room, with a line to its point where that is not beside it.
fn draw(builder: &mut SceneBuilder, label: &Label, spot: Spot) {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let (r, at) = (spot.rect, label.at);
    if !label.guess {
        builder.begin(label.ix);
    }
    builder.text(Point::new(r.x, r.y + 14.0), &label.lead, SMALL, muted, Anchor::Start);
    builder.text(Point::new(r.x + label.lead_width, r.y + 14.0), &label.value, BIG, ink, Anchor::Start);
    if spot.leader {
        let to = Point::new(at.x.clamp(r.x, r.right()), if r.y > at.y { r.y } else { r.bottom() });
        let length = at.distance(to).max(1.0);
        let from = at.towards(to, (7.0 / length).min(1.0));
        let enter = Enter::fade(builder.delay);
        builder.line("leader", vec![from, to], muted, 1.0, enter);
    }
    builder.end();
}

/// Labels that found no place, in a row under the axis: every number of the picture is on it. Returns their height.
pub fn below(builder: &mut SceneBuilder, area: Area, mut labels: Vec<Unplaced>) -> f64 {
    if labels.is_empty() {
        return 0.0;
    }
    let date = |ix: FigureIx| {
        let period = builder.figure(ix).period();
        period.start.or(period.end)
    };
    sort_by_key(&mut labels, |label| date(label.ix));
    let (ink, muted, accent) = (builder.paint(Role::Ink), builder.paint(Role::Muted), builder.accent_paint());
    let lead = Message::CrowdedAbove.get(builder.locale);
    let font = Font::sans(13.0);
    let mut x =
        area.x + builder.text(Point::new(area.x, area.y + 14.0), lead, font, muted, Anchor::Start) + 10.0;
    let mut y = area.y;
    for Unplaced { ix, text, guess, shape } in labels {
        let width = 12.0 + builder.measure.width(&text, font);
        if x + width > area.right() && x > area.x {
            x = area.x;
            y += 20.0;
        }
        if !guess {
            builder.begin(ix);
        }
        // drawn as its mark is: the article's own figure and a guess as a ring
        let at = Point::new(x + 4.0, y + 9.5);
        if guess || builder.facts.source(builder.figure(ix).source().source).is_article() {
            let stroke = Stroke { paint: ink, width: 1.5, dash: None };
            builder.circle("ring", at, 3.5, Fill::None, Some(stroke), Enter::fade(builder.delay));
        } else {
            point_shapes::draw(builder, shape, at, (3.5, accent), Enter::fade(builder.delay));
        }
        // what is wider than the row has it alone and goes on below
        let lines = wrap::wrap(&text, font, area.w - 12.0, builder.measure);
        for (i, line) in lines.iter().enumerate() {
            y += if i > 0 { 20.0 } else { 0.0 };
            builder.text(Point::new(x + 12.0, y + 14.0), line, font, ink, Anchor::Start);
        }
        builder.end();
        x += width + 14.0;
    }
    y + 24.0 - area.y
}
