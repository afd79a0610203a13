//! Changes of chapter do not flash (WCAG 2.3.1): pictures of every change are drawn and their light is followed.
//!
//! A general flash is a pair of opposite changes of relative luminance by a tenth of the range, the darker below 0.8, on more than a
//! quarter of any 341 × 256 CSS px. Patterns finer than a tenth of a degree (about 4 px) do not count, so pictures are drawn at a
//! quarter of their size. Places that change within a tenth of a second of each other count together.
//! Seen to fail: with a hundred cells cut into strips that become 151 dots (10 flashes a second), and in five other changes.

use crate::support;
use duoyuan::export::fonts::Fonts;
use duoyuan::export::raster;
use duoyuan::export::raster::Scale;
use duoyuan::geometry::Seconds;
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::motion::frame::frame_at;
use duoyuan::motion::transition::Transition;
use duoyuan::render::palette::Palette;
use duoyuan::scene::lay_out;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;

const RATE: usize = 30;
/// Pictures within which changes of light count as one.
const TOGETHER: usize = 3;
const FIELD: (usize, usize) = (85, 64);
const SHARE: usize = FIELD.0 * FIELD.1 / 4;
const MOST: usize = 3;

/// Relative luminance of every pixel of one picture, rows from the top.
struct Light {
    width: usize,
    values: Vec<f32>,
}

fn light(
    placed: &PlacedScene,
    change: &Transition,
    palette: &Palette,
    picture: usize,
    fonts: &Fonts,
) -> Light {
    let frame = change.frame_at(placed, Seconds::new(picture as f64 / RATE as f64));
    let pixels = raster::draw(placed, &frame, palette, Scale::new(0.25).unwrap(), fonts).unwrap();
    let linear = |v: u8| match f32::from(v) / 255.0 {
        v if v <= 0.04045 => v / 12.92,
        v => ((v + 0.055) / 1.055).powf(2.4),
    };
    let luminance = |[r, g, b]: &[u8; 3]| 0.2126 * linear(*r) + 0.7152 * linear(*g) + 0.0722 * linear(*b);
    Light { width: pixels.width as usize, values: pixels.rgb.iter().map(luminance).collect() }
}

/// For each picture where light has risen (`true`) or fallen by a tenth since its last turn: (pixel, rises).
fn turns(history: &[Light]) -> Vec<Vec<(usize, bool)>> {
    let mut out = vec![Vec::new(); history.len()];
    for pixel in 0..history[0].values.len() {
        let first = history[0].values[pixel];
        let (mut low, mut high, mut rising) = (first, first, None);
        for (picture, light) in history.iter().enumerate() {
            let v = light.values[pixel];
            (low, high) = (low.min(v), high.max(v));
            let rises = rising != Some(true) && v - low >= 0.1 && low < 0.8;
            let falls = rising != Some(false) && high - v >= 0.1 && v < 0.8;
            if rises || falls {
                out[picture].push((pixel, rises));
                rising = Some(rises);
                (low, high) = (v, v);
            }
        }
    }
    out
}

/// The most flashes within a second in any field.
fn flashes(history: &[Light]) -> usize {
    let (width, height) = (history[0].width, history[0].values.len() / history[0].width);
    let turns = turns(history);
    let mut worst = 0;
    for top in (0..height.saturating_sub(FIELD.1 / 2)).step_by(16) {
        for left in (0..=width.saturating_sub(FIELD.0)).step_by(16) {
            let inside = |pixel: usize| {
                (left..left + FIELD.0).contains(&(pixel % width))
                    && (top..top + FIELD.1).contains(&(pixel / width))
            };
            let count = |of: &[(usize, bool)], rises: bool| {
                of.iter().filter(|(pixel, up)| *up == rises && inside(*pixel)).count()
            };
            let counts: Vec<[usize; 2]> =
                turns.iter().map(|of| [count(of, false), count(of, true)]).collect();
            let (mut times, mut last): (Vec<usize>, Option<usize>) = (Vec::new(), None);
            for picture in 0..counts.len() {
                let near = &counts[picture.saturating_sub(TOGETHER - 1)..=picture];
                let area = |way: usize| near.iter().map(|c| c[way]).sum::<usize>();
                for way in [0, 1] {
                    if last != Some(way) && area(way) >= SHARE {
                        times.push(picture);
                        last = Some(way);
                        break;
                    }
                }
            }
            let second = |from: &usize| times.iter().filter(|t| (*from..from + RATE).contains(t)).count();
            worst = worst.max(times.iter().map(second).max().unwrap_or(0) / 2);
        }
    }
    worst
}

fn no_change_flashes(width: f64, theme: Theme) {
    let story = support::karamay();
    let (fonts, palette) = (Fonts::system(), Palette::of(theme));
    let scenes: Vec<PlacedScene> = (0..story.scenes().len())
        .map(|i| lay_out(&story, i, Viewport::new(width), Locale::Zh, &BuiltIn))
        .collect();
    let ways = scenes.windows(2).flat_map(|pair| [(&pair[0], &pair[1]), (&pair[1], &pair[0])]);
    // of every other change: forwards in the light theme and backwards in the dark one; the long run tries all in both
    let way = usize::from(theme == Theme::Dark);
    let seen = ways.enumerate().filter(|(turn, _)| support::long() || turn % 2 == way);
    for (_, (from, to)) in support::sample(seen, 2) {
        let change = Transition::new((&frame_at(from, Seconds::new(from.duration())), &from.data), None, to);
        let pictures = (change.duration(to) * RATE as f64) as usize + 2;
        let history: Vec<Light> = (0..pictures).map(|i| light(to, &change, &palette, i, &fonts)).collect();
        let worst = flashes(&history);
        assert!(worst <= MOST, "{} to {}: {worst} flashes a second", from.title, to.title);
    }
}

#[test]
fn no_change_of_chapter_flashes() {
    no_change_flashes(720.0, Theme::Light);
}

#[test]
fn no_change_of_chapter_flashes_on_a_phone_in_the_dark() {
    no_change_flashes(375.0, Theme::Dark);
}

#[test]
fn what_flashes_is_counted() {
    let picture = |bright: bool| Light { width: 90, values: vec![if bright { 0.9 } else { 0.1 }; 90 * 70] };
    let blinking: Vec<Light> = (0..60).map(|i| picture(i / 3 % 2 == 0)).collect();
    assert!(flashes(&blinking) > MOST);
    let still: Vec<Light> = (0..60).map(|i| picture(i < 30)).collect();
    assert_eq!(flashes(&still), 0);
}
