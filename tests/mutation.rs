//! Every key of the Karamay story deleted, misspelt, retyped and rebound: each gives a helpful diagnostic that leads to the
//! line, in at most three diagnostics, or is harmless and listed as such in tests/fixtures/harmless.txt.
//! Without LONG=1 one of each kind of place is tried (figures.*.label.zh is one kind).
//! Seen to fail: with `is_excused` left out of `references` (a misspelt section gave hundreds of diagnostics); with the
//! line of "delete figures.*.note" taken out of the list.

use crate::support;
use duoyuan::diagnostic::{Diagnostic, SourceText};
use duoyuan::input::json;
use duoyuan::input::json::{Node, Value};
use duoyuan::model::Files;
use duoyuan::story::Story;
use serde::de::IgnoredAny;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;

/// A member of an object: where it is and what it holds.
struct Member {
    path: String,
    /// The path with ids and indices as `*`.
    pattern: String,
    /// Its name, without quotes.
    key: Range<usize>,
    value: Range<usize>,
    kind: char,
    /// Line of the object that it is in.
    parent: u32,
}

struct Case {
    file: &'static str,
    what: &'static str,
    member: usize,
}

fn end_of(text: &str, at: usize) -> usize {
    let mut values = serde_json::Deserializer::from_str(&text[at..]).into_iter::<IgnoredAny>();
    values.next();
    at + values.byte_offset()
}

fn collect(text: &SourceText, node: &Node, path: &str, pattern: &str, out: &mut Vec<Member>) {
    let maps = [
        ".figures",
        ".units",
        ".names",
        ".lists",
        ".milestones",
        ".series",
        ".sources",
        ".series.*.definitions",
    ];
    for (key, value) in node.members() {
        let path = format!("{path}.{}", key.name);
        let pattern =
            if maps.contains(&pattern) { format!("{pattern}.*") } else { format!("{pattern}.{}", key.name) };
        let kind = match value.value {
            Value::Null => 'n',
            Value::Bool(_) => 'b',
            Value::Number(_) => '1',
            Value::String(_) => 's',
            Value::Array(_) => 'a',
            Value::Object(_) => 'o',
        };
        out.push(Member {
            path: path.clone(),
            pattern: pattern.clone(),
            key: key.at..key.at + key.name.len(),
            value: value.at..end_of(&text.text, value.at),
            kind,
            parent: text.place(node.at).0,
        });
        collect(text, value, &path, &pattern, out);
    }
    for (i, item) in node.items().iter().enumerate() {
        collect(text, item, &format!("{path}[{i}]"), &format!("{pattern}[*]"), out);
    }
}

/// The text after one mistake, or nothing where the mistake would not change it.
fn mutate(text: &str, m: &Member, what: &str) -> Option<String> {
    let (head, tail) = (&text[..m.key.start - 1], &text[m.value.end..]);
    Some(match what {
        "delete" => match tail.trim_start().strip_prefix(',') {
            Some(rest) => format!("{head}{rest}"),
            None => format!("{}{tail}", head.trim_end().trim_end_matches(',')),
        },
        "misspell" => {
            let name = &text[m.key.clone()];
            let last = name.chars().last()?;
            format!("{}{name}{last}{}", &text[..m.key.start], &text[m.key.end..])
        }
        "retype" => {
            let other = match m.kind {
                's' => "5",
                'o' => "[]",
                'a' => "{}",
                _ => "\"x\"",
            };
            format!("{}{other}{tail}", &text[..m.value.start])
        }
        _ => {
            let other = match m.kind {
                's' => "\"nowhere\"",
                '1' => "1e999",
                'b' if text[m.value.clone()].starts_with('t') => "false",
                'b' => "true",
                'n' => "0",
                _ => "null",
            };
            format!("{}{other}{tail}", &text[..m.value.start])
        }
    })
}

/// Whether an editor who reads the first diagnostic finds the place.
fn leads_to(p: &Diagnostic, file: &str, m: &Member, lines: &Range<u32>) -> bool {
    let mentions = |line: u32| {
        let said = format!("{} {}", p.message.en(), p.help.en());
        said.split(|c: char| !c.is_ascii_digit()).any(|n| n == line.to_string())
    };
    // the figure, the field or the section by its name
    let words = format!("{} {}", p.message.en(), p.help.en());
    let named = m.path.split(['.', '[', ']']).any(|name| name.len() > 3 && words.contains(name));
    p.file == file && (lines.contains(&p.line) || p.line == m.parent) || mentions(lines.start) || named
}

#[test]
fn every_key_mistyped_gets_a_helpful_answer() {
    let files = support::karamay_files();
    let names = ["story.json", "sources.json"];
    let texts = names.map(|name| SourceText::new(name, String::from_utf8(files[name].clone()).unwrap()));
    let members: Vec<Vec<Member>> = texts
        .iter()
        .map(|text| {
            let mut out = Vec::new();
            collect(text, &json::parse(&text.text).unwrap(), "", "", &mut out);
            out
        })
        .collect();
    // one of each kind of place gives as many kinds of answers as all
    let all = support::long();
    let mut cases = Vec::new();
    for (f, file) in names.into_iter().enumerate() {
        let mut seen = BTreeMap::new();
        for (member, m) in members[f].iter().enumerate() {
            let count = seen.entry(&m.pattern).or_insert(0);
            *count += 1;
            if *count > 1 && !all {
                continue;
            }
            cases.extend(["delete", "misspell", "retype", "rebind"].map(|what| Case { file, what, member }));
        }
    }
    let (next, wrong, harmless) = (AtomicUsize::new(0), Mutex::new(Vec::new()), Mutex::new(BTreeSet::new()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let f = names.iter().position(|n| *n == case.file).unwrap();
                    let m = &members[f][case.member];
                    match answer(&files, &texts[f], m, case) {
                        Ok(true) => {}
                        Ok(false) => {
                            harmless
                                .lock()
                                .unwrap()
                                .insert(format!("{} {}{}", case.what, case.file, m.pattern));
                        }
                        Err(why) => wrong.lock().unwrap().push(why),
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    let shown = wrong.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    println!("{} mutations of {} keys", cases.len(), cases.len() / 4);
    let found: Vec<String> = harmless.into_inner().unwrap().into_iter().collect();
    let list = support::root().join("tests/fixtures/harmless.txt");
    if all && std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&list, found.join("\n") + "\n").unwrap();
    }
    assert!(wrong.is_empty(), "{} of {} are not helped:\n{shown}", wrong.len(), cases.len());
    let kept = std::fs::read_to_string(&list).unwrap_or_default();
    let kept: BTreeSet<&str> = kept.lines().collect();
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    let (new, gone) =
        (found.difference(&kept).collect::<Vec<_>>(), kept.difference(&found).collect::<Vec<_>>());
    assert!(
        new.is_empty() && (gone.is_empty() || !all),
        "harmless and not listed: {new:#?}; listed and not harmless: {gone:#?}"
    );
    assert!(cases.len() > if all { 12_000 } else { 1000 }, "{}", cases.len());
}

/// True: helped; false: harmless.
fn answer(files: &Files, text: &SourceText, m: &Member, case: &Case) -> Result<bool, String> {
    let Some(typed) = mutate(&text.text, m, case.what) else { return Ok(true) };
    let mut files = files.clone();
    files.insert(case.file.into(), typed.into_bytes());
    let diagnostics = match Story::load(&files) {
        Ok((_, diagnostics)) if diagnostics.is_empty() => return Ok(false),
        Ok((_, diagnostics)) | Err(diagnostics) => diagnostics,
    };
    diagnostics.iter().for_each(support::is_helpful);
    let lines = text.place(m.key.start).0..text.place(m.value.end).0 + 1;
    let Some(first) = diagnostics.first() else { return Err(format!("{} {}: no reason", case.what, m.path)) };
    if diagnostics.len() > 3 || !leads_to(first, case.file, m, &lines) {
        let told = diagnostics
            .iter()
            .take(4)
            .map(|p| format!("    {}:{} {} {} {}", p.file, p.line, p.code, p.path, p.message.en()));
        let told = told.collect::<Vec<_>>().join("\n");
        let (what, path) = (case.what, &m.path);
        return Err(format!(
            "{what} {}{path} (line {}): {} problems\n{told}",
            case.file,
            lines.start,
            diagnostics.len()
        ));
    }
    Ok(true)
}
