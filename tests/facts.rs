//! What the Karamay story must say, from the grammar of bounded numbers: each floor stays a floor in every place.
//! Seen to fail: with 余 moved behind the unit.

use crate::support;
use duoyuan::describe;
use duoyuan::locale::Locale;

#[test]
fn bounded_figures_read_as_printed() {
    let story = support::karamay();
    for (id, zh, en) in [
        ("livelihood-spending-share", "超过80%", "more than 80%"),
        ("technical-talent-total", "33000余人", "33,000+ people"),
        ("talent-total", "15.1万人", "151,000 people"),
        ("online-services-share", "90%以上", "90% or more"),
        ("green-coverage", "43.72%", "43.72%"),
        ("infrastructure-investment", "239.2亿元", "23.92 bn yuan"),
        ("ten-million-tonne-class", "千万吨级", "10-million-tonne class"),
        ("well-no1-date", "1955年10月29日", "29 October 1955"),
        ("afforestation-ha", "4207公顷", "4,207 hectares"),
        ("crude-output@1978", "约350万吨", "about 3.50 Mt"),
    ] {
        let figure = story.figure(story.find_figure(id).unwrap_or_else(|| panic!("no figure {id}")));
        assert_eq!(figure.display(Locale::Zh), zh);
        assert_eq!(figure.display(Locale::En), en);
    }
}

/// The same phrase in the spoken name, the table, the CSV and the record.
#[test]
fn every_figure_says_the_same_everywhere() {
    let story = support::karamay();
    let mut compared = 0;
    for scene in story.scenes() {
        for locale in support::LANGUAGES {
            let table = describe::table(&story, scene, locale);
            let csv = describe::csv(&table);
            for ix in story.figures_of_scene(scene) {
                let f = story.figure(ix);
                let phrase = f.display(locale);
                assert!(story.statement(ix, locale).contains(&phrase), "{}", f.id());
                assert_eq!(story.record(ix, locale).number, phrase);
                let row = table
                    .rows
                    .iter()
                    .find(|(id, _)| id == f.id())
                    .unwrap_or_else(|| panic!("{} not in table", f.id()));
                // the unit has its own column: the rest of the phrase is the value with its bound
                let flat = |s: &str| s.replace(' ', "");
                let (value, unit) = (flat(&row.1[1]), flat(&row.1[2]));
                assert!(flat(&phrase).contains(&unit), "{}: {unit} of {phrase}", f.id());
                // and so has how firm it is
                let status = f.status_word(locale).map(flat).unwrap_or_default();
                let bare =
                    flat(&phrase).replace(&format!("（{status}）"), "").replace(&format!("({status})"), "");
                assert_eq!(bare.replacen(&unit, "", 1), value, "{}", f.id());
                assert!(csv.contains(&row.1[1].replace('"', "\"\"")), "{}", f.id());
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn every_chapter_of_the_storyboard_is_there_in_order() {
    let story = support::karamay();
    let ids: Vec<&str> = story.scenes().iter().map(|s| s.id.as_str()).collect();
    let wanted = "cover opening lead many measures growth people livelihood services talent building governance greening honours future explore";
    assert_eq!(ids.join(" "), wanted);
    for scene in story.scenes() {
        assert!((2..=6).contains(&scene.narration.len()), "{}", scene.id);
        assert!(!story.source_line(scene, Locale::Zh).0.is_empty());
    }
}

#[test]
fn aims_are_aims() {
    let story = support::karamay();
    for id in ["clusters-target", "future-identities", "service-circle-minutes"] {
        assert!(story.figure(story.find_figure(id).unwrap()).is_target(), "{id}");
    }
}
