//! Slips an editor makes: each gives its diagnostic, at its place, with a help in both languages.
//! Seen to fail: with the unit check left out (an unknown unit loaded without a word).

use crate::support::{edited, karamay_files};
use duoyuan::diagnostic::Diagnostic;
use duoyuan::story::Story;

fn only_error(result: Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>>, code: &str) -> Diagnostic {
    let diagnostics = result.expect_err("the story loaded in spite of its mistake");
    let found: Vec<&Diagnostic> = diagnostics.iter().filter(|p| p.code == code).collect();
    assert_eq!(found.len(), 1, "wanted one {code}, got {diagnostics:#?}");
    assert_eq!(diagnostics.len(), 1, "one slip, one problem: {diagnostics:#?}");
    for words in [&found[0].message, &found[0].help] {
        assert!(!words.zh().is_empty() && !words.en().is_empty());
    }
    found[0].clone()
}

/// The line (from 1) of the first occurrence of a text in a file of the story.
fn line_of(file: &str, text: &str) -> u32 {
    let files = karamay_files();
    let content = String::from_utf8(files[file].clone()).unwrap();
    content[..content.find(text).unwrap()].matches('\n').count() as u32 + 1
}

#[test]
fn a_misspelt_field_is_named_with_the_right_one() {
    let p = only_error(
        edited("story.json", "\"label\": {\"zh\": \"民生", "\"lable\": {\"zh\": \"民生"),
        "unknown-field",
    );
    assert!(p.help.en().contains("label") && p.help.zh().contains("label"), "{p:?}");
    assert_eq!(p.line, line_of("story.json", "\"label\": {\"zh\": \"民生"));
}

#[test]
fn a_figure_without_source_is_refused() {
    let p = only_error(
        edited("story.json", "\"source\": {\"id\": \"article\", \"paragraph\": 3}", "\"period_note\": 1")
            .map_err(|all| {
                // the stand-in itself is an unknown field; what counts here is the missing source
                all.into_iter().filter(|p| p.code != "unknown-field").collect()
            }),
        "unsourced",
    );
    assert!(p.path.ends_with(".source"), "{p:?}");
}

#[test]
fn an_unknown_unit_is_refused_with_the_nearest() {
    let p =
        only_error(edited("story.json", "\"unit\": \"percent\"", "\"unit\": \"percant\""), "unknown-unit");
    assert!(p.help.en().contains("percent"), "{p:?}");
    assert_eq!(p.line, line_of("story.json", "\"unit\": \"percent\""));
}

#[test]
fn a_misspelt_figure_in_a_sentence_is_refused_with_the_nearest() {
    let p = only_error(
        edited("story.json", "{online-services-share}", "{online-service-share}"),
        "unknown-figure",
    );
    assert!(p.help.en().contains("{online-services-share}"), "{p:?}");
}

#[test]
fn a_typed_number_in_a_sentence_is_refused() {
    let p = only_error(edited("story.json", "{online-services-share}", "90%"), "loose-number");
    assert!(p.message.zh().contains("90%"), "{p:?}");
}

#[test]
fn text_in_a_number_column_is_refused_with_row_and_column() {
    let p = only_error(edited("series/crude-output.csv", "1010", "约1010"), "not-a-number");
    assert_eq!(p.file, "series/crude-output.csv");
    assert_eq!(p.line, line_of("series/crude-output.csv", "1010"));
    assert!(p.path.contains("value") && p.column > 1, "{p:?}");
}

#[test]
fn a_number_without_bounds_is_refused() {
    let p = only_error(edited("story.json", "\"value\": 239.2", "\"value\": 1e999"), "number-range");
    assert!(p.message.en().contains("1e999") && p.path.ends_with(".value"), "{p:?}");
    assert_eq!(p.line, line_of("story.json", "\"value\": 239.2"));
}

#[test]
fn a_missing_series_file_is_named() {
    let mut files = karamay_files();
    files.remove("series/crude-output.csv");
    let diagnostics = Story::load(&files).unwrap_err();
    assert!(
        diagnostics.iter().any(|p| p.code == "missing-file" && p.message.en().contains("crude-output.csv")),
        "{diagnostics:?}"
    );
}

/// Seen to fail: the references to its points were reported, but not the file in which the points are missing.
#[test]
fn a_series_that_has_only_its_header_is_named_and_its_points_are_not_missed_one_by_one() {
    let mut files = karamay_files();
    let file = "series/crude-output.csv";
    let header = String::from_utf8(files[file].clone()).unwrap().lines().next().unwrap().to_string();
    for text in [format!("{header}\n"), header] {
        files.insert(file.into(), text.into_bytes());
        let p = only_error(Story::load(&files), "no-points");
        assert_eq!((p.file.as_str(), p.line, p.column), (file, 1, 1), "{p:?}");
    }
}

/// Seen to fail: it was reported as a file in an unknown encoding.
#[test]
fn a_file_cut_in_the_middle_of_a_character_is_told_as_cut_short() {
    for file in ["story.json", "sources.json", "series/crude-output.csv"] {
        let mut files = karamay_files();
        let bytes = &files[file];
        let last = bytes.iter().rposition(|b| *b >= 0x80).expect("Chinese");
        let cut = bytes[..last].to_vec();
        files.insert(file.into(), cut);
        let p = only_error(Story::load(&files), "cut-short");
        assert!(p.file == file && p.message.zh().contains("断了"), "{p:?}");
        assert!(p.line > 1, "{p:?}");
    }
}

#[test]
fn all_problems_come_at_once() {
    let mut files = karamay_files();
    let text = String::from_utf8(files["story.json"].clone()).unwrap();
    let text = text
        .replacen("\"unit\": \"percent\"", "\"unit\": \"percant\"", 1)
        .replacen("\"measure\": \"share\"", "\"measure\": \"shape\"", 1)
        .replacen("\"type\": \"waffle\"", "\"type\": \"wafle\"", 1);
    files.insert("story.json".into(), text.into_bytes());
    let codes: Vec<&str> = Story::load(&files).unwrap_err().iter().map(|p| p.code).collect();
    for code in ["unknown-unit", "unknown-value", "unknown-chart"] {
        assert!(codes.contains(&code), "{codes:?}");
    }
}

/// Cut off anywhere, the file gives diagnostics and never a panic.
#[test]
fn a_truncated_file_is_answered() {
    let files = karamay_files();
    let whole = files["story.json"].clone();
    for part in 1..40 {
        let mut cut = files.clone();
        cut.insert("story.json".into(), whole[..whole.len() * part / 40].to_vec());
        let diagnostics = Story::load(&cut).expect_err("half a file loaded");
        assert!(!diagnostics.is_empty());
    }
}
