//! What the axis of periods says is true of every point over it, at every width.

use crate::support::tale::Tale;
use duoyuan::layout::mark::{Mark, Shape};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::date::Part;
use duoyuan::locale::Locale;
use duoyuan::scene::lay_out;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;

const CHARTS: [&str; 3] = [
    "{\"type\": \"columns\", \"series\": \"s\"}",
    "{\"type\": \"lines\", \"items\": [{\"series\": \"s\"}]}",
    "{\"type\": \"small-multiples\", \"items\": [{\"series\": \"s\"}]}",
];

/// So many periods of a length from the one with number `first` on, as lines of a file.
fn rows(in_a_year: i32, first: i32, count: i32) -> String {
    let one = |number: i32| {
        let (year, within) = (number.div_euclid(in_a_year), number.rem_euclid(in_a_year) + 1);
        let period = match in_a_year {
            4 => format!("{year}Q{within}"),
            _ => format!("{year}-{within:02}"),
        };
        format!("{period},{}", 50 + number.rem_euclid(7) * 3)
    };
    (first..first + count).map(one).collect::<Vec<_>>().join(" ")
}

/// Where the points of figures lie: the middle, and the year and name of the period.
fn points(story: &Story, placed: &PlacedScene) -> Vec<(f64, i32, String)> {
    let of = |mark: &Mark| {
        let ix = placed.data[mark.datum? as usize].figure?;
        let is_point = matches!(mark.id.part.name, "dot" | "bar");
        let date = story.figure(ix).period().start.filter(|_| is_point)?;
        let name = match date.part {
            Part::Quarter(quarter) => format!("Q{quarter}"),
            _ => {
                let months =
                    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
                months[usize::from(date.first_day().1) - 1].to_string()
            }
        };
        Some((mark.bounds().center().x, date.year, name))
    };
    placed.marks.iter().filter_map(of).collect()
}

/// Texts with their middles.
fn texts<'a>(placed: &'a PlacedScene) -> Vec<(&'a str, f64)> {
    let text = |shape: &'a Shape| match shape {
        Shape::Text(run) => Some((&*run.text, run.bounds().center().x)),
        _ => None,
    };
    placed.marks.iter().filter_map(|mark| text(&mark.shape)).collect()
}

/// A quarter is of the year that stands under it or at its left; on a phone the axis of five quarters from the last of
/// 2023 on once said Q1 over "2023", of a point of 2024. Seen to fail: with years at the first place of each year.
#[test]
fn a_quarter_or_month_stands_over_its_own_year() {
    let mut named = 0;
    for (in_a_year, counts) in [(4, vec![2, 3, 5, 8, 13]), (12, vec![4, 7, 14, 25])] {
        for (start, chart) in (0..in_a_year).step_by(in_a_year as usize / 4).zip(CHARTS.iter().cycle()) {
            for count in &counts {
                let members = "\"unit\": \"people\", \"measure\": \"level\"";
                let tale = Tale::new(&[Locale::En])
                    .series("s", members, &rows(in_a_year, 2023 * in_a_year + start, *count))
                    .chart(chart);
                let story = tale.load();
                for width in [280.0, 320.0, 375.0, 390.0, 480.0, 560.0, 720.0, 912.0] {
                    let placed = lay_out(&story, 0, Viewport::new(width), Locale::En, &BuiltIn);
                    let place = format!("{chart} {in_a_year} {start} {count} {width}");
                    named += check(&story, &placed, &place);
                }
            }
        }
    }
    assert!(named > 500, "{named}");
}

/// How many names were looked at.
fn check(story: &Story, placed: &PlacedScene, place: &str) -> usize {
    let (points, texts) = (points(story, placed), texts(placed));
    assert!(!points.is_empty(), "{place}");
    let is_year = |text: &str| text.len() == 4 && text.starts_with("20");
    let years: Vec<(i32, f64)> =
        texts.iter().filter(|(text, _)| is_year(text)).map(|(text, x)| (text.parse().unwrap(), *x)).collect();
    let mut named = 0;
    for (text, x) in &texts {
        let known = points.iter().any(|(_, _, name)| name == text);
        let Some((_, year, name)) = points.iter().find(|(at, ..)| known && (at - x).abs() < 1.0) else {
            continue;
        };
        assert_eq!(name, text, "{place}");
        let under = years.iter().filter(|(_, at)| *at <= x + 1.0).max_by(|a, b| a.1.total_cmp(&b.1));
        assert_eq!(under.map(|(year, _)| year), Some(year), "{place}: {text}, {years:?}");
        named += 1;
    }
    // where no place has a name the years stand at points of theirs
    for (said, x) in years {
        let at = points.iter().find(|(at, ..)| (at - x).abs() < 1.0);
        assert!(at.is_none_or(|(_, year, _)| *year == said), "{place}: {said}");
    }
    named
}
