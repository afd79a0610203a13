//! A reader finds every series of a story among the tiles, sees where each has no figure, and sees points joined only
//! where they follow one definition.
//! Seen to fail: with the tile of one series left out of the story; with a series of 319 years, which has fewer ticks
//! than empty years; with one year-end count of the population called a census.

use crate::support;
use duoyuan::chart::series_tile::tile_key;
use duoyuan::chart::series_tiles::{has_axis, SeriesTiles};
use duoyuan::chart::Chart;
use duoyuan::layout::mark::{Mark, Shape};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::scene::lay_out_beat;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;

fn tiles(story: &Story) -> (usize, &SeriesTiles) {
    let scene = story.find_scene("explore").unwrap();
    let tiles = story.scenes()[scene].charts().find_map(|chart| match chart {
        Chart::SeriesTiles(tiles) => Some(tiles),
        _ => None,
    });
    (scene, tiles.unwrap())
}

fn placed(story: &Story, scene: usize, (width, height): (f64, f64), locale: Locale) -> PlacedScene {
    let viewport = Viewport { height: Some(height), ..Viewport::new(width) };
    lay_out_beat(story, scene, 0, viewport, locale, &BuiltIn)
}

/// The marks of a tile that are a part of it.
fn parts<'p>(placed: &'p PlacedScene, series: &str, part: &str) -> Vec<&'p Mark> {
    let at = placed.data.iter().position(|d| d.key == tile_key(series));
    let at = Some(at.unwrap_or_else(|| panic!("no tile of {series}")) as u32);
    placed.marks.iter().filter(|m| m.datum == at && m.id.part.name == part).collect()
}

#[test]
fn every_series_has_a_tile_and_what_is_missing_has_the_last() {
    let story = support::karamay();
    let (scene, tiles) = tiles(&story);
    let mut named: Vec<&str> = tiles.all().map(|ix| story.series(ix).id.as_str()).collect();
    named.sort_unstable();
    let mut all: Vec<&str> = story.all_series().iter().map(|s| s.id.as_str()).collect();
    all.sort_unstable();
    assert_eq!(named, all);
    assert_eq!(all.len(), 29);
    let placed = placed(&story, scene, (912.0, 672.0), Locale::Zh);
    for series in all {
        assert_eq!(parts(&placed, series, "tile").len(), 1, "{series}");
    }
    let last = placed.data.last().unwrap();
    assert_eq!(last.name, format!("还缺什么：{}项未见公布", tiles.missing.len()));
}

/// In windows of the usual sizes no tile lies below the bar.
#[test]
fn the_tiles_of_karamay_fit_their_windows() {
    let story = support::karamay();
    let (scene, _) = tiles(&story);
    for window in [(912.0, 672.0), (1016.0, 772.0), (1360.0, 920.0)] {
        for locale in [Locale::Zh, Locale::En] {
            let placed = placed(&story, scene, window, locale);
            assert_eq!(placed.beats, 1);
            assert!(placed.height <= window.1 + 0.01, "{locale:?} {window:?}: {}", placed.height);
        }
    }
}

/// A year without a figure is seen: as an outlined cell or, where years are narrow, as a tick.
#[test]
fn gaps_are_seen() {
    let story = support::karamay();
    let (scene, tiles) = tiles(&story);
    let placed = placed(&story, scene, (1360.0, 920.0), Locale::En);
    let mut seen = 0;
    for ix in tiles.all().filter(|ix| has_axis(story.facts(), *ix)) {
        let series = story.series(ix);
        let empty = parts(&placed, &series.id, "gap").len();
        // one strip for each gap, or one tick for each year where a year is narrower than a strip
        let wanted = [story.gaps(series).len(), story.missing_years(series)];
        assert!(wanted.contains(&empty), "{}: {empty} of {wanted:?}", series.id);
        seen += story.missing_years(series);
    }
    assert!(seen > 100, "{seen}");
}

/// Between two definitions there is no line: of population only the three year-end counts are joined.
#[test]
fn points_are_joined_within_one_definition_only() {
    let story = support::karamay();
    let (scene, tiles) = tiles(&story);
    let placed = placed(&story, scene, (912.0, 672.0), Locale::Zh);
    let ends = |series: &str| -> Vec<usize> {
        let length = |mark: &&Mark| match &mark.shape {
            Shape::Path { points, .. } => points.len(),
            _ => 0,
        };
        parts(&placed, series, "line").iter().map(length).collect()
    };
    assert_eq!(ends("population"), [3]);
    assert_eq!(ends("gdp"), [0usize; 0]);
    assert_eq!(ends("green-space-ratio"), [0usize; 0]);
    let all = tiles.all().map(|ix| (story.series(ix).id.as_str(), ends(&story.series(ix).id)));
    let joined: Vec<(&str, Vec<usize>)> = all.filter(|(_, lines)| !lines.is_empty()).collect();
    let wanted = [
        ("crude-output", vec![3]),
        ("gas-output", vec![3]),
        ("industry-yearbook", vec![4]),
        ("population", vec![3]),
        ("urbanisation", vec![3]),
    ];
    assert_eq!(joined, wanted);
}
