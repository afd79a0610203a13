//! Names of what a story's file can say, for whoever edits it.
//!
//! In: a language. Out: one JSON document with measures, bounds, statuses, units, formats and charts, each with its id and its name.
//!
//! **Invariant**: has every word of the closed lists of `statement`, every built-in unit, and every chart that a file can have.

use crate::locale::number::UnitForms;
use crate::locale::Locale;
use crate::model::record::measure_message;
use crate::model::vocabulary::{Word, BOUNDS, STATUSES};
use crate::statement::Measure;
use serde_json::{json, Value};

/// Charts by what they are called in newsrooms: id, Chinese, English.
const CHARTS: [Word; 34] = [
    ("bars", "条形图", "bars"),
    ("columns", "柱形图", "columns"),
    ("lines", "折线图", "lines"),
    ("dot-line", "点线图", "dots and line"),
    ("grouped-bars", "成对条形图", "grouped bars"),
    ("diverging-bars", "正负条形图", "diverging bars"),
    ("stacked-parts", "整体的各部分", "parts of a whole"),
    ("ranges", "区间图", "ranges"),
    ("slope", "前后对比", "slope"),
    ("waffle", "百格图", "waffle"),
    ("unit-field", "点阵", "dot field"),
    ("stacks", "叠块", "stacks"),
    ("block-stack", "方块堆", "block stack"),
    ("rate-rings", "比率环", "rate rings"),
    ("area-squares", "面积方块", "area squares"),
    ("index-pair", "指数对比", "index pair"),
    ("clock", "钟面", "clock face"),
    ("steps", "台阶", "steps"),
    ("tank", "储罐", "tank"),
    ("icon-rows", "图标行", "icon rows"),
    ("callouts", "大字", "big numbers"),
    ("words", "文字", "words"),
    ("timeline", "时间线", "timeline"),
    ("plots", "地块", "plots"),
    ("goal-cells", "目标格", "goal cells"),
    ("series-tiles", "序列小图", "series tiles"),
    ("two-fields", "上下两片点阵", "two fields"),
    ("plaques", "牌匾", "plaques"),
    ("outlines", "虚线框", "outlines"),
    ("hub", "中心与分支", "hub"),
    ("word-ring", "词环", "word ring"),
    ("word-wheel", "词轮", "word wheel"),
    ("small-multiples", "同尺小图", "small multiples"),
    ("table", "数据表", "table"),
];

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
