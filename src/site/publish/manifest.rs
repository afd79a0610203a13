//! `manifest.json`: every file of the site with its size and checksum, its stories and the heights of their embeds.
//!
//! **Invariant**: names in their order, so that equal files give equal bytes.

use super::pages::Heights;
use super::{sums, Files};
use crate::describe::json::{array, map, object, quote};
use crate::locale::Text;
use crate::site::{Published, Site};

/// The manifest of these files.
pub fn text(site: &Site, heights: &Heights, files: &Files) -> String {
    let entry = |(path, made): (&String, &super::Made)| {
        let mut members = vec![
            ("bytes", made.bytes.len().to_string()),
            ("integrity", quote(&sums::integrity(&made.bytes))),
        ];
        members.extend(made.from.as_ref().map(|from| ("from", quote(from))));
        (path.clone(), object(&members))
    };
    let members = [
        ("version", quote(env!("CARGO_PKG_VERSION"))),
        ("folder", quote(frozen(files))),
        ("assets", quote(site.assets.folder.trim_end_matches('/'))),
        ("stories", map(site.stories.iter().map(|shown| (shown.story.id().to_string(), about(shown))))),
        ("heights", heights.json()),
        ("files", map(files.iter().map(entry))),
    ];
    // one file a line: two manifests can be compared by eye
    let text = object(&members);
    format!("{}\n", text.replace("\"},\"", "\"},\n\""))
}

/// The folder of what never changes.
fn frozen(files: &Files) -> &str {
    let is_version = |path: &&String| path.starts_with('v') && path.ends_with("/duoyuan.js");
    files.keys().find(is_version).and_then(|path| path.split('/').next()).unwrap_or_default()
}

fn about(shown: &Published) -> String {
    let story = &shown.story;
    let words = |text: &Text| {
        map(shown.languages().iter().map(|locale| (locale.code().to_string(), quote(text.get(*locale)))))
    };
    let scenes =
        story.scenes().iter().map(|scene| object(&[("id", quote(&scene.id)), ("name", words(&scene.name))]));
    object(&[
        ("version", quote(story.version())),
        ("languages", array(shown.languages().iter().map(|locale| quote(locale.code())))),
        ("title", words(story.title())),
        ("scenes", array(scenes)),
    ])
}
