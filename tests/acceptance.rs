//! Every chart with every measure, bound and status, and numbers from nothing to a hundred trillion and their
//! negatives: either the chart refuses the statement, or the picture says what the statement says. What a picture must
//! say is computed from the statement alone, without using the layout or the tables of the charts.
//! Seen to fail: with bars and squares of at least 3 px; dots and outlines capped; blocks and cells rounded; an arc of at
//! least a fifth; the size of a fall added to 100; dots raised to 20 and their arrows left out; forecasts filled; an axis
//! of 1,410,000,000 beyond the edge; charts offered without being asked; a label that touches the tick of the bar below it;
//! a label under an axis that is wider than the picture.

use crate::support::{self, long};
use duoyuan::chart::acceptance::refusals;
use duoyuan::chart::alternatives::alternatives;
use duoyuan::chart::block_stack::BRICK;
use duoyuan::chart::Chart;
use duoyuan::geometry::{Rect, GRID};
use duoyuan::layout::mark::{Fill, Mark, Scope, Shape};
use duoyuan::layout::{PlacedScene, Viewport, MAX_WIDTH};
use duoyuan::locale::Locale;
use duoyuan::scene::lay_out;
use duoyuan::statement::{Bound, Measure, Status};
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Role;
use serde_json::{json, Value};
use std::collections::BTreeMap;
use std::f64::consts::TAU;

/// Digits and decimal places of the numbers that are tried.
const NUMBERS: [(i64, u8); 15] = [
    (0, 0),
    (35, 8),
    (4, 1),
    (1, 0),
    (98, 1),
    (45, 0),
    (9995, 2),
    (100, 0),
    (1035, 1),
    (120, 0),
    (300, 0),
    (97293, 2),
    (24_000, 0),
    (1_410_000_000, 0),
    (121_000_000_000_000, 0),
];

/// One chart of each type, which draws figure 0. Most draw figure 1 beside it, which is exactly 100. Figure 2 is a size
/// class. Figures 4 (100) and 5 (10) are of the same period as figure 0, and figure 5 does not overlap it.
pub(crate) fn charts() -> Vec<Value> {
    let text = json!({"zh": "某项", "en": "Something", "ru": "Показатель"});
    let noted = |ix: usize| json!({"figure": ix, "label": null, "note": null});
    let dots = |ix: usize, per: f64| json!({"figure": ix, "per": per, "note": null, "accent": null});
    let side = |ix: usize| json!({"figure": ix, "per": 1.0, "caption": text, "note": null, "accent": null});
    vec![
        json!({"bars": {"title": null, "items": [noted(0), noted(1)], "note": null}}),
        json!({"unit-field": {"fields": [dots(0, 1.0), dots(1, 1.0)], "scale_note": text}}),
        json!({"unit-field": {"fields": [dots(0, 100.0), dots(1, 100.0)], "scale_note": text}}),
        json!({"unit-field": {"fields": [{"figure": 0, "per": 1.0, "hollow": true}, dots(1, 1.0)],
            "scale_note": text}}),
        json!({"steps": {"title": null, "figure": 0, "icon": "backpack", "from": null, "to": text, "sign": "flag",
            "items": [], "note": null}}),
        json!({"tank": {"title": null, "series": 0, "note": null}}),
        json!({"waffle": {"figure": 0, "title": null, "cell_note": text, "icon": "coin-yuan", "note": null}}),
        json!({"block-stack": {"figure": 0, "columns": 24, "block_note": text, "window_note": text}}),
        json!({"stacks": {"title": text, "figures": [0, 3], "note": null}}),
        json!({"waffle": {"figure": 0, "title": null, "cell_note": text, "note": null}}),
        json!({"rate-rings": {"items": [noted(0)], "note": null}}),
        json!({"area-squares": {"items": [{"figure": 0, "derived": null}, {"figure": 1, "derived": null}],
            "reference": null, "note": null}}),
        json!({"index-pair": {"figure": 0, "base_label": text, "now_label": text, "note": null}}),
        json!({"clock": {"figure": 0, "title": text, "note": null}}),
        json!({"plots": {"title": text, "tag": text, "parts": [{"figure": 0, "label": text}], "note": null}}),
        json!({"goal-cells": {"figure": 0, "class": 2, "label": text, "note": null}}),
        json!({"dot-line": {"title": null, "series": 0, "band": null, "milestones": [], "rail": false, "compare": [],
            "note": null}}),
        json!({"slope": {"title": null, "items": [{"from": 0, "to": 1, "label": null}], "note": null}}),
        json!({"diverging-bars": {"title": null, "items": [noted(0), noted(4)], "sort": "given", "note": null}}),
        json!({"series-tiles": {"themes": [{"name": text, "accent": "hue-1",
            "tiles": [{"series": 0, "label": null, "tag": null}]}], "missing": [], "note": null}}),
        json!({"columns": {"title": null, "series": 0, "figures": [], "note": null}}),
        json!({"lines": {"title": null, "items": [{"series": 0, "label": null}], "note": null}}),
        json!({"small-multiples": {"title": null, "items": [{"series": 0, "label": null}], "note": null}}),
        json!({"table": {"title": null, "items": [noted(0), noted(1)], "note": null}}),
        json!({"grouped-bars": {"title": null, "first": text, "second": text,
            "items": [{"first": 0, "second": 1, "label": text}], "note": null}}),
        json!({"ranges": {"title": null, "items": [{"figure": 0, "to": 1, "label": null}], "note": null}}),
        json!({"stacked-parts": {"title": null, "whole": null, "items": [noted(0), noted(5)], "note": null}}),
        json!({"two-fields": {"below": side(0), "above": side(1), "grain": "drop", "date": null, "icon": "derrick",
            "jets": [{"name": text, "accent": "hue-1"}]}}),
        json!({"two-fields": {"below": side(1), "above": side(0), "grain": "dot", "date": null, "icon": null, "jets": []}}),
        json!({"callouts": {"items": [noted(0), noted(1)], "note": null}}),
        json!({"words": {"title": text, "items": [{"figure": 0}], "note": null}}),
    ]
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Statement {
    pub(crate) measure: Measure,
    pub(crate) bound: Bound,
    pub(crate) status: Status,
    pub(crate) number: (i64, u8),
}

impl Statement {
    fn amount(&self) -> f64 {
        self.number.0 as f64 / 10f64.powi(self.number.1.into())
    }

    /// The number as a file prints it.
    fn digits(&self) -> String {
        let (mantissa, places) = self.number;
        format!("{:.*}", places.into(), mantissa as f64 / 10f64.powi(places.into()))
    }

    /// A unit that suits the measure; minutes for levels, so that the clock has something to show.
    fn unit(&self) -> &'static str {
        match self.measure {
            Measure::Share | Measure::Growth => "percent",
            Measure::Level => "minutes",
            _ => "items",
        }
    }
}

fn figure(id: &str, s: Statement, year: i32, form: &str) -> Value {
    let text = json!({"zh": "某项", "en": "Something", "ru": "Показатель"});
    let date = year.to_string();
    let whole = matches!(s.measure, Measure::Share | Measure::Rate);
    json!({
        "id": id, "label": text, "value": {"Number": s.digits()},
        "unit": {"id": s.unit(), "zh": if s.unit() == "percent" { "%" } else { "个" }, "en": "units", "en_one": "unit", "en_shift": 0, "ru": ["единица", "единицы", "единиц"]},
        "measure": s.measure.name(), "bound": s.bound.name(), "status": s.status.name(), "form": form,
        "name": if form == "class" { text.clone() } else { Value::Null },
        "period": {"text": {"zh": format!("{year}年"), "en": date, "ru": date}, "start": date, "end": date},
        "base": text, "denominator": if whole { json!({"id": "w", "text": text, "stated": true}) } else { Value::Null },
        "part_of": if whole { json!("w") } else { Value::Null }, "source": {"id": 0, "paragraph": 1}, "definition": "d",
        "disjoint_with": if id == "apart" { json!([0]) } else { json!([]) },
    })
}

pub(crate) fn story(chart: &Value, s: Statement) -> Story {
    let text = json!({"zh": "某项", "en": "Something", "ru": "Показатель"});
    let plain = Statement { number: (100, 0), bound: Bound::Exact, status: Status::Final, ..s };
    let class = Statement { measure: Measure::Level, ..plain };
    let few = Statement { number: (10, 0), ..plain };
    let figures = [
        figure("x", s, 2020, "amount"),
        figure("r", plain, 2021, "amount"),
        figure("c", class, 2021, "class"),
        figure("f", few, 2021, "amount"),
        figure("beside", plain, 2020, "amount"),
        figure("apart", few, 2020, "amount"),
    ];
    let story = json!({
        "id": "a", "version": "1", "languages": ["zh", "en", "ru"], "title": text, "subtitle": text, "notice": text,
        "facts": {
            "figures": figures, "names": [], "lists": [], "milestones": [], "cautions": [],
            "series": [{"id": "s", "label": text, "definition": text, "scope": text, "unit": figures[0]["unit"],
                "measure": s.measure.name(), "file": "", "plotted": [0, 1], "points": [0, 1]}],
            "sources": [{"id": "s", "publisher": text, "date": "2021", "confidence": "high", "family": "f",
                "kind": "article"}],
            "figure_ids": {"x": 0, "r": 1, "c": 2, "f": 3, "beside": 4, "apart": 5}, "list_ids": {},
        },
        "scenes": [{"id": "one", "number": 1, "name": text, "accent": "hue-6", "title": text, "subtitle": text,
            "narration": [], "note": null, "rows": [[{"chart": chart, "weight": 1.0}]]}],
        "acts": [],
        "corrections": [],
    });
    serde_json::from_value(story).unwrap_or_else(|e| panic!("{e}: {chart}"))
}

/// The marks that stand for a figure, without its text.
fn own<'a>(placed: &'a PlacedScene, key: &str) -> Vec<&'a Mark> {
    let datum = placed.data.iter().position(|d| d.key == key).map(|i| i as u32);
    let is_text = |m: &Mark| matches!(m.shape, Shape::Text(_));
    placed.marks.iter().filter(|m| datum.is_some() && m.datum == datum && !is_text(m)).collect()
}

/// What of its chart a mark is.
fn part(mark: &Mark) -> &'static str {
    mark.id.part.name
}

fn parts<'a>(marks: &[&'a Mark], name: &str) -> Vec<&'a Mark> {
    marks.iter().copied().filter(|m| part(m) == name).collect()
}

fn is_solid(mark: &&&Mark) -> bool {
    matches!(mark.fill, Fill::Solid(_))
}

/// What is wrong with pictures: for each chart and kind of fault the first case, and how many cases there are.
#[derive(Default)]
struct Faults {
    found: BTreeMap<(String, &'static str), (usize, String)>,
    /// The length of the longest bar with the number beside it, by chart, width in px and kind of unit.
    longest: BTreeMap<(String, u64, bool), f64>,
}

/// One picture of one statement.
struct Picture<'a> {
    chart: &'a str,
    statement: Statement,
    placed: &'a PlacedScene,
    faults: &'a mut Faults,
}

impl Picture<'_> {
    fn expect(&mut self, holds: bool, fault: &'static str, detail: impl FnOnce() -> String) {
        if holds {
            return;
        }
        let what = || format!("{:?} at {}: {}", self.statement, self.placed.width, detail());
        let known = self.faults.found.entry((self.chart.to_string(), fault)).or_insert_with(|| (0, what()));
        known.0 += 1;
    }

    /// A length, a count or an angle is what the statement means, within a tenth of a pixel: marks lie on a grid.
    fn near(&mut self, seen: f64, wanted: f64, fault: &'static str) {
        let holds = (seen - wanted).abs() <= 0.13 + wanted.abs() * 1e-6;
        self.expect(holds, fault, || format!("{seen} drawn where {wanted} is meant"));
    }

    /// How much larger than laid out a wide picture is.
    fn scale(&self) -> f64 {
        (self.placed.width / MAX_WIDTH).max(1.0)
    }

    /// Checks that two lengths are in proportion to two amounts, to one step of the grid that marks lie on. The shorter
    /// length is computed from the longer one, because the rounding of a short length is a large part of it. `all` has
    /// the same length in every such picture: the longer bar together with the number beside it.
    fn in_proportion(&mut self, seen: [f64; 2], amounts: [f64; 2], all: f64, fault: &'static str) {
        let step = self.scale() / GRID;
        self.proportional(seen, amounts, fault);
        let key = (self.chart.to_string(), self.placed.width as u64, self.statement.unit() == "percent");
        let first = *self.faults.longest.entry(key).or_insert(all);
        let holds = (all - first).abs() <= step;
        self.expect(holds, "the longest bar is of another length", || format!("{all} and not {first}"));
    }

    fn proportional(&mut self, seen: [f64; 2], amounts: [f64; 2], fault: &'static str) {
        let [short, long] = if amounts[0] < amounts[1] { [0, 1] } else { [1, 0] };
        let wanted = seen[long] * amounts[short] / amounts[long];
        let holds = (seen[short] - wanted).abs() <= self.scale() / GRID;
        self.expect(holds, fault, || format!("{} drawn where {wanted} is meant", seen[short]));
    }

    /// Bars to both sides of the line that is marked as zero.
    fn both_sides(&mut self, x: &[&Mark], beside: &[&Mark]) {
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
    fn key(&self) -> &'static str {
        if self.chart == "series-tiles" {
            "tile-s"
        } else {
            "x"
        }
    }

    /// Columns above and below the line that is marked as zero.
    fn up_and_down(&mut self, x: &[&Mark], r: &[&Mark]) {
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
    fn along_an_axis(&mut self, x: &[&Mark], r: &[&Mark]) {
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

    /// What the picture must be, by its kind of chart.
    fn check(&mut self) {
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

    /// The words at the marks and the spoken name say how firm it is. Aims have marks of their own in the picture.
    fn says_status(&mut self) {
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
    fn inside(&mut self) {
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

/// The word for how firm a statement is; none for what is final.
pub(crate) fn status_word(status: Status, locale: Locale) -> Option<&'static str> {
    Some(match (status, locale) {
        (Status::Final, _) => return None,
        (Status::Preliminary, Locale::Zh) => "初步数",
        (Status::Preliminary, Locale::Ru) => "предварительное",
        (Status::Preliminary, _) => "preliminary",
        (Status::Revised, Locale::Zh) => "修订数",
        (Status::Revised, Locale::Ru) => "уточнённое",
        (Status::Revised, _) => "revised",
        (Status::Estimated, Locale::Zh) => "估计数",
        (Status::Estimated, Locale::Ru) => "оценка",
        (Status::Estimated, _) => "estimated",
        (Status::Forecast, Locale::Zh) => "预测",
        (Status::Forecast, Locale::Ru) => "прогноз",
        (Status::Forecast, _) => "forecast",
        (Status::Target, Locale::Zh) => "目标",
        (Status::Target, Locale::Ru) => "цель",
        (Status::Target, _) => "goal",
    })
}

/// Where the grid line farthest from zero is, and the value printed beside it.
fn grid_line(placed: &PlacedScene) -> Option<(f64, f64)> {
    let is_line = |m: &Mark| part(m) == "rule" && matches!(m.id.scope, Scope::Chart { .. });
    let lines = placed.marks.windows(2).filter(|pair| is_line(&pair[0])).filter_map(|pair| {
        let Shape::Text(run) = &pair[1].shape else { return None };
        Some((pair[0].bounds().y, printed(&run.text)?))
    });
    lines.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
}

/// The number that an axis prints: −50, 1.5 bn, 15亿.
fn printed(text: &str) -> Option<f64> {
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
fn units(mark: &Mark) -> usize {
    match &mark.shape {
        Shape::Instances(cells) => cells.len(),
        _ => 1,
    }
}

pub(crate) fn statements() -> Vec<Statement> {
    let mut all = Vec::new();
    for &measure in Measure::ALL {
        for number in NUMBERS.into_iter().flat_map(|(m, p)| [(m, p), (-m, p)]) {
            for status in [Status::Final, Status::Target] {
                all.push(Statement { measure, bound: Bound::Exact, status, number });
            }
        }
        for &bound in Bound::ALL {
            for &status in Status::ALL {
                for number in [(0, 0), (4, 0), (36, 0), (45, 0), (-45, 0)] {
                    all.push(Statement { measure, bound, status, number });
                }
            }
        }
    }
    all
}

/// Seen to fail: with the status left out of phrases (words at slopes and dots, and every spoken name) and out of big
/// numbers (all others); with every value of an axis but zero a quarter of a px too far (bars, points and the pair of bars).
#[test]
fn a_chart_refuses_a_statement_or_draws_what_it_says() {
    let (mut drawn, mut refused) = (0, 0);
    let mut takes = BTreeMap::new();
    let mut faults = Faults::default();
    for chart in charts() {
        let name = chart.as_object().and_then(|c| c.keys().next().cloned()).unwrap_or_default();
        for (turn, statement) in support::sample(statements().into_iter().enumerate(), 3) {
            let story = story(&chart, statement);
            let of: &Chart = &story.scenes()[0].rows[0][0].chart;
            if !refusals(of.acceptance(), story.facts()).is_empty() {
                refused += 1;
                assert!(
                    !matches!(name.as_str(), "callouts" | "words" | "table"),
                    "{name} refuses {statement:?}"
                );
                continue;
            }
            *takes.entry(name.clone()).or_insert(0) += 1;
            let sizes = [(280.0, Locale::En), (280.0, Locale::Zh), (720.0, Locale::En), (1920.0, Locale::Zh)];
            // the long run draws each statement at every size, the others at one size after the other
            let seen = sizes.iter().enumerate().filter(|(size, _)| long() || *size == turn % sizes.len());
            for (_, &(width, locale)) in seen {
                drawn += 1;
                let placed = lay_out(&story, 0, Viewport::new(width), locale, &BuiltIn);
                let mut picture = Picture { chart: &name, statement, placed: &placed, faults: &mut faults };
                picture.inside();
                picture.check();
            }
        }
    }
    let told = |((chart, fault), (count, first)): (&(String, &str), &(usize, String))| {
        format!("{chart}: {fault}, {count} pictures, as of {first}")
    };
    let all: Vec<String> = faults.found.iter().map(told).collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
    let parts = if long() { 1 } else { 3 };
    assert!(drawn > 3000 / parts && refused > 5000 / parts, "{drawn} drawn, {refused} refused");
    for chart in charts() {
        let name = chart.as_object().and_then(|c| c.keys().next().cloned()).unwrap_or_default();
        assert!(takes.get(&name).is_some_and(|n| *n >= 4 / parts), "{name} takes {:?}", takes.get(&name));
    }
}

/// A chart that is offered in place of a refused one draws the statement: help that leads to a second refusal is no help.
#[test]
fn every_chart_that_is_offered_draws_the_statement() {
    let alone = |name: &str| -> Vec<Value> {
        let text = json!({"zh": "某项", "en": "Something", "ru": "Показатель"});
        let field = |power: i32| json!([{"figure": 0, "per": 10f64.powi(power)}]);
        match name {
            "bars" | "diverging-bars" | "rate-rings" | "callouts" => {
                vec![json!({name: {"items": [{"figure": 0}]}})]
            }
            "index-pair" => vec![json!({name: {"figure": 0, "base_label": text, "now_label": text}})],
            "waffle" => vec![json!({name: {"figure": 0, "cell_note": text}})],
            "clock" => vec![json!({name: {"figure": 0, "title": text}})],
            "stacks" => vec![json!({name: {"title": text, "figures": [0]}})],
            "words" => vec![json!({name: {"title": text, "items": [{"figure": 0}]}})],
            "unit-field" => {
                (0..12).map(|power| json!({name: {"fields": field(power), "scale_note": text}})).collect()
            }
            _ => panic!("{name} is offered"),
        }
    };
    let mut offered = BTreeMap::new();
    // the long run asks for every statement, the others for one in seven: every measure with every bound and status
    for statement in statements().into_iter().step_by(if long() { 1 } else { 7 }) {
        let any = story(&alone("words")[0], statement);
        let names = alternatives(any.facts(), any.find_figure("x").unwrap(), "");
        assert!(names.ends_with(&["callouts", "words"]), "{statement:?}: {names:?}");
        for name in names {
            let draws = |chart: &Value| {
                let story = story(chart, statement);
                refusals(story.scenes()[0].rows[0][0].chart.acceptance(), story.facts()).is_empty()
            };
            assert!(alone(name).iter().any(draws), "{name} is offered and refuses {statement:?}");
            *offered.entry(name).or_insert(0) += 1;
        }
    }
    // bars, diverging bars, index-pair, waffle, and the two charts that take everything
    assert!(offered.len() >= 6, "{offered:?}");
}
