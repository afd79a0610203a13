//! The reading key and the marks that it explains: each kind of statement looks like itself and no other.

use crate::support::tale::Tale;
use duoyuan::layout::mark::{Fill, Shape, Stroke};
use duoyuan::layout::PlacedScene;
use duoyuan::locale::message::Message;
use duoyuan::locale::Locale;

const PARTS: &str = "\"unit\": \"percent\", \"measure\": \"share\", \"part_of\": \"all\", \"denominator\": {\"id\": \"all\", \"en\": \"all\"}";

fn bars(members: &str) -> PlacedScene {
    let tale = Tale::new(&[Locale::En])
        .figure("x", members)
        .figure("y", "\"value\": 4, \"unit\": \"percent\", \"measure\": \"growth\"");
    let chart = "{\"type\": \"diverging-bars\", \"items\": [{\"figure\": \"x\"}, {\"figure\": \"y\"}]}";
    tale.chart(chart).picture(720.0, Locale::En)
}

fn says(placed: &PlacedScene, message: Message) -> bool {
    let words = message.get(Locale::En);
    placed.marks.iter().any(|m| matches!(&m.shape, Shape::Text(run) if *run.text == *words))
}

#[test]
fn falls_and_what_is_nearly_reached_have_entries_of_their_own() {
    let fall = |bound: &str, word: &str| {
        bars(&format!("\"value\": -5, \"unit\": \"percent\", \"measure\": \"growth\", \"bound\": \"{bound}\", \"printed\": \"{word}\""))
    };
    for (bound, word, message) in [
        ("more_than", "more than", Message::KeyFallMoreThan),
        ("at_least", "at least", Message::KeyFallAtLeast),
        ("less_than", "less than", Message::KeyFallLessThan),
        ("up_to", "up to", Message::KeyFallUpTo),
        ("nearly", "nearly", Message::KeyNearly),
    ] {
        let placed = fall(bound, word);
        assert!(says(&placed, message), "{bound}");
        assert!(!says(&placed, Message::KeyLessThan) && !says(&placed, Message::KeyAbout), "{bound}");
    }
}

fn dashes(placed: &PlacedScene, part: &str) -> Vec<(f64, f64)> {
    let of = |stroke: Option<Stroke>| stroke.and_then(|stroke| stroke.dash);
    placed.marks.iter().filter(|m| m.id.part.name == part).filter_map(|m| of(m.stroke)).collect()
}

#[test]
fn a_forecast_does_not_look_like_a_goal() {
    let of = |status: &str| {
        let placed = bars(&format!(
            "\"value\": 5, \"unit\": \"percent\", \"measure\": \"growth\", \"status\": \"{status}\""
        ));
        (dashes(&placed, "goal"), dashes(&placed, "key"))
    };
    let ((goal, goal_key), (forecast, forecast_key)) = (of("target"), of("forecast"));
    assert!(!goal.is_empty() && !forecast.is_empty());
    assert_ne!(goal, forecast);
    // the key draws each as the chart does
    assert!(
        goal_key.iter().all(|dash| goal.contains(dash))
            && forecast_key.iter().all(|dash| forecast.contains(dash))
    );
}

#[test]
fn no_two_parts_look_alike_and_a_preliminary_one_shows_that_it_is() {
    let ids = ["a", "b", "c", "d", "e", "f"];
    let mut tale = Tale::new(&[Locale::En]);
    for (i, id) in ids.iter().enumerate() {
        let others = ids[..i].iter().map(|o| format!("\"{o}\"")).collect::<Vec<_>>().join(", ");
        let status = if i == 2 { ", \"status\": \"preliminary\"" } else { "" };
        tale = tale.figure(id, &format!("\"value\": 15, {PARTS}, \"disjoint_with\": [{others}]{status}"));
    }
    let items = ids.map(|id| format!("{{\"figure\": \"{id}\"}}")).join(", ");
    let placed = tale
        .chart(&format!("{{\"type\": \"stacked-parts\", \"items\": [{items}]}}"))
        .picture(720.0, Locale::En);
    let fills: Vec<f64> = placed
        .marks
        .iter()
        .filter(|m| m.id.part.name == "part")
        .filter_map(|m| match m.fill {
            Fill::Solid(paint) => Some(paint.alpha),
            _ => None,
        })
        .collect();
    assert_eq!(fills.len(), ids.len());
    for (i, a) in fills.iter().enumerate() {
        assert!(fills[i + 1..].iter().all(|b| (a - b).abs() > 0.05), "{fills:?}");
    }
    let outlined: Vec<_> = placed.marks.iter().filter(|m| m.id.part.name == "not-final").collect();
    assert!(outlined.len() == 1 && says(&placed, Message::KeyNotFinal));
    assert!(fills.iter().enumerate().all(|(i, fill)| (i == 2) == (*fill < 0.4)), "{fills:?}");
}

/// A gap is a strip, not the box that stands for a letter no font has, and it is called the same everywhere.
#[test]
fn a_gap_is_a_strip_with_one_name() {
    let series = "\"unit\": \"people\", \"measure\": \"level\"";
    let tale = Tale::new(&Locale::ALL).series("s", series, "2015,3 2016,4 2019,5 2020,7");
    let columns = "{\"type\": \"columns\", \"series\": \"s\"}";
    let rail = "{\"type\": \"dot-line\", \"series\": \"s\", \"rail\": true}";
    for chart in [columns, rail] {
        let tale = tale.clone().chart(chart);
        for width in [320.0, 720.0] {
            let placed = tale.picture(width, Locale::En);
            let strips: Vec<_> =
                placed.marks.iter().filter(|m| m.id.part.name == "gap" && m.datum.is_some()).collect();
            assert_eq!(strips.len(), 1, "{chart}: one for both years");
            let bounds = strips[0].bounds();
            assert!(bounds.w >= 1.5 * bounds.h && bounds.h <= 6.0, "{bounds:?}");
        }
    }
    let story = tale.chart(columns).figure("none", "\"value\": null, \"measure\": \"level\"").load();
    for locale in Locale::ALL {
        let name = Message::NotFound.get(locale);
        assert_eq!(story.figure(story.find_figure("none").unwrap()).display(locale), name);
        let core = name.to_lowercase();
        for message in [
            Message::KeyMissing,
            Message::GapUnpublished,
            Message::GapYear,
            Message::YearsMissing,
            Message::MissingItems,
        ] {
            assert!(message.get(locale).to_lowercase().contains(&core), "{message:?} {locale:?}");
        }
        let rows = duoyuan::describe::table(&story, &story.scenes()[0], locale).rows;
        assert!(format!("{rows:?}").contains(name), "{rows:?}");
    }
}

#[test]
fn no_text_that_readers_see_has_a_number_of_its_own() {
    let level = "\"value\": 5, \"unit\": \"people\", \"measure\": \"level\"";
    let chart = |title: &str| {
        let tale = Tale::new(&[Locale::En]).figure("x", level);
        let chart = format!(
            "{{\"type\": \"bars\", \"title\": {{\"en\": \"{title}\"}}, \"items\": [{{\"figure\": \"x\"}}]}}"
        );
        tale.chart(&chart).problems()
    };
    let found = chart("95% of them came");
    assert!(found.iter().any(|d| d.code == "loose-number" && d.path.contains(".title.")), "{found:#?}");
    for title in ["Since 2019", "5G and PM2.5", "Q1 2023", "Well No. 1", "A 15-minute circle"] {
        assert!(chart(title).is_empty(), "{title}: {:#?}", chart(title));
    }
    let label = |label: &str| {
        let members = format!("{level}, \"label\": {{\"en\": \"{label}\"}}");
        Tale::new(&[Locale::En]).figure("x", &members).problems().iter().map(|d| d.code).collect::<Vec<_>>()
    };
    assert_eq!(label("40 people"), ["loose-number"]);
    assert_eq!(label("The 5 people"), [""; 0]);
    let series =
        Tale::new(&[Locale::En]).series("s", "\"unit\": \"people\", \"measure\": \"level\"", "2020,1");
    let story = series
        .story()
        .replace("\"s\": {\"label\": {\"en\": \"s\"}", "\"s\": {\"label\": {\"en\": \"70 towns\"}");
    let mut files = series.files();
    files.insert("story.json".into(), story.into_bytes());
    let told = crate::support::problems_of(duoyuan::story::Story::load(&files));
    assert!(told.iter().any(|d| d.code == "loose-number"), "{told:#?}");
}
