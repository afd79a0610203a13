//! What the names of units mean, so that one unit is the same thing in each language: 公顷 is hectares and no acres.
//!
//! **Invariant**: a name that means several things (tons, pounds, 度) is not here.

use crate::locale::Locale;

/// A kind of unit, with its names in each language and the power of ten by which each is larger than the kind itself.
pub struct Kind {
    chinese: &'static str,
    english: &'static str,
    russian: &'static str,
}

impl Kind {
    /// Each name in a language with its power of ten.
    fn names(&self, locale: Locale) -> impl Iterator<Item = (&'static str, i32)> {
        let text = match locale {
            Locale::Zh => self.chinese,
            Locale::En => self.english,
            Locale::Ru => self.russian,
        };
        text.split(", ").filter_map(|entry| {
            let (name, power) = entry.rsplit_once(' ')?;
            Some((name, power.parse().ok()?))
        })
    }
}

const fn kind(chinese: &'static str, english: &'static str, russian: &'static str) -> Kind {
    Kind { chinese, english, russian }
}

const KINDS: [Kind; 36] = [
    kind(
        "平方米 0, 平米 0, 公顷 4, 平方公里 6, 平方千米 6",
        "square metre 0, square metres 0, square meter 0, square meters 0, sq m 0, m² 0, m2 0, hectare 4, \
         hectares 4, ha 4, \
         square kilometre 6, square kilometres 6, square kilometer 6, square kilometers 6, sq km 6, km² 6, km2 6",
        "м² 0, кв. м 0, квадратных метров 0, га 4, гектаров 4, км² 6, кв. км 6, квадратных километров 6",
    ),
    kind("英亩 0", "acre 0, acres 0", "акров 0"),
    kind("亩 0, 市亩 0", "mu 0", "му 0"),
    kind("平方英里 0", "square mile 0, square miles 0, sq mi 0", "квадратных миль 0"),
    kind("平方英尺 0", "square foot 0, square feet 0, sq ft 0", "квадратных футов 0"),
    kind(
        "立方米 0, 立方千米 9, 立方公里 9",
        "cubic metre 0, cubic metres 0, cubic meter 0, cubic meters 0, m³ 0, m3 0, cubic kilometres 9, cubic \
         kilometers 9",
        "м³ 0, куб. м 0, кубометров 0, кубических метров 0",
    ),
    kind("立方英尺 0", "cubic foot 0, cubic feet 0", "кубических футов 0"),
    kind(
        "毫米 -3, 厘米 -2, 米 0, 公里 3, 千米 3",
        "mm -3, millimetres -3, millimeters -3, cm -2, centimetres -2, centimeters -2, metre 0, metres 0, \
         meter 0, meters 0, \
         km 3, kilometre 3, kilometres 3, kilometer 3, kilometers 3",
        "мм -3, см -2, м 0, метров 0, км 3, километров 3",
    ),
    kind("英里 0", "mile 0, miles 0", "миль 0"),
    kind("英尺 0", "foot 0, feet 0, ft 0", "футов 0"),
    kind("英寸 0", "inch 0, inches 0", "дюймов 0"),
    kind(
        "克 0, 公斤 3, 千克 3, 吨 6",
        "gram 0, grams 0, kg 3, kilogram 3, kilograms 3, kilogramme 3, kilogrammes 3, tonne 6, tonnes 6, metric tons 6",
        "г 0, граммов 0, кг 3, килограммов 3, т 6, тонн 6",
    ),
    kind("斤 0, 市斤 0", "jin 0, catty 0, catties 0", "цзиней 0"),
    kind("盎司 0", "ounce 0, ounces 0", "унций 0"),
    kind("桶 0", "barrel 0, barrels 0", "баррелей 0"),
    kind("毫升 -3, 升 0", "ml -3, millilitres -3, litre 0, litres 0, liter 0, liters 0", "мл -3, л 0, литров 0"),
    kind("加仑 0", "gallon 0, gallons 0", "галлонов 0"),
    kind(
        "瓦 0, 千瓦 3, 兆瓦 6, 吉瓦 9",
        "w 0, watts 0, kw 3, kilowatts 3, mw 6, megawatts 6, gw 9, gigawatts 9",
        "Вт 0, кВт 3, МВт 6, ГВт 9",
    ),
    kind(
        "瓦时 0, 千瓦时 3, 兆瓦时 6",
        "wh 0, kwh 3, kilowatt-hours 3, kilowatt hours 3, mwh 6, megawatt-hours 6, gwh 9, gigawatt-hours 9, twh 12",
        "кВт·ч 3, МВт·ч 6",
    ),
    kind("元 0, 元人民币 0, 人民币 0", "yuan 0, rmb 0, cny 0, renminbi 0", "юаней 0"),
    kind("美元 0", "dollar 0, dollars 0, us dollars 0, usd 0, us$ 0", "долларов 0, долларов США 0"),
    kind("港元 0, 港币 0", "hong kong dollars 0, hkd 0, hk$ 0", "гонконгских долларов 0"),
    kind("欧元 0", "euro 0, euros 0, eur 0, € 0", "евро 0"),
    kind("日元 0", "yen 0, jpy 0", "иен 0"),
    kind("英镑 0", "pounds sterling 0, gbp 0, £ 0", "фунтов стерлингов 0"),
    kind("卢布 0", "rouble 0, roubles 0, ruble 0, rubles 0, rub 0", "рублей 0, руб. 0"),
    kind("秒 0", "second 0, seconds 0", "секунд 0"),
    kind("分钟 0", "minute 0, minutes 0", "минут 0"),
    kind("小时 0", "hour 0, hours 0", "часов 0"),
    kind("天 0, 日 0", "day 0, days 0", "дней 0, суток 0"),
    kind("周 0, 星期 0", "week 0, weeks 0", "недель 0"),
    kind("个月 0", "month 0, months 0", "месяцев 0"),
    kind("年 0", "year 0, years 0", "лет 0"),
    kind("% 0, ％ 0", "% 0, percent 0, per cent 0", "% 0, процентов 0"),
    kind("‰ 0", "‰ 0", "‰ 0"),
    kind("个百分点 0, 百分点 0", "percentage point 0, percentage points 0", "процентных пунктов 0, п. п. 0"),
];

/// The same of what is counted.
const COUNTED: [Kind; 2] = [
    kind("人 0", "person 0, people 0, persons 0", "человек 0"),
    kind("户 0, 家庭 0", "household 0, households 0, family 0, families 0", "домохозяйств 0, семей 0"),
];

/// The kind of a unit by its name without a power of ten, and the power of ten that its name has: 4 of hectares, which
/// are square metres.
pub fn kind_of(name: &str, locale: Locale) -> Option<(usize, i32)> {
    let find = |kind: &Kind| {
        let mut names = kind.names(locale);
        names.find(|(own, _)| own.to_lowercase() == name).map(|(_, power)| power)
    };
    let all = KINDS.iter().chain(&COUNTED).enumerate();
    { all }.find_map(|(i, kind)| find(kind).map(|power| (i, power)))
}

/// Whether it is measured and not counted.
pub fn is_measured(kind: usize) -> bool {
    kind < KINDS.len()
}
