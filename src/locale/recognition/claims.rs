//! What a text may claim of a number besides its amount: that it is more than another, the most of all, reached, of a
//! part of a year. A list is one text with commas.
//!
//! They stand apart from the catalogue, for a reader's engine checks no claims.
//!
//! **Invariant**: words only, in small letters; what they do is for the rules.

use super::{list, List};
use crate::locale::Locale;
use std::sync::LazyLock;

/// The words of one language.
pub struct Claims {
    /// Between two numbers, of which the first is the larger: higher than, 高于.
    pub above: List<&'static str>,
    pub below: List<&'static str>,
    /// Those that need nothing between the first number and themselves: exceeds.
    pub alone: List<&'static str>,
    /// Before the second number, where a word behind it says which is the larger: 比.
    pub than: List<&'static str>,
    pub more_behind: List<&'static str>,
    pub less_behind: List<&'static str>,
    /// What may stand between the first number, or a comma, and such a word: is, far, 远.
    pub links: List<&'static str>,
    /// One of them in a text makes another statement of it: not, half, twice.
    pub others: List<&'static str>,
    /// Alone between two numbers, of which the first is a part of the second: out of.
    pub of_whole: List<&'static str>,
    /// Between two numbers, of which the second is a part of the first: of which, 其中.
    pub of_which: List<&'static str>,
    /// That something is the most, or the least, there is.
    pub highest: List<&'static str>,
    pub lowest: List<&'static str>,
    /// What has such a word in it and says nothing of the kind: 最低工资.
    pub nouns: List<&'static str>,
    /// Words that make it the second, or one of several.
    pub not_first: List<&'static str>,
    /// Of all times.
    pub ever: List<&'static str>,
    /// From a year on, before it and behind it.
    pub since: List<&'static str>,
    pub since_behind: List<&'static str>,
    /// Before a year, where something holds in it: in.
    pub in_year: List<&'static str>,
    /// Before a year at the beginning of a clause, besides these: over all of.
    pub all_year: List<&'static str>,
    /// A year that is named behind it again: last year, 2022.
    pub named_year: List<&'static str>,
    /// A year with one of them is when something else happened: opened, 建成.
    pub apart: List<&'static str>,
    /// The last so many years.
    pub lately: List<&'static str>,
    /// Among other things than the times of a series: in the country, 全国.
    pub elsewhere: List<&'static str>,
    /// Of what is known only.
    pub known: List<&'static str>,
    /// That something has been done: reached, 已达.
    pub reached: List<&'static str>,
    /// The last word of the name of a fall: decline, 降幅.
    pub fall_names: List<&'static str>,
    /// That a rate became smaller, or larger: slowed, 放缓. Of a fall they say the opposite.
    pub slows: List<&'static str>,
    pub quickens: List<&'static str>,
    /// What a rate is called with a word of a direction in it: 增速.
    pub rate_names: List<&'static str>,
    /// Behind a second number, or before it, that it is the older one: 上年, last year's.
    pub earlier: List<&'static str>,
    /// What a number is called that a year belongs to: the 2022 figure.
    pub called: List<&'static str>,
    /// One of them, with a word of a direction, says that it went on all the time: steadily, 逐年.
    pub steadily: List<&'static str>,
    /// That the thing before it has the most of all that are compared: leads, 居首; and the least.
    pub tops: List<&'static str>,
    pub bottoms: List<&'static str>,
    /// That what is before it grew more than all others: grew fastest, 增长最快.
    pub fastest: List<&'static str>,
    /// Parts of a year besides those of the catalogue.
    pub year_parts: &'static [&'static str],
}

/// What a language says so.
pub fn claims(locale: Locale) -> &'static Claims {
    static EACH: [LazyLock<Claims>; 3] =
        [LazyLock::new(chinese), LazyLock::new(english), LazyLock::new(russian)];
    match locale {
        Locale::Zh => &EACH[0],
        Locale::En => &EACH[1],
        Locale::Ru => &EACH[2],
    }
}

fn english() -> Claims {
    Claims {
        above: list(
            "higher than, larger than, bigger than, greater than, more than, older than, longer than, taller than, \
             exceeds, exceeded, surpasses, surpassed, outnumbers, outnumbered, outstrips, ahead of",
        ),
        below: list("lower than, smaller than, less than, fewer than, younger than, shorter than"),
        alone: list("exceeds, exceeded, surpasses, surpassed, outnumbers, outnumbered, outstrips"),
        than: &[],
        more_behind: &[],
        less_behind: &[],
        links: list("is, are, was, were, which, that, much, far, slightly, well, still, clearly, a, little, bit, \
            even, already, now, it"),
        others: list(
            "not, n't, no, never, neither, nor, and, but, while, whereas, when, though, although, if, would, half, \
             twice, double, triple, third, quarter, fifth, tenth, times, would, could, than one, most",
        ),
        of_whole: list("of, of the, of all, of its, out of, out of the, out of all, among the"),
        of_which: list("of which, of whom, of them, including, among them"),
        highest: list(
            "highest, largest, biggest, greatest, most ever, the most since, record high, all-time high, new high, \
             record number, a record, peaked",
        ),
        lowest: list("lowest, smallest, fewest, record low, all-time low, new low, bottomed"),
        nouns: list("highest court, lowest common, record keeping, at most, greatest possible"),
        not_first: list(
            "not, n't, no longer, second, third, fourth, one of, among the, below, short of, nearly, near, almost, \
             close to, than, except, without, after the, before the, until, would, if",
        ),
        ever: list("ever, on record, in history, all-time, record, of any year, of all years, in any year, new \
            high, new low"),
        since: list("since, after, from"),
        since_behind: &[],
        in_year: list("in, during"),
        all_year: list("by the end of, at the end of, throughout, over, all through, over all of, in all of, over the \
            whole of, in the whole of, over the course of, during all of"),
        named_year: list("last year, the year before, the previous year, this year, that year"),
        apart: list("than, from, since, after, before, until, against, compared, opened, founded, built, began, \
            started, by, law, plan, act"),
        lately: list("decade, in years, years in, in ten years, in five years, last years, recent years, quarter"),
        elsewhere: list(
            "country, world, nation, nationwide, national, region, province, city, cities, state, county, district, \
             of its kind, in the west, in the east, in europe, in asia, in china, worldwide, group, sector, \
             sectors, industry, industries",
        ),
        known: list(
            "years on record, published, available, known, years shown, shown here, found, with data, with a figure, \
             with figures, years counted",
        ),
        reached: list("reached, achieved, attained, accomplished, has risen to, rose to, has grown to, grew to"),
        fall_names: list("decline, drop, fall, decrease, reduction, shrinkage"),
        slows: list(
            "slow, slows, slowed, slowing, ease, eases, eased, easing, cooled, moderated, decelerated, weakened, narrowed",
        ),
        quickens: list("accelerate, accelerates, accelerated, accelerating, sped, quickened, picked, strengthened, widened"),
        rate_names: &[],
        earlier: list("last year's, the year before's, the previous year's, the year-earlier, a year earlier's, its earlier"),
        called: list("figure, number, total, count, level, rate, value, reading"),
        steadily: list("every year, year after year, steadily, keeps, keep, kept, without a break, continuously, \
            never stopped"),
        tops: list("has the most, have the most, leads, lead, comes first, has the highest, has the largest, is \
            the largest, is highest, on top"),
        bottoms: list("has the least, has the fewest, has the lowest, comes last, is the smallest, is lowest"),
        fastest: list("grew fastest, grew the fastest, grows fastest, grows the fastest, grew most, grew the most, is \
            fastest, was fastest"),
        year_parts: &[
            "h1", "h2", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mid",
            "early", "late", "end", "spring", "summer", "autumn", "winter", "first", "second", "last", "semester",
            "ytd",
            "months",
            "weeks", "census", "midyear",
        ],
    }
}

fn chinese() -> Claims {
    Claims {
        above: list("高于, 多于, 大于, 超过, 超出, 多过, 高过"),
        below: list("低于, 少于, 小于, 不及, 低过, 少过"),
        alone: &[],
        than: list("比"),
        more_behind: list("多, 高, 大, 更多, 更高, 还多, 还高, 要多, 要高"),
        less_behind: list("少, 低, 小, 更少, 更低, 还少, 还低, 要少, 要低"),
        links: list("已, 已经, 也, 仍, 仍然, 均, 都, 还, 远, 远远, 明显, 略, 稍, 大大, 首次, 这, 这一数字, 这一数, 要"),
        others: list("不是, 并非, 没有, 未, 而, 但, 如果, 一半, 半, 倍, 成, 分之"),
        of_whole: &[],
        of_which: list("其中, 包括"),
        highest: list("最高, 最多, 最大, 新高, 峰值"),
        lowest: list("最低, 最少, 最小, 新低, 谷值"),
        nouns: list(
            "最低工资, 最低生活, 最低限, 最低标准, 最低保障, 最低气温, 最低温, 最高法, 最高检, 最高气温, 最高温, 最高限, 最高标准, 最高学历, \
             最高人民, 最大限, 最大程, 最大努力, 最大公约, 最小值, 最大值, 最小公倍",
        ),
        not_first: list("不是, 并非, 之一, 第二, 第三, 次高, 低于, 仅次于, 接近, 不及, 距, 除, 未, 倒数, 高于, 超过, 如果"),
        ever: list("历史, 历年, 有记录, 有统计, 建市以来, 建国以来, 新高, 新低, 空前, 各年"),
        since: &[],
        since_behind: list("以来, 起"),
        in_year: &[],
        all_year: &[],
        named_year: list("去年, 上年, 前一年, 今年, 这一年, 当年"),
        apart: list("比, 较, 的, 建, 开, 成立, 设, 起, 到, 至, 后, 前, 计划, 规划, 来, 版, 价"),
        lately: list("年来, 近年, 近几年"),
        elsewhere: list("全国, 全区, 全省, 全市, 全疆, 全州, 全县, 全球, 全世界, 世界, 国内, 同类, 亚洲, 西部, 东部, 地州, 行业, 门类, 各地"),
        known: list("有数可查, 公布, 有数据, 可查, 所列, 图中, 图上, 已知, 查到"),
        reached: list("达到, 已达, 达成, 已实现, 已完成, 已建成, 增至, 升至, 突破"),
        fall_names: list("降幅, 跌幅, 减幅, 下降率, 减少率"),
        slows: list("放缓, 减缓, 趋缓, 收窄"),
        quickens: list("加快, 加速, 提速"),
        rate_names: list("增速, 增长率, 增幅, 涨幅, 升幅, 增量, 增长点, 降幅, 跌幅, 减幅, 下降率"),
        earlier: list("上年, 去年, 前一年, 一年前, 此前, 上月, 上季, 上一季"),
        called: list("数, 量, 额, 率, 值, 数字"),
        steadily: list("逐年, 连年, 年年, 一路, 持续, 不断"),
        tops: list("居首, 第一, 领先, 最多, 最高, 最大"),
        bottoms: list("垫底, 末位, 最少, 最低, 最小"),
        fastest: list("增长最快, 增速最快, 涨得最快, 上涨最快, 增长领跑, 增速领跑"),
        year_parts: &["半年", "季", "旬", "初", "末", "底", "中旬", "普查", "以来", "截至"],
    }
}

fn russian() -> Claims {
    Claims {
        above: list("больше, выше, крупнее, превышает, превысил, превысила, превысило, превысили"),
        below: list("меньше, ниже"),
        alone: list("превышает, превысил, превысила, превысило, превысили"),
        than: &[],
        more_behind: &[],
        less_behind: &[],
        links: list("это, что, намного, гораздо, заметно, немного, уже, ещё"),
        others: list("не, ни, и, а, но, если, половины, вдвое, втрое, раза, раз"),
        of_whole: list("из, из всех"),
        of_which: list("из них, из которых, в том числе"),
        highest: list(
            "наибольшее, наибольшая, наибольший, самое большое, самая большая, самый большой, самое \
            высокое, максимум, рекорд",
        ),
        lowest: list("наименьшее, наименьшая, наименьший, самое малое, самое низкое, самый низкий, минимум"),
        nouns: list("прожиточный минимум, как минимум, как максимум"),
        not_first: list(
            "не, второе, вторая, второй, третий, один из, одно из, одна из, почти, ниже, выше, чем, \
            после, если",
        ),
        ever: list("за всю историю, за все годы, рекорд, когда-либо"),
        since: list("с, после"),
        since_behind: &[],
        in_year: list("в"),
        all_year: list("за, за весь, в течение всего, к концу, на конец"),
        named_year: list("в прошлом году, в предыдущем году, годом ранее"),
        apart: list("чем, с, после, до, открыт, основан, построен, плану"),
        lately: list("за десять лет, за пять лет, последние годы, десятилетие"),
        elsewhere: list("в стране, в мире, в россии, в регионе, в области, в городе, среди"),
        known: list("по которым есть данные, опубликован, известн, показан"),
        reached: list("достиг, достигла, достигло, достигли, выполнен, выполнено, завершён, завершено"),
        fall_names: list("снижение, сокращение, падение, спад"),
        slows: list("замедлился, замедлилась, замедлилось, замедлились"),
        quickens: list("ускорился, ускорилась, ускорилось, ускорились"),
        rate_names: &[],
        earlier: &[],
        called: &[],
        steadily: list("каждый год, из года в год, непрерывно, постоянно"),
        tops: list("на первом месте, лидирует, больше всех"),
        bottoms: list("на последнем месте, меньше всех"),
        fastest: list("растёт быстрее всех, рос быстрее всех, росла быстрее всех, росло быстрее всех, росли быстрее всех"),
        year_parts: &[
            "январь",
            "января",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июля",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь",
            "начало",
            "конец",
            "месяцев",
            "месяца",
        ],
    }
}
