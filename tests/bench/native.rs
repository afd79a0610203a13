//! How long each stage takes natively: bytes to a story, a scene to marks, marks to a frame, a frame to words and to SVG.
//!
//! `make bench` runs it and puts the medians into its table; `cargo bench --bench native` shows what criterion knows. None of it needs the
//! command line's feature.

use criterion::{criterion_group, criterion_main, Criterion};
use duoyuan::geometry::Seconds;
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::model::Files;
use duoyuan::motion::frame::frame_at;
use duoyuan::motion::transition::Transition;
use duoyuan::render::display_list::DisplayList;
use duoyuan::render::palette::Palette;
use duoyuan::render::{plotters, svg};
use duoyuan::scene::lay_out;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;
use std::hint::black_box;
use std::path::Path;

/// A moment in the middle of every change.
const ON_THE_WAY: f64 = 0.45;

fn files() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/karamay");
    let mut files = Files::new();
    files.insert("story.json".into(), std::fs::read(folder.join("story.json")).expect("story.json"));
    for name in Story::missing(&files) {
        files.insert(name.clone(), std::fs::read(folder.join(&name)).expect("a file of the story"));
    }
    files
}

fn all_scenes(story: &Story) -> Vec<PlacedScene> {
    let lay = |scene| lay_out(story, scene, Viewport::new(720.0), Locale::Zh, &BuiltIn);
    (0..story.scenes().len()).map(lay).collect()
}

fn rooms(c: &mut Criterion) {
    let files = files();
    let Ok((story, _)) = Story::load(&files) else {
        panic!("data/karamay has problems: duoyuan check data/karamay")
    };
    let placed = all_scenes(&story);
    let rest = |p: &PlacedScene| frame_at(p, Seconds::new(p.duration()));
    let frames: Vec<_> = placed.iter().map(rest).collect();
    // every mark of a scene travels to its own place in the same scene: the one that has most
    let start = |i: usize| (&frames[i], placed[i].data.as_slice());
    let changes = (0..placed.len()).map(|i| (Transition::new(start(i), None, &placed[i]), i));
    let (change, to) = changes.max_by_key(|(change, _)| change.tweens()).expect("two scenes");

    c.bench_function("load the story", |b| b.iter(|| Story::load(black_box(&files)).is_ok()));
    c.bench_function("lay out all scenes", |b| b.iter(|| all_scenes(black_box(&story))));
    c.bench_function("all frames at rest", |b| {
        b.iter(|| black_box(&placed).iter().map(rest).collect::<Vec<_>>())
    });
    c.bench_function("begin the busiest change", |b| {
        b.iter(|| Transition::new(black_box(start(to)), None, &placed[to]));
    });
    let palette = Palette::of(Theme::Light);
    let mut commands = DisplayList::default();
    c.bench_function("one frame of it as a display list", |b| {
        b.iter(|| {
            commands.clear();
            change.walk(&placed[to], Seconds::new(black_box(ON_THE_WAY)), &mut |mark| {
                let _ = plotters::paint_mark(mark, &palette, &mut commands);
            });
            commands.values().len()
        });
    });
    c.bench_function("paint all frames as display lists", |b| {
        b.iter(|| {
            for frame in black_box(&frames) {
                commands.clear();
                let _ = plotters::paint(frame, &palette, &mut commands);
            }
        });
    });
    let id = |ix| story.figure(ix).id().to_string();
    c.bench_function("all scenes as SVG", |b| {
        b.iter(|| {
            let write = |(p, f)| svg::write(p, f, &palette, "scene", &id).len();
            placed.iter().zip(black_box(&frames)).map(write).sum::<usize>()
        });
    });
}

criterion_group!(benches, rooms);
criterion_main!(benches);
