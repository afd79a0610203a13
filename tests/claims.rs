//! Stories that claim more than their numbers: "higher than", "the highest ever", "reached" of a goal, a year of its
//! half, two sides swapped. Each was drawn without a word, and is told now.

use crate::support::tale::{called, codes, told, Tale};
use duoyuan::diagnostic::Severity;
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

/// A period in words and as dates.
fn of(words: &str, start: &str, end: &str) -> String {
    let dates = if end.is_empty() { String::new() } else { format!(", \"end\": \"{end}\"") };
    format!(", \"period\": {{\"zh\": \"{words}\", \"en\": \"{words}\", \"start\": \"{start}\"{dates}}}")
}

#[test]
fn more_is_more_and_less_is_less() {
    let story = |locale: Locale, says: &str| {
        let small = tale().figure("a", &people("5", "")).figure("b", &people("9", ""));
        small
            .figure(
                "c",
                &people("9", ", \"bound\": \"more_than\", \"printed\": {\"zh\": \"超\", \"en\": \"over\"}"),
            )
            .says(locale, says)
    };
    for (locale, says) in [
        (Locale::En, "In the city {a}, higher than the {b} of the country."),
        (Locale::En, "It was {a}, which is far more than the {b} of 2019."),
        (Locale::En, "There, {a} exceeds {b}."),
        (Locale::En, "There were {b} in town, fewer than the {a} outside."),
        (Locale::Zh, "城镇{a}，高于农村的{b}。"),
        (Locale::Zh, "城镇{a}远远多于农村的{b}。"),
        (Locale::Zh, "城镇{a}，比农村的{b}多。"),
        (Locale::Zh, "农村{b}，比城镇的{a}还少。"),
    ] {
        let found = told(&story(locale, says), "comparison-word", "调换两个引用", "swap the two references");
        assert_eq!(
            (found.severity, found.path.ends_with(locale.code())),
            (Severity::Error, true),
            "{says} {found:?}"
        );
    }
    for (locale, says) in [
        (Locale::En, "In the city {b}, higher than the {a} of the country."),
        (Locale::En, "There were {a} men. More than {b} women came."),
        (Locale::En, "It has {a} men and more than {b} women."),
        (Locale::En, "It was {a}, not more than the {b} of 2019."),
        (Locale::En, "In the city {a}, and in the country it was lower than {b}."),
        (Locale::En, "It has {a} more than {b} had."),
        (Locale::Zh, "城镇{a}，农村高于{b}。"),
        (Locale::Zh, "城镇{a}，低于农村的{b}。"),
        (Locale::Zh, "城镇{a}，不到农村{b}的一半。"),
        (Locale::Zh, "农村{b}，比城镇的{a}多。"),
        // what is over 9 is over 5
        (Locale::En, "There {c} live, more than the {a} of 2019."),
    ] {
        let found = codes(&story(locale, says));
        assert!(found.iter().all(|(code, _)| *code != "comparison-word"), "{says} {found:?}");
    }
    // a part is no more than its whole
    for (locale, says) in [
        (Locale::En, "It has {b} of the {a}."),
        (Locale::En, "It has {a}, of whom {b} are men."),
        (Locale::Zh, "共{a}，其中男性{b}。"),
    ] {
        told(&story(locale, says), "comparison-word", "调换两个引用", "swap the two references");
    }
    for (locale, says) in [
        (Locale::En, "It has {a} of the {b}."),
        (Locale::Zh, "共{b}，其中男性{a}。"),
        (Locale::Zh, "共{a}。其中：{b}。"),
    ] {
        assert_eq!(codes(&story(locale, says)), [], "{says}");
    }
    // over 9 may be less or more than 20
    let open = story(Locale::En, "There {c} live, more than the {d} of 2019.").figure("d", &people("20", ""));
    let found = told(&open, "comparison-word", "不作比较", "compare them no further");
    assert_eq!(found.severity, Severity::Warning);
    // of two falls the larger one is the lower number
    let fall = |value: &str| format!("\"value\": {value}, \"unit\": \"percent\", \"measure\": \"growth\"");
    let falls = tale().figure("a", &fall("-5")).figure("b", &fall("-9"));
    assert_eq!(codes(&falls.says(Locale::En, "It was {a}, less than the {b} of others.")), []);
}

#[test]
fn the_highest_is_the_highest_of_its_series() {
    let story = |locale: Locale, rows: &str, says: &str| tale().series("g", PEOPLE, rows).says(locale, says);
    let whole = "2019,5 2020,6 2021,9 2022,7";
    for (locale, says) in [
        (Locale::En, "That year it was {g@2022}, the highest ever."),
        (Locale::En, "At {g@2022}, it set a record."),
        (Locale::En, "{g@2022.period} had the largest number."),
        (Locale::En, "The lowest number was {g@2022}."),
        (Locale::En, "It was {g@2022}, the highest since {year:2019}."),
        (Locale::Zh, "{g@2022.period}人数最多。"),
        (Locale::Zh, "达{g@2022}，创历史新高。"),
        (Locale::Zh, "{g@2022}，为{year:2020}以来最高。"),
    ] {
        let found = told(&story(locale, whole, says), "comparison-word", "哪一年起", "since which year");
        assert_eq!(found.severity, Severity::Warning, "{says}");
    }
    for (locale, says) in [
        (Locale::En, "That year it was {g@2021}, the highest ever."),
        (Locale::En, "It was {g@2022}, the highest since {year:2022}."),
        (Locale::En, "It was {g@2022}, not the highest."),
        (Locale::En, "It was {g@2022}, the highest in the country."),
        (Locale::En, "It was {g@2022}, the second highest ever."),
        (Locale::En, "From {g@2019} it rose to {g@2021}, the highest ever."),
        (Locale::Zh, "{g@2022}，全国最高。"),
        (Locale::Zh, "最低工资由{g@2021}调为{g@2022}。"),
        (Locale::Zh, "{g@2021}，创历史新高；次年回落到{g@2022}。"),
    ] {
        assert_eq!(codes(&story(locale, whole, says)), [], "{says}");
    }
    // over 8 may be more than 9, and is hardly more than 30
    let open = |value: &str| {
        let mut open = story(Locale::En, whole, "It was {g@2020}, the highest ever.");
        let rows = format!("2019,8,more_than,余,d,s\n2020,{value},,,d,s\n");
        open.files[0].1 = ["period,value,bound,printed,definition,source\n", &rows].concat();
        open
    };
    told(&open("9"), "comparison-word", "是谁说的", "say who says so");
    assert_eq!(codes(&open("30")), []);
    // nobody knows what was between
    let holes = "2010,5 2020,6 2021,9 2022,7";
    for (locale, says) in [
        (Locale::En, "That year it was {g@2021}, the highest ever."),
        (Locale::Zh, "{g@2021.period}人数最多。"),
    ] {
        told(&story(locale, holes, says), "comparison-word", "有数可查的年份", "of the years on record");
    }
    let since = "It was {g@2021}, the highest since {year:2001}.";
    told(&story(Locale::En, whole, since), "comparison-word", "写明范围", "say of which it is");
    for (locale, says) in [
        (Locale::En, "Of the years on record, {g@2021.period} had the highest number."),
        (Locale::Zh, "有数可查的年份里，{g@2021.period}人数最多。"),
        (Locale::En, "It was {g@2021}, the highest since {year:2020}."),
    ] {
        assert_eq!(codes(&story(locale, holes, says)), [], "{says}");
    }
}

#[test]
fn what_is_all_goals_is_nowhere_said_to_be_reached() {
    let story = |place: &str, zh: &str, en: &str, status: &str| {
        let rest = if status.is_empty() { String::new() } else { format!(", \"status\": \"{status}\"") };
        let chart = r#"{"type": "bars", "title": TITLE, 
            "items": [{"figure": "x", "note": ITEM}, {"figure": "y"}], "note": NOTE}"#;
        let words = format!("{{\"zh\": \"{zh}\", \"en\": \"{en}\"}}");
        let chart = chart.replace(place, &words);
        let chart = ["TITLE", "ITEM", "NOTE"].iter().fold(chart, |chart, place| chart.replace(place, "TEXT"));
        tale().figure("x", &people("5", &rest)).figure("y", &people("7", &rest)).chart(&chart)
    };
    for place in ["TITLE", "ITEM", "NOTE"] {
        for (zh, en) in [("就业达到", "Jobs"), ("就业", "Jobs reached")] {
            for status in ["target", "forecast"] {
                let found = told(
                    &story(place, zh, en, status),
                    "target-as-result",
                    "写明是目标",
                    "say that it is a goal",
                );
                assert_eq!(found.severity, Severity::Warning);
            }
            assert_eq!(codes(&story(place, zh, en, "")), [], "{place} {zh} {en}");
        }
        assert_eq!(codes(&story(place, "目标：达到", "To be reached, a goal", "target")), []);
    }
}

/// The year of a release was told as that of another year than the figure's.
#[test]
fn a_name_may_say_the_month_in_which_the_figure_came_out() {
    let of_2023 = of("2023", "2023", "2023");
    let story = |zh: &str, en: &str| tale().figure("x", &people("5", &[&called(zh, en), &*of_2023].concat()));
    for (zh, en) in [
        ("初步估计", "First estimate, January 2027"),
        ("2027年1月的初步估计", "First estimate, Jan 2027"),
        ("2027年1月的初步估计", "First estimate, 1 January 2027"),
    ] {
        assert_eq!(codes(&story(zh, en)), [], "{zh} {en}");
    }
    for (zh, en) in [("初步估计", "Jobs 2027"), ("初步估计", "Jobs, March 2027"), ("2027年就业", "Jobs")]
    {
        told(&story(zh, en), "loose-number", "连月份写上", "written with its month");
    }
}

#[test]
fn a_half_of_a_year_is_not_called_by_the_year() {
    let half = of("first half of 2023", "2023-01", "2023-06");
    let story = |zh: &str, en: &str| tale().figure("x", &people("5", &[&called(zh, en), &*half].concat()));
    told(&story("2023年就业", "Jobs"), "loose-number", "哪一段", "which part");
    told(&story("就业", "Jobs 2023"), "loose-number", "哪一段", "which part");
    for (zh, en) in
        [("2023年上半年就业", "Jobs, H1 2023"), ("就业", "Jobs"), ("2023年1—6月就业", "Jobs, Jan–Jun 2023")]
    {
        assert_eq!(codes(&story(zh, en)), [], "{en}");
    }
    let bars = |zh: &str, en: &str| {
        let name = format!("{{\"zh\": \"{zh}\", \"en\": \"{en}\"}}");
        let chart = format!(r#"{{"type": "bars", "items": [{{"figure": "x", "label": {name}}}]}}"#);
        tale().figure("x", &people("5", &half)).chart(&chart)
    };
    let found = told(&bars("2023年就业", "Jobs 2023"), "loose-number", "数值不用改", "the number stays");
    assert_eq!(found.severity, Severity::Error);
    assert_eq!(codes(&bars("2023年上半年", "First half of 2023")), []);
    told(&bars("2031年就业", "Jobs 2031"), "loose-number", "数字自己的年份", "the year of the figures");
    // what there is at the end of a year goes by that year
    let end = of("the end of 2023", "2023-12-31", "");
    assert_eq!(
        codes(&tale().figure("x", &people("5", &[&called("2023年人口", "Residents 2023"), &*end].concat()))),
        []
    );
    // beside another year the picture says which part it is
    let year = people("9", &[&called("全年", "Year"), &*of("2022", "2022", "")].concat());
    let chart = r#"{"type": "bars", 
        "items": [{"figure": "x", "label": {"zh": "2023年上半年", "en": "H1 2023"}}, {"figure": "y"}]}"#;
    let story = tale().figure("x", &people("5", &half)).figure("y", &year).chart(chart);
    let said = format!("{:?}", story.picture(720.0, Locale::En).marks);
    assert!(said.contains("first half of 2023"), "{said}");
}

#[test]
fn the_sides_of_pairs_are_the_same_in_each() {
    let story = |pairs: [[&str; 2]; 2], first: &str, second: &str| {
        let name = |zh: &str, en: &str| format!("{{\"zh\": \"{zh}\", \"en\": \"{en}\"}}");
        let items = [("甲", "A", pairs[0]), ("乙", "B", pairs[1])].map(|(zh, en, [a, b])| {
            format!(r#"{{"first": "{a}", "second": "{b}", "label": {}}}"#, name(zh, en))
        });
        let chart = format!(
            r#"{{"type": "grouped-bars", "first": {}, "second": {}, "items": [{}]}}"#,
            name(first, first),
            name(second, second),
            items.join(", ")
        );
        let add = |tale: Tale, id: &str, zh: &str, en: &str, value: &str| {
            tale.figure(id, &people(value, &called(zh, en)))
        };
        let all = add(tale(), "am", "甲地男性", "Men in A", "5");
        let all = add(all, "aw", "甲地女性", "Women in A", "6");
        let all = add(all, "bm", "乙地男性", "Men in B", "7");
        add(all, "bw", "乙地女性", "Women in B", "8").chart(&chart)
    };
    let right = [["am", "aw"], ["bm", "bw"]];
    assert_eq!(codes(&story(right, "Men", "Women")), []);
    assert_eq!(codes(&story(right, "one", "other")), []);
    for wrong in [[["am", "aw"], ["bw", "bm"]], [["aw", "am"], ["bw", "bm"]]] {
        let found = told(&story(wrong, "Men", "Women"), "swapped-sides", "数值不用改", "no number changes");
        assert_eq!(found.severity, Severity::Error);
    }
    told(
        &story([["bm", "bw"], ["am", "aw"]], "Men", "Women"),
        "swapped-sides",
        "调换两个名称",
        "swap the two names",
    );
    // each side has its own year
    let years = |pairs: [[&str; 2]; 2]| {
        let at = |year: &str| of(year, year, "");
        let all = tale().figure("ao", &people("5", &at("2019"))).figure("an", &people("6", &at("2023")));
        let all = all.figure("bo", &people("7", &at("2019"))).figure("bn", &people("8", &at("2023")));
        let items = pairs.map(|[a, b]| format!(r#"{{"first": "{a}", "second": "{b}", "label": TEXT}}"#));
        let [from, to] = ["2019", "2023"].map(|year| format!("{{\"zh\": \"{year}年\", \"en\": \"{year}\"}}"));
        all.chart(&format!(
            r#"{{"type": "grouped-bars", "first": {from}, "second": {to}, "items": [{}]}}"#,
            items.join(", ")
        ))
    };
    assert_eq!(codes(&years([["ao", "an"], ["bo", "bn"]])), []);
    assert!(codes(&years([["ao", "an"], ["bn", "bo"]]))
        .iter()
        .any(|(_, severity)| *severity == Severity::Error));
}
