//! `duoyuan check --fix`: a mistake with only one possible correction is corrected in the story's own file, and nothing
//! else in the file changes.

use crate::support::tale::Tale;
use crate::support::{duoyuan, files, folder};
use duoyuan::locale::Locale;
use std::collections::BTreeMap;
use std::path::Path;

/// A story with one mistake of each kind that has only one possible correction, and with formatting of its own.
fn slips() -> String {
    let tale = Tale::new(&[Locale::En]);
    let tale = tale.figure("x", "\"value\": -43.70, \"unit\": \"percent\", \"measure\": \"growth\"");
    let tale = tale.figure("y", "\"value\": 12, \"unit\": \"people\", \"measure\": \"level\"");
    let text = tale.says(Locale::En, "It fell by {x}, and {x} is a lot.").story();
    let text = text
        .replace("\"measure\": \"level\"", "\"measure\":   \"levle\",\n  \"$comment\": \"kept,  as it is\"");
    let text = text
        .replace("\"unit\": \"percent\"", "\"unit\": \"%\"")
        .replace("\"value\": 12,", "\"vlaue\": \"12\",");
    text.replacen("\"notice\": ", "\"notice\"： ", 1).replacen("]}]\n}", "],}]\n}", 1)
}

/// Every number of a file, as it is typed.
fn numbers(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    words.map(|word| word.trim_matches('.').to_string()).filter(|word| !word.is_empty()).collect()
}

fn written(place: &Path, story: &str) {
    written_in(place, story, Locale::En)
}

fn written_in(place: &Path, story: &str, locale: Locale) {
    std::fs::write(place.join("story.json"), story).unwrap();
    let sources = Tale::new(&[locale]).files()["sources.json"].clone();
    std::fs::write(place.join("sources.json"), sources).unwrap();
}

#[test]
fn slips_with_one_remedy_are_mended_and_nothing_else() {
    let place = folder("mending");
    let before = slips();
    written(&place, &before);
    let path = place.to_str().unwrap();
    assert_eq!(duoyuan(&["check", path]).status.code(), Some(1));
    let out = duoyuan(&["check", "--fix", path]);
    let said = String::from_utf8(out.stdout).unwrap();
    let after = std::fs::read_to_string(place.join("story.json")).unwrap();
    assert_eq!(out.status.code(), Some(0), "{said}\n{}\n{after}", String::from_utf8_lossy(&out.stderr));
    for change in [
        "： → :",
        "took out ,",
        "vlaue → value",
        "\"12\" → 12",
        "\"levle\" → \"level\"",
        "\"%\" → \"percent\"",
        "{x} → {x.size}",
    ] {
        assert!(said.contains(change), "{change} is not in\n{said}");
    }
    // lines, spaces, comments and digits are those of before
    assert_eq!(after.lines().count(), before.lines().count());
    assert!(after.contains("\"measure\":   \"level\",\n  \"$comment\": \"kept,  as it is\""), "{after}");
    assert_eq!(numbers(&after), numbers(&before));
    assert!(after.contains("fell by {x.size}, and {x} is a lot"), "{after}");
    // a second time there is nothing to do
    let again = duoyuan(&["check", "--fix", path]);
    assert!(again.status.success() && again.stdout.is_empty(), "{}", String::from_utf8_lossy(&again.stdout));
    assert_eq!(std::fs::read_to_string(place.join("story.json")).unwrap(), after);
}

/// A mistake that could be corrected in two ways is reported and left as it is.
#[test]
fn nothing_is_mended_that_could_be_meant_otherwise() {
    let place = folder("not-mending");
    let tale = Tale::new(&[Locale::En])
        .figure("gdp-2021", "\"value\": 5, \"unit\": \"people\", \"measure\": \"level\"");
    let story = tale.says(Locale::En, "It was {gdp-2012}.").story();
    written(&place, &story);
    let out = duoyuan(&["check", "--fix", place.to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(std::fs::read_to_string(place.join("story.json")).unwrap(), story);
}

/// Tools find the edit beside the diagnostic, and making it at its place gives what `--fix` writes.
#[test]
fn tools_get_the_edit_as_data() {
    let place = folder("mending-data");
    let tale =
        Tale::new(&[Locale::Zh]).figure("x", "\"value\": -5, \"unit\": \"percent\", \"measure\": \"growth\"");
    written_in(&place, &tale.says(Locale::Zh, "产量同比下降{x}。").story(), Locale::Zh);
    let out = duoyuan(&["check", "--format", "json", place.to_str().unwrap()]);
    let told: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let edit =
        &told["problems"].as_array().unwrap().iter().find(|p| p["code"] == "direction-word").unwrap()["edit"];
    assert_eq!(edit["text"], "{x.size}");
    let at =
        |side: &str| (edit[side]["line"].as_u64().unwrap(), edit[side]["column"].as_u64().unwrap() as usize);
    let text = String::from_utf8(files(&place)["story.json"].clone()).unwrap();
    let line: Vec<char> = text.lines().nth(at("from").0 as usize - 1).unwrap().chars().collect();
    assert_eq!(line[at("from").1 - 1..at("to").1 - 1].iter().collect::<String>(), "{x}");
    let sarif = duoyuan(&["check", "--format", "sarif", place.to_str().unwrap()]);
    let told: BTreeMap<String, serde_json::Value> = serde_json::from_slice(&sarif.stdout).unwrap();
    let fix = &told["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(fix["insertedContent"]["text"], "{x.size}");
}

#[test]
fn a_story_in_english_has_its_problems_in_english() {
    let place = folder("english-only");
    let tale =
        Tale::new(&[Locale::En]).figure("x", "\"value\": -5, \"unit\": \"percent\", \"measure\": \"growth\"");
    written(&place, &tale.says(Locale::En, "It rose by {x}.").story());
    let path = place.to_str().unwrap();
    let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for arguments in [
        vec!["check", path],
        vec!["render", path, "--scene", "one", "--width", "400", "--format", "svg", "-o", "x.svg"],
    ] {
        let out = duoyuan(&arguments);
        let said = [out.stdout, out.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(!out.status.success() && said.contains("direction-word") && !han(&said), "{said}");
    }
}
