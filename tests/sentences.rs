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
/// Seen to fail: without `direction_word::check_texts`.
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

/// Seen to fail: without `direction_word::check_texts`.
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
