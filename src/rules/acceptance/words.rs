//! The reason of a refusal as its code and what is said behind the name of a figure, in Chinese and English.
//!
//! **Invariant**: one reason in, one sentence out; names no chart and says nothing of what to do.

use crate::chart::acceptance::Reason;
use crate::diagnostic::Both;
use crate::geometry::number;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::record::measure_message;
use crate::rules::acceptance::terms::{bound_words, precision_words, status_words, unit_name};
use crate::rules::Bench;

/// The code of a reason, and what it says behind the name of a figure.
pub(super) fn words(bench: &Bench, reason: Reason) -> (&'static str, Both) {
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
                    format!("的单位不是“{zh}”，这种图只画以{zh}计的数"),
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
            let is_change = bench.story.figure(other).measure().is_change();
            let other = with(other);
            (
                if is_change { "single-growth" } else { "series-break" },
                Both::new(
                    format!("与{}按不同的价格计算，不能比", other.zh()),
                    format!("and {} are at unlike prices and cannot be compared", other.en()),
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
