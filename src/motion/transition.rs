//! From what is to be seen now to the next scene: marks that count or measure travel, everything else cross-fades.
//!
//! The marks of one scene become the marks of the next (object constancy: Heer & Robertson 2007). The lead industry's marks
//! become the lead industry's marks, the others become the others. Where there are more on one side, they split or
//! merge; `matching` keeps the paths short. A change that is interrupted departs from the marks where they are, with the
//! speed they have.
//!
//! **Invariant**: `frame_at` is a pure function of (from, to, t). At 0 it shows the departing frame, at `duration` the scene
//! at rest, and no mark jumps in between.

use crate::color::Color;
use crate::geometry::{math, sort_by, sort_by_key, whole, Rect, Seconds};
use crate::layout::easing;
use crate::layout::enter::stagger;
use crate::layout::mark::{Fill, Instance, Mark, Shape, Stroke};
use crate::layout::PlacedScene;
use crate::motion::frame::{step, Frame};
use crate::motion::matching;
use crate::motion::matching::Spot;
use crate::theme::Role;
use std::sync::Arc;

/// Length of one mark's travel, in seconds.
pub const TRAVEL: f64 = 0.9;
/// What stays behind has faded by then. Title, key and source come from then on, so that two titles are never to be read at once,
/// and are there when the first marks enter.
const FADE_OUT: f64 = 0.16;
/// What is new and does not travel enters from then on.
const ENTER_FROM: f64 = 0.24;
/// As many parts of one mark as this are marks of their own on the way; more are the cells of one.
const OWN_MARKS: usize = 16;
/// Colours on the way of a field: neighbours share one, so that they can be painted together.
const SHADES: f64 = 24.0;

/// So many moments at most are there to leave at: less than a thousandth of a second apart.
const MOMENTS: usize = 256;

/// Names of the marks that travel: each is one thing, one share or one amount.
const TRAVELLERS: [&str; 13] = [
    "event", "dot", "core", "node", "bar", "cell", "block", "square", "plaque", "goal", "plot", "icon",
    "about",
];

/// One traveller at one end of its way: a mark, or one cell of a mark.
#[derive(Clone, Copy, Debug)]
struct Place {
    mark: usize,
    cell: Option<usize>,
    rect: Rect,
    /// Whether it has the colour of the lead industry.
    lead: bool,
}

/// What a traveller wears that a cell cannot: hatching, an outline.
#[derive(Clone, Debug)]
struct Dress {
    key: Arc<str>,
    fill: Fill,
    stroke: Option<Stroke>,
}

/// Effect trips go that begin alike, end alike and leave together: of thousands most do.
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
    /// Index into the change's ramps, where its colour changes on the way.
    ramp: Option<u32>,
}

/// The colours between two, in equal steps: mixing takes longer than moving, and thousands go the same way.
#[derive(Clone, Debug)]
struct Ramp {
    ends: [([u8; 3], u8); 2],
    steps: Vec<([u8; 3], u8)>,
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
    keys: Vec<Arc<str>>,
}

#[derive(Clone, Debug)]
pub struct Transition {
    leaving: Vec<Mark>,
    /// Index into `leaving` of the first mark that lay over something that now travels.
    over: usize,
    arrivals: Vec<Arrival>,
    dresses: Vec<Dress>,
    ramps: Vec<Ramp>,
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
        let oil = to.theme.color(Role::Oil);
        let starts = travellers(&frame.marks, oil, frame.surface);
        let ends = travellers(&to.marks, oil, to.surface());
        let mut change = Transition {
            leaving: Vec::new(),
            over: 0,
            arrivals: Vec::new(),
            dresses: Vec::new(),
            ramps: Vec::new(),
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
                arrival.keys = numbers.map(|i| numbered(&mark.key, "~", i)).collect();
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
                    Some(_) => Fill::Solid(cell_of(source, start, begins).color()),
                    None => source.fill,
                };
                // one source may leave in many parts: each has its own key, for its speed to be found by
                let number = self.dresses.len();
                let key = numbered(plain(&source.key), "~-", number);
                self.dresses.push(Dress { key, fill, stroke });
                number as u32
            });
            let (from, to) = (cell_of(source, start, begins), cell_of(target, end, arrives_as));
            let way = [from.x, from.y, to.x, to.y];
            let (from, to) = (Instance { x: 0.0, y: 0.0, ..from }, Instance { x: 0.0, y: 0.0, ..to });
            let gait = Gait {
                velocity: earlier.speed(source, start),
                delay: delay as f32,
                dress,
                ramp: self.ramp(&from, &to),
                from,
                to,
            };
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
                    keys: Vec::new(),
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

    /// The ramp from one cell's colour to another's, made where there is none yet; `None` where they are the same.
    fn ramp(&mut self, from: &Instance, to: &Instance) -> Option<u32> {
        let ends = [(from.rgb, from.alpha), (to.rgb, to.alpha)];
        if ends[0] == ends[1] {
            return None;
        }
        let at = self.ramps.iter().position(|ramp| ramp.ends == ends).unwrap_or_else(|| {
            let (a, b) = (from.color(), to.color());
            let step = |i: u32| {
                let color = mix(a, b, f64::from(i) / SHADES);
                ([color.r, color.g, color.b], (color.alpha * 255.0).round() as u8)
            };
            self.ramps.push(Ramp { ends, steps: (0..=SHADES as u32).map(step).collect() });
            self.ramps.len() - 1
        });
        Some(at as u32)
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
            all.extend(these.iter().map(gait.at(seconds, &of.ramps)));
            ways = rest;
        }
        // none of those without keys wears a dress
        let bare = together && self.keys.is_empty();
        let (mut cells, all) = if bare { (all, Vec::new()) } else { (Vec::new(), all) };
        let gaits = self.gaits.iter().flat_map(|(gait, count)| std::iter::repeat_n(gait, *count));
        for ((gait, cell), key) in gaits.zip(all).zip(&self.keys) {
            let Some(dress) = gait.dress.map(|d| &of.dresses[d as usize]) else {
                if together {
                    cells.push(cell);
                } else {
                    see(&wearing(cell, key, to, Fill::Solid(cell.color()), None));
                }
                continue;
            };
            let amount = gait.amount(seconds);
            // each look is worn by one cell, or by a mark of its own where a cell cannot
            match (dress.fill, dress.stroke) {
                (Fill::Solid(color), None) if together => cells.push(cell.in_color(color).fade(1.0 - amount)),
                (fill, stroke) => see(&faded(&wearing(cell, &dress.key, to, fill, stroke), 1.0 - amount)),
            }
            if to_cells {
                cells.push(gait.at_end_color(cell, amount));
                continue;
            }
            match (to.fill, to.stroke.filter(|_| self.ways.len() == 1)) {
                (Fill::None, None) => {}
                (Fill::Solid(color), None) if together => cells.push(cell.in_color(color).fade(amount)),
                (fill, stroke) => see(&faded(&wearing(cell, key, to, fill, stroke), amount)),
            }
        }
        if !cells.is_empty() {
            see(&Mark {
                key: to.key.clone(),
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
    fn at(&self, seconds: f64, ramps: &[Ramp]) -> impl Fn(&[f32; 4]) -> Instance {
        let (a, b, amount) = (&self.from, &self.to, self.amount(seconds));
        let k = amount as f32;
        // both ends exactly
        let mid = move |x: f32, y: f32| x * (1.0 - k) + y * k;
        let (w, h) = (mid(a.w, b.w), mid(a.h, b.h));
        let (rgb, alpha) = match self.ramp {
            Some(ramp) => ramps[ramp as usize].steps[(amount * SHADES + 0.5) as usize],
            None => (a.rgb, a.alpha),
        };
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
            rgb,
            alpha,
        }
    }

    fn at_end_color(&self, cell: Instance, amount: f64) -> Instance {
        Instance { rgb: self.to.rgb, alpha: self.to.alpha, ..cell }.fade(amount)
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
fn wearing(cell: Instance, key: &Arc<str>, to: &Mark, fill: Fill, stroke: Option<Stroke>) -> Mark {
    let rect = cell.rect();
    let radius = f64::from(cell.radius);
    let shape = if cell.is_disc() {
        Shape::Circle { center: rect.center(), radius }
    } else {
        Shape::Rect { rect, radius }
    };
    Mark { key: key.clone(), datum: to.datum, shape, fill, stroke, enter: to.enter }
}

/// A key without what it carries on the way.
fn plain(key: &str) -> &str {
    &key[..key.bytes().position(|b| b == b'~').unwrap_or(key.len())]
}

fn numbered(key: &str, mark: &str, number: usize) -> Arc<str> {
    Arc::from([key, mark, &whole(number as u64)].concat())
}

/// Whether a mark is one of those that travel: filled or outlined rectangles or discs that stand for a datum.
fn travels(mark: &Mark) -> bool {
    let scope = mark.key.bytes().rposition(|b| b == b'/').map_or(0, |at| at + 1);
    // a mark that is on its way carries the key it goes to, with a number behind a tilde
    let part = plain(&mark.key[scope..]);
    let end = part.bytes().rposition(|b| !b.is_ascii_digit()).map_or(0, |at| at + 1);
    let name = &part[..end];
    mark.datum.is_some()
        && TRAVELLERS.contains(&name)
        && matches!(mark.shape, Shape::Rect { .. } | Shape::Circle { .. } | Shape::Instances(_))
}

/// Whether a mark looks like a cell: one colour, no outline.
fn is_plain(mark: &Mark) -> bool {
    matches!(mark.fill, Fill::Solid(_)) && mark.stroke.is_none()
}

/// Everything that travels, in one order across the picture: by columns of 12 px, then downwards.
/// What is cut out of an icon in the colour of the paper is no thing of its own.
fn travellers(marks: &[Mark], lead: Color, paper: Color) -> Vec<Place> {
    let same = |a: Color, b: Color| (a.r, a.g, a.b) == (b.r, b.g, b.b);
    let is_lead = |c: Color| same(c, lead);
    let cut_out = |m: &Mark| m.stroke.is_none() && m.fill.color().is_some_and(|c| same(c, paper));
    let mut list = Vec::new();
    for (mark, m) in marks.iter().enumerate().filter(|(_, m)| travels(m) && !cut_out(m)) {
        if let Shape::Instances(cells) = &m.shape {
            let place = |(i, c): (usize, &Instance)| Place {
                mark,
                cell: Some(i),
                rect: c.rect(),
                lead: is_lead(c.color()),
            };
            list.extend(cells.iter().enumerate().map(place));
        } else {
            let color = m.fill.color().or(m.stroke.map(|s| s.color));
            list.push(Place { mark, cell: None, rect: m.bounds(), lead: color.is_some_and(is_lead) });
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
            let color = mark.fill.color().unwrap_or(Color::hex(0).fade(0.0));
            Instance::new(place.rect, radius, color)
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
    last: Option<(*const str, Option<&'a Mark>)>,
}

impl<'a> Earlier<'a> {
    fn new(before: Option<(&'a Frame, f64)>) -> Self {
        Earlier { frame: before.filter(|(_, step)| *step > 0.0), last: None }
    }

    /// CSS px a second; 0 for what stood still or was not there.
    fn speed(&mut self, mark: &Mark, place: &Place) -> [f32; 2] {
        let Some((frame, step)) = self.frame else { return [0.0; 2] };
        let key: *const str = &*mark.key;
        let same = match self.last {
            Some((known, found)) if std::ptr::eq(known, key) => found,
            _ => frame.marks.iter().find(|m| m.key == mark.key),
        };
        self.last = Some((key, same));
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

/// Two colours mixed in OKLab (Ottosson 2020), where equal steps look equal.
pub fn mix(a: Color, b: Color, amount: f64) -> Color {
    let (x, y) = (to_oklab(a), to_oklab(b));
    let lab = [0, 1, 2].map(|i| x[i] + (y[i] - x[i]) * amount);
    Color { alpha: a.alpha + (b.alpha - a.alpha) * amount, ..from_oklab(lab) }
}

fn to_oklab(c: Color) -> [f64; 3] {
    let linear = |v: u8| {
        let v = v as f64 / 255.0;
        if v <= 0.04045 {
            v / 12.92
        } else {
            math::pow((v + 0.055) / 1.055, 2.4)
        }
    };
    let (r, g, b) = (linear(c.r), linear(c.g), linear(c.b));
    let l = math::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    let m = math::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    let s = math::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
}

fn from_oklab(lab: [f64; 3]) -> Color {
    let l = (lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]).powi(3);
    let m = (lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]).powi(3);
    let s = (lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]).powi(3);
    let gamma = |v: f64| {
        let v = if v <= 0.0031308 { 12.92 * v } else { 1.055 * math::pow(v, 1.0 / 2.4) - 0.055 };
        (v * 255.0).round().clamp(0.0, 255.0) as u8
    };
    Color {
        r: gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        g: gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        b: gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
        alpha: 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail: with one step less; with every pair of colours taken for the first.
    #[test]
    fn travellers_of_the_same_two_colours_share_a_ramp_that_ends_in_them() {
        let mut change = Transition {
            leaving: Vec::new(),
            over: 0,
            arrivals: Vec::new(),
            dresses: Vec::new(),
            ramps: Vec::new(),
            arrives: Vec::new(),
            last: 0.0,
            height: 1.0,
        };
        let cell = |color: Color| Instance::new(Rect::new(0.0, 0.0, 4.0, 4.0), 2.0, color);
        let (oil, sky, clear) =
            (Color::hex(0xA85A12), Color::hex(0x1F6A93), Color { alpha: 0.0, ..Color::hex(0x1F6A93) });
        let numbers =
            [(oil, sky), (oil, clear), (oil, sky), (sky, sky)].map(|(a, b)| change.ramp(&cell(a), &cell(b)));
        assert_eq!(numbers, [Some(0), Some(1), Some(0), None]);
        for (ramp, end) in change.ramps.iter().zip([sky, clear]) {
            assert_eq!(ramp.steps.len(), SHADES as usize + 1);
            let (first, last) = (ramp.steps[0], ramp.steps[SHADES as usize]);
            assert_eq!((first, last.0), (([0xA8, 0x5A, 0x12], 255), [end.r, end.g, end.b]));
            assert_eq!(f64::from(last.1), end.alpha * 255.0);
        }
    }

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

    #[test]
    fn mixing_ends_exactly_where_it_began() {
        let (a, b) = (Color::hex(0xB0413E), Color::hex(0x1C7A55));
        assert_eq!((mix(a, b, 0.0), mix(a, b, 1.0)), (a, b));
        let middle = mix(Color::hex(0), Color::hex(0xffffff), 0.5);
        assert!(middle.r > 90 && middle.r < 110, "{middle:?}: half of the way in lightness, not in light");
    }
}
