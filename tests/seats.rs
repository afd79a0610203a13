//! Words and signs in the pictures of Karamay stand at the mark that they are about; elsewhere a reader would take them
//! for another's.

use crate::support::{karamay, LANGUAGES};
use duoyuan::describe;
use duoyuan::geometry::{Point, Rect};
use duoyuan::layout::enter::Effect;
use duoyuan::layout::interaction::{GuessScale, Guessing, Interaction};
use duoyuan::layout::mark::{Mark, Shape};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::scene::lay_out_for;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;

/// The picture beside the text at 1280 and at 375.
const VIEWS: [(f64, f64); 2] = [(912.0, 672.0), (375.0, 440.0)];

fn pictures(
    story: &Story,
    id: &str,
    (width, height): (f64, f64),
    done: Interaction,
    locale: Locale,
) -> Vec<PlacedScene> {
    let viewport = Viewport { height: Some(height), ..Viewport::new(width) };
    let scene = story.find_scene(id).unwrap();
    let place = |beat| lay_out_for(story, (scene, beat), viewport, done, locale, &BuiltIn);
    (0..place(0).beats).map(place).collect()
}

fn texts(placed: &PlacedScene) -> Vec<(&str, Rect)> {
    let all = placed.marks.iter();
    all.filter_map(|mark| match &mark.shape {
        Shape::Text(run) => Some((&*run.text, mark.bounds())),
        _ => None,
    })
    .collect()
}

fn named<'p>(placed: &'p PlacedScene, part: &str) -> Vec<&'p Mark> {
    placed.marks.iter().filter(|mark| mark.id.part.name == part).collect()
}

/// Every picture with a guess in it, with the guess in words.
fn guessed(id: &str, told: bool, mut look: impl FnMut(&PlacedScene, &str, &str)) {
    let story = karamay();
    let guess = story.scenes()[story.find_scene(id).unwrap()].guess.as_ref().unwrap();
    let steps = guess.steps().unwrap();
    for (step, locale, view) in [1, 3, 5, 7, 9, 10]
        .into_iter()
        .flat_map(|tenth| LANGUAGES.map(|locale| (steps * tenth / 10, locale)))
        .flat_map(|(step, locale)| VIEWS.map(|view| (step, locale, view)))
    {
        let value = guess.at_step(step);
        let guessing = Guessing { figure: guess.figure, value, from: guess.from, to: guess.to, told };
        let done = Interaction { guess: Some(guessing), ..Interaction::default() };
        let words = guess.value_text(story.figure(guess.figure), value, locale);
        let place = format!("{id} {view:?} {locale:?} {words}");
        let all = pictures(&story, id, view, done, locale);
        let held = |placed: &&PlacedScene| match told {
            true => !named(placed, "guess").is_empty(),
            false => placed.guess.is_some(),
        };
        let placed = all.iter().find(held).unwrap_or_else(|| panic!("{place}: no guess"));
        look(placed, &words, &place);
    }
}

#[test]
fn a_guess_is_told_at_its_handle_and_nothing_else_is_there() {
    guessed("lead", false, |placed, words, place| {
        let guess = placed.guess.unwrap();
        assert!(matches!(guess.scale, GuessScale::Up { .. }));
        let all = texts(placed);
        let near = |(text, r): &&(&str, Rect)| text.contains(words) && r.distance(guess.handle) < 60.0;
        let (_, own) = all.iter().find(near).unwrap_or_else(|| panic!("{place}: not at the handle"));
        for (text, r) in &all {
            let is_other = r != own && !text.is_empty();
            assert!(!is_other || !r.overlaps(&own.inset(-1.0)), "{place}: {text}");
            let on_handle = is_other && r.distance(guess.handle) < 12.0;
            assert!(!on_handle, "{place}: {text} is on the handle");
        }
    });
}

#[test]
fn a_guess_beside_the_answer_is_told_at_its_ring() {
    guessed("lead", true, |placed, words, place| {
        let ring = named(placed, "guess")[0].bounds().center();
        let near = |(text, r): &(&str, Rect)| text.contains(words) && r.distance(ring) < 100.0;
        assert!(texts(placed).iter().any(near), "{place}");
    });
    for id in ["people", "livelihood"] {
        guessed(id, true, |placed, words, place| {
            let ring = named(placed, "guess")[0].bounds();
            let all = texts(placed);
            let says = |(text, r): &&(&str, Rect)| text.contains(words) && r.bottom() <= ring.y + 30.0;
            let (_, own) = all.iter().filter(says).min_by(|a, b| a.1.w.total_cmp(&b.1.w)).unwrap();
            let leads = named(placed, "leader").into_iter().any(|mark| {
                let Shape::Path { points, .. } = &mark.shape else { return false };
                let (first, last) = (points[0], points[points.len() - 1]);
                own.distance(first) < 8.0 && ring.inset(-4.0).contains(last)
            });
            assert!(leads, "{place}: nothing leads from {own:?} to {ring:?}");
        });
    }
}

#[test]
fn the_newest_number_stands_at_its_point() {
    let story = karamay();
    for locale in LANGUAGES {
        let all = pictures(&story, "lead", VIEWS[0], Interaction::default(), locale);
        let marks = all.iter().find_map(|placed| {
            let at = placed.data.iter().position(|datum| datum.key == "oil-gas-fields@2025-10")? as u32;
            let own: Vec<&Mark> = placed.marks.iter().filter(|mark| mark.datum == Some(at)).collect();
            (!own.is_empty()).then_some(own)
        });
        let marks = marks.expect("the newest count of fields");
        let dot = marks.iter().find(|mark| matches!(mark.shape, Shape::Circle { .. })).unwrap().bounds();
        let label = marks.iter().filter(|mark| matches!(mark.shape, Shape::Text(_)));
        let label = label.map(|mark| mark.bounds()).reduce(|a, b| a.union(&b)).unwrap();
        assert!(label.distance(dot.center()) < 14.0, "{locale:?}: {label:?} {dot:?}");
    }
}

#[test]
fn a_gap_says_where_another_definition_has_a_number() {
    let story = karamay();
    let cases =
        [(Locale::Zh, "未见同口径数", "未见公布"), (Locale::En, "of this definition", "no figure found")];
    for (locale, other, none) in cases {
        let said = |id: &str, word: &str| {
            let all = pictures(&story, id, VIEWS[0], Interaction::default(), locale);
            let told = |placed: &PlacedScene| {
                let names = placed.data.iter().any(|datum| datum.name.contains(word));
                let strip = texts(placed).iter().any(|(text, _)| text.contains('9') && text.contains(word));
                (names, strip)
            };
            let any = |(a, b): (bool, bool), (c, d): (bool, bool)| (a || c, b || d);
            all.iter().map(told).fold((false, false), any)
        };
        assert_eq!(said("people", other), (true, true), "{locale:?}: its name and its strip");
        assert!(!said("lead", other).0, "{locale:?}");
        assert!(said("lead", none).0, "{locale:?}");
        let scene = |id: &str| &story.scenes()[story.find_scene(id).unwrap()];
        let rows = |id: &str| describe::csv(&describe::table(&story, scene(id), locale));
        assert!(rows("people").contains(other) && !rows("lead").contains(other), "{locale:?}");
    }
}

#[test]
fn plaques_fade_in_stand_evenly_and_say_where_nothing_dates_them() {
    let story = karamay();
    for (locale, undated) in [(Locale::Zh, "年份未写"), (Locale::En, "year not given")] {
        for view in [VIEWS[0], (1360.0, 920.0)] {
            let placed = &pictures(&story, "honours", view, Interaction::default(), locale)[0];
            let plaques = named(placed, "plaque");
            assert!(plaques.iter().all(|mark| mark.enter.effect == Effect::Fade));
            let row: Vec<Rect> = plaques[..3].iter().map(|mark| mark.bounds()).collect();
            let gaps: Vec<f64> = row.windows(2).map(|pair| pair[1].x - pair[0].right()).collect();
            assert!((gaps[0] - gaps[1]).abs() < 0.01, "{view:?} {gaps:?}");
            let dates = named(placed, "event").len() + 1;
            let count = texts(placed).iter().filter(|(text, _)| *text == undated).count();
            assert_eq!(count + dates, plaques.len(), "{view:?} {locale:?}");
            let foot = plaques.iter().map(|mark| mark.bounds().bottom()).fold(0.0, f64::max);
            assert!(foot > view.1 * 0.7, "{view:?} {locale:?}: they end at {foot}");
        }
    }
}

#[test]
fn a_large_drop_is_round_and_begins_where_its_name_does() {
    let story = karamay();
    let placed = &pictures(&story, "future", VIEWS[0], Interaction::default(), Locale::Zh)[0];
    let icons = named(placed, "icon");
    let Shape::Path { points, .. } = &icons[0].shape else { panic!("a drop is a line") };
    let way = |from: Point, to: Point| (to.y - from.y).atan2(to.x - from.x);
    for three in points.windows(3) {
        let turn = way(three[1], three[2]) - way(three[0], three[1]);
        let turn = (turn + std::f64::consts::PI).rem_euclid(std::f64::consts::TAU) - std::f64::consts::PI;
        assert!(turn.abs() < 0.3, "{three:?} turns by {turn}");
    }
    let datum = icons[0].datum;
    let own = placed.marks.iter().filter(|mark| mark.datum == datum);
    let name = own.filter(|mark| matches!(mark.shape, Shape::Text(_)));
    let left = name.map(|mark| mark.bounds().x).fold(f64::MAX, f64::min);
    assert!((icons[0].bounds().x - left).abs() < 1.5, "{left} {:?}", icons[0].bounds());
}

#[test]
fn every_number_a_head_has_its_label_in_the_plot_on_a_phone() {
    let all = pictures(&karamay(), "greening", VIEWS[1], Interaction::default(), Locale::En);
    let crowded =
        |placed: &PlacedScene| texts(placed).iter().any(|(text, _)| text.starts_with("No room above"));
    assert!(!all.iter().any(crowded));
}
