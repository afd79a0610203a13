//! What native tests share: the story of data/karamay.
#![allow(dead_code)]

pub mod animation;
pub mod pictures;
pub mod tale;

use duoyuan::diagnostic::Diagnostic;
use duoyuan::locale::Locale;
use duoyuan::model::Files;
use duoyuan::story::Story;
use std::path::{Path, PathBuf};

/// The languages of the stories that most tests look at.
pub const LANGUAGES: [Locale; 2] = [Locale::Zh, Locale::En];

/// Whether everything is tried and not a sample: LONG=1, as `make test-long` sets it.
pub fn long() -> bool {
    std::env::var_os("LONG").is_some()
}

/// Which of `n` parts a short run looks at: SAMPLE says it, else the clock. A test that fails shows it, and SAMPLE=…
/// draws the same part again.
pub fn part(n: usize) -> usize {
    let said = std::env::var("SAMPLE").ok().and_then(|text| text.parse().ok());
    let turn = said.unwrap_or_else(|| {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        now.map_or(0, |since| since.as_secs() as usize % 60)
    });
    println!("SAMPLE={turn}");
    turn % n
}

/// Every `n`th of a list, in the long run all of it.
pub fn sample<T>(all: impl IntoIterator<Item = T>, n: usize) -> Vec<T> {
    if long() {
        return all.into_iter().collect();
    }
    all.into_iter().skip(part(n)).step_by(n).collect()
}

/// One of two expectations.
pub fn pick<'a>(locale: Locale, zh: &'a str, en: &'a str) -> &'a str {
    if locale == Locale::Zh {
        zh
    } else {
        en
    }
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a story's folder.
pub fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    files.insert("story.json".into(), std::fs::read(folder.join("story.json")).expect("story.json"));
    for name in Story::missing(&files) {
        if let Ok(bytes) = std::fs::read(folder.join(&name)) {
            files.insert(name, bytes);
        }
    }
    files
}

pub fn karamay_files() -> Files {
    files(&root().join("data/karamay"))
}

pub fn karamay() -> Story {
    match Story::load(&karamay_files()) {
        Ok((story, _)) => story,
        Err(diagnostics) => panic!("data/karamay has problems: {diagnostics:#?}"),
    }
}

/// The Karamay story with one edit in a file; the text must be there exactly once or more.
pub fn edited(file: &str, from: &str, to: &str) -> Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut files = karamay_files();
    let text = String::from_utf8(files[file].clone()).expect("UTF-8");
    assert!(text.contains(from), "{file} has no {from:?} to edit");
    files.insert(file.into(), text.replacen(from, to, 1).into_bytes());
    Story::load(&files)
}

/// As `edited`, with several edits, each made once.
pub fn edited_all(file: &str, edits: &[(&str, &str)]) -> Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut files = karamay_files();
    let mut text = String::from_utf8(files[file].clone()).expect("UTF-8");
    for (from, to) in edits {
        assert!(text.contains(from), "{file} has no {from:?} to edit");
        text = text.replacen(from, to, 1);
    }
    files.insert(file.into(), text.into_bytes());
    Story::load(&files)
}

/// Notes of scale of the chapters talent and governance, each with words that fit any scale.
pub const SCALES: [(&str, &str); 2] = [
    (
        r#""zh": "一个人形＝1000人，另有注明的除外", "en": "One figure = 1,000 people, unless noted""#,
        r#""zh": "比例另有注明", "en": "Scales as noted""#,
    ),
    (
        r#""zh": "一张＝10项", "en": "One sheet = 10 items""#,
        r#""zh": "比例另有注明", "en": "Scales as noted""#,
    ),
];

/// The diagnostics of a story, whether it was drawn in part or not at all.
pub fn problems_of(result: Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>>) -> Vec<Diagnostic> {
    match result {
        Ok((_, diagnostics)) | Err(diagnostics) => diagnostics,
    }
}

/// An empty folder called `name` that is this test's own: tests run side by side, each in a thread named after it.
pub fn folder(name: &str) -> PathBuf {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("unnamed").replace("::", "/");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// Runs the command line as an editor does.
pub fn duoyuan(arguments: &[&str]) -> std::process::Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_duoyuan")).args(arguments).output().unwrap()
}

/// What a tool of poppler-utils (pdftotext, pdfinfo, pdffonts) says of a PDF.
pub fn poppler(tool: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = std::process::Command::new(tool);
    command.args(arguments).arg(file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let out = command.output().unwrap_or_else(|e| panic!("{tool}: {e}; apt-get install poppler-utils"));
    assert!(out.status.success(), "{tool}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// Text without its white space, which a PDF does not keep.
pub fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A diagnostic that an editor can act on: a known code, words in both languages, each in its own, a place.
pub fn is_helpful(diagnostic: &Diagnostic) {
    assert!(duoyuan::diagnostic::codes::why(diagnostic.code).is_some(), "no reason for {diagnostic:?}");
    assert!(diagnostic.line > 0 && diagnostic.column > 0, "{diagnostic:?}");
    for words in [&diagnostic.message, &diagnostic.help] {
        assert!(words.zh().chars().any(is_han), "no Chinese: {diagnostic:?}");
        assert!(words.en().chars().any(|c| c.is_ascii_alphabetic()), "no English: {diagnostic:?}");
        assert!(words.zh().chars().count() < 4000 && words.en().chars().count() < 4000, "{diagnostic:?}");
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Every scene of a story, laid out narrow and wide, in both languages, at several moments: finite, and not empty.
pub fn draw_everything(story: &Story) {
    use duoyuan::geometry::Seconds;
    use duoyuan::layout::Viewport;
    use duoyuan::locale::Locale;
    use duoyuan::motion::frame::frame_at;
    use duoyuan::scene::lay_out;
    use duoyuan::text::metrics::BuiltIn;
    for index in 0..story.scenes().len() {
        for (width, locale) in [(280.0, Locale::Zh), (720.0, Locale::En)] {
            let placed = lay_out(story, index, Viewport::new(width), locale, &BuiltIn);
            assert!(
                placed.height.is_finite() && placed.height > 0.0,
                "scene {index} at {width}: {}",
                placed.height
            );
            assert!(!placed.marks.is_empty(), "scene {index} at {width} is empty");
            for part in [0.0, 0.5, 1.0] {
                let frame = frame_at(&placed, Seconds::new(placed.duration() * part));
                for mark in &frame.marks {
                    let bounds = mark.bounds();
                    let numbers = [bounds.x, bounds.y, bounds.w, bounds.h];
                    assert!(numbers.iter().all(|n| n.is_finite()), "{} at {part}: {numbers:?}", mark.id);
                }
            }
        }
    }
}
