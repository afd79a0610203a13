//! `mixed-unit`, of a unit that is ten thousand of something in one language and one of it in another, so that each language
//! states another amount.
//!
//! **Invariant**: only powers of ten that a name spells out are compared; prefixes (kilo, 千瓦), symbols and rates are
//! nobody's business here.

use crate::diagnostic::Both;
use crate::locale::number::{Unit, UnitWords};
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

/// The power of ten that the name of a unit spells out, with its shift; nothing where that is not certain.
fn power(words: &UnitWords) -> Option<i32> {
    let name = words.forms.last()?;
    let lower = name.to_lowercase();
    let is_rate = ["/", "每", "per ", " на "].iter().any(|word| lower.contains(word));
    let is_symbol =
        name.contains(|c: char| c.is_ascii_uppercase()) || lower.chars().count() < 3 && lower.is_ascii();
    let prefixes = ["千", "兆", "kilo", "mega", "giga", "tera", "тыс", "кило", "мега", "гига"];
    let found = POWERS.iter().find(|(word, _)| lower.contains(word));
    let found = found.or(lower.starts_with("m ").then_some(&("m ", 6)));
    let rest = found.map_or(lower.clone(), |(word, _)| lower.replacen(word, "", 1));
    if is_rate || is_symbol || prefixes.iter().any(|prefix| rest.contains(prefix)) {
        return None;
    }
    let other =
        rest.contains(|c: char| c.is_ascii_digit()) || POWERS.iter().any(|(word, _)| rest.contains(word));
    (!other).then_some(found.map_or(0, |(_, power)| *power) + i32::from(words.shift))
}

/// Two languages in which a unit is not the same number of things.
fn unlike(unit: &Unit) -> Option<(&UnitWords, &UnitWords)> {
    let known: Vec<(&UnitWords, i32)> =
        unit.words.iter().filter_map(|words| power(words).map(|power| (words, power))).collect();
    let (first, rest) = known.split_first()?;
    rest.iter().find(|(_, power)| *power != first.1).map(|(words, _)| (first.0, *words))
}

pub(super) fn check_figures(bench: &mut Bench) {
    let mut told: BTreeSet<String> = BTreeSet::new();
    for (i, figure) in bench.story.figures().iter().enumerate() {
        let unit = figure.unit();
        let Some((a, b)) = unlike(unit).filter(|_| told.insert(unit.id.clone())) else { continue };
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
    use crate::locale::Locale;

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
        ] {
            assert_eq!(unlike(&unit(zh, en, shift)).is_none(), alike, "{zh} {en} {shift}");
        }
    }
}
