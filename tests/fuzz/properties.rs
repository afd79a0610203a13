//! What must hold for any bytes at all. The fuzz targets and tests/fuzz.rs share these.
//!
//! **Invariant**: a property panics where it does not hold, and does nothing else.

use duoyuan::describe;
use duoyuan::geometry::{Point, Seconds};
use duoyuan::layout::mark::{Run, Shape};
use duoyuan::layout::Viewport;
use duoyuan::locale::Locale;
use duoyuan::model::Files;
use duoyuan::motion::frame::frame_at;
use duoyuan::render::palette::Palette;
use duoyuan::render::pick;
use duoyuan::render::svg;
use duoyuan::scene::lay_out;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;
use std::sync::OnceLock;

const STORY: &[u8] = include_bytes!("../fixtures/base/story.json");
const SOURCES: &[u8] = include_bytes!("../fixtures/base/sources.json");
const LOANS: &[u8] = include_bytes!("../fixtures/base/series/loans.csv");

fn files(story: &[u8], loans: &[u8]) -> Files {
    [("story.json", story), ("sources.json", SOURCES), ("series/loans.csv", loans)]
        .map(|(name, bytes)| (name.to_string(), bytes.to_vec()))
        .into()
}

/// Loads, or says why not, with places that are places; what loads can be drawn.
fn load(files: &Files) {
    Story::missing(files);
    match Story::load(files) {
        Ok((story, _)) => (0..story.scenes().len()).for_each(|scene| draw(&story, scene, 360.0, 1.0)),
        Err(diagnostics) => {
            assert!(!diagnostics.is_empty(), "refused without a reason");
            for p in &diagnostics {
                assert!(
                    p.line > 0 && p.column > 0 && !p.message.zh().is_empty() && !p.help.en().is_empty(),
                    "{p:?}"
                );
            }
        }
    }
}

/// Lays a scene out and looks at it at a moment, whatever the width and the moment are.
fn draw(story: &Story, scene: usize, width: f64, seconds: f64) {
    let locale = if seconds > 1.5 { Locale::En } else { Locale::Zh };
    let placed = lay_out(story, scene, Viewport::new(width), locale, &BuiltIn);
    assert!(
        placed.height.is_finite() && placed.duration().is_finite(),
        "{} {}",
        placed.height,
        placed.duration()
    );
    let frame = frame_at(&placed, Seconds::new(seconds));
    for mark in &frame.marks {
        let b = mark.bounds();
        assert!([b.x, b.y, b.w, b.h].iter().all(|n| n.is_finite()), "{} at {seconds}", mark.id);
        // painters leave out what is not finite, so that it has to be looked for before them
        let Shape::Text(Run { at, font, paint, .. }) = &mark.shape else {
            let said = format!("{:?} {:?} {:?}", mark.shape, mark.fill, mark.stroke);
            assert!(!said.contains("NaN") && !said.contains("inf"), "{} at {seconds}: {said}", mark.id);
            continue;
        };
        let numbers = [at.x, at.y, font.size, paint.alpha];
        assert!(numbers.iter().all(|n| n.is_finite()), "{} at {seconds}: {numbers:?}", mark.id);
    }
    pick::pick(&frame, Point::new(width / 2.0, seconds));
    let picture = svg::write(&placed, &frame, &Palette::of(Theme::Dark), "scene", &|ix| {
        story.figure(ix).id().to_string()
    });
    assert!(!picture.contains("NaN") && !picture.contains("inf\""), "a number that is none in the SVG");
    describe::table(story, &story.scenes()[scene], locale);
}

/// Any bytes as story.json.
pub fn story(data: &[u8]) {
    load(&files(data, LOANS));
}

/// Any bytes as the CSV of a series.
pub fn csv(data: &[u8]) {
    load(&files(STORY, data));
}

/// Any numbers, words and widths in the story's places.
pub fn layout(data: &[u8]) {
    let mut bytes = data.iter().copied();
    let mut next = || i64::from(bytes.next().unwrap_or(0));
    let text = String::from_utf8_lossy(STORY).into_owned();
    let mut number = |digits: i64| {
        let mantissa = (0..digits).fold(1, |n, _| n * 256 + next()) - 256;
        format!("{mantissa}e-{}", next() % 10)
    };
    let (read, lent, aim) = (number(1), number(5), number(2));
    let qualifiers = ["exact", "more_than", "at_least", "up_to", "less_than", "about", "open_list"];
    let qualifier = qualifiers[next() as usize % qualifiers.len()];
    let word: String =
        (0..next() % 200).filter_map(|_| char::from_u32(0x4e00 + next() as u32 * 80)).collect();
    let text = text
        .replace("\"value\": 80", &format!("\"value\": {read}"))
        .replace("\"value\": 151000", &format!("\"value\": {lent}"))
        .replace("\"value\": 12,", &format!("\"value\": {aim},"))
        .replace("\"more_than\"", &format!("\"{qualifier}\""))
        .replace("借出的书\"", &format!("借出的书{word}\""));
    let mut rows = String::from("period,value,source\n");
    for _ in 0..next() % 12 {
        rows.push_str(&format!(
            "{},{},example\n",
            1900 + next() % 200,
            (next() * 256 + next() - 30000) << (next() % 24)
        ));
    }
    let width = (next() * 256 + next()) as f64 - 500.0;
    if let Ok((story, _)) = Story::load(&files(text.as_bytes(), rows.as_bytes())) {
        (0..story.scenes().len()).for_each(|scene| draw(&story, scene, width, 0.4));
    }
}

/// Any moment, width and scene of a sound story.
pub fn frame(data: &[u8]) {
    static SOUND: OnceLock<Story> = OnceLock::new();
    let story = SOUND.get_or_init(|| match Story::load(&files(STORY, LOANS)) {
        Ok((story, _)) => story,
        Err(diagnostics) => panic!("{diagnostics:#?}"),
    });
    let float = |at: usize| {
        let part: [u8; 8] = data.get(at..at + 8).and_then(|b| b.try_into().ok()).unwrap_or_default();
        f64::from_le_bytes(part)
    };
    let scene = data.first().map_or(0, |b| usize::from(*b)) % story.scenes().len();
    draw(story, scene, float(1), float(9));
}
