//! `mixed-unit`, of a unit that is ten thousand of something in one language and one of it in another, or hectares in one
//! and acres in another, so that each language states another amount.
//!
//! **Invariant**: only powers of ten that a name spells out are compared, and units that are known in both languages; other
//! prefixes (kilo, 千), symbols and rates are nobody's business here.

use crate::diagnostic::Both;
use crate::locale::number::{Unit, UnitWords};
use crate::locale::recognition::kinds::{is_measured as measures, kind_of};
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::rules::{Bench, Place};
use std::collections::BTreeSet;

/// The longer names first: 万亿 has 亿 in it.
const POWERS: [(&str, i32); 26] = [
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("十亿", 9),
    ("亿", 8),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("万", 4),
    ("trillion", 12),
    ("hundred million", 8),
    ("100 million", 8),
    ("ten million", 7),
    ("10 million", 7),
    ("hundred thousand", 5),
    ("ten thousand", 4),
    ("10 thousand", 4),
    ("10,000", 4),
    ("10 000", 4),
    ("billion", 9),
    ("bn", 9),
    ("million", 6),
    ("thousand", 3),
    ("трлн", 12),
    ("млрд", 9),
    ("млн", 6),
];

/// The power of ten that a name begins with, and what is left of it.
fn parts(lower: &str) -> (i32, String) {
    let found = POWERS.iter().find(|(word, _)| lower.contains(word));
    let short = [("m ", 6), ("tn ", 12), ("trn ", 12)];
    let found = found.or(short.iter().find(|(word, _)| lower.starts_with(word)));
    found.map_or((0, lower.to_string()), |(word, power)| (*power, lower.replacen(word, "", 1)))
}

fn is_rate(lower: &str) -> bool {
    ["/", "每", "per ", " на "].iter().any(|word| lower.contains(word))
}

/// What stands in the last brackets of a title, or behind its last comma.
pub(crate) fn unit_at_end(text: &str) -> Option<&str> {
    let text = text.trim();
    let inner = text.strip_suffix([')', '）']);
    let last = match inner {
        Some(inner) => inner.rsplit(['(', '（']).next(),
        None => text.rsplit_once([',', '，']).map(|(_, last)| last),
    }?;
    Some(
        ["单位：", "单位:", "in ", "unit: "]
            .iter()
            .fold(last.trim(), |last, word| last.trim_start_matches(word)),
    )
}

/// The kind of what a text calls a unit, likewise.
pub(crate) fn kind_of_name(name: &str, locale: Locale) -> Option<(usize, i32)> {
    known(&UnitWords { locale, forms: vec![name.to_string()], shift: 0 })
}

/// The kind of a unit as it is called in a language.
pub(crate) fn kind_of_unit(unit: &Unit, locale: Locale) -> Option<(usize, i32)> {
    unit.words.iter().find(|words| words.locale == locale).and_then(|words| {
        let (kind, power) = known(words)?;
        Some((kind, power - i32::from(words.shift)))
    })
}

/// The kind of a unit whose name is known, with the power of ten by which it is larger than its kind.
fn known(words: &UnitWords) -> Option<(usize, i32)> {
    let lower = words.forms.last()?.to_lowercase();
    let (power, rest) = parts(&lower);
    let rest = rest.trim();
    let rest = if words.locale.catalogue().spaced { rest.split(" of ").next()? } else { rest };
    let (kind, own) = kind_of(rest, words.locale).filter(|_| !is_rate(&lower))?;
    Some((kind, power + own + i32::from(words.shift)))
}

/// Whether a unit is one of measure, such as hectares, and none of things that are counted.
pub(crate) fn is_measured(unit: &Unit) -> bool {
    unit.words.iter().filter_map(known).any(|(kind, _)| measures(kind))
}

/// How many things one of a unit is, as a power of ten, where its names say so.
pub(crate) fn power_of(unit: &Unit) -> Option<i32> {
    unit.words.iter().find_map(power)
}

/// The power of ten that the name of a unit spells out, with its shift; nothing where that is not certain.
fn power(words: &UnitWords) -> Option<i32> {
    let name = words.forms.last()?;
    let lower = name.to_lowercase();
    let is_symbol =
        name.contains(|c: char| c.is_ascii_uppercase()) || lower.chars().count() < 3 && lower.is_ascii();
    let prefixes = ["千", "兆", "kilo", "mega", "giga", "tera", "тыс", "кило", "мега", "гига"];
    let (found, rest) = parts(&lower);
    if is_rate(&lower) || is_symbol || prefixes.iter().any(|prefix| rest.contains(prefix)) {
        return None;
    }
    let other =
        rest.contains(|c: char| c.is_ascii_digit()) || POWERS.iter().any(|(word, _)| rest.contains(word));
    (!other).then_some(found + i32::from(words.shift))
}

/// Two languages in which a unit is not the same number of things.
fn unlike(unit: &Unit) -> Option<(&UnitWords, &UnitWords)> {
    // acres are no hectares, and hectares no square metres
    apart(unit, known).or_else(|| {
        let is_told = unit.words.iter().all(|words| known(words).is_some());
        apart(unit, power).filter(|_| !is_told)
    })
}

/// Two languages of a unit of which something that is known is not the same.
fn apart<T: PartialEq>(
    unit: &Unit,
    known: impl Fn(&UnitWords) -> Option<T>,
) -> Option<(&UnitWords, &UnitWords)> {
    let all: Vec<(&UnitWords, T)> =
        unit.words.iter().filter_map(|words| known(words).map(|own| (words, own))).collect();
    let (first, rest) = all.split_first()?;
    rest.iter().find(|(_, own)| *own != first.1).map(|(words, _)| (first.0, *words))
}

pub(super) fn check_figures(bench: &mut Bench) {
    let story = bench.story;
    let mut looked_at: BTreeSet<&str> = BTreeSet::new();
    for (i, figure) in story.figures().iter().enumerate() {
        let unit = figure.unit();
        if !looked_at.insert(unit.id.as_str()) {
            continue;
        }
        let Some((a, b)) = unlike(unit) else { continue };
        let name = |words: &UnitWords| words.forms.last().cloned().unwrap_or_default();
        let (id, a, b) = (&unit.id, name(a), name(b));
        bench.error(
            "mixed-unit",
            Place::Figure(FigureIx(i), "unit"),
            Both::new(
                format!("单位 {id} 在一种语言里是“{a}”，在另一种里是“{b}”，同一个数说的就不是同样多"),
                format!("the unit {id} is \"{a}\" in one language and \"{b}\" in another: one number would be two amounts"),
            ),
            Both::new(
                "各语言写同样大的单位；不一样大就在 units 里写 shift，数值不用改",
                "write units of one size in each language, or a shift under units where they differ; the number stays",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_as_much_in_each_language() {
        let unit = |zh: &str, en: &str, shift: i8| Unit {
            id: "u".into(),
            words: vec![
                UnitWords { locale: Locale::Zh, forms: vec![zh.into()], shift: 0 },
                UnitWords { locale: Locale::En, forms: vec![en.into()], shift },
            ],
        };
        for (zh, en, shift, alike) in [
            ("万人", "people", 0, false),
            ("万人", "people", 4, true),
            ("亿元", "bn yuan", -1, true),
            ("亿元", "bn yuan", 0, false),
            ("万人次", "m visits", -2, true),
            ("万吨", "ten thousand tonnes", 0, true),
            ("万千瓦", "MW", 1, true),
            ("千克", "kilograms", 0, true),
            ("元/万人", "yuan per ten thousand people", 0, true),
            ("人", "thousand people", 0, false),
            ("公顷", "acres", 0, false),
            ("公顷", "hectares of forest", 0, true),
            ("公顷", "square metres", 0, false),
            ("公顷", "square metres", 4, true),
            ("万公顷", "thousand square kilometres", 0, false),
            ("亿元", "bn US dollars", -1, false),
            ("公里", "miles", 0, false),
            ("公里", "km", 0, true),
            ("小时", "minutes", 0, false),
            ("户", "people", 0, false),
            ("个", "people", 0, true),
            ("吨", "tons", 0, true),
            ("公里/小时", "miles per hour", 0, true),
        ] {
            assert_eq!(unlike(&unit(zh, en, shift)).is_none(), alike, "{zh} {en} {shift}");
        }
    }
}
