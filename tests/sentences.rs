//! What a sentence says of a figure agrees with the figure: the way it went, once.

use crate::support::tale::Tale;
use duoyuan::diagnostic::Severity;
use duoyuan::locale::Locale;

const FALL: &str = "\"value\": -5, \"unit\": \"percent\", \"measure\": \"growth\"";
const FLOOR: &str =
    "\"value\": -33.3, \"unit\": \"percent\", \"measure\": \"growth\", \"bound\": \"more_than\", \"printed\": \"over\"";
const RISE: &str = "\"value\": 5, \"unit\": \"percent\", \"measure\": \"growth\"";

fn tale(locale: Locale, sentence: &str) -> Tale {
    let tale = Tale::new(&[locale]).figure("x", FALL).figure("y", RISE).figure("z", FLOOR);
    tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}").says(locale, sentence)
}

/// A fall that a sentence calls one prints its sign no second time, and the remedy is one edit.
#[test]
fn a_fall_is_said_once() {
    for (locale, sentence) in [
        (Locale::En, "Output fell by {x} in a year."),
        (Locale::En, "It was down {z}."),
        (Locale::En, "A {x} decline."),
        (Locale::Zh, "产量同比下降{x}。"),
        (Locale::Zh, "减少了{z}。"),
        (Locale::Ru, "Выпуск снизился на {x}."),
    ] {
        let found = tale(locale, sentence).problem("direction-word");
        assert_eq!(found.severity, Severity::Error);
        assert!(found.help.en().contains(".size}") && found.help.zh().contains(".size}"), "{found:?}");
        let edit = found.edit.as_ref().unwrap_or_else(|| panic!("{sentence}: no edit"));
        assert!(edit.text == "{x.size}" || edit.text == "{z.size}", "{edit:?}");
        let mended = sentence.replace("{x}", "{x.size}").replace("{z}", "{z.size}");
        assert!(
            tale(locale, &mended).problems().is_empty(),
            "{mended}: {:#?}",
            tale(locale, &mended).problems()
        );
    }
}

#[test]
fn no_sentence_goes_another_way_than_its_figure() {
    for (locale, sentence) in [
        (Locale::En, "Output rose by {x}."),
        (Locale::En, "Output rose by {x.size}."),
        (Locale::En, "Output fell by {y}."),
        (Locale::En, "An {x.size} increase."),
        (Locale::Zh, "增长{x}。"),
        (Locale::Zh, "下降{y}。"),
        (Locale::Ru, "Выпуск вырос на {x}."),
    ] {
        let found = tale(locale, sentence).problem("direction-word");
        assert!(found.edit.is_none(), "no edit can know which of the two is wrong: {found:?}");
        assert!(found.message.en().contains("different ways"), "{found:?}");
    }
    for (locale, sentence) in [
        (Locale::En, "Output rose by {y} after it fell by {x.size}."),
        (Locale::En, "The growth rate, {x}, is a record."),
        (Locale::En, "The rate went from {y} to {x}."),
        (Locale::Zh, "增速为{x}。"),
        (Locale::Ru, "Темп: {x}."),
    ] {
        assert!(tale(locale, sentence).problems().is_empty(), "{sentence}");
    }
}

#[test]
fn years_that_contradict_each_other_are_told() {
    let code = |members: &str| {
        let tale = Tale::new(&[Locale::En]).figure("x", members);
        let tale = tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}");
        tale.problems().iter().map(|d| d.code).collect::<Vec<_>>()
    };
    let level = "\"value\": 5, \"unit\": \"people\", \"measure\": \"level\"";
    let growth = "\"value\": 5, \"unit\": \"percent\", \"measure\": \"growth\"";
    let of = |members: &str, words: &str, start: &str| {
        code(&format!("{members}, \"period\": {{\"en\": \"{words}\", \"start\": \"{start}\"}}"))
    };
    // the source is of 1 March 2024
    assert_eq!(of(level, "2025", "2025"), ["target-as-result"]);
    assert_eq!(of(level, "June 2024", "2024-06"), ["target-as-result"]);
    assert_eq!(of(&format!("{level}, \"status\": \"estimated\""), "2025", "2025"), ["target-as-result"]);
    assert_eq!(code("\"value\": \"2035\", \"measure\": \"date\""), ["target-as-result"]);
    assert_eq!(of(level, "2024", "2024"), [""; 0]);
    assert_eq!(of(level, "February 2024", "2024-02"), [""; 0]);
    assert_eq!(of(level, "2021", "2023"), ["bad-period"]);
    assert_eq!(of(level, "2022/23", "2023"), [""; 0]);
    assert_eq!(of(level, "the plan period", "2023"), [""; 0]);
    assert_eq!(of(&format!("{growth}, \"base\": {{\"en\": \"2024\"}}"), "2023", "2023"), ["bad-period"]);
    assert_eq!(of(&format!("{growth}, \"base\": {{\"en\": \"2022\"}}"), "2023", "2023"), [""; 0]);
}
