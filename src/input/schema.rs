//! The shape of a story file: one table that checks documents, finds references and becomes the JSON Schema.
//!
//! A table rather than derived deserialisation, because an editor is told everything at once: unknown names with
//! the nearest known one, missing fields, wrong kinds, references to nothing.
//!
//! **Invariant**: describes shape only. What may be concluded from a well-shaped story is the matter of `rules`.

use crate::diagnostic::{nearest, Both, Diagnostics, Severity, SourceText};
use crate::input::id::is_id;
use crate::input::json::{Key, Node, Value};
use crate::input::suggest;
use crate::rules::{unsourced, zero_baseline};

/// Longest string taken anywhere, in characters.
pub const MAX_STRING: usize = 2000;

/// A member that every object may have: words among editors, read by nobody else.
pub const COMMENT: &str = "$comment";

/// What a reference points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Figure,
    List,
    Series,
    Milestone,
    Name,
    Source,
    Unit,
}

impl Target {
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Target::Figure => ("数字", "figure"),
            Target::List => ("名单", "list"),
            Target::Series => ("序列", "series"),
            Target::Milestone => ("大事", "milestone"),
            Target::Name => ("名称", "name"),
            Target::Source => ("来源", "source"),
            Target::Unit => ("单位", "unit"),
        }
    }

    pub const ALL: [Target; 7] = [
        Target::Figure,
        Target::List,
        Target::Series,
        Target::Milestone,
        Target::Name,
        Target::Source,
        Target::Unit,
    ];

    /// The member of story.json that defines it; sources have a file of their own.
    pub fn section(self) -> Option<&'static str> {
        match self {
            Target::Figure => Some("figures"),
            Target::List => Some("lists"),
            Target::Series => Some("series"),
            Target::Milestone => Some("milestones"),
            Target::Name => Some("names"),
            Target::Unit => Some("units"),
            Target::Source => None,
        }
    }
}

/// What a value may be.
#[derive(Debug)]
pub enum Type {
    /// `{"zh": …, "en": …}`.
    Text,
    /// The same, with `{figure}` references and no typed digits.
    Template,
    String,
    /// Any JSON number; finite.
    Number,
    /// A number above 0.
    Positive,
    /// A whole number from 0.
    Whole,
    Bool,
    /// A number, a date or null: the value of a figure.
    Value,
    Choice(&'static [&'static str]),
    /// The id of a unit, built in or the story's own.
    Unit,
    Ref(Target),
    Object(&'static Object),
    /// An object with exactly one of the fields.
    OneOf(&'static Object),
    List(&'static Type),
    Map(&'static Type),
    /// An object whose `type` chooses one of `CHARTS`.
    Chart,
}

#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub ty: Type,
    pub required: bool,
    pub zh: &'static str,
    pub en: &'static str,
}

#[derive(Debug)]
pub struct Object {
    pub fields: &'static [Field],
}

const fn must(name: &'static str, ty: Type, zh: &'static str, en: &'static str) -> Field {
    Field { name, ty, required: true, zh, en }
}

const fn may(name: &'static str, ty: Type, zh: &'static str, en: &'static str) -> Field {
    Field { name, ty, required: false, zh, en }
}

pub const KINDS: [&str; 9] = ["level", "flow", "share", "growth", "count", "rank", "date", "target", "class"];
pub const QUALIFIERS: [&str; 8] =
    ["exact", "more_than", "at_least", "up_to", "less_than", "about", "class", "open_list"];
const WINDOWS: [&str; 5] = ["plan", "trailing", "quarter", "average", "undated"];

static SOURCE_REF: Object = Object {
    fields: &[
        must("id", Type::Ref(Target::Source), "来源的代号", "id of the source"),
        may("paragraph", Type::Whole, "原文第几段", "paragraph of the article"),
    ],
};
static PERIOD: Object = Object {
    fields: &[
        must("zh", Type::String, "期间，中文", "period in Chinese"),
        must("en", Type::String, "期间，英文", "period in English"),
        may("start", Type::String, "起：2016、2020-10 或 2021Q1", "start: 2016, 2020-10 or 2021Q1"),
        may("end", Type::String, "止", "end"),
        may("inferred", Type::Bool, "期间系推断", "the period is inferred"),
        may("window", Type::Choice(&WINDOWS), "期间的性质", "nature of the window"),
    ],
};
static DENOMINATOR: Object = Object {
    fields: &[
        must("id", Type::String, "分母代号；同号才可比", "id; only equal ids may be compared"),
        must("zh", Type::String, "分母，中文", "denominator in Chinese"),
        must("en", Type::String, "分母，英文", "denominator in English"),
        may("stated", Type::Bool, "来源是否写明", "whether the source states it"),
    ],
};
static OTHER: Object = Object {
    fields: &[
        must("value", Type::Value, "他源所记数值", "what the other source prints"),
        may("unit", Type::Unit, "单位", "unit"),
        may("qualifier", Type::Choice(&QUALIFIERS), "限定", "qualifier"),
        may("printed", Type::String, "原文限定词", "the qualifier as printed"),
        must("period", Type::Object(&PERIOD), "期间", "period"),
        must("source", Type::Object(&SOURCE_REF), "来源", "source"),
        may("note", Type::Text, "口径差别", "how it differs"),
    ],
};
static DERIVED: Object = Object {
    fields: &[
        must(
            "operation",
            Type::Choice(&["sum", "difference", "ratio", "share", "convert"]),
            "运算",
            "operation",
        ),
        must("inputs", Type::List(&Type::Ref(Target::Figure)), "用到的数字", "input figures"),
        may(
            "factor",
            Type::String,
            "换算系数，写成分数，如 10000/15",
            "factor as a fraction, such as 10000/15",
        ),
        may("places", Type::Whole, "保留几位小数", "decimals kept"),
    ],
};
pub static FIGURE: Object = Object {
    fields: &[
        must("label", Type::Text, "图上名称，短", "short name drawn in charts"),
        may(
            "value",
            Type::Value,
            "所印数值或日期；null 为未公布",
            "value or date as printed; null: not published",
        ),
        may("unit", Type::Unit, "单位", "unit"),
        must("kind", Type::Choice(&KINDS), "是什么样的数", "what kind of statement"),
        may("qualifier", Type::Choice(&QUALIFIERS), "限定；缺省为确数", "qualifier; absent: exact"),
        may("printed", Type::String, "原文限定词：超、余、以上、约…", "the qualifier word as printed"),
        may(
            "format",
            Type::Choice(&["plain", "wan", "yi"]),
            "中文按万或亿写",
            "Chinese prints it in 万 or 亿",
        ),
        may("name", Type::Text, "量级的名称", "name of a size class"),
        must("period", Type::Object(&PERIOD), "期间", "period"),
        may("base", Type::Text, "增速的基期", "base period of a growth rate"),
        may("denominator", Type::Object(&DENOMINATOR), "比例的分母", "denominator of a share"),
        may("part_of", Type::String, "来源写明的整体", "the whole, where the source states it"),
        may(
            "disjoint_with",
            Type::List(&Type::Ref(Target::Figure)),
            "写明互不重叠者",
            "declared not to overlap with",
        ),
        may("deadline", Type::Text, "目标期限", "deadline of a target"),
        may("counted", Type::Bool, "由名单数出", "counted from a list"),
        may("derived", Type::Object(&DERIVED), "由引擎算出", "computed by the engine"),
        must("source", Type::Object(&SOURCE_REF), "来源", "source"),
        may("note", Type::Text, "说明", "note"),
        may("others", Type::List(&Type::Object(&OTHER)), "他源所记", "what other sources say"),
    ],
};
static NAME: Object = Object {
    fields: &[
        must("text", Type::Text, "名称、口号或编号", "name, slogan or code"),
        may("note", Type::Text, "为何不是数量", "why it is no quantity"),
        must("source", Type::Object(&SOURCE_REF), "来源", "source"),
    ],
};
static ITEM: Object = Object {
    fields: &[
        must("zh", Type::String, "中文", "Chinese"),
        must("en", Type::String, "英文", "English"),
        may("figure", Type::Ref(Target::Figure), "为它定年或计数的数字", "figure that dates or counts it"),
        may("role", Type::Text, "作用", "role"),
    ],
};
static LIST: Object = Object {
    fields: &[
        must("label", Type::Text, "名称", "name"),
        must("open", Type::Bool, "名单是否未完（等）", "whether the list goes on (等)"),
        may("printed", Type::String, "等", "等"),
        may("open_after", Type::Whole, "等字收在第几项之后", "after how many items 等 stands"),
        may("status", Type::Choice(&["stated", "target"]), "已有或目标", "stated or target"),
        must("source", Type::Object(&SOURCE_REF), "来源", "source"),
        must("items", Type::List(&Type::Object(&ITEM)), "各项", "items"),
    ],
};
static MILESTONE: Object = Object {
    fields: &[
        must("date", Type::String, "2002-12-22、2002-12 或 2002", "2002-12-22, 2002-12 or 2002"),
        must("label", Type::Text, "事件", "event"),
        must("source", Type::Object(&SOURCE_REF), "来源", "source"),
        may("note", Type::Text, "说明", "note"),
    ],
};
static SERIES: Object = Object {
    fields: &[
        must("label", Type::Text, "名称", "name"),
        must("unit", Type::Unit, "单位", "unit"),
        must("kind", Type::Choice(&KINDS), "性质", "kind"),
        must("definition", Type::Text, "指标定义", "definition"),
        must("scope", Type::Text, "口径", "scope"),
        must("file", Type::String, "CSV 文件", "CSV file"),
        may("denominator", Type::Object(&DENOMINATOR), "分母", "denominator"),
        may("part_of", Type::String, "整体", "whole"),
        may("note", Type::Text, "说明", "note"),
    ],
};
static UNIT: Object = Object {
    fields: &[
        must("zh", Type::String, "中文单位；… 处为数字", "Chinese unit; … stands for the digits"),
        must("en", Type::String, "英文单位", "English unit"),
        may("en_one", Type::String, "英文单数", "English singular"),
        may("en_shift", Type::Number, "英文小数点右移几位", "decimal places shifted for English"),
    ],
};
static SCENE: Object = Object {
    fields: &[
        must("id", Type::String, "章的代号，用于链接", "id, used in links"),
        must("number", Type::Whole, "章号", "number"),
        must("name", Type::Text, "章名，短", "short name"),
        must("accent", Type::Choice(&crate::theme::ACCENTS), "颜色的含义", "accent colour by meaning"),
        must("title", Type::Template, "标题，一句话的发现", "title: the finding in one line"),
        must("subtitle", Type::Template, "量的是什么、单位、期间", "what is measured, unit, period"),
        must("narration", Type::List(&Type::Template), "两三句正文", "two or three sentences"),
        must("rows", Type::List(&Type::List(&Type::Chart)), "图，按行排列", "charts, row by row"),
    ],
};
static CORRECTION: Object = Object {
    fields: &[
        figure(true),
        must("old", Type::Text, "原来的说法，连同限定和单位", "what it said, with bound and unit"),
        must("new", Type::Text, "现在的说法，与数字一致", "what it says now, as the figure does"),
        must("date", Type::String, "更正日期", "date of the correction"),
        must("why", Type::Text, "为什么更正", "why"),
    ],
};
pub static STORY: Object = Object {
    fields: &[
        may("$schema", Type::String, "供编辑器补全", "for completion in editors"),
        must("format", Type::Whole, "格式版本：1", "format version: 1"),
        must("id", Type::String, "代号", "id"),
        must("version", Type::String, "版本", "version"),
        must("title", Type::Text, "标题", "title"),
        must("subtitle", Type::Text, "副题", "subtitle"),
        must("notice", Type::Text, "来源说明", "plain statement about the sources"),
        must("sources", Type::String, "来源文件", "file of sources"),
        may("units", Type::Map(&Type::Object(&UNIT)), "自定单位", "units of this story"),
        must("figures", Type::Map(&Type::Object(&FIGURE)), "数字", "figures"),
        may("names", Type::Map(&Type::Object(&NAME)), "名称", "names"),
        may("lists", Type::Map(&Type::Object(&LIST)), "名单", "lists"),
        may("milestones", Type::Map(&Type::Object(&MILESTONE)), "大事", "milestones"),
        may("series", Type::Map(&Type::Object(&SERIES)), "序列", "series"),
        must("scenes", Type::List(&Type::Object(&SCENE)), "各章", "scenes"),
        may(
            "corrections",
            Type::List(&Type::Object(&CORRECTION)),
            "更正，新的在后",
            "corrections, the latest last",
        ),
    ],
};
static SOURCE: Object = Object {
    fields: &[
        must("publisher", Type::Text, "发布者", "publisher"),
        may("title", Type::Text, "题名", "title"),
        must("date", Type::Value, "日期；null 为未印", "date; null: not printed"),
        may("url", Type::String, "网址", "address"),
        must("confidence", Type::Choice(&["high", "medium"]), "可信度", "confidence"),
        must("family", Type::String, "同一发布系统的代号", "id of the publisher's family"),
        may("interest", Type::Text, "发布者的利益关系", "the publisher's interest"),
        must("kind", Type::Choice(&["article", "context"]), "原文或他源", "the article or context"),
        may("inferred_date", Type::Text, "推断的日期", "inferred date"),
        may("via", Type::Text, "经由", "carried by"),
        may("checked", Type::String, "最后核对", "last checked"),
    ],
};
pub static SOURCES: Object =
    Object { fields: &[must("sources", Type::Map(&Type::Object(&SOURCE)), "来源", "sources")] };

const fn figure(required: bool) -> Field {
    Field { name: "figure", ty: Type::Ref(Target::Figure), required, zh: "数字", en: "figure" }
}
const fn list() -> Field {
    must("list", Type::Ref(Target::List), "名单", "list")
}
const fn note() -> Field {
    may("note", Type::Text, "图上说明", "note in the picture")
}
const fn title() -> Field {
    may("title", Type::Text, "小标题", "heading")
}
const TYPE: Field = must("type", Type::String, "图的类型", "chart type");
const WEIGHT: Field = may("weight", Type::Positive, "在一行中所占份量", "share of its row");

static EVENT: Object = Object {
    fields: &[figure(false), may("milestone", Type::Ref(Target::Milestone), "大事", "milestone")],
};
static WORD: Object = Object {
    fields: &[
        may("list", Type::Ref(Target::List), "名单", "list"),
        may("name", Type::Ref(Target::Name), "名称", "name"),
        figure(false),
    ],
};
static PART: Object = Object { fields: &[figure(true), must("label", Type::Text, "名称", "label")] };
static NOTED: Object = Object {
    fields: &[figure(true), may("label", Type::Text, "另起的名称", "name in place of the figure's"), note()],
};
static UNIT_FIELD: Object = Object {
    fields: &[
        figure(true),
        must("per", Type::Positive, "一点代表多少", "how many one dot stands for"),
        note(),
        may("accent", Type::Choice(&crate::theme::ACCENTS), "颜色", "accent"),
    ],
};
static ICON_ROW: Object = Object {
    fields: &[
        must("icon", Type::Choice(&["school", "clinic", "health", "document"]), "图标", "icon"),
        must("title", Type::Text, "小标题", "heading"),
        may("list", Type::Ref(Target::List), "名单", "list"),
        figure(false),
        note(),
    ],
};
static SQUARE: Object = Object {
    fields: &[figure(true), may("derived", Type::Ref(Target::Figure), "换算后的数字", "converted figure")],
};
static PAIR: Object = Object {
    fields: &[
        must("from", Type::Ref(Target::Figure), "前一期的数字", "figure of the earlier period"),
        must("to", Type::Ref(Target::Figure), "后一期的数字", "figure of the later period"),
        may("label", Type::Text, "名称；缺省用后一个数字的名称", "label; absent: that of the later figure"),
    ],
};
static REFERENCE: Object = Object { fields: &[figure(true), must("label", Type::Text, "说明", "label")] };

/// Every chart type with its fields.
pub static CHARTS: &[(&str, Object)] = &[
    (
        "timeline",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                must("events", Type::List(&Type::OneOf(&EVENT)), "有日期的事", "dated events"),
                may(
                    "span",
                    Type::Ref(Target::Figure),
                    "从第一件事算起的年数",
                    "years counted from the first event",
                ),
                may(
                    "emblem",
                    Type::Choice(&["well"]),
                    "线上端的图形：well 油井",
                    "what stands on the line: well, a derrick",
                ),
                may("undated_title", Type::Text, "无日期者的小标题", "heading of the undated"),
                may(
                    "undated",
                    Type::List(&Type::OneOf(&WORD)),
                    "无日期者，不上轴",
                    "undated items, off the axis",
                ),
            ],
        },
    ),
    (
        "dot-line",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                title(),
                must("series", Type::Ref(Target::Series), "序列", "series"),
                may("band", Type::Ref(Target::Figure), "量级带", "size class as a band"),
                may(
                    "milestones",
                    Type::List(&Type::Ref(Target::Milestone)),
                    "标注的大事",
                    "annotated milestones",
                ),
                may("rail", Type::Bool, "年份格", "rail of year cells"),
                may(
                    "compare",
                    Type::List(&Type::Ref(Target::Figure)),
                    "原文所印，画空心环",
                    "the article's own, as rings",
                ),
                note(),
            ],
        },
    ),
    (
        "hub",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                must("core", Type::Ref(Target::Figure), "核心", "core figure"),
                must("core_label", Type::Text, "核心名称", "name of the core"),
                must("core_small", Type::Text, "核心小字", "small words above it"),
                list(),
                note(),
            ],
        },
    ),
    (
        "plots",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                must("title", Type::Text, "小标题", "heading"),
                must("tag", Type::Text, "标签", "tag"),
                must("parts", Type::List(&Type::Object(&PART)), "各部分", "parts"),
                note(),
            ],
        },
    ),
    (
        "goal-cells",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                figure(true),
                must("class", Type::Ref(Target::Figure), "每个的量级", "size class of each"),
                must("label", Type::Text, "名称", "label"),
                note(),
            ],
        },
    ),
    (
        "callouts",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                must("items", Type::List(&Type::Object(&NOTED)), "各数", "figures"),
                note(),
            ],
        },
    ),
    (
        "bars",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                title(),
                must("items", Type::List(&Type::Object(&NOTED)), "各条，同一单位", "bars of one unit"),
                note(),
            ],
        },
    ),
    (
        "index-pair",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                figure(true),
                must("base_label", Type::Text, "基期", "base period"),
                must("now_label", Type::Text, "当期", "current period"),
                note(),
            ],
        },
    ),
    (
        "waffle",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                title(),
                figure(true),
                must("cell_note", Type::Text, "一百格是什么", "what the hundred cells are"),
                note(),
            ],
        },
    ),
    (
        "word-ring",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                list(),
                figure(false),
                must("center", Type::Text, "中心小字", "small words in the centre"),
                note(),
            ],
        },
    ),
    (
        "unit-field",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                must("fields", Type::List(&Type::Object(&UNIT_FIELD)), "各组点", "fields of dots"),
                must("scale_note", Type::Text, "比例说明", "what one dot stands for"),
            ],
        },
    ),
    (
        "slope",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                title(),
                must(
                    "items",
                    Type::List(&Type::Object(&PAIR)),
                    "各项，每项两期",
                    "items, each in two periods",
                ),
                note(),
            ],
        },
    ),
    (
        "stacks",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                must("title", Type::Text, "小标题", "heading"),
                must("figures", Type::List(&Type::Ref(Target::Figure)), "各数", "figures"),
                note(),
            ],
        },
    ),
    (
        "icon-rows",
        Object {
            fields: &[TYPE, WEIGHT, must("rows", Type::List(&Type::Object(&ICON_ROW)), "各行", "rows")],
        },
    ),
    (
        "block-stack",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                figure(true),
                may("columns", Type::Whole, "每行几块", "blocks a row"),
                must("block_note", Type::Text, "一块是多少", "what one block is"),
                must("window_note", Type::Text, "期间说明", "note on the window"),
            ],
        },
    ),
    (
        "rate-rings",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                must("items", Type::List(&Type::Object(&NOTED)), "各率", "rates"),
                note(),
            ],
        },
    ),
    (
        "area-squares",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                must("items", Type::List(&Type::Object(&SQUARE)), "各块", "areas"),
                may("reference", Type::Object(&REFERENCE), "作比例的方块", "square that gives the scale"),
                note(),
            ],
        },
    ),
    (
        "word-wheel",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                list(),
                must("center", Type::Text, "中心文字", "words in the centre"),
                note(),
            ],
        },
    ),
    (
        "clock",
        Object {
            fields: &[TYPE, WEIGHT, figure(true), must("title", Type::Text, "小标题", "heading"), note()],
        },
    ),
    ("plaques", Object { fields: &[TYPE, WEIGHT, list(), note()] }),
    ("outlines", Object { fields: &[TYPE, WEIGHT, list(), note()] }),
    (
        "words",
        Object {
            fields: &[
                TYPE,
                WEIGHT,
                must("title", Type::Text, "小标题", "heading"),
                must("items", Type::List(&Type::OneOf(&WORD)), "各项", "items"),
                note(),
            ],
        },
    ),
];

/// The names of all chart types.
pub fn chart_names() -> impl Iterator<Item = &'static str> + Clone {
    CHARTS.iter().map(|(name, _)| *name)
}

/// A reference found while checking, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    pub target: Target,
    pub id: String,
    pub at: usize,
    pub path: String,
}

/// What a walk over a document finds besides diagnostics.
#[derive(Debug, Default)]
pub struct Findings {
    pub references: Vec<Reference>,
    /// Narration, titles and subtitles: text, offset, path.
    pub templates: Vec<(String, usize, String)>,
}

/// Walks a document against an object's table.
pub struct Check<'a> {
    pub file: &'a SourceText,
    pub diagnostics: &'a mut Diagnostics,
    pub findings: Findings,
}

impl Check<'_> {
    fn error(&mut self, code: &'static str, at: usize, path: &str, message: Both, help: Both) {
        self.diagnostics.add(Severity::Error, code, self.file, at, path, message, help);
    }

    fn wrong(&mut self, node: &Node, path: &str, zh: &str, en: &str) {
        let kind = node.kind();
        let help = retype(node, en).unwrap_or_else(|| Both::new(format!("改成{zh}"), format!("write {en}")));
        self.error(
            "wrong-type",
            node.at,
            path,
            Both::new(
                format!("这里应是{}，写的是{}", bare(zh), kind.zh),
                format!("expected {}, found {}", bare(en), kind.en),
            ),
            help,
        );
    }

    fn out_of_range(&mut self, node: &Node, path: &str, digits: &str, help: Both) {
        let message =
            Both::new(format!("数字 {digits} 太大"), format!("the number {digits} is out of range"));
        self.error("number-range", node.at, path, message, help);
    }

    fn blank(&mut self, node: &Node, path: &str) {
        let message = Both::new("文字是空的", "the text is empty");
        self.error("empty-text", node.at, path, message, Both::new("写上文字", "write the text"));
    }

    pub fn object(&mut self, node: &Node, object: &'static Object, path: &str) {
        let Value::Object(members) = &node.value else {
            // an object of this kind as it is typed, so that the brackets need not be guessed
            let like = like(object);
            return self.wrong(node, path, &format!("对象 {like}"), &format!("an object {like}"));
        };
        let names: Vec<&str> = object.fields.iter().map(|f| f.name).collect();
        let join = |name: &str| if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
        let absent: Vec<&str> = names.iter().copied().filter(|n| node.get(n).is_none()).collect();
        let mut slips = Vec::new();
        for (key, value) in members {
            match object.fields.iter().find(|f| f.name == key.name) {
                None if key.name == COMMENT => self.value(value, &Type::String, &join(&key.name)),
                // hundreds of unknown names are no slips of the finger; looking for the nearest of each takes long
                None if self.diagnostics.is_full() => self.diagnostics.count_only(),
                Some(field) => {
                    let path = join(&key.name);
                    let blank = value.str().is_some_and(|s| s.trim().is_empty());
                    if blank && field.required && matches!(field.ty, Type::String) {
                        self.blank(value, &path);
                    } else {
                        self.value(value, &field.ty, &path);
                    }
                }
                None if zero_baseline::asks(path, &key.name) => {
                    let (message, help) = zero_baseline::words(&key.name);
                    self.error(zero_baseline::CODE, key.at, &join(&key.name), message, help);
                }
                None => {
                    let near = nearest(&key.name, absent.iter().copied());
                    slips.extend(near);
                    let help = match near {
                        Some(n) => Both::new(format!("是不是想写“{n}”？"), format!("did you mean \"{n}\"?")),
                        None => Both::new(
                            format!("这里可写：{}", names.join("、")),
                            format!("allowed here: {}", names.join(", ")),
                        ),
                    };
                    let message = Both::new(
                        format!("不认识的字段“{}”", key.name),
                        format!("unknown field \"{}\"", key.name),
                    );
                    self.error("unknown-field", key.at, &join(&key.name), message, help);
                }
            }
        }
        for field in object.fields.iter().filter(|f| f.required && absent.contains(&f.name)) {
            // a misspelt field is already reported as such; saying that it is missing too would be a cascade
            if slips.contains(&field.name) {
                continue;
            }
            let name = field.name;
            if name == "source" {
                let (message, help) = unsourced::words();
                self.error(unsourced::CODE, node.at, &join(name), message, help);
                continue;
            }
            let help = match &field.ty {
                Type::Object(object) => like(object),
                ty => example(ty).to_string(),
            };
            self.error(
                "missing-field",
                node.at,
                &join(name),
                Both::new(
                    format!("缺“{name}”（{}）", field.zh),
                    format!("missing \"{name}\" ({})", field.en),
                ),
                Both::new(format!("加上 \"{name}\": {help}"), format!("add \"{name}\": {help}")),
            );
        }
    }

    fn value(&mut self, node: &Node, ty: &'static Type, path: &str) {
        if let Value::String(s) = &node.value {
            if s.chars().count() > MAX_STRING {
                let (message, help) = too_long();
                return self.error("too-long", node.at, path, message, help);
            }
        }
        match ty {
            Type::String => {
                if node.str().is_none() {
                    self.wrong(node, path, "文字", "text")
                }
            }
            Type::Number | Type::Positive | Type::Whole => match (&node.value, node.number()) {
                (Value::Number(digits), None) => {
                    self.out_of_range(node, path, digits, Both::new("写小些", "write a smaller one"))
                }
                (_, Some(n)) if matches!(ty, Type::Whole) && (n < 0.0 || n.fract() != 0.0) => {
                    self.wrong(node, path, "从0起的整数", "a whole number from 0")
                }
                (_, Some(n)) if matches!(ty, Type::Positive) && n <= 0.0 => {
                    self.wrong(node, path, "大于0的数字", "a number above 0")
                }
                (_, None) => self.wrong(node, path, "数字", "a number"),
                _ => {}
            },
            Type::Bool => {
                if node.bool().is_none() {
                    self.wrong(node, path, "true 或 false", "true or false")
                }
            }
            Type::Value => match &node.value {
                // how large a number may be is asked where it is read, so that a slip is told once
                Value::Number(_) | Value::String(_) | Value::Null => {}
                _ => self.wrong(node, path, "数字、日期文字或 null", "a number, a date as text, or null"),
            },
            Type::Choice(options) => match node.str() {
                None => self.wrong(node, path, "文字", "text"),
                Some(s) if options.contains(&s) => {}
                Some(s) => {
                    let list = options.join(", ");
                    let help = match suggest::choice(s, options.iter().copied()) {
                        Some(n) => Both::new(
                            format!("是不是想写“{n}”？可用：{list}"),
                            format!("did you mean \"{n}\"? allowed: {list}"),
                        ),
                        None => Both::new(format!("可用：{list}"), format!("allowed: {list}")),
                    };
                    let message =
                        Both::new(format!("没有“{s}”这个取值"), format!("\"{s}\" is not one of the values"));
                    self.error("unknown-value", node.at, path, message, help);
                }
            },
            Type::Unit => self.value(node, &Type::Ref(Target::Unit), path),
            Type::Ref(target) => match node.str() {
                Some(s) => self.findings.references.push(Reference {
                    target: *target,
                    id: s.to_string(),
                    at: node.at,
                    path: path.to_string(),
                }),
                None => self.wrong(node, path, "代号（文字）", "an id as text"),
            },
            Type::Text | Type::Template => {
                static TEXT: Object = Object {
                    fields: &[
                        must("zh", Type::String, "中文", "Chinese"),
                        must("en", Type::String, "英文", "English"),
                    ],
                };
                if !matches!(node.value, Value::Object(_)) {
                    let (zh, en) = ("{\"zh\": …, \"en\": …}", "an object {\"zh\": …, \"en\": …}");
                    return self.wrong(node, path, zh, en);
                }
                self.object(node, &TEXT, path);
                for (key, value) in node.members() {
                    let place = format!("{path}.{}", key.name);
                    match value.str() {
                        Some(s) if matches!(ty, Type::Template) && !s.trim().is_empty() => {
                            self.findings.templates.push((s.to_string(), value.at, place))
                        }
                        _ => {}
                    }
                }
            }
            Type::Object(object) => self.object(node, object, path),
            Type::OneOf(object) => self.one_of(node, object, path),
            Type::List(inner) => match &node.value {
                Value::Array(items) => {
                    for (i, item) in items.iter().enumerate() {
                        self.value(item, inner, &format!("{path}[{i}]"));
                    }
                }
                _ => self.wrong(node, path, "列表 […]", "a list […]"),
            },
            Type::Map(inner) => match &node.value {
                Value::Object(members) => {
                    for (key, item) in members {
                        let place = format!("{path}.{}", key.name);
                        if !is_id(&key.name) {
                            self.bad_id(key, &place);
                            continue;
                        }
                        self.value(item, inner, &place);
                    }
                }
                _ => self.wrong(node, path, "对象 {…}", "an object {…}"),
            },
            Type::Chart => self.chart(node, path),
        }
    }

    fn bad_id(&mut self, key: &Key, path: &str) {
        let message =
            Both::new(format!("“{}”不能作代号", key.name), format!("\"{}\" cannot be an id", key.name));
        let help = if key.name == COMMENT {
            Both::new("把注释写进某一项里面", "put the comment inside one of the entries")
        } else {
            Both::new(
                "只用字母、数字、连字符和下划线，以字母或数字开头",
                "use letters, digits, hyphens and underscores, and begin with a letter or digit",
            )
        };
        self.error("bad-id", key.at, path, message, help);
    }

    fn one_of(&mut self, node: &Node, object: &'static Object, path: &str) {
        let before = self.diagnostics.len();
        self.object(node, object, path);
        let given = object.fields.iter().filter(|f| node.get(f.name).is_some()).count();
        if given == 1 || self.diagnostics.len() > before || self.diagnostics.is_full() {
            return;
        }
        let names: Vec<&str> = object.fields.iter().map(|f| f.name).collect();
        let message = Both::new(
            format!("{}要恰好写一个，写了 {given} 个", names.join("、")),
            format!("exactly one of {} is needed, found {given}", names.join(", ")),
        );
        let help = Both::new(
            format!("写成 {{\"{}\": \"…\"}}", names[0]),
            format!("write {{\"{}\": \"…\"}}", names[0]),
        );
        self.error("one-of", node.at, path, message, help);
    }

    fn chart(&mut self, node: &Node, path: &str) {
        if !matches!(node.value, Value::Object(_)) {
            return self.wrong(node, path, "图 {\"type\": …}", "a chart {\"type\": …}");
        }
        let Some(name) = node.text("type") else {
            let message = Both::new("缺“type”：图的类型", "missing \"type\": which chart");
            let all = chart_names().collect::<Vec<_>>().join(", ");
            let help = Both::new(format!("可用：{all}"), format!("allowed: {all}"));
            return self.error("missing-field", node.at, &format!("{path}.type"), message, help);
        };
        match CHARTS.iter().find(|(n, _)| *n == name) {
            Some((_, object)) => self.object(node, object, path),
            None => {
                let all = chart_names().collect::<Vec<_>>().join(", ");
                let hint = suggest::choice(name, chart_names());
                let help = match hint {
                    Some(n) => Both::new(format!("是不是想写“{n}”？"), format!("did you mean \"{n}\"?")),
                    None => Both::new(format!("可用：{all}"), format!("allowed: {all}")),
                };
                let at = node.get("type").map_or(node.at, |n| n.at);
                let message =
                    Both::new(format!("没有“{name}”这种图"), format!("there is no chart \"{name}\""));
                self.error("unknown-chart", at, &format!("{path}.type"), message, help);
            }
        }
    }
}

/// What was typed, written as it was meant, where that is plain. `wanted` is the English of what belongs there.
fn retype(node: &Node, wanted: &str) -> Option<Both> {
    let same = |text: String| Both::new(format!("写成 {text}"), format!("write {text}"));
    match &node.value {
        Value::String(s) if wanted.contains("number") => {
            let digits: String = s.chars().filter(|c| c.is_ascii_digit() || ".-".contains(*c)).collect();
            digits.parse::<f64>().is_ok().then(|| {
                Both::new(format!("去掉引号，写成 {digits}"), format!("write {digits} without quotes"))
            })
        }
        Value::String(s) if wanted.starts_with("true") => {
            let yes = ["true", "yes", "1", "是", "对"].contains(&s.to_ascii_lowercase().as_str());
            Some(same(if yes { "true" } else { "false" }.into()))
        }
        Value::Number(n) if wanted.starts_with("true") => Some(same((n != "0").to_string())),
        Value::String(s)
            if wanted.contains("an object {\"zh\"") && ["等", "and others"].contains(&s.trim()) =>
        {
            Some(Both::new(
                "删去这一项，名单的 open 写 true",
                "remove this item and write \"open\": true in the list",
            ))
        }
        // the one text that the object holds
        Value::String(s) if wanted.ends_with(": \"…\"}") && !wanted.contains(", ") && is_id(s) => {
            wanted.strip_prefix("an object ").map(|object| same(object.replace('…', s)))
        }
        Value::String(s) if wanted.contains("an object {\"zh\"") => {
            let s: String = s.chars().take(20).collect();
            Some(same(format!("{{\"zh\": \"{s}\", \"en\": \"…\"}}")))
        }
        Value::Number(n) if wanted.contains("text") => Some(same(format!("\"{n}\""))),
        Value::Object(_) | Value::String(_) if wanted.contains("a list") => {
            Some(Both::new("用方括号括起来：[…]", "put it in square brackets: […]"))
        }
        _ => None,
    }
}

/// What is said of a text beyond `MAX_STRING`.
pub(crate) fn too_long() -> (Both, Both) {
    let message =
        Both::new(format!("文字超过 {MAX_STRING} 字"), format!("text longer than {MAX_STRING} characters"));
    (message, Both::new("缩短它", "shorten it"))
}

/// "an object" of "an object {…}": what was found needs no braces to compare with.
fn bare(words: &str) -> &str {
    match words.split_once(" {") {
        Some((before, _)) if before.ends_with("object") || before.ends_with("对象") => before,
        _ => words,
    }
}

/// An object with the fields that it must have: {"zh": "…", "en": "…"}.
fn like(object: &Object) -> String {
    // where one of the fields is enough, the first
    let must = object.fields.iter().filter(|f| f.required).count();
    let shown = object.fields.iter().enumerate().filter(|(i, f)| f.required || must == 0 && *i == 0);
    let fields: Vec<String> =
        shown.map(|(_, f)| f).map(|f| format!("\"{}\": {}", f.name, example(&f.ty))).collect();
    if fields.is_empty() || fields.len() > 4 {
        return "{…}".into();
    }
    format!("{{{}}}", fields.join(", "))
}

fn example(ty: &Type) -> &'static str {
    match ty {
        Type::Text | Type::Template => "{\"zh\": \"…\", \"en\": \"…\"}",
        Type::String => "\"…\"",
        Type::Number | Type::Positive | Type::Whole => "1",
        Type::Bool => "false",
        Type::Value => "80",
        Type::Choice(_) => "\"…\"",
        Type::Unit => "\"percent\"",
        Type::Ref(_) => "\"…\"",
        Type::Object(o) if o.fields.first().is_some_and(|f| f.name == "id") => "{\"id\": \"…\"}",
        Type::Object(_) | Type::OneOf(_) | Type::Map(_) | Type::Chart => "{…}",
        Type::List(_) => "[…]",
    }
}
