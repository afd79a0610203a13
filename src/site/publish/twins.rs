//! Files as they travel: beside each text a gzip and a Brotli form of it, so that no server has to compress while a reader
//! waits.
//!
//! **Invariant**: a form that is no smaller than its file is not written; the same bytes give the same forms.

use super::{sums, Earlier, Files, Made, Workers};
use crate::locale::Text;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;

/// Endings of what gets smaller.
const TEXTS: [&str; 8] = [".html", ".js", ".css", ".json", ".jsonld", ".csv", ".svg", ".compiled"];

/// Compresses a file with a path.
type Compress = fn(&[u8], &str) -> Vec<u8>;

/// The ending of each form; a browser's engine has no Brotli, whose tables would be as large as the rest of it.
const FORMS: &[(&str, Compress)] = &[
    ("gz", gzip),
    #[cfg(feature = "cli")]
    ("br", brotli),
];

/// Adds them, taking from an earlier build what is made from the same.
pub fn add(files: &mut Files, before: &impl Earlier, workers: &impl Workers) -> Result<(), Text> {
    let wanted = |path: &String| TEXTS.iter().any(|ending| path.ends_with(ending)) || path.ends_with(".wasm");
    // the same bytes stand in several folders: they are compressed once
    let mut alike: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for (path, file) in files.iter().filter(|(path, _)| wanted(path)) {
        if !files.contains_key(&format!("{path}.br")) {
            let from = format!("{} {}", sums::integrity(&file.bytes), quality(path));
            alike.entry(from).or_default().push(path);
        }
    }
    let jobs: Vec<(String, Vec<&String>)> = alike.into_iter().collect();
    let earlier = before.by_origin();
    let made: Mutex<Files> = Mutex::default();
    workers.run(
        &jobs,
        |(_, paths)| paths[0].to_string(),
        |(from, paths)| {
            let bytes = &files[paths[0]].bytes;
            for (ending, compress) in FORMS {
                let known = earlier.get(from.as_str()).into_iter().flatten();
                let mut known = known.filter(|path| path.ends_with(*ending));
                let twin = known.find_map(|path| before.made_where(path, &|_| true));
                let twin = twin
                    .unwrap_or_else(|| Made { bytes: compress(bytes, paths[0]), from: Some(from.clone()) });
                if twin.bytes.len() < bytes.len() {
                    let mut made = made.lock().unwrap_or_else(|e| e.into_inner());
                    made.extend(paths.iter().map(|path| (format!("{path}.{ending}"), twin.clone())));
                }
            }
            Ok(())
        },
    )?;
    files.extend(made.into_inner().unwrap_or_else(|e| e.into_inner()));
    Ok(())
}

fn gzip(bytes: &[u8], _: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // writing to memory does not fail
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_else(|_| bytes.to_vec())
}

/// What nearly every reader fetches, a reading page and its story, is made as small as it can be: that takes ten times as long.
fn quality(path: &str) -> i32 {
    let name = path.rsplit('/').next().unwrap_or(path);
    // index.html and en.html, and neither a frame nor the page with everything inside
    let is_page = name == "index.html" || (name.len() == 7 && name.ends_with(".html"));
    match (is_page && path.matches('/').count() < 2) || path.ends_with(".compiled") {
        true => 11,
        false => 9,
    }
}

#[cfg(feature = "cli")]
fn brotli(bytes: &[u8], path: &str) -> Vec<u8> {
    let (mut out, quality) = (Vec::new(), quality(path));
    let parameters =
        brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    match brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters) {
        Ok(_) => out,
        Err(_) => bytes.to_vec(),
    }
}
