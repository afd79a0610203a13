//! Files as they travel: beside each text a gzip and a Brotli form of it, so that no server has to compress while a reader
//! waits.
//!
//! **Invariant**: a form that is no smaller than its file is not written; the same bytes give the same forms.

use super::folder::Before;
use super::{sums, Files, Made};
use crate::work;
use duoyuan::locale::Text;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;

/// Endings of what gets smaller.
const TEXTS: [&str; 8] = [".html", ".js", ".css", ".json", ".jsonld", ".csv", ".svg", ".compiled"];

/// Adds them, taking from an earlier build what is made from the same.
pub fn add(files: &mut Files, before: &Before, quiet: bool) -> Result<(), Text> {
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
    work::run(
        &jobs,
        quiet,
        |(_, paths)| paths[0].to_string(),
        |(from, paths)| {
            let bytes = &files[paths[0]].bytes;
            for ending in ["gz", "br"] {
                let known = earlier.get(from.as_str()).into_iter().flatten();
                let mut known = known.filter(|path| path.ends_with(ending));
                let twin = known.find_map(|path| before.made_where(path, |_| true));
                let twin = twin.unwrap_or_else(|| {
                    let compressed =
                        if ending == "gz" { gzip(bytes) } else { brotli(bytes, quality(paths[0])) };
                    Made { bytes: compressed, from: Some(from.clone()) }
                });
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

fn gzip(bytes: &[u8]) -> Vec<u8> {
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

fn brotli(bytes: &[u8], quality: i32) -> Vec<u8> {
    let mut out = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    match brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters) {
        Ok(_) => out,
        Err(_) => bytes.to_vec(),
    }
}
