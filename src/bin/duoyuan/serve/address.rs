//! Turns an address into the file it names, and a file into its address and type.
//!
//! **Invariant**: no address names a file outside its folder. Knows no requests, no headers, no events.

use std::path::{Path, PathBuf};

/// A folder and the address it is found under.
///
/// Guarantees: `prefix` is one path segment, or empty for the pages, which come last.
pub struct Mount {
    /// The first segment of the address; empty: any.
    pub prefix: String,
    /// A whole path; the folder may be absent.
    pub folder: PathBuf,
}

/// The path of an address as segments, decoded, without `.` and `..`; an address that ends in `/` gets `index.html`.
///
/// `None` for what could leave the folder or hide what it names: `..` above the root, an encoded separator, a NUL,
/// a drive or stream (`:`), a name with a dot in front, broken percent signs, bytes that are not UTF-8.
pub fn normalise(address: &str) -> Option<Vec<String>> {
    let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut segments: Vec<String> = Vec::new();
    for part in path.split('/') {
        // Decoded after splitting, and once only.
        let name = percent_decode(part)?;
        match name.as_str() {
            "" | "." => {}
            ".." => drop(segments.pop()?),
            _ if name.starts_with('.') || name.contains(['/', '\\', ':', '\0']) => return None,
            _ => segments.push(name),
        }
    }
    if path.is_empty() || path.ends_with('/') {
        segments.push("index.html".into());
    }
    Some(segments)
}

/// A path as an address: all but letters, digits, `-`, `.`, `_`, `~` and the slashes as percent codes.
pub fn encode(path: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(byte);
    path.bytes()
        .map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let (high, low) =
                (char::from(rest.next()?).to_digit(16)?, char::from(rest.next()?).to_digit(16)?);
            u8::try_from(high * 16 + low).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

/// The file that the segments name, if it is one and lies below its folder also after following symbolic links. Of several
/// folders with the same prefix the first that has the file gives it.
pub fn find(segments: &[String], mounts: &[Mount]) -> Option<PathBuf> {
    let (first, rest) = segments.split_first()?;
    let named = mounts.iter().any(|mount| mount.prefix == *first);
    let (prefix, below) = if named { (first.as_str(), rest) } else { ("", segments) };
    mounts.iter().filter(|mount| mount.prefix == prefix).find_map(|mount| {
        let folder = mount.folder.canonicalize().ok()?;
        let file = folder.join(below.iter().collect::<PathBuf>()).canonicalize().ok()?;
        (file.starts_with(&folder) && file.is_file()).then_some(file)
    })
}

/// The address under which a changed file is served; `None` for what editors leave for themselves.
pub fn address_of(path: &Path, mounts: &[Mount]) -> Option<String> {
    let (mount, below) =
        mounts.iter().find_map(|m| path.strip_prefix(&m.folder).ok().map(|below| (m, below)))?;
    let names: Option<Vec<&str>> = below.iter().map(|name| name.to_str()).collect();
    let names = names?;
    if names.is_empty() || names.iter().any(|name| name.starts_with('.') || name.ends_with('~')) {
        return None;
    }
    let start = if mount.prefix.is_empty() { String::new() } else { format!("/{}", mount.prefix) };
    // A line end in a name would begin a new field of the event.
    Some(format!("{start}/{}", names.join("/")).replace(['\r', '\n'], " "))
}

/// The type by the ending; text is UTF-8 throughout the project.
pub fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "jsonld" => "application/ld+json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "gif" => "image/gif",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/vnd.microsoft.icon",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(address: &str) -> Option<String> {
        normalise(address).map(|segments| segments.join("/"))
    }

    #[test]
    fn addresses_become_paths_below_the_root() {
        for (address, path) in [
            ("/", "index.html"),
            ("/?lang=en", "index.html"),
            ("/embed.html?story=../x#scene=../y", "embed.html"),
            ("/karamay//series/./a.csv", "karamay/series/a.csv"),
            ("/karamay/series/../story.json", "karamay/story.json"),
            ("/karamay/%E5%9B%BE.json", "karamay/图.json"),
            ("/a%20b", "a b"),
            // decoded once: this is a file whose name has a percent sign
            ("/%252e%252e", "%2e%2e"),
        ] {
            assert_eq!(joined(address).as_deref(), Some(path), "{address}");
        }
    }

    #[test]
    fn a_path_and_its_address_lead_to_each_other() {
        for path in ["karamay/story.json", "阅览室/春天.json", "a b/100%.json", "#1?/%2e.json"] {
            assert_eq!(joined(&format!("/{}", encode(path))).as_deref(), Some(path));
        }
        assert_eq!(encode("图/a b.json"), "%E5%9B%BE/a%20b.json");
    }

    #[test]
    fn addresses_that_could_leave_the_root_are_refused() {
        for address in [
            "",
            "karamay",
            "/..",
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/%2E./x",
            "/a/..%2f..%2fx",
            "/a%5c..%5cx",
            "/a\\..\\x",
            "/c:/x",
            "/a%00.json",
            "/.git/config",
            "/a/.hidden",
            "/%zz",
            "/%2",
            "/%",
            "/%ff",
        ] {
            assert_eq!(joined(address), None, "{address}");
        }
    }

    /// Seen to fail without the `starts_with` in `find`.
    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let scratch = std::env::temp_dir().join(format!("duoyuan-serve-{}", std::process::id()));
        let folder = scratch.join("www");
        std::fs::create_dir_all(&folder).expect("a scratch folder");
        std::fs::write(scratch.join("secret"), "x").expect("a file outside");
        std::fs::write(folder.join("open"), "x").expect("a file inside");
        std::os::unix::fs::symlink(scratch.join("secret"), folder.join("out")).expect("a link out");
        std::os::unix::fs::symlink(folder.join("open"), folder.join("in")).expect("a link in");
        let mounts = [Mount { prefix: String::new(), folder }];
        let found = |name: &str| find(&[name.to_string()], &mounts).is_some();
        let results = (found("open"), found("in"), found("out"), found("absent"));
        std::fs::remove_dir_all(&scratch).expect("the scratch folder is ours");
        assert_eq!(results, (true, true, false, false));
    }

    #[test]
    fn changes_are_told_by_address() {
        let mount = |prefix: &str, folder: &str| Mount { prefix: prefix.into(), folder: folder.into() };
        let mounts = [mount("karamay", "/p/data/karamay"), mount("", "/p/www/pages"), mount("", "/p/www")];
        for (path, address) in [
            ("/p/data/karamay/series/a.csv", Some("/karamay/series/a.csv")),
            ("/p/www/pages/index.html", Some("/index.html")),
            ("/p/www/ui/cards.js", Some("/ui/cards.js")),
            ("/p/data/karamay/.story.json.swp", None),
            ("/p/data/karamay/story.json~", None),
            ("/p/data/karamay", None),
            ("/elsewhere", None),
        ] {
            assert_eq!(address_of(Path::new(path), &mounts).as_deref(), address, "{path}");
        }
    }
}
