//! What `duoyuan check` prints, in its three formats: a line that can be searched, a caret under the place, JSON, SARIF.
//! Seen to fail: with characters counted instead of screen columns (the caret moved left).

use crate::support;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A copy of the Karamay story with edits, in a folder of its own with a Chinese name.
fn broken(name: &str, edits: &[(&str, &str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("检查 {name}"));
    for (file, bytes) in support::karamay_files() {
        let mut text = String::from_utf8(bytes).unwrap();
        for (edited, from, to) in edits {
            if *edited == file {
                assert!(text.contains(from), "{file} has no {from:?}");
                text = text.replacen(from, to, 1);
            }
        }
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn three_slips(name: &str) -> PathBuf {
    broken(
        name,
        &[
            ("story.json", "\"label\": {\"zh\": \"民生", "\"lable\": {\"zh\": \"民生"),
            ("story.json", "\"unit\": \"percent\"", "\"unit\": \"percant\""),
            ("series/crude-output.csv", "1960,,,164", "1960,,,约164"),
        ],
    )
}

fn check(arguments: &[&str], story: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_duoyuan")).arg("check").args(arguments).arg(story).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn each_problem_has_its_line_its_source_and_its_reason() {
    let story = three_slips("text");
    let output = check(&[], &story);
    assert_eq!(output.status.code(), Some(1));
    let out = text(&output.stdout);
    assert!(!out.contains('\u{1b}'), "colours without a terminal");
    let blocks: Vec<Vec<&str>> = out.trim_end().split("\n\n").map(|b| b.lines().collect()).collect();
    assert_eq!(blocks.len(), 3, "{out}");
    for block in &blocks {
        let head = block[0];
        let rest = head.strip_prefix(&format!("{}/", story.display())).expect(head);
        let parts: Vec<&str> = rest.splitn(2, ' ').collect();
        let place: Vec<&str> = parts[0].split(':').collect();
        assert_eq!(place.len(), 3, "{head}");
        let [_, shown, caret, why] = block[1..] else { panic!("{block:?}") };
        assert!(shown.starts_with(&format!("{} |", place[1])), "{block:?}");
        assert!(caret.contains('^') && why.contains(" = "), "{block:?}");
    }
    // below Chinese the caret stands by screen columns: 约164 after ten narrow ones
    let csv = blocks.iter().find(|b| b[0].contains("crude-output.csv")).expect("the CSV problem");
    assert_eq!(csv[2], "2 | 1960,,,约164,,,,company-output,journal-abstract,plot,中国西藏网作约160万吨,China Tibet Online gives about 1.6 …");
    assert_eq!(csv[3], "  |        ^^^^^");
    assert!(text(&output.stderr).contains("3 problems"));
}

#[test]
fn both_languages_and_quiet() {
    let story = three_slips("quiet");
    let zh = check(&["--lang", "zh", "--quiet"], &story);
    let out = text(&zh.stdout);
    assert_eq!(out.lines().count(), 3, "{out}");
    assert!(out.contains("是不是想写“label”") && out.contains(" → "), "{out}");
    assert!(zh.stderr.is_empty(), "{}", text(&zh.stderr));
    let en = text(&check(&["--quiet"], &story).stdout);
    for (line, words) in en.lines().zip(["\"label\"", "\"percent\"", "about"]) {
        assert!(line.contains(words), "{line}");
        assert!(line.split(" — ").count() == 2, "no remedy: {line}");
    }
}

#[test]
fn exit_codes_say_what_happened() {
    let whole = support::root().join("data/karamay");
    assert_eq!(check(&[], &whole).status.code(), Some(0));
    assert_eq!(check(&[], &three_slips("exit")).status.code(), Some(1));
    let nowhere = check(&[], Path::new("/nowhere/story.json"));
    assert_eq!(nowhere.status.code(), Some(2));
    let said = text(&nowhere.stderr);
    assert!(said.contains("no such file"), "{said}");
    let said = text(&check(&["--lang", "zh"], Path::new("/nowhere/story.json")).stderr);
    assert!(said.contains("没有这个文件"), "{said}");
}

#[test]
fn a_story_of_another_name_is_named_by_it() {
    let folder = broken("name", &[("story.json", "\"measure\": \"share\"", "\"measure\": \"shape\"")]);
    let story = folder.join("我的故事.json");
    std::fs::copy(folder.join("story.json"), &story).unwrap();
    let out = text(&check(&["--quiet"], &story).stdout);
    assert!(out.starts_with(&format!("{}:", story.display())), "{out}");
}

#[test]
fn json_for_tools() {
    let output = check(&["--format", "json"], &three_slips("json"));
    assert_eq!(output.status.code(), Some(1));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((document["errors"].as_u64(), document["warnings"].as_u64()), (Some(3), Some(0)));
    for diagnostic in document["problems"].as_array().unwrap() {
        assert!(
            diagnostic["line"].as_u64() > Some(0)
                && diagnostic["endColumn"].as_u64() > diagnostic["column"].as_u64()
        );
        for words in ["message", "help"] {
            for lang in ["zh", "en"] {
                assert!(!diagnostic[words][lang].as_str().unwrap().is_empty(), "{diagnostic}");
            }
        }
    }
}

/// tests/browser/editors.spec.mjs tests that it fits the published schema.
#[test]
fn sarif_names_a_rule_and_an_address_for_each_problem() {
    for lang in ["zh", "en"] {
        let output = check(&["--format", "sarif", "--lang", lang], &three_slips(&format!("sarif {lang}")));
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        let run = &document["runs"][0];
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), 3);
        for result in results {
            let index = result["ruleIndex"].as_u64().expect("a rule for every code") as usize;
            assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
            assert!(uri.starts_with("file:///") && uri.is_ascii() && !uri.contains(' '), "{uri}");
        }
    }
}
