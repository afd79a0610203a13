//! What a change is compared with: a series says it once, every point has it, and changes from unlike bases are not compared.

use crate::support::tale::Tale;
use duoyuan::chart::Chart;
use duoyuan::describe::{self, json_ld};
use duoyuan::layout::mark::Shape;
use duoyuan::locale::Locale;

const GROWTH: &str = "\"unit\": \"percent\", \"measure\": \"growth\"";

fn growth(zh: &str, en: &str) -> String {
    format!("{GROWTH}, \"base\": {{\"zh\": \"{zh}\", \"en\": \"{en}\"}}")
}

fn on_a_year() -> String {
    growth("上年同期", "a year earlier")
}

fn on_a_quarter() -> String {
    growth("上季", "the quarter before")
}

const ROWS: &str = "2024Q1,1.2 2024Q2,0.8 2024Q3,0.9";

fn tale(a: &str, b: &str, chart: &str) -> Tale {
    Tale::new(&[Locale::Zh, Locale::En]).series("a", a, ROWS).series("b", b, ROWS).chart(chart)
}

/// Seen to fail: before series had a base.
#[test]
fn a_point_says_the_base_of_its_series_wherever_it_is_described() {
    let story = tale(&on_a_year(), &on_a_year(), r#"{"type": "columns", "series": "a"}"#).load();
    let (scene, ix) = (&story.scenes()[0], story.find_figure("a@2024Q1").unwrap());
    let table = describe::table(&story, scene, Locale::En);
    assert_eq!(table.rows[0].1[4], "Q1 2024; against a year earlier");
    assert!(describe::csv(&table).contains("Q1 2024; against a year earlier"));
    let zh = describe::table(&story, scene, Locale::Zh);
    assert_eq!(zh.rows[0].1[4], "2024年一季度；比上年同期");
    assert!(json_ld::write(&story, scene, Locale::En).contains("against a year earlier"));
    assert!(story.statement(ix, Locale::En).ends_with("against a year earlier"));
    let record = story.record(ix, Locale::En);
    assert_eq!(record.rows.iter().filter(|row| row.text == "a year earlier").count(), 1, "{record:#?}");
}

/// An axis of changes says what all of them are compared with. Seen to fail: with the unit alone, as it was.
#[test]
fn the_axis_says_the_base() {
    for chart in [
        r#"{"type": "columns", "series": "a"}"#,
        r#"{"type": "lines", "items": [{"series": "a"}, {"series": "b"}]}"#,
        r#"{"type": "small-multiples", "items": [{"series": "a"}, {"series": "b"}]}"#,
    ] {
        for width in [320.0, 720.0] {
            let placed = tale(&on_a_year(), &on_a_year(), chart).picture(width, Locale::En);
            let words: Vec<&str> = placed
                .marks
                .iter()
                .filter_map(|mark| match &mark.shape {
                    Shape::Text(run) => Some(&*run.text),
                    _ => None,
                })
                .collect();
            assert!(words.join(" ").contains("against a year earlier"), "{chart}: {words:?}");
        }
    }
}

#[test]
fn series_of_unlike_bases_share_no_axis() {
    for chart in [
        r#"{"type": "lines", "items": [{"series": "a"}, {"series": "b"}]}"#,
        r#"{"type": "small-multiples", "items": [{"series": "a"}, {"series": "b"}]}"#,
    ] {
        let unlike = tale(&on_a_year(), &on_a_quarter(), chart);
        let found = unlike.problem("single-growth");
        assert!(found.message.en().contains("different bases"), "{found:?}");
        let same = tale(&on_a_year(), &on_a_year(), chart);
        assert!(same.problems().is_empty(), "{chart}: {:#?}", same.problems());
    }
    let goal = format!(
        "\"value\": 5, {}, \"status\": \"target\", \"period\": {{\"zh\": \"2024年四季度\", \"en\": \"Q4 2024\", \"start\": \"2024Q4\"}}",
        on_a_quarter()
    );
    let chart = r#"{"type": "columns", "series": "a", "figures": ["g"]}"#;
    let unlike = tale(&on_a_year(), &on_a_year(), chart).figure("g", &goal);
    assert!(unlike.problem("single-growth").help.en().contains("the same period as base"));
    let same = tale(&on_a_quarter(), &on_a_year(), chart).figure("g", &goal);
    assert!(same.problems().is_empty(), "{:#?}", same.problems());
}

/// Two definitions may have two bases: then they share no axis either.
#[test]
fn a_definition_may_have_its_own_base() {
    let members = format!(
        "{}, \"definitions\": {{\"d\": {{\"zh\": \"环比\", \"en\": \"on the quarter\", \"base\": {{\"zh\": \"上季\", \"en\": \"the quarter before\"}}}}}}",
        on_a_year()
    );
    let story = tale(&members, &on_a_year(), r#"{"type": "columns", "series": "a"}"#).load();
    let base = |id: &str| story.figure(story.find_figure(id).unwrap()).base().unwrap().en().to_string();
    assert_eq!(
        (base("a@2024Q1").as_str(), base("b@2024Q1").as_str()),
        ("the quarter before", "a year earlier")
    );
    assert_eq!(story.all_series()[0].definition_name("d", Locale::En), "on the quarter");
    let lines = r#"{"type": "lines", "items": [{"series": "a"}, {"series": "b"}]}"#;
    assert!(tale(&members, &on_a_year(), lines)
        .problem("single-growth")
        .message
        .en()
        .contains("different bases"));
}

/// A growth rate that does not say on what it grew is as little known in a series as alone.
#[test]
fn a_series_of_growth_says_its_base() {
    let chart = r#"{"type": "columns", "series": "a"}"#;
    let bare = format!("{GROWTH}, \"status\": \"final\"");
    let story = Tale::new(&[Locale::Zh, Locale::En]).bare_series("a", &bare, ROWS).chart(chart);
    let found = story.problem("single-growth");
    assert_eq!(found.path, "series.a.base");
    assert_eq!(
        story.problems().iter().filter(|d| d.code == "single-growth").count(),
        1,
        "once, not at each point"
    );
    // what it says to do is taken
    let typed = found.help.en().split_once("add ").unwrap().1.split_once(" to the series").unwrap().0;
    let mended =
        Tale::new(&[Locale::Zh, Locale::En]).series("a", &format!("{bare}, {typed}"), ROWS).chart(chart);
    assert!(mended.problems().is_empty(), "{:#?}", mended.problems());
    // a change of persons needs none, as a figure needs none
    let change = "\"unit\": \"people\", \"measure\": \"change\"";
    let story = Tale::new(&[Locale::En]).series("a", change, ROWS).chart(chart);
    assert!(story.problems().is_empty(), "{:#?}", story.problems());
}

/// Growth on a quarter and growth on a year are not joined into one range, nor set below each other for one time; of two
/// years each is over the year before it. Seen to fail: with ranges that asked for one unit only.
#[test]
fn ranges_join_no_unlike_bases() {
    let of = |value: &str, base: &str, year: &str| {
        format!(
            "\"value\": {value}, {GROWTH}, \"base\": {{\"en\": \"{base}\"}}, \"period\": {{\"en\": \"{year}\", \"start\": \"{year}\"}}"
        )
    };
    let pair = r#"{"type": "ranges", "items": [{"figure": "a", "to": "b"}]}"#;
    let below = r#"{"type": "ranges", "items": [{"figure": "a"}, {"figure": "b"}]}"#;
    let codes = |a: &str, b: &str, chart: &str| {
        let tale = Tale::new(&[Locale::En]).figure("a", a).figure("b", b).chart(chart);
        tale.problems().iter().map(|d| d.code).collect::<Vec<_>>()
    };
    let (quarter, year) = (of("1", "the quarter before", "2023"), of("3", "the year before", "2023"));
    for chart in [pair, below] {
        assert_eq!(codes(&quarter, &year, chart), ["single-growth"], "{chart}");
        assert_eq!(codes(&year, &of("4", "the year before", "2023"), chart), [""; 0], "{chart}");
    }
    assert_eq!(codes(&of("1", "2021", "2022"), &of("3", "2022", "2023"), below), [""; 0]);
}

/// Two charts of columns that cannot be one are not sent into one chart. Seen to fail: with "put both into one chart"
/// whatever they show.
#[test]
fn row_scale_names_one_chart_only_where_it_is_drawn() {
    let help = |a: &str, b: &str| {
        let rows = ["2024Q1,9.1 2024Q2,3.2", "2024Q1,1.2 2024Q2,0.8"];
        let story = Tale::new(&[Locale::Zh, Locale::En]).series("a", a, rows[0]).series("b", b, rows[1]);
        let charts = [r#"{"type": "columns", "series": "a"}"#, r#"{"type": "columns", "series": "b"}"#];
        let story = story.chart(charts[0]).chart(charts[1]);
        story.problem("row-scale").help
    };
    let unlike = help(&on_a_year(), &on_a_quarter());
    assert!(!unlike.en().contains("one chart") && unlike.en().contains("callouts"), "{unlike:?}");
    assert!(help(&on_a_year(), &on_a_year()).en().contains("one chart of lines"));
    let bars = r#"{"type": "bars", "items": [{"figure": "x"}]}"#;
    let other = r#"{"type": "bars", "items": [{"figure": "y"}]}"#;
    let share = |value: &str, whole: &str| {
        format!(
            "\"value\": {value}, \"unit\": \"permille\", \"measure\": \"rate\", \"denominator\": {{\"id\": \"{whole}\", \"en\": \"{whole}\", \"stated\": true}}"
        )
    };
    let of = |a: &str, b: &str| {
        let tale = Tale::new(&[Locale::En]).unit("permille", "\"en\": \"‰\"").figure("x", &share("30", a));
        tale.figure("y", &share("60", b)).chart(bars).chart(other).problem("row-scale").help
    };
    assert!(of("pupils", "pupils").en().contains("one chart"));
    assert!(!of("pupils", "teachers").en().contains("one chart"));
}

/// Lines too many for one chart are sent into panels only where panels take them. Seen to fail: with small multiples named
/// whatever the definitions.
#[test]
fn too_many_lines_are_sent_where_they_are_drawn() {
    let of = |definition: fn(usize) -> &'static str| {
        let mut tale = Tale::new(&[Locale::En]);
        let mut items = Vec::new();
        for (i, id) in ["a", "b", "c", "d", "e", "f", "g"].into_iter().enumerate() {
            tale = tale.series(id, "\"unit\": \"people\", \"measure\": \"level\"", "2020,1 2021,2");
            let file = tale.files.last_mut().unwrap();
            file.1 = file.1.replace(",d,", &format!(",{},", definition(i)));
            items.push(format!("{{\"series\": \"{id}\"}}"));
        }
        let chart = |kind: &str| format!("{{\"type\": \"{kind}\", \"items\": [{}]}}", items.join(", "));
        let panels = tale.clone().chart(&chart("small-multiples")).problems().is_empty();
        let found = tale.chart(&chart("lines")).problems();
        let story =
            found.iter().find(|d| d.help.en().contains("panel") || d.help.en().contains("second chart"));
        (story.unwrap_or_else(|| panic!("{found:#?}")).help.en().contains("small-multiples"), panels)
    };
    assert_eq!(of(|_| "d"), (true, true));
    assert_eq!(of(|i| if i == 6 { "other" } else { "d" }), (false, false));
}

/// A refused chart stays words, and what it says of its figures has their bases.
#[test]
fn a_refused_chart_still_says_the_bases() {
    let lines = r#"{"type": "lines", "items": [{"series": "a"}, {"series": "b"}]}"#;
    let files = tale(&on_a_year(), &on_a_quarter(), lines).files();
    let (story, _) = duoyuan::story::Story::load(&files).unwrap();
    assert!(matches!(story.scenes()[0].rows[0][0].chart, Chart::Refused(_)));
    let rows = describe::table(&story, &story.scenes()[0], Locale::En).rows;
    assert!(rows.iter().any(|(_, cells)| cells[4].ends_with("against the quarter before")), "{rows:#?}");
}
