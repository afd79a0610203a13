//! The page on which stories are made, as a published site has it.
//!
//! In: the page as the assets have it, and their folder. Out: the page and the list of assets that its sites are made from.
//!
//! **Invariant**: what the page asks for lies beside it or in the folder of the assets.

use crate::describe::json::{array, object, quote};
use crate::site::publish::{AssetFiles, Files};

/// The asset with the page.
const PAGE: &str = "editor.html";

/// Adds the folder `editor` of a site whose assets are in `folder`, which ends with a slash. Nothing where the assets have no such page.
pub fn add(assets: &AssetFiles, folder: &str, files: &mut Files) {
    let Some(page) = assets.get(PAGE).map(|bytes| String::from_utf8_lossy(bytes)) else { return };
    let at = |name: &str| format!("../{folder}{name}");
    let page = page
        .replacen("<html ", &format!("<html data-engine=\"{}\" ", at("author.wasm")), 1)
        .replace("\"editor.js\"", &format!("\"{}\"", at("editor.js")))
        .replace("\"editor.css\"", &format!("\"{}\"", at("editor.css")))
        .replace("\"icon.svg\"", &format!("\"{}\"", at("icon.svg")));
    let list = object(&[("folder", quote(&at(""))), ("files", array(assets.keys().map(|name| quote(name))))]);
    files.insert("editor/index.html".into(), page.into());
    files.insert("editor/assets.json".into(), list.into());
}
