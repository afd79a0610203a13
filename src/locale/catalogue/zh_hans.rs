//! Chinese in simplified characters.
//!
//! **Invariant**: everything that belongs to this language and to no other stands here.

use crate::locale::catalogue::{BoundsSaid, Breaks, Catalogue, Directions};
use crate::locale::date::{Date, Part};
use crate::locale::message::Message;
use crate::locale::number::{
    bound_phrase, form_of, Decimal, Digits, Format, Phrase, Power, Quantity, Rank, UnitForms,
};
use crate::locale::Locale;
use crate::statement::{Bound, Form};

pub(super) static CATALOGUE: Catalogue = Catalogue {
    tag: "zh-Hans",
    code: "zh",
    name: "简体中文",
    name_for_editors: "中文 · Chinese",
    short: "中",
    spaced: false,
    digits: Digits { decimal: ".", group: "", group_from: usize::MAX, range: "至" },
    powers: &[
        Power { format: Format::Wan, places: 4, word: "万" },
        Power { format: Format::Yi, places: 8, word: "亿" },
    ],
    axis_powers: &[(4, "万"), (8, "亿"), (12, "万亿")],
    units: &UNITS,
    bound_words: &BOUND_WORDS,
    bounds_said: BoundsSaid {
        exact: &["正好", "恰好", "刚好", "恰为", "正好是", "恰好是", "刚好是", "整整"],
        behind: &[
            ("以上", "at_least"),
            ("以下", "up_to"),
            ("以内", "up_to"),
            ("左右", "about"),
            ("上下", "about"),
            ("多", "more_than"),
            ("余", "more_than"),
            ("级", "class"),
            ("等", "open_list"),
        ],
        ambiguous: &["突破", "超过", "超", "近", "多", "余", "级", "等", "上下", "以内"],
    },
    behind_numbers: &["万", "亿", "%", "％", "‰", "倍"],
    is_letter: |c| ('\u{2e80}'..='\u{9fff}').contains(&c),
    number_words: &[
        "分之", "一半", "半数", "过半", "翻番", "半", "成", "番", "翻", "倍", "数", "几", "一", "二", "两",
        "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿",
    ],
    inferred_words: &["推断", "推算", "据推", "暗含"],
    goal_words: &["目标", "力争", "争取", "计划", "规划"],
    forecast_words: &["预测", "预计", "预期", "展望"],
    goal_names: &["目标", "目标值", "预测", "预测值", "预期值"],
    goal_links: &["：", ":"],
    per_words: &["每"],
    year_parts: &["上半年", "下半年", "一季度", "二季度", "三季度", "四季度", "季度", "月"],
    year_before: &["上年", "上一年", "前一年", "去年", "上年同期", "去年同期", "上年同月", "上年同季"],
    plan_names: &["五年计划", "五年规划", "五计划", "五规划", "五”计划", "五”规划", "计划年度"],
    aim_words: &["目标", "计划", "规划", "蓝图", "愿景", "未来", "力争", "争取", "预计", "将", "拟"],
    directions: Directions {
        rises: &[
            "增长", "增加", "上升", "提高", "上涨", "增幅", "涨幅", "升幅", "扩大", "多增", "回升", "攀升",
            "涨", "升", "增",
        ],
        falls: &[
            "下降", "减少", "降低", "下滑", "下跌", "回落", "降幅", "跌幅", "减幅", "缩减", "缩小", "萎缩",
            "少增", "跌", "降", "减",
        ],
        from: &["从", "由"],
        to: &["到", "至", "为"],
        links: &["了", "约", "近", "超过", "超", "达", "为", "仅", "逾", "不足", "至少"],
        rises_behind: &["的增长", "的增幅", "的涨幅", "的升幅", "的增速"],
        falls_behind: &["的下降", "的降幅", "的跌幅", "的减幅"],
    },
    breaks: Breaks {
        // clreq 3.1.3: closing marks, stops, and the percent sign
        no_start: "，。、；：？！）》”’」』】〕％…—·～",
        no_end: "（《“‘「『【〔",
        before_digits: "超过约近第达",
        after_digits:
            "万亿余多％年月日季人元亩项个座种块点段章级吨公顷立方米平千瓦分钟岁届周天大以上下左右等起成倍",
        no_end_words: &[],
    },
    plural,
    phrase,
    range_words: &["至", "之间", "介于"],
    rank,
    date,
    within_year,
    message,
};

const UNITS: UnitForms = UnitForms {
    percent: &["%"],
    points: &["个百分点"],
    people: &["人"],
    years: &["年"],
    minutes: &["分钟"],
    items: &["项"],
    mu: &["亩"],
    hectares: &["公顷"],
    yuan: &["元"],
};

/// What the words usually say: 超 and 余 are strict, 以上 includes the number (Civil Code, art. 1259), 近 is about.
const BOUND_WORDS: [(&str, &str); 24] = [
    ("超", "more_than"),
    ("超过", "more_than"),
    ("余", "more_than"),
    ("多", "more_than"),
    ("逾", "more_than"),
    ("突破", "more_than"),
    ("以上", "at_least"),
    ("不少于", "at_least"),
    ("不低于", "at_least"),
    ("至少", "at_least"),
    ("以下", "up_to"),
    ("以内", "up_to"),
    ("至多", "up_to"),
    ("最多", "up_to"),
    ("不超过", "up_to"),
    ("不足", "less_than"),
    ("不满", "less_than"),
    ("不到", "less_than"),
    ("约", "about"),
    ("近", "about"),
    ("左右", "about"),
    ("上下", "about"),
    ("级", "class"),
    ("等", "open_list"),
];

fn plural(_: Decimal) -> usize {
    0
}

fn phrase(q: Quantity) -> Phrase {
    let (lead, trail) = q.around_digits();
    let scale = q.power;
    let mut p = Phrase { digits: q.digits, before: lead.into(), ..Phrase::default() };
    p.unit = [scale, trail].concat();
    // 可达 and 最高 are no bound words and stay as printed; what another language prints does not
    let is_chinese = q.printed.chars().any(|c| c >= '\u{2e80}');
    let word = |usual: &str| String::from(if is_chinese { q.printed } else { usual });
    match q.bound {
        Bound::Exact | Bound::Between if q.form == Form::OpenList => p.after = word("等"),
        Bound::Exact | Bound::Between => {}
        // 余 stands after the digits, before the unit; with 万 after it: 15万余人
        Bound::MoreThan if q.printed == "余" || q.printed == "多" => {
            if scale.is_empty() {
                p.between = q.printed.into();
            } else {
                p.unit = [scale, q.printed, trail].concat();
            }
        }
        Bound::MoreThan => p.before = word("超") + &p.before,
        Bound::LessThan => p.before = word("不足") + &p.before,
        Bound::AtLeast if !is_chinese || q.printed.ends_with(['上', '起']) => p.after = word("以上"),
        // 不少于, 不低于, 至少 come first
        Bound::AtLeast => p.before = word("") + &p.before,
        Bound::UpTo if !is_chinese || q.printed.starts_with('以') => p.after = word("以下"),
        // 最高, 可达, 至多 come first
        Bound::UpTo => p.before = word("") + &p.before,
        Bound::About if q.printed == "左右" || q.printed == "上下" => p.after = q.printed.into(),
        Bound::About => p.before = word("约") + &p.before,
        Bound::Nearly => p.before = word("近") + &p.before,
    }
    p
}

fn rank(rank: Rank) -> Phrase {
    let Rank { place, of, forms, bound } = rank;
    let written = |n: i64| Decimal::whole(n).written(&CATALOGUE.digits);
    let name = form_of(forms, 0);
    let after = of.map_or(String::new(), |of| {
        ["（共", &written(of), if name.is_empty() { "个" } else { name }, "）"].concat()
    });
    let first = if bound == Bound::UpTo { "前" } else { "第" };
    let usual = if bound == Bound::UpTo { Phrase::default() } else { bound_phrase(bound, Locale::Zh) };
    let unit = ["位", &usual.after].concat();
    Phrase { before: usual.before + first, digits: written(place), unit, after, ..Phrase::default() }
}

fn date(date: Date) -> String {
    let y = date.year;
    match date.part {
        Part::Year => format!("{y}年"),
        Part::Quarter(q) => format!("{y}年{}季度", ["一", "二", "三", "四"][(q as usize - 1).min(3)]),
        Part::Month(m) => format!("{y}年{m}月"),
        Part::Day(m, d) => format!("{y}年{m}月{d}日"),
    }
}

fn within_year(part: Part) -> String {
    match part {
        Part::Quarter(q) => format!("{}季", ["一", "二", "三", "四"][(q as usize - 1).min(3)]),
        Part::Month(m) => format!("{m}月"),
        Part::Year | Part::Day(..) => String::new(),
    }
}

fn message(message: Message) -> &'static str {
    match message {
        Message::Space => "",
        Message::Comma => "，",
        Message::Semicolon => "；",
        Message::Colon => "：",
        Message::Enumeration => "、",
        Message::Stop => "。",
        Message::ChapterGap => "　",
        Message::InBrackets => "（{0}）",
        Message::StatusOfBoth => "均为{0}",
        Message::StatusOfAll => "均为{0}",
        Message::Key => "读图",
        Message::Source => "来源：",
        Message::DrawnPeriod => "时期：",
        Message::OtherSource => "其他来源：",
        Message::SourcesCounted => "来源 {0} 家：",
        Message::SourcesMore => "{0}等",
        Message::Note => "注",
        Message::KeyExact => "实心：来源所写的数",
        Message::KeyMoreThan => "超、余：多于此数，超出多少未写明",
        Message::KeyAtLeast => "以上：含本数，向上未封口",
        Message::KeyUpTo => "以下：至多此数",
        Message::KeyAbout => "约、近：边界虚",
        Message::KeyNearly => "数前软边：近，略少于此数",
        Message::KeyFallMoreThan => "末端敞开：降得比此数多",
        Message::KeyFallAtLeast => "短线加敞开：降此数或更多",
        Message::KeyFallLessThan => "向零敞开：降得比此数少",
        Message::KeyFallUpTo => "短线向零敞开：至多降此数",
        Message::KeyNotFinal => "浅色有框：初步数或估计数",
        Message::PartsNotListed => "未列出的部分",
        Message::KeyBetween => "斜线封口：在这两数之间",
        Message::KeyClass => "级：量级之名，不是数值",
        Message::KeyOpenList => "等：名单未完",
        Message::KeyTarget => "虚线空心：目标，不是成果",
        Message::KeyMissing => "细空条：未见公布",
        Message::KeyMissingDefined => "细空条：未见同口径数",
        Message::KeyAdjacent => "期间相邻、口径相同才连线",
        Message::KeyCompare => "空心圈：原文数字",
        Message::KeyContext => "点纹：非原文，另有来源",
        Message::KeyDiamond => "菱形：其他来源所记",
        Message::Goal => "目标",
        Message::Goals => "目标",
        Message::NotFound => "未见公布",
        Message::NoneSoDefined => "未见同口径数",
        Message::YearNotGiven => "年份未写",
        Message::WhatIsMissing => "还缺什么",
        Message::MissingItems => "{0}项未见公布",
        Message::TileRecords => "{0}条记录，不成一列",
        Message::TileLatest => "最近{0}",
        Message::OneScale => "各格同一比例尺",
        Message::HeadingTiles => "各组数据，一组一格",
        Message::And => "等",
        Message::Year => "{0}年",
        Message::YearSpan => "{0}—{1}年",
        Message::Years => "{0}—{1}",
        Message::YearLabel => "{0}年",
        Message::Nth => "第{0}{1}",
        Message::GoTo => "转到这一章：{0}",
        Message::GapUnpublished => "{0}年未见公布",
        Message::GapDefined => "{0}年未见同口径数",
        Message::GapShort => "{0}年",
        Message::Paragraph => "原文第{0}段",
        Message::Paragraphs => "原文第{0}段",
        Message::RecordPeriod => "期间",
        Message::RecordBound => "取值",
        Message::RecordKind => "性质",
        Message::RecordSource => "出处",
        Message::RecordInterest => "利害关系",
        Message::RecordProcessing => "处理",
        Message::RecordOthers => "其他来源",
        Message::RecordNote => "说明",
        Message::RecordCaution => "不能据此说",
        Message::RecordChecked => "核对",
        Message::RecordDenominator => "分母",
        Message::RecordBase => "基期",
        Message::RecordDeadline => "期限",
        Message::Deadline => "期限：{0}",
        Message::BasePeriod => "基期：{0}",
        Message::Against => "比{0}",
        Message::FirstNumber => "前一个数",
        Message::SecondNumber => "后一个数",
        Message::Result => "结果",
        Message::AsPrinted => "照录，未换算",
        Message::Counted => "按原文名单点数，原文未写此数",
        Message::Computed => "由程序算出（{0}）：{1}",
        Message::ByConversion => "换算，×{0}/{1}",
        Message::BySum => "相加",
        Message::ByDifference => "相减",
        Message::ByRatio => "相除",
        Message::ByShare => "占比",
        Message::NotStated => "来源未写明",
        Message::Citation => "{0}。来源：{1}。",
        Message::ColumnItem => "项目",
        Message::ColumnValue => "数值",
        Message::ColumnBound => "取值",
        Message::ColumnUnit => "单位",
        Message::ColumnPeriod => "期间",
        Message::ColumnSource => "来源",
        Message::BoundExact => "确数",
        Message::BoundPublished => "照公布数",
        Message::BoundComputed => "算出的数",
        Message::BoundMoreThan => "多于此数，不含本数",
        Message::BoundAtLeast => "此数或更多，含本数",
        Message::BoundUpTo => "此数或更少，含本数",
        Message::BoundLessThan => "少于此数，不含本数",
        Message::BoundAbout => "约数",
        Message::BoundClass => "量级，不是数值",
        Message::BoundOpenList => "名单未完",
        Message::KindLevel => "存量或水平",
        Message::KindFlow => "期间合计",
        Message::KindShare => "比例",
        Message::KindGrowth => "增速",
        Message::KindCount => "个数",
        Message::KindRank => "次序",
        Message::KindDate => "日期",
        Message::KindTarget => "目标，不是结果",
        Message::KindClass => "量级，不是数值",
        Message::Words => "文字",
        Message::NoSource => "所列来源均未见",
        Message::PointsStatement => "{0}：{1}，共{2}个数",
        Message::GapYear => "{0}：{1}未见公布",
        Message::GapYears => "{0}：{1}未见公布（{2}年）",
        Message::GapYearDefined => "{0}：{1}未见同口径数",
        Message::GapYearsDefined => "{0}：{1}未见同口径数（{2}年）",
        Message::CorrectedFrom => "更正于{0}：{1}原为{2}，现为",
        Message::CorrectedWhy => "。{0}",
        Message::FiguresInPicture => "图中有{0}个数",
        Message::CountNotExact => "{0}个不是确数",
        Message::CountGoals => "{0}个是目标",
        Message::CountYearsMissing => "{0}年未见公布",
        Message::AndMore => "另有{0}项",
        Message::ListGoesOn => "等",
        Message::ListCut => "……",
        Message::PointInPeriod => "{0}{1}",
        Message::SeriesSpan => "{0}：{1}个年份有数，最早{2}，最近{3}",
        Message::Extremes => "确数中最高是{0}，最低是{1}",
        Message::NotExactPoints => "不是确数的：{0}",
        Message::YearsMissing => "{0}年未见公布：{1}",
        Message::EndsDefinition => "首尾两年口径不同，不作比较",
        Message::EndsNotExact => "首尾两年不全是确数，不作比较",
        Message::EndsHigher => "最近一年高于最早一年",
        Message::EndsLower => "最近一年低于最早一年",
        Message::EndsEqual => "首尾两年相同",
        Message::FromSource => "；出自",
        Message::GroupItems => "{0}（{1}项）",
        Message::HeadingTimeline => "时间线",
        Message::HeadingCallouts => "各自成尺的数字",
        Message::HeadingRefused => "没有画的图",
        Message::NoChartHere => "此处不画图",
        Message::ArticleLabel => "原文",
        Message::CrowdedAbove => "图上挤不下的：",
        Message::ClassNotYear => "量级之名，不是某年产量",
        Message::AreaEquals => "合",
        Message::OtherScale => "此栏换比例：1点＝{0}{1}",
        Message::OneDrop => "一滴＝{0}",
        Message::OneDot => "一点＝{0}",
        Message::OneWindow => "一窗＝{0}",
        Message::LastBlock => "最后一块只画{0}块宽",
        Message::LastDrop => "最后一滴{0}",
        Message::LastDot => "最后一点{0}",
        Message::LastWindow => "最后一窗{0}",
        Message::UnitThenName => "{0}，{1}",
        Message::NotApplicable => "不适用",
        Message::BoundNearly => "略少于此数",
        Message::BoundBetween => "在两数之间，含两数",
        Message::KindForecast => "预测，不是结果",
        Message::KindRate => "比率",
        Message::KindChange => "增减量",
        Message::KindPoints => "百分点增减",
        Message::KindMultiple => "倍数",
        Message::KindRatio => "两数之比",
        Message::KindIndex => "指数",
        Message::StatusPreliminary => "初步数",
        Message::StatusRevised => "修订数",
        Message::StatusEstimated => "估计数",
        Message::StatusForecast => "预测",
        Message::CountNotFinal => "{0}个是初步数、修订数、估计数或预测",
        Message::KeyForecast => "点线空心：预测，不是结果",
        Message::KeyHollow => "空心：还没有的",
        Message::KeyLessThan => "不足：少于此数",
        Message::Fall => "下降",
        Message::Decrease => "减少",
        Message::Below => "低于",
        Message::NotAbove => "不高于",
        Message::Above => "高于",
        Message::NotBelow => "不低于",
        Message::KeyLists => "一格＝一份名单，实格＝点到名",
        Message::GuessYours => "你猜{0}",
        Message::GuessAnnounced => "猜一猜：{0}",
        Message::GuessRight => "猜中了，正是{0}。",
        Message::GuessNearest => "几乎猜中，来源写的是{0}。",
        Message::GuessTooLow => "低了，来源写的是{0}。",
        Message::GuessTooHigh => "高了，来源写的是{0}。",
        Message::GuessPossible => "可能，来源只说{0}。",
        Message::GuessAtFloor => "正好是下限，来源说{0}。",
        Message::GuessAtFloorIncluded => "正好是下限，也算在内：来源说{0}。",
        Message::GuessBelowFloor => "低于下限，来源说{0}。",
        Message::GuessAtCeiling => "正好是上限，来源说{0}。",
        Message::GuessAtCeilingIncluded => "正好是上限，也算在内：来源说{0}。",
        Message::GuessAboveCeiling => "高于上限，来源说{0}。",
        Message::GuessWithin => "在范围之内，来源说{0}。",
        Message::GuessBelowRange => "低于这个范围，来源说{0}。",
        Message::GuessAboveRange => "高于这个范围，来源说{0}。",
        Message::KeyDefinitions => "形状不同＝口径不同",
        Message::FromZero => "{0}，从0起",
        Message::YearsEmpty => "未见公布的年份空着",
        Message::EachItsScale => "两组各有各的尺，两图之间不比高低",
        Message::SideBySide => "{0}和{1}",
        Message::NothingFound => "没有相符的数据",
        Message::ColumnDefinition => "口径",
        Message::ColumnNotes => "说明与不同的说法",
        Message::FactUnit => "单位",
        Message::FactScope => "范围",
        Message::FactYears => "年份",
        Message::YearsFound => "{0}年里，有数的{1}年",
        Message::DefinitionsCount => "{0}种",
        Message::GuessAtAbout => "正是这个数，来源说{0}。",
        Message::GuessLowerThanAbout => "比这个数低，来源说{0}，差多少没有写。",
        Message::GuessHigherThanAbout => "比这个数高，来源说{0}，差多少没有写。",
    }
}
