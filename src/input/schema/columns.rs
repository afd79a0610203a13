//! The columns of a series' file as a schema, for readers: CSV has none of its own.
//!
//! **Invariant**: names the columns that `cell` knows, and no others.

use crate::input::cell;
use crate::locale::Locale;
use serde_json::{json, Map, Value};

/// What a column holds.
fn meaning(column: &str) -> (String, String) {
    let spoken = |locale: &Locale| {
        let name = locale.catalogue().name;
        let is = |stem: &str| column == cell::spoken_column(stem, *locale);
        let period = (format!("期间的写法，{name}"), format!("the period in words, {name}"));
        let note = (format!("说明，{name}"), format!("note, {name}"));
        if is("period") {
            Some(period)
        } else {
            is("note").then_some(note)
        }
    };
    if let Some(words) = Locale::ALL.iter().find_map(spoken) {
        return words;
    }
    let (zh, en) = match column {
        "period" => ("期间：2016、2020-10、2021Q1", "period: 2016, 2020-10 or 2021Q1"),
        "value" => (
            "数值；空格为未公布；可写 1,010、15.1万、3亿",
            "the value; empty where not published; 1,010, 15.1万 and 3亿 are read",
        ),
        "bound" => ("限定；空为确数", "bound; empty: exact"),
        "printed" => ("原文限定词：超、约、以上", "the word of the bound as printed"),
        "status" => ("状态；空为序列的状态", "how firm it is; empty: as the series"),
        "form" => ("写的是什么；空为数值", "what is printed; empty: a number"),
        "unit" => ("与序列不同的单位", "a unit other than the series'"),
        "definition" => ("口径代号；口径不同的点不连线", "id of the definition; unlike ones are not joined"),
        "source" => ("来源的代号", "id of the source"),
        _ => ("plot 上图，context 只进记录", "plot: drawn; context: in the record only"),
    };
    (zh.to_string(), en.to_string())
}

/// The columns of a series file, for readers: CSV has no schema of its own.
pub(super) fn csv() -> Value {
    let columns: Map<String, Value> = cell::columns(&Locale::ALL)
        .into_iter()
        .map(|name| {
            let (zh, en) = meaning(&name);
            let also = match cell::also(&name) {
                [] => String::new(),
                also => format!(" · 也可写 also: {}", also.join("、")),
            };
            (name, json!({"type": "string", "description": format!("{zh} · {en}{also}")}))
        })
        .collect();
    json!({
        "type": "object",
        "description": "序列的 CSV：首行是列名，一行一个点 · a series' CSV file: the first line names the columns, one point a line",
        "properties": columns,
        "required": ["period", "value", "source"],
        "additionalProperties": false
    })
}
