//! Every code of a diagnostic with the reason why it is asked, for `duoyuan check` and for tools that list rules.
//!
//! **Invariant**: each code that the story room can report is here once (tests/diagnostics.rs collects them), in both
//! languages.

use crate::diagnostic::Both;

/// A code and its reason in Chinese and English.
pub type Code = (&'static str, &'static str, &'static str);

/// What may not be concluded: one file each in `rules`.
pub const RULES: &[Code] = &[
    ("unsourced", "每个数字都要能查到出处。", "Every number can be traced to where it was printed."),
    (
        "unstated-whole",
        "来源没有写明整体，就不能画成整体的一部分，也不能算剩下多少。",
        "Without a whole that the source states, nothing is drawn as its part and no remainder is computed.",
    ),
    (
        "bounded-arithmetic",
        "“超过”“以上”“约”只给了界限，拿它加减乘除会得出来源没有的数。",
        "A floor, a ceiling or an estimate gives only a bound; arithmetic with it makes a number nobody printed.",
    ),
    (
        "target-as-result",
        "目标、预测和量级不是结果，不能画成实心。",
        "A goal, a forecast or a size class is no result and is never drawn solid.",
    ),
    (
        "single-growth",
        "一个增速不是趋势，要写明和哪一期比；同一期间、同一基期的增速可以并排比。",
        "One growth rate is no trend and names its base; rates of one period and one base may be compared side by side.",
    ),
    (
        "overlapping-sum",
        "来源没有说互不重叠的数，相加会重复计算。",
        "Figures that are not declared disjoint may count the same thing twice.",
    ),
    (
        "part-over-whole",
        "部分不会多于整体，互不重叠的部分加起来也不会。",
        "A part is no more than its whole, and parts that do not overlap are together no more than it.",
    ),
    (
        "mixed-denominator",
        "分母不同的比例不能放在一根轴上比；一百格就是这个比例自己的整体。",
        "Shares of different wholes cannot be compared on one axis, and a hundred cells are the share's own whole.",
    ),
    ("mixed-unit", "单位不同的数不能放在一根轴上比。", "Figures of different units cannot be compared on one axis."),
    (
        "row-scale",
        "同一幅里的同类图，同一单位要用同一比例尺，长短才能比。",
        "Charts of one kind and one unit in one picture have one scale, so that their lengths can be compared.",
    ),
    ("window", "多年合计要带着它的年份，不能摊成每年。", "A total over several years keeps its years and is never made annual."),
    ("name-not-number", "名称里的数字不是数量。", "Digits inside a name are no quantity."),
    ("undated", "没有日期的事不能上时间轴。", "What has no date has no place on a time axis."),
    ("inferred", "推断的日期要写明是推断。", "A date that was inferred says so."),
    ("series-break", "口径或来源不同的点不连线，缺的年份不补。", "Points of different definitions are not joined, and gaps stay gaps."),
    ("open-list", "来源写了“等”，名单就没有完。", "Where the source says 等, the list goes on."),
    ("zero-baseline", "条和面积从零画起，长短才有意义。", "Bars and areas begin at zero; otherwise their size means nothing."),
    ("loose-number", "手写的数字可能与图不一致，也没有出处。", "A typed number may disagree with the chart, and has no source."),
    ("not-missing", "故事里有的数，不能说未见公布。", "A story does not call missing what it has a figure of."),
    ("qualifier-form", "这种图画不出这种说法。", "This form cannot show this kind of statement."),
    (
        "mark-count",
        "一个图里的点或格子至少一个，至多一万个。",
        "A chart draws at least one and at most 10,000 dots or blocks of a number.",
    ),
    (
        "direction-word",
        "句子里的升降和数字的正负要一致，下降只说一遍。",
        "A sentence goes the way its figure goes, and says a fall once.",
    ),
    (
        "comparison-word",
        "说多说少、说最高最低，要和数字一致，数字也要看得出来。",
        "What a text calls more, less or the most is so in the numbers, and the numbers show it.",
    ),
    ("repeated-item", "一份名单、一个图里，一项只有一个位置。", "In one list, and in one chart, a thing has one place."),
    ("qualifier-word", "原文的词和限定说的不是一回事。", "The printed word and the qualifier say different things."),
];

/// The shape of the files.
pub const SHAPE: &[Code] = &[
    (
        "encoding",
        "只读 UTF-8，别的编码会把汉字读错。",
        "Only UTF-8 is read; another encoding would garble the Chinese.",
    ),
    (
        "cut-short",
        "文件没有传完或存完，末尾的内容就丢了。",
        "A file that was not copied or saved to its end has lost what stood there.",
    ),
    ("spreadsheet", "网页只读 CSV。", "The page reads CSV only."),
    ("missing-file", "故事要用的文件都要在它的文件夹里。", "A story's files are all in its folder."),
    ("too-large", "文件至多 2 MB，手机才打得开。", "A file has at most 2 MB, so that a phone can open it."),
    ("too-deep", "括号至多套 32 层。", "Brackets nest at most 32 deep."),
    ("too-long", "一段文字至多两千字。", "A text has at most 2,000 characters."),
    ("too-many-points", "一个故事至多五万个点。", "A story has at most 50,000 points."),
    ("more-problems", "问题太多时只列出前面的。", "Of very many problems only the first are listed."),
    ("unreadable", "请把这个故事寄给开发者。", "Please send this story to the developers."),
    ("json-syntax", "JSON 的标点要成对、齐全。", "JSON needs all of its punctuation."),
    (
        "full-width-punctuation",
        "JSON 的标点是半角的；文字里面用全角没有问题。",
        "JSON's punctuation is plain; inside text full-width is fine.",
    ),
    ("trailing-comma", "逗号只写在两项之间。", "Commas stand between items only."),
    ("missing-comma", "两项之间要有逗号。", "Items have a comma between them."),
    (
        "unclosed-text",
        "文字写在一对半角引号之间，占一行。",
        "Text stands between a pair of plain quotes, on one line.",
    ),
    ("open-brace", "句子里的花括号引用数字：{代号}。", "Braces in a sentence quote a figure: {id}."),
    ("unclosed-bracket", "括号要成对。", "Brackets come in pairs."),
    ("quote-in-text", "文字里的引号用“”。", "Quotes inside text are curly."),
    ("number-form", "数字只写半角数字和小数点。", "A number is plain digits with at most one point."),
    ("unquoted", "文字和名称要加引号。", "Text and names stand in quotes."),
    (
        "comment",
        "JSON 没有注释，可以写 \"$comment\"。",
        "JSON has no comments; \"$comment\" is allowed everywhere.",
    ),
    (
        "invisible-character",
        "从网页或聊天中粘贴的文字常带看不见的字符。",
        "Text pasted from a page or a chat often has invisible characters.",
    ),
    ("duplicate-key", "同名写两次，只有一个会算数。", "Of two members of one name only one could count."),
    (
        "unknown-format",
        "format 说的是文件写法的版本。",
        "The format says which version of the file's rules is meant.",
    ),
    (
        "unknown-language",
        "每种语言的数字、日期和固定说法都在程序里，没有的就写不出。",
        "How a language writes numbers, dates and standing phrases is in the program; without that it cannot be shown.",
    ),
    ("empty-list", "这里至少要有一项。", "At least one item belongs here."),
    ("repeated-language", "一种语言只有一份文字。", "A language has one text."),
    (
        "undeclared-language",
        "读者只看得到 languages 里写的语言，别的文字没有人看。",
        "Readers see the languages that the story declares; nobody sees a text in another.",
    ),
    (
        "unknown-field",
        "不认识的字段不会起作用，多半是拼写。",
        "An unknown field has no effect; most are slips of spelling.",
    ),
    ("missing-field", "缺了它，图画不出来。", "The picture cannot be drawn without it."),
    ("wrong-type", "写法要与字段相符。", "A field takes one kind of value."),
    ("unknown-value", "只能从列出的取值里选。", "Only the listed values are known."),
    ("unknown-chart", "图的类型只有列出的这些。", "Only the listed chart types can be drawn."),
    ("one-of", "几个里面恰好写一个。", "Exactly one of several is written."),
    ("bad-id", "代号要用在链接和引用里。", "Ids are used in links and references."),
    ("bad-scene-id", "章的代号要用在链接里。", "A scene's id is used in links."),
    ("unknown-scene", "幕和链接指向写明的章。", "Acts and links lead to scenes that are defined."),
    ("too-many-items", "名单的一项最多配一个。", "An item of a list has one of them at most."),
    ("repeated-scene", "一章只属于一幕。", "A scene belongs to one act."),
    ("act-order", "幕的次序就是章的次序。", "Acts come in the order of their scenes."),
    ("bad-act-id", "各幕要有自己的代号。", "Each act has an id of its own."),
    ("long-note", "图下只有一行小注的位置。", "Below a picture there is one line for its note."),
    ("full-bleed", "铺满窗口的图，左上角留给文字。", "A picture that fills the window leaves its upper left corner to the text."),
    ("guess-not-drawn", "猜过的数，图上要有答案。", "What is guessed has its answer in the picture."),
    ("guess-no-number", "日期、缺数和量级名没有尺可猜。", "A date, a gap or the name of a class has no scale to guess it on."),
    (
        "guess-scale",
        "答案要在尺上，两边都留得出格。",
        "The scale holds the answer, with a step on either side where a bound is open.",
    ),
    ("guess-given-away", "没猜之前，哪里都不说答案。", "Before the guess nothing of the chapter tells the answer."),
    ("repeated-list", "同一份名单不能和自己比。", "A list is not compared with itself."),
    (
        "swapped-sides",
        "一对里的前一个，各处都是同一样东西；一个名称不写在别的数旁边。",
        "The first of a pair is the same thing everywhere in a chart, and no name stands beside the figure of another.",
    ),
    ("no-scenes", "没有章，就没有图可看。", "Without scenes there is nothing to see."),
    ("empty-text", "两种文字都要写。", "Both languages are shown to readers."),
    (
        "number-range",
        "太大、太长或超出范围的数，多半是打错了。",
        "A number out of range is most often a slip.",
    ),
    ("quoted-number", "引号里的是文字，不是数字。", "In quotes it is text, not a number."),
    ("bad-date", "日期决定点在轴上的位置。", "The date decides the place on the axis."),
    ("bad-period", "期间的起要早于止。", "A period begins before it ends."),
    ("measure-value", "数值要与所量的相符。", "A value fits its measure."),
    ("bound-value", "范围写两个数，别的限定只写一个数。", "A range has two numbers, every other bound one."),
    ("missing-unit", "没有单位的数没有意思。", "A number without its unit means nothing."),
    ("printed-number", "印的词和数值说的是一回事。", "The printed words and the value state one number."),
    ("missing-printed", "读者要看到来源用的原词。", "Readers see the word that the source printed."),
    ("missing-name", "量级只有名称，没有数值。", "A size class has a name and no value."),
    (
        "typed-derivation",
        "算出来的数由引擎算，不手写。",
        "The engine computes derived figures; nobody types them.",
    ),
    ("missing-factor", "换算要有系数。", "A conversion needs its factor."),
    ("bad-derivation", "输入、运算或除数不对。", "The inputs, the operation or the divisor do not fit."),
    ("unknown-figure", "引用要指向写明的数字。", "A reference names a figure that is defined."),
    ("unknown-source", "来源写在 sources.json 里。", "Sources are defined in sources.json."),
    ("unknown-list", "引用要指向写明的名单。", "A reference names a list that is defined."),
    ("unknown-series", "引用要指向写明的序列。", "A reference names a series that is defined."),
    ("unknown-milestone", "引用要指向写明的大事。", "A reference names a milestone that is defined."),
    ("unknown-name", "引用要指向写明的名称。", "A reference names a name that is defined."),
    ("unknown-unit", "单位写在 units 里，或用内置的。", "A unit is built in or defined under \"units\"."),
    ("unsafe-url", "链接只能是普通的 http 或 https 网址。", "Links are plain http or https addresses."),
    (
        "idle-caution",
        "告诫写在它所说的数字的出处里，没有数字就没有人看到。",
        "A caution stands in the records of its figures; without a figure that is shown nobody reads it.",
    ),
    ("correction-mismatch", "更正的结果要与图上的数字一致。", "A correction ends at what the picture shows."),
    ("empty-csv", "CSV 首行是列名。", "The first line of a CSV file names its columns."),
    (
        "no-points",
        "序列至少要有一个点，才有可画、可引用的数。",
        "A series needs a point to be drawn or quoted.",
    ),
    ("separator", "各格之间用半角逗号。", "Cells are separated by plain commas."),
    ("unknown-column", "不认识的列不会起作用。", "An unknown column has no effect."),
    ("duplicate-column", "每列只写一次。", "A column is given once."),
    ("missing-column", "期间、数值和来源三列必不可少。", "Period, value and source are needed."),
    ("too-many-cells", "格数要与首行相同。", "A line has as many cells as the first."),
    ("not-a-number", "数值列只写数字。", "The value column holds numbers only."),
    ("duplicate-period", "一个期间一行，引用才明确。", "One line a period, so that references are clear."),
];

/// Why a diagnostic of this code is told.
pub fn why(code: &str) -> Option<Both> {
    let (_, zh, en) = RULES.iter().chain(SHAPE).find(|(c, ..)| *c == code)?;
    Some(Both::new(*zh, *en))
}
