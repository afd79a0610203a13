//! A compiled story says what the plain files say, and bytes that are no compiled story are refused.

use crate::support;
use duoyuan::story::compiled;
use duoyuan::story::Story;
use proptest::prelude::*;

fn stories() -> Vec<Story> {
    ["data/karamay", "data/grammar", "data/charts", "tests/fixtures/base"]
        .map(|folder| Story::load(&support::files(&support::root().join(folder))).expect(folder).0)
        .into()
}

#[test]
fn a_compiled_story_is_the_story() {
    for story in stories() {
        assert_eq!(compiled::read(&compiled::write(&story)).as_ref(), Some(&story));
    }
}

/// Seen to fail: without the checksum (a letter of a label is another letter, and the story is taken).
#[test]
fn what_was_altered_or_cut_is_no_story() {
    let bytes = compiled::write(&support::karamay());
    for at in (0..bytes.len()).step_by(97) {
        let mut other = bytes.clone();
        other[at] ^= 1;
        assert_eq!(compiled::read(&other), None, "byte {at} altered");
        assert_eq!(compiled::read(&bytes[..at]), None, "cut at {at}");
    }
    assert_eq!(compiled::read(&[&bytes[..], b"x"].concat()), None, "longer");
}

proptest! {
    #[test]
    fn random_bytes_are_no_story(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(compiled::read(&bytes), None);
        let named = [b"duoyuan2", &bytes[..]].concat();
        prop_assert_eq!(compiled::read(&named), None);
    }
}

/// One write to a file, one to standard output: the same bytes, and the same again.
#[test]
fn the_command_writes_it() {
    let folder = support::folder("compile");
    let file = folder.join("story.compiled");
    let run = |output: &str| support::duoyuan(&["compile", "data/karamay", "-o", output]);
    assert!(run(file.to_str().unwrap()).status.success());
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!(compiled::read(&bytes), Some(support::karamay()));
    assert_eq!(run("-").stdout, bytes);
    assert!(!run(file.to_str().unwrap()).status.success(), "it overwrites");
}
