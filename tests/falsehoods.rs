//! Stories whose words around the numbers say something false: each was once drawn without a warning, and now gives a
//! diagnostic or is drawn correctly.

use crate::support::tale::{called, codes, told, Tale};
use crate::support::{duoyuan, folder};
use duoyuan::describe::{csv, records, table};
use duoyuan::diagnostic::Severity;
use duoyuan::layout::mark::Shape;
use duoyuan::locale::Locale;

const BOTH: [Locale; 2] = [Locale::Zh, Locale::En];
const PEOPLE: &str = "\"unit\": \"people\", \"measure\": \"level\"";

fn tale() -> Tale {
    Tale::new(&BOTH)
}

/// A figure's members: a number of people, and what else.
fn people(value: &str, rest: &str) -> String {
    format!("\"value\": {value}, {PEOPLE}{rest}")
}

/// A period in words and as a date.
fn of(words: &str, start: &str) -> String {
    format!(", \"period\": {{\"zh\": \"{words}\", \"en\": \"{words}\", \"start\": \"{start}\"}}")
}

#[test]
fn a_period_that_calls_itself_a_goal_or_a_forecast_is_no_result() {
    for (words, status) in [
        ("goal for 2023", "target"),
        ("2023 target", "target"),
        ("planned for 2023", "target"),
        ("到2023年的目标", "target"),
        ("计划2023年", "target"),
        ("2023 forecast", "forecast"),
        ("2023 (projected)", "forecast"),
        ("预计2023年", "forecast"),
    ] {
        let story = |rest: &str| tale().figure("x", &people("5", &[&of(words, "2023"), rest].concat()));
        let written = format!("\"status\": \"{status}\"");
        let found = told(&story(""), "target-as-result", &written, &written);
        assert!(found.severity == Severity::Error && found.edit.is_some(), "{words}: {found:#?}");
        assert_eq!(codes(&story(&format!(", {written}"))), [], "{words}");
    }
    // names of plan periods, in which results are as well
    for words in
        ["the 13th Five-Year Plan period", "“十三五”规划期间", "第十三个五年计划", "targeting 2023", "2023"]
    {
        assert_eq!(codes(&tale().figure("x", &people("5", &of(words, "2023")))), [], "{words}");
    }
    // what a file says by period and row
    let row = "period,period_zh,period_en,value,definition,source\n2022,,,4,d,s\n2023,计划2023年,2023 (planned),5,d,s\n";
    let mut rows = tale().series("g", PEOPLE, "2022,4");
    rows.files[0].1 = row.into();
    let found = told(&rows, "target-as-result", "status 一栏写 target", "write target in the column status");
    assert_eq!((found.file.as_str(), found.line, found.edit), ("g.csv", 3, None));
}

/// The edit that comes with the diagnostic writes the status and changes no number.
#[test]
fn a_goal_is_called_one_by_fix() {
    let place = folder("called-a-goal");
    let written = people("5", &of("goal for 2023", "2023"));
    for status in ["", ", \"status\": \"final\""] {
        let story = tale().figure("x", &[&written, status].concat());
        for (name, bytes) in story.files() {
            std::fs::write(place.join(name), bytes).unwrap();
        }
        let out = duoyuan(&["check", "--fix", place.to_str().unwrap()]);
        let after = std::fs::read_to_string(place.join("story.json")).unwrap();
        assert_eq!(out.status.code(), Some(0), "{}\n{after}", String::from_utf8_lossy(&out.stdout));
        assert_eq!(after.matches("\"status\": \"target\"").count(), 1, "{after}");
        assert!(after.contains("\"value\": 5") && !after.contains("final"), "{after}");
    }
}

#[test]
fn what_has_no_number_is_not_called_exact() {
    for (value, words) in
        [("null", ["未见公布", "no figure found"]), ("\"not_applicable\"", ["不适用", "not applicable"])]
    {
        let story = tale()
            .figure("x", &people(value, ""))
            .figure("y", &people("5", ""))
            .chart(r#"{"type": "bars", "items": [{"figure": "x"}, {"figure": "y"}]}"#)
            .load();
        let scene = &story.scenes()[0];
        for (locale, words) in BOTH.into_iter().zip(words) {
            let rows = table(&story, scene, locale);
            let bounds: Vec<&str> = rows.rows.iter().map(|(_, cells)| &*cells[3]).collect();
            assert_eq!(bounds[0], words, "{rows:#?}");
            let exact = bounds[1];
            let lines = csv(&rows);
            let line = lines.lines().find(|line| line.contains(words)).unwrap();
            assert!(!line.contains(exact), "{line}");
            let record = records(&story, scene, locale).find(|record| record.id == "x").unwrap();
            assert_eq!(record.rows[0].text, words);
        }
    }
}

/// From left to right a rise was drawn where there was a fall.
#[test]
fn a_line_does_not_run_backwards_in_time() {
    let slope = |from: &str, to: &str| {
        let chart = format!(r#"{{"type": "slope", "items": [{{"from": "{from}", "to": "{to}"}}]}}"#);
        let story =
            tale().figure("a", &people("5", &[&of("2019", "2019"), &*called("就业", "Jobs")].concat()));
        story.figure("b", &people("3", &called("就业", "Jobs"))).chart(&chart)
    };
    assert_eq!(codes(&slope("a", "b")), []);
    let found = told(&slope("b", "a"), "series-break", "from", "the earlier one as from");
    assert!(found.message.en().contains("a rise into a fall"), "{found:?}");
}

#[test]
fn two_things_are_not_drawn_as_one_at_two_times() {
    let slope = |a: &str, b: &str| {
        let story = tale().figure("a", &people("5", &[&of("2019", "2019"), &*called(a, a)].concat()));
        let chart = r#"{"type": "slope", "items": [{"from": "a", "to": "b"}]}"#;
        story.figure("b", &people("3", &called(b, b))).chart(chart)
    };
    told(&slope("Jobs in A", "Jobs in B"), "series-break", "分开画", "draw them apart");
    assert_eq!(codes(&slope("Jobs, 2019", "Jobs, 2023")), []);
    let columns = |rest: &str| {
        let story = tale().series("g", PEOPLE, "2019,5 2020,6 2021,7");
        let figure = people("9", &[&of("2022", "2022"), &*called("另一地", "Another place"), rest].concat());
        story.figure("x", &figure).chart(r#"{"type": "columns", "series": "g", "figures": ["x"]}"#)
    };
    told(&columns(""), "series-break", "分开画", "draw them apart");
    assert_eq!(codes(&columns(", \"status\": \"target\"")), []);
    let twice = r#"{"type": "lines", "items": [{"series": "g"}, {"series": "g", "label": TEXT}]}"#;
    told(
        &tale().series("g", PEOPLE, "2019,5 2020,6").chart(twice),
        "repeated-item",
        "删去",
        "another series",
    );
}

#[test]
fn a_name_in_a_chart_is_of_the_year_of_its_figures() {
    let story = |chart: &str| {
        let base = ", \"base\": {\"zh\": \"2022年\", \"en\": \"2022\"}";
        let growth = format!("\"value\": 8, \"unit\": \"percent\", \"measure\": \"growth\"{base}");
        let story = tale().figure("a", &people("5", &of("2019", "2019"))).figure("b", &people("3", ""));
        story.figure("g", &growth).chart(&chart.replace("NAME", r#"{"zh": "2031年", "en": "2031"}"#))
    };
    for chart in [
        r#"{"type": "grouped-bars", "first": NAME, "second": TEXT, "items": [{"first": "a", "second": "b", "label": TEXT}]}"#,
        r#"{"type": "grouped-bars", "first": TEXT, "second": NAME, "items": [{"first": "a", "second": "b", "label": TEXT}]}"#,
        r#"{"type": "index-pair", "figure": "g", "base_label": NAME, "now_label": TEXT}"#,
        r#"{"type": "index-pair", "figure": "g", "base_label": TEXT, "now_label": NAME}"#,
        r#"{"type": "ranges", "items": [{"figure": "a", "to": "b", "label": NAME}]}"#,
    ] {
        let found = told(&story(chart), "loose-number", "数字自己的年份", "the year of the figures");
        assert!(found.severity == Severity::Error && found.message.en().contains("2031"), "{found:?}");
        let own = chart.replace("NAME", "TEXT");
        assert!(!codes(&story(&own)).contains(&("loose-number", Severity::Error)), "{own}");
    }
    let years = r#"{"type": "grouped-bars", "first": {"zh": "2019年", "en": "2019"}, "second": {"zh": "2023年", "en": "2023"},
        "items": [{"first": "a", "second": "b", "label": TEXT}]}"#;
    assert_eq!(codes(&story(years)), []);
}

/// Two values of unlike years stood on one line without a word of their years.
#[test]
fn values_of_unlike_periods_on_one_row_say_so() {
    let chart = r#"{"type": "ranges", "items": [{"figure": "b", "to": "a", "label": TEXT}]}"#;
    let story =
        tale().figure("a", &people("5", &of("2019", "2019"))).figure("b", &people("3", "")).chart(chart);
    for width in [280.0, 720.0] {
        let placed = story.picture(width, Locale::En);
        let all: String = placed
            .marks
            .iter()
            .filter_map(|mark| match &mark.shape {
                Shape::Text(run) => Some(run.text.clone()),
                _ => None,
            })
            .collect::<Vec<_>>()
            .join(" ");
        assert!(all.contains("2019") && all.contains("2023"), "{all}");
    }
    // half of a year is not the year, though both are dated as it
    let half = people("5", &of("first half of 2023", "2023"));
    let bars = r#"{"type": "bars", "items": [{"figure": "a"}, {"figure": "b"}]}"#;
    let story = tale().figure("a", &half).figure("b", &people("3", "")).chart(bars);
    let found = told(&story, "bad-period", "2023Q1", "2023Q1");
    assert!(found.severity == Severity::Warning && found.message.en().contains("half"), "{found:?}");
    let placed = story.picture(720.0, Locale::En);
    let said = placed.marks.iter().any(|mark| match &mark.shape {
        Shape::Text(run) => run.text.contains("first half of 2023"),
        _ => false,
    });
    assert!(said, "the bar says that it is of half a year");
}

#[test]
fn a_name_is_no_goal_of_a_result_and_no_power_of_its_number() {
    let story =
        |zh: &str, en: &str, rest: &str| tale().figure("x", &people("5", &[&called(zh, en), rest].concat()));
    for (zh, en) in [("就业目标", "Jobs"), ("就业", "Jobs (target)"), ("就业", "Goal for jobs")] {
        told(&story(zh, en, ""), "target-as-result", "forecast", "forecast");
        assert_eq!(codes(&story(zh, en, ", \"status\": \"target\"")), []);
    }
    assert_eq!(codes(&story("目标人口", "Target population", "")), []);
    for (zh, en) in [("就业（万人）", "Jobs"), ("就业", "Jobs (in thousands)"), ("就业", "Jobs, million")]
    {
        told(&story(zh, en, ""), "loose-number", "单位", "in the unit");
    }
    assert_eq!(codes(&story("医生（每万人）", "Doctors (per ten thousand)", "")), []);
    let wan = "\"value\": 50000, \"unit\": \"people\", \"measure\": \"level\", \"format\": \"wan\"";
    assert_eq!(codes(&tale().figure("x", &[wan, &*called("就业（万人）", "Jobs")].concat())), []);
    // the line of results that a chart calls a goal
    let chart = r#"{"type": "lines", "items": [{"series": "g", "label": {"zh": "目标", "en": "Goal"}}]}"#;
    told(&tale().series("g", PEOPLE, "2019,5 2020,6").chart(chart), "target-as-result", "status", "status");
}

#[test]
fn words_of_a_number_are_that_number_and_ranks_begin_with_one() {
    let story = |value: &str| {
        let printed = ", \"printed\": {\"zh\": \"五千\", \"en\": \"five thousand\"}";
        tale().figure("x", &people(value, printed))
    };
    assert_eq!(codes(&story("5000")), []);
    told(&story("5"), "printed-number", "核对原文", "check the source");
    for value in ["0", "1.5", "-2"] {
        let rank = format!("\"value\": {value}, \"measure\": \"rank\", \"of\": 21");
        told(&tale().figure("x", &rank), "number-range", "核对", "check");
    }
}

#[test]
fn a_cell_of_a_hundred_is_one_percent() {
    let share = "\"value\": 45, \"unit\": \"percent\", \"measure\": \"share\", \"part_of\": \"w\", \"denominator\": {\"id\": \"w\",                  \"zh\": \"全体\", \"en\": \"all\"}";
    let waffle = |note: &str| {
        let chart =
            format!(r#"{{"type": "waffle", "figure": "x", "cell_note": {{"zh": "全体", "en": "{note}"}}}}"#);
        tale().figure("x", share).chart(&chart)
    };
    assert_eq!(codes(&waffle("All cells = 100%")), []);
    told(&waffle("One cell = 1000 people"), "loose-number", "真正的比例", "the scale that the chart has");
}

/// Whoever knows charts and not this format understands a refusal.
#[test]
fn refusals_call_charts_by_their_names() {
    let chart = r#"{"type": "bars", "items": [{"figure": "x"}]}"#;
    let rank = "\"value\": 2, \"measure\": \"rank\", \"of\": 21";
    let found = tale().figure("x", rank).chart(chart).problem("qualifier-form");
    assert_eq!(found.help.en(), "use big numbers (callouts) or words");
    assert_eq!(found.help.zh(), "改用大字（callouts）或文字（words）");
}

/// "5 hectares = 500 hectares", and seven areas beside three names.
#[test]
fn what_a_chart_says_twice_is_the_same_both_times() {
    let area = |value: &str| format!("\"value\": {value}, \"unit\": \"hectares\", \"measure\": \"level\"");
    let chart = r#"{"type": "area-squares", "items": [{"figure": "a", "derived": "c"}]}"#;
    let story = tale().figure("a", &area("5")).figure("c", &area("500")).chart(chart);
    told(&story, "bad-derivation", "换算", "converted");
    let count = "\"value\": 7, \"unit\": \"items\", \"measure\": \"count\"";
    for chart in [
        r#"{"type": "word-ring", "list": "l", "figure": "x", "center": TEXT}"#,
        r#"{"type": "icon-rows", "rows": [{"icon": "school", "title": TEXT, "list": "l", "figure": "x"}]}"#,
    ] {
        let story = |open: bool, value: &str| {
            let tale = tale().figure("x", &count.replace('7', value)).chart(chart);
            let printed = if open { ", \"printed\": \"等\"" } else { "" };
            let list = format!(
                "\"lists\": {{\"l\": {{\"label\": {0}, \"open\": {open}{printed}, \"source\": {{\"id\": \"s\"}}, \"items\": [{0}, {0}, {0}]}}}},",
                tale.text("item")
            );
            let mut files = tale.files();
            let text = tale.story().replacen("\"units\":", &[&list, "\"units\":"].concat(), 1);
            files.insert("story.json".into(), text.into_bytes());
            crate::support::problems_of(duoyuan::story::Story::load(&files))
        };
        let found = story(false, "7");
        let found = found.iter().find(|d| d.code == "open-list").unwrap_or_else(|| panic!("{found:#?}"));
        assert!(
            found.help.en().contains("complete the list") && found.help.zh().contains("补齐名单"),
            "{found:?}"
        );
        for (open, value) in [(false, "3"), (true, "7")] {
            let found = story(open, value);
            assert!(found.iter().all(|d| d.code != "open-list"), "{found:#?}");
        }
    }
}

/// A square of known size that is much larger than the areas was once cut off at the top of the picture.
#[test]
fn a_reference_square_lies_in_its_picture() {
    let area = |value: &str| format!("\"value\": {value}, \"unit\": \"hectares\", \"measure\": \"level\"");
    let chart = r#"{"type": "area-squares", "items": [{"figure": "a"}], "reference": {"figure": "r", "label": TEXT}}"#;
    let story = tale().figure("a", &area("5")).figure("r", &area("100")).chart(chart);
    for width in [280.0, 390.0, 720.0] {
        let placed = story.picture(width, Locale::En);
        let mark = placed.marks.iter().find(|mark| mark.id.part.name == "scale").unwrap();
        let titles =
            placed.marks.iter().filter(|mark| mark.datum.is_none() && matches!(mark.shape, Shape::Text(_)));
        let first = titles.map(|mark| mark.bounds().bottom()).fold(f64::INFINITY, f64::min);
        assert!(mark.bounds().y >= first, "{:?} {first} at {width}", mark.bounds());
    }
}

#[test]
fn a_sentence_does_not_change_the_amount_or_the_way_of_its_figures() {
    let story =
        |en: &str| tale().figure("a", &people("5", "")).figure("b", &people("9", "")).says(Locale::En, en);
    for says in ["There were {a} million.", "It was {a} per cent.", "{a}% more", "A change of -{a}.", "-{a}"]
    {
        told(&story(says), "loose-number", "删去", "take");
    }
    let zh = tale().figure("a", &people("5", "")).says(Locale::Zh, "共有{a}万。");
    told(&zh, "loose-number", "删去", "take");
    for says in ["From {a}-{b}.", "There were {a}, millionaires too.", "In mid-{a} places"] {
        assert_eq!(codes(&story(says)), [], "{says}");
    }
    for says in ["It fell from {a} to {b}.", "It rose from {b} to {a}."] {
        told(&story(says), "direction-word", "调换", "swap the two");
    }
    for says in
        ["It rose from {a} to {b}.", "It fell from {b} to {a}.", "Fewer fell as it rose from {b} to {a}."]
    {
        assert_eq!(codes(&story(says)), [], "{says}");
    }
    for (says, right) in [
        ("从{a}降到{b}。", false),
        ("从{a}增至{b}。", true),
        ("由{b}减少到{a}。", true),
        ("由{b}升至{a}。", false),
    ] {
        let story = tale().figure("a", &people("5", "")).figure("b", &people("9", "")).says(Locale::Zh, says);
        assert_eq!(codes(&story).is_empty(), right, "{says}");
    }
}

/// 50,000 people in Chinese, five in English.
#[test]
fn a_unit_is_as_much_in_each_language() {
    let story = |members: &str| {
        let figure = "\"value\": 5, \"unit\": \"w\", \"measure\": \"level\"";
        tale().unit("w", members).figure("x", figure)
    };
    told(&story(r#""zh": "万人", "en": "people""#), "mixed-unit", "shift", "shift");
    assert_eq!(codes(&story(r#""zh": "万人", "en": "ten thousand people""#)), []);
}

/// Figures of different years are not computed with: 5 in 2019 and 9 in 2023 are 14 in no year, and 9 is not 180 % of 5.
#[test]
fn what_is_computed_is_of_one_time() {
    let derived = |operation: &str, inputs: &str, measure: &str| {
        format!(
            "\"derived\": {{\"operation\": \"{operation}\", \"inputs\": {inputs}, \"places\": 0}}, \"unit\": \"{}\", \"measure\": \"{measure}\"",
            if operation == "share" { "percent" } else { "people" }
        )
    };
    let story = |period: &str, last: &str| {
        let first = people("5", &[&of(period, period), ", \"disjoint_with\": [\"b\"]"].concat());
        tale().figure("a", &first).figure("b", &people("9", "")).figure("c", last)
    };
    let sum = derived("sum", r#"["a", "b"]"#, "level");
    told(&story("2019", &sum), "bad-derivation", "同一期", "of one period");
    assert_eq!(codes(&story("2023", &sum)), []);
    told(
        &story("2019", &derived("share", r#"["a", "b"]"#, "share")),
        "bad-derivation",
        "同一期",
        "of one period",
    );
    let share = story("2023", &derived("share", r#"["b", "a"]"#, "share"));
    told(&share, "bad-derivation", "先写部分", "the part first");
}

#[test]
fn an_event_to_come_and_a_list_of_goals_are_not_what_there_is() {
    let with = |tale: &Tale, section: &str| {
        let mut files = tale.files();
        let text = tale.story().replacen("\"units\":", &[section, "\"units\":"].concat(), 1);
        files.insert("story.json".into(), text.into_bytes());
        crate::support::problems_of(duoyuan::story::Story::load(&files))
    };
    let event = |date: &str| {
        let chart = r#"{"type": "timeline", "events": [{"milestone": "m"}]}"#;
        let text = tale().text("opens");
        let section =
            format!("\"milestones\": {{\"m\": {{\"date\": \"{date}\", \"label\": {text}, \"source\": {{\"id\": \"s\"}}}}}},");
        with(&tale().chart(chart), &section)
    };
    let found = event("2035");
    assert!(found[0].code == "target-as-result" && found[0].help.en().contains("drawn hollow"), "{found:#?}");
    assert_eq!(event("2019"), []);
    let list = |label: &str, status: &str| {
        let (label, item) = (tale().text(label), tale().text("port"));
        let section = format!(
            "\"lists\": {{\"l\": {{\"label\": {label}, \"open\": false{status}, \"source\": {{\"id\": \"s\"}}, \"items\": [{item}]}}}},"
        );
        with(&tale().chart(r#"{"type": "plaques", "list": "l"}"#), &section)
    };
    let found = list("Goals for 2030", "");
    assert!(found[0].code == "target-as-result" && found[0].help.zh().contains("status"), "{found:#?}");
    assert_eq!(list("Honours", ""), []);
}

#[test]
fn a_whole_has_one_name_and_a_change_another_base_than_its_own_period() {
    let share = |name: &str| {
        format!(
            "\"value\": 45, \"unit\": \"percent\", \"measure\": \"share\", \"part_of\": \"w\", \"denominator\": {{\"id\": \"w\", \"zh\": \"{name}\", \"en\": \"{name}\"}}"
        )
    };
    let story = |other: &str| tale().figure("a", &share("all women")).figure("b", &share(other));
    told(&story("all men"), "mixed-denominator", "不同的 id", "another id");
    assert_eq!(codes(&story("all women")), []);
    let base = "\"value\": 5, \"unit\": \"percent\", \"measure\": \"growth\", \"base\": {\"zh\": \"2023\", \"en\": \"2023\"}";
    told(&tale().figure("x", base), "bad-period", "所比的那一期", "compares with");
    let exactly = people("5", ", \"bound\": \"about\", \"printed\": {\"zh\": \"恰好\", \"en\": \"exactly\"}");
    told(&tale().figure("x", &exactly), "qualifier-word", "核对原文", "check the source");
}
