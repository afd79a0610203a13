//! What is printed of a figure: whole at every width, in the reader's own words, with its unit.

use crate::support::solid;
use crate::support::tale::Tale;
use duoyuan::layout::mark::Shape;
use duoyuan::layout::PlacedScene;
use duoyuan::locale::Locale;
use proptest::prelude::*;

const WIDTHS: [f64; 12] =
    [280.0, 300.0, 343.0, 375.0, 412.0, 480.0, 600.0, 720.0, 860.0, 912.0, 1280.0, 1920.0];

/// Units of one word and of many, in the forms that Russian asks for.
const UNITS: [[&str; 3]; 4] = [
    ["%", "%", "%"],
    ["人", "people", "человек"],
    [
        "吨标准煤每万元地区生产总值",
        "tonnes of standard coal equivalent per ten thousand yuan of output",
        "тонн условного топлива на десять тысяч юаней валового продукта",
    ],
    ["件", "Verwaltungsverfahrensvorschriften", "высокопревосходительствующих"],
];

/// The text at a figure's mark must be its printed phrase (white space aside), in runs that lie inside the picture.
fn has_whole(placed: &PlacedScene, key: &str, phrase: &str) -> Result<(), String> {
    let datum = placed.data.iter().position(|d| d.key == key).map(|i| i as u32).ok_or("no datum")?;
    let mut said = String::new();
    for mark in placed.marks.iter().filter(|m| m.datum == Some(datum)) {
        let Shape::Text(run) = &mark.shape else { continue };
        said += &run.text;
        let bounds = run.bounds();
        if bounds.x < -0.5 || bounds.right() > placed.width + 0.5 || bounds.bottom() > placed.height + 0.5 {
            return Err(format!("{:?} leaves the picture: {bounds:?} in {}", run.text, placed.width));
        }
    }
    match solid(&said).contains(&solid(phrase)) {
        true => Ok(()),
        false => Err(format!("{phrase:?} is not whole in {said:?}")),
    }
}

fn overlaps(placed: &PlacedScene) -> Option<String> {
    let runs = placed.marks.iter().filter_map(|m| match &m.shape {
        Shape::Text(run) => Some((run.text.to_string(), run.bounds())),
        _ => None,
    });
    let runs: Vec<_> = runs.collect();
    let pairs = runs.iter().enumerate().flat_map(|(i, a)| runs[i + 1..].iter().map(move |b| (a, b)));
    let over = pairs.into_iter().find(|((_, a), (_, b))| a.inset(1.0).overlaps(&b.inset(1.0)));
    over.map(|((a, _), (b, _))| format!("{a:?} over {b:?}"))
}

fn tale(unit: usize, value: &str, bound: &str, measure: &str, count: usize, locale: Locale) -> Tale {
    let words = UNITS[unit];
    let [zh, en, ru] = words;
    let word = match locale {
        Locale::Zh => format!("\"zh\": \"{zh}\""),
        Locale::En => format!("\"en\": \"{en}\""),
        Locale::Ru => format!("\"ru\": \"{ru}\""),
    };
    let bound = match bound {
        "exact" => String::new(),
        bound => format!(", \"bound\": \"{bound}\", \"printed\": \"?\""),
    };
    let mut tale = Tale::new(&[locale]).unit("own", &word);
    let mut items = Vec::new();
    for i in 0..count {
        let label = tale.text("item");
        let members = format!(
            "\"label\": {label}, \"value\": {value}, \"unit\": \"own\", \"measure\": \"{measure}\"{bound}"
        );
        tale = tale.figure(&format!("f{i}"), &members);
        items.push(format!("{{\"figure\": \"f{i}\"}}"));
    }
    tale.chart(&format!("{{\"type\": \"callouts\", \"items\": [{}]}}", items.join(", ")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// No part of a callout's phrase is cut off or left out, and no texts meet.
    #[test]
    fn a_callout_says_its_whole_phrase(
        unit in 0..UNITS.len(),
        value in prop::sample::select(vec!["-33.3", "0.00000035", "972.93", "-1410000000", "121000000000000", "45"]),
        bound in prop::sample::select(vec!["exact", "more_than", "at_least", "less_than", "up_to", "about", "nearly"]),
        measure in prop::sample::select(vec!["level", "change", "growth"]),
        count in 1usize..8,
        width in prop::sample::select(WIDTHS.to_vec()),
        locale in prop::sample::select(Locale::ALL.to_vec()),
    ) {
        let tale = tale(unit, value, bound, measure, count, locale);
        let placed = tale.picture(width, locale);
        let phrase = tale.display("f0", locale);
        for i in 0..count {
            let whole = has_whole(&placed, &format!("f{i}"), &phrase);
            prop_assert!(whole.is_ok(), "{width} {locale:?}: {}", whole.unwrap_err());
        }
        let over = overlaps(&placed);
        prop_assert!(over.is_none(), "{width} {locale:?}: {}", over.unwrap());
    }
}

/// The case that a newsroom met: a fall by more than a third, four in a row.
#[test]
fn a_fall_keeps_its_percent_sign_at_every_width() {
    for locale in Locale::ALL {
        let tale = tale(0, "-33.3", "more_than", "growth", 4, locale);
        for width in WIDTHS {
            let placed = tale.picture(width, locale);
            has_whole(&placed, "f3", &tale.display("f3", locale)).unwrap_or_else(|e| panic!("{width}: {e}"));
        }
    }
}

#[test]
fn a_number_in_words_is_what_readers_see() {
    let both = [Locale::Zh, Locale::En];
    let said = |members: &str| {
        let tale = Tale::new(&both).figure("x", members);
        let tale = tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}");
        both.map(|locale| tale.display("x", locale))
    };
    let share = "\"value\": 33.3, \"unit\": \"percent\", \"measure\": \"share\"";
    let words = "\"printed\": {\"zh\": \"三分之一\", \"en\": \"a third\"}";
    assert_eq!(said(&format!("{share}, {words}")), ["三分之一", "a third"]);
    assert_eq!(
        said(&format!("{share}, {words}, \"bound\": \"more_than\"")),
        ["超三分之一", "more than a third"]
    );
    assert_eq!(said(&format!("{share}, \"printed\": \"a third\"")), ["33.3%", "a third"]);
    assert_eq!(
        said(&format!("{share}, \"printed\": \"over a third\", \"bound\": \"more_than\"")),
        ["超33.3%", "over a third"]
    );
    let fall = "\"value\": -33.3, \"unit\": \"percent\", \"measure\": \"growth\"";
    assert_eq!(
        said(&format!("{fall}, {words}, \"bound\": \"more_than\"")),
        ["下降超三分之一", "down by more than a third"]
    );
    let twice = "\"value\": 2, \"unit\": \"times\", \"measure\": \"multiple\", \"base\": {\"zh\": \"2013年\", \"en\": \"2013\"}";
    let tale = Tale::new(&both).unit("times", "\"zh\": \"倍\", \"en\": \"times\"");
    let tale =
        tale.figure("x", &format!("{twice}, \"printed\": {{\"zh\": \"翻一番\", \"en\": \"doubled\"}}"));
    assert_eq!(both.map(|l| tale.display("x", l)), ["翻一番", "doubled"]);
    // where a word does not say that people are counted, the words behind it do
    let people = "\"value\": 500000, \"unit\": \"people\", \"measure\": \"level\"";
    assert_eq!(said(&format!("{people}, \"printed\": \"half a million\""))[1], "half a million people");
    assert_eq!(
        said(&format!("{people}, \"printed\": \"half a million people\""))[1],
        "half a million people"
    );
}

/// An editor's “不少于60小时” was once printed as 60小时不少于.
#[test]
fn a_chinese_bound_stands_where_its_word_stands() {
    let said = |printed: &str| {
        let members = format!("\"value\": 300, \"unit\": \"people\", \"measure\": \"count\", \"bound\": \"at_least\", \"printed\": \"{printed}\"");
        let tale = Tale::new(&[Locale::Zh]).figure("x", &members);
        tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}").display("x", Locale::Zh)
    };
    for before in ["不少于", "不低于", "至少"] {
        assert_eq!(said(before), format!("{before}300人"));
    }
    for after in ["以上", "及以上"] {
        assert_eq!(said(after), format!("300人{after}"));
    }
}

#[test]
fn printed_words_state_the_value_and_its_bound() {
    let code = |members: &str| {
        let tale = Tale::new(&[Locale::En]).figure("x", members);
        let tale = tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}");
        tale.problems().iter().map(|d| d.code).collect::<Vec<_>>()
    };
    let share = "\"unit\": \"percent\", \"measure\": \"share\"";
    assert_eq!(code(&format!("\"value\": 33, {share}, \"printed\": \"a third\"")), [""; 0]);
    assert_eq!(code(&format!("\"value\": 53, {share}, \"printed\": \"a third\"")), ["printed-number"]);
    assert_eq!(code(&format!("\"value\": 33, {share}, \"printed\": \"33%\"")), ["printed-number"]);
    assert_eq!(
        code(&format!("\"value\": 33, {share}, \"printed\": \"more than a third\"")),
        ["qualifier-word"]
    );
    // a range that is typed as one number
    assert_eq!(
        code(&format!("\"value\": 5, {share}, \"printed\": \"between\", \"bound\": \"about\"")),
        ["bound-value"]
    );
    assert_eq!(
        code(&format!("\"value\": 5, {share}, \"printed\": \"三至五\", \"bound\": \"about\"")),
        ["bound-value"]
    );
    let between =
        Tale::new(&[Locale::En]).figure("x", &format!("\"value\": 5, {share}, \"bound\": \"between\""));
    let told = between.problems();
    assert_eq!(told.iter().map(|d| d.code).collect::<Vec<_>>(), ["bound-value"], "{told:#?}");
    assert!(told.iter().all(|d| !d.help.en().contains("()")), "{told:#?}");
}

#[test]
fn a_rank_is_an_ordinal_of_how_many() {
    let said = |members: &str| {
        let tale = Tale::new(&Locale::ALL).figure("x", &format!("\"measure\": \"rank\", {members}"));
        let tale = tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}");
        Locale::ALL.map(|l| tale.display("x", l).replace('\u{a0}', " "))
    };
    assert_eq!(said("\"value\": 3, \"of\": 21"), ["第3位（共21个）", "3rd of 21", "3-е место из 21"]);
    assert_eq!(said("\"value\": 1"), ["第1位", "1st", "1-е место"]);
    assert_eq!(said("\"value\": 12, \"of\": 31, \"unit\": \"items\"")[1], "12th of 31");
    assert_eq!(said("\"value\": 22")[1], "22nd");
    assert_eq!(
        said("\"value\": 10, \"of\": 21, \"bound\": \"up_to\", \"printed\": \"top\""),
        ["前10位（共21个）", "top 10 of 21", "не ниже 10-го места из 21"]
    );
    let named = Tale::new(&[Locale::En]).unit("cities", "\"en\": [\"city\", \"cities\"]");
    let named = named.figure("x", "\"value\": 3, \"of\": 21, \"unit\": \"cities\", \"measure\": \"rank\"");
    assert_eq!(named.display("x", Locale::En), "3rd of 21 cities");
    let beyond = Tale::new(&[Locale::En]).figure("x", "\"value\": 30, \"of\": 21, \"measure\": \"rank\"");
    assert_eq!(beyond.problem("number-range").path, "figures.x.value");
}

#[test]
fn the_points_of_a_series_are_written_in_its_power() {
    let series = "\"unit\": \"people\", \"measure\": \"level\", \"format\": \"million\"";
    let tale = Tale::new(&[Locale::En]).series("s", series, "2021,1200000 2022,1400000");
    assert_eq!(tale.display("s@2022", Locale::En), "1.4 million people");
}

/// A range that a chart does not take is offered the chart that is made for ranges.
#[test]
fn a_range_is_offered_its_own_chart() {
    let range = "\"value\": [4.5, 5], \"unit\": \"percent\", \"measure\": \"share\", \"part_of\": \"all\"";
    let tale = Tale::new(&[Locale::En]).figure("x", range);
    let waffle = tale.chart("{\"type\": \"waffle\", \"figure\": \"x\", \"cell_note\": TEXT}");
    let told = waffle.problems();
    assert!(told.iter().any(|d| d.help.en().contains("ranges")), "{told:#?}");
}
