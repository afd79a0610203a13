//! Standing phrases of pictures, tables and records, in both languages.
//!
//! **Invariant**: every phrase exists in every language; a picture never shows one language's phrase in the other.

use crate::locale::Locale;

macro_rules! messages {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        /// A standing phrase.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message { $($name),* }
        impl Message {
            /// Every phrase there is.
            pub const ALL: &'static [Message] = &[$(Message::$name),*];
            pub fn get(self, locale: Locale) -> &'static str {
                match self { $(Message::$name => locale.pick($zh, $en)),* }
            }
        }
    };
}

messages! {
    Key: "读图", "Key";
    Source: "来源：", "Source: ";
    OtherSource: "其他来源：", "other sources: ";
    KeyExact: "实心：来源所写的数", "solid: the number its source prints";
    KeyMoreThan: "超、余：多于此数，超出多少未写明", "open end: more than this, how much is not said";
    KeyAtLeast: "以上：含本数，向上未封口", "tick and open end: this or more";
    KeyUpTo: "以下、不足：至多此数", "open downward: at most this";
    KeyAbout: "约、近：边界虚", "soft edge: about";
    KeyClass: "级：量级之名，不是数值", "bracket: a size class, not a value";
    KeyOpenList: "等：名单未完", "hollow: the list goes on";
    KeyTarget: "虚线空心：目标，不是成果", "dashed outline: a goal, not a result";
    KeyMissing: "空格：该年未见公布", "empty cell: no figure found";
    KeyAdjacent: "年份相邻、口径相同才连线", "joined only in consecutive, like years";
    KeyCompare: "空心圈：原文数字", "ring: the article's own figure";
    KeyContext: "点纹：非原文，另有来源", "dots: from another source";
    KeyDiamond: "菱形：其他来源所记", "diamond: from another source";
    KeyDot: "实点：已说明的人或事", "solid dot: stated";
    KeyScale: "另一比例", "another scale";
    Goal: "目标", "goal";
    NotPublished: "未公布", "not published";
    And: "等", "and others";
    YearUnpublished: "{}年未见公布", "{} year: none found";
    YearShort: "{}年", "{} yr";
    YearsUnpublished: "{}年未见公布", "{} years: none found";
    YearsShort: "{}年", "{} yrs";
    Paragraph: "原文第{}段", "article, para. {}";
    Paragraphs: "原文第{}段", "article, paras. {}";
    Index100: "100", "100";
    BasePeriod: "基期", "base";
    RecordPeriod: "期间", "Period";
    RecordBound: "取值", "How exact";
    RecordKind: "性质", "Kind";
    RecordSource: "出处", "Source";
    RecordInterest: "利害关系", "Interest";
    RecordProcessing: "处理", "Processing";
    RecordOthers: "其他来源", "Other sources";
    RecordNote: "说明", "Note";
    RecordChecked: "核对", "Last checked";
    RecordDenominator: "分母", "Out of";
    RecordDefinition: "口径", "Definition";
    RecordBase: "基期", "Base period";
    AsPrinted: "照录，未换算", "as printed, not converted";
    Counted: "按原文名单点数，原文未写此数", "counted from the article's list; the number is not printed";
    NotStated: "来源未写明", "not stated by the source";
    ColumnItem: "项目", "Item";
    ColumnValue: "数值", "Value";
    ColumnBound: "取值", "How exact";
    ColumnUnit: "单位", "Unit";
    ColumnPeriod: "期间", "Period";
    ColumnSource: "来源", "Source";
    BoundExact: "确数", "exact";
    BoundMoreThan: "多于此数，不含本数", "more than this";
    BoundAtLeast: "此数或更多，含本数", "this or more";
    BoundUpTo: "此数或更少，含本数", "this or less";
    BoundLessThan: "少于此数，不含本数", "less than this";
    BoundAbout: "约数", "about this";
    BoundNearly: "略少于此数", "just below this";
    BoundBetween: "在两数之间，含两数", "between these, both included";
    BoundClass: "量级，不是数值", "size class, not a value";
    BoundOpenList: "名单未完", "the list goes on";
    NotOnAxis: "原文没有写年份，不上时间轴", "no year in the article: kept off the axis";
    Words: "文字", "words";
    NoData: "无数据", "no data";
    NoneFound: "未见公布", "none found";
    NoSource: "所列来源均未见", "in none of the sources listed";
}

impl Message {
    /// The phrase with its `{}` filled in.
    pub fn with(self, locale: Locale, value: &str) -> String {
        self.get(locale).replace("{}", value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_is_missing_or_in_the_wrong_language() {
        let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for message in Message::ALL {
            assert!(
                !message.get(Locale::Zh).is_empty() && !message.get(Locale::En).is_empty(),
                "{message:?}"
            );
            assert!(!message.get(Locale::En).chars().any(han), "{message:?} has Chinese in its English");
        }
    }
}
