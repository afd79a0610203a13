//! Names of what a story's file can say, for whoever edits it.
//!
//! In: a language. Out: one JSON document with measures, bounds, statuses, units, formats and charts, each with its id and its name.
//!
//! **Invariant**: has every word of the closed lists of `statement`, every built-in unit, and every chart that a file can have.

use crate::locale::number::UnitForms;
use crate::locale::Locale;
use crate::model::record::measure_message;
use crate::model::vocabulary::{Word, BOUNDS, CHARTS, STATUSES};
use crate::statement::Measure;
use serde_json::{json, Value};

/// Ids of large numbers' words with their names.
const FORMATS: [Word; 6] = [
    ("plain", "不用万、亿", "as it is"),
    ("wan", "万", "ten thousand (万)"),
    ("yi", "亿", "hundred million (亿)"),
    ("thousand", "千", "thousand"),
    ("million", "百万", "million"),
    ("billion", "十亿", "billion"),
];

const CONFIDENCES: [Word; 2] = [("high", "高", "high"), ("medium", "中", "medium")];
const KINDS: [Word; 2] = [("article", "原文", "the article"), ("context", "另外的来源", "another source")];

/// Returns the name of a chart.
pub fn chart_name(id: &str, locale: Locale) -> String {
    CHARTS.iter().find(|(known, ..)| *known == id).map_or(id, |word| said(word, locale)).to_string()
}

fn said(&(_, zh, en): &Word, locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => zh,
        Locale::En | Locale::Ru => en,
    }
}

/// Returns all of them as JSON: lists of `{id, name}`.
pub fn words(locale: Locale) -> String {
    let named = |words: &[Word]| -> Vec<Value> {
        words.iter().map(|word| json!({"id": word.0, "name": said(word, locale)})).collect()
    };
    // as in records and refusals: one name each
    let measures: Vec<Value> = Measure::ALL
        .iter()
        .map(|measure| json!({"id": measure.name(), "name": measure_message(*measure).get(locale)}))
        .collect();
    let forms = &locale.catalogue().units;
    let unit = |id: &str| forms.get(id).and_then(|forms| forms.last().copied());
    let units: Vec<Value> =
        UnitForms::IDS.iter().map(|id| json!({"id": id, "name": unit(id).unwrap_or(id)})).collect();
    json!({
        "measures": measures,
        "bounds": named(&BOUNDS),
        "statuses": named(&STATUSES),
        "units": units,
        "formats": named(&FORMATS),
        "charts": named(&CHARTS),
        "confidences": named(&CONFIDENCES),
        "kinds": named(&KINDS),
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::schema;

    #[test]
    fn every_chart_of_the_format_has_a_name() {
        let document = schema::document().to_string();
        for (id, ..) in CHARTS {
            assert!(document.contains(&format!("\"{id}\"")), "{id} is no chart");
        }
        let answer: Value = serde_json::from_str(&words(Locale::Zh)).unwrap();
        assert_eq!(answer["units"].as_array().unwrap().len(), UnitForms::IDS.len());
        assert_eq!(answer["bounds"][1]["name"], "超、超过、余：多于此数");
        assert_eq!(answer["measures"][0], json!({"id": "level", "name": "存量或水平"}));
    }
}
