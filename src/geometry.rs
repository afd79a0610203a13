//! Geometry and time: the plain quantities every room shares.
//!
//! **Invariant**: knows nothing of stories, colours or canvases. Lengths are CSS pixels with y pointing down,
//! angles are radians clockwise from twelve o'clock, times are seconds since the scene began.

/// Units a CSS px of the grid that pictures are painted on: plotters draws in whole units, and on this grid slow motion stays smooth.
pub const GRID: f64 = 16.0;

/// The nearest length on the grid, in CSS px.
pub fn on_grid(length: f64) -> f64 {
    (length * GRID).round() / GRID
}

/// Largest grid coordinate handed on: of a million CSS px, longer than any picture.
const LIMIT: f64 = GRID * 1_048_576.0;

/// Returns the unit of the grid that is nearest to a length in CSS px. Total: what is not a number becomes 0, and
/// nothing reaches the ends of i32.
pub fn to_grid(length: f64) -> i32 {
    // rounded by one instruction, where `round` is a call
    (length * GRID + 0.5).floor().clamp(-LIMIT, LIMIT) as i32
}

/// Returns units of the grid in CSS px.
pub fn from_grid(units: i32) -> f64 {
    f64::from(units) / GRID
}

/// A place in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub const fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    /// The place `amount` of the way to `to`; 0 is `self`, 1 is `to`.
    pub fn towards(self, to: Point, amount: f64) -> Point {
        Point::new(self.x + (to.x - self.x) * amount, self.y + (to.y - self.y) * amount)
    }

    /// The place at `radius` and `angle` (clockwise from twelve o'clock) around `self`.
    pub fn around(self, radius: f64, angle: f64) -> Point {
        Point::new(self.x + radius * math::sin(angle), self.y - radius * math::cos(angle))
    }

    pub fn distance(self, to: Point) -> f64 {
        ((self.x - to.x).powi(2) + (self.y - to.y).powi(2)).sqrt()
    }
}

/// An upright rectangle in CSS pixels; `w` and `h` are never negative.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

impl Rect {
    pub fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Rect { x, y, w: w.max(0.0), h: h.max(0.0) }
    }

    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    pub fn center(&self) -> Point {
        Point::new(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// The same rectangle with `by` taken off every side (put on where `by` is negative).
    pub fn inset(&self, by: f64) -> Rect {
        Rect::new(self.x + by, self.y + by, self.w - 2.0 * by, self.h - 2.0 * by)
    }

    pub fn contains(&self, p: Point) -> bool {
        p.x >= self.x && p.x <= self.right() && p.y >= self.y && p.y <= self.bottom()
    }

    /// From its nearest side to a point; 0 inside.
    pub fn distance(&self, to: Point) -> f64 {
        let nearest = Point::new(to.x.clamp(self.x, self.right()), to.y.clamp(self.y, self.bottom()));
        nearest.distance(to)
    }

    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The smallest rectangle around both.
    pub fn union(&self, other: &Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }
}

/// Seconds since a scene began. Any finite value is allowed: before 0 is the start, past the end is rest.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Default)]
pub struct Seconds(f64);

impl Seconds {
    pub const ZERO: Seconds = Seconds(0.0);

    /// A time; not-a-number counts as 0, so that no frame can be asked for at no time at all.
    pub fn new(value: f64) -> Self {
        Seconds(if value.is_nan() { 0.0 } else { value.clamp(-1e6, 1e6) })
    }

    pub fn get(self) -> f64 {
        self.0
    }
}

/// Functions for which WebAssembly has no instruction: natively the standard library's, in the browser its own, which need not
/// be fetched. Sine and cosine are worked out here: arcs ask for them with every frame, and in the browser each answer from
/// outside is an object to be thrown away.
pub mod math {
    use std::f64::consts::FRAC_PI_2;

    /// Of an angle in radians, to nine decimals for angles of up to a thousand turns.
    pub fn sin(angle: f64) -> f64 {
        let quarter = (angle / FRAC_PI_2 + 0.5).floor();
        turned(angle - quarter * FRAC_PI_2, quarter as i64)
    }

    /// As `sin`.
    pub fn cos(angle: f64) -> f64 {
        let quarter = (angle / FRAC_PI_2 + 0.5).floor();
        turned(angle - quarter * FRAC_PI_2, quarter as i64 + 1)
    }

    /// Sine of an angle of at most an eighth of a turn, and some quarters of a turn: Taylor's series.
    fn turned(angle: f64, quarters: i64) -> f64 {
        let (cosine, negative) = (quarters & 1 == 1, quarters & 2 == 2);
        let square = angle * angle;
        let (mut term, mut sum) = if cosine { (1.0, 1.0) } else { (angle, angle) };
        let mut n = if cosine { 1.0 } else { 2.0 };
        while n < 12.0 {
            term *= -square / (n * (n + 1.0));
            sum += term;
            n += 2.0;
        }
        if negative {
            -sum
        } else {
            sum
        }
    }

    macro_rules! functions {
        ($($name:ident($($argument:ident),*) = $native:ident;)*) => {$(
            #[cfg(not(target_arch = "wasm32"))]
            pub fn $name($($argument: f64),*) -> f64 {
                f64::$native($($argument),*)
            }
            #[cfg(target_arch = "wasm32")]
            pub fn $name($($argument: f64),*) -> f64 {
                js_sys::Math::$name($($argument),*)
            }
        )*};
    }
    functions! {
        atan2(y, x) = atan2;
        cbrt(v) = cbrt;
        log10(v) = log10;
        pow(v, power) = powf;
    }
}

/// A whole number in digits. By hand: the formatting of the standard library is two kilobytes of a reader's engine.
pub fn whole(mut n: u64) -> String {
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (n % 10) as u8;
        n /= 10;
        if n == 0 {
            break;
        }
    }
    digits[at..].iter().map(|d| char::from(*d)).collect()
}

/// A coordinate with at most two decimals and no zeros at its end; the one place where coordinates become text.
pub fn number(v: f64) -> String {
    let hundredths = if v.is_finite() { (v * 100.0).round() as i64 } else { 0 };
    let n = hundredths.unsigned_abs();
    let mut out = String::from(if hundredths < 0 { "-" } else { "" });
    out.push_str(&whole(n / 100));
    let part = n % 100;
    if part > 0 {
        out.push_str(if part < 10 { ".0" } else { "." });
        out.push_str(&whole(if part % 10 == 0 { part / 10 } else { part }));
    }
    out
}

/// Sorts a list; equals keep their order. Lists of all types share one routine: the standard library's is compiled anew for each
/// type and each comparison, which together made a seventh of the reader's engine.
pub fn sort_by<T>(list: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> std::cmp::Ordering) {
    let order = order(list.len(), &mut |a, b| compare(&list[a], &list[b]));
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|i| items[i].take()));
}

/// As `sort_by`, by a key of each item.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> std::cmp::Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::TAU;

    /// Seen to fail: with one term less of the series; with a quarter of a turn to the wrong side.
    #[test]
    fn sine_and_cosine_are_those_of_the_standard_library() {
        for i in -20_000..=20_000 {
            let angle = f64::from(i) * TAU * 1000.0 / 20_000.7;
            assert!((math::sin(angle) - angle.sin()).abs() < 1e-9, "sin {angle}");
            assert!((math::cos(angle) - angle.cos()).abs() < 1e-9, "cos {angle}");
        }
        assert_eq!((math::sin(0.0), math::cos(0.0)), (0.0, 1.0));
    }
}
