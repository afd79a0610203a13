//! Golden pictures: every scene of the Karamay story, and the scenes of the example story whose charts Karamay's story
//! lacks, × four widths × two languages × two themes × {middle, rest}, and the middle of every change of chapter.
//!
//! At rest in the light theme the whole SVG is kept, to be read and looked at; the other combinations differ from it by
//! colour or by moment and are kept as one line each in digests.txt (hash, marks, texts). `make golden` rewrites them.
//! Seen to fail: with the waffle's gap changed by half a pixel; with an empty scene.

use crate::support;
use duoyuan::chart::Chart;
use duoyuan::export::fonts::Fonts;
use duoyuan::geometry::Seconds;
use duoyuan::layout::Viewport;
use duoyuan::locale::Locale;
use duoyuan::motion::frame::frame_at;
use duoyuan::motion::transition::Transition;
use duoyuan::render::palette::Palette;
use duoyuan::render::{smil, svg};
use duoyuan::scene::lay_out;
use duoyuan::story::{Scene, Story};
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const WIDTHS: [u32; 4] = [280, 375, 720, 1280];

/// Seconds into a change of chapter at which most marks are half-way.
const MIDDLE: f64 = 0.5;

/// FNV-1a, 64 bits: small and the same everywhere.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ b as u64).wrapping_mul(0x0100_0000_01b3))
}

/// How many pictures are kept to look at; drawing takes its time.
const MOST_KEPT: usize = 12;

/// Says which line of a golden picture has changed; with `keep` it also keeps both pictures to look at.
fn changed(path: &Path, before: &str, now: &str, keep: bool) -> String {
    let line = before.lines().zip(now.lines()).position(|(a, b)| a != b).unwrap_or(0) + 1;
    if !keep {
        return format!("{} (line {line})", path.display());
    }
    let name = path.file_stem().and_then(|name| name.to_str()).expect("a name of ours");
    let folder = support::pictures::keep(name, before, now, &Fonts::system());
    format!("{} (line {line}), to be looked at in {}", path.display(), folder.display())
}

#[test]
fn pictures_are_as_they_were() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let folder = support::root().join("tests/golden");
    fs::create_dir_all(&folder).unwrap();
    let story = support::karamay();
    let mut digests = String::new();
    let mut wrong = Vec::new();
    let (examples, _) = Story::load(&support::files(&support::root().join("data/charts"))).unwrap();
    let known: BTreeSet<&str> = story.scenes().iter().flat_map(|s| s.charts()).map(Chart::name).collect();
    let is_new = |(_, scene): &(usize, &Scene)| scene.charts().any(|chart| !known.contains(chart.name()));
    let own = story.scenes().iter().enumerate().map(|(i, scene)| (&story, i, scene));
    let new = examples.scenes().iter().enumerate().filter(is_new).map(|(i, scene)| (&examples, i, scene));
    for (story, i, scene) in own.chain(new) {
        for width in WIDTHS {
            for locale in support::LANGUAGES {
                for theme in [Theme::Light, Theme::Dark] {
                    let palette = Palette::of(theme);
                    let placed = lay_out(story, i, Viewport::new(width as f64), locale, &BuiltIn);
                    for (moment, t) in [("middle", 0.45 * placed.duration()), ("rest", placed.duration())] {
                        let frame = frame_at(&placed, Seconds::new(t));
                        let text = svg::write(&placed, &frame, &palette, &scene.id, &|ix| {
                            story.figure(ix).id().to_string()
                        });
                        let name =
                            format!("{}-{width}-{}-{}-{moment}", scene.id, locale.code(), theme.name());
                        let texts = text.matches("<text").count();
                        assert!(texts >= 4 && frame.marks.len() > 10, "{name} is an empty picture");
                        writeln!(
                            digests,
                            "{name} {:016x} {} marks {texts} texts",
                            hash(&text),
                            frame.marks.len()
                        )
                        .unwrap();
                        if theme == Theme::Light && moment == "rest" {
                            let path = folder.join(format!("{}-{width}-{}.svg", scene.id, locale.code()));
                            let before = fs::read_to_string(&path).unwrap_or_default();
                            if before != text {
                                if update {
                                    fs::write(&path, &text).unwrap();
                                } else {
                                    wrong.push(changed(&path, &before, &text, wrong.len() < MOST_KEPT));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    for (from, to) in (1..story.scenes().len()).map(|to| (to - 1, to)) {
        for width in [375.0, 720.0] {
            for theme in [Theme::Light, Theme::Dark] {
                let lay = |i| lay_out(&story, i, Viewport::new(width), Locale::Zh, &BuiltIn);
                let (before, after) = (lay(from), lay(to));
                let rest = frame_at(&before, Seconds::new(before.duration()));
                let frame = Transition::new((&rest, &before.data), None, &after)
                    .frame_at(&after, Seconds::new(MIDDLE));
                let text = svg::write(&after, &frame, &Palette::of(theme), &story.scenes()[to].id, &|ix| {
                    story.figure(ix).id().to_string()
                });
                let ids = (&story.scenes()[from].id, &story.scenes()[to].id);
                let name = format!("{}-to-{}-{width}-zh-{}-{MIDDLE}", ids.0, ids.1, theme.name());
                assert!(frame.marks.len() > 5, "{name} is an empty picture");
                writeln!(digests, "{name} {:016x} {} marks", hash(&text), frame.marks.len()).unwrap();
                // without motion this moment shows the finished picture, which the files above already prove
                let still =
                    Transition::new((&rest, &before.data), None, &after).frame_at(&after, Seconds::new(60.0));
                assert_eq!(
                    still.marks.len(),
                    after.marks.len(),
                    "{name}: at rest nothing of the change is left"
                );
            }
        }
    }
    let path = folder.join("digests.txt");
    let before = fs::read_to_string(&path).unwrap_or_default();
    if update {
        fs::write(&path, &digests).unwrap();
        return;
    }
    let digest: Vec<&str> = digests.lines().filter(|l| !before.lines().any(|b| b == *l)).collect();
    wrong.extend(digest.iter().map(|l| format!("digests.txt: {l}")));
    assert_eq!(before.lines().count(), digests.lines().count(), "digests.txt has more or fewer pictures");
    assert!(
        wrong.is_empty(),
        "{} pictures changed; look at them, then `make golden`:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
}

/// The picture of the README is the cover, moving, and small enough for a page that many open.
/// Seen to fail: with drops of twice as many points.
#[test]
fn the_readme_shows_the_cover() {
    let story = support::karamay();
    let cover = story.find_scene("cover").expect("a cover");
    let viewport = Viewport { height: Some(640.0), ..Viewport::new(900.0) };
    let placed = lay_out(&story, cover, viewport, Locale::En, &BuiltIn);
    let text =
        smil::write(&placed, &Palette::of(Theme::Light), "cover", &|ix| story.figure(ix).id().to_string());
    assert!(text.len() < 300_000, "{} bytes", text.len());
    let readme = fs::read_to_string(support::root().join("README.md")).unwrap();
    assert!(readme.contains("(tests/golden/readme.svg)"), "the README shows another picture");
    let path = support::root().join("tests/golden/readme.svg");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    assert!(before == text, "{}", changed(&path, &before, &text, false));
}

/// Example stories in their first language, as readers of a phone and of a column see them.
#[test]
fn pictures_of_example_stories_are_as_they_were() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = Vec::new();
    // of the larger ones what no other picture here shows: dots of two estimates, lines across zero, goals with results
    let kept: [(&str, &[&str]); 4] = [
        ("baikal", &[]),
        ("barrier-reef", &[]),
        ("communique", &["goals"]),
        ("uk-gdp", &["revisions", "lending"]),
    ];
    for (name, only) in kept {
        let story = Story::load(&support::files(&support::root().join("data/examples").join(name)));
        let story = story.unwrap_or_else(|all| panic!("{name}: {all:#?}")).0;
        let locale = story.languages()[0];
        let is_kept = |scene: &Scene| only.is_empty() || only.contains(&scene.id.as_str());
        for (i, scene) in story.scenes().iter().enumerate().filter(|(_, scene)| is_kept(scene)) {
            for width in [375, 720] {
                let placed = lay_out(&story, i, Viewport::new(width as f64), locale, &BuiltIn);
                let frame = frame_at(&placed, Seconds::new(placed.duration()));
                let palette = Palette::of(Theme::Light);
                let text =
                    svg::write(&placed, &frame, &palette, &scene.id, &|ix| story.figure(ix).id().to_string());
                let file = format!("{name}-{}-{width}-{}.svg", scene.id, locale.code());
                let path = support::root().join("tests/golden").join(&file);
                if update {
                    fs::write(&path, &text).unwrap();
                } else if fs::read_to_string(&path).unwrap_or_default() != text {
                    wrong.push(file);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "changed; look at them, then `make golden`: {wrong:?}");
}
