//! What the page shares with Rust stands in one place: the files that `duoyuan shared` writes are up to date, and no other
//! file of the page has a colour of its own.
//! Seen to fail: with the light green changed in src/theme.rs and the files left as they were.

use crate::support;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files that are written, each with what the command calls it.
const WRITTEN: [(&str, &str); 2] = [("js", "www/ui/shared.js"), ("css", "www/pages/colours.css")];

#[test]
fn the_files_that_the_page_shares_with_rust_are_up_to_date() {
    for (what, file) in WRITTEN {
        let made = Command::new(env!("CARGO_BIN_EXE_duoyuan")).args(["shared", what]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let path = support::root().join(file);
        let mut kept = fs::read(&path).unwrap_or_default();
        // Not when it is up to date: other tests read it meanwhile.
        if kept != made.stdout && std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, &made.stdout).unwrap();
            kept.clone_from(&made.stdout);
        }
        assert!(kept == made.stdout, "run `make golden`: {file} is not what `duoyuan shared {what}` prints");
    }
}

/// Seen to fail: with `color: #123456` in www/pages/builder.css.
#[test]
fn no_other_file_of_the_page_has_a_colour_of_its_own() {
    let root = support::root();
    let mut files = Vec::new();
    files_below(&root.join("www"), &mut files);
    files_below(&root.join("scripts/site"), &mut files);
    let known: BTreeSet<String> = colours(&fs::read_to_string(root.join(WRITTEN[0].1)).unwrap()).collect();
    assert_eq!(known.len(), 22, "{known:?}");
    for file in files {
        let inside = file.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).unwrap();
        let own: Vec<String> = if WRITTEN.iter().any(|(_, written)| inside == *written) {
            continue;
        } else if inside.ends_with(".html") || inside.ends_with(".svg") {
            // the browser's bar and the icon cannot use CSS variables: they have colours of the themes
            colours(&text).filter(|colour| !known.contains(colour) && colour != "ffffff").collect()
        } else {
            colours(&text).collect()
        };
        assert!(
            own.is_empty(),
            "{inside}: {own:?} should come from www/ui/shared.js or www/pages/colours.css"
        );
    }
}

/// Colours as `#rrggbb`, in small letters, without the sign.
fn colours(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split('#').skip(1).filter_map(|rest| {
        let digits: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
        let is_colour = digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit());
        is_colour.then(|| digits.to_lowercase())
    })
}

fn files_below(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("node_modules") {
            files_below(&path, out);
        } else if path
            .extension()
            .is_some_and(|e| ["js", "mjs", "css", "html", "svg"].iter().any(|end| e == *end))
        {
            out.push(path);
        }
    }
}
