//! What becomes of the room that a picture has: columns that do not fit, labels beside ticks, pictures to be shared.

use crate::support::karamay;
use duoyuan::geometry::Rect;
use duoyuan::layout::mark::{Mark, Scope, Shape};
use duoyuan::layout::Viewport;
use duoyuan::locale::Locale;
use duoyuan::scene::lay_out;
use duoyuan::site::card;
use duoyuan::site::Published;
use duoyuan::text::metrics::BuiltIn;

/// Four columns that have no room in one row: the first three stand side by side, the last below them.
#[test]
fn columns_without_room_go_on_in_the_next_row() {
    let story = karamay();
    let greening = story.find_scene("greening").unwrap();
    let placed = lay_out(&story, greening, Viewport::new(1000.0), Locale::En, &BuiltIn);
    let top = |column: u32| {
        let of = |m: &&Mark| matches!(m.id.scope, Scope::Chart { row: 0, column: c, .. } if c == column);
        placed.marks.iter().filter(of).map(|m| m.bounds().y).fold(f64::MAX, f64::min)
    };
    assert!(
        (top(0) - top(1)).abs() < 8.0 && (top(1) - top(2)).abs() < 8.0,
        "{} {} {}",
        top(0),
        top(1),
        top(2)
    );
    assert!(top(3) > top(0) + 150.0, "{} {}", top(0), top(3));
}

#[test]
fn labels_keep_off_the_tick_of_their_point() {
    let story = karamay();
    let greening = story.find_scene("greening").unwrap();
    for (width, locale) in [(375.0, Locale::En), (1000.0, Locale::En), (1000.0, Locale::Zh)] {
        let placed = lay_out(&story, greening, Viewport::new(width), locale, &BuiltIn);
        let ticks: Vec<Rect> = placed
            .marks
            .iter()
            .filter(|m| m.id.part.name == "tick")
            .map(|m| m.bounds().inset(-1.0))
            .collect();
        assert!(!ticks.is_empty());
        for words in placed.marks.iter().filter(|m| matches!(m.shape, Shape::Text(_))) {
            let b = words.bounds();
            assert!(!ticks.iter().any(|tick| tick.overlaps(&b)), "{width}: {} {b:?}", words.id);
        }
    }
}

/// In English too, where its names are long; upright, its list is large enough to read.
#[test]
fn a_shared_picture_shows_the_ring_and_not_the_list_that_stands_for_it() {
    let story = karamay();
    let many = story.find_scene("many").unwrap();
    let (settings, checks) = Default::default();
    let shown =
        Published { story, settings, checks, compiled: None, look: None, logo: None, has_cards: true };
    for locale in [Locale::Zh, Locale::En] {
        for size in &card::SIZES[..2] {
            let composition = card::composition(&shown, many, locale, *size);
            let core = composition.placed.marks.iter().find(|m| m.id.part.name == "core").unwrap();
            assert!(core.bounds().w > 80.0, "{locale:?} {size:?}: {:?}", core.bounds());
        }
    }
    let square = card::composition(&shown, many, Locale::Zh, card::SIZES[1]);
    let svg = square.svg(&duoyuan::site::picture::rest(&square.placed));
    let scale: f64 =
        svg.split("scale(").nth(1).and_then(|rest| rest.split(')').next()).unwrap().parse().unwrap();
    // the title gives way to it: at its largest it left 1.35
    assert!(scale > 1.4, "{scale}");
}
