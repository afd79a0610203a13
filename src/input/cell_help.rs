//! What an editor is told to write instead of a cell that is no number.
//!
//! **Invariant**: what it says is the same amount as the cell, with the same bound, sign and range; where a cell may
//! mean two things, it says both.

use crate::diagnostic::Both;
use crate::locale::number::Decimal;

/// Words before and after a number, each with the bound that it prints.
const WORDS: [(&str, &str); 12] = [
    ("超过", "more_than"),
    ("超", "more_than"),
    ("余", "more_than"),
    ("多", "more_than"),
    ("以上", "at_least"),
    ("以下", "up_to"),
    ("不足", "less_than"),
    ("不满", "less_than"),
    ("约", "about"),
    ("左右", "about"),
    ("近", "about"),
    ("+", "at_least"),
];

/// Chinese words around a number, longer ones first, each with the bound that it prints.
pub fn words() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.into_iter()
}

/// Returns the bound that a Chinese word prints.
pub fn bound_of(word: &str) -> Option<&'static str> {
    WORDS.iter().find(|(w, _)| *w == word).map(|(_, q)| *q)
}

/// Powers of ten by their names, longer ones first, each with the format that prints it so.
const POWERS: [(&str, i32, &str); 20] = [
    ("万亿", 12, ""),
    ("千万", 7, ""),
    ("百万", 6, ""),
    ("十万", 5, ""),
    ("亿", 8, "yi"),
    ("万", 4, "wan"),
    ("千", 3, ""),
    ("百", 2, ""),
    ("十", 1, ""),
    ("thousand", 3, "thousand"),
    ("million", 6, "million"),
    ("billion", 9, "billion"),
    ("trillion", 12, ""),
    ("mn", 6, "million"),
    ("bn", 9, "billion"),
    ("tn", 12, ""),
    ("тыс.", 3, "thousand"),
    ("млн", 6, "million"),
    ("млрд", 9, "billion"),
    ("трлн", 12, ""),
];

/// What makes 千 and 百 a part of the unit: 千瓦, 千米, 百分点.
const UNITS_OF_POWERS: &str = "瓦克米卡帕赫伏升字分";

/// Signs of bounds in tables.
const SIGNS: [(&str, &str); 6] = [
    ("~", "about"),
    ("≈", "about"),
    (">", "more_than"),
    ("<", "less_than"),
    ("≥", "at_least"),
    ("≤", "up_to"),
];

/// Marks of statistical offices behind a number.
const STATUSES: [(&str, &str); 4] =
    [("(p)", "preliminary"), ("(r)", "revised"), ("(e)", "estimated"), ("(f)", "forecast")];

/// The digits that a text begins with, and the rest.
fn split(text: &str) -> Option<(Decimal, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !".,".contains(c)).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let groups: Vec<&str> = digits.split(',').collect();
    let grouped = groups[1..].iter().all(|g| g.split('.').next().is_some_and(|whole| whole.len() == 3));
    let number = Decimal::parse(&digits.replace(',', "")).filter(|_| grouped)?;
    Some((number, rest))
}

/// The power of ten that a unit's name has: 4 of 万元, 6 of "million tonnes".
pub fn power_of_unit(unit: &str) -> i32 {
    let han = [("万亿", 12), ("亿", 8), ("万", 4)].into_iter().find(|(name, _)| unit.contains(name));
    let words = unit.split(|c: char| !c.is_alphabetic() && c != '.');
    let spaced =
        || words.clone().find_map(|word| POWERS.iter().find(|(name, ..)| *name == word.to_lowercase()));
    han.map(|(_, power)| power).or_else(|| spaced().map(|(_, power, _)| *power)).unwrap_or(0)
}

/// A number written out in a unit of 10^`unit`: 3万亿 is 3000000000000, and 30000 in 亿元. Without a power of its own it is
/// in the unit already.
pub fn written_out(number: Decimal, power: i32, unit: i32) -> Option<String> {
    let digits = number.shift(if power == 0 { 0 } else { power - unit }).digits().replace('−', "-");
    Decimal::parse(&digits).map(|_| digits)
}

fn power_of(text: &str) -> (i32, &str) {
    let (power, _, rest) = named_power(text);
    (power, rest)
}

/// The power of ten that a text begins with, the format that prints it so, and what is behind it.
pub fn named_power(text: &str) -> (i32, &'static str, &str) {
    let found = POWERS.iter().find_map(|(name, power, format)| {
        let rest = text.strip_prefix(name)?;
        let of_unit = name.ends_with(['千', '百']) && rest.starts_with(|c| UNITS_OF_POWERS.contains(c));
        (!of_unit).then_some((*power, *format, rest))
    });
    found.unwrap_or((0, "", text))
}

fn write(digits: &str) -> Both {
    Both::new(format!("写 {digits}"), format!("write {digits}"))
}

fn with_bound(digits: &str, bound: &str, word: &str) -> Both {
    match word {
        "" => Both::new(
            format!("value 写 {digits}，bound 写 {bound}"),
            format!("write {digits} into value and {bound} into bound"),
        ),
        _ => Both::new(
            format!("value 写 {digits}，bound 写 {bound}，printed 写 {word}"),
            format!("write {digits} into value, {bound} into bound and {word} into printed"),
        ),
    }
}

/// Returns what to write for a cell without its spaces, where that is known. `unit` is the Chinese name of its unit.
pub fn help(plain: &str, unit: &str) -> Option<Both> {
    let unit = power_of_unit(unit);
    fraction(plain)
        .or_else(|| range(plain, unit))
        .or_else(|| marked(plain))
        .or_else(|| separated(plain))
        .or_else(|| bounded(plain, unit))
}

/// 3/4: the decimal, where it ends.
fn fraction(plain: &str) -> Option<Both> {
    let (above, below) = plain.split_once('/')?;
    let (a, b): (i64, i64) = (above.parse().ok()?, below.parse().ok()?);
    let ends = (0..=9).find_map(|places| {
        let scaled = a.checked_mul(10i64.pow(places))?;
        (b > 0 && scaled % b == 0).then(|| Decimal { mantissa: scaled / b, places: places as u8 }.digits())
    });
    Some(match ends {
        Some(digits) => write(&digits),
        None => Both::new(
            "分数除不尽：写来源另外印出的小数，或写成 story.json 里的数字",
            "this fraction has no end: write the decimal that the source prints, or make it a figure of story.json",
        ),
    })
}

/// 10至15: both ends are kept.
fn range(plain: &str, unit: i32) -> Option<Both> {
    let (low, rest) = split(plain)?;
    let (power, rest) = power_of(rest.strip_prefix('%').unwrap_or(rest));
    let dash = ["至", "到", "-", "–", "—", "~", "～"].iter().find_map(|dash| rest.strip_prefix(dash))?;
    let (high, rest) = split(dash)?;
    let (after, _) = power_of(rest);
    // 10至15万 is from 10万
    let power = if power == 0 { after } else { power };
    let (low, high) = (written_out(low, power, unit)?, written_out(high, after, unit)?);
    Some(Both::new(
        format!("这是范围：在 story.json 里写成数字，\"value\": [{low}, {high}]"),
        format!("this is a range: make it a figure of story.json with \"value\": [{low}, {high}]"),
    ))
}

/// Signs of a plus, a minus or a loss, and marks behind a number.
fn marked(plain: &str) -> Option<Both> {
    if let Some(rest) = plain.strip_prefix('+') {
        let (number, rest) = split(rest)?;
        let digits = number.digits();
        return match rest {
            "" => Some(Both::new(format!("不写正号：{digits}"), format!("write {digits} without the plus"))),
            "%" => Some(Both::new(
                format!("不写正号和百分号：{digits}；序列的 unit 写 percent"),
                format!("write {digits} without the plus; the series' unit is percent"),
            )),
            _ => None,
        };
    }
    let inner =
        plain.strip_prefix('(').or(plain.strip_prefix('（')).and_then(|p| p.strip_suffix([')', '）']));
    if let Some((number, "")) = inner.and_then(split) {
        let digits = number.digits();
        return Some(Both::new(
            format!("括号表示负数时写 -{digits}，不是时写 {digits}"),
            format!("write -{digits} if the brackets mean a loss, {digits} if not"),
        ));
    }
    if let Some((number, "")) = plain.strip_prefix(['△', '▲', '▽', '▼']).and_then(split) {
        let digits = number.digits();
        return Some(Both::new(
            format!("三角的意思看表头：减少写 -{digits}，增加写 {digits}"),
            format!(
                "see what the triangle means in this table: write -{digits} for a fall, {digits} for a rise"
            ),
        ));
    }
    let lower = plain.to_ascii_lowercase();
    if let Some((rest, status)) = STATUSES.iter().find_map(|(mark, s)| Some((lower.strip_suffix(mark)?, *s)))
    {
        let (number, rest) = split(rest)?;
        let digits = number.digits();
        return rest.is_empty().then(|| {
            Both::new(
                format!("value 写 {digits}，status 写 {status}"),
                format!("write {digits} into value and {status} into status"),
            )
        });
    }
    let (rest, mark) = ["*", "†", "①", "②", "③", "¹", "²", "³"]
        .iter()
        .find_map(|mark| Some((plain.strip_suffix(mark)?, *mark)))?;
    let (number, rest) = split(rest.trim_end_matches('*'))?;
    let digits = number.digits();
    rest.is_empty().then(|| {
        Both::new(
            format!("写 {digits}；{mark} 的脚注写进说明（note_zh）"),
            format!("write {digits}; what {mark} says goes into the note (note_en)"),
        )
    })
}

/// 1'234, 1.234.567 and 12,5: other countries' separators.
fn separated(plain: &str) -> Option<Both> {
    for separator in ['\'', '’', '.', ','] {
        let mut groups = plain.split(separator);
        let first = groups.next()?;
        let rest: Vec<&str> = groups.collect();
        let digits = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if rest.is_empty() || !digits(&first) || !rest.iter().all(digits) {
            continue;
        }
        let grouped = first.len() <= 3 && rest.iter().all(|g| g.len() == 3);
        return match (separator, rest.len(), grouped) {
            (',', 1, false) => Some(Both::new(
                format!("逗号是小数点时写 {first}.{}", rest[0]),
                format!("write {first}.{} if the comma is a decimal comma", rest[0]),
            )),
            (_, _, true) => Some(write(&[first, &rest.concat()].concat())),
            _ => None,
        };
    }
    None
}

/// 3300余万, 约1.2亿千瓦时, 1200+: a number with its power, its bound and a unit.
fn bounded(plain: &str, unit_power: i32) -> Option<Both> {
    let sign = SIGNS.iter().find_map(|(sign, bound)| Some((plain.strip_prefix(sign)?, *bound)));
    if let Some((rest, bound)) = sign {
        let (number, rest) = split(rest)?;
        let (power, rest) = power_of(rest);
        let digits = written_out(number, power, unit_power)?;
        return rest.is_empty().then(|| with_bound(&digits, bound, ""));
    }
    let before = words().find(|(word, _)| *word != "+" && plain.starts_with(word));
    let body = before.map_or(plain, |(word, _)| &plain[word.len()..]);
    let (number, rest) = split(body)?;
    let (first, rest) = power_of(rest);
    let within = words().find(|(word, _)| rest.starts_with(word));
    let rest = within.map_or(rest, |(word, _)| &rest[word.len()..]);
    // 3300余万: the power comes after the bound; 1万余亿 has two
    let (second, rest) = if within.is_some() { power_of(rest) } else { (0, rest) };
    let after = words().find(|(word, _)| before.is_none() && within.is_none() && rest.ends_with(word));
    let unit = after.map_or(rest, |(word, _)| &rest[..rest.len() - word.len()]);
    let digits = written_out(number, first + second, unit_power)?;
    let said = match before.or(within).or(after) {
        Some((word, bound)) => with_bound(&digits, bound, word),
        None => write(&digits),
    };
    Some(match unit {
        "" => said,
        _ => Both::new(
            format!("{}；“{unit}”写在序列的 unit 里", said.zh()),
            format!("{}; \"{unit}\" goes into the series' \"unit\"", said.en()),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail: with what the cells were told before, the digits that they begin with.
    #[test]
    fn what_is_told_is_the_same_amount() {
        for (cell, told) in [
            ("+5.3%", "write 5.3 without the plus"),
            ("3万亿", "write 3000000000000"),
            ("1.2亿千瓦时", "write 120000000; \"千瓦时\" goes"),
            ("3300余万", "write 33000000 into value, more_than into bound and 余"),
            ("1000多万", "write 10000000 into value, more_than into bound and 多"),
            ("约1010", "write 1010 into value, about into bound and 约"),
            ("1010吨以上", "write 1010 into value, at_least into bound and 以上 into printed; \"吨\""),
            ("10至15", "\"value\": [10, 15]"),
            ("10至15万", "\"value\": [100000, 150000]"),
            ("10%—15%", "\"value\": [10, 15]"),
            ("1'234", "write 1234"),
            ("1.234.567", "write 1234567"),
            ("12,5", "write 12.5 if"),
            ("(1234)", "write -1234 if"),
            ("△5.3", "write -5.3 for a fall, 5.3 for a rise"),
            ("3/4", "write 0.75"),
            ("1/3", "no end"),
            ("2.7倍", "write 2.7; \"倍\" goes"),
            ("5千", "write 5000"),
            ("500千瓦时", "write 500; \"千瓦时\" goes"),
            ("2.1百分点", "write 2.1; \"百分点\" goes"),
            ("2百万", "write 2000000"),
            ("~1200", "write 1200 into value and about into bound"),
            (">1200", "write 1200 into value and more_than into bound"),
            ("≥1200", "write 1200 into value and at_least into bound"),
            ("1200+", "write 1200 into value, at_least into bound and + into printed"),
            ("1200(p)", "write 1200 into value and preliminary into status"),
            ("12.3*", "write 12.3; what * says"),
        ] {
            let help = help(cell, "人").unwrap_or_else(|| panic!("{cell}: nothing is told"));
            assert!(help.en().contains(told), "{cell}: {}", help.en());
        }
        for cell in ["①", "x", "12,34,567", "—"] {
            assert!(help(cell, "人").is_none(), "{cell}");
        }
        // in a unit that has a power itself
        for (cell, told) in
            [("3万亿", "write 30000"), ("3300余亿", "write 3300 into"), ("约1010", "write 1010 into")]
        {
            let help = help(cell, "亿元").unwrap();
            assert!(help.en().starts_with(told), "{cell}: {}", help.en());
        }
        // seen to fail: 3700000 million tonnes
        for (cell, told) in
            [("3.7million", "write 3.7"), ("3bn", "write 3000"), ("~950thousand", "write 0.950 into")]
        {
            for unit in ["million tonnes", "Million-tonne class", "млн т"] {
                let help = help(cell, unit).unwrap();
                assert!(help.en().starts_with(told), "{cell} in {unit}: {}", help.en());
            }
        }
    }
}
