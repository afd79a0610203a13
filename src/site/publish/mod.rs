//! Stories to all files of their site, for the command line and for the editor in a browser.
//!
//! In: stories that may be published, the assets that every site has, pictures in pixels and whatever else the caller paints. Out: the
//! files by path.
//!
//! **Invariant**: reads and writes no files; the same input gives the same bytes, in whatever order the jobs are done.

pub mod manifest;
pub mod pages;
pub mod pictures;
pub mod sums;
pub mod twins;

use crate::locale::Text;
use crate::site::facts::checks::Checks;
use crate::site::settings::Settings;
use crate::story::Story;
use std::collections::BTreeMap;

/// The files of a site, by path.
pub type Files = BTreeMap<String, Made>;

/// A file, and for what takes long to make a checksum of what it was made from, so that it is not made again.
#[derive(Clone)]
pub struct Made {
    pub bytes: Vec<u8>,
    pub from: Option<String>,
}

impl From<String> for Made {
    fn from(text: String) -> Made {
        Made { bytes: text.into_bytes(), from: None }
    }
}

impl From<Vec<u8>> for Made {
    fn from(bytes: Vec<u8>) -> Made {
        Made { bytes, from: None }
    }
}

/// The scripts, styles and engines that every site has, by name.
pub type AssetFiles = BTreeMap<String, Vec<u8>>;

/// What no site can do without.
pub const NEEDED: [&str; 9] = [
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

/// Why a set of assets without this file will not do.
pub fn lacks(name: &str) -> Text {
    Text::new(
        format!("网页资源里没有 {name}；用 make assets 重新生成"),
        format!("the page assets have no {name}; make them again with make assets"),
    )
}

/// The folder of assets in a site, named by what they hold, with a slash.
pub fn folder_of(assets: &AssetFiles) -> String {
    let parts: Vec<&[u8]> = assets.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]).collect();
    format!("assets-{}/", sums::short(&parts))
}

/// A story with what is said of it.
pub struct Input {
    pub story: Story,
    pub settings: Settings,
    pub checks: Checks,
    /// Files that `settings` names.
    pub files: Vec<Named>,
    /// The row of the table that it was made from, by the names of its columns; empty without one.
    pub row: Vec<(String, String)>,
}

/// A file beside `site.json`: its name and its bytes.
pub type Named = (String, Vec<u8>);

/// Does jobs, at once or one after the other; each is independent of the others.
pub trait Workers {
    /// Does all jobs and returns the message of the first that fails. `name` says what is being worked on.
    fn run<J: Sync>(
        &self,
        jobs: &[J],
        name: impl Fn(&J) -> String + Sync,
        work: impl Fn(&J) -> Result<(), Text> + Sync,
    ) -> Result<(), Text>;
}

/// One after the other.
pub struct InOrder;

impl Workers for InOrder {
    fn run<J: Sync>(
        &self,
        jobs: &[J],
        _: impl Fn(&J) -> String + Sync,
        work: impl Fn(&J) -> Result<(), Text> + Sync,
    ) -> Result<(), Text> {
        jobs.iter().try_for_each(work)
    }
}

/// What an earlier build wrote.
pub trait Earlier: Sync {
    /// The paths of files by what they were made from.
    fn by_origin(&self) -> BTreeMap<&str, Vec<&str>>;
    /// A file as it was written, where `is_same` says that what it was made from still holds.
    fn made_where(&self, path: &str, is_same: &dyn Fn(&str) -> bool) -> Option<Made>;
}

/// There was none.
pub struct Nothing;

impl Earlier for Nothing {
    fn by_origin(&self) -> BTreeMap<&str, Vec<&str>> {
        BTreeMap::new()
    }
    fn made_where(&self, _: &str, _: &dyn Fn(&str) -> bool) -> Option<Made> {
        None
    }
}
