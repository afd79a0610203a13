//! Acts and notes: what a story says of its scenes in larger parts and below its pictures, what is refused of them, and
//! how they reach the page.

use crate::support::{is_helpful, karamay_files, problems_of};
use duoyuan::describe::content;
use duoyuan::diagnostic::Diagnostic;
use duoyuan::layout::Viewport;
use duoyuan::locale::Locale;
use duoyuan::scene::lay_out;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;
use serde_json::{json, Value};

/// The Karamay story with these acts, and this note in its first scene.
fn with(acts: Value, note: Value) -> Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut files = karamay_files();
    let mut story: Value = serde_json::from_slice(&files["story.json"]).unwrap();
    story["acts"] = acts;
    let scene = story["scenes"][0].as_object_mut().unwrap();
    scene.remove("note");
    if !note.is_null() {
        scene.insert("note".into(), note);
    }
    files.insert("story.json".into(), serde_json::to_vec_pretty(&story).unwrap());
    Story::load(&files)
}

fn act(id: &str, first: &str) -> Value {
    json!({"id": id, "name": {"zh": "幕", "en": "Act"}, "accent": "green", "first": first})
}

/// Code and place of each problem; each has words that help.
fn refused(acts: Value, note: Value) -> Vec<(String, String)> {
    let problems = problems_of(with(acts, note));
    problems.iter().for_each(is_helpful);
    problems.into_iter().map(|p| (p.code.to_string(), p.path)).collect()
}

/// Seen to fail: with `position` in place of `rposition` every scene belonged to the first act.
#[test]
fn an_act_lasts_until_the_next_one() {
    let acts = json!([act("one", "lead"), act("two", "growth")]);
    let (story, _) = with(acts, Value::Null).expect("the story loads");
    let (lead, growth) = (story.find_scene("lead").unwrap(), story.find_scene("growth").unwrap());
    assert!(0 < lead && lead < growth, "the story begins before its first act");
    assert_eq!(story.acts().iter().map(|a| a.first).collect::<Vec<_>>(), [lead, growth]);
    for scene in 0..story.scenes().len() {
        let wanted = (scene >= lead).then_some(usize::from(scene >= growth));
        assert_eq!(story.act_of(scene), wanted, "scene {scene}");
    }
}

/// Seen to fail: without the comparison with the act before, the second case loaded.
#[test]
fn acts_begin_with_scenes_of_the_story_in_its_order() {
    let one = |code: &str, path: &str| vec![(code.to_string(), path.to_string())];
    let nowhere = json!([act("one", "leda")]);
    assert_eq!(refused(nowhere.clone(), Value::Null), one("unknown-scene", "acts[0].first"));
    let help = problems_of(with(nowhere, Value::Null))[0].help.clone();
    assert!(help.en().contains("\"lead\"") && help.zh().contains("“lead”"), "{help:?}");
    let back = json!([act("one", "growth"), act("two", "lead")]);
    assert_eq!(refused(back, Value::Null), one("act-order", "acts[1].first"));
    let twice = json!([act("one", "lead"), act("two", "lead")]);
    assert_eq!(refused(twice, Value::Null), one("repeated-scene", "acts[1].first"));
    let alike = json!([act("one", "lead"), act("one", "growth")]);
    assert_eq!(refused(alike, Value::Null), one("bad-act-id", "acts[1].id"));
}

/// Seen to fail: with the length of the braces counted instead of the length of what they print.
#[test]
fn a_note_is_as_long_as_what_readers_see() {
    let note = |zh: &str, en: &str| json!({"zh": zh, "en": en});
    let full = note(&"字".repeat(30), &"a".repeat(60));
    assert_eq!(refused(json!([]), full), []);
    for long in [note(&"字".repeat(31), "a"), note("字", &"a".repeat(61))] {
        assert_eq!(refused(json!([]), long), [("long-note".to_string(), "scenes[0].note".to_string())]);
    }
    // the braces have more letters than fit, but they print as 164万吨
    let quoting = note(&format!("{}{{crude-output@1960}}", "字".repeat(22)), "a");
    assert_eq!(refused(json!([]), quoting), []);
    // here the braces are short and what they print is too long
    let quoting = note(&format!("{}{{livelihood-areas.period}}", "字".repeat(29)), "a");
    assert_eq!(refused(json!([]), quoting).len(), 1);
}

/// Seen to fail: with the note of the first language in both.
#[test]
fn acts_and_notes_reach_the_page() {
    let acts = json!([act("one", "lead"), act("two", "growth")]);
    let note = json!({"zh": "截至{crude-output@1960.period}", "en": "As of {crude-output@1960.period}"});
    let (story, _) = with(acts, note).expect("the story loads");
    let whole: Value = serde_json::from_str(&content::whole(&story)).unwrap();
    let told = &whole["acts"][1];
    assert_eq!(whole["acts"].as_array().unwrap().len(), 2);
    assert_eq!((&told["id"], &told["accent"]), (&json!("two"), &json!("hue-2")));
    assert_eq!(told["first"], json!(story.find_scene("growth").unwrap()));
    assert_eq!(told["name"]["en"], "Act");
    assert!(told["accents"]["dark"].as_str().unwrap().starts_with('#'));
    for (locale, said) in [(Locale::Zh, "截至1960年"), (Locale::En, "As of 1960")] {
        let note = |scene: usize| {
            let placed = lay_out(&story, scene, Viewport::new(900.0), locale, &BuiltIn);
            let scene: Value = serde_json::from_str(&content::scene(&story, scene, &placed)).unwrap();
            scene["note"].clone()
        };
        assert_eq!(note(0), said);
    }
}

/// Seen to fail: without `period` among the parts the sentence was refused as one with an unknown figure.
#[test]
fn a_sentence_may_say_when_its_figure_was_true() {
    let (story, _) =
        with(json!([]), json!({"zh": "{gdp-growth-2021q1.period}", "en": "{crude-output@1960.period}"}))
            .expect("the story loads");
    let note = story.scenes()[0].note.clone().unwrap();
    let said = |locale| story.expand_plain(&note, locale);
    assert_eq!((said(Locale::Zh).as_str(), said(Locale::En).as_str()), ("2021年一季度", "1960"));
    let wrong = refused(json!([]), json!({"zh": "{crude-outptu@1960.period}", "en": "a"}));
    assert_eq!(wrong, [("unknown-figure".to_string(), "scenes[0].note.zh".to_string())]);
}
