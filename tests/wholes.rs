//! What figures beside each other must have in common, and when they were so: parts and their wholes, names, prices, periods that
//! no word of a picture gives, items that are drawn twice.

use crate::support::tale::{codes, Tale};
use duoyuan::diagnostic::Severity;
use duoyuan::layout::mark::{Mark, Shape};
use duoyuan::layout::PlacedScene;
use duoyuan::locale::Locale;

const LEVEL: &str = "\"unit\": \"people\", \"measure\": \"level\"";
const FLOW: &str = "\"unit\": \"people\", \"measure\": \"flow\"";

fn tale() -> Tale {
    Tale::new(&[Locale::En])
}

fn people(value: &str, rest: &str) -> String {
    format!("\"value\": {value}, {LEVEL}{rest}")
}

fn of(words: &str, start: &str) -> String {
    format!(", \"period\": {{\"en\": \"{words}\", \"start\": \"{start}\"}}")
}

fn called(words: &str) -> String {
    format!(", \"label\": {{\"en\": \"{words}\"}}")
}

fn items(chart: &str, figures: &[&str]) -> String {
    let all: Vec<String> = figures.iter().map(|id| format!("{{\"figure\": \"{id}\"}}")).collect();
    format!("{{\"type\": \"{chart}\", \"items\": [{}]}}", all.join(", "))
}

/// All words of a picture.
fn said(placed: &PlacedScene) -> String {
    let run = |mark: &Mark| match &mark.shape {
        Shape::Text(run) => Some(run.text.to_string()),
        _ => None,
    };
    placed.marks.iter().filter_map(run).collect::<Vec<_>>().join(" | ")
}

/// What a picture says below its panels.
fn foot(placed: &PlacedScene) -> String {
    let all = said(placed);
    let from = all.rfind("Period:").or(all.rfind("Source:")).unwrap_or_default();
    all[from..].to_string()
}

/// Seen to fail: with nothing untold.
#[test]
fn a_period_that_no_word_gives_stands_at_the_foot() {
    let picture = |a: &str, b: &str, chart: &str| {
        let story = tale().figure("a", &people("6", a)).figure("b", &people("7", b)).chart(chart);
        foot(&story.picture(720.0, Locale::En))
    };
    let (early, late) = (of("1987", "1987"), of("2023", "2023"));
    for chart in ["area-squares", "bars"] {
        let said = picture(&early, &early, &items(chart, &["a", "b"]));
        assert!(said.starts_with("Period: 1987. Source:"), "{chart}: {said}");
    }
    let field = r#"{"type": "unit-field", "scale_note": {"en": "one each"}, "fields": [{"figure": "a", "per": 1}, {"figure": "b", "per": 1}]}"#;
    for chart in [items("area-squares", &["a", "b"]).as_str(), field] {
        let said = picture(&early, &late, chart);
        assert!(said.starts_with("Period: 1987 (a); 2023 (b). Source:"), "{chart}: {said}");
    }
    // bars of unlike periods and names with a year say it themselves
    let named = [early.clone(), called("Forest in 1987")].concat();
    for (a, b, chart) in [(&early, &late, "bars"), (&named, &named, "area-squares")] {
        let b = b.replace("Forest", "Meadow");
        let said = picture(a, &b, &items(chart, &["a", "b"]));
        assert!(said.starts_with("Source:"), "{chart}: {said}");
    }
    // a year alone does not tell which of its months
    let months = ", \"period\": {\"en\": \"January–May 2023\", \"start\": \"2023-01\", \"end\": \"2023-05\"}";
    for (name, told) in
        [("Forest in 2023", "Period: January–May 2023"), ("Forest, January–May 2023", "Source:")]
    {
        let (a, b) =
            ([months, &called(name)].concat(), [months, &called(&name.replace("Forest", "Meadow"))].concat());
        let said = picture(&a, &b, &items("area-squares", &["a", "b"]));
        assert!(said.starts_with(told), "{name}: {said}");
    }
    // what is not dated has nothing to tell
    let undated = ", \"period\": {\"en\": \"undated\"}";
    assert!(picture(undated, undated, &items("area-squares", &["a", "b"])).starts_with("Source:"));
}

/// Seen to fail: with deadlines that only the checks read.
#[test]
fn the_deadline_of_an_aim_stands_beside_its_period() {
    let aim = |more: &str| {
        let aim = format!("\"status\": \"target\", \"deadline\": {{\"en\": \"by 2028\"}}{more}");
        people("6", &format!(", {aim}"))
    };
    let picture = |more: &str, chart: &str| {
        let story =
            tale().figure("a", &aim(more)).figure("b", &people("7", &of("2024", "2024"))).chart(chart);
        said(&story.picture(720.0, Locale::En))
    };
    let early = of("2024", "2024");
    let both = picture(&early, &items("bars", &["b", "a"]));
    assert!(both.contains("Period: 2024 (b); 2024, deadline: by 2028 (a)"), "{both}");
    let card = picture(&early, &items("callouts", &["a"]));
    assert!(card.contains("2024, deadline: by 2028") && !card.contains("Period:"), "{card}");
    // what its name or its period says is not said again
    for told in [[early.as_str(), &called("Homes by 2028")].concat(), of("by 2028", "2028")] {
        let bars = picture(&told, &items("bars", &["b", "a"]));
        assert!(!bars.contains("deadline"), "{told}: {bars}");
    }
}

#[test]
fn rings_of_unlike_years_say_them_under_their_own_names() {
    let share = |value: &str, year: &str| {
        let whole = "\"denominator\": {\"id\": \"v\", \"en\": \"voters\"}, \"part_of\": \"v\"";
        format!(
            "\"value\": {value}, \"unit\": \"percent\", \"measure\": \"share\", {whole}{}",
            of(year, year)
        )
    };
    let chart = r#"{"type": "rate-rings", "items": [{"figure": "a", "label": {"en": "Town"}}, {"figure": "b", "label": {"en": "Country"}}]}"#;
    let picture = |later: &str| {
        let story = tale().figure("a", &share("60", "2023")).figure("b", &share("70", later)).chart(chart);
        said(&story.picture(720.0, Locale::En))
    };
    let said = picture("1987");
    assert!(said.contains("Town, 2023") && said.contains("Country, 1987"), "{said}");
    assert!(picture("2023").contains("Town | "), "{}", picture("2023"));
}

/// Seen to fail: without the rule.
#[test]
fn a_part_is_no_more_than_its_whole() {
    let part = |value: &str, rest: &str| people(value, &format!(", \"part_of\": \"pop\"{rest}"));
    let story = |a: &str, b: &str| tale().figure("pop", &people("100", "")).figure("a", a).figure("b", b);
    let wrong = vec![("part-over-whole", Severity::Error)];
    let apart = ", \"disjoint_with\": [\"b\"]";
    assert_eq!(codes(&story(&part("180", ""), &part("5", ""))), wrong);
    assert_eq!(codes(&story(&part("70", apart), &part("50", ""))), wrong);
    // what may overlap, what is rounded, what is of another year, and a bound that leaves room
    assert_eq!(codes(&story(&part("70", ""), &part("50", ""))), []);
    assert_eq!(codes(&story(&part("60", apart), &part("41", ""))), []);
    assert_eq!(codes(&story(&part("180", &of("2022", "2022")), &part("5", ""))), []);
    let below = ", \"bound\": \"less_than\", \"printed\": \"less than\"";
    assert_eq!(codes(&story(&part("70", apart), &part("50", below))), []);
    let share = |value: &str, rest: &str| {
        let whole = "\"denominator\": {\"id\": \"x\", \"en\": \"x\"}, \"part_of\": \"x\"";
        format!("\"value\": {value}, \"unit\": \"percent\", \"measure\": \"share\", {whole}{rest}")
    };
    let shares = |a: &str, b: &str| tale().figure("a", &share(a, apart)).figure("b", &share(b, ""));
    assert_eq!(codes(&shares("70", "50")), wrong);
    assert_eq!(codes(&shares("50.4", "49.7")), []);
    // a whole in ten thousands
    let whole = |value: &str| {
        let whole = format!("\"value\": {value}, \"unit\": \"w\", \"measure\": \"level\"");
        let tale = tale().unit("w", "\"en\": \"ten thousand people\"");
        codes(&tale.figure("pop", &whole).figure("a", &part("27000", "")))
    };
    assert_eq!(whole("2"), wrong);
    assert_eq!(whole("3"), []);
}

/// Seen to fail: without the rule.
#[test]
fn a_figure_has_one_place_in_a_chart_and_two_figures_have_two_names() {
    let story = |b: &str, chart: &str| tale().figure("a", &people("20", "")).figure("b", b).chart(chart);
    let both = items("bars", &["a", "b"]);
    let twice = r#"{"type": "bars", "items": [{"figure": "a", "label": {"en": "Men"}}, {"figure": "a", "label": {"en": "Women"}}]}"#;
    assert_eq!(codes(&story(&people("9", ""), twice)), [("repeated-item", Severity::Error)]);
    let alike = people("90", &called("a"));
    assert_eq!(codes(&story(&alike, &both)), [("repeated-item", Severity::Warning)]);
    let apart = both.replace("\"b\"", "\"b\", \"label\": {\"en\": \"Homes\"}");
    assert_eq!(codes(&story(&alike, &apart)), []);
    // one thing in two years is one name with two periods
    assert_eq!(codes(&story(&people("90", &[called("a"), of("2019", "2019")].concat()), &both)), []);
}

/// Seen to fail: with prices that are never unlike.
#[test]
fn amounts_at_unlike_prices_share_no_scale() {
    let flow = |value: &str, rest: &str| format!("\"value\": {value}, {FLOW}{rest}");
    let note = |words: &str| format!(", \"note\": {{\"en\": \"{words}\"}}");
    let before = of("2022", "2022");
    let story = |a: &str, b: &str, chart: &str| {
        tale()
            .figure("a", &flow("5", &[a, &called("Output"), &before].concat()))
            .figure("b", &flow("7", b))
            .chart(chart)
    };
    let (current, constant) = (note("at current prices"), note("at constant prices of 2010"));
    let later = [constant.clone(), called("Output")].concat();
    let slope = r#"{"type": "slope", "items": [{"from": "a", "to": "b"}]}"#;
    for chart in [slope, &items("bars", &["a", "b"])] {
        assert_eq!(codes(&story(&current, &later, chart)), [("series-break", Severity::Error)], "{chart}");
        assert_eq!(codes(&story(&constant, &later, chart)), [], "{chart}");
        assert_eq!(codes(&story("", &later, chart)), [], "{chart}");
    }
    let series = |id: &str, prices: &str, story: Tale| {
        let definition = format!("{FLOW}, \"note\": {{\"en\": \"{prices}\"}}");
        story.series(id, &definition, "2021,5 2022,6")
    };
    let lines = r#"{"type": "lines", "items": [{"series": "g"}, {"series": "h"}]}"#;
    let both = |a, b| series("h", b, series("g", a, tale())).chart(lines);
    let files = both("current prices", "constant prices");
    assert!(
        codes(&files).iter().all(|found| *found == ("series-break", Severity::Error))
            && !codes(&files).is_empty()
    );
    assert_eq!(codes(&both("current prices", "current prices")), []);
}

/// Seen to fail: with periods compared by their days alone.
#[test]
fn a_year_that_runs_over_two_is_not_the_calendar_year_it_begins_in() {
    let story = |before: &str, after: &str| {
        let level = |words: &str, start: &str| people("5", &[of(words, start), called("Jobs")].concat());
        let slope = r#"{"type": "slope", "items": [{"from": "a", "to": "b", "label": {"en": "A"}}, {"from": "c", "to": "d", "label": {"en": "B"}}]}"#;
        let of = |a, b| {
            tale()
                .figure("a", &level("2022", "2022"))
                .figure("b", &level("2023", "2023"))
                .figure("c", a)
                .figure("d", b)
        };
        codes(&of(&level(before, "2022"), &level(after, "2023")).chart(slope))
    };
    for (before, after) in [
        ("2022/23", "2023/24"),
        ("school year 2022–23", "school year 2023–24"),
        ("FY 2022-2023", "FY 2023-2024"),
    ] {
        assert!(story(before, after).contains(&("series-break", Severity::Error)), "{before}");
    }
    assert_eq!(story("2022", "2023"), []);
    assert_eq!(story("year 2022", "year 2023"), []);
}

/// Seen to fail: with the base in the names of the bars only.
#[test]
fn an_index_pair_says_its_base_where_its_names_do_not() {
    let picture = |base: &str, label: &str| {
        let growth = format!(
            "\"value\": 5, \"unit\": \"percent\", \"measure\": \"growth\", \"base\": {{\"en\": \"{base}\"}}"
        );
        let chart = format!(
            r#"{{"type": "index-pair", "figure": "a", "base_label": {{"en": "{label}"}}, "now_label": {{"en": "2023"}}}}"#
        );
        said(&tale().figure("a", &growth).chart(&chart).picture(720.0, Locale::En))
    };
    assert!(picture("2010", "Last year").contains("2010"));
    assert!(picture("2010", "Town").contains("2010"));
    assert_eq!(picture("2010", "2010").matches("2010").count(), 1);
    assert_eq!(
        picture("the year before", "The year before").to_lowercase().matches("the year before").count(),
        1
    );
}

/// Seen to fail: without the rule.
#[test]
fn a_yearly_average_is_no_growth_of_all_its_years() {
    let story = |label: &str, base: &str| {
        let growth = format!(
            "\"value\": 5, \"unit\": \"percent\", \"measure\": \"growth\", \"base\": {{\"en\": \"{base}\"}}{}",
            called(label)
        );
        let chart = format!(
            r#"{{"type": "index-pair", "figure": "a", "base_label": {{"en": "{base}"}}, "now_label": {{"en": "2023"}}}}"#
        );
        codes(&tale().figure("a", &growth).chart(&chart))
    };
    for label in ["Average annual growth", "Growth, CAGR"] {
        assert_eq!(story(label, "2010"), [("single-growth", Severity::Error)], "{label}");
    }
    assert_eq!(story("Growth", "2010"), []);
    assert_eq!(story("Growth of average wages", "2022"), []);
}

/// Seen to fail: without the check of its own period.
#[test]
fn what_is_computed_is_of_the_time_of_its_inputs() {
    let story = |year: &str| {
        let share = format!(
            "\"derived\": {{\"operation\": \"share\", \"inputs\": [\"a\", \"pop\"], \"places\": 0}}, \"unit\": \"percent\",
             \"measure\": \"share\", \"denominator\": {{\"id\": \"pop\", \"en\": \"people\"}}{}",
            of(year, year)
        );
        codes(&tale().figure("pop", &people("100", "")).figure("a", &people("30", "")).figure("s", &share))
    };
    assert_eq!(story("2023"), []);
    assert_eq!(story("2011"), [("bad-derivation", Severity::Error)]);
}

#[test]
fn a_unit_that_is_percent_in_other_words_is_percent() {
    for name in ["%", "pct", "per cent", "percent of voters"] {
        let story = tale().unit("own", &format!("\"en\": \"{name}\""));
        let story = story.figure("a", "\"value\": 48, \"unit\": \"own\", \"measure\": \"level\"");
        let story = story.figure("b", "\"value\": 70, \"unit\": \"own\", \"measure\": \"level\"");
        let found = codes(&story.chart(&items("bars", &["a", "b"])));
        assert_eq!(found, [("mixed-denominator", Severity::Error)], "{name}");
    }
}

/// Seen to fail: with the points of a series not asked for a name.
#[test]
fn a_size_class_is_no_point_of_a_series() {
    let story = |form: &str| codes(&tale().series("g", &[LEVEL, form].concat(), "2021,1000 2022,2000"));
    let found = story(", \"form\": \"class\"");
    assert!(
        !found.is_empty() && found.iter().all(|told| *told == ("missing-name", Severity::Error)),
        "{found:?}"
    );
    assert_eq!(story(""), []);
}

#[test]
fn a_trillion_is_one_in_every_spelling() {
    for name in ["tn yuan", "trn yuan", "trillion yuan"] {
        let story = Tale::new(&[Locale::Zh, Locale::En]);
        let story = story.unit("own", &format!("\"zh\": \"万亿元\", \"en\": \"{name}\""));
        assert_eq!(
            codes(&story.figure("a", "\"value\": 6, \"unit\": \"own\", \"measure\": \"flow\"")),
            [],
            "{name}"
        );
    }
}

/// Seen to fail: with the names of one chart only.
#[test]
fn no_figure_has_the_name_of_another_one_of_the_story() {
    let jobs = |town: &str| people("5000", &called(&format!("Jobs in {town}")));
    let story = |chart: &str, label: &str| {
        let chart = items(chart, &["a"]).replace("\"a\"}", &format!("\"a\"{}}}", called(label)));
        codes(&tale().figure("a", &jobs("Ayton")).figure("b", &jobs("Beeford")).chart(&chart))
    };
    for chart in ["bars", "callouts", "table"] {
        assert_eq!(story(chart, "Beeford"), [("swapped-sides", Severity::Warning)], "{chart}");
        assert_eq!(story(chart, "Ayton"), [], "{chart}");
        assert_eq!(story(chart, "Employment in Ayton"), [], "{chart}");
        assert_eq!(story(chart, "Here"), [], "{chart}");
    }
    // a pair is called by what its two figures have in common
    let pair = |label: &str, second: &str| {
        let chart = format!(
            r#"{{"type": "grouped-bars", "first": {{"en": "A"}}, "second": {{"en": "B"}}, "items": [{{"first": "a", "second": "{second}", "label": {{"en": "{label}"}}}}]}}"#
        );
        let tale =
            tale().figure("a", &jobs("Ayton")).figure("b", &jobs("Beeford")).figure("c", &jobs("Ayton"));
        codes(&tale.chart(&chart))
    };
    assert_eq!(pair("Beeford", "c"), [("swapped-sides", Severity::Warning)]);
    assert_eq!(pair("Ayton", "c"), []);
    assert_eq!(pair("Beeford", "b"), []);
}

/// Seen to fail: without the check of the pair.
#[test]
fn no_line_joins_what_there_is_and_what_comes_in_a_year() {
    let story = |from: &str, to: &str| {
        let figure = |measure: &str, year: &str| {
            format!("\"value\": 500, {measure}{}{}", of(year, year), called("Water"))
        };
        let chart = r#"{"type": "slope", "items": [{"from": "a", "to": "b"}]}"#;
        let story = tale().figure("a", &figure(from, "2022")).figure("b", &figure(to, "2023"));
        codes(&story.chart(chart))
    };
    assert_eq!(story(LEVEL, FLOW), [("mixed-unit", Severity::Error)]);
    assert_eq!(story(FLOW, LEVEL), [("mixed-unit", Severity::Error)]);
    for measure in [LEVEL, FLOW] {
        assert_eq!(story(measure, measure), []);
    }
}

/// Seen to fail: without the check of the chart.
#[test]
fn the_cells_of_a_share_are_its_own_whole() {
    let story = |note: [&str; 2]| {
        let share =
            "\"value\": 48, \"unit\": \"percent\", \"measure\": \"share\", \"denominator\": {\"id\": \"pop\",
            \"en\": \"residents of the town\", \"zh\": \"常住人口\", \"stated\": true}, \"part_of\": \"pop\"";
        let note = format!("{{\"en\": \"{}\", \"zh\": \"{}\"}}", note[0], note[1]);
        let chart = format!("{{\"type\": \"waffle\", \"figure\": \"a\", \"cell_note\": {note}}}");
        codes(&Tale::new(&[Locale::Zh, Locale::En]).figure("a", share).chart(&chart))
    };
    let wrong = [("mixed-denominator", Severity::Warning)];
    assert_eq!(story(["All cells = all workers", "全部格子＝常住人口"]), wrong);
    assert_eq!(story(["All cells = the residents", "一百格＝全部就业人员"]), wrong);
    assert_eq!(story(["All cells = the residents", "一百格代表全部就业人员"]), wrong);
    assert_eq!(story(["A hundred cells are all workers", "一百格就是常住人口"]), wrong);
    for right in [
        ["All cells = the residents", "全部格子＝全市常住人口"],
        ["100 cells = Residents, 2023", "一百格＝常住人口，2023年"],
        ["Tinted = women", "底色＝女性"],
        ["One cell, one in a hundred", "每格百分之一"],
    ] {
        assert_eq!(story(right), [], "{right:?}");
    }
}
