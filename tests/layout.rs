//! Every scene at every width in both languages: nothing overlaps, is cut, is too small or leaves the frame.
//! Seen to fail: with the milestone's label put down unasked (two texts overlapped), and with squares wider than the row.

use crate::support;
use duoyuan::chart::series_tile::tile_key;
use duoyuan::geometry::{Rect, Seconds, GRID};
use duoyuan::layout::mark::{Fill, Mark, Shape};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::motion::frame::frame_at;
use duoyuan::render::palette::Palette;
use duoyuan::render::primitive::{tessellate_frame, Primitive};
use duoyuan::scene::lay_out;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;
use std::collections::BTreeSet;

const WIDTHS: [f64; 20] = [
    280.0, 291.0, 320.0, 333.0, 343.0, 375.0, 393.0, 414.0, 437.0, 480.0, 519.0, 521.0, 560.0, 599.0, 640.0,
    683.0, 720.0, 803.0, 900.0, 1920.0,
];

fn each(mut f: impl FnMut(&str, &PlacedScene)) {
    let story = support::karamay();
    for (i, scene) in story.scenes().iter().enumerate() {
        for width in WIDTHS {
            for locale in support::LANGUAGES {
                let placed = lay_out(&story, i, Viewport::new(width), locale, &BuiltIn);
                f(&format!("{} {width} {}", scene.id, locale.code()), &placed);
            }
        }
        // the narrowest windows with large text
        for (width, text_scale) in [(320.0, 2.0), (320.0, 1.5), (375.0, 2.0)] {
            for locale in support::LANGUAGES {
                let viewport = Viewport { text_scale, ..Viewport::new(width) };
                let placed = lay_out(&story, i, viewport, locale, &BuiltIn);
                assert_eq!(placed.width, width);
                f(&format!("{} {width} × {text_scale} {}", scene.id, locale.code()), &placed);
            }
        }
    }
}

fn texts(placed: &PlacedScene) -> Vec<(&str, Rect, f64)> {
    placed
        .marks
        .iter()
        .filter_map(|m| match &m.shape {
            Shape::Text(run) => Some((&*run.text, run.bounds(), run.font.size)),
            _ => None,
        })
        .collect()
}

#[test]
fn no_text_overlaps_another() {
    let mut wrong = Vec::new();
    each(|place, placed| {
        let texts = texts(placed);
        for (i, (a, ra, _)) in texts.iter().enumerate() {
            for (b, rb, _) in &texts[i + 1..] {
                if ra.inset(1.0).overlaps(&rb.inset(1.0)) {
                    wrong.push(format!("{place}: {a:?} over {b:?}"));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{} overlaps:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

#[test]
fn nothing_leaves_the_frame() {
    let mut wrong = Vec::new();
    each(|place, placed| {
        for mark in &placed.marks {
            let b = mark.bounds();
            let slack = 1.5;
            if b.x < -slack
                || b.y < -slack
                || b.right() > placed.width + slack
                || b.bottom() > placed.height + slack
            {
                wrong.push(format!("{place}: {} {b:?} in {}×{}", mark.id, placed.width, placed.height));
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong[..wrong.len().min(40)].join("\n"));
}

#[test]
fn text_is_at_least_twelve_pixels() {
    each(|place, placed| {
        for (text, _, size) in texts(placed) {
            assert!(size >= 12.0, "{place}: {text:?} is {size} px");
        }
    });
}

/// A solid mark under a text must be the text's own ground: on it the contrast still holds.
#[test]
fn text_is_readable_on_what_lies_under_it() {
    let story = support::karamay();
    let mut wrong = Vec::new();
    for theme in Theme::ALL {
        let palette = Palette::of(theme);
        for (i, scene) in story.scenes().iter().enumerate() {
            for width in [280.0, 375.0, 720.0] {
                for locale in support::LANGUAGES {
                    let placed = lay_out(&story, i, Viewport::new(width), locale, &BuiltIn);
                    for (at, mark) in placed.marks.iter().enumerate() {
                        let Shape::Text(run) = &mark.shape else { continue };
                        let middle = run.bounds().center();
                        let ground = placed.marks[..at]
                            .iter()
                            .filter(|m| !matches!(m.shape, Shape::Text(_)) && covers(m, middle))
                            .filter_map(|m| match m.fill {
                                Fill::Solid(p) | Fill::FadeUp(p) => Some(palette.color(p)),
                                _ => None,
                            })
                            .fold(palette.surface(), |under, c| c.over(under));
                        let least = if run.font.size >= 24.0 { 3.0 } else { 4.5 };
                        let ratio = palette.color(run.paint).contrast(ground);
                        if ratio < least {
                            wrong.push(format!(
                                "{} {width} {} {}: {:?} {ratio:.2}",
                                scene.id,
                                locale.code(),
                                theme.name(),
                                run.text
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong[..wrong.len().min(40)].join("\n"));
}

fn covers(mark: &Mark, at: duoyuan::geometry::Point) -> bool {
    match &mark.shape {
        Shape::Circle { center, radius } => center.distance(at) <= *radius,
        _ => mark.bounds().contains(at),
    }
}

#[test]
fn ids_are_unique_and_data_have_names_and_places() {
    each(|place, placed| {
        let mut ids = BTreeSet::new();
        for mark in &placed.marks {
            assert!(ids.insert(mark.id.to_string()), "{place}: the id {} is there twice", mark.id);
        }
        for datum in &placed.data {
            assert!(!datum.name.is_empty(), "{place}: {} has no name", datum.key);
            assert!(datum.bounds.w > 0.0 && datum.bounds.h > 0.0, "{place}: {} has no place", datum.key);
        }
    });
}

/// Whatever the scene's charts refer to is a datum of the picture, at every width; of a tile, its series is.
#[test]
fn every_figure_of_a_chart_is_in_the_picture() {
    let story = support::karamay();
    each(|place, placed| {
        let id = place.split(' ').next().unwrap_or("");
        let scene = &story.scenes()[story.find_scene(id).unwrap()];
        for chart in scene.rows.iter().flatten() {
            chart.chart.visit(&story, &mut |seen| {
                if let duoyuan::model::Seen::Figure(ix) = seen {
                    let id = story.figure(ix).id();
                    let tile = id.split('@').next().map(tile_key).unwrap_or_default();
                    assert!(
                        placed.data.iter().any(|d| d.figure == Some(ix) || d.key == tile),
                        "{place}: {} is not in the picture",
                        id
                    );
                }
            });
        }
    });
}

#[test]
fn all_geometry_is_finite_at_any_moment() {
    let story = support::karamay();
    for i in 0..story.scenes().len() {
        let placed = lay_out(&story, i, Viewport::new(375.0), Locale::Zh, &BuiltIn);
        for t in [-1.0, 0.0, 0.01, 0.3, 0.7, 1.1, 99.0, f64::NAN, f64::INFINITY] {
            let frame = frame_at(&placed, Seconds::new(t));
            for mark in &frame.marks {
                let b = mark.bounds();
                assert!([b.x, b.y, b.w, b.h].iter().all(|v| v.is_finite()), "{} at {t}", mark.id);
            }
            assert!(!tessellate_frame(&frame).is_empty());
        }
    }
}

/// Twice the text is half the layout, enlarged: canvas text grows with the reader's font size.
#[test]
fn large_text_is_twice_as_large() {
    let story = support::karamay();
    let at = |text_scale| {
        lay_out(&story, 5, Viewport { text_scale, ..Viewport::new(720.0) }, Locale::Zh, &BuiltIn)
    };
    let smallest = |p: &PlacedScene| texts(p).iter().map(|t| t.2).fold(f64::INFINITY, f64::min);
    let (one, two) = (at(1.0), at(2.0));
    assert!(smallest(&two) >= 1.8 * smallest(&one));
    assert_eq!(two.width, 720.0);
}

/// The bar of 112.3 is 1.123 times the bar of 100, to a hundredth of a pixel.
#[test]
fn the_index_bars_are_in_proportion() {
    let story = support::karamay();
    let scene = story.find_scene("growth").unwrap();
    let placed = lay_out(&story, scene, Viewport::new(720.0), Locale::Zh, &BuiltIn);
    let frame = frame_at(&placed, Seconds::new(99.0));
    let bars: Vec<Rect> = tessellate_frame(&frame)
        .into_iter()
        .filter_map(|(i, p)| match p {
            Primitive::Rect { rect, .. } if frame.marks[i].id.part.name == "bar" => Some(rect),
            _ => None,
        })
        .collect();
    assert_eq!(bars.len(), 2);
    // the edges lie on the grid
    assert!((bars[1].w - bars[0].w * 1.123).abs() <= 1.0 / GRID, "{bars:?}");
    assert_eq!(bars[0].x, bars[1].x);
}

/// Areas, not sides, are in proportion: 6.31 to 1.9.
#[test]
fn the_squares_are_in_proportion_by_area() {
    let story = support::karamay();
    let scene = story.find_scene("greening").unwrap();
    for width in WIDTHS {
        let placed = lay_out(&story, scene, Viewport::new(width), Locale::En, &BuiltIn);
        let squares: Vec<Rect> = placed
            .marks
            .iter()
            .filter(|m| m.id.part.name.starts_with("square"))
            .map(|m| m.bounds())
            .collect();
        assert_eq!(squares.len(), 2);
        let ratio = (squares[0].w * squares[0].h) / (squares[1].w * squares[1].h);
        // the edges lie on the grid
        let grid = 2.0 / GRID * (1.0 / squares[0].w + 1.0 / squares[1].w);
        assert!((ratio / (6.31 / 1.9) - 1.0).abs() < grid, "{width}: {ratio}");
    }
}

/// 80 solid cells and 20 hatched ones; 239 whole blocks and one of a fifth; 249 dots for 2,490 items at ten a dot.
#[test]
fn counted_marks_are_counted_right() {
    let story = support::karamay();
    let rest =
        |id: &str| lay_out(&story, story.find_scene(id).unwrap(), Viewport::new(720.0), Locale::Zh, &BuiltIn);
    let cells = rest("livelihood");
    let count = |p: &PlacedScene, part: &str, test: &dyn Fn(&Mark) -> bool| {
        p.marks.iter().filter(|m| m.id.to_string().contains(part) && test(m)).count()
    };
    assert_eq!(count(&cells, "/cell", &|m| matches!(m.fill, Fill::Solid(_))), 80);
    assert_eq!(count(&cells, "/cell", &|m| matches!(m.fill, Fill::Hatch(_))), 20);
    let blocks = rest("building");
    let widths: Vec<f64> =
        blocks.marks.iter().filter(|m| m.id.part.name.starts_with("block")).map(|m| m.bounds().w).collect();
    assert_eq!(widths.len(), 240);
    assert!((widths[239] - widths[0] * 0.2).abs() <= 1.0 / GRID, "{} {}", widths[239], widths[0]);
    let sheets = rest("governance");
    // the second chart of the first row; each sheet is drawn in as many strokes as any other
    let strokes = count(&sheets, "-0-1/icon", &|_| true);
    assert!(strokes > 0 && strokes % 249 == 0, "{strokes}");
}

/// 470 drops of a million tonnes, 493 windows of a thousand people, the last of 900, and six strands.
/// Seen to fail: with the last window as wide as the others; with one floor too many.
#[test]
fn the_cover_counts_its_drops_and_its_windows() {
    let story = support::karamay();
    let cover = story.find_scene("cover").expect("a cover");
    for width in WIDTHS {
        let placed = lay_out(&story, cover, Viewport::new(width), Locale::Zh, &BuiltIn);
        let named = |name: &str| placed.marks.iter().filter(|m| m.id.part.name == name).collect::<Vec<_>>();
        assert_eq!(named("drop").len(), 470, "{width}");
        assert_eq!(named("jet").len(), 6, "{width}");
        let windows: Vec<f64> = named("window")
            .iter()
            .flat_map(|m| match &m.shape {
                Shape::Instances(cells) => cells.iter().map(|c| f64::from(c.w)).collect::<Vec<_>>(),
                _ => Vec::new(),
            })
            .collect();
        assert_eq!(windows.len(), 493, "{width}");
        assert!(windows[..492].iter().all(|w| (w - windows[0]).abs() < 0.01), "{width}");
        assert!((windows[492] - 0.9 * windows[0]).abs() < 0.01, "{width}: {}", windows[492]);
    }
}

/// One dot for each of 2,490, which are too many for each to be a mark of its own.
/// Seen to fail: with the edges of each on the grid, where some are wider than high.
#[test]
fn the_dots_of_a_large_field_are_round_and_of_one_size() {
    let few = r#"{"figure": "one-visit-items", "per": 10, "icon": "file-check"}"#;
    let many = r#"{"figure": "one-visit-items", "per": 1}"#;
    let [_, scale] = support::SCALES;
    let (story, _) = support::edited_all("story.json", &[(few, many), scale]).expect("it loads");
    let scene = story.find_scene("governance").unwrap();
    for width in WIDTHS {
        let placed = lay_out(&story, scene, Viewport::new(width), Locale::Zh, &BuiltIn);
        let field = placed.marks.iter().find_map(|m| match &m.shape {
            Shape::Instances(cells) => Some(cells),
            _ => None,
        });
        let cells = field.expect("cells");
        assert_eq!(cells.len(), 2490);
        for c in cells {
            assert_eq!([c.w, c.h, c.radius], [cells[0].w, c.w, c.w / 2.0], "{width}: {c:?}");
        }
    }
}

/// Pointing at a label answers its own datum, not the band behind it or a leader that passes by.
/// Seen to fail: with the undermost mark winning instead of the topmost.
#[test]
fn pointing_at_a_label_finds_its_datum() {
    let story = support::karamay();
    let mut asked = 0;
    for (i, scene) in story.scenes().iter().enumerate() {
        for width in [375.0, 720.0] {
            let placed = lay_out(&story, i, Viewport::new(width), Locale::Zh, &BuiltIn);
            let frame = frame_at(&placed, Seconds::new(placed.duration()));
            for mark in &placed.marks {
                let (Some(datum), Shape::Text(run)) = (mark.datum, &mark.shape) else { continue };
                let found = duoyuan::render::pick::pick(&frame, run.bounds().center());
                assert_eq!(found, Some(datum), "{} {width}: {:?}", scene.id, run.text);
                asked += 1;
            }
        }
    }
    assert!(asked > 300);
}
