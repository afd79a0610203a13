//! Turns folders into a site on this machine, and changes of their files into events, so that an open page can reload.
//!
//! | address                    | what                                       |
//! |----------------------------|--------------------------------------------|
//! | `/`                        | the story: `index.html`, or `story.html`   |
//! | `/NAME.html`, …            | the pages, `www/pages`                     |
//! | `/element/`, `/ui/`, …     | the scripts, `www`                         |
//! | `/element/first-story.js`  | the address of the story, for the pages    |
//! | `/pkg/`                    | the WASM and its JavaScript, `SITE/pkg`    |
//! | `/NAME/`                   | the story folder, under its own name       |
//! | `/editor/`                 | the page on which stories are made, `editor` of the folder with the engine |
//! | `/assets/`                 | what sites made there are put together from, `assets` beside that folder |
//! | `/schema/`                 | `data/schema` beside `www`                 |
//! | `/grammar/`, `/charts/`    | the examples of the guides, likewise       |
//! | `/~events`                 | server-sent events, `changed /NAME/…`      |
//!
//! `index.html` has the words of `data/karamay` beside `www` and is shown for that story only; `story.html` has none and
//! takes its title from the story.
//!
//! Away from the project the pages are those that `duoyuan build` would write, made at each request (`live`), with the story
//! under its id and the scripts under `/assets/`.
//!
//! **Invariant**: knows files, addresses and bytes, and must not know what a story is. A broken story is served as it
//! is; the page shows what is wrong with it. Nothing outside the folders above is ever read, and nothing is written.

mod address;
mod answer;
mod changes;
mod live;

use crate::build::assets;
use crate::files;
use address::{encode, normalise, Mount};
use changes::{watch, Listeners};
use duoyuan::locale::Text;
use live::Live;
use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tiny_http::Server;

/// How many ports after the wanted one are tried when it is taken.
const MORE_PORTS: u16 = 20;

/// What to serve, and where.
pub struct ServeOptions {
    /// The story folder, or the story's file, whatever its name is.
    pub story: PathBuf,
    /// The pages; absent: only the story and the WASM are served.
    pub www: Option<PathBuf>,
    /// The scripts, styles and engines of published sites; absent: those that are found.
    pub assets: Option<PathBuf>,
    /// The folder that has `pkg/`; absent: there is no `/pkg/`.
    pub site: Option<PathBuf>,
    /// The port wanted; one of the next 20 is taken when it is not free.
    pub port: u16,
}

/// What is served: folders, and the story that the pages show.
struct Site {
    mounts: Arc<Vec<Mount>>,
    /// Address of the story's file, without the slash in front.
    story: String,
    /// Whether the story is the one whose words stand in `index.html`.
    is_told: bool,
    /// Where the pages are made at each request.
    live: Option<Live>,
}

/// Serves until the process ends; returns only when it cannot begin.
pub fn serve(options: &ServeOptions) -> Result<(), Text> {
    let is_ours = options.www.is_some() || (options.assets.is_none() && project().is_some());
    let site = if is_ours { site(options).map_err(|e| Text::new("", e))? } else { anywhere(options)? };
    answer_all(Arc::new(site), options.port).map_err(|e| Text::new("", e))
}

/// A story anywhere, with the pages of a published site.
fn anywhere(options: &ServeOptions) -> Result<Site, Text> {
    let assets = assets::find(options.assets.as_deref())?;
    let folder = files::folder(&options.story);
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { &folder };
    let whole = folder.canonicalize().map_err(|e| files::unreadable(folder, &e))?;
    if !files::path_of(&options.story, "story.json").is_file() {
        let path = files::path_of(&options.story, "story.json");
        return Err(files::unreadable(&path, &std::io::Error::from(ErrorKind::NotFound)));
    }
    let id = files::load(&options.story).ok().map(|story| story.id().to_string());
    let name = || whole.file_name().and_then(|name| name.to_str()).map(str::to_string);
    let prefix = id.or_else(name).filter(|name| is_addressable(name)).unwrap_or_else(|| "story".into());
    let mounts = vec![Mount { prefix: prefix.clone(), folder: whole }];
    let live = Live { story: options.story.clone(), assets, prefix };
    Ok(Site { mounts: Arc::new(mounts), story: String::new(), is_told: false, live: Some(live) })
}

fn answer_all(site: Arc<Site>, port: u16) -> Result<(), String> {
    let listeners = Listeners::default();
    // Held until the end: the watching stops when it is dropped.
    let _watcher = watch(&site.mounts, &listeners)?;
    let (sockets, port) = listen(port)?;

    let mut loops = Vec::new();
    for socket in sockets {
        let server =
            Server::from_listener(socket, None).map_err(|e| format!("cannot serve on port {port}: {e}"))?;
        let (site, listeners) = (Arc::clone(&site), Arc::clone(&listeners));
        loops.push(std::thread::spawn(move || {
            for request in server.incoming_requests() {
                let (site, listeners) = (Arc::clone(&site), Arc::clone(&listeners));
                // A client that goes away in the middle is no error of ours.
                std::thread::spawn(move || drop(answer::answer(request, &site, &listeners)));
            }
        }));
    }
    // A closed stdout is no reason to stop serving.
    let mut out = std::io::stdout();
    let _ = writeln!(out, "http://localhost:{port}/").and_then(|()| out.flush());
    for one in loops {
        one.join().map_err(|_| "the server stopped unexpectedly".to_string())?;
    }
    Ok(())
}

/// The folders to serve, whole paths without symbolic links, the most particular first; and the story among them.
fn site(options: &ServeOptions) -> Result<Site, String> {
    let whole = |path: &Path| path.canonicalize().map_err(|e| format!("cannot read {}: {e}", path.display()));
    let named = |path: &Path, what: &str| {
        let name = path.file_name().and_then(|name| name.to_str()).map(str::to_string);
        name.ok_or_else(|| format!("the {what} {} needs a name in UTF-8", path.display()))
    };
    let mut story = whole(&options.story)?;
    let mut file = "story.json".to_string();
    if story.is_file() {
        file = named(&story, "story")?;
        story.pop();
    }
    if !is_addressable(&file) {
        return Err(format!("the story {file} needs a name without a dot in front and without : and \\"));
    }
    let project = project();
    let www = options.www.clone().or_else(|| project.as_ref().map(|p| p.join("www")));
    let www = whole(&www.ok_or(
        "the pages are not here: name their folder with --www, or serve from the project's folder",
    )?)?;

    let name = named(&story, "story folder")?;
    let taken =
        ["pkg", "editor", "assets", "schema", "grammar", "charts", "~events"].contains(&name.as_str());
    let pages = www.join("pages");
    let free = is_addressable(&name) && !taken && ![&www, &pages].iter().any(|at| at.join(&name).exists());
    let name = if free { name } else { "story".to_string() };
    let data = www.with_file_name("data");
    let told = data.join("karamay").canonicalize().is_ok_and(|folder| folder == story);
    let is_told = told && name == "karamay" && file == "story.json";
    let address = encode(&format!("{name}/{file}"));

    // the schema for editors, and the examples of the guides: those of the project, or else beside the story
    let companion = |name: &str| {
        let ours = data.join(name);
        let folder = if ours.is_dir() { ours } else { story.with_file_name(name) };
        Mount { prefix: name.into(), folder }
    };
    let mut mounts = vec![Mount { prefix: name, folder: story.clone() }];
    mounts.extend(["schema", "grammar", "charts"].map(companion));
    let site = options.site.clone().or_else(|| project.map(|p| p.join("target/site")));
    if let Some(site) = site {
        let site = whole(&site)?;
        mounts.push(Mount { prefix: "pkg".into(), folder: site.join("pkg") });
        mounts.push(Mount { prefix: "editor".into(), folder: site.join("editor") });
        mounts.push(Mount { prefix: "assets".into(), folder: site.with_file_name("assets") });
    }
    mounts.extend([pages, www].map(|folder| Mount { prefix: String::new(), folder }));
    Ok(Site { mounts: Arc::new(mounts), story: address, is_told, live: None })
}

/// Whether an address leads to a file or folder of this name.
fn is_addressable(name: &str) -> bool {
    normalise(&format!("/{}", encode(name))).is_some_and(|segments| segments == [name])
}

/// The folder with the pages and their WASM, here or above, where the command is used without naming them.
fn project() -> Option<PathBuf> {
    let built = |folder: &Path| {
        folder.join("www/pages/index.html").is_file() && folder.join("target/site/pkg").is_dir()
    };
    let here = std::env::current_dir().ok()?;
    let program = std::env::current_exe().ok()?;
    let found = here.ancestors().chain(program.ancestors()).find(|folder| built(folder));
    found.map(Path::to_path_buf)
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
