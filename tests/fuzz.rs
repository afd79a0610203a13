//! The properties of the fuzz targets on a stable compiler: over every seed, every hostile file, and random bytes and
//! mixtures of them. `make fuzz` looks further.
//! Seen to fail: with `Decimal::parse` subtracting exponents unchecked; with a width of NaN laid out as it is; with bars that
//! grow by not-a-number.

#[path = "fuzz/properties.rs"]
mod properties;
use crate::support;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// A target's name and what must hold for any bytes.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 4] = [
    ("story", properties::story),
    ("csv", properties::csv),
    ("layout", properties::layout),
    ("frame", properties::frame),
];

fn read_all(folder: &str) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(support::root().join(folder)).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|e| e.path()).filter(|p| p.is_file()).collect();
    paths.sort();
    paths.into_iter().map(|p| std::fs::read(p).unwrap()).collect()
}

#[test]
fn every_kept_seed_holds() {
    let mut count = 0;
    for (name, property) in TARGETS {
        let seeds = read_all(&format!("tests/fuzz/seeds/{name}"));
        assert!(!seeds.is_empty(), "no seeds for {name}");
        count += seeds.len();
        seeds.iter().for_each(|seed| property(seed));
    }
    let hostile = read_all("tests/fixtures/hostile");
    for bytes in &hostile {
        properties::story(bytes);
        properties::csv(bytes);
    }
    println!("{} seeds", count + hostile.len());
}

/// Random bytes, and sound files with a few bytes changed, cut out or doubled.
#[test]
fn random_bytes_hold() {
    let whole = [read_all("tests/fixtures/base"), read_all("tests/fixtures/base/series")].concat();
    let edit = (any::<prop::sample::Index>(), 0usize..40, prop::collection::vec(any::<u8>(), 0..12));
    let edited =
        (prop::sample::select(whole), prop::collection::vec(edit, 1..6)).prop_map(|(mut bytes, edits)| {
            for (at, length, other) in edits {
                let at = at.index(bytes.len().max(1)).min(bytes.len());
                let end = (at + length).min(bytes.len());
                bytes.splice(at..end, other);
            }
            bytes
        });
    let any_bytes = prop_oneof![prop::collection::vec(any::<u8>(), 0..400), edited];
    for (name, property) in TARGETS {
        let mut runner =
            TestRunner::new(Config { cases: 150, failure_persistence: None, ..Config::default() });
        let result = runner.run(&any_bytes, |bytes| {
            property(&bytes);
            Ok(())
        });
        result.unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}
