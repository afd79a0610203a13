//! Turns a request into an answer: a file of the site with its type, or why there is none.
//!
//! **Invariant**: every answer ends its connection. The server's threads are as many as connections were open at once, and
//! one that is kept open for later requests holds a thread: of six that a browser opens together two could wait for ever.

use super::address::{content_type, find, normalise};
use super::changes::{tell_changes, Listeners};
use super::Site;
use std::io::Write;
use std::path::Path;
use std::time::UNIX_EPOCH;
use tiny_http::{Method, Request};

/// What a page of ours may do: check S01. Pages are tried under the strictest rules that a host may set.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";
/// The headers that every answer has. Embeds in a sandbox without an origin load module, WASM and JSON across origins.
const COMMON: &str = "Cache-Control: no-cache\r\nAccess-Control-Allow-Origin: *\r\n\
    X-Content-Type-Options: nosniff\r\nConnection: close\r\n";

struct Answer {
    /// `200 OK`
    status: &'static str,
    /// Lines without their ends.
    headers: Vec<String>,
    body: Vec<u8>,
}

impl Answer {
    fn new(status: &'static str, kind: &str, body: impl Into<Vec<u8>>) -> Answer {
        Answer { status, headers: vec![format!("Content-Type: {kind}")], body: body.into() }
    }

    /// A short answer in words.
    fn plain(status: &'static str, text: &str) -> Answer {
        Answer::new(status, "text/plain; charset=utf-8", text)
    }

    fn with(mut self, header: String) -> Answer {
        self.headers.push(header);
        self
    }
}

/// Answers one request.
pub fn answer(request: Request, site: &Site, listeners: &Listeners) -> std::io::Result<()> {
    if request.url().split('?').next() == Some("/~events") && *request.method() == Method::Get {
        return tell_changes(request, listeners);
    }
    let Answer { status, headers, body } = find_answer(&request, site);
    let mut bytes = format!("HTTP/1.1 {status}\r\n{COMMON}").into_bytes();
    if !status.starts_with("304") {
        bytes.extend(format!("Content-Length: {}\r\n", body.len()).into_bytes());
    }
    for header in headers {
        bytes.extend(format!("{header}\r\n").into_bytes());
    }
    bytes.extend(b"\r\n");
    if *request.method() != Method::Head {
        bytes.extend(body);
    }
    let mut stream = request.into_writer();
    stream.write_all(&bytes)?;
    stream.flush()
}

fn find_answer(request: &Request, site: &Site) -> Answer {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let refused = Answer::plain("405 Method Not Allowed", "only GET and HEAD\n");
        return refused.with("Allow: GET, HEAD".into());
    }
    let Some(mut segments) = normalise(request.url()) else {
        return Answer::plain("400 Bad Request", "this address is not allowed\n");
    };
    if let Some(live) = &site.live {
        let kind = content_type(Path::new(segments.last().map_or("", String::as_str)));
        return match live.file(&segments) {
            Some(bytes) => with_policy(Answer::new("200 OK", kind, bytes), kind),
            None => Answer::plain("404 Not Found", "there is no such file\n"),
        };
    }
    if segments == ["element", "first-story.js"] {
        let script = format!("export const FIRST = \"{}\";\n", site.story);
        return Answer::new("200 OK", content_type(Path::new("first-story.js")), script);
    }
    if segments == ["index.html"] && !site.is_told {
        segments = vec!["story.html".into()];
    }
    let Some(file) = find(&segments, &site.mounts) else {
        return Answer::plain("404 Not Found", "there is no such file\n");
    };
    let (Ok(about), Ok(bytes)) = (file.metadata(), std::fs::read(&file)) else {
        return Answer::plain("404 Not Found", "this file cannot be read\n");
    };
    let modified =
        about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    let tag = format!("\"{:x}-{:x}\"", bytes.len(), modified.as_nanos());
    let is_known = request.headers().iter().any(|h| {
        h.field.equiv("If-None-Match")
            && h.value.as_str().split(',').any(|one| one.trim().trim_start_matches("W/") == tag)
    });
    let kind = content_type(&file);
    let answer =
        if is_known { Answer::new("304 Not Modified", kind, "") } else { Answer::new("200 OK", kind, bytes) };
    with_policy(answer.with(format!("ETag: {tag}")), kind)
}

/// Pages have rules, other files none.
fn with_policy(answer: Answer, kind: &str) -> Answer {
    if kind.starts_with("text/html") {
        answer.with(format!("Content-Security-Policy: {PAGE_POLICY}"))
    } else {
        answer
    }
}
