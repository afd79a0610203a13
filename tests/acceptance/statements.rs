//! What is tried: one chart of each type, statements of every kind, and the story that tells one in a chart.

use super::*;

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
    pub(super) fn amount(&self) -> f64 {
        self.number.0 as f64 / 10f64.powi(self.number.1.into())
    }

    /// The number as a file prints it.
    pub(super) fn digits(&self) -> String {
        let (mantissa, places) = self.number;
        format!("{:.*}", places.into(), mantissa as f64 / 10f64.powi(places.into()))
    }

    /// A unit that suits the measure; minutes for levels, so that the clock has something to show.
    pub(super) fn unit(&self) -> &'static str {
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
