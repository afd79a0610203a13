//! Hostile stories: each file of tests/fixtures/hostile gives what tests/fixtures/hostile.txt expects: diagnostics at
//! their places and in both languages, or a picture with finite geometry at several widths and moments.
//! Seen to fail: with the exponent of 1e-2147483648 subtracted unchecked (a panic); with one line of the table changed.

use crate::support;
use duoyuan::diagnostic::codes;
use duoyuan::diagnostic::{Diagnostic, Severity};
use duoyuan::model::{Files, MAX_BYTES};
use duoyuan::story::Story;
use std::time::{Duration, Instant};

fn base() -> Files {
    support::files(&support::root().join("tests/fixtures/base"))
}

/// A hostile file takes the place of the base story's file that its name begins with.
fn with(name: &str, bytes: Vec<u8>) -> Files {
    let place = match name.split(['-', ' ']).next().unwrap() {
        "series" => "series/loans.csv",
        "sources" => "sources.json",
        _ => "story.json",
    };
    let mut files = base();
    files.insert(place.into(), bytes);
    // only the files that the story names are given to it, as the page does
    let asked = ["story.json", "sources.json", "series/loans.csv"];
    files.retain(|name, _| asked.contains(&name.as_str()));
    files
}

fn outcome(files: &Files) -> String {
    let diagnostics = match Story::load(files) {
        Ok((story, warnings)) => {
            support::draw_everything(&story);
            warnings
        }
        Err(diagnostics) => {
            assert!(!diagnostics.is_empty(), "refused without a reason");
            diagnostics
        }
    };
    diagnostics.iter().for_each(support::is_helpful);
    let words: Vec<String> = diagnostics.iter().map(place).collect();
    if words.is_empty() {
        "renders".into()
    } else {
        words.join(" ")
    }
}

fn place(p: &Diagnostic) -> String {
    let mark = if p.severity == Severity::Warning { "?" } else { "" };
    format!("{}:{}:{} {}{mark}", p.file, p.line, p.column, p.code)
}

#[test]
fn every_hostile_file_comes_to_what_the_table_says() {
    let fixtures = support::root().join("tests/fixtures");
    let table = std::fs::read_to_string(fixtures.join("hostile.txt")).unwrap();
    let mut named = 0;
    let mut unlike = Vec::new();
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let (name, wanted) = line.split_once('\t').expect("FILE tab OUTCOME");
        let bytes = std::fs::read(fixtures.join("hostile").join(name)).expect(name);
        let started = Instant::now();
        let found = outcome(&with(name, bytes));
        assert!(started.elapsed() < Duration::from_secs(10), "{name} hangs");
        if found != wanted {
            unlike.push(format!("{name}\n  wanted {wanted}\n  found  {found}"));
        }
        named += 1;
    }
    assert!(unlike.is_empty(), "{}", unlike.join("\n"));
    let kept = std::fs::read_dir(fixtures.join("hostile")).unwrap().count();
    assert_eq!(named, kept, "the table and the folder have unlike files");
    assert!(named >= 80, "{named}");
    println!("{named} hostile files");
}

#[test]
fn the_base_story_is_sound() {
    assert_eq!(outcome(&base()), "renders");
}

/// Files that are too large to keep in the repository are made here. Each gives a few diagnostics within a time limit.
#[test]
fn endless_files_are_answered() {
    let story = String::from_utf8(base()["story.json"].clone()).unwrap();
    let rows = |n: usize, row: &dyn Fn(usize) -> String| {
        let head = String::from("period,value,source,use\n");
        (0..n).fold(head, |text, i| text + &row(i) + "\n").into_bytes()
    };
    let many = |one: &dyn Fn(usize) -> String, n: usize| (0..n).map(one).collect::<Vec<_>>().join(",");
    let members = many(&|i| format!("\"k{i}\": 1"), 150_000);
    let figures = many(&|i| format!("\"k{i}\": {{}}"), 100_000);
    let nowhere = many(&|i| format!("{{\"figure\": \"k{i}\"}}"), 60_000);
    let cases: Vec<(&str, &str, Vec<u8>)> = vec![
        ("story of 3 MB", "too-large", vec![b' '; MAX_BYTES + 1]),
        (
            "brackets only",
            "too-deep",
            format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000)).into_bytes(),
        ),
        ("open brackets only", "unclosed-bracket", vec![b'['; MAX_BYTES - 1]),
        ("one long text", "too-long", format!("{{\"id\": \"{}\"}}", "x".repeat(2_000_000)).into_bytes()),
        ("150,000 members", "unknown-field", format!("{{{members}}}").into_bytes()),
        (
            "one member 150,000 times",
            "duplicate-key",
            format!("{{{}}}", many(&|_| "\"k\": 1".into(), 150_000)).into_bytes(),
        ),
        (
            "100,000 figures",
            "missing-field",
            story.replacen("\"read\": {", &format!("{figures}, \"read\": {{"), 1).into_bytes(),
        ),
        (
            "60,000 references",
            "unknown-figure",
            story.replacen("{\"figure\": \"lent\"}", &nowhere, 1).into_bytes(),
        ),
        (
            "a line of brackets and a slip",
            "json-syntax",
            format!("[{}1 =]", "[],".repeat(600_000)).into_bytes(),
        ),
        ("series of 50,001 points", "too-many-points", rows(50_001, &|i| format!("{i},1,example,context"))),
        ("series of 50,000 slips", "not-a-number", rows(50_000, &|i| format!("{i},x,example,context"))),
        (
            "series of 50,000 unknown sources",
            "unknown-source",
            rows(50_000, &|i| format!("{i},1,s{i},context")),
        ),
        ("series of one line", "unknown-column", "x,".repeat(900_000).into_bytes()),
    ];
    for (name, code, bytes) in cases {
        let started = Instant::now();
        let diagnostics = Story::load(&with(name, bytes)).expect_err(name);
        let took = started.elapsed();
        assert!(diagnostics.iter().any(|p| p.code == code), "{name}: {:?}", diagnostics.first());
        assert!(diagnostics.len() <= 501, "{name}: {} problems", diagnostics.len());
        diagnostics.iter().for_each(support::is_helpful);
        println!("{name}: {} problems in {took:?}", diagnostics.len());
        assert!(took < Duration::from_secs(20), "{name} hangs: {took:?}");
    }
}

/// Each code of a rule's file has its reason.
#[test]
fn every_rule_has_its_reason() {
    for entry in std::fs::read_dir(support::root().join("src/rules")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let code = name.trim_end_matches(".rs").replace('_', "-");
        // acceptance.rs, what charts take, has diagnostics of several codes
        assert!(
            code == "mod" || code == "acceptance" || codes::RULES.iter().any(|(c, ..)| *c == code),
            "{code}"
        );
    }
}
