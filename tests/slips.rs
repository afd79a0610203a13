//! Slips of units, signs and counts, and cautions that nobody would read: each was taken without a word, and is told
//! now.

use crate::support::tale::{codes, told, Tale};
use duoyuan::diagnostic::Severity;
use duoyuan::locale::Locale;

const BOTH: [Locale; 2] = [Locale::Zh, Locale::En];

fn tale() -> Tale {
    Tale::new(&BOTH)
}

/// A figure's members: a number of people.
fn people(value: &str) -> String {
    format!("\"value\": {value}, \"unit\": \"people\", \"measure\": \"level\"")
}

#[test]
fn a_unit_is_the_same_thing_in_each_language() {
    let story = |members: &str| {
        let figure = "\"value\": 5, \"unit\": \"w\", \"measure\": \"level\"";
        tale().unit("w", members).figure("x", figure)
    };
    for unlike in [
        r#""zh": "公顷", "en": "acres""#,
        r#""zh": "亿元", "en": "bn US dollars", "en_shift": -1"#,
        r#""zh": "公里", "en": "miles""#,
    ] {
        told(&story(unlike), "mixed-unit", "数值不用改", "the number stays");
    }
    for like in [
        r#""zh": "公顷", "en": "hectares""#,
        r#""zh": "亿元", "en": "bn yuan", "en_shift": -1"#,
        r#""zh": "个", "en": "schools""#,
    ] {
        assert_eq!(codes(&story(like)), [], "{like}");
    }
}

#[test]
fn nobody_is_half_a_person_and_nothing_falls_by_more_than_there_was() {
    let count =
        |value: &str, unit: &str| format!("\"value\": {value}, \"unit\": \"{unit}\", \"measure\": \"count\"");
    let found = told(&tale().figure("x", &count("-5", "people")), "number-range", "正负号", "the sign");
    assert_eq!(found.severity, Severity::Error);
    told(&tale().figure("x", &count("2.5", "people")), "number-range", "小数点", "the point");
    let wan = r#""zh": "万人", "en": "ten thousand people""#;
    assert_eq!(codes(&tale().unit("w", wan).figure("x", &count("2.5", "w"))), []);
    assert_eq!(codes(&tale().figure("x", &count("2.50", "hectares"))), []);
    let growth = |value: &str, rest: &str| {
        tale()
            .figure("x", &format!("\"value\": {value}, \"unit\": \"percent\", \"measure\": \"growth\"{rest}"))
    };
    told(&growth("-130", ""), "number-range", "小数点", "the point");
    assert_eq!(codes(&growth("-100", "")), []);
    assert_eq!(
        codes(&growth("-130", ", \"note\": {\"zh\": \"利润转亏\", \"en\": \"from profit to loss\"}")),
        []
    );
}

#[test]
fn a_caution_is_about_something_that_is_shown() {
    let with = |caution: &str| {
        let chart = r#"{"type": "callouts", "items": [{"figure": "x"}]}"#;
        let tale = tale().figure("x", &people("5")).figure("y", &people("7")).chart(chart);
        let section = format!("\"cautions\": [{{\"text\": {}{caution}}}], \"units\":", tale.text("words"));
        let mut files = tale.files();
        let text = tale.story().replacen("\"units\":", &section, 1);
        files.insert("story.json".into(), text.into_bytes());
        crate::support::problems_of(duoyuan::story::Story::load(&files))
    };
    for (caution, help) in [("", "write figures"), (r#", "figures": ["y"]"#, "name the figures")] {
        let found = with(caution);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].code == "idle-caution" && found[0].help.en().contains(help), "{found:#?}");
        assert_eq!((found[0].severity, &*found[0].path), (Severity::Warning, "cautions[0]"));
    }
    for caution in [r#", "figures": ["x", "y"]"#, r#", "source": "s""#] {
        assert_eq!(with(caution), [], "{caution}");
    }
}
