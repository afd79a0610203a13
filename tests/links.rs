//! Links in a picture: every chapter's name leads to its chapter and can be reached by keys, and an editor is told of a
//! link to no chapter.

use crate::support::{edited, is_helpful, karamay, problems_of};
use duoyuan::describe::content;
use duoyuan::layout::Viewport;
use duoyuan::locale::Locale;
use duoyuan::scene::lay_out;
use duoyuan::text::metrics::BuiltIn;
use serde_json::Value;

/// Seen to fail: without `links` in the reading order they were read, and led to no chapter.
#[test]
fn every_link_of_the_roles_to_come_leads_to_its_chapter() {
    let story = karamay();
    let future = story.find_scene("future").unwrap();
    for (locale, name) in [(Locale::Zh, "转到这一章：绿化"), (Locale::En, "Go to the chapter: Greening")]
    {
        for width in [375.0, 720.0, 912.0] {
            let placed = lay_out(&story, future, Viewport::new(width), locale, &BuiltIn);
            let told: Value = serde_json::from_str(&content::scene(&story, future, &placed)).unwrap();
            let groups = told["groups"].as_array().unwrap();
            let marks = groups.iter().flat_map(|group| group["marks"].as_array().unwrap());
            let links: Vec<(&str, &str)> =
                marks.filter_map(|m| Some((m["goes"].as_str()?, m["name"].as_str()?))).collect();
            let goes: Vec<&str> = links.iter().map(|(goes, _)| *goes).collect();
            let wanted =
                ["opening", "lead", "many", "talent", "measures", "governance", "greening", "honours"];
            assert_eq!(goes, wanted, "{width}");
            assert!(links.contains(&("greening", name)), "{links:?}");
            for datum in placed.data.iter().filter(|datum| datum.key.contains("-to-")) {
                assert!(datum.bounds.w >= 24.0 && datum.bounds.h >= 12.0, "{datum:?}");
            }
        }
    }
}

/// Seen to fail: without `link_check` the story loaded.
#[test]
fn a_link_to_no_chapter_is_told() {
    let problems =
        problems_of(edited("story.json", r#""to": ["greening", "honours"]"#, r#""to": ["grening"]"#));
    problems.iter().for_each(is_helpful);
    let told: Vec<(&str, &str)> = problems.iter().map(|p| (p.code, p.path.as_str())).collect();
    assert_eq!(told, [("unknown-scene", "scenes[14].rows[0][0].items[4].to[0]")]);
    assert!(problems[0].help.en().contains("\"greening\""), "{:?}", problems[0].help);
}
