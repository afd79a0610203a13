//! From what is to be seen now to the next scene: marks that count or measure travel, everything else cross-fades.
//!
//! The marks of one scene become the marks of the next (object constancy: Heer & Robertson 2007). Both are put in the same
//! order across the picture, so that paths are short and do not tangle; where there are more on one side, they split or
//! merge. A change that is interrupted departs from the marks where they are, with the speed they have.
//!
//! **Invariant**: `frame_at` is a pure function of (from, to, t). At 0 it shows the departing frame, at `duration` the scene
//! at rest, and no mark jumps in between.

use super::{entering, Frame};
use crate::color::Color;
use crate::layout::mark::{Fill, Mark, Shape};
use crate::layout::PlacedScene;
use crate::motion::{easing, stagger};
use crate::units::{Point, Rect, Seconds};

/// Length of one mark's travel, in seconds.
pub const TRAVEL: f64 = 0.9;
/// What stays behind has faded by then.
const FADE_OUT: f64 = 0.3;
/// What is new and does not travel enters from then on.
const ENTER_FROM: f64 = 0.5;

/// Names of the marks that travel: each is one thing, one share or one amount.
const TRAVELLERS: [&str; 13] = [
    "event", "dot", "core", "node", "bar", "cell", "block", "square", "plaque", "goal", "plot", "icon",
    "about",
];

/// One mark on its way.
#[derive(Clone, Debug)]
struct Trip {
    from: Mark,
    /// CSS px a second when the change begins.
    velocity: Point,
    /// Index into the scene's marks.
    to: usize,
    delay: f64,
    /// Which part of how many it begins as, where one mark splits into several.
    begins: (usize, usize),
    /// Which part of how many it ends as, where several merge into one.
    ends: (usize, usize),
}

#[derive(Clone, Debug)]
pub struct Change {
    leaving: Vec<Mark>,
    trips: Vec<Trip>,
    /// For each mark of the scene, whether a trip ends in it.
    arrives: Vec<bool>,
}

impl Change {
    /// From `frame` to `to`. `before` is the frame a moment (`step` seconds) earlier, for the speed of marks that are
    /// on their way already.
    pub fn new(frame: &Frame, before: Option<(&Frame, f64)>, to: &PlacedScene) -> Change {
        let starts = in_order(
            frame.marks.iter().enumerate().filter(|(_, m)| travels(m)).map(|(i, m)| (i, m.bounds())),
        );
        let ends =
            in_order(to.marks.iter().enumerate().filter(|(_, m)| travels(m)).map(|(i, m)| (i, m.bounds())));
        let mut arrives = vec![false; to.marks.len()];
        let mut trips = Vec::new();
        let mut gone = vec![false; frame.marks.len()];
        if !starts.is_empty() && !ends.is_empty() {
            let (n, m) = (starts.len(), ends.len());
            // as many trips as there are marks on the fuller side; on the other side a mark is cut into equal parts
            let count = n.max(m);
            let part = |i: usize, of: usize| {
                let group = i * of / count;
                let (first, next) = ((group * count).div_ceil(of), ((group + 1) * count).div_ceil(of));
                (group, (i - first, next - first))
            };
            for i in 0..count {
                let ((k, begins), (j, ends_as)) = (part(i, n), part(i, m));
                let (start, end) = (starts[k], ends[j]);
                gone[start] = true;
                arrives[end] = true;
                // the parts of one whole leave and arrive together
                let delay = if n < m { stagger(k, n) } else { stagger(j, m) } * 0.5;
                let from = frame.marks[start].clone();
                let velocity = speed(&from, before);
                trips.push(Trip { from, velocity, to: end, delay, begins, ends: ends_as });
            }
        }
        let leaving =
            frame.marks.iter().zip(&gone).filter(|(_, gone)| !**gone).map(|(m, _)| m.clone()).collect();
        Change { leaving, trips, arrives }
    }

    /// Seconds until the scene is at rest.
    pub fn duration(&self, to: &PlacedScene) -> f64 {
        let last = self.trips.iter().map(|t| t.delay + TRAVEL).fold(0.0, f64::max);
        (ENTER_FROM + to.duration()).max(last).max(FADE_OUT)
    }

    /// The picture at `t`: what leaves, what is new, and what travels on top.
    pub fn frame_at(&self, to: &PlacedScene, t: Seconds) -> Frame {
        let seconds = t.get().max(0.0);
        let mut marks = Vec::with_capacity(to.marks.len() + self.leaving.len());
        let left = 1.0 - (seconds / FADE_OUT).clamp(0.0, 1.0);
        if left > 0.0 {
            marks.extend(self.leaving.iter().map(|m| faded(m, left)));
        }
        for (mark, arrives) in to.marks.iter().zip(&self.arrives) {
            if *arrives {
                continue;
            }
            let amount = if mark.enter.delay < 0.0 {
                // title and key stand from the beginning of a scene; here they come as the old ones go
                easing::cubic_out((seconds - FADE_OUT * 0.6) / FADE_OUT)
            } else {
                mark.enter.amount(Seconds::new(seconds - ENTER_FROM))
            };
            if amount >= 1.0 {
                marks.push(mark.clone());
            } else if amount > 0.0 && mark.enter.delay < 0.0 {
                marks.push(faded(mark, amount));
            } else if amount > 0.0 {
                marks.push(entering(mark, amount));
            }
        }
        for (i, trip) in self.trips.iter().enumerate() {
            trip.marks_at(seconds, &to.marks[trip.to], i, &mut marks);
        }
        Frame { width: to.width, height: to.height, surface: to.surface(), marks }
    }
}

impl Trip {
    /// The shape on its way: everything that travels is a rectangle with rounded corners, a disc being all corner.
    fn between(&self, to: &Mark, amount: f64, drift: Point) -> Shape {
        let corner = |m: &Mark, part: (usize, usize)| match m.shape {
            Shape::Circle { radius, .. } => radius,
            Shape::Rect { radius, .. } if part.1 < 2 => radius,
            _ => 0.0,
        };
        let (a, b) = (strip(&self.from, self.begins), strip(to, self.ends));
        let mid = |x: f64, y: f64| x + (y - x) * amount;
        let rect = Rect::new(mid(a.x, b.x) + drift.x, mid(a.y, b.y) + drift.y, mid(a.w, b.w), mid(a.h, b.h));
        let radius =
            mid(corner(&self.from, self.begins), corner(to, self.ends)).min(rect.w / 2.0).min(rect.h / 2.0);
        if radius * 2.0 >= rect.w - 0.01 && (rect.w - rect.h).abs() < 0.01 {
            return Shape::Circle { center: rect.center(), radius };
        }
        Shape::Rect { rect, radius }
    }

    fn marks_at(&self, seconds: f64, to: &Mark, number: usize, out: &mut Vec<Mark>) {
        let progress = ((seconds - self.delay) / TRAVEL).clamp(0.0, 1.0);
        let amount = easing::cubic_in_out(progress);
        if amount >= 1.0 {
            // the whole stands where its parts have come together
            if self.ends.0 == 0 {
                out.push(to.clone());
            }
            return;
        }
        // the speed it had dies away; at the end nothing of it is left
        let rest = (1.0 - (seconds / (TRAVEL + self.delay)).clamp(0.0, 1.0)).powi(3);
        let drift = Point::new(self.velocity.x * seconds * rest, self.velocity.y * seconds * rest);
        let shape = self.between(to, amount, drift);
        let mark = |fill: Fill, stroke, key: &str| Mark {
            key: format!("{key}~{number}"),
            datum: to.datum,
            shape: shape.clone(),
            fill,
            stroke,
            enter: to.enter,
        };
        match (self.from.fill, to.fill) {
            (Fill::Solid(a), Fill::Solid(b)) if self.from.stroke.is_none() && to.stroke.is_none() => {
                out.push(mark(Fill::Solid(mix(a, b, amount)), None, &to.key));
            }
            _ => {
                // an outline belongs to a whole, not to its parts
                let whole = |stroke, part: (usize, usize)| if part.1 == 1 { stroke } else { None };
                let (leaving, coming) = (whole(self.from.stroke, self.begins), whole(to.stroke, self.ends));
                out.push(faded(&mark(self.from.fill, leaving, &self.from.key), 1.0 - amount));
                out.push(faded(&mark(to.fill, coming, &to.key), amount));
            }
        }
    }
}

/// Whether a mark is one of those that travel: a filled or outlined rectangle or disc that stands for a datum.
fn travels(mark: &Mark) -> bool {
    let part = mark.key.rsplit('/').next().unwrap_or("");
    // a mark that is on its way carries the key it goes to, with a number behind a tilde
    let part = part.split('~').next().unwrap_or("");
    let name = part.trim_end_matches(|c: char| c.is_ascii_digit());
    mark.datum.is_some()
        && TRAVELLERS.contains(&name)
        && matches!(mark.shape, Shape::Rect { .. } | Shape::Circle { .. })
}

/// Indices in one order across the picture: by columns of 12 px, then downwards.
fn in_order(marks: impl Iterator<Item = (usize, Rect)>) -> Vec<usize> {
    let mut list: Vec<(i64, f64, usize)> =
        marks.map(|(i, b)| ((b.center().x / 12.0).round() as i64, b.center().y, i)).collect();
    list.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    list.into_iter().map(|(_, _, i)| i).collect()
}

/// CSS px a second of a mark, from where it was a moment ago; 0 for what stood still or was not there.
fn speed(mark: &Mark, before: Option<(&Frame, f64)>) -> Point {
    let Some((frame, step)) = before.filter(|(_, step)| *step > 0.0) else { return Point::default() };
    let Some(earlier) = frame.marks.iter().find(|m| m.key == mark.key) else { return Point::default() };
    let (a, b) = (earlier.bounds().center(), mark.bounds().center());
    Point::new((b.x - a.x) / step, (b.y - a.y) / step)
}

/// One of `count` equal strips of a rectangle, cut across its longer side. A disc is not cut.
fn strip(mark: &Mark, (index, count): (usize, usize)) -> Rect {
    let b = mark.bounds();
    if count < 2 || !matches!(mark.shape, Shape::Rect { .. }) {
        return b;
    }
    let (at, each) = (index as f64, count as f64);
    if b.w >= b.h {
        Rect::new(b.x + b.w * at / each, b.y, b.w / each, b.h)
    } else {
        Rect::new(b.x, b.y + b.h * at / each, b.w, b.h / each)
    }
}

fn faded(mark: &Mark, by: f64) -> Mark {
    let mut m = mark.clone();
    super::fade(&mut m, by);
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
            ((v + 0.055) / 1.055).powf(2.4)
        }
    };
    let (r, g, b) = (linear(c.r), linear(c.g), linear(c.b));
    let l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b).cbrt();
    let m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b).cbrt();
    let s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b).cbrt();
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
        let v = if v <= 0.0031308 { 12.92 * v } else { 1.055 * v.powf(1.0 / 2.4) - 0.055 };
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

    #[test]
    fn mixing_ends_exactly_where_it_began() {
        let (a, b) = (Color::hex(0xB0413E), Color::hex(0x1C7A55));
        assert_eq!((mix(a, b, 0.0), mix(a, b, 1.0)), (a, b));
        let middle = mix(Color::hex(0), Color::hex(0xffffff), 0.5);
        assert!(middle.r > 90 && middle.r < 110, "{middle:?}: half of the way in lightness, not in light");
    }
}
