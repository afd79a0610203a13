//! The words by which amounts are found in Chinese.
//!
//! **Invariant**: everything that belongs to this language and to no other stands here.

use super::{bounds, followed, list, numbers, List};
use crate::statement::Bound;
use std::sync::LazyLock;

/// The words of Chinese around amounts.
pub struct Chinese {
    /// Directly before a number; they add to the catalogue's and overrule them.
    pub before: List<(&'static str, Bound)>,
    /// Behind a number or its unit, besides those of the catalogue that `behind` names.
    pub after: List<(&'static str, Bound)>,
    /// Those of the catalogue's bound words that stand behind.
    pub behind: List<&'static str>,
    /// Bound words that are part of another word behind these: 近 in 附近, 约 in 节约.
    pub no_bound: List<(&'static str, List<&'static str>)>,
    /// Units that 多 may follow: 三年多.
    pub with_more: List<&'static str>,
    /// Before a number that is no amount: 数百, 几十, 每千人.
    pub vague: List<&'static str>,
    /// Behind a number that is no amount: 500强, 一年期.
    pub no_amounts: List<&'static str>,
    /// Behind a unit: the amount is in the name of a contest, 100米决赛.
    pub contests: List<&'static str>,
    /// Units that smaller ones follow: 2小时18分 is one amount, which is not taken.
    pub compound: List<&'static str>,
    /// Units that digits may follow: 9秒98 is 9.98.
    pub split: List<&'static str>,
    /// Behind 个半: 一个半小时.
    pub half_units: List<&'static str>,
    /// Words near a number of 级 that make it a measure: earthquakes and winds.
    pub forces: List<&'static str>,
    /// Between the digits and a power or unit: 十余万, 3300多名, 2万+.
    pub within: List<(&'static str, Bound)>,
    /// May stand between a bound word and its number without being part of the amount: 超过了, 约为, 近占.
    pub links: List<&'static str>,
    /// With a bound word before and 的 behind: 约占总人口的12%.
    pub parts: List<&'static str>,
    pub digits: List<(&'static str, u64)>,
    pub tens: List<(&'static str, u64)>,
    /// With the places that the point moves.
    pub powers: List<(&'static str, usize)>,
    pub units: List<&'static str>,
    /// Where the text has one of them, $ alone is not said to be that of the United States.
    pub other_dollars: List<&'static str>,
    /// A unit that begins with it is none where one of the words follows: 年 in 年级, 分 in 分别.
    pub no_unit: List<(&'static str, List<&'static str>)>,
    /// Units that a small number in words states no amount with, unless a word of `lasting` stands before.
    pub times: List<&'static str>,
    pub lasting: List<&'static str>,
    /// Before a number of years or months: so many of them one after another.
    pub in_a_row: List<&'static str>,
    /// Before a number of years, months or days: they say when and are no amount.
    pub spans: List<&'static str>,
    /// Behind a number of years, months or days: the same.
    pub spans_after: List<&'static str>,
    /// Before a number of years or months: what holds for them has them as its period.
    pub recent: List<&'static str>,
    /// It holds now, whatever year was said before.
    pub now: List<&'static str>,
    /// At a sentence's beginning the same.
    pub now_first: List<&'static str>,
    /// A goal; the second are goals with one of `plan_verbs` or a year behind them.
    pub goals: List<&'static str>,
    pub plans: List<&'static str>,
    pub plan_verbs: List<&'static str>,
    /// Somebody expects it.
    pub forecasts: List<&'static str>,
    /// Before a word of a goal: it is none.
    pub no_goal: List<&'static str>,
    /// In the clause of an amount: it is there already.
    pub there: List<&'static str>,
    /// What preliminary numbers are called, and words of a remark about those around it.
    pub preliminary: List<&'static str>,
    pub remarked: List<&'static str>,
    pub not_preliminary: List<&'static str>,
    /// With a comma behind, what follows is preliminary.
    pub preliminary_opens: List<&'static str>,
    /// Dates that count from one before them: 上年.
    pub relative: List<&'static str>,
    /// Behind a year: they make a name of it.
    pub year_names: List<&'static str>,
    /// Words that have a number in them and are names.
    pub names: List<&'static str>,
    /// Behind 第 and its number: a place in an order.
    pub places: List<&'static str>,
    /// Before 第 and its number: an order.
    pub orders: List<&'static str>,
    /// Those of `places` that name a place without an order before them: 第3位.
    pub named_places: List<&'static str>,
    /// Behind 第 and its number: no place. 全国第一批.
    pub no_places: List<&'static str>,
    /// Units of things that are counted.
    pub counted: List<&'static str>,
    /// Units that state no amount behind a number of one character: 三门, 七匹.
    pub loose_units: List<&'static str>,
    /// Units of which one is an amount: 一倍, 一元.
    pub sure_units: List<&'static str>,
    /// Behind a number and 成 it is no tenths: 成立.
    pub no_tenths: &'static str,
    /// Before a number without unit that is an amount all the same.
    pub states: List<&'static str>,
    pub rise: List<&'static str>,
    pub fall: List<&'static str>,
    /// Words of rise and fall of a place in an order, and of nothing else: 前进两位.
    pub rank_moves: List<&'static str>,
    /// Units of places in an order.
    pub ranks: List<&'static str>,
    /// Of a course of years, behind the year: 2021年高点.
    pub turning_points: List<&'static str>,
    /// Words of rise and fall that are so only in a comparison: 比上年多.
    pub compare: List<&'static str>,
    /// A noun in the clause that makes a rate of it: 涨幅控制在3%.
    pub rise_nouns: List<&'static str>,
    pub fall_nouns: List<&'static str>,
    /// Between a word of rise or fall and its number: 下降了, 增长约.
    pub fillers: List<&'static str>,
    /// A clause with one of them says a part of a whole, or a rate.
    pub share: List<&'static str>,
    pub rates: List<&'static str>,
    /// A clause with one of them says what came together over its period.
    pub flows: List<&'static str>,
    /// A clause with one of them says no such total: 人均收入, 总投资.
    pub no_flows: List<&'static str>,
    /// They end with a word of rise or fall, and what they count is an amount of its own: 新增.
    pub no_change: List<&'static str>,
    pub ratio: List<&'static str>,
    /// Of the same part of the year before.
    pub year_before: List<&'static str>,
    /// Of the month or quarter before.
    pub period_before: List<&'static str>,
    /// A change refers to something without a date: 比常年.
    pub no_base: List<&'static str>,
    /// Before a period of which a share follows: 恢复至2019年的90%.
    pub of_base: List<&'static str>,
    /// Before a period that a change refers to; the second are only with 相比 behind the period.
    pub than: List<&'static str>,
    pub compared: List<&'static str>,
}

/// The words of Chinese.
pub static CHINESE: LazyLock<Chinese> = LazyLock::new(|| {
    Chinese {
    before: bounds(&[
        (Bound::MoreThan, "超出, 高于, 多于, 大于, 破"),
        (Bound::AtLeast, "上, 最少, 起码, 不得低于, 不得少于, 不能低于, 不下, 不下于, 不小于, 不短于"),
        (Bound::UpTo, "不得超过, 不得高于, 不能超过, 不高于, 不多于, 不大于, 不逾, 不超, 未超过, 未超, 顶多"),
        (Bound::LessThan, "低于, 少于, 小于, 未满, 未到, 未达"),
        (Bound::About, "大约, 约合, 约为, 大概"),
        (Bound::Nearly, "近, 接近, 将近, 几近, 逼近"),
    ]),
    after: bounds(&[
        (Bound::AtLeast, "及以上, 或以上, 或更多, 起"),
        (Bound::UpTo, "及以下, 之内"),
        (Bound::MoreThan, "有余, 还多"),
        (Bound::LessThan, "不到"),
    ]),
    behind: list("余, 多, 以上, 以下, 以内, 左右, 上下"),
    no_bound: followed(
        "近: 附 最 相 靠 临 邻 走 亲; 约: 节 签 预 条 合 契 制 违 集 公; \
         上: 以 年 线 网 场 市 本; 超: 赶 反; 破: 打 爆 突 识; 突破: 未 没有",
    ),
    with_more: list("年, 个月, 天, 小时, 个小时, 倍, 公里, 米, 亩, 吨, 元, 岁, 里, 斤, 度, 分钟"),
    vague: list("数, 几, 每, 第, 若干, 无数, 每隔"),
    no_amounts: list("强, 号, 路, 后, 版, 型, 线, 师, 期"),
    contests: list(
        "期, 响应, 值守, 营业, 热线, 在线, 服务, 不间断, 决赛, 跑, 栏, 自由泳, 蛙泳, 蝶泳, 仰泳, 接力, \
         赛, 混合泳, 预赛, 级, 步枪, 手枪",
    ),
    compound: list("小时, 个小时, 分, 分钟, 年, 天, 个月, 度, 元"),
    split: list("秒, 米"),
    half_units: list("小时, 月, 世纪, 钟头"),
    forces: list("震, 风, 阵"),
    within: bounds(&[(Bound::MoreThan, "余, 多, +"), (Bound::About, "来")]),
    links: list(
        "了, 为, 有, 占, 占到, 达, 达到, 在, 合, 合人民币, 人民币, 相当于, 需, 需要, 可达, 是, 等于, 要, \
         用, 用了",
    ),
    parts: list("占, 相当于, 等于, 是, 为"),
    digits: numbers("零 0, 〇 0, 一 1, 二 2, 两 2, 三 3, 四 4, 五 5, 六 6, 七 7, 八 8, 九 9"),
    tens: numbers("十 10, 百 100, 千 1000"),
    powers: numbers(
        "十 1, 百 2, 千 3, 万 4, 十万 5, 百万 6, 千万 7, 亿 8, 十亿 9, 百亿 10, 千亿 11, 万亿 12, 亿亿 16",
    ),
    units: list(
        "%, ‰, 个百分点, 百分点, 个基点, 基点, 倍, ℃, 摄氏度, °c, 度, 元, 美元, 澳元, 加元, 欧元, 英镑, 日元, 港元, \
         卢布, 韩元, 人民币, 美金, 角, 分, 吨, 吨标准煤, 公斤, 千克, 克, 毫克, 微克, 斤, 公里, 千米, 米, \
         厘米, 毫米, 微米, 纳米, 海里, 里, 平方公里, 平方千米, 平方米, 平方厘米, 公顷, 亩, 立方米, 方, \
         升, 毫升, 千瓦, 千瓦时, 瓦, 瓦时, 兆瓦, 兆瓦时, 吉瓦, 吉瓦时, 伏, 千伏, 桶, 桶油当量, 吨油当量, \
         标准箱, 标箱, teu, km, kg, g, mg, t, m, cm, mm, kw, kwh, mw, mwh, gw, gwh, tb, gb, pb, eb, mb, \
         p, pflops, eflops, tops, km², m², m³, 平米, 户, 人, 人次, 车次, 人份, 人天, 名, 位, 位次, 个位次, 家, 个, 座, 所, \
         项, 条, 件, 辆, 架, 架次, 艘, 艘次, 辆次, 台, 台套, 套, 部, 册, 本, 种, 类, 岁, 年, 个月, 天, \
         周, 个季度, 小时, 个小时, 分钟, 秒, 秒钟, 次, 届, 宗, 起, 场, 场次, 门, 间, 张, 枚, 块, 头, 只, \
         羽, 株, 棵, 眼, 口, 处, 片, 层, 支, 批, 批次, 班, 班次, 列, 列次, 趟, 对, 双, 箱, 瓶, 袋, 份, \
         封, 篇, 字, 万字, 票, 剂次, 剂, 针, 单, 笔, 例, 床, 席, 点, 届次, 路, 幅, 首, 集, 款, 把, 尾, \
         匹, 峰, 节, 段, 道, 根, 孔, 组, 期, 轮, 户次, 学时, 学分, 平方, 分贝, 毫米汞柱, 赫兹, 兆, 兆赫, \
         帧, 字节, 比特, 英里, 英尺, 英寸, 盎司, 夸脱, 加仑, 磅, 蒲式耳, 光年, 马力, 千卡, 大卡, 卡, \
         焦耳, 帕, 百帕, 股, 手, 盒, 包, 杯, 顿, 餐, 页, 圈, 档, 亩次, 人公里, 吨公里, 标立方米, 标方, \
         标准机架, 机架, 立方, 航次, 卷, 顶, 盏, 面, 朵, 颗, 粒, 滴, 串, 束, 标准煤",
    ),
    other_dollars: list("澳元, 加元, 港元, 港币, 新加坡元, 新西兰元, 澳大利亚元, 加拿大元, 新台币, hk$"),
    no_unit: followed(
        "年: 级 期 代 龄 度 前 行动 计划 规划 制; \
         分: 之 别 布 为 公司 院 校 行 局 会 支 类 级 散 工 批 期 段 店; 点: 钟 整 半 多钟 至 到 的时候; \
         米: 兰 粉 饭; 里: 面 程 约 的; 方: 面 案 式 向 法 针 便; 位: 于 居 列 置; \
         起: 来 到 步 点 草; 度: 假 重 过; 条: 例 件 约 款; 项: 目 链; \
         名: 单 录 义 称 气 人; 部: 门 分 署 委 级 长; 人: 民 均 工 才 大 造; \
         家: 庭 电 居; 路: 公 线 径; 面: 积 向 对 临 粉; 道: 路; 节: 能 约 水 日; \
         口: 岸 径 罩; 门: 户 槛 诊; 类: 似 型 别; 种: 植 子 族 养 粮; 字: 母 节; \
         期: 间 末 货 刊; 组: 织 成 合; 轮: 船 胎 换; 支: 出 持 付 部 线 柱; \
         单: 位 项 价 产 日 元 独 打 身 纯; 票: 房 据; 升: 级 至 学 到; 成: 立; 片: 区 面; \
         层: 次 面 级; 段: 落; 班: 子 级 组; 场: 馆 所 地 景; 对: 外 于 接 口; \
         套: 餐; 台: 湾 风 账; 例: 如; 本: 科 地 市 省 次 年 级; 次: 产业 年 日 会议 级 要; \
         周: 年 边 期 岁; 卡: 车 塔",
    ),
    times: list("年, 个月, 天, 周, 个季度, 日"),
    lasting: list(
        "了, 满, 免费, 连续, 历时, 为期, 长达, 期限, 工期, 提前, 缩短, 延长, 超过, 不少于, 不超过, 至少, 仅用, 用时, \
         仅需, 延迟, 使用, 平均, 累计, 有效期, 服务期, 缩短至, 缩短到, 压缩至, 压缩到, 延长至, 为, 达, \
         龄, 寿命, 周期, 任期, 学制, 保质期, 已有, 用了, 花了, 历经, 走过, 耗时, 为时, \
         连增, 连降, 连涨, 连跌, 连升, 连减",
    ),
    spans: list("近, 过去, 未来, 今后, 前, 后, 最近, 此后, 这, 每, 头, 往后, 来, 上, 下, 同, 第"),
    spans_after: list("来, 间, 内, 后, 前, 以来, 之间, 之后, 之前, 之内, 里, 中, 期间"),
    in_a_row: list("连续, 连增, 连降, 连涨, 连跌, 连升, 连减"),
    recent: list("过去, 最近, 近"),
    now: list("目前, 当前, 现在, 如今, 眼下, 截至目前, 到目前, 迄今, 至今"),
    now_first: list("现有, 现共有, 现已, 现拥有"),
    goals: list(
        "力争, 争取到, 争取达到, 争取实现, 争取在, 目标是, 目标为, 目标定为, 拟建, 拟新建, 拟投资, 拟招, 拟于, \
         规划到, 规划建设, 规划新建",
    ),
    plans: list("计划"),
    plan_verbs: list(
        "到, 于, 在, 用, 新, 建, 投, 改, 筹, 招, 培, 完成, 实现, 达, 安排, 引, 扩, 开, 增, 减, 种, 再, 力争",
    ),
    forecasts: list("预计, 有望"),
    no_goal: list(
        "比, 超, 超过, 高于, 低于, 较, 原, 此前, 曾, 同, 五年, 行动, 按, 据, 照, 》, ”, 该, 本, 此, 的, 年度, 生产, \
         不, 未, 没有, 取消, 放弃, 好于",
    ),
    there: list("已, 目前, 现有, 实际"),
    preliminary: list(
        "初步数, 初步核算数, 初步统计数, 初步测算数, 初步汇总数, 初步结果, 初步核算结果, 初步统计结果",
    ),
    remarked: list("以上, 上述, 本公报, 本段, 文中, 均为, 皆为, 都是"),
    not_preliminary: list("不是初步, 非初步, 不再, 不为初步"),
    preliminary_opens: list(
        "初步核算, 初步统计, 初步测算, 初步汇总, 初步核算结果显示, 初步统计数据显示, 初步统计显示, 初步核算显示",
    ),
    relative: list("上一年, 上年, 前一年, 次年"),
    year_names: list(
        "“五一”, “十一”, 五一, 国庆, 春节, 清明, 端午, 中秋, 元旦, 暑期, 寒假, 暑假, 夏粮, 远景目标, \
         可持续发展, 版, 议程, 愿景",
    ),
    names: list(
        "一带一路, 一方面, 一系列, 一体化, 万一, 千方百计, 千家万户, 三个代表, 四个意识, 四个自信, \
         两个维护, 两个确立, 一个中国, 八项规定, 四风, 三农, 三严三实, 两学一做, 四个全面, 五位一体, \
         三大攻坚战, 两山, 三次产业, 一二三产业, 四好农村路, 两癌, 三孩, 二孩, 两会, 三峡, 九寨沟, 四川, \
         三亚, 六安, 八达岭, 二手, 二维码, 三七, 百姓, 万众, 万里长城, 十分, 万分, 三甲, 三级, 二级, \
         一级, 四级, 五级, 三高, 双一流, 五险一金, 两新, 三新, 两重, 七夕, 五一, 三八, 六一, 七一, 八一, \
         十一黄金周, 四大, 三大, 五大, 两大, 六大, 八大, 十大, 七大, 九大, 一大, 一批, 一定, 一直, 一起, \
         一些, 一般, 一次性, 一体, 一致, 一律, 一旦, 一线, 一流, 一刻, 百分百, 两院, 两岸, 三资, 两高, \
         两型, 两用, 五保, 四季, 四面, 八方, 五年规划, 五年计划, 三年行动",
    ),
    places: list("位, 名, 大, 高, 多, 长, 强"),
    orders: list(
        "全国, 全省, 全市, 全区, 世界, 全球, 亚洲, 国内, 排名, 排名全国, 位居, 居, 位列, 列, 排, 名列, \
         稳居, 跃居, 排在, 升至, 跃升至, 西部, 中部, 东部, 升到, 上升到, 上升至, 总量, 第一",
    ),
    named_places: list("位, 名"),
    no_places: list("季, 产业, 届, 书记, 时间, 批, 号, 颗, 代, 任, 线"),
    counted: list(
        "户, 人, 人次, 名, 位, 家, 个, 座, 所, 项, 条, 件, 辆, 架, 艘, 台, 套, 部, 册, 本, 种, 类, 次, \
         宗, 起, 场, 门, 间, 张, 枚, 块, 头, 只, 株, 棵, 处, 支, 批, 班, 列, 趟, 对, 份, 篇, 票, 剂次, \
         单, 笔, 例, 标准箱, 架次, 艘次, 班次, 场次",
    ),
    loose_units: list(
        "门, 匹, 方, 分, 里, 口, 手, 包, 面, 点, 道, 节, 段, 片, 字, 角, 度, 组, 期, 卷, 顶, 眼, 路, 股, \
         杯, 对, 班, 单, 票, 升, 斤, 首, 把, 根, 圈, 页, 档, 床, 席, 立方, 平方, 卡, 峰, 孔, 尾, 只, 头, \
         块, 支, 环",
    ),
    sure_units: list("%, ‰, 倍, 个百分点, 百分点, 元, 万元, 亿元, 公里, 吨, 公顷, 亩, 岁, 小时, 个小时"),
    no_tenths: "立为长绩果员分就本效功都人交型语品熟套片群份",
    states: list("为, 达, 达到, 至, 到, 增至, 升至, 降至, 是, 指数, 系数, 共, 合计, 总计, 累计, 突破, 得分"),
    rise: list(
        "增长, 增加, 提高, 上升, 上涨, 上调, 提升, 扩大, 多, 高, 高出, 偏高, 偏多, 增产, 涨, 升, 增, \
         增幅, 涨幅, 增速, 增长率, 增速为, 增幅为, 涨幅为, 增长率为, 增速达, 增幅达, 增速达到, 涨幅达, \
         增多, 攀升, 走高, 加快, 增收, 扩增, 同比增, 增速分别为, 延长, 多出, 净增, 净增加, 回升, 反弹, \
         升值, 前进, 前移, 跃升, 猛增, 激增, 大增, 大涨, 暴涨, 飙升, 上浮, 增值, 贵",
    ),
    fall: list(
        "下降, 减少, 降低, 回落, 下跌, 下滑, 下调, 缩小, 降, 跌, 减, 少, 低, 偏低, 偏少, 大跌, 降幅, \
         跌幅, 萎缩, 缩减, 贬值, 收窄, 负增长, 降幅为, 降幅达, 跌幅为, 减产, 减幅, 缩短, 压减, 压缩, \
         削减, 减幅为, 减至, 放缓, 净减少, 减亏, 缩水, 下挫, 锐减, 骤降, 大降, 暴跌, 走低, 下浮, 便宜, \
         减小, 后退, 倒退, 后移",
    ),
    rank_moves: list("前进, 前移, 后退, 倒退, 后移"),
    ranks: list("位, 名, 位次, 个位次"),
    turning_points: list("历史高点, 历史峰值, 最高点, 最低点, 高点, 低点, 峰值, 谷底"),
    compare: list("多, 高, 少, 低"),
    rise_nouns: list("增速, 增幅, 涨幅, 增长率, 升幅"),
    fall_nouns: list("降幅, 跌幅, 减幅"),
    fillers: list("了, 约, 近, 超, 分别"),
    share: list("占, 比重, 比例, 份额"),
    rates: list("率, 每, 人均, 平均每"),
    flows: list(
        "产量, 收入, 支出, 销售, 吞吐量, 进出口, 出口, 进口, 投资, 利润, 成交, 用电量, 消费量, 出货量, \
         客运量, 货运量, 发放, 派发, 完成, 新增, 新建, 供水量, 门诊量, 营收, 税收, 发电量, 产值, 增加值, 生产, \
         交易额, 消费品零售, 募集",
    ),
    no_flows: list("人均, 总投资, 均, 价, 每, 计划, 标准, 设计"),
    no_change: list("新增, 起降, 升降, 连增, 连降, 连涨, 连跌, 连升, 连减"),
    ratio: list("比例, 之比, 比为, 比率, 性别比, 比分, 配比"),
    year_before: list(
        "同比, 比上学年, 较上学年, 比上年, 较上年, 比去年, 较去年, 比上年同期, 较上年同期, 比去年同期, 较去年同期, \
         与上年相比, 与上年同期相比, 与去年同期相比, 与去年相比, 同上年相比, 比上年末, 较上年末, \
         比上年底, 较上年底, 比上年度, 较上年度, 比去年末, 较去年末, 比去年底, 较去年底, 比前一年, \
         较前一年, 较同期, 比同期, 比上年同月, 较上年同月, 比去年同月, 较去年同月, 比上年同季, \
         与上年持平, 与上年基本持平, 与去年持平, 与去年基本持平, 与上年同期持平, 与上年同期基本持平, \
         与去年同期持平, 与去年同期基本持平",
    ),
    period_before: list(
        "环比, 比上月, 较上月, 比上季度, 较上季度, 比上个月, 较上个月, 比上季, 较上季, 比上月末, 较上月末",
    ),
    of_base: list("恢复至, 恢复到, 相当于, 是, 为, 仅为, 只有, 不及"),
    no_base: list("比常年, 较常年, 比年初, 较年初, 比前一周, 比上周, 较上周, 比目标, 比计划"),
    than: list("比, 较"),
    compared: list("与, 同, 和, 相比于"),
}
});
