//! From what is to be seen now to the next scene: marks that count or measure travel, everything else cross-fades.
//!
//! The marks of one scene become the marks of the next (object constancy: Heer & Robertson 2007). The lead industry's marks
//! become the lead industry's marks, the others become the others. Where there are more on one side, they split or
//! merge; `matching` keeps the paths short. A change that is interrupted departs from the marks where they are, with the
//! speed they have.
//!
//! **Invariant**: `frame_at` is a pure function of (from, to, t). At 0 it shows the departing frame, at `duration` the scene
//! at rest, and no mark jumps in between.

use crate::geometry::{sort_by, sort_by_key, Rect, Seconds};
use crate::layout::easing;
use crate::layout::enter::stagger;
use crate::layout::mark::{Fill, Instance, Mark, MarkId, Paint, Piece, Shape, Stroke};
use crate::layout::paint::{Tint, STEPS};
use crate::layout::PlacedScene;
use crate::motion::frame::{step, Frame};
use crate::motion::matching;
use crate::motion::matching::Spot;
use crate::theme::Role;

/// Length of one mark's travel, in seconds.
pub const TRAVEL: f64 = 0.9;
/// What stays behind has faded by then. Title, key and source come from then on, so that two titles are never to be read at once,
/// and are there when the first marks enter.
const FADE_OUT: f64 = 0.16;
/// What is new and does not travel enters from then on.
const ENTER_FROM: f64 = 0.24;
/// As many parts of one mark as this are marks of their own on the way; more are the cells of one.
const OWN_MARKS: usize = 16;

/// So many moments at most are there to leave at: less than a thousandth of a second apart.
const MOMENTS: usize = 256;

/// What the marks of the lead industry have.
const LEAD: Role = Role::Oil;

/// One traveller at one end of its way: a mark, or one cell of a mark.
#[derive(Clone, Copy, Debug)]
struct Place {
    mark: usize,
    cell: Option<usize>,
    rect: Rect,
    /// Whether it has the role of the lead industry.
    lead: bool,
}

/// What a traveller wears that a cell cannot: hatching, an outline.
#[derive(Clone, Debug)]
struct Dress {
    id: MarkId,
    fill: Fill,
    stroke: Option<Stroke>,
}

/// How trips go that begin alike, end alike and leave together: of thousands most do.
#[derive(Clone, Debug, PartialEq)]
struct Gait {
    /// Both without their places.
    from: Instance,
    to: Instance,
    /// CSS px a second when the change begins.
    velocity: [f32; 2],
    /// Seconds.
    delay: f32,
    /// Index into the change's dresses, where the traveller or its end wears one; of one trip alone.
    dress: Option<u32>,
}

/// All trips that end in one mark of the scene.
#[derive(Clone, Debug)]
struct Arrival {
    /// Index into the scene's marks.
    to: usize,
    /// Of each trip: x and y where it begins, x and y where it ends, CSS px.
    ways: Vec<[f32; 4]>,
    /// How as many of them as the number says go, one after another.
    gaits: Vec<(Gait, usize)>,
    /// Of each trip on its own; empty where the trips are painted as the cells of one mark.
    ids: Vec<MarkId>,
}

#[derive(Clone, Debug)]
pub struct Transition {
    leaving: Vec<Mark>,
    /// Index into `leaving` of the first mark that lay over something that now travels.
    over: usize,
    arrivals: Vec<Arrival>,
    dresses: Vec<Dress>,
    /// Each change of colour on the way, once: from one tint to that of a role.
    recolourings: Vec<(Tint, Role)>,
    /// For each mark of the scene, whether a trip ends in it.
    arrives: Vec<bool>,
    /// Delay of the last trip, in seconds.
    last: f64,
    /// Height of the departing picture, CSS px.
    height: f64,
}

impl Transition {
    /// From `frame` to `to`. `before` is the frame a moment (`step` seconds) earlier, for the speed of marks that are
    /// on their way already.
    pub fn new(frame: &Frame, before: Option<(&Frame, f64)>, to: &PlacedScene) -> Transition {
        let (starts, ends) = (travellers(&frame.marks), travellers(&to.marks));
        let mut change = Transition {
            leaving: Vec::new(),
            over: 0,
            arrivals: Vec::new(),
            dresses: Vec::new(),
            recolourings: Vec::new(),
            arrives: vec![false; to.marks.len()],
            last: 0.0,
            height: frame.height,
        };
        let mut gone = vec![false; frame.marks.len()];
        let mut slots = vec![usize::MAX; to.marks.len()];
        for (starts, ends) in
            pools(starts, ends).into_iter().filter(|(a, b)| remain_themselves(a.len(), b.len()))
        {
            change.join(frame, before, to, &starts, &ends, &mut gone, &mut slots);
        }
        sort_by_key(&mut change.arrivals, |a| a.to);
        let mut number = 0;
        for arrival in &mut change.arrivals {
            let mark = &to.marks[arrival.to];
            let own = !matches!(mark.shape, Shape::Instances(_)) && arrival.ways.len() <= OWN_MARKS;
            if own || arrival.gaits.iter().any(|(gait, _)| gait.dress.is_some()) {
                let numbers = number..number + arrival.ways.len();
                number = numbers.end;
                let piece = |i: usize| MarkId { piece: Piece::Arriving(i as u32), ..mark.id };
                arrival.ids = numbers.map(piece).collect();
            }
        }
        let stay = frame.marks.iter().zip(&gone).filter(|(_, gone)| !**gone);
        // what leaves stands for nothing that the new scene knows
        change.leaving = stay.map(|(m, _)| Mark { datum: None, ..m.clone() }).collect();
        change.over = gone.iter().position(|gone| *gone).unwrap_or(change.leaving.len());
        change
    }

    /// Joins two lists, each in its order: as many trips as there are travellers on the fuller side; on the other side
    /// a traveller is cut into equal parts.
    #[allow(clippy::too_many_arguments)]
    fn join(
        &mut self,
        frame: &Frame,
        before: Option<(&Frame, f64)>,
        to: &PlacedScene,
        starts: &[Place],
        ends: &[Place],
        gone: &mut [bool],
        slots: &mut [usize],
    ) {
        let (n, m) = (starts.len(), ends.len());
        let count = n.max(m);
        let part = |i: usize, of: usize| part(i, of, count);
        let spots = |marks: &[Mark], places: &[Place]| -> Vec<Spot> {
            let spot = |i: usize| {
                let (group, cut) = part(i, places.len());
                let cell = cell_of(&marks[places[group].mark], &places[group], cut);
                Spot { x: cell.x + cell.w / 2.0, y: cell.y + cell.h / 2.0, number: i as u32 }
            };
            (0..count).map(spot).collect()
        };
        let mut pairs = matching::pairs(&mut spots(&frame.marks, starts), &mut spots(&to.marks, ends));
        // in the order in which they leave, so that those who go alike come one after another
        sort_by_key(&mut pairs, |(a, b)| if n < m { (*a, *b) } else { (*b, *a) });
        let mut earlier = Earlier::new(before);
        for (a, b) in pairs {
            let ((k, begins), (j, arrives_as)) = (part(a as usize, n), part(b as usize, m));
            let (start, end) = (&starts[k], &ends[j]);
            let (source, target) = (&frame.marks[start.mark], &to.marks[end.mark]);
            // the parts of one whole leave and arrive together
            let delay = if n < m { leaves(k, n) } else { leaves(j, m) };
            let dressed =
                start.cell.is_none() && !is_plain(source) || end.cell.is_none() && !is_plain(target);
            let dress = dressed.then(|| {
                // an outline belongs to a whole, not to its parts
                let stroke = source.stroke.filter(|_| start.cell.is_none() && begins.1 == 1);
                let fill = match start.cell {
                    Some(_) => Fill::Solid(cell_of(source, start, begins).paint()),
                    None => source.fill,
                };
                // one source may leave in many parts: each has its own id, for its speed to be found by
                let number = self.dresses.len() as u32;
                let id = MarkId { piece: Piece::Leaving(number), ..source.id };
                self.dresses.push(Dress { id, fill, stroke });
                number
            });
            let (from, to) = (cell_of(source, start, begins), cell_of(target, end, arrives_as));
            let way = [from.x, from.y, to.x, to.y];
            let (from, to) = (Instance { x: 0.0, y: 0.0, ..from }, Instance { x: 0.0, y: 0.0, ..to });
            let gait = Gait { velocity: earlier.speed(source, start), delay: delay as f32, dress, from, to };
            self.recolour(from.tint, to.tint.role);
            gone[start.mark] = true;
            self.arrives[end.mark] = true;
            // in the precision of the trips, or the last one would still be on its way at the end
            self.last = self.last.max(f64::from(delay as f32));
            if slots[end.mark] == usize::MAX {
                slots[end.mark] = self.arrivals.len();
                self.arrivals.push(Arrival {
                    to: end.mark,
                    ways: Vec::new(),
                    gaits: Vec::new(),
                    ids: Vec::new(),
                });
            }
            let arrival = &mut self.arrivals[slots[end.mark]];
            arrival.ways.push(way);
            match arrival.gaits.last_mut() {
                Some((last, count)) if *last == gait => *count += 1,
                _ => arrival.gaits.push((gait, 1)),
            }
        }
    }

    fn recolour(&mut self, from: Tint, to: Role) {
        if from != Paint::new(to).tint() && !self.recolourings.contains(&(from, to)) {
            self.recolourings.push((from, to));
        }
    }

    /// All mixes of roles that its frames have, for a palette to work out before.
    pub fn tints(&self) -> impl Iterator<Item = Tint> + '_ {
        let steps = |(from, to): &(Tint, Role)| {
            let (from, to) = (*from, *to);
            (0..STEPS).map(move |step| from.towards(to, step))
        };
        self.recolourings.iter().flat_map(steps)
    }

    /// What stays behind, as it was.
    pub fn leaving(&self) -> &[Mark] {
        &self.leaving
    }

    /// How many travellers there are.
    pub fn trips(&self) -> usize {
        self.arrivals.iter().map(|a| a.ways.len()).sum()
    }

    /// Height of the picture it departs from, CSS px.
    pub fn departs_from(&self) -> f64 {
        self.height
    }

    /// Seconds until the scene is at rest.
    pub fn duration(&self, to: &PlacedScene) -> f64 {
        let last = if self.arrivals.is_empty() { 0.0 } else { self.last + TRAVEL };
        (ENTER_FROM + to.duration()).max(last).max(FADE_OUT)
    }

    /// The picture at `t`. Every mark is painted at its place in the scene's own order, also one that is on its way. What leaves
    /// lies behind all that, except for what lay over something that travels, as a label on a bar: it fades on top.
    pub fn frame_at(&self, to: &PlacedScene, t: Seconds) -> Frame {
        let mut frame = Frame::empty(to);
        frame.marks.reserve(to.marks.len() + self.leaving.len());
        self.walk(to, t, &mut |mark| frame.marks.push(mark.clone()));
        frame
    }

    /// Hands the marks of the picture at `t` to `see`, back to front.
    pub fn walk(&self, to: &PlacedScene, t: Seconds, see: &mut dyn FnMut(&Mark)) {
        let seconds = t.get().max(0.0);
        let left = 1.0 - (seconds / FADE_OUT).clamp(0.0, 1.0);
        let leave = |marks: &[Mark], see: &mut dyn FnMut(&Mark)| {
            for mark in marks.iter().filter(|_| left > 0.0) {
                if left < 1.0 {
                    see(&faded(mark, left));
                } else {
                    see(mark);
                }
            }
        };
        let (behind, over) = self.leaving.split_at(self.over);
        leave(behind, see);
        let mut arrivals = self.arrivals.iter();
        for (mark, arrives) in to.marks.iter().zip(&self.arrives) {
            if *arrives {
                // sorted by the mark they end in
                arrivals.next().into_iter().for_each(|arrival| arrival.walk(mark, seconds, self, see));
                continue;
            }
            if mark.enter.delay >= 0.0 {
                step(mark, Seconds::new(seconds - ENTER_FROM), see);
                continue;
            }
            // title and key stand from the beginning of a scene; here they come as the old ones go
            let amount = easing::cubic_out((seconds - FADE_OUT) / (ENTER_FROM - FADE_OUT));
            if amount >= 1.0 {
                see(mark);
            } else if amount > 0.0 {
                see(&faded(mark, amount));
            }
        }
        leave(over, see);
    }
}

impl Arrival {
    fn walk(&self, to: &Mark, seconds: f64, of: &Transition, see: &mut dyn FnMut(&Mark)) {
        if self.gaits.iter().all(|(gait, _)| seconds >= f64::from(gait.delay) + TRAVEL) {
            // the whole stands where its parts have come together
            see(to);
            return;
        }
        let to_cells = matches!(to.shape, Shape::Instances(_));
        let together = to_cells || self.ways.len() > OWN_MARKS;
        // collected, as pushing each of a hundred thousand takes longer than to make it
        let mut all = Vec::with_capacity(self.ways.len());
        let mut ways = self.ways.as_slice();
        for (gait, count) in &self.gaits {
            let (these, rest) = ways.split_at(*count);
            all.extend(these.iter().map(gait.at(seconds)));
            ways = rest;
        }
        // none of those without ids wears a dress
        let bare = together && self.ids.is_empty();
        let (mut cells, all) = if bare { (all, Vec::new()) } else { (Vec::new(), all) };
        let gaits = self.gaits.iter().flat_map(|(gait, count)| std::iter::repeat_n(gait, *count));
        for ((gait, cell), id) in gaits.zip(all).zip(&self.ids) {
            let Some(dress) = gait.dress.map(|d| &of.dresses[d as usize]) else {
                if together {
                    cells.push(cell);
                } else {
                    see(&wearing(cell, *id, to, Fill::Solid(cell.paint()), None));
                }
                continue;
            };
            let amount = gait.amount(seconds);
            // each look is worn by one cell, or by a mark of its own where a cell cannot
            match (dress.fill, dress.stroke) {
                (Fill::Solid(paint), None) if together => cells.push(cell.painted(paint).fade(1.0 - amount)),
                (fill, stroke) => see(&faded(&wearing(cell, dress.id, to, fill, stroke), 1.0 - amount)),
            }
            if to_cells {
                cells.push(gait.as_at_end(cell, amount));
                continue;
            }
            match (to.fill, to.stroke.filter(|_| self.ways.len() == 1)) {
                (Fill::None, None) => {}
                (Fill::Solid(paint), None) if together => cells.push(cell.painted(paint).fade(amount)),
                (fill, stroke) => see(&faded(&wearing(cell, *id, to, fill, stroke), amount)),
            }
        }
        if !cells.is_empty() {
            see(&Mark {
                id: to.id,
                datum: to.datum,
                shape: Shape::Instances(cells),
                fill: Fill::None,
                stroke: None,
                enter: to.enter,
            });
        }
    }
}

impl Gait {
    /// How far it has come at `seconds` after the change began, 0..=1.
    fn amount(&self, seconds: f64) -> f64 {
        easing::cubic_in_out((seconds - f64::from(self.delay)) / TRAVEL)
    }

    /// From a way to where on it a traveller is then and what it looks like.
    fn at(&self, seconds: f64) -> impl Fn(&[f32; 4]) -> Instance {
        let (a, b, amount) = (&self.from, &self.to, self.amount(seconds));
        let k = amount as f32;
        // both ends exactly
        let mid = move |x: f32, y: f32| x * (1.0 - k) + y * k;
        let (w, h) = (mid(a.w, b.w), mid(a.h, b.h));
        // in steps, so that neighbours can be painted together
        let step = (amount * f64::from(STEPS) + 0.5) as u16;
        let tint = if a.tint == b.tint { a.tint } else { a.tint.towards(b.tint.role, step) };
        let part = f64::from(step) / f64::from(STEPS);
        let alpha = (f64::from(a.alpha) + (f64::from(b.alpha) - f64::from(a.alpha)) * part).round() as u8;
        // everything that travels is a rectangle with rounded corners, a disc being all corner
        let radius = mid(a.radius, b.radius).min(w.min(h) / 2.0);
        // the speed it had dies away; at the end nothing of it is left
        let rest = 1.0 - (seconds / (TRAVEL + f64::from(self.delay))).clamp(0.0, 1.0);
        let drift = (seconds * rest * rest * rest) as f32;
        let [dx, dy] = self.velocity.map(|v| v * drift);
        move |way| Instance {
            x: mid(way[0], way[2]) + dx,
            y: mid(way[1], way[3]) + dy,
            w,
            h,
            radius,
            tint,
            alpha,
        }
    }

    fn as_at_end(&self, cell: Instance, amount: f64) -> Instance {
        Instance { tint: self.to.tint, alpha: self.to.alpha, ..cell }.fade(amount)
    }
}

/// Whether so many things can become so many: a few may merge or split before the reader's eyes; of a crowd each has to remain
/// itself. Cut into strips that cross the picture, it would flash (WCAG 2.3.1) and mean nothing.
fn remain_themselves(starts: usize, ends: usize) -> bool {
    starts == ends || starts.max(ends) <= OWN_MARKS
}

/// When the `index`th of `count` travellers leaves, in seconds after the first. Of more than can be told apart, some leave together.
fn leaves(index: usize, count: usize) -> f64 {
    let together = count.div_ceil(MOMENTS);
    stagger(index / together, count.div_ceil(together)) * 0.5
}

/// Of `count` trips for `of` travellers: which traveller the trip with number `i` is of, which of that one's trips it is, and how many it has.
fn part(i: usize, of: usize, count: usize) -> (usize, (usize, usize)) {
    // 64 bits, or the products overflow where a browser counts in 32: 100,000 travellers to 100,000
    let (i, of, count) = (i as u64, of as u64, count as u64);
    let group = i * of / count;
    let (first, next) = ((group * count).div_ceil(of), ((group + 1) * count).div_ceil(of));
    (group as usize, ((i - first) as usize, (next - first) as usize))
}

/// A cell as a mark of its own.
fn wearing(cell: Instance, id: MarkId, to: &Mark, fill: Fill, stroke: Option<Stroke>) -> Mark {
    let rect = cell.rect();
    let radius = f64::from(cell.radius);
    let shape = if cell.is_disc() {
        Shape::Circle { center: rect.center(), radius }
    } else {
        Shape::Rect { rect, radius }
    };
    Mark { id, datum: to.datum, shape, fill, stroke, enter: to.enter }
}

/// Whether a mark is one of those that travel: filled or outlined rectangles or discs that stand for a datum.
fn travels(mark: &Mark) -> bool {
    mark.datum.is_some()
        && mark.id.part.is_item
        && matches!(mark.shape, Shape::Rect { .. } | Shape::Circle { .. } | Shape::Instances(_))
}

/// Whether a mark looks like a cell: one paint, no outline.
fn is_plain(mark: &Mark) -> bool {
    matches!(mark.fill, Fill::Solid(_)) && mark.stroke.is_none()
}

/// Everything that travels, in one order across the picture: by columns of 12 px, then downwards.
/// What is cut out of an icon in the role of the surface is no thing of its own.
fn travellers(marks: &[Mark]) -> Vec<Place> {
    let cut_out = |m: &Mark| m.stroke.is_none() && m.fill.paint().is_some_and(|p| p.is(Role::Surface));
    let mut list = Vec::new();
    for (mark, m) in marks.iter().enumerate().filter(|(_, m)| travels(m) && !cut_out(m)) {
        if let Shape::Instances(cells) = &m.shape {
            let place = |(i, c): (usize, &Instance)| Place {
                mark,
                cell: Some(i),
                rect: c.rect(),
                lead: c.paint().is(LEAD),
            };
            list.extend(cells.iter().enumerate().map(place));
        } else {
            let paint = m.fill.paint().or(m.stroke.map(|s| s.paint));
            list.push(Place { mark, cell: None, rect: m.bounds(), lead: paint.is_some_and(|p| p.is(LEAD)) });
        }
    }
    let column = |p: &Place| (p.rect.center().x / 12.0).round();
    sort_by(&mut list, |a, b| {
        column(a).total_cmp(&column(b)).then(a.rect.center().y.total_cmp(&b.rect.center().y))
    });
    list
}

/// Which become which: the lead industry stays the lead industry where both pictures show it, the rest becomes the rest.
/// Pairs of lists that are both not empty.
fn pools(starts: Vec<Place>, ends: Vec<Place>) -> Vec<(Vec<Place>, Vec<Place>)> {
    let is_lead = |p: &Place| p.lead;
    let (lead, other): (Vec<_>, Vec<_>) = starts.iter().partition(|p| is_lead(p));
    let (lead_end, other_end): (Vec<_>, Vec<_>) = ends.iter().partition(|p| is_lead(p));
    let apart = !lead.is_empty() && !lead_end.is_empty();
    let pools = if apart { vec![(lead, lead_end), (other, other_end)] } else { vec![(starts, ends)] };
    pools.into_iter().filter(|(a, b)| !a.is_empty() && !b.is_empty()).collect()
}

/// A traveller, or one of `count` equal strips of it cut across its longer side, as a cell. A disc is not cut.
fn cell_of(mark: &Mark, place: &Place, (index, count): (usize, usize)) -> Instance {
    let whole = match (&mark.shape, place.cell) {
        (Shape::Instances(cells), Some(i)) => cells[i],
        (shape, _) => {
            let radius = match shape {
                Shape::Circle { radius, .. } | Shape::Rect { radius, .. } => *radius,
                _ => 0.0,
            };
            let paint = mark.fill.paint().unwrap_or(Paint::new(Role::Ink).fade(0.0));
            Instance::new(place.rect, radius, paint)
        }
    };
    if count < 2 || whole.is_disc() {
        return whole;
    }
    let (at, each) = (index as f32, count as f32);
    if whole.w >= whole.h {
        Instance { x: whole.x + whole.w * at / each, w: whole.w / each, radius: 0.0, ..whole }
    } else {
        Instance { y: whole.y + whole.h * at / each, h: whole.h / each, radius: 0.0, ..whole }
    }
}

/// Where the travellers were a moment ago.
struct Earlier<'a> {
    frame: Option<(&'a Frame, f64)>,
    /// The mark found last: the cells of one come one after another.
    last: Option<(MarkId, Option<&'a Mark>)>,
}

impl<'a> Earlier<'a> {
    fn new(before: Option<(&'a Frame, f64)>) -> Self {
        Earlier { frame: before.filter(|(_, step)| *step > 0.0), last: None }
    }

    /// CSS px a second; 0 for what stood still or was not there.
    fn speed(&mut self, mark: &Mark, place: &Place) -> [f32; 2] {
        let Some((frame, step)) = self.frame else { return [0.0; 2] };
        let same = match self.last {
            Some((known, found)) if known == mark.id => found,
            _ => frame.marks.iter().find(|m| m.id == mark.id),
        };
        self.last = Some((mark.id, same));
        let at = |m: &Mark| match (&m.shape, place.cell) {
            (Shape::Instances(cells), Some(i)) => cells.get(i).map(|c| c.rect().center()),
            (_, Some(_)) => None,
            (_, None) => Some(m.bounds().center()),
        };
        match (same.and_then(at), at(mark)) {
            (Some(a), Some(b)) => [((b.x - a.x) / step) as f32, ((b.y - a.y) / step) as f32],
            _ => [0.0; 2],
        }
    }
}

fn faded(mark: &Mark, by: f64) -> Mark {
    let mut m = mark.clone();
    crate::motion::frame::fade(&mut m, by);
    m
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail: with a moment for each; with moments that share out the index instead of the number together.
    #[test]
    fn many_leave_in_few_moments_and_few_in_their_own() {
        for count in [1, 7, 256, 257, 1000, 100_000] {
            let all: Vec<f64> = (0..count).map(|i| leaves(i, count)).collect();
            assert!(all.is_sorted() && all[0] == 0.0 && all[count - 1] <= stagger(count - 1, count) * 0.5);
            assert!(all[count - 1] >= stagger(count - 1, count) * 0.49, "{count}: the last too early");
            let moments = 1 + all.windows(2).filter(|pair| pair[0] < pair[1]).count();
            assert!(
                if count > MOMENTS { moments <= MOMENTS } else { moments == count },
                "{count}: {moments}"
            );
        }
    }
}
