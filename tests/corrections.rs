//! A corrected figure says so where it is shown, in both languages, and cannot say otherwise than the figure.
//! Seen to fail: with the corrections left out of `describe::sentences`, and with `correction::check` not called.

use crate::support;
use duoyuan::describe;
use duoyuan::diagnostic::Diagnostic;
use duoyuan::locale::Locale;
use duoyuan::story::Story;

const CORRECTION: &str = r#""corrections": [
  {"figure": "green-coverage", "old": {"zh": "43.7%", "en": "43.7%"}, "new": {"zh": "43.72%", "en": "43.72%"},
   "date": "2026-11-20", "why": {"zh": "原稿漏了一位小数。", "en": "A decimal was missing."}}
],
"scenes": ["#;

fn corrected(correction: &str) -> Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut files = support::karamay_files();
    let text = String::from_utf8(files["story.json"].clone()).unwrap();
    assert_eq!(text.matches("\"scenes\": [").count(), 1);
    files.insert("story.json".into(), text.replace("\"scenes\": [", correction).into_bytes());
    Story::load(&files)
}

fn told(story: &Story, scene: &str, locale: Locale) -> String {
    let scene = &story.scenes()[story.find_scene(scene).unwrap()];
    let pieces = describe::sentences(story, scene, locale);
    pieces
        .into_iter()
        .map(|s| s.into_iter().map(|(t, _)| t).collect::<String>())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_correction_is_told_where_the_figure_is() {
    let (story, _) = corrected(CORRECTION).expect("a story with a correction");
    let zh = told(&story, "greening", Locale::Zh);
    assert!(
        zh.ends_with("更正于2026年11月20日：绿化覆盖率原为43.7%，现为43.72%。原稿漏了一位小数。"),
        "{zh}"
    );
    let en = told(&story, "greening", Locale::En);
    assert!(
        en.ends_with(
            "Corrected on 20 November 2026: Green-coverage rate was 43.7% and is now 43.72%. A decimal was missing."
        ),
        "{en}"
    );
    assert!(!told(&story, "growth", Locale::En).contains("Corrected"), "told where the figure is not shown");
}

#[test]
fn a_correction_that_ends_elsewhere_than_its_figure_is_refused() {
    let wrong = CORRECTION.replace("\"en\": \"43.72%\"", "\"en\": \"43.9%\"");
    let diagnostics = corrected(&wrong).expect_err("a correction that disagrees");
    let one = diagnostics.iter().find(|p| p.code == "correction-mismatch").expect("correction-mismatch");
    assert_eq!(one.path, "corrections[0].new");
    assert!(one.help.zh().contains("43.72%") && one.help.en().contains("43.72%"), "{:?}", one.help);
}

#[test]
fn dates_and_figures_of_corrections_are_checked() {
    for (from, to, code) in [
        ("2026-11-20", "20 Nov", "bad-date"),
        ("\"figure\": \"green-coverage\"", "\"figure\": \"green-covrage\"", "unknown-figure"),
        ("\"why\"", "\"wy\"", "unknown-field"),
    ] {
        let diagnostics = corrected(&CORRECTION.replace(from, to)).expect_err(code);
        assert!(diagnostics.iter().any(|p| p.code == code), "{code}: {diagnostics:?}");
    }
}
