//! Work that is done again whenever a file changes.
//!
//! **Invariant**: a mistake is told, and the next change is waited for; only a folder that cannot be watched ends it.

use duoyuan::locale::Text;
use notify::{EventKind, RecursiveMode, Watcher};
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::time::Duration;

/// An editor writes a file in several steps; this much quiet means that it is done.
const QUIET: Duration = Duration::from_millis(200);

/// Does it at once and after each change below these folders; returns only where they cannot be watched.
pub fn again_and_again(folders: &[PathBuf], work: impl Fn() -> Result<(), Text>) -> Result<(), Text> {
    let same = |e: notify::Error| Text::new(format!("不能监视文件：{e}"), format!("cannot watch files: {e}"));
    let (seen, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            // nobody listens any more only when the process ends
            let _ = seen.send(());
        }
    })
    .map_err(same)?;
    for folder in folders {
        let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.clone() };
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(same)?;
    }
    loop {
        if let Err(message) = work() {
            eprintln!("duoyuan: {}\nduoyuan: {}", message.zh(), message.en());
        }
        if changes.recv().is_err() {
            return Ok(());
        }
        while changes.recv_timeout(QUIET).is_ok() {}
    }
}
