//! Lists that are compared: each thing keeps its place whichever list is chosen, no two of them overlap in any picture,
//! and only what the chosen list names is joined to the core.

use crate::support::{edited, is_helpful, karamay, problems_of, LANGUAGES};
use duoyuan::chart::hub::compare::seats;
use duoyuan::chart::Chart;
use duoyuan::describe::content;
use duoyuan::geometry::Rect;
use duoyuan::layout::interaction::Interaction;
use duoyuan::layout::mark::{Mark, Shape};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::model::ListIx;
use duoyuan::scene::lay_out_for;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;

fn lists(story: &Story) -> Vec<ListIx> {
    let scene = &story.scenes()[story.find_scene("many").unwrap()];
    let found = scene.charts().find_map(|chart| match chart {
        Chart::Hub(hub) => Some(std::iter::once(hub.list).chain(hub.compare.iter().copied()).collect()),
        _ => None,
    });
    found.unwrap()
}

fn picture(story: &Story, list: usize, (width, height): (f64, Option<f64>), locale: Locale) -> PlacedScene {
    let viewport = Viewport { height, ..Viewport::new(width) };
    let done = Interaction { list, ..Interaction::default() };
    lay_out_for(story, (story.find_scene("many").unwrap(), 0), viewport, done, locale, &BuiltIn)
}

const VIEWS: [(f64, Option<f64>); 6] = [
    (280.0, None),
    (375.0, Some(440.0)),
    (600.0, None),
    (860.0, None),
    (912.0, Some(672.0)),
    (1360.0, Some(920.0)),
];

/// Seen to fail: with `alike` looking at the texts alone, tourism had two seats.
#[test]
fn a_thing_has_one_seat_and_says_which_lists_name_it() {
    let story = karamay();
    let seats = seats(story.facts(), &lists(&story));
    let named = |zh: &str| {
        let seat = seats.iter().find(|seat| seat.item.text.zh() == zh).unwrap_or_else(|| panic!("no {zh}"));
        seat.named.iter().map(Option::is_some).collect::<Vec<_>>()
    };
    assert_eq!(seats.len(), 11);
    assert_eq!((named("金融"), named("文化旅游")), (vec![true; 3], vec![true; 3]));
    assert_eq!(
        (named("工信"), named("信息"), named("能源")),
        (vec![true, false, false], vec![false, true, false], vec![false, false, true])
    );
    // two lists have nearly the same name for something: that it is the same thing would be our own conclusion
    assert_eq!((named("数字经济"), named("科技")), (vec![false, false, true], vec![true, false, false]));
}

fn boxes(placed: &PlacedScene, part: &str) -> Vec<Rect> {
    placed.marks.iter().filter(|mark| mark.id.part.name == part).map(Mark::bounds).collect()
}

/// Seen to fail: with blocks as wide as the names of the chosen list are.
#[test]
fn seats_stay_where_they_are_when_another_list_is_chosen() {
    let story = karamay();
    for view in VIEWS {
        for locale in LANGUAGES {
            let first = picture(&story, 0, view, locale);
            for list in 1..3 {
                let other = picture(&story, list, view, locale);
                assert_eq!(
                    boxes(&first, "cell").len(),
                    33,
                    "{view:?}: a cell a list for each of eleven things"
                );
                assert_eq!(boxes(&first, "cell").len(), boxes(&other, "cell").len());
                let apart = boxes(&first, "cell").into_iter().zip(boxes(&other, "cell"));
                // an outline is half a px smaller on each side than what is solid
                let moved =
                    apart.map(|(a, b)| (a.center().x - b.center().x).hypot(a.center().y - b.center().y));
                assert!(moved.fold(0.0, f64::max) < 0.6, "{view:?} {locale:?}: a seat moves for list {list}");
                assert!((first.height - other.height).abs() < 30.0, "{view:?}");
            }
        }
    }
}

/// Seen to fail: with `free` answering true.
#[test]
fn no_two_names_of_a_ring_meet() {
    let story = karamay();
    for view in VIEWS {
        for locale in LANGUAGES {
            for list in 0..3 {
                let placed = picture(&story, list, view, locale);
                let texts: Vec<(Rect, &str)> = placed
                    .marks
                    .iter()
                    .filter_map(|mark| match &mark.shape {
                        Shape::Text(run) => Some((run.bounds(), &*run.text)),
                        _ => None,
                    })
                    .collect();
                for (i, (a, text)) in texts.iter().enumerate() {
                    assert!(
                        a.x >= -1.0 && a.right() <= placed.width + 1.0,
                        "{view:?} {locale:?}: {text} leaves it"
                    );
                    for (b, other) in &texts[i + 1..] {
                        let across = a.right().min(b.right()) - a.x.max(b.x);
                        let down = a.bottom().min(b.bottom()) - a.y.max(b.y);
                        assert!(across <= 1.0 || down <= 4.0, "{view:?} {locale:?}: {text} meets {other}");
                    }
                }
            }
        }
    }
}

/// Seen to fail: with spokes for every seat.
#[test]
fn only_what_the_chosen_list_names_is_joined_to_the_core() {
    let story = karamay();
    for (list, solid) in [(0, 6), (1, 3), (2, 6)] {
        let placed = picture(&story, list, (912.0, Some(672.0)), Locale::Zh);
        let spokes: Vec<f64> = placed
            .marks
            .iter()
            .filter(|mark| mark.id.part.name == "spoke")
            .filter_map(|mark| mark.stroke.filter(|stroke| stroke.dash.is_none()).map(|stroke| stroke.width))
            .collect();
        assert_eq!(spokes.len(), solid, "list {list}");
        assert_eq!(
            spokes.iter().filter(|width| **width > 3.0).count(),
            2,
            "named in all: finance and tourism"
        );
        let open = placed.data.iter().any(|datum| datum.key == "party_led_sectors-open");
        assert_eq!(open, list == 0, "only the first list goes on");
        let told: serde_json::Value =
            serde_json::from_str(&content::scene(&story, story.find_scene("many").unwrap(), &placed))
                .unwrap();
        let lists = told["compare"].as_array().unwrap();
        let counts: Vec<u64> = lists.iter().map(|list| list["count"].as_u64().unwrap()).collect();
        assert_eq!((counts, lists[0]["open"].as_str()), (vec![6, 3, 6], Some("等")));
    }
}

/// Seen to fail: each with its check taken out of compare_check.rs.
#[test]
fn lists_that_cannot_be_told_apart_are_refused() {
    let codes = |from: &str, to: &str| {
        let problems = problems_of(edited("story.json", from, to));
        problems.iter().for_each(is_helpful);
        problems.into_iter().map(|p| (p.code, p.path)).collect::<Vec<_>>()
    };
    let scene = karamay().find_scene("many").unwrap();
    let twice = codes("[\"emerging_2018\", \"many_2022\"]", "[\"emerging_2018\", \"emerging_2018\"]");
    assert_eq!(twice, [("repeated-list", format!("scenes[{scene}].rows[0][0].compare[1]"))]);
    let same = codes(
        "\"en\": \"Information\", \"icon\": \"network\"",
        "\"en\": \"Information\", \"same\": \"tourism\"",
    );
    assert_eq!(same, [("repeated-item", "lists.emerging_2018.items".to_string())]);
    assert_eq!(
        codes("\"compare\": [\"emerging_2018\"", "\"compare\": [\"emerging_2081\"")[0].0,
        "unknown-list"
    );
}
