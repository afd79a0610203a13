//! The digits of a text that are in no amount and no date, so that an editor forgets none.
//!
//! In: the text and the places that are taken. Out: runs of digits, with the letters that touch them, as bytes.
//!
//! **Invariant**: each digit of a text is in an amount, in a date, or here.

use super::source::Source;
use std::ops::Range;

/// The runs of digits outside the taken places: 5G, 12345, A4, 2.5.
pub fn digits(source: &Source, taken: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_free = |i: usize| !taken.iter().any(|places| places.contains(&i));
    // a point or hyphen inside belongs to the run, at its ends it does not
    let is_part = |i: usize| {
        let c = source.get(i);
        let joint = matches!(c, '.' | ',' | '-' | '/' | ':') && source.get(i + 1).is_ascii_alphanumeric();
        c.is_ascii_alphanumeric() || joint && source.before(i).is_ascii_alphanumeric()
    };
    let (mut all, mut i): (Vec<Range<usize>>, usize) = (Vec::new(), 0);
    while i < source.len() {
        if !is_free(i) || !source.get(i).is_ascii_alphanumeric() {
            i += 1;
            continue;
        }
        let end = (i..source.len()).find(|k| !is_free(*k) || !is_part(*k)).unwrap_or(source.len());
        if source.has_digits(i..end) {
            all.push(i..end);
        }
        i = end;
    }
    all.into_iter().map(|places| source.bytes(places)).collect()
}
