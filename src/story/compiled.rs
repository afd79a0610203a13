//! Writes a checked story as bytes and reads it back: what a reader's page loads in place of the plain files.
//!
//! A compiled story is `MAGIC`, a checksum of what follows (FNV-1a, 64 bits, lowest byte first) and the model in
//! postcard's format. It holds all languages of its story, with charts that break a rule already turned into words,
//! so that whoever reads it needs no JSON, no rules and no messages.
//!
//! **Invariant**: `read` returns the story that `write` was given, and nothing for bytes that were altered, cut or
//! written for another version of the model.

use crate::story::Story;

/// Names the format, and the version of the model: it changes with every change of the model's types.
const MAGIC: &[u8; 8] = b"duoyuan9";
const CHECKSUM: usize = 8;

/// Returns the story as bytes.
pub fn write(story: &Story) -> Vec<u8> {
    let model = postcard::to_stdvec(story).expect("the model holds nothing that postcard cannot write");
    [&MAGIC[..], &checksum(&model), &model].concat()
}

/// Returns the story that the bytes hold, or nothing where they are no compiled story of this version.
pub fn read(bytes: &[u8]) -> Option<Story> {
    let (sum, model) = bytes.strip_prefix(MAGIC)?.split_at_checked(CHECKSUM)?;
    if sum != checksum(model) {
        return None;
    }
    postcard::from_bytes(model).ok()
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        })
        .to_le_bytes()
}
