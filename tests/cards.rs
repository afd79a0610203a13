//! Cards of a row: an empty card is as large as its neighbours, and no words lie outside their card.

use crate::support::karamay;
use duoyuan::geometry::Rect;
use duoyuan::layout::mark::{Mark, Shape};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::scene::{lay_out, lay_out_beat};
use duoyuan::text::metrics::BuiltIn;

fn frames(placed: &PlacedScene) -> Vec<Rect> {
    placed.marks.iter().filter(|m| m.id.part.name == "frame").map(Mark::bounds).collect()
}

/// Seen to fail: with each card as high as it needs to be.
#[test]
fn the_empty_card_equals_its_neighbours() {
    let story = karamay();
    let measures = story.find_scene("measures").unwrap();
    for locale in [Locale::Zh, Locale::En] {
        for (width, height) in [(912.0, 672.0), (1016.0, 772.0), (1360.0, 920.0)] {
            let viewport = Viewport { height: Some(height), ..Viewport::new(width) };
            let placed = lay_out_beat(&story, measures, 0, viewport, locale, &BuiltIn);
            let frames = frames(&placed);
            assert_eq!((frames.len(), placed.beats), (6, 1), "{width}");
            let alike = |f: &Rect| (f.w - frames[0].w).abs() < 0.1 && (f.h - frames[0].h).abs() < 0.1;
            assert!(frames.iter().all(alike), "{width}: {frames:?}");
        }
    }
}

/// Seen to fail: with the cells of the waffle as large as in a row of its own.
#[test]
fn nothing_leaves_its_card() {
    let story = karamay();
    let measures = story.find_scene("measures").unwrap();
    for width in [280.0, 375.0, 620.0, 860.0, 1200.0] {
        let placed = lay_out(&story, measures, Viewport::new(width), Locale::En, &BuiltIn);
        let frames = frames(&placed);
        for mark in placed.marks.iter().filter(|m| m.datum.is_some()) {
            let (b, text) = (mark.bounds(), matches!(mark.shape, Shape::Text(_)));
            let within =
                |f: &Rect| b.x >= f.x && b.right() <= f.right() && b.y >= f.y && b.bottom() <= f.bottom();
            assert!(frames.iter().any(within), "{width}: {} {b:?}, text: {text}", mark.id);
        }
    }
}

/// On a phone too, where they stand in several beats, three or two in each; and below each other in an article.
/// Seen to fail: with each card as high as it needs to be.
#[test]
fn the_empty_card_equals_its_neighbours_on_a_phone() {
    let story = karamay();
    let measures = story.find_scene("measures").unwrap();
    for locale in [Locale::Zh, Locale::En] {
        for width in [360.0, 375.0, 430.0] {
            let viewport = Viewport { height: Some(560.0), ..Viewport::new(width) };
            let beats = lay_out_beat(&story, measures, 0, viewport, locale, &BuiltIn).beats;
            assert!(beats <= 3, "{width} {locale:?}: {beats}");
            let beat = |beat| frames(&lay_out_beat(&story, measures, beat, viewport, locale, &BuiltIn));
            let in_beats: Vec<Rect> = (0..beats).flat_map(beat).collect();
            let in_article = frames(&lay_out(&story, measures, Viewport::new(width), locale, &BuiltIn));
            for frames in [in_beats, in_article] {
                assert_eq!(frames.len(), 6);
                let alike = |f: &Rect| (f.h - frames[0].h).abs() < 0.1;
                assert!(frames.iter().all(alike), "{width} {locale:?}: {frames:?}");
            }
        }
    }
}

/// Of cards that are high by themselves none has room that only another needs.
/// Seen to fail: with cards of one height wherever they stand.
#[test]
fn a_high_card_below_another_is_as_high_as_it_needs_to_be() {
    let story = karamay();
    let measures = story.find_scene("measures").unwrap();
    let placed = lay_out(&story, measures, Viewport::new(280.0), Locale::En, &BuiltIn);
    let frames = frames(&placed);
    // six pictograms need less than a plot with an axis
    assert!(frames[0].h < 0.7 * frames[4].h, "{frames:?}");
}
