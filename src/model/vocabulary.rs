//! The words by which a story's file says what a number is, and which chart draws it, with what they mean in Chinese and English.
//!
//! Comes in: the closed lists of `statement`. Goes out: their JSON Schema.
//!
//! **Invariant**: has every word of those lists once, in their order, and every chart that a file can have once.

use schemars::{json_schema, Schema, SchemaGenerator};

/// A word of the format with its meaning in Chinese and in English.
pub type Word = (&'static str, &'static str, &'static str);

pub const MEASURES: [Word; 13] = [
    ("level", "存量或水平", "how much there is"),
    ("flow", "期间合计", "total over a period"),
    ("count", "个数", "count"),
    ("share", "比例", "part of a whole"),
    ("rate", "比率：每千人、每平方公里有多少", "rate: how many per 1,000 people, per km²"),
    ("growth", "增速", "growth rate"),
    ("change", "增减量", "change in the unit itself"),
    ("points", "百分点的变化", "change in percentage points"),
    ("multiple", "倍数；翻一番是2", "times its base; doubled is 2"),
    ("ratio", "两数之比", "one amount to another"),
    ("rank", "次序", "place in an order; 1 is the first"),
    ("index", "指数，基期为100", "number whose base is 100"),
    ("date", "日期", "date"),
];

pub const BOUNDS: [Word; 8] = [
    ("exact", "确数", "exact"),
    ("more_than", "超、超过、余：多于此数", "more than this"),
    ("at_least", "以上：此数或更多", "this or more"),
    ("less_than", "不足、不满：少于此数", "less than this"),
    ("up_to", "以下：此数或更少", "this or less"),
    ("about", "约、左右", "near this, on either side"),
    ("nearly", "近：略少于此数", "just below this"),
    ("between", "两数之间", "from one number to another"),
];

pub const STATUSES: [Word; 6] = [
    ("final", "终值", "final"),
    ("preliminary", "初步数", "preliminary"),
    ("revised", "修订数", "revised"),
    ("estimated", "估计数", "estimated"),
    ("forecast", "预测，不是结果", "what somebody expects, not a result"),
    ("target", "目标，不是结果", "goal, not a result"),
];

/// Charts by what they are called in newsrooms: id, Chinese, English.
pub const CHARTS: [Word; 34] = [
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

const FORMS: [Word; 3] = [
    ("amount", "数值", "a number"),
    ("class", "级：量级的名称，不是数值", "the name of a size class, not a value"),
    ("open_list", "等：名单未完", "a count of named items; the list goes on"),
];

/// Returns the schema of the member `measure`.
pub fn measure_schema(_: &mut SchemaGenerator) -> Schema {
    choice(&MEASURES)
}

/// Returns the schema of the member `bound`.
pub fn bound_schema(_: &mut SchemaGenerator) -> Schema {
    choice(&BOUNDS)
}

/// Returns the schema of the member `status`.
pub fn status_schema(_: &mut SchemaGenerator) -> Schema {
    choice(&STATUSES)
}

/// Returns the schema of the member `form`.
pub fn form_schema(_: &mut SchemaGenerator) -> Schema {
    choice(&FORMS)
}

fn choice(words: &[Word]) -> Schema {
    let names: Vec<&str> = words.iter().map(|(name, _, _)| *name).collect();
    let said: Vec<String> = words.iter().map(|(name, zh, en)| format!("{name}: {zh} · {en}")).collect();
    json_schema!({"type": "string", "enum": names, "x-values": said.join("; ")})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::{Bound, Form, Measure, Status};

    #[test]
    fn every_word_of_a_statement_has_its_meaning() {
        let names = |words: &[Word]| words.iter().map(|(name, _, _)| *name).collect::<Vec<_>>();
        assert_eq!(names(&MEASURES), Measure::ALL.iter().map(|m| m.name()).collect::<Vec<_>>());
        assert_eq!(names(&BOUNDS), Bound::ALL.iter().map(|b| b.name()).collect::<Vec<_>>());
        assert_eq!(names(&STATUSES), Status::ALL.iter().map(|s| s.name()).collect::<Vec<_>>());
        assert_eq!(names(&FORMS), Form::ALL.iter().map(|f| f.name()).collect::<Vec<_>>());
    }
}
