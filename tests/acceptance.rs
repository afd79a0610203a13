//! Every chart with every measure, bound and status, and numbers from nothing to a hundred trillion and their negatives: either
//! the chart refuses the statement, or the picture says what the statement says. What a picture must say is worked out from the
//! statement alone, without the layout and without the tables of the charts.

use duoyuan::chart::acceptance::refusals;
use duoyuan::chart::Chart;
use duoyuan::layout::mark::{Fill, Mark, Shape};
use duoyuan::layout::mark_id::Scope;
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::scene::lay_out;
use duoyuan::statement::{Bound, Measure, Status};
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Role;
use serde_json::{json, Value};
use std::f64::consts::TAU;

/// Mantissa and places of the numbers of statements.md, section 3.
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

/// A chart of figure 0, most of them beside figure 1, which is 100 exactly; figure 2 is a size class.
fn charts() -> Vec<Value> {
    let text = json!({"zh": "某项", "en": "Something"});
    let noted = |ix: usize| json!({"figure": ix, "label": null, "note": null});
    let dots = |ix: usize, per: f64| json!({"figure": ix, "per": per, "note": null, "accent": null});
    vec![
        json!({"bars": {"title": null, "items": [noted(0), noted(1)], "note": null}}),
        json!({"unit-field": {"fields": [dots(0, 1.0), dots(1, 1.0)], "scale_note": text}}),
        json!({"unit-field": {"fields": [dots(0, 100.0), dots(1, 100.0)], "scale_note": text}}),
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
        json!({"callouts": {"items": [noted(0), noted(1)], "note": null}}),
        json!({"words": {"title": text, "items": [{"figure": 0}], "note": null}}),
    ]
}

#[derive(Clone, Copy, Debug)]
struct Statement {
    measure: Measure,
    bound: Bound,
    status: Status,
    number: (i64, u8),
}

impl Statement {
    fn amount(&self) -> f64 {
        self.number.0 as f64 / 10f64.powi(self.number.1.into())
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
    let text = json!({"zh": "某项", "en": "Something"});
    let date = json!({"year": year, "part": "Year"});
    let whole = matches!(s.measure, Measure::Share | Measure::Rate);
    json!({
        "id": id, "label": text, "value": {"Number": {"mantissa": s.number.0, "places": s.number.1}},
        "unit": {"id": s.unit(), "zh": "个", "en": "units", "en_one": "unit", "en_shift": 0},
        "measure": s.measure.name(), "bound": s.bound.name(), "status": s.status.name(), "form": form,
        "printed": "", "format": "Plain", "name": if form == "class" { text.clone() } else { Value::Null },
        "period": {"text": {"zh": format!("{year}年"), "en": year.to_string()}, "start": date, "end": date,
            "inferred": false, "window": null},
        "base": text, "denominator": if whole { json!({"id": "w", "text": text, "stated": true}) } else { Value::Null },
        "part_of": if whole { json!("w") } else { Value::Null }, "disjoint_with": [], "deadline": null,
        "counted": false, "derivation": null, "source": {"source": 0, "paragraph": 1}, "note": null, "others": [],
        "definition": "d", "path": "",
    })
}

fn story(chart: &Value, s: Statement) -> Story {
    let text = json!({"zh": "某项", "en": "Something"});
    let plain = Statement { number: (100, 0), bound: Bound::Exact, status: Status::Final, ..s };
    let class = Statement { measure: Measure::Level, ..plain };
    let few = Statement { number: (10, 0), ..plain };
    let figures = [
        figure("x", s, 2020, "amount"),
        figure("r", plain, 2021, "amount"),
        figure("c", class, 2021, "class"),
        figure("f", few, 2021, "amount"),
    ];
    let story = json!({
        "id": "a", "version": "1", "title": text, "subtitle": text, "notice": text,
        "facts": {
            "figures": figures, "names": [], "lists": [], "milestones": [],
            "series": [{"id": "s", "label": text, "definition": text, "scope": text, "note": null, "plotted": [0, 1],
                "points": [0, 1]}],
            "sources": [{"id": "s", "publisher": text, "title": null, "date": "2021", "url": null, "confidence": "high",
                "family": "f", "interest": null, "is_article": true, "inferred_date": null, "via": null, "checked": ""}],
            "figure_ids": {"x": 0, "r": 1, "c": 2, "f": 3}, "list_ids": {},
        },
        "scenes": [{"id": "one", "number": 1, "name": text, "accent": "Slate", "title": text, "subtitle": text,
            "narration": [], "rows": [[{"chart": chart, "weight": 1.0}]], "path": "scenes[0]"}],
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

/// Every number of `seen` is that of `wanted`, times the scale of the picture, within a tenth of a pixel.
fn near(seen: f64, wanted: f64, what: &str) {
    assert!(
        (seen - wanted).abs() <= 0.1 + wanted.abs() * 1e-6,
        "{what}: {seen} drawn where {wanted} is meant"
    );
}

/// What the picture of one statement must be, by the kind of its chart.
fn check(name: &str, s: Statement, placed: &PlacedScene, what: &str) {
    let (x, r) = (own(placed, "x"), own(placed, "r"));
    let amount = s.amount();
    let scale = placed.width / placed.width.min(860.0);
    let angle = |marks: &[&Mark], name: &str| match parts(marks, name).first().map(|m| &m.shape) {
        Some(Shape::Sector { from, to, .. }) => to - from,
        _ => 0.0,
    };
    if !s.status.is_result() {
        let filled: Vec<_> = x.iter().filter(is_solid).map(|m| part(m)).filter(|p| *p != "bullet").collect();
        assert!(filled.is_empty(), "{what}: no result, and yet filled: {filled:?}");
    }
    match name {
        "bars" => {
            let length = |marks: &[&Mark]| {
                let bar =
                    parts(marks, "bar").into_iter().chain(parts(marks, "goal")).next().map(Mark::bounds);
                bar.map_or(0.0, |b| b.w)
            };
            let closed =
                matches!(s.bound, Bound::Exact | Bound::MoreThan | Bound::AtLeast) && s.status.is_result();
            if closed {
                near(length(&x), length(&r) * amount / 100.0, what);
                assert_eq!(length(&x) > 0.9 * scale, amount > 0.0, "{what}: zero and not zero look alike");
            }
        }
        "unit-field" | "stacks" | "block-stack" => {
            let count: usize = ["dot", "block"].iter().flat_map(|name| parts(&x, name)).map(units).sum();
            let reference: usize = ["dot", "block"].iter().flat_map(|name| parts(&r, name)).map(units).sum();
            let per = if reference > 0 { 100.0 / reference as f64 } else { 1.0 };
            near(count as f64, (amount / per).ceil(), what);
            if name != "block-stack" {
                near(count as f64 * per, amount, what);
            } else {
                let area: f64 = parts(&x, "block").iter().map(|m| m.bounds().w * m.bounds().h).sum();
                let one = parts(&x, "block").first().map_or(0.0, |m| m.bounds().h * m.bounds().h);
                near(area, one * amount, what);
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
            let area: f64 = cells.iter().filter(stated).map(|m| m.bounds().w * m.bounds().h).sum();
            near(area / (side * side), amount, what);
        }
        "rate-rings" => near(angle(&x, "arc"), amount / 100.0 * TAU, what),
        "clock" => near(angle(&x, "minutes"), amount / 60.0 * TAU, what),
        "area-squares" => {
            let side = |marks: &[&Mark]| parts(marks, "square").first().map_or(0.0, |m| m.bounds().w);
            near(side(&x).powi(2), side(&r).powi(2) * amount / 100.0, what);
            assert_eq!(side(&x) > 0.9 * scale, amount > 0.0, "{what}: zero and not zero look alike");
        }
        "index-pair" => {
            let bars = parts(&x, "bar");
            let width = |i: usize| bars.get(i).map_or(0.0, |m| m.bounds().w);
            near(width(1), width(0) * (100.0 + amount) / 100.0, what);
        }
        "plots" | "goal-cells" => {
            let outlines = parts(&x, "plot").len() + parts(&x, "goal").len();
            near(outlines as f64, amount, what);
        }
        "dot-line" | "slope" => {
            let y = |marks: &[&Mark]| {
                let dot = parts(marks, "dot").into_iter().chain(parts(marks, "goal")).next();
                dot.map_or(f64::NAN, |m| m.bounds().center().y)
            };
            // zero lies where the axis of the line chart is, and the rule of the slope chart
            let zero = placed.marks.iter().find(|m| match name {
                "slope" => part(m) == "rule" && matches!(m.id.scope, Scope::Chart { .. }),
                _ => part(m) == "axis",
            });
            let zero = zero.map_or(f64::NAN, |m| m.bounds().y);
            near(zero - y(&x), (zero - y(&r)) * amount / 100.0, what);
        }
        _ => assert_eq!((name == "callouts" || name == "words", x.is_empty()), (true, false), "{what}"),
    }
    let opens = matches!(s.bound, Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::UpTo);
    if opens && !matches!(name, "callouts" | "words" | "clock") {
        let open = x.iter().any(|m| matches!(m.fill, Fill::Hatch(_)) || part(m).starts_with("arrow"));
        assert!(open, "{what}: a bound without an open end");
    }
}

/// How many units a mark stands for.
fn units(mark: &Mark) -> usize {
    match &mark.shape {
        Shape::Instances(cells) => cells.len(),
        _ => 1,
    }
}

fn inside(placed: &PlacedScene, what: &str) {
    for mark in &placed.marks {
        let b = mark.bounds();
        let within = b.x >= -1.0
            && b.right() <= placed.width + 1.0
            && b.y >= -1.0
            && b.bottom() <= placed.height + 1.0;
        assert!(within, "{what}: {} at {b:?} leaves {} × {}", mark.id, placed.width, placed.height);
        assert!((b.x + b.y + b.w + b.h).is_finite(), "{what}: {}", mark.id);
    }
}

fn statements() -> Vec<Statement> {
    let mut all = Vec::new();
    for &measure in Measure::ALL {
        for number in NUMBERS.into_iter().flat_map(|(m, p)| [(m, p), (-m, p)]) {
            all.push(Statement { measure, bound: Bound::Exact, status: Status::Final, number });
        }
        for &bound in Bound::ALL {
            for &status in Status::ALL {
                for number in [(0, 0), (4, 0), (45, 0), (-45, 0)] {
                    all.push(Statement { measure, bound, status, number });
                }
            }
        }
    }
    all
}

#[test]
fn a_chart_refuses_a_statement_or_draws_what_it_says() {
    let (mut drawn, mut refused) = (0, 0);
    let mut takes = std::collections::BTreeMap::new();
    for chart in charts() {
        let name = chart.as_object().and_then(|c| c.keys().next().cloned()).unwrap_or_default();
        for s in statements() {
            let story = story(&chart, s);
            let of: &Chart = &story.scenes()[0].rows[0][0].chart;
            if !refusals(of.acceptance(), story.facts()).is_empty() {
                refused += 1;
                assert!(!matches!(name.as_str(), "callouts" | "words"), "{name} refuses {s:?}");
                continue;
            }
            *takes.entry(name.clone()).or_insert(0) += 1;
            for width in [280.0, 720.0, 1920.0] {
                drawn += 1;
                let what = format!("{name} at {width}: {s:?}");
                let placed = lay_out(&story, 0, Viewport::new(width), Locale::En, &BuiltIn);
                inside(&placed, &what);
                check(&name, s, &placed, &what);
            }
        }
    }
    assert!(drawn > 3000 && refused > 5000, "{drawn} drawn, {refused} refused");
    for chart in charts() {
        let name = chart.as_object().and_then(|c| c.keys().next().cloned()).unwrap_or_default();
        assert!(takes.get(&name).is_some_and(|n| *n >= 5), "{name} takes {:?}", takes.get(&name));
    }
}
