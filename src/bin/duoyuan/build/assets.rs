//! The scripts, styles and engines that every site has: of a folder, or inside the program.
//!
//! **Invariant**: a set that lacks a file is refused before anything is made.

use crate::files;
use duoyuan::locale::Text;
use duoyuan::site::publish::{lacks, AssetFiles, NEEDED};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The files by name.
pub struct Assets {
    pub files: AssetFiles,
}

/// Those of the named folder; without a name, those inside the program, or else those that the project has built.
pub fn find(named: Option<&Path>) -> Result<Assets, Text> {
    match (named, inside::files(), built()) {
        (Some(folder), ..) => read(folder),
        (None, Some(files), _) => Ok(Assets { files }),
        (None, None, Some(folder)) => read(&folder),
        (None, None, None) => Err(Text::new(
            "这个程序里没有网页资源；在 duoyuan 的代码文件夹里运行 make install，或运行 make assets 再用 --assets 指定 target/assets",
            "this program has no page assets inside; run make install in the folder of duoyuan's code, or make assets and name its target/assets with --assets",
        )),
    }
}

/// The files that were put into the program when it was compiled.
#[cfg(feature = "assets")]
mod inside {
    use include_dir::{include_dir, Dir};
    use std::collections::BTreeMap;

    static FOLDER: Dir = include_dir!("$CARGO_MANIFEST_DIR/target/assets");

    pub fn files() -> Option<BTreeMap<String, Vec<u8>>> {
        let name = |path: &std::path::Path| path.to_str().map(str::to_string);
        let all = FOLDER.files().filter_map(|file| Some((name(file.path())?, file.contents().to_vec())));
        Some(all.collect())
    }
}

#[cfg(not(feature = "assets"))]
mod inside {
    use std::collections::BTreeMap;

    pub fn files() -> Option<BTreeMap<String, Vec<u8>>> {
        None
    }
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
        Some(name) => Err(lacks(name)),
    }
}
