//! What a text says of the numbers beside it without one of its own: which way they went.
//!
//! They stand apart from the catalogue, as the claims do, for a reader's engine checks no texts.
//!
//! **Invariant**: words only, in small letters; what they do is for the rules.

use super::{list, numbers, List};
use crate::locale::Locale;
use std::sync::LazyLock;

/// The words of one language.
pub struct Sayings {
    /// What a rate is called: inflation, 增速. That one falls says nothing of what it is the rate of.
    pub rates: List<&'static str>,
    /// One of them makes another statement of a text: not, than, 未.
    pub unclear: List<&'static str>,
    /// Verbs of a title that say which way something went, and no other thing.
    pub went_up: List<&'static str>,
    pub went_down: List<&'static str>,
    /// What may stand behind such a verb: strongly, in. Without spaces between words, what must stand before a rise,
    /// for 增长 alone is the name of what is measured.
    pub beside_verb: List<&'static str>,
    /// All that is drawn: everything, 各项.
    pub everything: List<&'static str>,
    /// More than a half, and what makes it less: not, nearly.
    pub majority: List<&'static str>,
    pub not_half: List<&'static str>,
    /// What an aim is called, that it was met, and what makes that another statement.
    pub goal: List<&'static str>,
    pub met: List<&'static str>,
    pub not_met: List<&'static str>,
    /// Beginnings of words for what there should be less of: emissions, 排放.
    pub better_less: List<&'static str>,
    /// Beside a change: compared with the year before; for each year; compared with the month or the quarter before.
    pub on_year: List<&'static str>,
    pub each_year: List<&'static str>,
    /// Those that may lead a clause, and what may stand behind the others.
    pub each_year_first: List<&'static str>,
    pub goes_on: List<&'static str>,
    pub on_period: List<&'static str>,
    /// Right behind a change, with a year: since.
    pub since: List<&'static str>,
    /// What an average is called.
    pub average: List<&'static str>,
    /// Right before a number, that it is a goal: aims at, 目标是.
    pub aims: List<&'static str>,
    /// Between a verb and by how much: by, на.
    pub by: List<&'static str>,
    /// Round numbers in words with their power of ten, the longer ones first. Where no spaces stand between words,
    /// they are read before one of the counters only; elsewhere before none of them, for "hundreds of years" is an
    /// idiom.
    pub round: List<(&'static str, u32)>,
    pub counters: List<&'static str>,
}

/// What a language says so.
pub fn sayings(locale: Locale) -> &'static Sayings {
    static EACH: [LazyLock<Sayings>; 3] =
        [LazyLock::new(chinese), LazyLock::new(english), LazyLock::new(russian)];
    match locale {
        Locale::Zh => &EACH[0],
        Locale::En => &EACH[1],
        Locale::Ru => &EACH[2],
    }
}

fn english() -> Sayings {
    Sayings {
        rates: list(
            "growth, rate, rates, pace, speed, inflation, deflation, cpi, ppi, index, percentage, increase, \
             increases, rise, decline, fall, drop, slowdown, momentum",
        ),
        unclear: list(
            "not, n't, no, never, nothing, none, neither, nor, hardly, but, while, whereas, though, although, \
             than, less, fewer, slower, faster, except, if, would, could, may, might, will, should, before, \
             after, until, when, why, how, it, they, this, that, these, those, expected, forecast, stopped, \
             almost, first, then, once",
        ),
        went_up: list(
            "rose, rises, has risen, have risen, is rising, are rising, grew, grows, has grown, have grown, \
             is growing, are growing, increased, has increased, have increased, is increasing, are increasing, \
             climbed, climbs, went up, jumped, soared, surged",
        ),
        went_down: list(
            "fell, falls, has fallen, have fallen, is falling, are falling, declined, declines, has declined, \
             have declined, is declining, are declining, decreased, decreases, dropped, drops, is dropping, \
             are dropping, shrank, shrinks, is shrinking, are shrinking, has shrunk, have shrunk, contracted, \
             came down, went down, plunged",
        ),
        beside_verb: list(
            "strongly, sharply, fast, again, steadily, slightly, slowly, quickly, rapidly, further, a lot, in, \
             over, since, every, each, last, for, during, everywhere",
        ),
        everything: list("everything"),
        majority: list("majority, most of, more than half, over half, more than one half"),
        not_half: list(
            "not, n't, no, never, nearly, almost, under, below, short of, if, would, could, may, might, will, \
             but, than half of, minority, far from, once, until, others, rest",
        ),
        goal: list("goal, goals, target, targets, plan, plans"),
        met: list(
            "met, reached, beaten, beat, exceeded, surpassed, achieved, overfulfilled, outdone",
        ),
        not_met: list(
            "not, n't, no, never, none, nor, nearly, almost, will, would, could, should, may, might, can, be, \
             if, when, once, until, unless, before, missed, misses, short, yet, half, percent, part, partly, \
             how, whether, far, only, than, other, earlier, former, unmet, cannot, expected, hoped, without, \
             another, agreed, year's",
        ),
        better_less: list(
            "emission, death, dead, died, kill, waste, deficit, debt, unemploy, jobless, poverty, poor, cost, \
             accident, crime, crash, injur, pollut, loss, losses, homeless, wait, backlog, carbon, co2, \
             consumption, use, leak, vacan, complaint, reduc, less, fewer, cut, limit, cap",
        ),
        on_year: list(
            "on the year before, over the year before, from the year before, on the previous year, \
             over the previous year, on a year earlier, from a year earlier, on a year before, year on year, \
             year-on-year",
        ),
        each_year: list("a year, annually, every year, each year, per year, yearly"),
        each_year_first: list("every year, each year, annually"),
        goes_on: list("on average, since, between, from"),
        on_period: list(
            "on the month before, on the quarter before, over the month before, month on month",
        ),
        since: list("since, from, on, compared with"),
        average: list("average, mean, a year, annual, per year, each year, yearly, cagr"),
        aims: list(
            "aims at, aim at, aims for, aim for, aiming at, aiming for, aim of, target of, goal of, goal is, target is, \
             aims to reach, wants to reach, plans to reach, pledged to reach",
        ),
        by: list("by, by about, by over, by more than, by nearly"),
        round: numbers(
            "hundreds of millions of 8, tens of millions of 7, hundreds of thousands of 5, \
             tens of thousands of 4, dozens of 1, hundreds of 2, thousands of 3, millions of 6",
        ),
        counters: list("year, years, times, metres, miles, kilometres, thousands"),
    }
}

fn chinese() -> Sayings {
    Sayings {
        rates: list(
            "增速, 涨幅, 增幅, 升幅, 降幅, 跌幅, 减幅, 增长率, 下降率, 涨势, 回落, 回升, 指数, 通胀, 速度, 幅度, 步伐, 率",
        ),
        unclear: list(
            "不, 未, 没, 非, 无, 但, 而, 却, 比, 较, 除, 如果, 若, 将, 预计, 预测, 目标, 力争, 有望, 为什么, 为何, 如何, 怎, 吗, 停止, 放缓, 加快, 收窄, \
             先, 后, 由, 从, 止",
        ),
        went_up: list("增长, 增加, 上升, 上涨, 提高, 攀升"),
        went_down: list("下降, 减少, 下跌, 下滑, 降低, 萎缩"),
        beside_verb: list(
            "稳步, 持续, 大幅, 明显, 继续, 快速, 不断, 普遍, 全面, 稳定, 显著, 逐年, 平稳, 连年, 迅速, 全部, 都在, 均",
        ),
        everything: list("各项, 全部, 全面, 样样"),
        majority: list("超过一半, 过半, 半数以上, 一半以上, 大多数, 多数, 逾半, 超半数"),
        not_half: list("不, 未, 没, 非, 少数, 半年, 近, 将, 如果, 若, 差, 除, 其他, 其余, 剩"),
        goal: list("目标, 任务, 计划"),
        met: list(
            "提前实现, 提前完成, 提前达成, 提前达到, 超额完成, 超额实现, 如期实现, 如期完成, 已实现, 已完成, 已达成, 已经实现, 已经完成, 目标实现, 目标达成, 目标完成, 任务完成, \
             全面完成",
        ),
        not_met: list(
            "不, 未, 没, 尚, 将, 要, 力争, 争取, 如果, 若, 预计, 有望, 能否, 是否, 为, 差, 距, 半, 部分, 其他, 之前, 上一, 以后, 后, 率",
        ),
        better_less: list(
            "排放, 死亡, 能耗, 事故, 贫困, 赤字, 债务, 失业, 污染, 浓度, 损失, 成本, 消耗, 用量, 降, 减, 上限, 控制, 案, 病, 投诉",
        ),
        on_year: list("同比, 比上年, 较上年, 比去年, 较去年, 比前一年"),
        each_year: list("年均, 每年, 平均每年"),
        each_year_first: &[],
        goes_on: &[],
        on_period: list("环比"),
        since: &[],
        average: list("年均, 平均, 每年, 均, 复合增长"),
        aims: list("目标是, 目标为, 目标：, 目标定为, 力争达到, 争取达到, 计划达到, 力争实现"),
        by: &[],
        round: numbers(
            "数十 1, 几十 1, 数百 2, 几百 2, 上百 2, 近百 2, 逾百 2, 过百 2, 百余 2, 数千 3, 几千 3, 上千 3, 近千 3, 逾千 3, 过千 3, 千余 3, \
             数万 4, 几万 4, 近万 4, 逾万 4, 万余 4, 两百 2, 三百 2, 四百 2, 五百 2, 六百 2, 七百 2, 八百 2, 九百 2, 两千 3, 三千 3, 四千 3, \
             五千 3, 六千 3, 七千 3, 八千 3, 九千 3",
        ),
        counters: list("家, 人, 名, 个, 座, 所, 项, 户, 台, 辆, 吨, 亩, 公里, 条, 种, 只, 头, 栋, 艘, 件, 亿元, 万元, 元"),
    }
}

fn russian() -> Sayings {
    Sayings {
        rates: list(
            "рост, роста, темп, темпы, темпов, инфляция, инфляции, ставка, индекс, прирост, прироста, падение",
        ),
        unclear: list(
            "не, ни, нет, но, хотя, чем, меньше, если, бы, будет, будут, до, после, когда, почему, как, кроме, \
             он, она, оно, они, это, почти, прогноз, сначала, затем",
        ),
        went_up: list(
            "вырос, выросла, выросло, выросли, растёт, растут, увеличился, увеличилась, увеличилось, \
             увеличились, возрос, возросла, возросло, возросли, повысился, повысилась, повысилось, повысились",
        ),
        went_down: list(
            "снизился, снизилась, снизилось, снизились, упал, упала, упало, упали, сократился, сократилась, \
             сократилось, сократились, уменьшился, уменьшилась, уменьшилось, уменьшились, падает, падают, \
             снижается, снижаются",
        ),
        beside_verb: list("сильно, резко, снова, заметно, немного, в, с, за, каждый, вновь, повсюду"),
        everything: list("всё, все показатели"),
        majority: list("большинство, более половины, больше половины, свыше половины"),
        not_half: list("не, ни, нет, почти, если, бы, но, менее, меньшинство, остальные, около"),
        goal: list("цель, цели, план, плана, задание"),
        met: list(
            "достигнута, достигнуты, выполнен, выполнена, выполнено, перевыполнен, перевыполнена, перевыполнено",
        ),
        not_met: list(
            "не, ни, нет, почти, если, бы, будет, будут, когда, до, пока, должен, должна, быть, частично, \
             половина, ли, ещё, другой, прежний",
        ),
        better_less: list(
            "выброс, смерт, погиб, отход, дефицит, долг, безработ, бедн, авари, преступ, загрязн, потер, расход, \
             сниж, сокращ, меньш, предел",
        ),
        on_year: list(
            "к предыдущему году, к прошлому году, по сравнению с предыдущим годом, по сравнению с прошлым годом, \
             год к году, за год",
        ),
        each_year: list("в год, ежегодно, каждый год"),
        each_year_first: list("ежегодно, каждый год"),
        goes_on: list("в среднем, с"),
        on_period: list("к предыдущему месяцу, к предыдущему кварталу, месяц к месяцу"),
        since: list("с"),
        average: list("средн, в год, ежегодн"),
        aims: list("цель —, цель:, цель составляет, намерен достичь, планирует достичь"),
        by: list("на, почти на, более чем на, примерно на"),
        round: numbers("сотни тысяч 5, десятки тысяч 4, десятки 1, сотни 2, тысячи 3, миллионы 6"),
        counters: list("лет, раз, километров, тысяч"),
    }
}
