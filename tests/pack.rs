//! Packs for the reader's engine: what is in their bytes. What is drawn from them is compared in browsers (tests/browser/pack.mjs).
#![cfg(not(target_arch = "wasm32"))]

mod support;

use duoyuan::locale::Locale;
use duoyuan::paint::told;
use duoyuan::story::{pack, Story};

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

/// Labels that are long enough to be found only where they stand, and other in the two languages.
fn labels(story: &Story) -> impl Iterator<Item = (&str, &str)> {
    let labels = story.figures().iter().map(|f| (f.label().zh.as_str(), f.label().en.as_str()));
    labels.filter(|(zh, en)| zh.len() > 12 && en.len() > 12 && zh != en)
}

/// Seen to fail: with both languages of a text written.
#[test]
fn a_pack_has_the_words_of_one_language() {
    let story = support::karamay();
    let (zh, en) = (pack::write(&story, Locale::Zh), pack::write(&story, Locale::En));
    assert!(labels(&story).count() > 40);
    for (own, other) in labels(&story) {
        assert!(holds(&zh, own) && !holds(&zh, other), "{own} / {other}");
        assert!(holds(&en, other) && !holds(&en, own), "{other} / {own}");
    }
}

/// Seen to fail: with the length written highest byte first.
#[test]
fn a_pack_is_length_story_and_words() {
    let story = support::karamay();
    let bytes = told::pack(&story, Locale::En);
    let model = pack::write(&story, Locale::En);
    let length = u32::from_le_bytes(bytes[..4].try_into().unwrap()) as usize;
    assert_eq!(&bytes[4..4 + length], model);
    let words: serde_json::Value = serde_json::from_slice(&bytes[4 + length..]).unwrap();
    let scenes = words["scenes"].as_array().unwrap();
    assert_eq!(scenes.len(), story.scenes().len());
    assert!(scenes
        .iter()
        .all(|scene| scene["told"]["normal"][0].as_str().is_some_and(|line| line.len() > 20)));
    assert_eq!(told::pack(&story, Locale::En), bytes, "the same story gives the same bytes");
}
