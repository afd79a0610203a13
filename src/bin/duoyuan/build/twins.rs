//! Files as they travel: beside each text a gzip and a Brotli form of it, so that no server has to compress while a reader
//! waits.
//!
//! **Invariant**: a form that is no smaller than its file is not written; the same bytes give the same forms.

use super::folder::Before;
use super::{sums, Files, Made};
use crate::work;
use duoyuan::locale::Text;
use std::io::Write;
use std::sync::Mutex;

/// Endings of what gets smaller.
const TEXTS: [&str; 8] = [".html", ".js", ".css", ".json", ".jsonld", ".csv", ".svg", ".compiled"];

/// Adds them, taking from an earlier build what is made from the same.
pub fn add(files: &mut Files, before: &Before, quiet: bool) -> Result<(), Text> {
    let wanted = |path: &String| TEXTS.iter().any(|ending| path.ends_with(ending)) || path.ends_with(".wasm");
    let jobs: Vec<(&String, &Made)> =
        files.iter().filter(|(path, _)| wanted(path) && !files.contains_key(&format!("{path}.br"))).collect();
    let made: Mutex<Files> = Mutex::default();
    work::run(
        &jobs,
        quiet,
        |(path, _)| path.to_string(),
        |(path, file)| {
            let from = format!("{} {}", sums::integrity(&file.bytes), quality(path));
            for ending in ["gz", "br"] {
                let name = format!("{path}.{ending}");
                let compress = || match ending {
                    "gz" => gzip(&file.bytes),
                    _ => brotli(&file.bytes, quality(path)),
                };
                let bytes = before.made_from(&name, &from).unwrap_or_else(compress);
                if bytes.len() < file.bytes.len() {
                    let twin = Made { bytes, from: Some(from.clone()) };
                    made.lock().unwrap_or_else(|e| e.into_inner()).insert(name, twin);
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
