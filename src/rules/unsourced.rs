//! `unsourced`: every figure, point, list and name has a source (caution c17).

use crate::diagnostic::Both;

pub(crate) const CODE: &str = "unsourced";

pub(crate) fn words() -> (Both, Both) {
    (
        Both::new("缺“source”：每个数字都要有来源", "missing \"source\": every figure has one"),
        Both::new("加上 \"source\": {\"id\": \"…\"}", "add \"source\": {\"id\": \"…\"}"),
    )
}

/// A point of a series without one.
pub(crate) fn point_words() -> (Both, Both) {
    (
        Both::new("这一点没有来源", "this point has no source"),
        Both::new(
            "在 source 列写上 sources.json 里的代号",
            "write an id of sources.json into the column \"source\"",
        ),
    )
}
