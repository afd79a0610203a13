//! One picture of one statement, and what is wrong with it.

use super::*;

/// The marks that stand for a figure, without its text.
pub(super) fn own<'a>(placed: &'a PlacedScene, key: &str) -> Vec<&'a Mark> {
    let datum = placed.data.iter().position(|d| d.key == key).map(|i| i as u32);
    let is_text = |m: &Mark| matches!(m.shape, Shape::Text(_));
    placed.marks.iter().filter(|m| datum.is_some() && m.datum == datum && !is_text(m)).collect()
}

/// What of its chart a mark is.
pub(super) fn part(mark: &Mark) -> &'static str {
    mark.id.part.name
}

pub(super) fn parts<'a>(marks: &[&'a Mark], name: &str) -> Vec<&'a Mark> {
    marks.iter().copied().filter(|m| part(m) == name).collect()
}

pub(super) fn is_solid(mark: &&&Mark) -> bool {
    matches!(mark.fill, Fill::Solid(_))
}

/// What is wrong with pictures: for each chart and kind of fault the first case, and how many cases there are.
#[derive(Default)]
pub(super) struct Faults {
    pub(super) found: BTreeMap<(String, &'static str), (usize, String)>,
    /// The length of the longest bar with the number beside it, by chart, width in px and kind of unit.
    pub(super) longest: BTreeMap<(String, u64, bool), f64>,
}

/// One picture of one statement.
pub(super) struct Picture<'a> {
    pub(super) chart: &'a str,
    pub(super) statement: Statement,
    pub(super) placed: &'a PlacedScene,
    pub(super) faults: &'a mut Faults,
}

impl Picture<'_> {
    pub(super) fn expect(&mut self, holds: bool, fault: &'static str, detail: impl FnOnce() -> String) {
        if holds {
            return;
        }
        let what = || format!("{:?} at {}: {}", self.statement, self.placed.width, detail());
        let known = self.faults.found.entry((self.chart.to_string(), fault)).or_insert_with(|| (0, what()));
        known.0 += 1;
    }

    /// A length, a count or an angle is what the statement means, within a tenth of a pixel: marks lie on a grid.
    pub(super) fn near(&mut self, seen: f64, wanted: f64, fault: &'static str) {
        let holds = (seen - wanted).abs() <= 0.13 + wanted.abs() * 1e-6;
        self.expect(holds, fault, || format!("{seen} drawn where {wanted} is meant"));
    }

    /// How much larger than laid out a wide picture is.
    pub(super) fn scale(&self) -> f64 {
        (self.placed.width / MAX_WIDTH).max(1.0)
    }

    /// Checks that two lengths are in proportion to two amounts, to one step of the grid that marks lie on. The shorter
    /// length is computed from the longer one, because the rounding of a short length is a large part of it. `all` has
    /// the same length in every such picture: the longer bar together with the number beside it.
    pub(super) fn in_proportion(&mut self, seen: [f64; 2], amounts: [f64; 2], all: f64, fault: &'static str) {
        let step = self.scale() / GRID;
        self.proportional(seen, amounts, fault);
        let key = (self.chart.to_string(), self.placed.width as u64, self.statement.unit() == "percent");
        let first = *self.faults.longest.entry(key).or_insert(all);
        let holds = (all - first).abs() <= step;
        self.expect(holds, "the longest bar is of another length", || format!("{all} and not {first}"));
    }

    pub(super) fn proportional(&mut self, seen: [f64; 2], amounts: [f64; 2], fault: &'static str) {
        let [short, long] = if amounts[0] < amounts[1] { [0, 1] } else { [1, 0] };
        let wanted = seen[long] * amounts[short] / amounts[long];
        let holds = (seen[short] - wanted).abs() <= self.scale() / GRID;
        self.expect(holds, fault, || format!("{} drawn where {wanted} is meant", seen[short]));
    }

    /// Bars to both sides of the line that is marked as zero.
    pub(super) fn both_sides(&mut self, x: &[&Mark], beside: &[&Mark]) {
        let s = self.statement;
        if !matches!(s.bound, Bound::Exact | Bound::MoreThan | Bound::AtLeast) {
            return;
        }
        let zero = self.placed.marks.iter().find(|m| part(m) == "zero").map(|m| m.bounds());
        let bar = |marks: &[&Mark]| {
            let bars = parts(marks, "bar").into_iter().chain(parts(marks, "goal"));
            bars.map(Mark::bounds).find(|b| b.h > 10.0)
        };
        let (Some(zero), Some(own), Some(other)) = (zero, bar(x), bar(beside)) else {
            return self.expect(false, "no bar or no zero", String::new);
        };
        let (near, far) = match s.number.0 < 0 {
            true => (own.right(), own.x),
            false => (own.x, own.right()),
        };
        // an outline lies within its bar by half its stroke
        let inset = if s.status.is_result() { 0.0 } else { self.scale() };
        self.expect((near - zero.x).abs() <= inset + 0.1, "a bar that does not begin at zero", || {
            format!("{near} and zero at {}", zero.x)
        });
        if s.status.is_result() {
            let lengths = [(far - zero.x).abs(), other.right() - zero.x];
            self.proportional(lengths, [s.amount().abs(), 100.0], "length of a bar");
            let seen = lengths[0] > 0.9;
            self.expect(seen == (s.number.0 != 0), "zero and not zero look alike", String::new);
        }
        let label = self.placed.marks.iter().filter_map(|m| match &m.shape {
            Shape::Text(run) if run.font.bold => Some(run.bounds()),
            _ => None,
        });
        let marks = x.iter().chain(beside).filter(|m| part(m) != "zero").map(|m| m.bounds());
        let marks: Vec<_> = marks.collect();
        let lies =
            label.flat_map(|l| marks.iter().filter(move |m| m.overlaps(&l)).map(move |m| (l, *m))).next();
        self.expect(lies.is_none(), "a label on a bar", || format!("{lies:?}"));
    }

    /// The datum that says the statement: its own, or the tile of its series.
    pub(super) fn key(&self) -> &'static str {
        if self.chart == "series-tiles" {
            "tile-s"
        } else {
            "x"
        }
    }

    /// Columns above and below the line that is marked as zero.
    pub(super) fn up_and_down(&mut self, x: &[&Mark], r: &[&Mark]) {
        let s = self.statement;
        if !matches!(s.bound, Bound::Exact | Bound::MoreThan | Bound::AtLeast) || !s.status.is_result() {
            return;
        }
        let zero = self.placed.marks.iter().find(|m| part(m) == "zero").map(|m| m.bounds().y);
        let column = |marks: &[&Mark]| parts(marks, "bar").first().map(|m| m.bounds());
        let (Some(zero), Some(own), Some(other)) = (zero, column(x), column(r)) else {
            return self.expect(false, "no column or no zero", String::new);
        };
        let far = if s.number.0 < 0 { own.bottom() - zero } else { zero - own.y };
        self.proportional([far, zero - other.y], [s.amount().abs(), 100.0], "height of a column");
        self.expect((far > 0.9) == (s.number.0 != 0), "zero and not zero look alike", String::new);
    }

    /// Points on a horizontal axis with numbers below it.
    pub(super) fn along_an_axis(&mut self, x: &[&Mark], r: &[&Mark]) {
        let s = self.statement;
        let ticks = self.placed.marks.windows(2).filter(|pair| part(&pair[0]) == "axis-tick");
        let ticks = ticks.filter_map(|pair| match &pair[1].shape {
            Shape::Text(run) => Some((printed(&run.text)?, pair[0].bounds().x)),
            _ => None,
        });
        let ticks: Vec<(f64, f64)> = ticks.collect();
        let point = |marks: &[&Mark]| {
            let points = parts(marks, "dot").into_iter().chain(parts(marks, "goal"));
            points.map(|m| m.bounds().center().x).next()
        };
        let ([(from, left), .., (to, right)], Some(own), Some(other)) = (&ticks[..], point(x), point(r))
        else {
            return self.expect(false, "no point or no axis", || format!("{ticks:?}"));
        };
        let place = |value: f64| left + (value - from) / (to - from) * (right - left);
        self.near(own, place(s.amount()), "place of a point");
        self.near(other, place(100.0), "place of the reference");
    }

    /// The words at the marks and the spoken name say how firm it is. Aims have marks of their own in the picture.
    pub(super) fn says_status(&mut self) {
        let Some(word) = status_word(self.statement.status, self.placed.locale) else { return };
        let Some(datum) = self.placed.data.iter().position(|d| d.key == self.key()) else {
            return self.expect(false, "no datum", String::new);
        };
        // a list says how many records there are, and each of them when it is opened
        if self.chart == "series-tiles" && parts(&own(self.placed, self.key()), "zero").is_empty() {
            return;
        }
        let name = &self.placed.data[datum].name;
        self.expect(name.contains(word), "a status that is not spoken", || name.clone());
        // a word may go on in the next line; dots of one kind may say it once, beside a dot of theirs
        let named = |m: &Mark| self.chart == "ranges" && part(m) == "text" && m.datum.is_none();
        let runs = self.placed.marks.iter().filter_map(|m| match &m.shape {
            Shape::Text(run) if m.datum == Some(datum as u32) || named(m) => Some(&run.text[..]),
            _ => None,
        });
        let written: String = runs.collect();
        if self.statement.status != Status::Target {
            self.expect(written.contains(word), "a status that is not written", || written.clone());
        }
    }

    /// Nothing lies outside the picture, text included.
    pub(super) fn inside(&mut self) {
        for mark in &self.placed.marks {
            let b = mark.bounds();
            let (width, height) = (self.placed.width, self.placed.height);
            let within = b.x >= -1.0 && b.right() <= width + 1.0 && b.y >= -1.0 && b.bottom() <= height + 1.0;
            self.expect(within, "a mark outside the picture", || {
                format!("{} at {b:?}, height {height}", mark.id)
            });
        }
    }
}

/// Where the grid line farthest from zero is, and the value printed beside it.
pub(super) fn grid_line(placed: &PlacedScene) -> Option<(f64, f64)> {
    let is_line = |m: &Mark| part(m) == "rule" && matches!(m.id.scope, Scope::Chart { .. });
    let lines = placed.marks.windows(2).filter(|pair| is_line(&pair[0])).filter_map(|pair| {
        let Shape::Text(run) = &pair[1].shape else { return None };
        Some((pair[0].bounds().y, printed(&run.text)?))
    });
    lines.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
}

/// The number that an axis prints: −50, 1.5 bn, 15亿.
pub(super) fn printed(text: &str) -> Option<f64> {
    let (sign, text) = match text.strip_prefix('−') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    let end = text.find(|c: char| !c.is_ascii_digit() && !",.".contains(c)).unwrap_or(text.len());
    let power = match text[end..].trim() {
        "" => 0,
        "万" => 4,
        "m" => 6,
        "亿" => 8,
        "bn" => 9,
        "万亿" | "tn" => 12,
        _ => return None,
    };
    let digits: f64 = text[..end].replace(',', "").parse().ok()?;
    Some(sign * digits * 10f64.powi(power))
}

/// How many units a mark stands for.
pub(super) fn units(mark: &Mark) -> usize {
    match &mark.shape {
        Shape::Instances(cells) => cells.len(),
        _ => 1,
    }
}
