//! Turns changes of files into server-sent events, one message for each address that changed.
//!
//! **Invariant**: only tells which address changed; must not know what is in the file, nor keep any state of a page.

use super::address::{address_of, Mount};
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::Watcher;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::sync::mpsc::{channel, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tiny_http::Request;

/// An editor writes a file in several steps; this much quiet means that it is done.
const QUIET: Duration = Duration::from_millis(50);
/// A file that never comes to rest is told of all the same after this time (the promise is 300 ms).
const AT_LATEST: Duration = Duration::from_millis(200);
/// A ping this often shows to both sides that the connection still stands.
const PING: Duration = Duration::from_secs(15);

/// Those who listen for changes, one sender for each open `/~events`.
pub type Listeners = Arc<Mutex<Vec<Sender<String>>>>;

/// Watches the story folder and the pages.
pub fn watch(mounts: &Arc<Vec<Mount>>, listeners: &Listeners) -> Result<impl Watcher, String> {
    let (seen, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is an event as well; telling of it would make the page reload for ever.
        let changed = |kind: &EventKind| match kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
            EventKind::Access(_) => false,
            _ => true,
        };
        for path in event.ok().filter(|event| changed(&event.kind)).into_iter().flat_map(|event| event.paths)
        {
            // Nobody listens any more only when the process ends.
            let _ = seen.send(path);
        }
    })
    .map_err(|e| format!("cannot watch files: {e}"))?;
    // an editor's story has no examples of the guides beside it
    let watched =
        |mount: &&Mount| !["schema", "pkg"].contains(&mount.prefix.as_str()) && mount.folder.is_dir();
    for mount in mounts.iter().filter(watched) {
        watcher
            .watch(&mount.folder, notify::RecursiveMode::Recursive)
            .map_err(|e| format!("cannot watch {}: {e}", mount.folder.display()))?;
    }
    let (mounts, listeners) = (Arc::clone(mounts), Arc::clone(listeners));
    std::thread::spawn(move || {
        while let Some(paths) = next_burst(&changes) {
            let addresses: BTreeSet<String> =
                paths.iter().filter_map(|path| address_of(path, &mounts)).collect();
            let mut listeners = listeners.lock().unwrap_or_else(PoisonError::into_inner);
            listeners
                .retain(|listener| addresses.iter().all(|address| listener.send(address.clone()).is_ok()));
        }
    });
    Ok(watcher)
}

/// Waits for a change and gathers those that follow closely; `None` when there will be no more.
fn next_burst(changes: &Receiver<PathBuf>) -> Option<BTreeSet<PathBuf>> {
    let mut paths = BTreeSet::from([changes.recv().ok()?]);
    let end = Instant::now() + AT_LATEST;
    while let Ok(path) = changes.recv_timeout(QUIET.min(end.saturating_duration_since(Instant::now()))) {
        paths.insert(path);
    }
    Some(paths)
}

/// Keeps one `/~events` open and writes changes to it until the client is gone.
pub fn tell_changes(request: Request, listeners: &Listeners) -> std::io::Result<()> {
    let (sender, changes) = channel();
    listeners.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
    let mut stream = request.into_writer();
    stream.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-cache\r\n\
          Access-Control-Allow-Origin: *\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n\
          retry: 1000\n: watching\n\n",
    )?;
    loop {
        stream.flush()?;
        match changes.recv_timeout(PING) {
            Ok(address) => write!(stream, "data: changed {address}\n\n")?,
            Err(RecvTimeoutError::Timeout) => stream.write_all(b": ping\n\n")?,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
    }
}
