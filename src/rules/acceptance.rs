//! What a chart does not take, in words: each reason of `chart::acceptance` with its code, what it says and what to do.
//!
//! The help names the charts that do take the statement, which `chart::alternatives` asks of their tables, and never
//! another amount.

use crate::chart::acceptance::{refusals, Reason, Subject};
use crate::chart::alternatives::{alternatives, in_words};
use crate::chart::lines::{Line, Lines};
use crate::chart::small_multiples::SmallMultiples;
use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::geometry::number;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::record::measure_message;
use crate::model::vocabulary::CHARTS;
use crate::model::Facts;
use crate::rules::Bench;
use crate::statement::{Bound, Precision, Status};

pub(super) fn check(bench: &mut Bench, chart: &Chart) {
    for refusal in refusals(chart.acceptance(), bench.story) {
        let (code, said) = words(bench, refusal.reason);
        let (name, help) = match refusal.subject {
            Subject::Figure(ix) => (bench.name(ix), help(bench.story, ix, refusal.reason, chart)),
            Subject::List(ix) => (bench.list_name(ix), help_with_list(refusal.reason)),
        };
        let message =
            Both::new(format!("{}{}", name.zh(), said.zh()), format!("{} {}", name.en(), said.en()));
        bench.refuse(code, refusal.member, message, help);
    }
}

/// What a chart is called in newsrooms, with its word of the format in brackets where that is another one.
fn named(id: &str) -> (String, String) {
    let Some((_, zh, en)) = CHARTS.iter().find(|(known, ..)| *known == id) else {
        return (id.to_string(), id.to_string());
    };
    let en = if *en == id { en.to_string() } else { format!("{en} ({id})") };
    (format!("{zh}（{id}）"), en)
}

/// Says that one of some charts is to be used.
fn use_one_of(ids: &[&str]) -> Both {
    let (zh, en): (Vec<String>, Vec<String>) = ids.iter().map(|id| named(id)).unzip();
    let joined = |names: &[String], comma: &str, or: &str| match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => [&first.join(comma), or, last].concat(),
        None => String::new(),
    };
    Both::new(format!("改用{}", joined(&zh, "、", "或")), format!("use {}", joined(&en, ", ", " or ")))
}

/// What to do about a list: the chart of what it is, or words.
fn help_with_list(reason: Reason) -> Both {
    let with = |charts: &[&str], zh: &str, en: &str| {
        let help = use_one_of(charts);
        Both::new(format!("{}{zh}", help.zh()), format!("{}{en}", help.en()))
    };
    match reason {
        Reason::NoGoal => with(
            &["plaques", "words"],
            "；各项确是目标时，在名单里写 \"status\": \"target\"",
            "; if its items are goals, write \"status\": \"target\" in the list",
        ),
        _ => with(&["outlines", "words"], "", ""),
    }
}

/// Returns whether what is wrong is how several figures stand beside each other: another chart of them all would
/// refuse them too.
fn is_between(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::TooSmall
            | Reason::MixedUnit(_)
            | Reason::MixedWhole(_)
            | Reason::MixedMeasure(_)
            | Reason::MixedDefinition(_)
            | Reason::MixedPeriod(_)
            | Reason::MixedBase(_)
            | Reason::MixedPrices(_)
            | Reason::MayOverlap(_)
            | Reason::UnlikePeriods(_)
            | Reason::Backwards(_)
            | Reason::UnknownOrder(_)
    )
}

/// What to do about it: other charts, after what would help in this one.
fn help(facts: &Facts, figure: FigureIx, reason: Reason, chart: &Chart) -> Both {
    let charts: Vec<&str> = match is_between(reason) {
        true => in_words().collect(),
        false => alternatives(facts, figure, chart.name()),
    };
    let other = use_one_of(&charts);
    let (zh, en) = (other.zh().to_string(), other.en().to_string());
    let before =
        |own_zh: String, own_en: String| Both::new(format!("{own_zh}；或{zh}"), format!("{own_en}, or {en}"));
    // a table refuses an order and nothing else
    if let Chart::Table(_) = chart {
        return before(
            "照所写的次序排（\"sort\": \"given\"）".into(),
            "keep the rows in the order in which they are written (\"sort\": \"given\")".into(),
        );
    }
    let takes =
        |other: Option<Chart>| other.is_some_and(|other| refusals(other.acceptance(), facts).is_empty());
    match reason {
        Reason::TooMany { per: Some(per), .. } => {
            let per = number(per);
            before(
                format!("让一个点代表 {per}（\"per\": {per}）"),
                format!("let one mark stand for {per} (\"per\": {per})"),
            )
        }
        Reason::TooFew { per } => {
            let per = number(per);
            before(
                format!("让一个点代表 {per}（\"per\": {per}）"),
                format!("let one mark stand for {per} (\"per\": {per})"),
            )
        }
        Reason::NoWhole => before(
            "来源写明了整体，就在这个数字里写明它（part_of）".into(),
            "where the source does state the whole, name it in the figure (part_of)".into(),
        ),
        Reason::NoGoal => {
            before(
            "确是目标时，在数字里写 \"status\": \"target\"".into(),
            "if it is a goal, write \"status\": \"target\" in the figure".into(),
        )
        }
        Reason::MixedBase(_) => before(
            "确是同一种比法（都与上年比）时，base 写同一期".into(),
            "where both are compared in one way (each with the year before), write the same period as base".into(),
        ),
        Reason::MixedUnit(_) => before(
            "能换算的，先由程序换算成同一单位（derived 的 convert）".into(),
            "have one of them converted to the unit of the other first (derived, convert)".into(),
        ),
        Reason::TooManyPeriods(_) if !charts.contains(&"lines") && takes(as_lines(chart)) => {
            before("改用折线图（lines）".into(), "use lines".into())
        }
        Reason::TooManyLines(_) if takes(as_panels(chart)) => before(
            "改用同尺小图（small-multiples），一格一条".into(),
            "use small multiples (small-multiples), a panel for each line".into(),
        ),
        // panels of unlike definitions are not compared
        Reason::TooManyLines(_) => {
            before("把线分到两个图里".into(), "put some of the lines into a second chart".into())
        }
        Reason::TooManyPanels(_) => {
            before("把序列分到两个图里".into(), "put some of the series into a second chart".into())
        }
        Reason::MayOverlap(_) => before(
            "来源写明两者互不重叠时，在其中一个数字里写明（disjoint_with）".into(),
            "where the source says that they do not overlap, say so in one of the two figures (disjoint_with)".into(),
        ),
        Reason::Backwards(_) => before(
            "前一期写在 from，后一期写在 to".into(),
            "write the earlier one as from and the later one as to".into(),
        ),
        Reason::Undated => Both::new(
            "放到没有日期的一栏（undated）；另有来源写明年份时，登记为一件大事（milestone）",
            "list it among what has no date (undated); where another source gives the year, enter it as an event \
             (milestone)",
        ),
        _ => Both::new(zh, en),
    }
}

/// The series of columns as a line; nothing where other figures stand beside it, for which lines have no place.
fn as_lines(chart: &Chart) -> Option<Chart> {
    let Chart::Columns(columns) = chart else { return None };
    let items = vec![Line { series: columns.series, label: None }];
    columns.figures.is_empty().then_some(Chart::Lines(Lines { title: None, items, note: None }))
}

/// The series of lines as a panel each.
fn as_panels(chart: &Chart) -> Option<Chart> {
    let Chart::Lines(lines) = chart else { return None };
    Some(Chart::SmallMultiples(SmallMultiples { title: None, items: lines.items.clone(), note: None }))
}

/// The code of a reason, and what it says behind the name of a figure.
fn words(bench: &Bench, reason: Reason) -> (&'static str, Both) {
    let with = |ix: FigureIx| bench.name(ix);
    match reason {
        Reason::Measure(measure) => {
            let name = measure_message(measure);
            let (zh, en) = (name.get(Locale::Zh), name.get(Locale::En));
            let an = if en.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            let zh = format!("是{zh}，这种图画不出它的意思");
            ("qualifier-form", Both::new(zh, format!("is {an} {en}, which this chart cannot draw")))
        }
        Reason::Change => (
            "single-growth",
            Both::new(
                "是增减，不能画成走势或数量",
                "says how something changed and may not be drawn as a trend or an amount",
            ),
        ),
        Reason::NotAShare => (
            "unstated-whole",
            Both::new(
                "不能画成整体的一部分：它不是占整体的比例",
                "cannot be drawn as part of a whole: it is not a share of a whole",
            ),
        ),
        Reason::NoWhole => (
            "unstated-whole",
            Both::new(
                "不能画成整体的一部分：来源没有写明它是什么的一部分",
                "cannot be drawn as part of a whole: the source does not say what it is a part of",
            ),
        ),
        Reason::NoResult(status) => {
            let (zh, en) = status_words(status);
            (
                "target-as-result",
                Both::new(
                    format!("是{zh}，不能画成结果"),
                    format!("is {en} and may not be drawn as a result"),
                ),
            )
        }
        Reason::NoGoal => (
            "target-as-result",
            Both::new("不是目标，不能画成虚线", "is not a goal and may not be drawn as one"),
        ),
        Reason::Bound(bound) => {
            let (zh, en) = bound_words(bound);
            (
                "qualifier-form",
                Both::new(
                    format!("是{zh}，这种图画不出它的意思"),
                    format!("is {en}, which this chart cannot show"),
                ),
            )
        }
        Reason::Class => (
            "target-as-result",
            Both::new(
                "是“千亿级”这样的量级，不是数值，不能画成结果",
                "is a size class such as \"100-billion class\", not a number, and may not be drawn as a result",
            ),
        ),
        Reason::NoClass => (
            "qualifier-form",
            Both::new("不是量级，不能画成量级", "is no size class and may not be drawn as one"),
        ),
        Reason::OpenList => (
            "qualifier-form",
            Both::new(
                "数的是一份没有列完的名单（等），这种图画不出它的意思",
                "counts the named items of a list that goes on, which this chart cannot show",
            ),
        ),
        Reason::Missing => (
            "qualifier-form",
            Both::new("未公布，这种图里没有它的位置", "is not published and has no place in this chart"),
        ),
        Reason::NotApplicable => (
            "qualifier-form",
            Both::new("不适用，这种图里没有它的位置", "cannot exist and has no place in this chart"),
        ),
        Reason::Negative => (
            "qualifier-form",
            Both::new(
                "是负数，这种图在零以下没有位置",
                "is negative, and this chart has no place below zero",
            ),
        ),
        Reason::NegativeCount => (
            "mark-count",
            Both::new("是负数，画不成点或格子", "is negative and cannot be counted out in dots or blocks"),
        ),
        Reason::Undated => {
            ("undated", Both::new("没有日期，不能放上时间轴", "has no date and may not stand on a time axis"))
        }
        Reason::Precision(precision) => {
            let (zh, en) = precision_words(precision);
            (
                "series-break",
                Both::new(
                    format!("的期间是{zh}，这种图的轴上没有它的位置"),
                    format!("is of {en}, for which the axis of this chart has no place"),
                ),
            )
        }
        Reason::TooMany { marks, .. } => {
            let marks = number(marks);
            (
                "mark-count",
                Both::new(
                    format!("要画{marks}个，超过一万个就看不清，也动不流畅"),
                    format!("would take {marks} marks; more than 10,000 can neither be told apart nor moved smoothly"),
                ),
            )
        }
        Reason::TooFew { .. } => ("mark-count", Both::new("连一个点也画不出来", "is less than one dot")),
        Reason::Broken => (
            "mark-count",
            Both::new(
                "在这张图里不是整数个记号；只画整个的，会多出或少掉",
                "is no whole number of marks in this chart; whole marks only would say more or less",
            ),
        ),
        Reason::AtMost(most) => (
            "mark-count",
            Both::new(
                format!("太多，这种图最多画{most}个"),
                format!("is too many: this chart draws at most {most}"),
            ),
        ),
        Reason::TooSmall => (
            "mark-count",
            Both::new(
                "按同一比例画不到一个像素，看起来像没有",
                "would be thinner than a pixel at this scale and look like nothing",
            ),
        ),
        Reason::BeyondWhole => (
            "qualifier-form",
            Both::new("超出了这种图所代表的整体", "is more than the whole that this chart stands for"),
        ),
        Reason::Unit(unit) => {
            let [zh, en] = [Locale::Zh, Locale::En].map(|locale| unit_name(unit, locale));
            (
                "qualifier-form",
                Both::new(
                    format!("的单位不是“{zh}”，这种图只画它"),
                    format!("is not in {en}, which this chart is for"),
                ),
            )
        }
        Reason::MixedUnit(other) => {
            let other = with(other);
            (
                "mixed-unit",
                Both::new(
                    format!("与{}单位不同，不能用同一比例", other.zh()),
                    format!("and {} have different units and cannot share a scale", other.en()),
                ),
            )
        }
        Reason::MixedWhole(other) => {
            let other = with(other);
            (
                "mixed-denominator",
                Both::new(
                    format!("与{}是不同整体里的比例，不能放在同一尺度上", other.zh()),
                    format!("and {} are shares of different wholes and cannot stand on one scale", other.en()),
                ),
            )
        }
        Reason::MixedMeasure(other) => {
            let other = with(other);
            (
                "mixed-unit",
                Both::new(
                    format!("与{}量的不是同一种东西，不能用同一比例", other.zh()),
                    format!("and {} measure different things and cannot share a scale", other.en()),
                ),
            )
        }
        Reason::MixedDefinition(other) => {
            let other = with(other);
            (
                "series-break",
                Both::new(
                    format!("与{}统计口径不同，不能放在同一尺度上", other.zh()),
                    format!("and {} were counted by different definitions and cannot stand on one scale", other.en()),
                ),
            )
        }
        Reason::UnlikePeriods(other) => {
            let other = with(other);
            (
                "series-break",
                Both::new(
                    format!("与{}的期间长短不同，不能连线", other.zh()),
                    format!("and {} have periods of unlike length and cannot be joined", other.en()),
                ),
            )
        }
        Reason::Backwards(other) => {
            let other = with(other);
            (
                "series-break",
                Both::new(
                    format!("早于{}，从左到右连线就把时间倒过来了：升成了降，降成了升", other.zh()),
                    format!(
                        "is of an earlier time than {}: a line from left to right would turn a rise into a fall, or a fall \
                         into a rise",
                        other.en()
                    ),
                ),
            )
        }
        Reason::OneChange => (
            "single-growth",
            Both::new(
                "是这里唯一的增减，一个增减不成走势",
                "is the only change here, and one change is no trend",
            ),
        ),
        Reason::TooManyPeriods(most) => (
            "mark-count",
            Both::new(
                format!("所在的时间轴太长，这种图最多画{most}期"),
                format!("stands on a time axis that is too long: this chart has room for {most} periods"),
            ),
        ),
        Reason::TooManyLines(most) => (
            "mark-count",
            Both::new(
                format!("是多出来的一条线，这种图最多画{most}条"),
                format!("is one line too many: this chart draws at most {most} lines"),
            ),
        ),
        Reason::TooManyPanels(most) => (
            "mark-count",
            Both::new(
                format!("是多出来的一格，这种图最多画{most}格"),
                format!("is one panel too many: this chart draws at most {most} panels"),
            ),
        ),
        Reason::MayOverlap(other) => {
            let other = with(other);
            (
                "overlapping-sum",
                Both::new(
                    format!("与{}可能重叠，不能叠在一起", other.zh()),
                    format!("and {} may overlap and cannot be piled up", other.en()),
                ),
            )
        }
        Reason::UnknownOrder(other) => {
            let other = with(other);
            (
                "qualifier-form",
                Both::new(
                    format!("与{}谁大谁小，来源的说法定不下来，不能按值排", other.zh()),
                    format!(
                        "may be larger or smaller than {}, so the two cannot be sorted by value",
                        other.en()
                    ),
                ),
            )
        }
        Reason::MixedBase(other) => {
            let other = with(other);
            (
                "single-growth",
                Both::new(
                    format!("与{}的基期不同，不能比", other.zh()),
                    format!("and {} are changes from different bases and cannot be compared", other.en()),
                ),
            )
        }
        Reason::MixedPrices(other) => {
            let other = with(other);
            (
                "single-growth",
                Both::new(
                    format!("与{}按不同的价格计算，不能比", other.zh()),
                    format!("and {} are changes at unlike prices and cannot be compared", other.en()),
                ),
            )
        }
        Reason::TooLong => (
            "qualifier-form",
            Both::new("位数太多，在窄图里写不下", "has more digits than a narrow picture has room for"),
        ),
        Reason::MixedPeriod(other) => {
            let other = with(other);
            (
                "series-break",
                Both::new(
                    format!("与{}不在同一期，不能放在同一条轴上", other.zh()),
                    format!("and {} are not of one period and cannot stand on one axis", other.en()),
                ),
            )
        }
    }
}

/// A built-in unit as a reader of the language calls it.
fn unit_name(id: &'static str, locale: Locale) -> &'static str {
    match locale.catalogue().units.get(id).and_then(|forms| forms.last()) {
        Some(&"%") if locale == Locale::En => "percent",
        Some(name) => name,
        None => id,
    }
}

fn status_words(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Final => ("最终数", "final"),
        Status::Preliminary => ("初步数", "preliminary"),
        Status::Revised => ("修订数", "revised"),
        Status::Estimated => ("估计数", "an estimate"),
        Status::Forecast => ("预测，不是结果", "a forecast, not a result,"),
        Status::Target => ("目标，不是结果", "a goal, not a result,"),
    }
}

fn bound_words(bound: Bound) -> (&'static str, &'static str) {
    match bound {
        Bound::Exact => ("确数", "an exact number"),
        Bound::MoreThan | Bound::AtLeast => ("下限（超过、以上）", "a lower limit (more than, at least)"),
        Bound::LessThan | Bound::UpTo => ("上限（不足、以下）", "an upper limit (less than, at most)"),
        Bound::About => ("约数", "an approximate number"),
        Bound::Nearly => ("近于此数", "a number that is nearly reached"),
        Bound::Between => ("一个范围", "a range"),
    }
}

fn precision_words(precision: Precision) -> (&'static str, &'static str) {
    match precision {
        Precision::Day => ("一天", "a day"),
        Precision::Month => ("一个月", "a month"),
        Precision::Months => ("几个月", "some months"),
        Precision::Quarter => ("一个季度", "a quarter"),
        Precision::Year => ("一年", "a year"),
        Precision::Years => ("几年", "some years"),
        Precision::Named => ("没有写明的时候", "a time that is not given"),
    }
}
