//! What a picture must be, by its kind of chart.

use super::*;

impl Picture<'_> {
    /// What the picture must be, by its kind of chart.
    pub(super) fn check(&mut self) {
        let (placed, s) = (self.placed, self.statement);
        let (x, r) = (own(placed, self.key()), own(placed, "r"));
        let amount = s.amount();
        let angle = |marks: &[&Mark], name: &str| match parts(marks, name).first().map(|m| &m.shape) {
            Some(Shape::Sector { from, to, .. }) => to - from,
            _ => 0.0,
        };
        if !s.status.is_result() {
            // the tile also shows the reference, which is a result: its squares are counted below
            let neutral = ["bullet", "zero", "milestone", "arrow", "theme", "record"];
            let filled = x.iter().filter(is_solid).map(|m| part(m)).filter(|p| !neutral.contains(p));
            let filled: Vec<_> = filled.collect();
            self.expect(filled.is_empty(), "no result, and yet filled", || format!("{filled:?}"));
        }
        self.says_status();
        match self.chart {
            "bars" => {
                let length = |marks: &[&Mark]| {
                    let bars = parts(marks, "bar").into_iter().chain(parts(marks, "goal"));
                    bars.map(Mark::bounds).filter(|b| b.h > 10.0).map(|b| b.w).next().unwrap_or(0.0)
                };
                if matches!(s.bound, Bound::Exact | Bound::MoreThan | Bound::AtLeast) && s.status.is_result()
                {
                    let lengths = [length(&x), length(&r)];
                    let longer = lengths[0].max(lengths[1]);
                    self.in_proportion(lengths, [amount, 100.0], longer, "length of a bar");
                    let seen = length(&x) > 0.9;
                    self.expect(seen == (amount > 0.0), "zero and not zero look alike", String::new);
                }
            }
            "diverging-bars" => self.both_sides(&x, &own(placed, "beside")),
            "grouped-bars" => self.both_sides(&x, &r),
            "columns" => self.up_and_down(&x, &r),
            "ranges" => self.along_an_axis(&x, &r),
            "stacked-parts" => {
                let part = |marks: &[&Mark]| parts(marks, "part").first().map_or(0.0, |m| m.bounds().h);
                self.proportional(
                    [part(&x), part(&own(placed, "apart"))],
                    [amount, 10.0],
                    "height of a part",
                );
                let rest = placed.marks.iter().filter(|m| self::part(m) == "rest").count();
                self.expect(rest == usize::from(amount < 90.0), "a rest that is not there", String::new);
            }
            "unit-field" | "stacks" | "block-stack" => {
                let names = ["dot", "block"];
                let count: usize = names.iter().flat_map(|name| parts(&x, name)).map(units).sum();
                let reference: usize = names.iter().flat_map(|name| parts(&r, name)).map(units).sum();
                let per = if reference > 0 { 100.0 / reference as f64 } else { 1.0 };
                self.near(count as f64, (amount / per).ceil(), "number of marks");
                if self.chart == "block-stack" {
                    let area: f64 = parts(&x, "block").iter().map(|m| m.bounds().w * m.bounds().h).sum();
                    let first = parts(&x, "block").first().map_or(Rect::default(), |m| m.bounds());
                    // only the height of a cut block is known: it is that of a square or of a brick
                    let height = first.h.max(1.0);
                    let ones = match amount < 1.0 {
                        true => vec![height * height, height * height / BRICK],
                        false => vec![first.w * height],
                    };
                    let apart = |one: &f64| (area / one - amount).abs();
                    let one = ones.into_iter().min_by(|a, b| apart(a).total_cmp(&apart(b)));
                    self.near(area / one.unwrap_or(1.0), amount, "area of blocks");
                } else {
                    self.near(count as f64 * per, amount, "number of marks");
                }
            }
            "steps" => self.near(parts(&x, "step").len() as f64, amount, "number of steps"),
            "tank" => {
                // a soft line has no place that could be measured
                if !matches!(s.bound, Bound::About) {
                    let floor =
                        placed.marks.iter().find(|m| part(m) == "vessel").map(|m| m.bounds().bottom());
                    let top = |marks: &[&Mark]| parts(marks, "layer").first().map(|m| m.bounds().y);
                    let (Some(floor), Some(own), Some(other)) = (floor, top(&x), top(&r)) else {
                        return self.expect(false, "no level or no floor", String::new);
                    };
                    self.proportional([floor - own, floor - other], [amount, 100.0], "height of a level");
                }
            }
            "two-fields" => {
                let names = ["drop", "window"];
                let count = |marks: &[&Mark]| -> usize {
                    names.iter().flat_map(|name| parts(marks, name)).map(units).sum()
                };
                self.near(count(&x) as f64, amount.ceil(), "number of marks");
                self.near(count(&r) as f64, 100.0, "number of marks of the other side");
                let widths = |marks: &[&Mark]| -> Vec<f64> {
                    let all = names.iter().flat_map(|name| parts(marks, name));
                    all.flat_map(|mark| match &mark.shape {
                        Shape::Instances(cells) => cells.iter().map(|c| f64::from(c.w)).collect(),
                        _ => vec![mark.bounds().w],
                    })
                    .collect()
                };
                // a window is cut by its width, which is its area
                if let (Some(last), true) = (widths(&x).last(), parts(&x, "window").len() > 1) {
                    let whole = widths(&x)[0];
                    let rest = if amount.fract() > 0.0 { amount.fract() } else { 1.0 };
                    self.near(*last, whole * rest, "width of the last window");
                }
            }
            "waffle" => {
                let cells = parts(&x, "cell");
                let side = cells.iter().map(|m| m.bounds().h).fold(0.0, f64::max);
                let stated = |m: &&&Mark| match (m.fill, s.bound) {
                    (Fill::Hatch(_), Bound::UpTo | Bound::LessThan) => true,
                    (Fill::Solid(paint), _) => paint.role != Role::Surface,
                    _ => false,
                };
                // a disc stands for its whole cell
                let area: f64 = cells.iter().filter(stated).map(|m| m.bounds().w * m.bounds().h).sum();
                self.near(area / (side * side), amount, "filled cells");
            }
            "rate-rings" => self.near(angle(&x, "arc"), amount / 100.0 * TAU, "angle of an arc"),
            "clock" => self.near(angle(&x, "minutes"), amount / 60.0 * TAU, "angle of the minutes"),
            "area-squares" => {
                let side = |marks: &[&Mark]| parts(marks, "square").first().map_or(0.0, |m| m.bounds().w);
                self.near(side(&x), side(&r) * (amount / 100.0).sqrt(), "side of a square");
                let seen = side(&x) > 0.9;
                self.expect(seen == (amount > 0.0), "zero and not zero look alike", String::new);
            }
            "index-pair" => {
                let bars = parts(&x, "bar");
                let width = |i: usize| bars.get(i).map_or(0.0, |m| m.bounds().w);
                // the widest of both numbers, which are as large as no other words of the chart
                let numbers = placed.marks.iter().filter_map(|m| match &m.shape {
                    Shape::Text(run) if (run.font.size / self.scale() - 24.0).abs() < 0.1 => Some(run.width),
                    _ => None,
                });
                let all = width(0).max(width(1)) + numbers.fold(0.0, f64::max);
                self.in_proportion([width(1), width(0)], [100.0 + amount, 100.0], all, "length of a bar");
            }
            "plots" | "goal-cells" => {
                let outlines = parts(&x, "plot").len() + parts(&x, "goal").len();
                self.near(outlines as f64, amount, "number of outlines");
            }
            "dot-line" | "lines" | "small-multiples" => {
                let y = |marks: &[&Mark]| {
                    let points = parts(marks, "dot").into_iter().chain(parts(marks, "goal"));
                    points.map(|m| m.bounds().center().y).next()
                };
                // zero lies where the axis is
                let zero = placed.marks.iter().find(|m| part(m) == "axis").map(|m| m.bounds().center().y);
                let (Some(zero), Some(dot), Some(reference), Some((line, value))) =
                    (zero, y(&x), y(&r), grid_line(placed))
                else {
                    return self.expect(false, "no dot or no axis", String::new);
                };
                // as a share of what is printed at a line of the grid
                self.near(zero - dot, (zero - line) * amount / value, "height of a dot");
                self.near(zero - reference, (zero - line) * 100.0 / value, "height of the reference");
            }
            "slope" => {
                let y = |marks: &[&Mark]| {
                    let ends = parts(marks, "dot").into_iter().chain(parts(marks, "goal"));
                    ends.map(|m| m.bounds().center().y).next()
                };
                let zero = placed.marks.iter().find(|m| part(m) == "zero").map(|m| m.bounds().center().y);
                let (Some(zero), Some(dot), Some(reference)) = (zero, y(&x), y(&r)) else {
                    return self.expect(false, "no dot or no zero", String::new);
                };
                // the smaller by the larger: marks lie on a grid
                match amount.abs() <= 100.0 {
                    true => self.near(zero - dot, (zero - reference) * amount / 100.0, "height of a dot"),
                    false => self.near(zero - reference, (zero - dot) * 100.0 / amount, "height of a dot"),
                }
            }
            "series-tiles" => {
                let zero = parts(&x, "zero").first().map(|m| m.bounds().center().y);
                let dots: Vec<f64> = parts(&x, "dot").iter().map(|m| m.bounds().center().y).collect();
                match (zero, &dots[..]) {
                    (Some(zero), [dot, reference]) if amount <= 100.0 => {
                        self.near(zero - dot, (zero - reference) * amount / 100.0, "height of a dot")
                    }
                    (Some(zero), [dot, reference]) => {
                        self.near(zero - reference, (zero - dot) * 100.0 / amount, "height of a dot")
                    }
                    // where there is no common axis the tile has a square for each record
                    (None, []) => {
                        let squares = parts(&x, "record");
                        self.near(squares.len() as f64, 2.0, "number of squares");
                        let solid = if s.status.is_result() { 2 } else { 1 };
                        let drawn = squares.iter().filter(is_solid).count();
                        self.expect(drawn == solid, "a square of no result is filled", || drawn.to_string());
                    }
                    _ => self.expect(false, "dots without an axis", || format!("{dots:?}")),
                }
            }
            _ => {
                let words = matches!(self.chart, "callouts" | "words" | "table");
                let said = placed.data.iter().any(|d| d.key == "x");
                self.expect(words && said, "not even words", String::new);
            }
        }
        let opens = matches!(s.bound, Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::UpTo);
        let listed = self.chart == "series-tiles" && parts(&x, "zero").is_empty();
        if opens && !listed && !matches!(self.chart, "callouts" | "words" | "clock") {
            let is_open = |m: &&Mark| matches!(m.fill, Fill::Hatch(_)) || part(m).starts_with("arrow");
            self.expect(x.iter().any(is_open), "a bound without an open end", String::new);
        }
    }
}
