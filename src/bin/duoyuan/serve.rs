//! Turns folders into a site on this machine, and changes of their files into events, so that an open page can reload.
//!
//! | address                    | what                                       |
//! |----------------------------|--------------------------------------------|
//! | `/`                        | the pages, `www`                           |
//! | `/pkg/`                    | the WASM and its JavaScript, `SITE/pkg`    |
//! | `/NAME/`                   | the story folder, under its own name       |
//! | `/schema/`                 | this folder beside the story folder        |
//! | `/grammar/`, `/charts/`    | the examples of the guides, likewise       |
//! | `/~events`                 | server-sent events, `changed /NAME/…`      |
//!
//! **Invariant**: knows files, addresses and bytes, and must not know what a story is. A broken story is served as it
//! is; the page shows what is wrong with it. Nothing outside the folders above is ever read, and nothing is written.

mod address;
mod changes;

use address::{content_type, find, normalise, Mount};
use changes::{tell_changes, watch, Listeners};
use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;
use tiny_http::{Header, Method, Request, Response, Server};

/// How many ports after the wanted one are tried when it is taken.
const MORE_PORTS: u16 = 20;
/// What a page of ours may do: check S01. Pages are tried under the strictest rules that a host may set.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// What to serve, and where.
pub struct ServeOptions {
    /// The story folder, or the `story.json` in it.
    pub story: PathBuf,
    /// The pages; absent: only the story and the WASM are served.
    pub www: Option<PathBuf>,
    /// The folder that has `pkg/`; absent: there is no `/pkg/`.
    pub site: Option<PathBuf>,
    /// The port wanted; one of the next 20 is taken when it is not free.
    pub port: u16,
}

/// Serves until the process ends; returns only when it cannot begin.
pub fn serve(options: &ServeOptions) -> Result<(), String> {
    let mounts = Arc::new(mounts(options)?);
    let listeners = Listeners::default();
    // Held until the end: the watching stops when it is dropped.
    let _watcher = watch(&mounts, &listeners)?;
    let (sockets, port) = listen(options.port)?;

    let mut loops = Vec::new();
    for socket in sockets {
        let server =
            Server::from_listener(socket, None).map_err(|e| format!("cannot serve on port {port}: {e}"))?;
        let (mounts, listeners) = (Arc::clone(&mounts), Arc::clone(&listeners));
        loops.push(std::thread::spawn(move || {
            for request in server.incoming_requests() {
                let (mounts, listeners) = (Arc::clone(&mounts), Arc::clone(&listeners));
                // A client that goes away in the middle is no error of ours.
                std::thread::spawn(move || drop(answer(request, &mounts, &listeners)));
            }
        }));
    }
    // A closed stdout is no reason to stop serving.
    let mut out = std::io::stdout();
    let page = page_of(&mounts[0].prefix);
    let _ = writeln!(out, "http://localhost:{port}/{page}").and_then(|()| out.flush());
    for one in loops {
        one.join().map_err(|_| "the server stopped unexpectedly".to_string())?;
    }
    Ok(())
}

/// The folders to serve, whole paths without symbolic links, the most particular first.
fn mounts(options: &ServeOptions) -> Result<Vec<Mount>, String> {
    let whole = |path: &Path| path.canonicalize().map_err(|e| format!("cannot read {}: {e}", path.display()));
    let mut story = whole(&options.story)?;
    if story.is_file() {
        story.pop();
    }
    let name = story.file_name().and_then(|name| name.to_str()).map(str::to_string);
    let name = name.ok_or_else(|| format!("the story folder {} needs a name in UTF-8", story.display()))?;
    // the page takes only plain names as a story's address
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let taken = ["pkg", "schema", "grammar", "charts"].contains(&name.as_str());
    let name = if plain && !taken { name } else { "story".to_string() };
    // the schema for editors, and the examples of the guides
    let beside = |name: &str| Mount { prefix: name.into(), folder: story.with_file_name(name) };
    let story = Mount { prefix: name, folder: story.clone() };
    let mut mounts = vec![story, beside("schema"), beside("grammar"), beside("charts")];
    let project = project();
    let site = options.site.clone().or_else(|| project.as_ref().map(|p| p.join("target/site")));
    if let Some(site) = site {
        mounts.push(Mount { prefix: "pkg".into(), folder: whole(&site)?.join("pkg") });
    }
    let www = options.www.clone().or_else(|| project.map(|p| p.join("www")));
    let www = www
        .ok_or("the pages are not here: name their folder with --www, or serve from the project's folder")?;
    mounts.push(Mount { prefix: String::new(), folder: whole(&www)? });
    Ok(mounts)
}

/// The folder with the pages and their WASM, here or above, where the command is used without naming them.
fn project() -> Option<PathBuf> {
    let built =
        |folder: &Path| folder.join("www/index.html").is_file() && folder.join("target/site/pkg").is_dir();
    let here = std::env::current_dir().ok()?;
    let program = std::env::current_exe().ok()?;
    let found = here.ancestors().chain(program.ancestors()).find(|folder| built(folder));
    found.map(Path::to_path_buf)
}

/// The page that shows the story: the reading page is Karamay's own.
fn page_of(prefix: &str) -> String {
    if prefix == "karamay" {
        String::new()
    } else {
        format!("embed.html?story={prefix}/story.json")
    }
}

/// Listens on this machine only, on the first free port from `wanted`: for IPv4 and, where it exists, for IPv6, because
/// a browser may try either for `localhost` and must not end up with another program's page.
fn listen(wanted: u16) -> Result<(Vec<TcpListener>, u16), String> {
    for port in (wanted..=wanted.saturating_add(MORE_PORTS)).take(usize::from(MORE_PORTS) + 1) {
        let four = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        // Port 0 means "any"; the second socket then has to take the same one.
        let port =
            four.as_ref().ok().and_then(|l| l.local_addr().ok()).map_or(port, |address| address.port());
        let six = TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port)));
        let taken = |e: &std::io::Error| e.kind() == ErrorKind::AddrInUse;
        match (four, six) {
            (Err(e), _) if !taken(&e) => return Err(format!("cannot listen on port {port}: {e}")),
            (Err(_), _) => {}
            (_, Err(e)) if taken(&e) => {}
            (Ok(four), Ok(six)) => return Ok((vec![four, six], port)),
            (Ok(four), Err(_)) => return Ok((vec![four], port)),
        }
        eprintln!("port {port} is taken, trying the next");
    }
    Err(format!(
        "ports {wanted} to {} are all taken; choose another with --port",
        wanted.saturating_add(MORE_PORTS)
    ))
}

/// Answers one request.
fn answer(request: Request, mounts: &[Mount], listeners: &Listeners) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let reply = plain(405, "only GET and HEAD\n").with_header(header("Allow", "GET, HEAD"));
        return request.respond(reply);
    }
    if request.url().split('?').next() == Some("/~events") && *request.method() == Method::Get {
        return tell_changes(request, listeners);
    }
    let Some(segments) = normalise(request.url()) else {
        return request.respond(plain(400, "this address is not allowed\n"));
    };
    let Some(file) = find(&segments, mounts) else {
        return request.respond(plain(404, "there is no such file\n"));
    };
    let (Ok(about), Ok(bytes)) = (file.metadata(), std::fs::read(&file)) else {
        return request.respond(plain(404, "this file cannot be read\n"));
    };
    let modified =
        about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    let tag = format!("\"{:x}-{:x}\"", bytes.len(), modified.as_nanos());
    let known = request.headers().iter().any(|h| {
        h.field.equiv("If-None-Match")
            && h.value.as_str().split(',').any(|one| one.trim().trim_start_matches("W/") == tag)
    });
    let mut reply = if known {
        Response::from_data(Vec::new()).with_status_code(304)
    } else {
        // With its length, not in chunks: a page can show how far a download is.
        Response::from_data(bytes).with_chunked_threshold(usize::MAX)
    };
    let kind = content_type(&file);
    reply.add_header(header("Content-Type", kind));
    reply.add_header(header("ETag", &tag));
    if kind.starts_with("text/html") {
        reply.add_header(header("Content-Security-Policy", PAGE_POLICY));
    }
    request.respond(with_common(reply))
}

/// A short answer in words.
fn plain(status: u16, text: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let reply = Response::from_data(text.as_bytes()).with_status_code(status);
    with_common(reply.with_header(header("Content-Type", "text/plain; charset=utf-8")))
}

/// The headers that every answer has.
fn with_common<R: std::io::Read>(reply: Response<R>) -> Response<R> {
    reply
        .with_header(header("Cache-Control", "no-cache"))
        // Embeds in a sandbox without an origin load module, WASM and JSON across origins.
        .with_header(header("Access-Control-Allow-Origin", "*"))
        .with_header(header("X-Content-Type-Options", "nosniff"))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own header names and values are ASCII")
}
