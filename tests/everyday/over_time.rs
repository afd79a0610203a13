//! Columns, lines, panels and dots over time: gaps, places below zero, and periods at their own places.

use super::*;

/// Seen to fail: without a cell for a gap.
#[test]
fn columns_leave_a_gap_and_go_below_zero() {
    let rows = "2019,6.0,,,d,s 2020,-2.2,,,d,s 2022,3.0,,,d,s 2023,5.2,,preliminary,d,s";
    let chart = r#"{"type": "columns", "series": "g"}"#;
    for width in [280.0, 343.0, 720.0, 912.0] {
        let placed = Small::series(&[("g", PERCENT, rows)], chart).picture(width);
        let zero = line(&placed, "zero");
        let (up, down) = (boxed(&placed, "g@2019", "bar"), boxed(&placed, "g@2020", "bar"));
        assert!((up.bottom() - zero.y).abs() < 0.1 && (down.y - zero.y).abs() < 0.1, "{up:?} {down:?}");
        assert!((down.h / up.h - 2.2 / 6.0).abs() < 0.01);
        let later = boxed(&placed, "g@2022", "bar");
        let pitch = down.center().x - up.center().x;
        assert!((later.center().x - down.center().x - 2.0 * pitch).abs() < 0.2, "a gap has its place");
        let told = placed.data.iter().any(|d| d.key == "g-gap-2021" && d.name.contains("2021"));
        assert!(told && line(&placed, "gap").w > 0.0);
        let words: Vec<&str> = texts(&placed).into_iter().map(|(text, _)| text).collect();
        assert!(words.iter().any(|text| text.contains("preliminary")), "{words:?}");
    }
}

/// A gap strip of a chart, and not that of the key.
fn is_gap(mark: &Mark) -> bool {
    mark.id.part.name == "gap" && matches!(mark.id.scope, Scope::Chart { .. })
}

/// Periods that nobody has published figures for are shown at the ends of a series too: as a place on the axis, as a mark
/// and in words.
#[test]
fn unpublished_ends_of_a_series_have_their_place() {
    let level = r#""unit": "mw", "measure": "level""#;
    let rows = "2017,,,,d,s 2018,,,,d,s 2019,6.0,,,d,s 2020,4.0,,,d,s 2021,,,,d,s";
    let one = "2019,6.0,,,d,s 2020,4.0,,,d,s";
    for chart in [
        r#"{"type": "columns", "series": "g"}"#,
        r#"{"type": "dot-line", "series": "g"}"#,
        r#"{"type": "dot-line", "series": "g", "rail": true}"#,
        r#"{"type": "lines", "items": [{"series": "g"}]}"#,
        r#"{"type": "lines", "items": [{"series": "g"}, {"series": "h"}]}"#,
        r#"{"type": "small-multiples", "items": [{"series": "g"}, {"series": "h"}]}"#,
    ] {
        let (story, found) = Small::series(&[("g", level, rows), ("h", level, one)], chart).load();
        assert!(found.is_empty(), "{found:#?}");
        for width in [280.0, 720.0] {
            let placed = lay_out(&story, 0, Viewport::new(width), Locale::En, &BuiltIn);
            let words: Vec<&str> = texts(&placed).into_iter().map(|(text, _)| text).collect();
            assert!(width < 300.0 || words.contains(&"2021"), "{chart}: {words:?}");
            let gaps: Vec<Rect> = placed.marks.iter().filter(|m| is_gap(m)).map(|m| m.bounds()).collect();
            let middle = placed.width / 2.0;
            assert_eq!(gaps.len(), 2, "{chart} at {width}");
            assert!(gaps[0].x >= 0.0 && gaps[1].right() <= placed.width && gaps[0].right() < gaps[1].x);
            assert!(
                chart.contains("small") || gaps[0].x < middle && gaps[1].right() > middle,
                "{chart}: {gaps:?}"
            );
        }
        let table = duoyuan::describe::table(&story, &story.scenes()[0], Locale::En);
        let periods: Vec<&str> = table.rows.iter().map(|(_, cells)| &*cells[4]).collect();
        assert_eq!(periods[..4], ["2017–2018", "2019", "2020", "2021"], "{chart}");
        // a summary of several series does not mention gaps
        if !chart.contains(r#""h""#) {
            let detail = duoyuan::describe::summary::Detail::parse("normal").unwrap();
            let told =
                duoyuan::describe::summary::summary(&story, &story.scenes()[0], Locale::En, detail).join(" ");
            assert!(told.contains("2017–2018") && told.contains("2021"), "{told}");
        }
    }
    // quarters that nothing was published for, in a year that has others
    let rows = "2022Q3,3.9,,,d,s 2022Q4,,,,d,s 2023Q1,4.5,,,d,s 2023Q2,,,,d,s 2023Q3,,,,d,s";
    let placed = Small::series(&[("g", level, rows)], r#"{"type": "columns", "series": "g"}"#).picture(720.0);
    assert_eq!(placed.marks.iter().filter(|m| is_gap(m)).count(), 2);
    assert!(texts(&placed).iter().any(|(text, _)| *text == "Q3"));
}

/// Seen to fail: with quarters placed by their year.
#[test]
fn quarters_and_months_have_their_own_places_and_names() {
    let rows = "2022Q3,3.9,,,d,s 2022Q4,2.9,,,d,s 2023Q1,4.5,,,d,s 2023Q2,6.3,,,d,s";
    let chart = r#"{"type": "columns", "series": "g"}"#;
    let placed = Small::series(&[("g", PERCENT, rows)], chart).picture(720.0);
    let x = |key: &str| boxed(&placed, key, "bar").center().x;
    let steps = [x("g@2022Q4") - x("g@2022Q3"), x("g@2023Q1") - x("g@2022Q4")];
    assert!((steps[0] - steps[1]).abs() < 0.2 && steps[0] > 20.0, "{steps:?}");
    let all = texts(&placed);
    let named = |text: &str| all.iter().find(|(t, _)| *t == text).map(|(_, b)| b.center().x);
    assert!((named("Q1").unwrap() - x("g@2023Q1")).abs() < 1.0, "{all:?}");
    assert!(named("2022").is_some() && named("2023").is_some());
    let months = "2023-01,1.9,,,d,s 2023-02,1.0,,,d,s 2023-03,0.7,,,d,s";
    let placed = Small::series(&[("g", PERCENT, months)], chart).picture(720.0);
    let words: Vec<&str> = texts(&placed).into_iter().map(|(text, _)| text).collect();
    assert!(["Jan", "Feb", "Mar"].iter().all(|month| words.contains(month)), "{words:?}");
}

/// Seen to fail: without `one_change`.
#[test]
fn one_growth_rate_is_no_trend() {
    let chart = r#"{"type": "columns", "series": "g"}"#;
    let told = Small::series(&[("g", PERCENT, "2023,5.2,,,d,s")], chart).refused();
    assert!(told.contains("single-growth") && told.contains("no trend"), "{told}");
    // years of them are one
    let dots = r#"{"type": "dot-line", "series": "g"}"#;
    let told = Small::series(&[("g", PERCENT, "2022,3.0,,,d,s 2023,5.2,,,d,s")], dots).refused();
    assert!(told.contains("use columns"), "{told}");
}

const PERMILLE: &str = r#""unit": "permille", "measure": "rate",
    "denominator": {"id": "p", "zh": "人口", "en": "population", "stated": true}"#;
const TWO: &str = r#"{"type": "lines", "items": [{"series": "a"}, {"series": "b"}]}"#;

/// Seen to fail: with the definition left out of `joined`.
#[test]
fn lines_join_neighbours_of_one_definition_only() {
    let a = "2018,10.9,,,d,s 2019,10.5,,,d,s 2021,7.5,,,d,s 2022,6.8,,,new,s 2023,6.4,,,new,s";
    let b = "2021,7.2,,,d,s 2022,7.4,,,d,other 2023,7.9,,,d,other";
    for width in [343.0, 720.0] {
        let placed = Small::series(&[("a", PERMILLE, a), ("b", PERMILLE, b)], TWO).picture(width);
        let lines = placed.marks.iter().filter(|m| m.id.part.name == "line").count();
        // 2018–2019 and 2022–2023 of a; 2022–2023 of b
        assert_eq!(lines, 3);
        let names: Vec<_> = texts(&placed).into_iter().filter(|(t, _)| t.starts_with("Item ")).collect();
        let ends: Vec<_> = names.iter().filter(|(t, _)| ["Item a", "Item b"].contains(t)).collect();
        assert_eq!(ends.len(), 2, "{names:?}");
        assert!(!ends[0].1.overlaps(&ends[1].1), "{ends:?}");
    }
}

/// Seen to fail: with `one_scale` left out.
#[test]
fn lines_of_unlike_units_or_wholes_are_refused() {
    let rows = "2022,6.8,,,d,s 2023,6.4,,,d,s";
    let told = Small::series(&[("a", PERMILLE, rows), ("b", PERCENT, rows)], TWO).refused();
    assert!(told.contains("mixed-unit"), "{told}");
    let whole = PERMILLE.replace("\"id\": \"p\"", "\"id\": \"w\"");
    let whole: &'static str = Box::leak(whole.into_boxed_str());
    let told = Small::series(&[("a", PERMILLE, rows), ("b", whole, rows)], TWO).refused();
    assert!(told.contains("mixed-denominator"), "{told}");
}

const PANELS: &str = r#"{"type": "small-multiples", "items": [{"series": "a"}, {"series": "b"}]}"#;

/// What is twice as high in one panel is twice as high in another, and every period has one place in all.
#[test]
fn panels_share_one_scale_and_keep_their_gaps() {
    let a = "2019,10,,,d,s 2021,8,,,d,s 2022,6,,,d,s";
    let b = "2020,5,,,d,s 2021,4,more_than,,d,s 2022,3,,target,d,s";
    for width in [280.0, 343.0, 720.0, 1280.0] {
        let placed = Small::series(&[("a", PERMILLE, a), ("b", PERMILLE, b)], PANELS).picture(width);
        let axes: Vec<Rect> =
            placed.marks.iter().filter(|m| m.id.part.name == "axis").map(|m| m.bounds()).collect();
        let [first, second] = axes[..] else { panic!("{axes:?}") };
        assert!((first.w - second.w).abs() < 0.2, "{axes:?}");
        let high = |axis: &Rect, key: &str, part: &str| axis.y - boxed(&placed, key, part).center().y;
        let scale = high(&first, "a@2019", "dot") / 10.0;
        let seen = [
            (high(&first, "a@2021", "dot"), 8.0),
            (high(&second, "b@2020", "dot"), 5.0),
            (high(&second, "b@2021", "dot"), 4.0),
            (high(&second, "b@2022", "goal"), 3.0),
        ];
        assert!(seen.iter().all(|(seen, value)| (seen - value * scale).abs() < 0.2), "{seen:?} by {scale}");
        let right = |axis: &Rect, key: &str, part: &str| boxed(&placed, key, part).center().x - axis.x;
        assert!((right(&first, "a@2022", "dot") - right(&second, "b@2022", "goal")).abs() < 0.2);
        // 2021–2022 of a; 2020–2021 and 2021–2022 of b, the last to a goal
        let lines: Vec<&Mark> = placed.marks.iter().filter(|m| m.id.part.name == "line").collect();
        assert_eq!(lines.len(), 3);
        assert_eq!(lines.iter().filter(|m| m.stroke.is_some_and(|s| s.dash.is_some())).count(), 1);
        assert!(boxed(&placed, "b@2021", "arrowhead").y < boxed(&placed, "b@2021", "dot").y);
        let words: Vec<&str> = texts(&placed).into_iter().map(|(text, _)| text).collect();
        assert!(words.iter().any(|text| text.contains("one scale")), "{words:?}");
        assert!(words.contains(&"Item a") && words.contains(&"Item b"), "{words:?}");
    }
}

#[test]
fn panels_of_unlike_units_wholes_or_definitions_and_too_many_are_refused() {
    let rows = "2022,6.8,,,d,s 2023,6.4,,,d,s";
    let told = Small::series(&[("a", PERMILLE, rows), ("b", PERCENT, rows)], PANELS).refused();
    assert!(told.contains("mixed-unit") && told.contains("callouts"), "{told}");
    let whole = PERMILLE.replace("\"id\": \"p\"", "\"id\": \"w\"");
    let whole: &'static str = Box::leak(whole.into_boxed_str());
    let told = Small::series(&[("a", PERMILLE, rows), ("b", whole, rows)], PANELS).refused();
    assert!(told.contains("mixed-denominator"), "{told}");
    let other = "2022,6.8,,,census,s 2023,6.4,,,census,s";
    let told = Small::series(&[("a", PERMILLE, rows), ("b", PERMILLE, other)], PANELS).refused();
    assert!(told.contains("different definitions"), "{told}");
    let many =
        format!(r#"{{"type": "small-multiples", "items": [{}]}}"#, [r#"{"series": "a"}"#; 13].join(", "));
    let told = Small::series(&[("a", PERMILLE, rows)], Box::leak(many.into_boxed_str())).refused();
    assert!(told.contains("at most 12"), "{told}");
    // too many lines for one axis are sent here
    let many = format!(r#"{{"type": "lines", "items": [{}]}}"#, [r#"{"series": "a"}"#; 7].join(", "));
    let told = Small::series(&[("a", PERMILLE, rows)], Box::leak(many.into_boxed_str())).refused();
    assert!(told.contains("use small multiples (small-multiples)"), "{told}");
}

/// The points of cases/03-negative. Seen to fail: with an axis from 0 up.
#[test]
fn dots_below_zero_lie_in_the_plot() {
    let chart = r#"{"type": "dot-line", "series": "g", "rail": true}"#;
    for width in [280.0, 720.0, 1280.0] {
        let rows = "2020,1.45,,,d,s 2021,0.34,,,d,s 2022,-1.27,,,d,s 2023,-3.30,,,d,s";
        let placed = Small::series(&[("g", PERMILLE, rows)], chart).picture(width);
        let zero = line(&placed, "axis").y;
        let lines =
            placed.marks.iter().filter(|m| m.id.part.name == "rule" && m.bounds().y < placed.height - 100.0);
        let lowest = lines.map(|m| m.bounds().y).fold(zero, f64::max);
        let dot = |key: &str| boxed(&placed, key, "dot").center().y;
        assert!(dot("g@2022") > zero && dot("g@2023") <= lowest + 0.1, "{lowest}");
        assert!(((dot("g@2023") - zero) / (dot("g@2022") - zero) - 3.3 / 1.27).abs() < 0.02);
    }
}

#[test]
fn a_point_known_to_the_month_stands_at_its_month() {
    let chart = r#"{"type": "dot-line", "series": "g", "rail": true}"#;
    let rows = "2022,10,,,d,s 2023,12,,,d,s 2024-12,15,,,d,s 2025-03,16,,,d,s";
    let placed = Small::series(&[("g", MEGAWATTS, rows)], chart).picture(720.0);
    let x = |key: &str| boxed(&placed, key, "dot").center().x;
    let year = x("g@2023") - x("g@2022");
    // from the middle of 2023 to the middle of December 2024, and on to that of March
    assert!(((x("g@2024-12") - x("g@2023")) / year - (1.0 + 5.5 / 12.0)).abs() < 0.01);
    assert!(((x("g@2025-03") - x("g@2024-12")) / year - 0.25).abs() < 0.01);
    assert_eq!(placed.marks.iter().filter(|m| m.id.part.name == "line").count(), 1, "years only are joined");
    let words: Vec<&str> = texts(&placed).into_iter().map(|(text, _)| text).collect();
    assert!(words.iter().any(|text| text.contains("December 2024")), "{words:?}");
}

#[test]
fn what_a_month_brought_has_no_place_beside_what_years_did() {
    let chart = r#"{"type": "dot-line", "series": "g"}"#;
    let flow = MEGAWATTS.replace("level", "flow");
    let flow: &'static str = Box::leak(flow.into_boxed_str());
    let told = Small::series(&[("g", flow, "2023,12,,,d,s 2024-12,1,,,d,s")], chart).refused();
    assert!(told.contains("unlike"), "{told}");
}
