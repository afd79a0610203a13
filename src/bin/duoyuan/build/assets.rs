//! The scripts, styles and engines that every site has: of a folder.
//!
//! **Invariant**: a set that lacks a file is refused before anything is made.

use super::sums;
use crate::files;
use duoyuan::locale::Text;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What no site can do without.
const NEEDED: [&str; 9] = [
    "player.wasm",
    "author.wasm",
    "engine.js",
    "duoyuan.js",
    "page.js",
    "frame.js",
    "embed.js",
    "page.css",
    "icon.svg",
];

/// The files by name.
pub struct Assets {
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Assets {
    /// Its folder in a site, named by what it holds, with a slash.
    pub fn folder(&self) -> String {
        let parts: Vec<&[u8]> =
            self.files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]).collect();
        format!("assets-{}/", sums::short(&parts))
    }
}

/// Those of the named folder; without a name, those that the project has built.
pub fn find(named: Option<&Path>) -> Result<Assets, Text> {
    let folder = match named {
        Some(folder) => folder.to_path_buf(),
        None => built().ok_or_else(|| {
            Text::new(
                "这个程序里没有网页资源；在 duoyuan 的代码文件夹里运行 bash scripts/assets.sh，再用 --assets 指定 target/assets",
                "this program has no page assets inside; run bash scripts/assets.sh in the folder of duoyuan's code, and name its target/assets with --assets",
            )
        })?,
    };
    read(&folder)
}

/// The project's own, here or above, or above the program.
fn built() -> Option<PathBuf> {
    let (here, program) = (std::env::current_dir().ok()?, std::env::current_exe().ok()?);
    let mut folders = here.ancestors().chain(program.ancestors()).map(|folder| folder.join("target/assets"));
    folders.find(|folder| folder.join("player.wasm").is_file())
}

fn read(folder: &Path) -> Result<Assets, Text> {
    let fail = |e: std::io::Error| files::unreadable(folder, &e);
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_string();
        if path.is_file() && !name.starts_with('.') {
            all.insert(name, std::fs::read(&path).map_err(|e| files::unreadable(&path, &e))?);
        }
    }
    match NEEDED.iter().find(|name| !all.contains_key(**name)) {
        None => Ok(Assets { files: all }),
        Some(name) => Err(Text::new(
            format!("{} 里没有 {name}；用 bash scripts/assets.sh 重新生成", folder.display()),
            format!("{} has no {name}; make it again with bash scripts/assets.sh", folder.display()),
        )),
    }
}
