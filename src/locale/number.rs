//! Numbers and their bounds as Chinese and English print them: 超80%, 33000余人, 90%以上, more than 80 %.
//!
//! **Invariant**: digits are made by integer arithmetic from the printed decimal; nothing is rounded on the way.

use crate::locale::Locale;
use crate::statement::{Bound, Form};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// A decimal as printed: `mantissa` × 10^-`places`. 43.70 keeps its two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Decimal {
    pub mantissa: i64,
    pub places: u8,
}

/// The digits of a number as a story's file prints them.
#[derive(Deserialize)]
struct Digits(String);

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let (mantissa, places) = Deserialize::deserialize(deserializer)?;
            return Ok(Decimal { mantissa, places });
        }
        let Digits(digits) = Digits::deserialize(deserializer)?;
        let message = || Error::custom(format_args!("{digits:?} is no decimal of at most 15 digits"));
        Decimal::parse(&digits).ok_or_else(message)
    }
}

impl Decimal {
    pub const fn whole(value: i64) -> Self {
        Decimal { mantissa: value, places: 0 }
    }

    /// From JSON or CSV digits (`-12.30`, `1e3`); `None` beyond 15 digits or 9 places.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (body, exponent) = match text.find(['e', 'E']) {
            Some(i) => (&text[..i], text[i + 1..].parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, body) = match body.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, body),
        };
        let (left, right) = body.split_once('.').unwrap_or((body, ""));
        if left.is_empty() || !(left.bytes().chain(right.bytes())).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mut digits = format!("{left}{right}");
        let mut places = (right.len() as i32).checked_sub(exponent)?;
        while places < 0 {
            digits.push('0');
            places += 1;
            if digits.len() > 30 {
                return None;
            }
        }
        if digits.trim_start_matches('0').len() > 15 || places > 9 {
            return None;
        }
        let mantissa: i64 = digits.parse().ok()?;
        Some(Decimal { mantissa: if negative { -mantissa } else { mantissa }, places: places as u8 })
    }

    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 / 10f64.powi(self.places as i32)
    }

    /// The same number with the decimal point moved `by` places to the right (left where negative).
    pub fn shift(self, by: i32) -> Decimal {
        let mut places = self.places as i32 - by;
        let mut mantissa = self.mantissa;
        while places < 0 {
            mantissa = mantissa.saturating_mul(10);
            places += 1;
        }
        Decimal { mantissa, places: places.min(18) as u8 }
    }

    /// Without zeros at the end of its decimals.
    pub fn trimmed(mut self) -> Decimal {
        while self.places > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.places -= 1;
        }
        self
    }

    /// Digits with a point; `group` sets a comma at every third digit, as English does.
    pub fn digits(self, group: bool) -> String {
        let places = self.places as usize;
        let mut text = crate::geometry::whole(self.mantissa.unsigned_abs());
        while text.len() <= places {
            text.insert(0, '0');
        }
        let (left, right) = text.split_at(text.len() - places);
        let mut out = String::from(if self.mantissa < 0 { "−" } else { "" });
        for (i, c) in left.chars().enumerate() {
            if group && i > 0 && (left.len() - i) % 3 == 0 {
                out.push(',');
            }
            out.push(c);
        }
        if places > 0 {
            out.push('.');
            out.push_str(right);
        }
        out
    }
}

/// How Chinese prints a large number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    #[default]
    Plain,
    /// 15.1万.
    Wan,
    /// 3亿.
    Yi,
}

/// A unit in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    #[cfg_attr(feature = "author", schemars(skip))]
    pub id: String,
    /// 中文单位；… 处为数字 · Chinese unit; … stands for the digits
    pub zh: String,
    /// 英文单位 · English unit
    pub en: String,
    /// 英文单数 · English singular
    #[serde(default)]
    pub en_one: String,
    /// 英文小数点右移几位 · decimal places shifted for English
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(range(min = -9, max = 9)))]
    pub en_shift: i8,
}

const BUILT_IN: [(&str, &str, &str, &str); 8] = [
    ("percent", "%", "%", "%"),
    ("people", "人", "people", "person"),
    ("years", "年", "years", "year"),
    ("minutes", "分钟", "minutes", "minute"),
    ("items", "项", "items", "item"),
    ("mu", "亩", "mu", "mu"),
    ("hectares", "公顷", "hectares", "hectare"),
    ("yuan", "元", "yuan", "yuan"),
];

impl Unit {
    /// A unit that needs no definition in the story.
    pub fn built_in(id: &str) -> Option<Unit> {
        BUILT_IN.iter().find(|u| u.0 == id).map(|(id, zh, en, one)| Unit {
            id: id.to_string(),
            zh: zh.to_string(),
            en: en.to_string(),
            en_one: one.to_string(),
            en_shift: 0,
        })
    }

    pub fn built_in_ids() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|u| u.0)
    }

    /// Returns its English name for one of it.
    pub fn one(&self) -> &str {
        if self.en_one.is_empty() {
            &self.en
        } else {
            &self.en_one
        }
    }

    /// Returns whether it is percent, whatever its id: what counts is what readers see.
    pub fn is_percent(&self) -> bool {
        matches!(self.zh.as_str(), "%" | "％")
    }
}

/// A number with its bound and unit, in the order in which its language says them.
///
/// Guarantees: `to_string` is the one way it is written as plain text; `digits` never holds a qualifier.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Phrase {
    /// 超, 约, 不足; "more than ".
    pub before: String,
    pub digits: String,
    /// 余 between digits and unit; "+" in English.
    pub between: String,
    /// With its leading space where the language sets one.
    pub unit: String,
    /// 以上, 以下, 左右, 等; " or more".
    pub after: String,
}

impl std::fmt::Display for Phrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}{}{}{}", self.before, self.digits, self.between, self.unit, self.after)
    }
}

impl Phrase {
    /// Returns it without the name of its unit, for where an axis says that: 15.1万, 33000余, 160 or more. Percent stays.
    pub fn without_unit(&self, unit: &Unit, locale: Locale) -> String {
        let name = unit.zh.split_once('…').map_or(unit.zh.as_str(), |(_, trail)| trail);
        let power = match locale {
            _ if unit.is_percent() => self.unit.as_str(),
            Locale::Zh => self.unit.strip_suffix(name).unwrap_or(""),
            Locale::En => "",
        };
        format!("{}{}{}{power}{}", self.before, self.digits, self.between, self.after)
    }
}

/// The decimal as this language prints it, with what Chinese puts between digits and unit (万, 亿).
pub fn scaled(value: Decimal, unit: &Unit, format: Format, locale: Locale) -> (Decimal, &'static str) {
    match (locale, format) {
        (Locale::Zh, Format::Wan) => (value.shift(-4).trimmed(), "万"),
        (Locale::Zh, Format::Yi) => (value.shift(-8).trimmed(), "亿"),
        (Locale::Zh, Format::Plain) => (value, ""),
        (Locale::En, _) => (value.shift(unit.en_shift as i32), ""),
    }
}

/// Writes a number with its bound. `printed` is the word as printed; where it is empty the usual one is used.
pub fn phrase(
    value: Decimal,
    unit: &Unit,
    format: Format,
    bound: Bound,
    form: Form,
    printed: &str,
    locale: Locale,
) -> Phrase {
    let (value, scale) = scaled(value, unit, format, locale);
    let digits = value.digits(locale == Locale::En);
    let mut p = Phrase { digits, ..Phrase::default() };
    match locale {
        Locale::Zh => {
            let (lead, trail) = match unit.zh.split_once('…') {
                Some((lead, trail)) => (lead, trail),
                None => ("", unit.zh.as_str()),
            };
            p.before = lead.to_string();
            p.unit = format!("{scale}{trail}");
            let word = |usual: &'static str| {
                if printed.is_empty() {
                    usual.to_string()
                } else {
                    printed.to_string()
                }
            };
            match bound {
                Bound::Exact | Bound::Between if form == Form::OpenList => p.after = word("等"),
                Bound::Exact | Bound::Between => {}
                // 余 stands after the digits, before the unit; with 万 after it: 15万余人
                Bound::MoreThan if printed == "余" || printed == "多" => {
                    if scale.is_empty() {
                        p.between = printed.to_string();
                    } else {
                        p.unit = format!("{scale}{printed}{trail}");
                    }
                }
                Bound::MoreThan => p.before = format!("{}{}", word("超"), p.before),
                Bound::LessThan => p.before = format!("{}{}", word("不足"), p.before),
                Bound::AtLeast => p.after = word("以上"),
                Bound::UpTo if printed.is_empty() || printed.starts_with('以') => p.after = word("以下"),
                // 最高, 可达, 至多 come first
                Bound::UpTo => p.before = format!("{printed}{}", p.before),
                Bound::About if printed == "左右" || printed == "上下" => p.after = printed.to_string(),
                Bound::About => p.before = format!("{}{}", word("约"), p.before),
                Bound::Nearly => p.before = format!("{}{}", word("近"), p.before),
            }
        }
        Locale::En => {
            let one = value.mantissa == 1 && value.places == 0;
            let name = if one { unit.one() } else { unit.en.as_str() };
            let (lead, trail) = match name.split_once('…') {
                Some((lead, trail)) => (lead, trail),
                None => ("", name),
            };
            p.before = lead.to_string();
            let percent = trail == "%";
            let tight = percent || trail.is_empty() || trail.starts_with(' ');
            p.unit = if tight { trail.to_string() } else { format!(" {trail}") };
            match bound {
                Bound::Exact | Bound::Between if form == Form::OpenList => p.after = " and others".into(),
                Bound::Exact | Bound::Between => {}
                Bound::MoreThan if printed == "余" || printed == "多" => p.between = "+".into(),
                Bound::MoreThan => p.before = format!("more than {}", p.before),
                Bound::LessThan => p.before = format!("less than {}", p.before),
                Bound::UpTo => p.before = format!("up to {}", p.before),
                Bound::About => p.before = format!("about {}", p.before),
                Bound::AtLeast if percent => p.after = " or more".into(),
                Bound::AtLeast => p.between = " or more".into(),
                Bound::Nearly => p.before = format!("nearly {}", p.before),
            }
        }
    }
    p
}

/// Writes a range from its lower to its higher number: 300至400人, 4.5–5%.
pub fn range_phrase(low: Decimal, high: Decimal, unit: &Unit, format: Format, locale: Locale) -> Phrase {
    let whole = phrase(high, unit, format, Bound::Between, Form::Amount, "", locale);
    let first = scaled(low, unit, format, locale).0.digits(locale == Locale::En);
    Phrase { digits: format!("{first}{}{}", locale.pick("至", "–"), whole.digits), ..whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(value: &str, unit: &str, format: Format, q: Bound, printed: &str) -> (String, String) {
        let unit = Unit::built_in(unit).unwrap();
        let value = Decimal::parse(value).unwrap();
        let one = |l| phrase(value, &unit, format, q, Form::Amount, printed, l).to_string();
        (one(Locale::Zh), one(Locale::En))
    }

    #[test]
    fn beside_an_axis_a_phrase_keeps_its_power_and_its_bound() {
        let people = Unit::built_in("people").unwrap();
        let percent = Unit::built_in("percent").unwrap();
        let short = |digits: &str, unit: &Unit, format, bound, printed: &str, locale| {
            let value = Decimal::parse(digits).unwrap();
            phrase(value, unit, format, bound, Form::Amount, printed, locale).without_unit(unit, locale)
        };
        let (zh, en) = (Locale::Zh, Locale::En);
        assert_eq!(short("160000", &people, Format::Wan, Bound::MoreThan, "余", zh), "16万余");
        assert_eq!(short("33000", &people, Format::Plain, Bound::MoreThan, "余", zh), "33000余");
        assert_eq!(short("34000", &people, Format::Plain, Bound::AtLeast, "以上", zh), "34000以上");
        assert_eq!(short("34000", &people, Format::Plain, Bound::AtLeast, "以上", en), "34,000 or more");
        assert_eq!(short("43.70", &percent, Format::Plain, Bound::Exact, "", zh), "43.70%");
    }

    #[test]
    fn qualifiers_stand_where_each_language_puts_them() {
        use Bound::*;
        use Format::*;
        for (value, unit, format, q, printed, zh, en) in [
            ("43.72", "percent", Plain, Exact, "", "43.72%", "43.72%"),
            ("80", "percent", Plain, MoreThan, "超过", "超过80%", "more than 80%"),
            ("33000", "people", Plain, MoreThan, "余", "33000余人", "33,000+ people"),
            ("20000", "people", Wan, MoreThan, "超", "超2万人", "more than 20,000 people"),
            ("150000", "people", Wan, MoreThan, "余", "15万余人", "150,000+ people"),
            ("151000", "people", Wan, Exact, "", "15.1万人", "151,000 people"),
            ("90", "percent", Plain, AtLeast, "以上", "90%以上", "90% or more"),
            ("4", "items", Plain, AtLeast, "以上", "4项以上", "4 or more items"),
            ("2", "percent", Plain, UpTo, "以下", "2%以下", "up to 2%"),
            ("30", "people", Plain, LessThan, "不足", "不足30人", "less than 30 people"),
            ("350", "years", Plain, About, "约", "约350年", "about 350 years"),
            ("350", "years", Plain, About, "左右", "350年左右", "about 350 years"),
            ("2000000", "people", Wan, Nearly, "近", "近200万人", "nearly 2,000,000 people"),
            ("1", "years", Plain, Exact, "", "1年", "1 year"),
        ] {
            assert_eq!(say(value, unit, format, q, printed), (zh.to_string(), en.to_string()));
        }
    }

    #[test]
    fn what_is_counted_of_an_open_list_and_a_range_keep_their_words() {
        let items = Unit::built_in("items").unwrap();
        let six = |l| phrase(Decimal::whole(6), &items, Format::Plain, Bound::Exact, Form::OpenList, "等", l);
        assert_eq!(
            (six(Locale::Zh).to_string().as_str(), six(Locale::En).to_string().as_str()),
            ("6项等", "6 items and others")
        );
        let people = Unit::built_in("people").unwrap();
        let some = |l| range_phrase(Decimal::whole(3000), Decimal::whole(4000), &people, Format::Plain, l);
        assert_eq!(some(Locale::Zh).to_string(), "3000至4000人");
        assert_eq!(some(Locale::En).to_string(), "3,000–4,000 people");
    }

    #[test]
    fn english_moves_the_point_and_nothing_else() {
        let unit = Unit {
            id: "yi_yuan".into(),
            zh: "亿元".into(),
            en: "bn yuan".into(),
            en_one: "bn yuan".into(),
            en_shift: -1,
        };
        let value = Decimal::parse("239.2").unwrap();
        assert_eq!(
            phrase(value, &unit, Format::Plain, Bound::Exact, Form::Amount, "", Locale::En).to_string(),
            "23.92 bn yuan"
        );
        let mu = Unit { en_shift: 4, en: "mu".into(), ..unit };
        let value = Decimal::parse("6.31").unwrap();
        assert_eq!(
            phrase(value, &mu, Format::Plain, Bound::Exact, Form::Amount, "", Locale::En).to_string(),
            "63,100 mu"
        );
    }

    #[test]
    fn decimals_keep_what_was_typed() {
        assert_eq!(Decimal::parse("43.70").unwrap().digits(false), "43.70");
        assert_eq!(Decimal::parse("-0.05").unwrap().digits(false), "−0.05");
        assert_eq!(Decimal::parse("1.5e3").unwrap().digits(true), "1,500");
        for wrong in ["", "x", "1.2.3", "1e999", "12345678901234567", "--1", "１"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }
}
