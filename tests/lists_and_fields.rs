//! What a list or a field of dots must show whichever chart draws it: that an open list goes on, and dots of one size
//! where one dot stands for as many.
//! Seen to fail: with rings, wheels and icon rows that drew the named items alone; with 2,150 small dots above 640 large
//! ones at one scale.

use crate::support::tale::Tale;
use duoyuan::layout::mark::{Mark, Shape};
use duoyuan::layout::PlacedScene;
use duoyuan::locale::Locale;

/// Whether a picture writes these words.
fn writes(picture: &PlacedScene, words: &str) -> bool {
    picture.marks.iter().any(|mark| matches!(&mark.shape, Shape::Text(run) if run.text.contains(words)))
}

#[test]
fn an_open_list_goes_on_in_every_chart_of_lists() {
    for chart in [
        "{\"type\": \"word-ring\", \"list\": \"kinds\", \"center\": TEXT}",
        "{\"type\": \"word-wheel\", \"list\": \"kinds\", \"center\": TEXT}",
        "{\"type\": \"icon-rows\", \"rows\": [{\"icon\": \"fish\", \"title\": TEXT, \"list\": \"kinds\"}]}",
        "{\"type\": \"plaques\", \"list\": \"kinds\"}",
        "{\"type\": \"words\", \"title\": TEXT, \"items\": [{\"list\": \"kinds\"}]}",
    ] {
        for (width, locale, said) in
            [(1280.0, Locale::Zh, "等"), (720.0, Locale::En, "others"), (375.0, Locale::En, "others")]
        {
            for open in [true, false] {
                let tale = Tale::new(&[Locale::Zh, Locale::En]);
                let tale = tale.list("kinds", open, &["boats", "nets", "ropes"]).chart(chart);
                let picture = tale.picture(width, locale);
                assert!(writes(&picture, "ropes"), "{chart} at {width}");
                assert_eq!(writes(&picture, said), open, "{chart} at {width} in {locale:?}");
            }
        }
    }
}

/// The radii of the dots of a picture, CSS px, each once.
fn radii(picture: &PlacedScene) -> Vec<f64> {
    let of = |mark: &Mark| -> Vec<f64> {
        match &mark.shape {
            Shape::Circle { radius, .. } => vec![*radius],
            Shape::Instances(cells) => cells.iter().map(|cell| f64::from(cell.radius)).collect(),
            _ => Vec::new(),
        }
    };
    let mut all: Vec<f64> = picture.marks.iter().filter(|mark| mark.datum.is_some()).flat_map(of).collect();
    all.dedup_by(|a, b| (*a - *b).abs() < 1e-3);
    all
}

#[test]
fn fields_of_one_scale_have_dots_of_one_size() {
    let jobs = |value: u32| format!("\"value\": {value}, \"unit\": \"people\", \"measure\": \"level\"");
    for (a, b) in [(2150, 640), (640, 2150), (900, 40), (5000, 1700), (12000, 30)] {
        let tale = Tale::new(&[Locale::En]).figure("a", &jobs(a)).figure("b", &jobs(b));
        let chart = "{\"type\": \"unit-field\", \"fields\": [{\"figure\": \"a\", \"per\": 10}, {\"figure\": \"b\", \"per\": 10}], \"scale_note\": {\"en\": \"One dot = 10 people\"}}";
        for width in [1280.0, 375.0] {
            let radii = radii(&tale.clone().chart(chart).picture(width, Locale::En));
            assert_eq!(radii.len(), 1, "{a} and {b} at {width}: {radii:?}");
        }
    }
}
