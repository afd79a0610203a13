//! Titles without a number that go another way than all that is drawn below them: each was drawn without a word, and is
//! told now.

use crate::support::tale::{called, told, Tale};
use duoyuan::diagnostic::Severity;
use duoyuan::locale::Locale;

const BOTH: [Locale; 2] = [Locale::Zh, Locale::En];
const PEOPLE: &str = "\"unit\": \"people\", \"measure\": \"level\"";
const BARS: &str = r#"{"type": "bars", "title": TITLE, "items": [{"figure": "a"}, {"figure": "b"}]}"#;

fn tale() -> Tale {
    Tale::new(&BOTH)
}

fn text(zh: &str, en: &str) -> String {
    format!("{{\"zh\": \"{zh}\", \"en\": \"{en}\"}}")
}

/// A series with a title.
fn series(rows: &str, zh: &str, en: &str) -> Tale {
    let chart = r#"{"type": "columns", "series": "g", "title": TITLE}"#;
    tale().series("g", PEOPLE, rows).chart(&chart.replace("TITLE", &text(zh, en)))
}

fn codes(tale: &Tale) -> Vec<&'static str> {
    tale.problems().iter().map(|d| d.code).collect()
}

#[test]
fn a_title_goes_the_way_of_what_is_drawn() {
    const GROWTH: &str = "\"unit\": \"percent\", \"measure\": \"growth\"";
    let changes = |a: &str, b: &str, zh: &str, en: &str| {
        let story =
            tale().figure("a", &format!("\"value\": {a}, {GROWTH}, {}", &called("就业", "Jobs")[2..]));
        let story =
            story.figure("b", &format!("\"value\": {b}, {GROWTH}, {}", &called("住房", "Homes")[2..]));
        story.chart(&BARS.replace("\"bars\"", "\"diverging-bars\"").replace("TITLE", &text(zh, en)))
    };
    for (zh, en) in [
        ("名称", "Everything grew"),
        ("名称", "Jobs rose sharply"),
        ("就业稳步增长", "Names"),
        ("就业增加了", "Names"),
    ] {
        let found = told(&changes("-5", "-3", zh, en), "direction-word", "数值不用改", "no number changes");
        assert_eq!(found.severity, Severity::Warning);
        assert_eq!(codes(&changes("5", "-3", zh, en)), Vec::<&str>::new(), "{zh} {en}");
        assert_eq!(codes(&changes("5", "3", zh, en)), Vec::<&str>::new(), "{zh} {en}");
    }
    told(&changes("5", "3", "就业下降", "Names"), "direction-word", "增速", "a rate");
    told(&changes("5", "3", "名称", "Jobs fell"), "direction-word", "增速", "a rate");
    for (zh, en) in [
        ("就业增长", "Jobs growth fell"),
        ("就业增速下降", "The rate of jobs fell"),
        ("就业没有下降", "Jobs have not fallen"),
        ("物价回落", "It fell"),
        ("就业先降后升", "Jobs fell, then rose"),
        ("贫困减少", "Poverty fell"),
        ("就业会下降吗", "Jobs and Niagara Falls"),
    ] {
        assert_eq!(codes(&changes("5", "3", zh, en)), Vec::<&str>::new(), "{zh} {en}");
    }
    let levels = |rows: &str, zh: &str, en: &str| {
        let story = series(rows, zh, en);
        Tale {
            series: story
                .series
                .replace("\"label\": {\"zh\": \"g\", \"en\": \"g\"}", &called("就业", "Jobs")[2..]),
            ..story
        }
    };
    for (zh, en) in [("名称", "Jobs are falling"), ("就业大幅下降", "Names")] {
        told(&levels("2018,5 2019,6 2020,7", zh, en), "direction-word", "升降的词", "the direction");
        for rows in ["2018,7 2019,6 2020,5", "2018,7 2019,6 2020,8"] {
            let found = codes(&levels(rows, zh, en));
            assert!(!found.contains(&"direction-word"), "{zh} {en} {rows}");
        }
    }
}

/// Seen to fail: a climb from 19th to 11th was refused, with the advice to swap the two.
#[test]
fn who_climbs_to_a_smaller_number_of_a_rank_rose() {
    let rank = |year: u32, value: u32| {
        format!(
            "\"value\": {value}, \"unit\": \"place\", \"measure\": \"rank\", \"of\": 34, \
             \"period\": {{\"zh\": \"{year}年\", \"en\": \"{year}\", \"start\": \"{year}\"}}"
        )
    };
    let found = |zh: &str, en: &str| {
        let tale = tale().unit("place", "\"zh\": \"第…位\", \"en\": \"No. …\"");
        let tale = tale.figure("a", &rank(2016, 19)).figure("b", &rank(2023, 11));
        let tale =
            tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"a\"}, {\"figure\": \"b\"}]}");
        let tale = tale.says(Locale::Zh, zh).says(Locale::En, en);
        tale.problems().iter().map(|d| (d.code, d.message.en().to_string())).collect::<Vec<_>>()
    };
    assert_eq!(found("从{a}升到{b}。", "Up from {a} to {b}."), vec![]);
    assert_eq!(found("名次", "The port climbed from {a} to {b}."), vec![]);
    for (zh, en) in [
        ("从{b}升到{a}。", "The port"),
        ("港口", "The port climbed from {b} to {a}."),
        ("港口", "It fell from {a} to {b}."),
    ] {
        let all = found(zh, en);
        assert!(all.iter().any(|(code, _)| *code == "direction-word"), "{zh} {en}: {all:?}");
    }
}
